import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A row is marked as fulfilled, and no document proves it.
  static let doneWithoutEvidence = Rule(
    "roadmap/done-without-evidence", .warning,
    summary: Text(
      ru: "Отметка об исполнении ничем не подтверждена",
      en: "A mark of fulfilment is proved by nothing"),
    reason: Text(
      ru: "Исполнение снимают с контроля по документу: у него есть дата и номер.",
      en: "A duty is struck off by a document, which has a date and a number."),
    norm: Text(
      ru: "ГОСТ Р 7.0.97-2016: отметка об исполнении содержит дату и номер документа об исполнении "
        + "или краткие сведения о нём.",
      en: "GOST R 7.0.97-2016: a mark of fulfilment bears the date and number of the document."),
    examples: [
      .accepts(
        Self.tableOfResults(
          "1 | Составление отчёта | 15.03.2024 (исполнено) | Министерство | приказ Министерства от 15.03.2024 № 12"
        )),
      .accepts(Self.tableOfResults("1 | Составление отчёта | 15.03.2024 | Министерство | приказ")),
      .rejects(
        Self.tableOfResults(
          "1 | Составление отчёта | ⟦15.03.2024 (исполнено)⟧ | Министерство | приказ Министерства")),
    ],
    .document { document, report in
      let rows = (document.roadmap?.rows ?? []).filter { row in
        row.isDone && !row.hasLink && !row.citations.contains { $0.value.hasRequisites }
          && !row.hasDatedDocument
      }
      for row in document.roadmap?.rows ?? [] {
        guard let mark = row.done, let day = mark.date, day > report.asOf else { continue }
        report(document.path, at: mark.span, .notYet(row, day))
      }
      for row in rows {
        report(
          document.path, at: row.done?.span ?? row.deadlineMark, .unproved(row), help: .nameDocument
        )
      }
    })
}

extension ReadMilestone {
  /// «протокол от 15.03.2024 № 2», which is no act, or a certificate with its number.
  fileprivate var hasDatedDocument: Bool {
    let texts = results.map(\.text.value) + [doneText ?? ""]
    return texts.contains { text in
      let tokens = TokenizedText(text)
      return tokens.tokens.indices.contains { index in
        tokens[index].kind == .numberSign && tokens[index + 1].isNumber
          || tokens[index].is("от") && tokens[index + 1].isNumber
      }
    }
  }
}

extension Text {
  fileprivate static func unproved(_ row: ReadMilestone) -> Text {
    Text(
      ru: "Мероприятие \(row.name) отмечено исполненным, а документ с датой и номером не назван",
      en: "Row \(row.name) is marked done, and no document with a date and a number is named")
  }

  fileprivate static func notYet(_ row: ReadMilestone, _ day: CalendarDate) -> Text {
    Text(
      ru: "Мероприятие \(row.name) отмечено исполненным \(day.dotted), а этот день ещё не наступил",
      en: "Row \(row.name) is marked done on \(day.dotted), which is yet to come")
  }

  fileprivate static let nameDocument = Text(
    ru: "назовите документ: вид, дату и номер, – или дайте ссылку на акт",
    en: "name the document: kind, date and number, – or link to the act")
}
