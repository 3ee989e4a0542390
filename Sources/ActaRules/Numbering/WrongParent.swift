import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A number does not begin with that of the unit it stands in.
  static let wrongParent = Rule(
    "numbering/wrong-parent", .error,
    summary: Text(
      ru: "Номер не того раздела: 4.1 в разделе VI",
      en: "The number of another section: 4.1 in section VI"),
    reason: Text(
      ru: "Либо раздел пронумерован неверно, либо пункт стоит в чужом разделе.",
      en: "Either the section is misnumbered, or the point stands in another's section."),
    norm: Text(
      ru: "Номер вложенной единицы начинается с номера той, в которую она входит.",
      en: "The number of an inner unit begins with that of the unit it stands in."),
    examples: [
      .accepts("## I. Раздел\n\n1.1. Первый.\n\n## II. Раздел\n\n2.1. Первый.\n"),
      .accepts("1. Пункт.\n\n1.1. Подпункт.\n"),
      .rejects("## I. Раздел\n\n1.1. Первый.\n\n## II. Раздел\n\n⟦3.1.⟧ Первый.\n\n3.2. Второй.\n"),
      .rejects("1. Пункт.\n\n2. Пункт.\n\n⟦1.1.⟧ Подпункт.\n"),
    ],
    .document { read, report in
      let document = read.document
      var told: Set<String> = []
      let units = read.numbering.units
      let known = Set(units.map(\.number.components))
      for unit in units {
        guard let parent = unit.parent else { continue }
        // Where the unit above does not exist at all, it is a level that is skipped.
        if unit.number.components.count > 2,
          !known.contains(Array(unit.number.components.dropLast()))
        {
          continue
        }
        let prefix = Array(unit.number.components.prefix(parent.components.count))
        guard prefix != parent.components else { continue }
        // Once for a section: its other points share the offence.
        let key = "\(parent.span.start) \(prefix.map(\.text).joined(separator: "."))"
        guard told.insert(key).inserted else { continue }
        report(
          document.path, at: unit.number.span, .wrongParent(unit.number.bare, parent.bare),
          places: [Place(file: document.path, at: parent.span, .parent)])
      }
    })
}

extension Text {
  fileprivate static func wrongParent(_ number: String, _ parent: String) -> Text {
    Text(
      ru: "«\(number)» стоит внутри «\(parent)»: номер начинается иначе",
      en: "«\(number)» stands in «\(parent)»: its number begins otherwise")
  }

  fileprivate static let parent = Text(ru: "внешняя единица", en: "the outer unit")
}
