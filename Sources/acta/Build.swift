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
  @Flag(help: "Собрать всё заново, даже если ничего не изменилось.")
  var noCache = false
  /// For measuring what the forms alone cost.
  @Flag(help: .hidden)
  var withoutRules = false

  mutating func run() async throws {
    let language = try folder.language
    let folders = try folder.folders
    guard folders.count == 1, var folder = folders.first else {
      throw Failure(message: "Собирают одну папку актов за раз", status: Failure.usage)
    }
    // Taken before the work, so that a second build says at once that it has to wait.
    let published = try OutputFolder.opened(output, language)
    defer { published.close() }
    let stamp = noCache ? nil : CacheFolder.path(key(of: folder, language), "stamp")
    if let stamp, let known = BuildStamp.current(stamp) { return try say(known) }
    let interrupted = Self.interrupted(output)(language)
    let interruption = Interruption {
      published.abandon()
      Terminal.complain(interrupted)
    }
    defer { withExtendedLifetime(interruption) {} }
    let start = BuildStamp.now()
    let visited = Visited()
    folder.disk.visited = visited
    let said = try await build(folder, published, visited, language)
    if let stamp, said.isWhole {
      let inputs = FileMark.marks(of: visited.paths)
      let outputs = FileMark.marks(of: said.files.map { output + "/" + $0 })
      BuildStamp(
        marks: inputs + outputs, complaints: said.complaints, result: said.result,
        status: said.status
      ).write(to: stamp, inputs: inputs, since: start)
    }
    try say(
      BuildStamp(
        marks: [], complaints: said.complaints, result: said.result, status: said.status))
  }

  /// What a build has done and what there is to say of it.
  private struct Said {
    var complaints: [UInt8] = []
    var result: [UInt8] = []
    var status: Int32 = 0
    var files: [String] = []
    /// Whether nothing that was asked for was missing on this machine.
    var isWhole = true
  }

  private func say(_ known: BuildStamp) throws {
    if !known.complaints.isEmpty { Terminal.complain(known.complaints) }
    Terminal.write(known.result)
    if known.status != 0 { throw ExitCode(known.status) }
  }

  /// Everything but the files themselves that makes one build another.
  private func key(of folder: Folder, _ language: Language) -> [String] {
    let here = FileManager.default.currentDirectoryPath
    var own = StampWriter()
    FileMark("/proc/self/exe").write(to: &own)
    return [
      Acta.version, Digest(of: own.bytes).hexadecimal, here, folder.disk.root,
      folder.selected.joined(separator: "\n"),
      folder.disk.today.iso, output, templates ?? "", language.rawValue,
      wanted.map(\.rawValue).sorted().joined(separator: ","), "\(formats == nil)",
      "\(withoutRules)", "\(Terminal.usesColour)", "\(Terminal.width)", NSHomeDirectory(),
    ]
  }

  /// What a memory of acts belongs to: one folder of acts and one that is published.
  private func place(of folder: Folder) -> [String] {
    [FileManager.default.currentDirectoryPath, folder.disk.root, output]
  }

  /// Everything besides the acts and their settings that an act's findings and files are made with.
  private func tools(
    of folder: Folder, _ settings: Settings, _ overrides: [String: String]
  ) -> String {
    var tools = StampWriter()
    tools.put(Acta.version)
    for path in ["/proc/self/exe"] + Self.looked(folder, settings).sorted() {
      FileMark(path).write(to: &tools)
    }
    for (name, text) in overrides.sorted(by: { $0.key < $1.key }) {
      tools.put(name)
      tools.put(text)
    }
    return Digest(of: tools.bytes).hexadecimal
  }

  /// Files of the machine that decide what is made: faces, patterns of words, the dictionary.
  private static func looked(_ folder: Folder, _ settings: Settings) -> [String] {
    FaceFiles.looked(settings.print, root: folder.disk.root) + [PatternFile.path] + Hunspell.looked
  }

  private var wanted: Set<PublishedFormat> { formats?.formats ?? Set(PublishedFormat.allCases) }

  private func build(
    _ folder: Folder, _ published: OutputFolder, _ visited: Visited, _ language: Language
  ) async throws -> Said {
    var said = Said()
    let opened = try await folder.opened()
    let overrides = try TemplateFolder.read(templates, visited)
    let templates = Templates.load(overrides: overrides)
    let needsPatterns = !wanted.isDisjoint(with: [.txt, .pdf])
    let hyphenator = needsPatterns ? PatternFile.read(language) : nil
    let faces = try faces(wanted, folder, opened.value.settings, language)
    for path in Self.looked(folder, opened.value.settings) { visited.add(path) }
    said.isWhole =
      needsPatterns == (hyphenator != nil) && wanted.contains(.pdf) == (faces != nil)
    let settings = PublishSettings(
      formats: wanted, templates: templates.value, hyphenator: hyphenator, faces: faces,
      withRules: !withoutRules, fingerprint: tools(of: folder, opened.value.settings, overrides))
    let memory = noCache ? nil : StoredMemory(place(of: folder)).map { Memory(store: $0) }
    var findings: [Finding]
    do {
      findings = try await publish(
        opened, folder.disk, settings, to: published, memory: memory)
      said.files = try published.finish()
    } catch {
      throw Failure(error, language)
    }
    findings = findings.filter { folder.selects($0.file) } + templates.findings
    await report(findings, folder, opened.value, language, &said)
    return said
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
    _ findings: [Finding], _ folder: Folder, _ opened: OpenedFolder, _ language: Language,
    _ said: inout Said
  ) async {
    let printer = PeoplePrinter(
      language: language, usesColour: Terminal.usesColour, width: Terminal.width, name: folder.name)
    func complain(_ text: String) {
      said.complaints += (text.hasSuffix("\n") ? text : text + "\n").utf8
    }
    if !findings.isEmpty {
      said.complaints += await printer.encoded(
        findings, sources: opened.allSources,
        parts: ProcessInfo.processInfo.activeProcessorCount)
      if said.complaints.last != 0x0A { said.complaints.append(0x0A) }
      complain(printer.summary(findings))
    }
    let count = opened.acts
    let address = URL(filePath: output + "/index.html").absoluteString
    if findings.contains(where: { $0.level == .error }) {
      said.status = 1
      complain(
        language == .russian
          ? "Есть ошибки: страницы собраны, но публиковать их рано"
          : "There are errors: the pages are built, but not fit to be published")
    }
    let told =
      language == .russian
      ? "Собрано актов: \(count). Реестр: \(address)\n"
      : "Acts built: \(count). The register: \(address)\n"
    said.result += told.utf8
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
  static func read(
    _ folder: String?, _ visited: Visited? = nil
  ) throws -> [String: String] {
    let path = folder ?? "templates"
    visited?.add(path)
    visited?.add(path + "/print")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      guard let folder else { return [:] }
      throw Failure(message: "Нет папки шаблонов «\(folder)»", status: Failure.inputOutput)
    }
    // Those of print have a folder of their own.
    let inner = (try? FileManager.default.contentsOfDirectory(atPath: path + "/print")) ?? []
    var templates: [String: String] = [:]
    for name in names + inner.map({ "print/" + $0 })
    where !name.hasPrefix(".") && !name.contains("/.") {
      visited?.add(path + "/" + name)
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
