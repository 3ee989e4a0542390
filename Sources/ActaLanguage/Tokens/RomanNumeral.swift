extension TokenizedText {
  /// The Roman numeral that a word is, 1 to 3999.
  ///
  /// In Latin letters, their Cyrillic look-alikes (Х, І, and Ш, П for III, II) or the characters made for numerals.
  package func romanNumeral(at index: Int) -> Int? {
    let token = self[index]
    guard token.isWord, token.end - token.start <= 24, token.end <= bytes.count else { return nil }
    var spelling = RomanSpelling()
    var offset = token.start
    while offset < token.end {
      let lead = bytes[offset]
      let second = offset + 1 < token.end ? bytes[offset + 1] : 0
      let third = offset + 2 < token.end ? bytes[offset + 2] : 0
      let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
      guard Self.addRoman(lead, second, third, to: &spelling) else { return nil }
      offset += width
    }
    return spelling.value
  }

  /// Adds the figures that a character stands for; `false` where it stands for none.
  private static func addRoman(
    _ lead: UInt8, _ second: UInt8, _ third: UInt8, to spelling: inout RomanSpelling
  ) -> Bool {
    switch (lead, second) {
    case (0x49, _), (0x69, _), (0x6C, _): spelling.add(.one)  // I i l
    case (0x56, _), (0x76, _): spelling.add(.five)
    case (0x58, _), (0x78, _): spelling.add(.ten)
    case (0x4C, _): spelling.add(.fifty)
    case (0x43, _): spelling.add(.hundred)
    case (0x44, _): spelling.add(.fiveHundred)
    case (0x4D, _): spelling.add(.thousand)
    case (0xD0, 0x86), (0xD1, 0x96), (0xD3, 0x80): spelling.add(.one)  // І і Ӏ
    case (0xD0, 0xA5), (0xD1, 0x85): spelling.add(.ten)  // Х х
    case (0xD0, 0xA1): spelling.add(.hundred)  // С
    case (0xD0, 0x9C): spelling.add(.thousand)  // М
    case (0xD0, 0x9F): spelling.add(RomanSpelling(of: 2))  // П
    case (0xD0, 0xA8): spelling.add(RomanSpelling(of: 3))  // Ш
    case (0xE2, 0x85): return addCharacter(third, to: &spelling)
    default: return false
    }
    return true
  }

  /// Ⅰ to Ⅻ and ⅰ to ⅻ by the last byte.
  private static func addCharacter(_ byte: UInt8, to spelling: inout RomanSpelling) -> Bool {
    let number = Int(byte) - (byte < 0xB0 ? 0x9F : 0xAF)
    guard (1...12).contains(number), byte >= 0xA0 else { return false }
    spelling.add(RomanSpelling(of: number))
    return true
  }
}

/// The figures of a Roman numeral, three bits each, so that spelling one costs no memory.
private struct RomanSpelling: Equatable {
  enum Figure: UInt64 {
    case one = 1
    case five, ten, fifty, hundred, fiveHundred, thousand

    var value: Int {
      switch self {
      case .one: 1
      case .five: 5
      case .ten: 10
      case .fifty: 50
      case .hundred: 100
      case .fiveHundred: 500
      case .thousand: 1000
      }
    }
  }

  private var bits: UInt64 = 0
  private var count = 0

  init() {}

  /// The one right spelling of a number below 4000.
  init(of number: Int) {
    var rest = number
    for (value, first, second) in Self.steps {
      while rest >= value {
        rest -= value
        add(first)
        if let second { add(second) }
      }
    }
  }

  mutating func add(_ figure: Figure) {
    count += 1
    bits = bits << 3 | figure.rawValue
  }

  mutating func add(_ other: RomanSpelling) {
    count += other.count
    bits = bits << UInt64(3 * other.count) | other.bits
  }

  /// `nil` where the figures are none or not in their right order.
  var value: Int? {
    guard count > 0, count <= 15 else { return nil }
    var (total, last) = (0, 0)
    for position in 0..<count {
      guard let figure = Figure(rawValue: bits >> UInt64(3 * position) & 7) else { return nil }
      total += figure.value < last ? -figure.value : figure.value
      last = max(last, figure.value)
    }
    guard (1...3999).contains(total), RomanSpelling(of: total) == self else { return nil }
    return total
  }

  private static let steps: [(Int, Figure, Figure?)] = [
    (1000, .thousand, nil), (900, .hundred, .thousand), (500, .fiveHundred, nil),
    (400, .hundred, .fiveHundred), (100, .hundred, nil), (90, .ten, .hundred),
    (50, .fifty, nil), (40, .ten, .fifty), (10, .ten, nil), (9, .one, .ten), (5, .five, nil),
    (4, .one, .five), (1, .one, nil),
  ]
}
