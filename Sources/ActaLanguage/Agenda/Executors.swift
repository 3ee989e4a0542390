import ActaModel

/// Who is to do what a provision says (исполнитель), by the words in front of its verb.
struct Executors {
  let text: TokenizedText

  init(_ text: String) { self.text = TokenizedText(text) }

  /// The one that a command is given to, or the subject of an active verb, or who something is done by.
  ///
  /// «Руководителю отдела … представить», «Секретарь … извещает», «Протокол оформляется секретарём …». `end` is the
  /// offset at which the deadline's own words begin, where they come first.
  func named(before end: Int?) -> String? {
    let verb = firstVerb()
    let stop = min(verb?.index ?? text.count, end.map { text.index(atOrAfter: $0) } ?? text.count)
    switch verb?.form.voice {
    case .infinitive?, nil: return phrase(0..<stop, in: .dative)
    case .active?: return phrase(0..<stop, in: .nominative)
    case .reflexive?, .passive?:
      guard let index = verb?.index else { return nil }
      return phrase(index + 1..<text.count, in: Self.instrumental, isOpen: true)
    case .participle?: return nil
    }
  }

  /// What is to be done, in words that neither who nor when has said already: a command without its addressee and
  /// without the deadline that opens it.
  func duty(deadline: Range<Int>) -> String {
    var start = 0
    if case .infinitive? = firstVerb()?.form.voice, text.index(atOrAfter: deadline.lowerBound) > 0,
      named(before: deadline.lowerBound) != nil, let verb = firstVerb()
    {
      start = min(verb.index, text.index(atOrAfter: deadline.lowerBound))
    }
    if text.index(atOrAfter: deadline.lowerBound) == start {
      start = text.index(atOrAfter: deadline.upperBound)
    }
    if text[start].kind == .comma { start += 1 }
    var end = text.count
    while end > start, text[end - 1].kind == .semicolon || text[end - 1].kind == .period {
      end -= 1
    }
    if end <= start { (start, end) = (0, text.count) }
    // No sentence is longer; a text without an end must not be copied for each of its deadlines.
    let limit = start + 150
    let words = ReferenceReader(text).words(start..<min(end, limit))
    return end > limit ? words + " …" : words
  }

  /// The one that the points below a provision are for: «Отделу организационной работы (Лаптевой Н.С.):».
  func addressee() -> String? {
    guard text[text.count - 1].kind == .colon else { return nil }
    return named(before: nil)
  }

  private static let instrumental = Forms.all(.instrumental)

  private func firstVerb() -> (index: Int, form: Verb.Form)? {
    for index in 0..<min(text.count, 60) where text[index].isWord {
      if text[index].kind == .colon { return nil }
      if let form = Verb.form(text[index].letters), form.voice != .participle {
        return (index, form)
      }
    }
    return nil
  }

  /// The phrase at the beginning of some tokens, where its first word stands in a case; named in the nominative where
  /// no person is named in it.
  ///
  /// An open one ends where what the noun governs ends.
  private func phrase(_ range: Range<Int>, in forms: Forms, isOpen: Bool = false) -> String? {
    guard !range.isEmpty, text[range.lowerBound].isWord else { return nil }
    let reader = ReferenceReader(text)
    guard let head = reader.headPhrase(at: range.lowerBound, in: forms),
      head.next <= range.upperBound
    else { return nil }
    let tail = reader.endOfTail(from: head.next, of: head)
    var end = isOpen ? tail : range.upperBound
    while end > range.lowerBound, !text[end - 1].isWord, text[end - 1].kind != .closingQuote,
      text[end - 1].kind != .closingBracket, text[end - 1].kind != .period
    {
      end -= 1
    }
    guard end >= head.next, end - range.lowerBound <= 40 else { return nil }
    let whole = range.lowerBound..<end
    if tail < end {
      // A person, a second body, a bracket: the words as they stand.
      return reader.words(whole)
    }
    let rest = reader.words(head.next..<end)
    return rest.isEmpty ? head.nominative : head.nominative + " " + rest
  }
}
