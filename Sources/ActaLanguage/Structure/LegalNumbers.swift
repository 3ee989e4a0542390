package import ActaModel

/// Where a number is looked for; the place decides what counts as one.
package enum NumberPlace: Sendable, Hashable {
  case heading
  /// The first line of a paragraph.
  case paragraph
  /// A later line of a paragraph: stricter, since running text wraps anywhere.
  case wrappedLine
  /// A table's cell that should hold a number alone; its mark may be missing.
  case cell
}

/// A legal number at the beginning of a text, and where the words behind it begin.
package struct OpeningNumber: Sendable, Hashable {
  package var style: LegalNumber.Style
  package var components: [LegalNumber.Component]
  package var word: LegalNumber.Word?
  /// Bytes of the number with its mark.
  package var length: Int
  /// The offset of the first word behind the number and the spaces.
  package var content: Int
}

/// Reads the legal number with which a text opens; `nil` where it opens with none.
///
/// Numbers as jurists use them: `1.`, `1.1.`, `4.1.1.`, `3-1.`, `5¹.`, `3.1)`, `1)`, `а)`, `б.1)`, `I.`, «Глава 2.», a dash.
/// Dates (`10.11.2023`), decimal fractions and initials are none.
package func openingNumber(_ text: ArraySlice<UInt8>, in place: NumberPlace) -> OpeningNumber? {
  guard canOpenNumber(text) else { return nil }
  var scanner = NumberScanner(Array(text.prefix(NumberScanner.longest)))
  return scanner.read(place)
}

package func openingNumber(_ text: String, in place: NumberPlace) -> OpeningNumber? {
  openingNumber(Array(text.utf8.prefix(NumberScanner.longest))[...], in: place)
}

/// A look at the first bytes, which most texts do not pass: a figure, a dash, a capital of a Roman number or of «Раздел»,
/// a letter with its bracket.
private func canOpenNumber(_ text: ArraySlice<UInt8>) -> Bool {
  guard let first = text.first else { return false }
  switch first {
  case 0x30...0x39, 0x2D, 0xE2: return true
  case 0x43, 0x49, 0x4C, 0x56, 0x58, 0x61...0x7A: return true
  case 0xD0, 0xD1:
    guard text.count > 2 else { return true }
    let second = text[text.startIndex + 1]
    let third = text[text.startIndex + 2]
    if first == 0xD0 {
      // Г, Р, С, І, Х in either case open «Глава», «Раздел», «Статья» and Roman numbers.
      if [0x86, 0x93, 0xA0, 0xA1, 0xA5, 0xB3].contains(second) { return true }
    } else if second == 0x80 || second == 0x81 {
      return true
    }
    return third == 0x29 || third == 0x2E || third == 0x2D || third >= 0x30 && third <= 0x39
      || third == 0xC2 || third == 0xE2
  default: return false
  }
}

private struct NumberScanner {
  /// No legal number is longer, its word and spaces included; the rest of a text is not looked at.
  static let longest = 160

  let bytes: [UInt8]
  var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(_ place: NumberPlace) -> OpeningNumber? {
    if let worded = worded(place) { return worded }
    index = 0
    if let dash = dash(place) { return dash }
    index = 0
    if let roman = roman(place, word: nil) { return roman }
    index = 0
    if let arabic = arabic(place) { return arabic }
    index = 0
    return letter(place)
  }

  // MARK: The kinds of number

  /// A number behind its word: «Раздел I», «Глава 2», «Статья 5».
  private mutating func worded(_ place: NumberPlace) -> OpeningNumber? {
    guard place != .cell, place != .wrappedLine else { return nil }
    let folded = FoldedBytes(bytes)
    for word in [LegalNumber.Word.section, .chapter, .article] where folded.hasPrefix(word.rawValue)
    {
      index = word.rawValue.utf8.count
      let afterWord = index
      skipSpaces()
      guard index > afterWord else { return nil }
      let start = index
      if var roman = roman(.heading, word: word), roman.length > 0 {
        roman.word = word
        return roman
      }
      index = start
      guard let components = components(), !components.isEmpty else { return nil }
      if byte() == 0x2E { index += 1 }
      return finish(.dotted, components, word: word, place: .heading)
    }
    return nil
  }

  private mutating func dash(_ place: NumberPlace) -> OpeningNumber? {
    guard place == .paragraph || place == .wrappedLine else { return nil }
    var length = Glyph.dash(bytes[index...])
    if length == 0, bytes.starts(with: "•".utf8) { length = 3 }
    guard length > 0 else { return nil }
    index += length
    guard Glyph.whitespace(bytes[index...]) > 0 else { return nil }
    return finish(.dash, [], word: nil, place: place)
  }

  private mutating func roman(_ place: NumberPlace, word: LegalNumber.Word?) -> OpeningNumber? {
    guard place != .wrappedLine else { return nil }
    let start = index
    var values: [Int] = []
    var hasLatin = false
    while let (value, length, isLatin) = romanDigit(), values.count < 12 {
      values.append(value)
      hasLatin = hasLatin || isLatin
      index += length
    }
    guard !values.isEmpty, let value = Self.romanValue(values) else { return nil }
    // A lone Cyrillic Х is an initial as often as a ten.
    guard hasLatin || values.count > 1 || place == .heading else { return nil }
    var inserted: [Int] = []
    if byte() == 0x2D, Glyph.isDigit(byte(1)) {
      index += 1
      guard let figure = figure() else { return nil }
      inserted.append(figure)
    }
    let hasMark = byte() == 0x2E || byte() == 0x29
    if hasMark { index += 1 }
    guard hasMark || word != nil || place == .cell || place == .heading && isSpaced() else {
      return nil
    }
    guard !Glyph.isLetter(bytes[index...]) || hasMark && Glyph.isCapital(bytes[index...]) else {
      return nil
    }
    if place == .paragraph, !opensTitle(from: index) { return nil }
    let components = [LegalNumber.Component(value, inserted: inserted)]
    return finish(.roman, components, word: word, place: place, from: word == nil ? start : 0)
  }

  private mutating func arabic(_ place: NumberPlace) -> OpeningNumber? {
    guard Glyph.isDigit(byte()), let components = components(), !isDate(components) else {
      return nil
    }
    switch byte() {
    case 0x29:
      index += 1
      guard isSpaced() || index >= bytes.count || Glyph.isLetter(bytes[index...]) else {
        return nil
      }
      return finish(.bracketed, Self.inserted(components), word: nil, place: place)
    case 0x2E:
      index += 1
      if place == .cell { return finish(.dotted, components, word: nil, place: place) }
      // Glued to its text («12.Заседания») a number is still a number before a capital.
      let isGlued = Glyph.isCapital(bytes[index...]) && place != .wrappedLine
      guard isSpaced() || index >= bytes.count || isGlued else { return nil }
      return finish(.dotted, components, word: nil, place: place)
    default:
      let isTitle = isSpaced() && opensTitle(from: index)
      let isBare =
        switch place {
        case .cell: true
        case .heading: isTitle
        case .paragraph: isTitle && components.count > 1
        case .wrappedLine: false
        }
      guard isBare else { return nil }
      return finish(.dotted, components, word: nil, place: place)
    }
  }

  private mutating func letter(_ place: NumberPlace) -> OpeningNumber? {
    guard let (value, length) = Self.letterValue(bytes[index...]) else { return nil }
    index += length
    var component = value
    if byte() == 0x2E || byte() == 0x2D, Glyph.isDigit(byte(1)) { index += 1 }
    if Glyph.isDigit(byte()) {
      guard let figure = figure() else { return nil }
      component.inserted.append(figure)
    }
    while let figure = superscript() { component.inserted.append(figure) }
    guard byte() == 0x29 else { return nil }
    index += 1
    guard isSpaced() || index >= bytes.count || Glyph.isLetter(bytes[index...]) else { return nil }
    return finish(.letter, [component], word: nil, place: place)
  }

  // MARK: Pieces

  private func finish(
    _ style: LegalNumber.Style, _ components: [LegalNumber.Component], word: LegalNumber.Word?,
    place: NumberPlace, from start: Int = 0
  ) -> OpeningNumber? {
    var content = index
    while content < bytes.count {
      let space = Glyph.whitespace(bytes[content...])
      guard space > 0 else { break }
      content += space
    }
    if place == .cell, content < bytes.count { return nil }
    return OpeningNumber(
      style: style, components: components, word: word, length: index - start, content: content)
  }

  /// Figures parted by dots, each with what was inserted behind it: `4.1.1`, `3-1`, `5¹`.
  ///
  /// Stops in front of the mark.
  private mutating func components() -> [LegalNumber.Component]? {
    var found: [LegalNumber.Component] = []
    while found.count < 9, let value = figure() {
      var component = LegalNumber.Component(value)
      while byte() == 0x2D, Glyph.isDigit(byte(1)) {
        index += 1
        guard let inserted = figure() else { return nil }
        component.inserted.append(inserted)
      }
      while let inserted = superscript() { component.inserted.append(inserted) }
      found.append(component)
      guard byte() == 0x2E, Glyph.isDigit(byte(1)) else { break }
      index += 1
    }
    return found.isEmpty || Glyph.isDigit(byte()) ? nil : found
  }

  /// In a list `3.1)` is the item inserted behind `3)`.
  private static func inserted(_ components: [LegalNumber.Component]) -> [LegalNumber.Component] {
    guard let first = components.first else { return components }
    let rest = components.dropFirst().flatMap { [$0.value] + $0.inserted }
    return [LegalNumber.Component(first.value, inserted: first.inserted + rest)]
  }

  /// Up to six digits; longer ones are no numbers of provisions.
  private mutating func figure() -> Int? {
    var value = 0
    var digits = 0
    while let byte = byte(), Glyph.isDigit(byte) {
      guard digits < 6 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
      index += 1
    }
    return digits > 0 ? value : nil
  }

  private mutating func superscript() -> Int? {
    let rest = bytes[index...]
    for (figure, glyph) in ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].enumerated()
    where rest.starts(with: glyph.utf8) {
      index += glyph.utf8.count
      return figure
    }
    return nil
  }

  private func isDate(_ components: [LegalNumber.Component]) -> Bool {
    guard components.count == 3, components.allSatisfy({ $0.inserted.isEmpty }) else {
      return false
    }
    let (day, month, year) = (components[0].value, components[1].value, components[2].value)
    return (1...31).contains(day) && (1...12).contains(month)
      && ((1900...2199).contains(year) || index >= 8 && year < 100 && bytes[index - 3] == 0x2E)
  }

  /// Whether a title follows: white space, then a capital or an opening quote.
  private func opensTitle(from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      let space = Glyph.whitespace(bytes[index...])
      guard space > 0 else { break }
      index += space
    }
    let rest = bytes[index...]
    return Glyph.isCapital(rest) || rest.starts(with: "«".utf8) || rest.first == 0x22
  }

  private func isSpaced() -> Bool { Glyph.whitespace(bytes[index...]) > 0 }

  private mutating func skipSpaces() {
    while index < bytes.count {
      let space = Glyph.whitespace(bytes[index...])
      guard space > 0 else { return }
      index += space
    }
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    index + ahead < bytes.count ? bytes[index + ahead] : nil
  }

  private func romanDigit() -> (value: Int, length: Int, isLatin: Bool)? {
    switch byte() {
    case 0x49: (1, 1, true)
    case 0x56: (5, 1, true)
    case 0x58: (10, 1, true)
    case 0x4C: (50, 1, true)
    case 0x43: (100, 1, true)
    case 0xD0 where byte(1) == 0x86: (1, 2, false)  // І
    case 0xD0 where byte(1) == 0xA5: (10, 2, false)  // Х
    default: nil
    }
  }

  /// The value of Roman digits in canonical order; `nil` for any other sequence.
  private static func romanValue(_ digits: [Int]) -> Int? {
    var total = 0
    for (index, digit) in digits.enumerated() {
      let next = index + 1 < digits.count ? digits[index + 1] : 0
      total += digit < next ? -digit : digit
    }
    let letters = [1: "I", 5: "V", 10: "X", 50: "L", 100: "C"]
    let written = digits.compactMap { letters[$0] }.joined()
    return (1...399).contains(total) && RomanNumeral.text(total) == written ? total : nil
  }

  /// A small Russian letter as jurists count them, five left out: ё, й, ъ, ы, ь.
  ///
  /// Where ё or й is used all the same it counts as inserted behind its neighbour. A Latin look-alike is
  /// read as the letter that was meant.
  private static func letterValue(_ rest: ArraySlice<UInt8>) -> (LegalNumber.Component, Int)? {
    if let first = rest.first, first < 0x80 {
      let meant: Int? =
        switch first {
        case UInt8(ascii: "a"): 1
        case UInt8(ascii: "e"): 6
        case UInt8(ascii: "k"): 10
        case UInt8(ascii: "o"): 14
        case UInt8(ascii: "p"): 16
        case UInt8(ascii: "c"): 17
        case UInt8(ascii: "y"): 19
        case UInt8(ascii: "x"): 21
        default: nil
        }
      return meant.map { (LegalNumber.Component($0), 1) }
    }
    for (index, letter) in alphabet.enumerated() where rest.starts(with: letter.utf8) {
      return (LegalNumber.Component(index + 1), 2)
    }
    if rest.starts(with: "ё".utf8) { return (LegalNumber.Component(6, inserted: [1]), 2) }
    if rest.starts(with: "й".utf8) { return (LegalNumber.Component(9, inserted: [1]), 2) }
    return nil
  }

  static let alphabet = [
    "а", "б", "в", "г", "д", "е", "ж", "з", "и", "к", "л", "м", "н", "о", "п", "р", "с", "т", "у",
    "ф", "х", "ц", "ч", "ш", "щ", "э", "ю", "я",
  ]
}

/// Whether a text plainly runs on to a number: it ends with a word that wants one («согласно пункту», «№», «от») or
/// has a bracket still open.
package func runsOn(_ text: ArraySlice<UInt8>) -> Bool {
  let folded = FoldedBytes(text).bytes
  var end = folded.count
  while end > 0, Glyph.whitespace(folded[(end - 1)..<end]) > 0 { end -= 1 }
  var depth = 0
  for byte in folded[..<end] {
    if byte == 0x28 { depth += 1 }
    if byte == 0x29 { depth = max(0, depth - 1) }
  }
  if depth > 0 { return true }
  var start = end
  while start > 0, folded[start - 1] != 0x20, folded[start - 1] != 0x0A, folded[start - 1] != 0x28 {
    start -= 1
  }
  let word = String(decoding: folded[start..<end], as: UTF8.self)
  return wantingWords.contains(word)
    || wantingStems.contains { word.hasPrefix($0) && !word.hasSuffix(".") }
}

private let wantingWords: Set<String> = [
  "№", "n", "в„–", "ст.", "п.", "пп.", "подп.", "абз.", "ч.", "гл.", "разд.", "прил.", "от", "до",
  "с", "со", "по",
  "на", "в", "во", "к", "за", "из", "и", "или", "не", "при", "для", "под", "над", "через", "более",
  "менее", "свыше",
  "графе", "графы", "графу",
]

private let wantingStems = [
  "пункт", "подпункт", "стать", "част", "раздел", "глав", "приложени", "абзац", "строк", "позици",
]
