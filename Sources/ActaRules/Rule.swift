package import ActaDiagnostics
package import ActaLanguage
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
    /// One document by itself, its tokens at hand.
    case document(@Sendable (ReadDocument, inout Report) -> Void)
    /// An order and its appendices, their tokens at hand.
    case act(@Sendable (ReadAct, inout Report) -> Void)
    /// A collegial body with its regulation and its roster, be they in one act or in two.
    case body(@Sendable (ReadBody, inout Report) -> Void)
    /// An act beside the superior roadmaps that it names and the bodies that the folder knows.
    case surroundings(@Sendable (ReadRepository, inout Report) -> Void)
    /// Whatever all acts of a folder cite.
    case citations(@Sendable ([CitedPlace], inout Report) -> Void)
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
  package let settings: Settings
  package let asOf: CalendarDate
  /// A dictionary of Russian; `nil` where there is none.
  package let spelling: RememberedSpelling?
  /// The points of the order that is checked, told apart once for every rule.
  let points: [OrderPoint]
  /// The roadmaps that are checked, each beside its superior one.
  let subordinations: [Subordination]
  private let rule: RuleID
  private let level: Level
  package private(set) var findings: [Finding] = []

  init(
    _ rule: Rule, _ settings: Settings, asOf: CalendarDate, spelling: RememberedSpelling? = nil,
    points: [OrderPoint] = [], subordinations: [Subordination] = []
  ) {
    self.points = points
    self.subordinations = subordinations
    self.rule = rule.id
    level = rule.level
    self.settings = settings
    self.asOf = asOf
    self.spelling = spelling
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

/// Runs the rules of documents and acts over one act.
package func check(
  _ act: ReadAct, _ settings: Settings, asOf: CalendarDate, spelling: RememberedSpelling? = nil
) -> [Finding] {
  let points = act.order.map { OrderPoint.all(in: $0) } ?? []
  let findings = Registry.all.flatMap { rule -> [Finding] in
    var report = Report(rule, settings, asOf: asOf, spelling: spelling, points: points)
    switch rule.check {
    case .whileReading, .body, .surroundings, .citations: break
    case .document(let check): for document in act.documents { check(document, &report) }
    case .act(let check): check(act, &report)
    }
    return report.findings
  }
  return withRenumbering(findings, in: act)
}

/// Runs the rules of documents over one that belongs to no act.
package func check(_ document: ReadDocument, _ settings: Settings, asOf: CalendarDate) -> [Finding]
{
  Registry.all.flatMap { rule -> [Finding] in
    guard case .document(let check) = rule.check else { return [] }
    var report = Report(rule, settings, asOf: asOf)
    check(document, &report)
    return report.findings
  }
}

/// Runs the rules that hold an act against what it speaks of.
package func check(surroundings: ReadRepository, asOf: CalendarDate) -> [Finding] {
  let subordinations = Subordination.all(in: surroundings)
  return Registry.all.flatMap { rule -> [Finding] in
    guard case .surroundings(let check) = rule.check else { return [] }
    var report = Report(
      rule, surroundings.settings, asOf: asOf, subordinations: subordinations)
    check(surroundings, &report)
    return report.findings
  }
}

/// Runs the rules of collegial bodies.
package func check(_ bodies: [ReadBody], _ settings: Settings, asOf: CalendarDate) -> [Finding] {
  guard !bodies.isEmpty else { return [] }
  return Registry.all.flatMap { rule -> [Finding] in
    guard case .body(let check) = rule.check else { return [] }
    var report = Report(rule, settings, asOf: asOf)
    for body in bodies { check(body, &report) }
    return report.findings
  }
}

/// Runs the rules that hold the citations of all acts against each other.
package func check(
  _ citations: [CitedPlace], _ settings: Settings, asOf: CalendarDate
) -> [Finding] {
  Registry.all.flatMap { rule -> [Finding] in
    guard case .citations(let check) = rule.check else { return [] }
    var report = Report(rule, settings, asOf: asOf)
    check(citations, &report)
    return report.findings
  }
}
