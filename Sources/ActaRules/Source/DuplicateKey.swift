import ActaDiagnostics

extension Rule {
  /// A key that is given twice.
  static let duplicateKey = Rule(
    "source/duplicate-key", .error,
    summary: Text(
      ru: "Ключ дан дважды",
      en: "A key is given twice"),
    reason: Text(
      ru: "Какое из двух значений верно, по файлу не узнать.",
      en: "Nobody can tell which of the two values is right."),
    norm: Text(
      ru: "YAML 1.2, 3.2.1.1: ключи отображения различны.",
      en: "YAML 1.2, 3.2.1.1: the keys of a mapping are unique."),
    examples: [
      .accepts("---\nвид: порядок\nназвание: Порядок\n---\n\n1. Первый.\n"),
      .rejects("---\nвид: порядок\nназвание: Порядок\n⟦название⟧: Другой\n---\n\n1. Первый.\n"),
      .rejects("---\nвид: порядок\nназвание: Порядок\n⟦title⟧: Другой\n---\n\n1. Первый.\n"),
    ],
    .whileReading)
}
