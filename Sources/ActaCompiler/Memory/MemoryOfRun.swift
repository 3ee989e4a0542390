import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import Synchronization

/// A memory while a run goes on: what was known before it, and what is to be known after.
final class MemoryOfRun: Sendable {
  private let memory: Memory
  private let past: (any PastRun)?
  private let keeper: any RunKeeper
  private let survey: Survey
  private let sources: [String: Source]
  private let isFile: @Sendable (String) -> Bool
  private let bodyNames: Digest
  private let next = Mutex(RememberedSite())
  /// What acts that wait were made of in this run.
  private let waiting = Mutex<[String: ActInputs]>([:])

  init(
    _ memory: Memory, _ opened: OpenedFolder, _ past: (any PastRun)?, _ keeper: any RunKeeper
  ) {
    self.memory = memory
    self.past = past
    self.keeper = keeper
    survey = opened.survey
    sources = opened.sources
    isFile = opened.isFile
    bodyNames = Digest(of: Array(opened.survey.bodyNames.joined(separator: "\n").utf8))
  }

  var parts: [SitePart: [Manifest.Entry]] { past?.site.parts ?? [:] }

  /// Whether nothing is known that could be kept, so that what is searched need not wait for all acts.
  var isFirst: Bool { past == nil }

  // MARK: Acts

  func act(_ head: Act) -> RememberedAct? {
    guard var act = past?.act(head.id) else { return nil }
    act.isCurrent =
      inputs(of: head, links: act.inputs.links.keys, citations: act.inputs.citations.keys)
      == act.inputs
    return act
  }

  /// An act as an earlier run published it; `nil` where it must be read anew.
  func published(_ act: RememberedAct, _ head: Act) -> PublishedAct? {
    act.published(head, survey.settings.calendar(of: head))
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

  /// Takes in an act that was made, and says what of it the site shows that has changed since an earlier run.
  func remember(
    _ act: PublishedAct, _ inputs: ActInputs, _ files: [Manifest.Entry], since old: RememberedAct?
  ) -> PublishedAct.Changes {
    let shown = Shown(act, sources: sources)
    keeper.put(act, inputs, files, shown)
    if act.waiting != nil { waiting.withLock { $0[inputs.id] = inputs } }
    guard let old else { return .all }
    return old.isCurrent ? [] : shown.changes(since: old.shown, hasHalves: !act.halves.isEmpty)
  }

  func keep(_ act: RememberedAct) {
    keeper.keep(act.inputs.id)
    if act.isWaiting { waiting.withLock { $0[act.inputs.id] = act.inputs } }
  }

  // MARK: Search

  /// What is searched in an act that was kept.
  func matter(of act: Act, on site: SiteMap) -> SearchMatter? { past?.matter(of: act, on: site) }

  /// Takes in what is searched, in the order of the site.
  func remember(_ matter: SearchMatter, of id: String) { keeper.put(matter, of: id) }

  // MARK: Acts that wait

  func partners(of act: CheckedAct, in bodies: [ReadBody]) -> [FileInput] {
    let own = Set(act.act.documents.map(\.path))
    return bodies.flatMap { $0.regulations + $0.rosters }.map(\.path).filter { !own.contains($0) }
      .map(file)
  }

  /// `nil` where the act itself has changed.
  func late(_ id: String) -> RememberedLate? {
    guard let inputs = waiting.withLock({ $0[id] }), past?.act(id)?.inputs == inputs else {
      return nil
    }
    return past?.late(id)
  }

  func remember(late: RememberedLate, of id: String) { keeper.put(late, of: id) }

  // MARK: The site

  /// What the site shows that has changed.
  func changes(
    _ acts: [PublishedAct?], _ order: [Int], _ orphans: [CheckedOrphan]
  ) -> PublishedAct.Changes {
    let outside = orphans.map { file($0.document.path) }
    next.withLock { $0.orphans = outside }
    guard let past, order.map({ acts[$0]?.head.id }) == past.site.order else { return .all }
    var changes: PublishedAct.Changes = outside == past.site.orphans ? [] : .bodies
    for act in acts.lazy.compactMap(\.self) { changes.formUnion(act.changes) }
    return changes
  }

  func remember(_ parts: [(SitePart, [Manifest.Entry])]) {
    next.withLock { state in for (part, files) in parts { state.parts[part] = files } }
  }

  /// Makes what was remembered the memory.
  func end(_ order: [String]) {
    let site = next.withLock { site in
      site.order = order
      return site
    }
    keeper.finish(site)
  }
}
