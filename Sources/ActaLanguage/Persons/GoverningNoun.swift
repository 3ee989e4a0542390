/// Adjectives that stand in front of a name and leave what governs it to the word before.
enum Epithets {
  static let lexicon = Lexicon<Bool>([
    .stem("указанн", true), .stem("вышеуказанн", true), .stem("названн", true),
    .stem("вышеназванн", true), .stem("выбывш", true), .stem("бывш", true),
    .stem("отсутствующ", true), .stem("уважаем", true), .stem("упомянут", true),
    .stem("вышеупомянут", true), .stem("заболевш", true), .stem("уволивш", true),
    .stem("уволенн", true), .stem("прибывш", true), .stem("поименованн", true),
  ])
}

/// What a noun in front of a name does to it.
enum GoverningNoun: Sendable, Hashable {
  /// A person's own: the name stands in the genitive.
  case ofPerson
  /// The same, where a preposition brings the noun: «под руководством», «в адрес».
  case ofPersonBrought
  /// Given to a person: «благодарность», «помощь».
  case toPerson
  /// A body, an office, a list: a name behind it belongs to the verb.
  case office

  static let lexicon = Lexicon<GoverningNoun>([
    .stem("кандидатур", .ofPerson), .stem("заявлени", .ofPerson), .stem("жалоб", .ofPerson),
    .stem("обращени", .ofPerson), .stem("ходатайств", .ofPerson), .stem("рапорт", .ofPerson),
    .stem("информаци", .ofPerson), .form("доклад", .masculine, .ofPerson),
    .stem("предложени", .ofPerson), .stem("представлени", .ofPerson), .stem("инициатив", .ofPerson),
    .stem("отставк", .ofPerson), .stem("просьб", .ofPerson), .stem("сообщени", .ofPerson),
    .stem("выступлени", .ofPerson), .stem("мнени", .ofPerson), .stem("объяснени", .ofPerson),
    .stem("назначени", .ofPerson), .stem("увольнени", .ofPerson), .stem("избрани", .ofPerson),
    .stem("утверждени", .ofPersonBrought), .stem("освобождени", .ofPerson),
    .stem("перевод", .ofPersonBrought), .stem("приглашени", .toPerson),
    .stem("командировани", .ofPerson), .stem("отсутстви", .ofPerson), .stem("участи", .ofPerson),
    .stem("руководств", .ofPersonBrought), .stem("председательств", .ofPersonBrought),
    .form("адрес", .masculine, .ofPersonBrought), .word("имя", .ofPersonBrought),
    .word("имени", .ofPersonBrought), .stem("подпис", .ofPersonBrought),
    .stem("поручени", .ofPersonBrought), .stem("распоряжени", .ofPersonBrought),
    .stem("указани", .ofPersonBrought), .form("сторон", .feminine, .ofPersonBrought),
    .form("лиц", .neuter, .ofPersonBrought), .stem("отношени", .ofPersonBrought),
    .stem("ведени", .ofPersonBrought), .stem("помощь", .ofPersonBrought),
    .stem("замещени", .ofPerson), .stem("согласи", .ofPersonBrought),
    .stem("присутстви", .ofPersonBrought), .stem("случа", .office),
    .stem("контрол", .ofPersonBrought),
    .stem("вместо", .ofPerson),
    .stem("болезн", .ofPerson),
    .stem("персональн", .ofPerson), .form("опыт", .masculine, .ofPerson),
    .stem("благодарност", .toPerson), .stem("преми", .toPerson),
    .stem("выплат", .toPerson), .stem("компенсаци", .toPerson), .stem("доверенност", .toPerson),
    .stem("выговор", .toPerson), .stem("замечани", .toPerson), .stem("содействи", .toPerson),
    .stem("надбавк", .toPerson), .stem("соболезновани", .toPerson), .stem("доплат", .toPerson),
    .stem("уведомлени", .toPerson), .stem("пособи", .toPerson),
    .form("состав", .masculine, .office), .stem("комисси", .office),
    .form("групп", .feminine, .office), .stem("должност", .office),
    .word("список", .office), .form("списк", .masculine, .office),
    .form("резерв", .masculine, .office), .form("совет", .masculine, .office),
    .form("штаб", .masculine, .office), .stem("комитет", .office),
    .form("штат", .masculine, .office),
    .stem("рабоч", .office), .stem("служб", .office), .form("отдел", .masculine, .office),
    .stem("управлени", .office), .stem("департамент", .office), .form("член", .masculine, .office),
    .stem("коллеги", .office), .stem("президиум", .office), .form("числ", .neuter, .office),
    .form("качеств", .neuter, .office), .form("пост", .masculine, .office),
    .stem("обязанност", .office), .stem("оргкомитет", .office), .word("жюри", .office),
    .form("срок", .masculine, .office), .form("акт", .masculine, .office),
    .form("приказ", .masculine, .office), .stem("роспис", .office),
    .form("порядк", .masculine, .office),
    .form("форм", .feminine, .office), .stem("хранени", .office), .stem("пользовани", .office),
    .stem("исполнени", .office), .form("год", .masculine, .office), .stem("месяц", .office),
    .form("дел", .neuter, .office), .stem("командировк", .office), .stem("согласовани", .office),
    .stem("рассмотрени", .office), .stem("заседани", .office), .stem("ознакомлени", .office),
  ])
}
