import ActaDiagnostics
import ActaModel

extension RoadmapCell {
  /// Numbers of rows: «1.2, 1.3», «3.5; 3.6».
  func numbers() -> [Spanned<String>] {
    var found: [Spanned<String>] = []
    var start: Int?
    for index in 0...text.count {
      let token = text[index]
      let isPart =
        token.isNumber || token.isWord || token.kind == .period || token.isDash && token.isGlued
      if isPart, start == nil || token.isGlued || token.isNumber && text[index - 1].isDash {
        start = start ?? index
        continue
      }
      if let begun = start {
        var end = index
        while end > begun, text[end - 1].kind == .period { end -= 1 }
        if (begun..<end).contains(where: { text[$0].isNumber }) { found.append(words(begun..<end)) }
      }
      start = isPart ? index : nil
    }
    return found
  }

  // MARK: Responsible

  /// Who is responsible, one by one: parted by semicolons, else by the commas and line breaks behind which a body or
  /// a person begins.
  func parties() -> [Spanned<String>] {
    let marks = topLevel()
    let hasSemicolon = marks.contains { text[$0].kind == .semicolon }
    var found: [Spanned<String>] = []
    var start = 0
    func close(_ end: Int) {
      var (low, high) = (start, end)
      while low < high, isMark(text[low]) { low += 1 }
      while high > low, isMark(text[high - 1]) { high -= 1 }
      if low < high { found.append(words(low..<high)) }
    }
    for index in marks {
      let token = text[index]
      let isEnd =
        token.kind == .semicolon
        || token.kind == .comma && !hasSemicolon && beginsParty(index + 1)
        || token.gap == .lineBreak && index > 0 && beginsParty(index)
          && !(text[index - 1].isWord && !token.flags.contains(.capitalized))
      guard isEnd else { continue }
      close(index)
      start = index
    }
    close(text.count)
    return found
  }

  private func isMark(_ token: Token) -> Bool {
    switch token.kind {
    case .comma, .semicolon, .colon, .dash: true
    case .period: !text[text.index(atOrAfter: token.start) - 1].flags.contains(.capitalized)
    default: false
    }
  }

  /// Tokens outside brackets and quotes at which a party can end.
  private func topLevel() -> [Int] {
    var found: [Int] = []
    var nesting = Nesting()
    for index in 0..<text.count {
      let token = text[index]
      nesting.pass(token)
      if token.kind == .semicolon { nesting.reset() }
      if nesting.depth == 0,
        token.kind == .semicolon || token.kind == .comma || token.gap == .lineBreak
      {
        found.append(index)
      }
    }
    return found
  }

  private func beginsParty(_ index: Int) -> Bool {
    let token = text[index]
    return token.flags.contains(.capitalized) || PartyNoun(at: index, in: text) != nil
  }

  // MARK: Results

  /// The documents of a cell one by one: parted by semicolons, by new lines, by full stops before a capital.
  func results() -> [ReadResult] {
    var found: [ReadResult] = []
    var start = 0
    for index in 0...text.count {
      guard index == text.count || endsResult(index) else { continue }
      let isMark = text[index].kind == .semicolon || text[index].kind == .period
      if start < index, found.count < Self.most || index == text.count {
        found.append(result(start..<index))
        start = isMark ? index + 1 : index
      }
    }
    return found
  }

  private static let most = 16

  private func endsResult(_ index: Int) -> Bool {
    let (token, next) = (text[index], text[index + 1])
    if token.kind == .semicolon { return true }
    if index > 0, token.gap == .lineBreak, token.flags.contains(.capitalized),
      Self.documents[token] == true
    {
      return true
    }
    guard token.kind == .period, next.gap != .glued, next.isWord else { return false }
    let before = text[index - 1]
    let endsSentence =
      before.letters.count > 2 || before.kind == .closingBracket || before.isQuote
    return next.flags.contains(.capitalized) && endsSentence && Self.documents[next] == true
  }

  private func result(_ range: Range<Int>) -> ReadResult {
    var result = ReadResult(
      text: words(range), words: ContentWords(text, in: range, except: Self.documents))
    let start = text[range.lowerBound].start
    let end = text.span(range).end
    for reference in passage.references {
      guard reference.span.start >= start, reference.span.end <= end,
        let citation = reference.value.citation
      else { continue }
      // The act itself, not the one that it carries out: nothing but an adjective stands before it.
      let first = text.index(atOrAfter: reference.span.start)
      if first - range.lowerBound <= 1, let place = passage.place(of: reference.span) {
        result.citation = Spanned(citation, place)
        result.form = citation.form
      }
      break
    }
    if let form = Self.forms[text[range.lowerBound]] {
      result.form = form
      result.title = title(range)
    }
    return result
  }

  /// What stands in quotes and opens with «О», «Об».
  private func title(_ range: Range<Int>) -> String? {
    for index in range where text[index].isQuote {
      let opening = text[index + 1]
      guard opening.is("о") || opening.is("об") else { continue }
      let last = range.last { $0 > index && text[$0].isQuote } ?? range.upperBound
      guard index + 1 < last else { return nil }
      return text.text(index + 1..<last)
    }
    return nil
  }

  private static let forms = Lexicon<Citation.Form>([
    .word("приказ", .order), .word("приказы", .order), .word("распоряжение", .directive),
    .word("постановление", .resolution), .word("решение", .decision), .word("указ", .decree),
  ])

  /// Names of documents and of what is done to them: a result's words beside its subject.
  static let documents = Lexicon<Bool>([
    .form("приказ", .masculine, true), .stem("распоряжени", true), .stem("постановлени", true),
    .form("решени", .neuter, true), .form("протокол", .masculine, true),
    .form("отчет", .masculine, true), .form("акт", .masculine, true), .stem("заседани", true),
    .stem("утвержд", true), .form("информаци", .feminine, true), .form("справк", .feminine, true),
    .stem("докладн", true), .form("доклад", .masculine, true), .form("письм", .neuter, true),
    .form("договор", .masculine, true), .form("документ", .masculine, true),
    .stem("нормативн", true), .stem("ненормативн", true), .stem("правов", true),
    .form("проект", .masculine, true),
    .stem("разработ", true), .stem("формирован", true), .stem("сформирован", true),
    .stem("проведен", true), .stem("создани", true), .stem("назначени", true),
    .stem("приложени", true),
  ])
}
