package import ActaDiagnostics

/// A text and its tokens.
///
/// White space of every kind is no token, but each token knows what stands before it.
package struct TokenizedText: Sendable {
  /// The text in UTF-8, or whatever bytes were given: no sequence of bytes is refused.
  package let bytes: [UInt8]
  package let tokens: [Token]

  package init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  package init(bytes: [UInt8]) {
    self.bytes = bytes
    var tokenizer = Tokenizer(bytes)
    tokens = tokenizer.run()
  }

  package var count: Int { tokens.count }

  /// The token at an index; one of kind `end` outside the text.
  @inline(__always)
  package subscript(index: Int) -> Token {
    index >= 0 && index < tokens.count
      ? tokens[index] : Token(.end, start: bytes.count, end: bytes.count)
  }

  /// The words that a span covers, verbatim.
  package func text(_ span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text from the first to the last of some tokens, verbatim.
  package func text(_ range: Range<Int>) -> String { text(span(range)) }

  /// The bytes from the first to the last of some tokens.
  package func span(_ range: Range<Int>) -> Span {
    guard !range.isEmpty else {
      let start = self[range.lowerBound].start
      return Span(start, start)
    }
    return Span(self[range.lowerBound].start, self[range.upperBound - 1].end)
  }

  /// The index of the first token that begins at an offset or behind it.
  package func index(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What was read, and the index of the token behind it.
package struct Parsed<Value: Sendable>: Sendable {
  package var value: Value
  package var next: Int

  package init(_ value: Value, next: Int) {
    self.value = value
    self.next = next
  }
}

extension Parsed: Equatable where Value: Equatable {}

private struct Tokenizer {
  private let bytes: [UInt8]
  private var index = 0
  private var gap: Token.Gap = .lineBreak
  private var tokens: [Token] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 7 + 2)
  }

  mutating func run() -> [Token] {
    while index < bytes.count {
      let byte = bytes[index]
      if skipSpace(byte) { continue }
      var token = next(byte)
      token.gap = gap
      gap = .glued
      // Every branch moves on by a byte at least; the guard keeps a slip from becoming an endless loop.
      index = max(token.end, index + 1)
      tokens.append(token)
    }
    return tokens
  }

  @inline(__always)
  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func skipSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09:
      if gap == .glued { gap = .space }
      index += 1
      return true
    case 0x0A, 0x0D, 0x0B, 0x0C:
      gap = .lineBreak
      index += 1
      return true
    case 0xC2 where self.byte(index + 1) == 0xA0:
      if gap == .glued { gap = .space }
      index += 2
      return true
    case 0xC2 where self.byte(index + 1) == 0xAD:  // a soft hyphen outside a word
      index += 2
      return true
    case 0xE2, 0xE3, 0xEF:
      let (second, third) = (self.byte(index + 1), self.byte(index + 2))
      let isSpace =
        byte == 0xE2 && second == 0x80 && (third >= 0x80 && third <= 0x8A || third == 0xAF)
        || byte == 0xE2 && second == 0x81 && third == 0x9F
        || byte == 0xE3 && second == 0x80 && third == 0x80
      let isLine = byte == 0xE2 && second == 0x80 && (third == 0xA8 || third == 0xA9)
      if isSpace {
        if gap == .glued { gap = .space }
      } else if isLine {
        gap = .lineBreak
      } else if !Self.isInvisible(byte, second, third) {
        return false
      }
      index += 3
      return true
    default: return false
    }
  }

  /// Zero-width space and joiners, word joiner, byte order mark.
  private static func isInvisible(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    first == 0xE2 && second == 0x80 && third >= 0x8B && third <= 0x8F
      || first == 0xE2 && second == 0x81 && third == 0xA0
      || first == 0xEF && second == 0xBB && third == 0xBF
  }

  private func next(_ byte: UInt8) -> Token {
    if byte >= 0x30, byte <= 0x39 { return number() }
    if byte >= 0x80 {
      if byte == 0xD0, let end = mojibakeNumberSign() {
        return Token(.numberSign, start: index, end: end, payload: 0x2116)
      }
      if byte >= 0xC3, isLetter(at: index) { return numberOfLetters() ?? word() }
      return mark()
    }
    if Letters.latin(byte) != 0 {
      if byte == 0x4E, let end = latinNumberSign() {
        return Token(.numberSign, start: index, end: end, payload: 0x2116)
      }
      return numberOfLetters() ?? word()
    }
    let kind: Token.Kind =
      switch byte {
      case 0x2D: .dash
      case 0x22: .straightQuote
      case 0x28, 0x5B, 0x7B: .openingBracket
      case 0x29, 0x5D, 0x7D: .closingBracket
      case 0x2E: .period
      case 0x2C: .comma
      case 0x3A: .colon
      case 0x3B: .semicolon
      case 0x2F, 0x5C: .slash
      case 0x25: .percent
      default: .other
      }
    var token = Token(kind, start: index, end: index + 1, payload: UInt64(byte))
    if byte == 0x2D { token.flags = .hyphen }
    return token
  }

  // MARK: Numbers

  private func number() -> Token { digits(from: index, isLookAlike: false) }

  /// A number that begins with О or З: «О1.07», «3О» is met from its digit.
  private func numberOfLetters() -> Token? {
    var end = index
    while let (_, width) = digitLetter(at: end) { end += width }
    guard end > index, byte(end) >= 0x30, byte(end) <= 0x39, endsNumber(at: index) else {
      return nil
    }
    return digits(from: index, isLookAlike: true)
  }

  private func digits(from start: Int, isLookAlike: Bool) -> Token {
    var (value, end, count, isLookAlike) = (UInt64(0), start, 0, isLookAlike)
    while true {
      let digit: UInt64
      let here = byte(end)
      if here >= 0x30, here <= 0x39 {
        digit = UInt64(here - 0x30)
        end += 1
      } else if let (meant, width) = digitLetter(at: end), endsNumber(at: end) {
        digit = UInt64(meant)
        end += width
        isLookAlike = true
      } else {
        break
      }
      count += 1
      // Saturates well above what `Token.value` gives out.
      value = value > 100_000_000_000_000_000 ? value : value * 10 + digit
    }
    var token = Token(.number, start: start, end: end, payload: value, digits: count)
    if isLookAlike { token.flags = .lookAlike }
    return token
  }

  /// О and З in Cyrillic, O in Latin, as the digits that they are mistaken for.
  private func digitLetter(at offset: Int) -> (digit: UInt8, width: Int)? {
    switch byte(offset) {
    case 0x4F, 0x6F: (0, 1)
    case 0xD0:
      switch byte(offset + 1) {
      case 0x9E, 0xBE: (0, 2)
      case 0x97: (3, 2)
      default: nil
      }
    default: nil
    }
  }

  /// Whether nothing but digits and letters for digits follows, so that «3О» is 30 and «3ОП» is not.
  private func endsNumber(at offset: Int) -> Bool {
    var end = offset
    // Longer runs are no number that anyone means; the limit keeps the scan linear.
    for _ in 0..<8 {
      if let (_, width) = digitLetter(at: end) {
        end += width
      } else if byte(end) >= 0x30, byte(end) <= 0x39 {
        end += 1
      } else {
        return !isLetter(at: end)
      }
    }
    return false
  }

  // MARK: Words

  private func isLetter(at offset: Int) -> Bool {
    let lead = byte(offset)
    if lead < 0x80 { return Letters.latin(lead) != 0 }
    let trail = byte(offset + 1)
    guard trail & 0xC0 == 0x80 else { return false }
    switch lead {
    case 0xC3: return trail != 0x97 && trail != 0xB7  // × and ÷
    case 0xC4...0xCA: return true
    case 0xCD: return trail >= 0xB0
    case 0xCE...0xD1: return true
    case 0xD2: return trail >= 0x8A || trail < 0x82
    case 0xD3...0xDF: return true
    default: return false
    }
  }

  /// A word; Russian letters and nothing else is what nearly every word is made of.
  private func word() -> Token {
    var (first, second, third) = (UInt64(0), UInt64(0), UInt64(0))
    var (end, count, capitals, isCapitalized) = (index, 0, 0, false)
    while end + 1 < bytes.count {
      let (lead, trail) = (bytes[end], bytes[end + 1])
      let code = Letters.russian(lead, trail)
      guard code != 0 else { break }
      if lead == 0xD0, trail < 0xB0 {
        capitals += 1
        if count == 0 { isCapitalized = true }
      }
      if count < 8 {
        first = first << 8 | UInt64(code)
      } else if count < 16 {
        second = second << 8 | UInt64(code)
      } else if count < 24 {
        third = third << 8 | UInt64(code)
      }
      count += 1
      end += 2
    }
    guard count > 0, endsWord(at: end) else { return mixedWord() }
    var token = Token(.word, start: index, end: end)
    token.letters = Letters(packed: (first, second, third), count: count)
    if isCapitalized { token.flags.insert(.capitalized) }
    if capitals == count { token.flags.insert(.upperCase) }
    return token
  }

  /// Whether nothing at an offset can belong to the word before it; in doubt it may.
  @inline(__always)
  private func endsWord(at offset: Int) -> Bool {
    let lead = byte(offset)
    if lead < 0x80 { return Letters.latin(lead) == 0 }
    if lead == 0xC2 { return byte(offset + 1) != 0xAD }
    return lead == 0xE2 && byte(offset + 1) == 0x80 && byte(offset + 2) >= 0x90
  }

  private func mixedWord() -> Token {
    var word = WordBuilder()
    var end = index
    while end < bytes.count {
      let lead = bytes[end]
      if lead == 0xD0 || lead == 0xD1 {
        let trail = byte(end + 1)
        let code = Letters.russian(lead, trail)
        if code != 0 {
          word.russian(code, isCapital: lead == 0xD0 && trail < 0xB0)
          end += 2
          continue
        }
      }
      if lead < 0x80 {
        let code = Letters.latin(lead)
        guard code != 0 else { break }
        word.latin(code, isCapital: lead < 0x60)
        end += 1
      } else if isLetter(at: end) {
        word.foreign(lead, byte(end + 1))
        end += 2
      } else if lead == 0xCC || lead == 0xCD, byte(end + 1) & 0xC0 == 0x80 {
        word.combining(byte(end + 1))
        end += 2
      } else if lead == 0xC2, byte(end + 1) == 0xAD, isLetter(at: end + 2) {
        end += 2
      } else if lead == 0xE2 || lead == 0xEF,
        Self.isInvisible(lead, byte(end + 1), byte(end + 2)), isLetter(at: end + 3)
      {
        end += 3
      } else {
        break
      }
    }
    return word.token(start: index, end: end)
  }

  // MARK: Marks

  /// `№` in UTF-8 that was read as Windows-1251: «в„–».
  private func mojibakeNumberSign() -> Int? {
    guard byte(index + 1) == 0xB2, byte(index + 2) == 0xE2, byte(index + 3) == 0x80,
      byte(index + 4) == 0x9E, byte(index + 5) == 0xE2, byte(index + 6) == 0x80,
      byte(index + 7) == 0x93
    else { return nil }
    return index + 8
  }

  /// `N`, `No`, `Nr` in front of a number.
  private func latinNumberSign() -> Int? {
    var end = index + 1
    if byte(end) == 0x6F || byte(end) == 0x72 { end += 1 }
    if byte(end) == 0x2E, end > index + 1 { end += 1 }
    var digit = end
    for _ in 0..<3 {
      if byte(digit) == 0x20 {
        digit += 1
      } else if byte(digit) == 0xC2, byte(digit + 1) == 0xA0 {
        digit += 2
      } else if byte(digit) == 0xE2, byte(digit + 1) == 0x80, byte(digit + 2) == 0xAF {
        digit += 3
      }
    }
    return byte(digit) >= 0x30 && byte(digit) <= 0x39 ? end : nil
  }

  private func mark() -> Token {
    let (scalar, width) = scalar(at: index)
    let kind: Token.Kind =
      switch scalar {
      case 0x2010...0x2015, 0x2212: .dash
      case 0xAB, 0x201E, 0x201A, 0x2018, 0x2039: .openingQuote
      case 0xBB, 0x201D, 0x2019, 0x203A: .closingQuote
      // Closes in «„…“» and opens in “…”: what it is to be is for the reader to find.
      case 0x201C, 0x201F, 0x2033: .straightQuote
      case 0x2116: .numberSign
      case 0xA7: .sectionSign
      case 0x2024: .period
      case 0x2044, 0x2215: .slash
      case 0x2160...0x217F: .word
      default: .other
      }
    var token = Token(kind, start: index, end: index + width, payload: UInt64(scalar))
    if scalar == 0x2010 || scalar == 0x2011 { token.flags = .hyphen }
    if kind == .word {  // a Roman numeral in one character; a word without letters
      token.flags = [.latin, .capitalized, .upperCase]
    }
    return token
  }

  /// A scalar and its width; an invalid byte is U+FFFD of one byte.
  private func scalar(at offset: Int) -> (UInt32, Int) {
    let lead = byte(offset)
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    guard width > 1, lead < 0xF5, offset + width <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(width))
    for position in offset + 1..<offset + width {
      guard bytes[position] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(bytes[position] & 0x3F)
    }
    return (value, width)
  }
}

/// Gathers a word's letters both ways – Latin ones as they are, and as the Russian letters that they look like –
/// until it is known which way the word is written.
private struct WordBuilder {
  private var written = Letters()
  private var meant = Letters()
  private var hasRussian = false
  private var hasLatin = false
  private var hasStranger = false
  private var capitals = 0
  private var count = 0
  private var isCapitalized = false

  mutating func russian(_ code: UInt8, isCapital: Bool) {
    hasRussian = true
    add(code, code, isCapital)
  }

  mutating func latin(_ code: UInt8, isCapital: Bool) {
    hasLatin = true
    var twin = Letters.lookAlike(of: code)
    if twin == 0 {
      hasStranger = true
      twin = Letters.faintLookAlike(of: code)
    }
    add(code, twin == 0 ? code : twin, isCapital)
  }

  /// A letter of another alphabet, told from others by what its code keeps of the scalar.
  mutating func foreign(_ lead: UInt8, _ trail: UInt8) {
    let scalar = UInt16(lead & 0x1F) << 6 | UInt16(trail & 0x3F)
    let twin: UInt8 =
      switch scalar {
      case 0x406, 0x456: 9  // Ukrainian і
      default: 0x80 | UInt8(truncatingIfNeeded: scalar & 0x7F)
      }
    // Cyrillic from U+0400 on makes a word Cyrillic as Russian letters do.
    if scalar >= 0x400 { hasRussian = true } else { hasStranger = true }
    add(twin, twin, scalar >= 0x400 && scalar < 0x430)
  }

  /// A mark over the letter before: и with a breve is й, a stress is no letter.
  mutating func combining(_ trail: UInt8) {
    guard trail == 0x86, written.count > 0, !written.isCut, written[written.count - 1] == 9 else {
      return
    }
    written.replaceLast(by: 10)
    meant.replaceLast(by: 10)
  }

  consuming func token(start: Int, end: Int) -> Token {
    var token = Token(.word, start: start, end: end)
    // A word of nothing but look-alikes («c 1 марта») is read as Russian too.
    let isRussian = hasRussian || !hasStranger
    token.letters = isRussian ? meant : written
    if isRussian && hasLatin { token.flags.insert(.lookAlike) }
    if !hasRussian { token.flags.insert(.latin) }
    if isCapitalized { token.flags.insert(.capitalized) }
    if capitals == count { token.flags.insert(.upperCase) }
    return token
  }

  private mutating func add(_ code: UInt8, _ twin: UInt8, _ isCapital: Bool) {
    written.append(code)
    meant.append(twin)
    if isCapital {
      capitals += 1
      if count == 0 { isCapitalized = true }
    }
    count += 1
  }
}
