/// A face of a TrueType font, read once and shared by all documents.
///
/// Widths are looked up in a plain array; everything that the file says of itself has been held against its size.
package final class TrueTypeFace: Sendable {
  /// As PDF names it: letters, figures and hyphens.
  let postScriptName: String
  let unitsPerEm: Int
  let glyphCount: Int
  let metrics: Metrics
  let charmap: Charmap
  let outlines: GlyphOutlines
  /// By glyph, in units of the em.
  let advances: [UInt16]
  /// Left side bearings by glyph.
  let bearings: [Int16]
  let head: FontTable
  let hhea: FontTable
  let maxp: FontTable
  /// By scalar of the basic plane; `missing` for those that the face does not have, and for those that are not shown
  /// as they are.
  let widths: ScalarTable

  static let missing = UInt16.max

  package init(_ bytes: [UInt8]) throws(FontProblem) {
    let tables = try FontTables(bytes)
    head = try tables.table("head")
    hhea = try tables.table("hhea")
    maxp = try tables.table("maxp")
    let os2 = tables[optional: "OS/2"]
    if let os2, try os2.u16(8) & 0xF == 2 { throw .restricted }
    unitsPerEm = try head.u16(18)
    guard (16...16_384).contains(unitsPerEm), head.count >= 54 else { throw .senseless("head") }
    glyphCount = try maxp.u16(4)
    guard glyphCount > 1, maxp.count >= 32 else { throw .senseless("maxp") }
    (advances, bearings) = try Self.horizontalMetrics(
      try tables.table("hmtx"), long: try hhea.u16(34), glyphs: glyphCount)
    charmap = try Charmap(try tables.table("cmap"), glyphCount: glyphCount)
    outlines = try GlyphOutlines(
      loca: try tables.table("loca"), glyf: try tables.table("glyf"),
      isLong: try head.u16(50) == 1, glyphCount: glyphCount)
    metrics = try Metrics(head: head, hhea: hhea, os2: os2, post: tables[optional: "post"])
    postScriptName = Self.name(tables[optional: "name"]) ?? "Face"
    let advances = advances
    var widths = ScalarTable(none: Self.missing)
    charmap.basic.forEach { scalar, glyph in
      guard !PrintFaces.isSpecial(scalar) else { return }
      widths[scalar] = min(advances[Int(glyph)], Self.missing - 1)
    }
    // Spaces that are set as the plain one.
    for space: UInt32 in [0xA0, 0x202F] { widths[space] = widths[0x20] }
    self.widths = widths
  }

  /// The glyph of a scalar; 0 where the face has none, or a damaged one.
  func glyph(_ scalar: UInt32) -> Int {
    let glyph = charmap.glyph(scalar)
    return glyph != 0 && outlines.isSound(glyph) ? glyph : 0
  }

  /// The advance width of a scalar; `missing` where the face does not show it as it is.
  func width(_ scalar: UInt32) -> UInt16 { scalar < 0x1_0000 ? widths[scalar] : Self.missing }
}

extension TrueTypeFace {
  /// What a font's descriptor in PDF needs, in units of the em.
  struct Metrics: Sendable {
    var ascent: Int
    var descent: Int
    var capHeight: Int
    /// Left, bottom, right, top of all glyphs laid over one another.
    var box: [Int]
    /// Degrees, counter-clockwise from upright.
    var italicAngle: Int
    var isFixedPitch: Bool
    /// 400 regular, 700 bold.
    var weight: Int

    fileprivate init(
      head: FontTable, hhea: FontTable, os2: FontTable?, post: FontTable?
    ) throws(FontProblem) {
      ascent = try hhea.i16(4)
      descent = try hhea.i16(6)
      guard ascent > descent else { throw .senseless("hhea") }
      box = [try head.i16(36), try head.i16(38), try head.i16(40), try head.i16(42)]
      italicAngle = try post?.i16(4) ?? 0
      isFixedPitch = try post.map { post throws(FontProblem) in try post.u32(12) != 0 } ?? false
      weight = try os2?.u16(4) ?? 400
      // Older tables say nothing of capitals.
      capHeight = ascent
      if let os2, os2.count >= 90 { capHeight = try os2.i16(88) }
    }
  }

  /// `hmtx`: the last advance holds for all glyphs behind those that have one of their own.
  private static func horizontalMetrics(
    _ hmtx: FontTable, long: Int, glyphs: Int
  ) throws(FontProblem) -> (advances: [UInt16], bearings: [Int16]) {
    guard long > 0, long <= glyphs else { throw .senseless("hhea") }
    guard hmtx.count >= long * 4 + (glyphs - long) * 2 else { throw .outside("hmtx") }
    var advances: [UInt16] = []
    var bearings: [Int16] = []
    advances.reserveCapacity(glyphs)
    bearings.reserveCapacity(glyphs)
    for glyph in 0..<glyphs {
      let own = min(glyph, long - 1)
      advances.append(UInt16(truncatingIfNeeded: try hmtx.u16(own * 4)))
      let place = glyph < long ? glyph * 4 + 2 : long * 4 + (glyph - long) * 2
      bearings.append(Int16(truncatingIfNeeded: try hmtx.i16(place)))
    }
    return (advances, bearings)
  }

  /// The PostScript name (record 6 of `name`), as far as PDF allows its characters.
  private static func name(_ table: FontTable?) -> String? {
    guard let table, let count = try? table.u16(2), let storage = try? table.u16(4) else {
      return nil
    }
    for index in 0..<count {
      let record = 6 + 12 * index
      guard let kind = try? table.u16(record + 6) else { return nil }
      guard kind == 6, let length = try? table.u16(record + 8),
        let offset = try? table.u16(record + 10),
        let bytes = try? table.slice(storage + offset..<storage + offset + length)
      else { continue }
      let name = bytes.filter { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
      }
      if !name.isEmpty { return String(decoding: name.prefix(63), as: UTF8.self) }
    }
    return nil
  }
}
