package import ActaDiagnostics
import ActaModel

/// The JSON Schema (draft 2020-12) of `act.json`.
///
/// It is made here, beside what it describes, with the model's own lists of values; `additionalProperties` is
/// `false` throughout, so that a member that nobody described fails the tests.
package func actSchema() -> JSON {
  .members([
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Акт", "description": "Правовой акт с приложениями, как его прочла Acta.",
    "type": "object", "additionalProperties": false,
    "required": .array(["schema", "version", "id", "order", "appendices"]),
    "properties": .members([
      "schema": .members(["const": .string(ActJSON.schema)]),
      "version": .members(["const": .number(ActJSON.version)]),
      "id": string("Постоянное имя акта и его папка в публикации."),
      "order": reference("document"),
      "appendices": array(
        object(
          ["address", "document"],
          [
            "number": integer("Номер приложения; у единственного его нет."),
            "address": string("Начало адресов его единиц: pril-2."),
            "document": reference("document"),
          ])),
      "bodies": array(reference("body")),
    ]),
    "$defs": .object(documentTypes() + bodyTypes() + blockTypes() + tableTypes()),
  ])
}

private func bodyTypes() -> [JSON.Member] {
  [
    JSON.Member(
      "place",
      object(
        ["path", "start", "end"],
        [
          "path": string(nil), "start": integer(nil), "end": integer(nil), "line": integer(nil),
          "column": integer(nil), "endLine": integer(nil), "endColumn": integer(nil),
        ], "Место в одном из файлов акта или в другом акте.")),
    JSON.Member(
      "need",
      object(
        ["rule", "place"],
        [
          "needed": integer("Сколько людей нужно; нет, если столько нет или состав неизвестен."),
          "rule": string("Правило числом: «> 1/2 от числа членов»."), "place": reference("place"),
        ])),
    JSON.Member(
      "body",
      object(
        [
          "name", "regulations", "rosters", "neededToMeet", "neededToDecide", "statements",
        ],
        [
          "name": string("Как орган назван кратко."), "regulations": array(string(nil)),
          "rosters": array(string(nil)), "members": integer("Членов в составе."),
          "byConsent": integer("Из них «по согласованию»."),
          "voting": integer("Членов с правом голоса."),
          "neededToMeet": array(reference("need")), "neededToDecide": array(reference("need")),
          "statements": array(
            object(
              ["says", "place"],
              [
                "says": .members([
                  "description": "Прочитанное правило, как его печатает acta read quorum."
                ]), "place": reference("place"),
              ])),
        ], "Коллегиальный орган.")),
  ]
}

private func documentTypes() -> [JSON.Member] {
  [
    JSON.Member(
      "span",
      object(
        ["start", "end"],
        [
          "start": integer("Смещение первого байта в исходном файле."),
          "end": integer("Смещение за последним байтом."), "line": integer("Строка, с 1."),
          "column": integer("Столбец в знаках Юникода, с 1."), "endLine": integer(nil),
          "endColumn": integer(nil),
        ], "Место в исходном файле.")),
    JSON.Member(
      "text",
      object(
        ["value", "span"], ["value": string(nil), "span": reference("span")],
        "Значение из вводной части и его место.")),
    JSON.Member(
      "date",
      object(
        ["text", "span"],
        [
          "text": string("Как написано."),
          "value": .members(["type": "string", "format": "date"]), "span": reference("span"),
        ])),
    JSON.Member(
      "document",
      object(
        [
          "path", "frontMatter", "requisites", "blocks", "definitions", "footnotes",
          "suppressions",
        ],
        [
          "path": string("Путь от корня хранилища."), "kind": one(of: DocumentKind.allCases),
          "family": choice(["order", "regulation", "roadmap", "roster", "minutes"]),
          "frontMatter": reference("span"), "requisites": reference("requisites"),
          "blocks": array(reference("block")), "roadmap": reference("roadmap"),
          "roster": reference("roster"), "definitions": array(reference("definition")),
          "footnotes": array(reference("footnote")),
          "suppressions": array(reference("suppression")),
        ], "Один исходный файл.")),
    JSON.Member("requisites", requisites()),
    JSON.Member(
      "definition",
      object(
        ["form", "term", "meaning", "span"],
        [
          "form": choice(["abbreviation", "term"]), "term": string(nil),
          "meaning": string(nil), "span": reference("span"),
        ])),
    JSON.Member(
      "footnote",
      object(
        ["number", "label", "blocks", "span"],
        [
          "number": integer(nil), "label": string(nil), "blocks": array(reference("block")),
          "span": reference("span"),
        ])),
    JSON.Member(
      "suppression",
      object(
        ["rule", "span"],
        [
          "rule": string(nil), "reason": string(nil), "target": reference("span"),
          "span": reference("span"),
        ])),
  ]
}

private func requisites() -> JSON {
  let text = reference("text")
  return object(
    [],
    [
      "kind": object(
        ["value", "span"], ["value": one(of: DocumentKind.allCases), "span": reference("span")]),
      "title": text, "number": text, "date": reference("date"), "place": text,
      "issuers": array(
        object(
          ["value", "name", "span"],
          [
            "value": string("Как написано: имя или ключ."), "name": string("Имя органа."),
            "span": reference("span"),
          ])),
      "signatories": array(object(["post", "name"], ["post": text, "name": text])),
      "appendices": array(text), "effective": text,
      "status": object(
        ["value", "span"], ["value": one(of: Status.allCases), "span": reference("span")]),
      "amendedBy": array(
        object(
          ["span"],
          [
            "kind": text, "issuer": text, "date": reference("date"), "number": text,
            "span": reference("span"),
          ])),
      "electronicSignature": object(
        ["span"],
        [
          "certificate": text, "owner": text, "from": reference("date"),
          "until": reference("date"), "span": reference("span"),
        ]), "body": text, "short": text, "quorum": text, "majority": text, "implements": text,
      "id": text,
    ], "Вводная часть файла.")
}

private func blockTypes() -> [JSON.Member] {
  let place = reference("span")
  let names = ["provision", "table", "schedule", "members", "quote", "verbatim", "line"]
  let address = string("Постоянный адрес: p-1.3-а.")
  return [
    JSON.Member("block", .members(["oneOf": .array(names.map { reference($0) })])),
    JSON.Member(
      "provision",
      typed(
        "provision", ["level", "role", "text", "span"],
        [
          "level": one(of: Provision.Level.allCases),
          "role": choice(["norm", "preamble", "enacting", "stamp", "editorial", "unplaced"]),
          "number": reference("number"), "headingLevel": integer(nil), "address": address,
          "text": reference("prose"), "enacting": reference("range"), "span": place,
          "extent": described(place, "С тем, что ниже; нет, где ниже ничего нет."),
          "children": array(reference("block")),
        ])),
    JSON.Member(
      "quote",
      typed("quote", ["blocks", "span"], ["blocks": array(reference("block")), "span": place])),
    JSON.Member(
      "verbatim", typed("verbatim", ["text", "span"], ["text": string(nil), "span": place])),
    JSON.Member("line", typed("line", ["span"], ["span": place])),
    JSON.Member(
      "range",
      object(
        ["start", "end"], ["start": integer(nil), "end": integer(nil)],
        "Байты текста (UTF-8), не файла.")),
    JSON.Member(
      "number",
      object(
        ["text", "bare", "style", "components", "span"],
        [
          "text": string("Как написан, со знаком: 3-1."), "bare": string("Без знака: 3-1"),
          "style": choice(["dotted", "bracketed", "letter", "roman", "dash"]),
          "word": one(of: LegalNumber.Word.allCases),
          "components": array(
            object(
              ["value"], ["value": integer(nil), "inserted": array(integer(nil))],
              "3-1 – значение 3, вставка 1.")), "span": place,
        ])),
    JSON.Member(
      "prose",
      object(
        ["text"],
        ["text": string("Слова, как их читают."), "marks": array(reference("mark")), "span": place]
      )),
    JSON.Member(
      "mark",
      object(
        ["kind", "start", "end"],
        [
          "kind": choice([
            "emphasis", "strong", "struck", "code", "link", "image", "lineBreak", "footnote",
          ]), "start": integer("Байты текста (UTF-8)."), "end": integer(nil),
          "destination": string(nil), "title": string(nil), "number": integer("Номер сноски."),
          "span": place,
        ])),
  ]
}

private func tableTypes() -> [JSON.Member] {
  let place = reference("span")
  let field = reference("cell")
  let roles = one(of: Milestone.Field.Role.allCases)
  return [
    JSON.Member(
      "cell", object(["text", "span"], ["text": reference("prose"), "span": place])),
    JSON.Member("row", object(["cells", "span"], ["cells": array(field), "span": place])),
    JSON.Member(
      "table",
      typed(
        "table", ["alignments", "head", "rows", "span"],
        [
          "alignments": array(choice(["none", "left", "center", "right"])),
          "head": reference("row"), "rows": array(reference("row")), "span": place,
        ])),
    JSON.Member(
      "schedule",
      typed(
        "schedule", ["spelling", "columns", "entries", "span"],
        [
          "spelling": choice(["table", "headings"]),
          "columns": array(
            object(["role", "title"], ["role": roles, "title": reference("prose")])),
          "entries": array(
            .members([
              "oneOf": .array([
                typed("milestone", ["span"], ["address": string(nil), "span": place]),
                typed("section", ["text", "span"], ["text": reference("prose"), "span": place]),
                typed("columnNumbers", ["cells", "span"], ["cells": array(field), "span": place]),
              ])
            ])), "span": place,
        ])),
    JSON.Member(
      "members",
      typed(
        "members", ["entries", "span"],
        [
          "head": reference("row"),
          "entries": array(
            .members([
              "oneOf": .array([
                typed("member", ["span"], ["span": place]),
                typed("heading", ["text", "span"], ["text": reference("prose"), "span": place]),
                typed("row", ["cells", "span"], ["cells": array(field), "span": place]),
              ])
            ])), "span": place,
        ])),
    JSON.Member(
      "roadmap",
      object(
        ["sections"],
        [
          "sections": array(
            object(
              ["title", "milestones"],
              [
                "number": reference("number"), "title": reference("prose"),
                "milestones": array(reference("milestone")), "span": place,
              ]))
        ])),
    JSON.Member(
      "milestone",
      object(
        ["span"],
        [
          "number": reference("number"), "address": string("Постоянный адрес: m-1.3."),
          "activity": field, "deadline": field, "responsible": field, "result": field,
          "after": field, "implements": field, "done": field, "other": array(field),
          "surplus": array(field), "continuations": array(reference("row")), "span": place,
        ], "Строка плана мероприятий.")),
    JSON.Member("roster", object(["members"], ["members": array(reference("member"))])),
    JSON.Member(
      "member",
      object(
        ["name", "post", "isByConsent", "parts", "namePart", "span"],
        [
          "number": reference("number"),
          "name": object(
            ["surname", "given", "span"],
            [
              "surname": string(nil), "given": string(nil), "patronymic": string(nil),
              "span": place,
            ]), "post": reference("prose"),
          "role": object(
            ["office", "title", "span"],
            ["office": one(of: Role.Office.allCases), "title": string(nil), "span": place]),
          "isByConsent": .members([
            "type": "boolean", "description": "«(по согласованию)»",
          ]), "parts": array(field), "namePart": integer("Которая из частей – имя, с 0."),
          "span": place,
        ])),
  ]
}

private func reference(_ name: String) -> JSON { .members(["$ref": .string("#/$defs/\(name)")]) }

/// A schema with a description beside its reference, as draft 2020-12 allows.
private func described(_ schema: JSON, _ description: String) -> JSON {
  guard case .object(let members) = schema else { return schema }
  return .object(members + [JSON.Member("description", .string(description))])
}

private func string(_ description: String?) -> JSON {
  .members(["type": "string", "description": description.map { .string($0) }])
}

private func integer(_ description: String?) -> JSON {
  .members(["type": "integer", "minimum": 0, "description": description.map { .string($0) }])
}

private func array(_ items: JSON) -> JSON { .members(["type": "array", "items": items]) }

private func choice(_ values: [String]) -> JSON {
  .members(["enum": .array(values.map { .string($0) })])
}

private func one<Value: RawRepresentable<String>>(of values: [Value]) -> JSON {
  .members(["enum": .array(values.map { .string($0.rawValue) })])
}

private func object(
  _ required: [String], _ properties: KeyValuePairs<String, JSON>, _ description: String? = nil
) -> JSON {
  .members([
    "type": "object", "description": description.map { .string($0) },
    "additionalProperties": false,
    "required": required.isEmpty ? nil : .array(required.map { .string($0) }),
    "properties": .object(properties.map { JSON.Member($0.key, $0.value) }),
  ])
}

/// An object that says in `type` which of several it is.
private func typed(
  _ name: String, _ required: [String], _ properties: KeyValuePairs<String, JSON>
) -> JSON {
  .members([
    "type": "object", "additionalProperties": false,
    "required": .array((["type"] + required).map { .string($0) }),
    "properties": .object(
      [JSON.Member("type", .members(["const": .string(name)]))]
        + properties.map { JSON.Member($0.key, $0.value) }),
  ])
}
