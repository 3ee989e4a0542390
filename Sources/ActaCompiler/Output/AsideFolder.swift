import Glibc
import Synchronization

/// Where files are written before they take their places; it lies in the published folder, in the same file system.
///
/// Where the file system can, a file has no name until it is whole, so that a build that is killed leaves nothing half
/// written.
final class AsideFolder: Sendable {
  private struct State {
    var isMade = false
    var isAbandoned = false
    var isNameless: Bool
    var count = 0
  }

  private let state: Mutex<State>

  init(leavingNoName: Bool) { state = Mutex(State(isNameless: leavingNoName)) }

  /// Writes a file whole, in the place of one that stands there.
  func write(
    _ bytes: [UInt8], to name: String, in folder: borrowing Descriptor,
    below root: borrowing Descriptor
  ) throws(SystemError) {
    if state.withLock({ $0.isNameless }) {
      do {
        return try writeNameless(bytes, to: name, in: folder, below: root)
      } catch  where [EOPNOTSUPP, EISDIR, EINVAL].contains(error.code) {
        state.withLock { $0.isNameless = false }
      }
    }
    let aside = try take(in: root)
    do throws(SystemError) {
      let file = try root.open(aside, O_WRONLY | O_CREAT | O_EXCL)
      try file.write(bytes)
      try move(aside, to: name, in: folder, below: root)
    } catch {
      unlinkat(root.number, aside, 0)
      throw rested(error)
    }
  }

  private func writeNameless(
    _ bytes: [UInt8], to name: String, in folder: borrowing Descriptor,
    below root: borrowing Descriptor
  ) throws(SystemError) {
    let file = try folder.open(".", O_WRONLY | Self.nameless)
    try file.write(bytes)
    let source = "/proc/self/fd/\(file.number)"
    if linkat(AT_FDCWD, source, folder.number, name, AT_SYMLINK_FOLLOW) == 0 { return }
    // Without /proc files are written under a name.
    guard errno == EEXIST else { throw SystemError(code: errno == ENOENT ? EOPNOTSUPP : errno) }
    let aside = try take(in: root)
    do throws(SystemError) {
      guard linkat(AT_FDCWD, source, root.number, aside, AT_SYMLINK_FOLLOW) == 0 else {
        throw SystemError()
      }
      try move(aside, to: name, in: folder, below: root)
    } catch {
      unlinkat(root.number, aside, 0)
      throw rested(error)
    }
  }

  /// Removes everything that lies aside, and the folder.
  func clear(in root: borrowing Descriptor) {
    state.withLock { $0.isMade = false }
    // A file that is made meanwhile by a thread that is about to be stopped keeps the folder for one more turn.
    for _ in 0..<1000 {
      if unlinkat(root.number, OutputPath.aside, AT_REMOVEDIR) == 0 || errno == ENOENT { return }
      if errno == ENOTDIR {
        unlinkat(root.number, OutputPath.aside, 0)
        return
      }
      guard let folder = try? root.open(OutputPath.aside, O_RDONLY | O_DIRECTORY) else { return }
      for name in (try? folder.names()) ?? [] { unlinkat(folder.number, name, 0) }
    }
  }

  /// Clears the folder for good: a thread that goes on to write comes to rest.
  func abandon(in root: borrowing Descriptor) {
    state.withLock { $0.isAbandoned = true }
    clear(in: root)
  }

  /// A name for a file in the folder, which is made where it is missing.
  private func take(in root: borrowing Descriptor) throws(SystemError) -> String {
    let (count, code): (Int, Int32) = state.withLock { state in
      state.count += 1
      guard !state.isMade, !state.isAbandoned else { return (state.count, 0) }
      guard mkdirat(root.number, OutputPath.aside, 0o777) == 0 || errno == EEXIST else {
        return (state.count, errno)
      }
      state.isMade = true
      return (state.count, 0)
    }
    guard code == 0 else { throw SystemError(code: code) }
    return "\(OutputPath.aside)/\(count)"
  }

  private func move(
    _ aside: String, to name: String, in folder: borrowing Descriptor,
    below root: borrowing Descriptor
  ) throws(SystemError) {
    guard renameat(root.number, aside, folder.number, name) == 0 else { throw SystemError() }
  }

  /// The error, unless it came of the build being abandoned: then the thread waits for the end of the process.
  private func rested(_ error: SystemError) -> SystemError {
    while state.withLock({ $0.isAbandoned }) { sleep(1) }
    return error
  }

  /// `O_TMPFILE`, which is not imported: `__O_TMPFILE | O_DIRECTORY`.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY
}
