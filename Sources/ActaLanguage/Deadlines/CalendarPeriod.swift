import ActaModel

/// A day, month, quarter or the like as it is written: its year may be missing, and it may not exist.
struct CalendarPeriod: Hashable {
  enum Unit: Hashable {
    /// The month is missing in «15, 20 и 25 марта».
    case day(Int, month: Int?)
    /// «декада»: days 1–10, 11–20 and the rest.
    case tenDays(Int, month: Int)
    case month(Int)
    case quarter(Int)
    case halfYear(Int)
    case year
  }

  var unit: Unit
  var year: Int?

  var isDay: Bool { if case .day = unit { true } else { false } }

  var month: Int? {
    switch unit {
    case .day(_, let month): month
    case .tenDays(_, let month), .month(let month): month
    case .quarter, .halfYear, .year: nil
    }
  }

  /// Whether no year has it.
  var isImpossible: Bool {
    switch unit {
    case .day(let day, nil): !(1...31).contains(day)
    case .year: false
    default: first(in: year ?? 2024) == nil || last(in: year ?? 2024) == nil
    }
  }

  var first: CalendarDate? { year.flatMap(first(in:)) }
  var last: CalendarDate? { year.flatMap(last(in:)) }

  private func first(in year: Int) -> CalendarDate? {
    switch unit {
    case .day(let day, let month):
      month.flatMap { CalendarDate(year: year, month: $0, day: day) }
    case .tenDays(let third, let month):
      (1...3).contains(third)
        ? CalendarDate(year: year, month: month, day: third * 10 - 9) : nil
    case .month(let month): CalendarDate(year: year, month: month, day: 1)
    case .quarter(let quarter):
      (1...4).contains(quarter)
        ? CalendarDate(year: year, month: quarter * 3 - 2, day: 1) : nil
    case .halfYear(let half):
      (1...2).contains(half) ? CalendarDate(year: year, month: half * 6 - 5, day: 1) : nil
    case .year: CalendarDate(year: year, month: 1, day: 1)
    }
  }

  private func last(in year: Int) -> CalendarDate? {
    switch unit {
    case .day: first(in: year)
    case .tenDays(let third, let month):
      third < 3
        ? CalendarDate(year: year, month: month, day: third * 10) : lastDay(of: month, in: year)
    case .month(let month): lastDay(of: month, in: year)
    case .quarter(let quarter):
      (1...4).contains(quarter) ? lastDay(of: quarter * 3, in: year) : nil
    case .halfYear(let half): (1...2).contains(half) ? lastDay(of: half * 6, in: year) : nil
    case .year: CalendarDate(year: year, month: 12, day: 31)
    }
  }

  private func lastDay(of month: Int, in year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
  }

  /// The part of a year that it is; `nil` for a year and for a day without a month.
  var part: YearlessTerm.Part? {
    switch unit {
    case .day(let day, let month): month.map { .day(day, month: $0) }
    case .tenDays(let third, let month): .tenDays(third, month: month)
    case .month(let month): .month(month)
    case .quarter(let quarter): .quarter(quarter)
    case .halfYear(let half): .halfYear(half)
    case .year: nil
    }
  }
}

extension DeadlineGrammar {
  /// A day, ten days, month, quarter, half-year or year, without a preposition.
  func calendarPeriod(at index: Int) -> Parsed<CalendarPeriod>? {
    if let date = text.writtenDate(at: index) {
      let unit = CalendarPeriod.Unit.day(date.value.day, month: date.value.month)
      return Parsed(CalendarPeriod(unit: unit, year: date.value.year), next: date.next)
    }
    if let part = partOfYear(at: index) {
      var period = part.value
      guard let year = yearBehind(part.next) else {
        period.year = nil
        return Parsed(period, next: part.next)
      }
      period.year = year.value
      return Parsed(period, next: year.next)
    }
    if let year = markedYear(at: index) {
      return Parsed(CalendarPeriod(unit: .year, year: year.value), next: year.next)
    }
    return nil
  }

  /// A part of a year that is longer than a day, its year left aside.
  private func partOfYear(at index: Int) -> Parsed<CalendarPeriod>? {
    if let month = text.month(at: index) {
      let next = text[month.next].is("месяца") ? month.next + 1 : month.next
      return Parsed(CalendarPeriod(unit: .month(month.value), year: nil), next: next)
    }
    if let month = numericMonth(at: index) { return month }
    guard let place = placeInRow(at: index) else { return nil }
    switch partNoun(at: place.next) {
    case .quarter:
      return Parsed(
        CalendarPeriod(unit: .quarter(place.value == -1 ? 4 : place.value), year: nil),
        next: endOfNoun(at: place.next))
    case .halfYear:
      return Parsed(
        CalendarPeriod(unit: .halfYear(place.value == -1 ? 2 : place.value), year: nil),
        next: endOfNoun(at: place.next))
    case .half:
      // «первая половина 2024 года», but not «первая половина марта».
      guard yearBehind(place.next + 1) != nil else { return nil }
      return Parsed(
        CalendarPeriod(unit: .halfYear(place.value == -1 ? 2 : place.value), year: nil),
        next: place.next + 1)
    case .tenDays:
      guard let month = text.month(at: place.next + 1) else { return nil }
      let third = place.value == -1 ? 3 : place.value
      return Parsed(
        CalendarPeriod(unit: .tenDays(third, month: month.value), year: nil), next: month.next)
    case nil: return nil
    }
  }

  enum PartNoun { case quarter, halfYear, half, tenDays }

  func partNoun(at index: Int) -> PartNoun? {
    let token = text[index]
    guard token.isWord else { return nil }
    if token.isForm("квартал", .masculine) || token.is("кв") { return .quarter }
    if token.isForm("полугоди", .neuter) { return .halfYear }
    if token.isForm("половин", .feminine) { return .half }
    if token.isForm("декад", .feminine) { return .tenDays }
    return nil
  }

  /// The index behind a noun and its full stop, if it is an abbreviation.
  func endOfNoun(at index: Int) -> Int {
    let isAbbreviated = text[index].is("кв") && text[index + 1].kind == .period
    return isAbbreviated ? index + 2 : index + 1
  }

  /// «III», «3-й», «третьем», «3», and -1 for «последнем».
  func placeInRow(at index: Int) -> Parsed<Int>? {
    let token = text[index]
    if token.isForm(ofAdjective: "последн") { return Parsed(-1, next: index + 1) }
    if token.isQuote, text[index + 2].isQuote, let value = text.number(at: index + 1),
      value.next == index + 2
    {
      return Parsed(value.value, next: index + 3)
    }
    if token.isNumber, token.digits > 2 { return nil }
    // A figure and a letter for I side by side: «1V», «1I».
    return text.number(at: index)
  }

  /// A month in figures, «03.2024».
  private func numericMonth(at index: Int) -> Parsed<CalendarPeriod>? {
    guard text[index].digits == 2, let month = text[index].value, (1...12).contains(month),
      text[index + 1].kind == .period || text[index + 1].kind == .slash, text[index + 1].isGlued,
      text[index + 2].isGlued, text[index + 2].digits == 4, let year = text[index + 2].value,
      (1900...2199).contains(year),
      index == 0 || !(text[index].isGlued && text[index - 1].kind == .period)
    else { return nil }
    return Parsed(CalendarPeriod(unit: .month(month), year: year), next: index + 1)
  }

  /// A year behind a part of it, past «,» or a bracket: «I квартал (2024 год)».
  private func yearBehind(_ index: Int) -> Parsed<Int>? {
    if text[index].kind == .period, text[index].isGlued, text[index + 1].digits == 4,
      text[index + 1].isGlued
    {
      return text.year(at: index + 1)
    }
    if let year = text.year(at: index) ?? markedYear(at: index) { return year }
    if text[index].kind == .openingBracket, let year = markedYear(at: index + 1),
      text[year.next].kind == .closingBracket
    {
      return Parsed(year.value, next: year.next + 1)
    }
    return nil
  }

  /// A year with its «год» or «г.», past an adjective: «2024 календарного года».
  func markedYear(at index: Int) -> Parsed<Int>? {
    let token = text[index]
    if token.digits == 4, let value = token.value, (1900...2199).contains(value) {
      var next = text.endOfSuffix(at: index + 1)
      if text[next].isForm(ofAdjective: "календарн") || text[next].isForm(ofAdjective: "отчетн")
        || text[next].isForm(ofAdjective: "финансов")
      {
        next += 1
      }
      return endOfYears(at: next).map { Parsed(value, next: $0) }
    }
    guard token.isWord || token.digits == 2, let year = text.year(at: index), year.next > index + 1
    else { return nil }
    return year
  }

  /// The index behind «год», «г.» or their plural «годы», «гг.».
  func endOfYears(at index: Int) -> Int? {
    if let end = text.endOfYearMark(at: index) {
      // «г.г.»
      if text[end].is("г"), text[end].isGlued { return text.endOfYearMark(at: end) }
      return end
    }
    if text[index].is("гг") {
      return text[index + 1].kind == .period ? index + 2 : index + 1
    }
    return text[index].isForm("год", Self.years) ? index + 1 : nil
  }

  private static let years = Endings(["ы", "ов", "ам", "ах", "ами"])
}

// MARK: Intervals

extension DeadlineGrammar {
  /// «с A по B», «с A до B», «A – B»: what is written at one end alone holds for both.
  func interval(at index: Int) -> Parsed<(from: CalendarPeriod, to: CalendarPeriod)>? {
    var start = index
    if text[start].is("в"), text[start + 1].isForm("период", .masculine) {
      start += 2
    } else if text[start].isForm("период", .masculine) || text[start].is("начиная") {
      start += 1
    }
    let isLed = text[start].is("с") || text[start].is("со") || text[start].is("от")
    if isLed { start += 1 } else if start > index { return nil }
    // «в I – II кварталах»
    if !isLed, text[start].is("в") || text[start].is("во") || text[start].is("на") {
      start += text[start + 1].has(stem: "течени") ? 2 : 1
    }
    guard let from = endpoint(at: start) else { return nil }
    var next = skipClosing(from.next)
    if isLed, text[next].kind == .comma { next += 1 }
    if isLed, text[next].is("по") || text[next].is("до") {
      next += 1
      if text[next].isForm("конец", .bare) || text[next].is("конца") { next += 1 }
    } else if text[next].isDash, !(text[from.next - 1].isNumber && isSuffixed(next)) {
      next += 1
      if text[next].isDash { next += 1 }
    } else {
      return nil
    }
    guard let to = endpoint(at: next), let both = united(from.value, to.value, isLed) else {
      return nil
    }
    // «с 9.10 до 18.10» may be hours.
    if both.to.year == nil, text[start].isNumber, text[start + 1].kind == .period { return nil }
    return Parsed(both, next: to.next)
  }

  private enum Endpoint {
    case period(CalendarPeriod)
    /// A figure whose noun stands at the other end.
    case figure(Int, isYear: Bool)
  }

  private func endpoint(at index: Int) -> Parsed<Endpoint>? {
    if let period = calendarPeriod(at: index) {
      return Parsed(.period(period.value), next: period.next)
    }
    let token = text[index]
    if token.digits == 4, let year = token.value, (1900...2199).contains(year) {
      return Parsed(.figure(year, isYear: true), next: index + 1)
    }
    if let date = text.dayAndMonth(at: index), !date.value.isImpossible {
      // «с 01.03. по 30.06.2024»
      let isStop = text[date.next].kind == .period && text[date.next].isGlued
      let unit = CalendarPeriod.Unit.day(date.value.day, month: date.value.month)
      return Parsed(
        .period(CalendarPeriod(unit: unit, year: nil)), next: isStop ? date.next + 1 : date.next)
    }
    guard let figure = placeInRow(at: index), (1...31).contains(figure.value) else {
      guard let day = text.day(at: index) else { return nil }
      return Parsed(.figure(day.value, isYear: false), next: day.next)
    }
    let noun = text[figure.next].is("число") || text[figure.next].is("числа")
    return Parsed(.figure(figure.value, isYear: false), next: noun ? figure.next + 1 : figure.next)
  }

  /// Both ends in full, where they are ends of one kind.
  private func united(
    _ from: Endpoint, _ to: Endpoint, _ isLed: Bool
  ) -> (from: CalendarPeriod, to: CalendarPeriod)? {
    switch (from, to) {
    case (.figure(let first, isYear: true), .period(let last)):
      guard case .year = last.unit else { return nil }
      return (CalendarPeriod(unit: .year, year: first), last)
    case (.figure(let first, isYear: true), .figure(let last, isYear: true)):
      guard first < last, first >= 1990, last < 2100, isLed || isWhole else { return nil }
      return (CalendarPeriod(unit: .year, year: first), CalendarPeriod(unit: .year, year: last))
    case (.figure(let first, isYear: false), .period(let last)):
      var start = last
      switch last.unit {
      case .day(_, let month): start.unit = .day(first, month: month)
      case .tenDays(_, let month): start.unit = .tenDays(first, month: month)
      case .quarter: start.unit = .quarter(first)
      case .halfYear: start.unit = .halfYear(first)
      case .month, .year: return nil
      }
      return (start, last)
    case (.period(let first), .period(let last)):
      return united(first, last)
    case (.period(let first), .figure(let last, isYear: true)):
      guard case .year = first.unit else { return nil }
      return (first, CalendarPeriod(unit: .year, year: last))
    case (.period, .figure), (.figure, .figure): return nil
    }
  }

  private func united(
    _ from: CalendarPeriod, _ to: CalendarPeriod
  ) -> (from: CalendarPeriod, to: CalendarPeriod)? {
    var (from, to) = (from, to)
    if case .day(let day, nil) = from.unit { from.unit = .day(day, month: to.month) }
    if to.year == nil { to.year = from.year }
    if from.year == nil, let year = to.year {
      from.year = year
      // «с ноября по март 2025 года» begins in the year before.
      if let start = from.first, let end = to.last, start > end { from.year = year - 1 }
    }
    return (from, to)
  }

  /// Past «г.» or a quote that belongs to the first end.
  private func skipClosing(_ index: Int) -> Int {
    text[index].kind == .closingBracket ? index + 1 : index
  }

  /// Whether a dash belongs to a numeral: «1-го».
  private func isSuffixed(_ dash: Int) -> Bool { text.endOfSuffix(at: dash) > dash }
}
