package import ActaDiagnostics
package import ActaModel

/// One deadline of a repository as it is kept on record (срок на контроле): what is due, when, by whom, and where the
/// act says so.
package struct DeadlineEntry: Sendable, Hashable {
  /// The act's permanent name, which is also the folder of its page.
  package var act: String
  /// What the act is called: «приказ от 10.11.2026 № 58-од».
  package var caption: String
  package var file: String
  package var span: Span?
  /// The place within the act's page: `pril-4-m-1.2`.
  package var address: String
  /// The place in words that people read: «строка 1.2».
  package var place: String
  /// The deadline's own words.
  package var words: String
  package var what: String
  /// Who is to do it, in the nominative where that is known; empty where the act names nobody.
  package var who: [String]
  /// Longer names that the act gives to those.
  package var aliases: [String] = []
  package var due: Due
  /// Fulfilled by a mark in the act.
  package var isDone = false
  package var doneOn: CalendarDate?
  /// The same as long as the row has its number, whatever its words.
  package var id: String
  /// The date of the act; a draft may have none.
  package var actDate: CalendarDate?
  /// The working days that hold for the act's issuers.
  package var calendar: WorkCalendar

  package init(
    act: String, caption: String, file: String, span: Span?, address: String, place: String,
    words: String, what: String, who: [String], aliases: [String] = [], due: Due,
    isDone: Bool = false, doneOn: CalendarDate? = nil, id: String, actDate: CalendarDate?,
    calendar: WorkCalendar
  ) {
    self.act = act
    self.caption = caption
    self.file = file
    self.span = span
    self.address = address
    self.place = place
    self.words = words
    self.what = what
    self.who = who
    self.aliases = aliases
    self.due = due
    self.isDone = isDone
    self.doneOn = doneOn
    self.id = id
    self.actDate = actDate
    self.calendar = calendar
  }

  package enum Due: Sendable, Hashable {
    /// The last day, and the first where the act names a stretch.
    ///
    /// `latest` is the other reading of «до мая 2024 года».
    case day(CalendarDate, from: CalendarDate? = nil, latest: CalendarDate? = nil)
    /// The day from which something is to be done, without an end.
    case start(CalendarDate)
    case series(DeadlineSeries)
    /// No day can be told, and why.
    case notReckoned(Text)
  }
}

/// How a deadline stands on a day.
package enum DeadlineState: String, Sendable, Hashable, CaseIterable {
  case overdue, soon, open, done
  /// No day is known.
  case undated

  /// Days ahead in which an open deadline is near.
  package static let soonDays = 14
}

extension DeadlineEntry {
  /// The day that counts as seen from another: the next one of a series.
  package func date(asOf day: CalendarDate) -> CalendarDate? {
    switch due {
    case .day(let date, _, _): date
    case .start(let date): date
    case .series(let series): series.occurrence(onOrAfter: day)
    case .notReckoned: nil
    }
  }

  package func state(asOf day: CalendarDate) -> DeadlineState {
    if isDone { return .done }
    guard let date = date(asOf: day) else { return .undated }
    if date < day {
      if case .start = due { return .open }
      return .overdue
    }
    return date.ordinal - day.ordinal <= DeadlineState.soonDays ? .soon : .open
  }

  /// The working days around a date that is none, both shifts (norms differ on which counts); `nil` where the date is
  /// worked or its year unknown.
  package func shift(of date: CalendarDate) -> (before: CalendarDate, after: CalendarDate)? {
    guard calendar.isWorking(date).value == false,
      let before = calendar.workingDay(onOrBefore: date).value,
      let after = calendar.workingDay(onOrAfter: date).value
    else { return nil }
    return (before, after)
  }
}

/// A name of an executor that is asked for, whatever its endings.
///
/// Bodies are known by every name that acta.yml and the act give them.
package struct ExecutorQuery: Sendable {
  private let names: [NameWords]

  package init(_ name: String, settings: Settings) {
    let wanted = NameWords(name)
    var names = [wanted]
    for body in settings.bodies {
      let known = [body.key, body.name.value, body.short].compactMap { $0 }.map { NameWords($0) }
      if known.contains(where: { wanted.isSame(as: $0) }) { names += known }
    }
    self.names = names
  }

  /// Whether one of those who are to do what is due is meant.
  package func matches(_ entry: DeadlineEntry) -> Bool {
    (entry.who + entry.aliases).contains { executor in
      let words = NameWords(executor)
      return names.contains { $0.isPart(of: words) }
    }
  }
}

extension [DeadlineEntry] {
  /// By date as seen from a day, those without one last; the order of the acts otherwise.
  package func ordered(asOf day: CalendarDate) -> [DeadlineEntry] {
    enumerated().map { ($0.offset, $0.element.date(asOf: day)?.ordinal ?? Int.max, $0.element) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
  }
}
