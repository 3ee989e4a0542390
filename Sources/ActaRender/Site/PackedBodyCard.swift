package import ActaDiagnostics
package import ActaModel

extension BodyCard: Packed {
  package func pack(into out: inout Packer) {
    out.put(name, documents, rules, members)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    name = try bytes.text()
    documents = try bytes.value()
    rules = try bytes.value()
    members = try bytes.value()
  }
}

extension BodyCard.Link: Packed {
  func pack(into out: inout Packer) {
    out.put(path, name)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    (path, name) = (try bytes.text(), try bytes.text())
  }
}

extension BodyCard.Rule: Packed {
  func pack(into out: inout Packer) {
    out.put(label, value, places)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    (label, value, places) = (try bytes.text(), try bytes.text(), try bytes.value())
  }
}

extension BodyCard.Person: Packed {
  func pack(into out: inout Packer) {
    out.put(name, role, post)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    (name, role, post) = (try bytes.text(), try bytes.text(), try bytes.text())
  }
}

/// What is searched in the text of an act; what stands above it follows from the act's front matter.
extension SearchMatter {
  package func pack(into out: inout Packer) { out.put(units) }

  package init(unpacking bytes: inout Unpacker, of act: Act, on site: SiteMap) throws(Damage) {
    head = SearchHead(act, site)
    units = try bytes.value()
  }
}

extension SearchUnits.Unit: Packed {
  func pack(into out: inout Packer) {
    out.put(part, anchor, label, text)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(
      part: try bytes.number(), anchor: try bytes.text(), label: try bytes.text(),
      text: try bytes.text())
  }
}
