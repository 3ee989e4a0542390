/// What counts as a word in search, and under which keys it is found; the script of the search page agrees.
enum SearchWords {
  /// A word in small letters, in UTF-8, and whether it began with a large one.
  struct Word {
    var bytes: [UInt8] = []
    var isCapitalised = false
  }

  /// Visits the words of a text.
  ///
  /// A word is letters and figures, Russian or Latin; one that begins with a figure runs on over hyphens, slashes and
  /// full stops between them: «345-ОД», «29.09.2023», «1.3».
  static func forEach(in text: String, _ visit: (Word) -> Void) {
    var text = text
    text.withUTF8 { forEach(in: $0, visit) }
  }

  /// Words that stand in every provision and tell nothing of it.
  static let idle = """
    без бы в во да для до ее ей ему если же за и из или им их к как ко ли на над не него нее ней нем ни них но о об \
    от по под при с со так то том у что это
    """

  /// No word that anybody looks for has more bytes.
  private static let longest = 80

  /// The keys of a word: itself where it has figures, else its stem, and what the cases of a surname have in common.
  static func keys(of word: Word) -> [[UInt8]] {
    guard let first = word.bytes.first, word.bytes.count <= longest else { return [] }
    if isFigure(first) {
      let whole = russianLookalikes(word.bytes)
      let head = whole.prefix { isFigure($0) }
      return head.count == whole.count ? [whole] : [whole, Array(head)]
    }
    guard let letters = RussianStemmer.letters(word.bytes) else {
      return word.bytes.count > 1 ? [word.bytes] : []
    }
    guard letters.count > 1 else { return [] }
    let stem = RussianStemmer.stem(word.bytes)
    guard word.isCapitalised, let name = surname(letters), name != stem else { return [stem] }
    return [stem, name]
  }

  /// What the cases of a surname have in common where the stemmer parts them: «Соколов» goes with «Соколову» and
  /// «Соколовой», «Кравца» with «Кравец»; `nil` for other words.
  static func surname(_ letters: [UInt8]) -> [UInt8]? {
    if letters.count > 3, letters.last == Letter.v,
      letters.dropLast().last == Letter.o || letters.dropLast().last == Letter.e
    {
      return RussianStemmer.utf8(letters)
    }
    for ending in caseEndings {
      guard letters.suffix(ending.count).elementsEqual(ending) else { continue }
      var base = letters.dropLast(ending.count)
      guard base.popLast() == Letter.ts, base.count > 1 else { continue }
      if base.last == Letter.soft { base.removeLast() }
      guard let last = base.last, !RussianStemmer.isVowel(last) else { return nil }
      return RussianStemmer.utf8(base + [Letter.e, Letter.ts])
    }
    return nil
  }

  /// The letters of -а, -у, -ом, -ем and -е.
  private static let caseEndings: [[UInt8]] = [[0], [19], [14, 12], [5, 12], [5]]

  private enum Letter {
    static let v: UInt8 = 2
    static let e: UInt8 = 5
    static let o: UInt8 = 14
    static let ts: UInt8 = 22
    static let soft: UInt8 = 28
  }

  // MARK: Characters

  private static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ visit: (Word) -> Void) {
    var word = Word()
    var index = 0
    while index < bytes.count {
      let (letter, length) = character(bytes, at: index)
      if let letter {
        if word.bytes.isEmpty { word.isCapitalised = letter.isLarge }
        word.bytes.append(letter.first)
        if letter.second != 0 { word.bytes.append(letter.second) }
      } else if let first = word.bytes.first, !runsOn(bytes, index, behindFigure: isFigure(first)) {
        visit(word)
        word.bytes.removeAll(keepingCapacity: true)
      } else if !word.bytes.isEmpty {
        word.bytes.append(bytes[index])
      }
      index += length
    }
    if !word.bytes.isEmpty { visit(word) }
  }

  /// Whether a mark stands between two parts of a number.
  private static func runsOn(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, behindFigure: Bool
  ) -> Bool {
    guard behindFigure, index + 1 < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      return character(bytes, at: index + 1).0 != nil
    default: return false
    }
  }

  /// A letter or a figure, small, as one or two bytes of UTF-8.
  private struct Character {
    var first: UInt8
    var second: UInt8 = 0
    var isLarge = false
  }

  /// The character at an index and its length in bytes; `nil` for what is neither letter nor figure.
  private static func character(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (Character?, Int) {
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39, 0x61...0x7A: return (Character(first: byte), 1)
    case 0x41...0x5A: return (Character(first: byte + 0x20, isLarge: true), 1)
    case 0..<0x80: return (nil, 1)
    case 0xD0, 0xD1:
      guard index + 1 < bytes.count else { return (nil, 1) }
      let low = bytes[index + 1]
      return (russian(byte, low), 2)
    // The rest of a longer character, or the first byte of one.
    default: return (nil, 1)
    }
  }

  private static func russian(_ high: UInt8, _ low: UInt8) -> Character? {
    switch (high, low) {
    case (0xD0, 0x90...0x9F): Character(first: 0xD0, second: low + 0x20, isLarge: true)
    case (0xD0, 0xA0...0xAF): Character(first: 0xD1, second: low - 0x20, isLarge: true)
    case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): Character(first: high, second: low)
    case (0xD0, 0x81): Character(first: 0xD0, second: 0xB5, isLarge: true)
    case (0xD1, 0x91): Character(first: 0xD0, second: 0xB5)
    default: nil
    }
  }

  private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A number with Russian letters where it was typed with Latin ones that look the same.
  private static func russianLookalikes(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { (0x61...0x7A).contains($0) }) else { return bytes }
    return bytes.flatMap { lookalikes[$0] ?? [$0] }
  }

  private static let lookalikes: [UInt8: [UInt8]] = Dictionary(
    zip("abcehkmoptxy".utf8, "авсенкмортху".map { Array(String($0).utf8) }),
    uniquingKeysWith: { first, _ in first })
}
