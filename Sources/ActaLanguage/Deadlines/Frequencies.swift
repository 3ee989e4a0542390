import ActaModel

extension DeadlineGrammar {
  /// A frequency and the day of each period that goes with it, or a day whose words imply the period.
  func frequencyDraft(at index: Int) -> DeadlineDraft? {
    // «не чаще раза в месяц» sets no deadline.
    if let comparison = comparison(at: index), comparison.value == .more,
      let count = times(at: comparison.next, isBare: true), let measure = per(at: count.next)
    {
      return DeadlineDraft(value: .nothing, range: index..<measure.next, isStated: true)
    }
    guard let frequency = frequency(at: index) else {
      return pointDraft(at: index, from: lead(at: index)?.next ?? index)
    }
    var periodicity = frequency.value
    var next = frequency.next
    if let times = bareTimes(at: next) {
      periodicity.times = times.value
      next = times.next
    }
    let start = skipSeparator(next)
    let isBracketed = text[start - 1].kind == .openingBracket
    if let point = point(at: start, for: periodicity.every, isFree: true) {
      periodicity.by = point.value.point
      next = point.next
      if isBracketed, text[next].kind == .closingBracket { next += 1 }
    }
    return DeadlineDraft(value: .recurring(periodicity), range: index..<next, isStated: true)
  }

  /// A day of a period that is implied: «до 5 числа месяца, следующего за отчетным».
  func pointDraft(at index: Int, from start: Int) -> DeadlineDraft? {
    guard let point = point(at: start, for: nil, isFree: false) else { return nil }
    return DeadlineDraft(
      value: .point(point.value.point, every: point.value.every), range: index..<point.next,
      isStated: point.value.every != nil || start > index)
  }

  /// «01.12» behind «ежегодно до 01.07 и»: a day and a month in figures, which are a date only there.
  func repeatedPoint(at index: Int, after last: DeadlineDraft?) -> DeadlineDraft? {
    guard let last, case .recurring(let periodicity) = last.value, case .date? = periodicity.by,
      index - last.range.upperBound <= 2
    else { return nil }
    let start = lead(at: index)?.next ?? index
    guard let date = text.dayAndMonth(at: start), !date.value.isImpossible else { return nil }
    var next = periodicity
    next.by = .date(month: date.value.month, day: date.value.day, inFollowingYear: false)
    return DeadlineDraft(value: .recurring(next), range: index..<date.next, isStated: true)
  }

  // MARK: How often

  /// «ежегодно», «каждые полгода», «не реже одного раза в квартал», «дважды в год», «по итогам каждого месяца».
  private func frequency(at index: Int) -> Parsed<Periodicity>? {
    let token = text[index]
    if token.has(stem: "еже") || token.has(stem: "по") && !token.is("по") {
      return Self.adverbs[token].map { Parsed(Periodicity($0), next: index + 1) }
    }
    if token.has(stem: "кажд") {
      guard token.isForm("кажд", Endings(["ый", "ую", "ое", "ые"])) else { return nil }
      return each(at: index)
    }
    if token.is("в") || token.is("во") || token.is("на") {
      // «на ежеквартальной основе», «в ежедневном режиме»
      if let every = Self.adjectives[text[index + 1]],
        text[index + 2].has(stem: "основ") || text[index + 2].has(stem: "режим")
          || text[index + 2].has(stem: "порядк")
      {
        return Parsed(Periodicity(every), next: index + 3)
      }
      if text[index + 1].isForm("кажд", Endings(["ом", "ой"])) { return each(at: index + 1) }
      // «в год не реже двух раз», «в квартал один раз»
      if let period = period(at: index + 1), let count = times(at: period.next, isBare: false),
        period.value.interval == 1, text[index + 1].isWord
      {
        var periodicity = period.value
        periodicity.times = count.value
        return Parsed(periodicity, next: count.next)
      }
      return nil
    }
    if token.is("по"), let rows = rows(at: index + 1) { return rows }
    guard let count = times(at: index, isBare: true) else { return nil }
    return per(at: count.next).map {
      var periodicity = $0.value
      periodicity.times = count.value
      return Parsed(periodicity, next: $0.next)
    }
  }

  /// «каждый квартал», «каждые два года», «каждую пятницу».
  private func each(at index: Int) -> Parsed<Periodicity>? {
    if let weekday = Self.weekdays[text[index + 1]] {
      return Parsed(Periodicity(.week, by: .weekday(weekday)), next: index + 2)
    }
    return period(at: index + 1)
  }

  /// Behind «по»: «итогам каждого квартала», «окончании каждого месяца», «полугодиям».
  private func rows(at index: Int) -> Parsed<Periodicity>? {
    let token = text[index]
    if token.isForm("квартал", Endings(["ам"])) {
      return Parsed(Periodicity(.quarter), next: index + 1)
    }
    if token.isForm("полугоди", Endings(["ям"])) {
      return Parsed(Periodicity(.halfYear), next: index + 1)
    }
    if token.isForm("месяц", Endings(["ам"])) {
      return Parsed(Periodicity(.month), next: index + 1)
    }
    if let weekday = Self.weekdays[token], token.letters.ends(in: "ам") {
      return Parsed(Periodicity(.week, by: .weekday(weekday)), next: index + 1)
    }
    guard
      token.is("итогам") || token.is("результатам") || token.is("окончании")
        || token.is("завершении") || token.is("истечении")
    else { return nil }
    var next = index + 1
    if text[next].isForm("работ", .feminine) || text[next].is("деятельности") { next += 1 }
    if text[next].is("за") || text[next].is("в") { next += 1 }
    let isEach = text[next].has(stem: "кажд")
    while isPassing(next) || text[next].has(stem: "кажд") { next += 1 }
    guard let every = Self.period(text[next]) else { return nil }
    // «по окончании месяца» is an event; «по итогам квартала» comes round.
    guard isEach || token.is("итогам") || token.is("результатам") else { return nil }
    guard text.year(at: next + 1) == nil else { return nil }
    return Parsed(Periodicity(every), next: next + 1)
  }

  /// «один раз», «не реже двух раз», «дважды», «раз»; `isBare` allows a count without «не реже».
  private func times(at index: Int, isBare: Bool) -> Parsed<Int>? {
    var next = index
    if let comparison = comparison(at: next) {
      guard comparison.value == .seldomer || comparison.value == .less else { return nil }
      next = comparison.next
    } else if text[next].is("минимум") {
      next += 1
    } else if text[next].is("как"), text[next + 1].is("минимум") {
      next += 2
    } else if text[next].is("хотя"), text[next + 1].is("бы") {
      next += 2
    }
    if let times = Self.adverbialTimes[text[next]] { return Parsed(times, next: next + 1) }
    if isOnce(next) { return Parsed(1, next: next + 1) }
    guard let count = text.cardinal(at: next), isOnce(count.next), (1...1000).contains(count.value)
    else { return nil }
    return Parsed(count.value, next: count.next + 1)
  }

  /// «, не реже двух раз» behind «ежегодно», without a period of its own.
  private func bareTimes(at index: Int) -> Parsed<Int>? {
    var next = skipSeparator(index)
    if text[next].is("но") || text[next].is("и") { next += 1 }
    guard let times = times(at: next, isBare: false), per(at: times.next) == nil else { return nil }
    return times
  }

  private func isOnce(_ index: Int) -> Bool {
    text[index].isForm("раз", Endings(["", "а", "у", "ов"]))
  }

  /// Behind a count: «в квартал», «за полугодие», «в течение года», «в каждые три месяца».
  private func per(at index: Int) -> Parsed<Periodicity>? {
    var next = index
    if text[next].is("в") || text[next].is("во") || text[next].is("за") || text[next].is("на") {
      next += 1
      if text[next].has(stem: "течени") { next += 1 }
    } else if !text[next].has(stem: "кажд") {
      return nil
    }
    if text[next].has(stem: "кажд") { next += 1 }
    return period(at: next)
  }

  /// «квартал», «календарный год», «три месяца», «полгода» as a measure of recurrence.
  private func period(at index: Int) -> Parsed<Periodicity>? {
    var (next, count) = (index, 1)
    if let number = text.number(at: next), Self.period(text[next]) == nil {
      guard (1...1000).contains(number.value) else { return nil }
      count = number.value
      next = number.next
    }
    while isPassing(next) { next += 1 }
    guard let period = Self.period(text[next]) else { return nil }
    let periodicity: Periodicity =
      switch (period, count) {
      case (.month, 3): Periodicity(.quarter)
      case (.month, 6), (.quarter, 2): Periodicity(.halfYear)
      case (.month, 12), (.quarter, 4), (.halfYear, 2): Periodicity(.year)
      default: Periodicity(period, interval: count)
      }
    return Parsed(periodicity, next: next + 1)
  }

  /// Adjectives that a period may carry without a change of sense.
  private func isPassing(_ index: Int) -> Bool {
    text[index].isForm(ofAdjective: "календарн") || text[index].isForm(ofAdjective: "отчетн")
      || text[index].isForm(ofAdjective: "рабоч") || text[index].isForm(ofAdjective: "полн")
      || text[index].isForm(ofAdjective: "финансов") || text[index].isForm(ofAdjective: "истекш")
      || text[index].isForm(ofAdjective: "прошедш")
      || text[index].isForm(ofAdjective: "соответствующ")
  }

  /// The singular: «5 дней» is a count, «5 дня» a day.
  private static let dayForms = Endings(["я", "ю", "ем", "е"])

  static func period(_ token: Token) -> Periodicity.Period? { periods[token] }

  private static let periods = Lexicon<Periodicity.Period>([
    .word("день", .day), .form("дн", Endings(["я", "ю", "ем", "е", "и", "ей"]), .day),
    .word("сутки", .day), .word("суток", .day),
    .form("недел", .feminine, .week),
    .form("месяц", Endings(["", "а", "у", "ем", "е", "ев", "ы"]), .month),
    .form("квартал", .masculine, .quarter), .form("полугоди", .neuter, .halfYear),
    .word("полгода", .halfYear), .word("полугода", .halfYear),
    .form("год", .masculine, .year), .word("лет", .year),
  ])

  private static let adverbs = Lexicon<Periodicity.Period>([
    .word("ежедневно", .day), .word("ежесуточно", .day), .word("еженедельно", .week),
    .word("ежемесячно", .month), .word("ежеквартально", .quarter),
    .word("ежеполугодно", .halfYear), .word("ежегодно", .year), .word("поквартально", .quarter),
    .word("помесячно", .month), .word("понедельно", .week), .word("подневно", .day),
    .word("погодно", .year),
  ])

  private static let adjectives = Lexicon<Periodicity.Period>([
    .form("ежедневн", .adjective, .day), .form("еженедельн", .adjective, .week),
    .form("ежемесячн", .adjective, .month), .form("ежеквартальн", .adjective, .quarter),
    .form("ежегодн", .adjective, .year),
  ])

  private static let adverbialTimes = Lexicon<Int>([
    .word("единожды", 1), .word("однократно", 1), .word("дважды", 2), .word("двукратно", 2),
    .word("трижды", 3), .word("четырежды", 4),
  ])

  static let weekdays: Lexicon<Int> = {
    let feminine = Endings(["а", "ы", "е", "у", "ой", "ам"])
    return Lexicon([
      .form("понедельник", .masculine, 1), .form("вторник", .masculine, 2),
      .form("сред", feminine, 3), .form("четверг", .masculine, 4),
      .form("пятниц", feminine, 5), .form("суббот", feminine, 6),
      .form("воскресень", .neuter, 7),
    ])
  }()

  /// Past a comma, dash, colon or opening bracket.
  private func skipSeparator(_ index: Int) -> Int {
    switch text[index].kind {
    case .comma, .dash, .colon, .semicolon, .openingBracket: index + 1
    default: index
    }
  }

  // MARK: By which day

  struct PointReading: Equatable {
    var point: Periodicity.Point
    /// The period that the day's own words name.
    var every: Periodicity.Period?
  }

  /// A day of each period; `isFree` where the period was named before, so that nothing need imply it.
  private func point(
    at index: Int, for every: Periodicity.Period?, isFree: Bool
  ) -> Parsed<PointReading>? {
    var next = index
    if text[next].is("но") || text[next].is("и") { next += 1 }
    if isFree { next = lead(at: next)?.next ?? next }
    // «по пятницам», «в пятницу»
    if isFree {
      let day = text[next].is("каждый") || text[next].is("каждую") ? next + 1 : next
      if let weekday = Self.weekdays[text[day]] {
        return Parsed(PointReading(point: .weekday(weekday), every: .week), next: day + 1)
      }
      if every == .year, let date = text.dayAndMonth(at: next), !date.value.isImpossible {
        return dated(date, isFree: true)
      }
    }
    if !isFree, let date = text.dayAndMonth(at: next), !date.value.isImpossible,
      Self.adverbs[text[date.next]] == .year || text[date.next].isForm("год", .masculine)
        || text[date.next + 1].isForm("год", .masculine)
    {
      return dated(date, isFree: Self.adverbs[text[date.next]] == .year)
    }
    if let date = text.writtenDate(at: next) {
      guard date.value.year == nil, !date.value.isImpossible else { return nil }
      return dated(date, isFree: isFree)
    }
    guard let place = placeInRow(at: next) else { return nil }
    return numbered(place, isFree: isFree, every: every)
  }

  /// A day and a month with the year's description: «года, следующего за отчетным».
  private func dated(_ date: Parsed<WrittenDate>, isFree: Bool) -> Parsed<PointReading>? {
    func reading(_ isFollowing: Bool, _ every: Periodicity.Period?, _ next: Int)
      -> Parsed<PointReading>
    {
      let point = Periodicity.Point.date(
        month: date.value.month, day: date.value.day, inFollowingYear: isFollowing)
      return Parsed(PointReading(point: point, every: every), next: next)
    }
    let next = date.next
    let token = text[next]
    if token.isForm("год", .masculine) {
      if let tail = following(at: next + 1) { return reading(true, .year, tail.next) }
      return nil
    }
    if token.isForm(ofAdjective: "следующ") || token.isForm(ofAdjective: "очередн") {
      if text[next + 1].isForm("год", .masculine) {
        let end = following(at: next + 2)?.next ?? next + 2
        return reading(true, .year, end)
      }
      if let tail = following(at: next) {
        let end = text[tail.next].isForm("год", .masculine) ? tail.next + 1 : tail.next
        return reading(true, .year, end)
      }
    }
    if token.has(stem: "кажд") || token.has(stem: "ежегод"),
      text[next + 1].isForm("год", .masculine)
    {
      return reading(false, .year, next + 2)
    }
    if token.isForm(ofAdjective: "отчетн") || token.isForm(ofAdjective: "соответствующ"),
      text[next + 1].isForm("год", .masculine)
    {
      return reading(false, .year, next + 2)
    }
    if token.isForm(ofAdjective: "текущ"), text[next + 1].isForm("год", .masculine) {
      return isFree ? reading(false, nil, next + 2) : nil
    }
    return isFree ? reading(false, nil, next) : nil
  }

  /// «5-го числа», «пятого рабочего дня», «последнего дня» with the month's description.
  private func numbered(
    _ place: Parsed<Int>, isFree: Bool, every: Periodicity.Period?
  ) -> Parsed<PointReading>? {
    var (next, isWorking, isDay) = (place.next, false, false)
    if text[next].isForm(ofAdjective: "рабоч") {
      isWorking = true
      next += 1
    } else if text[next].isForm(ofAdjective: "календарн") {
      next += 1
    }
    if text[next].isForm("числ", .neuter) {
      next += 1
      isDay = true
    } else if text[next].is("день")
      || text[next].isForm("дн", Self.dayForms)
    {
      next += 1
    } else if text[next].is("дней"), monthTail(at: next + 1) != nil,
      afterEnd(at: next + 1) == nil, following(at: next + 1) == nil
    {
      // «первых 3 рабочих дней месяца»
      next += 1
    } else {
      return nil
    }
    let isLast = place.value == -1
    guard isLast || (1...31).contains(place.value) else { return nil }
    let point: Periodicity.Point =
      isLast
      ? (isWorking ? .lastWorkingDay : .lastDay)
      : isWorking ? .workingDay(place.value) : .day(place.value)
    if let tail = monthTail(at: next) {
      return Parsed(PointReading(point: point, every: tail.value), next: tail.next)
    }
    // «не позднее 5 дня» counts days from something; «до 5 числа» is of a month.
    let named = every == .month || every == .quarter || every == .halfYear || every == .year
    guard isDay || isFree && named, anchor(at: next) == nil else { return nil }
    return Parsed(PointReading(point: point, every: nil), next: next)
  }

  /// What month, quarter or half-year a day is of, and the period in which such days come round.
  private func monthTail(at index: Int) -> Parsed<Periodicity.Period>? {
    var next = index
    if let tail = following(at: next) {
      // «5 числа следующего за отчетным кварталом месяца»
      var every = tail.value ?? .month
      next = tail.next
      if let period = Self.period(text[next]), period != .day, period != .week {
        if tail.value == nil { every = period }
        next += 1
      }
      return Parsed(every, next: next)
    }
    // «первого месяца квартала, следующего за отчетным»
    if text[next].isForm(ofAdjective: "перв"), text[next + 1].isForm("месяц", .softHard) {
      next += 1
    }
    while text[next].has(stem: "кажд") || text[next].isForm(ofAdjective: "следующ")
      || text[next].isForm(ofAdjective: "текущ") || text[next].isForm(ofAdjective: "очередн")
      || isPassing(next) && !text[next].isForm(ofAdjective: "рабоч")
    {
      next += 1
    }
    guard var every = Self.period(text[next]), every != .day, every != .week else {
      return afterEnd(at: index)
    }
    next += 1
    while text[next].has(stem: "кажд") || text[next].isForm(ofAdjective: "следующ"),
      let outer = Self.period(text[next + 1])
    {
      every = outer
      next += 2
    }
    // «месяца квартала»: the longer one comes round.
    if every == .month, let outer = Self.period(text[next]), outer == .quarter || outer == .halfYear
    {
      every = outer
      next += 1
    }
    if let tail = following(at: next) {
      return Parsed(tail.value ?? every, next: tail.next)
    }
    if let tail = afterEnd(at: next) { return tail }
    return Parsed(every, next: next)
  }

  /// «после окончания отчетного квартала», «по окончании месяца».
  private func afterEnd(at index: Int) -> Parsed<Periodicity.Period>? {
    guard text[index].is("после") || text[index].is("по"),
      text[index + 1].isForm("окончани", .neuter) || text[index + 1].isForm("завершени", .neuter)
        || text[index + 1].isForm("истечени", .neuter)
    else {
      guard text[index].is("после"), text[index + 1].isForm(ofAdjective: "отчетн"),
        let every = Self.period(text[index + 2])
      else { return nil }
      return Parsed(every, next: index + 3)
    }
    var next = index + 2
    while text[next].has(stem: "кажд") || isPassing(next) { next += 1 }
    return Self.period(text[next]).map { Parsed($0, next: next + 1) }
  }

  /// «, следующего за отчетным кварталом»; no period where the noun is missing.
  private func following(at index: Int) -> Parsed<Periodicity.Period?>? {
    var next = skipComma(index)
    guard text[next].isForm(ofAdjective: "следующ"),
      text[next + 1].is("за") || text[next + 1].is("после")
    else { return nil }
    next += 2
    if text[next].isForm("окончани", .neuter) || text[next].isForm("истечени", .neuter) {
      next += 1
    }
    let start = next
    while isPassing(next) || text[next].isForm(ofAdjective: "предыдущ")
      || text[next].isForm(ofAdjective: "предшествующ")
    {
      next += 1
    }
    // «за отчетным периодом» names none; a noun that agrees with «за» is the period's.
    if text[next].isForm("период", .masculine) { return Parsed(nil, next: next + 1) }
    if let period = Self.period(text[next]), period != .day {
      let isInstrumental =
        text[next].letters.ends(in: "ом") || text[next].letters.ends(in: "ем")
        || text[next].letters.ends(in: "ей") || text[next - 1].isForm("окончани", .neuter)
        || text[start - 1].isForm("окончани", .neuter)
      if isInstrumental { return Parsed(period, next: next + 1) }
    }
    return next > start ? Parsed(nil, next: next) : nil
  }
}

extension Endings {
  /// «месяц-ем», «месяц-ев»: soft endings behind ц.
  static let softHard = Endings(["", "а", "у", "ем", "е", "ы", "ев", "ам", "ами", "ах"])
}
