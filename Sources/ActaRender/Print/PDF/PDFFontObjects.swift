extension PDFFonts {
  /// Writes the faces that the document uses; the names of resources and their fonts.
  func write(to file: inout PDFFile) -> PDFDictionary {
    var resources: PDFDictionary = [:]
    for kind in PrintFaces.Kind.allCases {
      let subset = subsets[kind.rawValue]
      guard subset.glyphs.count > 1 else { continue }
      resources[Self.resource(kind)] = .reference(
        write(subset, faces[kind], to: &file))
    }
    return resources
  }

  static func resource(_ kind: PrintFaces.Kind) -> String { "F\(kind.rawValue)" }

  private func write(
    _ subset: Subset, _ face: TrueTypeFace, to file: inout PDFFile
  ) -> PDFReference {
    let program = file.reserve()
    let descriptor = file.reserve()
    let descendant = file.reserve()
    let toUnicode = file.reserve()
    let font = file.reserve()
    let bytes = FontSubset.file(of: subset.glyphs, from: face)
    let name = Self.tag(of: subset) + "+" + face.postScriptName
    file.write(stream: bytes, ["Length1": .integer(bytes.count)], as: program)
    file.write(self.descriptor(face, name, program), as: descriptor)
    file.write(
      [
        "Type": .name("Font"), "Subtype": .name("CIDFontType2"), "BaseFont": .name(name),
        "CIDSystemInfo": [
          "Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": 0,
        ],
        "CIDToGIDMap": .name("Identity"), "FontDescriptor": .reference(descriptor), "DW": 0,
        "W": [
          0,
          .array(
            subset.glyphs.map {
              .thousandths(Self.thousandths(Int(face.advances[$0]) * 1_000, face))
            }),
        ],
      ], as: descendant)
    file.write(stream: Self.toUnicode(subset), as: toUnicode)
    file.write(
      [
        "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name(name),
        "Encoding": .name("Identity-H"), "DescendantFonts": [.reference(descendant)],
        "ToUnicode": .reference(toUnicode),
      ], as: font)
    return font
  }

  private func descriptor(
    _ face: TrueTypeFace, _ name: String, _ program: PDFReference
  ) -> PDFDictionary {
    let metrics = face.metrics
    func units(_ number: Int) -> PDFValue { .integer(Self.thousandths(number, face)) }
    // Serif and symbolic by its own codes, and what the face says of itself.
    var flags = 2 | 4
    if metrics.isFixedPitch { flags |= 1 }
    if metrics.italicAngle != 0 { flags |= 64 }
    return [
      "Type": .name("FontDescriptor"), "FontName": .name(name), "Flags": .integer(flags),
      "FontBBox": .array(metrics.box.map(units)), "ItalicAngle": .integer(metrics.italicAngle),
      "Ascent": units(metrics.ascent), "Descent": units(metrics.descent),
      "CapHeight": units(metrics.capHeight),
      // TrueType does not tell how thick its stems are; readers use it for faces that they lack.
      "StemV": .integer(metrics.weight >= 600 ? 140 : 80),
      "FontFile2": .reference(program),
    ]
  }

  /// Units of the em as thousandths of it.
  private static func thousandths(_ units: Int, _ face: TrueTypeFace) -> Int {
    let scaled = units * 1_000
    let half = face.unitsPerEm / 2
    return (scaled + (scaled < 0 ? -half : half)) / face.unitsPerEm
  }

  /// Six capitals that tell subsets of one face apart (ISO 32000-1, 9.6.4).
  private static func tag(of subset: Subset) -> String {
    var bytes: [UInt8] = []
    for glyph in subset.glyphs { bytes.append(u16: glyph) }
    return String(
      decoding: Fingerprint.of(bytes).prefix(6).map { 0x41 + $0 % 26 }, as: UTF8.self)
  }

  /// What codes stand for (ISO 32000-1, 9.10.3), a hundred at most in one list.
  private static func toUnicode(_ subset: Subset) -> [UInt8] {
    var map: [UInt8] = []
    map.append(
      ascii: """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange

        """)
    for start in stride(from: 1, to: subset.scalars.count, by: 100) {
      let codes = start..<min(start + 100, subset.scalars.count)
      map.append(integer: codes.count)
      map.append(ascii: " beginbfchar\n")
      for code in codes {
        map.append(hexadecimal: [UInt8(code >> 8), UInt8(code & 0xFF)])
        map.append(0x20)
        map.append(hexadecimal: utf16(subset.scalars[code]))
        map.append(0x0A)
      }
      map.append(ascii: "endbfchar\n")
    }
    map.append(
      ascii: """
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """)
    return map
  }

  private static func utf16(_ scalar: UInt32) -> [UInt8] {
    let units = Unicode.Scalar(scalar).map { Array(UTF16.encode($0) ?? .init()) } ?? [0xFFFD]
    return units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }
}
