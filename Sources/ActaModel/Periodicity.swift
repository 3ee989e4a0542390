/// How often something is to be done, and by which day of each period.
package struct Periodicity: Sendable, Hashable {
  package enum Period: String, Sendable, Hashable, CaseIterable {
    case day, week, month, quarter
    case halfYear = "half-year"
    case year
  }

  /// A day of each period.
  package enum Point: Sendable, Hashable {
    /// `inFollowingYear`: of the year after the one reported on.
    case date(month: Int, day: Int, inFollowingYear: Bool)
    case day(Int)
    case workingDay(Int)
    case lastDay
    case lastWorkingDay
    /// 1 is Monday.
    case weekday(Int)
    /// A month or a quarter of each year.
    case month(Int)
    case quarter(Int)
  }

  package var every: Period
  /// «раз в два года» is every second year.
  package var interval: Int
  /// At least so many times in a period.
  package var times: Int
  package var by: Point?

  package init(_ every: Period, interval: Int = 1, times: Int = 1, by: Point? = nil) {
    self.every = every
    self.interval = interval
    self.times = times
    self.by = by
  }
}
