extension String {
  /// The text as it may be shown on a terminal: white space as blanks, control characters by their pictures, marks that
  /// turn the direction of writing as a replacement character.
  package var visible: String {
    var text = self
    if text.withUTF8({ PlainText.count($0) != nil }) { return text }
    var shown = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: shown.unicodeScalars.append(" ")
      case 0..<0x20: shown.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
      case 0x7F: shown += "␡"
      case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: shown += "\u{FFFD}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
