import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender

/// The table of deadlines for people: columns as wide as the terminal allows, long cells over several lines.
struct DeadlineScreen {
  var language: Language
  var asOf: CalendarDate
  var width: Int

  func print(_ entries: [DeadlineEntry]) -> String {
    guard !entries.isEmpty else { return "" }
    let rows = [heads] + entries.map(cells)
    let widths = self.widths(rows)
    var lines: [String] = []
    for (index, row) in rows.enumerated() {
      let wrapped = zip(row, widths).map { Self.wrap($0, to: $1) }
      for line in 0..<(wrapped.map(\.count).max() ?? 0) {
        let cells = zip(wrapped, widths).map { cell, width in
          let text = line < cell.count ? cell[line] : ""
          return text + String(repeating: " ", count: max(width - text.unicodeScalars.count, 0))
        }
        lines.append(Self.trimmed(cells.joined(separator: "  ")))
      }
      if index == 0 {
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many deadlines there are and how they stand.
  func summary(_ entries: [DeadlineEntry]) -> String {
    let counts = DeadlineState.allCases.compactMap { state -> String? in
      let count = entries.count { $0.state(asOf: asOf) == state }
      return count == 0 ? nil : "\(label(state)) \(count)"
    }
    let head =
      language == .russian
      ? "Сроков на \(asOf.dotted): \(entries.count)"
      : "Deadlines on \(asOf.iso): \(entries.count)"
    return ([head] + counts).joined(separator: ", ")
  }

  private func label(_ state: DeadlineState) -> String {
    guard language == .russian else { return state.rawValue }
    return switch state {
    case .overdue: "просрочено"
    case .soon: "скоро"
    case .open: "впереди"
    case .done: "исполнено"
    case .undated: "без даты"
    }
  }

  private var heads: [String] {
    language == .russian
      ? ["Срок", "Состояние", "Где", "Что", "Кто"] : ["Due", "State", "Where", "What", "Who"]
  }

  private func cells(_ entry: DeadlineEntry) -> [String] {
    [
      due(entry), state(entry), Self.glued(entry.caption + ", " + entry.place),
      Self.short(entry.what, 160),
      entry.who.joined(separator: "; "),
    ].map(Self.visible)
  }

  private func due(_ entry: DeadlineEntry) -> String {
    let isRussian = language == .russian
    guard let date = entry.date(asOf: asOf) else {
      if let reason = entry.reason {
        return (isRussian ? "не вычислен: " : "not reckoned: ") + reason(language)
          + " («\(entry.words)»)"
      }
      return
        (isRussian
        ? "не вычислен: рабочие дни года не известны" : "not reckoned: working days unknown")
        + " («\(entry.words)»)"
    }
    var text = date.dotted + " " + Self.weekday(date, language)
    if let from = entry.from { text = "\(from.dotted) – \(text)" }
    if case .start = entry.due { text = (isRussian ? "с " : "from ") + text }
    if case .day(_, _, let latest?) = entry.due, latest != date {
      text += isRussian ? " (или \(latest.dotted))" : " (or \(latest.dotted))"
    }
    if let shift = entry.shift(of: date) {
      text +=
        isRussian
        ? " (рабочие: \(Self.brief(shift.before)), \(Self.brief(shift.after)))"
        : " (working days: \(Self.brief(shift.before)), \(Self.brief(shift.after)))"
    }
    if entry.isSeries { text += " ↻ " + entry.words }
    return text
  }

  private func state(_ entry: DeadlineEntry) -> String {
    let state = entry.state(asOf: asOf)
    let word = state.word(language)
    switch state {
    case .done: return entry.doneOn.map { "\(word) \(Self.brief($0))" } ?? word
    case .overdue, .soon, .open:
      guard let date = entry.date(asOf: asOf) else { return word }
      let days = date.ordinal - asOf.ordinal
      if state == .open { return word }
      if days == 0 { return language == .russian ? "сегодня" : "today" }
      let count = Self.days(abs(days), language)
      if state == .overdue {
        return language == .russian ? "\(word) на \(count)" : "\(word) by \(count)"
      }
      return language == .russian ? "через \(count)" : "in \(count)"
    case .undated: return word
    }
  }

  /// The date with two digits of its year.
  private static func brief(_ date: CalendarDate) -> String {
    String(date.dotted.prefix(6) + date.dotted.suffix(2))
  }

  private static func days(_ count: Int, _ language: Language) -> String {
    guard language == .russian else { return count == 1 ? "1 day" : "\(count) days" }
    if (11...14).contains(count % 100) { return "\(count) дней" }
    return switch count % 10 {
    case 1: "\(count) день"
    case 2...4: "\(count) дня"
    default: "\(count) дней"
    }
  }

  private static func weekday(_ date: CalendarDate, _ language: Language) -> String {
    let words =
      language == .russian
      ? ["пн", "вт", "ср", "чт", "пт", "сб", "вс"] : ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    return words[(date.weekday + 6) % 7]
  }

  /// A place whose numbers stay with what they number.
  private static func glued(_ place: String) -> String {
    place.replacing("№ ", with: "№\u{A0}").replacing("п. ", with: "п.\u{A0}")
      .replacing("строка ", with: "строка\u{A0}")
  }

  /// Text cut at a word.
  private static func short(_ text: String, _ count: Int) -> String {
    guard text.unicodeScalars.count > count else { return text }
    let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(count - 1)))
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? cut) + "…"
  }

  // MARK: Columns

  /// Three narrow columns by what they hold, the rest of the width for what and who.
  private func widths(_ rows: [[String]]) -> [Int] {
    let total = max(width, 80) - 8
    let narrow = [(0, 24), (1, 17), (2, 24)].map { column, most in
      min(rows.map { $0[column].unicodeScalars.count }.max() ?? 0, most)
    }
    let rest = max(total - narrow.reduce(0, +), 30)
    // No word of the last column is broken as long as there is room.
    let names = rows.map { $0[4] }
    let longest = names.flatMap { $0.split(separator: " ") }.map(\.unicodeScalars.count).max() ?? 0
    let widest = names.map(\.unicodeScalars.count).max() ?? 0
    let who = max(min(widest, rest * 2 / 5), min(longest, rest / 2))
    return narrow + [rest - who, max(who, heads[4].unicodeScalars.count)]
  }

  /// Lines no longer than a width, broken between words, and within those that are longer.
  private static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    func close() {
      if !line.isEmpty { lines.append(String(line)) }
      line = String.UnicodeScalarView()
    }
    for word in text.split(separator: " ") {
      var rest = Substring(word).unicodeScalars
      if !line.isEmpty, line.count + 1 + rest.count > width { close() }
      while rest.count > width {
        lines.append(String(String.UnicodeScalarView(rest.prefix(width))))
        rest = rest.dropFirst(width)
      }
      if !line.isEmpty { line.append(" ") }
      line.append(contentsOf: rest)
    }
    close()
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// Text without characters that would steer a terminal.
  private static func visible(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      shown.append(isControl ? " " : scalar)
    }
    return String(shown)
  }
}
