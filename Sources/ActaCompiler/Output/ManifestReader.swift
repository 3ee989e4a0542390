extension Manifest {
  /// Reads a manifest of any spacing and order of members; `nil` where the bytes are none, or one of a later version.
  ///
  /// Paths that lead out of the folder are left out: whoever wrote them, it was not Acta.
  package init?(decoding bytes: [UInt8]) {
    var reader = ManifestReader(bytes: bytes)
    guard let entries = reader.manifest() else { return nil }
    self.init(entries.filter { OutputPath.isSound($0.path) })
  }
}

/// A reader of just as much of RFC 8259 as a manifest needs: objects of strings and whole numbers, one array.
private struct ManifestReader {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func manifest() -> [Manifest.Entry]? {
    var entries: [Manifest.Entry]?
    var isManifest = false
    var isKnown = false
    let isWhole = object { reader, name in
      switch name {
      case "schema":
        isManifest = reader.string() == "acta/manifest"
        return isManifest
      case "version":
        isKnown = reader.number() == 1
        return isKnown
      case "files":
        entries = reader.files()
        return entries != nil
      default: return false
      }
    }
    skipSpace()
    guard isWhole, isManifest, isKnown, index == bytes.count else { return nil }
    return entries
  }

  private mutating func files() -> [Manifest.Entry]? {
    guard take(UInt8(ascii: "[")) else { return nil }
    var entries: [Manifest.Entry] = []
    if take(UInt8(ascii: "]")) { return entries }
    repeat {
      guard let entry = entry() else { return nil }
      entries.append(entry)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? entries : nil
  }

  private mutating func entry() -> Manifest.Entry? {
    var path: String?
    var digest: Digest?
    var count: Int?
    let isWhole = object { reader, name in
      switch name {
      case "path":
        path = reader.string()
        return path != nil
      case "sha256":
        digest = reader.string().flatMap { Digest(hexadecimal: Array($0.utf8)) }
        return digest != nil
      case "bytes":
        count = reader.number()
        return count != nil
      default: return false
      }
    }
    guard isWhole, let path, let digest, let count else { return nil }
    return Manifest.Entry(path: path, digest: digest, count: count)
  }

  private mutating func object(_ member: (inout Self, String) -> Bool) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let name = string(), take(UInt8(ascii: ":")), member(&self, name) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let character = escaped() else { return nil }
        text += Array(String(character).utf8)
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What stands behind a backslash, of the escapes that are written for paths.
  private mutating func escaped() -> Character? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count,
        let digits = String(validating: bytes[index..<index + 4], as: UTF8.self),
        let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code)
      else { return nil }
      index += 4
      return Character(scalar)
    default: return nil
    }
  }

  private mutating func number() -> Int? {
    skipSpace()
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return Int(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }
}
