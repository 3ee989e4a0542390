import ActaCompiler
import ActaDiagnostics
import ActaModel
import ActaRender
import ArgumentParser
import Foundation

/// `acta build`: what the ministry publishes.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Собрать сайт: страницы, PDF, тексты для печати, JSON.")

  @OptionGroup var folder: FolderOptions
  @Option(name: .shortAndLong, help: "Куда писать.")
  var output = "output"
  @Option(help: "Папка шаблонов; без неё – «templates», если она есть, иначе встроенные.")
  var templates: String?
  @Option(help: "Что собирать, через запятую: html, txt, pdf, json; без него – всё.")
  var formats: FormatList?
  /// For measuring what the forms alone cost.
  @Flag(help: .hidden)
  var withoutRules = false

  mutating func run() async throws {
    let language = try folder.language
    let formats = self.formats?.formats ?? Set(PublishedFormat.allCases)
    let folders = try folder.folders
    guard folders.count == 1, let folder = folders.first else {
      throw Failure(message: "Собирают одну папку актов за раз", status: Failure.usage)
    }
    // Taken before the work, so that a second build says at once that it has to wait.
    let published = try OutputFolder.opened(output, language)
    defer { published.close() }
    let interrupted = Self.interrupted(output)(language)
    let interruption = Interruption {
      published.abandon()
      Terminal.complain(interrupted)
    }
    defer { withExtendedLifetime(interruption) {} }
    let opened = try await folder.opened()
    let templates = Templates.load(overrides: try TemplateFolder.read(templates))
    let settings = PublishSettings(
      formats: formats, templates: templates.value,
      hyphenator: formats.isDisjoint(with: [.txt, .pdf]) ? nil : PatternFile.read(language),
      faces: try faces(formats, folder, opened.value.settings, language), withRules: !withoutRules)
    var findings: [Finding]
    do {
      findings = try await publish(opened, folder.disk, settings, to: published)
      try published.finish()
    } catch {
      throw Failure(error, language)
    }
    findings = findings.filter { folder.selects($0.file) } + templates.findings
    report(findings, folder, opened.value, language)
    if findings.contains(where: { $0.level == .error }) { throw ExitCode(1) }
  }

  /// The faces for PDF; where there are none, that is told, and the other forms are made, unless PDF was asked for by
  /// name.
  private func faces(
    _ formats: Set<PublishedFormat>, _ folder: Folder, _ settings: Settings, _ language: Language
  ) throws -> PrintFaces? {
    guard formats.contains(.pdf) else { return nil }
    do {
      return try FaceFiles.read(settings.print, root: folder.disk.root)
    } catch {
      let message = error.text(language)
      guard self.formats == nil else {
        throw Failure(message: message, status: Failure.inputOutput)
      }
      Terminal.complain(message)
      return nil
    }
  }

  private static func interrupted(_ output: String) -> Text {
    Text(
      ru: "Прервано: файлы в «\(output)» целы, прежние или новые; соберите ещё раз",
      en: "Interrupted: the files in «\(output)» are whole, old or new; build again")
  }

  /// Everything but the result goes to standard error; the result is the address of the register.
  private func report(
    _ findings: [Finding], _ folder: Folder, _ opened: OpenedFolder, _ language: Language
  ) {
    let printer = PeoplePrinter(
      language: language, usesColour: Terminal.usesColour, width: Terminal.width, name: folder.name)
    if !findings.isEmpty {
      Terminal.complain(printer.print(findings, sources: opened.allSources))
      Terminal.complain(printer.summary(findings))
    }
    let count = opened.acts
    let address = URL(filePath: output + "/index.html").absoluteString
    if findings.contains(where: { $0.level == .error }) {
      Terminal.complain(
        language == .russian
          ? "Есть ошибки: страницы собраны, но публиковать их рано"
          : "There are errors: the pages are built, but not fit to be published")
    }
    Terminal.write(
      language == .russian
        ? "Собрано актов: \(count). Реестр: \(address)\n"
        : "Acts built: \(count). The register: \(address)\n")
  }
}

/// `html,txt,pdf,json` or some of them.
struct FormatList: ExpressibleByArgument {
  var formats: Set<PublishedFormat> = []

  init?(argument: String) {
    for name in argument.split(separator: ",") {
      guard let format = PublishedFormat(rawValue: name.lowercased()) else { return nil }
      formats.insert(format)
    }
    if formats.isEmpty { return nil }
  }
}

/// The templates of a department.
enum TemplateFolder {
  /// The files of a folder by name; none where no folder is named and there is no «templates».
  static func read(_ folder: String?) throws -> [String: String] {
    let path = folder ?? "templates"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      guard let folder else { return [:] }
      throw Failure(message: "Нет папки шаблонов «\(folder)»", status: Failure.inputOutput)
    }
    // Those of print have a folder of their own.
    let inner = (try? FileManager.default.contentsOfDirectory(atPath: path + "/print")) ?? []
    var templates: [String: String] = [:]
    for name in names + inner.map({ "print/" + $0 })
    where !name.hasPrefix(".") && !name.contains("/.") {
      // A pipe would keep the build waiting for ever.
      var status = stat()
      guard stat(path + "/" + name, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG,
        let data = FileManager.default.contents(atPath: path + "/" + name)
      else { continue }
      templates[name] = String(decoding: data, as: UTF8.self)
    }
    return templates
  }
}

extension OutputFolder {
  /// The folder for writing; one that cannot be written ends the command.
  fileprivate static func opened(_ path: String, _ language: Language) throws -> OutputFolder {
    do { return try OutputFolder(path) } catch { throw Failure(error, language) }
  }
}

extension Failure {
  init(_ problem: OutputProblem, _ language: Language) {
    message = problem.text(language)
    if case .locked = problem { status = Failure.busy } else { status = Failure.inputOutput }
  }
}
