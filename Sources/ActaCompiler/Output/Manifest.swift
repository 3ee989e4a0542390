import ActaDiagnostics

/// `manifest.json`: every published file with its SHA-256 and size in bytes, by path.
package struct Manifest: Sendable, Hashable {
  package static let path = "manifest.json"

  package struct Entry: Sendable, Hashable {
    /// Relative to the output folder, with `/`.
    package var path: String
    package var digest: Digest
    /// In bytes.
    package var count: Int

    package init(path: String, digest: Digest, count: Int) {
      self.path = path
      self.digest = digest
      self.count = count
    }
  }

  /// By path, in the order of its bytes.
  package let entries: [Entry]

  package init(_ entries: some Sequence<Entry>) {
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  package func encoded() -> [UInt8] {
    var out = Array("{\n  \"schema\": \"acta/manifest\",\n  \"version\": 1,\n  \"files\": [".utf8)
    out.reserveCapacity(out.count + entries.count * 192)
    for (index, entry) in entries.enumerated() {
      out += (index == 0 ? "\n    {\n      \"path\": " : ",\n    {\n      \"path\": ").utf8
      out += JSON.string(entry.path).encoded()
      out += ",\n      \"sha256\": \"".utf8
      out += entry.digest.digits
      out += "\",\n      \"bytes\": ".utf8
      out += String(entry.count).utf8
      out += "\n    }".utf8
    }
    out += (entries.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8
    return out
  }
}
