import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A word is written twice.
  static let repeatedWord = Rule(
    "text/repeated-word", .warning,
    summary: Text(ru: "Слово написано дважды подряд", en: "A word is written twice in a row"),
    reason: Text(
      ru: "Повтор – след правки: вместе с ним часто теряется нужное слово.",
      en: "A doubled word is the trace of an edit, and often a needed word was lost with it."),
    norm: Text(
      ru: "Текст акта излагается кратко и точно, без повторов (Методические рекомендации ГД "
        + "18.11.2003 № вн2-18/490).",
      en: "Acts are brief and exact, without repetition (State Duma's recommendations of "
        + "18.11.2003 No. вн2-18/490)."),
    examples: [
      .accepts("1. Совет решает, что что-либо делать как только, так и после.\n"),
      .accepts("1. п р и к а з ы в а ю о о т д е л е.\n\n2. О том, том и этом.\n"),
      .rejects("1. Контроль за исполнением ⟦приказа приказа⟧ оставляю за собой.\n"),
      .rejects("1. Участвует ⟦в\nв⟧ заседании ⟦и и⟧ голосует.\n"),
      .rejects("1. Принимает решения ⟦о проведении о проведении⟧ заседания.\n"),
    ],
    .document { document, report in
      for passage in TextPassage.all(in: document, where: hasRepetition) {
        var index = 0
        // What is beyond some hundreds is no text: the first ones are enough.
        while index < passage.text.count, report.findings.count < 500 {
          let length = repeated(passage, at: index)
          guard length > 0 else {
            index += 1
            continue
          }
          let (first, last) = (passage.text[index], passage.text[index + 2 * length - 1])
          let kept = passage.text[index + length - 1]
          var fix: Fix?
          if let place = passage.editable(kept.end, last.end) {
            fix = Fix(.dropSecond, .unsafe, [Fix.Edit(file: document.path, at: place, with: "")])
          }
          report(
            document.path, at: passage.span(first.start, last.end),
            .repeated(passage.text.text(Span(first.start, kept.end))), fix: fix)
          index += 2 * length
        }
      }
    })

  private static func hasRepetition(_ text: TokenizedText) -> Bool {
    let tokens = text.tokens
    for (index, token) in tokens.enumerated() where token.isWord {
      let key = token.letters.key
      for next in tokens[(index + 1)...].prefix(3) where next.isWord && next.letters.key == key {
        return true
      }
    }
    return false
  }

  /// How many words from `index` on are followed by the same words.
  private static func repeated(_ passage: TextPassage, at index: Int) -> Int {
    let text = passage.text
    for length in 1...3 {
      guard isRun(text, index, 2 * length, isFirstFree: index == 0) else { return 0 }
      guard
        (0..<length).allSatisfy({
          text[index + $0].letters == text[index + length + $0].letters
            && !text[index + $0].letters.isCut
        })
      else { continue }
      if length == 1, !isOffence(passage, at: index) { continue }
      // A longer repetition must be one of words, not of prepositions and figures.
      let letters = (0..<length).reduce(0) { $0 + text[index + $1].letters.count }
      guard length == 1 || letters > 6 else { continue }
      let next = text[index + 2 * length]
      guard !(next.isDash && next.isGlued) else { continue }
      return length
    }
    return 0
  }

  /// Whether there are `count` words with nothing but space between them.
  private static func isRun(
    _ text: TokenizedText, _ index: Int, _ count: Int, isFirstFree: Bool
  ) -> Bool {
    guard isFirstFree || !text[index].isGlued || !text[index - 1].isDash else { return false }
    for offset in 0..<count {
      let token = text[index + offset]
      guard token.isWord, !token.flags.contains(.latin), offset == 0 || !token.isGlued else {
        return false
      }
    }
    return true
  }

  private static func isOffence(_ passage: TextPassage, at index: Int) -> Bool {
    let (first, second) = (passage.text[index], passage.text[index + 1])
    if passage.isSpacedOut(at: index) || passage.isSpacedOut(at: index + 1) { return false }
    // Names may be alike: «Ким Ким», «А А».
    if second.flags.contains(.capitalized),
      !first.flags.contains(.upperCase)
        || first.letters.count == 1
    {
      return false
    }
    return true
  }
}

extension Text {
  fileprivate static func repeated(_ words: String) -> Text {
    let words = words.singleSpaced
    return Text(ru: "«\(words)» написано дважды", en: "«\(words)» is written twice")
  }

  fileprivate static let dropSecond = Text(ru: "убрать повтор", en: "drop the repetition")
}
