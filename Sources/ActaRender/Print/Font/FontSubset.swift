/// A font file with the glyphs of one document alone.
///
/// Glyphs are renumbered in the order in which they are asked for, parts of composite ones behind them; instructions
/// are left out, since PDF readers draw outlines as they are.
struct FontSubset {
  private let face: TrueTypeFace
  /// Glyphs of the face by their new numbers.
  private var glyphs: [Int]
  private var numbers: [Int: Int] = [:]

  /// The file for glyphs of a face, the one for missing characters first.
  static func file(of glyphs: [Int], from face: TrueTypeFace) -> [UInt8] {
    var subset = FontSubset(face: face, glyphs: glyphs)
    return subset.encoded()
  }

  private init(face: TrueTypeFace, glyphs: [Int]) {
    self.face = face
    self.glyphs = glyphs
    for (number, glyph) in glyphs.enumerated() where numbers[glyph] == nil {
      numbers[glyph] = number
    }
  }

  private mutating func encoded() -> [UInt8] {
    var glyf: [UInt8] = []
    glyf.reserveCapacity(glyphs.count * 200)
    var loca: [Int] = []
    var number = 0
    // Grows while composites call for their parts.
    while number < glyphs.count {
      loca.append(glyf.count)
      append(glyphs[number], to: &glyf)
      while glyf.count % 4 != 0 { glyf.append(0) }
      number += 1
    }
    loca.append(glyf.count)
    var hmtx: [UInt8] = []
    for glyph in glyphs {
      let isThere = face.advances.indices.contains(glyph)
      hmtx.append(u16: isThere ? Int(face.advances[glyph]) : 0)
      hmtx.append(u16: isThere ? Int(face.bearings[glyph]) : 0)
    }
    let isShort = glyf.count <= 0x1_FFFE
    var places: [UInt8] = []
    for place in loca {
      if isShort { places.append(u16: place / 2) } else { places.append(u32: place) }
    }
    return Self.file([
      ("glyf", glyf), ("head", head(isShort: isShort)),
      ("hhea", patched(face.hhea, at: 34, with: glyphs.count)), ("hmtx", hmtx),
      ("loca", places), ("maxp", patched(face.maxp, at: 4, with: glyphs.count)),
    ])
  }

  /// Appends a glyph's outline; nothing of one that is damaged.
  private mutating func append(_ glyph: Int, to glyf: inout [UInt8]) {
    guard let outline = try? face.outlines.outline(glyph) else { return }
    switch outline.shape {
    case .contours(let ends, let points):
      guard !ends.isEmpty else { return }
      glyf += outline.header
      glyf += ends
      glyf.append(u16: 0)
      glyf += points
    case .parts(let parts):
      guard face.outlines.isSound(glyph) else { return }
      glyf += outline.header
      for part in parts {
        let instructions = 0x100
        glyf.append(u16: part.flags & ~instructions)
        glyf.append(u16: number(of: part.glyph))
        glyf += part.transform
      }
    }
  }

  private mutating func number(of glyph: Int) -> Int {
    if let number = numbers[glyph] { return number }
    numbers[glyph] = glyphs.count
    glyphs.append(glyph)
    return glyphs.count - 1
  }

  private func head(isShort: Bool) -> [UInt8] {
    // The face has been refused if its table is shorter.
    var head = Array(face.head.bytes.prefix(54))
    // The checksum of the whole file, which PDF does not ask for.
    for index in 8..<12 { head[index] = 0 }
    head[50] = 0
    head[51] = isShort ? 0 : 1
    return head
  }

  private func patched(_ table: FontTable, at offset: Int, with number: Int) -> [UInt8] {
    var bytes = Array(table.bytes)
    for (place, byte) in [(offset, number >> 8), (offset + 1, number)]
    where bytes.indices.contains(place) {
      bytes[place] = UInt8(truncatingIfNeeded: byte)
    }
    return bytes
  }

  /// The table directory and the tables behind it.
  private static func file(_ tables: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
    var directory: [UInt8] = []
    var body: [UInt8] = []
    let start = 12 + 16 * tables.count
    directory.append(u32: 0x0001_0000)
    directory.append(u16: tables.count)
    // For six tables: the largest power of two below, times 16, its logarithm, and what is left.
    for number in [64, 2, 32] { directory.append(u16: number) }
    for (tag, bytes) in tables {
      let place = body.count
      body += bytes
      while body.count % 4 != 0 { body.append(0) }
      directory += tag.utf8
      directory.append(u32: Int(checksum(body[place...])))
      directory.append(u32: start + place)
      directory.append(u32: bytes.count)
    }
    return directory + body
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt32 = 0
    var shift: UInt32 = 24
    for byte in bytes {
      sum &+= UInt32(byte) << shift
      shift = shift == 0 ? 24 : shift - 8
    }
    return sum
  }
}

extension [UInt8] {
  /// Big-endian; of a negative number its two's complement.
  mutating func append(u16 number: Int) {
    append(UInt8(truncatingIfNeeded: number >> 8))
    append(UInt8(truncatingIfNeeded: number))
  }

  mutating func append(u32 number: Int) {
    append(u16: number >> 16)
    append(u16: number)
  }
}
