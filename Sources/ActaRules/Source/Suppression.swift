import ActaDiagnostics

extension Rule {
  /// A comment that silences a rule, and is wrong itself.
  static let suppression = Rule(
    "source/suppression", .warning,
    summary: Text(
      ru: "Пометка «acta: пропустить» без причины, с неизвестным правилом или без дела",
      en:
        "A comment «acta: allow» without a reason, with an unknown rule, or with nothing to silence"
    ),
    reason: Text(
      ru: "Заглушённое замечание должно быть объяснено; ненужная пометка прячет будущие.",
      en: "What is silenced must be explained; an idle comment hides what comes later."),
    norm: Text(
      ru: "Пометка стоит перед блоком: «acta: пропустить семейство/правило, причина: …».",
      en: "The comment stands in front of its block: «acta: allow family/rule, reason: …»."),
    examples: [
      .accepts(
        "1. Первый.\n\n<!-- acta: пропустить numbering/gap, причина: пункт 2 перенесён -->\n3. Третий.\n"
      ),
      .rejects("1. Первый.\n\n⟦<!-- acta: пропустить numbering/gap -->⟧\n3. Третий.\n"),
      .rejects(
        "1. Первый.\n\n⟦<!-- acta: пропустить numbering/gap, причина: так надо -->⟧\n2. Второй.\n"),
    ],
    .whileReading)
}
