import ActaCompiler
import ActaDiagnostics
import ActaModel
import ActaRender
import Foundation
import Testing

/// Holds text against a reviewed file of `Tests/Golden`.
///
/// With `ACTA_RECORD=1`, or where the file is missing, it is written and the test fails: a recording is no pass.
func expectGolden(_ text: String, _ name: String) throws {
  let file = Repositories.root.appending(path: "Tests/Golden/\(name)")
  let records = ProcessInfo.processInfo.environment["ACTA_RECORD"] == "1"
  guard !records, let golden = try? String(contentsOf: file, encoding: .utf8) else {
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) записан: прочитайте его и повторите")
    return
  }
  let (seen, wanted) = (
    text.split(separator: "\n", omittingEmptySubsequences: false),
    golden.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let line = zip(seen, wanted).enumerated().first { $0.element.0 != $0.element.1 }
  #expect(
    text == golden,
    "\(name), строка \((line?.offset ?? min(seen.count, wanted.count)) + 1): «\(line?.element.0 ?? "")», было «\(line?.element.1 ?? "")»"
  )
}

/// An act with one of nearly everything that can be wrong.
let faulty = """
  //- acta.yml
  правила:
    numbering/level-skip: ошибка
  //- prikaz/order.md
  ---
  вид: приказ
  назвние: О деле
  название: О деле
  номер: 5
  дата: 31.02.2024
  орган: Министерство
  приложения:
    - polozhenie.md
    - net.md
  ---

  БЛАНК МИНИСТЕРСТВА

  В целях порядка приказываю:

  1. Утвердить Положение в„– 1.

  3. Контроль\tоставляю за собой <b>лично</b>.

  ОТДЕЛ ДЕЛОПРОИЗВОДСТВА
  //- prikaz/polozhenie.md
  ---
  вид: положение
  название: Положение
  ---

  ## I. Общие положения

  1.1. Первый.12. Заседания проводятся ежемесячно.

  1.1. Снова первый.

  1.3.1. Без отца.

  ## III. Состав

  2.1. Виды:

  а) одно;

  2) другое;

  в) третье.

  | Графа | Другая |
  |---|---|
  | одно | два | лишнее |
  //- sirota.md
  ---
  вид: порядок
  название: Порядок
  ---

  1. Текст.
  """

@Test(arguments: [Language.russian, .english])
func `the screen of findings is as it was read`(_ language: Language) async throws {
  let marked = MarkedFiles(faulty)
  let compilation = try await compile(MemoryWorld(marked.files))
  let printer = PeoplePrinter(language: language, name: { "acts/" + $0 })
  let screen =
    printer.print(compilation.findings, sources: compilation.sources) + "\n"
    + printer.summary(compilation.findings) + "\n"
  try expectGolden(screen, "findings.\(language.rawValue).txt")
}

@Test func `the JSON Lines of findings are as they were read`() async throws {
  let compilation = try await compile(MemoryWorld(MarkedFiles(faulty).files))
  let lines = JSONLinesPrinter.print(
    compilation.findings, sources: compilation.sources, language: .russian, name: { "acts/" + $0 })
  try expectGolden(String(decoding: lines, as: UTF8.self), "findings.jsonl")
}

@Test func `an act's page, print, outline and JSON are as they were read`() async throws {
  let world = try Repositories.world(Repositories.own)
  let compilation = try await compile(world)
  let files = try await published(world).files.byPath
  let id = "2025-61-r-sovet"
  let act = try #require(compilation.repository.acts.first { $0.id == id })
  for (file, golden) in [("index.html", "page.html"), ("act.txt", "act.txt")] {
    try expectGolden(String(decoding: files["\(id)/\(file)"] ?? [], as: UTF8.self), golden)
  }
  try expectGolden(outline(of: act), "outline.txt")
  try expectGolden(String(decoding: files["index.html"] ?? [], as: UTF8.self), "register.html")
}
