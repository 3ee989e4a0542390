import ActaDiagnostics
import ActaModel

/// The offices that a body consists of, and what their holders are called.
extension BodySentence {
  func readComposition(into body: inout CollegialBody) {
    guard present.meets([.consists, .enter, .form, .roster]),
      present.meets([.chair, .deputy, .secretary, .member]), let cue = compositionCue
    else { return }
    var roles = roles(in: cue.behind)
    if roles.isEmpty { roles = self.roles(in: cue.before) }
    // «состоит из девяти членов» is a composition, «входят не менее трех членов Союза» is a share.
    guard Set(roles.map(\.value.office)).count > 1 || has(.consists),
      let first = roles.first?.span, let last = roles.last?.span
    else { return }
    body.compositions.append(Spanned(Composition(roles: chosen(roles)), first.joined(last)))
  }

  private struct Cue {
    var behind: Range<Int>
    var before: Range<Int>
  }

  /// The words that a list of offices hangs on: «состоит из», «в состав входят», «образуется в составе».
  private var compositionCue: Cue? {
    for index in range {
      let isCue =
        switch self[index] {
        case .consists: token(index + 1).is("из") || token(index + 1).is("в")
        case .enter:
          has(.roster) || token(index).has(stem: "включа") || token(index).has(stem: "вход")
        // «образуют состав»; of what is «образовано в составе …» the list hangs on the last word.
        case .form:
          token(index).letters.ends(in: "уют") || token(index).letters.ends(in: "ует")
            || isOfOffices(index)
        case .roster: isList(index)
        default: false
        }
      guard isCue else { continue }
      return Cue(
        behind: index + 1..<max(index + 1, end(of: index + 1)),
        before: clause(at: index).lowerBound..<index)
    }
    return nil
  }

  /// Whether offices are what a body is formed of: «формируется из председателя, …».
  private func isOfOffices(_ index: Int) -> Bool {
    tokens(index + 1, index + 6).contains { position in
      token(position).is("из")
        && contains([.chair, .deputy, .secretary], from: position + 1, to: position + 4)
        && self[position + 1] != .number
    }
  }

  /// «в составе председателя …», «Состав Комиссии: председатель …».
  private func isList(_ index: Int) -> Bool {
    if token(index).is("составе"), token(index - 1).is("в") || token(index - 2).is("в") {
      return [.chair, .deputy, .secretary].contains(self[index + 1])
        || token(index + 1).kind == .colon || token(index + 1).isAdjective
    }
    return contains([.other], from: index + 1, to: index + 2)
      && tokens(index + 1, index + 6).contains { token($0).kind == .colon || token($0).isDash }
  }

  /// Where a list of offices ends: at the next thought.
  private func end(of start: Int) -> Int {
    var index = start
    while index < range.upperBound {
      if token(index).kind == .semicolon, !token(start).isEnd, self[index + 1] == .other { break }
      if token(index).has(stem: "котор") { break }
      if [.decision, .appoint, .hold, .notify, .minutes, .allow].contains(self[index]) { break }
      if self[index] == .adopt, token(index).isReflexive { break }
      index += 1
    }
    return index
  }

  private func roles(in part: Range<Int>) -> [Spanned<Role>] {
    var roles: [Spanned<Role>] = []
    var chair: (head: Token, index: Int)?
    var index = part.lowerBound
    while index < part.upperBound {
      defer { index += 1 }
      switch self[index] {
      case .chair where isVice(index):
        let title = "вице-" + title(at: index).text
        roles.append(Spanned(Role(.deputy, title: title), span(index - 2, index + 1)))
      case .chair:
        if self[index - 1] == .deputy { continue }
        // «из числа …», «по представлению председателя» name no office of the list.
        if self[index - 1] == .number || self[index - 1] == .decision { continue }
        let title = title(at: index)
        roles.append(Spanned(Role(.chair, title: title.text), span(title.start, index + 1)))
        if chair == nil { chair = (token(index), index) }
      case .deputy:
        let (text, start, next) = deputyTitle(at: index, chair: chair?.head, in: part, &roles)
        roles.append(Spanned(Role(.deputy, title: text), span(start, next)))
        index = next - 1
      case .secretary:
        let title = title(at: index)
        roles.append(Spanned(Role(.secretary, title: title.text), span(title.start, index + 1)))
      case .member:
        let before = token(index - 1)
        if self[index - 1] == .number || before.is("из") && self[index - 2] != .consists {
          continue
        }
        if before.is("числа") || before.is("среди") { continue }
        roles.append(Spanned(Role(.member, title: "член"), span(index, index + 1)))
      default: continue
      }
    }
    if !roles.contains(where: { $0.value.office == .chair }), let head = unknownHead(part, roles) {
      roles.insert(head, at: 0)
    }
    return roles
  }

  /// Whether the chair's title is the second part of one like «вице-президент».
  func isVice(_ index: Int) -> Bool { token(index - 1).isDash && token(index - 2).is("вице") }

  /// A head by a title that is not in the table: the first of a list that goes on with other offices.
  private func unknownHead(_ part: Range<Int>, _ roles: [Spanned<Role>]) -> Spanned<Role>? {
    guard roles.contains(where: { $0.value.office != .member }) else { return nil }
    var index = part.lowerBound
    while index < part.lowerBound + 4,
      token(index).is("из") || token(index).kind == .colon || isTitleAdjective(index)
        || self[index] == .roster
    { index += 1 }
    let word = token(index)
    guard word.isWord, self[index] == .other, !word.isAdjective, word.letters.count > 4,
      word.isGenitive || word.letters.ends(in: "р") || word.letters.ends(in: "т"),
      tokens(index + 1, index + 5).contains(where: { token($0).kind == .comma || self[$0] == .and })
    else { return nil }
    let title = title(at: index)
    return Spanned(Role(.chair, title: title.text), span(title.start, index + 1))
  }

  /// One role an office, in the order of rank; a plain title before a qualified one («первый заместитель»).
  private func chosen(_ roles: [Spanned<Role>]) -> [Role] {
    Role.Office.allCases.compactMap { office in
      let candidates = roles.lazy.map(\.value).filter { $0.office == office }
      return candidates.min { $0.title.utf8.count < $1.title.utf8.count }
    }
  }

  // MARK: Titles

  /// The title whose head stands at a token, with the adjectives before it: «ответственный секретарь».
  func title(at head: Int) -> (text: String, start: Int) {
    var words = [Self.nominative(token(head), text)]
    var start = head
    while start > head - 3, start > range.lowerBound, isTitleAdjective(start - 1) {
      start -= 1
      words.insert(Self.nominativeAdjective(token(start), text), at: 0)
    }
    return (words.joined(separator: " "), start)
  }

  private func isTitleAdjective(_ index: Int) -> Bool {
    let word = token(index)
    guard word.isAdjective, self[index] == .other || self[index] == .leading else { return false }
    // «иных», «других», «остальных» point, they do not name; «двух», «одного» count.
    return Self.pointers[word] == nil && text.cardinal(at: index) == nil
  }

  private static let pointers = Lexicon<Bool>([
    .stem("ины", true), .stem("други", true), .stem("остальн", true), .stem("следующ", true),
    .stem("постоянн", true), .stem("указанн", true), .stem("своег", true), .stem("своих", true),
    .stem("этог", true), .stem("котор", true), .stem("количеств", true),
  ])

  private func deputyTitle(
    at index: Int, chair: Token?, in part: Range<Int>, _ roles: inout [Spanned<Role>]
  ) -> (String, Int, Int) {
    let own = title(at: index)
    var next = index + 1
    var adjectives: [String] = []
    while isTitleAdjective(next), next < index + 3 {
      adjectives.append(token(next).lowercased(in: text))
      next += 1
    }
    if self[next] == .chair, token(next).isGenitive {
      let genitive = Self.genitive(token(next), text)
      return (([own.text] + adjectives + [genitive]).joined(separator: " "), own.start, next + 1)
    }
    // The head of the body may have any title: «ректора, заместителя ректора».
    if chair == nil, token(index + 1).isWord, self[index + 1] == .other,
      let head = head(like: token(index + 1), in: tokens(part.lowerBound, index))
    {
      let title = title(at: head)
      roles.append(Spanned(Role(.chair, title: title.text), span(title.start, head + 1)))
      let genitive = token(index + 1).lowercased(in: text)
      return ("\(own.text) \(genitive)", own.start, index + 2)
    }
    // «его заместитель», «заместитель»: of the chair that was named.
    guard let chair else { return ("\(own.text) председателя", own.start, index + 1) }
    return ("\(own.text) \(Self.genitive(chair, text))", own.start, index + 1)
  }

  /// An item of the list with the same noun as a word, in whatever case.
  private func head(like word: Token, in part: Range<Int>) -> Int? {
    for index in part.clamped(to: range) where self[index] == .other && token(index).isWord {
      let shared = token(index).letters.sharedPrefix(with: word.letters)
      if shared >= 4, shared + 2 >= word.letters.count, shared + 3 >= token(index).letters.count {
        return index
      }
    }
    return nil
  }

  private static let heads: [(stem: StaticString, nominative: String, genitive: String)] = [
    ("сопредседател", "сопредседатель", "сопредседателя"),
    ("председател", "председатель", "председателя"),
    ("руководител", "руководитель", "руководителя"),
    ("заместител", "заместитель", "заместителя"), ("секретар", "секретарь", "секретаря"),
    ("начальник", "начальник", "начальника"), ("президент", "президент", "президента"),
    ("координатор", "координатор", "координатора"), ("атаман", "атаман", "атамана"),
    ("глав", "глава", "главы"), ("зам", "заместитель", "заместителя"),
  ]

  private static func nominative(_ token: Token, _ text: TokenizedText) -> String {
    if let head = heads.first(where: { token.has(stem: $0.stem) }) { return head.nominative }
    // The forms of nouns that are not known: «ректора», «распорядителем», «старосты».
    let word = token.lowercased(in: text)
    for (ending, replacement) in endings
    where word.hasSuffix(ending) && word.count > ending.count + 2 {
      return word.dropLast(ending.count) + replacement
    }
    return word
  }

  private static let endings: [(String, String)] = [
    ("телями", "тель"), ("телей", "тель"), ("телем", "тель"), ("теля", "тель"), ("телю", "тель"),
    ("арем", "арь"), ("аря", "арь"), ("ами", ""), ("ов", ""), ("ом", ""), ("ой", "а"), ("ы", "а"),
    ("а", ""), ("у", ""),
  ]

  private static func genitive(_ token: Token, _ text: TokenizedText) -> String {
    heads.first { token.has(stem: $0.stem) }?.genitive ?? token.lowercased(in: text)
  }

  /// The masculine nominative of an adjective: «ответственного», «ответственными» → «ответственный».
  private static func nominativeAdjective(_ token: Token, _ text: TokenizedText) -> String {
    let word = token.lowercased(in: text)
    for ending in ["ого", "ому", "ыми", "ым", "ые", "ых", "ый", "ой"] where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      let isVelar = stem.last.map { "гкх".contains($0) } ?? false
      return stem + (isVelar ? "ий" : "ый")
    }
    for ending in ["его", "ему", "ими", "им", "ие", "их", "ий"] where word.hasSuffix(ending) {
      return word.dropLast(ending.count) + "ий"
    }
    return word
  }
}

extension Token {
  /// The word in lower case; look-alikes of another alphabet as meant.
  func lowercased(in text: TokenizedText) -> String {
    guard flags.contains(.lookAlike) else { return text.text(span).lowercased() }
    var word = ""
    for index in 0..<min(letters.count, Letters.capacity) {
      let code = UInt32(letters[index])
      let scalar = code <= 32 ? 0x42F + code : code | 0x20
      if let scalar = Unicode.Scalar(scalar) { word.unicodeScalars.append(scalar) }
    }
    return word
  }
}

extension Letters {
  fileprivate func sharedPrefix(with other: Letters) -> Int {
    var length = 0
    while length < min(count, other.count, Letters.capacity), self[length] == other[length] {
      length += 1
    }
    return length
  }
}
