import ActaDiagnostics
import ActaModel

/// The coat of arms of a body (ГОСТ Р 7.0.97, requisite 01), which acta.yml names: an SVG of the department's own.
package struct CoatOfArms: Sendable {
  /// For pages, published under the drawing's own path.
  package let file: SiteFile
  /// For paper; `nil` where the drawing holds more than outlines.
  let outline: SVGOutline?

  package init(path: String, bytes: [UInt8]) {
    file = SiteFile(path: path, bytes: bytes)
    outline = SVGOutline(bytes)
  }

  package var isForPaper: Bool { outline != nil }
}

extension Templates {
  /// That of the first issuer who has one.
  func coat(of requisites: Requisites, _ settings: Settings) -> CoatOfArms? {
    for issuer in requisites.issuers {
      if let coat = settings.body(issuer.value).flatMap({ coats[$0.key] }) { return coat }
    }
    return nil
  }

  /// The files of all coats of arms, each once.
  package var coatFiles: [SiteFile] {
    let files = Dictionary(
      coats.values.map { ($0.file.path, $0.file) }, uniquingKeysWith: { first, _ in first })
    return files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
