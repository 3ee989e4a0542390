package import ActaDiagnostics
package import ActaLanguage
package import ActaModel

/// The table of deadlines as JSON.
package func json(
  of entries: [DeadlineEntry], asOf day: CalendarDate, language: Language = .russian
) -> JSON {
  .members([
    "schema": "acta/deadlines", "version": 1, "asOf": .string(day.iso),
    "deadlines": .array(entries.map { json(of: $0, asOf: day, language) }),
  ])
}

/// The table of deadlines as comma-separated values with a head (RFC 4180).
///
/// A cell that a spreadsheet would take for a formula has an apostrophe in front.
package func csv(
  of entries: [DeadlineEntry], asOf day: CalendarDate, language: Language = .russian
) -> [UInt8] {
  let heads =
    language == .russian
    ? [
      "Срок", "С", "Рабочий день до", "Рабочий день после", "Состояние", "Повторяется", "Акт",
      "Место", "Что", "Кто", "Слова о сроке", "Не вычислен", "Исполнено", "Файл", "Имя",
    ]
    : [
      "Due", "From", "Working day before", "Working day after", "State", "Repeats", "Act", "Place",
      "What", "Who", "Words", "Not reckoned", "Done", "File", "Id",
    ]
  let rows = entries.map { entry -> [String] in
    let date = entry.date(asOf: day)
    let shift = date.flatMap { entry.shift(of: $0) }
    return [
      date?.iso ?? "", entry.from?.iso ?? "", shift?.before.iso ?? "", shift?.after.iso ?? "",
      entry.state(asOf: day).word(language),
      entry.isSeries ? (language == .russian ? "да" : "yes") : "",
      entry.caption, entry.place, entry.what, entry.who.joined(separator: "; "), entry.words,
      entry.reason?(language) ?? "", entry.doneOn?.iso ?? "", entry.file, entry.id,
    ]
  }
  var out: [UInt8] = []
  for row in [heads] + rows {
    out += row.map(csvCell).joined(separator: ",").utf8
    out += [0x0D, 0x0A]
  }
  return out
}

private func csvCell(_ text: String) -> String {
  var text = text
  if let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) {
    text = "'" + text
  }
  let needsQuotes = text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
  guard needsQuotes else { return text }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" { quoted += "\"" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}

private func json(
  of entry: DeadlineEntry, asOf day: CalendarDate, _ language: Language
) -> JSON {
  let date = entry.date(asOf: day)
  let shift = date.flatMap { entry.shift(of: $0) }
  var series: JSON?
  if case .series(let repeated) = entry.due {
    series = .members([
      "reading": repeated.periodicity.json, "first": repeated.first.map { .string($0.iso) },
      "next": date.map { .string($0.iso) },
    ])
  }
  var latest: CalendarDate?
  if case .day(_, _, let other) = entry.due { latest = other }
  var starts = false
  if case .start = entry.due { starts = true }
  return .members([
    "id": .string(entry.id),
    "date": date.map { .string($0.iso) },
    "from": entry.from.map { .string($0.iso) },
    "latest": latest.map { .string($0.iso) },
    "start": starts ? true : nil,
    "workingDays": shift.map {
      .members(["before": .string($0.before.iso), "after": .string($0.after.iso)])
    },
    "state": .string(entry.state(asOf: day).rawValue),
    "series": series,
    "notReckoned": entry.reason.map { .string($0(language)) },
    "doneOn": entry.doneOn.map { .string($0.iso) },
    "act": .string(entry.act), "caption": .string(entry.caption), "place": .string(entry.place),
    "address": .string(entry.address), "what": .string(entry.what),
    "who": .array(entry.who.map { .string($0) }), "words": .string(entry.words),
    "file": .string(entry.file),
  ])
}

extension DeadlineEntry {
  /// The first day of a stretch that ends on the deadline.
  package var from: CalendarDate? {
    guard case .day(_, let from, _) = due else { return nil }
    return from
  }

  package var isSeries: Bool { if case .series = due { true } else { false } }

  /// Why no day can be told.
  package var reason: Text? {
    switch due {
    case .notReckoned(let reason): reason
    case .day, .start, .series: nil
    }
  }
}

extension DeadlineState {
  /// The state's name for people.
  package func word(_ language: Language) -> String {
    switch (self, language) {
    case (.overdue, .russian): "просрочен"
    case (.soon, .russian): "скоро"
    case (.open, .russian): "впереди"
    case (.done, .russian): "исполнен"
    case (.undated, .russian): "без даты"
    case (_, .english): rawValue
    }
  }
}
