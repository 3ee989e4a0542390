package import ActaModel

/// The act as print-ready text (`act.txt`): UTF-8, pages of 80 columns and 60 lines upright or 120 and 45 across,
/// parted by form feeds.
package func printedText(
  of act: Act, settings: Settings, with supplies: PrintSupplies = PrintSupplies()
) -> [UInt8] {
  let blocks = printBlocks(of: act, settings: settings, with: supplies)
  let pages = pages(
    of: blocks, on: TextDevice(), hyphenator: supplies.hyphenator,
    head: RunningHead(act.order.requisites, supplies))
  return printedText(of: pages)
}

/// Pages of the text device as text.
func printedText(of pages: [PrintPage]) -> [UInt8] {
  let device = TextDevice()
  var out: [UInt8] = []
  for (index, page) in pages.enumerated() {
    if index > 0 { out.append(0x0C) }
    var canvas = TextPage(device.area(page.orientation))
    for item in page.items { canvas.place(item) }
    canvas.write(to: &out)
  }
  return out
}

/// One page of text: words in their places and rules between them.
private struct TextPage {
  private let area: PrintArea
  private var lines: [PlacedLine] = []
  /// For each place, the directions in which a rule leaves it.
  private var rules: [Directions] = []

  private struct Directions: OptionSet {
    let rawValue: UInt8

    static let up = Directions(rawValue: 1)
    static let right = Directions(rawValue: 2)
    static let down = Directions(rawValue: 4)
    static let left = Directions(rawValue: 8)

    /// The box-drawing character with arms in these directions, in UTF-8.
    var bytes: [UInt8] { Self.characters[Int(rawValue & 15)] }

    private static let characters = [
      " ", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼",
    ].map { Array($0.utf8) }
  }

  init(_ area: PrintArea) {
    self.area = area
  }

  /// U+2010: unlike the hyphens of the text it is gone when lines are joined.
  private static let hyphen = Array("\u{2010}".utf8)

  mutating func place(_ item: PlacedItem) {
    switch item {
    case .line(let line): if !line.words.isEmpty { lines.append(line) }
    case .rule(let rule): draw(rule)
    case .emblem: break
    }
  }

  private mutating func draw(_ rule: PlacedRule) {
    if rules.isEmpty { rules = Array(repeating: [], count: area.width * area.height) }
    let (back, forth): (Directions, Directions) =
      rule.isVertical ? (.up, .down) : (.left, .right)
    for step in 0...max(rule.length, 0) {
      let x = rule.x + (rule.isVertical ? 0 : step)
      let y = rule.y + (rule.isVertical ? step : 0)
      guard (0..<area.width).contains(x), (0..<area.height).contains(y) else { continue }
      let place = y * area.width + x
      if step > 0 { rules[place].insert(back) }
      if step < rule.length { rules[place].insert(forth) }
    }
  }

  /// Writes the lines down to the last that holds anything, without spaces at their ends.
  mutating func write(to out: inout [UInt8]) {
    let isInOrder = zip(lines, lines.dropFirst()).allSatisfy { ($0.y, $0.x) <= ($1.y, $1.x) }
    if !isInOrder { lines.sort { ($0.y, $0.x) < ($1.y, $1.x) } }
    var pending = 0
    var next = 0
    for y in 0..<area.height {
      let first = next
      while next < lines.count, lines[next].y <= y { next += 1 }
      let row = rules.isEmpty ? [][...] : rules[y * area.width..<(y + 1) * area.width]
      let isRuled = row.contains { !$0.isEmpty }
      guard first < next || isRuled else {
        pending += 1
        continue
      }
      out.append(contentsOf: repeatElement(0x0A, count: pending))
      pending = 0
      writeLine(lines[first..<next], isRuled ? row : [], to: &out)
      out.append(0x0A)
    }
  }

  private func writeLine(
    _ pieces: ArraySlice<PlacedLine>, _ row: ArraySlice<Directions>, to out: inout [UInt8]
  ) {
    var x = 0
    for line in pieces {
      let words = line.words
      var index = 0
      while index < words.count {
        let word = words[index]
        let place = line.x + word.x
        if place == x + 1, row.isEmpty {
          out.append(0x20)
        } else {
          fill(from: x, to: place, row, to: &out)
        }
        // Words that stand in the text as they do on the page are copied together.
        var last = word
        while index + 1 < words.count,
          words[index + 1].range.lowerBound == last.range.upperBound + 1,
          words[index + 1].x == last.x + last.width + 1
        {
          index += 1
          last = words[index]
        }
        index += 1
        write(line.source.text, word.range.lowerBound..<last.range.upperBound, to: &out)
        x = line.x + last.x + last.width
        if last.endsWithHyphen {
          out.append(contentsOf: Self.hyphen)
          x += 1
        }
      }
    }
    if let last = row.lastIndex(where: { !$0.isEmpty }) {
      fill(from: x, to: last - row.startIndex + 1, row, to: &out)
    }
    while out.last == 0x20 { out.removeLast() }
  }

  /// Spaces, or the rules that stand there.
  private func fill(
    from start: Int, to end: Int, _ row: ArraySlice<Directions>, to out: inout [UInt8]
  ) {
    guard start < end else { return }
    guard !row.isEmpty else {
      return out.append(contentsOf: repeatElement(0x20, count: end - start))
    }
    for index in start..<min(end, row.count) {
      let directions = row[row.startIndex + index]
      if directions.isEmpty {
        out.append(0x20)
      } else {
        out.append(contentsOf: directions.bytes)
      }
    }
  }

  /// No-break spaces have done their work when lines are broken: a printer wants plain ones.
  private func write(_ text: PrintText, _ range: Range<Int>, to out: inout [UInt8]) {
    guard text.holdsNoBreakSpace else { return out.append(contentsOf: text.bytes[range]) }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text.bytes[index]
      if byte == 0xC2, index + 1 < range.upperBound, text.bytes[index + 1] == 0xA0 {
        out.append(0x20)
        index += 2
      } else {
        out.append(byte)
        index += 1
      }
    }
  }
}
