import ActaDiagnostics
import ActaModel

extension PrintTable {
  /// A table of the source; `nil` for one that holds nothing.
  init?(_ table: Table) {
    let count = table.head.cells.count
    guard count > 0 else { return nil }
    let columns = (0..<count).map { index in
      Column(
        table.alignments.indices.contains(index)
          ? PrintStyle.Alignment(table.alignments[index]) : .left)
    }
    let head = Row(cells: table.head.cells, count: count)
    self.init(
      columns: columns, head: head.cells.allSatisfy(\.isEmpty) ? [] : [head],
      rows: table.rows.map { Row(cells: $0.cells, count: count) }, style: .table)
  }

  /// A roster: a table of the source as it is, a list as names and posts side by side with a dash between.
  init(_ list: MemberList) {
    guard let head = list.head else {
      self.init(
        columns: [
          Column(width: .share(31), partsWords: false), Column(width: .share(2)),
          Column(width: .content, partsWords: false),
        ],
        rows: list.entries.map { Row(sideBySide: $0) }, ruling: .none,
        style: .table.with { $0.size = .body })
      meaning = .list
      return
    }
    let count = max(head.cells.count, 1)
    var entries = list.entries[...]
    var heads = [Row(cells: head.cells, count: count)]
    if case .row(let row)? = entries.first, row.numbersColumns {
      heads.append(Row(cells: row.cells, count: count))
      entries = entries.dropFirst()
    }
    self.init(
      columns: Array(repeating: Column(), count: count), head: heads,
      rows: entries.map { entry in
        switch entry {
        case .member(let member): Row(cells: member.cells, count: count)
        case .heading(let cell): Row(.section, [PrintText(cell.text)])
        case .row(let row): Row(cells: row.cells, count: count)
        }
      }, style: .table)
  }
}

extension PrintTable.Row {
  /// As many cells as the table has columns: what a row has more goes into its last.
  init(cells: [Cell], count: Int) {
    var texts = cells.prefix(count).map { PrintText($0.text) }
    while texts.count < count { texts.append(PrintText()) }
    for cell in cells.dropFirst(count) { texts[count - 1].append(line: cell.text) }
    self.init(.body, texts)
  }

  init(cells: [PrintText]) { self.init(.body, cells) }

  /// An entry of a list as a name, a dash and a post.
  init(sideBySide entry: MemberList.Entry) {
    switch entry {
    case .heading(let cell): self.init(.section, [PrintText(cell.text)])
    case .member(let member):
      var name = PrintText()
      if let number = member.number, number.style != .dash {
        name.append(number.text)
        name.append(" ")
      }
      self.init(name: name, member.parts)
    case .row(let row): self.init(name: PrintText(), row.cells)
    }
  }

  private init(name: PrintText, _ parts: [Cell]) {
    var name = name
    if let first = parts.first { name.append(first.text) }
    // A surname in capitals stands on a line of its own.
    if name.beginsWithCapitals { name.breakAfterFirstWord() }
    var post = PrintText()
    for part in parts.dropFirst() { post.append(word: part.text) }
    self.init(cells: [name, PrintText(post.isEmpty ? "" : "–"), post])
  }
}

extension Member {
  /// The cells of the row that the member was read from: its number stands in one of its own, where the source has it.
  fileprivate var cells: [Cell] {
    guard let number else { return parts }
    var cells = parts
    let place = parts.firstIndex { number.span < $0.span } ?? parts.count
    cells.insert(
      Cell(text: Prose(number.text, at: number.span.start), span: number.span), at: place)
    return cells
  }
}

extension TableRow {
  /// Whether it says «1, 2, 3» and so on.
  fileprivate var numbersColumns: Bool {
    cells.enumerated().allSatisfy { $0.element.text.text == String($0.offset + 1) }
  }
}

extension PrintStyle.Alignment {
  fileprivate init(_ alignment: Table.Alignment) {
    self =
      switch alignment {
      case .none, .left: .left
      case .center: .center
      case .right: .right
      }
  }
}
