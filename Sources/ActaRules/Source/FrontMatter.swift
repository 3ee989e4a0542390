import ActaDiagnostics

extension Rule {
  /// Front matter that is missing or cannot be read.
  static let frontMatter = Rule(
    "source/front-matter", .error,
    summary: Text(
      ru: "Шапки нет или она не читается",
      en: "Front matter is missing or cannot be read"),
    reason: Text(
      ru: "Без шапки не узнать, какой это документ, и он не попадёт на сайт.",
      en: "Without it nobody knows what document this is, and it is not published."),
    norm: Text(
      ru: "Шапка стоит в начале файла между строками «---» и пишется на YAML.",
      en: "Front matter stands at the beginning between lines «---», in YAML."),
    examples: [
      .accepts("---\nвид: порядок\nназвание: Порядок\n---\n\n1. Первый.\n"),
      .rejects("//- act.md\n⟦# Порядок⟧\n\n1. Первый.\n"),
      .rejects("---\nвид: порядок\nназвание: ⟦&⟧якорь Порядок\n---\n\n1. Первый.\n"),
    ],
    .whileReading)
}
