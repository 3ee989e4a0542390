extension Declension {
  /// The endings of nouns with what each can be, the likeliest first, and what stands there in the nominative.
  ///
  /// Of endings that fit, the longest alone counts, so that each states all that it can be.
  static let endings: [(StaticString, [(Forms, String)])] =
    general + velars + softConsonants + actions + fleeting

  private static let general: [(StaticString, [(Forms, String)])] = [
    ("ство", [("nn na", "ство")]), ("ства", [("ng", "ство"), ("pn pa", "ства")]),
    ("ству", [("nd", "ство")]), ("ством", [("ni", "ство")]), ("стве", [("nl", "ство")]),
    ("ств", [("pg", "ства")]), ("ствам", [("pd", "ства")]), ("ствами", [("pi", "ства")]),
    ("ствах", [("pl", "ства")]),
    ("ие", [("nn na", "ие")]), ("ия", [("ng", "ие"), ("fn", "ия"), ("pn pa", "ия"), ("mg", "ий")]),
    ("ию", [("nd", "ие"), ("fa", "ия")]), ("ием", [("ni", "ие")]),
    ("ии", [("fg fd fl", "ия"), ("nl", "ие"), ("pn pa", "ии")]), ("ией", [("fi", "ия")]),
    ("ий", [("pg", "ии"), ("mn ma", "ий")]), ("иям", [("pd", "ии")]), ("иями", [("pi", "ии")]),
    ("иях", [("pl", "ии")]),
    ("ая", [("mg", "ай")]), ("ою", [("md", "ой")]), ("ею", [("md", "ей")]),
    ("оя", [("mg", "ой")]), ("ея", [("mg", "ей")]), ("аю", [("md", "ай")]),
    ("аем", [("mi", "ай")]), ("оем", [("mi", "ой")]), ("ай", [("mn ma", "ай")]),
    ("ае", [("ml", "ай")]), ("ое", [("ml", "ой")]), ("аев", [("pg", "аи")]),
    ("ои", [("pn pa", "ои")]), ("аи", [("pn pa", "аи")]),
    ("а", [("mg", ""), ("fn", "а"), ("pn pa ng", "а")]), ("о", [("nn na", "о")]),
    ("у", [("md", ""), ("fa", "у"), ("nd", "о")]), ("ом", [("mi", ""), ("ni", "о")]),
    ("е", [("ml", ""), ("fd fl", "а"), ("nn na", "е"), ("nl", "о")]),
    ("ы", [("fg", "а"), ("pn pa", "ы")]),
    ("ой", [("fi", "а")]), ("ою", [("fi", "а")]), ("ов", [("pg", "ы")]), ("ев", [("pg", "и")]),
    ("ам", [("pd", "ы")]), ("ами", [("pi", "ы")]), ("ах", [("pl", "ы")]),
    ("я", [("mg", "ь"), ("fn", "я"), ("pn pa", "я")]), ("ю", [("md", "ь"), ("fa", "я")]),
    ("ем", [("mi", "ь"), ("ni", "е")]), ("ей", [("fi", "я"), ("pg", "и")]),
    ("и", [("fg fd fl", "ь"), ("pn pa", "и"), ("fg", "я")]), ("ью", [("fi", "ь")]),
    ("ь", [("mn ma", "ь"), ("fn fa", "ь")]), ("ям", [("pd", "и")]), ("ями", [("pi", "и")]),
    ("ях", [("pl", "и")]), ("й", [("mn ma", "й")]),
  ]

  /// Velars and sibilants, behind which и stands for ы.
  private static let velars: [(StaticString, [(Forms, String)])] =
    ([
      ("ки", "к"), ("ги", "г"), ("хи", "х"), ("жи", "ж"), ("чи", "ч"), ("ши", "ш"), ("щи", "щ"),
    ] as [(StaticString, String)]).map { ending, letter in
      (ending, [("fg", letter + "а"), ("pn pa", letter + "и")])
    }
    + ([
      ("ков", "ки"), ("гов", "ги"), ("хов", "хи"), ("кам", "ки"), ("гам", "ги"), ("хам", "хи"),
      ("ками", "ки"), ("гами", "ги"), ("хами", "хи"), ("ках", "ки"), ("гах", "ги"), ("хах", "хи"),
      ("жей", "жи"), ("чей", "чи"), ("цев", "цы"), ("цам", "цы"), ("цами", "цы"), ("цах", "цы"),
    ] as [(StaticString, String)]).map { ending, plural in
      let form: Forms =
        switch Letters(ending) {
        case let letters where letters.ends(in: "ами"): "pi"
        case let letters where letters.ends(in: "ам"): "pd"
        case let letters where letters.ends(in: "ах"): "pl"
        default: "pg"
        }
      return (ending, [(form, plural)])
    }

  /// Masculine agents in -тель, -арь and the like, whose genitive no feminine noun has.
  private static let softConsonants: [(StaticString, [(Forms, String)])] = [
    ("теля", [("mg", "тель")]), ("телю", [("md", "тель")]), ("телем", [("mi", "тель")]),
    ("теле", [("ml", "тель")]), ("тели", [("pn pa", "тели")]), ("телей", [("pg", "тели")]),
    ("аря", [("mg", "арь")]), ("арю", [("md", "арь")]), ("арем", [("mi", "арь")]),
    ("аре", [("ml", "арь")]),
  ]

  /// Nouns of actions in -ние, -тие, -вие, whose plural differs from that of nouns in -ция.
  private static let actions: [(StaticString, [(Forms, String)])] = [
    ("ний", [("pg", "ния")]), ("тий", [("pg", "тия")]), ("вий", [("pg", "вия")]),
    ("ниям", [("pd", "ния")]), ("тиям", [("pd", "тия")]), ("виям", [("pd", "вия")]),
    ("ниями", [("pi", "ния")]), ("тиями", [("pi", "тия")]), ("виями", [("pi", "вия")]),
    ("ниях", [("pl", "ния")]), ("тиях", [("pl", "тия")]), ("виях", [("pl", "вия")]),
    ("ении", [("nl", "ение")]), ("ании", [("nl", "ание")]), ("твии", [("nl", "твие")]),
    ("тии", [("nl", "тие"), ("fg fd fl", "тия")]),
  ]

  /// Masculine nouns that lose a vowel before the ending: «поселка» is «поселок», «образца» is «образец».
  private static let fleeting: [(StaticString, [(Forms, String)])] = {
    let cases: [(StaticString, Forms)] = [("ка", "mg"), ("ку", "md"), ("ком", "mi"), ("ке", "ml")]
    var rules: [(StaticString, [(Forms, String)])] = cases.map { ending, form in
      (
        ending,
        [
          (form, "к"),
          (form == "mg" ? "fn" : form == "md" ? "fa" : form == "ml" ? "fd fl" : [], "ка"),
        ]
      )
    }
    rules +=
      ([
        ("дка", "mg", "док"), ("тка", "mg", "ток"), ("лка", "mg", "лок"), ("дку", "md", "док"),
        ("тку", "md", "ток"), ("лку", "md", "лок"), ("дком", "mi", "док"), ("тком", "mi", "ток"),
        ("лком", "mi", "лок"), ("дке", "ml", "док"), ("тке", "ml", "ток"), ("лке", "ml", "лок"),
        ("зца", "mg", "зец"), ("зцу", "md", "зец"), ("зцом", "mi", "зец"), ("зце", "ml", "зец"),
        ("льца", "mg", "лец"), ("льцу", "md", "лец"), ("льцем", "mi", "лец"),
        ("бца", "mg", "бец"), ("вца", "mg", "вец"),
      ] as [(StaticString, Forms, String)]).map { ending, form, nominative in
        (ending, [(form, nominative)])
      }
    return rules
  }()
}
