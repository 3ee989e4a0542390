import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A row of a roadmap has nobody responsible.
  static let missingResponsible = Rule(
    "roadmap/missing-responsible", .error,
    summary: Text(ru: "У мероприятия нет ответственного", en: "Nobody is responsible for a row"),
    reason: Text(
      ru: "За мероприятие, у которого нет ответственного, не отвечает никто.",
      en: "Where nobody is named, nobody answers."),
    norm: Text(
      ru: "План – это мероприятия, сроки и исполнители; исполнитель поручения указывается в акте.",
      en: "A plan is what, when and who; who carries out an order is named in the act."),
    examples: [
      .accepts(Self.table("1 | Составление отчёта | 29.03.2024 | Министерство")),
      .rejects(Self.table("⟦1⟧ | Составление отчёта | 29.03.2024 | ")),
    ],
    .document { document, report in
      guard let roadmap = document.roadmap, roadmap.columns.contains(.responsible) else { return }
      let runs = roadmap.runs { row in row.responsibleText.map { isBlank($0.value) } ?? true }
      for run in runs {
        report.tell(run, in: document.path, { .missingResponsible($0, run.count) })
      }
    })
}

extension Text {
  fileprivate static func missingResponsible(_ rows: String, _ count: Int) -> Text {
    count == 1
      ? Text(
        ru: "У мероприятия \(rows) нет ответственного", en: "Nobody is responsible for row \(rows)")
      : Text(
        ru: "У мероприятий \(rows) нет ответственного", en: "Nobody is responsible for rows \(rows)"
      )
  }
}
