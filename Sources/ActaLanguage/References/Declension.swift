/// How Russian adjectives and nouns decline, by their endings: enough to name in the nominative what a text names in
/// another case.
enum Declension {
  /// A reading of a word: the forms that it can be in, and how its nominative is made.
  struct Reading: Sendable, Hashable {
    var forms: Forms
    /// Letters to take away from the end.
    var drop: Int
    /// Letters to put there.
    var ending: String

    /// «услуг», «норм»: a plural that has no ending in the genitive, and looks like a masculine nominative.
    var isPluralWithoutEnding = false
  }

  /// The forms that a word can be in if it is an adjective; empty where it cannot be one.
  static func adjective(_ letters: Letters) -> Forms {
    guard letters.count > 3, !letters.isCut else { return [] }
    for length in [3, 2] {
      guard let forms = adjectives[letters.tail(length)] else { continue }
      // No stem of an adjective ends in a vowel: «комиссией», «положением» are nouns.
      let last = letters[letters.count - length - 1]
      return [1, 6, 9, 15, 20, 31, 32].contains(last) ? [] : forms
    }
    return []
  }

  /// How an adjective's nominative is made once its gender is known.
  static func nominative(ofAdjective letters: Letters, _ gender: Forms.Gender) -> Reading? {
    let length = adjectives[letters.tail(3)] != nil ? 3 : 2
    guard letters.count > length else { return nil }
    let last = letters[letters.count - length - 1]
    let vowel = letters[letters.count - length]
    let isVelar = last == 11 || last == 4 || last == 22  // к, г, х
    let isSibilant = [7, 24, 25, 26].contains(last)  // ж, ч, ш, щ
    let isHard = isVelar || isSibilant || [15, 28, 1, 20].contains(vowel)  // о, ы, а, у
    let ending: String
    switch gender {
    case .masculine:
      if stressed[letters.dropLast(length)] != nil || isSibilant && vowel == 15 {
        ending = "ой"
      } else {
        ending = isHard && !isVelar && !isSibilant ? "ый" : "ий"
      }
    case .feminine: ending = isHard ? "ая" : "яя"
    case .neuter: ending = isHard && !(isSibilant && vowel != 15) ? "ое" : "ее"
    case .plural: ending = isHard && !isVelar && !isSibilant ? "ые" : "ие"
    }
    return Reading(forms: Forms(gender, .nominative), drop: length, ending: ending)
  }

  /// What a noun can be, the likeliest reading first.
  static func noun(_ letters: Letters) -> [Reading] {
    guard letters.count > 1, !letters.isCut else { return [] }
    if let exception = NounException.reading(letters) { return exception }
    for length in stride(from: min(6, letters.count - 1), through: 1, by: -1) {
      if let readings = nouns[letters.tail(length)] { return readings }
    }
    return bare(letters)
  }

  /// The forms that a noun can be in.
  static func nounForms(_ letters: Letters) -> Forms {
    noun(letters).reduce(into: []) { $0.formUnion($1.forms) }
  }

  /// A noun that ends in a consonant: masculine in the nominative, or feminine in the genitive plural.
  private static func bare(_ letters: Letters) -> [Reading] {
    let last = letters[letters.count - 1]
    let plural = [11, 4, 22, 7, 24, 25, 26].contains(last) ? "и" : "ы"
    return [
      Reading(forms: "mn ma", drop: 0, ending: ""),
      Reading(forms: "pg", drop: 0, ending: plural, isPluralWithoutEnding: true),
    ]
  }

  private static let adjectives: [UInt64: Forms] = {
    let table: [(StaticString, Forms)] = [
      ("ый", "mn ma"), ("ий", "mn ma"), ("ой", "mn ma fg fd fi fl"), ("ая", "fn"), ("яя", "fn"),
      ("ое", "nn na"), ("ее", "nn na"), ("ые", "pn pa"), ("ие", "pn pa"), ("ого", "mg ma ng"),
      ("его", "mg ma ng"), ("ому", "md nd"), ("ему", "md nd"), ("ым", "mi ni pd"),
      ("им", "mi ni pd"), ("ом", "ml nl"), ("ем", "ml nl"), ("ей", "fg fd fi fl"), ("ую", "fa"),
      ("юю", "fa"), ("ых", "pg pa pl"), ("их", "pg pa pl"), ("ыми", "pi"), ("ими", "pi"),
      ("ою", "fi"), ("ею", "fi"),
    ]
    return Dictionary(uniqueKeysWithValues: table.map { (Letters($0.0).tail(6), $0.1) })
  }()

  /// Adjectives whose masculine nominative ends in -ой, which their other forms do not tell.
  private static let stressed = Lexicon<Bool>([
    .word("городск", true), .word("областн", true), .word("краев", true), .word("миров", true),
    .word("лесн", true), .word("страхов", true), .word("трудов", true), .word("морск", true),
    .word("донск", true), .word("типов", true), .word("целев", true), .word("правов", true),
    .word("основн", true), .word("отраслев", true), .word("межотраслев", true),
    .word("внутриотраслев", true), .word("годов", true), .word("полев", true), .word("ценов", true),
    .word("речн", true), .word("степн", true), .word("жил", true), .word("ключев", true),
    .word("нежил", true), .word("долев", true), .word("тверск", true), .word("передов", true),
    .word("войсков", true), .word("волостн", true), .word("окружн", true), .word("част", false),
    .word("молод", true), .word("запасн", true), .word("низов", true), .word("путев", true),
  ])

  private static let nouns: [UInt64: [Reading]] = {
    var table: [UInt64: [Reading]] = [:]
    func add(_ ending: StaticString, _ readings: [(Forms, String)]) {
      let letters = Letters(ending)
      table[letters.tail(6)] = readings.map {
        Reading(forms: $0.0, drop: letters.count, ending: $0.1)
      }
    }
    for (ending, readings) in endings { add(ending, readings) }
    return table
  }()

  /// Frequent nouns whose genitive plural has no ending.
  static let zeroEndings = Lexicon<Bool>([
    .word("услуг", true), .word("лиц", true), .word("граждан", true), .word("дорог", true),
    .word("мер", true), .word("форм", true), .word("норм", true), .word("карт", true),
    .word("программ", true), .word("работ", true), .word("льгот", true), .word("квот", true),
    .word("выплат", true), .word("затрат", true), .word("служб", true), .word("школ", true),
    .word("групп", true), .word("проб", true), .word("дел", true), .word("прав", true),
    .word("мест", true), .word("жалоб", true), .word("наград", true), .word("премий", true),
    .word("рек", true), .word("сил", true), .word("схем", true), .word("тем", true),
    .word("культур", true), .word("систем", true), .word("процедур", true), .word("цен", true),
    .word("сумм", true), .word("смет", true), .word("пошлин", true), .word("машин", true),
    .word("методик", true), .word("ставок", true),
    .word("инициатив", true), .word("номенклатур", true), .word("структур", true),
  ])
}
