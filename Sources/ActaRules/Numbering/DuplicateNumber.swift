import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A number is given twice.
  static let duplicateNumber = Rule(
    "numbering/duplicate", .error,
    summary: Text(
      ru: "Один номер дан двум единицам", en: "One number is given to two units"),
    reason: Text(
      ru: "Ссылка на такой номер указывает на два места сразу.",
      en: "A reference to the number points at two places at once."),
    norm: Text(
      ru: "Номер единицы в акте один; ключ – документ, приложение и путь.",
      en: "A unit's number is its own within its document or appendix."),
    examples: [
      .accepts("1. Первый.\n\n2. Второй.\n"),
      .accepts("## 1. Раздел\n\n1.1. Первый.\n\n## 2. Раздел\n\n2.1. Первый.\n"),
      .rejects("1. Первый.\n\n2. Второй.\n\n⟦2.⟧ Снова второй.\n\n3. Третий.\n"),
      .rejects("1. Виды:\n\nа) одно;\n\n⟦а)⟧ другое.\n"),
    ],
    .document { read, report in
      let document = read.document
      for step in read.numbering.offences {
        guard case .duplicate(let first) = step.offence else { continue }
        report(
          document.path, at: step.unit.number.span, .duplicate(step.unit.number.bare),
          places: [Place(file: document.path, at: first.number.span, .first)])
      }
    })
}

extension Text {
  fileprivate static func duplicate(_ number: String) -> Text {
    Text(ru: "Номер «\(number)» уже есть", en: "Number «\(number)» is taken")
  }

  fileprivate static let first = Text(ru: "впервые здесь", en: "first given here")
}
