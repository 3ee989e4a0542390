/// A list to filter by: what it is called in the address and on the page, the entry for everything, and values with
/// what they are called.
func choice(
  _ name: String, _ label: String, _ all: String, _ values: [(String, String)]
) -> HTML.Node {
  .element(
    .label, [.class("field")],
    [
      .element(.span, [.text(label)]), .text(" "),
      .element(
        .select, [HTML.Attribute("name", name)],
        ([("", all)] + values).map { token, text in
          .element(.option, [HTML.Attribute("value", token)], [.text(text)])
        }),
    ])
}

extension HTML.Tag {
  fileprivate static let label = Self("label", .block)
  fileprivate static let select = Self("select", .container)
  fileprivate static let option = Self("option", .block)
}
