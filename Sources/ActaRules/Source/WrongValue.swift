import ActaDiagnostics

extension Rule {
  /// A value that its key cannot have.
  static let wrongValue = Rule(
    "source/wrong-value", .error,
    summary: Text(
      ru: "Значение не подходит ключу: не дата, неизвестный вид или статус",
      en: "A value that does not fit its key: no date, an unknown kind or status"),
    reason: Text(
      ru: "Acta не гадает, что имелось в виду.",
      en: "Acta does not guess what was meant."),
    norm: Text(
      ru: "Даты – 2023-09-18 или 18.09.2023; виды и статусы – по таблице ключей.",
      en: "Dates are 2023-09-18 or 18.09.2023; kinds and statuses are listed."),
    examples: [
      .accepts(
        "---\nвид: приказ\nназвание: О проекте\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\n1. Первый.\n"
      ),
      .rejects("---\nвид: ⟦порядк⟧\nназвание: Порядок\n---\n\n1. Первый.\n"),
      .rejects(
        "---\nвид: приказ\nназвание: О проекте\nномер: 1\nдата: ⟦30.02.2024⟧\nорган: Министерство\n---\n\n1. Первый.\n"
      ),
    ],
    .whileReading)
}
