/// An adjective, ordinal or participle in the singular, in some case.
struct Adjective: Sendable, Hashable {
  let cases: CaseSet
  let cut: Int
  let nominative: Letters

  init?(_ letters: Letters) {
    guard letters.count > 4, !letters.isCut, GrammarWord.of(letters) == nil else { return nil }
    for (ending, cases, isFeminine, isSoft) in Self.endings where letters.hasSuffix(ending) {
      let stem = letters.dropLast(ending.count)
      guard stem.count > 2, Stem.endsInConsonant(stem) else { continue }
      // «-ой», «-ей» are endings of nouns as well: a suffix of adjectives has to stand before them.
      let isAdjectival = Self.suffixes.contains { stem.hasSuffix($0) } || Self.stems.contains(stem)
      guard isAdjectival else { continue }
      self.cases = cases
      cut = ending.count
      nominative =
        isFeminine ? (isSoft && stem.last == Letter.н ? "яя" : "ая") : Self.masculine(stem, isSoft)
      return
    }
    return nil
  }

  private static func masculine(_ stem: Letters, _ isSoft: Bool) -> Letters {
    if stressed.contains(stem) { return "ой" }
    if isSoft || Stem.isVelar(stem.last) || Stem.isSibilant(stem.last) { return "ий" }
    return "ый"
  }

  private static let endings: [(Letters, CaseSet, isFeminine: Bool, isSoft: Bool)] = [
    ("ого", [.gen, .acc], false, false), ("его", [.gen, .acc], false, true),
    ("ому", .dat, false, false), ("ему", .dat, false, true), ("ым", .ins, false, false),
    ("им", .ins, false, true), ("ом", .prep, false, false), ("ем", .prep, false, true),
    ("ый", .nom, false, false), ("ий", .nom, false, true), ("ая", .nom, true, false),
    ("яя", .nom, true, true), ("ую", .acc, true, false), ("юю", .acc, true, true),
    ("ой", [.nom, .gen, .dat, .ins, .prep], true, false),
    ("ей", [.gen, .dat, .ins, .prep], true, true),
  ]
  private static let suffixes: [Letters] = [
    "ск", "цк", "н", "ов", "ев", "ущ", "ющ", "ащ", "ящ", "вш", "им", "ем",
  ]
  private static let stems: Set<Letters> = [
    "старш", "младш", "перв", "втор", "трет", "бывш", "высш", "нов", "молод", "больш",
  ]
  /// Stems with the stress on the ending: «городской», «второй».
  private static let stressed: Set<Letters> = [
    "втор", "молод", "больш", "миров", "областн", "краев", "городск", "рядов", "мастеров",
    "рулев", "понят", "морск", "войсков", "полков", "штабн", "выездн", "цехов", "звеньев", "речн",
    "лесн", "головн", "основн", "запасн", "низов", "окружн", "донск", "заводск", "тылов", "боев",
    "родов", "путев",
  ]
}
