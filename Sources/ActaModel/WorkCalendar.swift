/// Which days are worked in a five-day week (производственный календарь), year by year.
///
/// A year that is not among `years` is unknown: whether its days are worked is not guessed, since every year days are
/// moved by a decree of its own.
package struct WorkCalendar: Sendable, Hashable {
  /// By number of the year.
  package var years: [Int: Year]
  /// What a repository or a region lays over the country's calendar; holds in unknown years too.
  package var corrections: CalendarCorrections

  package init(years: [Int: Year], corrections: CalendarCorrections = CalendarCorrections()) {
    self.years = years
    self.corrections = corrections
  }

  /// The days of one year that differ from the plain week.
  package struct Year: Sendable, Hashable {
    package let exceptions: [CalendarDate: Reason]
    /// The exceptions that make a working day of a weekend (+1) or a day off of a weekday (–1), in their order.
    package let shifts: [Shift]
    /// The decree that moves the year's days off.
    package var decree: String
    /// Why the data may yet change, where that is known.
    package var doubt: String?

    package init(exceptions: [CalendarDate: Reason], decree: String, doubt: String?) {
      self.exceptions = exceptions
      shifts = exceptions.compactMap { date, reason in
        let plain = date.weekday < 6
        return plain == reason.isWorking ? nil : Shift(date: date, change: plain ? -1 : 1)
      }.sorted { $0.date < $1.date }
      self.decree = decree
      self.doubt = doubt
    }
  }

  /// By how much a day changes the count of working days of the plain week.
  package struct Shift: Sendable, Hashable {
    package var date: CalendarDate
    package var change: Int
  }

  /// What moves a day off.
  package enum Mover: Sendable, Hashable {
    /// ТК РФ 112, ч. 2, by itself.
    case code
    case decree
  }

  /// Why a day is worked or not.
  package enum Reason: Sendable, Hashable {
    /// An ordinary day from Monday to Friday.
    case weekday
    /// An ordinary Saturday or Sunday.
    case weekend
    /// A public holiday (ТК РФ 112).
    case holiday(name: String)
    /// Off in exchange for a day off that fell on a holiday or is worked.
    case dayOff(insteadOf: CalendarDate, mover: Mover)
    /// A weekend that is worked in exchange for a weekday.
    case worked(insteadOf: CalendarDate)
    /// Declared free with pay kept by a decree of the President that moves no days off: counted as worked.
    case declaredFree(act: String)
    /// Off or worked by the repository's own settings.
    case correction(isWorking: Bool)

    package var isWorking: Bool {
      switch self {
      case .weekday, .worked, .declaredFree: true
      case .weekend, .holiday, .dayOff: false
      case .correction(let isWorking): isWorking
      }
    }
  }
}

/// What the calendar answers to a question that may run into a year without data.
package enum CalendarAnswer<Value: Sendable & Hashable>: Sendable, Hashable {
  case known(Value)
  /// The first year needed for which no calendar is published here.
  case unknownYear(Int)

  package func map<Other>(_ transform: (Value) -> Other) -> CalendarAnswer<Other> {
    switch self {
    case .known(let value): .known(transform(value))
    case .unknownYear(let year): .unknownYear(year)
    }
  }

  /// The value, or `nil` where the year is unknown.
  package var value: Value? {
    guard case .known(let value) = self else { return nil }
    return value
  }
}
