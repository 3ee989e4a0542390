import ActaDiagnostics

extension Rule {
  /// A key that front matter or acta.yml does not have.
  static let unknownKey = Rule(
    "source/unknown-key", .error,
    summary: Text(
      ru: "Ключ, которого нет в таблице ключей или который не для этого вида документа",
      en: "A key that does not exist, or not for this kind of document"),
    reason: Text(
      ru: "Опечатка в ключе молча отняла бы у акта реквизит.",
      en: "A mistyped key would silently take a requisite from the act."),
    norm: Text(
      ru: "Ключи и их написания – одна таблица.",
      en: "The keys are one table."),
    examples: [
      .accepts("---\nвид: порядок\ntitle: Порядок\n---\n\n1. Первый.\n"),
      .rejects("---\nвид: порядок\n⟦назвние⟧: Порядок\nназвание: Порядок\n---\n\n1. Первый.\n"),
      .rejects(
        "---\nвид: порядок\nназвание: Порядок\n⟦подписал⟧: {должность: Министр, имя: И.И. Иванов}\n---\n\n1. Первый.\n"
      ),
      .rejects(
        "---\nвид: дорожная карта\nназвание: Дорожная карта\n---\n\n### 1. Первая\n\n- ⟦Сорк⟧: 01.03.2024\n- Результат: отчёт\n"
      ),
    ],
    .whileReading)
}
