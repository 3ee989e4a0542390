import ActaDiagnostics
import ActaModel
import ActaRender
import Foundation

/// The font files that acts are printed in.
enum FaceFiles {
  /// Why there are no faces.
  struct Problem: Error {
    var message: Text

    func text(_ language: Language) -> String { message(language) }
  }

  /// The faces of the usual family; `nil` where it cannot be had.
  static func usual() -> PrintFaces? { try? read(Settings.Print(), root: ".") }

  /// The faces of the family that settings name, or of the usual one, which may have been read before.
  ///
  /// A name with a slash is the beginning of paths seen from acta.yml; any other is a family that is installed.
  static func read(
    _ settings: Settings.Print, root: String, usual: PrintFaces? = nil
  ) throws(Problem) -> PrintFaces {
    if settings.font == nil, let usual { return usual }
    let family = settings.font?.value ?? usualFamily
    let files = files(of: family, root: root)
    guard let regular = files[.regular] else { throw absent(family) }
    var others: [PrintFaces.Kind: TrueTypeFace] = [:]
    for (kind, path) in files.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where kind != .regular {
      others[kind] = try face(path)
    }
    return PrintFaces(try face(regular), others)
  }

  private static let usualFamily = "Liberation Serif"
  /// For text whose columns must stand, whatever the family.
  private static let fixed = "Liberation Mono"
  /// Where Debian's fonts-liberation2 puts them: tried before any search.
  private static let usualFolder = "/usr/share/fonts/truetype/liberation2"

  private static func face(_ path: String) throws(Problem) -> TrueTypeFace {
    guard let bytes = bytes(of: path) else {
      throw Problem(
        message: Text(
          ru: "PDF не собран: шрифт «\(path)» не читается",
          en: "No PDF is made: the font «\(path)» cannot be read"))
    }
    do {
      return try TrueTypeFace(bytes)
    } catch {
      throw Problem(
        message: Text(
          ru: "PDF не собран: шрифт «\(path)»: \(error.message.ru)",
          en: "No PDF is made: the font «\(path)»: \(error.message.en)"))
    }
  }

  /// A file's bytes, read straight into their array: fonts are the largest files that print reads.
  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0, case let count = ftell(file), count >= 0 else {
      return nil
    }
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      read = fread(buffer.baseAddress, 1, count, file)
    }
  }

  private static func absent(_ family: String) -> Problem {
    Problem(
      message: Text(
        ru: """
          PDF не собран: нет шрифта «\(family)». Поставьте пакет fonts-liberation2 \
          или назовите другой шрифт в acta.yml: «печать: {шрифт: …}»
          """,
        en: """
          No PDF is made: there is no font «\(family)». Install the package fonts-liberation2, \
          or name another font in acta.yml: «print: {font: …}»
          """))
  }
}

extension FaceFiles {
  /// What decides which faces are found: folders, and the files that are read.
  static func looked(_ settings: Settings.Print, root: String) -> [String] {
    let family = settings.font?.value ?? usualFamily
    let files = files(of: family, root: root).values
    let folders = Set(files.map { ($0 as NSString).deletingLastPathComponent })
    return [usualFolder] + files + folders
  }

  private static func files(of family: String, root: String) -> [PrintFaces.Kind: String] {
    if family.contains("/") {
      let start = family.hasPrefix("/") ? family : root + "/" + family
      let folder = (start as NSString).deletingLastPathComponent
      let name = (start as NSString).lastPathComponent
      var found = faces(of: name, in: names(folder).map { folder + "/" + $0 })
      found[.fixed] = fixedFace()
      return found
    }
    var found = faces(of: family, in: names(usualFolder).map { usualFolder + "/" + $0 })
    if found[.regular] == nil {
      found = faces(of: family, in: installed())
    }
    found[.fixed] = fixedFace()
    return found
  }

  private static func fixedFace() -> String? {
    faces(of: fixed, in: names(usualFolder).map { usualFolder + "/" + $0 })[.regular]
  }

  /// The files of a family among others, by what their names say: `PTSerif-BoldItalic.ttf`, `pt_serif_bold.ttf`.
  private static func faces(of family: String, in paths: [String]) -> [PrintFaces.Kind: String] {
    let family = plain(family)
    var found: [PrintFaces.Kind: String] = [:]
    for path in paths where path.lowercased().hasSuffix(".ttf") {
      let name = plain(((path as NSString).lastPathComponent as NSString).deletingPathExtension)
      guard name.hasPrefix(family) else { continue }
      let kind: PrintFaces.Kind
      switch name.dropFirst(family.count) {
      case "", "regular", "roman": kind = .regular
      case "bold": kind = .bold
      case "italic", "oblique": kind = .italic
      case "bolditalic", "boldoblique": kind = .boldItalic
      default: continue
      }
      if found[kind] == nil { found[kind] = path }
    }
    return found
  }

  /// Letters and figures alone.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Every font file of this machine, in a fixed order.
  private static func installed() -> [String] {
    let home = NSHomeDirectory()
    let folders = [
      home + "/.local/share/fonts", home + "/.fonts", "/usr/local/share/fonts", "/usr/share/fonts",
    ]
    return folders.flatMap { folder in
      let inside = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
      return (inside ?? []).sorted().map { folder + "/" + $0 }
    }
  }
}
