extension TokenizedText {
  /// The Roman numeral that a word is, 1 to 3999: in Latin letters, their Cyrillic look-alikes (Х, І, and Ш, П for
  /// III, II) or the characters made for numerals.
  package func romanNumeral(at index: Int) -> Int? {
    let token = self[index]
    guard token.isWord, token.end - token.start <= 24, token.end <= bytes.count,
      Self.mayBeRoman(
        bytes[token.start], token.start + 1 < bytes.count ? bytes[token.start + 1] : 0)
    else { return nil }
    var figures: [Int] = []
    for scalar in String(decoding: bytes[token.start..<token.end], as: UTF8.self).unicodeScalars {
      guard let read = Self.romanFigures(scalar) else { return nil }
      figures += read
    }
    return Self.romanValue(figures)
  }

  /// Whether a word that begins with these bytes can be a numeral.
  private static func mayBeRoman(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D, 0x69, 0x76, 0x78, 0x6C: true
    // І, М, П, С, Х, Ш
    case 0xD0:
      second == 0x86 || second == 0x9C || second == 0x9F || second == 0xA1 || second == 0xA5
        || second == 0xA8
    // х, і, Ѵ
    case 0xD1: second == 0x85 || second == 0x96 || second == 0xB4
    case 0xD3, 0xE2: true
    default: false
    }
  }

  private static func romanFigures(_ scalar: Unicode.Scalar) -> [Int]? {
    switch scalar {
    case "I", "i", "l", "І", "і", "Ӏ": [1]
    case "V", "v", "Ѵ": [5]
    case "X", "x", "Х", "х": [10]
    case "L": [50]
    case "C", "С": [100]
    case "D": [500]
    case "M", "М": [1000]
    case "Ш": [1, 1, 1]
    case "П": [1, 1]
    case "\u{2160}"..."\u{216B}": single[Int(scalar.value - 0x2160)]
    case "\u{2170}"..."\u{217B}": single[Int(scalar.value - 0x2170)]
    default: nil
    }
  }

  private static let single: [[Int]] = [
    [1], [1, 1], [1, 1, 1], [1, 5], [5], [5, 1], [5, 1, 1], [5, 1, 1, 1], [1, 10], [10], [10, 1],
    [10, 1, 1],
  ]

  /// The value of figures in their order, where the numeral is written as the rules want it.
  private static func romanValue(_ figures: [Int]) -> Int? {
    guard !figures.isEmpty, figures.count <= 15 else { return nil }
    var value = 0
    for (index, figure) in figures.enumerated() {
      let next = index + 1 < figures.count ? figures[index + 1] : 0
      value += figure < next ? -figure : figure
    }
    guard (1...3999).contains(value), Self.romanSpelling(value) == figures else { return nil }
    return value
  }

  private static func romanSpelling(_ number: Int) -> [Int] {
    var (rest, figures) = (number, [Int]())
    for (value, spelling) in steps {
      while rest >= value {
        rest -= value
        figures += spelling
      }
    }
    return figures
  }

  private static let steps: [(Int, [Int])] = [
    (1000, [1000]), (900, [100, 1000]), (500, [500]), (400, [100, 500]), (100, [100]),
    (90, [10, 100]), (50, [50]), (40, [10, 50]), (10, [10]), (9, [1, 10]), (5, [5]), (4, [1, 5]),
    (1, [1]),
  ]
}
