import ActaCompiler
import ActaModel
import Foundation

/// Folders of acts on this machine: the project's own and, where they are there, the real ones beside it.
enum Repositories {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let own = root.appending(path: "acts")
  static let real = root.deletingLastPathComponent().appending(path: "shared/acts")

  static var all: [URL] {
    [own, real].filter { FileManager.default.fileExists(atPath: $0.path(percentEncoded: false)) }
  }

  static func world(_ folder: URL) throws -> MemoryWorld {
    var files: [String: String] = [:]
    let base = folder.path(percentEncoded: false)
    for case let name as String in FileManager.default.enumerator(atPath: base) ?? .init()
    where [".md", ".svg"].contains(where: name.hasSuffix) || name == "acta.yml" {
      files[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return MemoryWorld(files)
  }
}

/// Seeded pseudo-random numbers (SplitMix64): the same documents on every machine.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
