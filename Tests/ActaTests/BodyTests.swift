import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ActaRules
import Testing

private func order(_ number: Int, _ appendices: String, issuer: String = "Министерство связи")
  -> String
{
  """
  ---
  вид: приказ
  название: О комиссии
  номер: \(number)
  дата: 01.02.2024
  орган: \(issuer)
  подписал: {должность: Министр, имя: И.И. Иванов}
  приложения: [\(appendices)]
  ---

  ПРИКАЗЫВАЮ:

  1. Утвердить прилагаемое.
  """
}

private func regulation(_ purpose: String, _ text: String) -> String {
  "---\nвид: положение\nназвание: Положение о комиссии по \(purpose)\n---\n\n\(text)\n"
}

private func roster(_ purpose: String, _ text: String) -> String {
  "---\nвид: состав\nназвание: Состав комиссии по \(purpose)\n---\n\n\(text)\n"
}

private let quorate = """
  1. Заседание правомочно, если на нём присутствует не менее двух третей членов Комиссии.

  2. Решения принимаются большинством голосов присутствующих. Секретарь комиссии не имеет права голоса.
  """

private let five = """
  - Соколов Илья Петрович – министр, председатель комиссии;
  - Орлова Анна Сергеевна – советник, секретарь комиссии;
  - Белов Пётр Ильич – советник;
  - Ким Олег Львович – советник (по согласованию);
  - Яшин Олег Львович – советник.
  """

@Test func `a regulation and a roster in one act are one body's`() async throws {
  let world = MemoryWorld([
    "a/order.md": order(1, "p.md, s.md"), "a/p.md": regulation("отбору проектов", quorate),
    "a/s.md": roster("отбору проектов", five),
  ])
  let bodies = try await compile(world).reading.bodies
  #expect(bodies.count == 1)
  let body = try #require(bodies.first)
  let figures = try #require(body.figures)
  #expect([figures.members, figures.byConsent, figures.voting] == [5, 1, 4])
  #expect(body.neededToMeet.map(\.people) == [3])
  #expect(body.neededToDecide.map(\.people) == [2])
  #expect(outline(of: bodies).contains("членов 5, с правом голоса 4, по согласованию 1"))
}

@Test func `two bodies of one act keep their own rosters`() async throws {
  let world = MemoryWorld([
    "a/order.md": order(1, "p.md, q.md, s.md, t.md"),
    "a/p.md": regulation("отбору проектов", quorate),
    "a/q.md": regulation("списанию имущества", quorate),
    "a/s.md": roster("списанию имущества", five), "a/t.md": roster("отбору проектов", five),
  ])
  let bodies = try await compile(world).reading.bodies
  #expect(bodies.map { $0.regulations.map(\.path) } == [["a/p.md"], ["a/q.md"]])
  #expect(bodies.map { $0.rosters.map(\.path) } == [["a/t.md"], ["a/s.md"]])
}

@Test
func `a roster in another act of the same issuer fills the body, one of another issuer does not`()
  async throws
{
  func bodies(_ issuer: String) async throws -> [ReadBody] {
    try await compile(
      MemoryWorld([
        "a/order.md": order(1, "p.md"), "a/p.md": regulation("отбору проектов", quorate),
        "b/order.md": order(2, "s.md", issuer: issuer), "b/s.md": roster("отбору проектов", five),
      ])
    ).reading.bodies
  }
  let joined = try await bodies("Министерство связи")
  #expect(joined.map { $0.rosters.map(\.path) } == [["b/s.md"]])
  let apart = try await bodies("Министерство культуры")
  #expect(apart.count == 2)
}

@Test func `the fix puts members in order and leaves the ends of lines where they are`()
  async throws
{
  let text = roster(
    "отбору проектов",
    """
    - Яшин Олег Львович – министр, председатель комиссии;
    - Белов Пётр Ильич – советник;
    - Сомов Илья Петрович – советник;
    - Уткин Денис Олегович – эксперт;
    - Быков Игорь Юрьевич – врач.
    """)
  let world = MemoryWorld(["a/order.md": order(1, "s.md"), "a/s.md": text])
  let finding = try #require(
    try await compile(world).findings.first { $0.rule == "roster/not-alphabetical" })
  let fix = try #require(finding.fix)
  var bytes = Array(text.utf8)
  for edit in fix.edits.sorted(by: { $0.span.start > $1.span.start }) {
    bytes.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.replacement.utf8))
  }
  let fixed = String(decoding: bytes, as: UTF8.self)
  #expect(
    fixed.hasSuffix(
      """
      - Белов Пётр Ильич – советник;
      - Быков Игорь Юрьевич – врач;
      - Сомов Илья Петрович – советник;
      - Уткин Денис Олегович – эксперт.

      """))
}

@Test func `an act's JSON with its bodies keeps to the schema`() async throws {
  let world = MemoryWorld([
    "a/order.md": order(1, "p.md, s.md"), "a/p.md": regulation("отбору проектов", quorate),
    "a/s.md": roster("отбору проектов", five),
  ])
  let compilation = try await compile(world)
  let act = try #require(compilation.repository.acts.first)
  let json = json(of: act, sources: compilation.sources, bodies: compilation.reading.bodies)
  #expect(SchemaCheck(actSchema()).complaints(json) == [])
  let text = String(decoding: json.encoded(pretty: false), as: UTF8.self)
  #expect(text.contains("\"voting\":4"))
  #expect(text.contains("\"needed\":3"))
}

@Test(.timeLimit(.minutes(5)))
func `a large roster and a text full of offices are checked to the end`() async throws {
  let lines = (0..<600).map { "- Соколов Илья Петрович\($0 % 2 == 0 ? "" : "а") – советник;" }
  let text = String(
    repeating: "Назначить председателем комиссии Иванова И.И. и секретарём комиссии Петрова П.П. ",
    count: 300)
  let world = MemoryWorld([
    "a/order.md": order(1, "p.md, s.md"), "a/p.md": regulation("отбору проектов", "1. " + text),
    "a/s.md": roster("отбору проектов", lines.joined(separator: "\n")),
  ])
  let compilation = try await compile(world)
  #expect(compilation.reading.bodies.first?.members.count == 600)
}
