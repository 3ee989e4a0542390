import ActaDiagnostics

extension Rule {
  /// Bytes that are no UTF-8.
  static let invalidUTF8 = Rule(
    "source/invalid-utf8", .error,
    summary: Text(
      ru: "Байты, которые не читаются как UTF-8",
      en: "Bytes that are no UTF-8"),
    reason: Text(
      ru: "Такой текст на другой машине читается иначе или не читается вовсе.",
      en: "Such text reads otherwise on another machine, or not at all."),
    norm: Text(
      ru: "RFC 3629; файлы актов хранят в UTF-8.",
      en: "RFC 3629; acts are kept in UTF-8."),
    examples: [
      .accepts("1. Первый.\n"),
      .rejects("1. Первый⟦\u{0}⟧.\n"),
    ],
    .whileReading)
}
