import Synchronization

/// The paths that a command has looked at.
final class Visited: Sendable {
  private let state = Mutex<Set<String>>([])

  func add(_ path: String) { state.withLock { _ = $0.insert(path) } }

  /// In a fixed order.
  var paths: [String] { state.withLock { $0.sorted() } }
}
