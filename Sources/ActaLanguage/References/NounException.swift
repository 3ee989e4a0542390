/// A noun with a vowel that comes and goes, or one that its ending alone would have read otherwise.
struct NounException: Sendable {
  /// Letters to take from the end of the stem.
  var cut: Int
  var singular: String
  var plural: String
  var gender: Forms.Gender

  init(_ gender: Forms.Gender, cut: Int = 0, _ singular: String, _ plural: String) {
    self.cut = cut
    self.singular = singular
    self.plural = plural
    self.gender = gender
  }

  /// What a word is that is among the exceptions; `nil` for other words.
  static func reading(_ letters: Letters) -> [Declension.Reading]? {
    guard let (noun, stem) = all.match(letters) else { return nil }
    let rest = letters.dropFirst(stem)
    guard let forms = endings(noun.gender)[rest.tail(3)] else { return nil }
    let drop = rest.count + noun.cut
    let (one, many) = (forms.intersection(.singular), forms.intersection(.plural))
    var readings: [Declension.Reading] = []
    if !one.isEmpty { readings.append(.init(forms: one, drop: drop, ending: noun.singular)) }
    if !many.isEmpty { readings.append(.init(forms: many, drop: drop, ending: noun.plural)) }
    return readings
  }

  /// The forms that a noun of a known gender is in, by what stands behind its stem.
  static func forms(_ ending: Letters, _ gender: Forms.Gender) -> Forms {
    endings(gender)[ending.tail(3)] ?? []
  }

  private static let all = Lexicon<NounException>([
    .form("порядк", .masculine, NounException(.masculine, cut: 1, "ок", "ки")),
    .form("списк", .masculine, NounException(.masculine, cut: 1, "ок", "ки")),
    .form("перечн", .softMasculine, NounException(.masculine, cut: 1, "ень", "ни")),
    .form("правил", .neuter, NounException(.neuter, "о", "а")),
    .form("дел", .neuter, NounException(.neuter, "о", "а")),
    .form("лиц", .neuter, NounException(.neuter, "о", "а")),
    .form("звен", .neuter, NounException(.neuter, "о", "а")),
    .form("основ", .feminine, NounException(.feminine, "а", "ы")),
    .form("мер", .feminine, NounException(.feminine, "а", "ы")),
    .form("банк", .masculine, NounException(.masculine, "", "и")),
    .form("парк", .masculine, NounException(.masculine, "", "и")),
    .form("рынк", .masculine, NounException(.masculine, cut: 1, "ок", "ки")),
    .form("земл", .feminine, NounException(.feminine, "я", "и")),
    .form("палат", .feminine, NounException(.feminine, "а", "ы")),
    .form("област", .softFeminine, NounException(.feminine, "ь", "и")),
    .form("модел", .softFeminine, NounException(.feminine, "ь", "и")),
    .form("критери", .softMasculine, NounException(.masculine, "й", "и")),
  ])

  private static func endings(_ gender: Forms.Gender) -> [UInt64: Forms] {
    switch gender {
    case .masculine: masculine
    case .feminine: feminine
    case .neuter, .plural: neuter
    }
  }

  private static let oblique: [(StaticString, Forms)] = [
    ("ам", "pd"), ("ями", "pi"), ("ами", "pi"), ("ям", "pd"), ("ах", "pl"), ("ях", "pl"),
  ]

  private static let masculine = table(
    oblique + [
      ("", "mn ma"), ("ь", "mn ma"), ("й", "mn ma"), ("а", "mg"), ("я", "mg"), ("у", "md"),
      ("ю", "md"), ("ом", "mi"), ("ем", "mi"), ("е", "ml"), ("ы", "pn pa"), ("и", "pn pa"),
      ("ов", "pg"), ("ев", "pg"), ("ей", "pg"),
    ])

  private static let feminine = table(
    oblique + [
      ("", "pg"), ("а", "fn"), ("я", "fn"), ("ь", "fn fa"), ("ы", "fg pn pa"),
      ("и", "fg fd fl pn pa"), ("е", "fd fl"), ("у", "fa"), ("ю", "fa"), ("ой", "fi"),
      ("ей", "fi pg"), ("ью", "fi"),
    ])

  private static let neuter = table(
    oblique + [
      ("", "pg"), ("о", "nn na"), ("а", "ng pn pa"), ("у", "nd"), ("ом", "ni"), ("е", "nl"),
    ])

  private static func table(_ endings: [(StaticString, Forms)]) -> [UInt64: Forms] {
    Dictionary(
      endings.map { (Letters($0.0).tail(3), $0.1) }, uniquingKeysWith: { $0.union($1) })
  }
}
