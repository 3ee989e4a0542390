import ActaLanguage

/// A post taken apart to be held against another: its rank, its unit and what the unit does.
struct PostWords {
  /// «заместитель начальника», word by word.
  private var ranks: [Letters] = []
  /// «отдел», «управление»; `nil` where another kind of place follows.
  private var unit: Letters?
  private var matter: [Letters] = []

  /// `nil` where the words open with no rank.
  init?(_ post: String) {
    let text = TokenizedText(post)
    var index = 0
    while index < text.count, Self.prefixes[text[index]] != nil { index += 1 }
    while index < text.count, let isRank = Self.ranks[text[index]] {
      if isRank { ranks.append(text[index].letters) }
      index += 1
    }
    guard !ranks.isEmpty else { return nil }
    guard index < text.count, Self.units[text[index]] != nil else { return }
    unit = text[index].letters
    index += 1
    while index < text.count, matter.count < 3 {
      let token = text[index]
      guard token.isWord || token.isNumber else { break }
      if token.letters.count > 2 { matter.append(token.letters) }
      index += 1
    }
  }

  /// Whether the two cannot be one post; what only one of them states makes no difference.
  func differs(from other: PostWords) -> Bool {
    if ranks.count != other.ranks.count { return true }
    if zip(ranks, other.ranks).contains(where: { !$0.isForm(of: $1) }) { return true }
    guard let unit, let otherUnit = other.unit else { return false }
    if !unit.isForm(of: otherUnit) { return true }
    guard !matter.isEmpty, !other.matter.isEmpty else { return false }
    return !matter.contains { word in other.matter.contains { word.isForm(of: $0) } }
  }

  private static let prefixes = Lexicon<Bool>([
    .word("врио", true), .word("исполняющий", true), .word("исполняющая", true),
    .word("обязанности", true), .word("временно", true), .word("и", true), .word("о", true),
  ])
  /// Words of rank; `false` for those that may be left out.
  private static let ranks = Lexicon<Bool>([
    .form("заместител", .softMasculine, true), .form("начальник", .masculine, true),
    .form("руководител", .softMasculine, true), .form("директор", .masculine, true),
    .form("министр", .masculine, true), .form("председател", .softMasculine, true),
    .form("советник", .masculine, true), .form("помощник", .masculine, true),
    .form("консультант", .masculine, true), .form("специалист", .masculine, true),
    .form("эксперт", .masculine, true), .form("референт", .masculine, true),
    .form("инспектор", .masculine, true), .form("бухгалтер", .masculine, true),
    .stem("заведующ", true), .form("секретар", .softMasculine, true),
    .form("глав", .feminine, true),
    .form("губернатор", .masculine, true), .form("ректор", .masculine, true),
    .form("проректор", .masculine, true), .form("перв", .adjective, true),
    .form("главн", .adjective, false), .form("ведущ", .adjective, false),
    .form("старш", .adjective, false), .form("генеральн", .adjective, false),
    .form("исполнительн", .adjective, false),
  ])
  private static let units = Lexicon<Bool>([
    .form("отдел", .masculine, true), .form("управлени", .neuter, true),
    .form("департамент", .masculine, true), .form("сектор", .masculine, true),
    .form("отделени", .neuter, true), .form("секретариат", .masculine, true),
  ])
}
