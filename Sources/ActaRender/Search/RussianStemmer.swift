/// Snowball's stemmer of Russian (snowballstem.org, version 2): what the forms of a word have in common.
///
/// Words are letters counted from а, 0 to 31; ё is е. The script of the search page has the same rules, and both are
/// held against Snowball's own list of words.
package enum RussianStemmer {
  /// The stem of a word in small letters, in UTF-8; a word that is not all Russian letters is its own stem.
  package static func stem(_ word: [UInt8]) -> [UInt8] {
    guard let letters = letters(word) else { return word }
    return utf8(stem(letters: letters))
  }

  /// The letters of a word in UTF-8; `nil` where one is not a small Russian letter.
  static func letters(_ word: [UInt8]) -> [UInt8]? {
    guard word.count.isMultiple(of: 2) else { return nil }
    var letters: [UInt8] = []
    letters.reserveCapacity(word.count / 2)
    for index in stride(from: 0, to: word.count, by: 2) {
      switch (word[index], word[index + 1]) {
      case (0xD0, let low) where (0xB0...0xBF).contains(low): letters.append(low - 0xB0)
      case (0xD1, let low) where (0x80...0x8F).contains(low): letters.append(low - 0x70)
      case (0xD1, 0x91): letters.append(5)
      default: return nil
      }
    }
    return letters
  }

  static func utf8(_ letters: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count * 2)
    for letter in letters {
      bytes.append(letter < 16 ? 0xD0 : 0xD1)
      bytes.append(letter < 16 ? letter + 0xB0 : letter + 0x70)
    }
    return bytes
  }

  static func isVowel(_ letter: UInt8) -> Bool { vowels >> UInt32(letter) & 1 == 1 }

  /// а е и о у ы э ю я, a bit each.
  private static let vowels: UInt32 =
    1 | 1 << 5 | 1 << 8 | 1 << 14 | 1 << 19 | 1 << 27 | 1 << 29 | 1 << 30 | 1 << 31

  private static func stem(letters: [UInt8]) -> [UInt8] {
    var word = StemmedWord(letters)
    if !word.cut(perfectiveGerund) {
      _ = word.cut(reflexive)
      if word.cut(adjective) {
        _ = word.cut(participle)
      } else if !word.cut(verb) {
        _ = word.cut(noun)
      }
    }
    _ = word.cut(plural)
    _ = word.cut(derivational, from: word.second)
    if word.cut(superlative) || word.ends("нн") {
      if word.ends("нн") { word.letters.removeLast() }
    } else {
      _ = word.cut(softness)
    }
    return word.letters
  }

  private static let perfectiveGerund = Endings(
    bound: "в вши вшись", free: "ив ивши ившись ыв ывши ывшись")
  private static let adjective = Endings(
    free: "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею")
  private static let participle = Endings(bound: "ем нн вш ющ щ", free: "ивш ывш ующ")
  private static let reflexive = Endings(free: "ся сь")
  private static let verb = Endings(
    bound: "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
    free: """
      ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю
      """)
  private static let noun = Endings(
    free: """
      а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я
      """)
  private static let derivational = Endings(free: "ост ость")
  private static let plural = Endings(free: "и")
  private static let superlative = Endings(free: "ейш ейше")
  private static let softness = Endings(free: "ь")
}

/// Endings, the longest first; bound ones count behind а or я alone.
private struct Endings {
  var endings: [(letters: [UInt8], isBound: Bool)]

  init(bound: String = "", free: String) {
    endings = Self.read(bound, true) + Self.read(free, false)
    endings.sort { $0.letters.count > $1.letters.count }
  }

  private static func read(_ list: String, _ isBound: Bool) -> [([UInt8], Bool)] {
    list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map {
      (RussianStemmer.letters(Array($0)) ?? [], isBound)
    }
  }
}

private struct StemmedWord {
  var letters: [UInt8]
  /// Where endings may begin: behind the first vowel.
  let first: Int
  /// Where endings that make nouns of adjectives may begin: behind a vowel and a consonant twice.
  let second: Int

  init(_ letters: [UInt8]) {
    self.letters = letters
    var index = 0
    var marks: [Int] = []
    for wantsVowel in [true, false, true, false] {
      while index < letters.count, RussianStemmer.isVowel(letters[index]) != wantsVowel {
        index += 1
      }
      index = min(index + 1, letters.count)
      marks.append(index)
    }
    let hasVowel = letters.contains(where: RussianStemmer.isVowel)
    first = hasVowel ? marks[0] : letters.count
    // A mark at the very end may be a letter found there or none at all: nothing follows either way.
    second = marks[3]
  }

  /// Takes the longest of the endings off; `false` where there is none, or a bound one stands behind another letter.
  mutating func cut(_ list: Endings, from start: Int? = nil) -> Bool {
    for ending in list.endings {
      let place = letters.count - ending.letters.count
      guard place >= first, letters[max(place, 0)...].elementsEqual(ending.letters) else {
        continue
      }
      if let start, place < start { return false }
      if ending.isBound {
        guard place > first, letters[place - 1] == 0 || letters[place - 1] == 31 else {
          return false
        }
      }
      letters.removeSubrange(place...)
      return true
    }
    return false
  }

  /// Whether the word ends so, behind its first vowel.
  func ends(_ text: String) -> Bool {
    let ending = RussianStemmer.letters(Array(text.utf8)) ?? []
    let place = letters.count - ending.count
    return place >= first && letters[max(place, 0)...].elementsEqual(ending)
  }
}
