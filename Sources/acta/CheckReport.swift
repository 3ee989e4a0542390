import ActaCompiler
import ActaDiagnostics
import ActaModel
import ActaRules
import ArgumentParser

/// How the findings of a check are told.
struct ReportOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case people, jsonl, sarif, junit, github, codequality
  }

  @Option(
    help: """
      Вид отчёта: people – для людей, jsonl – строка JSON на замечание, sarif – SARIF 2.1.0, junit – JUnit XML, \
      github – пометки GitHub Actions, codequality – GitLab Code Quality.
      """)
  var format: Format = .people

  @Option(help: "Ещё один отчёт в файл, можно несколько раз: sarif=acta.sarif.")
  var report: [String] = []

  func validate() throws { _ = try files }

  /// The reports that go to files.
  private var files: [(format: Format, path: String)] {
    get throws {
      try report.map { report in
        let parts = report.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let format = Format(rawValue: String(parts[0])) else {
          throw Failure(
            message: "«\(report)» – не отчёт: пишут sarif=acta.sarif, виды отчётов: "
              + Format.allCases.map(\.rawValue).joined(separator: ", "),
            status: Failure.usage)
        }
        return (format, String(parts[1]))
      }
    }
  }

  /// Writes the reports: files first, then standard output, and the summary for people on standard error.
  func write(_ report: CheckReport) throws {
    for (format, path) in try files {
      try WholeFile.write(report.encoded(format), to: path)
    }
    Terminal.write(report.encoded(format, onTerminal: true))
    if format == .people { Terminal.complain(report.summary) }
  }
}

/// The findings of a check over one or more folders of acts, files named as they can be opened from here.
struct CheckReport {
  var language: Language
  /// The least level at which the check fails.
  var failing: Level?
  private(set) var findings: [Finding] = []
  private var sources: [String: Source] = [:]
  private var levels: [RuleID: Level?] = [:]
  /// Names from here of the folders, and what stands for them relative to the git repository's root.
  private var roots: [(here: String, there: String)] = []

  init(language: Language, failing: Level?) {
    self.language = language
    self.failing = failing
  }

  mutating func add(_ found: [Finding], _ compilation: Compilation, _ folder: Folder) {
    findings += found.map { $0.renamed(folder.name) }
    let mentioned = Set(found.flatMap { $0.places.map(\.file) })
    for (path, source) in compilation.sources
    where folder.selects(path) || mentioned.contains(path) {
      sources[folder.name(path)] = source
    }
    checked += compilation.sources.keys.filter { folder.selects($0) }.map(folder.name)
    levels.merge(compilation.repository.settings.levels) { first, _ in first }
    roots.append((folder.name(""), folder.nameInRepository("")))
  }

  /// The files that were checked, those without findings included.
  private var checked: [String] = []

  var fails: Bool { failing.map { failing in findings.contains { $0.level >= failing } } ?? false }

  var summary: String { PeoplePrinter(language: language).summary(findings) }

  /// The report in one format; colour and width are the terminal's where one is written to.
  func encoded(_ format: ReportOptions.Format, onTerminal: Bool = false) -> [UInt8] {
    switch format {
    case .people:
      var printer = PeoplePrinter(language: language)
      if onTerminal {
        printer = PeoplePrinter(
          language: language, usesColour: Terminal.usesColour, width: Terminal.width)
      }
      let text = printer.print(findings, sources: sources)
      return Array((findings.isEmpty ? text : text + "\n").utf8)
    case .jsonl: return JSONLinesPrinter.print(findings, sources: sources, language: language)
    case .sarif:
      let printer = SARIFPrinter(
        language: language, rules: Registry.all.map(\.description), levels: levels,
        version: Acta.version, name: nameInRepository)
      return printer.print(findings, sources: sources)
    case .junit:
      let printer = JUnitPrinter(language: language, failing: failing, name: nameInRepository)
      return printer.print(findings, files: checked, sources: sources)
    case .github:
      let printer = GitHubPrinter(language: language, name: nameInRepository)
      return Array(printer.print(findings, sources: sources).utf8)
    case .codequality:
      let printer = CodeQualityPrinter(language: language, name: nameInRepository)
      return printer.print(findings, sources: sources)
    }
  }

  /// A file's name relative to the root of the git repository, where consumers of reports look for it.
  private func nameInRepository(_ name: String) -> String {
    guard let root = roots.first(where: { name.hasPrefix($0.here) }) else { return name }
    return root.there + name.dropFirst(root.here.count)
  }
}

extension Finding {
  /// The finding with other names for files.
  fileprivate func renamed(_ name: (String) -> String) -> Finding {
    var finding = self
    finding.file = name(file)
    for index in finding.places.indices {
      finding.places[index].file = name(finding.places[index].file)
    }
    if var fix {
      for index in fix.edits.indices { fix.edits[index].file = name(fix.edits[index].file) }
      finding.fix = fix
    }
    return finding
  }
}
