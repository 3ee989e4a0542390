package import ActaDiagnostics
package import ActaModel

/// Reads acta.yml.
package func parseSettings(_ source: Source) -> Checked<Settings> {
  let clean = CleanBytes(source)
  let start = clean.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var yaml = YAMLReader(
    source: source, bytes: clean.bytes, region: Span(start, clean.bytes.count))
  let value = yaml.read()
  var reader = SettingsReader(file: source.path)
  if let value { reader.read(value) }
  return Checked(
    reader.settings,
    clean.findings + yaml.problems.map { $0.finding(in: source.path) } + reader.findings)
}

private struct SettingsReader {
  let file: String
  var settings = Settings()
  var findings: [Finding] = []

  init(file: String) { self.file = file }

  /// Each key in both spellings; what it holds follows from where it stands.
  private enum Key: CaseIterable {
    case bodies, calendars, calendar, print, rules, site, words

    var spellings: [String] {
      switch self {
      case .bodies: ["органы", "bodies"]
      case .calendars: ["календари", "calendars"]
      case .calendar: ["календарь", "calendar"]
      case .print: ["печать", "print"]
      case .rules: ["правила", "rules"]
      case .site: ["сайт", "site"]
      case .words: ["словарь", "words"]
      }
    }
  }

  mutating func read(_ yaml: YAML) {
    for entry in entries(of: yaml) {
      guard let key = Key.allCases.first(where: { $0.spellings.contains(plain(entry.key.value)) })
      else {
        unknown(entry.key, among: Key.allCases.flatMap(\.spellings))
        continue
      }
      switch key {
      case .bodies: for body in entries(of: entry.value) { readBody(body) }
      case .calendars:
        for calendar in entries(of: entry.value) {
          settings.calendars[calendar.key.value] = corrections(calendar.value)
        }
      case .calendar: settings.calendar = corrections(entry.value)
      case .print: readPrint(entry.value)
      case .rules: for rule in entries(of: entry.value) { readLevel(rule) }
      case .site: readSite(entry.value)
      case .words: settings.words = texts(entry.value).map(\.value)
      }
    }
  }

  private mutating func readBody(_ entry: YAML.Entry) {
    let known = [
      ["название", "name"], ["сокращение", "short"], ["сайт", "site"], ["календарь", "calendar"],
      ["бланк", "letterhead"], ["герб", "emblem"],
    ]
    let fields = fields(entry.value, known: known)
    guard let name = fields[0] else {
      report(
        "source/missing-key", entry.key.span,
        Text(
          ru: "У органа «\(entry.key.value)» нет названия",
          en: "Body «\(entry.key.value)» has no name"))
      return
    }
    settings.bodies.append(
      Settings.Body(
        key: entry.key.value, name: name, short: fields[1]?.value, site: fields[2]?.value,
        calendar: fields[3]?.value, letterhead: fields[4].flatMap { letterhead($0) } ?? .full,
        emblem: fields[5]))
  }

  private mutating func letterhead(_ field: Spanned<String>) -> Settings.Letterhead? {
    let word = plain(field.value)
    let known = Settings.Letterhead.allCases
    if let form = known.first(where: { $0.ru == word || $0.rawValue == word }) { return form }
    report(
      "source/wrong-value", field.span,
      Text(
        ru: "Бланк бывает \(known.map(\.ru).joined(separator: " или ")), а не «\(field.value)»",
        en:
          "A letterhead is \(known.map(\.rawValue).joined(separator: " or ")), not «\(field.value)»"
      ))
    return nil
  }

  private mutating func readSite(_ value: YAML) {
    let fields = fields(value, known: [["название", "title"], ["адрес", "address"]])
    if let title = fields[0] { settings.site.title = title.value }
    guard let address = fields[1] else { return }
    let text = address.value
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      report(
        "source/wrong-value", address.span,
        Text(
          ru: "«\(text)» – не адрес сайта; он начинается с «https://»",
          en: "«\(text)» is no address of a site; it begins with «https://»"))
      return
    }
    settings.site.address = text.hasSuffix("/") ? text : text + "/"
  }

  private mutating func readPrint(_ value: YAML) {
    let fields = fields(
      value,
      known: [
        ["шрифт", "font"], ["кегль", "size"], ["кегль-таблиц", "table-size"],
        ["интервал", "spacing"], ["левое-поле", "left-field"],
      ])
    settings.print.font = fields[0]
    read(fields[1], in: 8...24, scale: 10, \.size)
    read(fields[2], in: 8...24, scale: 10, \.smallSize)
    read(fields[3], in: 1...2, scale: 100, \.spacing)
    read(fields[4], in: 10...50, scale: 1, \.leftField)
  }

  /// Reads a number between bounds, counted in parts of one: `1,15` in hundredths is 115.
  private mutating func read(
    _ field: Spanned<String>?, in bounds: ClosedRange<Int>, scale: Int,
    _ path: WritableKeyPath<Settings.Print, Int>
  ) {
    guard let field else { return }
    let parts = field.value.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    var value = parts.first.flatMap { $0.count < 6 ? Int($0) : nil }.map { $0 * scale }
    if parts.count == 2, parts[1].count < 6, let whole = value, let rest = Int(parts[1]), rest >= 0
    {
      var scaled = rest * scale
      for _ in parts[1] { scaled = scaled % 10 == 0 ? scaled / 10 : -1 }
      value = scaled >= 0 ? whole + scaled : nil
    } else if parts.count > 1 {
      value = nil
    }
    let allowed = bounds.lowerBound * scale...bounds.upperBound * scale
    guard let value, allowed.contains(value) else {
      report(
        "source/wrong-value", field.span,
        Text(
          ru:
            "«\(field.value)» не подходит; ждали число от \(bounds.lowerBound) до \(bounds.upperBound)",
          en:
            "«\(field.value)» will not do; a number from \(bounds.lowerBound) to \(bounds.upperBound) is expected"
        ))
      return
    }
    settings.print[keyPath: path] = value
  }

  private mutating func readLevel(_ entry: YAML.Entry) {
    guard let word = text(entry.value) else { return }
    let rule = RuleID(entry.key.value)
    settings.levelSpans[rule] = entry.key.span
    switch plain(word.value) {
    case "ошибка", "error": settings.levels[rule] = .some(.error)
    case "предупреждение", "warning": settings.levels[rule] = .some(.warning)
    case "заметка", "note": settings.levels[rule] = .some(.note)
    case "выключено", "off": settings.levels[rule] = .some(nil)
    default:
      report(
        "source/wrong-value", word.span,
        Text(
          ru:
            "Уровень «\(word.value)» неизвестен; бывают: ошибка, предупреждение, заметка, выключено",
          en: "Unknown level «\(word.value)»; there are: error, warning, note, off"))
    }
  }

  private mutating func corrections(_ value: YAML) -> CalendarCorrections {
    var corrections = CalendarCorrections()
    for entry in entries(of: value) {
      let name = plain(entry.key.value)
      let isOff = ["выходные", "days-off"].contains(name)
      guard isOff || ["рабочие", "working-days"].contains(name) else {
        unknown(entry.key, among: ["выходные", "рабочие", "days-off", "working-days"])
        continue
      }
      for word in texts(entry.value) {
        guard let day = StatedDate(reading: word.value).value else {
          report(
            "source/wrong-value", word.span,
            Text(ru: "«\(word.value)» – не дата", en: "«\(word.value)» is no date"))
          continue
        }
        if isOff { corrections.daysOff.insert(day) } else { corrections.workingDays.insert(day) }
      }
    }
    return corrections
  }

  // MARK: Pieces

  private mutating func entries(of value: YAML) -> [YAML.Entry] {
    switch value {
    case .mapping(let entries, _): return entries
    case .scalar(let scalar) where scalar.value.isEmpty: return []
    case .scalar, .sequence:
      report(
        "source/wrong-value", value.span,
        Text(ru: "Здесь ждали «ключ: значение»", en: "«key: value» is expected here"))
      return []
    }
  }

  private mutating func fields(_ value: YAML, known: [[String]]) -> [Spanned<String>?] {
    var fields: [Spanned<String>?] = Array(repeating: nil, count: known.count)
    for entry in entries(of: value) {
      guard let index = known.firstIndex(where: { $0.contains(plain(entry.key.value)) }) else {
        unknown(entry.key, among: known.flatMap { $0 })
        continue
      }
      fields[index] = text(entry.value)
    }
    return fields
  }

  private mutating func texts(_ value: YAML) -> [Spanned<String>] {
    switch value {
    case .sequence(let items, _): return items.compactMap { text($0) }
    case .scalar(let scalar): return scalar.value.isEmpty ? [] : [scalar]
    case .mapping: return text(value).map { [$0] } ?? []
    }
  }

  private mutating func text(_ value: YAML) -> Spanned<String>? {
    if case .scalar(let scalar) = value { return scalar.value.isEmpty ? nil : scalar }
    report(
      "source/wrong-value", value.span,
      Text(ru: "Здесь ждали простой текст", en: "Plain text is expected here"))
    return nil
  }

  private mutating func unknown(_ key: Spanned<String>, among names: [String]) {
    let near = nearName(key.value, among: names)
    let (ru, en) = nearHint(near)
    report(
      "source/unknown-key", key.span,
      Text(ru: "Неизвестный ключ «\(key.value)»\(ru)", en: "Unknown key «\(key.value)»\(en)"))
  }

  private mutating func report(_ rule: RuleID, _ span: Span, _ message: Text) {
    findings.append(Finding(rule, .error, file: file, at: span, message))
  }

  private func plain(_ word: String) -> String {
    String(word.lowercased().map { $0 == "ё" ? "е" : $0 == "_" ? "-" : $0 })
  }
}
