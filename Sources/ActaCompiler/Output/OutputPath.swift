/// What a file of the published folder may be called.
package enum OutputPath {
  /// The file that a build holds locked.
  static let lock = ".acta.lock"
  /// The folder of files that are written and not yet in their places.
  static let aside = ".acta-aside"

  /// Whether a path stays in the folder, has no control characters and is not one that Acta needs for itself.
  package static func isSound(_ path: String) -> Bool {
    guard path != Manifest.path, !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      return false
    }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let first = parts.first else { return false }
    return parts.allSatisfy {
      !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
    }
      && !first.elementsEqual(lock.utf8) && !first.elementsEqual(aside.utf8)
  }
}
