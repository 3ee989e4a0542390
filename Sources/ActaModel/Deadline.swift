/// What an act says of the time when something is to be done.
package enum Deadline: Sendable, Hashable {
  /// A day: «29 марта 2024 г.», «не позднее 29.03.2024».
  case date(DueDate)
  /// A stretch of time: «III квартал 2024 года», «до конца 2024 года», «с 1 сентября 2024 г.».
  case period(DuePeriod)
  /// A count from an event or to it: «в течение 5 рабочих дней со дня подписания».
  case relative(RelativeTerm)
  /// Again and again: «ежегодно, до 1 февраля».
  case recurring(Periodicity)
  /// No day is set: «по мере необходимости», «в установленные сроки».
  case open(OpenTerm)
  /// At once: «незамедлительно», «безотлагательно».
  case promptly
  /// A limit that can mean the first or the last day of a stretch: «до мая 2024 года», «к III кварталу 2024 года».
  case before(DuePeriod)
  /// A day, month or quarter of a year that is not stated: «до 1 марта», «IV квартал».
  case yearless(YearlessTerm)
  /// Several at once, in the order of the text; two or more.
  case all([Deadline])
  /// A day that the calendar does not have: «30 февраля 2024 г.», «V квартал».
  case noSuchDate
  /// Words that set a deadline but cannot be read.
  case unreadable
  /// Nothing is said of a deadline.
  case none
}

/// Whether a day is the one when something happens, or the last one for it.
///
/// «до», «не позднее», «по» and «включительно» are not told apart.
package enum Bound: String, Sendable, Hashable { case on, until }

/// A deadline that is a day.
package struct DueDate: Sendable, Hashable {
  package var date: CalendarDate
  package var bound: Bound
  /// Marked as fulfilled in the same breath: «(исполнено)».
  package var isDone: Bool

  package init(_ date: CalendarDate, _ bound: Bound, isDone: Bool = false) {
    self.date = date
    self.bound = bound
    self.isDone = isDone
  }
}

/// A deadline that is a stretch of days, both ends included; one end may be open.
package struct DuePeriod: Sendable, Hashable {
  package var from: CalendarDate?
  package var to: CalendarDate?
  /// Marked as fulfilled in the same breath: «(исполнено)».
  package var isDone: Bool

  package init(from: CalendarDate? = nil, to: CalendarDate? = nil, isDone: Bool = false) {
    self.from = from
    self.to = to
    self.isDone = isDone
  }
}

/// Why no day is set.
package enum OpenTerm: String, Sendable, Hashable, CaseIterable {
  /// «постоянно», «на регулярной основе»
  case continuous
  /// «по мере необходимости»
  case asNeeded
  /// «бессрочно»
  case unlimited
  /// A pointer to a schedule, a law or a decision: «в соответствии с планом-графиком».
  case elsewhere
}

/// A part of a year that is not stated.
package struct YearlessTerm: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case day(Int, month: Int)
    /// A third of a month, from 1.
    case tenDays(Int, month: Int)
    case month(Int)
    case quarter(Int)
    case halfYear(Int)
  }

  package var part: Part
  package var bound: Bound

  package init(_ part: Part, _ bound: Bound) {
    self.part = part
    self.bound = bound
  }
}
