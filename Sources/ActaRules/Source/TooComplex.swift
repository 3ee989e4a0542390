import ActaDiagnostics

extension Rule {
  /// Input that is too complex to be an act.
  static let tooComplex = Rule(
    "source/too-complex", .error,
    summary: Text(
      ru: "Слишком сложный ввод: тысячи граф, скобок или уровней",
      en: "Input too complex to be an act: thousands of columns, brackets or levels"),
    reason: Text(
      ru: "Такой файл – не акт; разбор занял бы минуты. Текст сохранён как есть.",
      en: "Such a file is no act; reading it would take minutes. The text is kept as it is."),
    norm: Text(
      ru: "Пределы много выше того, что бывает в актах.",
      en: "The limits are far above what acts have."),
    examples: [
      .accepts("1. Первый [см. ниже].\n"),
      .rejects(
        "1. Первый.\n\n⟦> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > ⟧> > > > > > > > > > > > > > > > > > > > > слово\n"
      ),
    ],
    .whileReading)
}
