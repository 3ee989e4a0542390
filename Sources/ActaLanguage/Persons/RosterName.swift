import ActaDiagnostics
package import ActaModel

extension PersonName {
  /// The name in a roster's cell or in front of an item's dash; `nil` where the words are no name.
  ///
  /// `offset` is added to byte offsets to have places in the source.
  package init?(rosterLine line: String, at offset: Int = 0) {
    let text = TokenizedText(line)
    guard let found = RosterName(text)?.found else { return nil }
    let span = text.span(found.tokens)
    self.init(
      surname: text.text(found.surnameTokens), given: text.text(found.givenTokens),
      patronymic: found.patronymic == nil ? nil : text.text(found.patronymicTokens),
      span: Span(span.start + offset, span.end + offset))
  }
}

/// A name in the nominative to hold mentions against.
struct RosterName {
  let found: FoundName

  /// Reads the first name in a text that holds little else.
  init?(_ text: TokenizedText) {
    let known = NameFinder(text: text, isAlone: true).all().first
    if let known, !known.surname.isEmpty {
      found = known
    } else if let plain = Self.plainName(text) {
      found = plain
    } else {
      return nil
    }
  }

  /// Two or three capitalised words that nothing else tells to be a name: «Нгуен Ван Тхань».
  private static func plainName(_ text: TokenizedText) -> FoundName? {
    var words: [Range<Int>] = []
    var index = 0
    while index < text.count, text[index].isWord, text[index].flags.contains(.capitalized),
      words.count < 4
    {
      var end = index + 1
      while text[end].isDash, text[end].isGlued, text[end + 1].isGlued, text[end + 1].isWord {
        end += 2
      }
      words.append(index..<end)
      index = end
    }
    guard let first = words.first, words.count > 1, words.count < 4 else { return nil }
    let second = words[1]
    guard NotNames.lexicon[text[first.lowerBound].letters] == nil,
      PostHead(text[first.lowerBound].letters) == nil
    else { return nil }
    let isGivenFirst =
      words.count == 2 && GivenNames.isKnown(text[first.lowerBound].letters)
      && !GivenNames.isKnown(text[second.lowerBound].letters)
    let (surname, given) = isGivenFirst ? (second, first) : (first, second)
    var name = FoundName()
    name.surnameTokens = surname
    name.surname = surname.map { text[$0] }.filter(\.isWord).map(\.letters)
    name.given = .word(text[given.lowerBound].letters)
    name.givenTokens = given
    if words.count == 3 {
      name.patronymic = .word(text[words[2].lowerBound].letters)
      name.patronymicTokens = words[2]
    }
    name.tokens = first.lowerBound..<words[words.count - 1].upperBound
    return name
  }

  /// The sexes that the bearer can be of: the patronymic tells best, then the given name, then the surname.
  var sexes: SexSet {
    sexOfPatronymic ?? sexOfGiven ?? sexesOfSurname.first ?? .any
  }

  /// Whether the parts of the name are of different sexes.
  var hasSexMismatch: Bool {
    let told = [sexOfPatronymic, sexOfGiven].compactMap { $0 } + sexesOfSurname
    return told.contains(.male) && told.contains(.female)
  }

  private var sexOfPatronymic: SexSet? {
    switch found.patronymic {
    case .word(let letters)?: Patronymic.sex(letters)
    case .child(of: _, let sex)?: sex
    default: nil
    }
  }

  private var sexOfGiven: SexSet? {
    guard case .word(let letters)? = found.given else { return nil }
    return GivenNames.sex(letters)
  }

  private var sexesOfSurname: [SexSet] { found.surname.compactMap(NameSex.ofSurname) }

  // MARK: Matching

  /// Whether a mention in a case can be of this person.
  func matches(_ mention: FoundName, in grammaticalCase: CaseSet) -> Bool {
    matchesSurname(mention, in: grammaticalCase)
      && Self.matches(mention.given, found.given, .givenNames, grammaticalCase)
      && Self.matches(mention.patronymic, found.patronymic, .patronymics, grammaticalCase)
  }

  private func matchesSurname(_ mention: FoundName, in grammaticalCase: CaseSet) -> Bool {
    if mention.surname.isEmpty { return mention.given?.isWord ?? false }
    guard mention.surname.count == found.surname.count else { return false }
    // Whose names disagree can be of either sex.
    let sexes: SexSet = hasSexMismatch ? .any : sexes
    for (index, (form, nominative)) in zip(mention.surname, found.surname).enumerated() {
      var cases = NameDeclension.surnames.cases(of: form, as: nominative, sexes)
      if hasSexMismatch {
        let other = NameSex.counterpart(nominative)
        cases.formUnion(NameDeclension.surnames.cases(of: form, as: other, .any))
      }
      if index < found.surname.count - 1, form == nominative, !NameForm.declinesSurely(form) {
        cases = .all
      }
      if !cases.contains(grammaticalCase) { return false }
    }
    return true
  }

  private static func matches(
    _ stated: FoundName.Part?, _ listed: FoundName.Part?, _ declension: NameDeclension,
    _ grammaticalCase: CaseSet
  ) -> Bool {
    guard let stated, let listed else { return true }
    switch (stated, listed) {
    case (.child(of: let father, let sex), .child(of: let other, let otherSex)):
      return father == other && sex == otherSex
    case (.initial(let letters), _):
      return listed.letters.hasPrefix(letters)
        || !listed.isWord && letters.hasPrefix(listed.letters)
    case (_, .initial(let letters)): return stated.letters.hasPrefix(letters)
    default:
      return declension.cases(of: stated.letters, as: listed.letters, .any)
        .contains(grammaticalCase) || stated.letters == listed.letters && grammaticalCase == .nom
    }
  }
}
