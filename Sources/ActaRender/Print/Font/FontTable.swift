/// One table of a font file (OpenType, ISO/IEC 14496-22): numbers are big-endian, and none is read outside it.
struct FontTable: Sendable {
  let tag: String
  fileprivate let file: [UInt8]
  fileprivate let range: Range<Int>

  var count: Int { range.count }

  /// A table's bytes as they stand.
  var bytes: ArraySlice<UInt8> { file[range] }

  func u8(_ offset: Int) throws(FontProblem) -> Int {
    guard offset >= 0, offset < range.count else { throw .outside(tag) }
    return Int(file[range.lowerBound + offset])
  }

  func u16(_ offset: Int) throws(FontProblem) -> Int {
    guard offset >= 0, offset <= range.count - 2 else { throw .outside(tag) }
    let place = range.lowerBound + offset
    return Int(file[place]) << 8 | Int(file[place + 1])
  }

  func i16(_ offset: Int) throws(FontProblem) -> Int {
    Int(Int16(truncatingIfNeeded: try u16(offset)))
  }

  func u32(_ offset: Int) throws(FontProblem) -> Int {
    let high = try u16(offset)
    return high << 16 | (try u16(offset + 2))
  }

  /// A stretch of the table, as a table of its own.
  func part(_ part: Range<Int>) throws(FontProblem) -> FontTable {
    _ = try slice(part)
    return FontTable(
      tag: tag, file: file,
      range: range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound)
  }

  func slice(_ part: Range<Int>) throws(FontProblem) -> ArraySlice<UInt8> {
    guard part.lowerBound >= 0, part.upperBound <= range.count else { throw .outside(tag) }
    return file[range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound]
  }
}

/// The tables of a font file by their tags.
struct FontTables: Sendable {
  private let tables: [FontTable]

  init(_ file: [UInt8]) throws(FontProblem) {
    let whole = FontTable(tag: "sfnt", file: file, range: 0..<file.count)
    guard file.count >= 12 else { throw .noTrueType }
    switch try whole.u32(0) {
    case 0x0001_0000, 0x7472_7565: break  // 1.0, or “true”
    case 0x4F54_544F: throw .postScript  // “OTTO”
    case 0x7474_6366: throw .collection  // “ttcf”
    default: throw .noTrueType
    }
    var tables: [FontTable] = []
    for index in 0..<(try whole.u16(4)) {
      let entry = 12 + 16 * index
      let tag = String(decoding: try whole.slice(entry..<entry + 4), as: UTF8.self)
      let start = try whole.u32(entry + 8)
      let end = start + (try whole.u32(entry + 12))
      guard end <= file.count else { throw .outside(tag) }
      tables.append(FontTable(tag: tag, file: file, range: start..<end))
    }
    self.tables = tables
  }

  subscript(optional tag: String) -> FontTable? { tables.first { $0.tag == tag } }

  func table(_ tag: String) throws(FontProblem) -> FontTable {
    guard let table = self[optional: tag] else { throw .missing(tag) }
    return table
  }
}
