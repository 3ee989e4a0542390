import ActaCompiler
import ActaModel
import ActaRender

/// A folder in memory, on a day that does not change.
struct FuzzWorld: World {
  let files: [String: [UInt8]]
  let today = CalendarDate(ordinal: 739_215) ?? .epoch

  func entries() throws(WorldError) -> [WorldEntry] {
    files.keys.map { WorldEntry(path: $0, kind: .file) }
  }

  func read(_ path: String) throws(WorldError) -> [UInt8] {
    guard let bytes = files[path] else { throw WorldError(path: path, reason: "нет файла") }
    return bytes
  }

  func isFile(_ path: String) -> Bool { files[path] != nil }
}

/// Publishes a folder in every form but PDF, to nowhere.
func build(_ files: [String: [UInt8]], _ templates: Templates) async {
  let world = FuzzWorld(files: files)
  let settings = PublishSettings(formats: [.html, .txt, .json], templates: templates)
  guard let opened = try? await open(world) else { return }
  _ = await publish(opened, world, settings, to: Nowhere())
}

/// Takes everything and keeps nothing.
private struct Nowhere: OutputTarget {
  func put(_ file: SiteFile) -> Digest { Digest(of: file.bytes) }
  func keep(_ path: String, digest: Digest) -> Bool { false }
}
