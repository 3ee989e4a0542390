import ActaCompiler
import ActaDiagnostics
import ActaRules
import Foundation
import Testing

private let rules = [Rule.ID("numbering/gap"), "source/orphan-file"].compactMap {
  Registry.rule($0)
}.map {
  RuleDescription(
    id: $0.id, level: $0.level, summary: $0.summary, reason: $0.reason, norm: $0.norm,
    help: $0.reason)
}

extension Rule { fileprivate typealias ID = RuleID }

@Test(arguments: [1, 2, 3, 7, 1_000])
func `a screen made in parts is the same screen`(_ parts: Int) async throws {
  let compilation = try await compile(MemoryWorld(MarkedFiles(faulty).files))
  let printer = PeoplePrinter()
  let (findings, sources) = (compilation.findings, compilation.sources)
  #expect(Set(findings.map(\.file)).count > 2)
  #expect(
    await printer.encoded(findings, sources: sources, parts: parts)
      == printer.encoded(findings, sources: sources))
  #expect(await printer.encoded([], sources: sources, parts: parts).isEmpty)
}

@Test func `each report for a machine is as it was read`() async throws {
  let compilation = try await compile(MemoryWorld(MarkedFiles(faulty).files))
  let findings = compilation.findings.filter { ["source", "numbering"].contains($0.rule.family) }
  let sources = compilation.sources
  let name: @Sendable (String) -> String = { path in "моя папка/" + path }
  let sarif = SARIFPrinter(
    language: .russian, rules: rules, levels: ["source/orphan-file": nil, "numbering/gap": .error],
    version: "1.0.0", name: name)
  try expectGolden(
    String(decoding: sarif.print(findings, sources: sources), as: UTF8.self), "findings.sarif")
  let junit = JUnitPrinter(language: .english, name: name)
  try expectGolden(
    String(
      decoding: junit.print(findings, files: Array(sources.keys), sources: sources), as: UTF8.self),
    "findings.junit.xml")
  let github = GitHubPrinter(language: .russian, name: name)
  try expectGolden(github.print(findings, sources: sources), "findings.github.txt")
  let quality = CodeQualityPrinter(language: .russian, name: name)
  try expectGolden(
    String(decoding: quality.print(findings, sources: sources), as: UTF8.self),
    "findings.codequality.json")
}

/// A finding whose every text tries to end what it is put into.
private let hostile = Finding(
  "text/x", .warning, file: "a,b:c%\n::error::.md", at: Span(4, 6),
  Text(ru: "100% «]]>» \u{1}\r\n::error::беда & <b>", en: ""),
  places: [Place(file: "other", at: nil, Text(ru: "и\nздесь", en: ""))])
private let hostileSources = [hostile.file: Source(path: hostile.file, text: "я\nя😀я\n")]

@Test func `no text of a finding can end a command of GitHub`() {
  let lines = GitHubPrinter(language: .russian).print([hostile], sources: hostileSources)
  #expect(
    lines == """
      ::warning file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.md,line=2,endLine=2,col=2,endColumn=3,title=text/x::\
      100%25 «]]>» \u{1}%0D%0A::error::беда & <b>%0Aother: и%0Aздесь\n
      """)
}

@Test func `a report for JUnit is well formed whatever a finding says`() throws {
  let bytes = JUnitPrinter(language: .russian, failing: .warning).print(
    [hostile], files: [], sources: hostileSources)
  let text = String(decoding: bytes, as: UTF8.self)
  #expect(text.contains("name=\"a,b:c%&#10;::error::.md\""))
  #expect(text.contains("«]]&gt;» ␁  ::error::беда &amp; &lt;b&gt;"))
  #expect(text.contains("failures=\"1\""))
}

@Test func `SARIF counts Unicode characters and encodes addresses`() throws {
  let printer = SARIFPrinter(
    language: .russian, rules: [], version: "1", name: { "п п/" + $0.prefix(1) })
  let json = try JSONSerialization.jsonObject(
    with: Data(printer.print([hostile], sources: hostileSources)))
  let text = "\(json)"
  #expect(text.contains("%D0%BF%20%D0%BF/a"))
  let run = ((json as? [String: Any])?["runs"] as? [[String: Any]])?.first
  let result = (run?["results"] as? [[String: Any]])?.first
  let location = (result?["locations"] as? [[String: Any]])?.first?["physicalLocation"]
  let region = (location as? [String: Any])?["region"] as? [String: Any]
  #expect(region?["startColumn"] as? Int == 2 && region?["endColumn"] as? Int == 3)
  #expect(run?["columnKind"] as? String == "unicodeCodePoints")
}

/// The fingerprints of everything that a порядок gives rise to.
private func fingerprints(_ body: String) async throws -> [String] {
  let compilation = try await compile(MemoryWorld(MarkedFiles(body).files))
  return Fingerprint.all(of: compilation.findings, sources: compilation.sources)
    .filter { $0.rule == "numbering/gap" }.map(\.digest)
}

@Test func `a fingerprint stays when lines move and differs between places that look alike`()
  async throws
{
  let first = try await fingerprints("1. Один.\n\n3. Три.\n\n3. Три.\n\n5. Пять.\n")
  #expect(first.count == 2 && Set(first).count == 2)
  let moved = try await fingerprints(
    "Вступление.\n\nЕщё строки.\n\n1. Другой первый.\n\n3. Три.\n\n3. Три.\n\n5. Пять.\n")
  #expect(moved == first)
  let reworded = try await fingerprints("1. Один.\n\n3. Тридцать.\n\n5. Пять.\n")
  #expect(reworded.count == 2 && reworded[0] != first[0] && reworded[1] == first[1])
  let twice = try await fingerprints(
    "1. Один.\n\n# А\n\n1. Да.\n\n3. Ну.\n\n# Б\n\n1. Да.\n\n3. Ну.\n")
  #expect(Set(twice).count == twice.count && twice.count == 2)
}

@Test func `of many findings alike a person is shown a hundred and told how many are left`() {
  let file = "a.md"
  let text = String(repeating: "слово\n", count: 250)
  let findings = (0..<250).map { line in
    Finding(
      "text/x", .warning, file: file, at: Span(line * 11, line * 11 + 10), Text(ru: "Вот", en: ""))
  }
  let other = Finding("text/y", .error, file: file, at: nil, Text(ru: "Иное", en: ""))
  let screen = PeoplePrinter(language: .russian).print(
    findings + [other], sources: [file: Source(path: file, text: text)])
  #expect(screen.components(separatedBy: "предупреждение[text/x]: Вот").count == 101)
  #expect(screen.contains("ошибка[text/y]: Иное"))
  #expect(screen.contains("предупреждение[text/x]: И ещё таких же замечаний: 150\n"))
}
