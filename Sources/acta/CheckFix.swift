import ActaCompiler
import ActaDiagnostics
import ArgumentParser
import Foundation

/// Whether `acta check` mends what it can.
struct FixOptions: ParsableArguments {
  @Flag(help: "Исправить то, что не меняет слов акта; --fix=unsafe – всё, что исправимо.")
  var fix = false
  @Flag(help: .hidden)
  var fixUnsafe = false
  @Flag(help: "Показать исправления (unified diff), не записывая их.")
  var diff = false

  /// `--fix=unsafe` as the parser of arguments understands it: a flag has no value there.
  static func spelled(_ arguments: some Sequence<String>) -> [String] {
    arguments.map { argument in
      switch argument {
      case "--fix=safe": "--fix"
      case "--fix=unsafe": "--fix-unsafe"
      default: argument
      }
    }
  }

  private var safety: Fix.Safety { fixUnsafe ? .unsafe : .safe }

  /// Mends a repository, or shows how; nothing happens where neither was asked for.
  func run(_ folder: Folder) async throws {
    guard fix || fixUnsafe || diff else { return }
    let fixed: FixedSources
    do {
      fixed = try await fixAll(folder.disk, safety) { folder.selects($0.file) }
    } catch {
      throw Failure(message: "\(error.path): \(error.reason)", status: Failure.inputOutput)
    }
    let changed = fixed.files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    guard !diff else {
      for (path, bytes) in changed {
        Terminal.write(
          unifiedDiff(fixed.originals[path]?.bytes ?? [], bytes, name: folder.name(path)))
      }
      return
    }
    try FileSwap.replace(
      changed.map { path, bytes in
        FileSwap.Change(
          path: folder.name(path), old: fixed.originals[path]?.bytes ?? [], new: bytes)
      })
    if fixed.applied > 0 {
      Terminal.complain("Исправлено мест: \(fixed.applied), файлов: \(changed.count)")
    }
  }
}

/// Replaces files whole or not at all.
enum FileSwap {
  struct Change {
    var path: String
    /// What the file must still hold.
    var old: [UInt8]
    var new: [UInt8]
  }

  /// Writes every new version aside, then, where no file changed meanwhile, puts them in place one after another.
  static func replace(_ changes: [Change]) throws {
    var written: [(aside: String, target: String, change: Change)] = []
    defer { for file in written { unlink(file.aside) } }
    for change in changes {
      // A link stays a link: the file that it leads to is replaced.
      guard let target = Disk.resolved(change.path) else {
        throw Failure(
          message: "\(change.path): файла больше нет", status: Failure.inputOutput)
      }
      let aside = target + ".acta-\(getpid())"
      written.append((aside, target, change))
      try write(change.new, to: aside, like: target)
    }
    for file in written where contents(of: file.target) != file.change.old {
      throw Failure(
        message: "\(file.change.path): файл изменился, пока его проверяли; ничего не записано",
        status: Failure.inputOutput)
    }
    for file in written {
      guard rename(file.aside, file.target) == 0 else { throw failure(file.change.path) }
    }
  }

  /// Writes a new file with the permissions of another, down to the disk.
  private static func write(_ bytes: [UInt8], to path: String, like model: String) throws {
    var status = stat()
    guard stat(model, &status) == 0 else { throw failure(model) }
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failure(path) }
      rest = rest.dropFirst(count)
    }
    // The owner can be kept only by whom the system lets; the permissions always.
    _ = fchown(file, status.st_uid, status.st_gid)
    guard fchmod(file, status.st_mode & 0o7777) == 0, fsync(file) == 0 else { throw failure(path) }
  }

  private static func contents(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(
      message: "\(path): \(String(cString: strerror(errno)))", status: Failure.inputOutput)
  }
}
