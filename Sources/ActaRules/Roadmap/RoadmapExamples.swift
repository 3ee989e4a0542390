extension Rule {
  /// An action plan with a body, for examples.
  static func plan(_ body: String) -> String {
    "---\nвид: план мероприятий\nназвание: План мероприятий\n---\n\n" + body
  }

  /// An action plan of a table without results, for examples.
  static func table(_ rows: String...) -> String { plan(Self.rows(rows)) }

  /// An action plan of a table with a column of results, for examples.
  static func tableOfResults(_ rows: String...) -> String {
    plan(
      (["№ | Мероприятие | Срок | Ответственный | Результат", "---|---|---|---|---"] + rows)
        .map { "| \($0) |\n" }.joined())
  }

  /// The table itself.
  static func rows(_ rows: [String]) -> String {
    (["№ | Мероприятие | Срок | Ответственный", "---|---|---|---"] + rows)
      .map { "| \($0) |\n" }.joined()
  }
}
