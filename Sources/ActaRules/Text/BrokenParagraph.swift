import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A sentence cut by an empty line.
  static let brokenParagraph = Rule(
    "text/broken-paragraph", .warning,
    summary: Text(
      ru: "Предложение разорвано пустой строкой", en: "A sentence is cut by an empty line"),
    reason: Text(
      ru:
        "Половина предложения становится отдельным абзацем: ссылки на «абзац второй» ведут не туда.",
      en: "Half of the sentence becomes a paragraph of its own, and references to «the second "
        + "paragraph» lead astray."),
    norm: Text(
      ru: "Абзац – законченная часть текста; абзацы считаются от первого (Методические "
        + "рекомендации ГД 18.11.2003 № вн2-18/490).",
      en: "A paragraph is a finished part of the text; paragraphs are counted from the first "
        + "(State Duma's recommendations of 18.11.2003 No. вн2-18/490)."),
    examples: [
      .accepts("1. Органам:\n\nутвердить планы;\n\nпровести проверку.\n"),
      .accepts("1. Совет решает.\n\nв том числе заочно.\n"),
      .accepts("## Раздел\n\nтекст раздела.\n"),
      .rejects("1. В случае отсутствия главы ⟦его функции⟧\n\nисполняет заместитель.\n"),
      .rejects("1. Совет рассматривает ⟦предложения,⟧\n\nкоторые внесли члены совета.\n"),
    ],
    .document { document, report in
      var above: Int?
      for (index, text) in document.texts.enumerated() {
        guard let first = text.tokens.first else { continue }
        defer { above = index }
        guard let above, first.isWord, !first.flags.contains(.capitalized),
          document.passages.indices.contains(index)
        else { continue }
        let passage = TextPassage(document.passages[above], document.texts[above])
        let next = TextPassage(document.passages[index], text)
        guard isCut(passage, next), let end = passage.prose.span?.end,
          let start = next.prose.span?.start, end <= start
        else { continue }
        // Two line ends and nothing else can stand between: then the halves can be put together.
        let edits =
          start - end <= 4
          ? [Fix.Edit(file: document.path, at: Span(end, start), with: " ")] : []
        let tail = firstOfTail(passage.text)
        report(
          document.path, at: passage.span(tail, passage.text.bytes.count), .cut,
          places: [
            Place(
              file: document.path, at: next.span(of: next.text[0]), .goesOn)
          ],
          fix: edits.isEmpty ? nil : Fix(.join, .unsafe, edits))
      }
    })

  private static func isCut(_ passage: TextPassage, _ next: TextPassage) -> Bool {
    guard let above = passage.provision, let below = next.provision, above.headingLevel == nil,
      below.headingLevel == nil, below.number == nil,
      above.role == .norm || above.role == .preamble,
      below.role == .norm || below.role == .preamble, passage.text.count > 3
    else { return false }
    let (last, first) = (passage.text[passage.text.count - 1], next.text[0])
    guard first.isWord, !first.flags.contains(.capitalized), !first.flags.contains(.latin),
      next.text[1].kind != .closingBracket
    else { return false }
    switch last.kind {
    case .word, .number, .dash: break
    // «…, который ⏎ ведёт…»: a list may part its items by commas too.
    case .comma:
      guard passage.text[0].flags.contains(.capitalized),
        above.number != nil || above.level != .item
      else { return false }
      return !isList(passage)
    default: return false
    }
    return true
  }

  /// Whether the passage is itself an item of a list.
  private static func isList(_ passage: TextPassage) -> Bool {
    switch passage.provision?.number?.style {
    case .dash, .letter, .bracketed: true
    default: false
    }
  }

  /// Where the last two words of a text begin.
  private static func firstOfTail(_ text: TokenizedText) -> Int {
    text[max(0, text.count - 2)].start
  }
}

extension Text {
  fileprivate static let cut = Text(
    ru: "Предложение не окончено, а за пустой строкой продолжается со строчной буквы",
    en: "The sentence is not finished and goes on behind an empty line")

  fileprivate static let goesOn = Text(ru: "продолжение", en: "it goes on here")

  fileprivate static let join = Text(ru: "соединить абзацы", en: "join the paragraphs")
}
