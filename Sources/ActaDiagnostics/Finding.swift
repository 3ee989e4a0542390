/// What Acta has to say about a place in an act.
package struct Finding: Sendable, Hashable {
  package var rule: RuleID
  package var level: Level
  /// The source's path.
  package var file: String
  /// The narrowest words that the message speaks of; `nil` means the whole file.
  package var span: Span?
  /// What was seen and what is expected, without a full stop.
  package var message: Text
  /// A few words under the marked place.
  package var label: Text?
  /// Other places that belong to it.
  package var places: [Place]
  /// What to do.
  package var help: Text?
  package var fix: Fix?

  package init(
    _ rule: RuleID, _ level: Level, file: String, at span: Span?, _ message: Text,
    label: Text? = nil, places: [Place] = [], help: Text? = nil, fix: Fix? = nil
  ) {
    self.rule = rule
    self.level = level
    self.file = file
    self.span = span
    self.message = message
    self.label = label
    self.places = places
    self.help = help
    self.fix = fix
  }
}

extension Finding {
  /// The one order in which findings are shown: file, start, rule, message.
  package static func inOrder(_ left: Finding, _ right: Finding) -> Bool {
    if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
    let (first, second) = (left.span ?? Span(-1, -1), right.span ?? Span(-1, -1))
    if first != second { return first < second }
    if left.rule != right.rule { return left.rule.text < right.rule.text }
    return left.message.ru.utf8.lexicographicallyPrecedes(right.message.ru.utf8)
  }
}

/// A rule's permanent name, `family/kebab-case-offence`.
package struct RuleID: Sendable, Hashable, ExpressibleByStringLiteral {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  /// The part before the slash.
  package var family: Substring { text.prefix { $0 != "/" } }
}

/// How much a finding matters.
package enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A place besides the finding's own, and what it has to do with it.
package struct Place: Sendable, Hashable {
  package var file: String
  package var span: Span?
  package var text: Text

  package init(file: String, at span: Span?, _ text: Text) {
    self.file = file
    self.span = span
    self.text = text
  }
}

/// A change of the source that removes the offence.
package struct Fix: Sendable, Hashable {
  /// Whether the law's words stay the same (`safe`) or a lawyer must agree (`unsafe`).
  package enum Safety: String, Sendable, Hashable { case safe, unsafe }

  package struct Edit: Sendable, Hashable {
    package var file: String
    package var span: Span
    package var replacement: String

    package init(file: String, at span: Span, with replacement: String) {
      self.file = file
      self.span = span
      self.replacement = replacement
    }
  }

  package var title: Text
  package var safety: Safety
  package var edits: [Edit]

  package init(_ title: Text, _ safety: Safety, _ edits: [Edit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// One text in both of Acta's languages.
package struct Text: Sendable, Hashable {
  package var ru: String
  package var en: String

  package init(ru: String, en: String) {
    self.ru = ru
    self.en = en
  }

  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .russian: ru
    case .english: en
    }
  }
}

/// The language in which Acta speaks to people.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case russian = "ru"
  case english = "en"
}

/// A stage's value and what the stage had to complain of.
package struct Checked<Value: Sendable>: Sendable {
  package var value: Value
  package var findings: [Finding]

  package init(_ value: Value, _ findings: [Finding] = []) {
    self.value = value
    self.findings = findings
  }
}
