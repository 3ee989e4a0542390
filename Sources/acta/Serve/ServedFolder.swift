import ActaCompiler
import ActaDiagnostics
import ActaRender
import Synchronization

/// The published folder in memory, and what was found in the acts: what a reader of the preview sees.
final class ServedFolder: OutputTarget {
  struct State {
    var files: [String: (bytes: [UInt8], digest: Digest)] = [:]
    /// The files of the run that goes on.
    var seen: Set<String> = []
    var findings: [Finding] = []
    var opened: OpenedFolder?
    /// Counts the runs that showed something new.
    var version = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func put(_ file: SiteFile) -> Digest {
    let digest = Digest(of: file.bytes)
    state.withLock { state in
      state.seen.insert(file.path)
      state.files[file.path] = (file.bytes, digest)
    }
    return digest
  }

  func keep(_ path: String, digest: Digest) -> Bool {
    state.withLock { state in
      guard state.files[path]?.digest == digest else { return false }
      state.seen.insert(path)
      return true
    }
  }

  func begin() { state.withLock { $0.seen = [] } }

  /// Forgets the files that a whole run no longer made.
  func end() {
    state.withLock { state in
      let seen = state.seen
      state.files = state.files.filter { seen.contains($0.key) }
    }
  }

  /// Shows what a run found, and wakes the pages that wait for it.
  func show(_ findings: [Finding], _ opened: OpenedFolder) {
    let waiting = state.withLock { state in
      state.findings = findings
      state.opened = opened
      state.version += 1
      defer { state.waiting = [] }
      return state.waiting
    }
    for page in waiting { page.resume() }
  }

  var version: Int { state.withLock { $0.version } }

  func bytes(of path: String) -> [UInt8]? { state.withLock { $0.files[path]?.bytes } }

  /// What is found in the documents of an act.
  func findings(of act: String) -> [PlacedFinding] {
    let (findings, opened) = state.withLock { ($0.findings, $0.opened) }
    return opened?.placed(findings, onPageOf: act) ?? []
  }

  /// Waits until there is another version than a page has.
  func change(from version: Int) async {
    await withCheckedContinuation { continuation in
      let isNow = state.withLock { state in
        if state.version == version { state.waiting.append(continuation) }
        return state.version != version
      }
      if isNow { continuation.resume() }
    }
  }

  /// Wakes every page that waits: a connection must not be held for ever.
  func wake() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for page in waiting { page.resume() }
  }
}
