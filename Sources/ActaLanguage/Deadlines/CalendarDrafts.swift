import ActaModel

extension DeadlineGrammar {
  /// A date, period or interval with its preposition.
  func calendarDraft(at index: Int) -> DeadlineDraft? {
    if let interval = interval(at: index) {
      let isLed =
        text[index].isWord && !text[index].is("на") && text.month(at: index) == nil
        && !isRow(index)
      return DeadlineDraft(
        value: .interval(interval.value.from, interval.value.to), range: index..<interval.next,
        isStated: isLed)
    }
    let lead = lead(at: index)
    let start = lead?.next ?? index
    if let point = pointDraft(at: index, from: start) { return point }
    if let list = listed(at: start) {
      return DeadlineDraft(
        value: .calendar(list.value, lead?.mode ?? .within), range: index..<list.next,
        isStated: lead?.isStated ?? false)
    }
    guard let period = calendarPeriod(at: start) ?? bareYear(at: start) else { return nil }
    if let lead, lead.isVague {
      return DeadlineDraft(value: .unreadable, range: index..<period.next, isStated: true)
    }
    return DeadlineDraft(
      value: .calendar(period.value, lead?.mode ?? .within), range: index..<period.next,
      isStated: lead?.isStated ?? false)
  }

  /// What stands before a date or a period.
  struct Lead {
    var mode: DeadlineDraft.Mode
    var next: Int
    /// «не позднее» is of deadlines alone, «на» is not.
    var isStated: Bool
    /// «в конце», «в начале», «в середине»: no day can be told.
    var isVague = false
  }

  func lead(at index: Int) -> Lead? {
    var (next, isStated) = (index, false)
    if text[next].is("в"), text[next + 1].is("срок") || text[next + 1].is("сроки") {
      next = skipComma(next + 2)
      isStated = true
    } else if text[next].is("сроком") || text[next].is("срок") || text[next].is("вплоть") {
      next += 1
      isStated = true
    }
    guard let lead = simpleLead(at: next) else { return nil }
    return Lead(
      mode: lead.mode, next: skipTime(lead.next), isStated: lead.isStated || isStated,
      isVague: lead.isVague)
  }

  private func simpleLead(at index: Int) -> Lead? {
    let token = text[index]
    if let comparison = comparison(at: index) {
      switch comparison.value {
      case .later:
        let next = text[comparison.next].is("до") ? comparison.next + 1 : comparison.next
        return edge(at: next, otherwise: .through)
          ?? Lead(mode: .through, next: next, isStated: true)
      case .earlier: return Lead(mode: .from, next: comparison.next, isStated: true)
      case .seldomer, .less, .more: return nil
      }
    }
    if token.is("до") || token.is("к") || token.is("ко") {
      return edge(at: index + 1, otherwise: .before)
        ?? Lead(mode: .before, next: index + 1, isStated: true)
    }
    if token.is("по") {
      return edge(at: index + 1, otherwise: .through)
        ?? Lead(mode: .through, next: index + 1, isStated: true)
    }
    if token.is("с") || token.is("со") { return Lead(mode: .from, next: index + 1, isStated: true) }
    if token.is("начиная"), text[index + 1].is("с") || text[index + 1].is("со") {
      return Lead(mode: .from, next: index + 2, isStated: true)
    }
    if token.is("после") { return Lead(mode: .from, next: index + 1, isStated: true) }
    if token.is("весь") { return Lead(mode: .within, next: index + 1, isStated: true) }
    if token.is("в") || token.is("во") {
      let next = text[index + 1]
      if next.has(stem: "течени") || next.is("весь") {
        let all = text[index + 2].has(stem: "вс")
        return Lead(mode: .within, next: index + (all ? 3 : 2), isStated: true)
      }
      if next.is("срок") { return Lead(mode: .within, next: index + 2, isStated: true) }
      if next.is("конце") || next.is("начале") || next.is("середине") {
        return Lead(mode: .within, next: index + 2, isStated: true, isVague: true)
      }
      return Lead(mode: .within, next: index + 1, isStated: true)
    }
    if token.is("на") {
      if text[index + 1].is("протяжении") {
        let all = text[index + 2].has(stem: "вс")
        return Lead(mode: .within, next: index + (all ? 3 : 2), isStated: true)
      }
      return edge(at: index + 1, otherwise: .within)
        ?? Lead(mode: .within, next: index + 1, isStated: false)
    }
    return nil
  }

  /// «конца», «окончания», «начала» of what follows.
  private func edge(at index: Int, otherwise: DeadlineDraft.Mode) -> Lead? {
    let token = text[index]
    if token.is("конец") || token.is("конца") || token.is("концу") || token.is("конце")
      || token.isForm("окончани", .neuter)
      || token.isForm("завершени", .neuter) || token.isForm("истечени", .neuter)
    {
      // «до конца рабочего дня 29 марта» is a time of day.
      if text[index + 1].has(stem: "рабоч"), text[index + 2].has(stem: "дн") {
        return Lead(mode: otherwise, next: index + 3, isStated: true)
      }
      return Lead(mode: .through, next: index + 1, isStated: true)
    }
    if token.isForm("начал", .neuter) { return Lead(mode: .start, next: index + 1, isStated: true) }
    if token.isForm("середин", .feminine) {
      return Lead(mode: .within, next: index + 1, isStated: true, isVague: true)
    }
    return nil
  }

  enum Comparison { case later, earlier, seldomer, less, more }

  /// «не позднее», «не реже» and the like, with the «чем» that may follow.
  func comparison(at index: Int) -> Parsed<Comparison>? {
    let token = text[index]
    var next = index
    if token.is("не") { next += 1 }
    // «не должен превышать», «не может превышать»
    if text[next].has(stem: "долж") || text[next].is("может") || text[next].is("могут") {
      next += 1
      guard text[next].has(stem: "превыша") else { return nil }
    }
    guard let kind = Self.comparisons[text[next]] else { return nil }
    // Without «не» only «позднее» is met, as a slip.
    if next == index { return nil }
    next += 1
    if text[next].kind == .comma, text[next + 1].is("чем") {
      next += 2
    } else if text[next].is("чем") {
      next += 1
    }
    return Parsed(kind, next: next)
  }

  private static let comparisons = Lexicon<Comparison>([
    .word("позднее", .later), .word("поздней", .later), .word("позже", .later),
    .word("далее", .later), .word("дольше", .more), .word("долее", .more),
    .word("ранее", .earlier), .word("раньше", .earlier), .word("реже", .seldomer),
    .word("менее", .less), .word("меньше", .less), .word("более", .more), .word("больше", .more),
    .word("свыше", .more), .word("чаще", .more), .stem("превыша", .more),
  ])

  func skipComma(_ index: Int) -> Int { text[index].kind == .comma ? index + 1 : index }

  /// Past a time of day in front of a date: «18:00», «12 часов 00 минут», «15-00 (мск)».
  func skipTime(_ index: Int) -> Int {
    guard text[index].digits > 0, text[index].digits <= 2 else { return index }
    var next = index + 1
    let separator = text[next]
    if separator.kind == .colon || separator.isDash || separator.kind == .period,
      separator.isGlued, text[next + 1].isGlued, text[next + 1].digits == 2
    {
      // «12.03.2024» is a date, «12.03 2024» none.
      if text[next + 2].kind == .period, text[next + 3].isNumber, text[next + 2].isGlued {
        return index
      }
      next += 2
      if text[next].has(stem: "час") { next += 1 }
    } else if text[next].has(stem: "час") || text[next].is("ч") {
      next += 1
      if text[next].kind == .period { next += 1 }
      if text[next].isNumber, text[next + 1].has(stem: "мин") {
        next += 2
        if text[next].kind == .period { next += 1 }
      }
    } else {
      return index
    }
    if text[next].kind == .openingBracket, text[next + 2].kind == .closingBracket { next += 3 }
    if text[next].is("мск") { next += 1 }
    if text[next].is("по"), text[next + 2].has(stem: "времени") { next += 3 }
    if text[next].kind == .comma { next += 1 }
    return calendarPeriod(at: next) == nil ? index : next
  }

  /// One of several figures whose noun comes at the end: «15, 20 и 25 марта», «I и III кварталы».
  private func listed(at index: Int) -> Parsed<CalendarPeriod>? {
    guard let first = placeInRow(at: index), (1...31).contains(first.value), isListMark(first.next)
    else { return nil }
    var next = first.next
    // Longer rows are met nowhere; the limit keeps the scan linear.
    for _ in 0..<12 {
      guard isListMark(next) else { return nil }
      next += 1
      guard let figure = placeInRow(at: next) else { return nil }
      if isListMark(figure.next) {
        next = figure.next
        continue
      }
      if let period = calendarPeriod(at: next) {
        var one = period.value
        switch one.unit {
        case .day(_, let month): one.unit = .day(first.value, month: month)
        case .quarter: one.unit = .quarter(first.value)
        case .halfYear: one.unit = .halfYear(first.value)
        case .tenDays(_, let month): one.unit = .tenDays(first.value, month: month)
        case .month, .year: return nil
        }
        return Parsed(one, next: first.next)
      }
      next = figure.next
    }
    return nil
  }

  private func isListMark(_ index: Int) -> Bool {
    text[index].kind == .comma || text[index].is("и") || text[index].is("или")
      || text[index].is("либо")
  }

  /// A year without «год»: in a list that ends with it, behind «до конца», or alone in the phrase.
  private func bareYear(at index: Int) -> Parsed<CalendarPeriod>? {
    let token = text[index]
    guard token.digits == 4, let year = token.value, (1990...2099).contains(year) else {
      return nil
    }
    let period = Parsed(CalendarPeriod(unit: .year, year: year), next: index + 1)
    if isWhole, index == 0 || text[index - 1].isWord, text[index + 1].isEnd { return period }
    var next = index + 1
    for _ in 0..<12 {
      guard isListMark(next) else { return nil }
      next += 1
      guard text[next].digits == 4, let other = text[next].value, (1990...2099).contains(other)
      else { return nil }
      if endOfYears(at: next + 1) != nil { return period }
      next += 1
    }
    return nil
  }

  /// Whether the words from here are a figure in a row, not a preposition.
  private func isRow(_ index: Int) -> Bool { placeInRow(at: index) != nil }
}
