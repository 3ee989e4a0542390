import ActaDiagnostics

extension Rule {
  /// Text that is neither preamble nor point.
  static let unplacedText = Rule(
    "source/unplaced-text", .note,
    summary: Text(
      ru: "Текст перед преамбулой или после последнего пункта, который ничем из них не является",
      en: "Text in front of the preamble or behind the last point that is neither"),
    reason: Text(
      ru: "Это часто след базы или бланка; он сохранён и напечатан, но нормой не считается.",
      en: "It is often left over from a database or a form; it is kept and printed, but is no norm."
    ),
    norm: Text(
      ru:
        "Приказ: преамбула, распорядительное слово, пункты, подпись (ГОСТ Р 7.0.97-2016, реквизит 18).",
      en: "An order: preamble, enacting word, points, signature (ГОСТ Р 7.0.97-2016, requisite 18)."
    ),
    examples: [
      .accepts(
        "---\nвид: приказ\nназвание: О проекте\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\nВ целях порядка приказываю:\n\n1. Первый.\n\nАбзац первого.\n"
      ),
      .rejects(
        "---\nвид: приказ\nназвание: О проекте\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\nВ целях порядка приказываю:\n\n1. Первый.\n\n⟦ОТДЕЛ ДЕЛОПРОИЗВОДСТВА⟧\n"
      ),
    ],
    .whileReading)
}
