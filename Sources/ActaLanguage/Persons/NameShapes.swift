/// Words for son and daughter behind a father's name.
enum Particle {
  static func sex(_ letters: Letters) -> SexSet? {
    switch letters.key {
    case son1, son2, son3, son4, son5: .male
    case daughter1, daughter2, daughter3, daughter4: .female
    default: nil
    }
  }

  private static let son1 = Letters("оглы").key
  private static let son2 = Letters("оглу").key
  private static let son3 = Letters("углы").key
  private static let son4 = Letters("угли").key
  private static let son5 = Letters("уулу").key
  private static let daughter1 = Letters("кызы").key
  private static let daughter2 = Letters("кизи").key
  private static let daughter3 = Letters("гызы").key
  private static let daughter4 = Letters("казы").key
}

enum Patronymic {
  /// Whether a word is a patronymic in any case.
  static func isForm(_ letters: Letters) -> Bool {
    guard letters.count > 4, !letters.isCut else { return false }
    // Most capitalised words end otherwise.
    switch letters.last {
    case Letter.ч, Letter.а, 20, Letter.е, 13, Letter.ы, Letter.й, Letter.ю: break
    default: return false
    }
    return !NameDeclension.patronymics.readings(of: letters).isEmpty
  }

  /// The sex that a patronymic in the nominative tells.
  static func sex(_ nominative: Letters) -> SexSet? {
    if nominative.hasSuffix("ич") { return .male }
    if nominative.hasSuffix("вна") || nominative.hasSuffix("чна") || nominative.hasSuffix("шна") {
      return .female
    }
    return nil
  }
}

enum SurnameShape {
  /// Whether a word in any case looks like a surname by its ending alone.
  static func isLikely(_ letters: Letters) -> Bool {
    endings.contains(letters)
  }

  /// Whether a word may be a form of a surname, or of one that it is easily taken for: all but the last letters
  /// are shared.
  static func isAkin(_ form: Letters, _ surname: Letters) -> Bool {
    let shared = form.commonPrefix(surname)
    return shared > 1 && shared + 2 >= min(form.count, surname.count) && shared + 4 >= surname.count
      && shared + 4 >= form.count
  }

  private static let endings = SuffixTable(
    suffixes.flatMap { stem, endings in
      endings.map { (stem.appending($0), stem.count + $0.count + 2) }
    })
  private static let suffixes: [(Letters, [Letters])] = [
    ("ов", possessive), ("ев", possessive), ("ин", possessive), ("ын", possessive),
    ("ск", relational), ("цк", relational), ("енк", ["о"]), ("к", ["о"]),
    ("ых", [""]), ("их", [""]), ("дзе", [""]), ("швили", [""]), ("аг", ["о"]), ("ов", ["о"]),
    ("ян", consonant), ("янц", consonant), ("чук", consonant), ("юк", consonant),
    ("ук", consonant), ("ич", consonant), ("ец", consonant), ("оол", consonant),
  ]
  private static let possessive: [Letters] = ["", "а", "у", "ым", "ом", "е", "ой", "ою"]
  private static let relational: [Letters] = [
    "ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою",
  ]
  private static let consonant: [Letters] = ["", "а", "у", "ом", "ем", "е"]
}

/// Short words with a full stop that are no initials.
enum Abbreviations {
  static let short: Set<Letters> = ["гр", "др", "пр", "ст", "пп", "гл", "кв", "тр", "св", "см"]
}

/// Words that are written with a capital beside names and are no names.
enum NotNames {
  static let lexicon = Lexicon<Bool>([
    .stem("управлени", true), .stem("министерств", true), .stem("комитет", true),
    .stem("департамент", true), .stem("правительств", true), .stem("республик", true),
    .stem("федераци", true), .form("российск", .adjective, true), .stem("област", true),
    .form("област", .softFeminine, true), .form("район", .masculine, true),
    .form("район", .masculine, true), .form("город", .masculine, true), .stem("инспекци", true),
    .form("служб", .feminine, true), .stem("агентств", true), .form("отдел", .masculine, true),
    .stem("администраци", true), .stem("комисси", true), .form("совет", .masculine, true),
    .stem("собрани", true), .form("дум", .feminine, true), .stem("палат", true),
    .stem("учреждени", true), .form("центр", .masculine, true), .form("фонд", .masculine, true),
    .stem("академи", true), .stem("университет", true), .stem("институт", true),
    .form("суд", .masculine, true), .stem("прокуратур", true), .word("края", true),
    .form("кра", .softMasculine, true), .form("округ", .masculine, true), .stem("приказ", true),
    .stem("распоряжени", true), .stem("постановлени", true), .stem("положени", true),
    .stem("приложени", true), .stem("протокол", true), .stem("согласов", true),
    .stem("ответственн", true), .stem("исполнител", true), .form("член", .masculine, true),
    .form("состав", .masculine, true), .stem("указ", true), .form("штаб", .masculine, true),
    .form("групп", .feminine, true), .form("офис", .masculine, true), .stem("минист", true),
    .form("раздел", .masculine, true), .form("пункт", .masculine, true), .stem("контрол", true),
    .stem("информаци", true), .stem("решени", true), .form("росси", .feminine, true),
    .stem("председател", true), .form("президент", .masculine, true), .stem("губернатор", true),
    .form("глав", .feminine, true), .stem("руководител", true),
    .form("начальник", .masculine, true),
    .stem("директор", true), .stem("заместител", true), .form("советник", .masculine, true),
    .stem("секретар", true), .stem("специалист", true), .stem("консультант", true),
    .stem("инспектор", true), .stem("заведующ", true), .stem("депутат", true),
    .stem("эксперт", true),
    .stem("прокурор", true), .stem("уполномоченн", true), .word("врио", true),
    .stem("помощник", true),
    .stem("представител", true), .stem("гражданин", true), .stem("гражданк", true),
    .form("господин", .masculine, true), .stem("товарищ", true), .stem("сотрудник", true),
    .stem("докладчик", true), .stem("инженер", true), .stem("бухгалтер", true),
    .stem("главн", true),
  ])
}
