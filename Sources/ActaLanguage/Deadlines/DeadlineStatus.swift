import ActaModel

extension DeadlineGrammar {
  /// A mark of fulfilment behind a deadline, and where it ends.
  struct Status: Equatable {
    var isDone: Bool
    var next: Int
  }

  /// The status that begins at a token: «(исполнено)», «– не исполнено», «, в работе».
  func statusEnd(at index: Int) -> Status? {
    guard let (isDone, start) = statusWord(at: index) else { return nil }
    let isBracket = text[index].kind == .openingBracket
    // What follows tells when and how: no date in it is a deadline.
    var depth = isBracket ? 1 : 0
    var next = start + 1
    while !text[next].isEnd {
      switch text[next].kind {
      case .openingBracket: depth += 1
      case .closingBracket:
        depth -= 1
        if depth <= 0, isBracket { return Status(isDone: isDone, next: next + 1) }
      case .semicolon where depth == 0: return Status(isDone: isDone, next: next)
      default: break
      }
      next += 1
    }
    return Status(isDone: isDone, next: next)
  }

  /// Whether a status begins at a token.
  func isStatus(at index: Int) -> Bool { statusWord(at: index) != nil }

  /// What a status says, and where its words begin.
  private func statusWord(at index: Int) -> (isDone: Bool, start: Int)? {
    var next = index
    switch text[index].kind {
    case .openingBracket, .dash, .comma, .period, .semicolon, .colon, .slash: next += 1
    default: break
    }
    if text[next].isDash || text[next].isQuote { next += 1 }
    return status(at: next, inBracket: text[index].kind == .openingBracket).map { ($0, next) }
  }

  /// Whether the words from here tell of fulfilment; inside a bracket a few may go before.
  private func status(at index: Int, inBracket: Bool) -> Bool? {
    for next in index..<index + (inBracket ? 6 : 2) {
      let token = text[next]
      guard token.isWord || token.isDash || token.kind == .colon else { return nil }
      if token.isForm("исполн", Self.fulfilled) || token.isForm("выполн", Self.fulfilled) {
        let isPartial = text[next - 1].is("частично") || text[next + 1].is("частично")
        return !text[next - 1].is("не") && !isPartial
      }
      if token.isForm("неисполн", Self.fulfilled) || token.isForm("невыполн", Self.fulfilled)
        || token.is("исполняется") || token.is("выполняется")
        || token.is("в") && text[next + 1].is("работе")
        || token.is("на") && text[next + 1].is("исполнении")
      {
        return false
      }
      let isLeading = token.is("не") || token.is("частично") || token.is("полностью")
      if !inBracket, !isLeading { return nil }
    }
    return nil
  }

  private static let fulfilled = Endings(["ено", "ен", "ена", "ены"])
}
