/// Shares a table's room among its columns by what they hold.
///
/// Each column gets its longest word where that can be had, and the rest goes where it saves most lines: the height
/// of a row is guessed from the width of its texts, rows far apart standing for the others in a long table.
struct ColumnWidths {
  /// What a column's cells need, row by row.
  private var columns: [Need]
  private var lowest: Int
  private var step: Int

  fileprivate struct Need {
    var share: Int?
    /// Widest word and widest line.
    var word = 1
    var line = 1
    /// Widths of the whole texts of the rows looked at.
    var texts: [Int] = []
  }

  /// More rows than this are looked at by samples.
  private static let sample = 400

  /// From the words of each row's cells; rows that run across all columns have none.
  init(_ table: PrintTable, _ rows: [[[Word]]], step: Int) {
    self.step = max(step, 1)
    lowest = self.step * 3
    columns = table.columns.map {
      if case .share(let share) = $0.width { Need(share: share) } else { Need() }
    }
    let stride = max(rows.count / Self.sample, 1)
    for (index, row) in rows.enumerated() where !row.isEmpty {
      let isSampled = index % stride == 0 || index < table.head.count
      for column in columns.indices {
        columns[column].add(row.indices.contains(column) ? row[column] : [], isSampled)
      }
    }
  }

  /// The widths; none where the columns cannot stand side by side.
  func widths(in room: Int) -> [Int] {
    let least = columns.map { min(max($0.word, step), lowest) }
    guard !columns.isEmpty, room >= least.reduce(0, +) else { return [] }
    var widths = zip(columns, least).map { need, least in
      need.share.map { max(room * $0 / 100, least) } ?? max(min(need.word, room / 3), least)
    }
    // Long words give way, the longest first, until all columns fit.
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      guard
        let widest = widths.indices.max(by: { widths[$0] - least[$0] < widths[$1] - least[$1] }),
        widths[widest] > least[widest]
      else { return [] }
      let cut = min(max(excess / 4, step), widths[widest] - least[widest])
      widths[widest] -= cut
      excess -= cut
    }
    return spread(room - widths.reduce(0, +), over: widths)
  }

  /// Hands out what is left, a few steps at a time, each to the column that gains most by it.
  private func spread(_ rest: Int, over start: [Int]) -> [Int] {
    var widths = start
    var rest = rest
    while rest > 0 {
      let most = max(rest / (8 * step), 1) * step
      var best: (column: Int, width: Int, gain: Int)?
      for column in columns.indices where columns[column].share == nil {
        // One step may save nothing where a few do.
        for factor in [1, 2, 4] {
          let wider = min(most * factor, rest)
          guard columns[column].line > widths[column] else { break }
          let gain = self.gain(column, widths[column], wider) * 1000 / max(wider / step, 1)
          if gain > best?.gain ?? 0 { best = (column, wider, gain) }
        }
      }
      guard let best else { break }
      widths[best.column] += best.width
      rest -= best.width
    }
    return fill(rest, widths)
  }

  /// What no row needs goes to the columns that hold most, so that the table is as wide as the page.
  private func fill(_ rest: Int, _ start: [Int]) -> [Int] {
    var widths = start
    let open = columns.indices.filter { columns[$0].share == nil }
    let total = open.map { min(columns[$0].line, widths[$0] * 4) }.reduce(0, +)
    guard rest > 0, total > 0, let widest = open.max(by: { columns[$0].line < columns[$1].line })
    else { return widths }
    var left = rest
    for column in open {
      let part = rest * min(columns[column].line, start[column] * 4) / total / step * step
      widths[column] += part
      left -= part
    }
    widths[widest] += left
    return widths
  }

  /// What is gained by widening a column: a row of many lines counts more than many of few, for it makes the table
  /// high whatever stands beside it.
  private func gain(_ column: Int, _ width: Int, _ more: Int) -> Int {
    var gain = 0
    for text in columns[column].texts where text > width {
      let (now, then) = (Self.lines(text, width), Self.lines(text, width + more))
      gain += now * now * now - then * then * then
    }
    return gain
  }

  /// Ends of lines stay empty by half a word or so.
  private static func lines(_ text: Int, _ width: Int) -> Int {
    text <= width ? 1 : min((text + text / 8 + width - 1) / max(width, 1), 1000)
  }
}

extension ColumnWidths.Need {
  mutating func add(_ words: [Word], _ isSampled: Bool) {
    var total = 0
    var line = 0
    var unit = 0
    for word in words {
      // Words that cling to each other ought not to be parted by a narrow column either.
      unit = word.tie >= .firm ? unit + word.gap + word.width : word.width
      if word.isForced {
        self.line = max(self.line, line)
        line = 0
      }
      self.word = max(self.word, unit)
      line += word.width + (line > 0 ? word.gap : 0)
      total += word.width + word.gap
    }
    self.line = max(self.line, line)
    if isSampled { texts.append(total) }
  }
}
