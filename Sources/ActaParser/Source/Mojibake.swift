import ActaDiagnostics

/// UTF-8 that was read as Windows-1251 or Latin-1 and saved again: «в„–» for «№», «РџСЂРёРєР°Р·» for «Приказ».
enum Mojibake {
  /// A garbled stretch and what it was, where that can be told.
  struct Stretch {
    var span: Span
    var meant: String?
  }

  static func find(_ bytes: [UInt8]) -> [Stretch] {
    var found: [Stretch] = []
    var index = 0
    while let start = next(bytes, from: index) {
      index = start
      if let stretch = stretch(bytes, at: index) {
        found.append(stretch)
        index = stretch.span.end
      } else {
        index += 2
      }
    }
    return found
  }

  /// The next place that may begin garbled text: «в», «Р», «С» or «â», «Ð», «Ñ», and behind it no letter of Russian and
  /// nothing of ASCII, which a garbled character never goes on with.
  private static func next(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index + 3 < bytes.count {
        let (lead, trail) = (bytes[index], bytes[index + 1])
        let begins =
          lead == 0xD0
          ? trail == 0xB2 || trail == 0xA0 || trail == 0xA1
          : lead == 0xC3 && (trail == 0x90 || trail == 0x91 || trail == 0xA2)
        guard begins else {
          index += 1
          continue
        }
        let (second, third) = (bytes[index + 2], bytes[index + 3])
        let isOrdinary =
          second < 0x80 || second == 0xD0 && third >= 0x90 || second == 0xD1 && third <= 0x8F
        if !isOrdinary { return index }
        index += 2
      }
      return nil
    }
  }

  private static func stretch(_ bytes: [UInt8], at start: Int) -> Stretch? {
    let isLatin = bytes[start] == 0xC3
    var original: [UInt8] = []
    var end = start
    var characters = 0
    // One garbled character after another, as long as they go on: each is two or three of the source's.
    while original.count < 4096 {
      var group: [UInt8] = []
      var index = end
      var length = 0
      while group.count < 3, length == 0, let (scalar, count) = scalar(bytes, at: index),
        let byte = isLatin ? latin1Byte(scalar) : windows1251Byte(scalar)
      {
        group.append(byte)
        index += count
        length = lengthOfGarbled(group, at: 0)
      }
      guard length > 0 else { break }
      original += group
      end = index
      characters += 1
    }
    let used = original.count
    guard used > 0 else { return nil }
    let isSign = original[0] == 0xE2 && used >= 3
    guard isSign || characters >= 2 else { return nil }
    let meant = String(decoding: original[..<used], as: UTF8.self)
    return Stretch(span: Span(start, end), meant: meant)
  }

  /// The length of a Cyrillic letter or a sign of general punctuation in UTF-8; other characters are left alone, since
  /// their garbled form may be honest text.
  private static func lengthOfGarbled(_ bytes: [UInt8], at index: Int) -> Int {
    let rest = bytes[index...]
    guard let lead = rest.first, let second = rest.dropFirst().first else { return 0 }
    if lead == 0xD0, (0x81...0xBF).contains(second) { return 2 }
    if lead == 0xD1, (0x80...0x91).contains(second) { return 2 }
    if lead == 0xE2, let third = rest.dropFirst(2).first {
      if second == 0x84, third == 0x96 { return 3 }
      if second == 0x80, (0x90...0xAF).contains(third) { return 3 }
    }
    return 0
  }

  private static func scalar(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int)? {
    guard index < bytes.count else { return nil }
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return nil }
    var value = UInt32(lead)
    switch length {
    case 1: break
    case 2: value = UInt32(lead & 0x1F)
    case 3: value = UInt32(lead & 0x0F)
    default: value = UInt32(lead & 0x07)
    }
    for tail in bytes[(index + 1)..<(index + length)] { value = value << 6 | UInt32(tail & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  private static func latin1Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return windows1252[scalar.value]
  }

  private static let windows1252: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
    0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
    0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]

  private static func windows1251Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if (0x410...0x44F).contains(scalar.value) { return UInt8(scalar.value - 0x410 + 0xC0) }
    return windows1251[scalar.value]
  }

  /// The upper half of Windows-1251 below the letters of Russian.
  private static let windows1251: [UInt32: UInt8] = [
    0x402: 0x80, 0x403: 0x81, 0x201A: 0x82, 0x453: 0x83, 0x201E: 0x84, 0x2026: 0x85,
    0x2020: 0x86, 0x2021: 0x87, 0x20AC: 0x88, 0x2030: 0x89, 0x409: 0x8A, 0x2039: 0x8B,
    0x40A: 0x8C, 0x40C: 0x8D, 0x40B: 0x8E, 0x40F: 0x8F, 0x452: 0x90, 0x2018: 0x91,
    0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97,
    0x98: 0x98, 0x2122: 0x99, 0x459: 0x9A, 0x203A: 0x9B, 0x45A: 0x9C, 0x45C: 0x9D,
    0x45B: 0x9E, 0x45F: 0x9F, 0xA0: 0xA0, 0x40E: 0xA1, 0x45E: 0xA2, 0x408: 0xA3, 0xA4: 0xA4,
    0x490: 0xA5, 0xA6: 0xA6, 0xA7: 0xA7, 0x401: 0xA8, 0xA9: 0xA9, 0x404: 0xAA, 0xAB: 0xAB,
    0xAC: 0xAC, 0xAD: 0xAD, 0xAE: 0xAE, 0x407: 0xAF, 0xB0: 0xB0, 0xB1: 0xB1, 0x406: 0xB2,
    0x456: 0xB3, 0x491: 0xB4, 0xB5: 0xB5, 0xB6: 0xB6, 0xB7: 0xB7, 0x451: 0xB8, 0x2116: 0xB9,
    0x454: 0xBA, 0xBB: 0xBB, 0x458: 0xBC, 0x405: 0xBD, 0x455: 0xBE, 0x457: 0xBF,
  ]
}

extension Mojibake.Stretch {
  func finding(in file: String, _ source: Source) -> Finding {
    let seen = source.text(span)
    var finding = Finding(
      "source/mojibake", .error, file: file, at: span, .mojibake(seen, meant: meant))
    if let meant {
      finding.fix = Fix(
        .restore(meant), .safe, [Fix.Edit(file: file, at: span, with: meant)])
    }
    return finding
  }
}

extension Text {
  fileprivate static func mojibake(_ seen: String, meant: String?) -> Text {
    guard let meant else {
      return Text(
        ru: "«\(seen)» – текст, прочитанный в чужой кодировке",
        en: "«\(seen)» is text read in the wrong encoding")
    }
    return Text(
      ru: "«\(seen)» – это «\(meant)», прочитанное в чужой кодировке",
      en: "«\(seen)» is «\(meant)» read in the wrong encoding")
  }

  fileprivate static func restore(_ meant: String) -> Text {
    Text(ru: "вернуть «\(meant)»", en: "restore «\(meant)»")
  }
}
