/// The noun that names a person's post, in some case: «начальнику», «главы», «врача».
struct PostHead: Sendable, Hashable {
  /// Cases that the form can stand in, in the singular.
  let cases: CaseSet
  /// How many letters of the form are cut off, and what is put in their place, to have the nominative.
  let cut: Int
  let nominative: Letters

  /// `nil` where the word names no post, or only in the plural.
  init?(_ letters: Letters) {
    guard letters.count > 2, !letters.isCut else { return nil }
    if let value = Self.words[letters] {
      self.init(cases: value, cut: 0, nominative: "")
      return
    }
    var found: PostHead?
    for paradigm in Self.paradigms {
      for form in paradigm.forms where letters.hasSuffix(form.ending) {
        let stem = letters.dropLast(form.ending.count)
        guard paradigm.names(stem) else { continue }
        let cases = (found?.cases ?? []).union(form.cases)
        found = PostHead(
          cases: cases, cut: form.ending.count, nominative: paradigm.nominative)
      }
      if found != nil { break }
    }
    guard let found else { return nil }
    self = found
  }

  private init(cases: CaseSet, cut: Int, nominative: Letters) {
    self.cases = cases
    self.cut = cut
    self.nominative = nominative
  }

  /// Words of posts that do not decline.
  private static let words: [Letters: CaseSet] = ["врио": .all, "атташе": .all]

  private struct PostParadigm: Sendable {
    let nominative: Letters
    let forms: [(ending: Letters, cases: CaseSet)]
    let names: @Sendable (Letters) -> Bool
  }

  private static let paradigms: [PostParadigm] = [
    PostParadigm(
      nominative: "",
      forms: [
        ("", .nom), ("а", [.gen, .acc]), ("у", .dat), ("ом", .ins), ("ем", .ins), ("е", .prep),
      ],
      names: { stem in
        hardWords.contains(stem)
          || Stem.endsInConsonant(stem) && !things.contains(stem)
            && hardSuffixes.contains(stem)
      }),
    PostParadigm(
      nominative: "ь",
      forms: [("ь", .nom), ("я", [.gen, .acc]), ("ю", .dat), ("ем", .ins), ("е", .prep)],
      names: { stem in
        softWords.contains(stem)
          || !softThings.contains(stem)
            && ["тел", "тар"].contains { stem.hasSuffix($0) && stem.count > 4 }
      }),
    PostParadigm(
      nominative: "а",
      forms: [
        ("а", .nom), ("ы", .gen), ("и", .gen), ("е", [.dat, .prep]), ("у", .acc), ("ой", .ins),
        ("ою", .ins), ("ей", .ins),
      ],
      names: { stem in
        feminineWords.contains(stem)
          || ["ниц", "щиц", "чиц", "сестр"].contains {
            stem.hasSuffix($0) && stem.count > 5
          } && !feminineThings.contains(stem)
      }),
    PostParadigm(
      nominative: "я",
      forms: [("я", .nom), ("и", .gen), ("е", [.dat, .prep]), ("ю", .acc), ("ей", .ins)],
      names: { $0 == "судь" }),
    // Adjectives and participles for persons.
    PostParadigm(
      nominative: "ий",
      forms: [
        ("ий", .nom), ("его", [.gen, .acc]), ("ему", .dat), ("им", .ins), ("ем", .prep),
      ],
      names: { participles.contains($0) }),
    PostParadigm(
      nominative: "ая",
      forms: [("ая", .nom), ("ей", [.gen, .dat, .ins, .prep]), ("ую", .acc)],
      names: { participles.contains($0) }),
    PostParadigm(
      nominative: "ый",
      forms: [
        ("ый", .nom), ("ого", [.gen, .acc]), ("ому", .dat), ("ым", .ins), ("ом", .prep),
      ],
      names: { adjectives.contains($0) }),
    PostParadigm(
      nominative: "ая",
      forms: [("ая", .nom), ("ой", [.gen, .dat, .ins, .prep]), ("ую", .acc)],
      names: { adjectives.contains($0) }),
  ]

  private static let hardSuffixes = SuffixTable(
    [
      "ник", "ист", "тор", "сор", "зор", "урор", "ер", "ент", "ант", "щик", "чик", "лог", "вед",
      "граф", "атр", "евт", "ург", "овец",
    ].map { (suffix: Letters) in (suffix, suffix.count + 2) })

  /// Words with such endings that name no person.
  private static let things: Set<Letters> = [
    "надзор", "обзор", "фактор", "монитор", "сектор", "простор", "контор", "характер", "размер",
    "номер", "пример", "сервер", "компьютер", "принтер", "документ", "момент", "процент",
    "элемент", "регламент", "департамент", "контингент", "аргумент", "инструмент", "фрагмент",
    "фундамент", "компонент", "контент", "патент", "континент", "цемент", "праздник", "источник",
    "ценник", "сборник", "справочник", "памятник", "понедельник", "вторник", "ежегодник",
    "подлинник", "дневник", "клиник", "поликлиник", "хроник", "электроник", "вариант", "грант",
    "гарант", "талант", "лист", "датчик", "ящик", "счетчик", "каталог", "аналог", "налог",
    "диалог", "залог", "параграф", "телеграф", "театр", "карьер", "барьер", "маркер", "тендер",
    "ордер", "контейнер", "сфер", "камер", "манер", "атмосфер", "калькулятор", "генератор",
    "архиватор", "вектор", "трактор", "светофор", "рубильник", "холодильник", "приемник",
    "источник", "договор", "спутник", "учебник", "ледник", "родник", "рудник", "заповедник",
    "заказник", "питомник", "цветник", "техникум", "эквивалент", "прецедент", "инцидент",
    "коэффициент", "ингредиент", "реагент", "абонемент", "постамент", "парламент", "темперамент",
  ]

  /// Words for persons that the endings do not tell.
  private static let hardWords: Set<Letters> = [
    "министр", "врач", "член", "мэр", "эксперт", "депутат", "адвокат", "нотариус", "юрист",
    "капитан", "майор", "генерал", "сержант", "декан", "шеф", "повар", "сторож", "завхоз",
    "омбудсмен", "атаман", "монтер", "агроном", "техник", "химик", "физик", "посол", "консул",
    "кассир", "бригадир", "командир", "аналитик", "хирург", "терапевт", "завуч", "штурман",
    "боцман", "лоцман", "мастер", "арбитр", "фармацевт", "ветврач", "худрук", "главврач",
    "замминистр", "юрисконсульт", "ветеринар", "санитар", "комиссар", "академик", "пристав",
    "делегат", "кандидат", "землемер", "егер", "спикер", "куратор", "педагог",
    "электрик", "критик", "медик", "экскурсовод", "архивист", "чабан",
    "столяр", "маляр", "ткач", "трубач",
  ]

  private static let softWords: Set<Letters> = [
    "секретар", "слесар", "токар", "пекар", "лекар", "библиотекар", "аптекар", "председател",
    "руководител", "заместител", "писар", "вратар", "учител", "водител",
  ]
  private static let softThings: Set<Letters> = [
    "показател", "двигател", "указател", "носител", "инвентар", "календар", "словар", "знаменател",
    "множител", "истребител", "огнетушител", "накопител", "усилител", "выключател",
  ]
  private static let feminineWords: Set<Letters> = [
    "глав", "старост", "старшин", "медсестр", "начальниц", "директрис", "секретарш", "вожат",
    "мужчин", "коллег",
  ]
  private static let feminineThings: Set<Letters> = [
    "границ", "больниц", "таблиц", "единиц", "гостиниц", "разниц", "столиц", "страниц", "пшениц",
    "теплиц", "улиц", "мельниц", "поликлиниц",
  ]
  private static let participles: Set<Letters> = [
    "заведующ", "управляющ", "командующ", "исполняющ", "председательствующ", "служащ",
    "замещающ", "руководящ", "ведающ", "координирующ", "курирующ", "рабоч", "практикующ",
  ]
  private static let adjectives: Set<Letters> = [
    "уполномоченн", "дежурн", "доверенн", "поверенн", "участков", "военн", "учен",
    "прикомандированн",
  ]
}
