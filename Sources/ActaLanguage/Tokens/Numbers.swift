extension TokenizedText {
  /// A count in digits, words or both: «5», «5-ти», «пяти», «двадцати пяти», «5 (пяти)», «пяти (5)», «1 (одного)».
  package func cardinal(at index: Int) -> Parsed<Int>? {
    plainCardinal(at: index).map(withRepetition)
  }

  /// A place in a row: «1-го», «5-й», «3го», «третьего», «двадцать девятое», and a Roman numeral, but not bare
  /// digits.
  package func ordinal(at index: Int) -> Parsed<Int>? {
    plainOrdinal(at: index).map(withRepetition)
  }

  /// A number of days, places and the like in any spelling: an ordinal, a cardinal in digits or in words.
  package func number(at index: Int) -> Parsed<Int>? {
    if let ordinal = ordinal(at: index) { return ordinal }
    return cardinal(at: index)
  }

  /// A fraction: «2/3», «двух третей», «половины», «50 процентов», «одной трети», «1/2 (половины)».
  package func fraction(at index: Int) -> Parsed<Fraction>? {
    if let share = plainFraction(at: index) {
      if self[share.next].kind == .openingBracket, let second = plainFraction(at: share.next + 1),
        second.value == share.value, self[second.next].kind == .closingBracket
      {
        return Parsed(share.value, next: second.next + 1)
      }
      return share
    }
    return nil
  }

  /// The index behind a suffix of a numeral at `index`: «-го», «-х», «ти» glued to the digits.
  package func endOfSuffix(at index: Int) -> Int {
    if self[index].isDash, self[index].isGlued, self[index + 1].isGlued, isSuffix(index + 1) {
      return index + 2
    }
    return self[index].isGlued && isSuffix(index) ? index + 1 : index
  }

  // MARK: Parts

  /// The number with the same one again in brackets behind it; another one is not the count's and stays.
  private func withRepetition(_ first: Parsed<Int>) -> Parsed<Int> {
    guard self[first.next].kind == .openingBracket,
      let second = plainOrdinal(at: first.next + 1) ?? plainCardinal(at: first.next + 1),
      second.value == first.value, self[second.next].kind == .closingBracket
    else { return first }
    return Parsed(first.value, next: second.next + 1)
  }

  private func plainOrdinal(at index: Int) -> Parsed<Int>? {
    if let value = self[index].value {
      let next = endOfSuffix(at: index + 1)
      guard next > index + 1, isOrdinalSuffix(next - 1) else { return nil }
      return Parsed(value, next: next)
    }
    if let word = wordOrdinal(at: index) { return word }
    return romanNumeral(at: index).map { Parsed($0, next: endOfSuffix(at: index + 1)) }
  }

  private func plainCardinal(at index: Int) -> Parsed<Int>? {
    let token = self[index]
    if let value = token.value {
      let next = endOfSuffix(at: index + 1)
      if next > index + 1, isOrdinalSuffix(next - 1), !isCardinalSuffix(next - 1) { return nil }
      return Parsed(value, next: next)
    }
    return wordCardinal(at: index)
  }

  /// Words in the order of the language: thousands, hundreds, tens, units, each smaller than the one before.
  private func wordCardinal(at index: Int) -> Parsed<Int>? {
    var (total, group, floor, next) = (0, 0, Int.max, index)
    while let word = NumberWord(self[next]), word.kind != .ordinal {
      if word.value >= 1000 {
        guard total == 0 || word.value < floor else { break }
        total += max(group, 1) * word.value
        group = 0
        floor = word.value
      } else {
        guard word.value < floor, word.value > 0 || next == index else { break }
        group += word.value
        floor = word.value >= 100 ? 100 : word.value >= 20 ? 10 : 1
        if NumberWord(self[next + 1])?.value ?? 0 >= 1000 { floor = Int.max }
      }
      next += 1
      if next - index > 8 { break }
    }
    return next > index ? Parsed(total + group, next: next) : nil
  }

  /// Cardinals and one ordinal at the end: «двадцать девятого», «две тысячи двадцать четвертого».
  private func wordOrdinal(at index: Int) -> Parsed<Int>? {
    guard let first = NumberWord(self[index]) else { return nil }
    if first.kind == .ordinal {
      // «первого», but in «сотого первого» the first word is complete.
      return Parsed(first.value, next: index + 1)
    }
    guard first.kind == .cardinal else { return nil }
    var end = index
    while end - index < 8, let word = NumberWord(self[end]), word.kind == .cardinal { end += 1 }
    guard let last = NumberWord(self[end]), last.kind == .ordinal,
      let base = wordCardinal(at: index), base.next == end, fits(last.value, under: base.value)
    else { return nil }
    return Parsed(base.value + last.value, next: end + 1)
  }

  /// Whether an ordinal can end a number: «двадцать» takes a unit, «сто» takes less than a hundred.
  private func fits(_ value: Int, under base: Int) -> Bool {
    if base % 1000 == 0 { return value < 1000 }
    if base % 100 == 0 { return value < 100 }
    return base % 10 == 0 && value < 10
  }

  private func isSuffix(_ index: Int) -> Bool {
    guard self[index].isWord, self[index].letters.count <= 3 else { return false }
    return isOrdinalSuffix(index) || isCardinalSuffix(index)
  }

  private func isOrdinalSuffix(_ index: Int) -> Bool {
    Self.ordinalSuffixes[self[index]] ?? false
  }

  private func isCardinalSuffix(_ index: Int) -> Bool {
    Self.cardinalSuffixes[self[index]] ?? false
  }

  private static let ordinalSuffixes = Lexicon<Bool>(
    [
      "й", "го", "ого", "его", "му", "ому", "м", "е", "ое", "я", "ая", "ой", "ую", "ю", "ый", "ий",
      "ым", "ем", "ом", "х", "ей",
    ].map { Lexicon<Bool>.Entry.word($0, true) })

  private static let cardinalSuffixes = Lexicon<Bool>(
    ["х", "ти", "и", "ми", "ух", "ех", "мя", "м", "ю", "а"].map {
      Lexicon<Bool>.Entry.word($0, true)
    })

  private func plainFraction(at index: Int) -> Parsed<Fraction>? {
    let token = self[index]
    if let top = token.value {
      if self[index + 1].kind == .slash, let bottom = self[index + 2].value, bottom > 0 {
        return Parsed(Fraction(top, bottom), next: index + 3)
      }
      if let end = endOfPercent(at: index + 1) { return Parsed(Fraction(top, 100), next: end) }
      let next = endOfSuffix(at: index + 1)
      if let bottom = denominator(next) { return Parsed(Fraction(top, bottom), next: next + 1) }
      return nil
    }
    if token.isForm("половин", .feminine) { return Parsed(Fraction(1, 2), next: index + 1) }
    if token.isForm("трет", Self.noun) { return Parsed(Fraction(1, 3), next: index + 1) }
    if token.isForm("четверт", Self.noun) { return Parsed(Fraction(1, 4), next: index + 1) }
    guard let top = wordCardinal(at: index) else { return nil }
    if let bottom = denominator(top.next) {
      return Parsed(Fraction(top.value, bottom), next: top.next + 1)
    }
    if let end = endOfPercent(at: top.next) {
      return Parsed(Fraction(top.value, 100), next: end)
    }
    return nil
  }

  private func denominator(_ index: Int) -> Int? {
    let token = self[index]
    if token.isForm("трет", Self.noun) { return 3 }
    if token.isForm("четверт", Self.noun) { return 4 }
    if token.isForm("втор", Self.parts) { return 2 }
    guard let word = NumberWord(token), word.kind == .ordinal, word.value > 2,
      token.isForm("пят", Self.parts) || token.isForm("шест", Self.parts)
        || token.isForm("седьм", Self.parts) || token.isForm("восьм", Self.parts)
        || token.isForm("девят", Self.parts) || token.isForm("десят", Self.parts)
    else { return nil }
    return word.value
  }

  private func endOfPercent(at index: Int) -> Int? {
    // «50-процентный» is no share of anything.
    if self[index].kind == .percent { return index + 1 }
    return self[index].isForm("процент", .masculine) ? index + 1 : nil
  }

  /// «треть», «трети», «третью», «третей», «третями»: the noun, not the ordinal.
  private static let noun = Endings(["ь", "и", "ью", "ей", "ям", "ями", "ях"])
  private static let parts = Endings(["ая", "ой", "ую", "ою", "ых", "ым", "ыми"])
}

/// A share, in lowest terms.
package struct Fraction: Sendable, Hashable {
  package let numerator: Int
  package let denominator: Int

  package init(_ numerator: Int, _ denominator: Int) {
    var (divisor, rest) = (max(denominator, 1), max(numerator, 0))
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    self.numerator = max(numerator, 0) / divisor
    self.denominator = max(denominator, 1) / divisor
  }
}
