/// Sets a table: columns by what they hold, a slab a row, the head ready to be repeated.
struct TableLayout<Device: PrintDevice> {
  let table: PrintTable
  let device: Device
  let width: Int
  let pageHeight: Int
  let owner: PrintOwner
  private let line: Int
  private var paragraphs: ParagraphLayout<Device>
  private let headStyle: PrintStyle
  private let columnStyles: [PrintStyle]
  private let columns: [Column]
  /// The texts of each cell and their words, row by row, heads first; none for a row that runs across all columns.
  private let texts: [[PlacedText]]
  private let words: [[[Word]]]

  /// Where a column's text stands.
  struct Column: Hashable {
    var x: Int
    var width: Int
  }

  init(
    _ table: PrintTable, device: Device, hyphenator: Hyphenator?, width: Int, pageHeight: Int,
    _ owner: PrintOwner
  ) {
    self.table = table
    paragraphs = ParagraphLayout(device: device, width: width, hyphenator: hyphenator)
    self.device = device
    self.width = width
    self.pageHeight = pageHeight
    self.owner = owner
    line = device.lineHeight(table.style.size)
    let plain = table.style.with {
      $0.firstIndent = .zero
      $0.left = .zero
      $0.right = .zero
    }
    headStyle = plain.with {
      $0.isBold = true
      $0.alignment = .center
    }
    columnStyles = table.columns.map { column in
      plain.with {
        $0.alignment = column.alignment
        $0.partsWords = column.partsWords
      }
    }
    let isRuled = table.ruling == .full
    let (rule, padding) = isRuled ? (device.ruleWidth, device.cellPadding) : (0, 0)
    let gutter = isRuled ? 0 : device.spaceWidth(table.style.face)
    let count = table.columns.count
    let room = width - rule * (count + 1) - padding * 2 * count - gutter * max(count - 1, 0)
    let (head, styles) = (headStyle, columnStyles)
    texts = (table.head + table.rows).enumerated().map { index, row in
      guard row.kind == .body else { return [] }
      var owner = owner
      owner.row = index
      return row.cells.enumerated().map { column, text in
        owner.column = column
        let style =
          index < table.head.count || column >= styles.count ? head : styles[column]
        return PlacedText(text, style, owner)
      }
    }
    words = texts.map { $0.map { $0.words(on: device) } }
    var columns: [Column] = []
    var x = rule + padding
    let step = device.spaceWidth(table.style.face)
    for width in ColumnWidths(table, words, step: step).widths(in: room) {
      columns.append(Column(x: x, width: width))
      x += width + 2 * padding + rule + gutter
    }
    self.columns = columns
  }

  /// The table's rows; text one under another where so many columns cannot stand side by side.
  mutating func slabs() -> [Slab] {
    guard !table.columns.isEmpty else { return [] }
    guard columns.count == table.columns.count else { return stackedSlabs() }
    var table = table
    var head = headSlab(isRepeated: false)
    if let height = head?.height, height > pageHeight {
      // A head that no page holds is set like any row.
      table.rows = table.head + table.rows
      table.head = []
      head = nil
    }
    let repeated = head.flatMap { $0.height * 3 <= pageHeight ? headSlab(isRepeated: true) : nil }
      .map { TableHead(items: $0.items, height: $0.height) }
    // Without a head, the rule on top still closes a table that goes on on another page.
    let top = repeated ?? topRule.map { TableHead(items: $0, height: device.ruleHeight) }
    var slabs: [Slab] = []
    if let head { slabs.append(head) }
    if head == nil, let topRule { slabs.append(Slab(height: device.ruleHeight, items: topRule)) }
    var staysWithNext = !slabs.isEmpty
    let room = max(pageHeight - (top?.height ?? 0), line + device.ruleHeight)
    for (index, row) in table.rows.enumerated() {
      var pieces = self.slabs(of: row, table.head.count + index, room: room)
      for piece in pieces.indices { pieces[piece].head = top }
      // Rows without rules are parted by some space.
      if !isRuled, index > 0, !pieces.isEmpty { pieces[0].space = device.space(1) }
      // A table does not end with a lone row on a page of its own either.
      let isLone = index > 1 && index == table.rows.count - 1 && pieces.count == 1
      if staysWithNext || isLone, !pieces.isEmpty { pieces[0].mayBreakBefore = false }
      slabs += pieces
      staysWithNext = row.kind == .section
    }
    return slabs
  }
}

extension TableLayout {
  private var isRuled: Bool { table.ruling == .full }

  /// The whole table's width, from the outer edge of the first rule to that of the last.
  private var span: Int {
    guard let last = columns.last else { return 0 }
    return last.x + last.width + (isRuled ? device.cellPadding + device.ruleWidth : 0)
  }

  private var topRule: [PlacedItem]? {
    guard isRuled else { return nil }
    return [
      .rule(PlacedRule(x: 0, y: 0, length: span - device.ruleWidth, isVertical: false))
    ]
  }

  private mutating func headSlab(isRepeated: Bool) -> Slab? {
    guard !table.head.isEmpty else { return nil }
    var slab = Slab(height: 0, items: [])
    if let topRule {
      slab.items += topRule
      slab.height += device.ruleHeight
    }
    for (index, row) in table.head.enumerated() {
      let cells = self.cells(of: row, index, isRepeated: isRepeated)
      let height = self.height(of: cells)
      slab.items += items(of: cells, from: 0, height).map { $0.moved(y: slab.height) }
      slab.items += rules(of: row, height).map { $0.moved(y: slab.height) }
      slab.height += height + (isRuled ? device.ruleHeight : 0)
    }
    return slab
  }

  /// A row in one piece, or in as many as a page needs where it is higher than that.
  private mutating func slabs(of row: PrintTable.Row, _ index: Int, room: Int) -> [Slab] {
    let cells = self.cells(of: row, index, isRepeated: false)
    let count = max(cells.map(\.count).max() ?? 0, 1)
    let rule = isRuled ? device.ruleHeight : 0
    let height = self.height(of: cells)
    if height + rule <= room {
      var slab = Slab(
        height: height + rule, items: items(of: cells, from: 0, height) + rules(of: row, height))
      slab.notes = notes(in: cells)
      return [slab]
    }
    return (0..<count).map { place in
      let isLast = place == count - 1
      let pieces = cells.map { $0.indices.contains(place) ? [$0[place]] : [] }
      let height = self.height(of: pieces)
      return Slab(
        height: height + (isLast ? rule : 0),
        items: items(of: pieces, from: 0, height) + rules(of: row, height, isClosed: isLast),
        mayBreakBefore: place != 1 && place != count - 1,
        closing: isLast ? [] : bottomRule, closingHeight: isLast ? 0 : rule,
        notes: notes(in: pieces))
    }
  }

  private func height(of cells: [[PlacedLine]]) -> Int {
    max(cells.map(\.count).max() ?? 0, 1) * line + (isRuled ? 2 * device.rowPadding : 0)
  }

  private func notes(in cells: [[PlacedLine]]) -> [Int] {
    var notes: [Int] = []
    for lines in cells { for line in lines { notes += line.notes } }
    return notes
  }

  private var bottomRule: [PlacedItem] { topRule ?? [] }

  /// The lines of each cell.
  private mutating func cells(
    of row: PrintTable.Row, _ index: Int, isRepeated: Bool
  ) -> [[PlacedLine]] {
    var owner = owner
    owner.row = index
    owner.isRepeated = isRepeated
    if row.kind == .section {
      let padding = isRuled ? device.cellPadding + device.ruleWidth : 0
      paragraphs.width = max(span - 2 * padding, 1)
      return row.cells.prefix(1).map {
        paragraphs.lines(of: $0, headStyle, owner).map { $0.moved(x: padding) }
      }
    }
    var cells: [[PlacedLine]] = []
    cells.reserveCapacity(columns.count)
    for (number, column) in columns.enumerated() where number < texts[index].count {
      owner.column = number
      paragraphs.width = column.width
      let text = texts[index][number]
      let source = isRepeated ? PlacedText(text.text, headStyle, owner) : text
      cells.append(paragraphs.lines(of: source, words[index][number]).map { $0.moved(x: column.x) })
    }
    return cells
  }

  private func items(of cells: [[PlacedLine]], from top: Int, _ height: Int) -> [PlacedItem] {
    let padding = isRuled ? device.rowPadding : 0
    return cells.flatMap { lines in
      lines.enumerated().map { index, line in
        .line(line.moved(y: padding + top + index * self.line - line.y))
      }
    }
  }

  /// The rules at the sides of a row and below it.
  private func rules(of row: PrintTable.Row, _ height: Int, isClosed: Bool = true) -> [PlacedItem] {
    guard isRuled else { return [] }
    let edge = span - device.ruleWidth
    var places = [0, edge]
    if row.kind == .body {
      places += columns.dropFirst().map { $0.x - device.cellPadding - device.ruleWidth }
    }
    // From the rule above to the one below, so that they meet.
    var rules = places.map {
      PlacedItem.rule(
        PlacedRule(
          x: $0, y: -device.ruleHeight, length: height + device.ruleHeight, isVertical: true))
    }
    if isClosed {
      rules.append(.rule(PlacedRule(x: 0, y: height, length: edge, isVertical: false)))
    }
    return rules
  }

  /// Cells as paragraphs, for a table with more columns than can stand on a page.
  private mutating func stackedSlabs() -> [Slab] {
    paragraphs.width = width
    var slabs: [Slab] = []
    for (index, row) in (table.head + table.rows).enumerated() {
      var isFirst = true
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
        var owner = owner
        owner.row = index
        owner.column = column
        for line in paragraphs.lines(of: cell, table.style, owner) {
          var slab = Slab(height: self.line, space: isFirst ? self.line : 0, line: line)
          slab.notes = line.notes
          slabs.append(slab)
          isFirst = false
        }
      }
    }
    return slabs
  }
}
