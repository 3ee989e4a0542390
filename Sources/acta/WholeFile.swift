import Foundation

/// Files that are written whole or not at all.
enum WholeFile {
  /// Writes a file aside and renames it; a folder that is missing is made.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      let folder = (path as NSString).deletingLastPathComponent
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(message: "\(path): \(Disk.reason(error))", status: Failure.inputOutput)
    }
  }
}
