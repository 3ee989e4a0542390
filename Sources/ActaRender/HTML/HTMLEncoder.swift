extension HTML {
  /// The bytes of a tree, in UTF-8.
  static func encoded(_ nodes: [Node]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(1 << 16)
    write(nodes, to: &out)
    return out
  }

  /// A text with the characters escaped that mean something in content or in a quoted attribute.
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    write(text: text[...], to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func write(_ nodes: [Node], to out: inout [UInt8]) {
    for node in nodes {
      switch node {
      case .text(let text): write(text: text, to: &out)
      case .markup(let bytes): out.append(contentsOf: bytes)
      case .element(let element): write(element, to: &out)
      }
    }
  }

  private static func write(_ element: Element, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "<"))
    write(element.tag.name, to: &out)
    for attribute in element.attributes {
      out.append(0x20)
      write(attribute.name, to: &out)
      out.append(UInt8(ascii: "="))
      out.append(UInt8(ascii: "\""))
      write(text: attribute.value[...], to: &out)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    guard element.tag.form != .void else { return }
    if element.tag.form == .container { out.append(0x0A) }
    write(element.children, to: &out)
    out.append(UInt8(ascii: "<"))
    out.append(UInt8(ascii: "/"))
    write(element.tag.name, to: &out)
    out.append(UInt8(ascii: ">"))
    if element.tag.form != .inline { out.append(0x0A) }
  }

  private static func write(_ name: StaticString, to out: inout [UInt8]) {
    name.withUTF8Buffer { out.append(contentsOf: $0) }
  }

  private static func write(text: Substring, to out: inout [UInt8]) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { write($0, to: &out) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { write($0, to: &out) } }
  }

  /// Copies runs of plain bytes whole and stops at those that `isSpecial` marks.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard isSpecial(byte) else {
        index += 1
        continue
      }
      let (replacement, length) = self.replacement(bytes, at: index)
      if let replacement {
        out.append(contentsOf: bytes[start..<index])
        write(replacement, to: &out)
        start = index + length
      }
      index += length
    }
    out.append(contentsOf: bytes[start...])
  }

  /// Whether a byte is or may begin what HTML takes for markup or does not allow.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F, 0xC2, 0xEF: true
    default: false
    }
  }

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
