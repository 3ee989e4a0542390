import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A hyphen on the place of a dash.
  static let hyphenForDash = Rule(
    "text/hyphen-for-dash", .note,
    summary: Text(
      ru: "Дефис с пробелами на месте тире", en: "A hyphen with spaces on the place of a dash"),
    reason: Text(
      ru: "Дефис соединяет части слова, тире разделяет слова: в одном документе знак должен быть "
        + "один.",
      en: "A hyphen joins parts of a word, a dash parts words: a document should keep to one."),
    norm: Text(
      ru: "Тире отбивается пробелами, дефис – нет (Правила русской орфографии и пунктуации, 1956, "
        + "§ 164).",
      en: "A dash has spaces around it, a hyphen has none (Rules of Russian spelling and "
        + "punctuation, 1956, § 164)."),
    examples: [
      .accepts(
        "1. Совет (далее – Совет) – орган социально-экономического развития.\n\n- один;\n- два.\n"),
      .rejects("1. Совет (далее ⟦-⟧ Совет) создан.\n"),
      .rejects("1. А ⟦-⟧ а, б - б, в - в, г - г.\n"),
    ],
    .document { document, report in
      var offence = RepeatedOffence()
      for passage in TextPassage.all(in: document, where: hasFreeHyphen) {
        let text = passage.text
        for (index, token) in text.tokens.enumerated()
        where token.isDash && index > 0 && token.gap == .space {
          guard token.mark == "-" else { continue }
          let next = text[index + 1]
          guard !next.isGlued, !next.isEnd, !text[index - 1].isDash,
            text[index - 1].mark != ">",
            !passage.isCode(at: index), !isMinus(text, index)
          else { continue }
          let place = passage.editable(token.start, token.end)
          offence.add(
            passage.span(of: token), .hyphen,
            place.map { [Fix.Edit(file: document.path, at: $0, with: "–")] } ?? [])
        }
      }
      offence.tell(
        in: document.path, &report, fix: .replace,
        isConsistent: !offence.hits.isEmpty && !hasDashes(document)
      ) {
        .throughout($0)
      }
    })

  private static func hasFreeHyphen(_ text: TokenizedText) -> Bool {
    text.tokens.contains { $0.flags.contains(.hyphen) && $0.isDash && $0.gap == .space }
  }

  private static func hasDashes(_ document: ReadDocument) -> Bool {
    document.texts.contains { text in
      text.tokens.contains { $0.isDash && !$0.flags.contains(.hyphen) && $0.gap == .space }
    }
  }

  /// A minus or a mark of an empty cell: nothing but signs around.
  private static func isMinus(_ text: TokenizedText, _ index: Int) -> Bool {
    !text[index - 1].isWord && text[index + 1].isNumber && !text[index - 1].isNumber
      && text[index - 1].kind != .closingBracket && text[index - 1].kind != .closingQuote
  }
}

extension Text {
  fileprivate static let hyphen = Text(
    ru: "Дефис на месте тире", en: "A hyphen on the place of a dash")

  fileprivate static func throughout(_ count: Int) -> Text {
    Text(
      ru: "В документе на месте тире дефисы (мест: \(count))",
      en: "The document has hyphens on the places of dashes (\(count))")
  }

  fileprivate static let replace = Text(ru: "поставить тире", en: "put a dash")
}
