import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Reads the rows of a roadmap, in both spellings.
struct ScheduleReader {
  let file: String
  private(set) var findings: [Finding] = []

  init(file: String) { self.file = file }

  // MARK: Tables

  /// The schedule that a table is; `nil` where its head does not name a roadmap's columns.
  mutating func schedule(_ table: Table) -> Schedule? {
    let columns = Self.columns(table.head)
    let known = Set(columns.map(\.role)).subtracting([.other])
    let isSchedule =
      known.contains(.activity) && !known.isDisjoint(with: [.deadline, .responsible, .result])
      || known.count >= 3
    guard isSchedule else { return nil }
    var entries: [Schedule.Entry] = []
    for row in table.rows { add(row, columns, &entries) }
    return Schedule(spelling: .table, columns: columns, entries: entries, span: table.span)
  }

  private mutating func add(
    _ row: TableRow, _ columns: [Schedule.Column], _ entries: inout [Schedule.Entry]
  ) {
    let width = columns.count
    let isRagged = row.cells.count != width
    if Self.isColumnNumbers(row) {
      if isRagged { report(ragged: row, width) }
      entries.append(.columnNumbers(row))
      return
    }
    if let title = Self.sectionTitle(row, columns) {
      if isRagged, row.cells.count > width { report(ragged: row, width) }
      entries.append(.section(title))
      return
    }
    if isRagged { report(ragged: row, width) }
    if goesOn(row, columns), case .milestone(var above)? = entries.last {
      above.continuations.append(row)
      entries[entries.count - 1] = .milestone(above)
      if !isRagged { reportContinuation(row, of: above) }
      return
    }
    entries.append(.milestone(milestone(row, columns)))
  }

  private func milestone(_ row: TableRow, _ columns: [Schedule.Column]) -> Milestone {
    let fields = zip(row.cells, columns).map { cell, column in
      Milestone.Field(role: column.role, text: cell.text, span: cell.span)
    }
    let number = fields.first { $0.role == .number }.flatMap { field -> LegalNumber? in
      openingNumber(field.text.text, in: .cell).flatMap {
        LegalNumber($0, in: field.text)
      }
    }
    return Milestone(
      number: number, fields: fields, surplus: Array(row.cells.dropFirst(columns.count)),
      span: row.span)
  }

  private static func columns(_ head: TableRow) -> [Schedule.Column] {
    var taken: Set<Milestone.Field.Role> = []
    return head.cells.map { cell in
      var role = Self.role(ofHead: cell.text.text)
      if role != .other, !taken.insert(role).inserted { role = .other }
      return Schedule.Column(role: role, title: cell.text)
    }
  }

  /// What a column's head, or a field's label, stands for: the usual names, by their stems.
  static func role(ofHead head: String) -> Milestone.Field.Role {
    let folded = FoldedBytes(head.trimmed)
    if folded.contains("п/п") || folded.hasPrefix("№") || folded.hasPrefix("в„–")
      || folded.bytes == Array("n".utf8) || folded.hasPrefix("номер")
    {
      return .number
    }
    if folded.hasPrefix("исполняет") { return .implements }
    if folded.hasPrefix("после") { return .after }
    if folded.hasPrefix("исполнено") || folded.contains("отметка") || folded.contains("отметки") {
      return .done
    }
    if folded.contains("срок") || folded.hasPrefix("дата") || folded.hasPrefix("период") {
      return .deadline
    }
    if folded.contains("ответствен") || folded.contains("исполнител")
      || folded.hasPrefix("соисполнител")
    {
      return .responsible
    }
    if folded.contains("результат") || folded.contains("вид документа")
      || folded.hasPrefix("итог") || folded.hasPrefix("документ")
    {
      return .result
    }
    if folded.contains("мероприят") || folded.hasPrefix("наименован")
      || folded.hasPrefix("содержание") || folded.hasPrefix("задач") || folded.hasPrefix("действи")
    {
      return .activity
    }
    return .other
  }

  /// Whether a row numbers the columns: «1 | 2 | 3 | 4 | 5».
  static func isColumnNumbers(_ row: TableRow) -> Bool {
    var cells = row.cells
    while let last = cells.last, last.text.text.trimmed.isEmpty { cells.removeLast() }
    guard cells.count > 1 else { return false }
    return cells.enumerated().allSatisfy { index, cell in
      cell.text.text.trimmed == String(index + 1)
    }
  }

  /// The title in a row that names a section: its first cell alone filled, or its first two alike, or a Roman number with
  /// a title.
  private static func sectionTitle(_ row: TableRow, _ columns: [Schedule.Column]) -> Cell? {
    let filled = row.cells.indices.filter { !row.cells[$0].text.text.trimmed.isEmpty }
    guard columns.count > 1, let first = filled.first else { return nil }
    let head = row.cells[first]
    let title = head.text.text.trimmed
    if filled.count == 1 {
      if first == 0 {
        let isNumberAlone = openingNumber(head.text.text, in: .cell) != nil
        return isNumberAlone ? nil : head
      }
      let opening = openingNumber(head.text.text, in: .heading)
      let isTitled = opening?.style == .roman || opening?.word != nil
      return first == 1 && isTitled ? head : nil
    }
    guard filled.count == 2, filled == [0, 1] else { return nil }
    let second = row.cells[1]
    if second.text.text.trimmed == title { return head }
    let opening = openingNumber(head.text.text, in: .cell)
    guard opening?.style == .roman, columns.first?.role == .number else { return nil }
    return Cell(
      text: head.text.appending(Prose(text: " ")).appending(second.text),
      span: head.span.joined(second.span))
  }

  /// Whether a row has no number of its own where the roadmap has numbers.
  private func goesOn(_ row: TableRow, _ columns: [Schedule.Column]) -> Bool {
    guard let index = columns.firstIndex(where: { $0.role == .number }) else { return false }
    guard index < row.cells.count else { return false }
    return row.cells[index].text.text.trimmed.isEmpty
      && row.cells.contains { !$0.text.text.trimmed.isEmpty }
  }

  // MARK: Headings

  /// The field that a list item spells, such as «Срок: 29 марта».
  static func field(_ prose: Prose) -> Milestone.Field? {
    let text = Array(prose.text.utf8)
    guard let colon = text.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let role = role(ofHead: String(decoding: text[..<colon], as: UTF8.self))
    guard role != .other, role != .number, role != .activity else { return nil }
    var start = colon + 1
    while start < text.count {
      let space = Glyph.whitespace(text[start...])
      guard space > 0 else { break }
      start += space
    }
    let value = prose[start..<text.count]
    let place = prose.span(of: colon..<colon + 1) ?? Span(0, 0)
    return Milestone.Field(
      role: role, text: value, span: value.span ?? Span(place.end, place.end))
  }

  /// The columns of rows spelled as headings, those that some row fills and the usual five.
  static func columns(of milestones: [Milestone]) -> [Schedule.Column] {
    let used = Set(milestones.flatMap { $0.fields.map(\.role) })
    let usual: [(Milestone.Field.Role, String)] = [
      (.number, "№"), (.activity, "Мероприятие"), (.deadline, "Срок"),
      (.responsible, "Ответственный"), (.result, "Результат"), (.after, "После"),
      (.implements, "Исполняет"), (.done, "Исполнено"), (.other, "Примечание"),
    ]
    return usual.enumerated().compactMap { index, column in
      index < 5 || used.contains(column.0)
        ? Schedule.Column(role: column.0, title: Prose(text: column.1)) : nil
    }
  }

  // MARK: Wording

  private mutating func report(ragged row: TableRow, _ width: Int) {
    let surplus = row.cells.dropFirst(width)
    let isEmptySurplus = !surplus.isEmpty && surplus.allSatisfy { $0.text.text.trimmed.isEmpty }
    findings.append(
      Finding(
        "source/ragged-row", isEmptySurplus ? .warning : .error, file: file, at: row.span,
        .raggedRow(cells: row.cells.count, width: width),
        help: row.cells.count < width ? .missingCells : .surplusCells))
  }

  private mutating func reportContinuation(_ row: TableRow, of above: Milestone) {
    findings.append(
      Finding(
        "source/ragged-row", .note, file: file, at: row.span,
        .continuation(above.number?.bare),
        places: [Place(file: file, at: above.number?.span ?? above.span, .continuedRow)]))
  }
}

extension Text {
  /// A row whose cells are not as many as the head's.
  static func raggedRow(cells: Int, width: Int) -> Text {
    Text(
      ru: "В строке \(cells) \(plural(cells, "графа", "графы", "граф")), в шапке таблицы \(width)",
      en: "The row has \(cells) cells, the table's head has \(width)")
  }

  static let missingCells = Text(
    ru: "пустые графы тоже пишут: «| |»; проверьте, не съехал ли текст в чужую графу",
    en: "empty cells are written too: «| |»; check that no text moved to another column")

  static let surplusCells = Text(
    ru: "лишнее не пропадает: оно напечатано в последней графе; знак «|» внутри текста пишут «\\|»",
    en: "nothing is lost: the surplus is printed in the last column; write «\\|» for a bar in text")

  fileprivate static func continuation(_ number: String?) -> Text {
    let (ru, en) = number.map { (" \($0)", " \($0)") } ?? ("", "")
    return Text(
      ru: "Строка без номера прочитана как продолжение строки\(ru)",
      en: "A row without a number is read as going on with row\(en)")
  }

  fileprivate static let continuedRow = Text(
    ru: "продолжает эту строку", en: "goes on with this row")

  /// The Russian form of a noun behind a number.
  static func plural(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    let tail = count % 100
    if (11...14).contains(tail) { return many }
    switch count % 10 {
    case 1: return one
    case 2...4: return few
    default: return many
    }
  }
}
