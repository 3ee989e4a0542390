import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A quotation mark without its pair.
  static let unbalancedQuotes = Rule(
    "text/unbalanced-quotes", .warning,
    summary: Text(
      ru: "Кавычка без пары: не закрыта или лишняя", en: "A quotation mark without its pair"),
    reason: Text(
      ru: "Неясно, где кончается название или новый текст нормы.",
      en: "Nobody can tell where a title or the new text of a norm ends."),
    norm: Text(
      ru: "Кавычки – парный знак; если внешние и внутренние одного рисунка стоят рядом, их не "
        + "повторяют (Правила русской орфографии и пунктуации, 1956, § 200).",
      en: "Quotation marks are paired; where outer and inner ones of one shape meet they are not "
        + "repeated (Rules of Russian spelling and punctuation, 1956, § 200)."),
    examples: [
      .accepts("1. Программа «Единое „окно“», приказ «О порядке «Быстрый старт».\n"),
      .accepts("1. Проект \"Окно\", экран 15\" и О'Генри, д’Артаньян, “Слово”.\n"),
      .accepts("1. Изложить в редакции:\n\n«5. Совет решает.\n\nСовет собирается.».\n"),
      .rejects("1. Программа ⟦«⟧Единое окно действует.\n\n2. Программа «Быстрый старт».\n"),
      .rejects("1. Программа Единое окно⟦»⟧ действует.\n"),
      .rejects("1. Проект ⟦\"⟧Государство для людей действует.\n"),
    ],
    .document { document, report in
      var balance = Balance()
      for passage in TextPassage.all(in: document, where: { $0.tokens.contains(where: \.isQuote) })
      {
        var isStraightOpen = false
        var isTypographicOpen = 0
        balance.read(passage, in: document.path) { text, index, _ in
          quote(text, index, &isStraightOpen, &isTypographicOpen)
        }
      }
      for sign in balance.finished {
        report(document.path, at: sign.span, .unpaired(sign))
      }
    })

  private enum Family {
    static let angle = Balance.firstQuote
    static let low = Balance.firstQuote + 1
    static let straight = Balance.firstQuote + 2
  }

  private static func quote(
    _ text: TokenizedText, _ index: Int, _ isStraightOpen: inout Bool, _ curly: inout Int
  ) -> Balance.Sign? {
    let token = text[index]
    guard token.isQuote else { return nil }
    switch token.mark {
    case "«": return .opening(Family.angle)
    case "»": return .closing(Family.angle)
    case "„":
      curly += 1
      return .opening(Family.low)
    case "“":
      // Closes „ and opens ”.
      if curly > 0 {
        curly -= 1
        return .closing(Family.low)
      }
      curly += 1
      return .opening(Family.low)
    case "”":
      curly = max(0, curly - 1)
      return .closing(Family.low)
    case "\"":
      if !isStraightOpen, token.isGlued, text[index - 1].isNumber, !text[index + 1].isGlued {
        return nil
      }
      if text[index - 1].mark == "=" || text[index + 1].mark == ">" { return nil }
      let isOpening = straightOpens(text, index) ?? !isStraightOpen
      isStraightOpen = isOpening
      return isOpening ? .opening(Family.straight) : .closing(Family.straight)
    // Single marks serve as apostrophes, minutes and feet as well.
    default: return nil
    }
  }

  /// Whether a straight quote opens, told by the spaces around it; `nil` where they do not tell.
  static func straightOpens(_ text: TokenizedText, _ index: Int) -> Bool? {
    let (before, next) = (text[index - 1], text[index + 1])
    let isFree =
      index == 0 || !text[index].isGlued || before.kind == .openingBracket
      || before.kind == .openingQuote
    let isFollowed = next.isGlued && (next.isWord || next.isNumber || next.isQuote)
    let isClosed = !next.isGlued || next.isEnd || !(next.isWord || next.isNumber)
    if isFree, isFollowed { return true }
    if !isFree, isClosed { return false }
    return nil
  }
}

extension Text {
  fileprivate static func unpaired(_ sign: Balance.Unpaired) -> Text {
    sign.isOpening
      ? Text(
        ru: "Кавычка «\(sign.text)» не закрыта", en: "Quotation mark «\(sign.text)» is not closed")
      : Text(
        ru: "Лишняя закрывающая кавычка «\(sign.text)»: открывающей к ней нет",
        en: "Surplus closing quotation mark «\(sign.text)»: nothing opens it")
  }
}
