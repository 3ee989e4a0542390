import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// One list or document numbers in two ways.
  static let mixedStyle = Rule(
    "numbering/mixed-style", .warning,
    summary: Text(
      ru: "Нумерация в двух видах: «а)» и «2)» в одном списке, точка после номера то есть, то нет",
      en: "Two ways of numbering: «а)» and «2)» in one list, a full stop now there, now not"),
    reason: Text(
      ru: "Смешение видов мешает сослаться на единицу и похоже на сбой при переносе текста.",
      en: "A mixture hinders references and looks like an accident of copying."),
    norm: Text(
      ru: "Пункты – «1.», подпункты – «1)» или «а)»; в одном документе на одном уровне вид один "
        + "(постановление Правительства РФ 13.08.1997 № 1009).",
      en: "Points are «1.», sub-points «1)» or «а)»; one way on one level of a document "
        + "(Government's resolution of 13.08.1997 No. 1009)."),
    examples: [
      .accepts("1. Виды:\n\nа) одно;\n\nб) другое:\n\n1) первое;\n\n2) второе.\n"),
      .accepts("## 1. Раздел\n\n1.1. Пункт.\n\n## 2. Раздел\n\n2.1. Пункт.\n"),
      .rejects("1. Виды:\n\nа) одно;\n\n⟦2)⟧ другое;\n\nв) третье.\n"),
      .rejects("1.1. Первый.\n\n⟦1.2⟧ Второй.\n\n1.3. Третий.\n"),
      .rejects("## ⟦1.⟧ Раздел\n\nТекст без номера.\n\n## 2. Раздел\n\n2.1. Пункт.\n"),
    ],
    .document { read, report in
      let document = read.document
      for step in read.numbering.offences {
        guard case .otherStyle = step.offence, let parent = step.unit.listParent else { continue }
        report(
          document.path, at: step.unit.number.span,
          .otherStyle(step.unit.number.text, parent.text),
          places: [Place(file: document.path, at: parent.span, .brother)])
      }
      reportMissingMarks(read, &report)
      reportUnnumberedSections(document, &report)
    })

  /// Numbers of one series, some with their full stop and some without.
  private static func reportMissingMarks(_ read: ReadDocument, _ report: inout Report) {
    var bySeries: [String: [NumberedUnit]] = [:]
    var order: [String] = []
    for unit in read.numbering.units
    where unit.number.style == .dotted && unit.number.components.count > 1 {
      if bySeries[unit.series] == nil { order.append(unit.series) }
      bySeries[unit.series, default: []].append(unit)
    }
    for series in order {
      let units = bySeries[series] ?? []
      let marked = units.filter { $0.number.text.hasSuffix(".") }
      let bare = units.filter { !$0.number.text.hasSuffix(".") }
      guard let first = marked.first, let firstBare = bare.first else { continue }
      let isBareRare = bare.count <= marked.count
      for unit in isBareRare ? bare : marked {
        let other = isBareRare ? first : firstBare
        report(
          read.path, at: unit.number.span, .mark(unit.number.text, other.number.text),
          places: [Place(file: read.path, at: other.number.span, .brother)])
      }
    }
  }

  /// Sections whose paragraphs have no numbers, where other sections number theirs.
  private static func reportUnnumberedSections(_ document: Document, _ report: inout Report) {
    let sections = document.blocks.compactMap { block -> Provision? in
      guard case .provision(let provision) = block, provision.headingLevel != nil,
        provision.number != nil
      else { return nil }
      return provision
    }
    let numbered = sections.filter { hasPoints($0) }
    let bare = sections.filter { !hasPoints($0) && hasParagraphs($0) }
    guard let example = numbered.first?.number, let first = bare.first?.number else { return }
    let others = bare.dropFirst().compactMap(\.number)
    report(
      document.path, at: first.span, .unnumbered(([first] + others).map(\.bare), example.bare),
      level: .note,
      places: others.map { Place(file: document.path, at: $0.span, .alsoBare) }
        + [Place(file: document.path, at: example.span, .numberedOne)])
  }

  private static func hasPoints(_ section: Provision) -> Bool {
    section.children.contains { block in
      guard case .provision(let provision) = block, let number = provision.number else {
        return false
      }
      return number.style == .dotted || hasPoints(provision)
    }
  }

  private static func hasParagraphs(_ section: Provision) -> Bool {
    section.children.contains { block in
      guard case .provision(let provision) = block else { return false }
      return provision.level == .paragraph && provision.role == .norm
    }
  }
}

extension Text {
  fileprivate static func otherStyle(_ number: String, _ before: String) -> Text {
    Text(
      ru: "«\(number)» продолжает список, начатый как «\(before)»",
      en: "«\(number)» goes on with a list that began as «\(before)»")
  }

  fileprivate static func mark(_ number: String, _ other: String) -> Text {
    Text(
      ru: "Номер «\(number)», а рядом – «\(other)»: точка то есть, то нет",
      en: "Number «\(number)» beside «\(other)»: the full stop is now there, now not")
  }

  fileprivate static func unnumbered(_ sections: [String], _ example: String) -> Text {
    let list = sections.joined(separator: ", ")
    return Text(
      ru: "Абзацы без номеров в \(sections.count == 1 ? "разделе" : "разделах") \(list), "
        + "а в разделе \(example) пункты пронумерованы: на эти абзацы трудно сослаться",
      en: "Paragraphs without numbers in section\(sections.count == 1 ? "" : "s") \(list), "
        + "while section \(example) has numbered points")
  }

  fileprivate static let brother = Text(ru: "сосед по списку", en: "its neighbour")
  fileprivate static let alsoBare = Text(ru: "и здесь без номеров", en: "no numbers here either")
  fileprivate static let numberedOne = Text(
    ru: "здесь пункты с номерами", en: "numbered points here")
}
