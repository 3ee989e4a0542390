import ActaCompiler
import Foundation

/// What outlives a build, beside the published folder and not in it: `$XDG_CACHE_HOME/acta`, else `~/.cache/acta`.
enum CacheFolder {
  /// A file of the folder, known by whatever makes it another; `nil` where there is no home.
  static func path(_ key: [String], _ ending: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let folder =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache" : nil }
    var writer = StampWriter()
    for part in key { writer.put(part) }
    return folder.map { "\($0)/acta/\(Digest(of: writer.bytes).hexadecimal).\(ending)" }
  }
}

/// What a build made of each act, for the next build of the same folder.
///
/// A build that writes it holds the published folder locked, so that no other writes at the same time.
struct StoredMemory: MemoryStore {
  private let path: @Sendable (StoredPart) -> String

  /// `nil` where there is no home.
  init?(_ key: [String]) {
    guard let acts = CacheFolder.path(key, StoredPart.acts.rawValue),
      let search = CacheFolder.path(key, StoredPart.search.rawValue)
    else { return nil }
    path = { $0 == .acts ? acts : search }
  }

  func read(_ part: StoredPart) -> [UInt8]? {
    try? bytes(ofFile: path(part))
  }

  func tail(_ part: StoredPart, count: Int) -> [UInt8]? {
    guard let file = FileHandle(forReadingAtPath: path(part)), let end = try? file.seekToEnd(),
      end >= count, (try? file.seek(toOffset: end - UInt64(count))) != nil
    else { return nil }
    return (try? file.readToEnd()).map { [UInt8]($0) }
  }

  func begin(_ part: StoredPart) -> any StoredFile { AsideFile(path(part)) }
}

/// A file that is written aside and renamed; one that cannot be written to its end leaves nothing.
private final class AsideFile: StoredFile, @unchecked Sendable {
  private let path: String
  private var aside: String { path + "~" }
  /// Used by one writer, which lets nobody else to it.
  private var file: UnsafeMutablePointer<FILE>?
  private var isWhole = true

  init(_ path: String) {
    self.path = path
    try? FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    file = fopen(path + "~", "we")
    isWhole = file != nil
  }

  deinit { if let file { fclose(file) } }

  func append(_ bytes: [UInt8]) {
    guard let file, isWhole, !bytes.isEmpty else { return }
    isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count
  }

  func commit() {
    if let file, fclose(file) != 0 { isWhole = false }
    file = nil
    if !isWhole || rename(aside, path) != 0 {
      unlink(aside)
      unlink(path)
    }
  }
}
