package import ActaRender
import Synchronization

/// Where published files go; functions are called from several threads at once.
package protocol OutputTarget: Sendable {
  associatedtype Problem: Error

  /// Takes a file in; its digest.
  func put(_ file: SiteFile) throws(Problem) -> Digest
  /// Keeps a file that is known to be unchanged; `false` where none with that digest is there and its bytes must be put.
  func keep(_ path: String, digest: Digest) throws(Problem) -> Bool
}

extension OutputFolder: OutputTarget {
  package func put(_ file: SiteFile) throws(OutputProblem) -> Digest {
    try put(file.path, file.bytes)
  }
}

/// A target that takes nothing in after the first file that it refused.
final class Sink<Target: OutputTarget>: Sendable {
  private let target: Target
  private let problem = Mutex<Target.Problem?>(nil)

  init(_ target: Target) { self.target = target }

  /// `nil` where the file was refused.
  func put(_ file: SiteFile) -> Manifest.Entry? {
    guard problem.withLock({ $0 == nil }) else { return nil }
    do {
      let digest = try target.put(file)
      return Manifest.Entry(path: file.path, digest: digest, count: file.bytes.count)
    } catch {
      problem.withLock { $0 = $0 ?? error }
      return nil
    }
  }

  /// Whether all files are still there as they were.
  func keep(_ entries: [Manifest.Entry]) -> Bool {
    guard problem.withLock({ $0 == nil }) else { return false }
    do {
      for entry in entries {
        guard try target.keep(entry.path, digest: entry.digest) else { return false }
      }
      return true
    } catch {
      problem.withLock { $0 = $0 ?? error }
      return false
    }
  }

  func finish() throws(Target.Problem) {
    if let problem = problem.withLock({ $0 }) { throw problem }
  }
}
