/// The genitive of a body's name, as an approval stamp takes it: «приказом Государственной жилищной инспекции …».
///
/// A name is adjectives, the noun that they belong to, and words that stand in the genitive already. Adjectives up
/// to the noun and the noun itself are put in the genitive by their endings; the rest stays as it is.
func genitive(ofBody name: String) -> String {
  var words = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  for (index, word) in words.enumerated() {
    if word.isEmpty { continue }
    guard let adjective = genitive(ofAdjective: word) else {
      words[index] = genitive(ofNoun: word)
      break
    }
    words[index] = adjective
  }
  return words.joined(separator: " ")
}

/// `nil` where a word does not end as an adjective in the nominative singular does.
private func genitive(ofAdjective word: String) -> String? {
  // «Минстрой» ends as «областной» does.
  if word.lowercased().hasSuffix("строй") { return nil }
  let parts: [(ending: String, genitive: String)] = [
    ("ая", "ой"), ("яя", "ей"), ("ое", "ого"), ("ее", "его"), ("ый", "ого"), ("ой", "ого"),
  ]
  for part in parts {
    if let changed = word.replacing(ending: part.ending, by: part.genitive) { return changed }
  }
  // «российский», «высший», «областной», but not «санаторий» or «Бурмистрий».
  for stem in ["к", "г", "х"] {
    if let changed = word.replacing(ending: stem + "ий", by: stem + "ого") { return changed }
  }
  for stem in ["ж", "ч", "ш", "щ"] {
    if let changed = word.replacing(ending: stem + "ий", by: stem + "его") { return changed }
  }
  return nil
}

private func genitive(ofNoun word: String) -> String {
  if indeclinable.contains(where: { word.lowercased().hasSuffix($0) }) { return word }
  let endings: [(ending: String, genitive: String)] = [
    ("ия", "ии"), ("ие", "ия"), ("ье", "ья"), ("ство", "ства"), ("тель", "теля"), ("арь", "аря"),
    ("ь", "и"), ("й", "я"), ("га", "ги"), ("ка", "ки"), ("ха", "хи"), ("жа", "жи"), ("ча", "чи"),
    ("ша", "ши"), ("ща", "щи"), ("а", "ы"), ("я", "и"), ("о", "а"), ("е", "я"),
  ]
  for rule in endings {
    if let changed = word.replacing(ending: rule.ending, by: rule.genitive) { return changed }
  }
  guard let last = word.lowercased().last, "бвгджзклмнпрстфхцчшщ".contains(last) else {
    return word
  }
  return word.replacing(ending: "", by: "а") ?? word
}

/// Endings of names that have one form: «Минобрнауки», «бюро», «депо».
private let indeclinable = ["науки", "бюро", "имущества", "финансов", "развития", "сми"]

extension String {
  /// The word with another ending, in the case that it is written in; `nil` where it ends otherwise or is no more
  /// than the ending.
  fileprivate func replacing(ending: String, by other: String) -> String? {
    let lower = lowercased()
    guard lower.hasSuffix(ending), lower.utf8.count == utf8.count,
      utf8.count >= ending.utf8.count + 2
    else { return nil }
    // An abbreviation in capitals (МВД, ФНС) has one form; a longer word in capitals keeps them.
    let isUpper = self == uppercased()
    if isUpper, count < 5 { return nil }
    let stem = self[..<utf8.index(endIndex, offsetBy: -ending.utf8.count)]
    return stem + (isUpper ? other.uppercased() : other)
  }
}
