import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaParser

/// Reads records of acts as a store would have them, sealed rightly whatever they hold: what fuzzing tries, since no
/// seal tells of a mistake of Acta's own.
package func tryStoredRecords(_ records: [UInt8]) {
  let common = Digest(of: [])
  var store = SealedStore()
  store.append(StoredRun.head(common))
  store.bytes += records
  var site = Packer()
  site.put(StoredRun.Kind.site)
  site.put(StoredSite())
  store.append(site.bytes)
  store.seal()
  guard let run = StoredRun(store, common: common) else { return }
  var head = Act(order: parseHead(Source(path: "order.md", bytes: [])), appendices: [], id: "")
  for id in run.ids {
    head.id = id
    _ = run.record(id)
    _ = run.late(id)
    guard let act = run.act(id), case .stored(let content) = act.content else { continue }
    _ = run.published(content, head: head, calendar: .russia)
  }
}

private struct SealedStore: MemoryStore {
  var bytes: [UInt8] = []

  mutating func append(_ record: [UInt8]) {
    var length = Packer()
    length.put(record.count)
    bytes += length.bytes + record
  }

  mutating func seal() {
    var digest = RunningDigest()
    digest.update(bytes)
    bytes += digest.finish()
  }

  func read(_ part: StoredPart) -> [UInt8]? { part == .acts ? bytes : nil }
  func tail(_ part: StoredPart, count: Int) -> [UInt8]? { nil }
  func begin(_ part: StoredPart) -> any StoredFile { NoFile() }

  private struct NoFile: StoredFile {
    func append(_ bytes: [UInt8]) {}
    func commit() {}
  }
}
