package import ActaDiagnostics

/// A reference to a unit of a document, or to a document as a whole.
///
/// «подпункт «а» пункта 3 настоящего Положения», «указ Президента Российской Федерации от 7 мая 2018 г. № 204»
package struct Reference: Sendable, Hashable {
  /// From the outermost unit to the innermost; empty where a whole document is meant.
  package var path: [PathElement]
  package var target: Target

  /// The document that a reference leads into.
  package enum Target: Sendable, Hashable {
    /// The document that the reference stands in («настоящее Положение»), or none named.
    case this
    /// A document by its name, in the nominative: «Регламент», «Бюджетный кодекс Российской Федерации».
    case named(String)
    case act(Citation)
    /// A document and the act that approved it: «Положение о …, утвержденное приказом …».
    case approved(name: String, by: Citation)
  }

  package init(path: [PathElement], target: Target) {
    self.path = path
    self.target = target
  }

  /// The act that the reference cites, be it the target or what approved the target.
  package var citation: Citation? {
    switch target {
    case .this, .named: nil
    case .act(let citation), .approved(_, let citation): citation
    }
  }
}

/// One unit on the way into a document.
package struct PathElement: Sendable, Hashable {
  package var level: Level
  /// `nil` for the only appendix of an act.
  package var number: Number?

  package init(_ level: Level, _ number: Number? = nil) {
    self.level = level
    self.number = number
  }

  /// Which unit it is; those of `Provision.Level`, and three that only references speak of.
  package enum Level: String, Sendable, Hashable, CaseIterable {
    /// приложение
    case appendix
    /// раздел, подраздел
    case section
    /// глава
    case chapter
    /// статья
    case article
    /// часть
    case part
    /// пункт
    case point
    /// подпункт
    case subpoint
    /// абзац, counted from the unit's first
    case paragraph
    /// строка, позиция of a table
    case line
  }

  /// Numbers as they are written, without quotes and brackets; ordinals in words are digits.
  package enum Number: Sendable, Hashable {
    case single(String)
    /// From the first to the last, both included.
    case range(String, String)
  }
}

/// An act as the text names it; what the text does not state is `nil`.
package struct Citation: Sendable, Hashable {
  package var form: Form
  /// Who issued it, in the nominative, as far as it is written out; of a regional law, the region.
  package var issuer: String?
  package var date: CalendarDate?
  /// As it is written, without the sign №.
  package var number: String?
  /// The act's own title, without the quotes.
  package var title: String?

  package enum Form: String, Sendable, Hashable, CaseIterable {
    case federalConstitutionalLaw = "федеральный конституционный закон"
    case federalLaw = "федеральный закон"
    case law = "закон"
    case decree = "указ"
    case resolution = "постановление"
    case directive = "распоряжение"
    case order = "приказ"
    case decision = "решение"
  }

  package init(
    _ form: Form, issuer: String? = nil, date: CalendarDate? = nil, number: String? = nil,
    title: String? = nil
  ) {
    self.form = form
    self.issuer = issuer
    self.date = date
    self.number = number
    self.title = title
  }

  /// Whether the act can be found by what is stated: a law is known by its number or its date.
  package var hasRequisites: Bool { date != nil || number != nil }
}

extension Reference {
  /// The reference as an object: `{"path":[…],"target":"approved","name":"…","act":{…}}`.
  package var json: JSON {
    let path = JSON.array(path.map(\.json))
    return switch target {
    case .this: .members(["path": path, "target": "this"])
    case .named(let name): .members(["path": path, "target": "named", "name": .string(name)])
    case .act(let act): .members(["path": path, "target": "act", "act": act.json])
    case .approved(let name, let act):
      .members(["path": path, "target": "approved", "name": .string(name), "act": act.json])
    }
  }

  /// The reading of a phrase: `{"refs":[…]}`.
  package static func json(_ references: [Reference]) -> JSON {
    .members(["refs": .array(references.map(\.json))])
  }
}

extension PathElement {
  /// The unit as an object: `{"level":"point","number":"3-1"}`.
  package var json: JSON {
    let level = JSON.string(level.rawValue)
    return switch number {
    case nil: .members(["level": level])
    case .single(let number): .members(["level": level, "number": .string(number)])
    case .range(let first, let last):
      .members(["level": level, "range": .array([.string(first), .string(last)])])
    }
  }
}

extension Citation {
  /// The requisites; the title is no part of a reading.
  package var json: JSON {
    .members([
      "form": .string(form.rawValue), "issuer": issuer.map(JSON.string),
      "date": date.map { .string($0.iso) }, "number": number.map(JSON.string),
    ])
  }
}
