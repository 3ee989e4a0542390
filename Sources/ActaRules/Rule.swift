package import ActaDiagnostics
package import ActaModel

/// One thing that a careful lawyer would check: what it is, why, by which norm, and how it is found.
///
/// Its examples are its documentation and its tests.
package struct Rule: Sendable {
  package let id: RuleID
  /// The level unless acta.yml says otherwise; a doubtful case may be told at a lower one.
  package let level: Level
  /// What the rule does, in one sentence.
  package let summary: Text
  /// Why it matters.
  package let reason: Text
  /// The norm or custom it rests on.
  package let norm: Text
  package let examples: [Example]
  package let check: Check

  package init(
    _ id: RuleID, _ level: Level, summary: Text, reason: Text, norm: Text, examples: [Example],
    _ check: Check
  ) {
    self.id = id
    self.level = level
    self.summary = summary
    self.reason = reason
    self.norm = norm
    self.examples = examples
    self.check = check
  }

  /// How far a rule has to see.
  package enum Check: Sendable {
    /// The offence is found while the sources are read and put together.
    case whileReading
    case document(@Sendable (Document, inout Report) -> Void)
    case act(@Sendable (Act, inout Report) -> Void)
    case repository(@Sendable (Repository, inout Report) -> Void)
  }

  /// Text of an act in which the rule says nothing, or marks the words between brackets ⟦⟧.
  ///
  /// `//- path` parts files; text without front matter is the body of a порядок.
  package enum Example: Sendable, Hashable {
    case accepts(String)
    case rejects(String)

    package var text: String {
      switch self {
      case .accepts(let text), .rejects(let text): text
      }
    }
  }
}

/// Where a rule puts what it finds.
package struct Report: Sendable {
  package let asOf: CalendarDate
  private let rule: RuleID
  private let level: Level
  package private(set) var findings: [Finding] = []

  init(_ rule: Rule, asOf: CalendarDate) {
    self.rule = rule.id
    level = rule.level
    self.asOf = asOf
  }

  /// Tells an offence; `level` only where this case deserves another than the rule's.
  package mutating func callAsFunction(
    _ file: String, at span: Span?, _ message: Text, level: Level? = nil, label: Text? = nil,
    places: [Place] = [], help: Text? = nil, fix: Fix? = nil
  ) {
    findings.append(
      Finding(
        rule, level ?? self.level, file: file, at: span, message, label: label, places: places,
        help: help, fix: fix))
  }
}

/// Runs every rule over a repository.
package func check(_ repository: Repository, asOf: CalendarDate) -> [Finding] {
  Registry.all.flatMap { rule -> [Finding] in
    var report = Report(rule, asOf: asOf)
    switch rule.check {
    case .whileReading: break
    case .document(let check):
      for document in repository.documents { check(document, &report) }
    case .act(let check):
      for act in repository.acts { check(act, &report) }
    case .repository(let check): check(repository, &report)
    }
    return report.findings
  }
}

extension Repository {
  /// Every document once, those of acts first.
  var documents: [Document] {
    var seen: Set<String> = []
    return (acts.flatMap(\.documents) + orphans).filter { seen.insert($0.path).inserted }
  }
}
