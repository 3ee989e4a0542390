import ActaDiagnostics

extension Rule {
  /// A name that a template is not given.
  static let templateUnknownName = Rule(
    "template/unknown-name", .error,
    summary: Text(ru: "Имя, которого у шаблона нет", en: "A name that the template is not given"),
    reason: Text(
      ru:
        "До исправления вместо такого шаблона берётся встроенный, и страница не такая, как задумано.",
      en: "Until it is mended the built-in template is used, and the page is not what was meant."),
    norm: Text(
      ru: "Что можно назвать в шаблоне, сказано в начале каждого файла папки templates.",
      en: "What a template may name is said at the head of each file in templates."),
    examples: [
      .accepts("//- templates/stamp.html\n<p>{{approved}}</p>\n"),
      .rejects("//- templates/stamp.html\n<p>⟦{{aproved}}⟧</p>\n"),
    ],
    .whileReading)
}
