package import ActaModel

/// The act as print-ready text (`act.txt`): UTF-8, pages of 80 columns and 60 lines upright or 120 and 45 across,
/// parted by form feeds.
package func printedText(of act: Act, settings: Settings) -> [UInt8] {
  printedText(of: pages(of: printBlocks(of: act, settings: settings), on: TextDevice()))
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
  private var lines: [[PlacedLine]]
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
    lines = Array(repeating: [], count: area.height)
  }

  mutating func place(_ item: PlacedItem) {
    switch item {
    case .line(let line):
      if lines.indices.contains(line.y) { lines[line.y].append(line) }
    case .rule(let rule): draw(rule)
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
  func write(to out: inout [UInt8]) {
    var pending = 0
    for y in 0..<area.height {
      let start = out.count
      let ends = writeLine(y, to: &out, after: pending)
      if ends {
        pending = 0
        out.append(0x0A)
      } else {
        out.removeSubrange(start...)
        pending += 1
      }
    }
  }

  /// Writes a line behind the empty ones that are due; whether it holds anything.
  private func writeLine(_ y: Int, to out: inout [UInt8], after pending: Int) -> Bool {
    let row = rules.isEmpty ? [][...] : rules[y * area.width..<(y + 1) * area.width]
    let ruled = row.contains { !$0.isEmpty }
    guard ruled || lines[y].contains(where: { !$0.words.isEmpty }) else { return false }
    out.append(contentsOf: repeatElement(0x0A, count: pending))
    var x = 0
    for line in lines[y].count > 1 ? lines[y].sorted(by: { $0.x < $1.x }) : lines[y] {
      for word in line.words {
        let place = line.x + word.x
        if place == x + 1, !ruled {
          out.append(0x20)
        } else {
          fill(from: x, to: place, row, to: &out)
        }
        write(line.source.text.bytes[word.range], to: &out)
        x = place + word.width
        if word.endsWithHyphen {
          out.append(UInt8(ascii: "-"))
          x += 1
        }
      }
    }
    if ruled {
      let last = row.lastIndex { !$0.isEmpty } ?? row.startIndex
      fill(from: x, to: last - row.startIndex + 1, row, to: &out)
    }
    while out.last == 0x20 { out.removeLast() }
    return true
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
  private func write(_ word: ArraySlice<UInt8>, to out: inout [UInt8]) {
    guard word.contains(0xC2) else { return out.append(contentsOf: word) }
    var index = word.startIndex
    while index < word.endIndex {
      if word[index] == 0xC2, index + 1 < word.endIndex, word[index + 1] == 0xA0 {
        out.append(0x20)
        index += 2
      } else {
        out.append(word[index])
        index += 1
      }
    }
  }
}
