package import ActaDiagnostics
import ActaModel

extension Digest: Packed {
  package func pack(into out: inout Packer) {
    for index in 0..<4 { out.put(Int(truncatingIfNeeded: words[index])) }
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    var words = SIMD4<UInt64>()
    for index in 0..<4 { words[index] = UInt64(truncatingIfNeeded: try bytes.number()) }
    self.init(words: words)
  }
}

extension Manifest.Entry: Packed {
  package func pack(into out: inout Packer) {
    out.put(path, digest, count)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(path: try bytes.text(), digest: try bytes.value(), count: try bytes.number())
  }
}

extension FileInput: Packed {
  func pack(into out: inout Packer) {
    out.put(path, digest)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(path: try bytes.text(), digest: try bytes.value())
  }
}

extension ActInputs.Superior: Packed {
  func pack(into out: inout Packer) {
    out.put(file, issuers)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(file: try bytes.value(), issuers: try bytes.value())
  }
}

extension ActInputs.CitedName: Packed {
  func pack(into out: inout Packer) {
    out.put(id, citation, title)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(id: try bytes.text(), citation: try bytes.text(), title: try bytes.text())
  }
}

extension ActInputs: Packed {
  func pack(into out: inout Packer) {
    out.put(id, numbers, documents, superiors)
    out.put(links.count)
    for (path, isThere) in links.sorted(by: { $0.key < $1.key }) {
      out.put(path, isThere)
    }
    out.put(citations.count)
    for (citation, name) in citations {
      out.put(citation, name)
    }
    out.put(bodies)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    id = try bytes.text()
    numbers = try bytes.value()
    documents = try bytes.value()
    superiors = try bytes.value()
    links = [:]
    for _ in 0..<(try bytes.count()) {
      let path = try bytes.text()
      links[path] = try bytes.flag()
    }
    citations = [:]
    for _ in 0..<(try bytes.count()) {
      let citation: Citation = try bytes.value()
      citations[citation] = .some(try bytes.value())
    }
    bodies = try bytes.value()
  }
}
