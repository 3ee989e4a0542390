import Foundation
import Synchronization

/// Tells of changes below folders as the system tells of them (inotify), without asking again and again.
final class FolderWatch: Sendable {
  private let descriptor: Int32
  private let roots: [String]
  private let watched = Mutex<Set<String>>([])

  /// `nil` where the system has no watch to give.
  init?(_ roots: [String]) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    self.roots = roots
    watch()
  }

  deinit { close(descriptor) }

  /// Waits for a change, and a moment more, since an editor makes several in a row.
  ///
  /// Blocks its thread; `false` where nothing more can be heard.
  func wait() -> Bool {
    guard drain(blocking: true) else { return false }
    var rounds = 0
    while rounds < 20, isReady(within: 5) {
      guard drain(blocking: false) else { return false }
      rounds += 1
    }
    watch()
    return true
  }

  private func isReady(within milliseconds: Int32) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return Foundation.poll(&poll, 1, milliseconds) > 0
  }

  /// Takes what is told; which file it is about does not matter, for the marks of all are looked at.
  private func drain(blocking: Bool) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { return true }
      if count < 0, errno == EINTR { continue }
      return false
    }
  }

  /// Watches every folder below the roots, new ones included.
  private func watch() {
    var folders = roots
    var depth = 0
    while !folders.isEmpty, depth < 64 {
      var inner: [String] = []
      for folder in folders {
        let isNew = watched.withLock { $0.insert(folder).inserted }
        if isNew {
          let events =
            IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO
            | IN_CREATE | IN_DELETE | IN_DELETE_SELF
            | IN_ATTRIB
          if inotify_add_watch(descriptor, folder, UInt32(events)) < 0 {
            watched.withLock { _ = $0.remove(folder) }
            continue
          }
        }
        inner += Self.folders(in: folder)
      }
      folders = inner
      depth += 1
    }
  }

  private static func folders(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { found.append(folder + "/" + name) }
    }
    return found
  }
}
