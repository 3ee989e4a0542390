import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A result stands in another row or column than its own.
  static let shiftedResult = Rule(
    "roadmap/shifted-result", .warning,
    summary: Text(
      ru: "Результат стоит не в своей строке или не в своей графе",
      en: "A result stands in another row or column than its own"),
    reason: Text(
      ru: "При переносе таблицы графа съезжает на строку: каждый получает чужой результат.",
      en:
        "When a table is carried over a column slips by a row, and each row gets another's result."),
    norm: Text(
      ru: "Результат в строке плана относится к мероприятию той же строки.",
      en: "The result in a row of a plan is that of the same row's work."),
    examples: [
      .accepts(
        Self.tableOfResults(
          "1 | Утверждение порядка сбора обратной связи | 29.03.2024 | Министерство | приказ об утверждении порядка сбора обратной связи",
          "2 | Оценка удовлетворённости заявителей услугами | 28.06.2024 | Министерство | отчёт об удовлетворённости заявителей услугами"
        )),
      .rejects(
        Self.tableOfResults(
          "1 | Утверждение порядка сбора обратной связи | 29.03.2024 | Министерство | ⟦отчёт об удовлетворённости заявителей услугами⟧",
          "2 | Оценка удовлетворённости заявителей услугами | 28.06.2024 | Министерство | ⟦приказ об утверждении порядка сбора обратной связи⟧"
        )),
      // A row that lost its cells.
      .rejects(
        Self.tableOfResults(
          "1 | Назначение ответственного | 29.03.2024 | Министерство | приказ о назначении",
          "2 | Проведение самооценки | ⟦отчёт о проведении самооценки⟧")),
    ],
    .document { document, report in
      guard let roadmap = document.roadmap else { return }
      let words = roadmap.rows.map(\.words)
      let weights = StemWeights(words)
      for (index, row) in roadmap.rows.enumerated() {
        if row.hasResultForDeadline, let text = row.deadlineText {
          report(
            document.path, at: text.span, .inDeadline(text.value), level: .error, help: .realign)
          continue
        }
        for (part, result) in row.results.enumerated() {
          guard result.words.count >= 2 else { continue }
          if let twin = row.results[..<part].first(where: { $0.isTwin(of: result) }) {
            report(
              document.path, at: result.text.span, .twice(row),
              places: [Place(file: document.path, at: twin.text.span, .firstTime)], help: .realign)
            continue
          }
          // What it opens with is what the row does: it is the row's own, be it in other words.
          guard !result.opensLike(row) else { continue }
          let known = result.words.known(to: weights)
          guard known.count >= 2 else { continue }
          let own = known.share(in: row.words, by: weights)
          let neighbours = [index - 1, index + 1].filter(words.indices.contains)
          let best = neighbours.max { left, right in
            known.share(in: words[left], by: weights) < known.share(in: words[right], by: weights)
          }
          guard let best else { continue }
          let other = known.share(in: words[best], by: weights)
          guard other >= 60, other - own >= 20 else { continue }
          let stranger = roadmap.rows[best]
          report(
            document.path, at: result.text.span, .ofAnother(row, stranger),
            places: [
              Place(file: document.path, at: stranger.activity?.span ?? stranger.mark, .itsRow)
            ], help: .realign)
        }
      }
    })
}

extension ReadResult {
  fileprivate func opensLike(_ row: ReadMilestone) -> Bool {
    words.opening.contains { row.action.object.opening.contains($0) }
  }

  /// Whether two parts of one cell name the same document.
  fileprivate func isTwin(of other: ReadResult) -> Bool {
    guard form == other.form, words.count >= 3, other.words.count >= 3,
      kindOfDocument == other.kindOfDocument
    else { return false }
    return words.likeness(to: other.words, by: StemWeights([])) >= 80
  }

  private var kindOfDocument: Letters { TokenizedText(text.value)[0].letters.prefix(4) }
}

extension Text {
  fileprivate static func ofAnother(_ row: ReadMilestone, _ other: ReadMilestone) -> Text {
    Text(
      ru: "В строке \(row.name) стоит результат мероприятия \(other.name)",
      en: "Row \(row.name) has the result of row \(other.name)")
  }

  fileprivate static func inDeadline(_ text: String) -> Text {
    let words = shortened(text)
    return Text(
      ru: "В графе срока стоит результат: «\(words)»",
      en: "A result stands in the column of deadlines: «\(words)»")
  }

  fileprivate static func twice(_ row: ReadMilestone) -> Text {
    Text(
      ru: "В строке \(row.name) один и тот же документ назван дважды",
      en: "Row \(row.name) names one document twice")
  }

  fileprivate static let itsRow = Text(ru: "его мероприятие", en: "its row")
  fileprivate static let firstTime = Text(ru: "впервые здесь", en: "first here")
  fileprivate static let realign = Text(
    ru: "сверьте таблицу с подлинником: графа съехала при переносе",
    en: "hold the table against the original: the column slipped")
}
