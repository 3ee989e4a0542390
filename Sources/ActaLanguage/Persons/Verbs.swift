/// What a verb does to a person named beside it.
enum Verb {
  enum Class: Sendable, Hashable {
    /// Gives, tells or entrusts something to a person: «поручить», «направить», «объявить».
    case giving
    /// Gives as well, but what is given this way is more often named with its giver: «представлены Ганиевой».
    case offering
    /// Gives, or has the person for its object where nothing else is sent: «направить X отчет», «направить X на учебу».
    case sending
    /// Takes away: «снять с», «удержать с».
    case removing
    /// Has the person for its object: «назначить», «освободить», «заслушать».
    case personal
    /// Makes the person something named in the instrumental: «избрать секретарем».
    case electing
    /// Rests on a person: «лежать», «остаться».
    case resting
    /// «надлежит», «следует»: the person who has to is in the dative.
    case obliging
    case other

    var isGiving: Bool { self == .giving || self == .offering || self == .sending }
  }

  /// How the verb stands in the sentence.
  enum Voice: Sendable, Hashable {
    /// The infinitive, and what leaves no room for a subject just so: «прошу», «подготовьте».
    case infinitive
    /// The third person and the past.
    case active
    /// «подготовлен», «назначена».
    case passive
    /// «осуществляется».
    case reflexive
    /// «подготовленный», «возглавляемой».
    case participle
  }

  struct Form: Sendable, Hashable {
    let kind: Class
    let voice: Voice
    /// Whether a neuter ending leaves the subject out: «поручено».
    let isImpersonal: Bool
  }

  /// The verb that a word is a form of; `nil` for other words.
  static func form(_ letters: Letters) -> Form? {
    guard letters.count > 2, !isNoun(letters) else { return nil }
    if isInfinitive(letters) || commands.contains(letters) {
      return Form(kind: kind(letters), voice: .infinitive)
    }
    let known = lexicon.match(letters)
    if known?.value == .obliging { return Form(kind: .obliging, voice: .active) }
    if letters.ends(in: "ся") || letters.ends(in: "сь") {
      return letters.count > 4 ? Form(kind: known?.value ?? .other, voice: .reflexive) : nil
    }
    if isShortPassive(letters, isKnown: known != nil) {
      return Form(
        kind: known?.value ?? .other, voice: .passive, isImpersonal: letters.last == Letter.о)
    }
    if isParticiple(letters) { return Form(kind: known?.value ?? .other, voice: .participle) }
    if isFinite(letters, isKnown: known != nil) {
      return Form(kind: known?.value ?? .other, voice: .active)
    }
    return nil
  }

  static func isInfinitive(_ letters: Letters) -> Bool {
    let bare =
      letters.ends(in: "ся") || letters.ends(in: "сь") ? letters.dropLast(2) : letters
    guard bare.count > 3 else { return false }
    if bare.ends(in: "ть") {
      let isNoun =
        bare.ends(in: "сть") && !bare.ends(in: "есть") || nounsInT.contains(bare)
        || bare.ends(in: "честь")
      return !isNoun
    }
    if bare.ends(in: "чь") { return verbsInCh.contains { bare.hasSuffix($0) } }
    return ["йти", "ести", "зти", "расти"].contains { bare.hasSuffix($0) }
      && !["чести", "совести", "повести"].contains(bare)
  }

  /// Nouns made of verbs, and gerunds: «поручением», «представители», «руководствуясь».
  private static func isNoun(_ letters: Letters) -> Bool {
    nounShapes.contains(letters)
  }

  private static let nounShapes = SuffixTable(
    joined(
      ["ени", "ани", "яни", "яти", "ыти", "уци"],
      ["е", "я", "ю", "ем", "и", "й", "ям", "ями", "ях"])
      + joined(["тел"], ["ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях"])
      + joined(["ост"], ["и", "ь"]) + joined(["ясь", "вшись"], [""]))

  /// Each stem with each ending, and the fewest letters of a word with both.
  private static func joined(_ stems: [Letters], _ endings: [Letters], least: Int = 0)
    -> [(Letters, Int)]
  {
    stems.flatMap { stem in
      endings.map { (stem.appending($0), stem.count + $0.count + least) }
    }
  }

  private static func kind(_ letters: Letters) -> Class { lexicon[letters] ?? .other }

  private static func isShortPassive(_ letters: Letters, isKnown: Bool) -> Bool {
    let stem =
      [Letter.а, Letter.о, Letter.ы].contains(letters.last) ? letters.dropLast(1) : letters
    guard stem.count > 3 else { return false }
    return isKnown ? knownPassiveStems.contains(stem) : passiveStems.contains(stem)
  }

  private static func isParticiple(_ letters: Letters) -> Bool { participles.contains(letters) }

  private static func isFinite(_ letters: Letters, isKnown: Bool) -> Bool {
    finiteEndings.contains(letters) || isKnown && knownFiniteEndings.contains(letters)
  }

  private static let nounsInT: Set<Letters> = [
    "печать", "память", "смерть", "тетрадь", "кровать", "нефть", "треть", "четверть", "сеть",
    "скатерть", "мать", "пять", "шесть", "девять", "десять", "часть", "власть", "область",
    "отрасль",
  ]
  private static let verbsInCh: [Letters] = ["влечь", "мочь", "беречь", "стичь", "печь"]
  private static let commands = SuffixTable(
    joined(["ываю", "агаю", "ляю", "чаю", "ошу", "раю", "ите", "йте", "ьте"], [""], least: 2))
  private static let knownPassiveStems = SuffixTable(
    joined(["ен", "ан", "ят", "ыт", "ут"], [""]))
  private static let passiveStems = SuffixTable(
    joined(
      [
        "ован", "влен", "ален", "ащен", "вден", "жден", "ржден", "ждан", "ложен", "отрен", "отан",
        "исан", "асован", "ечен", "учен", "ышен", "ешен", "олнен", "есен", "ведён", "веден",
        "оздан",
        "издан", "ринят", "зъят", "снят", "ключен", "делен", "ернут", "крыт", "онен", "ершен",
        "лашен",
      ], [""], least: 2))
  private static let participles = SuffixTable(
    joined(
      ["енн", "анн", "янн", "ем", "ающ", "яющ", "ующ", "вш", "ащ", "ящ", "ят"],
      [
        "ый", "ий", "ая", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ую",
        "ых", "их", "ыми", "ими", "ом", "ем", "ой", "ей",
      ], least: 3))
  private static let finiteEndings = SuffixTable(
    joined(
      [
        "ает", "яет", "ует", "еет", "ают", "яют", "уют", "ируют", "ывал", "ывала", "овал", "овала",
        "ировал", "ировала", "упил", "упила", "адывал", "овали", "ствует",
      ], [""], least: 3))
  private static let knownFiniteEndings = SuffixTable(
    joined(
      [
        "ит", "ет", "ят", "ат", "ут", "ют", "ил", "ила", "или", "ал", "ала", "али", "ел", "ела",
        "ели",
        "ую",
      ], [""], least: 3))

  /// Verbs by stem; what is not here is judged by its place in the sentence.
  private static let lexicon = Lexicon<Class>([
    .stem("поруч", .giving), .stem("перепоруч", .giving), .stem("предлож", .offering),
    .stem("предлаг", .offering), .stem("рекоменд", .offering), .stem("порекоменд", .offering),
    .stem("разреш", .giving), .stem("предостав", .giving), .stem("направ", .sending),
    .stem("перенаправ", .giving), .stem("переда", .giving), .stem("вруч", .giving),
    .stem("выда", .giving), .stem("объяв", .giving), .stem("выраз", .giving),
    .stem("выраж", .giving), .stem("сообщ", .giving), .stem("довер", .giving),
    .stem("отказ", .giving), .stem("представ", .offering), .stem("прош", .personal),
    .stem("выплат", .giving),
    .stem("выплач", .giving), .stem("присво", .giving), .stem("присва", .giving),
    .stem("установ", .giving), .stem("устанавл", .giving), .stem("перечисл", .giving),
    .stem("возврат", .giving), .stem("возвращ", .giving), .stem("верну", .giving),
    .stem("отправ", .sending), .stem("высла", .giving), .stem("высыла", .giving),
    .stem("посла", .giving), .stem("пересла", .giving), .stem("разъясн", .giving),
    .stem("поясн", .giving), .stem("указа", .giving), .stem("запрет", .giving),
    .stem("запрещ", .giving), .stem("предпис", .giving), .stem("делегир", .sending),
    .stem("оказ", .giving), .stem("доложи", .offering), .stem("докладыва", .giving),
    .stem("помо", .giving), .stem("содейств", .giving), .stem("подчин", .giving),
    .stem("переподчин", .giving), .stem("вмен", .giving), .stem("компенсир", .giving),
    .stem("начисл", .giving), .stem("оплат", .giving), .stem("возмест", .giving),
    .stem("возмещ", .giving), .stem("продл", .giving), .stem("напомн", .giving),
    .stem("адрес", .giving), .stem("назнач", .electing), .stem("дать", .giving),
    .stem("дан", .giving), .stem("вернуть", .giving), .stem("сда", .giving),
    .stem("подар", .giving), .stem("отда", .giving), .stem("телеграф", .giving),
    .stem("уступ", .giving), .stem("зачитат", .giving), .stem("выдел", .giving),
    .stem("обеспеч", .other), .stem("закреп", .personal),
    .stem("освобо", .personal), .stem("включ", .personal), .stem("ввест", .personal),
    .stem("введ", .personal), .stem("исключ", .personal), .stem("вывест", .personal),
    .stem("вывед", .personal), .stem("утвер", .electing), .stem("командир", .personal),
    .stem("откомандир", .personal), .stem("прикомандир", .personal), .stem("обяза", .personal),
    .stem("заслуш", .personal), .stem("выслуш", .personal), .stem("слуша", .personal),
    .stem("ознаком", .personal), .stem("увол", .personal), .stem("приня", .personal),
    .stem("прини", .personal), .stem("перевест", .personal), .stem("перевед", .personal),
    .stem("избра", .electing), .stem("избир", .electing), .stem("выбра", .electing),
    .stem("определ", .electing), .stem("наград", .personal), .stem("награж", .personal),
    .stem("поощр", .personal), .stem("отозва", .personal), .stem("отзыва", .personal),
    .stem("привле", .personal), .stem("уполномоч", .personal), .stem("отстран", .personal),
    .stem("приглас", .personal), .stem("приглаш", .personal), .stem("допус", .personal),
    .stem("замен", .personal), .stem("замещ", .personal), .stem("счита", .electing),
    .stem("призна", .electing), .stem("премир", .personal), .stem("информир", .personal),
    .stem("проинформир", .personal), .stem("уведом", .personal), .stem("извес", .personal),
    .stem("извещ", .personal), .stem("оповес", .personal), .stem("обуч", .personal),
    .stem("выдвин", .personal), .stem("поддерж", .personal), .stem("снять", .removing),
    .stem("снят", .removing), .stem("взыск", .removing), .stem("удерж", .removing),
    .stem("спис", .removing), .stem("сним", .removing), .stem("вычит", .removing),
    .stem("вход", .other), .stem("ходит", .other), .stem("руковод", .other),
    .stem("провод", .other), .stem("внос", .other), .stem("готов", .other), .stem("вед", .other),
    .stem("относ", .other), .stem("исполн", .other), .stem("осуществ", .other),
    .stem("отвеч", .other), .stem("состо", .other), .stem("держ", .other), .stem("нес", .other),
    .stem("пояснит", .giving), .stem("говор", .other), .stem("подпис", .other),
    .stem("соглас", .other), .stem("подготов", .other), .stem("разработ", .other),
    .stem("предупре", .personal), .stem("вызва", .personal),
    .stem("опрос", .personal), .stem("аттест", .personal), .stem("зачисл", .personal),
    .stem("отчисл", .personal), .stem("восстанов", .personal), .stem("поблагодар", .personal),
    .stem("попрос", .personal), .stem("остав", .personal), .stem("поздрав", .personal),
    .stem("выбыва", .personal), .stem("проси", .personal), .stem("отметит", .personal),
    .stem("послуш", .personal), .stem("временно", .other),
    .stem("лежит", .resting), .stem("лежат", .resting), .stem("лежал", .resting),
    .stem("остае", .resting), .stem("числит", .resting), .stem("держит", .resting),
    .stem("надлежит", .obliging), .stem("следует", .obliging), .stem("необходимо", .obliging),
    .stem("предстоит", .obliging), .stem("поручается", .giving), .stem("следовало", .obliging),
    .stem("возлож", .personal), .stem("возлаг", .personal), .stem("явля", .electing),
    .stem("стать", .electing), .stem("выступ", .other), .stem("присутств", .other),
  ])
}

extension Verb.Form {
  init(kind: Verb.Class, voice: Verb.Voice) {
    self.init(kind: kind, voice: voice, isImpersonal: false)
  }
}

/// Words of the grammar around names: prepositions and what is passed over.
enum GrammarWord: Sendable, Hashable {
  /// The cases that a preposition asks for, the usual one first.
  case preposition(CaseSet, usual: CaseSet)
  case conjunction
  /// An adverb or particle: the word before it governs.
  case adverb

  static func of(_ letters: Letters) -> GrammarWord? {
    // All are short or in the table; a look at the length spares most words the look-up.
    letters.count < 15 ? lexicon[letters] : nil
  }

  private static let lexicon: Lexicon<GrammarWord> = {
    func all(_ words: [StaticString], _ value: GrammarWord) -> [Lexicon<GrammarWord>.Entry] {
      words.map { .word($0, value) }
    }
    let genitive: [StaticString] = [
      "от", "ото", "у", "для", "без", "до", "из", "изо", "кроме", "вместо", "около", "против",
      "после", "взамен", "ради", "среди", "относительно", "вокруг", "касательно", "помимо",
      "насчет",
      "наряду", "вследствие", "ввиду", "посредством", "сверх", "возле", "мимо", "путем",
    ]
    return Lexicon(
      all(genitive, .preposition(.gen, usual: .gen))
        + all(
          ["к", "ко", "согласно", "вопреки", "благодаря", "навстречу", "наперекор", "по"],
          .preposition(.dat, usual: .dat))
        + all(["через", "про", "сквозь", "включая", "исключая"], .preposition(.acc, usual: .acc))
        + all(
          ["над", "надо", "перед", "передо", "пред", "между", "с", "со"],
          .preposition(.ins, usual: .ins))
        + all(["под"], .preposition([.ins, .acc], usual: .ins))
        + all(["за"], .preposition([.ins, .acc], usual: .ins))
        + all(["на", "в", "во"], .preposition([.acc, .prep], usual: .acc))
        + all(["о", "об", "обо", "при"], .preposition(.prep, usual: .prep))
        + all(["и", "или", "либо", "а", "но", "да"], .conjunction)
        + all(
          [
            "лично", "также", "тоже", "персонально", "незамедлительно", "совместно", "отдельно",
            "временно", "ежемесячно", "ежеквартально", "дополнительно", "только", "не", "повторно",
            "ранее", "срочно", "немедленно", "письменно", "устно", "непосредственно", "уважаемому",
            "именно", "лишь", "официально", "первоначально", "своевременно", "далее",
            "соответственно", "вновь", "досрочно", "единогласно", "единовременно",
          ], .adverb))
  }()
}
