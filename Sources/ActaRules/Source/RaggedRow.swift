import ActaDiagnostics

extension Rule {
  /// A row with more or fewer cells than the head.
  static let raggedRow = Rule(
    "source/ragged-row", .error,
    summary: Text(
      ru: "В строке таблицы не столько граф, сколько в шапке",
      en: "A row with more or fewer cells than the head"),
    reason: Text(
      ru: "Текст съезжает в чужую графу: результат читается как срок.",
      en: "Text slides into another column: a result reads as a deadline."),
    norm: Text(
      ru:
        "В таблице каждая строка имеет столько граф, сколько шапка; строка без номера продолжает строку выше.",
      en:
        "Every row has as many cells as the head; one without a number goes on with the row above."),
    examples: [
      .accepts("| А | Б |\n|---|---|\n| 1 | |\n"),
      .rejects("| А | Б |\n|---|---|\n⟦| 1 | 2 | 3 |⟧\n"),
      .rejects("| А | Б | В |\n|---|---|---|\n⟦| 1 | 2 |⟧\n"),
    ],
    .whileReading)
}
