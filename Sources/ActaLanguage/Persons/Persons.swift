package import ActaDiagnostics
package import ActaModel

/// Persons named in a text: who, in which case, in which post.
package enum Persons {
  /// Every mention of a person in running text, in its order.
  package static func mentions(in text: TokenizedText) -> [PersonMention] {
    let names = NameFinder(text: text).all()
    guard !names.isEmpty else { return [] }
    return MentionReader(text: text, names: names, roster: nil).all().map(\.mention)
  }

  /// How a phrase that names a person reads beside the name in a roster; `nil` where it names nobody.
  package static func reading(of text: TokenizedText, rosterName: String) -> PersonReading? {
    guard let roster = RosterName(TokenizedText(rosterName)) else { return nil }
    var names = NameFinder(text: text, wanted: roster.found.surname).all()
    if !names.contains(where: { isAkin($0, roster) }), let lone = loneSurname(in: text, roster) {
      names = (names + [lone]).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    let mentions = MentionReader(text: text, names: names, roster: roster).all()
    let best = mentions.enumerated().max {
      ($0.element.likeness, -$0.offset) < ($1.element.likeness, -$1.offset)
    }
    return best.map { _, read in
      PersonReading(
        isSame: read.isSame, mention: read.mention, hasSexMismatch: roster.hasSexMismatch)
    }
  }

  /// The JSON of a phrase's reading beside a roster's name, or of all its mentions where no name is given.
  package static func reading(of text: String, rosterName: String?) -> JSON {
    let text = TokenizedText(text)
    guard let rosterName else {
      return .members(["mentions": .array(mentions(in: text).map { $0.json(withSpan: true) })])
    }
    // A phrase that names nobody cannot be of that person; it stands in no case.
    return reading(of: text, rosterName: rosterName)?.json ?? .members(["same": false])
  }

  /// Whether a mention read from a text can be of the person that a roster names.
  package static func isSame(_ mention: PersonMention, as name: PersonName) -> Bool {
    let listed = [name.surname, name.given, name.patronymic].compactMap { $0 }
    let stated = [mention.surname, mention.given, mention.patronymic].compactMap { $0 }
    guard let roster = RosterName(TokenizedText(listed.joined(separator: " "))),
      let found = NameFinder(
        text: TokenizedText(stated.joined(separator: " ")), wanted: roster.found.surname,
        isAlone: true
      ).all().first
    else { return false }
    return roster.matches(found, in: CaseSet(mention.case))
  }

  /// Whether a roster's given name, patronymic and surname are of different sexes.
  package static func hasSexMismatch(_ name: PersonName) -> Bool {
    let parts = [name.surname, name.given, name.patronymic].compactMap { $0 }
    return RosterName(TokenizedText(parts.joined(separator: " ")))?.hasSexMismatch ?? false
  }

  private static func isAkin(_ name: FoundName, _ roster: RosterName) -> Bool {
    guard let stated = name.surname.last, let listed = roster.found.surname.last else {
      return false
    }
    return SurnameShape.isAkin(stated, listed)
  }

  /// A surname without initials, which its likeness with the roster's gives away.
  private static func loneSurname(in text: TokenizedText, _ roster: RosterName) -> FoundName? {
    guard let listed = roster.found.surname.first else { return nil }
    for index in 0..<text.count
    where text[index].isWord && text[index].flags.contains(.capitalized)
      && SurnameShape.isAkin(text[index].letters, listed)
    {
      var end = index + 1
      while text[end].isDash, text[end].isGlued, text[end + 1].isGlued, text[end + 1].isWord,
        end - index < 6
      {
        end += 2
      }
      var name = FoundName()
      name.surnameTokens = index..<end
      name.surname = (index..<end).map { text[$0] }.filter(\.isWord).map(\.letters)
      name.tokens = index..<end
      return name
    }
    return nil
  }
}

extension PersonReading {
  /// Members `same`, `case`, and where there are any `post` and `warn`.
  package var json: JSON {
    .members([
      "same": .bool(isSame), "case": .string(mention.case.rawValue),
      "post": mention.post.map { .string($0) },
      "warn": hasSexMismatch ? "sex-mismatch" : nil,
    ])
  }
}

extension PersonMention {
  /// Members `surname`, `given`, `patronymic`, `case`, `sex` and `post`, absent ones left out.
  package var json: JSON { json(withSpan: false) }

  /// The same with `start` and `end`, byte offsets of the name.
  package func json(withSpan: Bool) -> JSON {
    .members([
      "surname": surname.isEmpty ? nil : .string(surname), "given": given.map { .string($0) },
      "patronymic": patronymic.map { .string($0) }, "case": .string(`case`.rawValue),
      "sex": sex.map { .string($0.rawValue) }, "post": post.map { .string($0) },
      "start": withSpan ? .number(span.start) : nil,
      "end": withSpan ? .number(span.end) : nil,
    ])
  }
}

/// Reads the names found in a text: case, sex and post of each.
private struct MentionReader {
  struct Read {
    var mention: PersonMention
    var isSame = false
    /// How much the name is like the roster's.
    var likeness = 0.0
  }

  let words: WordTable
  let names: [FoundName]
  let roster: RosterName?
  private var text: TokenizedText { words.text }

  init(text: TokenizedText, names: [FoundName], roster: RosterName?) {
    words = WordTable(text)
    self.names = names
    self.roster = roster
  }

  func all() -> [Read] {
    var read: [Read] = []
    var earlier: (tokens: Range<Int>, case: CaseSet)?
    for (index, name) in names.enumerated() {
      let next = index + 1 < names.count ? names[index + 1].tokens.lowerBound : text.count
      let (mention, phrase) = mention(name, earlier, next: next)
      let grammaticalCase = CaseSet(mention.case)
      earlier = (phrase, grammaticalCase)
      read.append(
        Read(
          mention: mention, isSame: roster?.matches(name, in: grammaticalCase) ?? false,
          likeness: likeness(name)))
    }
    return read
  }

  /// A mention and the tokens of it and its post.
  private func mention(
    _ name: FoundName, _ earlier: (tokens: Range<Int>, case: CaseSet)?, next: Int
  ) -> (PersonMention, Range<Int>) {
    let form = NameForm(name)
    let finder = PostFinder(words)
    var phrase = name.tokens
    var post: FoundPost?
    var best = choose(name, form, name.tokens, earlier, among: .all)
    if let before = finder.post(
      endingAt: name.tokens.lowerBound, after: earlier?.tokens.upperBound ?? 0)
    {
      let whole = before.tokens.lowerBound..<name.tokens.upperBound
      let agreed = choose(name, form, whole, earlier, among: before.cases)
      if let agreed, !isNoApposition(before, agreed, otherwise: best) {
        (post, best, phrase) = (before, agreed, whole)
      }
    }
    if post == nil,
      let behind = finder.post(
        behind: name.tokens.upperBound, agreeingWith: form.plain.union(form.undeclined)),
      behind.tokens.upperBound <= next,
      let agreed = choose(name, form, name.tokens, earlier, among: behind.cases)
    {
      (post, best) = (behind, agreed)
      phrase = name.tokens.lowerBound..<behind.tokens.upperBound
    }
    let grammaticalCase = best ?? .nom
    let sexes = form.sexes(in: grammaticalCase)
    let mention = PersonMention(
      surname: text.text(name.surnameTokens),
      given: name.given == nil ? nil : text.text(name.givenTokens),
      patronymic: name.patronymic == nil ? nil : text.text(name.patronymicTokens),
      case: grammaticalCase.single ?? .nominative,
      sex: sexes == .male ? .male : sexes == .female ? .female : nil,
      post: post.map { finder.nominative($0, case: grammaticalCase) },
      span: text.span(name.tokens))
    return (mention, phrase)
  }

  /// The case that form and context speak for most; `nil` where none of those asked for is possible.
  private func choose(
    _ name: FoundName, _ form: NameForm, _ phrase: Range<Int>,
    _ earlier: (tokens: Range<Int>, case: CaseSet)?, among cases: CaseSet
  ) -> CaseSet? {
    let context = CaseContext(words).scores(phrase, earlier: earlier)
    var best: (case: CaseSet, score: Double)?
    for grammaticalCase in CaseSet.each where cases.contains(grammaticalCase) {
      var score = context[grammaticalCase]
      if !form.plain.contains(grammaticalCase) {
        guard form.undeclined.contains(grammaticalCase) else { continue }
        score -= form.doubtOfUndeclined
      }
      if form.sexes(in: grammaticalCase).isEmpty { score -= 3 }
      if roster?.matches(name, in: grammaticalCase) ?? false { score += 0.6 }
      if best.map({ score > $0.score }) ?? true { best = (grammaticalCase, score) }
    }
    return best?.case
  }

  /// Whether a post beside a name belongs to something else: «на должность начальника отдела X», «избрать
  /// секретарем X».
  private func isNoApposition(
    _ post: FoundPost, _ grammaticalCase: CaseSet, otherwise: CaseSet?
  ) -> Bool {
    let before = text[post.tokens.lowerBound - 1]
    if grammaticalCase == .gen || grammaticalCase == .acc {
      if Offices.held[before] != nil { return true }
      if Offices.carried[before] != nil, otherwise == .dat { return true }
    }
    return grammaticalCase == .ins
      && CaseContext(words).isPredicate(before: post.tokens.lowerBound)
  }

  private func likeness(_ name: FoundName) -> Double {
    guard let roster, let listed = roster.found.surname.last else { return 0 }
    var likeness = 0.0
    if let stated = name.surname.last {
      likeness += SurnameShape.isAkin(stated, listed) ? 4 : 0
      likeness += Double(stated.commonPrefix(listed)) / 10
    }
    for (stated, listed) in [
      (name.given, roster.found.given), (name.patronymic, roster.found.patronymic),
    ] {
      if let stated, let listed, stated.letters.prefix(1) == listed.letters.prefix(1) {
        likeness += 1
      }
    }
    return likeness
  }
}
