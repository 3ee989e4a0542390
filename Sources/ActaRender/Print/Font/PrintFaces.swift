/// The faces that an act is printed in.
package struct PrintFaces: Sendable {
  /// What a face is for.
  package enum Kind: Int, Sendable, CaseIterable {
    case regular, bold, italic, boldItalic
    /// For words of programs, and text whose columns must stand.
    case fixed
  }

  /// By kind; the regular face stands in for any other that there is none of.
  private let faces: [TrueTypeFace]
  /// Which faces there are, each once, in the order in which characters are looked for.
  let distinct: [Kind]

  package init(_ regular: TrueTypeFace, _ others: [Kind: TrueTypeFace] = [:]) {
    faces = Kind.allCases.map { $0 == .regular ? regular : others[$0] ?? regular }
    distinct = Kind.allCases.filter { $0 == .regular || others[$0] != nil }
  }

  subscript(_ kind: Kind) -> TrueTypeFace { faces[kind.rawValue] }

  /// The kind whose face is really there.
  func present(_ kind: Kind) -> Kind { distinct.contains(kind) ? kind : .regular }
}

extension PrintFaces {
  /// How a character is shown.
  struct Shown: Sendable, Hashable {
    var kind: Kind
    var glyph: Int
    /// No face has the character: the glyph only says so.
    var isMissing = false
  }

  /// Finds a glyph for a character: in the face asked for, as a character that looks alike there, in another face; last
  /// of all a sign that one is missing.
  ///
  /// `nil` for a character that is not seen.
  func shown(_ scalar: UInt32, in kind: Kind) -> Shown? {
    if Self.isUnseen(scalar) { return nil }
    if !Self.isMeaningless(scalar) {
      let likeness = Self.likeness(of: scalar)
      for kind in [present(kind)] + distinct {
        let own = self[kind].glyph(scalar)
        if own != 0 { return Shown(kind: kind, glyph: own) }
        if let likeness {
          let glyph = self[kind].glyph(likeness)
          if glyph != 0 { return Shown(kind: kind, glyph: glyph) }
        }
      }
    }
    // A question mark could be read as the author's own.
    for sign: UInt32 in [0xFFFD, 0x25CA, 0x3F, 0x20] {
      for kind in distinct {
        let glyph = self[kind].glyph(sign)
        if glyph != 0 { return Shown(kind: kind, glyph: glyph, isMissing: true) }
      }
    }
    return nil
  }

  /// Whether a character is not shown by its own glyph even where a face has one.
  static func isSpecial(_ scalar: UInt32) -> Bool { isUnseen(scalar) || isMeaningless(scalar) }

  /// Controls, marks of direction and of joining, variation selectors, the byte order mark.
  static let unseen: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x180E...0x180E,
    0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    0xE_0000...0xE_0FFF,
  ]

  /// Characters for private use, which mean nothing outside the font that they come from, and those that are none.
  static let meaningless: [ClosedRange<UInt32>] = [
    0xD800...0xF8FF, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF, 0xF_0000...UInt32.max,
  ]

  private static func isUnseen(_ scalar: UInt32) -> Bool {
    unseen.contains { $0.contains(scalar) }
  }

  private static func isMeaningless(_ scalar: UInt32) -> Bool {
    scalar & 0xFFFE == 0xFFFE || meaningless.contains { $0.contains(scalar) }
  }

  /// A commoner character of the same look.
  private static func likeness(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    case 0x2010, 0x2011: 0x2D
    case 0x2012, 0x2212: 0x2013
    case 0x2015: 0x2014
    // A raised nought.
    case 0x2070: 0xB0
    default: nil
    }
  }
}

extension PrintFaces {
  /// The width of UTF-8 in a face, in thousandths of a point.
  func width(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind, size: Int) -> Int {
    let face = self[kind]
    var units = 0
    // What other faces lend, which may count in other units.
    var lent = 0
    var index = 0
    while index < bytes.count {
      let scalar = UTF8Scalars.next(bytes, &index, bytes.count)
      let width = face.width(scalar)
      if width != TrueTypeFace.missing {
        units += Int(width)
      } else {
        lent += self.width(scalar, kind, size: size)
      }
    }
    return units * size / face.unitsPerEm + lent
  }

  /// The length in bytes of the longest beginning that is no wider than a measure, one character at least.
  func prefix(
    _ bytes: UnsafeBufferPointer<UInt8>, within measure: Int, _ kind: Kind, size: Int
  ) -> Int {
    let face = self[kind]
    var room = max(measure, 0) * face.unitsPerEm / max(size, 1)
    var index = 0
    var end = 0
    while index < bytes.count {
      let scalar = UTF8Scalars.next(bytes, &index, bytes.count)
      let width = face.width(scalar)
      room -=
        width != TrueTypeFace.missing
        ? Int(width)
        : self.width(scalar, kind, size: size) * face.unitsPerEm / max(size, 1) + 1
      if room < 0, end > 0 { break }
      end = index
    }
    return end
  }

  /// The width of one character, whichever face shows it.
  func width(_ scalar: UInt32, _ kind: Kind, size: Int) -> Int {
    let own = self[kind].width(scalar)
    if own != TrueTypeFace.missing { return Int(own) * size / self[kind].unitsPerEm }
    guard let shown = shown(scalar, in: kind) else { return 0 }
    let face = self[shown.kind]
    return Int(face.advances[shown.glyph]) * size / face.unitsPerEm
  }
}

/// Scalars of UTF-8, one after another.
enum UTF8Scalars {
  /// The scalar at an index, which moves on behind it; U+FFFD for bytes that are none.
  @inline(__always)
  static func next(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: Int
  ) -> UInt32 {
    let first = UInt32(bytes[index])
    index += 1
    if first < 0x80 { return first }
    let count = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF8 ? 3 : 0
    guard count > 0, index + count <= end else { return 0xFFFD }
    var scalar = first & (0x3F >> UInt32(count))
    for _ in 0..<count {
      scalar = scalar << 6 | UInt32(bytes[index]) & 0x3F
      index += 1
    }
    return scalar
  }
}
