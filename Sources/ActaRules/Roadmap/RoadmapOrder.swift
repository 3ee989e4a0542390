import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A row is due before one that has to come first.
  static let roadmapOrder = Rule(
    "roadmap/order", .warning,
    summary: Text(
      ru: "Мероприятие назначено раньше того, за которым следует",
      en: "A row is due before one that has to come first"),
    reason: Text(
      ru: "Нельзя утвердить то, что ещё не разработано, и подвести итог тому, что не закончено.",
      en: "Nothing can be approved before it is drafted, nor summed up before it is done."),
    norm: Text(
      ru:
        "Порядок зависимых мероприятий: определение, разработка, утверждение, реализация, оценка, "
        + "отчёт; объявленный – поле «После». Номера во времени идти не обязаны.",
      en: "The order of rows that depend on each other: definition, drafting, approval, "
        + "realization, evaluation, report; a declared one is «После». Numbers need not run in time."
    ),
    examples: [
      .accepts(
        Self.chain(
          "Разработка порядка приёма жалоб", "01.03.2024", "Утверждение порядка приёма жалоб",
          "29.03.2024")),
      .accepts(
        Self.chain(
          "Ремонт кровли школы", "29.03.2024", "Утверждение порядка приёма жалоб", "01.03.2024")),
      .rejects(
        Self.chain(
          "Разработка порядка приёма жалоб", "29.03.2024", "Утверждение порядка приёма жалоб",
          "⟦01.03.2024⟧")),
      .rejects(
        """
        ---
        вид: план мероприятий
        название: План
        ---

        ### 1. Ремонт кровли
        - Срок: 29.03.2024
        - Ответственный: Министерство

        ### 2. Покраска стен
        - Срок: ⟦01.03.2024⟧
        - Ответственный: Министерство
        - После: 1
        """),
      .rejects(
        """
        ---
        вид: план мероприятий
        название: План
        ---

        ### 1. Ремонт кровли
        - Срок: 29.03.2024
        - Ответственный: Министерство
        - После: ⟦7⟧
        """),
    ],
    .document { document, report in
      guard let roadmap = document.roadmap else { return }
      let byNumber = roadmap.byNumber
      var told: Set<Span> = []
      for row in roadmap.rows {
        for number in row.after {
          guard let before = byNumber[number.value] else {
            report(document.path, at: number.span, .noRow(number.value), level: .error)
            continue
          }
          guard let due = row.lastDay, let first = before.lastDay, due < first else { continue }
          told.insert(row.span)
          report(
            document.path, at: row.deadlineMark, .declared(row, due, before, first), level: .error,
            places: [
              Place(file: document.path, at: before.deadlineMark, .comesFirst),
              Place(file: document.path, at: number.span, .declaredHere),
            ])
        }
      }
      for (row, first) in roadmap.brokenChains where !told.contains(row.span) {
        guard let due = row.lastDay, let day = first.first?.lastDay, let before = first.first else {
          continue
        }
        report(
          document.path, at: row.deadlineMark, .chain(row, due, before, day),
          places: first.map { Place(file: document.path, at: $0.deadlineMark, .comesFirst) })
      }
    })

  private static func chain(
    _ first: String, _ day: String, _ second: String, _ other: String
  ) -> String {
    table("1 | \(first) | \(day) | Министерство", "2 | \(second) | \(other) | Министерство")
  }
}

extension ReadRoadmap {
  /// The first row of each number.
  var byNumber: [String: ReadMilestone] {
    Dictionary(
      rows.compactMap { row in row.number.map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Rows due before others that come first by what they do with the same object, each with those.
  fileprivate var brokenChains: [(ReadMilestone, [ReadMilestone])] {
    let weights = StemWeights(rows.map(\.action.object))
    var found: [(ReadMilestone, [ReadMilestone])] = []
    for section in sections {
      // More rows than this in one section are no plan: the bound keeps the work linear.
      let rows = self.rows[section.rows.clamped(to: self.rows.indices)].prefix(300)
      for row in rows {
        guard let due = row.lastDay else { continue }
        let before = rows.filter { other in
          guard let first = other.lastDay, due < first, other.span != row.span else { return false }
          return row.action.follows(other.action, by: weights)
            || row.action.isFinal && row.span == rows.last?.span
        }
        if !before.isEmpty { found.append((row, before)) }
      }
    }
    return found
  }
}

extension RoadmapAction {
  /// Whether this is a later step with the object of another.
  func follows(_ other: RoadmapAction, by weights: StemWeights) -> Bool {
    guard let stage, let first = other.stage, first < stage else { return false }
    guard object.count >= 2, other.object.count >= 2 else {
      return object == other.object && !object.isEmpty
    }
    // The thing itself, not only what it is about: «план» of the two plans.
    let isSameThing =
      object.opening.prefix(2).contains { other.object.opening.prefix(2).contains($0) }
    if isSameThing, object.likeness(to: other.object, by: weights) >= 70 { return true }
    if first == .definition { return other.object.share(in: object, by: weights) >= 85 }
    if first == .approval, stage == .realization || stage == .evaluation {
      return object.share(in: other.object, by: weights) >= 85
    }
    return false
  }
}

extension Text {
  fileprivate static func declared(
    _ row: ReadMilestone, _ due: CalendarDate, _ before: ReadMilestone, _ first: CalendarDate
  ) -> Text {
    Text(
      ru: "Мероприятие \(row.name) (\(due.dotted)) назначено раньше мероприятия \(before.name) "
        + "(\(first.dotted)), после которого должно идти",
      en: "Row \(row.name) (\(due.dotted)) is due before row \(before.name) (\(first.dotted)), "
        + "which it is to follow")
  }

  fileprivate static func chain(
    _ row: ReadMilestone, _ due: CalendarDate, _ before: ReadMilestone, _ first: CalendarDate
  ) -> Text {
    Text(
      ru: "Мероприятие \(row.name) (\(due.dotted)) назначено раньше мероприятия \(before.name) "
        + "(\(first.dotted)), от которого зависит",
      en: "Row \(row.name) (\(due.dotted)) is due before row \(before.name) (\(first.dotted)), "
        + "on which it depends")
  }

  fileprivate static func noRow(_ number: String) -> Text {
    Text(ru: "Строки \(number) в этом плане нет", en: "This roadmap has no row \(number)")
  }

  fileprivate static let comesFirst = Text(ru: "должно быть раньше", en: "has to come first")
  fileprivate static let declaredHere = Text(ru: "объявлено здесь", en: "declared here")
}
