import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A short name is used in front of the place that opens it.
  static let beforeDefinition = Rule(
    "definition/before-definition", .warning,
    summary: Text(
      ru: "Сокращение употреблено раньше, чем введено",
      en: "A short name is used before it is introduced"),
    reason: Text(
      ru: "До своего определения сокращение ничего не значит.",
      en: "In front of its definition a short name means nothing."),
    norm: Text(
      ru: "Сокращение вводится при первом употреблении в пределах документа.",
      en: "A short name is introduced where it is first used in the document."),
    examples: [
      .accepts(
        Sample.text(
          "1. Управление культуры (далее – Управление) ведёт реестр.\n\n2. Управление отвечает.\n")),
      // The word in its general sense.
      .accepts(
        Sample.text(
          "1. По решению рабочей группы.\n\n"
            + "2. Образуется рабочая группа по отбору (далее – рабочая группа).\n\n3. У рабочей группы – план.\n"
        )),
      .rejects(
        Sample.text(
          "1. Реестр ведёт ⟦ЦРИ⟧.\n\n2. Центр развития информатики (далее – ЦРИ) отвечает.\n\n"
            + "3. ЦРИ отчитывается.\n")),
      .rejects(
        Sample.text(
          "1. Реестр передаётся в ⟦Управление⟧.\n\n2. Управление культуры (далее – Управление) отвечает.\n\n"
            + "3. В Управление направляют отчёт.\n")),
    ],
    .act { read, report in
      let inOrder = Set(read.terms.filter { $0.document == 0 }.map(\.stems))
      for term in read.terms where term.definition.form == .abbreviation {
        guard term.isAcronym || term.isCapitalized else { continue }
        if term.document != 0, inOrder.contains(term.stems) { continue }
        let document = read.documents[term.document]
        let early = term.uses.filter { use in
          use.isEarly && (term.isAcronym || use.isCapitalized) && !isFullName(use, term, document)
            && !isInMeaning(use, term)
            && document.passages.indices.contains(use.passage)
            && document.passages[use.passage].isNorm && !document.passages[use.passage].isHeading
        }
        guard let first = early.first else { continue }
        report(
          document.path, at: document.passages[first.passage].place(of: first.span),
          .early(term.definition.term),
          places: [Place(file: document.path, at: term.definition.span, .opened)])
      }
    })

  /// Whether the words stand right in front of the formula, in the name that it shortens.
  private static func isInMeaning(_ use: TermUse, _ term: DefinedTerm) -> Bool {
    use.passage == term.passage && term.span.start - use.span.end < 240
  }

  /// Whether the words go on as the full name does, or as another name: «Управление Президента …».
  private static func isFullName(
    _ use: TermUse, _ term: DefinedTerm, _ document: ReadDocument
  ) -> Bool {
    guard document.texts.indices.contains(use.passage) else { return true }
    let text = document.texts[use.passage]
    if term.isAcronym { return false }
    let next = text.index(atOrAfter: use.span.end)
    guard text[next].isWord else { return text[next].isQuote }
    // A noun in the genitive or «по …» makes another name of it.
    if text[next].is("по") || text[next].is("при") || text[next].is("о") || text[next].is("об") {
      return true
    }
    return text[next].letters.looksDependent
  }
}

extension Letters {
  /// Whether a word may go on with the name in front of it: an adjective or noun in the genitive.
  var looksDependent: Bool {
    ["ого", "его", "ой", "ых", "их", "ия", "ии", "ия", "ва", "ры", "ов", "ей", "ти", "ды", "на"]
      .contains { (ending: Letters) in count > ending.count + 2 && hasSuffix(ending) }
  }
}

extension Text {
  fileprivate static func early(_ term: String) -> Text {
    Text(
      ru: "«\(term)» употреблено раньше, чем введено",
      en: "«\(term)» is used before it is introduced")
  }

  fileprivate static let opened = Text(ru: "введено только здесь", en: "introduced only here")
}
