import ActaModel

extension DeadlineGrammar {
  struct AnchorReading: Equatable {
    var direction: RelativeTerm.Direction
    var anchor: RelativeTerm.Anchor
  }

  /// What a count runs from or to: «со дня подписания», «после дня …», «до заседания», «, следующих за днем …».
  func anchor(at index: Int) -> Parsed<AnchorReading>? {
    guard let words = anchorWords(at: index) else { return nil }
    return event(at: words.next).map {
      Parsed(AnchorReading(direction: words.value, anchor: $0.value), next: $0.next)
    }
  }

  private func anchorWords(at index: Int) -> Parsed<RelativeTerm.Direction>? {
    var next = skipComma(index)
    if text[next].isForm(ofAdjective: "следующ"),
      text[next + 1].is("за") || text[next + 1].is("после")
    {
      return Parsed(.after, next: skipDay(next + 2))
    }
    if text[next].is("считая") || text[next].is("начиная") || text[next].has(stem: "исчисля") {
      next += 1
    } else if next > index {
      return nil
    }
    let token = text[next]
    if token.is("с") || token.is("со") || token.is("от") {
      next += 1
      // «со следующего дня после», «со дня, следующего за днем»
      if text[next].isForm(ofAdjective: "следующ") || text[next].isForm(ofAdjective: "рабоч") {
        next += 1
      }
      let end = skipDay(next)
      if end > next {
        let inner = skipComma(end)
        if text[inner].isForm(ofAdjective: "следующ"), text[inner + 1].is("за") {
          return Parsed(.after, next: skipDay(inner + 2))
        }
        if text[end].is("после") { return Parsed(.after, next: skipDay(end + 1)) }
        return Parsed(.after, next: end)
      }
      guard !token.is("от"), isNominalised(next) || text.writtenDate(at: next) != nil else {
        return nil
      }
      return Parsed(.after, next: next)
    }
    if token.is("после") { return Parsed(.after, next: skipDay(next + 1)) }
    if token.is("по"),
      text[next + 1].isForm("окончани", .neuter) || text[next + 1].isForm("завершени", .neuter)
    {
      return Parsed(.after, next: next + 2)
    }
    if token.is("до") || token.is("перед") { return Parsed(.before, next: skipDay(next + 1)) }
    return nil
  }

  /// Past «дня», «даты», «момента» and their other cases.
  private func skipDay(_ index: Int) -> Int {
    let token = text[index]
    let isDay =
      token.isForm("дн", Endings(["я", "ю", "ем", "ями"])) || token.isForm("дат", .feminine)
      || token.isForm("момент", .masculine)
    return isDay ? index + 1 : index
  }

  /// A noun of action in the genitive: «начала», «окончания», «поступления», «регистрации».
  private func isNominalised(_ index: Int) -> Bool {
    let letters = text[index].letters
    return letters.ends(in: "ния") || letters.ends(in: "тия") || letters.ends(in: "ции")
      || letters.ends(in: "чи") || text[index].is("начала")
  }

  /// An event from its first word to the end of the phrase or a comma; the act's own events are told apart.
  func event(at index: Int) -> Parsed<RelativeTerm.Anchor>? {
    var end = endOfEvent(from: index)
    guard end > index else { return nil }
    if let own = ownEvent(index..<end) { return Parsed(own, next: end) }
    // «… заседания и | подписывается»
    while !isWhole, end > index + 1, Self.joints[text[end - 1]] == true { end -= 1 }
    return Parsed(.event(text.text(index..<end)), next: end)
  }

  private static let joints = Lexicon<Bool>(
    ["и", "а", "или", "либо", "также", "не", "в", "с", "на", "по", "к", "о", "об"].map {
      .word($0, true)
    })

  private func endOfEvent(from start: Int) -> Int {
    var (next, depth) = (start, 0)
    // No event takes more words; the limit keeps the scan linear.
    while !text[next].isEnd, next - start < 120 {
      let token = text[next]
      switch token.kind {
      case .comma, .semicolon:
        if depth == 0 { return next }
      case .openingBracket:
        if isStatus(at: next) || closesPhrase(next) || !isWhole { return next }
        depth += 1
      case .closingBracket:
        if depth == 0 { return next }
        depth -= 1
      case .period where !token.isGlued || isSentenceEnd(next): return next
      case .dash where !token.isGlued:
        if isStatus(at: next) || !isWhole { return next }
      case .word where !isWhole && next > start && (next - start > 16 || isVerb(next)): return next
      case .word:
        if next > start, token.is("но") || token.is("исполнено") || token.is("выполнено") {
          return next
        }
      case .end: return next
      default: break
      }
      next += 1
    }
    return next
  }

  /// Whether a bracket opens the last thing in the phrase: «… (согласование)».
  private func closesPhrase(_ index: Int) -> Bool {
    var next = index + 1
    for _ in 0..<40 {
      switch text[next].kind {
      case .closingBracket:
        let behind = text[next + 1]
        return behind.isEnd || behind.kind == .semicolon || behind.kind == .period
          || behind.kind == .comma
      case .openingBracket, .end: return false
      default: next += 1
      }
    }
    return false
  }

  /// A full stop at the end or before a capital, unless it belongs to an initial or an abbreviation.
  func isSentenceEnd(_ index: Int) -> Bool {
    let (before, after) = (text[index - 1], text[index + 1])
    if after.isEnd { return true }
    guard !after.isGlued else { return false }
    if before.isWord, before.letters.count <= 2 { return after.gap == .lineBreak }
    return after.isWord && after.flags.contains(.capitalized)
  }

  /// A verb by its ending, rough: enough to end an event in a sentence that goes on.
  private func isVerb(_ index: Int) -> Bool {
    let letters = text[index].letters
    guard letters.count > 3 else { return false }
    return letters.ends(in: "ется") || letters.ends(in: "ются") || letters.ends(in: "ится")
      || letters.ends(in: "атся") || letters.ends(in: "ятся") || letters.ends(in: "ает")
      || letters.ends(in: "яет") || letters.ends(in: "ует") || letters.ends(in: "ают")
      || letters.ends(in: "яют") || letters.ends(in: "уют") || letters.ends(in: "ить")
      || letters.ends(in: "ать") || letters.ends(in: "ять") || letters.ends(in: "еть")
      || letters.ends(in: "ести") || letters.ends(in: "ться") || letters.ends(in: "лены")
      || letters.ends(in: "лена") || letters.ends(in: "лено")
  }

  // MARK: The act's own events

  /// «подписания», «вступления в силу настоящего приказа», «его официального опубликования».
  private func ownEvent(_ range: Range<Int>) -> RelativeTerm.Anchor? {
    var next = range.lowerBound
    var isOwn = false
    if text[next].is("его") || text[next].is("ее") {
      isOwn = true
      next += 1
    }
    while text[next].isForm(ofAdjective: "официальн") || text[next].isForm(ofAdjective: "перв") {
      next += 1
    }
    guard next < range.upperBound, let noun = Self.ownEvents[text[next]] else { return nil }
    next += 1
    var isInForce = noun != .entryIntoForce
    // «вступления в силу», «вступления его в законную силу», «введения в действие»
    while next < range.upperBound {
      if text[next].is("в"), let end = endOfForce(next + 1) {
        isInForce = true
        next = end
      } else if text[next].is("его") {
        isOwn = true
        next += 1
      } else if text[next].isForm(ofAdjective: "настоящ") {
        isOwn = true
        // What stands behind describes the act; only «в силу» is still wanted.
        while !isInForce, next < range.upperBound {
          isInForce = text[next].is("в") && endOfForce(next + 1) != nil
          next += 1
        }
        next = range.upperBound
      } else {
        break
      }
    }
    guard isInForce, next >= range.upperBound || isOwn && noun != .entryIntoForce else {
      return nil
    }
    if !isWhole, text[range.lowerBound].is("его"), noun != .publication,
      !speaksOfItself(before: range.lowerBound)
    {
      return nil
    }
    return noun
  }

  /// Whether «его» in a sentence can be the act: the words before name it or its entry into force.
  private func speaksOfItself(before index: Int) -> Bool {
    for earlier in stride(from: index - 1, through: max(0, index - 30), by: -1) {
      let token = text[earlier]
      if token.isForm(ofAdjective: "настоящ") || token.is("вступает") || token.is("вступают") {
        return true
      }
      if token.kind == .period, isSentenceEnd(earlier) { return false }
    }
    return false
  }

  private func endOfForce(_ index: Int) -> Int? {
    let next = text[index].isForm(ofAdjective: "законн") ? index + 1 : index
    return text[next].is("силу") || text[next].is("действие") ? next + 1 : nil
  }

  private static let ownEvents = Lexicon<RelativeTerm.Anchor>([
    .form("вступлени", .neuter, .entryIntoForce), .form("введени", .neuter, .entryIntoForce),
    .form("подписани", .neuter, .signing), .form("опубликовани", .neuter, .publication),
    .form("обнародовани", .neuter, .publication), .form("приняти", .neuter, .adoption),
    .form("утверждени", .neuter, .adoption), .form("издани", .neuter, .adoption),
  ])
}
