/// The fixed formulas of acts: editorial notes, stamps, enacting words.
package enum Formula {
  /// Whether a paragraph is an editorial note of a consolidated edition (norms D).
  ///
  /// «Список изменяющих документов», «(в ред. … от … № …)», «(п. 3-1 введен …)».
  package static func isEditorial(_ text: String) -> Bool {
    guard mayOpen(text, with: editorialInitials, orBracket: true) else { return false }
    let folded = FoldedBytes(text.trimmed)
    if folded.hasPrefix("список изменяющих документов") { return true }
    if folded.hasPrefix("консультантплюс:") || folded.hasPrefix("информация об изменениях") {
      return true
    }
    if folded.hasPrefix("см. предыдущую редакцию") || folded.hasPrefix("см. текст в предыдущей") {
      return true
    }
    if opensAmendmentNote(folded) {
      return folded.hasSuffix(")") || folded.hasSuffix(").") || folded.hasSuffix(");")
    }
    return isRepealed(text)
  }

  /// Whether a line opens a note in brackets on how a unit came or changed.
  ///
  /// «(п. 5 в ред. …», «(введен …»
  package static func opensAmendmentNote(_ folded: FoldedBytes) -> Bool {
    guard folded.bytes.first == 0x28 else { return false }
    let head = FoldedBytes(folded.bytes.prefix(160))
    return amendmentStems.contains { head.firstRange(of: $0, from: 1)?.lowerBound == 1 }
      || unitStems.contains { head.firstRange(of: $0, from: 1)?.lowerBound == 1 }
        && amendmentStems.contains { head.contains($0) }
  }

  /// Whether the text of a unit says that the unit is repealed.
  ///
  /// «Утратил силу. – …», «Исключен»
  package static func isRepealed(_ text: String) -> Bool {
    guard mayOpen(text, with: repealInitials, orBracket: false) else { return false }
    let folded = FoldedBytes(text.trimmed)
    return repealStems.contains { stem in
      guard folded.hasPrefix(stem) else { return false }
      // «Исключенные строки …» is a norm: the formula ends with its word.
      let rest = folded.bytes[stem.utf8.count...]
      guard let next = rest.first else { return true }
      return next == 0x2E || next == 0x20 || next == 0x0A || Glyph.dash(rest) > 0
        || rest.starts(with: [0xC2, 0xA0])
    } && !endsAsNorm(folded)
  }

  /// Whether a paragraph at the head of an appendix is its stamp or a part of it: «УТВЕРЖДЕНО приказом …»,
  /// «Приложение № 2 к …» (ГОСТ Р 7.0.97, requisites 16 and 19).
  package static func isStamp(_ text: String, following isFollowing: Bool) -> Bool {
    let folded = FoldedBytes(text.trimmed)
    guard folded.bytes.count < 1200 else { return false }
    for stem in ["утвержден", "утверждаю", "приложение", "одобрен", "согласован"]
    where folded.hasPrefix(stem) {
      return !endsAsNorm(folded) && (stem != "приложение" || isAppendixHead(folded))
    }
    guard isFollowing else { return false }
    return (folded.hasPrefix("к ") || folded.hasPrefix("от ")) && folded.contains("№")
      || orderInstrumentals.contains { folded.hasPrefix($0) }
  }

  /// The enacting word at the end of a text, its colon included: «приказываю:», «п о с т а н о в л
  /// я е т:».
  ///
  /// UTF-8 offsets in the text.
  package static func enactingWord(in text: String) -> Range<Int>? {
    let bytes = FoldedBytes(text).bytes
    var end = bytes.count
    while end > 0, Glyph.whitespace(bytes[(end - 1)..<end]) > 0 { end -= 1 }
    let stop = end
    guard end > 0, bytes[end - 1] == 0x3A || Glyph.isLetter(bytes[max(0, end - 2)...]) else {
      return nil
    }
    if bytes[end - 1] == 0x3A { end -= 1 }
    for word in enactingWords {
      // Letters backwards, a single space between spaced-out letters allowed.
      var index = end
      var isWhole = true
      for letter in word.reversed() {
        while index > 0, bytes[index - 1] == 0x20 { index -= 1 }
        let glyph = Array(String(letter).utf8)
        guard index >= glyph.count, bytes[(index - glyph.count)..<index].elementsEqual(glyph) else {
          isWhole = false
          break
        }
        index -= glyph.count
      }
      guard isWhole else { continue }
      let isBounded = index == 0 || !Glyph.isLetter(bytes[max(0, index - 2)..<index])
      if isBounded { return index..<stop }
    }
    return nil
  }

  private static func isAppendixHead(_ folded: FoldedBytes) -> Bool {
    // «Приложение № 4», «Приложение 4 к приказу …», «Приложение к распоряжению …», «Приложение»
    let rest = Array(folded.bytes.dropFirst("приложение".utf8.count))
    var index = 0
    while index < rest.count {
      let space = Glyph.whitespace(rest[index...])
      guard space > 0 else { break }
      index += space
    }
    let tail = rest[index...]
    return tail.isEmpty || tail.starts(with: "№".utf8) || tail.starts(with: "в„–".utf8)
      || tail.starts(with: "n ".utf8) || Glyph.isDigit(tail.first) || tail.starts(with: "к ".utf8)
      || tail.starts(with: "к\n".utf8)
  }

  /// Whether a text may begin with one of some letters, a bit each by their codes: nearly all texts do not, and are
  /// looked at no further.
  private static func mayOpen(_ text: String, with initials: UInt64, orBracket: Bool) -> Bool {
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte <= 0x20 { continue }
      if byte < 0x80 { return orBracket && byte == 0x28 }
      let code = Letters.russian(byte, bytes.next() ?? 0)
      return code == 0 || initials >> UInt64(code) & 1 != 0
    }
    return false
  }

  private static let repealInitials = initials(of: repealStems)
  private static let editorialInitials =
    repealInitials | initials(of: ["список", "консультантплюс", "информация", "см."])

  private static func initials(of stems: [String]) -> UInt64 {
    stems.reduce(0) { bits, stem in
      let bytes = Array(stem.utf8.prefix(2))
      return bytes.count < 2 ? bits : bits | 1 << UInt64(Letters.russian(bytes[0], bytes[1]))
    }
  }

  private static func endsAsNorm(_ folded: FoldedBytes) -> Bool {
    folded.hasSuffix(":") || folded.hasSuffix(";")
  }

  private static let amendmentStems = [
    "в ред", "введен", "утратил", "исключен", "изменен", "дополнен", "изложен", "в редакции",
  ]
  private static let unitStems = [
    "п.", "пп.", "подп", "абз", "ч.", "ст.", "гл.", "разд", "прил", "пункт", "стать", "част",
    "строк", "позици", "таблиц", "сноск", "наименование",
  ]
  private static let repealStems = [
    "утратил силу", "утратила силу", "утратило силу", "утратили силу", "исключен", "исключена",
    "исключено", "исключены", "абзац утратил силу", "абзац исключен", "признан утратившим силу",
  ]
  private static let orderInstrumentals = [
    "приказом ", "распоряжением ", "постановлением ", "решением ", "указом ",
  ]
  private static let enactingWords = [
    "приказываю", "приказываем", "приказывает", "приказывают", "постановляю", "постановляем",
    "постановляет", "постановляют", "распоряжаюсь", "обязываю", "решаю", "решает", "решил",
    "решила",
    "решило", "решили",
  ]
}

extension String {
  /// Without white space at both ends.
  package var trimmed: Substring {
    var view = self[...]
    // Letters and ASCII marks at both ends are what most texts have.
    if let first = utf8.first, let last = utf8.last, first > 0x20,
      first < 0x80 || first >> 1 == 0x68, last > 0x20,
      last < 0x7F || utf8.dropLast().last.map({ $0 >> 1 == 0x68 }) ?? false
    {
      return view
    }
    while let first = view.unicodeScalars.first, first.properties.isWhitespace {
      view.unicodeScalars.removeFirst()
    }
    while let last = view.unicodeScalars.last, last.properties.isWhitespace {
      view.unicodeScalars.removeLast()
    }
    return view
  }
}
