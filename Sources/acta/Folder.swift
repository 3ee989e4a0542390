import ActaCompiler
import ActaDiagnostics
import ActaModel
import ArgumentParser
import Foundation

/// Which acts a command is about.
struct FolderOptions: ParsableArguments {
  @Argument(help: "Папка с актами или файл в ней; без него – «acts» или текущая папка.")
  var paths: [String] = []

  @Option(help: "День, на который смотрят: 2024-03-29; без него – сегодня.")
  var asOf: String?

  @Option(help: "Язык сообщений: ru или en.")
  var lang: String = "ru"

  var language: Language {
    get throws {
      guard let language = Language(rawValue: lang) else {
        throw Failure(message: "Неизвестный язык «\(lang)»: ru или en", status: Failure.usage)
      }
      return language
    }
  }

  private var date: CalendarDate? { get throws { try AsOf.date(asOf) } }

  /// The folders to compile, each with the part of it that was asked for.
  var folders: [Folder] {
    get throws {
      let paths = paths.isEmpty ? [Self.defaultPath] : paths
      var folders: [Folder] = []
      for path in paths {
        let folder = try Folder(path: path, asOf: date)
        if let index = folders.firstIndex(where: { $0.disk.root == folder.disk.root }) {
          folders[index].selected += folder.selected
        } else {
          folders.append(folder)
        }
      }
      return folders
    }
  }

  private static var defaultPath: String {
    FileManager.default.fileExists(atPath: "acts") ? "acts" : "."
  }
}

/// A repository of acts on disk, and which part of it a command is about.
struct Folder {
  var disk: Disk
  /// Paths relative to the root; an empty one is the whole.
  var selected: [String]

  init(path: String, asOf date: CalendarDate?) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(message: "Нет такого файла или папки: «\(path)»", status: Failure.inputOutput)
    }
    let trimmed = Self.trimmed(path)
    var root = isFolder.boolValue ? trimmed : Self.parent(of: trimmed)
    // The root is where acta.yml lies, at the path or above it.
    var above = root
    for _ in 0..<32 {
      if FileManager.default.fileExists(atPath: above + "/acta.yml") {
        root = above
        break
      }
      guard Disk.resolved(above) != "/" else { break }
      above = Self.above(above)
    }
    disk = Disk(root: root, asOf: date)
    guard let whole = Disk.resolved(root), let asked = Disk.resolved(trimmed), asked != whole,
      asked.hasPrefix(whole == "/" ? whole : whole + "/")
    else {
      selected = [""]
      return
    }
    selected = [String(asked.dropFirst(whole == "/" ? 1 : whole.count + 1))]
  }

  /// Whether a path relative to the root was asked for.
  func selects(_ path: String) -> Bool {
    selected.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
  }

  /// What a file is called on the screen: as it can be opened from here.
  func name(_ path: String) -> String { disk.root == "." ? path : disk.root + "/" + path }

  /// What a file is called relative to the root of the git repository around the folder; as on the screen where there
  /// is none.
  func nameInRepository(_ path: String) -> String {
    guard let whole = Disk.resolved(disk.root) else { return name(path) }
    var above = whole
    while !FileManager.default.fileExists(atPath: above + "/.git") {
      guard above != "/" else { return name(path) }
      above = Self.parent(of: above)
    }
    let below = whole.dropFirst(above == "/" ? 1 : above.count + 1)
    return below.isEmpty ? path : below + "/" + path
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    while path.hasPrefix("./"), path.count > 2 { path.removeFirst(2) }
    return path
  }

  /// The folder above a folder, as a path that leads there from here.
  private static func above(_ folder: String) -> String {
    if folder == "." { return ".." }
    let isUp = folder == ".." || folder.hasSuffix("/..")
    return isUp ? folder + "/.." : parent(of: folder)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension Folder {
  /// Reads the sources and what front matter tells; a folder that cannot be listed ends the command.
  func opened() async throws -> Checked<OpenedFolder> {
    do {
      return try await open(disk)
    } catch {
      throw Failure(message: "\(error.path): \(error.reason)", status: Failure.inputOutput)
    }
  }

  /// Reads the acts that were asked for; a folder that cannot be listed ends the command.
  func read() async throws -> ChosenActs {
    do {
      return try await ActaCompiler.read(disk) { act in
        act.documents.contains { selects($0.path) }
      }
    } catch {
      throw Failure(message: "\(error.path): \(error.reason)", status: Failure.inputOutput)
    }
  }

  /// Compiles the repository, with rules for the acts that were asked for; a folder that cannot be listed ends the command.
  func compiled(withRules: Bool = true) async throws -> Compilation {
    do {
      return try await compile(disk, withRules: withRules) { act in
        act.documents.contains { selects($0.path) }
      }
    } catch {
      throw Failure(message: "\(error.path): \(error.reason)", status: Failure.inputOutput)
    }
  }
}
