import ActaModel

/// A roadmap as the table that readers know, from one stretch of rows or from several under the same head.
struct ScheduleTable {
  private let columns: [Schedule.Column]
  /// The row that numbers the columns, where the head has one.
  private let columnNumbers: [PrintText]?
  private var rows: [PrintTable.Row] = []

  /// A heading with rows right below it.
  struct Section {
    var title: PrintText
    var schedule: Schedule

    init?(_ provision: Provision) {
      guard provision.headingLevel != nil, case .schedule(let schedule)? = provision.children.first
      else { return nil }
      title = PrintText()
      if let number = provision.number {
        title.append(number.text)
        title.append(" ")
      }
      title.append(provision.text)
      self.schedule = schedule
    }
  }

  /// An empty table with a stretch's head.
  init(_ schedule: Schedule) {
    columns = schedule.columns
    if case .columnNumbers(let row)? = schedule.entries.first {
      columnNumbers = PrintTable.Row(cells: row.cells, count: max(schedule.columns.count, 1)).cells
    } else {
      columnNumbers = nil
    }
  }

  /// Whether a stretch has the same head, so that its own need not be said again.
  func takes(_ schedule: Schedule) -> Bool {
    columns.count == schedule.columns.count
      && zip(columns, schedule.columns).allSatisfy {
        $0.role == $1.role && PrintText($0.title).bytes == PrintText($1.title).bytes
      }
  }

  mutating func add(section title: PrintText) { rows.append(PrintTable.Row(.section, [title])) }

  mutating func add(_ schedule: Schedule) {
    for entry in schedule.entries {
      switch entry {
      case .section(let cell): add(section: PrintText(cell.text))
      case .milestone(let milestone):
        rows.append(
          PrintTable.Row(
            .body, cells(of: milestone, inColumns: schedule.spelling == .table),
            anchor: milestone.address))
      case .columnNumbers(let row):
        let cells = PrintTable.Row(cells: row.cells, count: max(columns.count, 1)).cells
        // The same numbers again are the head of a page of the source: pages have heads of their own.
        if cells.map(\.bytes) != columnNumbers?.map(\.bytes) {
          rows.append(PrintTable.Row(cells: cells))
        }
      }
    }
  }

  var table: PrintTable {
    var head = [PrintTable.Row(cells: columns.map { PrintText($0.title) })]
    if let columnNumbers { head.append(PrintTable.Row(cells: columnNumbers)) }
    return PrintTable(
      columns: columns.map { _ in PrintTable.Column() }, head: head, rows: rows, style: .table)
  }

  private func cells(of milestone: Milestone, inColumns: Bool) -> [PrintText] {
    var cells = Array(repeating: PrintText(), count: max(columns.count, 1))
    var isTaken = Array(repeating: false, count: cells.count)
    let last = cells.count - 1
    for (index, field) in milestone.fields.enumerated() {
      let place =
        inColumns
        ? (index < columns.count ? index : nil)
        : columns.indices.first { columns[$0].role == field.role && !isTaken[$0] }
      if let place {
        cells[place].append(line: field.text)
        isTaken[place] = true
      } else {
        cells[last].append(line: field.text)
      }
    }
    if let place = columns.firstIndex(where: { $0.role == .number }), cells[place].isEmpty,
      let number = milestone.number
    {
      cells[place].append(number.text)
    }
    for cell in milestone.surplus { cells[last].append(line: cell.text) }
    for row in milestone.continuations {
      // A row that goes on with the one above continues the sentence of each cell.
      for (index, cell) in row.cells.enumerated() {
        cells[min(index, last)].append(word: cell.text)
      }
    }
    return cells
  }
}
