import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaParser
import Synchronization

/// Reads a record of an act as a store would have it, sealed rightly whatever it holds: what fuzzing tries, since no seal
/// tells of a mistake of Acta's own.
package func tryStoredRecord(_ record: [UInt8]) {
  let common = Digest(of: [])
  let store = SealedStore()
  let writer = RecordWriter(store)
  writer.append(StoredRun.head(common))
  writer.append(record)
  var site = Packer()
  site.put(StoredRun.Kind.site, RememberedSite())
  site.put([UInt8]())
  writer.append(site.bytes)
  _ = writer.commit()
  guard let run = StoredRun(store, common: common) else { return }
  var head = Act(order: parseHead(Source(path: "order.md", bytes: [])), appendices: [], id: "")
  for id in run.ids {
    head.id = id
    _ = run.late(id)
    _ = run.act(id)?.published(head, .russia)
  }
}

/// A store of what was written to it.
private final class SealedStore: MemoryStore, StoredFile {
  private let bytes = Mutex<[UInt8]>([])

  func append(_ bytes: [UInt8]) { self.bytes.withLock { $0 += bytes } }
  func commit() {}
  func read(_ part: StoredPart) -> [UInt8]? { part == .acts ? bytes.withLock { $0 } : nil }
  func tail(_ part: StoredPart, count: Int) -> [UInt8]? { nil }
  func begin(_ part: StoredPart) -> any StoredFile { self }
}
