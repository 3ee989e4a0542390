import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// An open deadline that the act itself comes too late for.
  static let deadlineBeforeAct = Rule(
    "deadline/before-act", .error,
    summary: Text(
      ru: "Срок истёк до акта или наступает без единого рабочего дня после него",
      en: "A deadline is past before the act, or leaves no working day after it"),
    reason: Text(
      ru: "Поручение нельзя исполнить раньше, чем оно дано, и нельзя – если между актом и сроком "
        + "нет ни одного рабочего дня.",
      en: "A duty cannot be met before it is given, nor where no working day lies between."),
    norm: Text(
      ru: "ГК РФ, ст. 191: течение срока начинается на следующий день после события, "
        + "которым определено его начало; к поручениям – по аналогии.",
      en: "Civil Code, art. 191: a term begins on the day after the event that begins it; applied "
        + "to orders by analogy."),
    examples: [
      .accepts(Self.order("01.03.2024", "не позднее 29 марта 2024 г.")),
      .rejects(Self.order("01.03.2024", "⟦не позднее 20 февраля 2024 г.⟧")),
      // Friday, and the Sunday after it.
      .rejects(Self.order("29.09.2023", "⟦до 1 октября 2023 г.⟧")),
    ],
    .act { act, report in
      guard let issued = act.act.order.requisites.date?.value.value else { return }
      for document in act.documents {
        for (passage, deadline) in document.boundDeadlines {
          // In a regulation a day of the past mostly tells of what was.
          let commands = document.document.family == .order && passage.commands(deadline)
          guard passage.isDeadlineCell || commands else { continue }
          guard let day = deadline.value.openLastDay else { continue }
          let place = passage.place(of: deadline.span)
          let issue = Place(
            file: act.act.order.path, at: act.act.order.requisites.date?.span, .actDate)
          if day < issued {
            report(document.path, at: place, .past(day, issued: issued), places: [issue])
            continue
          }
          guard day > issued, let left = act.calendar.fewWorkingDays(after: issued, through: day)
          else { continue }
          if left == 0 {
            report(document.path, at: place, .noDays(day, issued: issued), places: [issue])
          } else if left <= 2 {
            report(
              document.path, at: place, .fewDays(left, day, issued: issued), level: .note,
              places: [issue])
          }
        }
      }
    })

  private static func order(_ date: String, _ deadline: String) -> String {
    """
    ---
    вид: приказ
    название: Об отчёте
    номер: 1
    дата: \(date)
    орган: Министерство
    ---

    1. Отделу кадров \(deadline) представить отчёт.
    """
  }
}

extension WorkCalendar {
  /// How many working days there are up to a day, where they are so few that it matters.
  fileprivate func fewWorkingDays(after issued: CalendarDate, through day: CalendarDate) -> Int? {
    // Three weeks have enough of them in almost any year; the days beyond can only add to these.
    let near = issued.advanced(by: 21).map { min($0, day) } ?? day
    guard let first = workingDays(after: issued, through: near).value, first <= 2 else {
      return nil
    }
    return near == day ? first : workingDays(after: issued, through: day).value
  }
}

extension Passage {
  /// Whether a sentence sets the day as a duty: not one of what was or of a state of affairs.
  fileprivate func commands(_ deadline: Spanned<Deadline>) -> Bool {
    switch deadline.value {
    case .date(let due): guard due.bound == .until else { return false }
    default: return false
    }
    let bytes = Array(text.utf8)
    let words = FoldedBytes(
      bytes[max(0, deadline.span.start)..<min(bytes.count, deadline.span.end)])
    let isStated =
      words.hasPrefix("до ") || words.hasPrefix("не позднее") || words.hasPrefix("в срок")
      || words.hasPrefix("к ") || words.hasPrefix("по ")
    guard isStated else { return false }
    return TokenizedText(bytes: bytes).tokens.contains { $0.isInfinitive }
  }
}

extension Token {
  /// Whether a word is an infinitive by its ending: «представить», «провести», «привлечь».
  var isInfinitive: Bool {
    guard isWord, letters.count > 4 else { return false }
    if letters.ends(in: "ость") || letters.ends(in: "асть") || letters.ends(in: "есть") {
      return false
    }
    return letters.ends(in: "ать") || letters.ends(in: "ить") || letters.ends(in: "еть")
      || letters.ends(in: "ять") || letters.ends(in: "уть") || letters.ends(in: "ыть")
      || letters.ends(in: "вести") || letters.ends(in: "нести") || letters.ends(in: "ться")
      || letters.ends(in: "йти") || letters.ends(in: "ечь")
  }
}

extension Deadline {
  /// The last day of a deadline that is not marked as fulfilled.
  fileprivate var openLastDay: CalendarDate? { isDone ? nil : lastDay }
}

extension Text {
  fileprivate static let actDate = Text(ru: "дата акта", en: "the act's date")

  fileprivate static func past(_ day: CalendarDate, issued: CalendarDate) -> Text {
    Text(
      ru: "Срок \(day.dotted) истёк до акта от \(issued.dotted)",
      en: "The deadline \(day.dotted) was past when the act of \(issued.dotted) was issued")
  }

  fileprivate static func noDays(_ day: CalendarDate, issued: CalendarDate) -> Text {
    Text(
      ru: "После акта от \(issued.dotted) до срока \(day.dotted) нет ни одного рабочего дня",
      en: "No working day lies between the act of \(issued.dotted) and the deadline \(day.dotted)")
  }

  fileprivate static func fewDays(_ left: Int, _ day: CalendarDate, issued: CalendarDate) -> Text {
    Text(
      ru: "После акта от \(issued.dotted) до срока \(day.dotted) рабочих дней: \(left)",
      en: "Working days between the act of \(issued.dotted) and the deadline \(day.dotted): \(left)"
    )
  }
}
