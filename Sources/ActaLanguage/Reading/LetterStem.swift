import ActaModel

extension Letters {
  /// A rough stem: equal for nearly all forms of one word, and unequal for most two words.
  ///
  /// Endings of nouns and adjectives go, and the vowel that comes and goes: «порядок» and «порядка», «перечень» and
  /// «перечня». It is made for holding words against words, never for showing.
  package var stem: Letters {
    if isCut { return prefix(18) }
    var stem = self
    for _ in 0..<2 {
      let longest = min(4, stem.count - 3)
      guard longest > 0,
        let length = stride(from: longest, through: 1, by: -1).first(where: {
          Self.inflections.contains(stem.tail($0))
        })
      else { break }
      stem = stem.dropLast(length)
    }
    guard stem.count > 3 else { return stem }
    let last = stem[stem.count - 1]
    let before = stem[stem.count - 2]
    if last == before { stem = stem.dropLast(1) }
    guard stem.count > 4 else { return stem }
    let final = stem[stem.count - 1]
    let vowel = stem[stem.count - 2]
    if vowel == Letter.о || vowel == Letter.е, !Stem.isVowel(final) {
      stem = stem.dropLast(2)
      stem.append(final)
    }
    return stem
  }

  /// Whether the word only binds others: it counts neither in a name nor in its initials.
  package var isFunctionWord: Bool { count <= 4 && Self.functionWords.contains(self) }

  private static let inflections: TailSet = {
    let endings: [StaticString] = [
      "иями", "ями", "ами", "иях", "ях", "ах", "ого", "его", "ому", "ему", "ыми", "ими", "ием",
      "иям", "ией", "ой", "ей", "ом", "ем", "ам", "ям", "ов", "ев", "ый", "ий", "ая", "яя", "ое",
      "ее", "ые", "ие", "ую", "юю", "ых", "их", "ым", "им", "ою", "ею", "ию", "ью", "ия", "ья",
      "ье", "ии", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й",
    ]
    return TailSet(endings.map { Letters($0).tail(4) })
  }()

  private static let functionWords: Set<Letters> = [
    "и", "или", "либо", "а", "в", "во", "на", "о", "об", "обо", "по", "с", "со", "к", "ко", "при",
    "для", "до", "из", "от", "за", "у", "над", "под", "не", "их", "его", "ее",
  ]
}

extension TokenizedText {
  /// The stems of the words in a range of tokens, marks left out.
  package func stems(_ range: Range<Int>) -> [Letters] {
    range.compactMap { self[$0].isWord ? self[$0].letters.stem : nil }
  }

  /// The stems of all its words.
  package var stems: [Letters] { stems(0..<count) }
}

/// The stems of a text's words.
package func stems(of text: String) -> [Letters] { TokenizedText(text).stems }
