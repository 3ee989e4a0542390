import ActaDiagnostics
import Foundation
import Testing

@testable import ActaRender

private let name = "LiberationSerif-Regular"

/// The offset and the length of a table.
private func table(_ tag: String, in font: [UInt8]) -> (offset: Int, length: Int)? {
  func u32(_ at: Int) -> Int { font[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
  for entry in stride(from: 12, to: 12 + 16 * Int(font[5]), by: 16)
  where String(decoding: font[entry..<entry + 4], as: UTF8.self) == tag {
    return (u32(entry + 8), u32(entry + 12))
  }
  return nil
}

/// What becomes of a font: an act printed with it, or why there is none.
private func printed(with font: [UInt8]) -> Result<[UInt8], FontProblem> {
  do {
    let faces = PrintFaces(try TrueTypeFace(font))
    var fonts = PDFFonts(faces)
    var file = PDFFile()
    for scalar in Array(0x20...0x500) as [UInt32] { _ = fonts.code(scalar, .regular) }
    _ = fonts.write(to: &file)
    return .success(FontSubset.file(of: Array(0..<700), from: faces[.regular]))
  } catch {
    return .failure(error)
  }
}

@Test func `a face knows its widths, its name and what it lacks`() throws {
  let face = try PDFSupport.face(name)
  #expect(face.postScriptName == "LiberationSerif")
  #expect(face.unitsPerEm == 2_048)
  // Liberation Serif has the widths of Times New Roman: 250 for a space, 722 for А.
  #expect(face.advances[face.glyph(0x20)] == 512 && face.advances[face.glyph(0x410)] == 1_479)
  #expect(face.glyph(0x1F642) == 0 && face.glyph(0x2116) != 0)
  let word = Array("право\u{A0}и".utf8)
  let faces = PrintFaces(face)
  let width = word.withUnsafeBufferPointer { faces.width($0, .regular, size: 10_000) }
  let single = "право и".unicodeScalars.reduce(0) {
    $0 + Int(face.advances[face.glyph($1.value)])
  }
  #expect(width == single * 10_000 / 2_048)
}

@Test func `a subset is a font with the same outlines and without instructions`() throws {
  let face = try PDFSupport.face(name)
  // Й is made of И and a breve.
  let glyphs = [0] + "ЖЙй".unicodeScalars.map { face.glyph($0.value) }
  let subset = FontSubset.file(of: glyphs, from: face)
  #expect(subset.count < 4_000)
  let loca = try #require(table("loca", in: subset))
  let glyf = try #require(table("glyf", in: subset))
  let first = glyf.offset + 2 * (Int(subset[loca.offset + 2]) << 8 | Int(subset[loca.offset + 3]))
  let outline = try #require(try face.outlines.outline(glyphs[1]))
  #expect(Array(subset[first..<first + 10]) == Array(outline.header))
  for tag in ["fpgm", "prep", "cvt ", "cmap"] { #expect(table(tag, in: subset) == nil) }
}

@Test func `a font cut short says what is missing`() throws {
  let font = try PDFSupport.bytes(name)
  for count in [0, 3, 11, 12, 100, 300, 5_000, 50_000, font.count / 2] {
    guard case .failure(let problem) = printed(with: Array(font.prefix(count))) else {
      Issue.record("\(count) bytes make a font")
      continue
    }
    #expect(!problem.message.ru.isEmpty && !problem.message.en.isEmpty)
  }
}

@Test(arguments: ["cmap", "glyf", "loca", "hmtx", "head", "hhea", "maxp"])
func `a table that is not there or lies elsewhere is told by name`(_ tag: String) throws {
  let font = try PDFSupport.bytes(name)
  for entry in stride(from: 12, to: 12 + 16 * Int(font[5]), by: 16)
  where Array(font[entry..<entry + 4]) == Array(tag.utf8) {
    var renamed = font
    renamed[entry] = UInt8(ascii: "x")
    guard case .failure(let absent) = printed(with: renamed) else {
      Issue.record("no \(tag) is missed")
      continue
    }
    #expect(absent.message.ru.contains("«\(tag)»"))
    var moved = font
    for index in 8..<12 { moved[entry + index] = 0xFF }
    guard case .failure(let outside) = printed(with: moved) else {
      Issue.record("\(tag) behind the end is read")
      continue
    }
    #expect(outside.message.ru.contains("«\(tag)»"))
  }
}

@Test func `a glyph made of itself is a character that the face does not have`() throws {
  var font = try PDFSupport.bytes(name)
  let face = try TrueTypeFace(font)
  // The face's Й is made of parts: the first of them becomes Й again.
  let glyph = face.glyph(0x419)
  let loca = try #require(table("loca", in: font))
  let glyf = try #require(table("glyf", in: font))
  let place = loca.offset + 4 * glyph
  let start = glyf.offset + font[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  #expect(font[start] & 0x80 != 0)
  font[start + 12] = UInt8(glyph >> 8)
  font[start + 13] = UInt8(glyph & 0xFF)
  let harmed = try TrueTypeFace(font)
  #expect(face.glyph(0x419) != 0 && harmed.glyph(0x419) == 0 && harmed.glyph(0x418) != 0)
  let shown = PrintFaces(harmed).shown(0x419, in: .regular)
  #expect(shown?.isMissing == true)
  _ = FontSubset.file(of: [0, glyph], from: harmed)
}

@Test func `two hundred damaged fonts are refused or printed with, and none breaks the program`()
  throws
{
  let font = try PDFSupport.bytes(name)
  var random = Seeded(29)
  let tables = ["cmap", "glyf", "loca", "hmtx", "head", "hhea", "maxp", "OS/2", "post", "name"]
  var refused = 0
  for round in 0..<200 {
    var harmed = font
    // A few bytes of one table, or of the directory.
    let place = round % 4 == 0 ? nil : table(tables[round % tables.count], in: font)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let offset =
        place.map { $0.offset + Int.random(in: 0..<min($0.length, 4_000), using: &random) }
        ?? Int.random(in: 0..<316, using: &random)
      harmed[offset] = UInt8.random(in: 0...255, using: &random)
    }
    if round % 7 == 0 { harmed.removeLast(Int.random(in: 0..<harmed.count, using: &random)) }
    if case .failure(let problem) = printed(with: harmed) {
      refused += 1
      #expect(!problem.message.ru.isEmpty)
    }
  }
  #expect(refused > 50)
}
