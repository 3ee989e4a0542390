package import ActaDiagnostics
package import ActaModel

/// Where a rule puts what it finds.
package struct Report: Sendable {
  private let matter: Matter
  private let rule: RuleID
  private let level: Level
  package private(set) var findings: [Finding] = []

  /// What all rules of one run have in common.
  final class Matter: Sendable {
    let settings: Settings
    let asOf: CalendarDate
    let spelling: RememberedSpelling?
    let points: [OrderPoint]
    let subordinations: [Subordination]
    private let folderParties: FolderParties?
    var parties: FolderParties { folderParties ?? FolderParties(settings, bodyNames: []) }

    init(
      _ settings: Settings, asOf: CalendarDate, spelling: RememberedSpelling? = nil,
      points: [OrderPoint] = [], subordinations: [Subordination] = [],
      parties: FolderParties? = nil
    ) {
      self.settings = settings
      self.asOf = asOf
      self.spelling = spelling
      self.points = points
      self.subordinations = subordinations
      folderParties = parties
    }
  }

  init(_ rule: RunningRule, _ matter: Matter) {
    self.matter = matter
    self.rule = rule.id
    level = rule.level
  }

  package var settings: Settings { matter.settings }
  package var asOf: CalendarDate { matter.asOf }
  /// A dictionary of Russian; `nil` where there is none.
  package var spelling: RememberedSpelling? { matter.spelling }
  /// The points of the order that is checked, told apart once for every rule.
  var points: [OrderPoint] { matter.points }
  /// The roadmaps that are checked, each beside its superior one.
  var subordinations: [Subordination] { matter.subordinations }
  /// Whom the folder of the acts that are checked names.
  var parties: FolderParties { matter.parties }

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

/// A rule without its texts: what it takes to run it.
struct RunningRule: Sendable {
  let id: RuleID
  let level: Level
  let check: Rule.Check
}
