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
  var ruleWidth: Int { 1 }
  var ruleHeight: Int { 1 }
  var cellPadding: Int { 1 }

  func lineHeight(_ size: PrintStyle.Size) -> Int { 1 }
  func spaceWidth(_ style: PrintStyle) -> Int { 1 }
  func hyphenWidth(_ style: PrintStyle) -> Int { 1 }

  func width(of text: PrintText, _ range: Range<Int>, _ style: PrintStyle) -> Int {
    CharacterWidth.columns(text.bytes[range])
  }

  func end(of text: PrintText, _ range: Range<Int>, within width: Int, _ style: PrintStyle) -> Int {
    range.lowerBound + CharacterWidth.prefix(text.bytes[range], columns: width)
  }

  /// Ten characters an inch, the pitch of typewriters.
  func units(_ tenths: Int) -> Int { (min(tenths, 100_000) * 10 + 127) / 254 }
}
