package import ActaDiagnostics

/// A collegial body as a text names it: «межведомственная рабочая группа Министерства по вопросам доступности».
package struct BodyName: Sendable, Hashable {
  /// The noun's letters, endings included: «группа», «группы».
  package var noun: Letters
  /// The adjectives in front of the noun, in whatever case.
  package var adjectives: [Letters]
  /// Words between the noun and what the body is for: whose body it is.
  package var owner: [Letters]
  /// What the body is for: the words behind «по», without «вопросам».
  package var purpose: [Letters]
  /// As written, from the first adjective to the last word of the purpose.
  package var text: String
  package var span: Span
  /// The sentence makes the body or approves what is about it.
  package var isFounding: Bool

  /// The adjectives and the noun, as written.
  package var head: String

  /// Whether two names have one noun and the same adjectives.
  package func hasSameHead(as other: BodyName) -> Bool {
    hasSameNoun(as: other) && adjectives.count == other.adjectives.count
      && zip(adjectives, other.adjectives).allSatisfy { $0.isForm(of: $1) }
  }

  package func hasSameNoun(as other: BodyName) -> Bool { noun.isForm(of: other.noun) }

  /// How many words of the purposes are the same.
  package func sharedPurpose(with other: BodyName) -> Int {
    purpose.count { word in other.purpose.contains { word.isForm(of: $0) } }
  }

  /// Words of this name's purpose that the other lacks.
  package func purposeMissing(in other: BodyName) -> [Letters] {
    purpose.filter { word in !other.purpose.contains { word.isForm(of: $0) } }
  }

  /// Whether each purpose has a word that the other lacks: the shorter one is no mere short form.
  package func differsInPurpose(from other: BodyName) -> Bool {
    !purposeMissing(in: other).isEmpty && !other.purposeMissing(in: self).isEmpty
  }

  /// Whether the two may be names of one body: nothing that both state differs by more than a slip.
  package func mayBe(_ other: BodyName) -> Bool {
    guard hasSameNoun(as: other) else { return false }
    if !adjectives.isEmpty, !other.adjectives.isEmpty, !hasSameHead(as: other),
      !adjectives.contains(where: { word in other.adjectives.contains { word.isForm(of: $0) } })
    {
      return false
    }
    let least = min(purpose.count, other.purpose.count)
    return least == 0 || sharedPurpose(with: other) * 2 >= least
  }
}

extension Letters {
  /// Whether two words are, for all that their endings tell, forms of one word: «группа» and «группы».
  package func isForm(of other: Letters) -> Bool {
    if self == other { return true }
    let shortest = min(count, other.count)
    guard abs(count - other.count) <= 3, shortest >= 2 else { return false }
    let shared = sharedLetters(with: other)
    return shared >= max(shortest - 3, min(3, shortest)) && shared + 2 >= shortest - 1
  }

  /// How many letters two words have in common from the first on.
  package func sharedLetters(with other: Letters) -> Int {
    var length = 0
    while length < min(count, other.count, Letters.capacity), self[length] == other[length] {
      length += 1
    }
    return length
  }
}

/// Finds the names of collegial bodies in a text.
package struct BodyNameReader {
  private let text: TokenizedText

  package init(_ text: TokenizedText) { self.text = text }

  /// Every name in the text; spans are offsets in it.
  package func names() -> [BodyName] {
    var names: [BodyName] = []
    var index = 0
    while index < text.count {
      defer { index += 1 }
      guard Self.isNoun(text[index]) else { continue }
      names.append(name(at: index))
    }
    return names
  }

  /// Whether a word is the noun of a collegial body.
  package static func isNoun(_ token: Token) -> Bool { nouns[token] ?? false }

  private func name(at index: Int) -> BodyName {
    let start = headStart(of: index)
    let adjectives = (start..<index).map { text[$0] }.filter(\.isWord).map(\.letters)
    var owner: [Letters] = []
    var purpose: [Letters] = []
    var end = index + 1
    if let from = purposeStart(behind: index, &owner) {
      (purpose, end) = purposeWords(from: from)
    }
    return BodyName(
      noun: text[index].letters, adjectives: adjectives, owner: owner, purpose: purpose,
      text: text.text(start..<max(end, index + 1)), span: text.span(start..<max(end, index + 1)),
      isFounding: isFounded(start), head: text.text(start..<index + 1))
  }

  private func headStart(of index: Int) -> Int {
    var start = index
    while start > 0, index - start < 8 {
      let word = text[start - 1]
      if word.isDash, word.isGlued, text[start].isGlued, start > 1, text[start - 2].isWord {
        start -= 2
        continue
      }
      guard word.isAdjectiveForm, Self.pointers[word] == nil else { break }
      start -= 1
    }
    return start
  }

  /// Where what the body is for begins, behind «по» or «по вопросам».
  private func purposeStart(behind index: Int, _ owner: inout [Letters]) -> Int? {
    for next in index + 1..<index + 16 {
      let token = text[next]
      if token.is("по") {
        return Self.matters[text[next + 1]] == nil ? next + 1 : next + 2
      }
      switch token.kind {
      case .word:
        if token.isVerbForm || Self.stops[token] != nil { return nil }
        owner.append(token.letters)
      case .openingQuote, .closingQuote, .straightQuote, .number: break
      case .dash where token.isGlued: break
      default: return nil
      }
    }
    return nil
  }

  private func purposeWords(from start: Int) -> ([Letters], Int) {
    var words: [Letters] = []
    var end = start
    for index in start..<start + 32 {
      let token = text[index]
      switch token.kind {
      case .word:
        if token.isVerbForm || Self.limits[token] != nil { return (words, end) }
        // «и», «с», «о» join and say nothing themselves.
        if token.letters.count > 2 { words.append(token.letters) }
        if token.letters.count > 2 { end = index + 1 }
      case .dash where token.isGlued && text[index + 1].isGlued: break
      case .comma where joins(index): break
      default: return (words, end)
      }
    }
    return (words, end)
  }

  /// «по предупреждению чрезвычайных ситуаций, обеспечению пожарной безопасности»: a list goes on in one case.
  private func joins(_ comma: Int) -> Bool {
    let next = text[comma + 1]
    return next.isWord && (next.letters.ends(in: "нию") || next.letters.ends(in: "ации"))
  }

  private func isFounded(_ start: Int) -> Bool {
    for index in max(0, start - 8)..<start where Self.founding[text[index]] != nil { return true }
    return false
  }

  private static let nouns = Lexicon<Bool>([
    .form("комисси", .feminine, true), .form("подкомисси", .feminine, true),
    .form("комитет", .masculine, true), .form("подкомитет", .masculine, true),
    .form("оргкомитет", .masculine, true), .form("совет", .masculine, true),
    .form("групп", .feminine, true), .form("подгрупп", .feminine, true),
    .form("офис", .masculine, true), .form("штаб", .masculine, true),
    .form("оперштаб", .masculine, true), .form("коллеги", .feminine, true),
    .form("президиум", .masculine, true), .word("бюро", true), .word("жюри", true),
    .form("команд", .feminine, true),
  ])
  private static let pointers = Lexicon<Bool>([
    .stem("настоящ", true), .stem("указанн", true), .stem("данн", true), .stem("так", true),
    .stem("эт", true), .stem("сво", true), .stem("кажд", true), .stem("ины", true),
    .stem("други", true), .stem("соответствующ", true), .stem("вышеуказанн", true),
    .stem("котор", true), .stem("все", true), .stem("созда", true), .stem("образован", true),
    .stem("созванн", true), .stem("участвующ", true), .stem("присутствующ", true),
    .stem("осуществляющ", true), .stem("прилагаем", true), .stem("нов", true),
  ])
  private static let matters = Lexicon<Bool>([
    .form("вопрос", .masculine, true), .form("проблем", .feminine, true),
  ])
  /// What may not stand between the noun and «по».
  private static let stops = Lexicon<Bool>([
    .word("согласно", true), .word("далее", true), .stem("утвержд", true), .stem("явля", true),
    .stem("образова", true), .stem("прилага", true), .stem("созда", true), .word("или", true),
    .word("а", true), .word("о", true), .word("об", true), .word("на", true), .word("в", true),
    .word("во", true), .word("для", true), .word("с", true), .word("не", true),
    .word("если", true), .word("под", true),
  ])
  /// What ends the purpose: whose it is and where varies from place to place.
  private static let limits = Lexicon<Bool>([
    .word("согласно", true), .word("далее", true), .stem("утвержд", true), .stem("явля", true),
    .stem("образова", true), .stem("прилага", true), .stem("созда", true), .word("или", true),
    .word("а", true), .word("на", true), .word("в", true), .word("во", true), .word("для", true),
    .word("не", true), .word("при", true), .word("под", true), .word("если", true),
  ])
  private static let founding = Lexicon<Bool>([
    .word("создать", true), .word("образовать", true), .word("сформировать", true),
    .word("утвердить", true), .word("учредить", true), .word("создание", true),
    .word("образование", true), .word("формирование", true), .word("положение", true),
    .word("состав", true),
  ])
}

extension Token {
  /// An adjective by its ending, in whatever case and gender.
  fileprivate var isAdjectiveForm: Bool {
    guard isWord, letters.count > 4 else { return false }
    return isAdjective || letters.ends(in: "ая") || letters.ends(in: "яя")
      || letters.ends(in: "ое") || letters.ends(in: "ее") || letters.ends(in: "ую")
      || letters.ends(in: "юю") || letters.ends(in: "ей") || letters.ends(in: "ому")
      || letters.ends(in: "ему") || letters.ends(in: "им") || letters.ends(in: "ом")
  }

  /// A verb by its ending: «является», «осуществляет».
  fileprivate var isVerbForm: Bool {
    let word = letters
    guard isWord, word.count > 4 else { return false }
    return word.ends(in: "тся") || word.ends(in: "ает") || word.ends(in: "яет")
      || word.ends(in: "ует") || word.ends(in: "ают") || word.ends(in: "яют")
      || word.ends(in: "уют")
  }
}
