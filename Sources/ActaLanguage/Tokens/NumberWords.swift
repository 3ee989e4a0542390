/// The number that a single word names: «пяти», «двадцатого», «двоих», «тысячи».
package struct NumberWord: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case cardinal, ordinal, collective }

  package var kind: Kind
  package var value: Int

  /// In any case, gender and number; `nil` where the word names none.
  package init?(_ token: Token) {
    guard token.isWord, let found = Self.words[token.letters] else { return nil }
    self = found
  }

  /// Which words may name a number, or open with one.
  package static let filter = words.filter.union(Letters.compoundParts.filter)

  init(_ kind: Kind, _ value: Int) {
    self.kind = kind
    self.value = value
  }

  private static let words: Lexicon<NumberWord> = {
    typealias Entry = Lexicon<NumberWord>.Entry
    var entries: [Entry] = []
    for (stem, endings, value) in cardinals {
      entries.append(.form(stem, endings, NumberWord(.cardinal, value)))
    }
    for (stem, value) in ordinals {
      entries.append(.form(stem, .adjective, NumberWord(.ordinal, value)))
    }
    let third = Endings([
      "ий", "ья", "ье", "ьи", "ьего", "ьей", "ьему", "ью", "ьим", "ьих", "ьими", "ьем",
    ])
    entries.append(.form("трет", third, NumberWord(.ordinal, 3)))
    for (stem, value) in collectives {
      entries.append(.form(stem, collective, NumberWord(.collective, value)))
    }
    return Lexicon(entries)
  }()

  private static let collective = Endings(["е", "о", "их", "ых", "им", "ым", "ими", "ыми"])

  private static let collectives: [(StaticString, Int)] = [
    ("дво", 2), ("об", 2), ("тро", 3), ("четвер", 4), ("пятер", 5), ("шестер", 6), ("семер", 7),
    ("восьмер", 8), ("девятер", 9), ("десятер", 10),
  ]

  private static let ordinals: [(StaticString, Int)] = [
    ("перв", 1), ("втор", 2), ("четверт", 4), ("пят", 5), ("шест", 6), ("седьм", 7),
    ("восьм", 8), ("девят", 9), ("десят", 10), ("одиннадцат", 11), ("двенадцат", 12),
    ("тринадцат", 13), ("четырнадцат", 14), ("пятнадцат", 15), ("шестнадцат", 16),
    ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19), ("двадцат", 20),
    ("тридцат", 30), ("сороков", 40), ("пятидесят", 50), ("шестидесят", 60), ("семидесят", 70),
    ("восьмидесят", 80), ("девяност", 90), ("сот", 100), ("двухсот", 200), ("трехсот", 300),
    ("четырехсот", 400), ("пятисот", 500), ("тысячн", 1000), ("двухтысячн", 2000),
  ]

  /// Stems with their endings in every case.
  private static let cardinals: [(StaticString, Endings, Int)] = {
    let soft = Endings(["ь", "и", "ью"])
    var forms: [(StaticString, Endings, Int)] = [
      ("нол", Endings(["ь", "я", "ю", "ем", "е"]), 0),
      ("нул", Endings(["ь", "я", "ю", "ем", "е"]), 0),
      ("од", Endings(["ин"]), 1),
      (
        "одн",
        Endings(["а", "о", "и", "ого", "ой", "ому", "у", "им", "ою", "ом", "их", "ими"]), 1
      ),
      ("дв", Endings(["а", "е", "ух", "ум", "умя"]), 2),
      ("тр", Endings(["и", "ех", "ем", "емя"]), 3),
      ("четыр", Endings(["е", "ех", "ем", "ьмя"]), 4),
      ("пят", soft, 5), ("шест", soft, 6), ("сем", soft, 7),
      ("восем", Endings(["ь", "ью"]), 8), ("восьм", Endings(["и", "ью"]), 8),
      ("девят", soft, 9), ("десят", soft, 10), ("одиннадцат", soft, 11), ("двенадцат", soft, 12),
      ("тринадцат", soft, 13), ("четырнадцат", soft, 14), ("пятнадцат", soft, 15),
      ("шестнадцат", soft, 16), ("семнадцат", soft, 17), ("восемнадцат", soft, 18),
      ("девятнадцат", soft, 19), ("двадцат", soft, 20), ("тридцат", soft, 30),
      ("сорок", Endings(["", "а"]), 40),
      ("девяност", Endings(["о", "а"]), 90), ("ст", Endings(["о", "а"]), 100),
      ("тысяч", .feminine.union(Endings(["ью"])), 1000),
      ("тыс", .bare, 1000),
      ("миллион", .masculine, 1_000_000), ("млн", .bare, 1_000_000),
    ]
    // Both parts decline: «пятьдесят», «пятидесяти», «пятьюдесятью»; «двести», «двухсот», «тремястами».
    let tens: [(StaticString, StaticString, StaticString, Int)] = [
      ("пятьдесят", "пятидесят", "пятьюдесят", 50),
      ("шестьдесят", "шестидесят", "шестьюдесят", 60),
      ("семьдесят", "семидесят", "семьюдесят", 70),
      ("восемьдесят", "восьмидесят", "восемьюдесят", 80),
    ]
    for (base, oblique, instrumental, value) in tens {
      forms.append((base, .bare, value))
      forms.append((oblique, Endings(["и"]), value))
      forms.append((instrumental, Endings(["ью"]), value))
    }
    let few: [(StaticString, StaticString, StaticString, StaticString, Int)] = [
      ("двест", "двухс", "двумс", "двумяс", 200), ("трист", "трехс", "тремс", "тремяс", 300),
      ("четырест", "четырехс", "четыремс", "четырьмяс", 400),
    ]
    for (base, oblique, dative, instrumental, value) in few {
      forms.append((base, Endings(["и", "а"]), value))
      forms.append((oblique, Endings(["от", "тах"]), value))
      forms.append((dative, Endings(["там"]), value))
      forms.append((instrumental, Endings(["тами"]), value))
    }
    let many: [(StaticString, StaticString, StaticString, Int)] = [
      ("пятьс", "пятис", "пятьюс", 500), ("шестьс", "шестис", "шестьюс", 600),
      ("семьс", "семис", "семьюс", 700), ("восемьс", "восьмис", "восемьюс", 800),
      ("девятьс", "девятис", "девятьюс", 900),
    ]
    for (base, oblique, instrumental, value) in many {
      forms.append((base, Endings(["от"]), value))
      forms.append((oblique, Endings(["от", "там", "тах"]), value))
      forms.append((instrumental, Endings(["тами"]), value))
    }
    return forms
  }()
}

extension Letters {
  /// The number that a compound word opens with, and how many letters it takes: «двух|недельный»,
  /// «сорокапяти|дневный», «полутора» is no whole number and is not read.
  package var numberPrefix: (value: Int, letters: Int)? {
    var (total, taken, floor) = (0, 0, Int.max)
    while let (value, length) = Self.compoundParts.match(dropFirst(taken)), value < floor {
      total += value
      taken += length
      // A ten takes a unit behind it, nothing takes a figure as great as itself.
      floor = value >= 100 ? 100 : value >= 20 ? 10 : 1
    }
    return taken > 0 && taken < count ? (total, taken) : nil
  }

  fileprivate static let compoundParts = Lexicon<Int>([
    .stem("одно", 1), .stem("двух", 2), .stem("дву", 2), .stem("трех", 3),
    .stem("четырех", 4), .stem("пяти", 5), .stem("шести", 6), .stem("семи", 7),
    .stem("восьми", 8), .stem("девяти", 9), .stem("десяти", 10), .stem("одиннадцати", 11),
    .stem("двенадцати", 12), .stem("тринадцати", 13), .stem("четырнадцати", 14),
    .stem("пятнадцати", 15), .stem("шестнадцати", 16), .stem("семнадцати", 17),
    .stem("восемнадцати", 18), .stem("девятнадцати", 19), .stem("двадцати", 20),
    .stem("тридцати", 30), .stem("сорока", 40), .stem("пятидесяти", 50),
    .stem("шестидесяти", 60), .stem("семидесяти", 70), .stem("восьмидесяти", 80),
    .stem("девяносто", 90), .stem("сто", 100), .stem("двухсот", 200), .stem("трехсот", 300),
  ])
}
