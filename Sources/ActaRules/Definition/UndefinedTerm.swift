import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// An abbreviation that is nowhere opened.
  static let undefinedTerm = Rule(
    "definition/undefined", .warning,
    summary: Text(
      ru: "Аббревиатура или сокращённое имя органа нигде не раскрыты",
      en: "An abbreviation or a body's short name is nowhere opened"),
    reason: Text(
      ru: "Читатель не обязан знать, что значит «КПЭ»; два читателя поймут его по-разному.",
      en: "No reader is bound to know the abbreviation; two will read it in two ways."),
    norm: Text(
      ru: "Сокращение вводится формулой «(далее – …)» при первом употреблении; без неё обходятся "
        + "общеизвестные: РФ, ГОСТ, ИНН, СМИ.",
      en:
        "An abbreviation is introduced by «(далее – …)» where it is first used; the generally known "
        + "need none."),
    examples: [
      .accepts(
        Sample.text(
          "1. Показатели эффективности (далее – КПЭ) утверждаются.\n\n2. КПЭ публикуются.\n")),
      .accepts(
        Sample.text("1. Учёт ключевых показателей эффективности (КПЭ).\n\n2. КПЭ публикуются.\n")),
      .accepts(Sample.text("1. Сведения по ИНН передаются в СМИ Российской Федерации по ГОСТ.\n")),
      .rejects(
        Sample.text("1. Оценка эффективности (⟦КПЭ⟧) кадровых процессов.\n\n2. КПЭ публикуются.\n")),
      .rejects(Sample.text("1. Сотрудники ⟦Облжилинспекции⟧ проходят обучение.\n")),
    ],
    .act { read, report in
      var mentions: [[Letters]: [Mention]] = [:]
      var order: [[Letters]] = []
      var opened = OpenedNames(read, report.settings)
      for (index, document) in read.documents.enumerated() {
        for (place, passage) in document.passages.enumerated() where passage.isNorm {
          guard document.texts.indices.contains(place), passage.mayHoldAbbreviations else {
            continue
          }
          let text = document.texts[place]
          opened.readBrackets(text)
          for mention in Abbreviations.all(in: text) {
            if mentions[mention.key] == nil { order.append(mention.key) }
            mentions[mention.key, default: []].append(
              Mention(
                document: index, span: passage.place(of: mention.span),
                text: text.text(mention.span), isSyllabic: mention.isSyllabic))
          }
        }
      }
      // «Госжилинспекция» and «Госжилинспекция РД» are one name: the longer one is told.
      let longNames = Dictionary(
        order.filter { $0.count > 1 }.compactMap { key in key.first.map { ($0, key) } },
        uniquingKeysWith: { first, _ in first })
      for key in order where key.count == 1 {
        guard let longer = key.first.flatMap({ longNames[$0] }), let more = mentions[key] else {
          continue
        }
        mentions[longer, default: []] += more
        mentions[key] = nil
      }
      for key in order where !opened.contains(key) {
        guard let found = mentions[key], let first = found.first else { continue }
        var documents: Set<Int> = [first.document]
        let others = found.dropFirst().filter { documents.insert($0.document).inserted }
        let isOwn = !first.isSyllabic || opened.isOfIssuer(key)
        report(
          read.documents[first.document].path, at: first.span, .undefined(first.text),
          level: isOwn ? nil : .note,
          places: others.map {
            Place(file: read.documents[$0.document].path, at: $0.span, .alsoHere)
          }, help: .open)
      }
      NarrowerTerm.report(read, &report)
    })

  private struct Mention {
    var document: Int
    var span: Span?
    var text: String
    var isSyllabic: Bool
  }
}

extension Passage {
  /// Names of members and numbers of rows are no place for abbreviations.
  fileprivate var mayHoldAbbreviations: Bool {
    switch place {
    case .member(let member, let part): part != member.namePart
    case .milestone(_, let field): field.role != .number && field.role != .after
    case .columnTitle: false
    case .provision, .heading, .cell: true
    }
  }
}

/// Abbreviations of a text by their letters: «КПЭ», and names of bodies put together from syllables, «Госжилинспекция РД».
enum Abbreviations {
  struct Found {
    var key: [Letters]
    var span: Span
    /// «Госжилинспекция», as against «КПЭ».
    var isSyllabic: Bool
  }

  static func all(in text: TokenizedText) -> [Found] {
    var found: [Found] = []
    var isShouting: Bool?
    for (index, token) in text.tokens.enumerated() where token.isWord {
      if token.flags.contains(.upperCase), !token.flags.contains(.latin),
        (2...6).contains(token.letters.count)
      {
        if isShouting == nil { isShouting = isMostlyCapitals(text) }
        guard isShouting == false, !isPartOfNumber(text, index), !isLegalForm(text, index),
          !known.contains(token.letters), text.romanNumeral(at: index) == nil,
          !isInName(text, index)
        else { continue }
        found.append(Found(key: [token.letters], span: token.span, isSyllabic: false))
      } else if let end = syllabic(text, index) {
        found.append(
          Found(
            key: text.stems(index..<end), span: text.span(index..<end), isSyllabic: true))
      }
    }
    return found
  }

  /// Whether the text is written in capitals, so that they say nothing.
  private static func isMostlyCapitals(_ text: TokenizedText) -> Bool {
    var (capitals, words) = (0, 0)
    for token in text.tokens.prefix(200) where token.isWord && token.letters.count > 1 {
      words += 1
      if token.flags.contains(.upperCase) { capitals += 1 }
    }
    return capitals * 2 > words && words > 2 || words == capitals && words > 1
  }

  /// «№ 345-ОД», «8-ФЗ», «А-12».
  private static func isPartOfNumber(_ text: TokenizedText, _ index: Int) -> Bool {
    let (before, after) = (text[index - 1], text[index + 1])
    if before.kind == .numberSign { return true }
    if (before.isDash || before.kind == .slash) && text[index].isGlued {
      return text[index - 2].isNumber || text[index - 2].kind == .numberSign
        || text[index - 2].flags.contains(.upperCase)
    }
    if (after.isDash || after.kind == .slash) && after.isGlued { return text[index + 2].isGlued }
    return after.isNumber && after.isGlued || before.isNumber && text[index].isGlued
  }

  /// «КОГАУ «Центр …»»: a legal form in front of a name in quotes.
  private static func isLegalForm(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index + 1].isQuote && text[index + 1].kind != .closingQuote && !text[index + 1].isGlued
  }

  /// «ВТБ» in quotes is a name; so is a word beside other capitals in quotes.
  private static func isInName(_ text: TokenizedText, _ index: Int) -> Bool {
    let before = text[index - 1]
    return (before.kind == .openingQuote || before.kind == .straightQuote && text[index].isGlued)
      && text[index + 1].isQuote
  }

  /// The index behind «Госжилинспекции РД» and its like.
  private static func syllabic(_ text: TokenizedText, _ index: Int) -> Int? {
    let token = text[index]
    guard token.flags.contains(.capitalized), !token.flags.contains(.upperCase),
      token.letters.count > 6, prefixes.contains(where: { token.letters.hasPrefix($0) }),
      roots.contains(where: { contains(token.letters, $0) }),
      !knownBodies.contains(where: { token.letters.hasPrefix($0) })
    else { return nil }
    let next = text[index + 1]
    if next.is("россии") || next.is("рф") { return nil }
    return next.flags.contains(.upperCase) && (2...5).contains(next.letters.count)
      ? index + 2 : index + 1
  }

  private static func contains(_ letters: Letters, _ root: Letters) -> Bool {
    guard letters.count > root.count + 2 else { return false }
    return (3...(letters.count - root.count)).contains {
      letters.dropFirst($0).hasPrefix(root)
    }
  }

  private static let prefixes: [Letters] = [
    "гос", "мин", "обл", "край", "гор", "рай", "рес", "рег", "глав", "упр",
  ]
  /// What such a name is put together with: the kinds of bodies and of their matters.
  private static let roots: [Letters] = [
    "инспекци", "надзор", "контрол", "комитет", "управлени", "департамент", "транс", "экономик",
    "экономразвити", "цифр", "строй", "здрав", "образован", "обрнаук", "культур", "спорт", "соц",
    "труд", "фин", "юст", "природ", "сельхоз", "лесхоз", "пром", "энерго", "жкх", "связ", "имущест",
    "архив", "дум", "собрани",
  ]
  private static let knownBodies: [Letters] = ["госдум", "госсовет", "госкорпораци", "госстандарт"]

  /// Abbreviations that need no opening: the state, its codes, common registers, technical and legal words of every
  /// text (the practice of the Ministry of Justice's registration).
  static let known: Set<Letters> = [
    "рф", "ссср", "рсфср", "сша", "оон", "снг", "еаэс", "гост", "ост", "снип", "санпин", "гсссд",
    "фио", "инн", "кпп", "огрн", "огрнип", "снилс", "оквэд", "октмо", "окпо", "окато", "бик", "кбк",
    "сми", "тасс", "ран", "мвд", "фсб", "мчс", "фнс", "фас", "фсо", "фстэк", "ндс", "ндфл", "фз",
    "фкз", "гк", "тк", "ук", "бк", "нк", "жк", "кас", "упк", "гпк", "апк", "жкх", "егрюл", "егрип",
    "егрн", "есиа", "епгу", "смэв", "эвм", "эцп", "по", "ит", "ооо", "оао", "зао", "пао", "ао",
    "ип", "гуп", "муп", "фгуп", "фгбу", "гбу", "гку", "мбу", "мку", "нко", "тсж", "снт", "вуз",
    "дтп", "вич", "днк", "егэ", "огэ", "вов", "пмж", "загс", "чп", "цб", "ссыл", "ад", "да", "нет",
    "не", "и", "решил", "решила", "решили", "слушали", "утверждаю", "приказ", "номер", "дата",
    "и.о", "тел", "факс", "ул",
  ]
}

/// What an act opens: by a formula, in brackets behind the words, or as the initials of a name that it bears.
private struct OpenedNames {
  private var keys: Set<[Letters]> = []
  private var issuers: Set<[Letters]> = []
  /// Initials of names in capitals: РД for «Республика Дагестан».
  private var initials: Set<Letters> = []
  private var acronyms: Set<Letters> = []

  init(_ read: ReadAct, _ settings: Settings) {
    for term in read.terms { keys.insert(term.stems) }
    for word in settings.words {
      let text = TokenizedText(word)
      keys.insert(text.tokens.filter(\.isWord).map(\.letters))
      keys.insert(text.stems)
    }
    for term in read.terms where term.isAcronym { acronyms.formUnion(term.stems) }
    for document in read.documents {
      for text in document.texts { readInitials(text) }
      let title = document.document.requisites.title.map { TokenizedText($0.value) }
      if let title { readInitials(title) }
    }
    let own = Set(read.act.order.requisites.issuers.map(\.value))
    for body in settings.bodies {
      readInitials(TokenizedText(body.name.value))
      if own.contains(body.key), let short = body.short {
        issuers.insert(ActaLanguage.stems(of: short))
      }
    }
    for name in own {
      let text = TokenizedText(settings.bodyName(name))
      readInitials(text)
      issuers.insert(text.stems)
    }
  }

  func contains(_ key: [Letters]) -> Bool {
    if keys.contains(key) { return true }
    guard key.count == 1, let word = key.first else {
      // «Госжилинспекция РД» is opened where «Госжилинспекция» is.
      return key.first.map { keys.contains([$0]) } ?? false
    }
    return initials.contains(word)
      || acronyms.contains(word)
  }

  /// Whether a name of syllables is that of the act's own issuer: «Госжилинспекция» of the state housing inspection.
  func isOfIssuer(_ key: [Letters]) -> Bool {
    if issuers.contains(key) { return true }
    guard let name = key.first else { return false }
    return issuers.contains { stems in
      stems.contains { stem in
        let last = stem.prefix(max(4, min(stem.count, 7)))
        return (3...max(3, name.count)).contains { name.dropFirst($0).hasPrefix(last) }
          && last.count >= 5
      }
    }
  }

  /// «ключевых показателей эффективности (КПЭ)», «КПЭ – ключевые показатели эффективности».
  mutating func readBrackets(_ text: TokenizedText) {
    for index in 0..<text.count where text[index].flags.contains(.upperCase) {
      let letters = text[index].letters
      guard letters.count >= 2, letters.count <= 8 else { continue }
      let next = text[index + 1]
      if text[index - 1].kind == .openingBracket {
        for start in max(0, index - 20)..<index
        where text[start].isWord
          && text.initials(from: start, to: index - 1, spell: letters)
        {
          keys.insert([letters])
        }
      }
      if next.isDash || next.kind == .openingBracket {
        if text.initials(from: index + 2, to: index + 22, spell: letters) { keys.insert([letters]) }
      }
    }
  }

  /// The first letters of neighbours that are names: two capitals, or a capital and what follows it.
  private mutating func readInitials(_ text: TokenizedText) {
    for index in 0..<text.count
    where text[index].flags.contains(.capitalized) && !text[index].flags.contains(.upperCase) {
      var word = Letters()
      word.append(text[index].letters[0])
      var isName = false
      for next in index + 1..<min(index + 6, text.count) {
        let token = text[next]
        guard token.isWord, !token.letters.isFunctionWord else { continue }
        word.append(token.letters[0])
        if token.flags.contains(.capitalized) { isName = true }
        if isName || word.count > 2 && text.isCapitalizedInside(index) { initials.insert(word) }
      }
    }
  }
}

extension TokenizedText {
  /// Whether words from `start` on spell an abbreviation by their first letters.
  fileprivate func initials(from start: Int, to end: Int, spell letters: Letters) -> Bool {
    var (position, count) = (start, 0)
    while position < end, count < letters.count {
      let token = self[position]
      position += 1
      guard token.isWord else {
        if token.isEnd || token.kind == .semicolon { return false }
        continue
      }
      if token.letters[0] == letters[count] {
        count += 1
      } else if !token.letters.isFunctionWord || token.letters[0] == letters[count] {
        return false
      }
    }
    return count == letters.count
  }
}

/// A narrower kind of a defined term that nobody defined: «внешних и внутренних клиентов» beside «клиент».
private enum NarrowerTerm {
  static func report(_ read: ReadAct, _ report: inout Report) {
    let terms = read.terms.filter { $0.definition.form == .term && $0.stems.count == 1 }
    guard !terms.isEmpty else { return }
    let byStem = Dictionary(
      terms.compactMap { term in term.stems.first.map { ($0, term) } },
      uniquingKeysWith: { first, _ in first })
    var told: Set<[Letters]> = []
    var explained: Set<[Letters]> = []
    for document in read.documents {
      for text in document.texts { explain(text, byStem, &explained) }
    }
    for document in read.documents {
      for (index, text) in document.texts.enumerated() where document.passages[index].isNorm {
        for place in 3..<max(3, text.count) {
          guard let noun = text[place].isWord ? byStem[text[place].letters.stem] : nil,
            text[place - 2].is("и") || text[place - 2].is("или"),
            let left = side(text[place - 3]), let right = side(text[place - 1]),
            left.pair == right.pair, left.isFirst != right.isFirst
          else { continue }
          let key = [text[place - 1].letters.stem] + noun.stems
          guard !explained.contains(key), told.insert(key).inserted else { continue }
          let span = text.span(place - 1..<place + 1)
          report(
            document.path, at: document.passages[index].place(of: span),
            .narrower(text.text(span), noun.definition.term),
            places: [read.place(of: noun, .general)])
        }
      }
    }
  }

  /// «К внутренним клиентам относятся …», «внутренний клиент – …».
  private static func explain(
    _ text: TokenizedText, _ terms: [Letters: DefinedTerm], _ explained: inout Set<[Letters]>
  ) {
    for index in 1..<max(1, text.count) {
      guard side(text[index - 1]) != nil, text[index].isWord,
        let noun = terms[text[index].letters.stem]
      else { continue }
      let next = text[index + 1]
      if next.has(stem: "относ") || next.isDash || next.is("это") || next.has(stem: "явля") {
        explained.insert([text[index - 1].letters.stem] + noun.stems)
      }
    }
  }

  /// Adjectives that part a kind in two.
  private static func side(_ token: Token) -> (pair: Int, isFirst: Bool)? {
    for (index, pair) in pairs.enumerated() {
      if token.letters.hasPrefix(pair.0) { return (index, true) }
      if token.letters.hasPrefix(pair.1) { return (index, false) }
    }
    return nil
  }

  private static let pairs: [(Letters, Letters)] = [
    ("внешн", "внутрен"), ("прям", "косвен"), ("основн", "дополнительн"), ("первичн", "вторичн"),
    ("постоянн", "временн"), ("общ", "специальн"),
  ]
}

extension Text {
  fileprivate static func undefined(_ name: String) -> Text {
    Text(
      ru: "Сокращение «\(name)» нигде не раскрыто", en: "«\(name)» is nowhere opened")
  }

  fileprivate static func narrower(_ name: String, _ term: String) -> Text {
    Text(
      ru: "«\(name)» не определено: определён только термин «\(term)»",
      en: "«\(name)» is not defined: only the term «\(term)» is")
  }

  fileprivate static let alsoHere = Text(ru: "и здесь", en: "here as well")
  fileprivate static let general = Text(ru: "общий термин", en: "the general term")
  fileprivate static let open = Text(
    ru:
      "При первом употреблении – полное имя и «(далее – …)»; известное всем слово – в «слова» acta.yml",
    en: "Give the full name and «(далее – …)» at the first use, or list the word in acta.yml")
}
