import ActaModel

extension DeadlineGrammar {
  /// Whether what stands around a draft lets it be a deadline: not a citation, a name, an address or a quantity.
  func accepts(_ draft: DeadlineDraft, after last: DeadlineDraft?) -> Bool {
    let (start, end) = (draft.range.lowerBound, draft.range.upperBound)
    let (before, behind) = (text[start - 1], text[end])
    if isBirth(behind, text[end + 1]) { return false }
    switch draft.value {
    case .calendar(let period, let mode):
      if before.is("от") || before.kind == .numberSign || behind.kind == .numberSign {
        return false
      }
      if isReport(before) || isAddress(start, period) || isStateOfAffairs(start) { return false }
      if isQuoted(start) || isNumberOfUnit(start) { return false }
      return acceptsCalendar(draft, period, mode, joined: last.map { follows($0, start) } ?? false)
    case .interval(let from, let to):
      if isReport(before) || isQuoted(start) { return false }
      guard !draft.isStated, isName(start) else { return true }
      if case .year = from.unit, case .year = to.unit { return false }
      return true
    case .relative:
      return draft.isStated || (isWhole && (isAlone(draft.range) || hasLabel(start)))
    case .recurring, .point, .open, .promptly, .unreadable, .nothing: return !isQuoted(start)
    }
  }

  private func acceptsCalendar(
    _ draft: DeadlineDraft, _ period: CalendarPeriod, _ mode: DeadlineDraft.Mode, joined: Bool
  ) -> Bool {
    let start = draft.range.lowerBound
    if joined { return true }
    if period.isDay { return isWhole || draft.isStated && (period.year != nil || mode != .within) }
    switch mode {
    // «развития до 2030 года», «программа на 2024 год»: parts of names.
    case .before:
      if case .year = period.unit { return !isName(start) }
      return true
    case .within: return draft.isStated || !isName(start)
    case .through, .start, .from: return true
    }
  }

  /// Whether a draft goes on with the one before it: nothing but a comma or «и» between.
  private func follows(_ last: DeadlineDraft, _ start: Int) -> Bool {
    guard last.range.upperBound < start, start - last.range.upperBound <= 2 else {
      return last.range.upperBound == start
    }
    return (last.range.upperBound..<start).allSatisfy {
      text[$0].kind == .comma || text[$0].is("и")
    }
  }

  /// A year or a day of birth: «1978 года рождения», «12.03.1985 г.р.».
  private func isBirth(_ first: Token, _ second: Token) -> Bool {
    first.has(stem: "рожд") || first.is("р") && first.isGlued || first.has(stem: "выпуск")
      || first.has(stem: "постройк") || first.kind == .comma && second.has(stem: "рожд")
  }

  /// A report's own period: «отчет за 2024 год».
  private func isReport(_ before: Token) -> Bool { before.is("за") }

  /// «ул. 8 Марта»
  private func isAddress(_ start: Int, _ period: CalendarPeriod) -> Bool {
    guard !text[start].isWord || period.isDay else { return false }
    for index in [start - 1, start - 2] {
      let token = text[index]
      if Self.streets[token] == true { return true }
      if token.kind != .period { return false }
    }
    return false
  }

  private static let streets = Lexicon<Bool>([
    .word("ул", true), .stem("улиц", true), .stem("просп", true), .word("пр", true),
    .word("кт", true), .word("пл", true), .stem("площад", true), .word("пер", true),
    .stem("переул", true), .word("мкр", true), .stem("микрорайон", true), .stem("шоссе", true),
    .stem("бульвар", true), .word("наб", true), .stem("набережн", true), .stem("проезд", true),
    .word("имени", true), .word("им", true),
  ])

  /// «п. 3.12.24»
  private func isNumberOfUnit(_ start: Int) -> Bool {
    guard text[start].isNumber, text[start + 1].kind == .period else { return false }
    let before = text[start - 1].kind == .period ? text[start - 2] : text[start - 1]
    return Self.unitsOfActs[before] ?? false
  }

  private static let unitsOfActs = Lexicon<Bool>([
    .word("п", true), .word("пп", true), .word("ст", true), .word("гл", true),
    .word("абз", true), .word("разд", true), .stem("пункт", true), .stem("подпункт", true),
    .stem("стать", true), .stem("раздел", true), .stem("глав", true), .stem("строк", true),
    .stem("позици", true), .stem("приложени", true),
  ])

  /// A day of what was: «по состоянию на 1 января 2024 года», «родился 12.03.1985».
  private func isStateOfAffairs(_ start: Int) -> Bool {
    let before = text[start - 1]
    return before.has(stem: "состояни") || before.has(stem: "рожден") || before.has(stem: "рожд")
      || before.has(stem: "родил")
      || (before.is("г") || before.kind == .colon) && text[start - 2].has(stem: "рожд")
      || text[start].is("на") && before.has(stem: "состояни")
  }

  /// Whether a quote was opened before and not closed: the words belong to a title.
  private func isQuoted(_ start: Int) -> Bool {
    guard start > 1 else { return false }
    var index = start - 1
    // A title is not longer than this; the limit keeps the scan linear.
    let limit = max(0, start - 40)
    while index > limit {
      switch text[index].kind {
      case .openingQuote: return true
      case .closingQuote: return false
      case .straightQuote:
        return text[index].gap != .glued && text[index + 1].isGlued && index > 0
      default: index -= 1
      }
    }
    return false
  }

  /// Whether the word before makes what follows a part of a name, not of a command: neither the beginning, nor a
  /// label, nor a verb.
  private func isName(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = text[start - 1]
    guard before.isWord else {
      return before.isNumber || before.kind == .closingQuote || before.kind == .straightQuote
    }
    if isCommand(before) || hasLabel(start) { return false }
    return
      !(before.is("далее") || before.is("затем") || before.is("весь")
      || before.is("ежегодно"))
  }

  /// An infinitive or a like word: «утвердить», «определить», «отнести», «перенести».
  private func isCommand(_ token: Token) -> Bool {
    let letters = token.letters
    if letters.ends(in: "ость") || letters.ends(in: "асть") { return false }
    return letters.ends(in: "ть") || letters.ends(in: "ться") || letters.ends(in: "вести")
      || letters.ends(in: "нести") || letters.ends(in: "йти")
      || letters.ends(in: "чь") || letters.ends(in: "тись")
  }

  /// «Срок исполнения», «сроки реализации мероприятия» right before.
  private func hasLabel(_ start: Int) -> Bool {
    for index in stride(from: start - 1, through: max(0, start - 5), by: -1) {
      if text[index].has(stem: "срок") || text[index].is("дата") { return true }
    }
    return false
  }

  private func isAlone(_ range: Range<Int>) -> Bool {
    range.lowerBound == 0
      && (range.upperBound..<text.count).allSatisfy {
        text[$0].kind == .semicolon || text[$0].kind == .period
      }
  }
}
