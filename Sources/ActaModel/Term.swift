/// A length of time, in the units that acts count (ГК РФ 192).
package struct Term: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case hour
    case calendarDay = "calendar-day"
    case workingDay = "working-day"
    case week
    /// Fifteen days (ГК РФ 192, п. 3).
    case halfMonth = "half-month"
    case month
    case quarter
    case halfYear = "half-year"
    case year
  }

  package var amount: Int
  package var unit: Unit

  package init(_ amount: Int, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }
}
