import ActaCompiler
import ActaDiagnostics
import ArgumentParser

/// `acta check`: what a careful lawyer would find.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Проверить акты.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @OptionGroup var folder: FolderOptions
  @Option(help: "Вид отчёта: text – для людей, jsonl – строка JSON на замечание.")
  var format: Format = .text

  mutating func run() async throws {
    let language = try folder.language
    var hasErrors = false
    var all: [Finding] = []
    for var folder in try folder.folders {
      folder.disk.spelling = Hunspell.russian
      let compilation = try await folder.compiled()
      let findings = compilation.findings.filter { folder.selects($0.file) }
      hasErrors = hasErrors || findings.contains { $0.level == .error }
      all += findings
      switch format {
      case .text:
        let printer = PeoplePrinter(
          language: language, usesColour: Terminal.usesColour, width: Terminal.width,
          name: folder.name)
        Terminal.write(printer.print(findings, sources: compilation.sources))
        if !findings.isEmpty { Terminal.write("\n") }
      case .jsonl:
        Terminal.write(
          JSONLinesPrinter.print(
            findings, sources: compilation.sources, language: language, name: folder.name))
      }
    }
    if format == .text { Terminal.complain(PeoplePrinter(language: language).summary(all)) }
    if hasErrors { throw ExitCode(1) }
  }
}
