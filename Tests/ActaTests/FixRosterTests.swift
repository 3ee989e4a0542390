import ActaCompiler
import ActaDiagnostics
import ActaParser
import Testing

/// A roster after its members were put in order.
private func sorted(_ body: String) -> String {
  let head = "---\nвид: состав\nназвание: Состав совета\nколлегиальный-орган: Совет\n---\n\n"
  let source = Source(path: "a.md", text: head + body)
  guard let fix = alphabeticalFix(of: parse(source).value, in: source) else { return "nil" }
  let text = Text(ru: "…", en: "…")
  let finding = Finding(
    "roster/not-alphabetical", .note, file: "a.md", at: nil, text, fix: fix)
  let result = applyFixes([finding], to: ["a.md": source], upTo: .unsafe)
  return String(String(decoding: result.files["a.md"] ?? [], as: UTF8.self).dropFirst(head.count))
}

@Test func `ordinary members change places, marks and offices stay`() {
  #expect(
    sorted(
      """
      - Яковлев Иван Петрович – министр связи, председатель совета;
      - Орлова Анна Сергеевна – начальник отдела;
      - Ёлкин Пётр Ильич – начальник управления (по согласованию);
      - Борисов Олег Львович – консультант.

      """) == """
        - Яковлев Иван Петрович – министр связи, председатель совета;
        - Борисов Олег Львович – консультант;
        - Ёлкин Пётр Ильич – начальник управления (по согласованию);
        - Орлова Анна Сергеевна – начальник отдела.

        """)
}

@Test func `members in order have nothing to fix`() {
  #expect(
    sorted(
      "- Борисов Олег Львович – консультант;\n- Орлова Анна Сергеевна – начальник отдела.\n")
      == "nil")
}

@Test func `a roster put in order has no offence of order left`() async throws {
  let head =
    "---\nвид: приказ\nназвание: О совете\nприложения: [sostav.md]\n---\n\n1. Утвердить состав.\n"
  let roster =
    "---\nвид: состав\nназвание: Состав совета\nколлегиальный-орган: Совет\n---\n\n"
    + "- Яковлев Иван Петрович – министр связи, председатель совета;\n"
    + "- Орлова Анна Сергеевна – начальник отдела;\n- Борисов Олег Львович – консультант.\n"
  var world = MemoryWorld(["order.md": head, "sostav.md": roster])
  let result = try await fixAll(world, .unsafe) { $0.rule == "roster/not-alphabetical" }
  #expect(result.applied == 1)
  world.files.merge(result.files) { _, new in new }
  let left = try await compile(world).findings.filter { $0.rule == "roster/not-alphabetical" }
  #expect(left.isEmpty)
}
