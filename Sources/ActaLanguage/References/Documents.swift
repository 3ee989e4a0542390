import ActaModel

/// Nouns that documents are called by.
enum Documents {
  enum Sense: Sendable {
    /// An act or a part of one: a reference leads there.
    case legal
    /// Minutes, contracts, letters, books: what is said of their points is no reference.
    case other
  }

  static let nouns = Lexicon<Sense>(legal + other)

  /// Documents whose names go on with «по …», «для …».
  static let governsDative = Lexicon<Bool>([
    .stem("карт", true), .stem("план", true), .stem("программ", true), .stem("методик", true),
    .stem("рекомендаци", true), .stem("инструкци", true), .stem("регламент", true),
    .stem("стандарт", true), .stem("указани", true), .stem("комплекс", true),
    .stem("перечн", true), .stem("требовани", true), .stem("справочник", true),
  ])

  private static let legal: [Lexicon<Sense>.Entry] = [
    .form("положени", .neuter, .legal), .form("порядк", .masculine, .legal),
    .word("порядок", .legal), .form("правил", .neuter, .legal),
    .form("регламент", .masculine, .legal), .form("инструкци", .feminine, .legal),
    .form("устав", .masculine, .legal), .form("кодекс", .masculine, .legal),
    .form("конституци", .feminine, .legal), .form("концепци", .feminine, .legal),
    .form("стратеги", .feminine, .legal), .form("программ", .feminine, .legal),
    .form("подпрограмм", .feminine, .legal), .form("план", .masculine, .legal),
    .form("перечн", .softMasculine, .legal), .word("перечень", .legal),
    .form("карт", .feminine, .legal), .form("методик", .feminine, .legal),
    .form("рекомендаци", .feminine, .legal), .form("требовани", .neuter, .legal),
    .form("стандарт", .masculine, .legal), .form("основ", .feminine, .legal),
    .form("указани", .neuter, .legal), .form("схем", .feminine, .legal),
    .form("модел", .softFeminine, .legal), .form("реестр", .masculine, .legal),
    .form("номенклатур", .feminine, .legal), .form("классификатор", .masculine, .legal),
    .form("форм", .feminine, .legal), .form("списк", .masculine, .legal),
    .word("список", .legal), .form("состав", .masculine, .legal),
    .form("критери", .softMasculine, .legal), .form("услови", .neuter, .legal),
    .form("норм", .feminine, .legal), .form("норматив", .masculine, .legal),
    .form("паспорт", .masculine, .legal), .form("график", .masculine, .legal),
    .form("доктрин", .feminine, .legal), .form("хартии", .feminine, .legal),
    .form("структур", .feminine, .legal), .form("расписани", .neuter, .legal),
    .form("описани", .neuter, .legal), .form("тариф", .masculine, .legal),
    .form("показател", .softMasculine, .legal), .form("изменени", .neuter, .legal),
    .form("механизм", .masculine, .legal), .form("алгоритм", .masculine, .legal),
    .form("меморандум", .masculine, .legal), .form("комплекс", .masculine, .legal),
    .form("кадастр", .masculine, .legal), .form("процедур", .feminine, .legal),
    .form("табел", .softFeminine, .legal), .form("справочник", .masculine, .legal),
    .form("прейскурант", .masculine, .legal), .form("задани", .neuter, .legal),
    .form("лимит", .masculine, .legal), .form("квот", .feminine, .legal),
    .form("ставк", .feminine, .legal), .form("образц", .masculine, .legal),
    .word("образец", .legal), .form("бланк", .masculine, .legal),
    .form("закон", .masculine, .legal), .form("указ", .masculine, .legal),
    .form("постановлени", .neuter, .legal), .form("распоряжени", .neuter, .legal),
    .form("приказ", .masculine, .legal), .form("решени", .neuter, .legal),
    .form("мероприяти", .neuter, .legal), .form("мер", .feminine, .legal),
    .form("типологи", .feminine, .legal), .form("бюджет", .masculine, .legal),
    .form("каталог", .masculine, .legal), .form("размер", .masculine, .legal),
    .form("значени", .neuter, .legal), .form("политик", .feminine, .legal),
    .form("сценари", .softMasculine, .legal), .form("макет", .masculine, .legal),
    .form("конвенци", .feminine, .legal), .form("пакт", .masculine, .legal),
    .form("акт", Endings(["а", "у", "ов", "ам"]), .other),
  ]

  private static let other: [Lexicon<Sense>.Entry] = [
    .form("протокол", .masculine, .other), .form("договор", .masculine, .other),
    .form("контракт", .masculine, .other), .form("соглашени", .neuter, .other),
    .form("заявлени", .neuter, .other), .form("заявк", .feminine, .other),
    .form("письм", .neuter, .other), .form("анкет", .feminine, .other),
    .form("журнал", .masculine, .other), .form("отчет", .masculine, .other),
    .form("повестк", .feminine, .other), .form("книг", .feminine, .other),
    .form("рейтинг", .masculine, .other), .form("маршрут", .masculine, .other),
    .form("лот", .masculine, .other), .form("выписк", .feminine, .other),
    .form("баланс", .masculine, .other), .form("деклараци", .feminine, .other),
    .form("диплом", .masculine, .other), .form("лицензи", .feminine, .other),
    .form("свидетельств", .neuter, .other), .form("уведомлени", .neuter, .other),
    .form("накладн", .adjective, .other), .form("чертеж", .masculine, .other),
    .form("учебник", .masculine, .other), .form("смет", .feminine, .other),
    .form("обращени", .neuter, .other), .form("справк", .feminine, .other),
    .form("поручени", .neuter, .other), .form("доклад", .masculine, .other),
    .form("презентаци", .feminine, .other), .form("билет", .masculine, .other),
    .form("экзамен", .masculine, .other), .form("турнир", .masculine, .other),
    .form("извещени", .neuter, .other), .form("ходатайств", .neuter, .other),
    .form("характеристик", .feminine, .other), .form("аттестат", .masculine, .other),
    .word("косгу", .other), .form("расход", .masculine, .other),
    .form("запрос", .masculine, .other), .form("служебн", .adjective, .other),
    .form("представлени", .neuter, .other), .form("предписани", .neuter, .other),
    .form("заключени", .neuter, .other), .form("меню", .bare, .other),
    .form("газет", .feminine, .other), .form("сборник", .masculine, .other),
    .form("ведомост", .softFeminine, .other), .form("записк", .feminine, .other),
  ]
}

/// Nouns that bodies, officials and places are called by.
enum Bodies {
  /// `false` for stems that adjectives share: «Росреестр», «российский».
  static let nouns = Lexicon<Bool>([
    .stem("министерств", true), .stem("министр", true), .form("комитет", .masculine, true),
    .stem("правительств", true), .stem("администраци", true), .stem("департамент", true),
    .form("управлени", .neuter, true), .stem("агентств", true), .form("служб", .feminine, true),
    .form("инспекци", .feminine, true), .form("совет", .masculine, true),
    .form("дум", .feminine, true), .stem("губернатор", true), .stem("президент", true),
    .form("глав", .feminine, true), .form("мэр", .masculine, true),
    .form("мэри", .feminine, true), .form("собрани", .neuter, true),
    .form("палат", .feminine, true), .form("фонд", .masculine, true),
    .stem("прокуратур", true), .form("суд", .masculine, true), .form("центр", .masculine, true),
    .form("отдел", .masculine, true), .form("комисси", .feminine, true),
    .form("групп", .feminine, true), .form("штаб", .masculine, true), .stem("рос", false),
    .stem("мин", false), .stem("казначейств", true), .stem("председател", true),
    .stem("руководител", true), .stem("директор", true), .stem("начальник", true),
    .form("хурал", .masculine, true), .stem("уполномоченн", false), .stem("секретар", true),
    .stem("банк", true), .stem("мвд", true), .stem("фсб", true), .stem("мчс", true),
    .word("фнс", true), .word("фас", true), .word("фстэк", true),
  ])

  /// Kinds of places that a proper name follows undeclined as often as not.
  static let places = Lexicon<Bool>([
    .stem("республик", true), .stem("город", true), .stem("округ", true), .stem("край", true),
    .stem("район", true), .stem("поселк", true), .stem("сел", true), .stem("деревн", true),
    .word("г", true), .word("им", true), .word("имени", true), .stem("станиц", true),
  ])
}
