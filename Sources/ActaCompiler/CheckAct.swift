import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaParser
import ActaRules
import Synchronization

/// Reads and checks one act at a time, everything that it has to know of the others at hand.
final class ActChecker<Outside: World>: Sendable {
  let survey: Survey
  private let sources: [String: Source]
  private let world: Outside
  private let spelling: RememberedSpelling?
  private let withRules: Bool
  private let parties: FolderParties
  /// Superior roadmaps as they are read, by path: many acts may carry out one.
  private let superiors = Mutex<[String: ReadDocument]>([:])

  init(_ survey: Survey, sources: [String: Source], world: Outside, withRules: Bool) {
    self.survey = survey
    self.sources = sources
    self.world = world
    spelling = world.spelling.map { RememberedSpelling($0) }
    self.withRules = withRules
    parties = FolderParties(survey.settings, bodyNames: withRules ? survey.bodyNames : [])
  }

  /// Reads an act whose documents have no text yet, and checks it, or only says what others have to know of it.
  func check(_ head: Act, isAsked: Bool = true) -> CheckedAct {
    var findings: [Finding] = []
    var links: [String] = []
    let act = head.withDocuments { parsed($0, &findings, &links) }
    let orders = act.documents.compactMap { SuppressionOrders($0) }
    guard withRules else {
      return CheckedAct(act: act, reading: nil, findings: findings, orders: orders, links: links)
    }
    let settings = survey.settings
    let read = ReadAct(act, settings: settings)
    if isAsked {
      findings += ActaRules.check(read, settings, asOf: world.today, spelling: spelling)
    }
    let reading = read.withoutTexts
    let bodies = reading.bodies
    let citations = reading.citations(settings)
    guard isAsked else {
      return CheckedAct(
        act: act, reading: reading, findings: findings, orders: orders, bodies: bodies,
        citations: citations, links: links)
    }
    let surroundings = ReadRepository(
      settings: settings, acts: [reading], orphans: [],
      superiors: survey.superiors(of: head).compactMap(superior))
    findings += ActaRules.check(surroundings: surroundings, parties, asOf: world.today)
    findings += ActaRules.check(bodies.filter { !$0.isHalf }, settings, asOf: world.today)
    return CheckedAct(
      act: act, reading: reading, findings: findings, orders: orders, bodies: bodies,
      citations: citations, links: links)
  }

  /// An act with its text, without an opinion of it.
  func read(_ head: Act) -> Act {
    head.withTexts(from: sources)
  }

  /// The same for a document that no act lists.
  func check(orphan head: Document) -> CheckedOrphan {
    var findings: [Finding] = []
    var links: [String] = []
    let document = parsed(head, &findings, &links)
    let orders = SuppressionOrders(document)
    guard withRules else {
      return CheckedOrphan(document: document, reading: nil, findings: findings, orders: orders)
    }
    let settings = survey.settings
    let read = ReadDocument(document, calendar: settings.commonCalendar)
    findings += ActaRules.check(read, settings, asOf: world.today)
    let reading = read.withoutTexts
    let surroundings = ReadRepository(settings: settings, acts: [], orphans: [reading])
    findings += ActaRules.check(surroundings: surroundings, parties, asOf: world.today)
    let bodies = reading.bodies
    findings += ActaRules.check(bodies.filter { !$0.isHalf }, settings, asOf: world.today)
    return CheckedOrphan(
      document: document, reading: reading, findings: findings, orders: orders, bodies: bodies,
      citations: reading.citations(settings))
  }

  private func parsed(
    _ head: Document, _ findings: inout [Finding], _ links: inout [String]
  ) -> Document {
    guard let source = sources[head.path] else { return head }
    let parsed = parse(source)
    findings += parsed.findings
    let paths = checkPaths(parsed.value, in: survey, isFile: world.isFile)
    findings += paths.findings
    links += paths.value
    return parsed.value
  }

  private func superior(at path: String) -> ReadDocument? {
    if let known = superiors.withLock({ $0[path] }) { return known }
    guard let source = sources[path] else { return nil }
    let calendar =
      survey.owner(of: path).map(survey.settings.calendar(of:)) ?? survey.settings.commonCalendar
    let document = ReadDocument(parse(source).value, calendar: calendar).roadmapAlone
    superiors.withLock { $0[path] = document }
    return document
  }
}

extension Act {
  /// An act that was known by its front matter, with the texts of its documents.
  func withTexts(from sources: [String: Source]) -> Act {
    withDocuments { document in sources[document.path].map { parse($0).value } ?? document }
  }

  /// The act with each document made into another, the order first.
  fileprivate func withDocuments(_ change: (Document) -> Document) -> Act {
    var act = self
    act.order = change(order)
    for index in act.appendices.indices {
      act.appendices[index].document = change(act.appendices[index].document)
    }
    return act
  }
}

/// An act, read and checked by itself.
struct CheckedAct: Sendable {
  var act: Act
  /// What its words say; `nil` where nobody asked.
  var reading: ReadAct?
  /// Comments that silence rules have not been heeded yet.
  var findings: [Finding]
  var orders: [SuppressionOrders]
  /// The halves among them are not checked yet: another act may hold the other half.
  var bodies: [ReadBody] = []
  var citations: [CitedPlace] = []
  /// The paths that its text leads to.
  var links: [String]
}

/// A document that no act lists, read and checked by itself.
struct CheckedOrphan: Sendable {
  var document: Document
  var reading: ReadDocument?
  var findings: [Finding]
  var orders: SuppressionOrders?
  var bodies: [ReadBody] = []
  var citations: [CitedPlace] = []
}
