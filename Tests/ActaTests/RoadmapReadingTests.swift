import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import Testing

/// The roadmap of one plan, and its source.
private func read(_ body: String) async throws -> (roadmap: ReadRoadmap, source: [UInt8]) {
  let text = "---\nвид: план мероприятий\nназвание: План\n---\n\n" + body
  let compilation = try await compile(MemoryWorld(["plan.md": text]))
  let roadmap = try #require(compilation.reading.documents.first?.roadmap)
  return (roadmap, Array(text.utf8))
}

private func table(_ rows: String...) -> String {
  "| № | Мероприятие | Срок | Ответственный | Результат |\n|---|---|---|---|---|\n"
    + rows.map { "| \($0) |\n" }.joined()
}

@Test(arguments: [
  ("Министерство; отдел кадров", ["Министерство", "отдел кадров"]),
  ("Руководитель инспекции, Проектный офис", ["Руководитель инспекции", "Проектный офис"]),
  (
    "министерство промышленности, предпринимательства и торговли области",
    ["министерство промышленности, предпринимательства и торговли области"]
  ),
  (
    "министерство труда, занятости и миграции; МФЦ (далее – Центр, учреждение)",
    ["министерство труда, занятости и миграции", "МФЦ (далее – Центр, учреждение)"]
  ),
  ("Петров И.И., секретарь комиссии", ["Петров И.И.", "секретарь комиссии"]),
  ("МКУ «Центр, отдел»", ["МКУ «Центр, отдел»"]),
])
func `the responsible of a row are parted`(cell: String, parties: [String]) async throws {
  let (roadmap, source) = try await read(table("1 | Сбор | 29.03.2024 | \(cell) | отчёт"))
  let responsible = try #require(roadmap.rows.first).responsible
  #expect(responsible.map(\.value) == parties)
  for party in responsible {
    let slice = source[party.span.start..<party.span.end]
    #expect(String(decoding: slice, as: UTF8.self) == party.value)
  }
}

@Test func `results are parted, and a torn one is put together`() async throws {
  let (roadmap, _) = try await read(
    table(
      "1 | Сбор | 29.03.2024 | отдел | приказ об утверждении порядка (правил). Отчёт о сборе жалоб с",
      " | | | | приложением таблицы"))
  let row = try #require(roadmap.rows.first)
  #expect(
    row.results.map(\.text.value)
      == ["приказ об утверждении порядка (правил)", "Отчёт о сборе жалоб с"])
  #expect(row.results.last?.words.common(with: ContentWords("таблица")) == 1)
}

@Test func `a row of a number and a title over the rows below it is a section`() async throws {
  let (roadmap, _) = try await read(
    table(
      "1. | Подготовка | | | ", "1.1. | Сбор | 29.03.2024 | отдел | отчёт",
      "2. | Работа | | | ", "2.1. | Разбор | 28.06.2024 | отдел | отчёт"))
  #expect(roadmap.rows.map(\.number) == ["1.1", "2.1"])
  #expect(roadmap.sections.map(\.title) == ["Подготовка", "Работа"])
  #expect(roadmap.sections.map(\.rows) == [0..<1, 1..<2])
}

@Test func `rows that follow, carry out and are done are read by their numbers`() async throws {
  let (roadmap, _) = try await read(
    """
    ### 1.1. Сбор жалоб
    - Срок: II квартал 2024 г.
    - Ответственный: отдел
    - После: 1.0, 2.3; 4
    - Исполняет: 3.5
    - Исполнено: 15.03.2024, [приказ № 12](plan.md)
    """)
  let row = try #require(roadmap.rows.first)
  #expect(row.after.map(\.value) == ["1.0", "2.3", "4"])
  #expect(row.implements.map(\.value) == ["3.5"])
  #expect(row.done?.date?.iso == "2024-03-15")
  #expect(row.lastDay?.iso == "2024-06-30")
  #expect(row.isDone && row.hasLink)
}

@Test(arguments: [
  "| № | Мероприятие | Срок | Ответственный |\n|---|---|---|---|\n| | | | |\n",
  "| № | Мероприятие | Срок | Ответственный |\n|---|---|---|---|\n| ; | ; | ; | ; |\n",
  "### \n- Срок:\n- Ответственный: «\n- После: ..\n",
  "### 1. (\n- Срок: 1\n- Ответственный: ,,;\n- После: 1, 1, 1-\n",
])
func `empty and broken cells are read without a trap`(body: String) async throws {
  let text = "---\nвид: план мероприятий\nназвание: План\n---\n\n" + body
  _ = try await compile(MemoryWorld(["plan.md": text]))
}

@Test(.timeLimit(.minutes(5)))
func `a roadmap of very many rows is checked to the end`() async throws {
  var text =
    "---\nвид: план мероприятий\nназвание: План\nисполняет: plan.md\n---\n\n"
    + "| № | Мероприятие | Срок | Ответственный | Результат |\n|---|---|---|---|---|\n"
  for row in 1...3000 {
    text += "| \(row) | Утверждение порядка сбора жалоб \(row) | 29.03.2024 | отдел | приказ |\n"
  }
  let compilation = try await compile(MemoryWorld(["plan.md": text]))
  #expect(compilation.reading.documents.first?.roadmap?.rows.count == 3000)
}

@Test func `rows next to each other that lack a deadline are told once, with every place`()
  async throws
{
  let text =
    "---\nвид: план мероприятий\nназвание: План\n---\n\n"
    + table(
      "1 | Сбор | | отдел | отчёт", "2 | Разбор | | отдел | отчёт", "3 | Свод | – | отдел | отчёт")
  let found = try await compile(MemoryWorld(["plan.md": text])).findings
    .filter { $0.rule == "roadmap/missing-deadline" }
  #expect(found.count == 1)
  #expect(found.first?.places.count == 2)
}
