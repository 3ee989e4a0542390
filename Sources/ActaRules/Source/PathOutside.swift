import ActaDiagnostics

extension Rule {
  /// A path or picture from outside the repository.
  static let pathOutside = Rule(
    "source/path-outside", .error,
    summary: Text(
      ru: "Путь или картинка за пределами папки актов",
      en: "A path or picture from outside the folder of acts"),
    reason: Text(
      ru: "Опубликованный акт не должен зависеть от того, чего в папке нет.",
      en: "A published act must not depend on what is not in the folder."),
    norm: Text(
      ru: "Всё, что нужно странице, лежит рядом с актами; страница ничего не загружает со стороны.",
      en: "All that a page needs lies beside the acts."),
    examples: [
      .accepts(
        "//- a/order.md\n---\nвид: приказ\nназвание: О проекте\nномер: 1\nдата: 01.02.2024\nорган: Министерство\nприложения: [poryadok.md]\n---\n\n1. Утвердить порядок.\n//- a/poryadok.md\n---\nвид: порядок\nназвание: Порядок\n---\n\n1. Первый.\n"
      ),
      .rejects(
        "---\nвид: приказ\nназвание: О проекте\nномер: 1\nдата: 01.02.2024\nорган: Министерство\nприложения:\n  - ⟦../../chuzhoe.md⟧\n---\n\n1. Утвердить порядок.\n"
      ),
      .rejects("1. Герб: ![⟦герб⟧](https://example.org/gerb.svg).\n"),
    ],
    .whileReading)
}
