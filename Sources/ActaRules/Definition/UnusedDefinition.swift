import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A short name is opened and never used.
  static let unusedDefinition = Rule(
    "definition/unused", .warning,
    summary: Text(
      ru: "Сокращение или термин введён и нигде не употреблён",
      en: "A short name or term is introduced and never used"),
    reason: Text(
      ru: "Лишнее определение заставляет искать норму, которой оно служит.",
      en: "A needless definition sends the reader looking for the norm that it serves."),
    norm: Text(
      ru: "Сокращение вводят, если оно нужно дальше по тексту документа.",
      en: "A short name is introduced where it is needed further on."),
    examples: [
      .accepts(
        Sample.text(
          "1. Управление культуры (далее – Управление) ведёт реестр.\n\n2. Управление отвечает.\n")),
      .rejects(
        Sample.text(
          "1. Управление культуры (далее – ⟦Управление⟧) ведёт реестр.\n\n2. Реестр открыт.\n")),
    ],
    .act { read, report in
      let titles = read.documents.compactMap { document in
        document.document.requisites.title.map { TokenizedText($0.value) }
      }
      for term in read.terms {
        let own = read.documents[term.document]
        guard term.uses.allSatisfy(\.isEarly), own.passages.indices.contains(term.passage),
          own.passages[term.passage].isNorm
        else { continue }
        // The order's title and those of its appendices use what the order opens.
        let isInTitle = titles.contains { contains($0, term) }
        guard !isInTitle || term.definition.form == .term else { continue }
        report(
          own.path, at: term.definition.span,
          term.definition.form == .term
            ? .unusedTerm(term.definition.term) : .unused(term.definition.term),
          level: term.definition.form == .term ? .note : nil)
      }
    })

  private static func contains(_ title: TokenizedText, _ term: DefinedTerm) -> Bool {
    let words = title.tokens.filter(\.isWord)
    let stems = words.map { term.isAcronym ? $0.letters : $0.letters.stem }
    guard let first = term.stems.first else { return false }
    return stems.indices.contains {
      stems[$0] == first && stems[$0...].starts(with: term.stems)
        && (words[$0].flags.contains(.capitalized) || !term.isCapitalized)
    }
  }
}

extension Text {
  fileprivate static func unused(_ term: String) -> Text {
    Text(
      ru: "Сокращение «\(term)» дальше не встречается: уберите его или употребите",
      en: "The short name «\(term)» does not occur again: drop it or use it")
  }

  fileprivate static func unusedTerm(_ term: String) -> Text {
    Text(
      ru: "Термин «\(term)» определён, а в тексте не встречается",
      en: "The term «\(term)» is defined and does not occur in the text")
  }
}
