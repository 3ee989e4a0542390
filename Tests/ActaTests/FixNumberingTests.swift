import ActaCompiler
import ActaDiagnostics
import ActaRules
import Testing

/// The files of an act after everything was fixed that is the numbering's.
private func renumbered(_ example: String) async throws -> [String: String] {
  let files = MarkedFiles(example).files
  let result = try await fixAll(MemoryWorld(files), .unsafe) { $0.rule.family == "numbering" }
  return files.merging(result.files.mapValues { String(decoding: $0, as: UTF8.self) }) { $1 }
}

private func order(_ body: String) -> String {
  "//- order.md\n---\nвид: приказ\nназвание: О плане\nприложения: [p.md]\n---\n\n" + body
    + "\n//- p.md\n---\nвид: порядок\nназвание: Порядок отбора\n---\n\n"
}

@Test func `a gap closes, and references follow`() async throws {
  let files = try await renumbered(
    order("1. Утвердить. Пункт 4 порядка действует, пункт 4 приложения – тоже.\n")
      + "1. Первый, см. пункт 4.\n\n3. Третий по пункту 1.\n\n4. По пунктам 3 и 4 настоящего Порядка.\n"
  )
  #expect(
    files["p.md"]?.hasSuffix(
      "1. Первый, см. пункт 3.\n\n2. Третий по пункту 1.\n\n3. По пунктам 2 и 3 настоящего Порядка.\n"
    )
      == true, "\(files["p.md"] ?? "")")
  #expect(files["order.md"]?.contains("пункт 3 приложения") == true, "\(files["order.md"] ?? "")")
}

@Test func `a doubled number counts on, references to it stay with the first`() async throws {
  let files = try await renumbered(
    order("1. Утвердить.\n")
      + "1. Первый.\n\n2. Второй по пункту 2.\n\n2. Второй.\n\n3. Третий по пункту 3.\n")
  #expect(
    files["p.md"]?.hasSuffix(
      "1. Первый.\n\n2. Второй по пункту 2.\n\n3. Второй.\n\n4. Третий по пункту 4.\n") == true,
    "\(files["p.md"] ?? "")")
}

@Test func `what is counted below a section moves with it`() async throws {
  let files = try await renumbered(
    order("1. Утвердить.\n")
      + "## I. Один\n\n1.1. Текст.\n\n## III. Три\n\n3.1. Текст.\n\n3.2. По пункту 3.1 раздела III.\n"
  )
  #expect(
    files["p.md"]?.hasSuffix(
      "## I. Один\n\n1.1. Текст.\n\n## II. Три\n\n2.1. Текст.\n\n2.2. По пункту 2.1 раздела II.\n")
      == true, "\(files["p.md"] ?? "")")
}

@Test func `an inserted number stays behind its own, a repealed one keeps its place`() async throws
{
  let body =
    "1. Первый.\n\n3. Третий.\n\n3-1. Вставной.\n\n4. Утратил силу. – Приказ от 01.02.2024 № 5.\n\n6. Шестой.\n"
  let files = try await renumbered(order("1. Утвердить.\n") + body)
  #expect(
    files["p.md"]?.contains("2. Третий.\n\n2-1. Вставной.\n\n3. Утратил") == true,
    "\(files["p.md"] ?? "")")
}

@Test func `rows of a roadmap move with what comes behind them`() async throws {
  let files = try await renumbered(
    "//- order.md\n---\nвид: приказ\nназвание: О плане\nприложения: [p.md]\n---\n\n1. Утвердить.\n"
      + "//- p.md\n---\nвид: дорожная карта\nназвание: План\n---\n\n"
      + "### 1. Порядок\n- Срок: 1 марта 2024 г.\n- Ответственный: Совет\n- Результат: приказ\n\n"
      + "### 3. Отбор\n- Срок: 1 апреля 2024 г.\n- Ответственный: Совет\n- Результат: отчёт\n- После: 1\n\n"
      + "### 4. Отчёт\n- Срок: 1 мая 2024 г.\n- Ответственный: Совет\n- Результат: отчёт\n- После: 3\n"
  )
  #expect(files["p.md"]?.contains("### 3. Отчёт") == true, "\(files["p.md"] ?? "")")
  #expect(files["p.md"]?.contains("- После: 2") == true, "\(files["p.md"] ?? "")")
}
