import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A row of a roadmap has no deadline.
  static let missingDeadline = Rule(
    "roadmap/missing-deadline", .error,
    summary: Text(ru: "У мероприятия нет срока", en: "A row has no deadline"),
    reason: Text(
      ru: "Мероприятие без срока никогда не просрочено: проконтролировать его нельзя.",
      en: "A row without a deadline is never overdue: nobody can control it."),
    norm: Text(
      ru: "План – это мероприятия, сроки и исполнители; ГК РФ, ст. 190 – чем определяется срок.",
      en: "A plan is what, when and who; Civil Code, art. 190, on what a term is."),
    examples: [
      .accepts(Self.table("1 | Составление отчёта | 29.03.2024 | Министерство")),
      .rejects(Self.table("⟦1⟧ | Составление отчёта | | Министерство")),
      .rejects(Self.table("⟦1⟧ | Составление отчёта | – | Министерство")),
    ],
    .document { document, report in
      guard let roadmap = document.roadmap, roadmap.columns.contains(.deadline) else { return }
      let runs = roadmap.runs { row in
        row.deadlineText.map { isBlank($0.value) } ?? true || row.hasResultForDeadline
      }
      for run in runs {
        report.tell(run, in: document.path, { .missingDeadline($0, run.count) }, help: .setDeadline)
      }
    })
}

extension Text {
  fileprivate static func missingDeadline(_ rows: String, _ count: Int) -> Text {
    count == 1
      ? Text(ru: "У мероприятия \(rows) нет срока", en: "Row \(rows) has no deadline")
      : Text(ru: "У мероприятий \(rows) нет срока", en: "Rows \(rows) have no deadline")
  }

  fileprivate static let setDeadline = Text(
    ru: "назовите день, квартал или периодичность; «–» – это не срок",
    en: "name a day, a quarter or a frequency; «–» is no deadline")
}
