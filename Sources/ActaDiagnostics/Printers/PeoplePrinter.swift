/// Findings for people: the message, the source line with the words underlined, the other places, what to do.
package struct PeoplePrinter: Sendable {
  package var language: Language
  package var usesColour: Bool
  /// Columns of the terminal; longer source lines are cut around the marked words.
  package var width: Int
  /// What a file is called on the screen.
  package var name: @Sendable (String) -> String

  package init(
    language: Language = .russian, usesColour: Bool = false, width: Int = 100,
    name: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.language = language
    self.usesColour = usesColour
    self.width = max(width, 40)
    self.name = name
  }

  /// Of many findings of one rule in one file the first are shown and the others counted behind them.
  package func print(_ findings: [Finding], sources: [String: Source]) -> String {
    String(decoding: encoded(findings, sources: sources), as: UTF8.self)
  }

  /// The same as bytes: a long screen need not stand in memory twice.
  package func encoded(_ findings: [Finding], sources: [String: Source]) -> [UInt8] {
    var out: [UInt8] = []
    var alike: [RuleID: [Level: Int]] = [:]
    var left: [(first: Finding, count: Int)] = []
    func show(_ finding: Finding) {
      if !out.isEmpty { out.append(0x0A) }
      print(finding, sources, to: &out)
    }
    for (index, finding) in findings.enumerated() {
      let count = alike[finding.rule, default: [:]][finding.level, default: 0] + 1
      alike[finding.rule, default: [:]][finding.level] = count
      if count <= Self.mostAlike {
        show(finding)
      } else if let place = left.firstIndex(where: {
        $0.first.rule == finding.rule && $0.first.level == finding.level
      }) {
        left[place].count += 1
      } else {
        left.append((finding, 1))
      }
      let isLast = index + 1 == findings.count || findings[index + 1].file != finding.file
      guard isLast else { continue }
      for (first, count) in left { show(Self.rest(of: first, count)) }
      (alike, left) = ([:], [])
    }
    return out
  }

  /// The same, made in so many parts beside one another; findings of one file stay together.
  package func encoded(
    _ findings: [Finding], sources: [String: Source], parts count: Int
  ) async -> [UInt8] {
    let size = max(findings.count / max(count, 1), 1)
    var parts: [ArraySlice<Finding>] = []
    var start = 0
    while start < findings.count {
      var end = min(start + size, findings.count)
      while end < findings.count, findings[end].file == findings[end - 1].file { end += 1 }
      parts.append(findings[start..<end])
      start = end
    }
    let made = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, part) in parts.enumerated() {
        group.addTask { (index, encoded(Array(part), sources: sources)) }
      }
      var made: [[UInt8]] = Array(repeating: [], count: parts.count)
      for await (index, bytes) in group { made[index] = bytes }
      return made
    }
    return Array(made.joined(separator: [0x0A]))
  }

  /// What stands for findings that are not shown.
  private static func rest(of finding: Finding, _ count: Int) -> Finding {
    Finding(
      finding.rule, finding.level, file: finding.file, at: nil,
      Text(ru: "И ещё таких же замечаний: \(count)", en: "And \(count) more findings like these"))
  }

  /// More of one rule in one file nobody reads; the reports for machines have them all.
  private static let mostAlike = 100

  /// How many findings there are of each level: «Найдено: 2 ошибки, 1 предупреждение».
  package func summary(_ findings: [Finding]) -> String {
    let counts = Level.allCases.reversed().compactMap { level -> String? in
      let count = findings.count { $0.level == level }
      return count == 0 ? nil : Self.count(count, level, language)
    }
    guard !counts.isEmpty else {
      return language == .russian ? "Замечаний нет" : "No findings"
    }
    return (language == .russian ? "Найдено: " : "Found: ") + counts.joined(separator: ", ")
  }

  private func print(
    _ finding: Finding, _ sources: [String: Source], to out: inout [UInt8]
  ) {
    let level = Self.word(finding.level, language)
    out += paint("\(level)[\(finding.rule.text)]", finding.level).utf8
    out += bold(": \(finding.message(language).visible)").utf8
    out.append(0x0A)
    excerpt(
      finding.file, finding.span, finding.label?(language), sources, finding.level, isMain: true,
      to: &out)
    for place in finding.places.prefix(Self.mostPlaces) {
      excerpt(
        place.file, place.span, place.text(language), sources, .note, isMain: false, to: &out)
    }
    let left = finding.places.count - Self.mostPlaces
    if left > 0 {
      let rest = language == .russian ? "и ещё мест: \(left)" : "and \(left) more"
      out += "  \(dim(":::")) \(rest)\n".utf8
    }
    if let help = finding.help {
      let word = language == .russian ? "что делать" : "help"
      out += "  \(dim("=")) \(word): \(help(language))\n".utf8
    }
    if let fix = finding.fix {
      let word =
        switch (language, fix.safety) {
        case (.russian, .safe): "исправление"
        case (.russian, .unsafe): "возможное исправление"
        case (.english, .safe): "fix"
        case (.english, .unsafe): "possible fix"
        }
      out += "  \(dim("=")) \(word): \(fix.title(language).visible)\n".utf8
    }
  }

  /// More than these push the next finding off the screen; the reports for machines have them all.
  private static let mostPlaces = 6

  // MARK: The source line

  private func excerpt(
    _ file: String, _ span: Span?, _ label: String?, _ sources: [String: Source], _ level: Level,
    isMain: Bool, to out: inout [UInt8]
  ) {
    let arrow = dim(isMain ? "-->" : ":::")
    guard let span, let source = sources[file] else {
      out += "  \(arrow) \(name(file).visible)\(label.map { ": \($0)" } ?? "")\n".utf8
      return
    }
    let start = source.position(span.start)
    let margin = String(start.line).utf8.count
    out.append(contentsOf: repeatElement(0x20, count: margin))
    out += " \(arrow) \(name(file).visible):\(start.line):\(start.column)\n".utf8
    let line = source.lineSpan(start.line - 1)
    // Words over several lines are underlined to the end of the first.
    let marked = Span(span.start, min(max(span.end, span.start), max(line.end, span.start)))
    out += "\(dim("\(start.line) |")) ".utf8
    let (before, under) = window(source, line, marked, to: &out)
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: margin))
    out += " \(dim("|")) ".utf8
    out.append(contentsOf: repeatElement(0x20, count: before))
    let marks = String(repeating: "^", count: max(under, 1))
    out += paint(label.map { "\(marks) \($0)" } ?? marks, level).utf8
    out.append(0x0A)
  }

  /// Writes the line as it is shown; gives back the columns in front of the marked words, and the columns under them.
  private func window(
    _ source: Source, _ line: Span, _ marked: Span, to out: inout [UInt8]
  ) -> (Int, Int) {
    let room = width - 10
    // No more of a long line than could be shown.
    let reach = room * 4
    let from = Self.boundary(source, max(line.start, marked.start - reach))
    let to = Self.boundary(source, min(max(line.end, marked.end), marked.end + reach))
    let shown = Span(marked.start, Self.boundary(source, min(marked.end, marked.start + reach)))
    var head = ShownText(source, Span(from, marked.start))
    var words = ShownText(source, shown)
    var tail = ShownText(source, Span(marked.end, max(to, marked.end)))
    if words.count > room - 4 { words.cut(toFirst: room - 5) }
    let rest = max(room - words.count, 0)
    if head.count > rest / 2, head.count + words.count + tail.count > room {
      head.cut(toLast: max(rest / 2 - 1, 0))
    }
    let left = max(room - words.count - head.count, 0)
    if tail.count > left { tail.cut(toFirst: max(left - 1, 0)) }
    out += head.bytes
    out += words.bytes
    out += tail.bytes
    return (head.columns, words.columns)
  }

  /// The next offset at which a character begins.
  private static func boundary(_ source: Source, _ offset: Int) -> Int {
    var offset = offset
    while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  // MARK: Words and colours

  /// A level's name for people.
  package static func word(_ level: Level, _ language: Language) -> String {
    switch (level, language) {
    case (.error, .russian): "ошибка"
    case (.warning, .russian): "предупреждение"
    case (.note, .russian): "заметка"
    case (_, .english): level.rawValue
    }
  }

  private static func count(_ count: Int, _ level: Level, _ language: Language) -> String {
    guard language == .russian else {
      return "\(count) \(level.rawValue)\(count == 1 ? "" : "s")"
    }
    let forms =
      switch level {
      case .error: ("ошибка", "ошибки", "ошибок")
      case .warning: ("предупреждение", "предупреждения", "предупреждений")
      case .note: ("заметка", "заметки", "заметок")
      }
    let tail = count % 100
    if (11...14).contains(tail) { return "\(count) \(forms.2)" }
    return switch count % 10 {
    case 1: "\(count) \(forms.0)"
    case 2...4: "\(count) \(forms.1)"
    default: "\(count) \(forms.2)"
    }
  }

  private func paint(_ text: String, _ level: Level) -> String {
    guard usesColour else { return text }
    let code =
      switch level {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
