import ActaModel

/// A year of Russia's calendar as it is enacted.
///
/// Holidays follow from ТК РФ 112 and are not repeated here, nor are the days off that the law itself moves on to the
/// next working day; what a decree moves is.
struct EnactedYear: Sendable {
  typealias Day = (day: Int, month: Int)

  let number: Int
  let decree: String
  /// Days off that the decree moves; a plain weekend that gives its day off away is worked.
  let moves: [(from: Day, to: Day)]
  var declaredFree: [(days: ClosedRange<Int>, month: Int, act: String)] = []
  var doubt: String?
}

extension EnactedYear {
  /// Every year whose decree is published, in order.
  static let all: [EnactedYear] = [
    // Постановление Правительства РФ от 10.07.2019 № 875. The days that the President declared free moved no days off.
    // Those of spring are none in the sense of ГК РФ 193 (Обзор Верховного Суда РФ от 21.04.2020 № 1); whoever counts
    // 24 June and 1 July as days off states them in the settings.
    EnactedYear(
      number: 2020, decree: "постановление Правительства РФ от 10.07.2019 № 875",
      moves: [((4, 1), (4, 5)), ((5, 1), (5, 5))],
      declaredFree: [
        (30...31, 3, "указ Президента РФ от 25.03.2020 № 206"),
        (1...3, 4, "указ Президента РФ от 25.03.2020 № 206"),
        (4...30, 4, "указ Президента РФ от 02.04.2020 № 239"),
        (6...8, 5, "указ Президента РФ от 28.04.2020 № 294"),
        (24...24, 6, "указ Президента РФ от 29.05.2020 № 345"),
        (1...1, 7, "указ Президента РФ от 01.06.2020 № 354"),
      ]),
    // Постановление Правительства РФ от 10.10.2020 № 1648; days declared free by указы № 242 and 595.
    EnactedYear(
      number: 2021, decree: "постановление Правительства РФ от 10.10.2020 № 1648",
      moves: [((2, 1), (5, 11)), ((3, 1), (31, 12)), ((20, 2), (22, 2))],
      declaredFree: [
        (4...7, 5, "указ Президента РФ от 23.04.2021 № 242"),
        (30...31, 10, "указ Президента РФ от 20.10.2021 № 595"),
        (1...3, 11, "указ Президента РФ от 20.10.2021 № 595"),
      ]),
    // Постановление Правительства РФ от 16.09.2021 № 1564.
    EnactedYear(
      number: 2022, decree: "постановление Правительства РФ от 16.09.2021 № 1564",
      moves: [((1, 1), (3, 5)), ((2, 1), (10, 5)), ((5, 3), (7, 3))]),
    // Постановление Правительства РФ от 29.08.2022 № 1505.
    EnactedYear(
      number: 2023, decree: "постановление Правительства РФ от 29.08.2022 № 1505",
      moves: [((1, 1), (24, 2)), ((8, 1), (8, 5))]),
    // Постановление Правительства РФ от 10.08.2023 № 1314.
    EnactedYear(
      number: 2024, decree: "постановление Правительства РФ от 10.08.2023 № 1314",
      moves: [
        ((6, 1), (10, 5)), ((7, 1), (31, 12)), ((27, 4), (29, 4)), ((2, 11), (30, 4)),
        ((28, 12), (30, 12)),
      ]),
    // Постановление Правительства РФ от 04.10.2024 № 1335.
    EnactedYear(
      number: 2025, decree: "постановление Правительства РФ от 04.10.2024 № 1335",
      moves: [
        ((4, 1), (2, 5)), ((5, 1), (31, 12)), ((23, 2), (8, 5)), ((8, 3), (13, 6)),
        ((1, 11), (3, 11)),
      ]),
    // Постановление Правительства РФ от 24.09.2025 № 1466.
    EnactedYear(
      number: 2026, decree: "постановление Правительства РФ от 24.09.2025 № 1466",
      moves: [((3, 1), (9, 1)), ((4, 1), (31, 12))]),
    // Постановление Правительства РФ, номер не установлен. Two secondary sources agree on the days; an earlier draft
    // had 13 November as a working Saturday.
    EnactedYear(
      number: 2027, decree: "постановление Правительства РФ о переносе выходных дней в 2027 году",
      moves: [((2, 1), (5, 11)), ((3, 1), (31, 12)), ((20, 2), (22, 2))],
      doubt: "календарь 2027 года сверен только по вторичным источникам"),
  ]

  /// Public holidays of ТК РФ 112 as it has stood since 2013.
  static let holidays: [(day: Day, name: String)] =
    ([1, 2, 3, 4, 5, 6, 8].map { (day: (day: $0, month: 1), name: "Новогодние каникулы") }) + [
      (day: (day: 7, month: 1), name: "Рождество Христово"),
      (day: (day: 23, month: 2), name: "День защитника Отечества"),
      (day: (day: 8, month: 3), name: "Международный женский день"),
      (day: (day: 1, month: 5), name: "Праздник Весны и Труда"),
      (day: (day: 9, month: 5), name: "День Победы"),
      (day: (day: 12, month: 6), name: "День России"),
      (day: (day: 4, month: 11), name: "День народного единства"),
    ]

  /// The year's exceptions to the plain week: decree first, then the law's own moves.
  func calendar() -> WorkCalendar.Year {
    var exceptions: [CalendarDate: WorkCalendar.Reason] = [:]
    for (days, month, act) in declaredFree {
      for date in days.compactMap({ date((day: $0, month: month)) }) where date.weekday < 6 {
        exceptions[date] = .declaredFree(act: act)
      }
    }
    for holiday in Self.holidays {
      date(holiday.day).map { exceptions[$0] = .holiday(name: holiday.name) }
    }
    var given: Set<CalendarDate> = []
    for move in moves {
      guard let from = date(move.from), let to = date(move.to) else { continue }
      given.insert(from)
      exceptions[to] = .dayOff(insteadOf: from, mover: .decree)
      if exceptions[from] == nil { exceptions[from] = .worked(insteadOf: to) }
    }
    // ТК РФ 112, ч. 2: a day off that coincides with a holiday outside January moves to the next working day.
    for holiday in Self.holidays where holiday.day.month > 1 {
      guard let day = date(holiday.day), day.weekday > 5, !given.contains(day) else { continue }
      var next = day.advanced(by: 1)
      while let candidate = next, candidate.weekday > 5 || exceptions[candidate] != nil {
        next = candidate.advanced(by: 1)
      }
      next.map { exceptions[$0] = .dayOff(insteadOf: day, mover: .code) }
    }
    return WorkCalendar.Year(exceptions: exceptions, decree: decree, doubt: doubt)
  }

  private func date(_ day: Day) -> CalendarDate? {
    CalendarDate(year: number, month: day.month, day: day.day)
  }
}
