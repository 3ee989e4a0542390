/// The glyphs that one document shows, each with a code of its own in its face's subset.
struct PDFFonts {
  /// What a text is written with.
  struct Code: Sendable, Hashable {
    var kind: PrintFaces.Kind
    /// The glyph's number in the subset; 0 where nothing is shown.
    var number: UInt16
  }

  /// What a face shows.
  struct Subset {
    /// Glyphs of the face by code, the one for missing characters first.
    var glyphs = [0]
    /// What each stands for.
    var scalars: [UInt32] = [0]
  }

  let faces: PrintFaces
  private(set) var subsets = PrintFaces.Kind.allCases.map { _ in Subset() }
  /// Characters that no face has.
  private(set) var missing: Set<UInt32> = []
  /// By kind the codes of its own characters of the basic plane.
  private var codes = PrintFaces.Kind.allCases.map { _ in ScalarTable(none: 0) }
  /// What these do not hold: rare characters, and those that another face shows.
  private var others: [UInt64: Code] = [:]

  init(_ faces: PrintFaces) { self.faces = faces }

  /// The code of a character in a face that has it; 0 where it must be asked for in full.
  @inline(__always)
  func quickCode(_ scalar: UInt32, _ kind: PrintFaces.Kind) -> UInt16 {
    scalar < 0x1_0000 ? codes[kind.rawValue][scalar] : 0
  }

  /// The code of a character, in whichever face shows it.
  mutating func code(_ scalar: UInt32, _ kind: PrintFaces.Kind) -> Code {
    let quick = quickCode(scalar, kind)
    if quick != 0 { return Code(kind: kind, number: quick) }
    let key = UInt64(kind.rawValue) << 32 | UInt64(scalar)
    if let known = others[key] { return known }
    // A no-break space has done its work when lines are broken; who copies words wants plain ones.
    if scalar == 0xA0 || scalar == 0x202F { return remembered(code(0x20, kind), key) }
    guard let shown = faces.shown(scalar, in: kind) else {
      return remembered(Code(kind: kind, number: 0), key)
    }
    if shown.isMissing { missing.insert(scalar) }
    let code = Code(
      kind: shown.kind,
      number: add(shown.glyph, shown.isMissing ? Self.said(scalar) : scalar, shown.kind))
    guard shown.kind == kind, !shown.isMissing, scalar < 0x1_0000 else {
      return remembered(code, key)
    }
    codes[kind.rawValue][scalar] = code.number
    return code
  }

  /// A hyphen at the end of a line, which who copies the words has no use for.
  mutating func softHyphen(_ kind: PrintFaces.Kind) -> Code {
    let key = UInt64(kind.rawValue) << 32 | 0xAD
    if let known = others[key] { return known }
    guard let shown = faces.shown(0x2D, in: kind) else { return Code(kind: kind, number: 0) }
    return remembered(
      Code(kind: shown.kind, number: add(shown.glyph, 0xAD, shown.kind)), key)
  }

  private mutating func add(_ glyph: Int, _ scalar: UInt32, _ kind: PrintFaces.Kind) -> UInt16 {
    let place = kind.rawValue
    guard let number = UInt16(exactly: subsets[place].glyphs.count) else { return 0 }
    subsets[place].glyphs.append(glyph)
    subsets[place].scalars.append(scalar)
    return number
  }

  private mutating func remembered(_ code: Code, _ key: UInt64) -> Code {
    others[key] = code
    return code
  }

  /// What a missing character is copied as: itself, if that means anything (PDF/A knows no private use).
  private static func said(_ scalar: UInt32) -> UInt32 {
    PrintFaces.isSpecial(scalar) ? 0xFFFD : scalar
  }
}
