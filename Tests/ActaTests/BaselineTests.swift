import ActaCompiler
import ActaDiagnostics
import Testing

private let legacy = """
  //- a.md
  ---
  вид: порядок
  название: Порядок
  ---

  1. Один.

  3. Три.

  а) одно;

  2) другое.

  7. Семь.
  //- b.md
  ---
  вид: порядок
  ---

  1. Один.

  4. Четыре.
  """

/// What a few rules say of files; others would only lengthen the lists.
private func checked(_ files: [String: String]) async throws -> Compilation {
  var compilation = try await compile(MemoryWorld(files))
  compilation.findings = compilation.findings.filter {
    ["source/orphan-file", "source/missing-key"].contains($0.rule.text)
      || $0.rule.family == "numbering"
  }
  return compilation
}

/// Compares what files give rise to with the baseline of `legacy`.
private func compare(
  _ change: (inout [String: String]) -> Void
) async throws -> (new: [String], known: Int, gone: [String]) {
  var files = MarkedFiles(legacy).files
  let before = try await checked(files)
  let baseline = try Baseline(
    reading: Baseline(before.findings, sources: before.sources).encoded())
  change(&files)
  let after = try await checked(files)
  let comparison = baseline.compare(after.findings, sources: after.sources)
  return (
    comparison.new.map { "\($0.file) \($0.rule.text)" }, comparison.known,
    comparison.gone.map { "\($0.file) \($0.rule.text) \($0.text)" }
  )
}

@Suite struct BaselineTests {
  @Test func `the file is as it was read`() async throws {
    let compilation = try await checked(MarkedFiles(legacy).files)
    let baseline = Baseline(compilation.findings, sources: compilation.sources)
    try expectGolden(String(decoding: baseline.encoded(), as: UTF8.self), "baseline.txt")
  }

  @Test func `what was written down is known, and nothing is gone`() async throws {
    let same = try await compare { _ in }
    #expect(same.new.isEmpty && same.gone.isEmpty && same.known == 7)
  }

  @Test func `findings are known after lines have moved and nearby words have changed`()
    async throws
  {
    let moved = try await compare { files in
      files["a.md"] = files["a.md"]?.replacing(
        "1. Один.", with: "Новое вступление.\n\nИ ещё строка.\n\n1. Один."
      ).replacing("3. Три.", with: "3. Три и ещё слова.")
    }
    #expect(moved.new.isEmpty && moved.gone.isEmpty)
  }

  @Test func `a new finding is told, be it like an old one`() async throws {
    let more = try await compare { $0["a.md"]?.append("\n\n# Глава\n\n1. Да.\n\n7. Семь.\n") }
    #expect(more.new == ["a.md numbering/gap"] && more.gone.isEmpty)
  }

  @Test func `a finding that is gone is told`() async throws {
    let mended = try await compare {
      $0["a.md"] = $0["a.md"]?.replacing("2) другое", with: "б) другое")
    }
    #expect(mended.new.isEmpty)
    #expect(mended.gone == ["a.md numbering/mixed-style «2)»"])
  }

  @Test
  func `a renamed file keeps its known findings, a file of the same faults does not get them`()
    async throws
  {
    let renamed = try await compare { files in
      files["papka/novoe.md"] = files.removeValue(forKey: "a.md")?.replacing("Один", with: "Раз")
    }
    #expect(renamed.new.isEmpty && renamed.gone.isEmpty)
    let copied = try await compare { $0["c.md"] = $0["a.md"] }
    #expect(copied.new.count == 4 && copied.new.allSatisfy { $0.hasPrefix("c.md") })
    // Gone altogether, and another came that has one fault like it.
    let other = try await compare { files in
      files["a.md"] = nil
      files["c.md"] = "---\nвид: порядок\nназвание: П\n---\n\n1. Раз.\n\n9. Девять.\n"
    }
    #expect(other.new == ["c.md source/orphan-file", "c.md numbering/gap"])
    #expect(other.gone.count == 4)
  }

  @Test func `findings about the whole file are told apart by what they say`() async throws {
    let order = "---\nвид: приказ\nназвание: Т\nдата: 01.02.2024\nорган: М\n---\n\n1. Да.\n"
    let before = try await checked(["o.md": order])
    let baseline = Baseline(before.findings, sources: before.sources)
    let after = try await checked([
      "o.md": order.replacing("дата: 01.02.2024\n", with: "номер: 1\n")
    ])
    let comparison = baseline.compare(after.findings, sources: after.sources)
    #expect(comparison.new.map(\.rule) == ["source/missing-key"])
    #expect(comparison.gone.count == 1)
  }

  @Test(arguments: [
    ("", 1), ("# только слова\n", 1), ("[]", 1), ("acta-baseline 2\n", 1),
    ("acta-baseline 1\n  a/b 00000000 00000000 00000000 нет файла\n", 2),
    ("acta-baseline 1\n\na.md\n  a/b 0000 00000000 00000000 текст\n", 4),
    ("acta-baseline 1\na.md\n  a/b 00000000 00000000\n", 3),
    ("acta-baseline 1\n<<<<<<< HEAD\na.md\n", 2),
  ])
  func `a damaged baseline says in which line`(_ text: String, _ line: Int) throws {
    let error = try #require(throws: BaselineError.self) { try Baseline(reading: Array(text.utf8)) }
    #expect(error.line == line)
  }

  @Test func `no bytes bring the reader down, and odd names survive`() throws {
    let odd = ["#решётка.md", " пробел.md", "100%.md", "=====.md", "a\nb.md"]
    let findings = odd.map {
      Finding("a/b", .note, file: $0, at: nil, Text(ru: "Слова\n\u{7}\(odd)", en: ""))
    }
    let baseline = Baseline(findings, sources: [:])
    #expect(
      try Baseline(reading: baseline.encoded()).entries.map(\.file)
        == odd.sorted {
          $0.utf8.lexicographicallyPrecedes($1.utf8)
        })
    var random = Seeded(5)
    for _ in 0..<500 {
      var bytes = baseline.encoded()
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      _ = try? Baseline(reading: bytes)
    }
  }
}
