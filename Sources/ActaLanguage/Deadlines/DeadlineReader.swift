package import ActaDiagnostics
package import ActaModel

/// Reads deadlines from the words of an act.
package enum DeadlineReader {
  /// The deadline that a phrase is, as a cell of a roadmap is read: labels and status marks are known for what they are.
  package static func read(_ phrase: String) -> Deadline { read(TokenizedText(phrase)) }

  package static func read(_ phrase: TokenizedText) -> Deadline {
    let grammar = DeadlineGrammar(text: phrase, isWhole: true)
    let drafts = grammar.drafts()
    return grammar.deadline(of: drafts)
  }

  /// Every deadline in running text with its span, those that cannot be read included.
  ///
  /// Dates of other acts, periods that are part of a name and bare dates are left out.
  package static func mentions(in text: TokenizedText) -> [Spanned<Deadline>] {
    let grammar = DeadlineGrammar(text: text, isWhole: false)
    return grammar.mentions()
  }
}

extension DeadlineGrammar {
  /// All that the text says of time, in its order.
  func drafts() -> [DeadlineDraft] {
    var drafts: [DeadlineDraft] = []
    var index = 0
    var isValidity = false
    while index < text.count {
      let token = text[index]
      // What an electronic signature's stamp says of its validity is no deadline.
      if token.has(stem: "действител") || token.has(stem: "сертификат") { isValidity = true }
      if token.kind == .numberSign {
        index += 2
        continue
      }
      if let draft = draft(at: index) ?? repeatedPoint(at: index, after: drafts.last) {
        let next = max(draft.range.upperBound, index + 1)
        if isValidity {
          if case .interval = draft.value { isValidity = false }
        } else if accepts(draft, after: drafts.last) {
          var draft = draft
          index = next
          if let status = statusEnd(at: index) {
            draft.isDone = status.isDone
            index = max(status.next, next)
          }
          drafts.append(draft)
          continue
        }
        index = next
        continue
      }
      // «исполнено 15.03.2024» in front of everything, too, tells of the past.
      if token.has(stem: "исполн") || token.has(stem: "выполн"), let status = statusEnd(at: index) {
        if text[index - 1].gap == .lineBreak || !drafts.isEmpty, status.isDone {
          if var last = drafts.popLast() {
            last.isDone = true
            drafts.append(last)
          }
        }
        index = max(status.next, index + 1)
        continue
      }
      index += 1
    }
    return drafts
  }

  func mentions() -> [Spanned<Deadline>] {
    var found: [Spanned<Deadline>] = []
    var run: [DeadlineDraft] = []
    func close() {
      defer { run = [] }
      guard let first = run.first, let last = run.last else { return }
      let deadline = deadline(of: run)
      guard deadline != .none else { return }
      let range = first.range.lowerBound..<last.range.upperBound
      found.append(Spanned(deadline, text.span(range.lowerBound..<closingBracket(of: range))))
    }
    var index = 0
    let gate = Self.gate
    while index < text.count {
      guard mayBegin(text[index], gate) else {
        index += 1
        continue
      }
      if text[index].kind == .numberSign {
        index += 2
        continue
      }
      guard let draft = draft(at: index) ?? repeatedPoint(at: index, after: run.last),
        !draft.range.isEmpty
      else {
        index += 1
        continue
      }
      index = draft.range.upperBound
      guard accepts(draft, after: run.last) else { continue }
      // Deadlines that only a comma or «и» parts are one: they lend each other the year.
      if let last = run.last, !isJoined(last, draft) { close() }
      guard draft.isStated || !run.isEmpty else { continue }
      run.append(draft)
    }
    close()
    return found
  }

  /// The end of a range, with the bracket that closes one opened inside.
  private func closingBracket(of range: Range<Int>) -> Int {
    guard text[range.upperBound].kind == .closingBracket else { return range.upperBound }
    let opened = range.last { text[$0].kind == .openingBracket }
    let closed = range.last { text[$0].kind == .closingBracket }
    guard let opened, opened > closed ?? -1 else { return range.upperBound }
    return range.upperBound + 1
  }

  private func isJoined(_ left: DeadlineDraft, _ right: DeadlineDraft) -> Bool {
    let (from, to) = (left.range.upperBound, right.range.lowerBound)
    guard from < to else { return true }
    guard to - from <= 3 else { return false }
    // «в двухдневный срок и через 5 дней» are the terms of two duties.
    let isCounted = left.isCount || right.isCount
    return (from..<to).allSatisfy {
      let token = text[$0]
      if isCounted, token.is("и") { return false }
      return token.kind == .comma || token.is("и") || token.is("но") || token.is("далее")
        || token.kind == .openingBracket || token.is("а") || token.is("также")
    }
  }
}
