import ActaDiagnostics

/// A file of the site around the acts.
package struct SiteFile: Sendable, Hashable {
  /// Relative to the site's root, with `/`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Data as a script that a page can load without a server: a call of the page's `acta`.
  init(path: String, call name: String, _ data: JSON) {
    var bytes = Array("acta(\"\(name)\",".utf8)
    bytes += data.encoded()
    bytes += ");\n".utf8
    self.init(path: path, bytes: bytes)
  }
}
