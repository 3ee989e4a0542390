import ActaCompiler
import ActaDiagnostics
import ActaModel
import ActaRender
import ArgumentParser
import Foundation

/// `acta serve`: the site on a local port, made again whenever a file is saved.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Показать сайт на этой машине и обновлять его при каждом сохранении.",
    discussion: "Замечания видны на странице рядом со словами и в терминале. Завершить – Ctrl-C.")

  @OptionGroup var folder: FolderOptions
  @Option(help: "Порт; 0 – любой свободный.")
  var port: UInt16 = 8100
  @Option(help: "Адрес, по которому виден сайт; без него – только с этой машины.")
  var host = "127.0.0.1"
  @Option(help: "Папка шаблонов; без неё – «templates», если она есть, иначе встроенные.")
  var templates: String?

  mutating func run() async throws {
    let language = try folder.language
    let folders = try folder.folders
    guard folders.count == 1, let folder = folders.first else {
      throw Failure(message: "Показывают одну папку актов за раз", status: Failure.usage)
    }
    let served = ServedFolder()
    let preview = Preview(
      folder: folder, templates: templates, served: served, language: language)
    guard
      let watch = FolderWatch(
        [folder.disk.root]
          + (FileManager.default.fileExists(atPath: preview.templateFolder)
            ? [preview.templateFolder] : []))
    else {
      throw Failure(
        message: "Система не даёт следить за папкой: \(String(cString: strerror(errno)))",
        status: Failure.inputOutput)
    }
    try await preview.makeFirst()
    var address = "http://\(host):\(port)/"
    do {
      let site = LiveSite(served, language: language)
      let server = try await LiveServer(host: host, port: Int(port), site: site)
      address = "http://\(host):\(server.port ?? Int(port))/"
      Terminal.write(
        language == .russian
          ? "Сайт: \(address) – завершить Ctrl-C\n" : "The site: \(address) – end with Ctrl-C\n")
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask { await preview.follow(watch) }
        group.addTask {
          while !Task.isCancelled {
            try await Task.sleep(for: .seconds(20))
            served.wake()
          }
        }
        try await group.next()
        group.cancelAll()
      }
    } catch {
      throw Failure(message: "\(address): \(error)", status: Failure.inputOutput)
    }
  }
}
