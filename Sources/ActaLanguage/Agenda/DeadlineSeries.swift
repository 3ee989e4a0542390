package import ActaModel

/// A deadline that comes again: «ежегодно, до 1 февраля», «не реже одного раза в квартал».
package struct DeadlineSeries: Sendable, Hashable {
  package var periodicity: Periodicity
  /// The day from which the act binds; `nil` for a draft without a date.
  package var start: CalendarDate?
  private let calendar: WorkCalendar

  package init(_ periodicity: Periodicity, start: CalendarDate?, calendar: WorkCalendar) {
    self.periodicity = periodicity
    self.start = start
    self.calendar = calendar
  }

  /// The first day of the series.
  package var first: CalendarDate? { start.flatMap { occurrence(onOrAfter: $0) } }

  /// The first day of the series on a date or after it; `nil` where a year's working days are not known.
  package func occurrence(onOrAfter day: CalendarDate) -> CalendarDate? {
    let from = max(day, earliest ?? day)
    guard let base = start.map({ firstIndex(onOrAfter: max($0, earliest ?? $0)) }) else {
      return date(firstIndex(onOrAfter: from) ?? Int.max)
    }
    guard let base, var index = firstIndex(onOrAfter: from) else { return nil }
    // Every second year counts from the first one.
    let (first, step) = (base + (periodicity.by == nil ? interval - 1 : 0), interval)
    if index < first { index = first }
    let behind = (index - first) % step
    return date(behind == 0 ? index : index + step - behind)
  }

  /// The days of the series from a date on, at most so many.
  package func occurrences(onOrAfter day: CalendarDate, limit: Int) -> [CalendarDate] {
    var (dates, next) = ([CalendarDate](), CalendarDate?.some(day))
    while dates.count < limit, let from = next, let date = occurrence(onOrAfter: from) {
      dates.append(date)
      next = date.advanced(by: 1)
    }
    return dates
  }

  /// Years between occurrences and the like; a hostile count makes no endless series.
  package var interval: Int { min(max(periodicity.interval, 1), 1000) }

  /// A report on a year falls into the next one.
  private var earliest: CalendarDate? {
    guard case .date(_, _, true)? = periodicity.by, let start else { return nil }
    return CalendarDate(year: start.year + 1, month: 1, day: 1)
  }

  // MARK: Periods by number

  /// The number of the first period whose day is not before a date.
  private func firstIndex(onOrAfter day: CalendarDate) -> Int? {
    let index = index(of: day)
    guard let date = date(index) else { return nil }
    return date < day ? index + 1 : index
  }

  private func index(of day: CalendarDate) -> Int {
    switch unit {
    case .day: day.ordinal
    case .week: (day.ordinal + 2) / 7
    case .month: day.year * 12 + day.month - 1
    case .quarter: day.year * 4 + (day.month - 1) / 3
    case .halfYear: day.year * 2 + (day.month - 1) / 6
    case .year: day.year
    }
  }

  /// The day of the period with a number; `nil` where there is none or the working days are not known.
  private func date(_ index: Int) -> CalendarDate? {
    guard (0..<4_000_000).contains(index) else { return nil }
    switch unit {
    case .day: return CalendarDate(ordinal: index)
    case .week:
      var weekday = 7
      if case .weekday(let day)? = periodicity.by { weekday = min(max(day, 1), 7) }
      return CalendarDate(ordinal: index * 7 - 2 + weekday - 1)
    case .month: return day(year: index / 12, first: index % 12 + 1, months: 1)
    case .quarter: return day(year: index / 4, first: index % 4 * 3 + 1, months: 3)
    case .halfYear: return day(year: index / 2, first: index % 2 * 6 + 1, months: 6)
    case .year: return day(year: index, first: 1, months: 12)
    }
  }

  /// A day and a month make a series yearly, however often it is said to come.
  package var unit: Periodicity.Period {
    switch periodicity.by {
    case .date, .month, .quarter: .year
    default: periodicity.every
    }
  }

  /// The day in a period of some months.
  ///
  /// A numbered day of a quarter or a longer period is one of its first month, since such terms count from the end of
  /// the period before: «до 10-го числа месяца, следующего за отчётным кварталом».
  private func day(year: Int, first: Int, months: Int) -> CalendarDate? {
    let last = first + months - 1
    switch periodicity.by {
    case nil, .lastDay, .weekday: return Self.day(.max, month: last, year: year)
    case .day(let day): return Self.day(day, month: first, year: year)
    case .date(let month, let day, _): return Self.day(day, month: month, year: year)
    case .month(let month): return Self.day(.max, month: month, year: year)
    case .quarter(let quarter):
      return Self.day(.max, month: min(max(quarter, 1), 4) * 3, year: year)
    case .workingDay(let number):
      return calendar.workingDay(number, ofMonth: first, year: year).value ?? nil
    case .lastWorkingDay:
      return Self.day(.max, month: last, year: year)
        .flatMap { calendar.workingDay(onOrBefore: $0).value }
    }
  }

  /// A day of a month, its last where the month is shorter.
  private static func day(_ day: Int, month: Int, year: Int) -> CalendarDate? {
    guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
    let last = CalendarDate.days(inMonth: month, of: year)
    return CalendarDate(year: year, month: month, day: min(max(day, 1), last))
  }
}
