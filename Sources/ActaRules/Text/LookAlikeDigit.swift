import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A letter on the place of a digit.
  static let lookAlikeDigit = Rule(
    "text/look-alike-digit", .warning,
    summary: Text(
      ru: "Буква на месте цифры: З вместо 3, О вместо 0, I или l вместо 1",
      en: "A letter on the place of a digit: З for 3, О for 0, I or l for 1"),
    reason: Text(
      ru: "По такому номеру акт не найти, такую дату не прочесть.",
      en: "An act cannot be found by such a number, nor such a date be read."),
    norm: Text(
      ru: "Номер и дата акта совпадают посимвольно везде, где названы (ГОСТ Р 7.0.97-2016, "
        + "реквизиты 10, 11).",
      en: "Numbers and dates agree character by character wherever they are named "
        + "(ГОСТ Р 7.0.97-2016, requisites 10, 11)."),
    examples: [
      .accepts("1. Приказ № 44-ОД, закон № 123-ОЗ, распоряжение № 490-р, дом 3а, форма О-2.\n"),
      .accepts("1. Индекс С2О, 3D-модель, корпус 1О.\n"),
      .rejects("1. Поручение № 6167-⟦ПЗ6⟧-ДГ.\n"),
      .rejects("1. Срок – до 1 марта ⟦2О23⟧ г.\n"),
      .rejects("1. Приказ от ⟦О1⟧.07.2023 № ⟦1З5⟧.\n"),
      .rejects("1. Приказ № ⟦l25⟧-ОД.\n"),
    ],
    .document { document, report in
      for passage in TextPassage.all(in: document, where: hasDoubtfulNumber) {
        for index in passage.text.tokens.indices {
          guard let found = DoubtfulNumber(passage, at: index) else { continue }
          var fix: Fix?
          if let place = passage.editable(found.start, found.end) {
            fix = Fix(
              .rewrite(found.meant), found.isCertain ? .safe : .unsafe,
              [Fix.Edit(file: document.path, at: place, with: found.meant)])
          }
          report(
            document.path, at: passage.span(found.start, found.end),
            .lookAlike(found.written, found.meant, found.letter),
            level: found.isCertain ? .error : nil, fix: fix)
        }
      }
    })
}

private func hasDoubtfulNumber(_ text: TokenizedText) -> Bool {
  text.tokens.contains { $0.isNumber && ($0.isGlued || $0.flags.contains(.lookAlike)) }
}

/// A number with letters among its digits.
private struct DoubtfulNumber {
  var start: Int
  var end: Int
  var written: String
  var meant: String
  /// The first letter that stands for a digit.
  var letter: String
  /// Whether the letter stands between digits or in a date.
  var isCertain: Bool

  init?(_ passage: TextPassage, at index: Int) {
    let text = passage.text
    let token = text[index]
    (start, end) = (token.start, token.end)
    if token.isNumber, token.flags.contains(.lookAlike) {
      guard token.digits > 1 else { return nil }
    } else if token.isWord, text[index + 1].isNumber, text[index + 1].isGlued,
      Self.endsAsDigit(text, token)
    {
      end = text[index + 1].end
    } else {
      return nil
    }
    written = text.text(Span(start, end))
    var digits = ""
    var stranger: Character?
    var kinds: [Bool?] = []
    for (position, character) in written.enumerated() {
      if character.isASCII, character.isNumber {
        kinds.append(true)
        digits.append(character)
      } else if let digit = Self.digit(character),
        token.isNumber || position + 1 >= token.letters.count
      {
        kinds.append(false)
        digits.append(digit)
        stranger = stranger ?? character
      } else {
        kinds.append(nil)
        digits.append(character)
      }
    }
    guard let stranger, kinds.contains(true) else { return nil }
    meant = digits
    letter = String(stranger)
    let isBetween = kinds.first == true && kinds.last == true && !kinds.contains(nil)
    let isInDate = Self.isInDate(text, index)
    isCertain = isBetween || isInDate
    guard !isCertain else { return }
    // Alone, such letters may be an index: only the number of a document is held to be digits.
    guard Self.isInNumber(text, index), !passage.isAddress(at: index) else { return nil }
    if token.isNumber, kinds.last == false, stranger.isLowercase { return nil }
  }

  /// Whether a word may be digits at its end: «ПЗ6», «l25».
  private static func endsAsDigit(_ text: TokenizedText, _ token: Token) -> Bool {
    guard token.end <= text.bytes.count else { return false }
    let word = text.text(token.span)
    guard let last = word.last, word.count <= 4 else { return false }
    if word.count == 1 { return last == "l" || last == "I" || last == "З" || last == "О" }
    return last == "З" || last == "О"
  }

  private static func digit(_ character: Character) -> Character? {
    switch character {
    case "О", "о", "O", "o": "0"
    case "З", "з": "3"
    case "l", "I": "1"
    default: nil
    }
  }

  private static func isInDate(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].isNumber, text[index].digits == 2 || text[index].digits == 4 else {
      return false
    }
    let isAhead =
      text[index + 1].kind == .period && text[index + 1].isGlued && text[index + 2].isNumber
      && text[index + 2].isGlued && text[index + 2].digits == 2
      && text[index + 3].kind == .period && text[index + 4].isNumber && text[index + 4].isGlued
    let isBehind =
      index >= 4 && text[index].isGlued && text[index - 1].kind == .period
      && text[index - 2].isNumber && text[index - 2].digits == 2
      && text[index - 3].kind == .period && text[index - 4].isNumber
    let isBetween =
      index >= 2 && text[index].isGlued && text[index - 1].kind == .period
      && text[index - 2].isNumber && text[index + 1].kind == .period && text[index + 1].isGlued
      && text[index + 2].isNumber && text[index + 2].isGlued && text[index + 2].digits == 4
    return isAhead || isBehind || isBetween
  }

  /// Whether the token belongs to what stands behind a sign of number: «№ 6167-ПЗ6-ДГ».
  private static func isInNumber(_ text: TokenizedText, _ index: Int) -> Bool {
    var first = index
    while first > 0, index - first < 12 {
      if text[first - 1].kind == .numberSign { return true }
      guard text[first].isGlued else { return false }
      first -= 1
    }
    return false
  }
}

extension Text {
  fileprivate static func lookAlike(_ written: String, _ meant: String, _ letter: String) -> Text {
    Text(
      ru: "В «\(written)» буква «\(letter)» на месте цифры: вероятно, «\(meant)»",
      en: "«\(written)» has letter «\(letter)» for a digit: probably «\(meant)»")
  }

  fileprivate static func rewrite(_ meant: String) -> Text {
    Text(ru: "написать «\(meant)» цифрами", en: "write «\(meant)» in digits")
  }
}
