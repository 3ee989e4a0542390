/// Codes of letters as `Letters` keeps them.
enum Letter {
  static let а: UInt8 = 1
  static let в: UInt8 = 3
  static let е: UInt8 = 6
  static let и: UInt8 = 9
  static let й: UInt8 = 10
  static let к: UInt8 = 11
  static let л: UInt8 = 12
  static let н: UInt8 = 14
  static let о: UInt8 = 15
  static let ц: UInt8 = 23
  static let ч: UInt8 = 24
  static let ш: UInt8 = 25
  static let ы: UInt8 = 28
  static let ь: UInt8 = 29
  static let э: UInt8 = 30
  static let ю: UInt8 = 31
  static let я: UInt8 = 32
}

/// Classes of stems and letters that decide how a name declines.
enum Stem {
  /// Whether a letter is one of а е и о у ы э ю я.
  @Sendable static func isVowel(_ code: UInt8) -> Bool {
    switch code {
    case 1, 6, 9, 15, 20, 28, 30, 31, 32: true
    default: false
    }
  }

  @Sendable static func endsInConsonant(_ stem: Letters) -> Bool {
    let last = stem.last
    return last > 1 && last <= 32 && !isVowel(last) && last != Letter.й && last != Letter.ь
      && last != 27  // ъ
  }

  /// Whether a letter is one of г к х, behind which и is written for ы.
  @Sendable static func isVelar(_ code: UInt8) -> Bool { code == 4 || code == 11 || code == 22 }

  /// ж ц ч ш щ, after which unstressed о is written е.
  @Sendable static func isSibilant(_ code: UInt8) -> Bool { code == 7 || (23...26).contains(code) }

  /// Whether a surname is a possessive adjective by its stem: Иванов, Пушкин, Турицын.
  @Sendable static func isPossessive(_ stem: Letters) -> Bool {
    stem.count > 3 && (isPlainPossessive(stem) || stem.hasSuffix("ин") || stem.hasSuffix("ын"))
      && !Exceptions.nounsLikePossessives.contains(stem)
  }

  /// -ов, -ев: no woman bears such a surname undeclined; Литвин she may.
  @Sendable static func isPlainPossessive(_ stem: Letters) -> Bool {
    if Exceptions.nounsLikePossessives.contains(stem) { return false }
    return stem.hasSuffix("ов") || stem.hasSuffix("ев")
      || (stem.hasSuffix("ин") || stem.hasSuffix("ын")) && stem.count > 2
  }

  /// -ск-, -цк-: adjectives without doubt.
  @Sendable static func isRelational(_ stem: Letters) -> Bool {
    stem.hasSuffix("ск") || stem.hasSuffix("цк")
  }

  @Sendable static func isNounStem(_ stem: Letters) -> Bool {
    !(stem.hasSuffix("ов") || stem.hasSuffix("ев")) || stem.count < 4
      || Exceptions.nounsInOva.contains(stem)
  }

  @Sendable static func neverDeclines(_ name: Letters) -> Bool {
    let last = name.last
    if isVowel(last), last != Letter.а, last != Letter.я { return true }
    // Гарсиа, Моруа.
    if last == Letter.а { return isVowel(name.dropLast(1).last) }
    return name.hasSuffix("ых") || name.hasSuffix("их")
  }
}

/// Surnames that look like possessive adjectives and are nouns.
enum Exceptions {
  static let nounsLikePossessives: Set<Letters> = [
    "литвин", "рубин", "филин", "русин", "грузин", "павлин", "мартин", "дельфин", "татарин",
    "болгарин", "турчин", "зев", "остров", "покров",
  ]
  /// Stems of nouns in -ова, -ева.
  static let nounsInOva: Set<Letters> = ["голов", "коров", "подков", "дубров", "основ"]
  /// Nouns in -ина, which men bear as well.
  static let nounsInIna: Set<Letters> = [
    "щербина", "калина", "малина", "былина", "дубина", "осина", "рябина", "скотина", "перина",
    "лучина", "кручина", "паутина", "хворостина", "картина", "дружина", "купина", "перепечина",
    "ягодина", "торбина", "руина", "година", "глина", "половина",
  ]
}
