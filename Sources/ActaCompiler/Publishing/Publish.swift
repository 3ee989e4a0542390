package import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ActaRules

/// Reads, checks and renders a folder of acts, a few at a time: an act is let go as soon as its files are handed over,
/// so that the memory that is needed hardly grows with the folder.
///
/// With a memory only what has changed since the run before is made again. `whenActsAreDone` is told what is found as
/// soon as every act has its files; a task that is cancelled then leaves the rest of the site as it was. Yields what is
/// found, in the order in which it is shown.
package func publish<Outside: World, Target: OutputTarget>(
  _ opened: Checked<OpenedFolder>, _ world: Outside, _ settings: PublishSettings,
  to target: Target, memory: Memory? = nil,
  whenActsAreDone: (@Sendable ([Finding]) -> Void)? = nil
) async throws(Target.Problem) -> [Finding] {
  let survey = opened.value.survey
  let settings = settings.with(opened.value.coats)
  let heads = survey.repository.acts
  let sink = Sink(target)
  let run = memory?.run(opened.value, settings, asOf: world.today)
  let checker = ActChecker(
    survey, sources: opened.value.sources, world: world, withRules: settings.withRules)
  let renderer = ActRenderer(
    site: SiteMap(survey.repository), cited: survey.cited, day: world.today,
    settings: settings, sources: opened.value.sources)
  let publisher = Publisher(checker: checker, renderer: renderer, sink: sink, memory: run)

  // From the oldest on, since that is the order of the index of search.
  let order = heads.indices.sorted { isOlder(heads[$0], than: heads[$1]) }
  var acts: [PublishedAct?] = Array(repeating: nil, count: order.count)
  let size = opened.value.sources.values.reduce(0) { $0 + $1.bytes.count }
  var index = SearchFiles(size: size, sink)
  await inOrder(order, { publisher.publish(heads[$0]) }) { place, published in
    acts[place] = published
    guard run?.isFirst != false, let matter = published.search else { return }
    index.add(matter)
    run?.remember(matter, of: published.head.id)
    acts[place]?.search = nil
  }
  let orphans = await inParallel(survey.repository.orphans) { checker.check(orphan: $0) }

  var verdict = Verdict(survey, findings: opened.findings, withRules: settings.withRules)
  for place in acts.indices {
    guard let act = acts[place] else { continue }
    verdict.add(act.findings, act.orders, act.halves, act.citations)
    // Taken in: nobody asks for them again.
    acts[place]?.findings = []
    acts[place]?.citations = []
  }
  for orphan in orphans {
    verdict.add(
      orphan.findings, orphan.orders.map { [$0] } ?? [], orphan.bodies, orphan.citations)
  }
  // Acts of which a body has its other half elsewhere have waited for it.
  let halves = verdict.halves.joinedInPlace(survey.settings)
  let late = await inParallel(waiting(acts, halves)) {
    publisher.publish(waiting: $0.act, bodies: $0.bodies)
  }

  let printFindings = acts.flatMap { $0?.printFindings ?? [] } + late.flatMap(\.self)
  let findings =
    verdict.findings(asOf: world.today)
    + levelled(silenced(printFindings, by: verdict.orders), by: survey.settings)
  whenActsAreDone?(findings)

  if settings.formats.contains(.html) {
    let plan = SitePlan(
      changes: run.map { $0.changes(acts, order, orphans) } ?? .all, parts: run?.parts ?? [:])
    // First, since the index is the largest thing that can then be let go.
    let found = plan.files(of: .search, sink) {
      if let run, !run.isFirst {
        for place in order where !Task.isCancelled {
          let matter =
            acts[place]?.search ?? run.matter(of: heads[place], on: renderer.site)
            ?? SearchMatter(checker.read(heads[place]), on: renderer.site)
          run.remember(matter, of: heads[place].id)
          index.add(matter)
        }
      }
      return Task.isCancelled ? [] : index.finish()
    }
    // Lists of everything cost their time even where nothing in them has changed.
    let pages =
      plan.isKept(sink)
      ? nil
      : SitePages(
        order.map { heads[$0] },
        Agenda(
          deadlines: acts.flatMap { $0?.deadlines ?? [] },
          bodies: cards(acts, halves, on: renderer.site), settings: survey.settings,
          asOf: world.today),
        on: renderer.site)
    let made = await inParallel(SitePages.Part.allCases) { part in
      plan.files(of: .pages(part), sink) {
        var files: [Manifest.Entry] = []
        pages?.write(part, with: settings.templates) { file in
          if let entry = sink.put(file) { files.append(entry) }
        }
        return files
      }
    }
    // A part that was left in its midst is not known to anybody.
    if !Task.isCancelled {
      run?.remember(
        Array(zip(SitePages.Part.allCases.map { .pages($0) }, made)) + [(.search, found)])
    }
  }
  try sink.finish()
  run?.end(order.map { heads[$0].id })
  return findings
}

/// The index of search on its way to files.
private struct SearchFiles<Target: OutputTarget> {
  private var index: SearchIndex
  private let sink: Sink<Target>
  private var files: [Manifest.Entry] = []

  init(size: Int, _ sink: Sink<Target>) {
    index = SearchIndex(bytes: size)
    self.sink = sink
  }

  mutating func add(_ matter: SearchMatter) { put(index.add(matter)) }

  mutating func finish() -> [Manifest.Entry] {
    put(index.finish())
    index = SearchIndex(bytes: 0)
    return files
  }

  private mutating func put(_ made: [SiteFile]) {
    files += made.compactMap { sink.put($0) }
  }
}
