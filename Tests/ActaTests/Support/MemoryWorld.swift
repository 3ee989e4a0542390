import ActaCompiler
import ActaModel
import ActaRules

/// A world in memory: files by path, and a fixed day.
struct MemoryWorld: World {
  var files: [String: [UInt8]]
  /// Entries that are no files, and files that cannot be read.
  var others: [WorldEntry] = []
  var unreadable: Set<String> = []
  var today = CalendarDate(ordinal: 739_215) ?? .epoch  // 2024-02-01, whatever the clock says
  var spelling: (any Spelling)?

  init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

  func entries() throws(WorldError) -> [WorldEntry] {
    files.keys.map { WorldEntry(path: $0, kind: .file) } + others
  }

  func read(_ path: String) throws(WorldError) -> [UInt8] {
    guard let bytes = files[path], !unreadable.contains(path) else {
      throw WorldError(path: path, reason: "нет доступа")
    }
    return bytes
  }

  func isFile(_ path: String) -> Bool { files[path] != nil }
}
