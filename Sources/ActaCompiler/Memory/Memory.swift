import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRules
import Synchronization

/// What earlier runs made of each act, so that only what has changed is made again.
///
/// It is never asked what is right: an act is taken from it only where everything that it was made of is as it was. With
/// a store it outlives the process.
package final class Memory: Sendable {
  struct State {
    /// What the whole of the last run was made with.
    var common: Digest?
    var sources: [String: (source: Source, digest: Digest)] = [:]
    var heads: [String: (digest: Digest, head: Document)] = [:]
    var acts: [String: RememberedAct] = [:]
    var late: [String: RememberedLate] = [:]
    var parts: [SitePart: [Manifest.Entry]] = [:]
    /// The acts of the last run in the order of the site.
    var order: [String] = []
    var orphans: [FileInput] = []
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
    let digest = Digest(of: common)
    if let store {
      return MemoryOfRun(
        self, State(), opened, stored: StoredRun(store, common: digest),
        keeping: StoreKeeper(store, common: digest))
    }
    let known = state.withLock { state in
      if state.common != digest {
        state.common = digest
        (state.acts, state.late, state.parts) = ([:], [:], [:])
      }
      return state
    }
    return MemoryOfRun(self, known, opened)
  }

  /// Makes what a run remembered the memory.
  func end(_ next: State) {
    state.withLock { state in
      (state.acts, state.late, state.parts) = (next.acts, next.late, next.parts)
      (state.order, state.orphans) = (next.order, next.orphans)
    }
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

/// An act as an earlier run made it.
struct RememberedAct: Sendable {
  enum Content: Sendable {
    case kept(PublishedAct)
    case stored(StoredContent)
  }

  var inputs: ActInputs
  var files: [Manifest.Entry]
  var content: Content
  /// Whether all that it was made of is as it was.
  var isCurrent = false

  /// Whether its files are not its own, since they tell of bodies of other acts too.
  var isWaiting: Bool {
    switch content {
    case .kept(let published): published.waiting != nil
    case .stored(let content): content.isWaiting
    }
  }
}

/// The files of an act that waited for bodies of other acts.
struct RememberedLate: Sendable {
  /// The documents of other acts that tell of its bodies.
  var partners: [FileInput]
  var files: [Manifest.Entry]
  var findings: [Finding]
}
