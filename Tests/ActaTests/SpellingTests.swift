import ActaCompiler
import ActaDiagnostics
import ActaRules
import Testing

/// A dictionary of a few words.
struct WordList: Spelling {
  var words: Set<String>

  func knows(_ word: String) -> Bool { words.contains(word) }

  /// The words of the examples of `text/spelling`.
  static let examples = WordList(
    words: ["утвердить", "план", "плана", "глава", "приказ", "приказываю", "решает", "видео"])
}

/// The findings of `text/spelling` in an order with the given points.
private func spelling(
  _ points: String, words: [String], settings: String = "", lang: Language = .russian
) async throws -> [Finding] {
  let head =
    "---\nвид: приказ\nназвание: О плане\nномер: 1\nдата: 01.02.2024\nорган: Совет\n---\n\n"
  var world = MemoryWorld(["order.md": head + points, "acta.yml": settings])
  world.spelling = WordList(words: Set(words))
  return try await compile(world).findings.filter { $0.rule == "text/spelling" }
}

@Test func `a word one slip away from a known one is a warning with a suggestion`() async throws {
  let found = try await spelling(
    "1. Провести голсование советов.\n", words: ["провести", "голосование", "советов"])
  #expect(found.map(\.level) == [.warning])
  #expect(found.first?.fix?.edits.map(\.replacement) == ["голосование"])
  #expect(found.first?.fix?.safety == .unsafe)
}

@Test func `a word that is like none is a note`() async throws {
  let found = try await spelling("1. Провести абырвалг.\n", words: ["провести"])
  #expect(found.map(\.level) == [.note])
}

@Test func `one form of a word is told once a document, its other places with it`() async throws {
  let found = try await spelling(
    "1. Провести абырвалг.\n\n2. Провести абырвалг.\n", words: ["провести"])
  #expect(found.map(\.places.count) == [1])
}

@Test func `what is written again and again is a term`() async throws {
  let found = try await spelling(
    "1. Провести абырвалг.\n\n2. Провести абырвалга.\n\n3. Провести абырвалгом.\n",
    words: ["провести"])
  #expect(found.isEmpty)
}

@Test func `words of acta.yml are right in every form`() async throws {
  let found = try await spelling(
    "1. Провести абырвалгом.\n", words: ["провести"], settings: "словарь:\n  - абырвалг\n")
  #expect(found.isEmpty)
}

@Test func `ё may be written е, and the last part of a compound counts`() async throws {
  let found = try await spelling(
    "1. Провести учет и социально-ученый счёт.\n", words: ["провести", "учёт", "учёный", "счет"])
  #expect(found.isEmpty)
}

@Test func `names, addresses, abbreviations and foreign words are let alone`() async throws {
  let found = try await spelling(
    "1. Провести в Мухосранске с Абырвалгом А.А. на сайте abyr.рфия руб. kpi-план 5шт.\n",
    words: ["провести", "план", "сайте"])
  #expect(found.isEmpty)
}

@Test func `without a dictionary nothing is said`() async throws {
  let world = MemoryWorld(["order.md": "---\nвид: приказ\n---\n\n1. Провести абырвалг.\n"])
  let found = try await compile(world).findings
  #expect(!found.contains { $0.rule == "text/spelling" })
}

@Test func `a level turned off asks for no word`() async throws {
  struct Trap: Spelling {
    func knows(_ word: String) -> Bool {
      Issue.record("asked for \(word)")
      return true
    }
  }
  var world = MemoryWorld([
    "order.md": "---\nвид: приказ\n---\n\n1. Провести абырвалг.\n",
    "acta.yml": "правила:\n  text/spelling: выключено\n",
  ])
  world.spelling = Trap()
  _ = try await compile(world)
}
