import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRules

/// Gathers what is found act by act, adds what only all acts together show, and heeds comments and settings.
struct Verdict {
  private let survey: Survey
  private let withRules: Bool
  private var raw: [Finding]
  private(set) var orders: [SuppressionOrders] = []
  /// Bodies that lack a half, in the order of the acts.
  private(set) var halves: [ReadBody] = []
  private var citations: [CitedPlace] = []
  /// What was found in documents that more than one act lists: told once.
  private var seen: Set<Finding> = []

  init(_ survey: Survey, findings: [Finding], withRules: Bool) {
    self.survey = survey
    self.withRules = withRules
    raw = findings
  }

  /// Takes in an act or an orphan, in the order of the repository.
  mutating func add(
    _ findings: [Finding], _ orders: [SuppressionOrders], _ bodies: [ReadBody],
    _ citations: [CitedPlace]
  ) {
    raw +=
      survey.shared.isEmpty
      ? findings
      : findings.filter { !survey.shared.contains($0.file) || seen.insert($0).inserted }
    self.orders += orders
    halves += bodies.filter(\.isHalf)
    self.citations += citations
  }

  /// Everything that is to be told, in the order in which it is shown.
  func findings(asOf day: CalendarDate) -> [Finding] {
    let settings = survey.settings
    var all = raw
    if withRules {
      all += check(halves.joined(settings), settings, asOf: day)
      all += check(citations, settings, asOf: day)
    }
    // Without rules there is nothing that an order to keep silent could have silenced.
    let heard = suppressed(all, by: orders).filter {
      withRules || $0.rule != "source/suppression" || $0.level == .error
    }
    return levelled(heard, by: settings).sorted(by: Finding.inOrder)
  }
}
