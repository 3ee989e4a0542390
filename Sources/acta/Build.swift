import ActaCompiler
import ActaDiagnostics
import ActaModel
import ActaRender
import ArgumentParser
import Foundation
import Synchronization

/// `acta build`: what the ministry publishes.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Собрать сайт: страницы, PDF, тексты для печати, JSON.")

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
    let opened = try await folder.opened()
    let templates = Templates.load(overrides: try TemplateFolder.read(templates))
    let settings = PublishSettings(
      formats: formats, templates: templates.value,
      hyphenator: formats.isDisjoint(with: [.txt, .pdf]) ? nil : PatternFile.read(language),
      faces: try faces(formats, folder, opened.value.settings, language), withRules: !withoutRules)
    let writer = OutputFolder(path: output)
    let before = writer.manifest()
    let written = Mutex<Set<String>>([])
    var findings: [Finding]
    do {
      findings = try await publish(opened, folder.disk, settings) {
        file throws(OutputFolder.Problem) in
        if file.path == Manifest.path {
          try writer.remove(before, keeping: written.withLock { $0 })
        }
        try writer.write(file)
        written.withLock { _ = $0.insert(file.path) }
      }
    } catch {
      throw Failure(message: error.message, status: Failure.inputOutput)
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

/// The folder that is published.
///
/// Every file is written aside and renamed, so that it is whole at any moment.
struct OutputFolder {
  struct Problem: Error { var message: String }

  let path: String

  func write(_ file: OutputFile) throws(Problem) {
    let target = path + "/" + file.path
    if let old = FileManager.default.contents(atPath: target), old.elementsEqual(file.bytes) {
      return
    }
    do {
      let folder = (target as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(file.bytes).write(to: URL(filePath: target), options: .atomic)
    } catch {
      throw Problem(message: "\(target): \(error.localizedDescription)")
    }
  }

  /// The files that an earlier build wrote, with their SHA-256; none where there is no manifest.
  func manifest() -> [String: String] {
    guard let data = FileManager.default.contents(atPath: path + "/" + Manifest.path),
      let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let files = json["files"] as? [[String: Any]]
    else { return [:] }
    var digests: [String: String] = [:]
    for file in files {
      guard let path = file["path"] as? String, let digest = file["sha256"] as? String else {
        continue
      }
      digests[path] = digest
    }
    return digests
  }

  /// Removes what an earlier build wrote and this one did not; a file that was changed since is somebody else's.
  func remove(_ earlier: [String: String], keeping paths: Set<String>) throws(Problem) {
    for (old, digest) in earlier.sorted(by: { $0.key < $1.key }) where !paths.contains(old) {
      guard !old.hasPrefix("/"), !old.split(separator: "/").contains("..") else { continue }
      let target = path + "/" + old
      guard let data = FileManager.default.contents(atPath: target),
        sha256(Array(data)) == digest
      else { continue }
      do { try FileManager.default.removeItem(atPath: target) } catch {
        throw Problem(message: "\(target): \(error.localizedDescription)")
      }
      // A folder that held nothing else goes too.
      var folder = (target as NSString).deletingLastPathComponent
      while folder.count > path.count, rmdir(folder) == 0 {
        folder = (folder as NSString).deletingLastPathComponent
      }
    }
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
      guard let data = FileManager.default.contents(atPath: path + "/" + name) else { continue }
      templates[name] = String(decoding: data, as: UTF8.self)
    }
    return templates
  }
}
