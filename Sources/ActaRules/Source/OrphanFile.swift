import ActaDiagnostics

extension Rule {
  /// An appendix that no act lists.
  static let orphanFile = Rule(
    "source/orphan-file", .error,
    summary: Text(
      ru: "Приложение, которого нет ни в одном акте",
      en: "An appendix that no act lists"),
    reason: Text(
      ru: "Такой документ никем не утверждён и на сайт не попадёт.",
      en: "Nobody approved such a document, and it is not published."),
    norm: Text(
      ru: "Акт – приказ и приложения, которые он называет, по порядку.",
      en: "An act is an order and the appendices that it lists, in order."),
    examples: [
      .accepts(
        "//- a/order.md\n---\nвид: приказ\nназвание: О проекте\nномер: 1\nдата: 01.02.2024\nорган: Министерство\nприложения: [poryadok.md]\n---\n\n1. Утвердить порядок.\n//- a/poryadok.md\n---\nвид: порядок\nназвание: Порядок\n---\n\n1. Первый.\n"
      ),
      .rejects("---\nвид: порядок\nназвание: Порядок\n---\n\n1. Первый.\n"),
    ],
    .whileReading)
}
