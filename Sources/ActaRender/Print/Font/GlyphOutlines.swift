/// The outlines of a face's glyphs (`glyf`), each in its bounds (`loca`).
struct GlyphOutlines: Sendable {
  private let glyf: FontTable
  private let offsets: [UInt32]

  init(
    loca: FontTable, glyf: FontTable, isLong: Bool, glyphCount: Int
  ) throws(FontProblem) {
    guard loca.count >= (glyphCount + 1) * (isLong ? 4 : 2) else { throw .outside("loca") }
    var offsets: [UInt32] = []
    offsets.reserveCapacity(glyphCount + 1)
    var last = 0
    for glyph in 0...glyphCount {
      let offset = isLong ? try loca.u32(glyph * 4) : try loca.u16(glyph * 2) * 2
      guard offset >= last, offset <= glyf.count else { throw .outside("loca") }
      offsets.append(UInt32(truncatingIfNeeded: offset))
      last = offset
    }
    self.offsets = offsets
    self.glyf = glyf
  }

  /// A glyph's outline; `nil` for one without, such as the space.
  func outline(_ glyph: Int) throws(FontProblem) -> GlyphOutline? {
    guard glyph >= 0, glyph + 1 < offsets.count else { throw .glyph(glyph) }
    let range = Int(offsets[glyph])..<Int(offsets[glyph + 1])
    guard !range.isEmpty else { return nil }
    return try GlyphOutline(try glyf.part(range), glyph)
  }

  /// Whether a glyph and all its parts can be drawn: no damage, no part that holds itself, none too deep.
  func isSound(_ glyph: Int) -> Bool {
    do {
      // Most glyphs are contours of their own.
      guard case .parts? = try outline(glyph)?.shape else { return true }
    } catch {
      return false
    }
    var depths: [Int: Int] = [:]
    guard let depth = depth(of: glyph, level: 0, &depths) else { return false }
    return depth <= Self.deepest
  }

  /// How many composites stand between a glyph and contours; `nil` for none that ends.
  ///
  /// Each glyph is walked once, and counts -1 while it is.
  private func depth(of glyph: Int, level: Int, _ depths: inout [Int: Int]) -> Int? {
    if let depth = depths[glyph] { return depth < 0 ? nil : depth }
    guard level <= Self.deepest else { return nil }
    var parts: [GlyphOutline.Part] = []
    do {
      if case .parts(let found)? = try outline(glyph)?.shape { parts = found }
    } catch {
      return nil
    }
    depths[glyph] = -1
    var depth = 0
    for part in parts {
      guard let below = self.depth(of: part.glyph, level: level + 1, &depths) else { return nil }
      depth = max(depth, below + 1)
    }
    depths[glyph] = depth
    return depth
  }

  /// Composites of composites are rare, and deeper ones than this are made to harm.
  private static let deepest = 8
}

/// One glyph: contours of its own, or other glyphs put together.
struct GlyphOutline {
  struct Part {
    var glyph: Int
    /// The part's place and flags, its glyph left out.
    var flags: Int
    var transform: ArraySlice<UInt8>
  }

  enum Shape {
    /// What stands in front of the instructions, and what stands behind.
    case contours(ends: ArraySlice<UInt8>, points: ArraySlice<UInt8>)
    case parts([Part])
  }

  /// Number of contours and the box.
  let header: ArraySlice<UInt8>
  let shape: Shape

  init(_ table: FontTable, _ glyph: Int) throws(FontProblem) {
    header = try table.slice(0..<10)
    let contours = try table.i16(0)
    shape =
      contours >= 0
      ? try Self.contours(contours, table, glyph) : .parts(try Self.parts(table, glyph))
  }

  /// Follows the points to their end, so that no reader of the subset is led astray.
  private static func contours(
    _ count: Int, _ table: FontTable, _ glyph: Int
  ) throws(FontProblem) -> Shape {
    guard count > 0 else { return .contours(ends: [], points: []) }
    let instructions = 10 + 2 * count
    var last = -1
    for contour in 0..<count {
      let end = try table.u16(10 + 2 * contour)
      guard end > last else { throw .glyph(glyph) }
      last = end
    }
    let start = instructions + 2 + (try table.u16(instructions))
    var place = start
    var left = last + 1
    var coordinates = 0
    while left > 0 {
      let flag = try table.u8(place)
      place += 1
      var times = 1
      if flag & 8 != 0 {
        times += try table.u8(place)
        place += 1
      }
      guard times <= left else { throw .glyph(glyph) }
      let x = flag & 2 != 0 ? 1 : flag & 16 != 0 ? 0 : 2
      let y = flag & 4 != 0 ? 1 : flag & 32 != 0 ? 0 : 2
      coordinates += times * (x + y)
      left -= times
    }
    return .contours(
      ends: try table.slice(10..<instructions),
      points: try table.slice(start..<place + coordinates))
  }

  private static func parts(_ table: FontTable, _ glyph: Int) throws(FontProblem) -> [Part] {
    var parts: [Part] = []
    var place = 10
    var flags = 0
    repeat {
      flags = try table.u16(place)
      let part = try table.u16(place + 2)
      var length = flags & 0x1 != 0 ? 4 : 2
      if flags & 0x8 != 0 {
        length += 2
      } else if flags & 0x40 != 0 {
        length += 4
      } else if flags & 0x80 != 0 {
        length += 8
      }
      parts.append(
        Part(
          glyph: part, flags: flags, transform: try table.slice(place + 4..<place + 4 + length)))
      place += 4 + length
    } while flags & 0x20 != 0
    return parts
  }
}
