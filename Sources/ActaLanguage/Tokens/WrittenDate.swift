package import ActaModel

/// A date as it is written: its day may not exist, its year may not be stated.
package struct WrittenDate: Sendable, Hashable {
  package var day: Int
  package var month: Int
  package var year: Int?

  package init(day: Int, month: Int, year: Int?) {
    self.day = day
    self.month = month
    self.year = year
  }

  /// `nil` without a year and where there is no such day.
  package var date: CalendarDate? {
    year.flatMap { CalendarDate(year: $0, month: month, day: day) }
  }

  /// Whether no year has such a day.
  package var isImpossible: Bool {
    CalendarDate(year: year ?? 2024, month: month, day: day) == nil
  }
}

extension TokenizedText {
  /// A date in any spelling, without a year only where the month is a word.
  ///
  /// «29.03.2024», «2024-03-29», «29.III.2024», «"29" марта 2024 г.», «1-го марта»,
  /// «двадцать девятое марта две тысячи двадцать четвертого года».
  package func writtenDate(at index: Int) -> Parsed<WrittenDate>? {
    let token = self[index]
    if token.isNumber || isDigitLetters(index) {
      if let numeric = numericDate(at: index) { return numeric }
    } else if !token.isQuote && !token.isWord {
      return nil
    }
    return verbalDate(at: index)
  }

  /// Day and month in digits without a year: «01.02», «1.02».
  package func dayAndMonth(at index: Int) -> Parsed<WrittenDate>? {
    guard let day = shortNumber(index), self[index + 1].kind == .period,
      self[index + 1].isGlued, self[index + 2].isGlued, digitCount(index + 2) == 2,
      let month = shortNumber(index + 2)
    else { return nil }
    // «1.02.3» is a number of a unit, not a date; «01.02.» ends a sentence.
    if self[index + 3].kind == .period, self[index + 4].isNumber, self[index + 4].isGlued {
      return nil
    }
    return Parsed(WrittenDate(day: day, month: month, year: nil), next: index + 3)
  }

  /// The day of a month: digits, bare, quoted or with a suffix, or an ordinal in words.
  package func day(at index: Int) -> Parsed<Int>? {
    if self[index].isQuote {
      guard let day = shortNumber(index + 1), self[index + 2].isQuote else { return nil }
      return Parsed(day, next: index + 3)
    }
    if let day = shortNumber(index) { return Parsed(day, next: endOfSuffix(at: index + 1)) }
    guard NumberWord(self[index]) != nil, let day = ordinal(at: index), day.value <= 31 else {
      return nil
    }
    return day
  }

  /// A year: four digits, two with «г.» behind them, or words; with its «г.», «год», «года», «году».
  package func year(at index: Int) -> Parsed<Int>? {
    let token = self[index]
    if token.isNumber {
      guard let value = token.value else { return nil }
      let suffixed = endOfSuffix(at: index + 1)
      let marked = endOfYearMark(at: suffixed)
      if token.digits == 4, (1000...2999).contains(value) {
        return Parsed(value, next: marked ?? suffixed)
      }
      guard token.digits == 2 else { return nil }
      // «20 24 г.»: a year broken by a space.
      if value == 19 || value == 20, self[index + 1].digits == 2,
        let rest = self[index + 1].value, let end = endOfYearMark(at: index + 2)
      {
        return Parsed(value * 100 + rest, next: end)
      }
      // «30 ноября 24» at the end of the text.
      if marked == nil, self[index + 1].isEnd, index > 0, month(at: index - 1) != nil {
        return Parsed(2000 + value, next: index + 1)
      }
      return marked.map { Parsed(2000 + value, next: $0) }
    }
    guard token.isWord, let year = ordinal(at: index), (1000...2999).contains(year.value),
      NumberWord(token) != nil
    else { return nil }
    return Parsed(year.value, next: endOfYearMark(at: year.next) ?? year.next)
  }

  /// The index behind «г.», «год» in any case; `nil` where there is none.
  package func endOfYearMark(at index: Int) -> Int? {
    let token = self[index]
    if token.is("г") {
      let stop = self[index + 1].kind == .period && self[index + 1].isGlued
      return stop ? index + 2 : index + 1
    }
    return token.isForm("год", Self.yearEndings) ? index + 1 : nil
  }

  private static let yearEndings = Endings(["", "а", "у", "ом", "е"])

  // MARK: Parts

  private func numericDate(at index: Int) -> Parsed<WrittenDate>? {
    let (second, third) = (self[index + 1], self[index + 3])
    guard second.kind == third.kind else { return nil }
    let isGlued =
      second.isGlued && self[index + 2].isGlued && third.isGlued && self[index + 4].isGlued
    switch second.kind {
    case .period: break
    case .dash, .slash: guard isGlued else { return nil }
    default: return nil
    }
    // The year first: «2024-03-29», «2024.03.29».
    if digitCount(index) == 4, isGlued, digitCount(index + 2) == 2, digitCount(index + 4) == 2,
      let year = self[index].value, let month = shortNumber(index + 2),
      let day = shortNumber(index + 4)
    {
      return finished(WrittenDate(day: day, month: month, year: year), next: index + 5)
    }
    guard let day = shortNumber(index), let year = digitLetterNumber(index + 4),
      let month = shortNumber(index + 2) ?? (isGlued ? romanMonth(index + 2) : nil)
    else { return nil }
    let end = endOfYearMark(at: index + 5)
    switch digitCount(index + 4) {
    case 4:
      guard (1000...2999).contains(year) else { return nil }
      return finished(WrittenDate(day: day, month: month, year: year), next: index + 5)
    case 2:
      // «4.1.12» is the number of a point, «4.01.12» a date.
      guard second.kind == .period, digitCount(index + 2) == 2, isGlued || end != nil else {
        return nil
      }
      return finished(WrittenDate(day: day, month: month, year: 2000 + year), next: index + 5)
    default: return nil
    }
  }

  private func finished(_ date: WrittenDate, next: Int) -> Parsed<WrittenDate>? {
    // Figures that go on are no date: «10.20.3000.4».
    if self[next].kind == .period || self[next].isDash, self[next].isGlued,
      self[next + 1].isNumber, self[next + 1].isGlued, self[next].kind == .period
    {
      return nil
    }
    return Parsed(date, next: endOfYearMark(at: next) ?? next)
  }

  private func romanMonth(_ index: Int) -> Int? {
    romanNumeral(at: index).flatMap { $0 <= 12 ? $0 : nil }
  }

  private func verbalDate(at index: Int) -> Parsed<WrittenDate>? {
    guard let day = day(at: index) else { return nil }
    var start = day.next
    if self[start].is("число") || self[start].is("числа") { start += 1 }
    guard let month = month(at: start) else { return nil }
    let next = self[month.next].is("месяца") ? month.next + 1 : month.next
    guard let year = year(at: next) else {
      return Parsed(WrittenDate(day: day.value, month: month.value, year: nil), next: next)
    }
    return Parsed(
      WrittenDate(day: day.value, month: month.value, year: year.value), next: year.next)
  }

  /// A number of one or two digits, letters for digits included.
  private func shortNumber(_ index: Int) -> Int? {
    digitCount(index) <= 2 ? digitLetterNumber(index) : nil
  }

  private func digitLetterNumber(_ index: Int) -> Int? {
    if let value = self[index].value { return value }
    guard isDigitLetters(index) else { return nil }
    let letters = self[index].letters
    var value = 0
    for position in 0..<letters.count { value = value * 10 + (letters[position] == 15 ? 0 : 3) }
    return value
  }

  private func digitCount(_ index: Int) -> Int {
    self[index].isNumber ? self[index].digits : self[index].letters.count
  }

  /// Two capital letters that stand for digits: «ОЗ.ОЗ.2024».
  private func isDigitLetters(_ index: Int) -> Bool {
    let token = self[index]
    guard token.isWord, token.flags.contains(.upperCase), token.letters.count == 2 else {
      return false
    }
    return (0..<2).allSatisfy { token.letters[$0] == 15 || token.letters[$0] == 8 }
  }
}
