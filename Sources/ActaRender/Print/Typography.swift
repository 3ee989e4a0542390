/// How ill it looks when a line ends between two words.
enum Tie: UInt8, Sendable, Comparable {
  case none, slight, weak
  /// What belongs together in a column however narrow: a date.
  case firm
  case strict

  static func < (left: Tie, right: Tie) -> Bool { left.rawValue < right.rawValue }

  /// In demerits of `LineBreaker`: a strict one is broken only where a line holds no more.
  var cost: Int {
    switch self {
    case .none: 0
    case .slight: 2_000
    case .weak, .firm: 30_000
    case .strict: 1 << 32
    }
  }
}

/// Which words of Russian text ought to stand together.
struct Typography {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The tie between two words that a space parts.
  func tie(_ previous: Range<Int>, _ next: Range<Int>) -> Tie {
    let (first, last) = (bytes[next.lowerBound], bytes[previous.upperBound - 1])
    if first == 0xE2 || first == UInt8(ascii: "-"), isDash(next) { return .strict }
    if isDigit(first) { return tieToNumber(previous, next, last) }
    if first == UInt8(ascii: "%") { return isDigit(last) ? .strict : .none }
    if isSign(previous) { return .strict }
    if isDigit(last) { return tie(ofNumber: previous, next) }
    if last == UInt8(ascii: "."), previous.count <= 12 {
      if let tie = tie(ofAbbreviation: previous, next) { return tie }
    }
    if isCapital(next.lowerBound), next.count <= 8, areInitials(next),
      isCapital(previous.lowerBound)
    {
      return .strict
    }
    if isLoneLetter(previous) { return .weak }
    return isParticle(next) || isPreposition(previous) ? .slight : .none
  }

  /// The tie of a number to its sign or its noun: «№ 5», «10 000», «марта 2024», «пункт 5».
  private func tieToNumber(_ previous: Range<Int>, _ next: Range<Int>, _ last: UInt8) -> Tie {
    if isSign(previous) { return .strict }
    if last == UInt8(ascii: "."), letters(ofAbbreviation: previous) != nil { return .strict }
    if isDigit(last), isDigit(bytes[previous.lowerBound]), figures(next) == 3,
      figures(previous) == previous.count, previous.count <= 3
    {
      return .strict
    }
    if isLoneLetter(previous) { return .weak }
    if isWord(previous, of: Self.months) { return .firm }
    if isWord(previous, of: Self.from) { return .weak }
    return isNoun(previous) ? .weak : .none
  }

  /// The tie of a number to what it counts: «29 марта», «5 рабочих дней».
  private func tie(ofNumber previous: Range<Int>, _ next: Range<Int>) -> Tie {
    guard isDigit(bytes[previous.lowerBound]) else { return .none }
    if isWord(next, of: Self.months) || isWord(next, of: Self.units) { return .strict }
    return isSmall(next.lowerBound) ? .slight : .none
  }

  /// The tie of an abbreviation to what follows: a town's name, a surname, another one.
  private func tie(ofAbbreviation previous: Range<Int>, _ next: Range<Int>) -> Tie? {
    if areInitials(previous) { return isCapital(next.lowerBound) ? .strict : nil }
    guard let letters = letters(ofAbbreviation: previous) else { return nil }
    if letters <= 2, bytes[next.upperBound - 1] == UInt8(ascii: ".") || next.count <= 5,
      letter(next.lowerBound) != nil, next.count <= 7, isSmall(next.lowerBound)
    {
      return letters == 1 ? .strict : nil
    }
    // Behind a year «г.» ends what belongs together.
    guard isCapital(next.lowerBound), !isBehindNumber(previous) else { return nil }
    return letters <= 3 ? .strict : nil
  }

  private func isBehindNumber(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound - 1
    while place >= 0, bytes[place] == 0x20 || bytes[place] == 0xA0 || bytes[place] == 0xC2 {
      place -= 1
    }
    return place >= 0 && isDigit(bytes[place])
  }

  /// How many small letters stand before the point of «ст.», «п.», be there a bracket before them or not; `nil` for
  /// other words.
  private func letters(ofAbbreviation range: Range<Int>) -> Int? {
    var start = range.lowerBound
    if bytes[start] == UInt8(ascii: "(") { start += 1 }
    let count = range.upperBound - 1 - start
    guard count >= 2, count <= 8, count % 2 == 0,
      bytes[range.upperBound - 1] == UInt8(ascii: ".")
    else { return nil }
    var place = start
    while place < range.upperBound - 1 {
      guard isSmall(place) else { return nil }
      place += 2
    }
    return count / 2
  }

  private func isDash(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 1: bytes[range.lowerBound] == UInt8(ascii: "-")
    case 3, 4:
      bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x80
        && (0x92...0x95).contains(bytes[range.lowerBound + 2])
        && (range.count == 3 || bytes[range.lowerBound + 3] == UInt8(ascii: ","))
    default: false
    }
  }

  /// Whether it is «№», «N» or «§», or ends with one behind a bracket.
  private func isSign(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    return switch bytes[end - 1] {
    case UInt8(ascii: "N"): range.count == 1
    case 0xA7: range.count >= 2 && bytes[end - 2] == 0xC2
    case 0x96: range.count >= 3 && bytes[end - 2] == 0x84 && bytes[end - 3] == 0xE2
    default: false
    }
  }

  /// Whether it is «С.В.» or «С.», with or without a mark behind.
  private func areInitials(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var letters = 0
    while index + 3 <= range.upperBound, isCapital(index), bytes[index + 2] == UInt8(ascii: ".") {
      letters += 1
      index += 3
    }
    return letters > 0 && letters < 4 && range.upperBound - index <= 1
  }

  /// A preposition or a conjunction of one letter, be there a bracket or a quotation mark before it or not.
  private func isLoneLetter(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 2: letter(range.lowerBound) != nil
    case 3: bytes[range.lowerBound] == UInt8(ascii: "(") && letter(range.lowerBound + 1) != nil
    case 4:
      bytes[range.lowerBound] == 0xC2 && bytes[range.lowerBound + 1] == 0xAB
        && letter(range.lowerBound + 2) != nil
    default: false
    }
  }

  /// «ли», «же», «бы» and their short forms.
  private func isParticle(_ range: Range<Int>) -> Bool {
    guard range.count == 4, bytes[range.lowerBound] == 0xD0 else { return false }
    return
      switch (bytes[range.lowerBound + 1], bytes[range.lowerBound + 2], bytes[range.lowerBound + 3])
    {
    case (0xBB, 0xD0, 0xB8), (0xB6, 0xD0, 0xB5), (0xB1, 0xD1, 0x8B): true
    default: false
    }
  }

  /// A short preposition in small letters: «по», «для».
  private func isPreposition(_ range: Range<Int>) -> Bool {
    (range.count == 4 || range.count == 6)
      && Self.prepositions.contains { $0.elementsEqual(bytes[range]) }
  }

  private func figures(_ range: Range<Int>) -> Int {
    var count = 0
    while count < range.count, isDigit(bytes[range.lowerBound + count]) { count += 1 }
    return count
  }

  /// Whether a word is the name of a unit of an act, in any case.
  private func isNoun(_ range: Range<Int>) -> Bool {
    guard range.count >= 8, range.count <= 22 else { return false }
    return Self.nouns.contains { noun in
      noun.count <= range.count
        && (noun.elementsEqual(bytes[range.lowerBound..<range.lowerBound + noun.count]))
    }
  }

  private func isWord(_ range: Range<Int>, of words: [[UInt8]]) -> Bool {
    guard range.count >= 2, range.count <= 20 else { return false }
    let first = bytes[range.lowerBound + 1]
    return words.contains { word in
      guard word.count <= range.count, word[1] == first,
        word.elementsEqual(bytes[range.lowerBound..<range.lowerBound + word.count])
      else { return false }
      // Marks may stand behind.
      var rest = range.lowerBound + word.count
      while rest < range.upperBound {
        guard bytes[rest] < 0x30 || bytes[rest] == 0x3B || bytes[rest] == 0x3A else { return false }
        rest += 1
      }
      return true
    }
  }

  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ].map { Array($0.utf8) }

  /// What a number is not parted from.
  private static let units = [
    "г.", "гг.", "года", "году", "годов", "руб", "рублей", "тыс", "млн", "млрд", "чел", "экз",
    "шт", "кв", "га", "км", "м", "кг", "мин", "ч", "дней", "дня", "рабочих", "календарных",
    "процентов", "процента", "часов", "час", "раз",
  ].map { Array($0.utf8) }

  private static let from = ["от", "до", "по", "не"].map { Array($0.utf8) }

  private static let prepositions = [
    "по", "на", "от", "до", "из", "за", "об", "не", "ни", "во", "со", "ко", "для", "при", "под",
    "без", "над", "или",
  ].map { Array($0.utf8) }

  private static let nouns = [
    "пункт", "подпункт", "абзац", "стать", "част", "раздел", "глав", "приложени", "форм",
    "Пункт", "Приложени", "Раздел", "Глав", "Стать",
  ].map { Array($0.utf8) }
}

extension Typography {
  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte < 0x3A }

  /// The symbol of the Russian letter whose two bytes begin at an offset.
  func letter(_ offset: Int) -> UInt8? {
    guard offset >= 0, offset + 1 < bytes.count else { return nil }
    let symbol = Hyphenator.symbol(bytes[offset], bytes[offset + 1])
    return symbol > 0 ? symbol : nil
  }

  func isCapital(_ offset: Int) -> Bool {
    guard offset >= 0, offset + 1 < bytes.count, bytes[offset] == 0xD0 else { return false }
    return (0x90...0xAF).contains(bytes[offset + 1]) || bytes[offset + 1] == 0x81
  }

  func isSmall(_ offset: Int) -> Bool { letter(offset) != nil && !isCapital(offset) }
}

extension PrintText {
  /// Whether the first word is all capitals, and more than initials.
  var beginsWithCapitals: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let end = bytes.firstIndex(of: 0x20) ?? bytes.count
      guard end > 4, end % 2 == 0 else { return false }
      let typography = Typography(bytes: bytes)
      return stride(from: 0, to: end, by: 2).allSatisfy { typography.isCapital($0) }
    }
  }
}
