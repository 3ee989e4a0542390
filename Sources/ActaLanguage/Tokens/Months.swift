extension TokenizedText {
  /// The month that a word names, 1 to 12, in any case or abbreviated, the abbreviation's full stop included.
  package func month(at index: Int) -> Parsed<Int>? {
    guard let month = Self.months[self[index]] else { return nil }
    guard month > 12 else { return Parsed(month, next: index + 1) }
    let stop = self[index + 1].kind == .period && self[index + 1].isGlued
    return Parsed(month - 12, next: stop ? index + 2 : index + 1)
  }

  /// Abbreviations have 12 added.
  private static let months: Lexicon<Int> = {
    let soft = Endings(["ь", "я", "ю", "ем", "е"])
    let hard = Endings(["", "а", "у", "ом", "е"])
    return Lexicon([
      .form("январ", soft, 1), .form("феврал", soft, 2), .form("март", hard, 3),
      .form("апрел", soft, 4), .form("ма", Endings(["й", "я", "ю", "ем", "е"]), 5),
      .form("июн", soft, 6), .form("июл", soft, 7), .form("август", hard, 8),
      .form("сентябр", soft, 9), .form("октябр", soft, 10), .form("ноябр", soft, 11),
      .form("декабр", soft, 12),
      .word("янв", 13), .word("фев", 14), .word("февр", 14), .word("мар", 15), .word("апр", 16),
      .word("июн", 18), .word("июл", 19), .word("авг", 20), .word("сен", 21), .word("сент", 21),
      .word("окт", 22), .word("ноя", 23), .word("нояб", 23), .word("дек", 24),
    ])
  }()
}
