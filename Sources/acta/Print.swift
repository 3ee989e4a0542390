import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ArgumentParser
import Foundation

/// `acta print FILE`: one act on paper.
struct Print: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Напечатать один акт: PDF или текст.")

  @OptionGroup var folder: FolderOptions
  @Option(name: .shortAndLong, help: "Куда писать: файл .pdf или .txt; «-» – текст на экран.")
  var output: String

  @Option(help: "Папка шаблонов; без неё – «templates», если она есть, иначе встроенные.")
  var templates: String?

  mutating func run() async throws {
    let language = try folder.language
    guard output == "-" || output.hasSuffix(".pdf") || output.hasSuffix(".txt") else {
      throw Failure(
        message: "Не понять, что печатать в «\(output)»: имя кончается на .pdf или .txt",
        status: Failure.usage)
    }
    let folders = try folder.folders
    guard folders.count == 1, let folder = folders.first else {
      throw Failure(message: "Печатают один акт за раз", status: Failure.usage)
    }
    OneShotMemory.use()
    // What print takes besides the act is read meanwhile.
    async let patterns = PatternFile.read(language)
    async let usualFaces = output.hasSuffix(".pdf") ? FaceFiles.usual() : nil
    let chosen = try await folder.read()
    let settings = chosen.surroundings.settings
    let acts = chosen.acts
    guard acts.count == 1, let act = acts.first else {
      let found = acts.isEmpty ? "Здесь нет актов" : "Здесь не один акт, а \(acts.count)"
      throw Failure(
        message: "\(found); назовите файл одного из них", status: acts.isEmpty ? 74 : 2)
    }
    var findings = chosen.findings
    var templates = Templates.load(overrides: try TemplateFolder.read(templates))
    templates.value.coats = chosen.coats
    findings += templates.findings
    let supplies = PrintSupplies(
      templates: templates.value, hyphenator: await patterns)
    if output.hasSuffix(".pdf") {
      let usual = await usualFaces
      let faces: PrintFaces
      do {
        faces = try FaceFiles.read(
          settings.print, root: folder.disk.root, usual: usual)
      } catch {
        throw Failure(message: error.text(language), status: Failure.inputOutput)
      }
      let reading = ActReading(
        ReadAct(act, settings: settings, references: true), citing: chosen.cited,
        asOf: chosen.today)
      let pdf = printedPDF(
        of: act, reading: reading, on: SiteMap(chosen.surroundings), with: supplies, faces: faces)
      findings += pdf.findings
      try write(pdf.value)
    } else {
      try write(printedText(of: act, settings: settings, with: supplies))
    }
    report(findings, folder, chosen.sources, language)
    if findings.contains(where: { $0.level == .error }) { throw ExitCode(1) }
  }

  private func write(_ bytes: [UInt8]) throws {
    if output == "-" { return Terminal.write(bytes) }
    do {
      try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    } catch {
      throw Failure(
        message: "\(output): \(error.localizedDescription)", status: Failure.inputOutput)
    }
  }

  private func report(
    _ findings: [Finding], _ folder: Folder, _ sources: [String: Source],
    _ language: Language
  ) {
    guard !findings.isEmpty else { return }
    let printer = PeoplePrinter(
      language: language, usesColour: Terminal.usesColour, width: Terminal.width, name: folder.name)
    let shown = findings.sorted(by: Finding.inOrder)
    Terminal.complain(printer.print(shown, sources: sources))
    Terminal.complain(printer.summary(shown))
  }
}
