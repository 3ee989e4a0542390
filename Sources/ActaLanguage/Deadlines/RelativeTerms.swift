import ActaModel

extension DeadlineGrammar {
  /// A count of days and the like, from an event or to it.
  func relativeDraft(at index: Int) -> DeadlineDraft? {
    // «назначается на срок 5 лет» tells how long, not by when.
    if !isWhole, text[index].is("на"), text[index + 1].isForm("срок", .masculine) {
      return DeadlineDraft(
        value: .nothing, range: index..<endOfClause(from: index + 2), isStated: true)
    }
    if let day = dayOfEvent(at: index) { return day }
    if let day = dayOfOwnEvent(at: index) { return day }
    guard let opening = opening(at: index) else { return nil }
    let start = opening.next
    // «в течение 2024 года», «не позднее 1 марта» are of the calendar.
    guard calendarPeriod(at: start) == nil, skipTime(start) == start,
      var count = quantity(at: start) ?? term(at: start)
    else { return nil }
    guard !opening.needsTerm || count.value.isTerm else { return nil }
    if let aside = aside(at: count.next) {
      if aside.value, count.value.unit == .calendarDay { count.value.unit = .workingDay }
      count.next = aside.next
    }
    let anchored = anchor(at: count.next)
    if opening.needsAnchor, anchored == nil { return nil }
    if opening.needsBefore, anchored?.value.direction != .before { return nil }
    if count.value.isBare, anchored == nil, let zero = eventDay(of: count, at: index) {
      return zero
    }
    let relative = RelativeTerm(
      count.value.amount, count.value.unit, anchored?.value.direction ?? .after,
      anchored?.value.anchor ?? .unspecified, isEarliest: opening.isEarliest)
    return DeadlineDraft(
      value: .relative(relative), range: index..<(anchored?.next ?? count.next),
      isStated: opening.isStated || anchored != nil)
  }

  /// A short remark in brackets between a count and its anchor, and whether it says that the days are working ones.
  private func aside(at index: Int) -> Parsed<Bool>? {
    guard text[index].kind == .openingBracket, !isStatus(at: index) else { return nil }
    for end in index + 2..<index + 8 where text[end].kind == .closingBracket {
      let isWorking = text[index + 1].isForm(ofAdjective: "рабоч")
      guard isWorking || anchor(at: end + 1) != nil else { return nil }
      return Parsed(isWorking, next: end + 1)
    }
    return nil
  }

  // MARK: What opens it

  private struct Opening {
    var next: Int
    var isStated = true
    /// «в», which takes «трехдневный срок» and no count.
    var needsTerm = false
    var needsAnchor = false
    /// «за», which takes «до».
    var needsBefore = false
    var isEarliest = false
  }

  private func opening(at index: Int) -> Opening? {
    let token = text[index]
    var next = index
    if token.is("в") || token.is("во") {
      if text[next + 1].has(stem: "течени") || text[next + 1].is("пределах") {
        return Opening(next: skipLimit(next + 2))
      }
      guard text[next + 1].isForm("срок", .masculine) || text[next + 1].isForm("период", .masculine)
      else { return Opening(next: next + 1, needsTerm: true) }
      next = skipComma(next + 2)
      return limited(at: next)
    }
    if token.isForm("срок", .masculine) {
      next = index + 1
      if text[next].isDash || text[next].kind == .colon || text[next].kind == .comma { next += 1 }
      return limited(at: next) ?? Opening(next: skipLimit(next))
    }
    if let comparison = comparison(at: index) {
      next = comparison.next
      switch comparison.value {
      case .later, .more: return Opening(next: skipLimit(next))
      case .less, .seldomer:
        guard text[next].is("за") else {
          return Opening(next: next, isStated: false, needsAnchor: true, isEarliest: true)
        }
        return Opening(next: next + 1, needsBefore: true)
      case .earlier:
        guard text[next].is("за") || text[next].is("через") || text[next].is("по") else {
          return Opening(next: next, needsAnchor: true, isEarliest: true)
        }
        let next = text[next].is("по") ? next + 2 : next + 1
        return Opening(next: next, isEarliest: true)
      }
    }
    if token.is("через") || token.is("спустя") { return Opening(next: index + 1) }
    if token.is("по") {
      guard
        text[next + 1].isForm("истечени", .neuter) || text[next + 1].isForm("прошестви", .neuter)
      else { return nil }
      return Opening(next: next + 2)
    }
    if token.is("до") {
      if text[next + 1].is("истечения") { return Opening(next: next + 2) }
      return Opening(next: next + 1, isStated: false)
    }
    if token.is("за") { return Opening(next: next + 1, needsBefore: true) }
    if token.is("на") { return Opening(next: next + 1, needsAnchor: true) }
    if token.isNumber || token.isWord { return Opening(next: index, isStated: false) }
    return nil
  }

  /// Behind «в срок»: «не более», «не превышающий», «до».
  private func limited(at index: Int) -> Opening? {
    if let comparison = comparison(at: index) {
      guard comparison.value == .later || comparison.value == .more else { return nil }
      return Opening(next: skipLimit(comparison.next))
    }
    if text[index].is("до") || text[index].is("в") {
      return Opening(next: skipLimit(index + (text[index + 1].has(stem: "течени") ? 2 : 1)))
    }
    return Opening(next: index)
  }

  /// Past words that only limit once more: «через», «в течение», «не более чем по истечении».
  private func skipLimit(_ index: Int) -> Int {
    var next = index
    if let comparison = comparison(at: next),
      comparison.value == .more || comparison.value == .later
    {
      next = comparison.next
    }
    if text[next].is("через") || text[next].is("за") || text[next].is("спустя") { return next + 1 }
    if text[next].is("в"), text[next + 1].has(stem: "течени") { return next + 2 }
    if text[next].is("по"), text[next + 1].isForm("истечени", .neuter) { return next + 2 }
    return next
  }

  // MARK: How much

  struct Quantity: Equatable {
    var amount: Int
    var unit: RelativeTerm.Unit
    /// An adjective told how long, «трехдневный срок».
    var isTerm = false
    /// A day without a number: «дня», «рабочего дня».
    var isBare = false
  }

  /// «5 (пяти) рабочих дней», «месяца», «суток», «третьего рабочего дня».
  func quantity(at index: Int) -> Parsed<Quantity>? {
    if text[index].is("полугода") || text[index].is("полгода") {
      return Parsed(Quantity(amount: 6, unit: .month), next: index + 1)
    }
    var (next, amount) = (index, 1)
    var isNumbered = false
    if let number = text.number(at: next) {
      amount = number.value
      next = number.next
      isNumbered = true
    }
    var isWorking = false
    for _ in 0..<3 {
      let token = text[next]
      if token.isForm(ofAdjective: "рабоч") {
        isWorking = true
      } else if !isPassingAdjective(token) {
        break
      }
      next += 1
    }
    guard let unit = Self.units[text[next]], (0...1000).contains(amount) else { return nil }
    // «1978 года» is no count of years.
    if unit == .year, amount > 100 { return nil }
    next += text[next].is("ч") && text[next + 1].kind == .period ? 2 : 1
    if text[next].isForm(ofAdjective: "рабоч"), unit == .calendarDay, isNumbered {
      isWorking = true
      next += 1
    }
    let isDay = unit == .calendarDay
    return Parsed(
      Quantity(
        amount: amount, unit: isWorking && isDay ? .workingDay : unit,
        isBare: !isNumbered && isDay && !text[next - 1].has(stem: "сут")), next: next)
  }

  /// «трехдневный срок», «10-дневный срок», «месячного срока», «3-х месячный срок».
  func term(at index: Int) -> Parsed<Quantity>? {
    var next = index
    var amount: Int?
    var letters = text[next].letters
    if let number = text.cardinal(at: next),
      text[next].letters.numberPrefix == nil
        || Self.termUnits[text[number.next].letters] != nil || text[number.next].isDash
    {
      amount = number.value
      next = number.next
      if text[next].isDash { next += 1 }
      letters = text[next].letters
    } else if let prefix = letters.numberPrefix {
      amount = prefix.value
      letters = letters.dropFirst(prefix.letters)
    }
    guard text[next].isWord, let unit = Self.termUnits[letters] else { return nil }
    next += 1
    var isWorking = false
    if text[next].isForm(ofAdjective: "рабоч") || text[next].isForm(ofAdjective: "календарн") {
      isWorking = text[next].has(stem: "рабоч")
      next += 1
    }
    guard text[next].isForm("срок", .masculine) || text[next].isForm("период", .masculine) else {
      return nil
    }
    let count = amount ?? 1
    guard (0...1000).contains(count) else { return nil }
    return Parsed(
      Quantity(
        amount: count * unit.factor,
        unit: isWorking && unit.unit == .calendarDay ? .workingDay : unit.unit, isTerm: true),
      next: next + 1)
  }

  private func isPassingAdjective(_ token: Token) -> Bool {
    token.isForm(ofAdjective: "календарн") || token.isForm(ofAdjective: "полн")
      || token.isForm(ofAdjective: "следующ") || token.isForm(ofAdjective: "последующ")
      || token.isForm(ofAdjective: "ближайш")
  }

  private static let units = Lexicon<RelativeTerm.Unit>([
    .word("день", .calendarDay),
    .form(
      "дн", Endings(["я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях"]), .calendarDay),
    .form("сут", Endings(["ки", "ок", "кам", "ках"]), .calendarDay),
    .form("недел", .feminine, .week), .form("месяц", .softHard, .month),
    .form("год", .masculine, .year), .word("лет", .year), .form("час", .masculine, .hour),
    .word("ч", .hour),
  ])

  struct TermUnit: Sendable {
    var unit: RelativeTerm.Unit
    var factor = 1
  }

  private static let termUnits = Lexicon<TermUnit>([
    .form("дневн", .adjective, TermUnit(unit: .calendarDay)),
    .form("суточн", .adjective, TermUnit(unit: .calendarDay)),
    .form("недельн", .adjective, TermUnit(unit: .week)),
    .form("месячн", .adjective, TermUnit(unit: .month)),
    .form("квартальн", .adjective, TermUnit(unit: .month, factor: 3)),
    .form("полугодов", .adjective, TermUnit(unit: .month, factor: 6)),
    .form("полугодичн", .adjective, TermUnit(unit: .month, factor: 6)),
    .form("годичн", .adjective, TermUnit(unit: .year)),
    .form("годов", .adjective, TermUnit(unit: .year)),
    .form("летн", .adjective, TermUnit(unit: .year)),
    .form("часов", .adjective, TermUnit(unit: .hour)),
  ])

  static func isTermUnit(_ letters: Letters) -> Bool { termUnits[letters] != nil }

  // MARK: The day of an event

  /// «в день подписания»: the event's own day.
  private func dayOfEvent(at index: Int) -> DeadlineDraft? {
    guard text[index].is("в"), text[index + 1].is("день") else { return nil }
    guard let event = event(at: index + 2) else { return nil }
    return DeadlineDraft(
      value: .relative(RelativeTerm(0, .calendarDay, .after, event.value)),
      range: index..<event.next, isStated: true)
  }

  /// «со дня его официального опубликования», «после подписания»: the day of one of the act's own events.
  private func dayOfOwnEvent(at index: Int) -> DeadlineDraft? {
    let token = text[index]
    guard token.is("с") || token.is("со") || token.is("после") || token.is("до"),
      let anchored = anchor(at: index)
    else { return nil }
    if case .event = anchored.value.anchor { return nil }
    return DeadlineDraft(
      value: .relative(
        RelativeTerm(0, .calendarDay, anchored.value.direction, anchored.value.anchor)),
      range: index..<anchored.next, isStated: true)
  }

  /// «не позднее дня заседания», «не позднее дня, предшествующего заседанию».
  private func eventDay(of count: Parsed<Quantity>, at index: Int) -> DeadlineDraft? {
    let next = skipComma(count.next)
    if text[next].isForm(ofAdjective: "предшествующ") {
      let start = text[next + 1].is("дню") || text[next + 1].is("дате") ? next + 2 : next + 1
      guard let event = event(at: start) else { return nil }
      return DeadlineDraft(
        value: .relative(RelativeTerm(1, count.value.unit, .before, event.value)),
        range: index..<event.next, isStated: true)
    }
    guard comparison(at: index) != nil, text[count.next].isWord, let event = event(at: count.next)
    else { return nil }
    return DeadlineDraft(
      value: .relative(RelativeTerm(0, count.value.unit, .after, event.value)),
      range: index..<event.next, isStated: true)
  }
}
