import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A number of a deeper level has nothing above it.
  static let levelSkip = Rule(
    "numbering/level-skip", .warning,
    summary: Text(
      ru: "Пропущен уровень: 4.1.1 есть, а 4.1 нет",
      en: "A level is skipped: there is 4.1.1 and no 4.1"),
    reason: Text(
      ru: "Единица висит без той, в которую входит.",
      en: "The unit hangs without the one it belongs to."),
    norm: Text(
      ru: "Не более четырёх уровней нумерации, каждый под своим (ГОСТ Р 7.0.97-2016).",
      en: "At most four levels of numbers, each under its own (ГОСТ Р 7.0.97-2016)."),
    examples: [
      .accepts("## 4. Раздел\n\n4.1. Пункт.\n\n4.1.1. Подпункт.\n"),
      .rejects("## 4. Раздел\n\n⟦4.1.1.⟧ Подпункт.\n\n4.1.2. Подпункт.\n"),
    ],
    .document { read, report in
      let document = read.document
      let units = read.numbering.units.filter { $0.number.style == .dotted }
      var known = Set(units.map { $0.number.components })
      for unit in units where unit.number.components.count > 2 {
        let above = Array(unit.number.components.dropLast())
        guard known.insert(above).inserted else { continue }
        report(
          document.path, at: unit.number.span,
          .levelSkip(unit.number.bare, above.map(\.text).joined(separator: ".")))
      }
    })
}

extension Text {
  fileprivate static func levelSkip(_ number: String, _ above: String) -> Text {
    Text(
      ru: "«\(number)» есть, а «\(above)» нет", en: "There is «\(number)» and no «\(above)»")
  }
}
