package import ActaDiagnostics
import ActaModel

/// The JSON Schema (draft 2020-12) of front matter, for editors: made from the table of keys that reads it.
package func frontMatterSchema() -> JSON {
  .members([
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Шапка документа Acta", "type": "object", "additionalProperties": false,
    "properties": .object(
      FrontMatterKey.allCases.flatMap { key in
        spellings(key).map { JSON.Member($0, value(of: key)) }
      }),
    "allOf": .array(
      [has(.kind), unless(kind: [.directive], has(.title))]
        + [FrontMatterKey.number, .date, .issuer].map { key in
          when(kind: kinds(of: [.order]), unless(status: .draft, has(key)))
        } + families.map { family in when(kind: kinds(of: [family]), keys(of: family)) }),
  ])
}

private let families: [DocumentKind.Family] = [.order, .regulation, .roadmap, .roster, .minutes]

private func kinds(of families: Set<DocumentKind.Family>) -> [DocumentKind] {
  DocumentKind.allCases.filter { families.contains($0.family) }
}

// MARK: Conditions

/// Whether one of a key's spellings is there.
private func has(_ key: FrontMatterKey) -> JSON {
  .members(["anyOf": .array(spellings(key).map { .members(["required": .array([.string($0)])]) })])
}

/// Whether a key has one of some values, however it is spelled.
private func has(_ key: FrontMatterKey, _ words: [String]) -> JSON {
  .members([
    "anyOf": .array(
      spellings(key).map { name in
        .members([
          "required": .array([.string(name)]),
          "properties": .object([JSON.Member(name, choice(words))]),
        ])
      })
  ])
}

private func when(kind: [DocumentKind], _ schema: JSON) -> JSON {
  .members(["if": has(.kind, words(kind)), "then": schema])
}

private func unless(kind: [DocumentKind], _ schema: JSON) -> JSON {
  .members(["if": has(.kind, words(kind)), "else": schema])
}

private func unless(status: Status, _ schema: JSON) -> JSON {
  .members(["if": has(.status, words([status])), "else": schema])
}

/// The keys that a document of a family may have.
private func keys(of family: DocumentKind.Family) -> JSON {
  let known = FrontMatterKey.allCases.filter { $0.families?.contains(family) ?? true }
  return .members(["propertyNames": choice(known.flatMap { spellings($0) })])
}

// MARK: Values

private func value(of key: FrontMatterKey) -> JSON {
  var members: [JSON.Member] = [JSON.Member("description", .string(key.meaning.ru))]
  if case .object(let form) = form(of: key) { members += form }
  return .object(members)
}

private func form(of key: FrontMatterKey) -> JSON {
  switch key.form {
  case .text where key == .id: pattern("^[A-Za-z0-9_-]+$")
  case .text, .path, .effective: text
  case .date: date
  case .kind: choice(words(DocumentKind.allCases))
  case .status: choice(words(Status.allCases))
  case .texts, .paths: oneOrMore(text)
  case .signatories:
    oneOrMore(object([("должность", "post", text), ("имя", "name", text)], all: true))
  case .amendments:
    oneOrMore(
      object([
        ("вид", "kind", text), ("орган", "issuer", text), ("дата", "date", date),
        ("номер", "number", text),
      ]))
  case .electronicSignature:
    object([
      ("сертификат", "certificate", text), ("владелец", "owner", text), ("с", "from", date),
      ("по", "until", date),
    ])
  case .share: pattern("^ *> *=? *[1-9][0-9]*( */ *[1-9][0-9]*)? *$")
  }
}

/// A number without quotes is taken as it is written.
private let text = JSON.members(["type": .array(["string", "number"])])

private let date = pattern("^([0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})$")

private func pattern(_ pattern: String) -> JSON {
  .members(["type": "string", "pattern": .string(pattern)])
}

private func choice(_ words: [String]) -> JSON {
  .members(["enum": .array(words.map { .string($0) })])
}

private func oneOrMore(_ schema: JSON) -> JSON {
  .members(["anyOf": .array([schema, .members(["type": "array", "items": schema])])])
}

/// An object with keys in two languages; where all are needed, each in either.
private func object(_ fields: [(ru: String, en: String, JSON)], all: Bool = false) -> JSON {
  .members([
    "type": "object", "additionalProperties": false,
    "properties": .object(
      fields.flatMap { ru, en, schema in [JSON.Member(ru, schema), JSON.Member(en, schema)] }),
    "allOf": all
      ? .array(
        fields.map { ru, en, _ in
          .members([
            "anyOf": .array([ru, en].map { .members(["required": .array([.string($0)])]) })
          ])
        }) : nil,
  ])
}

// MARK: Words

/// A key as it may be written: in Russian, without its ё, in English.
private func spellings(_ key: FrontMatterKey) -> [String] { spellings(key.ru, key.en) }

private func spellings(_ ru: String, _ en: String) -> [String] {
  let plain = String(ru.map { $0 == "ё" ? "е" : $0 })
  return [ru] + (plain == ru ? [] : [plain]) + [en]
}

private func words(_ kinds: [DocumentKind]) -> [String] {
  kinds.flatMap { spellings($0.ru, $0.en) }
}

private func words(_ statuses: [Status]) -> [String] {
  statuses.flatMap { spellings($0.ru, $0.en) }
}
