extension HTML {
  /// The bytes of a tree, in UTF-8.
  static func encoded(_ nodes: [Node]) -> [UInt8] {
    var encoder = HTMLEncoder()
    encoder.write(nodes)
    return encoder.out
  }
}

private struct HTMLEncoder {
  var out: [UInt8] = []

  init() { out.reserveCapacity(1 << 16) }

  mutating func write(_ nodes: [HTML.Node]) {
    for node in nodes {
      switch node {
      case .text(let text): write(text)
      case .markup(let bytes): out.append(contentsOf: bytes)
      case .element(let element): write(element)
      }
    }
  }

  private mutating func write(_ element: HTML.Element) {
    out.append(UInt8(ascii: "<"))
    write(element.tag.name)
    for attribute in element.attributes {
      out.append(0x20)
      write(attribute.name)
      write("=\"" as StaticString)
      write(attribute.prefix)
      write(attribute.value)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    guard element.tag.form != .void else { return }
    if element.tag.form == .container { out.append(0x0A) }
    write(element.children)
    write("</" as StaticString)
    write(element.tag.name)
    out.append(UInt8(ascii: ">"))
    if element.tag.form != .inline { out.append(0x0A) }
  }

  private mutating func write(_ name: StaticString) {
    if name.hasPointerRepresentation {
      out.append(
        contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    } else {
      name.withUTF8Buffer { out.append(contentsOf: $0) }
    }
  }

  private mutating func write(_ text: Substring) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { write($0) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { write($0) } }
  }

  /// Copies runs of plain bytes whole and stops at those that are or may begin something else.
  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while true {
      index = Self.firstSpecial(bytes, from: index)
      guard index < bytes.count else { break }
      let (replacement, length) = Self.replacement(bytes, at: index)
      if let replacement {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        write(replacement)
        start = index + length
      }
      index += length
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)...]))
  }

  /// The first byte from an index on that HTML may take for markup or does not allow; most of a text is neither, and
  /// in Russian most of it is two-byte letters, of which the first bytes are looked at alone.
  private static func firstSpecial(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0xD0 || byte == 0xD1 {
        index += 2
        continue
      }
      if byte < 0x40 {
        if specials & (1 << UInt64(byte)) != 0 { return index }
      } else if byte == 0x7F || byte == 0xC2 || byte == 0xEF {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  /// A bit for every byte below 0x40 that must not stand in a text as it is.
  private static let specials: UInt64 = {
    var bits: UInt64 = 0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A)
    for byte in "&<>\"".utf8 { bits |= 1 << UInt64(byte) }
    return bits
  }()

  /// What stands for the character at an index, and how many bytes it takes in; `nil` for itself.
  private static func replacement(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (StaticString?, Int) {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch bytes[index] {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    // A carriage return is an end of line to HTML, be it alone or not.
    case 0x0C, 0x0D: return ("\n", 1)
    // The controls and noncharacters that no HTML document may hold.
    case 0xC2: return (0x80...0x9F).contains(byte(1)) ? ("\u{FFFD}", 2) : (nil, 1)
    case 0xEF where byte(1) == 0xB7 && (0x90...0xAF).contains(byte(2)): return ("\u{FFFD}", 3)
    case 0xEF where byte(1) == 0xBF && byte(2) >= 0xBE: return ("\u{FFFD}", 3)
    case 0xEF: return (nil, 1)
    default: return ("\u{FFFD}", 1)
    }
  }
}
