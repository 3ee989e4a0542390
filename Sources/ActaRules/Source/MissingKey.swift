import ActaDiagnostics

extension Rule {
  /// A key that a document must have.
  static let missingKey = Rule(
    "source/missing-key", .error,
    summary: Text(
      ru: "Нет обязательного ключа: вид, название, а у приказа – номер, дата, орган",
      en: "A required key is missing: kind, title, for an order also number, date, issuer"),
    reason: Text(
      ru: "Без этих реквизитов документ нельзя ни напечатать, ни найти.",
      en: "Without these requisites a document can be neither printed nor found."),
    norm: Text(
      ru: "ГОСТ Р 7.0.97-2016, реквизиты 05, 09, 10, 11, 17.",
      en: "ГОСТ Р 7.0.97-2016, requisites 05, 09, 10, 11, 17."),
    examples: [
      .accepts("---\nвид: порядок\nназвание: Порядок\n---\n\n1. Первый.\n"),
      .accepts(
        "---\nвид: приказ\nстатус: проект\nназвание: О проекте\nорган: Министерство\n---\n\n1. Первый.\n"
      ),
      .rejects("⟦---⟧\nвид: порядок\n---\n\n1. Первый.\n"),
      .rejects("⟦---⟧\nназвание: Порядок\n---\n\n1. Первый.\n"),
    ],
    .whileReading)
}
