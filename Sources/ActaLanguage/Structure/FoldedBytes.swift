/// UTF-8 text in lower case with ё as е, byte for byte as long as the original: an offset in one is
/// an offset in the other.
///
/// Letters beyond Latin and Russian stay as they are.
package struct FoldedBytes: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(_ text: [UInt8]) {
    var bytes = text
    bytes.withUnsafeMutableBufferPointer { Self.fold($0) }
    self.bytes = bytes
  }

  package init(_ text: ArraySlice<UInt8>) { self.init(Array(text)) }
  package init(_ text: String) { self.init(Array(text.utf8)) }
  package init(_ text: Substring) { self.init(Array(text.utf8)) }

  private static func fold(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x41, byte <= 0x5A {
        bytes[index] = byte + 0x20
      } else if byte == 0xD0 || byte == 0xD1, index + 1 < bytes.count {
        fold(&bytes[index], &bytes[index + 1])
        index += 1
      }
      index += 1
    }
  }

  package func hasPrefix(_ prefix: String) -> Bool { has(prefix) { _ in 0 } }
  package func hasSuffix(_ suffix: String) -> Bool { has(suffix) { bytes.count - $0 } }

  /// Whether some text stands where `start` says by its length.
  private func has(_ part: String, at start: (Int) -> Int) -> Bool {
    var part = part
    return part.withUTF8 { part in
      let from = start(part.count)
      guard from >= 0, from + part.count <= bytes.count else { return false }
      for index in part.indices where bytes[from + index] != part[index] { return false }
      return true
    }
  }

  package func contains(_ stem: String) -> Bool { firstRange(of: stem, from: 0) != nil }

  /// The first place of `stem` (lower case, without ё) at or behind an offset, its end not behind `end`.
  package func firstRange(of stem: String, from start: Int, to end: Int? = nil) -> Range<Int>? {
    var stem = stem
    return stem.withUTF8 { firstRange(of: $0, from: start, to: end) }
  }

  private func firstRange(of stem: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int?)
    -> Range<Int>?
  {
    let end = min(end ?? bytes.count, bytes.count)
    guard !stem.isEmpty, end >= stem.count, start >= 0 else { return nil }
    // Russian letters begin alike: their second bytes tell them apart.
    let telling = min(1, stem.count - 1)
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index <= end - stem.count {
        if bytes[index + telling] == stem[telling], bytes[index] == stem[0] {
          var length = 1
          while length < stem.count, bytes[index + length] == stem[length] { length += 1 }
          if length == stem.count { return index..<index + length }
        }
        index += 1
      }
      return nil
    }
  }

  private static func fold(_ lead: inout UInt8, _ trail: inout UInt8) {
    switch (lead, trail) {
    case (0xD0, 0x90...0x9F): trail += 0x20
    case (0xD0, 0xA0...0xAF):
      lead = 0xD1
      trail -= 0x20
    case (0xD0, 0x81), (0xD1, 0x91):
      lead = 0xD0
      trail = 0xB5
    case (0xD0, 0x86):  // І, as in Roman numerals typed with a Ukrainian letter
      lead = 0xD1
      trail = 0x96
    default: break
    }
  }
}

/// Classes of bytes and characters that legal text is scanned by.
package enum Glyph {
  /// Bytes of white space at the beginning: ASCII, no-break space, narrow no-break space, the spaces of U+2000–200A.
  package static func whitespace(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first <= 0x20 { return first == 0x20 || first >= 0x09 && first <= 0x0D ? 1 : 0 }
    if first < 0x80 { return 0 }
    let second = bytes.startIndex + 1
    guard second < bytes.endIndex else { return 0 }
    if first == 0xC2 { return bytes[second] == 0xA0 ? 2 : 0 }
    guard first == 0xE2, bytes[second] == 0x80, second + 1 < bytes.endIndex else { return 0 }
    let third = bytes[second + 1]
    return third >= 0x80 && third <= 0x8A || third == 0xAF ? 3 : 0
  }

  /// Bytes of a dash at the beginning: hyphen, figure dash, en dash, em dash, bar, minus, no-break hyphen.
  package static func dash(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first == 0x2D { return 1 }
    guard first == 0xE2, bytes.startIndex + 2 < bytes.endIndex else { return 0 }
    let (second, third) = (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2])
    if second == 0x80 { return third >= 0x90 && third <= 0x95 ? 3 : 0 }
    return second == 0x88 && third == 0x92 ? 3 : 0
  }

  /// Whether a capital letter, Russian or Latin, stands at the beginning.
  package static func isCapital(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first >= 0x41, first <= 0x5A { return true }
    guard first == 0xD0, let second = bytes.dropFirst().first else { return false }
    return (0x90...0xAF).contains(second) || second == 0x81 || second == 0x86
  }

  /// Whether a letter, Russian or Latin, stands at the beginning.
  package static func isLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first >= 0x41 && first <= 0x5A || first >= 0x61 && first <= 0x7A { return true }
    guard let second = bytes.dropFirst().first else { return false }
    if first == 0xD0 { return second >= 0x80 }
    return first == 0xD1 && second >= 0x80 && second <= 0x9F
  }

  package static func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x30 && byte <= 0x39
  }
}

extension Glyph {
  package static func isASCIILetter(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  /// ASCII punctuation, the characters that a backslash escapes in CommonMark.
  package static func isASCIIPunctuation(_ byte: UInt8) -> Bool {
    byte >= 0x21 && byte <= 0x2F || byte >= 0x3A && byte <= 0x40 || byte >= 0x5B && byte <= 0x60
      || byte >= 0x7B && byte <= 0x7E
  }
}
