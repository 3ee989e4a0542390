import ActaDiagnostics

/// Lines and columns of one source, found without counting through a line for each place.
struct Places {
  private let source: Source
  /// Characters (scalars) in front of each stretch of `step` bytes.
  private let counts: [Int]

  private static let step = 64

  init(_ source: Source) {
    self.source = source
    var counts: [Int] = []
    counts.reserveCapacity(source.bytes.count / Self.step + 1)
    var count = 0
    for (index, byte) in source.bytes.enumerated() {
      if index % Self.step == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.counts = counts
  }

  /// Line and column of an offset, both from 1.
  func position(_ offset: Int) -> Position {
    let offset = min(max(offset, 0), source.bytes.count)
    let line = source.lines.line(of: offset)
    return Position(
      line: line + 1,
      column: characters(before: offset) - characters(before: source.lines.starts[line]) + 1)
  }

  private func characters(before offset: Int) -> Int {
    guard !counts.isEmpty else { return 0 }
    let stretch = min(offset / Self.step, counts.count - 1)
    var count = counts[stretch]
    for index in stretch * Self.step..<max(offset, stretch * Self.step)
    where source.bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }
}
