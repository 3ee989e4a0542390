/// One file of a repository of acts: its name, its bytes and where its lines begin.
package struct Source: Sendable {
  /// The path relative to the repository's root, with `/`.
  package let path: String
  /// The bytes as they were read.
  ///
  /// They need not be valid UTF-8.
  package let bytes: [UInt8]
  package let lines: LineTable

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lines = LineTable(bytes)
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The words that a span covers; a span outside the source yields what lies inside.
  package func text(_ span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Line and column of a byte offset, both from 1; columns count Unicode characters (scalars).
  package func position(_ offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(of: offset)
    let start = lines.starts[line]
    return Position(line: line + 1, column: 1 + characters(from: start, to: offset))
  }

  /// Unicode characters between two offsets; on long lines by the counts that were taken beforehand.
  private func characters(from start: Int, to end: Int) -> Int {
    let step = LineTable.step
    let (first, last) = ((start + step - 1) / step, end / step)
    guard first < last, lines.counts.indices.contains(last) else {
      return LineTable.characters(bytes, start, end)
    }
    return LineTable.characters(bytes, start, first * step)
      + lines.counts[last] - lines.counts[first] + LineTable.characters(bytes, last * step, end)
  }

  /// The byte offset of a 1-based line and a 1-based byte column, clamped to the source.
  package func offset(line: Int, byteColumn: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= lines.starts.count else { return bytes.count }
    return min(lines.starts[line - 1] + max(byteColumn - 1, 0), bytes.count)
  }

  /// The span of a line, from 0, without its end-of-line characters.
  package func lineSpan(_ line: Int) -> Span {
    guard lines.starts.indices.contains(line) else { return Span(bytes.count, bytes.count) }
    let start = lines.starts[line]
    var end = line + 1 < lines.starts.count ? lines.starts[line + 1] : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }
}

/// A place as people count: line and column from 1.
package struct Position: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of a source begin.
///
/// A line ends with LF, CR LF or a lone CR, as in CommonMark.
package struct LineTable: Sendable, Hashable {
  /// Byte offsets of the beginnings, ascending; the first is 0.
  package let starts: [Int]
  /// Characters in front of every `step`-th byte, where some line is long; else empty.
  let counts: [Int]

  static let step = 4096

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 64 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D, index >= bytes.count || bytes[index] != 0x0A {
          starts.append(index)
        }
      }
    }
    self.starts = starts
    let longest = zip(starts, starts.dropFirst() + [bytes.count]).reduce(0) { max($0, $1.1 - $1.0) }
    var counts: [Int] = []
    if longest > Self.step {
      var count = 0
      for start in stride(from: 0, through: bytes.count, by: Self.step) {
        counts.append(count)
        count += Self.characters(bytes, start, min(start + Self.step, bytes.count))
      }
    }
    self.counts = counts
  }

  static func characters(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var count = 0
    for index in start..<max(start, end) where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The index, from 0, of the line that holds an offset.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
