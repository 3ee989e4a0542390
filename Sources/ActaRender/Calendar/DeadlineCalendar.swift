package import ActaDiagnostics
package import ActaLanguage
package import ActaModel

/// The calendar of deadlines, `deadlines.ics`: an all-day event for each deadline that has a day, a repeated one for
/// each series.
///
/// Nothing in it comes from the clock: the same acts make the same calendar on any day.
package func calendar(
  of entries: [DeadlineEntry], title: String, settings: Settings, language: Language = .russian
) -> [UInt8] {
  let events = DeadlineEvents(settings: settings, language: language)
  return events.calendar(title: title) { out in
    for entry in entries { events.write(entry, to: &out) }
  }
}

/// Makes events, which several calendars may share, and calendars of them.
struct DeadlineEvents {
  private let language: Language
  private let calendar: DeadlineCalendar

  init(settings: Settings, language: Language = .russian) {
    self.language = language
    calendar = DeadlineCalendar(settings: settings, language: language)
  }

  /// Writes the event of a deadline, where it has a day.
  func write(_ entry: DeadlineEntry, to out: inout [UInt8]) {
    calendar.event(entry)?.write(to: &out)
  }

  /// A calendar of the events that a function writes.
  func calendar(title: String, events: (inout [UInt8]) -> Void) -> [UInt8] {
    var out: [UInt8] = []
    ICalendar(
      name: "VCALENDAR",
      properties: [
        .init("VERSION", .plain("2.0")),
        .init("PRODID", .plain("-//Acta//Deadlines//\(language.rawValue.uppercased())")),
        .init("CALSCALE", .plain("GREGORIAN")),
        .init("NAME", .text(title)),
        .init("X-WR-CALNAME", .text(title)),
        .init("REFRESH-INTERVAL", .plain("P1D"), parameters: "VALUE=DURATION"),
        .init("X-PUBLISHED-TTL", .plain("P1D")),
      ]
    ).write(to: &out, components: events)
    return out
  }
}

private struct DeadlineCalendar {
  let settings: Settings
  let language: Language
  private let host: String

  init(settings: Settings, language: Language) {
    self.settings = settings
    self.language = language
    host = Self.host(settings.site.address) ?? "acta.invalid"
  }

  func event(_ entry: DeadlineEntry) -> ICalendar? {
    guard let start = start(of: entry) else { return nil }
    var event = ICalendar(
      name: "VEVENT",
      properties: [
        .init("UID", .text(uid(entry))),
        .init("DTSTAMP", .plain(Self.basic(entry.actDate ?? .epoch) + "T000000Z")),
        .init("DTSTART", .plain(Self.basic(start)), parameters: "VALUE=DATE"),
      ])
    if let next = start.advanced(by: 1) {
      event.properties.append(.init("DTEND", .plain(Self.basic(next)), parameters: "VALUE=DATE"))
    }
    if case .series(let series) = entry.due { event.properties += repetition(series, from: start) }
    event.properties += [
      .init("SUMMARY", .text(summary(entry))),
      .init("DESCRIPTION", .text(description(entry, on: start))),
      .init("CATEGORIES", .text(entry.caption)),
      .init("TRANSP", .plain("TRANSPARENT")),
    ]
    if let address = address(of: entry) { event.properties.append(.init("URL", .plain(address))) }
    return event
  }

  private func start(of entry: DeadlineEntry) -> CalendarDate? {
    switch entry.due {
    case .day(let date, _, _), .start(let date): date
    case .series(let series): series.first
    case .notReckoned: nil
    }
  }

  /// A rule where one says exactly the series' days, else the days themselves as far as they are known.
  private func repetition(
    _ series: DeadlineSeries, from start: CalendarDate
  ) -> [ICalendar.Property] {
    if let rule = series.recurrenceRule(from: start) { return [.init("RRULE", .plain(rule))] }
    guard let next = start.advanced(by: 1) else { return [] }
    let days = series.occurrences(onOrAfter: next, limit: 60).map(Self.basic)
    if days.isEmpty { return [] }
    return [.init("RDATE", .plain(days.joined(separator: ",")), parameters: "VALUE=DATE")]
  }

  /// Unique in the world and the same as long as the row keeps its place: act, address and number, no words.
  private func uid(_ entry: DeadlineEntry) -> String {
    entry.id + "@" + host
  }

  private func summary(_ entry: DeadlineEntry) -> String {
    let mark = entry.isDone ? (language == .russian ? "Исполнено: " : "Done: ") : ""
    let start =
      if case .start = entry.due { language == .russian ? "Начало: " : "Start: " } else { "" }
    return mark + start + Self.short(entry.what.isEmpty ? entry.words : entry.what)
  }

  private func description(_ entry: DeadlineEntry, on date: CalendarDate) -> String {
    let isRussian = language == .russian
    var lines = ["\(entry.caption), \(entry.place)", entry.what]
    lines.append((isRussian ? "Срок: " : "Deadline: ") + entry.words)
    if case .day(_, _, let latest?) = entry.due {
      lines.append(
        isRussian
          ? "Можно понять и как \(latest.dotted)" : "Can also be read as \(latest.dotted)")
    }
    if !entry.who.isEmpty {
      lines.append((isRussian ? "Кто: " : "Who: ") + entry.who.joined(separator: "; "))
    }
    if case .series = entry.due {
      // The days of a series fall differently each time.
    } else if let shift = entry.shift(of: date) {
      lines.append(
        isRussian
          ? "Нерабочий день; рабочие рядом: \(shift.before.dotted) и \(shift.after.dotted)"
          : "Not a working day; the nearest are \(shift.before.dotted) and \(shift.after.dotted)")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The place on the site, where the site has an address.
  private func address(of entry: DeadlineEntry) -> String? {
    let site = settings.site.address
    guard !site.isEmpty else { return nil }
    let base = site.hasSuffix("/") ? site : site + "/"
    let anchor = entry.address.isEmpty ? "" : "#" + Self.percent(entry.address)
    return base + Self.percent(entry.act) + "/" + anchor
  }

  private static func percent(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.append(byte)
      default:
        out.append(0x25)
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The host of an address, without port.
  private static func host(_ address: String) -> String? {
    let parts = address.split(separator: "/")
    guard parts.count > 1, parts[0].hasSuffix(":") else { return nil }
    let host = parts[1].prefix { $0 != ":" }
    return host.isEmpty ? nil : String(host)
  }

  /// The date in the basic format of ISO 8601.
  private static func basic(_ date: CalendarDate) -> String {
    String(decoding: date.iso.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }

  /// A line for a list: cut at a word.
  private static func short(_ text: String) -> String {
    guard text.utf8.count > 140, text.unicodeScalars.count > 140 else { return text }
    var cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(139)))
    if let space = cut.lastIndex(of: " ") { cut = String(cut[..<space]) }
    return cut + "…"
  }
}

extension DeadlineSeries {
  /// The series as a rule of RFC 5545; `nil` where it depends on working days.
  ///
  /// A day that some months do not have is the last of those: the rule takes the latest of the days from the 28th on.
  fileprivate func recurrenceRule(from start: CalendarDate) -> String? {
    func rule(_ frequency: String, _ interval: Int, _ rest: String = "") -> String {
      "FREQ=\(frequency)" + (interval == 1 ? "" : ";INTERVAL=\(interval)")
        + (rest.isEmpty ? "" : ";" + rest)
    }
    func monthly(_ months: Int, _ day: Int) -> String {
      rule("MONTHLY", months * interval, Self.monthDay(day))
    }
    let months: Int
    switch unit {
    case .day: return rule("DAILY", interval)
    case .week:
      return rule("WEEKLY", interval, "BYDAY=" + Self.weekdays[(start.weekday + 6) % 7])
    case .month: months = 1
    case .quarter: months = 3
    case .halfYear: months = 6
    case .year: months = 12
    }
    switch periodicity.by {
    case .workingDay, .lastWorkingDay: return nil
    case .day(let day) where months < 12: return monthly(months, min(max(day, 1), 31))
    case .date(_, let day, _):
      return rule(
        "YEARLY", interval, "BYMONTH=\(start.month);" + Self.monthDay(min(max(day, 1), 31)))
    case .day(let day):
      return rule(
        "YEARLY", interval, "BYMONTH=\(start.month);" + Self.monthDay(min(max(day, 1), 31)))
    case nil, .lastDay, .weekday, .month, .quarter:
      guard months == 12 else { return monthly(months, 31) }
      return rule("YEARLY", interval, "BYMONTH=\(start.month);BYMONTHDAY=-1")
    }
  }

  private static func monthDay(_ day: Int) -> String {
    if day == 31 { return "BYMONTHDAY=-1" }
    if day <= 28 { return "BYMONTHDAY=\(day)" }
    return "BYMONTHDAY=\((28...day).map(String.init).joined(separator: ","));BYSETPOS=-1"
  }

  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
}
