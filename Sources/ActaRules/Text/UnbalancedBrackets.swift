import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A bracket without its pair.
  static let unbalancedBrackets = Rule(
    "text/unbalanced-brackets", .warning,
    summary: Text(
      ru: "Скобка без пары: не закрыта или лишняя", en: "A bracket without its pair"),
    reason: Text(
      ru: "Неясно, где кончается оговорка в скобках; часто вместе со скобкой потеряны слова.",
      en: "Nobody can tell where the words in brackets end; often words were lost with it."),
    norm: Text(
      ru: "Скобки – парный знак (Правила русской орфографии и пунктуации, 1956, § 188).",
      en: "Brackets are paired signs (Rules of Russian spelling and punctuation, 1956, § 188)."),
    examples: [
      .accepts("1. Виды (далее – виды): 1) один; 2) другой, подпункты 1), 2) и «а)» пункта 3.\n"),
      .accepts("1. Документы (подпункты 1) и 2) пункта 3 (раздел II)) хранятся.\n"),
      .accepts("1. Совет (в составе:\n\nа) члены;\n\nб) секретарь) решает.\n"),
      .rejects("1. Показатели (КПЭ) процессов⟦)⟧, утвержденные советом.\n"),
      .rejects("1. Совет ⟦(⟧далее – Совет создан.\n\n2. Совет (без права голоса) решает.\n"),
      .rejects("1. Совет ⟦[⟧далее – Совет) решает.\n"),
    ],
    .document { document, report in
      var balance = Balance()
      for passage in TextPassage.all(in: document, where: hasBrackets) {
        balance.read(passage, in: document.path) { text, index, depth in
          bracket(text, index, depth)
        }
      }
      for sign in balance.finished {
        report(document.path, at: sign.span, .unpaired(sign))
      }
    })

  private static func hasBrackets(_ text: TokenizedText) -> Bool {
    text.tokens.contains { $0.kind == .openingBracket || $0.kind == .closingBracket }
  }

  private static func bracket(
    _ text: TokenizedText, _ index: Int, _ depth: Int
  ) -> Balance.Sign? {
    let token = text[index]
    switch token.kind {
    case .openingBracket: return .opening(family(token.mark))
    case .closingBracket:
      return isLabel(text, index) ? .doubtful(family(token.mark)) : .closing(family(token.mark))
    default: return nil
    }
  }

  private static func family(_ mark: Unicode.Scalar?) -> Int {
    switch mark {
    case "[", "]": 1
    case "{", "}": 2
    default: 0
    }
  }

  /// «1)», «а)», «3.1)»: the mark of an item and no bracket.
  private static func isLabel(_ text: TokenizedText, _ index: Int) -> Bool {
    let label = text[index - 1]
    guard text[index].mark == ")", index > 0, text[index].isGlued else { return false }
    return label.isNumber || label.isWord && label.letters.count == 1
      || text.romanNumeral(at: index - 1) != nil
  }
}

extension Text {
  fileprivate static func unpaired(_ sign: Balance.Unpaired) -> Text {
    sign.isOpening
      ? Text(
        ru: "Скобка «\(sign.text)» не закрыта", en: "Bracket «\(sign.text)» is not closed")
      : Text(
        ru: "Лишняя закрывающая скобка «\(sign.text)»: открывающей к ней нет",
        en: "Surplus closing bracket «\(sign.text)»: nothing opens it")
  }
}
