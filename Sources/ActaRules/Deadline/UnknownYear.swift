import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A deadline lies in a year for which no calendar of working days is published here.
  static let unknownYear = Rule(
    "deadline/unknown-year", .note,
    summary: Text(
      ru: "Срок в году, для которого нет производственного календаря",
      en: "A deadline lies in a year without a published calendar of working days"),
    reason: Text(
      ru:
        "Переносы выходных устанавливают на каждый год: рабочий ли это день, пока не знает никто.",
      en: "Days off are moved year by year: whether the day is worked is not known yet."),
    norm: Text(
      ru:
        "ТК РФ, ст. 112, ч. 5: перенос выходных дней – постановлением Правительства РФ на каждый год.",
      en: "Labour Code, art. 112, part 5: the Government moves days off by a decree for each year."),
    examples: [
      .accepts("1. Представить отчёт не позднее 29 марта 2024 г.\n"),
      .rejects("1. Представить отчёт ⟦не позднее 29 марта 2041 г.⟧\n"),
    ],
    .document { document, report in
      let calendar = document.calendar
      guard let last = calendar.years.keys.max() else { return }
      var found: [Span] = []
      for (passage, deadline) in document.boundDeadlines {
        let isUnknown = deadline.value.openDates.contains { date in
          date.year > last && calendar.reason(for: date).value == nil
        }
        if isUnknown, let place = passage.place(of: deadline.span) { found.append(place) }
      }
      guard let first = found.first else { return }
      report(
        document.path, at: first, .unknownYear(last),
        places: found.dropFirst().map { Place(file: document.path, at: $0, .alsoUnknown) })
    })
}

extension Text {
  fileprivate static func unknownYear(_ last: Int) -> Text {
    Text(
      ru: "Рабочий ли это день, неизвестно: производственный календарь есть по \(last) год",
      en: "Whether the day is worked is unknown: calendars are published through \(last)")
  }

  fileprivate static let alsoUnknown = Text(ru: "и здесь", en: "here too")
}
