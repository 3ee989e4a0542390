import ActaCompiler
import ActaDiagnostics
import Testing

/// Rule and level of each finding of a few rules.
private func findings(_ text: String) async throws -> [String] {
  let compilation = try await compile(MemoryWorld(MarkedFiles(text).files))
  let rules: Set<RuleID> = [
    "deadline/non-working-day", "numbering/gap", "source/missing-key", "source/suppression",
  ]
  return compilation.findings.filter { rules.contains($0.rule) }.map {
    "\($0.rule.text) \($0.level.rawValue)"
  }
}

private let head = "---\nвид: план мероприятий\nназвание: План\n---\n\n"
private let table = """
  | № | Мероприятие | Срок | Ответственный | Результат |
  |---|---|---|---|---|
  | 1. | Собрание | не позднее 30 марта 2024 г. | Отдел | протокол |
  | 2. | Отчёт | не позднее 31 марта 2024 г. | Отдел | отчёт |

  """

@Suite struct SuppressionLevels {
  @Test func `a comment in front of a roadmap's table silences its rows`() async throws {
    #expect(try await findings("//- a.md\n" + head + table).count == 2)
    let silenced = try await findings(
      "//- a.md\n" + head
        + "<!-- acta: пропустить deadline/non-working-day, причина: день отчёта задан -->\n\n"
        + table)
    #expect(silenced.isEmpty)
  }

  @Test func `a comment in a cell silences its row alone`() async throws {
    let silenced = try await findings(
      "//- a.md\n" + head
        + table.replacing(
          "Собрание",
          with: "Собрание <!-- acta: пропустить deadline/non-working-day, причина: задан -->"))
    #expect(silenced == ["deadline/non-working-day warning"])
  }

  @Test func `a comment in front of a row spelled as a heading silences that row alone`()
    async throws
  {
    let rows = """
      ## I. Раздел

      <!-- acta: пропустить deadline/non-working-day, причина: день задан -->

      ### 1.1. Собрание
      - Срок: не позднее 30 марта 2024 г.
      - Ответственный: Отдел
      - Результат: протокол

      ### 1.2. Отчёт
      - Срок: не позднее 31 марта 2024 г.
      - Ответственный: Отдел
      - Результат: отчёт

      """
    #expect(try await findings("//- a.md\n" + head + rows) == ["deadline/non-working-day warning"])
  }

  @Test func `a comment in front of the whole text speaks for front matter and file`() async throws
  {
    let comment = "<!-- acta: пропустить source/missing-key, причина: номер присвоят позже -->\n\n"
    let order = "//- a.md\n---\nвид: приказ\nназвание: О деле\nорган: М\nдата: 01.02.2024\n---\n\n"
    let body = "ПРИКАЗЫВАЮ:\n\n1. Сделать.\n"
    #expect(try await findings(order + body) == ["source/missing-key error"])
    #expect(try await findings(order + comment + body).isEmpty)
    // Further down it has nothing to silence.
    #expect(
      try await findings(order + "ПРИКАЗЫВАЮ:\n\n" + comment + "1. Сделать.\n")
        == ["source/missing-key error", "source/suppression warning"])
  }

  @Test func `turning a rule off makes no comment idle, and comments have a level of their own`()
    async throws
  {
    let body =
      "//- a.md\n" + head.replacing("план мероприятий", with: "порядок")
      + "1. Раз.\n\n<!-- acta: пропустить numbering/gap, причина: так подписано -->\n\n3. Три.\n"
    #expect(try await findings(body).isEmpty)
    #expect(
      try await findings("//- acta.yml\nправила: {numbering/gap: выключено}\n" + body).isEmpty)
    let idle = body.replacing("3. Три", with: "2. Два")
    #expect(try await findings(idle) == ["source/suppression warning"])
    #expect(
      try await findings("//- acta.yml\nправила: {source/suppression: заметка}\n" + idle)
        == ["source/suppression note"])
  }

  @Test
  func `a strict check makes errors of warnings, whoever made them warnings, and of nothing else`()
    async throws
  {
    let text =
      "//- acta.yml\nправила: {numbering/gap: предупреждение, numbering/duplicate: заметка}\n//- a.md\n"
      + head.replacing("план мероприятий", with: "порядок") + "1. Раз.\n\n1. Раз.\n\n3. Три.\n"
    let compilation = try await compile(MemoryWorld(MarkedFiles(text).files))
    let levels = strict(compilation.findings).filter { $0.rule.family == "numbering" }.map {
      "\($0.rule.text) \($0.level.rawValue)"
    }
    #expect(levels == ["numbering/duplicate note", "numbering/gap error"])
  }
}
