import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// The text speaks of an appendix that the act does not have.
  static let appendixMissing = Rule(
    "reference/appendix-missing", .error,
    summary: Text(
      ru: "Ссылка на приложение, которого у акта нет",
      en: "A reference to an appendix that the act does not have"),
    reason: Text(
      ru: "Приложение – часть акта: без него утверждено то, чего никто не видел.",
      en: "An appendix is part of the act: without it something is approved that nobody has seen."),
    norm: Text(
      ru: "ГОСТ Р 7.0.97-2016, реквизит 19: отметка о приложении в тексте и само приложение.",
      en: "ГОСТ Р 7.0.97-2016, requisite 19: the mark in the text and the appendix itself."),
    examples: [
      .accepts(Sample.order(text: "1. Утвердить Порядок отбора согласно приложению.", ["Порядок"])),
      .accepts(Sample.order(text: "1. Утвердить прилагаемый Порядок отбора.", ["Порядок"])),
      .rejects(
        Sample.order(text: "1. Утвердить Порядок отбора согласно ⟦приложению № 2⟧.", ["Порядок"])),
      .rejects(Sample.order(text: "1. Утвердить форму заявки (⟦прилагается⟧).", [])),
    ],
    .act { read, report in
      for document in read.documents {
        var told: Set<Span> = []
        for reference in document.resolved {
          guard case .missingAppendix(let number) = reference.goal,
            document.passages.indices.contains(reference.passage),
            let place = document.passages[reference.passage].place(of: reference.span),
            told.insert(place).inserted
          else { continue }
          report(
            document.path, at: place,
            document.path == read.act.order.path || reference.speaksOfOrder
              ? .missing(number, count: read.act.appendices.count) : .missingHere(number),
            help: .list)
        }
      }
    })
}

extension ResolvedReference {
  /// Whether the reference names another document than the one it stands in.
  fileprivate var speaksOfOrder: Bool { if case .this = reference.target { false } else { true } }
}

extension Text {
  fileprivate static func missingHere(_ number: String?) -> Text {
    Text(
      ru: number.map { "Приложения № \($0) к этому документу нет" }
        ?? "Приложения к этому документу нет",
      en: number.map { "This document has no appendix No. \($0)" }
        ?? "This document has no appendix")
  }

  fileprivate static func missing(_ number: String?, count: Int) -> Text {
    let name = number.map { "Приложения № \($0)" } ?? "Приложения"
    let english = number.map { "appendix No. \($0)" } ?? "appendix"
    return Text(
      ru: count == 0 ? "\(name) нет: у акта нет приложений" : "\(name) нет: у акта их \(count)",
      en: "There is no \(english): the act has \(count)")
  }

  fileprivate static let list = Text(
    ru: "Приложения перечисляет ключ «приложения» приказа, по порядку",
    en: "The order's key «приложения» lists the appendices, in order")
}
