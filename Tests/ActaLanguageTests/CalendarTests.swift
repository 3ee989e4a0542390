import ActaDiagnostics
import ActaLanguage
import ActaModel
import Foundation
import Testing

@Suite struct CalendarTests {
  @Test func `every day of the published years is as an outside calendar has it`() throws {
    let exceptions = try frozenExceptions()
    #expect(exceptions.count > 100)
    var day = date(2020, 1, 1)
    var misses: [String] = []
    while day.year < 2028 {
      let expected = exceptions[day.iso] ?? (day.weekday < 6)
      if WorkCalendar.russia.isWorking(day) != .known(expected) { misses.append(day.iso) }
      day = try #require(day.advanced(by: 1))
    }
    #expect(misses.isEmpty)
  }

  @Test(arguments: [
    (2020, 248), (2021, 247), (2022, 247), (2023, 247), (2024, 248), (2025, 247), (2026, 247),
    (2027, 247),
  ])
  func `a year has as many working days as its production calendar`(year: Int, count: Int) {
    // From New Year to 31 December: 1 January is never worked.
    let days = WorkCalendar.russia.workingDays(
      after: date(year, 1, 1), through: date(year, 12, 31))
    #expect(days == .known(count))
  }

  @Test(arguments: [
    (5, "2023-12-29", "2024-01-15"), (5, "2024-04-26", "2024-05-07"),
    (5, "2023-11-02", "2023-11-10"), (5, "2024-12-26", "2025-01-13"),
    (10, "2024-03-18", "2024-04-01"), (10, "2024-12-27", "2025-01-21"),
    (10, "2025-12-24", "2026-01-19"), (0, "2024-01-03", "2024-01-03"),
    (-5, "2024-01-15", "2023-12-29"), (-1, "2024-12-30", "2024-12-28"),
  ])
  func `working days are counted from the next day on`(count: Int, start: String, end: String) {
    check(.end(of: Term(count, .workingDay), from: date(start)), #"{"date":"\#(end)"}"#)
  }

  @Test func `working days between two dates leave the first out and take the last in`() {
    check(.count(from: date("2023-09-29"), through: date("2023-10-01")), #"{"workingDays":0}"#)
    check(.count(from: date("2023-12-29"), through: date("2024-01-15")), #"{"workingDays":5}"#)
    check(.count(from: date("2024-01-15"), through: date("2023-12-29")), #"{"workingDays":-5}"#)
    check(.count(from: date("2024-12-28"), through: date("2024-12-28")), #"{"workingDays":0}"#)
  }

  @Test func `a term ends on the next working day where its last day is off`() {
    check(.end(of: Term(10, .calendarDay), from: date("2023-09-18")), #"{"date":"2023-09-28"}"#)
    check(
      .end(of: Term(1, .month), from: date("2024-01-31")), #"{"date":"2024-02-29"}"#)
    check(
      .end(of: Term(1, .year), from: date("2024-02-29")), #"{"date":"2025-02-28"}"#)
    check(
      .end(of: Term(3, .month), from: date("2023-12-31")),
      #"{"date":"2024-04-01","movedFrom":"2024-03-31"}"#)
    check(
      .end(of: Term(1, .quarter), from: date("2024-02-10")),
      #"{"date":"2024-05-13","movedFrom":"2024-05-10"}"#)
    check(
      .end(of: Term(1, .halfYear), from: date("2023-08-31")), #"{"date":"2024-02-29"}"#)
    check(
      .end(of: Term(2, .week), from: date("2024-12-14")), #"{"date":"2024-12-28"}"#)
    check(
      .end(of: Term(1, .halfMonth), from: date("2024-03-11")), #"{"date":"2024-03-26"}"#)
  }

  @Test func `a term before an event ends no later than the term's day`() {
    check(
      .start(of: Term(3, .workingDay), before: date("2024-05-02")),
      #"{"date":"2024-04-25"}"#)
    check(.start(of: Term(10, .calendarDay), before: date("2024-05-09")), #"{"date":"2024-04-27"}"#)
    check(
      .start(of: Term(1, .month), before: date("2024-05-31")), #"{"date":"2024-04-27"}"#)
  }

  @Test(arguments: [
    ("2024-12-28", true, "суббота, рабочий день вместо 30.12.2024 (постановление Правительства РФ"),
    ("2024-12-30", false, "понедельник, выходной день, перенесённый с 28.12.2024 (постановление"),
    ("2024-12-29", false, "воскресенье, выходной день"),
    ("2024-12-27", true, "пятница"),
    ("2026-03-09", false, "понедельник, выходной день вместо 08.03.2026 (ТК РФ, статья 112"),
    ("2025-01-07", false, "нерабочий праздничный день: Рождество Христово"),
    ("2020-06-24", true, "среда, рабочий день по производственному календарю; объявлен нерабочим"),
    ("2027-02-20", true, "суббота, рабочий день вместо 22.02.2027"),
  ])
  func `a day says why it is worked or not`(day: String, isWorking: Bool, why: String) {
    let answer = answer(.day(date(day)))
    #expect(answer.hasPrefix(#"{"working":\#(isWorking),"why":"\#(why)"#), "\(answer)")
  }

  @Test func `a year without a published calendar is an answer of its own`() {
    let calendar = WorkCalendar.russia
    #expect(calendar.isWorking(date(2028, 1, 3)) == .unknownYear(2028))
    #expect(calendar.isWorking(date(2019, 12, 31)) == .unknownYear(2019))
    #expect(calendar.adding(workingDays: 5, to: date(2027, 12, 29)) == .unknownYear(2028))
    #expect(calendar.adding(workingDays: -5, to: date(2020, 1, 9)) == .unknownYear(2019))
    #expect(calendar.workingDay(onOrAfter: date(2027, 12, 31)) == .unknownYear(2028))
    #expect(
      calendar.end(of: Term(.max, .year), from: date(2024, 1, 1)) == .unknownYear(10_000))
    #expect(
      calendar.start(of: Term(.min, .week), before: date(2024, 1, 1)) == .unknownYear(0))
    #expect(calendar.adding(workingDays: .min, to: date(2024, 1, 1)) == .unknownYear(2019))
    check(
      .day(date(2028, 5, 2)),
      #"{"unknownYear":2028,"why":"производственный календарь на 2028 год здесь не опубликован"}"#)
  }

  @Test func `settings add days off and working days`() {
    var corrections = CalendarCorrections()
    corrections.daysOff = [date(2024, 7, 26), date(2028, 7, 26)]
    corrections.workingDays = [date(2024, 6, 1)]
    let republic = WorkCalendar.russia.corrected(by: corrections)
    #expect(republic.isWorking(date(2024, 7, 26)) == .known(false))
    #expect(republic.isWorking(date(2024, 6, 1)) == .known(true))
    #expect(republic.isWorking(date(2028, 7, 26)) == .known(false))
    #expect(republic.isWorking(date(2028, 7, 27)) == .unknownYear(2028))

    var back = CalendarCorrections()
    back.workingDays = [date(2024, 7, 26)]
    #expect(republic.corrected(by: back).isWorking(date(2024, 7, 26)) == .known(true))
  }

  @Test func `the last working day of a quarter knows moved days`() {
    let ends = [
      "2022-03-31", "2022-06-30", "2022-09-30", "2022-12-30", "2023-09-29", "2023-12-29",
      "2024-03-29", "2024-06-28", "2024-12-28", "2025-12-30", "2026-12-30", "2027-12-30",
    ]
    for end in ends.map(date) {
      let last = date(end.year, end.month, CalendarDate.days(inMonth: end.month, of: end.year))
      #expect(WorkCalendar.russia.workingDay(onOrBefore: last) == .known(end))
    }
  }

  @Test func `a month's working days are numbered from its first`() {
    #expect(WorkCalendar.russia.workingDay(1, ofMonth: 1, year: 2024) == .known(date(2024, 1, 9)))
    #expect(WorkCalendar.russia.workingDay(5, ofMonth: 5, year: 2024) == .known(date(2024, 5, 8)))
    #expect(WorkCalendar.russia.workingDay(23, ofMonth: 2, year: 2024) == .known(nil))
    #expect(WorkCalendar.russia.workingDay(5, ofMonth: 2, year: 2031) == .unknownYear(2031))
  }

  private func check(_ query: CalendarQuery, _ expected: String) {
    #expect(answer(query) == expected)
  }

  private func answer(_ query: CalendarQuery) -> String {
    String(decoding: query.answer(in: .russia).encoded(), as: UTF8.self)
  }

  /// Days that differ from the plain week, from the fixture that Tests/calendar/compare.py writes.
  private func frozenExceptions() throws -> [String: Bool] {
    let url = try #require(
      Bundle.module.url(forResource: "calendar", withExtension: "txt", subdirectory: "Fixtures"))
    let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: lines.filter { !$0.hasPrefix("#") }.compactMap { line in
        let words = line.split(separator: " ")
        return words.count == 2 ? (String(words[0]), words[1] == "working") : nil
      })
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("no such date: \(day).\(month).\(year)")
    }
    return date
  }

  private func date(_ iso: String) -> CalendarDate {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    return date(parts[0], parts[1], parts[2])
  }
}
