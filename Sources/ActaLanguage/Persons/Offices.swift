/// Nouns around posts.
enum Offices {
  /// What serves a person and bears his post's name: «аппарат Губернатора».
  static let served = Lexicon<Bool>([
    .form("аппарат", .masculine, true), .stem("канцеляри", true), .stem("секретариат", true),
    .stem("администраци", true), .stem("приемн", true), .form("служб", .feminine, true),
    .form("протокол", .masculine, true), .word("бюро", true), .stem("управлени", true),
    .stem("департамент", true), .form("отдел", .masculine, true), .stem("секретариат", true),
    .form("дел", .neuter, true), .form("офис", .masculine, true), .form("совет", .masculine, true),
  ])

  /// What a person has, or another is to be given for him.
  static let carried = Lexicon<Bool>([.stem("обязанност", true), .stem("полномоч", true)])

  /// What a person has or is to have: the post that follows such a noun is no apposition to the name behind it.
  static let held = Lexicon<Bool>([
    .stem("должност", true), .form("пост", .masculine, true), .stem("вакан", true),
    .form("рол", .softFeminine, true),
    .stem("функци", true), .stem("звани", true), .stem("качеств", true),
    .form("прав", .neuter, true),
    .form("мест", .neuter, true), .form("чин", .masculine, true),
  ])
}
