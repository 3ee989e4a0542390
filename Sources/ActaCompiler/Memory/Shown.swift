import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender

/// What the rest of the site shows of an act, each as the digest of its bytes.
struct Shown: Hashable, Sendable {
  var head: Digest
  var deadlines: Digest
  var bodies: Digest
  var search: Digest

  init(_ act: PublishedAct, sources: [String: Source]) {
    var head = Packer()
    head.put(act.head.id)
    for document in act.head.documents {
      let bytes = sources[document.path]?.bytes ?? []
      let range = (document.frontMatter.start..<document.frontMatter.end).clamped(
        to: bytes.indices)
      head.put(document.path)
      head.put(Array(bytes[range]))
    }
    self.head = Digest(of: head.bytes)
    var deadlines = Packer()
    for deadline in act.deadlines { deadline.pack(into: &deadlines) }
    self.deadlines = Digest(of: deadlines.bytes)
    var bodies = Packer()
    bodies.put(act.cards)
    self.bodies = Digest(of: bodies.bytes)
    var search = Packer()
    act.search?.pack(into: &search)
    self.search = Digest(of: search.bytes)
  }

  /// What has changed since; the bodies of an act that has halves of them are shown with what others tell.
  func changes(since old: Shown, hasHalves: Bool) -> PublishedAct.Changes {
    var changes: PublishedAct.Changes = []
    if head != old.head { changes.insert(.head) }
    if deadlines != old.deadlines { changes.insert(.deadlines) }
    if bodies != old.bodies || hasHalves { changes.insert(.bodies) }
    if search != old.search { changes.insert(.search) }
    return changes
  }
}

extension Shown: Packed {
  func pack(into out: inout Packer) {
    out.put(head, deadlines, bodies, search)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    head = try bytes.value()
    deadlines = try bytes.value()
    bodies = try bytes.value()
    search = try bytes.value()
  }
}
