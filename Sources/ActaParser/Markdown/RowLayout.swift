import ActaDiagnostics

/// A row of a pipe table as it stands in the bytes: every cell, be it more or fewer than the head has.
struct RowLayout {
  /// The row without indentation, quote marks and end of line.
  let span: Span
  /// Between the pipes, without padding.
  let cells: [Span]

  init(_ bytes: [UInt8], line: Span, quotes: Int) {
    var start = line.start
    var marks = quotes
    while start < line.end {
      if bytes[start] == 0x20 || bytes[start] == 0x09 {
        start += 1
      } else if marks > 0, bytes[start] == UInt8(ascii: ">") {
        marks -= 1
        start += 1
      } else {
        break
      }
    }
    var end = line.end
    while end > start, Self.isPadding(bytes[end - 1]) { end -= 1 }
    // An item's mark in front of the head of a table inside a list.
    span = Span(start, end)
    cells = Self.split(bytes, Span(start, end))
  }

  private static func split(_ bytes: [UInt8], _ row: Span) -> [Span] {
    var cells: [Span] = []
    var index = row.start
    if index < row.end, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var cellStart = index
    while index < row.end {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 2
      case UInt8(ascii: "|"):
        cells.append(trim(bytes, Span(cellStart, index)))
        index += 1
        cellStart = index
      default: index += 1
      }
    }
    let rest = trim(bytes, Span(min(cellStart, row.end), row.end))
    if !rest.isEmpty { cells.append(rest) }
    return cells
  }

  private static func trim(_ bytes: [UInt8], _ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end, isPadding(bytes[start]) { start += 1 }
    // A cell of blanks alone keeps the place behind its first blank.
    if start == end { return Span(min(span.start + 1, span.end), min(span.start + 1, span.end)) }
    while end > start, isPadding(bytes[end - 1]) { end -= 1 }
    return Span(start, end)
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C
  }
}
