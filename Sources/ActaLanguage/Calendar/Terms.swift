package import ActaModel

/// Reckoning of terms by ГК РФ 190–194: a term begins on the day after the one it is counted from, and ends at the
/// close of its last day.
extension WorkCalendar {
  /// The last day of a term counted from a day, moved on to a working day where it is not one (ГК РФ 193).
  ///
  /// A term of working days ends on a working day by itself.
  package func end(of term: Term, from start: CalendarDate) -> CalendarAnswer<CalendarDate> {
    guard term.unit != .workingDay else { return adding(workingDays: term.amount, to: start) }
    guard let last = start.advanced(by: term) else { return .unknownYear(10_000) }
    return workingDay(onOrAfter: last)
  }

  /// The latest working day that still is a term before an event; the event's own day is not counted.
  ///
  /// Where that day is not worked, it is the working day before it: moved on, it would cut the term short.
  package func start(of term: Term, before event: CalendarDate) -> CalendarAnswer<
    CalendarDate
  > {
    let back = Term(term.amount == .min ? .max : -term.amount, term.unit)
    guard term.unit != .workingDay else { return adding(workingDays: back.amount, to: event) }
    guard let day = event.advanced(by: back) else { return .unknownYear(0) }
    return workingDay(onOrBefore: day)
  }
}

extension CalendarDate {
  /// The date some days later, or earlier where `days` is negative; `nil` outside the years 1 to 9999.
  package func advanced(by days: Int) -> CalendarDate? {
    let (sum, overflow) = ordinal.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(ordinal: sum)
  }

  /// The date some months later, or earlier; its last day where that month is too short (ГК РФ 192).
  package func advanced(byMonths months: Int) -> CalendarDate? {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, sum >= 12 else { return nil }
    let (year, month) = (sum / 12, sum % 12 + 1)
    return CalendarDate(
      year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
  }

  /// The day on which a term of this length ends (ГК РФ 192), before any move to a working day; `nil` for a term of
  /// working days, which takes a calendar, and outside the years 1 to 9999.
  package func advanced(by term: Term) -> CalendarDate? {
    switch term.unit {
    case .workingDay: nil
    // A term of hours ends on the day in which its last hour falls.
    case .hour: advanced(by: term.amount / 24 + (term.amount % 24).signum())
    case .calendarDay: advanced(by: term.amount)
    case .week: scaled(term.amount, by: 7).flatMap { advanced(by: $0) }
    case .halfMonth: scaled(term.amount, by: 15).flatMap { advanced(by: $0) }
    case .month: advanced(byMonths: term.amount)
    case .quarter: scaled(term.amount, by: 3).flatMap { advanced(byMonths: $0) }
    case .halfYear: scaled(term.amount, by: 6).flatMap { advanced(byMonths: $0) }
    case .year: scaled(term.amount, by: 12).flatMap { advanced(byMonths: $0) }
    }
  }

  private func scaled(_ amount: Int, by factor: Int) -> Int? {
    let (product, overflow) = amount.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}
