/// A deadline counted from an event, or back from it.
package struct RelativeTerm: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case hour
    case calendarDay = "calendar-day"
    case workingDay = "working-day"
    case week, month, year
  }

  package enum Direction: String, Sendable, Hashable { case after, before }

  /// What is counted from: an event of the act itself, or another in the words of the act.
  package enum Anchor: Sendable, Hashable {
    case entryIntoForce, signing, publication, adoption
    /// Its words, verbatim.
    case event(String)
    case unspecified
  }

  /// 0 means the day of the event itself.
  package var amount: Int
  package var unit: Unit
  package var direction: Direction
  package var anchor: Anchor
  /// A lower bound, «не ранее чем через 10 дней»: the day before which nothing may be done.
  package var isEarliest: Bool

  package init(
    _ amount: Int, _ unit: Unit, _ direction: Direction, _ anchor: Anchor, isEarliest: Bool = false
  ) {
    self.amount = amount
    self.unit = unit
    self.direction = direction
    self.anchor = anchor
    self.isEarliest = isEarliest
  }
}
