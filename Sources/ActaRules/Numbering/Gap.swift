import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A number is left out.
  static let gap = Rule(
    "numbering/gap", .error,
    summary: Text(
      ru: "Номер пропущен: за 10 идёт 13, список начинается не с первого",
      en: "A number is left out: 13 follows 10, a list does not begin with its first"),
    reason: Text(
      ru: "Пропуск значит, что пункт потерян или номер ошибочен; на такие пункты нельзя сослаться.",
      en: "A gap means that a point was lost or misnumbered; nobody can refer to it."),
    norm: Text(
      ru: "Нумерация сквозная; утративший силу пункт номера не освобождает, вставной идёт как 3-1 "
        + "(Методические рекомендации ГД 18.11.2003 № вн2-18/490).",
      en: "Numbers run through; a repealed point keeps its number, an inserted one is 3-1 "
        + "(State Duma's recommendations of 18.11.2003 No. вн2-18/490)."),
    examples: [
      .accepts("1. Первый.\n\n2. Второй.\n\n2-1. Вставной.\n\n3. Третий.\n"),
      .accepts("1. Первый.\n\n2. Утратил силу. – Приказ от 01.02.2024 № 5.\n\n3. Третий.\n"),
      .accepts("## I. Раздел\n\n1. Первый.\n\n## II. Раздел\n\n2. Второй.\n"),
      .rejects("1. Первый.\n\n⟦3.⟧ Третий.\n"),
      .rejects("1. Виды:\n\nа) одно;\n\n⟦в)⟧ другое.\n"),
      .rejects("## I. Раздел\n\nТекст.\n\n## ⟦III.⟧ Раздел\n\nТекст.\n"),
    ],
    .document { read, report in
      let document = read.document
      for step in read.numbering.offences {
        guard case .gap(let missing) = step.offence else { continue }
        let number = step.unit.number
        let names = missing.map { number.spelled($0) }
        var places =
          step.previous.map {
            [Place(file: document.path, at: $0.number.span, .before)]
          } ?? []
        places += glued(missing, number, in: step.unit.before).map {
          Place(file: document.path, at: $0, .glued)
        }
        report(
          document.path, at: number.span,
          .gap(after: step.previous?.number.bare, number.bare, missing: names), places: places)
      }
    })

  /// Where a lost number hides in running text: «… совета.12.
  ///
  /// Заседания …».
  private static func glued(
    _ missing: [LegalNumber.Component], _ number: LegalNumber, in texts: [Prose]
  ) -> [Span] {
    guard number.style == .dotted else { return [] }
    var found: [Span] = []
    for prose in texts {
      let folded = FoldedBytes(prose.text)
      let bytes = Array(prose.text.utf8)
      for component in missing {
        let text = number.spelled(component) + "."
        var from = 1
        while let range = folded.firstRange(of: text, from: from) {
          from = range.upperBound
          guard !Glyph.isDigit(bytes[range.lowerBound - 1]) else { continue }
          var next = range.upperBound
          while next < bytes.count, Glyph.whitespace(bytes[next...]) > 0 {
            next += Glyph.whitespace(bytes[next...])
          }
          guard Glyph.isCapital(bytes[next...]), let span = prose.span(of: range) else { continue }
          found.append(span)
        }
      }
    }
    return found
  }
}

extension Text {
  fileprivate static func gap(after: String?, _ number: String, missing: [String]) -> Text {
    let shown = missing.count > 5 ? missing.prefix(3) + ["…"] + missing.suffix(1) : missing[...]
    let list = shown.joined(separator: ", ")
    guard let after else {
      return Text(
        ru: "Нумерация начинается с «\(number)»: нет \(list)",
        en: "Numbering begins with «\(number)»: \(list) missing")
    }
    return Text(
      ru: "После «\(after)» идёт «\(number)»: нет \(list)",
      en: "«\(number)» follows «\(after)»: \(list) missing")
  }

  fileprivate static let before = Text(ru: "предыдущий номер", en: "the number before")
  fileprivate static let glued = Text(
    ru: "похоже, потерянный номер приклеен здесь", en: "the lost number seems to be glued on here")
}
