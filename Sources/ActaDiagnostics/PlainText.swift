/// Text of the alphabets and marks of Russian acts, in which every Unicode scalar is a character: it can be counted, cut
/// and split by its bytes.
package enum PlainText {
  /// How many characters there are; `nil` where the text may hold others than plain ones.
  ///
  /// Tabs and line feeds are plain only where they are allowed.
  package static func count(_ text: UnsafeBufferPointer<UInt8>, breaks: Bool = false) -> Int? {
    var (index, count) = (0, 0)
    while index < text.count {
      let lead = text[index]
      let second = index + 1 < text.count ? text[index + 1] : 0
      switch lead {
      case 0x20...0x7E: index += 1
      case 0x09 where breaks, 0x0A where breaks: index += 1
      // А…я, Ё, ё and their neighbours.
      case 0xD0 where second & 0xC0 == 0x80, 0xD1 where second & 0xC0 == 0x80: index += 2
      // «, », § and the no-break space.
      case 0xC2 where second == 0xAB || second == 0xBB || second == 0xA7 || second == 0xA0:
        index += 2
      case 0xE2:
        let third = index + 2 < text.count ? text[index + 2] : 0
        // Dashes, quotes, bullets, the ellipsis, and №.
        let isMark = second == 0x80 && third >= 0x90 && third <= 0xA6
        guard isMark || second == 0x84 && third == 0x96 else { return nil }
        index += 3
      default: return nil
      }
      count += 1
    }
    return count
  }
}

extension String {
  /// Whether all characters are plain, tabs and line feeds among them.
  package var isPlain: Bool {
    var text = self
    return text.withUTF8 { PlainText.count($0, breaks: true) != nil }
  }

  /// The number of characters as people count them.
  package var characterCount: Int {
    var text = self
    return text.withUTF8 { PlainText.count($0, breaks: true) } ?? count
  }

  /// The first characters, as many as are asked for or as there are.
  package func head(_ number: Int) -> Substring {
    var text = self
    let bytes = text.withUTF8 { text -> Int? in
      guard PlainText.count(text, breaks: true) != nil else { return nil }
      var left = number
      for index in text.indices where text[index] & 0xC0 != 0x80 {
        if left <= 0 { return index }
        left -= 1
      }
      return text.count
    }
    guard let bytes else { return prefix(max(number, 0)) }
    return self[..<utf8.index(startIndex, offsetBy: bytes)]
  }

  /// The text in one line: every run of white space is one blank, none at the ends.
  package var singleSpaced: String {
    var text = self
    if text.withUTF8(Self.isSingleSpaced) { return text }
    let bytes = text.withUTF8 { text -> [UInt8]? in
      guard PlainText.count(text, breaks: true) != nil else { return nil }
      var out: [UInt8] = []
      out.reserveCapacity(text.count)
      var isOpen = false
      var index = 0
      while index < text.count {
        let byte = text[index]
        let isWide = byte == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
        if isWide || byte == 0x20 || byte == 0x0A || byte == 0x09 {
          isOpen = !out.isEmpty
          index += isWide ? 2 : 1
        } else {
          if isOpen { out.append(0x20) }
          isOpen = false
          out.append(byte)
          index += 1
        }
      }
      return out
    }
    guard let bytes else { return split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a plain text has no white space but single blanks between its words.
  private static func isSingleSpaced(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard PlainText.count(text, breaks: true) != nil else { return false }
    var isOpen = true
    for index in text.indices {
      switch text[index] {
      case 0x20:
        if isOpen { return false }
        isOpen = true
      case 0x0A, 0x09: return false
      case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: return false
      default: isOpen = false
      }
    }
    return !isOpen || text.isEmpty
  }
}
