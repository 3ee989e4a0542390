package import ActaDiagnostics
package import ActaModel

/// An office of a collegial body where a sentence names it: «председателю комиссии», «секретарь:».
package struct RoleMention: Sendable, Hashable {
  package var office: Role.Office
  /// In the nominative: «руководитель», «ответственный секретарь».
  package var title: String
  /// The words of the title and of the body behind it.
  package var span: Span
  /// The noun of the body behind the title; `nil` where the title stands alone.
  package var noun: Letters?
  /// The adjectives in front of that noun.
  package var adjectives: [Letters] = []
  /// More than one holder is meant: «заместители», «двух секретарей».
  package var isPlural: Bool
  /// Opens a sentence in the nominative: what follows are the holder's functions.
  package var isSubject: Bool
  /// The sentence says that the holder is chosen, appointed or stands outside the body: a roster need not name one.
  package var isFilledOtherwise: Bool
  /// Whom the sentence puts in the office: «назначить председателем комиссии Иванова И.И.».
  package var person: Spanned<PersonMention>?
}

/// What the words of a document say of bodies beside the statements of its sentences.
package struct BodyWords: Sendable {
  /// In a regulation and an order; spans in the source.
  package var roles: [RoleMention] = []
  /// Offices that the text names in a way that doesn't tell whose they are.
  package var looseOffices: Set<Role.Office> = []
  /// Names that say what the body is for, or that the sentence founds.
  package var names: [BodyName] = []
  /// The first sentence that says how meetings are held, up to its verb.
  package var meeting: Span?
  /// The first sentence that says how decisions are taken, up to its verb.
  package var decision: Span?
  /// Where the secretary is said to have no vote.
  package var voicelessSecretary: Span?
  /// Decisions are taken by consent or by one person alone.
  package var isByConsent = false

  package init() {}
}

extension BodyWords {
  /// Takes in a passage; `hasRoles` where offices matter.
  mutating func read(_ passage: Passage, _ text: TokenizedText, hasRoles: Bool) {
    for name in BodyNameReader(text).names() where !name.purpose.isEmpty || name.isFounding {
      guard let span = passage.place(of: name.span) else { continue }
      var name = name
      name.span = span
      names.append(name)
    }
    guard hasRoles else { return }
    var persons = passage.persons[...]
    for range in BodySentence.ranges(in: text) {
      let reader = RoleSentence(text: text, range: range)
      let end = text.span(range).end
      let inside = persons.prefix { $0.span.start < end }
      persons = persons.dropFirst(inside.count)
      for var role in reader.roles() {
        guard let span = passage.place(of: role.span) else { continue }
        role.person = reader.person(of: role, among: inside).flatMap { person in
          passage.place(of: person.span).map { Spanned(person, $0) }
        }
        role.span = span
        roles.append(role)
      }
      looseOffices.formUnion(reader.looseOffices)
      if meeting == nil { meeting = reader.meeting.flatMap { passage.place(of: $0) } }
      if decision == nil { decision = reader.decision.flatMap { passage.place(of: $0) } }
      if voicelessSecretary == nil {
        voicelessSecretary = reader.voicelessSecretary.flatMap { passage.place(of: $0) }
      }
      if reader.isByConsent { isByConsent = true }
    }
  }
}

/// Offices and the like in one sentence.
private struct RoleSentence {
  let text: TokenizedText
  let range: Range<Int>

  private func token(_ index: Int) -> Token { range.contains(index) ? text[index] : text[-1] }

  func roles() -> [RoleMention] {
    var roles: [RoleMention] = []
    var isFilledOtherwise: Bool?
    var index = range.lowerBound
    while index < range.upperBound {
      guard let word = RoleWord.lexicon[text[index]], var role = role(word, at: index) else {
        index += 1
        continue
      }
      if role.mention.office != .member {
        let filled = isFilledOtherwise ?? self.isFilledOtherwise
        isFilledOtherwise = filled
        role.mention.isFilledOtherwise = filled
      }
      roles.append(role.mention)
      index = max(role.next, index + 1)
    }
    return roles
  }

  /// Every office whose word stands in the sentence.
  var looseOffices: Set<Role.Office> {
    Set(range.compactMap { RoleWord.lexicon[text[$0]]?.office })
  }

  private func role(_ word: RoleWord, at index: Int) -> (mention: RoleMention, next: Int)? {
    // «вице-президент», «пресс-секретарь» are posts.
    if token(index - 1).isDash, token(index).isGlued { return nil }
    var start = index
    var title = word.title
    var next = index + 1
    if word.office == .deputy {
      guard let chair = RoleWord.lexicon[token(next)], chair.office == .chair,
        token(next).letters.isGenitiveForm
      else { return nil }
      title = "заместитель \(chair.genitive)"
      next += 1
      if token(index - 1).has(stem: "перв") {
        title = "первый " + title
        start -= 1
      }
    }
    if word.office == .secretary, let adjective = Self.adjectives[token(index - 1)] {
      title = adjective + " секретарь"
      start -= 1
    }
    // «первый заместитель» is taken from «заместитель»; a «начальник управления» heads no body.
    var noun: Letters?
    var adjectives: [Letters] = []
    var end = next
    for position in next..<next + 5 {
      let token = token(position)
      if BodyNameReader.isNoun(token) {
        noun = token.letters
        end = position + 1
        break
      }
      guard token.isWord, token.isAdjective || token.letters.ends(in: "ей") else { break }
      adjectives.append(token.letters)
    }
    if noun == nil {
      guard stands(alone: next) else { return nil }
      adjectives = []
    }
    let letters = text[index].letters
    let before = text.cardinal(at: start - 1)
    let isPlural =
      letters.ends(in: "ей") || letters.ends(in: "и") || letters.ends(in: "ями")
      || letters.ends(in: "ям") || letters.ends(in: "ях") || letters.ends(in: "ы")
      || letters.ends(in: "ов") || (before.map { $0.next == start && $0.value > 1 } ?? false)
    let isNominative = letters.ends(in: "ь") || word.isHard && letters.count == word.stem
    let mention = RoleMention(
      office: word.office, title: title, span: text.span(start..<end), noun: noun,
      adjectives: adjectives, isPlural: isPlural,
      isSubject: start == range.lowerBound && (isNominative || letters.ends(in: "и")),
      isFilledOtherwise: false, person: nil)
    return (mention, end)
  }

  /// Whether nothing follows a title that could say whose it is: «председатель Правительства» is another's.
  private func stands(alone next: Int) -> Bool {
    let token = token(next)
    guard token.isWord else { return true }
    if Self.small[token] != nil { return true }
    let word = token.letters
    return word.ends(in: "ет") || word.ends(in: "ит") || word.ends(in: "тся")
      || word.ends(in: "ют") || word.ends(in: "ат") || word.ends(in: "ят")
  }

  private static let small = Lexicon<Bool>([
    .word("и", true), .word("или", true), .word("либо", true), .word("а", true), .word("на", true),
    .word("в", true), .word("во", true), .word("по", true), .word("с", true), .word("при", true),
    .word("его", true), .word("не", true), .word("имеет", true), .word("вправе", true),
    .word("обязан", true), .word("для", true), .word("также", true),
  ])

  private static let adjectives = Lexicon<String>([
    .form("ответственн", .adjective, "ответственный"),
    .form("исполнительн", .adjective, "исполнительный"),
    .form("техническ", .adjective, "технический"),
  ])

  /// «избирается», «назначается из числа», «функции секретаря осуществляет», «не является членом».
  private var isFilledOtherwise: Bool {
    for index in range {
      let word = text[index]
      guard word.isWord else { continue }
      if word.has(stem: "избира") || word.has(stem: "избран") { return true }
      if word.has(stem: "назнача") || word.has(stem: "определя") || word.has(stem: "утвержда"),
        word.letters.ends(in: "тся") || word.letters.ends(in: "мый")
          || word.letters.ends(in: "мая") || word.letters.ends(in: "мого")
      {
        return true
      }
      if word.is("не"), token(index + 1).has(stem: "явля") || token(index + 1).has(stem: "вход") {
        return true
      }
      if word.has(stem: "функци") || word.has(stem: "обязанност"),
        RoleWord.lexicon[token(index + 1)]?.office == .secretary, !hasAbsence
      {
        return true
      }
    }
    return false
  }

  private var hasAbsence: Bool { range.contains { text[$0].has(stem: "отсутств") } }

  /// The person whom the sentence puts in an office that stands in the instrumental.
  func person(of role: RoleMention, among inside: ArraySlice<PersonMention>)
    -> PersonMention?
  {
    guard !inside.isEmpty, !role.isPlural, !isDismissal else { return nil }
    // «секретарю комиссии Ивановой А.И.»: whatever the case, the two are one.
    if let next = inside.first(where: { $0.span.start >= role.span.end }),
      next.span.start - role.span.end <= 2
    {
      return next
    }
    let head = text[text.index(atOrAfter: role.span.start)].letters
    let first = text[text.index(atOrAfter: role.span.start) + 1].letters
    guard head.hasSuffix("ем") || head.hasSuffix("ом") || first.hasSuffix("ем") else { return nil }
    if inside.count == 1, let only = inside.first {
      let gap = only.span.start - role.span.end
      return gap < 0 || gap < 300 ? only : nil
    }
    return inside.first { $0.span.start >= role.span.end && $0.span.start - role.span.end < 160 }
  }

  /// «вывести из состава секретаря комиссии Иванова И.И.»: the office is no longer theirs.
  private var isDismissal: Bool {
    range.contains {
      text[$0].has(stem: "вывест") || text[$0].has(stem: "исключ") || text[$0].has(stem: "освобод")
    }
  }

  /// «Заседания комиссии проводятся …», up to the verb.
  var meeting: Span? {
    statement(of: "заседани", by: ["провод", "созыва", "собира", "назнача"])
  }

  /// «Решения комиссии принимаются …», up to the verb.
  var decision: Span? { statement(of: "решени", by: ["принима"]) }

  private func statement(of subject: StaticString, by verbs: [StaticString]) -> Span? {
    guard let noun = range.first(where: { text[$0].has(stem: subject) }) else { return nil }
    let verb = range.first { index in
      text[index].letters.ends(in: "ся") && verbs.contains { text[index].has(stem: $0) }
    }
    guard let verb, abs(verb - noun) < 14 else { return nil }
    let start = min(noun, verb)
    return text.span(start..<max(noun, verb) + 1)
  }

  /// «секретарь комиссии не имеет права голоса», «секретарь в голосовании не участвует».
  var voicelessSecretary: Span? {
    guard let secretary = range.first(where: { text[$0].has(stem: "секретар") }) else { return nil }
    for index in range where text[index].has(stem: "голос") && index > secretary {
      let isRight = (index - 3..<index).contains { token($0).has(stem: "прав") }
      let isVoting = text[index].has(stem: "голосовани")
      guard isRight || isVoting, index - secretary < 30 else { continue }
      let isDenied = (index - 6..<index + 4).contains {
        token($0).is("не")
          && (token($0 + 1).has(stem: "име") || token($0 + 1).has(stem: "облада")
            || token($0 + 1).has(stem: "участв") || token($0 + 1).has(stem: "принима"))
          || token($0).is("без") && isRight
      }
      if isDenied { return text.span(secretary..<index + 1) }
    }
    return nil
  }

  var isByConsent: Bool {
    range.contains { text[$0].has(stem: "консенсус") || text[$0].has(stem: "единоличн") }
  }
}

/// A word for an office.
private struct RoleWord {
  var office: Role.Office
  var title: String
  var genitive: String
  var stem: Int
  var isHard: Bool

  static let lexicon = Lexicon<RoleWord>([
    soft("председател", .chair, "председатель", "председателя"),
    soft("сопредседател", .chair, "сопредседатель", "сопредседателя"),
    soft("руководител", .chair, "руководитель", "руководителя"),
    hard("начальник", .chair, "начальник", "начальника"),
    hard("координатор", .chair, "координатор", "координатора"),
    soft("заместител", .deputy, "заместитель", ""), soft("секретар", .secretary, "секретарь", ""),
    hard("член", .member, "член", ""),
  ])

  private static func soft(
    _ stem: StaticString, _ office: Role.Office, _ title: String, _ genitive: String
  ) -> Lexicon<RoleWord>.Entry {
    .form(
      stem, .softMasculine,
      RoleWord(office: office, title: title, genitive: genitive, stem: 0, isHard: false))
  }

  private static func hard(
    _ stem: StaticString, _ office: Role.Office, _ title: String, _ genitive: String
  ) -> Lexicon<RoleWord>.Entry {
    .form(
      stem, .masculine,
      RoleWord(
        office: office, title: title, genitive: genitive, stem: Letters(stem).count, isHard: true))
  }
}

extension Letters {
  /// «председателя», «начальника», «руководителей».
  fileprivate var isGenitiveForm: Bool { hasSuffix("я") || hasSuffix("а") || hasSuffix("ей") }
}
