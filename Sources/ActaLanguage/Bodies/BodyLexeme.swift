/// What a word counts for in sentences on collegial bodies.
enum BodyLexeme: UInt8, Sendable {
  case other
  // People and offices.
  case member, people, participant, chair, deputy, secretary, presiding, leading, officer
  case pronoun
  // The body's meetings and its number.
  case meeting, convene, hold, roster, belonging, number, onPaper, invited
  case attend, attending, presence, absent, quorum, competent, incompetent, possessing
  // Votes and decisions.
  case vote, voting, voted, voter, cast, equality, split, equal, casting, weight
  case decision, adopt, rejected, majority, qualified, unanimous, question
  case open, secret, hands, absentee, poll, paper
  case opinion, special, writing, delegate, substitute, allow, forbid, right, advisory
  case demand, proportion
  // Frequencies and terms.
  case need, extraordinary, rarer, oftener, times, twice, thrice, each
  case weekly, monthly, quarterly, halfYearly, yearly
  case week, month, quarter, halfYear, year, hour, day, dayAndNight, working, calendar, next
  case more, less, exceed, atLeast, not, without, ifWord
  // Minutes and notices.
  case minutes, compose, sign, signature, send, circulate, notify, receive, knowledge, report
  case excerpt, agenda
  // Composition.
  case consists, enter, form, appoint
  case replace
  case and, by
}

/// A set of what words count for.
struct BodyLexemes: Sendable, ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(arrayLiteral members: BodyLexeme...) {
    for member in members { insert(member) }
  }

  mutating func insert(_ member: BodyLexeme) {
    if member.rawValue < 64 {
      low |= 1 << UInt64(member.rawValue)
    } else {
      high |= 1 << UInt64(member.rawValue - 64)
    }
  }

  func contains(_ member: BodyLexeme) -> Bool {
    member.rawValue < 64
      ? low & 1 << UInt64(member.rawValue) != 0 : high & 1 << UInt64(member.rawValue - 64) != 0
  }

  func meets(_ other: BodyLexemes) -> Bool { low & other.low | high & other.high != 0 }

  func union(_ other: BodyLexemes) -> BodyLexemes {
    var union = self
    union.low |= other.low
    union.high |= other.high
    return union
  }
}

extension BodyLexeme {
  static let lexicon = Lexicon<BodyLexeme>(
    peopleWords + meetingsWords + votesWords + frequenciesWords + minutesWords + compositionWords)

  private typealias Entry = Lexicon<BodyLexeme>.Entry

  private static func stems(_ lexeme: BodyLexeme, _ stems: [StaticString]) -> [Entry] {
    stems.map { .stem($0, lexeme) }
  }

  private static func words(_ lexeme: BodyLexeme, _ words: [StaticString]) -> [Entry] {
    words.map { .word($0, lexeme) }
  }

  private static func forms(
    _ lexeme: BodyLexeme, _ endings: Endings, _ stems: [StaticString]
  ) -> [Entry] {
    stems.map { .form($0, endings, lexeme) }
  }

  private static let peopleWords: [Entry] =
    forms(.member, .masculine, ["член"])
    + forms(
      .people, .masculine, ["человек", "депутат", "эксперт", "делегат", "собственник", "голосующ"])
    + forms(.people, .softMasculine, ["представител", "избирател", "жител", "учредител"])
    + forms(.people, .neuter, ["лиц"])
    + forms(.people, .feminine, ["персон", "старост"])
    + forms(.participant, .masculine, ["участник", "участниц"])
    + forms(.chair, .softMasculine, ["председател", "сопредседател", "руководител"])
    + forms(.chair, .masculine, ["начальник", "президент", "координатор", "атаман"])
    + forms(.chair, .feminine, ["глав"])
    + forms(.deputy, .softMasculine, ["заместител"])
    + words(.deputy, ["зам"])
    + forms(.secretary, .softMasculine, ["секретар"])
    + forms(.officer, .masculine, ["секретариат", "аппарат"])
    + forms(.officer, .softMasculine, ["делопроизводител"])
    + stems(.presiding, ["председательств"])
    + stems(.leading, ["ведущ", "ведш", "возглавляющ", "проводящ", "проводивш"])
    + words(.leading, ["ведет", "ведут", "вел", "вести", "проводит", "возглавляет"])
    + words(.pronoun, ["его", "ее", "их", "он", "она", "они", "него", "нее", "них", "ему"])

  private static let meetingsWords: [Entry] =
    stems(.meeting, ["заседани", "совещани", "сесси"])
    + forms(.meeting, .neuter, ["собрани"])
    + stems(.convene, ["собира", "созыв", "созва", "созове", "заседает", "заседают"])
    + words(.convene, ["заседать", "соберется", "собраться"])
    + stems(
      .hold,
      [
        "проводятся", "проводится", "проводиться", "провод", "проход", "проведен", "проведут",
        "организу",
      ])
    + forms(.roster, .masculine, ["состав"])
    + stems(.belonging, ["входящ", "включенн", "вошедш"])
    + words(.number, ["число", "числа", "числу", "числом", "числе", "численность"])
    + stems(.number, ["численност", "количеств"])
    + stems(
      .onPaper,
      [
        "общего", "общей", "общему", "общим", "установленн", "утвержденн", "списочн", "избранн",
        "назначенн", "численного", "численному", "полного", "действующ", "числящ", "предусмотренн",
      ])
    + stems(
      .invited, ["приглашенн", "зарегистрированн", "зарегистрировавш", "записавш", "приглашаем"])
    + stems(
      .attend,
      [
        "присутств", "участву", "участвов", "участи", "явк", "явил", "находит", "находят",
        "собралс", "собралос", "собралис", "собралас", "подключ", "присоедин", "посети",
        "зарегистрировал", "регистрац", "ответил",
      ])
    + stems(
      .attending,
      [
        "присутствующ", "присутствовавш", "участвующ", "участвовавш", "принявш", "принимающ",
        "явивш", "прибывш", "собравш", "находящ",
      ])
    + words(.attend, ["прибыл", "прибыла", "прибыло", "прибыли"])
    + stems(.presence, ["налич", "имеется", "имеются"])
    + stems(.absent, ["отсутств", "неявк", "неучаст", "неявивш"])
    + stems(.quorum, ["кворум"])
    + stems(
      .competent,
      [
        "правомочн", "правомоч", "легитимн", "полномочн", "действительн", "состоявш", "правомерн",
        "состоится", "дееспособн",
      ])
    + stems(
      .incompetent,
      ["неправомоч", "нелегитимн", "недействительн", "несостоявш", "неполномочн", "недееспособн"])
    + stems(.possessing, ["обладающ", "имеющ", "владеющ", "представляющ"])

  private static let votesWords: [Entry] =
    forms(.vote, .masculine, ["голос"])
    + stems(.voting, ["голосовани", "переголосовани"])
    + stems(
      .voted, ["проголос", "голосова", "голосуе", "голосую", "высказал", "поддержал", "поддержан"])
    + stems(.voter, ["проголосовавш", "голосовавш", "голосующ", "высказавш"])
    + stems(.cast, ["подан", "отдан"])
    + stems(.equality, ["равенств", "поровну", "паритет", "равноголос"])
    + stems(.split, ["разделил", "разделени", "разделят", "распределил", "распределени"])
    + stems(.equal, ["равн", "одинаков"])
    + stems(.casting, ["решающ", "определяющ", "перевешива", "приоритет"])
    + stems(.weight, ["перевес", "преимуществ", "преобладающ"])
    + stems(.decision, ["решени", "рекомендаци", "заключени", "постановлени"])
    + stems(
      .adopt,
      [
        "принима", "принят", "примет", "примут", "приняти", "одобря", "одобрен", "выноси",
        "утвержда", "избира", "избран",
      ])
    + stems(
      .rejected,
      [
        "непринят", "отклон", "отвергн", "отверга", "снима", "снят", "повторн", "откладыва",
        "отложен", "перенос", "переголос", "пересмотр",
      ])
    + forms(.rejected, .masculine, ["тур"])
    + stems(.majority, ["большинств"])
    + stems(.qualified, ["квалифицирован"])
    + stems(.unanimous, ["единогласн", "единодушн", "единогласи", "единоглас"])
    + forms(.question, .masculine, ["вопрос"])
    + stems(.open, ["открыт"])
    + stems(.secret, ["тайн"])
    + stems(.hands, ["поднят"])
    + stems(.absentee, ["заочн", "опросн"])
    + forms(.poll, .masculine, ["опрос"])
    + forms(.paper, .softMasculine, ["бюллетен"])
    + forms(.paper, .masculine, ["лист", "листок", "листк"])
    + stems(.opinion, ["мнени", "позици", "суждени"])
    + words(.special, ["особое", "особого", "особым", "особому", "особые", "особых", "особом"])
    + stems(.writing, ["письменн"])
    + words(.writing, ["письмом"])
    + stems(
      .delegate,
      [
        "делегир", "передач", "передава", "передат", "передан", "передае", "передаю", "передовер",
        "перепоруч", "доверенност",
      ])
    + words(.delegate, ["поручить", "поручать", "доверить", "доверять", "уступить"])
    + stems(.substitute, ["замен", "замещ", "подмен"])
    + stems(.allow, ["допуска", "допустим", "разреша", "возможн"])
    + words(.allow, ["вправе", "может", "могут", "мочь", "можно", "допускается"])
    + stems(.forbid, ["запрещ", "недопустим", "невозможн", "исключается", "воспрещ"])
    + words(.right, ["право", "права", "правом", "прав"])
    + stems(.advisory, ["совещательн"])
    + stems(
      .demand,
      [
        "требовани", "инициатив", "требуе", "потребу", "требова", "потребов", "предложени",
        "просьб", "ходатайств", "заявлени", "обращени", "настаива", "инициир", "запрос",
      ])
    + stems(.proportion, ["доля", "доли", "долю", "независим"])

  private static let frequenciesWords: [Entry] =
    forms(.need, .softFeminine, ["необходимост", "надобност", "потребност"])
    + stems(.extraordinary, ["внеочередн", "внепланов", "чрезвычайн", "экстренн", "дополнительн"])
    + words(.rarer, ["реже"]) + words(.oftener, ["чаще"])
    + words(.times, ["раз", "раза", "разу", "разов", "однократно", "единожды"])
    + words(.twice, ["дважды", "двукратно"]) + words(.thrice, ["трижды"])
    + stems(.each, ["кажд"])
    + stems(.weekly, ["еженедельн", "понедельно"])
    + stems(.monthly, ["ежемесячн", "помесячно"])
    + stems(.quarterly, ["ежекварталь", "поквартально"])
    + stems(.halfYearly, ["полугодов"])
    + stems(.yearly, ["ежегодн"])
    + forms(.week, .feminine, ["недел"])
    + forms(.month, .softMasculine, ["месяц"]) + words(.month, ["месяц", "месяца", "месяцу"])
    + forms(.quarter, .masculine, ["квартал"])
    + words(.halfYear, ["полугодие", "полугодия", "полугодии", "полгода", "полугода"])
    + words(.year, ["год", "года", "году", "годом", "лет"])
    + words(.hour, ["час", "часа", "часов", "часам", "часами"])
    + words(.day, ["день", "дня", "дней", "дни", "дню", "днем", "дням", "днями"])
    + words(.dayAndNight, ["сутки", "суток", "суткам", "сутками"])
    + stems(.working, ["рабочий", "рабочего", "рабочих", "рабочим", "рабочие", "рабочему"])
    + stems(.calendar, ["календарн"])
    + stems(.next, ["следующ"])
    + words(.more, ["более", "больше", "свыше", "выше"])
    + words(.less, ["менее", "меньше", "ниже"])
    + stems(.exceed, ["превыша", "превыси", "превосход"])
    + words(.atLeast, ["минимум", "хотя"])
    + words(.not, ["не", "ни"]) + words(.without, ["без"])
    + words(.ifWord, ["если", "при", "когда", "условии"])

  private static let minutesWords: [Entry] =
    stems(.minutes, ["протокол"])
    + stems(
      .compose,
      [
        "составля", "составлен", "оформля", "оформлен", "изготавлив", "изготовл", "изготовля",
        "готовит", "подготавлив", "согласовыва", "согласуе", "согласован", "визиру", "составит",
      ])
    + stems(.sign, ["подписыва", "подписан", "подпишет", "подписать", "подписани"])
    + words(.signature, ["подпись", "подписью", "подписи", "подписями", "подписей"])
    + stems(
      .send,
      [
        "направл", "отправл", "доводит", "доводят", "доведен", "вруча", "вручен",
        "представля", "предоставля", "представлен", "предоставлен", "высыла", "выслан",
        "выдает", "размещ", "публик",
      ])
    + stems(.circulate, ["рассыл", "разосл", "разошл"])
    + stems(
      .notify,
      [
        "уведом", "извещ", "извест", "оповещ", "оповест", "информир", "проинформ", "сообща",
        "сообщен", "ознаком", "предупрежд",
      ])
    + words(.receive, ["получают", "получает"])
    + words(.knowledge, ["сведения", "сведению", "ведома"])
    + stems(
      .report,
      [
        "отчет", "отчит", "доклад", "информаци", "монитор", "обучен", "провер", "анализ",
        "рейтинг", "обновля", "пересматр", "ротац", "мероприят",
      ])
    + forms(.report, .masculine, ["план", "прием"])
    + stems(.excerpt, ["выписк"])
    + stems(.agenda, ["повестк", "материал", "документ"])

  private static let compositionWords: [Entry] =
    stems(.consists, ["состоит", "состоят", "состоящ"])
    + words(.enter, ["входят", "входит", "включаются", "включены", "включает", "вошли", "входить"])
    + stems(
      .form,
      ["формиру", "сформир", "образу", "создает", "создают"])
    + words(
      .form,
      [
        "образован", "образована", "образовано", "образованы", "создан", "создана", "создано",
        "созданы", "утвержден", "утверждена", "утверждено", "утверждены",
      ])
    + stems(.appoint, ["назнача", "назначен"])
    + stems(.replace, ["исполня", "осуществля", "выполня", "возлага"])
    + words(.and, ["и", "либо", "или"]) + words(.by, ["за"])
}
