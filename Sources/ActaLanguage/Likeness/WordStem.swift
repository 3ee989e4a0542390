/// The part of a Russian word that all its forms share, near enough to tell whether two phrases speak of one thing.
///
/// Nouns of action meet the participles of their verbs: «утверждение», «утверждён», «утверждённого».
enum WordStem {
  /// A stem as a number; different stems have different ones but for chance.
  static func number(of word: Letters) -> UInt64 {
    let stem = stem(of: word)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<min(stem.count, Letters.capacity) {
      hash = (hash ^ UInt64(stem[index])) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  static func stem(of word: Letters) -> Letters {
    guard !word.isCut else { return word.prefix(longest) }
    guard word.count > 3, word.hasVowel else { return word }
    var stem = word
    if stem.count > 5, stem.ends(in: "ся") || stem.ends(in: "сь") { stem = stem.dropLast(2) }
    stem = fleeting(stem) ?? cut(stem, by: inflections)
    stem = cut(stem, by: derivations)
    return stem.prefix(longest)
  }

  private static let longest = 12

  /// «перечень» and «перечня», «порядок» and «порядка» lose a vowel between them.
  private static func fleeting(_ word: Letters) -> Letters? {
    guard word.count >= 5 else { return nil }
    if word.ends(in: "ень") { return word.dropLast(3).appending(Letter.н) }
    if word.ends(in: "ец") { return word.dropLast(2).appending(Letter.ц) }
    if word.ends(in: "ок") || word.ends(in: "ек") {
      return word.dropLast(2).appending(Letter.к)
    }
    return nil
  }

  /// Takes off the longest ending that leaves three letters.
  private static func cut(_ word: Letters, by table: SuffixTable<Int>) -> Letters {
    var length = 0
    table.forEach(of: word) { ending, least in
      if length == 0, word.count - ending >= max(3, least) { length = ending }
    }
    return word.dropLast(length)
  }

  private static let inflections = SuffixTable(
    [
      // Adjectives and participles.
      "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым",
      "им", "ую", "юю", "ых", "их", "ыми", "ими", "ом", "ем", "ою", "ею",
      // Nouns.
      "а", "я", "ы", "и", "е", "о", "у", "ю", "ь", "й", "ов", "ев", "ей", "ам", "ям", "ами",
      "ями", "ах", "ях", "ью", "ьи", "ья", "иям", "иями", "иях", "ией", "ий", "ии", "ия", "ию",
      "ием",
      // Verbs.
      "ть", "ать", "ить", "еть", "ти", "чь", "ет", "ит", "ют", "ят", "ут", "ат",
    ].map { (ending: Letters) in (ending, 0) })

  private static let derivations = SuffixTable(
    [
      "ованн", "ован", "ени", "ани", "яни", "енн", "анн", "янн", "ен", "ан", "ян", "ост",
      "аци", "яци", "ац", "яц", "ационн", "онн", "овани",
    ].map { (ending: Letters) in (ending, 4) })
}

extension Letters {
  fileprivate func appending(_ code: UInt8) -> Letters {
    var longer = self
    longer.append(code)
    return longer
  }
}
