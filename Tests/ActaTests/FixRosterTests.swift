import ActaCompiler
import ActaDiagnostics
import Testing

@Test func `a roster put in order has no offence of order left`() async throws {
  let head =
    "---\nвид: приказ\nназвание: О совете\nприложения: [sostav.md]\n---\n\n1. Утвердить состав.\n"
  let roster =
    "---\nвид: состав\nназвание: Состав совета\nколлегиальный-орган: Совет\n---\n\n"
    + "- Яковлев Иван Петрович – министр связи, председатель совета;\n"
    + "- Борисов Олег Львович – консультант;\n- Орлова Анна Сергеевна – начальник отдела;\n"
    + "- Белов Пётр Ильич – советник (по согласованию);\n- Яшин Глеб Юрьевич – советник.\n"
  var world = MemoryWorld(["order.md": head, "sostav.md": roster])
  let result = try await fixAll(world, .unsafe) { $0.rule == "roster/not-alphabetical" }
  #expect(result.applied == 1)
  world.files.merge(result.files) { _, new in new }
  let left = try await compile(world).findings.filter { $0.rule == "roster/not-alphabetical" }
  #expect(left.isEmpty)
}
