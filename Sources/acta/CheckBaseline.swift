import ActaCompiler
import ActaDiagnostics
import ArgumentParser
import Foundation

/// The findings of legacy acts: written down once, held back from then on.
struct BaselineOptions: ParsableArguments {
  @Option(help: "База известных замечаний: о них молчать, об исчезнувших сказать.")
  var baseline: String?
  @Option(help: "Записать в базу всё, что найдено сейчас; код выхода 0.")
  var writeBaseline: String?

  func validate(_ folders: [Folder]) throws {
    guard baseline != nil || writeBaseline != nil else { return }
    if baseline != nil, writeBaseline != nil {
      throw Failure(
        message: "База либо читается, либо пишется: --baseline или --write-baseline",
        status: Failure.usage)
    }
    guard folders.count == 1 else {
      throw Failure(message: "База – для одной папки актов", status: Failure.usage)
    }
    if writeBaseline != nil, folders.contains(where: { !$0.selects("") }) {
      throw Failure(
        message: "Базу пишут для всей папки актов, а не для её части", status: Failure.usage)
    }
  }

  /// Writes the findings of a whole folder down, and says how many.
  func write(
    _ findings: [Finding], _ compilation: Compilation, to path: String, _ language: Language
  ) throws {
    let baseline = Baseline(findings, sources: compilation.sources)
    try WholeFile.write(baseline.encoded(), to: path)
    Terminal.complain(
      language == .russian
        ? "Записано в базу замечаний: \(baseline.entries.count) (\(path))"
        : "Findings written to the baseline: \(baseline.entries.count) (\(path))")
  }

  /// The findings that the baseline does not know; what is held back and what is gone is told on standard error.
  func unknown(
    _ findings: [Finding], in folder: Folder, _ compilation: Compilation, _ language: Language
  ) throws -> [Finding] {
    guard let path = baseline else { return findings }
    let comparison = try read(path, language).compare(findings, sources: compilation.sources)
    let gone = comparison.gone.filter { folder.selects($0.file) }
    if comparison.known > 0 {
      Terminal.complain(
        language == .russian
          ? "Известны по базе и не показаны: \(comparison.known)"
          : "Known from the baseline and not shown: \(comparison.known)")
    }
    if !gone.isEmpty {
      let lines = gone.map { "  \(folder.name($0.file)): \($0.rule.text) \($0.text)" }
      Terminal.complain(
        (language == .russian
          ? "Есть в базе, но больше не находятся: \(gone.count) – удалите эти строки или запишите базу заново"
          : "In the baseline, but found no more: \(gone.count) – remove these lines or write the baseline anew")
          + "\n" + lines.joined(separator: "\n"))
    }
    return comparison.new
  }

  private func read(_ path: String, _ language: Language) throws -> Baseline {
    let bytes: [UInt8]
    do {
      bytes = Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Failure(
        message: "\(path): \(Disk.reason(error))", status: Failure.inputOutput)
    }
    do {
      return try Baseline(reading: bytes)
    } catch {
      throw Failure(
        message: "\(path):\(error.line): \(error.reason(language))", status: Failure.usage)
    }
  }
}
