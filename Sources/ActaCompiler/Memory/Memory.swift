import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ActaRules
import Synchronization

/// What earlier runs made of each act, so that only what has changed is made again.
///
/// It is never asked what is right: an act is taken from it only where everything that it was made of is as it was. With
/// a store it outlives the process.
package final class Memory: Sendable {
  private struct State {
    /// What the whole of the last run was made with.
    var common: Digest?
    var sources: [String: (source: Source, digest: Digest)] = [:]
    var heads: [String: (digest: Digest, head: Document)] = [:]
    var run: HeldRun?
  }

  private let state = Mutex(State())
  private let store: (any MemoryStore)?

  package init(store: (any MemoryStore)? = nil) { self.store = store }

  /// Begins a run; what was made with other settings is forgotten.
  func run(
    _ opened: OpenedFolder, _ settings: PublishSettings, asOf day: CalendarDate
  ) -> MemoryOfRun {
    let formats = settings.formats.map(\.rawValue).sorted().joined(separator: ",")
    var common = Array("\(day.iso) \(formats) \(settings.withRules) \(settings.fingerprint)\n".utf8)
    for (path, source) in opened.allSources where opened.sources[path] == nil {
      common += source.bytes
    }
    for coat in settings.templates.coatFiles { common += coat.bytes }
    let digest = Digest(of: common)
    if let store {
      let past = StoredRun(store, common: digest)
      return MemoryOfRun(
        self, opened, past, StoreKeeper(store, common: digest, keeping: past))
    }
    let past = state.withLock { state in
      if state.common != digest { (state.common, state.run) = (digest, nil) }
      return state.run
    }
    return MemoryOfRun(
      self, opened, past,
      HeldKeeper(past) { [weak self] run in self?.state.withLock { $0.run = run } })
  }

  /// The source at a path, its lines counted and its digest reckoned once for the same bytes.
  func source(_ path: String, _ bytes: [UInt8]) -> Source {
    if let known = state.withLock({ $0.sources[path] }), known.source.bytes == bytes {
      return known.source
    }
    let source = Source(path: path, bytes: bytes)
    let digest = Digest(of: bytes)
    state.withLock { $0.sources[path] = (source, digest) }
    return source
  }

  /// The digest of a source.
  func digest(of source: Source) -> Digest {
    let known = state.withLock { $0.sources[source.path] }
    if let known, known.source.bytes == source.bytes { return known.digest }
    return Digest(of: source.bytes)
  }

  /// The front matter of a source, read once for the same bytes.
  func head(of source: Source, read: (Source) -> Document) -> Document {
    let digest = digest(of: source)
    if let known = state.withLock({ $0.heads[source.path] }), known.digest == digest {
      return known.head
    }
    let head = read(source)
    state.withLock { $0.heads[source.path] = (digest, head) }
    return head
  }
}
