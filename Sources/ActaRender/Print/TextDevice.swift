/// The device of print-ready text: its units are columns and lines of characters of one width.
struct TextDevice: PrintDevice {
  func area(_ orientation: PrintOrientation) -> PrintArea {
    switch orientation {
    case .upright: PrintArea(width: 80, height: 60)
    case .across: PrintArea(width: 120, height: 45)
    }
  }

  /// The number and an empty line.
  var headHeight: Int { 2 }
  var headOffset: Int { 0 }
  var ruleWidth: Int { 1 }
  var ruleHeight: Int { 1 }
  var cellPadding: Int { 1 }
  var rowPadding: Int { 0 }
  var isFine: Bool { false }
  var drawsEmblems: Bool { false }

  func lineHeight(_ size: PrintStyle.Size) -> Int { 1 }
  func space(_ halves: Int) -> Int { (halves + 1) / 2 }
  func spaceWidth(_ face: PrintFace) -> Int { 1 }
  func hyphenWidth(_ face: PrintFace) -> Int { 1 }

  func width(of bytes: UnsafeBufferPointer<UInt8>, _ face: PrintFace) -> Int {
    CharacterWidth.columns(bytes)
  }

  func prefix(of bytes: UnsafeBufferPointer<UInt8>, within width: Int, _ face: PrintFace) -> Int {
    CharacterWidth.prefix(bytes, columns: width)
  }

  /// Ten characters an inch, the pitch of typewriters.
  func units(_ tenths: Int) -> Int { (min(tenths, 100_000) * 10 + 127) / 254 }
}
