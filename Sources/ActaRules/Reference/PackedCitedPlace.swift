package import ActaDiagnostics
import ActaLanguage
import ActaModel

extension CitedPlace: Packed {
  package func pack(into out: inout Packer) {
    out.put(citation, number, issuer, title, file, span, isOwn)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(
      citation: try bytes.value(), number: try bytes.text(), issuer: try bytes.value(),
      title: try bytes.value(), file: try bytes.text(), span: try bytes.value(),
      isOwn: try bytes.flag())
  }
}
