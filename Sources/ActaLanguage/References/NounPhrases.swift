import ActaModel

/// A noun with the adjectives before it, named in the nominative.
struct HeadPhrase: Sendable {
  var nominative: String
  /// The forms that the noun can be in.
  var forms: Forms
  /// The token that the noun begins at.
  var noun: Int
  var next: Int
}

extension ReferenceReader {
  /// The noun phrase that begins at `index`, in one of the forms allowed, without what the noun governs.
  func headPhrase(at index: Int, in allowed: Forms, depth: Int = 0) -> HeadPhrase? {
    let token = text[index]
    guard token.isWord, depth < 7 else { return nil }
    let next = endOfCompound(at: index)
    let last = text[next - 1]
    // «программой», «службой» end as adjectives do.
    let isNoun = Documents.nouns[last] == .legal || Bodies.nouns[last] == true
    let adjective = isNoun ? [] : Declension.adjective(last.letters).intersection(allowed)
    if !adjective.isEmpty {
      var rest = next
      if let separated = endOfSeparator(at: next), text[separated].isWord,
        !Declension.adjective(text[endOfCompound(at: separated) - 1].letters)
          .isDisjoint(with: adjective)
      {
        rest = separated
      }
      if var phrase = headPhrase(at: rest, in: adjective, depth: depth + 1),
        let gender = phrase.forms.intersection(adjective).gender ?? firstGender(phrase.forms)
      {
        let own = inflected(index..<next, Declension.nominative(ofAdjective: last.letters, gender))
        let gap = rest > next ? words(next..<rest) : ""
        let isGlued = rest > next && text[next].kind == .comma
        phrase.nominative =
          own + (gap.isEmpty ? " " : isGlued ? gap + " " : " " + gap + " ") + phrase.nominative
        return phrase
      }
    }
    if let undeclined = undeclined(at: index, next: next, allowed) { return undeclined }
    for reading in Declension.noun(last.letters) {
      let forms = reading.forms.intersection(allowed)
      guard !forms.isEmpty,
        depth > 0 || !reading.isPluralWithoutEnding
          || Declension.zeroEndings[last.letters] != nil
      else { continue }
      return HeadPhrase(
        nominative: inflected(index..<next, reading), forms: forms, noun: index, next: next)
    }
    // «Уполномоченного по …», «исполняющего обязанности»: the adjective is the noun.
    guard !adjective.isEmpty, let gender = firstGender(adjective) else { return nil }
    return HeadPhrase(
      nominative: inflected(index..<next, Declension.nominative(ofAdjective: last.letters, gender)),
      forms: adjective, noun: index, next: next)
  }

  /// Names that do not decline: «МВД», «ФНС», «Минприроды», «Минэкономразвития».
  private func undeclined(at index: Int, next: Int, _ allowed: Forms) -> HeadPhrase? {
    let token = text[index]
    guard token.flags.contains(.capitalized), next == index + 1 else { return nil }
    let letters = token.letters
    let isAbbreviation =
      isUpperCase(index) && letters.count <= 5 && letters.count > 1
    let isMinistry =
      token.has(stem: "мин") && !token.has(stem: "минист") && letters.count > 5
      && Self.ministryEndings.contains { letters.hasSuffix($0) }
    guard isAbbreviation || isMinistry || token.flags.contains(.latin) else { return nil }
    return HeadPhrase(nominative: words(index..<next), forms: allowed, noun: index, next: next)
  }

  private static let ministryEndings: [Letters] = ["ы", "и", "ия", "о"]

  private func firstGender(_ forms: Forms) -> Forms.Gender? {
    Forms.Gender.allCases.first { !forms.isDisjoint(with: .all($0)) }
  }

  /// A word, compound or not, with its ending put into the nominative and its letters' case kept.
  private func inflected(_ range: Range<Int>, _ reading: Declension.Reading?) -> String {
    guard let reading else { return words(range) }
    let last = range.upperBound - 1
    var before = ""
    var index = range.lowerBound
    while index < last {
      // «плана-графика»: both halves are nouns; «Ханты-Мансийского»: the first does not decline.
      if Documents.nouns[text[index]] != nil,
        let half = Declension.noun(text[index].letters).first(where: {
          !$0.forms.isDisjoint(with: .all(.genitive).union(.dative))
        })
      {
        before += replaced(text[index], half)
      } else {
        before += words(index..<index + 1)
      }
      before += words(index + 1..<index + 2)
      index += 2
    }
    return before + replaced(text[last], reading)
  }

  private func replaced(_ token: Token, _ reading: Declension.Reading) -> String {
    var scalars = text.text(token.span).unicodeScalars
    for _ in 0..<min(reading.drop, scalars.count) { scalars.removeLast() }
    let isUpper = token.flags.contains(.upperCase) && token.letters.count > 1
    return String(scalars) + (isUpper ? reading.ending.uppercased() : reading.ending)
  }
}

// MARK: What a noun governs

extension ReferenceReader {
  /// The index behind what the name of a document or a body goes on with.
  ///
  /// That is nouns in the genitive, «о …», «по …», a title in quotes; it stops where something else of the sentence
  /// begins.
  func endOfTail(from index: Int, of head: HeadPhrase) -> Int {
    var tail = Tail(reader: self, phrase: head, start: index)
    return tail.run()
  }
}

private struct Tail {
  let reader: ReferenceReader
  let phrase: HeadPhrase
  let head: Token
  let start: Int
  var end: Int
  /// Whether the words read stand behind a preposition, whose noun need not be in the genitive.
  var isLoose = false

  init(reader: ReferenceReader, phrase: HeadPhrase, start: Int) {
    self.reader = reader
    self.phrase = phrase
    head = reader.text[phrase.noun]
    self.start = start
    end = start
  }

  var text: TokenizedText { reader.text }

  mutating func run() -> Int {
    while end - start < ReferenceReader.reach, step() {}
    return hasSubject ? start : end
  }

  /// Whether the words read are the subject of the verb behind them: «пунктом 9 Порядка заявки рассматриваются».
  private var hasSubject: Bool {
    guard end - start == 1, text[start].isWord, !reader.isCapitalized(start),
      !Declension.nounForms(text[start].letters).isDisjoint(with: "pn")
    else { return false }
    let verb = text[end].letters
    return verb.ends(in: "ются") || verb.ends(in: "утся") || verb.ends(in: "ятся")
      || verb.ends(in: "атся") || verb.equals("подлежат") || verb.equals("могут")
      || verb.equals("должны") || verb.equals("не")
  }

  private mutating func step() -> Bool {
    let token = text[end]
    switch token.kind {
    case .word: return word(token)
    case .openingQuote, .straightQuote:
      guard let close = reader.endOfQuote(at: end) else { return false }
      end = close
      return true
    case .openingBracket:
      if let (_, next) = reader.otherName(at: end, of: phrase) {
        end = next
        return true
      }
      // «Республики Саха (Якутия)»
      guard reader.isCapitalized(end + 1), text[end + 2].kind == .closingBracket else {
        return false
      }
      end += 3
      return true
    case .comma: return list()
    case .dash:
      guard reader.isCapitalized(end + 1),
        reader.isCapitalized(end - 1)
          || text[end - 1].has(stem: "округ")
      else { return false }
      end = reader.endOfCompound(at: end + 1)
      return true
    case .numberSign:
      guard end > start, text[end + 1].isNumber else { return false }
      end += 2
      return true
    default: return false
    }
  }

  private mutating func word(_ token: Token) -> Bool {
    if stops(end) || endsWithYear { return false }
    if token.is("и") {
      guard end > start else { return false }
      return list()
    }
    if token.is("о") || token.is("об") || token.is("обо") { return preposition() }
    if token.is("по") { return governsDative ? preposition() : false }
    if token.is("на") { return years() }
    if token.is("до"), text[end + 1].isNumber, let year = text.year(at: end + 2 - 1) {
      end = year.next
      return true
    }
    if token.is("в"), text[end + 1].is("сфере") || text[end + 1].is("области") {
      return preposition()
    }
    if token.is("в"), isLoose, Bodies.nouns[text[end + 1]] != nil { return preposition() }
    if token.is("для") || token.is("при") || token.is("с"), isLongName { return preposition() }
    guard isNominal(end) else { return false }
    end = reader.endOfCompound(at: end)
    return true
  }

  /// Whether a tail without doubt ends in front of `index`.
  private func stops(_ index: Int) -> Bool {
    let token = text[index]
    if reader.isVerb(token.letters) || token.has(stem: "настоящ") || token.has(stem: "котор")
      || reader.approvalWord(at: index) != nil
    {
      return true
    }
    if let unit = reader.unit(at: index) {
      return unit.isAbbreviation || text[unit.next].isNumber || text[unit.next].isQuote
        || text[unit.next].kind == .numberSign || reader.ordinals(at: unit.next) != nil
        || reader.isUpperCase(unit.next)
    }
    return reader.actForm(at: index) != nil
  }

  /// A comma or «и» between nouns of one name.
  private mutating func list() -> Bool {
    guard end > start, let next = reader.endOfSeparator(at: end), text[next].isWord, !stops(next),
      !reader.isCapitalized(next) || text[end].kind != .comma,
      isNominal(next) || isLoose && isPrepositional(next)
    else { return false }
    if Documents.nouns[text[next]] != nil, reader.isCapitalized(next) { return false }
    if text[end].kind == .comma {
      // A comma that no «и» follows ends a clause rather than goes on with a list.
      var index = next
      while index < next + 6, text[index].isWord, !text[index].is("и") || index == next {
        if stops(index) { return false }
        index += 1
      }
      guard text[index].is("и") || text[index].kind == .comma else { return false }
    }
    end = reader.endOfCompound(at: next)
    return true
  }

  private mutating func preposition() -> Bool {
    var index = end + 1
    guard text[index].isWord, !stops(index) else { return false }
    while index < end + 7, text[index].isWord,
      !Declension.adjective(text[reader.endOfCompound(at: index) - 1].letters).isEmpty,
      text[reader.endOfCompound(at: index)].isWord, !stops(reader.endOfCompound(at: index)),
      !Declension.noun(text[reader.endOfCompound(at: index)].letters).isEmpty,
      text[reader.endOfCompound(at: index)].letters.count > 2
    {
      index = reader.endOfCompound(at: index)
    }
    end = reader.endOfCompound(at: index)
    isLoose = true
    return true
  }

  /// «до 2030 года»: the years end a name, but for a title.
  private var endsWithYear: Bool {
    end > start + 1 && text[end - 1].has(stem: "год") && text[end - 2].isNumber
  }

  /// «на 2024 год», «на 2024–2026 годы», «на период до 2030 года», «на территории …».
  private mutating func years() -> Bool {
    var index = end + 1
    if text[index].is("территории") { return preposition() }
    if text[index].is("период") {
      index += 1
      if text[index].is("до") || text[index].is("с") { index += 1 }
    }
    guard text[index].digits == 4 else { return false }
    while text[index].isNumber || text[index].isDash || text[index].is("и")
      || text[index].kind == .comma && text[index + 1].isNumber
    {
      index += 1
    }
    if text[index].has(stem: "год") { index += 1 }
    end = index
    return true
  }

  private var governsDative: Bool {
    Documents.governsDative[head] ?? (end > start && Bodies.nouns[text[end - 1]] != nil)
  }

  private var isLongName: Bool { Documents.governsDative[head] != nil || isLoose }

  private func isNominal(_ index: Int) -> Bool {
    let last = text[reader.endOfCompound(at: index) - 1]
    if reader.isUpperCase(index) { return last.letters.count > 1 }
    // «Республики Залесье», «города Каргополь»: a proper name behind its kind.
    if last.flags.contains(.capitalized), Bodies.places[text[index - 1]] != nil { return true }
    let letters = last.letters
    guard letters.count > 2, !Self.isNominative(letters) else { return false }
    if !Declension.adjective(letters).isDisjoint(with: .genitive) { return true }
    if let final = Self.genitiveFinals[letters[letters.count - 1]] {
      return final || letters.ends(in: "ей") || letters.ends(in: "ий") || letters.ends(in: "ов")
        || letters.ends(in: "ев") || letters.ends(in: "ств")
        || letters.ends(in: "ок") && Self.masculines[letters] == nil
        || Declension.zeroEndings[letters] != nil || followsPlural(index)
        || index > start && followsAction(index)
    }
    return false
  }

  /// «комиссия», «организация» and the objects of a command, «изменения», are in no name's genitive.
  private static func isNominative(_ letters: Letters) -> Bool {
    objects[letters] != nil || nominatives.contains { letters.hasSuffix($0) }
  }

  private static let objects = Lexicon<Bool>([
    .word("изменения", true), .word("изменение", true), .word("дополнения", true),
    .word("слова", true), .word("слово", true), .word("цифры", true), .word("цифру", true),
    .word("предложения", true), .word("отчеты", true), .word("доклады", true),
  ])

  private static let nominatives: [Letters] = ["ция", "сия", "зия", "гия", "фия"]

  /// «развития библиотек», «оказания услуг»: behind a noun of an action stands what it is done to.
  private func followsAction(_ index: Int) -> Bool {
    let before = text[index - 1].letters
    return before.ends(in: "ния") || before.ends(in: "тия") || before.ends(in: "вия")
      || before.ends(in: "нии") || before.ends(in: "тии")
  }

  /// Nominatives in -ок, which look like «закупок».
  private static let masculines = Lexicon<Bool>([
    .word("срок", true), .word("порядок", true), .word("список", true), .word("участок", true),
    .word("остаток", true), .word("недостаток", true), .word("рынок", true),
    .word("поселок", true), .word("рисунок", true), .word("поток", true), .word("знаток", true),
  ])

  /// «природных ресурсов», «муниципальных услуг»: the adjective says that the noun is plural.
  private func followsPlural(_ index: Int) -> Bool {
    index > start
      && (text[index - 1].letters.ends(in: "ых") || text[index - 1].letters.ends(in: "их"))
  }

  private func isPrepositional(_ index: Int) -> Bool {
    let letters = text[index].letters
    return Self.prepositionalEndings.contains { letters.hasSuffix($0) }
  }

  private static let prepositionalEndings: [Letters] = [
    "е", "и", "ах", "ях", "ом", "ых", "их", "ой",
  ]

  /// Last letters of nouns in the genitive; `false` where a longer ending has to be looked at.
  private static let genitiveFinals: [UInt8: Bool] = {
    var finals: [UInt8: Bool] = [1: true, 32: true, 28: true, 9: true]  // а, я, ы, и
    for code: UInt8 in [2, 3, 4, 5, 7, 8, 10, 11, 12, 13, 14, 16, 17, 18, 19, 21, 22, 23, 24, 25] {
      finals[code] = false
    }
    return finals
  }()
}
