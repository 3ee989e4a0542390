import ActaModel

/// What can be a deadline at one place of a text: reads forward from a token and never looks far.
struct DeadlineGrammar {
  let text: TokenizedText
  /// Whether the text is one phrase that is to be a deadline, not a sentence that may hold some.
  let isWhole: Bool

  /// The deadline that begins at a token; the longest reading wins.
  func draft(at index: Int) -> DeadlineDraft? {
    let token = text[index]
    switch token.kind {
    case .number: return mayCount(index) ? numeral(at: index) : nil
    case .openingQuote, .straightQuote, .closingQuote:
      return text[index + 1].digits > 0 && text[index + 1].digits <= 2
        ? calendarDraft(at: index) : nil
    case .word: break
    default: return nil
    }
    guard let trigger = Self.triggers[token] else {
      return isNumeral(index) ? numeral(at: index) : nil
    }
    switch trigger {
    case .preposition:
      guard isWhole || mayFollow(index + 1, token) else { return nil }
      return frequencyDraft(at: index) ?? relativeDraft(at: index) ?? calendarDraft(at: index)
        ?? openDraft(at: index) ?? unreadableDraft(at: index)
    case .frequency: return frequencyDraft(at: index)
    case .numeral: return numeral(at: index)
    case .count: return relativeDraft(at: index)
    case .open: return promptDraft(at: index) ?? openDraft(at: index)
    case .term:
      return relativeDraft(at: index) ?? openDraft(at: index)
    }
  }

  /// Whether the word behind a preposition can go on to a deadline; in a sentence it hardly ever can.
  private func mayFollow(_ index: Int, _ preposition: Token) -> Bool {
    let next = text[index]
    switch next.kind {
    case .number: return true
    case .openingQuote, .straightQuote, .closingQuote: return text[index + 1].isNumber
    case .word: break
    default: return false
    }
    if preposition.is("не") || preposition.is("период") || preposition.is("начиная") { return true }
    if Self.followers[next] == true || NumberWord(next) != nil || isNumeral(index) { return true }
    // «в трехдневный срок», «в установленные сроки», «на постоянной основе», «по отдельному плану»
    if text[index + 1].has(stem: "срок") || text[index + 1].has(stem: "график")
      || text[index + 1].has(stem: "план") || text[index + 1].has(stem: "основ")
      || text[index + 1].has(stem: "режим")
    {
      return true
    }
    return preposition.is("с") && next.letters.ends(in: "ия")
  }

  /// Whether what stands behind figures makes them a date or a count; in a sentence it seldom does.
  private func mayCount(_ index: Int) -> Bool {
    let next = text[index + 1]
    // The middle of «1.2.3.4» or «12-34-56» begins nothing.
    let mark = text[index - 1].kind
    if mark == .period || mark == .dash, text[index].isGlued, text[index - 1].isGlued,
      text[index - 2].isNumber, mark == .period || next.isDash && next.isGlued
    {
      return false
    }
    switch next.kind {
    case .period:
      return text[index + 2].isNumber || text[index + 2].isWord && text[index + 2].isGlued
    case .comma: return !text[index + 2].isWord || isNumeral(index + 2)
    case .dash, .slash, .openingBracket, .closingQuote, .straightQuote, .number: return true
    case .word: return Self.counted[next] == true || NumberWord(next) != nil || next.isGlued
    // «2025» alone in a phrase
    default: return isWhole && text[index].digits == 4
    }
  }

  /// What may stand behind figures in a deadline.
  private static let counted: Lexicon<Bool> = {
    let stems: [StaticString] = [
      "январ", "феврал", "март", "апрел", "май", "мая", "мае", "маю", "июн", "июл", "август",
      "сентябр", "октябр", "ноябр", "декабр", "янв", "фев", "мар", "апр", "авг", "сен", "окт",
      "ноя", "дек", "кварт", "кв", "полугод", "декад", "половин", "год", "раз", "рабоч",
      "календарн", "полн", "последующ", "следующ", "ближайш", "отчетн", "финансов", "день", "дн",
      "недел", "месяц", "месячн", "час", "сут", "лет", "числ", "по",
    ]
    let words: [StaticString] = ["г", "гг", "ч", "и", "или", "либо"]
    return Lexicon(stems.map { .stem($0, true) } + words.map { .word($0, true) })
  }()

  /// What may stand behind a preposition at the head of a deadline.
  private static let followers: Lexicon<Bool> = {
    let stems: [StaticString] = [
      "январ", "феврал", "март", "апрел", "май", "мая", "мае", "маю", "июн", "июл", "август",
      "сентябр", "октябр", "ноябр", "декабр", "янв", "фев", "апр", "авг", "сен", "окт", "ноя",
      "дек", "последн", "течени", "предел", "срок", "период", "весь", "все", "протяжени", "кажд",
      "еже", "кон", "начал", "середин", "окончани", "завершени", "истечени", "прошестви",
      "установлен", "определен", "определяем", "предусмотрен", "указан", "согласован",
      "утвержден", "закреплен", "устанавлива", "назначен", "обозначен", "отведен", "надлежащ",
      "соответстви", "день", "дня", "дню", "дат", "момент", "следующ", "полгода", "полугод",
      "год", "месяц", "недел", "сут", "час", "квартал", "итог", "результат", "мере",
      "необходимост", "отмены", "особ", "вступлени", "введени", "подписани", "опубликовани",
      "официальн", "обнародовани", "приняти", "издани", "его", "понедельник", "вторник", "сред",
      "четверг", "пятниц", "суббот", "воскресень", "рабоч", "календарн", "возможно", "максимальн",
      "позднее", "план", "график", "расписани", "циклограмм", "перв", "не",
    ]
    return Lexicon(stems.map { .stem($0, true) })
  }()

  private func numeral(at index: Int) -> DeadlineDraft? {
    frequencyDraft(at: index) ?? calendarDraft(at: index) ?? relativeDraft(at: index)
  }

  /// A number in words, or a Roman numeral in front of what it can count.
  private func isNumeral(_ index: Int) -> Bool {
    let token = text[index]
    if NumberWord(token) != nil { return true }
    guard token.letters.count <= 4, token.letters.count > 0 || token.flags.contains(.latin),
      token.flags.contains(.upperCase) || token.flags.contains(.latin)
    else { return token.letters.numberPrefix != nil }
    return text.romanNumeral(at: index) != nil
      || token.flags.contains(.upperCase) && text.writtenDate(at: index) != nil
  }

  /// Whether a word can begin a deadline, by its first letters; nearly all words cannot.
  @inline(__always)
  func mayBegin(_ token: Token, _ gate: WordFilter) -> Bool {
    switch token.kind {
    case .word:
      gate.mayMatch(token.letters) || token.flags.contains(.latin)
        || token.flags.contains(.upperCase) && token.letters.count <= 4
    case .number, .numberSign, .openingQuote, .closingQuote, .straightQuote: true
    default: false
    }
  }

  static let gate = triggers.filter.union(NumberWord.filter)

  enum Trigger {
    case preposition, frequency, numeral, count, open, term
  }

  private static let triggers: Lexicon<Trigger> = {
    let words: [(Trigger, [StaticString])] = [
      (
        .preposition,
        [
          "до", "к", "ко", "по", "с", "со", "от", "в", "во", "на", "за", "не", "при", "после",
          "начиная", "вплоть", "согласно", "весь",
        ]
      ),
      (.count, ["через", "спустя"]),
      (
        .frequency,
        ["раз", "дважды", "трижды", "единожды", "однократно", "минимум", "как", "хотя"]
      ),
      (.numeral, ["мая", "май", "мае", "маю", "маем", "сутки", "суток"]),
    ]
    let stems: [(Trigger, [StaticString])] = [
      (.frequency, ["еже", "кажд", "поквартальн", "помесячн", "понедельн", "подневн", "погодн"]),
      (
        .open,
        [
          "постоянн", "бессрочн", "непрерывн", "регулярн", "систематическ", "незамедлительн",
          "безотлагательн", "немедленн", "срочн",
        ]
      ),
      (
        .numeral,
        [
          "январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр", "октябр",
          "ноябр", "декабр", "янв", "фев", "мар", "апр", "авг", "сен", "окт", "ноя", "дек",
          "последн", "полгода", "полугода",
        ]
      ),
      (.term, ["срок", "месячн", "недельн", "дневн", "годичн", "суточн"]),
      (.preposition, ["период"]),
    ]
    return Lexicon(
      words.flatMap { trigger, words in words.map { .word($0, trigger) } }
        + stems.flatMap { trigger, stems in stems.map { .stem($0, trigger) } })
  }()
}

/// A deadline as it is written, before the words around it have lent it a year or a period.
struct DeadlineDraft {
  /// What a preposition makes of a stretch of time.
  enum Mode {
    /// The stretch itself: «в III квартале».
    case within
    /// Up to its last day: «не позднее III квартала», «до конца».
    case through
    /// «до», «к»: up to a day, but of a longer stretch it is not told whether to its first or to its last day.
    case before
    /// Up to its first day: «до начала».
    case start
    /// No earlier: «с», «не ранее».
    case from
  }

  enum Value {
    case calendar(CalendarPeriod, Mode)
    case interval(CalendarPeriod, CalendarPeriod)
    case relative(RelativeTerm)
    case recurring(Periodicity)
    /// A day of a period that another phrase names, or that its own words imply.
    case point(Periodicity.Point, every: Periodicity.Period?)
    case open(OpenTerm)
    case promptly
    case unreadable
    /// Words of time that set no deadline; they are passed over whole.
    case nothing
  }

  var value: Value
  var range: Range<Int>
  /// Whether its own words show it to be a deadline; a bare date or period is one only by its place.
  var isStated: Bool
  var isDone = false

  var isCount: Bool { if case .relative = value { true } else { false } }
}
