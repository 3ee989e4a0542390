package import ActaDiagnostics
import ActaLanguage
import ActaModel
package import ActaRender
import ActaRules
import Synchronization

/// A file of the published folder.
package struct OutputFile: Sendable, Hashable {
  /// Relative to the output folder, with `/`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A form in which acts are published.
package enum PublishedFormat: String, Sendable, CaseIterable {
  /// Pages, and the register that leads to them.
  case html
  case txt, pdf, json
}

/// What a folder of acts is published with.
package struct PublishSettings: Sendable {
  package var formats: Set<PublishedFormat>
  package var templates: Templates
  package var hyphenator: Hyphenator?
  /// Without faces no PDF is made.
  package var faces: PrintFaces?
  package var withRules: Bool

  package init(
    formats: Set<PublishedFormat> = Set(PublishedFormat.allCases), templates: Templates,
    hyphenator: Hyphenator? = nil, faces: PrintFaces? = nil, withRules: Bool = true
  ) {
    self.formats = formats
    self.templates = templates
    self.hyphenator = hyphenator
    self.faces = faces
    self.withRules = withRules
  }
}

/// Reads, checks and renders a folder of acts, a few at a time: an act is let go as soon as its files are handed over,
/// so that the memory that is needed hardly grows with the folder.
///
/// `write` is called from several threads at once, in any order; the manifest is the folder's, which knows what it was
/// given. Yields what is found, in the order in which it is shown.
package func publish<Outside: World, Failure: Error>(
  _ opened: Checked<OpenedFolder>, _ world: Outside, _ settings: PublishSettings,
  write: @escaping @Sendable (OutputFile) throws(Failure) -> Void
) async throws(Failure) -> [Finding] {
  let survey = opened.value.survey
  let sink = Sink(write: write)
  let checker = ActChecker(
    survey, sources: opened.value.sources, world: world, withRules: settings.withRules)
  let renderer = ActRenderer(
    site: SiteMap(survey.repository), cited: survey.cited, day: world.today,
    settings: settings, sources: opened.value.sources)
  let publisher = Publisher(checker: checker, renderer: renderer, sink: sink)

  // From the oldest on, since that is the order of the index of search.
  let order = survey.repository.acts.indices.sorted {
    isOlder(survey.repository.acts[$0], than: survey.repository.acts[$1])
  }
  var acts: [PublishedAct?] = Array(repeating: nil, count: order.count)
  var index = SearchIndex(bytes: opened.value.sources.values.reduce(0) { $0 + $1.bytes.count })
  await inOrder(order, { publisher.publish(survey.repository.acts[$0]) }) { place, published in
    var published = published
    if let matter = published.search {
      for file in index.add(matter) { sink.put(OutputFile(file)) }
      published.search = nil
    }
    acts[place] = published
  }
  let orphans = await inParallel(survey.repository.orphans) { checker.check(orphan: $0) }

  var verdict = Verdict(survey, findings: opened.findings, withRules: settings.withRules)
  for act in acts.lazy.compactMap(\.self) {
    verdict.add(act.findings, act.orders, act.halves, act.citations)
  }
  for orphan in orphans {
    verdict.add(
      orphan.findings, orphan.orders.map { [$0] } ?? [], orphan.bodies, orphan.citations)
  }
  // Acts of which a body has its other half elsewhere have waited for it.
  let halves = verdict.halves.joinedInPlace(survey.settings)
  let waiting = waiting(acts, halves)
  let late = await inParallel(waiting) { publisher.publish(waiting: $0.act, bodies: $0.bodies) }

  let printFindings = acts.flatMap { $0?.printFindings ?? [] } + late.flatMap(\.self)
  if settings.formats.contains(.html) {
    let agenda = Agenda(
      deadlines: acts.flatMap { $0?.deadlines ?? [] },
      bodies: cards(acts, halves, on: renderer.site), settings: survey.settings, asOf: world.today)
    let pages = SitePages(
      order.map { survey.repository.acts[$0] }, agenda, on: renderer.site)
    let index = index
    await withTaskGroup(of: Void.self) { group in
      for part in SitePages.Part.allCases {
        group.addTask {
          pages.write(part, with: settings.templates) { sink.put(OutputFile($0)) }
        }
      }
      group.addTask {
        var index = index
        for file in index.finish() { sink.put(OutputFile(file)) }
      }
    }
  }
  try sink.finish()
  let printed = levelled(silenced(printFindings, by: verdict.orders), by: survey.settings)
  return verdict.findings(asOf: world.today) + printed
}

/// Acts that wait for the bodies of others, with all bodies that each tells of.
private func waiting(
  _ acts: [PublishedAct?], _ halves: [ReadBody]
) -> [(act: CheckedAct, bodies: [ReadBody])] {
  let waiting = acts.compactMap { $0?.waiting }
  guard !waiting.isEmpty else { return [] }
  var next = halves.makeIterator()
  var whole: [ReadBody] = []
  for act in acts.lazy.compactMap(\.self) {
    guard let checked = act.waiting else { continue }
    for body in checked.bodies {
      if !body.isHalf {
        whole.append(body)
      } else if let joined = next.next(), !joined.isEmpty {
        whole.append(joined)
      }
    }
  }
  while let joined = next.next() { if !joined.isEmpty { whole.append(joined) } }
  let byAct = whole.byAct
  return waiting.map { ($0, byAct[$0.act.id] ?? []) }
}

/// What the site tells of all bodies, in the order of the acts.
private func cards(
  _ acts: [PublishedAct?], _ halves: [ReadBody], on site: SiteMap
) -> [BodyCard] {
  var next = halves.makeIterator()
  var cards: [BodyCard] = []
  for act in acts.lazy.compactMap(\.self) {
    for body in act.bodies {
      switch body {
      case .whole(let card): cards += card.map { [$0] } ?? []
      case .half:
        guard let joined = next.next(), !joined.isEmpty else { continue }
        cards += BodyCard(joined, on: site).map { [$0] } ?? []
      }
    }
  }
  while let joined = next.next() {
    if !joined.isEmpty { cards += BodyCard(joined, on: site).map { [$0] } ?? [] }
  }
  return cards
}

/// What is kept of an act that has been published.
private struct PublishedAct: Sendable {
  enum Body: Sendable {
    /// `nil` for one that the site does not tell of.
    case whole(BodyCard?)
    case half
  }

  var findings: [Finding]
  var orders: [SuppressionOrders]
  var citations: [CitedPlace]
  var halves: [ReadBody]
  var bodies: [Body]
  var deadlines: [DeadlineEntry]
  var printFindings: [Finding]
  var search: SearchMatter?
  /// The act itself, where its page cannot be made before all acts are read.
  var waiting: CheckedAct?
}

/// Takes an act from its sources to its files.
private struct Publisher<Outside: World, Failure: Error>: Sendable {
  let checker: ActChecker<Outside>
  let renderer: ActRenderer
  let sink: Sink<Failure>

  func publish(_ head: Act) -> PublishedAct {
    var checked = checker.check(head)
    let isWaiting = checked.bodies.contains { $0.isHalf }
    let isSite = renderer.settings.formats.contains(.html)
    var published = PublishedAct(
      findings: checked.findings, orders: checked.orders, citations: checked.citations,
      halves: checked.bodies.filter(\.isHalf),
      bodies: checked.bodies.map {
        $0.isHalf ? .half : .whole(isSite ? BodyCard($0, on: renderer.site) : nil)
      },
      deadlines: isSite ? checked.reading.map { deadlines(of: $0) } ?? [] : [], printFindings: [],
      search: isSite ? SearchMatter(checked.act, on: renderer.site) : nil)
    if isWaiting {
      checked.findings = []
      published.waiting = checked
    } else {
      published.printFindings = publish(waiting: checked, bodies: checked.bodies)
    }
    return published
  }

  /// Renders an act all of whose bodies are known; what print finds.
  func publish(waiting act: CheckedAct, bodies: [ReadBody]) -> [Finding] {
    let rendered = renderer.render(act, bodies: bodies)
    for file in rendered.value { sink.put(file) }
    return rendered.findings
  }
}

/// Where files go; after the first that cannot be written no other is.
private final class Sink<Failure: Error>: Sendable {
  private let write: @Sendable (OutputFile) throws(Failure) -> Void
  private let failure = Mutex<Failure?>(nil)

  init(write: @escaping @Sendable (OutputFile) throws(Failure) -> Void) { self.write = write }

  func put(_ file: OutputFile) {
    guard failure.withLock({ $0 == nil }) else { return }
    do { try write(file) } catch { failure.withLock { $0 = $0 ?? error } }
  }

  func finish() throws(Failure) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}

/// Renders acts in the forms that are asked for.
private struct ActRenderer: Sendable {
  let site: SiteMap
  let cited: CitedActs
  let day: CalendarDate
  let settings: PublishSettings
  let sources: [String: Source]
  private let supplies: PrintSupplies

  init(
    site: SiteMap, cited: CitedActs, day: CalendarDate, settings: PublishSettings,
    sources: [String: Source]
  ) {
    self.site = site
    self.cited = cited
    self.day = day
    self.settings = settings
    self.sources = sources
    supplies = PrintSupplies(templates: settings.templates, hyphenator: settings.hyphenator)
  }

  func render(_ checked: CheckedAct, bodies: [ReadBody]) -> Checked<[OutputFile]> {
    let act = checked.act
    var rendered = Checked<[OutputFile]>([])
    func add(_ name: String, _ file: Checked<[UInt8]>) {
      rendered.value.append(OutputFile(path: act.id + "/" + name, bytes: file.value))
      rendered.findings += file.findings
    }
    let read = checked.reading.map { ActReading($0, citing: cited, asOf: day) }
    if settings.formats.contains(.html) {
      add(
        "index.html",
        actPage(act, reading: read, on: site, with: settings.templates, files: files))
    }
    for file in files {
      switch file {
      case .pdf:
        guard let faces = settings.faces else { continue }
        add(
          file.rawValue,
          printedPDF(of: act, reading: read, on: site, with: supplies, faces: faces))
      case .text:
        let text = printedText(of: act, settings: site.settings, with: supplies)
        add(file.rawValue, Checked(text))
      case .json:
        let json = json(of: act, settings: site.settings, sources: sources, bodies: bodies)
        add(file.rawValue, Checked(json.encoded()))
      }
    }
    return rendered
  }

  /// What stands beside each page.
  private var files: [ActFile] {
    ActFile.allCases.filter { file in
      switch file {
      case .pdf: settings.formats.contains(.pdf) && settings.faces != nil
      case .text: settings.formats.contains(.txt)
      case .json: settings.formats.contains(.json)
      }
    }
  }
}

extension OutputFile {
  fileprivate init(_ file: SiteFile) { self.init(path: file.path, bytes: file.bytes) }
}
