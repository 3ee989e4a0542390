import ActaDiagnostics
import ActaRender
import Synchronization

/// Writes down what a run made, for the next process.
final class StoreKeeper: RunKeeper {
  private let store: any MemoryStore
  private let before: StoredRun?
  private let acts: RecordWriter
  private let search = Mutex<RecordWriter?>(nil)

  init(_ store: any MemoryStore, common: Digest, keeping before: StoredRun?) {
    self.store = store
    self.before = before
    acts = RecordWriter(store.begin(.acts))
    acts.append(StoredRun.head(common))
  }

  func put(_ act: PublishedAct, _ inputs: ActInputs, _ files: [Manifest.Entry], _ shown: Shown) {
    var content = Packer()
    if act.waiting == nil { act.pack(into: &content) }
    var out = Packer()
    out.put(StoredRun.Kind.act, inputs.id, inputs, files, shown, act.waiting != nil)
    out.put(content.bytes)
    acts.append(out.bytes)
  }

  func keep(_ id: String) {
    if let record = before?.record(id) { acts.append(record) }
  }

  func put(_ late: RememberedLate, of id: String) {
    var out = Packer()
    out.put(StoredRun.Kind.late, id, late.partners, late.files, late.findings)
    acts.append(out.bytes)
  }

  func put(_ matter: SearchMatter, of id: String) {
    var out = Packer()
    out.put(id)
    matter.pack(into: &out)
    search.withLock { search in
      let writer = search ?? RecordWriter(store.begin(.search))
      search = writer
      writer.append(out.bytes)
    }
  }

  /// Puts everything in its place; without new words to search those of before stay.
  func finish(_ site: RememberedSite) {
    var out = Packer()
    out.put(StoredRun.Kind.site, site)
    out.put(search.withLock { $0?.commit() } ?? before?.searchDigest ?? [])
    acts.append(out.bytes)
    _ = acts.commit()
  }
}
