import ActaModel
import Testing

@testable import ActaLanguage

/// Russia's calendar, and the same with days off and working days laid over it: single ones in known and unknown years,
/// both on one day, and all of an unknown January.
private let calendars: [WorkCalendar] = {
  var corrections = CalendarCorrections()
  for day in 1...31 {
    if let date = CalendarDate(year: 2029, month: 1, day: day) {
      if day % 3 == 0 {
        corrections.daysOff.insert(date)
      } else {
        corrections.workingDays.insert(date)
      }
    }
  }
  for (year, month, day) in [(2024, 5, 4), (2025, 7, 26), (2023, 11, 4), (2031, 2, 3)] {
    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
    corrections.workingDays.insert(date)
    if day == 4 { corrections.daysOff.insert(date) }
  }
  return [WorkCalendar.russia, WorkCalendar.russia.corrected(by: corrections)]
}()

/// The days counted one by one.
private func counted(
  _ calendar: WorkCalendar, after start: CalendarDate, through end: CalendarDate
) -> CalendarAnswer<Int> {
  var (count, day) = (0, start)
  while day < end, let next = day.advanced(by: 1) {
    day = next
    switch calendar.isWorking(day) {
    case .known(let isWorking): count += isWorking ? 1 : 0
    case .unknownYear(let year): return .unknownYear(year)
    }
  }
  return .known(count)
}

@Test(arguments: calendars.indices)
func `working days are counted at once as one by one`(_ index: Int) throws {
  let calendar = calendars[index]
  var generator = Seeded(state: 20_241_201)
  let first = try #require(CalendarDate(year: 2019, month: 1, day: 1)).ordinal
  for _ in 0..<2000 {
    let (low, length) = (
      Int.random(in: 0..<4700, using: &generator),
      Int.random(in: 0..<3, using: &generator) == 0
        ? Int.random(in: 0..<2000, using: &generator) : Int.random(in: 0..<40, using: &generator)
    )
    let start = try #require(CalendarDate(ordinal: first + low))
    let end = try #require(CalendarDate(ordinal: first + low + length))
    #expect(
      calendar.workingDays(after: start, through: end)
        == counted(calendar, after: start, through: end), "\(start.iso) \(end.iso)")
  }
}

/// Numbers that are the same in each run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
