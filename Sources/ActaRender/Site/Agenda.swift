package import ActaLanguage
package import ActaModel

/// What the site tells of all acts together, as seen from a day: deadlines and bodies.
package struct Agenda: Sendable {
  let day: CalendarDate
  let items: [Item]
  let executors: ExecutorList
  let bodies: [BodyCard]

  /// A deadline, and how it stands on the day.
  struct Item: Sendable {
    var entry: DeadlineEntry
    var date: CalendarDate?
    var state: DeadlineState
    /// Places in the list of executors.
    var executors: [Int]
  }

  package init(
    deadlines: [DeadlineEntry], bodies: [BodyCard], settings: Settings, asOf day: CalendarDate
  ) {
    self.day = day
    let list = ExecutorList(deadlines, settings: settings)
    executors = list
    self.bodies = bodies
    let items = deadlines.map { entry in
      Item(
        entry: entry, date: entry.date(asOf: day), state: entry.state(asOf: day),
        executors: list.executors(of: entry))
    }
    // By date, the order of the acts otherwise; those without a day last.
    let order = items.indices.map { (items[$0].date?.ordinal ?? Int.max, $0) }.sorted { $0 < $1 }
    self.items = order.map { items[$0.1] }
  }
}

extension Agenda.Item {
  /// Whether a calendar shows it.
  var hasDay: Bool {
    switch entry.due {
    case .day, .start: true
    case .series(let series): series.first != nil
    case .notReckoned: false
    }
  }

  /// Whether it began before a day and has no end.
  func isRunning(on day: CalendarDate) -> Bool {
    guard state == .open, case .start = entry.due, let date else { return false }
    return date < day
  }
}
