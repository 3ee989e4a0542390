import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A section of a roadmap has no row.
  static let emptySection = Rule(
    "roadmap/empty-section", .warning,
    summary: Text(ru: "В разделе плана нет мероприятий", en: "A section of a roadmap has no row"),
    reason: Text(
      ru: "Пустой раздел – обычно след потерянных строк.",
      en: "An empty section is mostly what lost rows leave behind."),
    norm: Text(
      ru: "Раздел выделяют ради того, что в нём изложено; пустых разделов в акте не бывает.",
      en: "A section is made for what stands in it; an act has no empty ones."),
    examples: [
      .accepts(
        Self.plan(
          "## I. Подготовка\n\n"
            + Self.rows(["1 | Составление отчёта | 29.03.2024 | Министерство"]))),
      .rejects(
        Self.plan(
          "## ⟦I. Подготовка⟧\n\n## II. Работа\n\n"
            + Self.rows(["1 | Составление отчёта | 29.03.2024 | Министерство"]))),
    ],
    .document { document, report in
      guard let roadmap = document.roadmap, !roadmap.rows.isEmpty else { return }
      for (index, section) in roadmap.sections.enumerated() {
        guard section.rows.isEmpty, !section.hasText, let span = section.span else { continue }
        let next = index + 1 < roadmap.sections.count ? roadmap.sections[index + 1] : nil
        if let next, next.depth > section.depth { continue }
        // A heading in front of the plan is its title.
        if index == 0, section.number == nil { continue }
        report(document.path, at: span, .emptySection(section.title))
      }
    })
}

extension Text {
  fileprivate static func emptySection(_ title: String) -> Text {
    let words = shortened(title)
    return Text(
      ru: "В разделе «\(words)» нет ни одного мероприятия", en: "Section «\(words)» has no row")
  }
}
