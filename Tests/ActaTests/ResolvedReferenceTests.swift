import ActaCompiler
import ActaLanguage
import ActaModel
import Testing

/// An order with a regulation of these points in its first appendix and a list of three rows in its second.
private func read(order: String, regulation: String) async throws -> Compilation {
  let head = "вид: приказ\nназвание: Об отборе\nномер: 5\nдата: 01.02.2024\nорган: Министерство"
  let files = [
    "a/order.md": "---\n\(head)\nприложения: [p.md, l.md]\n---\n\n\(order)\n",
    "a/p.md": "---\nвид: порядок\nназвание: Порядок отбора\n---\n\n\(regulation)\n",
    "a/l.md": "---\nвид: перечень\nназвание: Перечень работ\n---\n\n1. Одна.\n\n2. Две.\n",
    "b/order.md":
      "---\nвид: приказ\nназвание: О смете\nномер: 17-п\nдата: 03.02.2024\nорган: Министерство\n---\n\n1. Утвердить.\n",
  ]
  return try await compile(MemoryWorld(files))
}

/// What the references of a document lead to, as text: `1 p-3`, `? point 9`, `№ 17-п`.
private func goals(_ compilation: Compilation, in document: Int) throws -> [String] {
  let act = try #require(compilation.reading.acts.first)
  return act.documents[document].resolved.map { reference in
    switch reference.goal {
    case .document(let index): "\(index)"
    case .unit(let index, let address, let last):
      "\(index) \(address)\(last.map { "…\($0)" } ?? "")"
    case .missing(let index, let element):
      "\(index) ? \(element.level.rawValue) \(element.text ?? "")"
    case .missingAppendix(let number): "? appendix \(number ?? "")"
    case .act(let citation):
      "№ \(citation.number ?? "") \(compilation.cited.id(of: citation) ?? "–")"
    case .outside: "outside"
    }
  }
}

private let regulation = """
  ## I. Раздел

  1. Виды:

  а) одно;

  б) другое.

  2. Порядок ведут по подпункту «б» пункта 1 настоящего Порядка.

  3-1. Срок – по пунктам 1–2, разделу I и абзацу второму настоящего пункта.

  Он краток.

  4. Не позднее, чем в пункте 9 и в подпункте «г» пункта 1.
  """

@Test(arguments: [
  ("1. Утвердить Порядок (приложение № 1) и Перечень (приложение № 2).", ["1", "2"]),
  ("1. По пункту 2 приложения № 2 к настоящему приказу.", ["2 p-2"]),
  ("1. По приложению № 3 к настоящему приказу.", ["? appendix 3"]),
  ("1. По пункту 2 Порядка.", ["1 p-2"]),
  ("1. Один.\n\n2. По пункту 1 настоящего приказа.", ["0 p-1"]),
  ("1. По пункту 1 приказа Министерства от 3 февраля 2024 г. № 17-п.", ["№ 17-п b"]),
  ("1. По приказу Министерства от 4 февраля 2024 г. № 17-п.", ["№ 17-п –"]),
])
func `references of an order lead into its appendices and to other acts`(
  _ text: String, _ expected: [String]
) async throws {
  #expect(try goals(try await read(order: text, regulation: regulation), in: 0) == expected)
}

@Test func `references of an appendix lead to its own units first`() async throws {
  let compilation = try await read(
    order: "1. Утвердить Порядок (приложение № 1) и Перечень (приложение № 2).",
    regulation: regulation)
  #expect(
    try goals(compilation, in: 1) == [
      "1 p-1-б", "1 p-1…p-2", "1 r-I", "1 p-3-1-abz-2", "1 ? point 9", "1 ? subpoint г",
    ])
}

@Test func `words in quotes speak of another document`() async throws {
  let compilation = try await read(
    order: "1. Внести в приказ изменения: «3. По пункту 9 настоящего приказа.»",
    regulation: regulation)
  #expect(try goals(compilation, in: 0).allSatisfy { $0 == "outside" })
}

@Test func `many references to many equal numbers are resolved in good time`() async throws {
  let points = String(repeating: "1. По подпункту 1 пункта 1.\n\n", count: 4000)
  let compilation = try await read(order: "1. Утвердить.", regulation: points)
  #expect(try goals(compilation, in: 1).count == 4000)
}

@Test func `a term is found in every case and its opening is no use of it`() async throws {
  let compilation = try await read(
    order: """
      1. Образовать рабочую группу по отбору (далее – Рабочая группа).

      2. Рабочей группе собраться.
      """,
    regulation: """
      1. Решение Рабочей группы и ЦРИ.

      2. Центр развития информатики (далее – ЦРИ) помогает.

      3. ЦРИ отчитывается.
      """)
  let terms = try #require(compilation.reading.acts.first).terms
  #expect(terms.map(\.definition.term) == ["Рабочая группа", "ЦРИ"])
  #expect(terms.map { $0.uses.map(\.document) } == [[0, 1], [1, 1]])
  #expect(terms.map { $0.uses.map(\.isEarly) } == [[false, false], [true, false]])
  #expect(terms.allSatisfy { $0.fullName != nil })
}

@Test(arguments: [
  ["порядок", "порядка", "порядком"], ["перечень", "перечня", "перечнем"],
  ["комиссия", "комиссии", "комиссией", "комиссию"], ["рабочая", "рабочей", "рабочую"],
  ["положение", "положения", "положением", "положении"], ["список", "списка", "спискам"],
])
func `forms of a word have one stem`(_ forms: [String]) {
  #expect(Set(forms.map { stems(of: $0) }).count == 1)
}
