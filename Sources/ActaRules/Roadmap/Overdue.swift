import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// An open row is past its last day.
  static let overdue = Rule(
    "roadmap/overdue", .note,
    summary: Text(
      ru: "Срок прошёл, а отметки об исполнении нет",
      en: "The deadline is past and nothing is marked"),
    reason: Text(
      ru: "Либо мероприятие просрочено, либо об исполнении забыли написать.",
      en: "Either the row is overdue, or its fulfilment was not noted."),
    norm: Text(
      ru:
        "ГК РФ, ст. 194: действие выполняется до конца последнего дня срока. Сегодняшний день или "
        + "день, названный в --as-of.",
      en: "Civil Code, art. 194: until the end of the last day. Held against today, or --as-of."),
    examples: [
      .accepts(Self.table("1 | Составление отчёта | 29.03.2094 | Министерство")),
      .accepts(Self.table("1 | Составление отчёта | 20.03.2020 (исполнено) | Министерство")),
      .rejects(
        Self.table(
          "1 | Составление отчёта | ⟦20.03.2020⟧ | Министерство",
          "2 | Составление сводки | 20.03.2094 | Министерство")),
      // All of it is past: told once.
      .rejects(
        Self.table(
          "1 | Составление отчёта | ⟦20.03.2020⟧ | Министерство",
          "2 | Составление сводки | 20.04.2020 | Министерство")),
    ],
    .document { document, report in
      guard let roadmap = document.roadmap else { return }
      let today = report.asOf
      let open = roadmap.rows.filter { row in
        !row.isDone && row.lastDay.map { $0 < today } ?? false
      }
      guard !open.isEmpty else { return }
      let isRunning = roadmap.rows.contains { $0.lastDay.map { $0 >= today } ?? false }
      if isRunning {
        for row in open {
          report(document.path, at: row.deadlineMark, .overdue(row, asOf: today))
        }
      } else {
        report.tell(
          open, in: document.path, { _ in .ended(open.count, asOf: today) },
          at: \.deadlineMark)
      }
    })
}

extension Text {
  fileprivate static func overdue(_ row: ReadMilestone, asOf: CalendarDate) -> Text {
    Text(
      ru: "Мероприятие \(row.name) не отмечено исполненным, а срок прошёл (на \(asOf.dotted))",
      en: "Row \(row.name) is not marked done and is past its deadline (as of \(asOf.dotted))")
  }

  fileprivate static func ended(_ count: Int, asOf: CalendarDate) -> Text {
    Text(
      ru:
        "Все сроки плана прошли (на \(asOf.dotted)), не отмечено исполненными мероприятий: \(count)",
      en:
        "All deadlines of the roadmap are past (as of \(asOf.dotted)); rows not marked done: \(count)"
    )
  }
}
