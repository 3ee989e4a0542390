import ActaCompiler
import ActaModel
import ActaRules
import Foundation

/// The real world: a folder on disk and the system's clock.
struct Disk: World {
  /// The folder, without a closing slash.
  let root: String
  let today: CalendarDate
  /// A dictionary of Russian, where a command asks for one.
  var spelling: (any Spelling)?
  /// Takes down what is looked at, for a command that wants to know later whether it is still so.
  var visited: Visited?

  init(root: String, asOf date: CalendarDate?) {
    self.root = root
    today = date ?? Self.clock()
  }

  func entries() throws(WorldError) -> [WorldEntry] {
    var entries: [WorldEntry] = []
    try list("", into: &entries, depth: 0)
    return entries
  }

  func read(_ path: String) throws(WorldError) -> [UInt8] {
    var status = stat()
    if stat(absolute(path), &status) == 0, status.st_size > Self.longest {
      throw WorldError(path: path, reason: "больше \(Self.longest >> 20) МиБ")
    }
    do {
      return try bytes(ofFile: absolute(path))
    } catch {
      throw WorldError(path: path, reason: String(cString: strerror(error.code)))
    }
  }

  func isFile(_ path: String) -> Bool {
    visited?.add(absolute(path))
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: absolute(path), isDirectory: &isFolder)
    return exists && !isFolder.boolValue && isInside(absolute(path))
  }

  /// A longer file is no act, and there may be no memory for it.
  private static let longest = 256 << 20

  private func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  private func list(
    _ folder: String, into entries: inout [WorldEntry], depth: Int
  ) throws(WorldError) {
    visited?.add(absolute(folder))
    guard let stream = opendir(absolute(folder)) else {
      // One locked folder must not hide the others; the root itself must be readable.
      guard !folder.isEmpty else {
        throw WorldError(path: root, reason: String(cString: strerror(errno)))
      }
      entries.append(WorldEntry(path: folder + "/.md", kind: .special))
      return
    }
    var found: [(name: String, kind: WorldEntry.Kind?)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): found.append((name, .file))
      case Int(DT_DIR): found.append((name, .folder))
      default: found.append((name, nil))
      }
    }
    closedir(stream)
    for (name, known) in found {
      let path = folder.isEmpty ? name : folder + "/" + name
      let kind = known ?? kind(of: absolute(path))
      if kind != .folder || name.hasSuffix(".md") {
        entries.append(WorldEntry(path: path, kind: kind))
        if path.hasSuffix(".md") || path == "acta.yml" { visited?.add(absolute(path)) }
      }
      if kind == .folder, depth < 64 { try list(path, into: &entries, depth: depth + 1) }
    }
  }

  private func kind(of path: String) -> WorldEntry.Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .special }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK:
      guard isInside(path) else { return .linkOutside }
      var target = stat()
      guard stat(path, &target) == 0 else { return .linkOutside }
      return target.st_mode & S_IFMT == S_IFREG ? .file : .special
    default: return .special
    }
  }

  /// Whether a path leads, links resolved, to a place in the root.
  private func isInside(_ path: String) -> Bool {
    guard let real = Self.resolved(path), let base = Self.resolved(root) else { return false }
    return real == base || real.hasPrefix(base.hasSuffix("/") ? base : base + "/")
  }

  /// The path with every link in it resolved; `nil` where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Why the system refused, in its own words.
  static func reason(_ error: any Error) -> String {
    let error = error as NSError
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError,
      underlying.domain == NSPOSIXErrorDomain
    {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }

  /// Today by the system's clock.
  static func clock() -> CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return day ?? CalendarDate(ordinal: 0) ?? .epoch
  }
}
