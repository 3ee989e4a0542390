/// How many columns of a fixed-width grid a text takes: none for controls and combining marks, two for East Asian
/// wide characters and emoji, one for the others (UAX #11, as terminals read it).
enum CharacterWidth {
  static func columns(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var columns = 0
    var index = 0
    var last: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        last = index
        columns += 1
        index += 1
        continue
      }
      let length = ordinaryLength(bytes, index)
      // A mark that joins the character before it: read that one again with it.
      guard length > 0 else {
        return columns - (last == nil ? 0 : 1) + slow(bytes[(last ?? index)...])
      }
      last = index
      columns += 1
      index += length
    }
    return columns
  }

  /// The longest prefix, in bytes, that takes no more than so many columns; at least one character.
  static func prefix(_ bytes: UnsafeBufferPointer<UInt8>, columns limit: Int) -> Int {
    // A window: what lies behind it cannot fit, unless characters carry dozens of marks.
    var window = bytes.prefix(max(limit, 1) * 16 + 64)
    while window.count < bytes.count, let last = window.last, last & 0xC0 == 0x80 {
      window = window.dropLast()
    }
    if window.count < bytes.count { window = window.dropLast() }
    var columns = 0
    var end = 0
    for character in String(decoding: window, as: UTF8.self) {
      columns += self.columns(character)
      if columns > limit, end > 0 { break }
      end += character.utf8.count
    }
    return min(end, bytes.count)
  }

  /// A character as readers see it, be it one scalar or several.
  static func columns(_ character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      // A variation selector asks for the picture.
      if scalar.value == 0xFE0F { return 2 }
      widest = max(widest, columns(scalar))
    }
    return widest
  }

  static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x300: return scalar.value == 0xAD ? 0 : 1
    case 0..<0x20, 0x7F..<0xA0: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator,
      .surrogate:
      return 0
    default: break
    }
    // Medial and final letters of a Hangul syllable stand in the block of the first.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  /// Length of a character of one column that needs no table: Latin, Greek, Cyrillic and the marks of Russian
  /// typography; 0 for any other.
  private static func ordinaryLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    return switch bytes[index] {
    case 0xC3...0xCB, 0xCE...0xD1, 0xD3, 0xD4: 2
    case 0xC2: second >= 0xA0 && second != 0xAD ? 2 : 0
    case 0xE2:
      switch (second, index + 2 < bytes.count ? bytes[index + 2] : 0) {
      case (0x80, 0x90...0xA7), (0x84, 0x96): 3
      default: 0
      }
    default: 0
    }
  }

  private static func slow(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var columns = 0
    for character in String(decoding: bytes, as: UTF8.self) { columns += self.columns(character) }
    return columns
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isEmojiPresentation { return true }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
