extension NameDeclension {
  /// How surnames of every origin decline, by sex.
  static let surnames = NameDeclension(
    [
      // Иванов, Пушкин, Турицын; foreign ones have -ом in the instrumental.
      Paradigm("", .male, CommonEndings.consonant + [("ым", .ins)], where: Stem.isPossessive),
      Paradigm(
        "а", .female, [("а", .nom), ("ой", [.gen, .dat, .ins, .prep]), ("ою", .ins), ("у", .acc)],
        where: Stem.isPossessive),
    ] + adjectives + [
      // Ковач, Лехтонен, Мартиросян: a man's declines, a woman's does not.
      Paradigm("", .male, CommonEndings.consonant) {
        Stem.endsInConsonant($0) && !Stem.isPossessive($0)
      },
      Paradigm("", .female, [("", .all)]) {
        Stem.endsInConsonant($0) && !Stem.isPlainPossessive($0)
      },
      Paradigm("ь", .male, CommonEndings.soft) { !$0.isEmpty },
      Paradigm("ь", .female, [("ь", .all)]),
      Paradigm("й", .male, CommonEndings.yot) { Stem.isVowel($0.last) && $0.last != Letter.и },
      Paradigm(
        "ий", .male,
        [
          ("ий", .nom), ("ия", [.gen, .acc]), ("ию", .dat), ("ием", .ins), ("ии", .prep),
        ]
      ) { !Stem.isRelational($0) },
      Paradigm("й", .female, [("й", .all)]) { stem in
        switch stem.last {
        case Letter.ы: false
        case Letter.и: !Stem.isRelational(stem.dropLast(1))
        // Цой is no adjective, Толстой is.
        case Letter.о: stem.count < 3
        default: Stem.isVowel(stem.last)
        }
      },
    ] + fleeting + nouns + [
      // Живаго, Чавчавадзе, Ниеми, Карху, Живых, Гарсиа.
      Paradigm("", .any, [("", .all)]) { Stem.neverDeclines($0) }
    ])

  /// How given names decline, of men and women.
  static let givenNames = NameDeclension(
    [
      Paradigm("", .male, CommonEndings.consonant, where: Stem.endsInConsonant),
      Paradigm("", .female, [("", .all)], where: Stem.endsInConsonant),
      Paradigm("ь", .male, CommonEndings.soft),
      Paradigm("ь", .female, [("ь", [.nom, .acc]), ("и", [.gen, .dat, .prep]), ("ью", .ins)]),
      Paradigm("ь", .female, [("ь", .all)]),
      Paradigm("й", .male, CommonEndings.yot) { Stem.isVowel($0.last) && $0.last != Letter.и },
      Paradigm(
        "ий", .male,
        [
          ("ий", .nom), ("ия", [.gen, .acc]), ("ию", .dat), ("ием", .ins), ("ии", .prep),
        ]),
      Paradigm("", .any, [("", .all)]) { Stem.isVowel($0.last) && $0.last != Letter.а },
    ] + fleeting + nouns)

  /// How patronymics decline.
  static let patronymics = NameDeclension([
    Paradigm(
      "ич", .male,
      [
        ("ич", .nom), ("ича", [.gen, .acc]), ("ичу", .dat), ("ичем", .ins), ("ичом", .ins),
        ("иче", .prep),
      ]),
    Paradigm(
      "на", .female,
      [
        ("на", .nom), ("ны", .gen), ("не", [.dat, .prep]), ("ну", .acc), ("ной", .ins),
        ("ною", .ins),
      ]
    ) { [Letter.в, Letter.ч, Letter.ш].contains($0.last) && $0.count > 2 },
  ])

  private static let adjectives: [Paradigm] = [
    Paradigm(
      "ый", .male,
      [
        ("ый", .nom), ("ого", [.gen, .acc]), ("ому", .dat), ("ым", .ins), ("ом", .prep),
      ]),
    Paradigm(
      "ий", .male,
      [
        ("ий", .nom), ("ого", [.gen, .acc]), ("ому", .dat), ("им", .ins), ("ом", .prep),
      ]
    ) { Stem.isVelar($0.last) },
    Paradigm(
      "ий", .male,
      [
        ("ий", .nom), ("его", [.gen, .acc]), ("ему", .dat), ("им", .ins), ("ем", .prep),
      ]
    ) { $0.last == Letter.н || Stem.isSibilant($0.last) },
    Paradigm(
      "ой", .male,
      [
        ("ой", .nom), ("ого", [.gen, .acc]), ("ому", .dat), ("ым", .ins), ("им", .ins),
        ("ом", .prep),
      ]
    ) { $0.count > 2 },
    Paradigm(
      "ая", .female,
      [
        ("ая", .nom), ("ой", [.gen, .dat, .ins, .prep]), ("ою", .ins), ("ую", .acc),
      ]
    ) { Stem.endsInConsonant($0) },
    Paradigm(
      "ая", .female,
      [
        ("ая", .nom), ("ей", [.gen, .dat, .ins, .prep]), ("ею", .ins), ("ую", .acc),
      ]
    ) { Stem.isSibilant($0.last) },
    Paradigm(
      "яя", .female,
      [
        ("яя", .nom), ("ей", [.gen, .dat, .ins, .prep]), ("ею", .ins), ("юю", .acc),
      ]),
    // Гурцкая is no adjective.
    Paradigm("ая", .any, [("ая", .all)]) { !Stem.isRelational($0) || $0.hasSuffix("рцк") },
  ]

  /// Nouns in -а and -я, alike for men and women: Глинка, Щербина, Окуджава, Данелия.
  private static let nouns: [Paradigm] = [
    Paradigm(
      "а", .any,
      [
        ("а", .nom), ("ы", .gen), ("е", [.dat, .prep]), ("у", .acc), ("ой", .ins), ("ою", .ins),
        ("ей", .ins),
      ]
    ) {
      Stem.endsInConsonant($0) && !Stem.isVelar($0.last) && !Stem.isSibilant($0.last)
        && Stem.isNounStem($0)
    },
    Paradigm(
      "а", .any,
      [
        ("а", .nom), ("и", .gen), ("е", [.dat, .prep]), ("у", .acc), ("ой", .ins), ("ою", .ins),
        ("ей", .ins),
      ]
    ) { Stem.isVelar($0.last) || Stem.isSibilant($0.last) },
    Paradigm(
      "я", .any,
      [
        ("я", .nom), ("и", .gen), ("е", [.dat, .prep]), ("ю", .acc), ("ей", .ins), ("ею", .ins),
      ]
    ) { $0.last != Letter.и && $0.last != Letter.а && $0.last != Letter.я },
    Paradigm(
      "ия", .any,
      [
        ("ия", .nom), ("ии", [.gen, .dat, .prep]), ("ию", .acc), ("ией", .ins), ("иею", .ins),
      ]),
  ]

  /// Men's names with a vowel that is lost in the other cases: Кравец, Чашок, Орел, Журавель, Соловей.
  private static let fleeting: [Paradigm] = [
    shifted("ец", "ц") { Stem.endsInConsonant($0) && $0.last != Letter.л },
    shifted("лец", "льц"),
    shifted("ец", "йц") { Stem.isVowel($0.last) },
    shifted("яц", "йц"),
    shifted("ек", "к"),
    shifted("ок", "к"),
    shifted("ел", "л"),
    shifted("ол", "л"),
    shifted("ев", "ьв") { $0.count == 1 },
    shifted("ень", "н", soft: true),
    shifted("ель", "л", soft: true),
    shifted("ей", "ь", soft: true),
  ]

  /// A man's name whose last letters change outside the nominative.
  private static func shifted(
    _ nominative: Letters, _ other: Letters, soft: Bool = false,
    where admits: @escaping @Sendable (Letters) -> Bool = { _ in true }
  ) -> Paradigm {
    let endings = soft ? CommonEndings.soft : CommonEndings.consonant
    return Paradigm(
      nominative, .male,
      [(nominative, .nom)] + endings.dropFirst().map { (other.appending($0.0), $0.1) },
      where: admits)
  }
}

/// Sets of endings that several paradigms share, the nominative first.
private enum CommonEndings {
  static let consonant: [(Letters, CaseSet)] = [
    ("", .nom), ("а", [.gen, .acc]), ("у", .dat), ("ом", .ins), ("ем", .ins), ("е", .prep),
  ]
  static let soft: [(Letters, CaseSet)] = [
    ("ь", .nom), ("я", [.gen, .acc]), ("ю", .dat), ("ем", .ins), ("е", .prep),
  ]
  static let yot: [(Letters, CaseSet)] = [
    ("й", .nom), ("я", [.gen, .acc]), ("ю", .dat), ("ем", .ins), ("е", .prep),
  ]
}
