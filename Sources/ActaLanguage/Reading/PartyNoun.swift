import ActaModel

/// The noun that says what kind of party a row's responsible is: «министерство», «начальник», «рабочая группа».
package struct PartyNoun: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A body of government, an institution, a part of one.
    case body
    /// A post.
    case post
    /// An office of a collegial body: «председатель», «член».
    case office
    /// A collegial body: «комиссия», «рабочая группа».
    case collegial
    /// Nobody in particular: «все», «исполнители».
    case nobody
  }

  package var kind: Kind
  /// Which of the text's tokens it is.
  package var index: Int

  /// The first noun at an index or behind the adjectives there, in the nominative.
  package init?(at index: Int, in text: TokenizedText) {
    for position in index..<index + 6 {
      let token = text[position]
      if let kind = Self.nouns[token] {
        self.kind = kind
        self.index = position
        return
      }
      let letters = token.letters
      let isAdjective =
        token.isWord
        && (letters.ends(in: "ый") || letters.ends(in: "ий") || letters.ends(in: "ой")
          || letters.ends(in: "ая") || letters.ends(in: "яя") || letters.ends(in: "ое")
          || letters.ends(in: "ее") || letters.ends(in: "ые") || letters.ends(in: "ие")
          || letters.ends(in: "но") || token.isDash)
      if token.isWord, !isAdjective, PostHead(letters)?.cases.contains(.nom) == true {
        kind = .post
        self.index = position
        return
      }
      if !isAdjective, Self.isShortName(token) {
        self.kind = .body
        self.index = position
        return
      }
      // «пресс-служба», «вице-губернатор», «МКУ-центр».
      let isPrefix = token.isWord && text[position + 1].isDash && text[position + 1].isGlued
      guard isAdjective || isPrefix || token.isDash else { return nil }
    }
    return nil
  }

  /// Whether a word is a body's name made of the beginnings of its words: «Минфин», «Росреестр», «Госжилинспекция».
  private static func isShortName(_ token: Token) -> Bool {
    token.isWord && token.flags.contains(.capitalized) && token.letters.count > 5
      && shortened[token] == true
  }

  private static let shortened = Lexicon<Bool>([
    .stem("мин", true), .stem("рос", true), .stem("гос", true), .stem("глав", true),
    .stem("обл", true), .stem("край", true), .stem("рай", true), .stem("гор", true),
  ])

  private static func noun(_ kind: Kind, _ words: [StaticString]) -> [Lexicon<Kind>.Entry] {
    words.map { .word($0, kind) }
  }

  private static let nouns = Lexicon<Kind>(
    noun(
      .body,
      [
        "министерство", "министерства", "департамент", "департаменты", "управление", "управления",
        "комитет", "комитеты", "служба", "службы", "агентство", "агентства", "инспекция",
        "инспекции", "правительство", "администрация", "администрации", "отдел", "отделы",
        "отделение", "отделения", "сектор", "секторы", "сектора", "центр", "центры", "учреждение",
        "учреждения", "фонд", "университет", "институт", "академия", "органы", "орган", "мэрия",
        "дума", "собрание", "палата", "предприятие", "предприятия", "организации", "организация",
        "общество", "ассоциация", "союз", "школа", "школы", "библиотека", "библиотеки", "музей",
        "больница", "поликлиника", "архив", "бюро", "канцелярия", "аппарат", "секретариат",
        "представительство", "подразделения", "подразделение", "корпорация", "компания",
        "дирекция", "прокуратура", "суд", "полиция", "бухгалтерия", "лицей", "гимназия",
        "техникум", "колледж", "муниципалитет", "муниципалитеты",
        "образования", "округа", "районы", "поселения", "операторы", "оператор", "исполкомы",
        "исполком", "лаборатория", "кафедра", "факультет", "редакция", "станция", "филиал",
        "филиалы", "казначейство", "финансовое",
      ])
      + noun(
        .post,
        [
          "глава", "главы", "губернатор", "мэр", "министр", "министры", "заместитель",
          "заместители", "директор", "директора", "ректор", "бухгалтер", "специалист",
          "специалисты", "работник", "работники", "сотрудник", "сотрудники", "служащие", "врио",
          "вице", "статс", "уполномоченный", "ответственный", "президент", "куратор",
          "начальник", "начальники", "юрисконсульт", "инженер", "помощник", "советник",
          "заведующий", "заведующая", "заведующие", "управляющий", "лица", "лицо",
        ])
      + noun(
        .office,
        [
          "председатель", "руководитель", "руководители", "секретарь", "член", "члены",
          "координатор", "сопредседатель",
        ])
      + noun(
        .collegial,
        [
          "комиссия", "комиссии", "группа", "группы", "совет", "советы", "офис", "штаб", "штабы",
          "коллегия", "оргкомитет", "подкомиссия", "комитет",
        ])
      + noun(
        .nobody,
        ["все", "исполнитель", "исполнители", "ответственные", "соисполнители", "участники"]))
}
