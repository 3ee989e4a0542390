/// Which glyph a character has (`cmap`, formats 4 and 12).
struct Charmap: Sendable {
  /// Glyphs of the basic plane by scalar; 0 where there is none.
  private(set) var basic = ScalarTable(none: 0)
  /// Characters beyond it, ascending.
  private var groups: [Group] = []

  private struct Group: Sendable {
    var first: Int
    var last: Int
    var glyph: Int
  }

  init(_ table: FontTable, glyphCount: Int) throws(FontProblem) {
    var best: (rank: Int, format: Int, offset: Int)?
    for index in 0..<(try table.u16(2)) {
      let record = 4 + 8 * index
      let platform = try table.u16(record)
      let encoding = try table.u16(record + 2)
      let offset = try table.u32(record + 4)
      guard platform == 0 || platform == 3 && (encoding == 1 || encoding == 10) else { continue }
      let format = try table.u16(offset)
      guard format == 4 || format == 12 else { continue }
      // The wider of two, and of two alike the one made for Windows, which fonts' makers check.
      let rank = format * 10 + platform
      if rank > best?.rank ?? 0 { best = (rank, format, offset) }
    }
    guard let best else { throw .noCharacters }
    if best.format == 4 {
      try readSegments(table, best.offset, glyphCount)
    } else {
      try readGroups(table, best.offset, glyphCount)
    }
  }

  func glyph(_ scalar: UInt32) -> Int {
    if scalar < 0x1_0000 { return Int(basic[scalar]) }
    let scalar = Int(scalar)
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < groups.count, groups[low].first <= scalar else { return 0 }
    return groups[low].glyph + scalar - groups[low].first
  }

  /// Format 4: segments that ascend without overlap, so that none costs more than its characters.
  private mutating func readSegments(
    _ table: FontTable, _ start: Int, _ glyphCount: Int
  ) throws(FontProblem) {
    let count = try table.u16(start + 6) / 2
    let (ends, starts) = (start + 14, start + 16 + 2 * count)
    let (deltas, offsets) = (starts + 2 * count, starts + 4 * count)
    var next = 0
    for segment in 0..<count {
      let last = try table.u16(ends + 2 * segment)
      let first = try table.u16(starts + 2 * segment)
      guard first >= next, first <= last else {
        // The closing segment may repeat 0xFFFF.
        if first == 0xFFFF { break }
        throw .senseless("cmap")
      }
      next = last + 1
      let delta = try table.u16(deltas + 2 * segment)
      let place = offsets + 2 * segment
      let offset = try table.u16(place)
      for scalar in first...last where scalar != 0xFFFF {
        var glyph = scalar
        if offset != 0 { glyph = try table.u16(place + offset + 2 * (scalar - first)) }
        if offset == 0 || glyph != 0 { glyph = (glyph + delta) & 0xFFFF }
        if glyph < glyphCount { basic[UInt32(scalar)] = UInt16(truncatingIfNeeded: glyph) }
      }
    }
  }

  /// Format 12: groups that ascend without overlap, up to the last scalar of Unicode.
  private mutating func readGroups(
    _ table: FontTable, _ start: Int, _ glyphCount: Int
  ) throws(FontProblem) {
    let count = try table.u32(start + 12)
    guard count <= table.count / 12 else { throw .outside("cmap") }
    var next = 0
    for index in 0..<count {
      let place = start + 16 + 12 * index
      let first = try table.u32(place)
      let last = try table.u32(place + 4)
      let glyph = try table.u32(place + 8)
      guard first >= next, first <= last, last <= 0x10_FFFF else { throw .senseless("cmap") }
      next = last + 1
      guard glyph < glyphCount else { continue }
      let end = min(last, first + glyphCount - 1 - glyph)
      if first < 0x1_0000 {
        for scalar in first...min(end, 0xFFFF) {
          basic[UInt32(scalar)] = UInt16(truncatingIfNeeded: glyph + scalar - first)
        }
      }
      if end > 0xFFFF {
        let low = max(first, 0x1_0000)
        groups.append(Group(first: low, last: end, glyph: glyph + low - first))
      }
    }
  }
}
