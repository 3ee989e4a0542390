import ActaModel

extension DeadlineGrammar {
  /// Words that set no day: «постоянно», «по мере необходимости», «в установленные сроки».
  func openDraft(at index: Int) -> DeadlineDraft? {
    let token = text[index]
    if let adverb = Self.adverbs[token] {
      // «постоянно действующая комиссия» says nothing of time.
      if text[index + 1].has(stem: "действ") || text[index + 1].isForm(ofAdjective: "обновля") {
        return nil
      }
      return open(adverb, index, index + 1)
    }
    if token.has(stem: "срок") { return termElsewhere(from: index, at: index + 1) }
    if token.is("при") {
      // In a sentence it is a condition far more often than a time.
      guard isWhole, text[index + 1].is("необходимости") else { return nil }
      return open(.asNeeded, index, index + 2)
    }
    if token.is("по") { return behindPo(index) }
    if token.is("на") || token.is("в") || token.is("во") {
      return manner(index) ?? whole(index) ?? termElsewhere(from: index, at: index + 1)
        ?? accordance(index)
    }
    if token.is("весь") { return whole(index - 1, from: index) }
    if token.is("согласно") { return accordance(index) }
    if token.is("до") { return untilRevoked(index) }
    return nil
  }

  private func open(_ term: OpenTerm, _ start: Int, _ end: Int) -> DeadlineDraft {
    DeadlineDraft(value: .open(term), range: start..<end, isStated: true)
  }

  private func promptly(_ start: Int, _ end: Int) -> DeadlineDraft {
    DeadlineDraft(value: .promptly, range: start..<end, isStated: true)
  }

  private static let adverbs = Lexicon<OpenTerm>([
    .word("постоянно", .continuous), .word("непрерывно", .continuous),
    .word("регулярно", .continuous), .word("систематически", .continuous),
    .word("бессрочно", .unlimited), .word("бессрочный", .unlimited),
    .word("бессрочная", .unlimited), .word("бессрочное", .unlimited),
  ])

  /// «по мере …», «по отдельному графику», «по согласованию».
  private func behindPo(_ index: Int) -> DeadlineDraft? {
    if text[index + 1].is("мере") {
      guard text[index + 2].isWord else { return nil }
      return open(.asNeeded, index, endOfClause(from: index + 2))
    }
    if text[index + 1].is("необходимости") { return open(.asNeeded, index, index + 2) }
    var next = index + 1
    while next < index + 4, isAdjective(next) { next += 1 }
    let noun = text[next]
    if isSchedule(next) { return open(.elsewhere, index, endOfClause(from: next)) }
    guard isWhole else { return nil }
    let isOccasion =
      noun.isForm("запрос", Endings(["у", "ам"])) || noun.isForm("требовани", Endings(["ю", "ям"]))
      || noun.isForm("обращени", Endings(["ю", "ям"])) || noun.is("факту")
      || noun.is("готовности") || noun.isForm("заявк", Endings(["е", "ам"]))
    if isOccasion { return open(.asNeeded, index, endOfClause(from: next)) }
    let isDecision =
      noun.is("решению") || noun.is("согласованию") || noun.is("поручению") || noun.is("указанию")
      || noun.is("договоренности")
    return isDecision ? open(.elsewhere, index, endOfClause(from: next)) : nil
  }

  /// «на постоянной основе», «в непрерывном режиме», «в кратчайшие сроки», «в рабочем порядке».
  private func manner(_ index: Int) -> DeadlineDraft? {
    let (adjective, noun) = (text[index + 1], text[index + 2])
    if noun.has(stem: "основ") || noun.has(stem: "режим") || noun.has(stem: "порядк") {
      let isContinuous =
        adjective.isForm(ofAdjective: "постоянн") || adjective.isForm(ofAdjective: "регулярн")
        || adjective.isForm(ofAdjective: "систематическ")
        || adjective.isForm(ofAdjective: "непрерывн") || adjective.isForm(ofAdjective: "бессрочн")
      if isContinuous { return open(.continuous, index, index + 3) }
      if adjective.isForm(ofAdjective: "рабоч") { return open(.continuous, index, index + 3) }
      if adjective.isForm(ofAdjective: "незамедлительн")
        || adjective.isForm(ofAdjective: "безотлагательн")
        || adjective.isForm(ofAdjective: "срочн")
      {
        return promptly(index, index + 3)
      }
    }
    // «в возможно короткие сроки», «в максимально сжатый срок»
    let start = adjective.is("возможно") || adjective.is("максимально") ? index + 2 : index + 1
    guard text[start + 1].isForm("срок", .masculine) else { return nil }
    let quick =
      text[start].isForm(ofAdjective: "кратчайш") || text[start].isForm(ofAdjective: "коротк")
      || text[start].isForm(ofAdjective: "сжат") || text[start].isForm(ofAdjective: "разумн")
      || text[start].isForm(ofAdjective: "возможн")
    return quick ? promptly(index, start + 2) : nil
  }

  /// «в течение всего срока …», «весь период», «на протяжении всего времени».
  private func whole(_ index: Int, from start: Int? = nil) -> DeadlineDraft? {
    var next = index + 1
    if text[next].has(stem: "течени") || text[next].is("протяжении") { next += 1 }
    let isAll =
      text[next].has(stem: "вс") && text[next].letters.count <= 5 || text[next].is("весь")
    if isAll { next += 1 }
    let isBehind = next > index + 1
    let isSpan =
      text[next].isForm("период", .masculine) || text[next].isForm("срок", .masculine)
      || text[next].is("времени") || text[next].is("время")
    guard isBehind, isSpan, text[next + 1].kind != .comma else { return nil }
    // «в период с … по …» is dated.
    if text[next + 1].is("с") || text[next + 1].is("до") { return nil }
    guard isAll || text[next + 1].isWord else { return nil }
    return open(.continuous, start ?? index, endOfClause(from: next))
  }

  /// «в сроки, установленные …», «в установленный срок», «в предусмотренные законом сроки».
  private func termElsewhere(from start: Int, at index: Int) -> DeadlineDraft? {
    let isTerm = text[start].has(stem: "срок")
    var next = isTerm ? start : index
    if text[next].isForm("срок", .masculine) {
      // «срок не установлен» sets nothing.
      next = skipComma(next + 1)
      if text[next].is("не"), text[next + 1].isForm("ограничен", Endings(["", "ы"])) {
        return open(.unlimited, start, next + 2)
      }
      guard isDetermined(next) else {
        if text[next].is("согласно") || isInAccordance(next) {
          return open(.elsewhere, start, endOfClause(from: next))
        }
        return nil
      }
      return open(.elsewhere, start, endOfClause(from: next))
    }
    guard !isTerm, isDetermined(next) else { return nil }
    for ahead in next + 1..<next + 7 {
      if text[ahead].isForm("срок", .masculine) {
        return open(.elsewhere, start, endOfClause(from: ahead))
      }
      if isWhole, text[ahead].isForm("порядк", .masculine) || text[ahead].is("порядок") {
        return open(.elsewhere, start, endOfClause(from: ahead))
      }
      if !text[ahead].isWord { return nil }
    }
    return nil
  }

  private func isDetermined(_ index: Int) -> Bool { Self.determined[text[index]] ?? false }

  private static let determined = Lexicon<Bool>(
    [
      "установленн", "определенн", "определяем", "предусмотренн", "указанн", "согласованн",
      "утвержденн", "закрепленн", "устанавливаем", "назначенн", "обозначенн", "отведенн",
      "надлежащ",
    ].map { .stem($0, true) })

  /// «в соответствии с планом-графиком», «согласно графику».
  private func accordance(_ index: Int) -> DeadlineDraft? {
    let start: Int
    if text[index].is("согласно") {
      start = index + 1
    } else if isInAccordance(index) {
      start = index + 3
    } else {
      return nil
    }
    var next = start
    // In a sentence «в соответствии с» points to any law; only a schedule sets a day.
    for _ in 0..<5 {
      if isSchedule(next) { return open(.elsewhere, index, endOfClause(from: next)) }
      if isWhole, isLaw(next), index == 0 || text[index - 1].kind != .word {
        return open(.elsewhere, index, endOfClause(from: next))
      }
      guard text[next].isWord else { return nil }
      next += 1
    }
    return nil
  }

  private func isInAccordance(_ index: Int) -> Bool {
    text[index].is("в") && text[index + 1].has(stem: "соответстви")
      && (text[index + 2].is("с") || text[index + 2].is("со"))
  }

  private func isSchedule(_ index: Int) -> Bool {
    text[index].isForm("график", .masculine) || text[index].isForm("план", .masculine)
      || text[index].isForm("расписани", .neuter) || text[index].isForm("срок", .masculine)
      || text[index].isForm("сетев", .adjective) && text[index + 1].has(stem: "график")
      || text[index].isForm("циклограмм", .feminine)
      || text[index].has(stem: "календарн") && text[index + 1].has(stem: "план")
  }

  private func isLaw(_ index: Int) -> Bool {
    text[index].has(stem: "законодательств") || text[index].has(stem: "закон")
      || text[index].has(stem: "регламент") || text[index].has(stem: "договор")
      || text[index].has(stem: "контракт") || text[index].has(stem: "соглашени")
      || text[index].has(stem: "порядк") || text[index].has(stem: "положени")
      || text[index].has(stem: "программ") || text[index].has(stem: "решени")
      || text[index].has(stem: "поручени") || text[index].has(stem: "карт")
      || text[index].has(stem: "акт") || text[index].has(stem: "требовани")
  }

  /// «до отмены», «до особого распоряжения».
  private func untilRevoked(_ index: Int) -> DeadlineDraft? {
    if text[index + 1].is("отмены"), isWhole { return open(.unlimited, index, index + 2) }
    if text[index + 1].is("особого"), text[index + 2].is("распоряжения") {
      return open(.elsewhere, index, index + 3)
    }
    return nil
  }

  private func isAdjective(_ index: Int) -> Bool {
    let letters = text[index].letters
    return letters.ends(in: "ому") || letters.ends(in: "ему") || letters.ends(in: "ой")
      || letters.ends(in: "ым") || letters.ends(in: "им")
  }

  /// Where the words that begin at a token end: a comma, a bracket, a spaced dash, «но», the end.
  func endOfClause(from start: Int) -> Int {
    var next = start
    while next < start + 60 {
      let token = text[next]
      switch token.kind {
      case .comma, .semicolon, .openingBracket, .closingBracket, .end: return next
      case .period where isSentenceEnd(next): return next
      case .dash where !token.isGlued: return next
      case .word where next > start && (token.is("но") || !isWhole && next > start + 3):
        return next
      default: next += 1
      }
    }
    return next
  }

  /// At once: «незамедлительно», «безотлагательно».
  func promptDraft(at index: Int) -> DeadlineDraft? {
    let token = text[index]
    let isPrompt =
      token.is("незамедлительно") || token.is("безотлагательно") || token.is("немедленно")
      || token.is("срочно")
    return isPrompt ? promptly(index, index + 1) : nil
  }

  /// Whether an adjective ends as those do that tell how long: «…дневный», «…месячный».
  private func isMeasure(_ letters: Letters) -> Bool {
    for count in stride(from: letters.count - 5, through: 1, by: -1) {
      if Self.isTermUnit(letters.dropFirst(count)) { return true }
    }
    return false
  }

  private static let edges = Lexicon<Bool>(
    ["конца", "концу", "начала", "началу", "окончания", "окончанию", "середины"].map {
      .word($0, true)
    })

  /// Words that open a deadline whose rest cannot be read.
  func unreadableDraft(at index: Int) -> DeadlineDraft? {
    var next = index
    let token = text[index]
    if let comparison = comparison(at: index), comparison.value == .later {
      next = comparison.next
    } else if token.is("в"), text[index + 1].has(stem: "течени") {
      next = index + 2
    } else if token.is("в"), text[index + 1].is("срок") || text[index + 1].is("сроки"),
      text[index + 2].is("до") || text[index + 2].is("не") || text[index + 2].is("к")
    {
      next = index + 3
    } else if token.is("по"), text[index + 1].is("истечении") {
      next = index + 2
    } else if token.is("в"), text[index + 2].isForm("срок", .masculine),
      isMeasure(text[index + 1].letters)
    {
      // «в полуторамесячный срок»
      next = index + 3
    } else if token.is("до") || token.is("к"),
      Self.edges[text[index + 1]] == true,
      Self.period(text[index + 2]) != nil || Self.period(text[index + 3]) != nil
    {
      next = index + 2
    } else {
      return nil
    }
    let end = max(next, min(endOfClause(from: next), next + 8))
    return DeadlineDraft(value: .unreadable, range: index..<end, isStated: true)
  }
}
