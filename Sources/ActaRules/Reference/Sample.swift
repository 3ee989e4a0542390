/// Small acts for the examples of rules that look at an order and its appendices.
enum Sample {
  /// An order dated 1 February 2024 under number 5, with these points and an appendix for each title.
  static func order(
    kind: String = "приказ", head: String = "", text: String, _ titles: [String],
    bodies: [String] = []
  ) -> String {
    let names = titles.indices.map { "a\($0 + 1).md" }.joined(separator: ", ")
    var out = "//- order.md\n---\nвид: \(kind)\nназвание: Об отборе\nномер: 5\nдата: 01.02.2024\n"
    out += "орган: Министерство\n"
    if !titles.isEmpty { out += "приложения: [\(names)]\n" }
    out += "\(head)---\n\n\(text)\n"
    for (index, title) in titles.enumerated() {
      let body = bodies.indices.contains(index) ? bodies[index] : "1. Первый.\n"
      out +=
        "//- a\(index + 1).md\n---\nвид: \(kindOf(title))\nназвание: \(title)\n---\n\n\(body)\n"
    }
    return out
  }

  /// A порядок of these points, approved by an order.
  static func text(_ body: String) -> String {
    order(
      text: "1. Утвердить Порядок отбора согласно приложению.", ["Порядок отбора"],
      bodies: [body])
  }

  private static func kindOf(_ title: String) -> String {
    for kind in ["положение", "порядок", "правила", "концепция", "перечень", "состав"]
    where title.lowercased().hasPrefix(kind) { return kind }
    return "порядок"
  }
}
