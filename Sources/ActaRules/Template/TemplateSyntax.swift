import ActaDiagnostics

extension Rule {
  /// A template that cannot be read.
  static let templateSyntax = Rule(
    "template/syntax", .error,
    summary: Text(
      ru: "Шаблон не читается: метка или раздел не закрыты",
      en: "A template cannot be read: a tag or section is not closed"),
    reason: Text(
      ru:
        "До исправления вместо такого шаблона берётся встроенный, и страница не такая, как задумано.",
      en: "Until it is mended the built-in template is used, and the page is not what was meant."),
    norm: Text(
      ru: "Что можно назвать в шаблоне, сказано в начале каждого файла папки templates.",
      en: "What a template may name is said at the head of each file in templates."),
    examples: [
      .accepts("//- templates/stamp.html\n<p>{{approved}}</p>\n"),
      .rejects("//- templates/stamp.html\n<p>{{approved}} ⟦{{#own}}⟧</p>\n"),
    ],
    .whileReading)
}
