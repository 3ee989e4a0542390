import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A task that nobody is given.
  static let noExecutor = Rule(
    "act/no-executor", .warning,
    summary: Text(
      ru: "Поручение без исполнителя: «Внедрить стандарты …»",
      en: "A task without anybody to do it"),
    reason: Text(
      ru: "За поручение, данное никому, никто не отвечает, и снять его с контроля нельзя.",
      en: "Nobody answers for a task given to nobody."),
    norm: Text(
      ru: "Пункт приказа называет исполнителя, действие и срок "
        + "(ГОСТ Р 7.0.97-2016; Правила делопроизводства, приказ Росархива 22.05.2019 № 71).",
      en: "A point of an order names who is to do what, and by when "
        + "(ГОСТ Р 7.0.97-2016; Rosarkhiv's order of 22.05.2019 No. 71)."),
    examples: [
      .accepts(Sample.order(text: "1. Утвердить штат.\n\n2. Отделу кадров разместить приказ.", [])),
      .accepts(
        Sample.order(text: "1. Отделу кадров:\n\n1) разместить приказ;\n\n2) довести его.", [])),
      .rejects(Sample.order(text: "⟦1. Внедрить стандарты обслуживания⟧.", [])),
      .rejects(Sample.order(text: "1. Утвердить штат.\n\n⟦2. Обеспечить обучение служащих⟧.", [])),
    ],
    .act { read, report in
      guard let order = read.order, order.document.family == .order, !order.isAmending else {
        return
      }
      for point in report.points where point.kind == .task {
        report(
          order.path, at: point.opening, .nobody(point.text.text(point.text[0].span)))
      }
    })
}

extension Text {
  fileprivate static func nobody(_ verb: String) -> Text {
    Text(
      ru: "«\(verb)» – а кому, не сказано: назовите исполнителя и срок",
      en: "«\(verb)» – but it is not said who: name somebody and a date")
  }
}
