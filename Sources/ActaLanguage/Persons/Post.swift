import ActaDiagnostics

/// A post beside a name: its words, and its head word by which it agrees with the name.
struct FoundPost: Sendable {
  var tokens: Range<Int>
  /// Cases in which all its declining words can stand.
  var cases: CaseSet
  /// What stands in the nominative: tokens in order, each with its new ending.
  var changes: [(token: Int, change: Nominative)]
}

/// How a word is brought to the nominative: so many letters off, others put on.
struct Nominative: Sendable, Hashable {
  var cut: Int
  var ending: Letters
}

/// Finds the post that stands before a name, or behind it.
struct PostFinder {
  let words: WordTable
  private var text: TokenizedText { words.text }

  init(_ words: WordTable) { self.words = words }

  // MARK: Before a name

  /// The post whose last word stands directly in front of a token.
  func post(endingAt end: Int, after free: Int, depth: Int = 0) -> FoundPost? {
    // «Ответственный исполнитель – X» says who X is, and is no apposition.
    guard !text[end - 1].isDash || text[end - 1].isGlued else { return nil }
    guard var start = nearestHead(before: end, free) else { return nil }
    guard let head = words.post(start) else { return nil }
    var cases = head.cases
    var changes = [(token: start, change: Nominative(cut: head.cut, ending: head.nominative))]
    compound(at: start, free, &start, &changes)
    adjectives(before: &start, free, head: head, &cases, &changes)
    // «заместителя | начальника управления».
    while let outer = outerHead(of: start, free), let head = words.post(outer) {
      cases = head.cases
      start = outer
      changes = [(start, Nominative(cut: head.cut, ending: head.nominative))]
      compound(at: start, free, &start, &changes)
      adjectives(before: &start, free, head: head, &cases, &changes)
    }
    acting(before: &start, free, &cases, &changes)
    // «начальника отдела – | главного бухгалтера»: two posts of one person.
    if depth < 3, text[start - 1].isDash, text[start - 1].gap != .glued, text[start].gap != .glued,
      let other = post(endingAt: start - 1, after: free, depth: depth + 1),
      !other.cases.isDisjoint(with: cases)
    {
      cases.formIntersection(other.cases)
      start = other.tokens.lowerBound
      changes += other.changes
    }
    guard !cases.isEmpty else { return nil }
    return FoundPost(
      tokens: start..<end, cases: cases, changes: changes.sorted { $0.token < $1.token })
  }

  /// The head that the words in front of a name belong to.
  private func nearestHead(before end: Int, _ free: Int) -> Int? {
    var index = end - 1
    var quotes = 0
    // Words between head and name: «начальника | отдела по работе с обращениями граждан № 5».
    while index >= free, end - index < 40 {
      let token = text[index]
      switch token.kind {
      case .word:
        if quotes == 0, words.post(index) != nil, !isInsideCompound(index) {
          return belongs(index + 1..<end, to: token.letters) ? index : nil
        }
        if quotes == 0, words.verb(index)?.voice == .infinitive { return nil }
        if index == end - 1, case .preposition? = words.grammar(index) { return nil }
      case .number, .numberSign, .dash: break
      case .closingQuote: quotes += 1
      case .openingQuote: quotes = max(0, quotes - 1)
      case .straightQuote: quotes = quotes == 0 ? 1 : 0
      // «отдела транспорта, связи и дорожного хозяйства».
      case .comma where joinsGenitives(index): break
      case .period where isAbbreviation(index - 1): break
      default: return nil
      }
      index -= 1
    }
    return nil
  }

  /// Whether the words behind a head can belong to it: genitives, what a preposition brings, names in quotes.
  private func belongs(_ range: Range<Int>, to head: Letters) -> Bool {
    // «заведующий кафедрой», «управляющий делами».
    let takesInstrumental =
      head.hasPrefix("заведующ" as Letters) || head.hasPrefix("управляющ" as Letters)
      || head.hasPrefix("командующ" as Letters) || head.hasPrefix("руководящ" as Letters)
    var quotes = 0
    var isFree = false
    for index in range {
      let token = text[index]
      switch token.kind {
      case .openingQuote: quotes += 1
      case .closingQuote: quotes -= 1
      case .straightQuote: quotes = quotes == 0 ? 1 : 0
      case .word where quotes == 0:
        if case .preposition? = words.grammar(index) { isFree = true }
        switch words.verb(index)?.voice {
        case .infinitive?, .passive?, .reflexive?: return false
        default: break
        }
        if isFree || token.flags.contains(.capitalized) { continue }
        if !Self.canBeGenitive(token.letters) && !takesInstrumental { return false }
      default: break
      }
    }
    return true
  }

  static func canBeGenitive(_ letters: Letters) -> Bool {
    let last = letters.last
    if last == Letter.а || last == Letter.я || last == Letter.и || last == Letter.ы
      || last == Letter.й
    {
      return true
    }
    if letters.ends(in: "ого") || letters.ends(in: "его") { return true }
    if Stem.isVowel(last) || last == Letter.ь { return false }
    return !["ом", "ем", "ым", "им", "ам", "ям"].contains { letters.hasSuffix($0) }
      || letters.count < 4
  }

  /// A head in front of a post, to which the whole post belongs.
  private func outerHead(of start: Int, _ free: Int) -> Int? {
    guard start > free, text[start - 1].isWord else { return nil }
    if words.post(start - 1) != nil, !isInsideCompound(start - 1) { return start - 1 }
    // «руководителя аппарата | Уполномоченного по правам человека».
    return Offices.served[text[start - 1].letters] == nil ? nil : nearestHead(before: start, free)
  }

  /// «врача-терапевта», «вице-губернатору»: all parts of a hyphenated head.
  private func compound(
    at index: Int, _ free: Int, _ start: inout Int,
    _ changes: inout [(token: Int, change: Nominative)]
  ) {
    var index = index
    while index - 2 >= free, text[index].isGlued, text[index - 1].isDash, text[index - 1].isGlued,
      text[index - 2].isWord
    {
      index -= 2
      if let head = words.post(index) {
        changes.append((index, Nominative(cut: head.cut, ending: head.nominative)))
      }
    }
    start = min(start, index)
  }

  private func adjectives(
    before start: inout Int, _ free: Int, head: PostHead, _ cases: inout CaseSet,
    _ changes: inout [(token: Int, change: Nominative)]
  ) {
    while start > free, text[start - 1].isWord, text[start].gap != .glued,
      let adjective = words.adjective(start - 1),
      !adjective.cases.isDisjoint(with: cases), words.verb(start - 1)?.voice != .active
    {
      cases.formIntersection(adjective.cases)
      start -= 1
      changes.append((start, Nominative(cut: adjective.cut, ending: adjective.nominative)))
    }
  }

  /// «врио», «и.о.», «исполняющего обязанности» in front of a post in the genitive.
  private func acting(
    before start: inout Int, _ free: Int, _ cases: inout CaseSet,
    _ changes: inout [(token: Int, change: Nominative)]
  ) {
    guard start > free, cases.contains(.gen) else { return }
    let before = text[start - 1]
    if before.is("врио") || before.is("ио") {
      start -= 1
      cases = .all
      changes = []
    } else if before.kind == .period, start - 4 >= free, text[start - 2].is("о"),
      text[start - 4].is("и")
    {
      start -= 4
      if start - 2 >= free, text[start - 1].kind == .period, text[start - 2].is("вр") { start -= 2 }
      cases = .all
      changes = []
    } else if before.has(stem: "обязанност"), start - 2 >= free,
      let head = words.post(start - 2), text[start - 2].has(stem: "исполняющ")
    {
      start -= 2
      cases = head.cases
      changes = [(start, Nominative(cut: head.cut, ending: head.nominative))]
      if start > free, text[start - 1].is("временно") { start -= 1 }
    }
  }

  /// Whether a word is a part of a hyphenated word behind its first.
  private func isInsideCompound(_ index: Int) -> Bool {
    text[index + 1].isDash && text[index + 1].isGlued && text[index + 2].isGlued
      && text[index + 2].isWord
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    text[index].isWord && text[index].letters.count < 4
  }

  /// Whether a comma parts words of one list in the genitive: «и» follows before the next mark.
  private func joinsGenitives(_ comma: Int) -> Bool {
    guard text[comma + 1].isWord, !text[comma + 1].flags.contains(.capitalized),
      words.post(comma + 1) == nil, words.grammar(comma + 1) == nil,
      words.verb(comma + 1) == nil
    else { return false }
    for index in comma + 1..<comma + 7 {
      let token = text[index]
      if token.is("и") { return true }
      guard token.isWord else {
        return token.kind == .comma && index > comma + 1 && joinsGenitives(index, depth: 1)
      }
    }
    return false
  }

  private func joinsGenitives(_ comma: Int, depth: Int) -> Bool {
    for index in comma + 1..<comma + 7 {
      let token = text[index]
      if token.is("и") { return true }
      guard token.isWord else {
        return token.kind == .comma && depth < 4 && joinsGenitives(index, depth: depth + 1)
      }
    }
    return false
  }

  // MARK: Behind a name

  /// The post that follows a name behind a comma, a dash or in brackets, in one of some cases.
  func post(behind index: Int, agreeingWith cases: CaseSet) -> FoundPost? {
    let mark = text[index]
    guard mark.kind == .comma || mark.isDash || mark.kind == .openingBracket else { return nil }
    guard let (head, first) = firstHead(from: index + 1), let found = words.post(head)
    else { return nil }
    var agreed = found.cases
    var changes: [(token: Int, change: Nominative)] = []
    for adjective in first..<head where text[adjective].isWord {
      guard let word = words.adjective(adjective) else { continue }
      agreed.formIntersection(word.cases)
      changes.append((adjective, Nominative(cut: word.cut, ending: word.nominative)))
    }
    changes.append((head, Nominative(cut: found.cut, ending: found.nominative)))
    var next = head + 1
    while text[next].isDash, text[next].isGlued, text[next + 1].isGlued,
      let part = words.post(next + 1)
    {
      changes.append((next + 1, Nominative(cut: part.cut, ending: part.nominative)))
      next += 2
    }
    // Behind a dash or in brackets a nominative stands beside any case, as in a roster.
    let isLoose = mark.kind != .comma
    if found.cases == .all, head == first { agreed = .all }
    let fits = agreed.intersection(cases)
    if fits.isEmpty {
      guard isLoose, agreed.contains(.nom) else { return nil }
    }
    let end = endOfPost(from: next, opening: mark)
    return FoundPost(
      tokens: first..<end, cases: fits.isEmpty ? cases : fits,
      changes: fits.isEmpty || found.cases == .all ? [] : changes)
  }

  /// The head of a post that begins here, adjectives before it.
  private func firstHead(from start: Int) -> (head: Int, first: Int)? {
    var index = start
    if text[index].is("врио") { return (index, start) }
    if text[index].is("временно") { index += 1 }
    while index - start < 4 {
      guard text[index].isWord else { return nil }
      if words.post(index) != nil {
        if isInsideCompound(index), words.post(index + 2) == nil { return nil }
        return (index, start)
      }
      if isInsideCompound(index) {
        index += 2
        continue
      }
      guard words.adjective(index) != nil else { return nil }
      index += 1
    }
    return nil
  }

  private func endOfPost(from start: Int, opening: Token) -> Int {
    var index = start
    var quotes = 0
    while index < text.count, index - start < 60 {
      let token = text[index]
      switch token.kind {
      case .openingQuote: quotes += 1
      case .closingQuote: quotes = max(0, quotes - 1)
      case .straightQuote: quotes = quotes == 0 ? 1 : 0
      case .comma where quotes == 0 && !joinsGenitives(index): return index
      case .semicolon, .colon, .openingBracket: if quotes == 0 { return index }
      case .closingBracket: return index
      case .period:
        if !(isAbbreviation(index - 1) && text[index + 1].isWord
          && !text[index + 1].flags.contains(.capitalized))
        {
          return index
        }
      case .dash where token.gap != .glued && text[index + 1].gap != .glued && opening.isDash:
        return index
      case .word where quotes == 0 && opening.isDash && words.verb(index)?.voice == .infinitive:
        return index
      default: break
      }
      index += 1
    }
    return index
  }

  // MARK: Nominative

  /// The post as written, with its declining words in the nominative.
  func nominative(_ post: FoundPost, case grammaticalCase: CaseSet) -> String {
    let span = text.span(post.tokens)
    guard grammaticalCase != .nom else { return Self.oneLine(text.bytes[span.bytes(in: text)]) }
    var out: [UInt8] = []
    var copied = span.start
    for (index, change) in post.changes {
      let token = text[index]
      // Letters of the ending are two bytes each, but for Latin look-alikes and marks inside the word.
      var end = token.end
      for _ in 0..<change.cut {
        end -= 1
        while end > token.start, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
      }
      guard copied <= token.start, end >= token.start else { continue }
      out += text.bytes[copied..<end]
      let isShouted = token.flags.contains(.upperCase) && token.letters.count > 1
      for letter in 0..<change.ending.count {
        out += Self.utf8(change.ending[letter], isCapital: isShouted)
      }
      copied = token.end
    }
    if copied < span.end { out += text.bytes[copied..<span.end] }
    return Self.oneLine(out[...])
  }

  /// Text without line breaks and doubled spaces; no-break spaces are spaces.
  private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).singleSpaced
  }

  private static func utf8(_ code: UInt8, isCapital: Bool) -> [UInt8] {
    let scalar = UInt32(isCapital ? 0x40F : 0x42F) + UInt32(code)
    return Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
  }
}

extension Span {
  fileprivate func bytes(in text: TokenizedText) -> Range<Int> {
    let start = min(max(self.start, 0), text.bytes.count)
    return start..<min(max(end, start), text.bytes.count)
  }
}
