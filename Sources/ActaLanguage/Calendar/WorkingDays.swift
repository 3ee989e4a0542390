package import ActaModel

extension WorkCalendar {
  /// Russia's calendar for all years that are published.
  package static let russia = WorkCalendar(
    years: Dictionary(
      EnactedYear.all.map { ($0.number, $0.calendar()) }, uniquingKeysWith: { first, _ in first }))

  /// This calendar with more corrections laid over it: a repository's, then a region's.
  package func corrected(by more: CalendarCorrections) -> WorkCalendar {
    var calendar = self
    calendar.corrections.daysOff.subtract(more.workingDays)
    calendar.corrections.workingDays.subtract(more.daysOff)
    calendar.corrections.daysOff.formUnion(more.daysOff)
    calendar.corrections.workingDays.formUnion(more.workingDays)
    return calendar
  }

  /// Why a day is worked or not.
  package func reason(for date: CalendarDate) -> CalendarAnswer<Reason> {
    if isOff(date) { return .known(.correction(isWorking: false)) }
    if corrections.workingDays.contains(date) { return .known(.correction(isWorking: true)) }
    guard let year = years[date.year] else { return .unknownYear(date.year) }
    return .known(year.exceptions[date] ?? (date.weekday > 5 ? .weekend : .weekday))
  }

  package func isWorking(_ date: CalendarDate) -> CalendarAnswer<Bool> {
    switch reason(for: date) {
    case .known(let reason): .known(reason.isWorking)
    case .unknownYear(let year): .unknownYear(year)
    }
  }

  /// The working day on a date or the nearest one after it (ГК РФ 193).
  package func workingDay(onOrAfter date: CalendarDate) -> CalendarAnswer<CalendarDate> {
    nearest(to: date, step: 1)
  }

  /// The working day on a date or the nearest one before it.
  package func workingDay(onOrBefore date: CalendarDate) -> CalendarAnswer<CalendarDate> {
    nearest(to: date, step: -1)
  }

  /// The day that is some working days after a date, or before it where `count` is negative.
  ///
  /// The date itself is never counted; zero is the date itself.
  package func adding(workingDays count: Int, to date: CalendarDate) -> CalendarAnswer<CalendarDate>
  {
    let step = count < 0 ? -1 : 1
    var left = count.magnitude
    var day = date
    while left > 0 {
      guard let next = day.advanced(by: step) else { return .unknownYear(day.year + step) }
      day = next
      switch isWorking(day) {
      case .known(let isWorking): if isWorking { left -= 1 }
      case .unknownYear(let year): return .unknownYear(year)
      }
    }
    return .known(day)
  }

  /// How many working days lie after one date up to and with another; negative where `end` comes first.
  package func workingDays(after start: CalendarDate, through end: CalendarDate)
    -> CalendarAnswer<Int>
  {
    if end < start {
      // The days that a count backward from `start` would pass.
      return workingDays(from: end, before: start).map { -$0 }
    }
    guard let first = start.advanced(by: 1), let past = end.advanced(by: 1) else {
      return start == end ? .known(0) : .unknownYear(end.year)
    }
    return workingDays(from: first, before: past)
  }

  /// The N-th working day of a month, from 1; `nil` where the month has fewer.
  package func workingDay(_ number: Int, ofMonth month: Int, year: Int)
    -> CalendarAnswer<CalendarDate?>
  {
    guard number > 0, let first = CalendarDate(year: year, month: month, day: 1),
      let before = first.advanced(by: -1)
    else { return years[year] == nil ? .unknownYear(year) : .known(nil) }
    guard number <= 31 else { return .known(nil) }
    return adding(workingDays: number, to: before).map {
      $0.month == month && $0.year == year ? $0 : nil
    }
  }

  /// The weekdays of the plain week, and what the years' exceptions and the corrections change in them.
  private func workingDays(from start: CalendarDate, before end: CalendarDate)
    -> CalendarAnswer<Int>
  {
    guard start < end, let last = end.advanced(by: -1) else { return .known(0) }
    var count = Self.weekdays(before: end.ordinal) - Self.weekdays(before: start.ordinal)
    for number in start.year...last.year {
      guard let year = years[number] else {
        if let day = firstUnknown(from: start, before: end, in: number) {
          return .unknownYear(day.year)
        }
        continue
      }
      for shift in year.shifts where start <= shift.date && shift.date < end {
        count += shift.change
      }
    }
    for (days, isWorking) in [(corrections.daysOff, false), (corrections.workingDays, true)] {
      // A day that is corrected both ways is off.
      for day in days where start <= day && day < end && !(isWorking && isOff(day)) {
        let was = years[day.year]?.exceptions[day]?.isWorking ?? (day.weekday < 6)
        if was != isWorking { count += isWorking ? 1 : -1 }
      }
    }
    return .known(count)
  }

  private func isOff(_ day: CalendarDate) -> Bool { corrections.daysOff.contains(day) }

  /// The first day of an unknown year within a stretch that no correction speaks of.
  private func firstUnknown(from start: CalendarDate, before end: CalendarDate, in year: Int)
    -> CalendarDate?
  {
    var day = CalendarDate(year: year, month: 1, day: 1).map { max($0, start) }
    while let date = day, date < end, date.year == year {
      guard isOff(date) || corrections.workingDays.contains(date) else { return date }
      day = date.advanced(by: 1)
    }
    return nil
  }

  /// Days from Monday to Friday in front of a day.
  private static func weekdays(before ordinal: Int) -> Int {
    // Day 0 is a Wednesday; counted from the Monday before it.
    let shifted = ordinal + 2
    return shifted / 7 * 5 + min(shifted % 7, 5)
  }

  private func nearest(to date: CalendarDate, step: Int) -> CalendarAnswer<CalendarDate> {
    var day = date
    while true {
      switch isWorking(day) {
      case .known(true): return .known(day)
      case .known(false): break
      case .unknownYear(let year): return .unknownYear(year)
      }
      guard let next = day.advanced(by: step) else { return .unknownYear(day.year + step) }
      day = next
    }
  }
}
