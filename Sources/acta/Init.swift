import ActaLanguage
import ActaModel
import ActaRender
import ArgumentParser
import Foundation

/// `acta init`: a small repository of acts with what CI needs, or the templates to change.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Начать папку актов: образец, настройки, файлы для GitLab и GitHub.")

  @Argument(help: "Куда писать; без него – сюда.")
  var folder = "."
  @Flag(help: "Выписать только шаблоны страниц – в «templates».")
  var templates = false
  @Flag(help: "Заменять файлы, которые уже есть.")
  var force = false
  @Option(help: "День, которым датирован образец: 2024-03-29; без него – сегодня.")
  var asOf: String?

  mutating func run() throws {
    let files =
      templates
      ? Templates.builtInFiles.map { (path: "templates/" + $0.name, bytes: $0.bytes) }
      : StarterRepository(today: try AsOf.date(asOf) ?? Disk.clock()).files
    try refuseExisting(files.map(\.path))
    for file in files {
      let path = self.path(file.path)
      try WholeFile.write(file.bytes, to: path)
      if file.bytes.starts(with: "#!".utf8) {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      }
    }
    let list = files.map { "  \(path($0.path))" }.joined(separator: "\n")
    Terminal.write("Написано файлов: \(files.count)\n\(list)\n")
    if !templates {
      let acts = path("acts")
      Terminal.complain("Дальше: acta check \(acts); с чего начать, сказано в \(path("README.md"))")
    }
  }

  /// All or nothing: one file that is there already, and none is written.
  private func refuseExisting(_ paths: [String]) throws {
    guard !force else { return }
    let existing = paths.filter { FileManager.default.fileExists(atPath: path($0)) }
    guard !existing.isEmpty else { return }
    throw Failure(
      message: "Уже есть: \(existing.map(path).joined(separator: ", ")). Ничего не написано; "
        + "заменить – --force", status: Failure.inputOutput)
  }

  private func path(_ name: String) -> String {
    folder == "." ? name : (folder.hasSuffix("/") ? folder : folder + "/") + name
  }
}
