extension TokenizedText {
  /// Whether a token is a capital with a full stop behind it, no word of the sentence.
  func isInitial(_ index: Int) -> Bool {
    self[index].letters.count == 1 && self[index].flags.contains(.capitalized)
      && self[index + 1].kind == .period && self[index + 1].isGlued
  }
}

/// Finds names by their shape: initials, patronymics, given names beside another capitalised word.
struct NameFinder {
  let text: TokenizedText
  /// Surnames that are asked for: a word that begins like one of them needs no other proof.
  var wanted: [Letters] = []
  /// Whether a name is the whole text, as in a roster, where a surname needs no proof by its ending.
  var isAlone = false

  /// Every name in the order of the text, without overlap.
  func all() -> [FoundName] {
    var names: [FoundName] = []
    var index = 0
    var free = 0
    while index < text.count {
      if let name = name(at: index, free: free) {
        names.append(name)
        free = name.tokens.upperBound
        index = free
      } else {
        index += 1
      }
    }
    return names
  }

  /// The name that the token at an index gives away; no part of it lies in front of `free`.
  private func name(at index: Int, free: Int) -> FoundName? {
    let token = text[index]
    guard token.isWord else { return nil }
    let count = token.letters.count
    if count == 4, let sex = Particle.sex(token.letters) {
      return nameOfChild(particle: index, sex, free)
    }
    guard token.flags.contains(.capitalized) else { return nil }
    if count <= 2, isInitial(index) { return nameWithInitials(at: index, free) }
    guard count > 2, index > free, isNameWord(index - 1), token.gap != .glued else { return nil }
    if Patronymic.isForm(token.letters), let name = fullName(patronymic: index, free) {
      return name
    }
    return nameWithoutPatronymic(second: index, free)
  }

  // MARK: Initials

  /// A capital with a full stop behind it, or two letters for one sound: «Дж.».
  private func isInitial(_ index: Int) -> Bool {
    let token = text[index]
    guard token.isWord, token.flags.contains(.capitalized), text[index + 1].kind == .period,
      text[index + 1].isGlued
    else { return false }
    let letters = token.letters
    switch letters.count {
    case 1: return letters[0] <= 32
    case 2:
      return letters[0] <= 32 && letters[1] <= 32 && !Stem.isVowel(letters[0])
        && !Stem.isVowel(letters[1])
        && !Abbreviations.short.contains(letters)
    default: return false
    }
  }

  private func nameWithInitials(at index: Int, _ free: Int) -> FoundName? {
    var name = FoundName()
    name.given = .initial(text[index].letters)
    name.givenTokens = index..<index + 2
    var next = index + 2
    if isInitial(next), text[next].gap != .lineBreak || isAlone {
      name.patronymic = .initial(text[next].letters)
      name.patronymicTokens = next..<next + 2
      next += 2
    } else if endsInitials(next) {
      name.patronymic = .initial(text[next].letters)
      name.patronymicTokens = next..<next + 1
      next += 1
    }
    guard let surname = surname(beside: index..<next, free, single: name.patronymic == nil) else {
      return nil
    }
    name.take(surname, from: text)
    name.tokens = min(index, surname.lowerBound)..<max(next, surname.upperBound)
    return name
  }

  /// A second initial that has lost its full stop: «Иванов И.И поручить».
  private func endsInitials(_ index: Int) -> Bool {
    let token = text[index]
    return token.isWord && token.letters.count == 1 && token.isGlued
      && token.flags.contains(.capitalized) && token.letters[0] <= 32
      && !(text[index + 1].isGlued && text[index + 1].isWord)
  }

  /// The surname in front of initials or behind them.
  private func surname(beside initials: Range<Int>, _ free: Int, single: Bool) -> Range<Int>? {
    var left =
      text[initials.lowerBound].gap == .lineBreak && !isAlone && single
      ? nil : surname(endingAt: initials.lowerBound - 1, free)
    var right = surname(startingAt: initials.upperBound)
    if single {
      // One initial proves little: the word beside it has to look like a surname itself.
      left = left.flatMap { isProven($0) ? $0 : nil }
      right = right.flatMap { isProven($0) ? $0 : nil }
    }
    guard let leftRange = left else { return right }
    guard let rightRange = right else { return leftRange }
    // The next name's surname: «Иванов И.И. Петров П.П.».
    if isInitial(rightRange.upperBound) { return leftRange }
    if isWanted(leftRange) != isWanted(rightRange) {
      return isWanted(leftRange) ? leftRange : rightRange
    }
    if text[rightRange.lowerBound].isGlued != text[initials.lowerBound].isGlued {
      return text[rightRange.lowerBound].isGlued ? rightRange : leftRange
    }
    return likelier(leftRange, rightRange)
  }

  /// Which of the words on both sides of a name is its surname.
  private func likelier(_ left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
    if isWanted(left) != isWanted(right) { return isWanted(left) ? left : right }
    let isPost = [left, right].map { PostHead(text[$0.lowerBound].letters) != nil }
    if isPost[0] != isPost[1] { return isPost[0] ? right : left }
    return !looksLikeSurname(left) && looksLikeSurname(right) ? right : left
  }

  // MARK: Names in full

  private func fullName(patronymic index: Int, _ free: Int) -> FoundName? {
    var name = FoundName()
    name.given = .word(text[index - 1].letters)
    name.givenTokens = index - 1..<index
    name.patronymic = .word(text[index].letters)
    name.patronymicTokens = index..<index + 1
    let full = completed(name, from: index - 1, to: index + 1, free)
    // «ОСНОВНОЙ», «Публичной» end like patronymics: a name beside them or a known given name tells.
    let isKnown = GivenNames.isForm(text[index - 1].letters)
    let isShouted = text[index].flags.contains(.upperCase)
    return isKnown || isAlone || !full.surname.isEmpty && !isShouted ? full : nil
  }

  /// «Мамедов Али Гасан оглы», «Мамедову Али Гасан-оглы».
  private func nameOfChild(particle index: Int, _ sex: SexSet, _ free: Int) -> FoundName? {
    let father = text[index - 1].isDash ? index - 2 : index - 1
    guard father > free, isNameWord(father), isNameWord(father - 1) else { return nil }
    var name = FoundName()
    name.given = .word(text[father - 1].letters)
    name.givenTokens = father - 1..<father
    name.patronymic = .child(of: text[father].letters, sex)
    name.patronymicTokens = father..<index + 1
    return completed(name, from: father - 1, to: index + 1, free)
  }

  /// «Ким Ирина», «Ирине Ким»: a known given name and another word beside it.
  private func nameWithoutPatronymic(second index: Int, _ free: Int) -> FoundName? {
    guard !isNameWord(index + 1) || !Patronymic.isForm(text[index + 1].letters),
      !(index + 1...index + 3).contains(where: { Particle.sex(text[$0].letters) != nil })
    else { return nil }
    var name = FoundName()
    if GivenNames.isForm(text[index].letters),
      let surname = surname(endingAt: index - 1, free), isProven(surname, besideGiven: index)
    {
      name.given = .word(text[index].letters)
      name.givenTokens = index..<index + 1
      name.take(surname, from: text)
    } else if GivenNames.isForm(text[index - 1].letters),
      let surname = surname(startingAt: index), isProven(surname, besideGiven: index - 1)
    {
      name.given = .word(text[index - 1].letters)
      name.givenTokens = index - 1..<index
      name.take(surname, from: text)
    } else {
      return nil
    }
    let start = min(name.givenTokens.lowerBound, name.surnameTokens.lowerBound)
    name.tokens = start..<max(name.givenTokens.upperBound, name.surnameTokens.upperBound)
    return name
  }

  /// A given name and patronymic with the surname in front of them or behind; without one where there is none.
  private func completed(_ name: FoundName, from start: Int, to end: Int, _ free: Int) -> FoundName
  {
    var name = name
    let left = surname(endingAt: start - 1, free)
    let right = surname(startingAt: end)
    let surname: Range<Int>? =
      if let left, let right { likelier(left, right) } else { left ?? right }
    if let surname { name.take(surname, from: text) }
    name.tokens =
      min(start, surname?.lowerBound ?? start)..<max(end, surname?.upperBound ?? end)
    return name
  }

  // MARK: Words

  /// A capitalised word of three letters or more that is no sign of an office or a body.
  private func isNameWord(_ index: Int) -> Bool {
    let token = text[index]
    return token.isWord && token.flags.contains(.capitalized) && token.letters.count > 1
      && token.letters[0] <= 32
  }

  /// Where the surname begins that ends in front of a name.
  private func surname(endingAt index: Int, _ free: Int) -> Range<Int>? {
    guard index >= free, text[index].isWord else { return nil }
    var start = index
    while start - 2 >= free, text[start].isGlued, text[start - 1].isDash, text[start - 1].isGlued,
      text[start - 2].isWord
    {
      start -= 2
      if index - start > 6 { return nil }
    }
    return isSurname(start..<index + 1) ? start..<index + 1 : nil
  }

  private func surname(startingAt index: Int) -> Range<Int>? {
    guard text[index].isWord,
      isAlone || text[index].gap != .lineBreak || isWanted(index..<index + 1)
        || looksLikeSurname(index..<index + 1)
    else { return nil }
    var end = index + 1
    while text[end].isDash, text[end].isGlued, text[end + 1].isWord, text[end + 1].isGlued,
      end - index < 6
    {
      end += 2
    }
    return isSurname(index..<end) ? index..<end : nil
  }

  private func isSurname(_ tokens: Range<Int>) -> Bool {
    isNameWord(tokens.lowerBound) && (isWanted(tokens) || !isCommon(tokens.lowerBound))
      && !isInitial(tokens.lowerBound)
  }

  /// Words that stand capitalised beside names and are none: bodies, posts, commands at the head of a sentence.
  private func isCommon(_ index: Int) -> Bool {
    let letters = text[index].letters
    return NotNames.lexicon[letters] != nil || Verb.isInfinitive(letters)
      || GrammarWord.of(letters) != nil
  }

  private func isProven(_ tokens: Range<Int>) -> Bool {
    isAlone || isWanted(tokens) || looksLikeSurname(tokens)
  }

  /// A word beside a known given name is proven by agreeing with it.
  private func isProven(_ tokens: Range<Int>, besideGiven given: Int) -> Bool {
    if isProven(tokens) { return true }
    let letters = text[tokens.upperBound - 1].letters
    if PostHead(letters) != nil || text[given].flags.contains(.upperCase) { return false }
    let cases = { (readings: [FormReading]) in readings.reduce(CaseSet()) { $0.union($1.cases) } }
    return !cases(NameDeclension.surnames.readings(of: letters))
      .isDisjoint(with: cases(NameDeclension.givenNames.readings(of: text[given].letters)))
  }

  private func isWanted(_ tokens: Range<Int>) -> Bool {
    let letters = text[tokens.lowerBound].letters
    return wanted.contains { SurnameShape.isAkin(letters, $0) }
  }

  private func looksLikeSurname(_ tokens: Range<Int>) -> Bool {
    SurnameShape.isLikely(text[tokens.upperBound - 1].letters)
  }
}

extension FoundName {
  fileprivate mutating func take(_ tokens: Range<Int>, from text: TokenizedText) {
    surnameTokens = tokens
    surname = tokens.map { text[$0] }.filter(\.isWord).map(\.letters)
  }
}
