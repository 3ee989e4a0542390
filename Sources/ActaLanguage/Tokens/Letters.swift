/// The first letters of a word, folded, one byte a letter: comparing words costs no more than comparing integers.
///
/// Lower case, ё as е. The Russian letters а…я are 1…32, the Latin ones a…z are 65…90, letters of other
/// alphabets are 128 and more, and 0 stands behind the end.
package struct Letters: Sendable, Hashable {
  /// How many letters are kept; a longer word counts one more, so that its endings match nothing.
  package static let capacity = 24

  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var length: UInt8 = 0

  package init() {}

  /// Most words fill one integer: the others are hashed only where they hold something.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    if second != 0 { hasher.combine(second) }
    if third != 0 { hasher.combine(third) }
  }

  /// Letters packed by the caller, the last of each word in its lowest byte.
  init(packed words: (UInt64, UInt64, UInt64), count: Int) {
    length = UInt8(min(count, Self.capacity + 1))
    first = words.0 << Self.free(count, 0)
    second = words.1 << Self.free(count, 8)
    third = words.2 << Self.free(count, 16)
  }

  /// How many bits of a word stay free behind its letters.
  private static func free(_ count: Int, _ before: Int) -> UInt64 {
    count <= before || count >= before + 8 ? 0 : UInt64(8 * (before + 8 - count))
  }

  /// The letters of a literal; what is no letter is left out.
  package init(_ literal: StaticString) {
    Self.forEachLetter(of: literal) {
      append($0)
      return true
    }
  }

  package var count: Int { Int(length) }
  package var isEmpty: Bool { length == 0 }
  package var isCut: Bool { length > Self.capacity }

  /// The code of a letter, 0 outside the word.
  package subscript(index: Int) -> UInt8 {
    switch index {
    case 0..<8: UInt8(truncatingIfNeeded: first >> UInt64(56 - 8 * index))
    case 8..<16: UInt8(truncatingIfNeeded: second >> UInt64(120 - 8 * index))
    case 16..<24: UInt8(truncatingIfNeeded: third >> UInt64(184 - 8 * index))
    default: 0
    }
  }

  /// The first two letters as a number below 65536, for tables.
  package var lead: Int { Int(first >> 48) }

  /// An integer that is equal for two words of up to eight letters if the words are.
  package var key: UInt64 { first }

  /// The eight letters in front of an index, fewer where the word has no more, the last of them in the lowest byte.
  func eight(before end: Int) -> UInt64 {
    let shift = UInt64(8 * (end % 8))
    switch end {
    case ...0: return 0
    case 1..<8: return first >> (64 - shift)
    case 8: return first
    case 9..<16: return first << shift | second >> (64 - shift)
    case 16: return second
    case 17..<24: return second << shift | third >> (64 - shift)
    default: return third
    }
  }

  package mutating func append(_ code: UInt8) {
    let code = UInt64(code)
    switch length {
    case 0..<8: first |= code << (56 - 8 * UInt64(length))
    case 8..<16: second |= code << (120 - 8 * UInt64(length))
    case 16..<24: third |= code << (184 - 8 * UInt64(length))
    default:
      length = UInt8(Self.capacity + 1)
      return
    }
    length += 1
  }

  /// Puts another letter in the place of the last one.
  mutating func replaceLast(by code: UInt8) {
    guard length > 0, !isCut else { return }
    length -= 1
    let clear = ~(UInt64(0xFF) << (56 - 8 * UInt64(length % 8)))
    switch length {
    case 0..<8: first &= clear
    case 8..<16: second &= clear
    default: third &= clear
    }
    append(code)
  }

  package func hasPrefix(_ stem: Letters) -> Bool {
    guard stem.length <= length else { return false }
    let count = Int(stem.length)
    return (first ^ stem.first) & Self.mask(count) == 0
      && (second ^ stem.second) & Self.mask(count - 8) == 0
      && (third ^ stem.third) & Self.mask(count - 16) == 0
  }

  @inline(__always)
  package func hasPrefix(_ stem: StaticString) -> Bool { prefixLength(stem) != nil }

  /// Whether the word is `literal`, all of it.
  @inline(__always)
  package func equals(_ literal: StaticString) -> Bool { prefixLength(literal) == count }

  /// How many letters `stem` has where the word begins with it.
  @inline(__always)
  package func prefixLength(_ stem: StaticString) -> Int? {
    // The first letter of a literal is known when the program is compiled; most words are refused by it.
    mayBegin(with: stem) ? longPrefixLength(stem) : nil
  }

  @inline(__always)
  private func mayBegin(with stem: StaticString) -> Bool {
    guard stem.hasPointerRepresentation, stem.utf8CodeUnitCount >= 2 else { return true }
    let code = Self.russian(stem.utf8Start[0], stem.utf8Start[1])
    return code == 0 || code == UInt8(truncatingIfNeeded: first >> 56)
  }

  @inline(never)
  private func longPrefixLength(_ stem: StaticString) -> Int? {
    var index = 0
    let matches = Self.forEachLetter(of: stem) { code in
      guard self[index] == code else { return false }
      index += 1
      return true
    }
    return matches ? index : nil
  }

  /// The first letters.
  package func prefix(_ count: Int) -> Letters {
    guard count < Int(length) else { return self }
    guard count > 0 else { return Letters() }
    var part = self
    part.length = UInt8(min(count, Self.capacity))
    part.first &= Self.mask(count)
    part.second &= Self.mask(count - 8)
    part.third &= Self.mask(count - 16)
    return part
  }

  package func dropFirst(_ count: Int) -> Letters {
    guard count > 0 else { return self }
    guard count < Int(length) else { return Letters() }
    var rest = Letters()
    rest.length = length - UInt8(count)
    var words = (first, second, third)
    for _ in 0..<count / 8 { words = (words.1, words.2, 0) }
    let shift = UInt64(count % 8 * 8)
    if shift > 0 {
      words.0 = words.0 << shift | words.1 >> (64 - shift)
      words.1 = words.1 << shift | words.2 >> (64 - shift)
      words.2 = words.2 << shift
    }
    (rest.first, rest.second, rest.third) = words
    return rest
  }

  package func hasSuffix(_ ending: Letters) -> Bool {
    !isCut && ending.count <= count && dropFirst(count - ending.count) == ending
  }

  private static func mask(_ letters: Int) -> UInt64 {
    guard letters > 0 else { return 0 }
    return letters >= 8 ? ~0 : ~(~0 >> UInt64(8 * letters))
  }
}

extension Letters: ExpressibleByStringLiteral {
  package init(stringLiteral value: StaticString) { self.init(value) }
}

extension Letters {
  /// The code of a letter by the two bytes that UTF-8 spells it with; 0 for what is not Russian.
  @inline(__always)
  static func russian(_ lead: UInt8, _ trail: UInt8) -> UInt8 {
    if lead == 0xD0 {
      if trail >= 0x90, trail <= 0xAF { return trail - 0x8F }
      if trail >= 0xB0, trail <= 0xBF { return trail - 0xAF }
      if trail == 0x81 { return 6 }
    } else if lead == 0xD1 {
      if trail >= 0x80, trail <= 0x8F { return trail - 0x6F }
      if trail == 0x91 { return 6 }
    }
    return 0
  }

  /// The code of a Latin letter; 0 for other bytes.
  @inline(__always)
  static func latin(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A ? lower - 32 : 0
  }

  /// The Russian letter that a Latin one is mistaken for; 0 where there is none.
  static func lookAlike(of latin: UInt8) -> UInt8 {
    switch latin {
    case 65: 1  // a
    case 66: 3  // B as В
    case 67: 18  // c
    case 69: 6  // e
    case 72: 14  // H as Н
    case 75: 11  // k
    case 77: 13  // m
    case 79: 15  // o
    case 80: 17  // p
    case 84: 19  // t
    case 88: 22  // x
    case 89: 20  // y
    default: 0
    }
  }

  /// The same for letters that resemble a Russian one only in italics or at a glance: enough for a letter in a
  /// Russian word, not for reading a Latin word as Russian.
  static func faintLookAlike(of latin: UInt8) -> UInt8 {
    switch latin {
    case 71: 5  // g as д
    case 78: 16  // n as п
    case 82: 4  // r as г
    case 85: 9  // u as и
    default: 0
    }
  }

  /// Calls `body` with each letter's code until it answers `false`; whether it went through.
  @discardableResult
  private static func forEachLetter(of literal: StaticString, _ body: (UInt8) -> Bool) -> Bool {
    guard literal.hasPointerRepresentation else { return false }
    let bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        let code = latin(byte)
        if code != 0, !body(code) { return false }
      } else {
        let code = index + 1 < bytes.count ? russian(byte, bytes[index + 1]) : 0
        index += 2
        if code != 0, !body(code) { return false }
      }
    }
    return true
  }
}
