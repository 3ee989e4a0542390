/// The standard that an act's requisites follow, by the act's date: ГОСТ Р 7.0.97-2016, and from 18 August 2025 on
/// ГОСТ Р 7.0.97-2025, which adds the bar code.
package enum RequisitesStandard: Sendable, Hashable {
  case of2016, of2025

  package init(on date: CalendarDate) {
    self = (date.year, date.month, date.day) < (2025, 8, 18) ? .of2016 : .of2025
  }
}
