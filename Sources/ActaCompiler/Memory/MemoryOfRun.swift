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

  init(_ memory: Memory, _ known: Memory.State, _ opened: OpenedFolder) {
    self.memory = memory
    self.known = known
    survey = opened.survey
    sources = opened.sources
    isFile = opened.isFile
    bodyNames = Digest(of: Array(opened.survey.bodyNames.joined(separator: "\n").utf8))
  }

  var parts: [SitePart: [Manifest.Entry]] { known.parts }

  // MARK: Acts

  func act(_ head: Act) -> RememberedAct? {
    guard var act = known.acts[head.id] else { return nil }
    act.isCurrent =
      inputs(of: head, links: act.inputs.links.keys, citations: act.inputs.citations.keys)
      == act.inputs
    return act
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
    next.withLock {
      $0.acts[inputs.id] = RememberedAct(inputs: inputs, published: act, files: files)
    }
  }

  func keep(_ id: String) {
    guard let act = known.acts[id] else { return }
    next.withLock { $0.acts[id] = act }
  }

  // MARK: Acts that wait

  func partners(of act: CheckedAct, in bodies: [ReadBody]) -> [FileInput] {
    let own = Set(act.act.documents.map(\.path))
    return bodies.flatMap { $0.regulations + $0.rosters }.map(\.path).filter { !own.contains($0) }
      .map(file)
  }

  /// `nil` where the act itself is made anew.
  func late(_ id: String) -> RememberedLate? {
    guard next.withLock({ $0.acts[id]?.inputs }) == known.acts[id]?.inputs else { return nil }
    return known.late[id]
  }

  func remember(late: RememberedLate, of id: String) { next.withLock { $0.late[id] = late } }

  // MARK: The site

  /// What the site shows that has changed.
  func changes(
    _ acts: [PublishedAct?], _ order: [Int], _ orphans: [CheckedOrphan]
  ) -> PublishedAct.Changes {
    let outside = orphans.map { file($0.document.path) }
    next.withLock { $0.orphans = outside }
    guard order.map({ acts[$0]?.head.id }) == known.order else { return .all }
    var changes: PublishedAct.Changes = outside == known.orphans ? [] : .bodies
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
    memory.end(next)
  }
}
