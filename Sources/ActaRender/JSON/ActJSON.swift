package import ActaDiagnostics
package import ActaLanguage
package import ActaModel

/// The act as JSON (`act.json`), as `actSchema()` describes it.
///
/// Every node has its span in bytes, and the lines and columns of its ends where the sources are given by their paths.
package func json(
  of act: Act, settings: Settings = Settings(), sources: [String: Source] = [:],
  bodies: [ReadBody] = []
) -> JSON {
  func encoded(_ document: Document) -> JSON {
    DocumentEncoder(document, settings, sources[document.path]).json
  }
  return .members([
    "schema": .string(ActJSON.schema), "version": .number(ActJSON.version), "id": .string(act.id),
    "order": encoded(act.order),
    "appendices": .array(
      act.appendices.map { appendix in
        .members([
          "number": appendix.number.map { .number($0) }, "address": .string(appendix.address),
          "document": encoded(appendix.document),
        ])
      }),
    "bodies": json(of: bodies, sources),
  ])
}

/// What the JSON of an act calls itself.
package enum ActJSON {
  package static let schema = "acta/act"
  /// Goes up when a member is taken away or comes to mean something else; new members leave it as it is.
  package static let version = 1
}

/// Encodes one document.
struct DocumentEncoder {
  private let document: Document
  private let settings: Settings
  private let places: Places?

  init(_ document: Document, _ settings: Settings, _ source: Source?) {
    self.document = document
    self.settings = settings
    places = source.map { Places($0) }
  }

  var json: JSON {
    .members([
      "path": .string(document.path), "kind": document.kind.map { .string($0.rawValue) },
      "family": document.family.map { .string($0.name) },
      "frontMatter": span(document.frontMatter), "requisites": requisites(document.requisites),
      "blocks": .array(document.blocks.map { block($0) }),
      "roadmap": document.roadmap.map { roadmap($0) },
      "roster": document.roster.map { roster($0) },
      "definitions": .array(document.definitions.map { definition($0) }),
      "footnotes": .array(
        document.footnotes.map {
          .members([
            "number": .number($0.number), "label": .string($0.label),
            "blocks": .array($0.blocks.map { block($0) }), "span": span($0.span),
          ])
        }),
      "suppressions": .array(
        document.suppressions.map {
          .members([
            "rule": .string($0.rule.text), "reason": $0.reason.map { .string($0) },
            "target": $0.target.map { span($0) }, "span": span($0.span),
          ])
        }),
    ])
  }

  func span(_ span: Span) -> JSON {
    guard let places else {
      return .object([
        JSON.Member("start", .number(span.start)), JSON.Member("end", .number(span.end)),
      ])
    }
    let start = places.position(span.start)
    let end = places.position(span.end)
    return .object([
      JSON.Member("start", .number(span.start)), JSON.Member("end", .number(span.end)),
      JSON.Member("line", .number(start.line)), JSON.Member("column", .number(start.column)),
      JSON.Member("endLine", .number(end.line)), JSON.Member("endColumn", .number(end.column)),
    ])
  }

  /// Empty where nothing is to be shown.
  func list<Item>(_ items: [Item], _ encode: (Item) -> JSON) -> JSON? {
    items.isEmpty ? nil : .array(items.map(encode))
  }

  private func definition(_ definition: Definition) -> JSON {
    .members([
      "form": .string(definition.form.rawValue), "term": .string(definition.term),
      "meaning": .string(definition.meaning), "span": span(definition.span),
    ])
  }

  private func requisites(_ requisites: Requisites) -> JSON {
    .members([
      "kind": requisites.kind.map { value(.string($0.value.rawValue), $0.span) },
      "title": requisites.title.map { text($0) }, "number": requisites.number.map { text($0) },
      "date": requisites.date.map { date($0) }, "place": requisites.place.map { text($0) },
      "issuers": list(requisites.issuers) {
        .members([
          "value": .string($0.value), "name": .string(settings.bodyName($0.value)),
          "span": span($0.span),
        ])
      },
      "signatories": list(requisites.signatories) {
        .members(["post": text($0.post), "name": text($0.name)])
      },
      "appendices": list(requisites.appendices) { text($0) },
      "effective": requisites.effective.map { text($0) },
      "status": requisites.status.map { value(.string($0.value.rawValue), $0.span) },
      "amendedBy": list(requisites.amendedBy) {
        .members([
          "kind": $0.kind.map { text($0) }, "issuer": $0.issuer.map { text($0) },
          "date": $0.date.map { date($0) }, "number": $0.number.map { text($0) },
          "span": span($0.span),
        ])
      },
      "electronicSignature": requisites.electronicSignature.map {
        .members([
          "certificate": $0.certificate.map { text($0) }, "owner": $0.owner.map { text($0) },
          "from": $0.from.map { date($0) }, "until": $0.until.map { date($0) },
          "span": span($0.span),
        ])
      },
      "body": requisites.body.map { text($0) }, "short": requisites.short.map { text($0) },
      "quorum": requisites.quorum.map { text($0) },
      "majority": requisites.majority.map { text($0) },
      "implements": requisites.implements.map { text($0) },
      "id": requisites.id.map { text($0) },
    ])
  }

  private func value(_ value: JSON, _ span: Span) -> JSON {
    .members(["value": value, "span": self.span(span)])
  }

  private func text(_ text: Spanned<String>) -> JSON { value(.string(text.value), text.span) }

  private func date(_ date: Spanned<StatedDate>) -> JSON {
    .members([
      "text": .string(date.value.text), "value": date.value.value.map { .string($0.iso) },
      "span": span(date.span),
    ])
  }
}

extension DocumentKind.Family {
  var name: String {
    switch self {
    case .order: "order"
    case .regulation: "regulation"
    case .roadmap: "roadmap"
    case .roster: "roster"
    case .minutes: "minutes"
    }
  }
}
