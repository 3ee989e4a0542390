import ActaModel

/// Where «пункт», «часть», «глава» and their like mean something else than a unit of a document.
extension ReferenceReader {
  /// Whether what stands at `index` makes the number before it an amount: «части 30 процентов», «5 рабочих дней».
  func isMeasured(_ index: Int) -> Bool {
    text[index].kind == .percent || Self.measures[text[index]] != nil
      || Self.workdays[text[index]] != nil && Self.measures[text[index + 1]] != nil
      || text.month(at: index) != nil
  }

  /// Whether the unit at `index`, with its numbers up to `next`, is no unit of a document.
  func isOtherSense(_ unit: UnitWord, at index: Int, next: Int) -> Bool {
    if isMeasured(next) || isQualified(unit, at: index) { return true }
    // «приложение 2.0»: a version of a program.
    if unit.level == .appendix, text[next - 1].is("0") || text[next - 1].value == 0 { return true }
    // «войсковая часть 12345»
    if unit.level == .part, text[unit.next].digits > 3 { return true }
    // «пункт № 4» is a place; of a document only where one follows.
    if text[unit.next].kind == .numberSign, unit.level == .point || unit.level == .part {
      let token = text[next]
      return !(token.has(stem: "настоящ") || self.unit(at: next) != nil || isDocumentAhead(next))
    }
    return isCounted(unit, next: next) || isPartOfThing(unit, next: next)
  }

  /// «часть 4 этажа», «глава 1 романа»: the unit in the nominative, and of what it is behind it.
  private func isPartOfThing(_ unit: UnitWord, next: Int) -> Bool {
    guard unit.level == .chapter || unit.level == .part, !unit.isAbbreviation,
      unit.forms.isSubset(of: "fn fa"), text[unit.next].isNumber, next == unit.next + 1,
      text[next].isWord, !isCapitalized(next), self.unit(at: next) == nil,
      !text[next].has(stem: "слов"), !isVerb(text[next].letters), !isDocumentAhead(next)
    else { return false }
    let letters = text[next].letters
    let last = letters.count > 3 ? letters[letters.count - 1] : 0
    return (last == 1 || last == 32)
      && !Declension.nounForms(letters).isDisjoint(with: "mg ng")
  }

  /// «главы 12 поселений»: the number counts what follows.
  private func isCounted(_ unit: UnitWord, next: Int) -> Bool {
    guard
      unit.level == .chapter || unit.level == .part || unit.level == .line
        || unit.level == .section,
      !unit.isAbbreviation, text[unit.next].isNumber, next == unit.next + 1,
      !isDocumentAhead(next), let value = text[unit.next].value, value > 1
    else { return false }
    var index = next
    var forms: Forms = "pg"
    while index < next + 3 {
      let adjective = Declension.adjective(text[index].letters).intersection(forms)
      guard !adjective.isEmpty, !isCapitalized(index),
        !text[index].has(stem: "настоящ")
      else { break }
      forms = adjective
      index += 1
    }
    let token = text[index]
    guard token.isWord, !token.flags.contains(.capitalized), self.unit(at: index) == nil,
      !isVerb(token.letters)
    else { return false }
    return token.letters.ends(in: "ов") || token.letters.ends(in: "ев")
      || token.letters.ends(in: "ий") || token.letters.ends(in: "ей") || index > next
  }

  /// Whether an adjective in front makes another thing of it: «населенного пункта», «войсковой части».
  private func isQualified(_ unit: UnitWord, at index: Int) -> Bool {
    let before = text[index - 1]
    guard before.isWord, !unit.isAbbreviation else { return false }
    if before.has(stem: "населенн") || before.has(stem: "структурн") { return true }
    let forms = Declension.adjective(before.letters)
    guard !forms.isDisjoint(with: unit.forms), NumberWord(before) == nil,
      Self.pointers[before] == nil
    else { return false }
    return !isParticiple(before.letters)
  }

  /// Whether an adjective is a participle, which belongs to a clause of its own as a rule.
  private func isParticiple(_ letters: Letters) -> Bool {
    for length in [2, 3] {
      let stem = letters.dropLast(length)
      for ending: StaticString in ["нн", "ем", "им", "щ", "вш", "ят", "ыт", "ут"]
      where stem.ends(in: ending) {
        return true
      }
    }
    return false
  }

  /// Whether a form of a verb can be told by its ending.
  func isVerb(_ letters: Letters) -> Bool {
    if Self.verbs[letters] != nil { return true }
    guard letters.count > 3, Self.unverbs[letters] == nil else { return false }
    for length in [5, 4, 3, 2] where Self.verbEndings[letters.tail(length)] != nil { return true }
    return false
  }

  private static let measures = Lexicon<Bool>([
    .stem("процент", true), .stem("рубл", true), .stem("тысяч", true), .word("тыс", true),
    .word("млн", true), .word("млрд", true), .stem("миллион", true), .stem("миллиард", true),
    .word("лет", true), .word("год", true), .word("года", true), .word("годов", true),
    .stem("месяц", true), .word("дней", true), .word("дня", true), .word("день", true),
    .form("час", Endings(["", "а", "ов"]), true), .form("минут", Endings(["а", "ы", ""]), true),
    .word("мин", true), .stem("экземпляр", true), .word("экз", true), .word("шт", true),
    .word("штук", true), .word("единиц", true), .word("человек", true), .word("раз", true),
    .word("раза", true), .stem("квартал", true), .form("очеред", .softFeminine, true),
    .form("этап", .masculine, true), .form("категори", .feminine, true), .word("класса", true),
    .word("м", true), .word("км", true), .word("кг", true), .word("га", true), .word("кв", true),
    .form("верси", .feminine, true), .stem("недел", true), .word("суток", true),
    .word("сутки", true), .stem("километр", true), .stem("метр", true), .stem("балл", true),
    .word("руб", true), .form("знак", .masculine, true), .form("место", .bare, true),
  ])

  private static let workdays = Lexicon<Bool>([
    .stem("рабочи", true), .stem("календарн", true), .stem("банковски", true),
  ])

  /// Adjectives and pronouns that point at a unit and make nothing else of it.
  private static let pointers = Lexicon<Bool>([
    .stem("настоящ", true), .stem("указанн", true), .stem("данн", true), .stem("названн", true),
    .stem("соответствующ", true), .stem("следующ", true), .stem("последующ", true),
    .stem("предыдущ", true), .word("этой", true), .word("этого", true), .word("этим", true),
    .word("этому", true), .word("этих", true), .word("этими", true), .word("этом", true),
    .word("той", true), .word("того", true), .word("тому", true), .word("самой", true),
    .stem("отдельн", true), .stem("нов", true), .stem("прежн", true), .stem("последн", true),
    .word("своей", true), .word("своего", true), .word("каждой", true), .word("каждого", true),
    .word("такой", true), .word("такого", true), .word("любой", true), .word("одной", true),
    .word("другой", true), .stem("действующ", true), .word("всем", true), .word("всей", true),
    .word("всего", true), .word("ними", true), .word("ними", true), .stem("самостоятельн", true),
    .stem("дополнительн", true), .stem("вышеуказанн", true), .stem("прилагаем", true),
    .stem("упомянут", true), .word("ранее", true), .word("также", true), .word("менее", true),
    .word("более", true), .word("иной", true), .word("иного", true), .stem("обязательн", true),
  ])

  private static let verbs = Lexicon<Bool>([
    .word("не", true), .word("может", true), .word("могут", true),
    .form("долж", Endings(["ен", "на", "но", "ны"]), true),
    .word("вправе", true), .form("обязан", Endings(["", "а", "о", "ы"]), true), .word("быть", true),
    .word("был", true),
    .word("была", true), .word("было", true), .word("были", true), .word("есть", true),
    .word("подлежит", true), .word("подлежат", true), .word("нет", true), .word("будет", true),
    .word("будут", true), .word("внести", true), .word("вносит", true), .word("следует", true),
    .form("утратил", Endings(["", "а", "о", "и"]), true),
    .form("вступил", Endings(["", "а", "о", "и"]), true), .word("согласно", true),
    .word("исходя", true), .word("путем", true),
  ])

  /// Nouns that end as verbs do.
  private static let unverbs = Lexicon<Bool>([
    .stem("печать", true), .word("кредит", true), .word("аудит", true), .word("лимит", true),
    .word("визит", true), .word("транзит", true), .word("дефицит", true), .stem("член", true),
    .word("план", true), .word("обмен", true), .word("память", true), .word("нить", true),
    .word("сеть", true), .word("мать", true), .word("часть", true), .word("путь", true),
    .word("депозит", true), .word("реквизит", true), .word("совести", true),
    .word("известь", true),
  ])

  private static let verbEndings: [UInt64: Bool] = {
    var table: [UInt64: Bool] = [:]
    let endings: [StaticString] = [
      "тся", "ться", "ают", "яют", "уют", "еют", "ает", "яет", "ует", "еет", "дит", "сит", "зит",
      "чит", "жит", "вит", "мит", "нит", "рит", "лит", "пит", "дят", "сят", "зят", "чат", "жат",
      "вят", "мят", "нят", "рят", "лят", "ить", "ать", "ять", "еть", "ыть", "нести", "вести",
      "атили", "упили", "инял", "няли", "няты", "инят", "нята", "нято",
    ]
    for ending in endings { table[Letters(ending).tail(6)] = true }
    // Short participles: «установлен», «указано», «определены».
    for stem: StaticString in [
      "влен", "жден", "щен", "чен", "ован", "азан", "исан", "ожен", "ючен", "лнен", "елен", "трен",
      "ешен", "ршен", "нуто", "едан", "ждан",
    ] {
      var letters = Letters(stem)
      table[letters.tail(6)] = true
      for vowel: UInt8 in [1, 15, 28] {
        letters = Letters(stem)
        letters.append(vowel)
        table[letters.tail(6)] = true
      }
    }
    return table
  }()
}
