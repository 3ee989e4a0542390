package import ActaModel

/// The device of PDF: A4, its unit a thousandth of a point.
package struct PDFDevice: PrintDevice {
  let faces: PrintFaces
  private let print: Settings.Print

  package init(_ faces: PrintFaces, _ print: Settings.Print) {
    self.faces = faces
    self.print = print
  }

  /// The sheet, its fields included.
  func sheet(_ orientation: PrintOrientation) -> PrintArea {
    let (short, long) = (units(2_100), units(2_970))
    switch orientation {
    case .upright: return PrintArea(width: short, height: long)
    case .across: return PrintArea(width: long, height: short)
    }
  }

  package func area(_ orientation: PrintOrientation) -> PrintArea {
    let sheet = sheet(orientation)
    return PrintArea(
      width: sheet.width - leftField - units(100), height: sheet.height - topField - units(200))
  }

  var leftField: Int { units(print.leftField * 10) }
  var topField: Int { units(200) }

  /// The page's number stands in the upper field, no nearer to the edge than 10 mm (ГОСТ Р 7.0.97, 3.4).
  package var headHeight: Int { 0 }
  package var headOffset: Int { units(100) - topField }

  package func lineHeight(_ size: PrintStyle.Size) -> Int { self.size(size) * print.spacing / 100 }
  package func space(_ halves: Int) -> Int { lineHeight(.body) * min(max(halves, 0), 1_000) / 2 }

  package func width(of bytes: UnsafeBufferPointer<UInt8>, _ face: PrintFace) -> Int {
    faces.width(bytes, Self.kind(face), size: size(face))
  }

  package func prefix(
    of bytes: UnsafeBufferPointer<UInt8>, within width: Int, _ face: PrintFace
  ) -> Int {
    faces.prefix(bytes, within: width, Self.kind(face), size: size(face))
  }

  package func spaceWidth(_ face: PrintFace) -> Int {
    faces.width(0x20, Self.kind(face), size: size(face))
  }

  package func hyphenWidth(_ face: PrintFace) -> Int {
    faces.width(0x2D, Self.kind(face), size: size(face))
  }

  package func units(_ tenths: Int) -> Int { min(max(tenths, -100_000), 100_000) * 36_000 / 127 }

  package var ruleWidth: Int { 500 }
  package var ruleHeight: Int { 500 }
  package var cellPadding: Int { 4_000 }
  package var rowPadding: Int { 2_000 }
  package var isFine: Bool { true }
  package var drawsEmblems: Bool { true }
}

extension PDFDevice {
  static func kind(_ face: PrintFace) -> PrintFaces.Kind {
    if face.isFixed { return .fixed }
    if face.isBold { return face.isItalic ? .boldItalic : .bold }
    return face.isItalic ? .italic : .regular
  }

  /// The size of letters.
  func size(_ face: PrintFace) -> Int {
    // Letters of one width look larger than others of their size.
    face.isFixed ? size(face.size) * 5 / 6 : size(face.size)
  }

  private func size(_ size: PrintStyle.Size) -> Int {
    switch size {
    case .note: print.noteSize * 100
    case .small: print.smallSize * 100
    case .body: print.size * 100
    case .large: print.size * 100 * 8 / 7
    }
  }

  /// Where letters stand in a line, from its upper edge.
  func baseline(_ size: PrintStyle.Size) -> Int {
    let face = faces[.regular]
    let (ascent, descent) = (face.metrics.ascent, face.metrics.descent)
    let letters = self.size(size)
    let room = lineHeight(size) - (ascent - descent) * letters / face.unitsPerEm
    return room / 2 + ascent * letters / face.unitsPerEm
  }
}
