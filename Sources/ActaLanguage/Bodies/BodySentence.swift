import ActaDiagnostics
import ActaModel

/// One sentence of a text on a collegial body, each token with what it counts for.
///
/// Indices are those of the text's tokens; outside the sentence every token is one of kind `end`.
struct BodySentence {
  let text: TokenizedText
  let range: Range<Int>
  private let lexemes: [BodyLexeme]
  /// What occurs in the sentence at all.
  let present: BodyLexemes

  /// No sentence is longer, so that what is quadratic in a sentence is linear in a text.
  static let limit = 240

  init(_ text: TokenizedText, _ range: Range<Int>) {
    self.text = text
    self.range = range
    var present: BodyLexemes = []
    lexemes = range.map { index in
      let lexeme = BodyLexeme.lexicon[text[index]] ?? .other
      present.insert(lexeme)
      return lexeme
    }
    self.present = present
  }

  @inline(__always)
  subscript(index: Int) -> BodyLexeme {
    range.contains(index) ? lexemes[index - range.lowerBound] : .other
  }

  func token(_ index: Int) -> Token {
    range.contains(index) ? text[index] : text[-1]
  }

  func has(_ lexeme: BodyLexeme) -> Bool { present.contains(lexeme) }

  /// The bytes of some tokens of the sentence, the trailing mark left out.
  func span(_ from: Int, _ to: Int) -> Span { text.span(from..<max(from, to)) }

  var span: Span { text.span(range) }

  /// The indices of the sentence between two; none where they are the wrong way round.
  func tokens(_ from: Int, _ to: Int) -> Range<Int> {
    let low = min(max(from, range.lowerBound), range.upperBound)
    return low..<max(low, min(to, range.upperBound))
  }

  func first(_ wanted: BodyLexemes, from low: Int, to high: Int) -> Int? {
    first(wanted, in: tokens(low, high))
  }

  func last(_ wanted: BodyLexemes, from low: Int, to high: Int) -> Int? {
    last(wanted, in: tokens(low, high))
  }

  func contains(_ wanted: BodyLexemes, from low: Int, to high: Int) -> Bool {
    first(wanted, in: tokens(low, high)) != nil
  }

  /// The first token of one of the kinds in a range of tokens.
  func first(_ wanted: BodyLexemes, in part: Range<Int>) -> Int? {
    for index in part.clamped(to: range) where wanted.contains(self[index]) { return index }
    return nil
  }

  func last(_ wanted: BodyLexemes, in part: Range<Int>) -> Int? {
    for index in part.clamped(to: range).reversed() where wanted.contains(self[index]) {
      return index
    }
    return nil
  }

  func contains(_ wanted: BodyLexemes, in part: Range<Int>) -> Bool {
    first(wanted, in: part) != nil
  }

  /// Whether a mark parts what stands before it from what stands behind.
  func isBreak(_ index: Int) -> Bool {
    switch token(index).kind {
    case .comma, .semicolon, .colon, .period, .openingBracket, .closingBracket, .end: true
    case .dash: !token(index).isGlued || !token(index + 1).isGlued
    default: false
    }
  }

  /// The stretch between breaks that a token stands in.
  func segment(at index: Int) -> Range<Int> {
    var low = index
    while low > range.lowerBound, !isBreak(low - 1) { low -= 1 }
    var high = index
    while high < range.upperBound, !isBreak(high) { high += 1 }
    return low..<max(low, high)
  }

  /// The stretch between semicolons that a token stands in.
  func clause(at index: Int) -> Range<Int> {
    var low = index
    while low > range.lowerBound, token(low - 1).kind != .semicolon { low -= 1 }
    var high = index
    while high < range.upperBound, token(high).kind != .semicolon { high += 1 }
    return low..<max(low, high)
  }

  /// A segment and those that «а также», «и», «равно как» string to it: one predicate may hold for all of them.
  func strungSegments(at index: Int) -> Range<Int> {
    var part = segment(at: index)
    for _ in 0..<4 {
      let opener = part.upperBound + 1
      guard token(part.upperBound).kind == .comma,
        self[opener] == .and || token(opener).is("также") || token(opener).is("равно")
          || token(opener).is("а") && token(opener + 1).is("также")
      else { break }
      part = part.lowerBound..<max(part.upperBound, segment(at: opener).upperBound)
    }
    return part
  }

  /// Whether «не» or «ни» stands right before a token.
  func isNegated(_ index: Int) -> Bool { self[index - 1] == .not }

  /// Whether something in a stretch is forbidden: «не допускается», «не может», «запрещено», «без права».
  func isForbidden(in part: Range<Int>) -> Bool {
    for index in part.clamped(to: range) {
      switch self[index] {
      case .forbid:
        // «в случае невозможности присутствовать» forbids nothing.
        if !isNegated(index), !token(index).letters.ends(in: "ости") { return true }
      case .allow, .adopt, .hold, .delegate, .substitute: if isNegated(index) { return true }
      case .without where self[index + 1] == .right: return true
      default: if isNegated(index), Self.practices[token(index)] != nil { return true }
      }
    }
    return false
  }
}

extension BodySentence {
  /// Verbs that with «не» say that a thing is not done.
  private static let practices = Lexicon<Bool>([
    .stem("производ", true), .stem("осуществля", true), .stem("предусм", true),
    .stem("применя", true), .stem("использу", true), .stem("практик", true),
    .stem("рассматр", true), .stem("разреш", true), .stem("вправе", true), .stem("име", true),
  ])

  /// The ranges of a text's sentences; a very long one is cut where `limit` is reached.
  static func ranges(in text: TokenizedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var low = 0
    for index in 0..<text.count {
      let isEnd = index + 1 == text.count || endsSentence(text, index)
      if isEnd || index - low >= limit {
        ranges.append(low..<index + 1)
        low = index + 1
      }
    }
    return ranges
  }

  private static func endsSentence(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    switch token.kind {
    case .period:
      // «г.», «ст.», «И.» end no sentence.
      let before = text[index - 1]
      if before.isWord, before.letters.count <= 2 { return false }
    case .other where token.mark == "!" || token.mark == "?": break
    default: return false
    }
    let next = text[index + 1]
    if next.isNumber, text[index + 2].kind == .period { return true }
    return next.flags.contains(.capitalized) || next.kind == .openingQuote
      || next.gap == .lineBreak
  }
}

extension BodySentence {
  /// A term of so many hours, days or weeks at a token: «пяти рабочих дней», «3-дневный», «сутки», «неделю».
  func term(at index: Int) -> Parsed<Term>? {
    if let compound = compoundTerm(at: index) { return compound }
    if let unit = unit(at: index) {
      // «за день», «в течение недели»: one of it. The plural alone counts nothing.
      let isOne =
        unit.next == index + 1
        ? token(index).letters.isSingularUnit : token(unit.next - 1).letters.isSingularUnit
      return isOne ? Parsed(Term(1, unit.value), next: unit.next) : nil
    }
    guard let amount = text.cardinal(at: index) ?? nextDay(at: index) ?? dayInOrder(at: index),
      range.contains(amount.next), let unit = unit(at: amount.next)
    else { return nil }
    return Parsed(Term(amount.value, unit.value), next: unit.next)
  }

  /// «следующего рабочего дня» is one day.
  private func nextDay(at index: Int) -> Parsed<Int>? {
    self[index] == .next ? Parsed(1, next: index + 1) : nil
  }

  /// A day by its place: «на третий день».
  private func dayInOrder(at index: Int) -> Parsed<Int>? {
    guard token(index - 1).is("на"), let place = text.ordinal(at: index),
      token(index).letters.ends(in: "й") || token(index).isNumber
    else { return nil }
    return place
  }

  private func unit(at index: Int) -> Parsed<Term.Unit>? {
    switch self[index] {
    case .hour: return Parsed(.hour, next: index + 1)
    case .dayAndNight: return Parsed(.calendarDay, next: index + 1)
    case .week: return Parsed(.week, next: index + 1)
    case .month: return Parsed(.month, next: index + 1)
    case .day:
      // «5 дней (рабочих)»
      if token(index + 1).kind == .openingBracket, self[index + 2] == .working,
        token(index + 3).kind == .closingBracket
      {
        return Parsed(.workingDay, next: index + 4)
      }
      return Parsed(.calendarDay, next: index + 1)
    case .working where self[index + 1] == .day: return Parsed(.workingDay, next: index + 2)
    case .calendar where self[index + 1] == .day: return Parsed(.calendarDay, next: index + 2)
    default: return nil
    }
  }

  /// «трехдневный», «3-дневный», «10-ти дневный», «недельный».
  private func compoundTerm(at index: Int) -> Parsed<Term>? {
    let word = token(index)
    if word.isWord {
      if let unit = Self.adjectives[word.letters], !word.has(stem: "дневн") {
        return Parsed(Term(1, unit), next: index + 1)
      }
      guard let prefix = word.letters.numberPrefix,
        let unit = Self.adjectives[word.letters.dropFirst(prefix.letters)]
      else { return nil }
      return Parsed(Term(prefix.value, unit), next: index + 1)
    }
    guard let amount = word.value else { return nil }
    var next = text.endOfSuffix(at: index + 1)
    if token(next).isDash { next += 1 }
    guard range.contains(next), let unit = Self.adjectives[token(next)] else { return nil }
    return Parsed(Term(amount, unit), next: next + 1)
  }

  private static let adjectives = Lexicon<Term.Unit>([
    .form("дневн", .adjective, .calendarDay), .form("суточн", .adjective, .calendarDay),
    .form("недельн", .adjective, .week), .form("месячн", .adjective, .month),
    .form("часов", .adjective, .hour),
  ])
}

extension Letters {
  /// «день», «дня» (as of «рабочего дня»), «неделю», «сутки»: one unit when no number stands before.
  fileprivate var isSingularUnit: Bool { Self.singularUnits[self] ?? false }

  private static let singularUnits = Lexicon<Bool>([
    .word("день", true), .word("дня", true), .word("сутки", true), .word("суток", true),
    .word("неделю", true), .word("недели", true), .word("месяц", true), .word("месяца", true),
    .word("час", true), .word("часа", true),
  ])
}
