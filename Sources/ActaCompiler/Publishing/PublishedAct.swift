import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ActaRules

/// What is kept of an act that has been published.
struct PublishedAct: Sendable {
  enum Body: Sendable, Hashable {
    /// `nil` for one that the site does not tell of.
    case whole(BodyCard?)
    case half
  }

  /// What of it the rest of the site shows has changed since an earlier run.
  struct Changes: OptionSet, Sendable {
    let rawValue: Int

    static let head = Changes(rawValue: 1)
    static let deadlines = Changes(rawValue: 2)
    static let bodies = Changes(rawValue: 4)
    static let search = Changes(rawValue: 8)
    static let all: Changes = [.head, .deadlines, .bodies, .search]
  }

  /// The act as its front matter tells it.
  var head: Act
  var findings: [Finding]
  var orders: [SuppressionOrders]
  var citations: [CitedPlace]
  var halves: [ReadBody]
  var bodies: [Body]
  var deadlines: [DeadlineEntry]
  var printFindings: [Finding] = []
  var search: SearchMatter?
  /// The act itself, where its page cannot be made before all acts are read.
  var waiting: CheckedAct?
  var changes: Changes = .all
}

/// Takes an act from its sources to its files.
struct Publisher<Outside: World, Target: OutputTarget>: Sendable {
  let checker: ActChecker<Outside>
  let renderer: ActRenderer
  let sink: Sink<Target>
  let memory: MemoryOfRun?

  func publish(_ head: Act) -> PublishedAct {
    let known = memory?.act(head)
    if let known, known.isCurrent, known.isWaiting || sink.keep(known.files),
      var published = memory?.published(known, head)
    {
      published.changes = []
      memory?.keep(known)
      return published
    }
    var checked = checker.check(head)
    let inputs = memory?.inputs(of: checked)
    let isWaiting = checked.bodies.contains { $0.isHalf }
    let isSite = renderer.settings.formats.contains(.html)
    var published = PublishedAct(
      head: head, findings: checked.findings, orders: checked.orders,
      citations: checked.citations, halves: checked.bodies.filter(\.isHalf),
      bodies: checked.bodies.map {
        $0.isHalf ? .half : .whole(isSite ? BodyCard($0, on: renderer.site) : nil)
      },
      deadlines: isSite ? checked.reading.map { deadlines(of: $0) } ?? [] : [],
      search: isSite ? SearchMatter(checked.act, on: renderer.site) : nil)
    var files: [Manifest.Entry] = []
    if isWaiting {
      checked.findings = []
      published.waiting = checked
    } else {
      published.printFindings = render(checked, checked.bodies, &files)
    }
    if let memory, let inputs {
      published.changes = memory.remember(published, inputs, files, since: known)
    }
    return published
  }

  /// Renders an act all of whose bodies are known; what print finds.
  func publish(waiting act: CheckedAct, bodies: [ReadBody]) -> [Finding] {
    let partners = memory?.partners(of: act, in: bodies)
    if let known = memory?.late(act.act.id), let partners, known.partners == partners,
      sink.keep(known.files)
    {
      memory?.remember(late: known, of: act.act.id)
      return known.findings
    }
    var files: [Manifest.Entry] = []
    let findings = render(act, bodies, &files)
    if let partners {
      memory?.remember(
        late: RememberedLate(partners: partners, files: files, findings: findings), of: act.act.id)
    }
    return findings
  }

  private func render(
    _ act: CheckedAct, _ bodies: [ReadBody], _ files: inout [Manifest.Entry]
  ) -> [Finding] {
    let rendered = renderer.render(act, bodies: bodies)
    for file in rendered.value { if let entry = sink.put(file) { files.append(entry) } }
    return rendered.findings
  }
}
