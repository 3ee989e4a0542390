import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A deadline falls on a day off.
  static let nonWorkingDay = Rule(
    "deadline/non-working-day", .warning,
    summary: Text(
      ru: "Срок выпал на нерабочий день", en: "A deadline falls on a day that is not worked"),
    reason: Text(
      ru: "Последний день срока сдвигается, и по обычаям сдвигается в разные стороны: "
        + "лучше назвать рабочий день сразу.",
      en:
        "The last day moves, and by custom it moves either way: better name a working day at once."),
    norm: Text(
      ru: "ГК РФ, ст. 193: следующий за ним рабочий день; при контроле поручений – предшествующий. "
        + "Праздники и переносы – ТК РФ, ст. 112, и постановления Правительства РФ по годам.",
      en: "Civil Code, art. 193: the next working day; in the control of orders, the one before. "
        + "Holidays and transfers: Labour Code, art. 112, and the Government's decrees by year."),
    examples: [
      .accepts("1. Представить отчёт не позднее 29 марта 2024 г.\n"),
      // A working Saturday.
      .accepts("1. Представить отчёт не позднее 28 декабря 2024 г.\n"),
      .rejects("1. Представить отчёт ⟦не позднее 30 марта 2024 г.⟧\n"),
      .rejects("1. Представить отчёт ⟦не позднее 30 декабря 2024 г.⟧\n"),
      // A day off of one region, by the calendar of the issuer.
      .rejects(
        """
        //- acta.yml
        органы:
          область: {название: Министерство области, календарь: свой}
        календари:
          свой: {выходные: [26.07.2024]}
        //- order.md
        ---
        вид: приказ
        название: Об отчёте
        номер: 1
        дата: 01.02.2024
        орган: область
        ---

        1. Представить отчёт ⟦не позднее 26 июля 2024 г.⟧
        """),
    ],
    .document { document, report in
      let calendar = document.calendar
      for (passage, deadline) in document.boundDeadlines {
        for date in deadline.value.openDates where calendar.isWorking(date).value == false {
          let why = calendar.reason(for: date).value.map { calendar.explanation(of: $0, on: date) }
          report(
            document.path, at: passage.place(of: deadline.span),
            .nonWorking(
              date, why: why, before: calendar.workingDay(onOrBefore: date).value,
              after: calendar.workingDay(onOrAfter: date).value))
        }
      }
    })
}

extension Text {
  fileprivate static func nonWorking(
    _ date: CalendarDate, why: String?, before: CalendarDate?, after: CalendarDate?
  ) -> Text {
    let ru = why.map { " (\($0))" } ?? ""
    let days = [before, after].compactMap { $0?.dotted }
    return Text(
      ru: "\(date.dotted) – нерабочий день\(ru); рабочие рядом: \(days.joined(separator: " и "))",
      en: "\(date.dotted) is not a working day; the nearest are \(days.joined(separator: " and "))")
  }
}
