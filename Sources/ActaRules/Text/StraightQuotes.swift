import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Quotation marks of the keyboard.
  static let straightQuotes = Rule(
    "text/straight-quotes", .note,
    summary: Text(
      ru: "Прямые кавычки \"…\" вместо «ёлочек»", en: "Straight quotation marks for «…»"),
    reason: Text(
      ru: "Прямая кавычка не показывает, открывает она или закрывает; рядом с «ёлочками» она – "
        + "след вставки из другого текста.",
      en: "A straight mark does not show whether it opens or closes; beside «…» it is the trace of "
        + "a paste."),
    norm: Text(
      ru: "В русском наборе кавычки – «ёлочки», внутри них – „лапки“.",
      en: "Russian text is set with «…», and „…“ inside."),
    examples: [
      .accepts("1. Программа «Единое „окно“», экран 15\".\n"),
      .rejects("1. Программа ⟦\"⟧Единое окно\" и проект \"Старт\".\n\n2. Программа «Окно».\n"),
      .rejects(
        "1. Проект ⟦\"⟧Один\".\n\n2. Проект \"Два\".\n\n3. Проект \"Три\".\n\n4. Проект \"Четыре\".\n"
      ),
    ],
    .document { document, report in
      var offence = RepeatedOffence()
      for passage in TextPassage.all(in: document, where: { $0.bytes.contains(0x22) }) {
        let quotes = passage.text.tokens.indices.filter { isStraight(passage, at: $0) }
        guard let first = quotes.first else { continue }
        let (edits, isSure) = replacements(quotes, passage, document.path)
        offence.add(
          passage.span(of: passage.text[first]), .straight, isSure ? edits : [])
      }
      offence.tell(
        in: document.path, &report, fix: .replace,
        isConsistent: !offence.hits.isEmpty && !hasAngles(document)
      ) {
        .throughout($0)
      }
    })

  private static func hasAngles(_ document: ReadDocument) -> Bool {
    document.texts.contains { $0.tokens.contains { $0.mark == "«" } }
  }

  private static func isStraight(_ passage: TextPassage, at index: Int) -> Bool {
    let text = passage.text
    guard text[index].mark == "\"", text[index].kind == .straightQuote else { return false }
    let isInches = text[index].isGlued && index > 0 && text[index - 1].isNumber
    // `class="…"` of a tag that is no text.
    let isTag = index > 0 && text[index - 1].mark == "=" || text[index + 1].mark == ">"
    return !isInches && !isTag && !passage.isCode(at: index)
  }

  /// The marks to be put instead; sure only where each is plainly a pair's.
  private static func replacements(
    _ quotes: [Int], _ passage: TextPassage, _ file: String
  ) -> ([Fix.Edit], isSure: Bool) {
    var edits: [Fix.Edit] = []
    var depth = 0
    // Angle quotes around these make them inner ones.
    var outer = 0
    var next = quotes[...]
    for (index, token) in passage.text.tokens.enumerated() where token.isQuote {
      if token.mark == "«" { outer += 1 }
      if token.mark == "»" { outer = max(0, outer - 1) }
      guard next.first == index else { continue }
      next = next.dropFirst()
      guard let opens = straightOpens(passage.text, index) ?? (depth == 0 ? nil : false),
        let place = passage.editable(token.start, token.end)
      else { return ([], false) }
      if !opens { depth -= 1 }
      guard depth >= 0 else { return ([], false) }
      let isInner = depth + outer > 0
      let mark = opens ? (isInner ? "„" : "«") : (isInner ? "“" : "»")
      if opens { depth += 1 }
      edits.append(Fix.Edit(file: file, at: place, with: mark))
    }
    return (edits, depth == 0)
  }
}

extension Text {
  fileprivate static let straight = Text(
    ru: "Прямые кавычки: нужны «ёлочки»", en: "Straight quotation marks: «…» are expected")

  fileprivate static func throughout(_ count: Int) -> Text {
    Text(
      ru: "Кавычки в документе прямые (абзацев с ними: \(count)): нужны «ёлочки»",
      en: "The document has straight quotation marks (paragraphs: \(count)): «…» are expected")
  }

  fileprivate static let replace = Text(
    ru: "заменить на «ёлочки»", en: "replace them with «…»")
}
