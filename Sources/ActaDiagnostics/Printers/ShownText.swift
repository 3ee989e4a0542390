/// A stretch of a source line as a terminal shows it: a tab as one blank, control characters by their pictures.
struct ShownText {
  /// What is written.
  private(set) var bytes: ArraySlice<UInt8>
  /// Characters as people count them.
  private(set) var count: Int
  /// Columns of the terminal.
  private(set) var columns: Int
  /// The characters one by one, where the text is not so plain that a character is a Unicode scalar of one column.
  private var cells: [String]?

  init(_ source: Source, _ span: Span) {
    let start = min(max(span.start, 0), source.bytes.count)
    let end = min(max(span.end, start), source.bytes.count)
    let text = source.bytes[start..<end]
    if let count = text.withUnsafeBufferPointer({ PlainText.count($0) }) {
      bytes = text
      self.count = count
      columns = count
      cells = nil
    } else {
      bytes = []
      count = 0
      columns = 0
      show(String(decoding: text, as: UTF8.self).visible.map { String($0) })
    }
  }

  /// Leaves the first characters, and an ellipsis behind them.
  mutating func cut(toFirst number: Int) {
    if let cells { return show(cells.prefix(number) + ["…"]) }
    bytes = bytes[..<offset(of: number)] + Array("…".utf8)
    count = min(number, count) + 1
    columns = count
  }

  /// Leaves the last characters, and an ellipsis in front of them.
  mutating func cut(toLast number: Int) {
    if let cells { return show(["…"] + cells.suffix(number)) }
    bytes = Array("…".utf8) + bytes[offset(of: max(count - number, 0))...]
    count = min(number, count) + 1
    columns = count
  }

  private mutating func show(_ cells: [String]) {
    self.cells = cells
    bytes = Array(cells.joined().utf8)[...]
    count = cells.count
    columns = cells.reduce(0) { $0 + Self.columns($1) }
  }

  /// Where a character of a plain text begins.
  private func offset(of number: Int) -> Int {
    var (index, left) = (bytes.startIndex, number)
    while index < bytes.endIndex {
      if bytes[index] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      index += 1
    }
    return index
  }

  /// Terminal columns of a character: wide ones of East Asia and emoji take two.
  private static func columns(_ character: String) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
