import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A deadline names a day, month or quarter that there is none of.
  static let noSuchDate = Rule(
    "deadline/no-such-date", .error,
    summary: Text(
      ru: "Такой даты нет в календаре", en: "The calendar has no such date"),
    reason: Text(
      ru: "Срок, которого нет, нельзя ни исполнить, ни проконтролировать.",
      en: "A deadline that does not exist can be neither met nor controlled."),
    norm: Text(
      ru: "ГК РФ, ст. 190: срок определяется календарной датой, периодом или событием, "
        + "которое неизбежно должно наступить.",
      en: "Civil Code, art. 190: a term is a calendar date, a period or an event sure to come."),
    examples: [
      .accepts("1. Представить отчёт не позднее 28 февраля 2025 г.\n"),
      .rejects("1. Представить отчёт ⟦не позднее 30 февраля 2025 г.⟧\n"),
      .rejects(
        Self.table("1 | Составление отчёта | ⟦31.06.2024⟧ | Министерство")),
    ],
    .document { document, report in
      document.forEachTerm { passage, term, span in
        guard case .noSuchDate = term else { return }
        report(document.path, at: span, .noSuchDate, help: .checkDate)
      }
    })
}

extension Text {
  fileprivate static let noSuchDate = Text(
    ru: "Такой даты или такого периода нет", en: "There is no such date or period")

  fileprivate static let checkDate = Text(
    ru: "проверьте число дней в месяце, номер месяца и квартала",
    en: "check the days of the month, the number of the month and of the quarter")
}
