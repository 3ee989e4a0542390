import ActaDiagnostics

extension Rule {
  /// A file that a document names and that is not there.
  static let missingFile = Rule(
    "source/missing-file", .error,
    summary: Text(
      ru: "Названного файла нет или он не читается",
      en: "A file that is named is not there, or cannot be read"),
    reason: Text(
      ru: "Приложение, которого нет, – часть акта, которой нет.",
      en: "An appendix that is missing is a part of the act that is missing."),
    norm: Text(
      ru: "Все приложения, названные в акте, лежат в папке актов.",
      en: "Every appendix that an act names is in the folder."),
    examples: [
      .accepts("1. Смотри [порядок](act.md).\n"),
      .rejects(
        "---\nвид: приказ\nназвание: О проекте\nномер: 1\nдата: 01.02.2024\nорган: Министерство\nприложения:\n  - ⟦poryadok.md⟧\n---\n\n1. Утвердить порядок.\n"
      ),
      .rejects("1. Смотри [⟦другой порядок⟧](drugoy.md).\n"),
    ],
    .whileReading)
}
