import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A day, month or quarter without its year.
  static let noYear = Rule(
    "deadline/no-year", .warning,
    summary: Text(ru: "У срока не назван год", en: "A deadline has no year"),
    reason: Text(
      ru: "Без года неясно, наступил ли срок и повторяется ли он.",
      en: "Without a year nobody knows whether the deadline has come, nor whether it comes again."),
    norm: Text(
      ru: "ГК РФ, ст. 190: календарная дата – это день, месяц и год.",
      en: "Civil Code, art. 190: a calendar date is a day, a month and a year."),
    examples: [
      .accepts("1. Представить отчёт до 1 марта 2024 г.\n"),
      // The year is that of the plan.
      .accepts(
        """
        ---
        вид: план мероприятий
        название: План мероприятий на 2024 год
        ---

        | № | Мероприятие | Срок | Ответственный |
        |---|---|---|---|
        | 1 | Составление отчёта | до 1 марта | Министерство |
        """),
      .rejects(
        Self.table("1 | Составление отчёта | ⟦до 1 марта⟧ | Министерство")),
    ],
    .document { document, report in
      let isPlan = document.passages.contains { passage in
        passage.isDeadlineCell && passage.deadlines.contains { $0.value.isYearless }
      }
      guard isPlan else { return }
      if let title = document.document.requisites.title?.value, namesYear(title) { return }
      var heading = false
      var found: [Span] = []
      for passage in document.passages {
        switch passage.place {
        case .columnTitle where namesYear(passage.text): heading = true
        case .heading: heading = namesYear(passage.text)
        case .provision(let provision) where provision.headingLevel != nil:
          heading = namesYear(passage.text)
        case .milestone(_, let field) where field.role == .deadline && !heading:
          for deadline in passage.deadlines where deadline.value.isYearless {
            if let place = passage.place(of: deadline.span) { found.append(place) }
          }
        default: break
        }
      }
      guard let first = found.first else { return }
      report(
        document.path, at: first, .noYear,
        places: found.dropFirst().map { Place(file: document.path, at: $0, .noYearEither) },
        help: .addYear)
    })
}

/// Whether a title names the year, or one of the years, that what stands under it is for.
private func namesYear(_ title: String) -> Bool {
  let text = TokenizedText(title)
  return text.tokens.indices.contains { index in
    guard let value = text[index].value, (1990...2100).contains(value) else { return false }
    let next = text[index + 1]
    return next.has(stem: "год") || next.is("г") || next.is("гг") || next.isDash
      || next.kind == .closingBracket
  }
}

extension Deadline {
  fileprivate var isYearless: Bool {
    switch self {
    case .yearless: true
    case .all(let parts): parts.contains(where: \.isYearless)
    default: false
    }
  }
}

extension Text {
  fileprivate static let noYear = Text(
    ru: "У срока не назван год", en: "The deadline has no year")
  fileprivate static let noYearEither = Text(ru: "и здесь", en: "here too")
  fileprivate static let addYear = Text(
    ru: "допишите год, или «ежегодно», если срок повторяется",
    en: "add the year, or «ежегодно» where it comes back")
}
