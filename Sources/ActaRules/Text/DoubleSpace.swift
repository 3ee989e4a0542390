import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A space too many.
  static let doubleSpace = Rule(
    "text/double-space", .note,
    summary: Text(
      ru: "Лишний пробел: двойной, перед знаком препинания, после дефиса внутри слова",
      en: "A space too many: a double one, one in front of a mark, one behind a hyphen in a word"),
    reason: Text(
      ru: "Лишний пробел мешает поиску и выдаёт вставку или потерянное слово.",
      en: "It hinders search, and shows where something was pasted or lost."),
    norm: Text(
      ru: "Слова разделяет один пробел; знак препинания от слова не отделяют (ГОСТ Р 7.0.97-2016, "
        + "п. 3.3: интервал обычный).",
      en: "One space parts words, none stands in front of a mark (ГОСТ Р 7.0.97-2016, 3.3)."),
    examples: [
      .accepts("1. Видео- и аудиозапись, одно-, двухэтажные дома, теле- или радиопередача.\n"),
      .accepts("1. Совет  \nрешает … и п р и к а з ы в а е т   д е л о.\n"),
      .rejects("1. Совет⟦  ⟧решает.\n"),
      .rejects("1. Совет⟦ ⟧, секретарь и (⟦ ⟧члены) решают⟦ ⟧.\n"),
      .rejects("1. Порядок видео-⟦ ⟧конференц-связи.\n"),
    ],
    .document { document, report in
      var offence = RepeatedOffence()
      for passage in TextPassage.all(in: document, where: hasSurplus) {
        for (index, token) in passage.text.tokens.enumerated()
        where index > 0 && token.gap == .space {
          let before = passage.text[index - 1]
          guard before.end < token.start, let kind = surplus(passage, at: index) else { continue }
          let place = passage.editable(before.end, token.start)
          let replacement = kind == .double ? " " : ""
          offence.add(
            passage.span(before.end, token.start), .surplus(kind),
            place.map { [Fix.Edit(file: document.path, at: $0, with: replacement)] } ?? [])
        }
      }
      offence.tell(in: document.path, &report, fix: .remove) { .throughout($0) }
    })

  private static func hasSurplus(_ text: TokenizedText) -> Bool {
    var before = text[-1]
    for token in text.tokens {
      if token.gap == .space {
        if token.start - before.end > 1 || before.isDash { return true }
        switch token.kind {
        case .comma, .semicolon, .period, .closingBracket, .closingQuote: return true
        default: if before.kind == .openingBracket || before.kind == .openingQuote { return true }
        }
      }
      before = token
    }
    return false
  }

  /// What is wrong with the space in front of a token.
  private static func surplus(_ passage: TextPassage, at index: Int) -> SurplusSpace? {
    let text = passage.text
    let (before, token) = (text[index - 1], text[index])
    let width = token.start - before.end
    switch token.kind {
    case .comma where isTail(before), .semicolon where isTail(before): return .beforeMark
    case .period where isTail(before) && (!text[index + 1].isGlued || text[index + 1].isEnd):
      return .beforeMark
    case .closingBracket where before.isWord || before.isNumber: return .inBrackets
    case .closingQuote where token.mark == "»" && (before.isWord || before.isNumber):
      return .inBrackets
    case .word where before.kind == .openingBracket || before.mark == "«": return .inBrackets
    default: break
    }
    if before.flags.contains(.hyphen), before.isDash, before.isGlued, text[index - 2].isWord,
      index > 1, token.isWord, !isJoint(token), text[index - 2].letters.count > 1
    {
      return .afterHyphen
    }
    guard width > 1, !isOneSpace(text, before.end, token.start) else { return nil }
    // Words set with spaces between the letters are parted by wider ones.
    if before.isWord, before.letters.count == 1 || token.isWord && token.letters.count == 1,
      passage.isSpacedOut(at: index) || passage.isSpacedOut(at: index - 1)
    {
      return nil
    }
    return .double
  }

  /// «Видео- и аудиозапись»: the hyphen is to stand free.
  private static func isJoint(_ token: Token) -> Bool {
    token.is("и") || token.is("или") || token.is("либо") || token.is("а") || token.is("да")
      || token.is("но") || token.is("как")
  }

  private static func isTail(_ token: Token) -> Bool {
    token.isWord || token.isNumber || isClosing(token)
  }

  private static func isClosing(_ token: Token) -> Bool {
    token.kind == .closingBracket || token.kind == .closingQuote
  }

  /// A space that is no single byte.
  private static func isOneSpace(_ text: TokenizedText, _ start: Int, _ end: Int) -> Bool {
    let bytes = text.bytes[start..<end]
    return bytes.count(where: { $0 & 0xC0 != 0x80 }) == 1
  }
}

private enum SurplusSpace { case double, beforeMark, inBrackets, afterHyphen }

extension Text {
  fileprivate static func surplus(_ kind: SurplusSpace) -> Text {
    switch kind {
    case .double: Text(ru: "Двойной пробел", en: "A double space")
    case .beforeMark:
      Text(ru: "Пробел перед знаком препинания", en: "A space in front of a punctuation mark")
    case .inBrackets:
      Text(ru: "Пробел у скобки или кавычки внутри неё", en: "A space inside a bracket or quote")
    case .afterHyphen:
      Text(ru: "Пробел после дефиса внутри слова", en: "A space behind the hyphen of a word")
    }
  }

  fileprivate static func throughout(_ count: Int) -> Text {
    Text(ru: "Лишние пробелы (мест: \(count))", en: "Spaces too many (places: \(count))")
  }

  fileprivate static let remove = Text(ru: "убрать лишний пробел", en: "remove the space")
}
