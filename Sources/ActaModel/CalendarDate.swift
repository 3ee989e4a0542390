/// A day of the proleptic Gregorian calendar.
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// Year, month and day in one number, in the order of the days: compared and hashed at one go.
  private let packed: Int32

  package var year: Int { Int(packed >> 9) }
  package var month: Int { Int(packed >> 5 & 15) }
  package var day: Int { Int(packed & 31) }

  /// `nil` where there is no such day; years run from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Days since 1 March of the year 0; differences count days.
  package var ordinal: Int {
    let (year, month) =
      self.month > 2 ? (self.year, self.month - 3) : (self.year - 1, self.month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
  }

  /// The day with an ordinal; `nil` outside the years 1 to 9999.
  package init?(ordinal: Int) {
    guard ordinal >= 0, ordinal < 4_000_000 else { return nil }
    let era = ordinal / 146_097
    let dayOfEra = ordinal % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  package var weekday: Int { (ordinal + 2) % 7 + 1 }

  /// `2024-03-29`.
  package var iso: String { Self.written((year, 4), (month, 2), (day, 2), "-") }

  /// `29.03.2024`.
  package var dotted: String { Self.written((day, 2), (month, 2), (year, 4), ".") }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.packed < right.packed
  }

  private typealias Figures = (number: Int, width: Int)

  /// Three numbers, ten bytes with the marks between them, zeros in front of each.
  private static func written(
    _ first: Figures, _ second: Figures, _ third: Figures, _ mark: Unicode.Scalar
  ) -> String {
    String(unsafeUninitializedCapacity: 10) { text in
      var end = 0
      func write(_ figures: Figures) {
        var rest = figures.number
        for index in (end..<end + figures.width).reversed() {
          text[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
        end += figures.width
      }
      func writeMark() {
        text[end] = UInt8(ascii: mark)
        end += 1
      }
      write(first)
      writeMark()
      write(second)
      writeMark()
      write(third)
      return end
    }
  }
}

extension CalendarDate {
  /// 1 January 1970.
  package static let epoch = CalendarDate(unchecked: 1970, 1, 1)

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    packed = Int32(truncatingIfNeeded: year << 9 | month << 5 | day)
  }
}
