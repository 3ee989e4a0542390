import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// The act's entry into force is impossible, ambiguous or not told.
  static let effectiveDate = Rule(
    "act/effective-date", .error,
    summary: Text(
      ru:
        "Вступление в силу: раньше даты акта, позже срока исполнения, двусмысленно или не названо",
      en: "Entry into force: before the act's date, after a deadline, ambiguous, untold"),
    reason: Text(
      ru: "Акт не обязывает никого до вступления в силу: срок до этого дня исполнить нельзя.",
      en: "An act binds nobody before it is in force: a deadline before that day cannot be kept."),
    norm: Text(
      ru: "Указ Президента РФ 23.05.1996 № 763, п. 12; ненормативный акт действует со дня "
        + "подписания; обратная сила – только прямо названная.",
      en: "President's decree of 23.05.1996 No. 763; an act that is no norm holds from its signing."
    ),
    examples: [
      .accepts(
        Sample.order(
          head: "вступает-в-силу: 01.02.2024\n",
          text: "1. Утвердить штат.\n\n2. Приказ вступает в силу со дня подписания.", [])),
      .rejects(
        Sample.order(
          head: "вступает-в-силу: ⟦15.01.2024⟧\n",
          text: "1. Утвердить штат.\n\n2. Приказ вступает в силу с 15 января 2024 г.", [])),
      .rejects(
        Sample.order(
          head: "вступает-в-силу: 01.04.2024\n",
          text: "1. Отделу кадров ⟦не позднее 15 марта 2024 г.⟧ представить отчёт.\n\n"
            + "2. Приказ вступает в силу с 1 апреля 2024 г.", [])),
      .rejects(
        Sample.order(
          text: "1. Утвердить штат.\n\n"
            + "2. Приказ ⟦вступает в силу через 10 дней после опубликования⟧.", [])),
      .rejects(Sample.order(text: "1. Утвердить штат.\n\n⟦2.⟧ Утвердить смету.", [])),
    ],
    .act { read, report in
      guard let order = read.order, order.document.family == .order else { return }
      let requisites = order.document.requisites
      let date = requisites.date?.value.value
      let entry = EntryClause(order)
      let stated = requisites.effective.flatMap { effective in
        EntryClause.day(in: TokenizedText(effective.value)).map { Spanned($0, effective.span) }
      }
      if let date, let stated, stated.value < date, !(entry?.isRetroactive ?? false) {
        report(
          order.path, at: stated.span, .beforeDate(stated.value.dotted, date.dotted),
          places: [Place(file: order.path, at: requisites.date?.span, .date)])
      }
      if let entry {
        if let date, let day = entry.day, day < date, !entry.isRetroactive,
          stated?.value != day
        {
          report(order.path, at: entry.span, .beforeDate(day.dotted, date.dotted))
        }
        // Front matter is held against the text.
        let textDay = entry.day ?? (entry.isFromSigning ? date : nil)
        if let stated, let textDay, stated.value != textDay {
          report(
            order.path, at: stated.span, .otherThanText(stated.value.dotted, textDay.dotted),
            places: [Place(file: order.path, at: entry.span, .clause)])
        }
        if entry.isAmbiguous { report(order.path, at: entry.span, .ambiguous, level: .warning) }
      } else if requisites.effective == nil, requisites.status?.value != .draft {
        let points = report.points.filter { $0.provision.number?.style == .dotted }
        if let last = points.last { report(order.path, at: last.span, .none, level: .note) }
      }
      let day = stated?.value ?? entry?.day
      if let day, let date, day > date, !(entry?.hasExceptions ?? false) {
        checkDeadlines(read, day, &report)
      }
      if let entry, entry.isFromPublication, stated == nil {
        for passage in order.passages where passage.isNorm {
          for deadline in passage.deadlines
          where passage.startsFromEntry(deadline.span) {
            report(
              order.path, at: passage.place(of: deadline.span), .uncountable, level: .note,
              places: [Place(file: order.path, at: entry.span, .clause)])
          }
        }
      }
    })

  /// Days of the order's own text that have passed when the act comes into force.
  private static func checkDeadlines(
    _ read: ReadAct, _ day: CalendarDate, _ report: inout Report
  ) {
    guard let order = read.order else { return }
    for (passage, deadline) in order.boundDeadlines {
      // Since when the act holds is no deadline.
      guard let due = deadline.value.openDates.max(), due < day,
        !FoldedBytes(passage.text).contains("в силу")
      else { continue }
      report(
        order.path, at: passage.place(of: deadline.span), .deadline(due.dotted, day.dotted))
    }
  }
}

/// What the text says of the act's entry into force.
private struct EntryClause {
  var span: Span?
  var day: CalendarDate?
  var isFromSigning = false
  var isFromPublication = false
  var isRetroactive = false
  var isAmbiguous = false
  var hasExceptions = false

  init?(_ order: ReadDocument) {
    for (index, passage) in order.passages.enumerated() where passage.isNorm && !passage.isHeading {
      guard order.texts.indices.contains(index), passage.text.utf8.count < 4000 else { continue }
      let text = order.texts[index]
      for place in 0..<text.count
      where text[place].isForm("вступа", Endings(["ет", "ют"])) && text[place + 1].is("в")
        && text[place + 2].is("силу") && speaksOfAct(text, place)
      {
        read(text, from: place, passage)
        return
      }
    }
    return nil
  }

  /// «Настоящий приказ вступает», not «закон, который вступает».
  private func speaksOfAct(_ text: TokenizedText, _ place: Int) -> Bool {
    for index in max(0, place - 4)..<place
    where text[index].has(stem: "настоящ") || text[index].has(stem: "приказ")
      || text[index].has(stem: "распоряжени") || text[index].has(stem: "постановлени")
      || text[index].has(stem: "решени")
    {
      return !text[place - 1].has(stem: "котор")
    }
    return false
  }

  private mutating func read(_ text: TokenizedText, from place: Int, _ passage: Passage) {
    var end = place + 3
    while end < text.count, end < place + 60, text[end].kind != .semicolon,
      !text[end].is("исключением"), !text[end].is("кроме"),
      !(text[end].kind == .period
        && (text[end + 1].isEnd || text[end + 1].flags.contains(.capitalized)))
    { end += 1 }
    span = passage.place(of: text.span(place..<end))
    let folded = FoldedBytes(text.text(place..<end))
    let whole = FoldedBytes(passage.text)
    hasExceptions = whole.contains("за исключением")
    isRetroactive = whole.contains("распространяет") && whole.contains("правоотношени")
    isFromSigning =
      folded.contains("подписания") || folded.contains("принятия") || folded.contains("издания")
    isFromPublication = folded.contains("опубликовани") || folded.contains("обнародовани")
    isAmbiguous =
      folded.contains("через") && isFromPublication
      || folded.contains("после") && isFromPublication && !folded.contains("истечени")
        && !folded.contains("следующ")
    let clause = TokenizedText(text.text(place..<end))
    day = isFromSigning || isFromPublication ? nil : Self.day(in: clause)
  }

  /// A day written out: «с 1 января 2024 г.», «2024-01-01».
  static func day(in text: TokenizedText) -> CalendarDate? {
    for index in 0..<min(text.count, 60) {
      if let date = text.writtenDate(at: index)?.value.date { return date }
    }
    let parts = text.tokens.prefix(5)
    if parts.count == 5, let year = parts[0].value, let month = parts[2].value,
      let day = parts[4].value, parts[1].isDash, parts[3].isDash
    {
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }
}

extension Passage {
  /// Whether a term runs from «вступления в силу».
  fileprivate func startsFromEntry(_ span: Span) -> Bool {
    let bytes = text.utf8.count
    guard bytes < 4000 else { return false }
    let folded = FoldedBytes(text)
    guard let range = folded.firstRange(of: "вступления в силу", from: min(span.start, bytes))
    else { return false }
    return range.lowerBound <= span.end + 40
  }
}

extension Text {
  fileprivate static func beforeDate(_ day: String, _ date: String) -> Text {
    Text(
      ru: "Вступает в силу \(day) – раньше, чем подписан (\(date))",
      en: "It comes into force on \(day), before it was signed (\(date))")
  }

  fileprivate static func otherThanText(_ day: String, _ text: String) -> Text {
    Text(
      ru: "Здесь вступление в силу – \(day), а по тексту – \(text)",
      en: "Entry into force is \(day) here and \(text) by the text")
  }

  fileprivate static func deadline(_ due: String, _ day: String) -> Text {
    Text(
      ru: "Срок \(due) истекает раньше, чем акт вступит в силу (\(day))",
      en: "The deadline \(due) passes before the act is in force (\(day))")
  }

  fileprivate static let ambiguous = Text(
    ru: "«Через N дней после опубликования» читают двояко: «по истечении N дней после дня …»",
    en: "«In N days after publication» is read in two ways: say «по истечении … после дня …»")

  fileprivate static let none = Text(
    ru: "Нет пункта о вступлении в силу: ненормативный акт действует со дня подписания",
    en: "No point on entry into force: an act that is no norm holds from its signing")

  fileprivate static let uncountable = Text(
    ru: "Срок зависит от дня опубликования, которого в акте нет: назовите дату в «вступает-в-силу»",
    en: "The term depends on the day of publication, which the act does not tell")

  fileprivate static let date = Text(ru: "дата акта", en: "the act's date")
  fileprivate static let clause = Text(ru: "вступление в силу", en: "entry into force")
}
