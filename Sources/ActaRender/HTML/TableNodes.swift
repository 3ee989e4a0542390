import ActaModel

/// Tables of every kind: ruled on paper and wide screens, a card a row where the screen is narrow, for which each
/// cell carries the head of its column.
extension DocumentBody {
  mutating func table(_ table: Table) -> HTML.Node {
    let labels = table.head.cells.map(\.text.text)
    var content = head(table.head.cells.map(\.text), classes: table.alignments.map(\.class))
    var rows: [HTML.Node] = []
    for row in table.rows {
      var cells: [TableCell] = []
      for (index, cell) in row.cells.enumerated() {
        cells.append(
          TableCell(
            prose(cell.text), class: table.alignments.at(index)?.class, label: labels.at(index)))
      }
      rows.append(self.row(cells, columns: max(labels.count, 1)))
    }
    content.append(.element(.tbody, rows))
    return .element(.table, [.class("plain")], content)
  }

  // MARK: Roadmaps

  mutating func schedule(_ schedule: Schedule) -> HTML.Node {
    let count = max(schedule.columns.count, 1)
    var entries = schedule.entries[...]
    var columnNumbers: [TableRow] = []
    while case .columnNumbers(let row)? = entries.first {
      columnNumbers.append(row)
      entries = entries.dropFirst()
    }
    let classes: [String?] = schedule.columns.map(\.role.class)
    let columns = classes.map { HTML.Node.element(.col, $0.map { [.class($0)] } ?? [], []) }
    var content: [HTML.Node] = [.element(.colgroup, columns)]
    content += head(schedule.columns.map(\.title), classes: classes, below: columnNumbers)

    var group: [HTML.Node] = []
    func closeGroup() {
      if !group.isEmpty { content.append(.element(.tbody, group)) }
      group = []
    }
    for entry in entries {
      switch entry {
      case .section(let cell):
        closeGroup()
        group.append(sectionRow(cell, columns: count))
      case .columnNumbers(let row):
        group.append(self.row(plain(row), columns: count, attributes: [.class("columns")]))
      case .milestone(let milestone):
        group += rows(milestone, schedule, classes)
      }
    }
    closeGroup()
    // Many columns take the room that their words need, few the room that their roles have.
    return .element(.table, [.class(count > 6 ? "schedule wide" : "schedule")], content)
  }

  private mutating func rows(
    _ milestone: Milestone, _ schedule: Schedule, _ classes: [String?]
  ) -> [HTML.Node] {
    let count = max(schedule.columns.count, 1)
    let id = address(milestone.address)
    var (fields, surplus) = Self.placed(milestone, in: schedule)
    surplus += milestone.surplus.map(\.text)
    var cells: [TableCell] = []
    for (index, field) in fields.enumerated() {
      let column = schedule.columns.at(index)
      var cell = TableCell(
        field.map { prose($0) } ?? [], class: classes.at(index) ?? nil, label: column?.title.text,
        isHead: column?.role == .activity)
      // Where the source has a label in every row, it is a word of the text and not only of the head.
      if schedule.spelling == .headings, field != nil, let column, column.role.isLabelled {
        cell.nodes.insert(.element(.span, [.class("label")], prose(column.title)), at: 0)
        cell.nodes.insert(.text(" "), at: 1)
        cell.label = nil
      }
      cells.append(cell)
    }
    for text in surplus { cells.append(TableCell(prose(text))) }
    if let id {
      let label =
        milestone.number.map { HTML.Attribute("aria-label", "Ссылка на строку ", $0.figures) }
        ?? .label("Ссылка на строку")
      if cells.isEmpty { cells.append(TableCell([])) }
      cells[0].nodes.append(selfLink(to: id, label))
    }
    var attributes: [HTML.Attribute] = [
      .class(milestone.continuations.isEmpty ? "milestone" : "milestone continued")
    ]
    if let id { attributes.append(.id(id)) }
    if let day = days[milestone.address] { attributes.append(HTML.Attribute("data-due", day.iso)) }
    var rows = [row(cells, columns: count, attributes: attributes)]
    for (line, continuation) in milestone.continuations.enumerated() {
      let isLast = line == milestone.continuations.count - 1
      var cells: [TableCell] = []
      for (index, cell) in continuation.cells.enumerated() {
        cells.append(
          TableCell(
            prose(cell.text), class: classes.at(index) ?? nil,
            label: schedule.columns.at(index)?.title.text))
      }
      rows.append(
        row(cells, columns: count, attributes: [.class(isLast ? "goes-on" : "goes-on continued")]))
    }
    return rows
  }

  /// The texts of a milestone by column, and those that no column takes.
  ///
  /// Cells of a table stand as they are written; fields of a heading are sought by what they hold.
  private static func placed(
    _ milestone: Milestone, in schedule: Schedule
  ) -> (fields: [Prose?], surplus: [Prose]) {
    if schedule.spelling == .table {
      return (milestone.fields.map(\.text), [])
    }
    var rest = milestone.fields
    if let number = milestone.number, !rest.contains(where: { $0.role == .number }) {
      rest.insert(
        Milestone.Field(role: .number, text: Prose(text: number.text), span: number.span), at: 0)
    }
    let fields = schedule.columns.map { column -> Prose? in
      guard let index = rest.firstIndex(where: { $0.role == column.role }) else { return nil }
      return rest.remove(at: index).text
    }
    return (fields, rest.map(\.text))
  }

  // MARK: Rosters

  mutating func roster(_ list: MemberList) -> HTML.Node {
    let labels = list.head?.cells.map(\.text.text) ?? []
    // A number stands in a column of its own, which the parts of a member leave out.
    let hasNumbers = list.members.contains { $0.listNumber != nil }
    let width = list.members.map { $0.parts.count + (hasNumbers ? 1 : 0) }.max() ?? 1
    let count = list.head.map { max($0.cells.count, 1) } ?? max(width, 1)
    var content: [HTML.Node] = []
    if let head = list.head { content += self.head(head.cells.map(\.text), classes: []) }
    var group: [HTML.Node] = []
    for entry in list.entries {
      switch entry {
      case .heading(let cell):
        if !group.isEmpty { content.append(.element(.tbody, group)) }
        group = [sectionRow(cell, columns: count)]
      case .row(let row): group.append(self.row(plain(row), columns: count))
      case .member(let member):
        var cells: [TableCell] = []
        if let number = member.listNumber {
          cells.append(TableCell([.text(number.text)], class: "number"))
        } else if hasNumbers, member.parts.count < count {
          cells.append(TableCell([], class: "number"))
        }
        for (index, part) in member.parts.enumerated() {
          let isName = index == member.namePart
          cells.append(
            TableCell(
              prose(part.text), class: isName ? "name" : nil, label: labels.at(cells.count),
              isHead: isName))
        }
        group.append(self.row(cells, columns: count))
      }
    }
    if !group.isEmpty { content.append(.element(.tbody, group)) }
    return .element(.table, [.class(list.head == nil ? "roster list" : "roster")], content)
  }

  // MARK: Parts of tables

  /// The head of a table; none where every cell of it is empty.
  private mutating func head(
    _ titles: [Prose], classes: [String?], below: [TableRow] = []
  ) -> [HTML.Node] {
    var rows: [HTML.Node] = []
    if titles.contains(where: { !$0.isEmpty }) {
      var cells: [HTML.Node] = []
      for (index, title) in titles.enumerated() {
        var attributes: [HTML.Attribute] = [.scope("col")]
        if let kind = classes.at(index) ?? nil { attributes.append(.class(kind)) }
        // A head without words is no head to those who hear it.
        cells.append(
          title.isEmpty ? .element(.td, []) : .element(.th, attributes, prose(title)))
      }
      rows.append(.element(.tr, cells))
    }
    for row in below {
      rows.append(
        self.row(plain(row), columns: max(titles.count, 1), attributes: [.class("columns")]))
    }
    return rows.isEmpty ? [] : [.element(.thead, rows)]
  }

  /// A row that names those below it, down to the next of its kind.
  private mutating func sectionRow(_ cell: Cell, columns: Int) -> HTML.Node {
    var attributes: [HTML.Attribute] = [.scope("rowgroup")]
    if columns > 1 { attributes.append(HTML.Attribute("colspan", String(columns))) }
    return .element(.tr, [.class("section")], [.element(.th, attributes, prose(cell.text))])
  }

  private mutating func plain(_ row: TableRow) -> [TableCell] {
    var cells: [TableCell] = []
    for cell in row.cells { cells.append(TableCell(prose(cell.text))) }
    return cells
  }

  /// One row of as many cells as the table has columns: a short one is filled up, and what goes beyond the last
  /// column is shown inside the last cell.
  private func row(
    _ cells: [TableCell], columns: Int, attributes: [HTML.Attribute] = []
  ) -> HTML.Node {
    var nodes: [HTML.Node] = []
    for (index, cell) in cells.prefix(columns).enumerated() {
      var attributes: [HTML.Attribute] = []
      if let kind = cell.class { attributes.append(.class(kind)) }
      if cell.isHead { attributes.append(.scope("row")) }
      if let label = cell.label, !label.isEmpty {
        attributes.append(HTML.Attribute("data-label", label))
      }
      var inner = cell.nodes
      if index == columns - 1 {
        for extra in cells.dropFirst(columns) where !extra.nodes.isEmpty {
          inner.append(.text(" "))
          inner.append(.element(.span, [.class("surplus")], extra.nodes))
        }
      }
      nodes.append(.element(cell.isHead ? .th : .td, attributes, inner))
    }
    for _ in 0..<max(0, columns - cells.count) { nodes.append(.element(.td, [])) }
    return .element(.tr, attributes, nodes)
  }
}

private struct TableCell {
  var nodes: [HTML.Node]
  var `class`: String?
  var label: String?
  var isHead: Bool

  init(_ nodes: [HTML.Node], class: String? = nil, label: String? = nil, isHead: Bool = false) {
    self.nodes = nodes
    self.class = `class`
    self.label = label
    self.isHead = isHead
  }
}

extension Table.Alignment {
  fileprivate var `class`: String? {
    switch self {
    case .none, .left: nil
    case .center: "center"
    case .right: "right"
    }
  }
}

extension Milestone.Field.Role {
  fileprivate var `class`: String? { self == .other ? nil : rawValue }

  /// Whether a row spelled as a heading names the field: `- Срок: …`.
  fileprivate var isLabelled: Bool { self != .number && self != .activity }
}

extension Member {
  /// The number of a numbered list; a dash is no number to show in a column of its own.
  fileprivate var listNumber: LegalNumber? {
    number.flatMap { $0.style == .dash ? nil : $0 }
  }
}

extension Array {
  /// `nil` outside the array.
  func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
