extension Span: Packed {
  package func pack(into out: inout Packer) {
    out.put(start, count)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    let start = try bytes.number()
    let (end, isBeyond) = start.addingReportingOverflow(try bytes.number())
    guard !isBeyond else { throw Damage() }
    self.init(start, end)
  }
}

extension Text: Packed {
  package func pack(into out: inout Packer) {
    out.put(ru, en)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(ru: try bytes.text(), en: try bytes.text())
  }
}

extension RuleID: Packed {
  package func pack(into out: inout Packer) { out.put(text) }
  package init(unpacking bytes: inout Unpacker) throws(Damage) { self.init(try bytes.text()) }
}

extension Level: Packed {}

extension Place: Packed {
  package func pack(into out: inout Packer) {
    out.put(file, span, text)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(file: try bytes.text(), at: try bytes.value(), try bytes.value())
  }
}

extension Fix: Packed {
  package func pack(into out: inout Packer) {
    out.put(title, safety == .safe, edits)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(try bytes.value(), try bytes.flag() ? .safe : .unsafe, try bytes.value())
  }
}

extension Fix.Edit: Packed {
  package func pack(into out: inout Packer) {
    out.put(file, span, replacement)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(file: try bytes.text(), at: try bytes.value(), with: try bytes.text())
  }
}

extension Finding: Packed {
  package func pack(into out: inout Packer) {
    out.put(rule, level, file, span, message, label, places, help, fix)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(
      try bytes.value(), try bytes.value(), file: try bytes.text(), at: try bytes.value(),
      try bytes.value(), label: try bytes.value(), places: try bytes.value(),
      help: try bytes.value(), fix: try bytes.value())
  }
}
