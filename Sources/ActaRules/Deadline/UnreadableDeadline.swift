import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Words that set a deadline and cannot be read, or a cell of deadlines with something else in it.
  static let unreadableDeadline = Rule(
    "deadline/unreadable", .warning,
    summary: Text(
      ru: "Срок назван так, что его нельзя прочесть", en: "A deadline cannot be read"),
    reason: Text(
      ru: "Срок, который читается не однозначно, каждый исполнитель поймёт по-своему, "
        + "и на контроль его не поставить.",
      en: "A deadline that is not plain is understood by everybody in his own way and cannot be "
        + "put under control."),
    norm: Text(
      ru: "ГК РФ, ст. 190: срок – календарная дата, период времени или событие, "
        + "которое неизбежно наступит; к поручениям применяется по аналогии.",
      en: "Civil Code, art. 190: a term is a date, a period or an event sure to come; applied to "
        + "orders by analogy."),
    examples: [
      .accepts(
        Self.table("1 | Составление отчёта | не позднее 29.03.2024 | Министерство")),
      .accepts("1. Представить отчёт в течение 5 рабочих дней со дня получения запроса.\n"),
      .rejects(
        Self.table("1 | Составление отчёта | ⟦отдел закупок⟧ | Министерство")),
    ],
    .document { document, report in
      document.forEachTerm { _, term, span in
        guard case .unreadable = term else { return }
        report(document.path, at: span, .unreadable, help: .nameDay)
      }
      for row in document.roadmap?.rows ?? [] {
        guard row.deadline == .none, let text = row.deadlineText, row.holdsNoDeadline,
          !row.hasResultForDeadline
        else { continue }
        report(document.path, at: text.span, .notDeadline(text.value), help: .nameDay)
      }
    })
}

extension ReadMilestone {
  /// Whether the cell of the deadline has words that are no deadline; «–» and «срок не установлен» are none at all.
  fileprivate var holdsNoDeadline: Bool {
    guard let text = deadlineText?.value else { return false }
    return !isBlank(text)
  }
}

/// Whether a cell says that there is nothing in it: «–», «х», «не установлен».
func isBlank(_ text: String) -> Bool {
  let words = TokenizedText(text)
  guard words.tokens.contains(where: { $0.isWord || $0.isNumber }) else { return true }
  if words.count == 1, words[0].isWord, words[0].letters.count == 1 { return true }
  return words.tokens.contains { $0.is("нет") || $0.is("отсутствует") }
    || words.tokens.contains { $0.is("не") }
      && words.tokens.contains {
        $0.has(stem: "установлен") || $0.has(stem: "определен") || $0.has(stem: "указан")
      }
}

extension Text {
  fileprivate static let unreadable = Text(
    ru: "Срок прочесть не удалось", en: "The deadline cannot be read")

  fileprivate static func notDeadline(_ text: String) -> Text {
    let words = shortened(text)
    return Text(
      ru: "В графе срока «\(words)» – это не срок",
      en: "«\(words)» in the column of deadlines is none")
  }

  fileprivate static let nameDay = Text(
    ru: "назовите день, период или число дней от известного события",
    en: "name a day, a period, or a number of days from a known event")
}
