/// A piece of a paragraph that a line does not part.
struct Word: Sendable, Hashable {
  /// Bytes of the text.
  var range: Range<Int>
  var width: Int
  /// Width of the space before the word; none within a word that was cut.
  var gap: Int
  /// A line ought not to end before the word: a dash, a name behind its initials, a number behind its sign.
  var clings = false
  /// A line ends before the word whatever comes.
  var isForced = false
  /// Width of the hyphen that is printed where a line ends behind the word; 0 without one.
  var hyphen = 0
}

extension PrintText {
  /// The words, none wider than the measure.
  func words(
    on device: some PrintDevice, _ style: PrintStyle, measure: Int
  ) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 12 + 1)
    let space = device.spaceWidth(style)
    var start = 0
    var isForced = false
    var previous = 0..<0
    while start < bytes.count {
      if bytes[start] == 0x20 || bytes[start] == 0x0A {
        if bytes[start] == 0x0A { isForced = true }
        start += 1
        continue
      }
      var end = start + 1
      while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x0A { end += 1 }
      let range = start..<end
      var word = Word(
        range: range, width: device.width(of: self, range, style), gap: words.isEmpty ? 0 : space,
        isForced: isForced)
      word.clings = !isForced && !words.isEmpty && clings(range, to: previous)
      if word.width <= measure {
        words.append(word)
      } else {
        append(pieces: word, to: &words, on: device, style, measure)
      }
      previous = range
      isForced = false
      start = end
    }
    return words
  }

  /// Cuts a word that is wider than the measure.
  private func append(
    pieces word: Word, to words: inout [Word], on device: some PrintDevice, _ style: PrintStyle,
    _ measure: Int
  ) {
    var start = word.range.lowerBound
    let hyphen = device.hyphenWidth(style)
    var piece = word
    while start < word.range.upperBound {
      let rest = start..<word.range.upperBound
      let limit = max(device.end(of: self, rest, within: measure, style), start + 1)
      if limit >= rest.upperBound {
        piece.range = rest
        piece.width = device.width(of: self, rest, style)
        piece.hyphen = 0
        words.append(piece)
        return
      }
      let cut = self.cut(in: rest, before: limit) {
        device.width(of: self, start..<$0, style) + hyphen <= measure
      }
      piece.range = start..<cut.end
      piece.width = device.width(of: self, piece.range, style)
      piece.hyphen = cut.needsHyphen ? hyphen : 0
      words.append(piece)
      start = cut.end
      piece.gap = 0
      piece.clings = false
      piece.isForced = false
    }
  }

  /// Where to cut: behind a mark that parts words, else between syllables, else where the room ends.
  private func cut(
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

  /// Russian typography: a dash does not begin a line, «№» goes with its number, initials with their name.
  private func clings(_ range: Range<Int>, to previous: Range<Int>) -> Bool {
    if isDash(range) || isSign(previous) { return true }
    if areInitials(previous), startsWithCapital(range) { return true }
    return areInitials(range) && startsWithCapital(previous)
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

  private func startsWithCapital(_ range: Range<Int>) -> Bool {
    letter(at: range.lowerBound).map(Self.isCapital) ?? false
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    (0x410...0x42F).contains(scalar.value) || scalar.value == 0x401
  }
}
