import ActaCompiler
import ActaModel
import ActaRules
import Synchronization

/// A folder on disk of which a file is read again only where its mark has changed.
struct RememberingDisk: World {
  private final class Shelf: Sendable {
    let files = Mutex<[String: (mark: FileMark, bytes: [UInt8])]>([:])
  }

  private var disk: Disk
  private let shelf = Shelf()

  init(_ disk: Disk) { self.disk = disk }

  var today: CalendarDate { disk.today }
  var spelling: (any Spelling)? { disk.spelling }

  func entries() throws(WorldError) -> [WorldEntry] { try disk.entries() }
  func isFile(_ path: String) -> Bool { disk.isFile(path) }

  func read(_ path: String) throws(WorldError) -> [UInt8] {
    // Looked at in front of the reading: what is written in between is read again next time.
    let mark = FileMark(disk.root + "/" + path)
    if let known = shelf.files.withLock({ $0[path] }), known.mark == mark { return known.bytes }
    let bytes = try disk.read(path)
    shelf.files.withLock { $0[path] = (mark, bytes) }
    return bytes
  }
}
