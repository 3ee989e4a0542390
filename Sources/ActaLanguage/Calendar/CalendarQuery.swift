package import ActaDiagnostics
package import ActaModel

/// A question to the calendar, and its answer for people and programs.
package enum CalendarQuery: Sendable, Hashable {
  case day(CalendarDate)
  /// The last day of a term counted from a day; an amount below zero counts back.
  case end(of: Term, from: CalendarDate)
  /// The latest day that is a term before an event.
  case start(of: Term, before: CalendarDate)
  /// The working days after one date up to and with another.
  case count(from: CalendarDate, through: CalendarDate)

  /// Members of the answer: `working` and `why`, `date`, `workingDays`, or `unknownYear` and `why`.
  package func answer(in calendar: WorkCalendar) -> JSON {
    switch self {
    case .day(let date):
      Self.json(calendar.reason(for: date)) { reason in
        .members([
          "working": .bool(reason.isWorking),
          "why": .string(calendar.explanation(of: reason, on: date)),
        ])
      }
    case .end(let term, let start):
      Self.json(calendar.end(of: term, from: start)) { date in
        let last = start.advanced(by: term)
        return .members([
          "date": .string(date.iso),
          "movedFrom": last.flatMap { $0 == date ? nil : .string($0.iso) },
        ])
      }
    case .start(let term, let event):
      Self.json(calendar.start(of: term, before: event)) { .members(["date": .string($0.iso)]) }
    case .count(let start, let end):
      Self.json(calendar.workingDays(after: start, through: end)) {
        .members(["workingDays": .number($0)])
      }
    }
  }

  /// The names that terms have in a question, each with its unit.
  package static let termNames: [(name: String, unit: Term.Unit)] = [
    ("workingDays", .workingDay), ("calendarDays", .calendarDay), ("weeks", .week),
    ("months", .month),
    ("quarters", .quarter), ("halfYears", .halfYear), ("years", .year),
  ]

  private static func json<Value>(_ answer: CalendarAnswer<Value>, _ known: (Value) -> JSON) -> JSON
  {
    switch answer {
    case .known(let value): known(value)
    case .unknownYear(let year):
      .members([
        "unknownYear": .number(year),
        "why": .string("производственный календарь на \(year) год здесь не опубликован"),
      ])
    }
  }
}

extension WorkCalendar {
  /// A reason in the words of a reader: «суббота, рабочий день вместо 30.12.2024 (постановление …)».
  package func explanation(of reason: Reason, on date: CalendarDate) -> String {
    let weekday = Self.weekdays[(date.weekday + 6) % 7]
    let year = years[date.year]
    let decree = year?.decree ?? ""
    let words =
      switch reason {
      case .weekday: weekday
      case .weekend: "\(weekday), выходной день"
      case .holiday(let name): "нерабочий праздничный день: \(name) (ТК РФ, статья 112)"
      case .dayOff(let other, mover: .code):
        "\(weekday), выходной день вместо \(other.dotted) (ТК РФ, статья 112, часть 2)"
      case .dayOff(let other, mover: .decree):
        "\(weekday), выходной день, перенесённый с \(other.dotted) (\(decree))"
      case .worked(let other): "\(weekday), рабочий день вместо \(other.dotted) (\(decree))"
      case .declaredFree(let act):
        "\(weekday), рабочий день по производственному календарю; объявлен нерабочим с сохранением "
          + "заработной платы (\(act)), дни отдыха при этом не переносились"
      case .correction(let isWorking):
        "\(weekday), \(isWorking ? "рабочий" : "нерабочий") день по настройкам"
      }
    guard let doubt = year?.doubt else { return words }
    return "\(words); \(doubt)"
  }

  private static let weekdays = [
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
  ]
}
