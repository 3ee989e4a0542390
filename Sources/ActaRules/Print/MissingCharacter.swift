import ActaDiagnostics

extension Rule {
  /// A character that cannot be printed.
  static let missingCharacter = Rule(
    "print/missing-character", .warning,
    summary: Text(
      ru: "Знака нет ни в одном начертании шрифта",
      en: "A character that no face of the font has"),
    reason: Text(
      ru: "В PDF вместо знака стоит ромб, и прочитать написанное нельзя.",
      en: "The PDF shows a lozenge instead, and nobody can read what was written."),
    norm: Text(
      ru: "ГОСТ Р ИСО 19005: всё, что видно на странице, должно быть во встроенном шрифте.",
      en: "ISO 19005: whatever a page shows must be in an embedded font."),
    examples: [
      .accepts(order + "1. Температура не ниже −5 °C, сумма не выше 100 €.\n"),
      .rejects(order + "1. Ответ отмечается знаком ⟦🙂⟧ и подписью.\n"),
    ],
    .whileReading)
}

/// An order around a point.
private let order = """
  //- order.md
  ---
  вид: приказ
  название: О порядке ответов
  номер: 7
  дата: 01.02.2024
  орган: Министерство связи
  ---

  Приказываю:


  """
