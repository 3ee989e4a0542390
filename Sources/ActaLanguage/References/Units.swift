import ActaModel

/// A word for a unit of a document, as it stands in the text.
struct UnitWord: Sendable {
  /// `nil` for units that a path leaves out: предложение, графа, таблица.
  var level: PathElement.Level?
  var forms: Forms
  var isAbbreviation: Bool
  var isPlural: Bool
  /// The index behind the word and its full stop.
  var next: Int

  /// Whether the word can stand where the unit inside it governs it.
  var isGenitive: Bool { isAbbreviation || !forms.isDisjoint(with: .genitive) }
}

extension ReferenceReader {
  /// The unit that the word at `index` names.
  func unit(at index: Int) -> UnitWord? {
    let token = text[index]
    guard token.isWord, let (noun, stem) = Self.units.match(token.letters) else { return nil }
    if noun.isAbbreviation { return abbreviation(noun, at: index) }
    var ending = token.letters.dropFirst(stem)
    if ending.count > 1, ending[0] == 29, noun.level == .article { ending = ending.dropFirst(1) }
    let forms =
      noun.gender == .neuter
      ? Declension.nounForms(token.letters).intersection(Forms.all(.neuter).union(.plural))
      : NounException.forms(ending, noun.gender)
    return UnitWord(
      level: noun.level, forms: forms, isAbbreviation: false,
      isPlural: !forms.isDisjoint(with: .plural), next: index + 1)
  }

  /// «п.», «пп.», «п.п.», «ст.ст.»; without its full stop only in front of a number.
  private func abbreviation(_ noun: UnitNoun, at index: Int) -> UnitWord? {
    var unit = UnitWord(
      level: noun.level, forms: .any, isAbbreviation: true, isPlural: true, next: index + 1)
    let letters = text[index].letters
    if text[unit.next].kind == .period, text[unit.next].isGlued {
      unit.next += 1
      if text[unit.next].letters == letters, text[unit.next + 1].kind == .period,
        text[unit.next + 1].isGlued
      {
        unit.next += 2
      }
    } else if text[unit.next].kind == .slash, text[unit.next + 1].is("п"), text[index].is("п") {
      unit.level = .subpoint
      unit.next += 2
    } else if !text[unit.next].isNumber {
      return nil
    }
    // «пп.» in front of a letter is a sub-point, in front of a number points.
    if letters.equals("пп") || letters.equals("п") && unit.next > index + 2 {
      let first = text[unit.next].isQuote ? text[unit.next + 1] : text[unit.next]
      if first.isWord, first.letters.count == 1 { unit.level = .subpoint }
    }
    return unit
  }

  private static let units = Lexicon<UnitNoun>([
    .form("приложени", .neuter, UnitNoun(.appendix, .neuter)),
    .form("раздел", .masculine, UnitNoun(.section, .masculine)),
    .form("подраздел", .masculine, UnitNoun(.section, .masculine)),
    .form("глав", .feminine, UnitNoun(.chapter, .feminine)),
    .form(
      "стат", Endings(["ья", "ьи", "ье", "ью", "ьей", "ей", "ьям", "ьями", "ьях"]),
      UnitNoun(.article, .feminine)),
    .form("част", .softFeminine, UnitNoun(.part, .feminine)),
    .form("пункт", .masculine, UnitNoun(.point, .masculine)),
    .form("подпункт", .masculine, UnitNoun(.subpoint, .masculine)),
    .form(
      "абзац", Endings(["", "а", "у", "ем", "е", "ы", "ев", "ам", "ами", "ах"]),
      UnitNoun(.paragraph, .masculine)),
    .form("строк", .feminine, UnitNoun(.line, .feminine)),
    .form("позици", .feminine, UnitNoun(.line, .feminine)),
    .form("предложени", .neuter, UnitNoun(nil, .neuter)),
    .form(
      "граф", Endings(["а", "ы", "е", "у", "ой", "ам", "ами", "ах"]),
      UnitNoun(nil, .feminine)),
    .form("таблиц", .feminine, UnitNoun(nil, .feminine)),
    .form(
      "столбц", Endings(["а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"]),
      UnitNoun(nil, .masculine)),
    .form("примечани", .neuter, UnitNoun(nil, .neuter)),
    .form("параграф", .masculine, UnitNoun(nil, .masculine)),
    .form("дефис", .masculine, UnitNoun(nil, .masculine)),
    .word("п", UnitNoun(abbreviated: .point)), .word("пп", UnitNoun(abbreviated: .point)),
    .word("подп", UnitNoun(abbreviated: .subpoint)),
    .word("подпп", UnitNoun(abbreviated: .subpoint)),
    .word("абз", UnitNoun(abbreviated: .paragraph)), .word("ст", UnitNoun(abbreviated: .article)),
    .word("ч", UnitNoun(abbreviated: .part)), .word("чч", UnitNoun(abbreviated: .part)),
    .word("гл", UnitNoun(abbreviated: .chapter)), .word("разд", UnitNoun(abbreviated: .section)),
    .word("прил", UnitNoun(abbreviated: .appendix)), .word("поз", UnitNoun(abbreviated: .line)),
    .word("табл", UnitNoun(abbreviated: nil)), .word("гр", UnitNoun(abbreviated: nil)),
    .word("предл", UnitNoun(abbreviated: nil)), .word("прим", UnitNoun(abbreviated: nil)),
  ])
}

/// An entry of the lexicon of units.
private struct UnitNoun: Sendable {
  var level: PathElement.Level?
  var gender: Forms.Gender
  var isAbbreviation = false

  init(_ level: PathElement.Level?, _ gender: Forms.Gender) {
    self.level = level
    self.gender = gender
  }

  init(abbreviated level: PathElement.Level?) {
    self.init(level, .masculine)
    isAbbreviation = true
  }
}

extension PathElement.Level {
  /// How far out the unit lies, from 0; a line of a table lies where points do.
  var depth: Int {
    switch self {
    case .appendix: 0
    case .section: 1
    case .chapter: 2
    case .article: 3
    case .part: 4
    case .point, .line: 5
    case .subpoint: 6
    case .paragraph: 7
    }
  }
}
