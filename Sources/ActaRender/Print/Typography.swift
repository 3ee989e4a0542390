/// Where words of Russian text may be parted, and which ought to stand together.
extension PrintText {
  /// Where to cut: behind a mark that parts words, else between syllables, else where the room ends.
  func cut(
    in range: Range<Int>, before limit: Int, holdsHyphen: (Int) -> Bool
  ) -> (end: Int, needsHyphen: Bool) {
    var candidate = limit
    let lowest = range.lowerBound + max((limit - range.lowerBound) / 2, 1)
    while candidate > lowest {
      if Self.partsWords(bytes[candidate - 1]) { return (candidate, false) }
      candidate -= 1
    }
    candidate = limit
    var tries = 0
    while candidate > range.lowerBound + 3, tries < 8 {
      if isSyllableEnd(candidate, in: range), holdsHyphen(candidate) { return (candidate, true) }
      candidate -= 1
      tries += 1
    }
    return (min(limit, range.upperBound), false)
  }

  private static func partsWords(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "&"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: ","):
      true
    default: false
    }
  }

  /// Whether a Russian word can be parted here: two letters at least on each side, a vowel in each, and no sign or
  /// й at the beginning of the rest.
  private func isSyllableEnd(_ place: Int, in range: Range<Int>) -> Bool {
    guard place - range.lowerBound >= 4, range.upperBound - place >= 4,
      let last = letter(at: place - 2), let next = letter(at: place),
      let before = letter(at: place - 4), letter(at: place + 2) != nil
    else { return false }
    if "ъьйыЪЬЙЫ".unicodeScalars.contains(next) { return false }
    guard Self.isVowel(last) || Self.isVowel(before) else { return false }
    // A vowel stays with the consonant before it.
    if Self.isVowel(next), !Self.isVowel(last) { return false }
    var index = place
    while index < range.upperBound, let scalar = letter(at: index) {
      if Self.isVowel(scalar) { return true }
      index += 2
    }
    return false
  }

  /// The Cyrillic letter whose two bytes begin at an offset.
  private func letter(at offset: Int) -> Unicode.Scalar? {
    guard offset >= 0, offset + 1 < bytes.count, bytes[offset] == 0xD0 || bytes[offset] == 0xD1
    else { return nil }
    return Unicode.Scalar((UInt32(bytes[offset]) & 0x1F) << 6 | UInt32(bytes[offset + 1]) & 0x3F)
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    "аеёиоуыэюяАЕЁИОУЫЭЮЯ".unicodeScalars.contains(scalar)
  }

  /// Russian typography: a dash does not begin a line, «№» goes with its number, initials with their name, a day with
  /// its month and «г.» with its year.
  func clings(_ range: Range<Int>, to previous: Range<Int>) -> Bool {
    if isDash(range) || isSign(previous) { return true }
    if Self.isDigit(bytes[previous.lowerBound]) {
      return Self.isDigit(bytes[previous.upperBound - 1]) && Self.units.contains(word(range))
    }
    if Self.isDigit(bytes[range.lowerBound]) { return isAbbreviation(previous) }
    guard startsWithCapital(range) else { return false }
    return areInitials(previous) || areInitials(range) && startsWithCapital(previous)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte < 0x3A }

  /// What a number is not parted from.
  private static let units: Set<[UInt8]> = Set(
    [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
      "октября", "ноября", "декабря", "г.", "гг.", "г.,", "года", "%", "руб.",
    ].map { Array($0.utf8) })

  /// The word's bytes where it is short enough to be one of `units`.
  private func word(_ range: Range<Int>) -> [UInt8] {
    range.count <= 16 ? Array(bytes[range]) : []
  }

  /// «п.», «ст.», «пп.»: up to three small letters and a full stop, in front of a number.
  private func isAbbreviation(_ range: Range<Int>) -> Bool {
    guard range.count <= 7, range.count % 2 == 1, range.count > 1,
      bytes[range.upperBound - 1] == UInt8(ascii: ".")
    else { return false }
    return stride(from: range.lowerBound, to: range.upperBound - 1, by: 2).allSatisfy {
      letter(at: $0).map { !Self.isCapital($0) } ?? false
    }
  }

  private func isDash(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 1: bytes[range.lowerBound] == UInt8(ascii: "-")
    case 3:
      bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x80
        && (0x92...0x95).contains(bytes[range.lowerBound + 2])
    default: false
    }
  }

  /// Whether it is «№», «N» or «§».
  private func isSign(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 1: bytes[range.lowerBound] == UInt8(ascii: "N")
    case 2: bytes[range.lowerBound] == 0xC2 && bytes[range.lowerBound + 1] == 0xA7
    case 3:
      bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x84
        && bytes[range.lowerBound + 2] == 0x96
    default: false
    }
  }

  /// Whether it is «С.В.» or «С.», with or without a mark behind.
  private func areInitials(_ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count <= 8, startsWithCapital(range) else { return false }
    var index = range.lowerBound
    var letters = 0
    while index + 3 <= range.upperBound, let scalar = letter(at: index), Self.isCapital(scalar),
      bytes[index + 2] == UInt8(ascii: ".")
    {
      letters += 1
      index += 3
    }
    return letters > 0 && range.upperBound - index <= 1
  }

  /// Whether the first word is all capitals, and more than initials.
  var beginsWithCapitals: Bool {
    let end = bytes.firstIndex(of: 0x20) ?? bytes.count
    guard end > 4, end % 2 == 0 else { return false }
    return stride(from: 0, to: end, by: 2).allSatisfy {
      letter(at: $0).map(Self.isCapital) ?? false
    }
  }

  private func startsWithCapital(_ range: Range<Int>) -> Bool {
    letter(at: range.lowerBound).map(Self.isCapital) ?? false
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    (0x410...0x42F).contains(scalar.value) || scalar.value == 0x401
  }
}
