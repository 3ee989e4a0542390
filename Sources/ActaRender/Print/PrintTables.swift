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
    if let head = list.head {
      let count = max(head.cells.count, 1)
      self.init(
        columns: Array(repeating: Column(), count: count),
        head: [Row(cells: head.cells, count: count)],
        rows: list.members.map { Row(cells: $0.parts, count: count) }, style: .table)
      return
    }
    self.init(
      columns: [
        Column(width: .share(31)), Column(width: .share(2)), Column(width: .content),
      ],
      rows: list.members.map { member in
        var name = PrintText()
        if let number = member.number, number.style != .dash {
          name.append(number.text)
          name.append(" ")
        }
        if let first = member.parts.first { name.append(first.text) }
        // A surname in capitals stands on a line of its own.
        if name.beginsWithCapitals { name.breakAfterFirstWord() }
        var post = PrintText()
        for part in member.parts.dropFirst() { post.append(word: part.text) }
        return Row(cells: [name, PrintText(post.isEmpty ? "" : "–"), post])
      }, ruling: .none, style: .table.with { $0.size = .body })
  }
}

extension PrintTable.Row {
  /// As many cells as the table has columns: what a row has more goes into its last.
  init(cells: [Cell], count: Int) {
    var texts = cells.prefix(count).map { PrintText($0.text) }
    while texts.count < count { texts.append(PrintText()) }
    for cell in cells.dropFirst(count) { texts[count - 1].append(line: PrintText(cell.text)) }
    self.init(.body, texts)
  }

  init(cells: [PrintText]) { self.init(.body, cells) }
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
