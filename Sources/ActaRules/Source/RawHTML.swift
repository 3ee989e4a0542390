import ActaDiagnostics

extension Rule {
  /// Raw HTML in the text of an act.
  static let rawHTML = Rule(
    "source/raw-html", .error,
    summary: Text(
      ru: "HTML в тексте акта",
      en: "HTML in the text of an act"),
    reason: Text(
      ru: "Тег – след конвертера или чужой страницы; в печати и в тексте он не значит ничего.",
      en: "A tag is left over from a converter; in print it means nothing."),
    norm: Text(
      ru: "Формат – Markdown: выделение, ссылки, сноски и таблицы пишутся без HTML.",
      en: "The format is Markdown: emphasis, links, footnotes and tables need no HTML."),
    examples: [
      .accepts("1. Значение **важно**, если 2 < 3.\n"),
      .rejects("1. Значение ⟦<b>⟧важно</b>.\n"),
    ],
    .whileReading)
}
