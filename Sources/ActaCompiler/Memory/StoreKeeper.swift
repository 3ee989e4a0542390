import ActaDiagnostics
import ActaRender
import Synchronization

/// Writes down what a run made, for the next process.
final class StoreKeeper: Sendable {
  private let store: any MemoryStore
  private let acts: RecordWriter
  private let search = Mutex<RecordWriter?>(nil)

  init(_ store: any MemoryStore, common: Digest) {
    self.store = store
    acts = RecordWriter(store.begin(.acts))
    acts.append(StoredRun.head(common))
  }

  func put(_ record: [UInt8]) { acts.append(record) }

  func put(_ act: PublishedAct, _ inputs: ActInputs, _ files: [Manifest.Entry], _ shown: Shown) {
    var content = Packer()
    if act.waiting == nil { act.pack(into: &content) }
    var out = Packer()
    out.put(StoredRun.Kind.act)
    out.put(inputs.id)
    out.put(inputs)
    out.put(files)
    out.put(shown)
    out.put(act.waiting != nil)
    out.put(content.bytes)
    acts.append(out.bytes)
  }

  func put(_ late: RememberedLate, of id: String) {
    var out = Packer()
    out.put(StoredRun.Kind.late)
    out.put(id)
    out.put(late.partners)
    out.put(late.files)
    out.put(late.findings)
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
  func finish(_ site: StoredSite, searchBefore: [UInt8]) {
    var site = site
    site.search = search.withLock { $0?.commit() } ?? searchBefore
    var out = Packer()
    out.put(StoredRun.Kind.site)
    out.put(site)
    acts.append(out.bytes)
    _ = acts.commit()
  }
}
