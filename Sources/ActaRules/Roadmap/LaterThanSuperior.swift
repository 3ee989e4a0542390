import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A row is due later than the row of the superior roadmap that it carries out.
  static let laterThanSuperior = Rule(
    "roadmap/later-than-superior", .error,
    summary: Text(
      ru: "Срок позже срока вышестоящего плана",
      en: "A row is due later than the superior roadmap's"),
    reason: Text(
      ru: "Срок, исполненный по своему плану, окажется сорван по вышестоящему.",
      en: "What is in time by this roadmap is late by the superior one."),
    norm: Text(
      ru: "Акт органа не может отодвигать сроки, установленные вышестоящим актом.",
      en: "An act of a body cannot put off the deadlines that a superior act sets."),
    examples: [
      .accepts(Self.plans("29.03.2024", "28.02.2024", "- Исполняет: 1\n")),
      .rejects(Self.plans("29.03.2024", "⟦01.04.2024⟧", "- Исполняет: 1\n")),
      .rejects(Self.plans("29.03.2024", "⟦01.04.2024⟧", "")),
      .rejects(Self.plans("29.03.2024", "28.02.2024", "- Исполняет: ⟦8⟧\n")),
    ],
    .surroundings { _, report in
      for pair in report.subordinations { pair.tellLater(&report) }
    })

  static func plans(_ above: String, _ below: String, _ field: String) -> String {
    """
    //- a/order.md
    ---
    вид: распоряжение
    номер: 1
    дата: 10.01.2024
    орган: Правительство
    приложения: [plan.md]
    ---

    1. Утвердить план.
    //- a/plan.md
    ---
    вид: план мероприятий
    название: План мероприятий
    ---

    ### 1. Утверждение во всех органах власти порядка сбора жалоб на очереди
    - Срок: \(above)
    - Ответственный: органы исполнительной власти

    //- b/order.md
    ---
    вид: приказ
    название: О плане
    номер: 1
    дата: 20.01.2024
    орган: Министерство
    приложения: [plan.md]
    ---

    1. Утвердить план.
    //- b/plan.md
    ---
    вид: план мероприятий
    название: План мероприятий
    исполняет: ../a/plan.md
    ---

    ### 1. Утверждение порядка сбора жалоб на очереди
    - Срок: \(below)
    - Ответственный: отдел кадров
    \(field)
    """
  }
}

extension Subordination {
  fileprivate func tellLater(_ report: inout Report) {
    let known = Set(plan.rows.compactMap(\.number))
    var equal: [(row: ReadMilestone, other: ReadMilestone)] = []
    for (row, links) in zip(roadmap.rows, links) {
      for number in row.implements where !known.contains(number.value) {
        report(
          document.path, at: number.span, .noSuperiorRow(number.value),
          places: [Place(file: superior.path, at: nil, .superiorHere)])
      }
      guard let due = row.lastDay else { continue }
      // Of several that are as alike, the one that binds every body; else the latest: no more is sure.
      let dated = links.filter { plan.rows[$0.row].lastDay != nil }
      let binding = dated.filter { binds($0.row) }
      let candidates =
        binding.isEmpty || dated.contains { $0.certainty == .declared } ? dated : binding
      let isDeclared = candidates.contains { $0.certainty == .declared }
      let ordered = candidates.sorted { day($0) < day($1) }
      guard let link = isDeclared ? ordered.first : ordered.last else { continue }
      let other = plan.rows[link.row]
      guard let limit = other.lastDay else { continue }
      if due == limit, link.certainty > .likely { equal.append((row, other)) }
      guard due > limit else { continue }
      let level: Level =
        switch link.certainty {
        case .declared: .error
        case .alike: .warning
        case .likely: .note
        }
      report(
        document.path, at: row.deadlineMark,
        .later(row, due, other, limit, isSure: link.certainty == .declared), level: level,
        places: [Place(file: superior.path, at: other.deadlineMark, .superiorDeadline)]
          + (link.span.map { [Place(file: document.path, at: $0, .declaredHere)] } ?? []))
    }
    guard let first = equal.first else { return }
    report(
      document.path, at: first.row.deadlineMark, .noReserve(equal.map(\.row.name)), level: .note,
      places: [Place(file: superior.path, at: first.other.deadlineMark, .superiorDeadline)]
        + equal.dropFirst().map { Place(file: document.path, at: $0.row.deadlineMark, .equalToo) })
  }

  private func day(_ link: Link) -> Int { plan.rows[link.row].lastDay?.ordinal ?? 0 }
}

extension Text {
  fileprivate static func later(
    _ row: ReadMilestone, _ due: CalendarDate, _ other: ReadMilestone, _ limit: CalendarDate,
    isSure: Bool
  ) -> Text {
    let days = due.ordinal - limit.ordinal
    return Text(
      ru: "Срок мероприятия \(row.name) (\(due.dotted)) позже срока вышестоящего плана: "
        + (isSure ? "" : "похожее мероприятие ") + "\(other.name), \(limit.dotted) (дней: \(days))",
      en: "Row \(row.name) (\(due.dotted)) is later than the superior roadmap's "
        + (isSure ? "" : "like ") + "row \(other.name), \(limit.dotted), by days: \(days)")
  }

  fileprivate static func noReserve(_ names: [String]) -> Text {
    let list = names.prefix(12).joined(separator: ", ")
    return Text(
      ru: "Срок равен сроку вышестоящего плана, времени на свод не остаётся: \(list)",
      en: "Due on the very day of the superior roadmap, no time to sum up: \(list)")
  }

  fileprivate static func noSuperiorRow(_ number: String) -> Text {
    Text(
      ru: "Строки \(number) в вышестоящем плане нет",
      en: "The superior roadmap has no row \(number)")
  }

  fileprivate static let superiorHere = Text(ru: "вышестоящий план", en: "the superior roadmap")
  fileprivate static let superiorDeadline = Text(
    ru: "срок вышестоящего плана", en: "the superior deadline")
  fileprivate static let declaredHere = Text(ru: "объявлено здесь", en: "declared here")
  fileprivate static let equalToo = Text(ru: "и здесь", en: "here too")
}
