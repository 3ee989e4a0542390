import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A number stands behind a higher one.
  static let outOfOrder = Rule(
    "numbering/out-of-order", .error,
    summary: Text(
      ru: "Номер стоит после большего", en: "A number stands behind a higher one"),
    reason: Text(
      ru: "Единица стоит не на своём месте или её номер ошибочен.",
      en: "The unit stands in the wrong place, or its number is wrong."),
    norm: Text(
      ru: "Нумерация сквозная и возрастающая; перенумеровывать при изменениях нельзя "
        + "(Методические рекомендации ГД 18.11.2003 № вн2-18/490).",
      en: "Numbers run through and rise (State Duma's recommendations of 18.11.2003)."),
    examples: [
      .accepts("1. Первый.\n\n1-1. Вставной.\n\n2. Второй.\n"),
      .rejects("1. Первый.\n\n3. Третий.\n\n⟦2.⟧ Второй.\n\n4. Четвёртый.\n"),
    ],
    .document { read, report in
      let document = read.document
      for step in read.numbering.offences {
        guard case .outOfOrder = step.offence, let previous = step.previous else { continue }
        report(
          document.path, at: step.unit.number.span,
          .outOfOrder(step.unit.number.bare, previous.number.bare),
          places: [Place(file: document.path, at: previous.number.span, .higher)])
      }
    })
}

extension Text {
  fileprivate static func outOfOrder(_ number: String, _ previous: String) -> Text {
    Text(
      ru: "«\(number)» стоит после «\(previous)»", en: "«\(number)» stands behind «\(previous)»")
  }

  fileprivate static let higher = Text(ru: "больший номер", en: "the higher number")
}
