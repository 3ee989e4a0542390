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
      .accepts("1. Ежегодно, до 1 марта, представлять отчёт.\n"),
      .rejects("1. Представить отчёт ⟦не позднее 30 марта 2024 г.⟧\n"),
      .rejects("1. Представить отчёт ⟦не позднее 30 декабря 2024 г.⟧\n"),
      // Not worked in any year.
      .rejects("1. Представлять отчёт ⟦ежегодно, до 31 декабря⟧.\n"),
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
        let place = passage.place(of: deadline.span)
        for date in deadline.value.openDates where calendar.isWorking(date).value == false {
          let why = calendar.reason(for: date).value.map { calendar.explanation(of: $0, on: date) }
          let isBefore = passage.saysBefore(deadline.span)
          report(
            document.path, at: place,
            .nonWorking(
              date, why: why, before: calendar.workingDay(onOrBefore: date).value,
              after: calendar.workingDay(onOrAfter: date).value),
            help: isBefore ? .ambiguousBefore(date) : nil)
        }
        for (month, day) in deadline.value.yearlyDays
        where calendar.isNeverWorking(month: month, day: day) {
          report(
            document.path, at: place, .neverWorking(day: day, month: month), level: .note,
            help: .lastWorkingDay)
        }
      }
    })
}

extension Passage {
  /// Whether a deadline opens with «до», of which nobody knows whether it counts the day itself.
  fileprivate func saysBefore(_ span: Span) -> Bool {
    let words = FoldedBytes(Array(text.utf8)[max(0, span.start)..<min(text.utf8.count, span.end)])
    return words.hasPrefix("до ") || words.contains(" до ")
  }
}

extension Deadline {
  /// Days that come back each year.
  fileprivate var yearlyDays: [(month: Int, day: Int)] {
    switch self {
    case .recurring(let periodicity):
      if case .date(let month, let day, _)? = periodicity.by { [(month, day)] } else { [] }
    case .all(let parts): parts.flatMap(\.yearlyDays)
    default: []
    }
  }
}

extension WorkCalendar {
  /// Whether a day is off in each of the last six years that are known.
  fileprivate func isNeverWorking(month: Int, day: Int) -> Bool {
    guard let last = years.keys.max() else { return false }
    let days = (last - 5...last).compactMap { CalendarDate(year: $0, month: month, day: day) }
    return days.count > 2 && days.allSatisfy { isWorking($0).value == false }
  }
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

  fileprivate static func neverWorking(day: Int, month: Int) -> Text {
    let date = "\(day < 10 ? "0" : "")\(day).\(month < 10 ? "0" : "")\(month)"
    return Text(
      ru: "\(date) – нерабочий день каждый год, срок каждый раз сдвигается",
      en: "\(date) is not a working day in any year: the deadline moves each time")
  }

  fileprivate static func ambiguousBefore(_ date: CalendarDate) -> Text {
    Text(
      ru: "«до» понимают и без самого дня, и с ним: напишите «не позднее» и рабочий день",
      en: "«до» is read with the day and without it: write «не позднее» and a working day")
  }

  fileprivate static let lastWorkingDay = Text(
    ru: "например, «не позднее последнего рабочего дня года»",
    en: "for example «не позднее последнего рабочего дня года»")
}
