import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A row has no result where its roadmap tells results.
  static let missingResult = Rule(
    "roadmap/missing-result", .warning,
    summary: Text(ru: "У мероприятия нет результата", en: "A row has no result"),
    reason: Text(
      ru: "Без документа или показателя нечем подтвердить, что мероприятие исполнено.",
      en: "Without a document or a figure nothing proves that the row is done."),
    norm: Text(
      ru: "Графа результата заведена самим планом: она заполняется в каждой строке.",
      en: "The plan itself has a column of results: each row fills it."),
    examples: [
      .accepts(Self.tableOfResults("1 | Составление отчёта | 29.03.2024 | Министерство | отчёт")),
      .accepts(Self.table("1 | Составление отчёта | 29.03.2024 | Министерство")),
      .rejects(Self.tableOfResults("⟦1⟧ | Составление отчёта | 29.03.2024 | Министерство | ")),
    ],
    .document { document, report in
      guard let roadmap = document.roadmap, roadmap.columns.contains(.result) else { return }
      let runs = roadmap.runs { row in
        row.results.allSatisfy { isBlank($0.text.value) } && !row.hasResultForDeadline
      }
      for run in runs { report.tell(run, in: document.path, { .missingResult($0, run.count) }) }
    })
}

extension Text {
  fileprivate static func missingResult(_ rows: String, _ count: Int) -> Text {
    count == 1
      ? Text(ru: "У мероприятия \(rows) нет результата", en: "Row \(rows) has no result")
      : Text(ru: "У мероприятий \(rows) нет результата", en: "Rows \(rows) have no result")
  }
}
