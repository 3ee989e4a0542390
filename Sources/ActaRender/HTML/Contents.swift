import ActaModel

/// The contents of an act: its own sections, its appendices and theirs; empty where there is nothing to choose from.
func contents(of act: Act) -> [HTML.Node] {
  var items = entries(of: act.order, prefix: "")
  for appendix in act.appendices {
    var inner: [HTML.Node] = [
      .element(
        .a, [.href("#" + appendix.address)],
        [
          .element(.span, [.class("no")], [.text(label(of: appendix))]), .text(" "),
          .text(title(of: appendix)),
        ])
    ]
    let sections = entries(of: appendix.document, prefix: appendix.address + "-")
    if !sections.isEmpty { inner.append(.element(.ol, sections)) }
    items.append(.element(.li, inner))
  }
  guard items.count > 1 else { return [] }
  return [
    .element(
      .nav, [.class("contents"), .label("Содержание")],
      [
        // The list stands beside the switch and not inside: where there is room, it is shown without.
        .element(.details, [.element(.summary, [.text("Содержание")])]),
        .element(.ol, items),
      ])
  ]
}

/// «Приложение № 2»; without a number for the only one.
private func label(of appendix: Appendix) -> String {
  appendix.number.map { "Приложение № \($0)." } ?? "Приложение."
}

/// The outermost headings of a document.
private func entries(of document: Document, prefix: String) -> [HTML.Node] {
  document.blocks.compactMap { block in
    guard case .provision(let provision) = block, provision.headingLevel != nil,
      !provision.address.isEmpty
    else { return nil }
    var words: [HTML.Node] = []
    if let number = provision.number {
      words += [.element(.span, [.class("no")], [.text(number.text)]), .text(" ")]
    }
    words.append(.text(provision.text.text))
    return .element(.li, [.element(.a, [.href("#" + prefix + provision.address)], words)])
  }
}
