import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import Synchronization

/// A memory while a run goes on: what was known before it, and what is to be known after.
final class MemoryOfRun: Sendable {
  private let memory: Memory
  private let known: Memory.State
  private let survey: Survey
  private let sources: [String: Source]
  private let isFile: @Sendable (String) -> Bool
  private let bodyNames: Digest
  private let next = Mutex(Memory.State())
  private let stored: StoredRun?
  private let keeper: StoreKeeper?
  /// What acts made anew were made of, where a store holds everything else.
  private let made = Mutex<[String: ActInputs]>([:])

  init(
    _ memory: Memory, _ known: Memory.State, _ opened: OpenedFolder, stored: StoredRun? = nil,
    keeping keeper: StoreKeeper? = nil
  ) {
    self.memory = memory
    self.stored = stored
    self.keeper = keeper
    self.known = known
    survey = opened.survey
    sources = opened.sources
    isFile = opened.isFile
    bodyNames = Digest(of: Array(opened.survey.bodyNames.joined(separator: "\n").utf8))
  }

  var parts: [SitePart: [Manifest.Entry]] { stored?.site.parts ?? known.parts }

  /// Whether acts are held in memory until the next run, rather than in a store.
  var holdsActs: Bool { keeper == nil }

  /// Whether nothing is known that could be kept, so that what is searched need not wait for all acts.
  var isFirst: Bool { keeper != nil && stored == nil }

  // MARK: Acts

  func act(_ head: Act) -> RememberedAct? {
    guard var act = stored?.act(head.id) ?? known.acts[head.id] else { return nil }
    act.isCurrent =
      inputs(of: head, links: act.inputs.links.keys, citations: act.inputs.citations.keys)
      == act.inputs
    return act
  }

  /// An act as an earlier run published it; `nil` where nobody knows.
  func published(_ act: RememberedAct, _ head: Act) -> PublishedAct? {
    switch act.content {
    case .kept(let published): published
    case .stored(let content):
      content.isWaiting
        ? nil
        : stored?.published(content, head: head, calendar: survey.settings.calendar(of: head))
    }
  }

  /// What the site shows of an act that has changed since an earlier run.
  func changes(of act: PublishedAct, since old: RememberedAct) -> PublishedAct.Changes {
    switch old.content {
    case .kept(let published): act.changes(since: published)
    case .stored(let content):
      Shown(act, sources: sources).changes(since: content.shown, hasHalves: !act.halves.isEmpty)
    }
  }

  func inputs(of checked: CheckedAct) -> ActInputs {
    let citations = (checked.reading?.documents ?? []).flatMap(\.resolved).compactMap {
      reference -> Citation? in
      if case .act(let citation) = reference.goal { citation } else { nil }
    }
    return inputs(of: checked.act, links: checked.links, citations: citations)
  }

  private func inputs(
    of act: Act, links: some Sequence<String>, citations: some Sequence<Citation>
  ) -> ActInputs {
    ActInputs(
      id: act.id, numbers: act.appendices.map(\.number),
      documents: act.documents.map { file($0.path) },
      superiors: survey.superiors(of: act).map { path in
        ActInputs.Superior(
          file: file(path),
          issuers: survey.owner(of: path)?.order.requisites.issuers.map(\.value) ?? [])
      },
      links: Dictionary(links.map { ($0, isFile($0)) }, uniquingKeysWith: { first, _ in first }),
      citations: Dictionary(
        citations.map { ($0, name(of: $0)) }, uniquingKeysWith: { first, _ in first }),
      bodies: act.documents.contains { $0.family == .roadmap } ? bodyNames : nil)
  }

  private func file(_ path: String) -> FileInput {
    FileInput(path: path, digest: sources[path].map { memory.digest(of: $0) })
  }

  private func name(of cited: Citation) -> ActInputs.CitedName? {
    survey.cited.index(of: cited).map { index in
      let act = survey.cited.acts[index]
      return ActInputs.CitedName(
        id: act.id, citation: citation(of: act), title: act.order.requisites.title?.value ?? "")
    }
  }

  func remember(_ act: PublishedAct, _ inputs: ActInputs, _ files: [Manifest.Entry]) {
    guard let keeper else {
      next.withLock {
        $0.acts[inputs.id] = RememberedAct(inputs: inputs, files: files, content: .kept(act))
      }
      return
    }
    keeper.put(act, inputs, files, Shown(act, sources: sources))
    if act.waiting != nil { made.withLock { $0[inputs.id] = inputs } }
  }

  func keep(_ id: String) {
    if let keeper {
      if let record = stored?.record(id) { keeper.put(record) }
    } else if let act = known.acts[id] {
      next.withLock { $0.acts[id] = act }
    }
  }

  // MARK: Search

  /// What is searched in an act that was kept.
  func matter(of act: Act, on site: SiteMap) -> SearchMatter? {
    stored?.matter(of: act, on: site)
  }

  /// Takes in what is searched, in the order of the site.
  func remember(_ matter: SearchMatter, of id: String) { keeper?.put(matter, of: id) }

  // MARK: Acts that wait

  func partners(of act: CheckedAct, in bodies: [ReadBody]) -> [FileInput] {
    let own = Set(act.act.documents.map(\.path))
    return bodies.flatMap { $0.regulations + $0.rosters }.map(\.path).filter { !own.contains($0) }
      .map(file)
  }

  /// `nil` where the act itself is made anew.
  func late(_ id: String) -> RememberedLate? {
    if let stored {
      guard let inputs = made.withLock({ $0[id] }), stored.act(id)?.inputs == inputs else {
        return nil
      }
      return stored.late(id)
    }
    guard next.withLock({ $0.acts[id]?.inputs }) == known.acts[id]?.inputs else { return nil }
    return known.late[id]
  }

  func remember(late: RememberedLate, of id: String) {
    if let keeper { keeper.put(late, of: id) } else { next.withLock { $0.late[id] = late } }
  }

  // MARK: The site

  /// What the site shows that has changed.
  func changes(
    _ acts: [PublishedAct?], _ order: [Int], _ orphans: [CheckedOrphan]
  ) -> PublishedAct.Changes {
    let outside = orphans.map { file($0.document.path) }
    next.withLock { $0.orphans = outside }
    let (old, orphansBefore) =
      stored.map { ($0.site.order, $0.site.orphans) } ?? (
        known.order, known.orphans
      )
    guard order.map({ acts[$0]?.head.id }) == old else { return .all }
    var changes: PublishedAct.Changes = outside == orphansBefore ? [] : .bodies
    for act in acts.lazy.compactMap(\.self) { changes.formUnion(act.changes) }
    return changes
  }

  func remember(_ parts: [(SitePart, [Manifest.Entry])]) {
    next.withLock { state in for (part, files) in parts { state.parts[part] = files } }
  }

  /// Makes what was remembered the memory.
  func end(_ order: [String]) {
    var next = next.withLock { $0 }
    next.order = order
    guard let keeper else { return memory.end(next) }
    var site = StoredSite()
    (site.parts, site.order, site.orphans) = (next.parts, next.order, next.orphans)
    keeper.finish(site, searchBefore: stored?.site.search ?? [])
  }
}
