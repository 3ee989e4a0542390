import ActaCompiler
import ActaDiagnostics
import ArgumentParser

/// `acta check`: what a careful lawyer would find.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Проверить акты.")

  @OptionGroup var folder: FolderOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var baseline: BaselineOptions

  @Flag(help: "Считать предупреждения ошибками.")
  var strict = false
  @Option(help: "С какого уровня код выхода 1: error, warning, note или never.")
  var failOn: FailureLevel = .error

  mutating func run() async throws {
    let language = try folder.language
    try reports.validate()
    let folders = try folder.folders
    try baseline.validate(folders)
    OneShotMemory.use()
    Hunspell.prepare()
    var report = CheckReport(language: language, failing: failOn.level)
    for var folder in folders {
      folder.disk.spelling = Hunspell.russian
      try await fixes.run(folder)
      let compilation = try await folder.compiled()
      var findings = compilation.findings
      if strict { findings = ActaCompiler.strict(findings) }
      if let path = baseline.writeBaseline {
        try baseline.write(findings, compilation, to: path, language)
        return
      }
      findings = findings.filter { folder.selects($0.file) }
      findings = try baseline.unknown(findings, in: folder, compilation, language)
      report.add(findings, compilation, folder)
    }
    if fixes.diff { Terminal.complain(report.summary) } else { try reports.write(report) }
    if report.fails { throw ExitCode(1) }
  }
}

/// The least level of a finding that makes the check fail.
enum FailureLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, note, never

  var level: Level? { Level(rawValue: rawValue) }
}
