import Glibc
import Synchronization

/// The folder that is published, while a build writes to it.
///
/// Every file is written aside and renamed, so that it is whole at any moment; the manifest comes last. Functions may
/// be called from several threads at once. What a machine that loses power leaves is not promised: `acta verify` tells.
package final class OutputFolder: Sendable {
  private struct State: ~Copyable {
    var entries: [String: Manifest.Entry] = [:]
    var lock: OutputLock?
  }

  private let path: String
  private let root: Descriptor
  private let aside: AsideFolder
  /// What the build before wrote, by path, and the bytes that say so.
  private let before: [String: Manifest.Entry]
  private let manifest: [UInt8]
  /// When the manifest was written: what changed earlier is as it says.
  private let written: Int
  private let state: Mutex<State>

  /// Opens a folder for writing, made where it is missing, and clears away what a killed build left.
  ///
  /// `leavingNoName` is how files are written where the file system can: without a name until they are whole.
  package init(_ path: String, leavingNoName: Bool = true) throws(OutputProblem) {
    self.path = path
    do throws(SystemError) {
      try Self.make(path)
      root = try Descriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    } catch {
      throw .refused(path: path, code: error.code)
    }
    let lock = try OutputLock(root, path: path)
    state = Mutex(State(lock: lock))
    aside = AsideFolder(leavingNoName: leavingNoName)
    aside.clear(in: root)
    var manifest: [UInt8] = []
    var written = Int.min
    if let file = try? root.open(Manifest.path, O_RDONLY | O_NONBLOCK),
      let status = try? file.status(),
      status.isFile, let bytes = try? file.read()
    {
      manifest = bytes
      written = min(status.modified, status.changed)
    }
    self.manifest = manifest
    self.written = written
    before = Dictionary(
      (Manifest(decoding: manifest)?.entries ?? []).map { ($0.path, $0) }, uniquingKeysWith: { $1 })
  }

  deinit { close() }

  /// Writes a file, unless it stands there with the same bytes; its digest.
  @discardableResult
  package func put(_ path: String, _ bytes: [UInt8]) throws(OutputProblem) -> Digest {
    guard OutputPath.isSound(path) else { throw .unsoundPath(path) }
    let entry = Manifest.Entry(path: path, digest: Digest(of: bytes), count: bytes.count)
    note(entry)
    if before[path] == entry, isUntouched(entry) { return entry.digest }
    try at(path, making: true) { folder, name throws(SystemError) in
      if let status = folder.status(of: name), status.isFile, status.st_size == bytes.count,
        let old = try? folder.open(name, O_RDONLY | O_NONBLOCK).read(), old == bytes
      {
        return
      }
      try write(bytes, to: name, in: folder)
    }
    return entry.digest
  }

  /// Keeps a file that is known to be unchanged; `false` where none with that digest stands there and its bytes must
  /// be put.
  package func keep(_ path: String, digest: Digest) throws(OutputProblem) -> Bool {
    guard OutputPath.isSound(path) else { throw .unsoundPath(path) }
    if let entry = before[path], entry.digest == digest, isUntouched(entry) {
      note(entry)
      return true
    }
    guard let bytes = read(path), Digest(of: bytes) == digest else { return false }
    note(Manifest.Entry(path: path, digest: digest, count: bytes.count))
    return true
  }

  /// Removes what an earlier build wrote and this one did not, and writes the manifest; the paths of all that is there
  /// now.
  @discardableResult
  package func finish() throws(OutputProblem) -> [String] {
    let entries = state.withLock { $0.entries }
    for old in before.values.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    where entries[old.path] == nil {
      try remove(old)
    }
    let bytes = Manifest(entries.values).encoded()
    if bytes != manifest {
      do throws(SystemError) {
        try write(bytes, to: Manifest.path, in: root)
      } catch {
        throw .refused(path: path + "/" + Manifest.path, code: error.code)
      }
    }
    close()
    return entries.keys.sorted() + [Manifest.path]
  }

  /// Leaves the folder as it stands, every file whole, and lets other builds to it.
  package func close() {
    aside.clear(in: root)
    state.withLock { state in
      // Removed while it is still held: whoever waits for this file sees that it lost its name.
      if state.lock != nil { unlinkat(root.number, OutputPath.lock, 0) }
      state.lock = nil
    }
  }

  /// Closes the folder in the midst of a build; nothing is written from then on.
  package func abandon() {
    aside.abandon(in: root)
    close()
  }

  private func note(_ entry: Manifest.Entry) { state.withLock { $0.entries[entry.path] = entry } }

  /// Whether a file has not been touched since the manifest told of it.
  private func isUntouched(_ entry: Manifest.Entry) -> Bool {
    guard let status = root.status(of: entry.path) else { return false }
    return status.isFile && status.st_size == entry.count && status.changed < written
  }

  private func read(_ path: String) -> [UInt8]? {
    try? at(path, making: false) { folder, name throws(SystemError) in
      let file = try folder.open(name, O_RDONLY | O_NONBLOCK)
      guard try file.status().isFile else { throw SystemError(code: EINVAL) }
      return try file.read()
    }
  }

  private func write(
    _ bytes: [UInt8], to name: String, in folder: borrowing Descriptor
  ) throws(SystemError) {
    try aside.write(bytes, to: name, in: folder, below: root)
  }

  /// A file that was changed since is somebody else's; a folder that held nothing else goes too.
  private func remove(_ old: Manifest.Entry) throws(OutputProblem) {
    guard let bytes = read(old.path), Digest(of: bytes) == old.digest else { return }
    try at(old.path, making: false) { folder, name throws(SystemError) in
      guard unlinkat(folder.number, name, 0) == 0 || errno == ENOENT else { throw SystemError() }
    }
    var parts = old.path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let emptied = try at(parts.joined(separator: "/"), making: false) {
        folder, name throws(SystemError) in
        unlinkat(folder.number, name, AT_REMOVEDIR) == 0
      }
      guard emptied else { return }
      parts.removeLast()
    }
  }

  /// Calls a function with the folder in which a file lies, links not followed, and the file's name in it.
  private func at<Result>(
    _ path: String, making: Bool,
    _ body: (borrowing Descriptor, String) throws(SystemError) -> Result
  ) throws(OutputProblem) -> Result {
    do throws(SystemError) {
      let parts = path.split(separator: "/").map { String($0) }
      var folder = try root.open(".", O_RDONLY | O_DIRECTORY)
      for name in parts.dropLast() {
        if making, mkdirat(folder.number, name, 0o777) != 0, errno != EEXIST { throw SystemError() }
        folder = try folder.open(name, O_RDONLY | O_DIRECTORY)
      }
      return try body(folder, parts.last ?? "")
    } catch {
      throw .refused(path: self.path + "/" + path, code: error.code)
    }
  }

  private static func make(_ path: String) throws(SystemError) {
    var status = stat()
    if stat(path, &status) == 0 { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try make(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemError() }
  }
}
