/// Values to bytes: the only place where PDF's marks are put around them.
extension [UInt8] {
  mutating func append(pdf value: PDFValue) {
    switch value {
    case .bool(let flag): append(ascii: flag ? "true" : "false")
    case .integer(let number): append(integer: number)
    case .thousandths(let number): append(thousandths: number)
    case .name(let name): append(name: name)
    case .bytes(let bytes): append(hexadecimal: bytes)
    case .text(let text): append(text: text)
    case .array(let values):
      append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { append(0x20) }
        append(pdf: value)
      }
      append(UInt8(ascii: "]"))
    case .dictionary(let dictionary): append(pdf: dictionary)
    case .reference(let reference):
      append(integer: reference.number)
      append(ascii: " 0 R")
    case .null: append(ascii: "null")
    }
  }

  mutating func append(pdf dictionary: PDFDictionary) {
    append(ascii: "<<")
    for (name, value) in dictionary.entries {
      append(name: name)
      append(0x20)
      append(pdf: value)
    }
    append(ascii: ">>")
  }

  /// A text of PDF's own, which holds nothing that would need escaping.
  mutating func append(ascii text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  mutating func append(integer number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(magnitude: number.magnitude)
  }

  /// A number with as few decimals as it needs.
  mutating func append(thousandths number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 1_000)
    append(magnitude: whole)
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(0x30 + rest / 100))
    if rest % 100 > 0 { append(UInt8(0x30 + rest / 10 % 10)) }
    if rest % 10 > 0 { append(UInt8(0x30 + rest % 10)) }
  }

  mutating func append(name: String) {
    append(UInt8(ascii: "/"))
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        append(byte)
      default:
        append(UInt8(ascii: "#"))
        append(hexadecimalDigits: byte)
      }
    }
  }

  mutating func append(hexadecimal bytes: [UInt8]) {
    append(UInt8(ascii: "<"))
    for byte in bytes { append(hexadecimalDigits: byte) }
    append(UInt8(ascii: ">"))
  }

  /// Plain ASCII as it is, anything else as UTF-16 with its mark.
  mutating func append(text: String) {
    guard text.utf8.contains(where: { !(0x20..<0x7F).contains($0) }) else {
      return append(literal: Array(text.utf8))
    }
    append(ascii: "<FEFF")
    for unit in text.utf16 {
      append(hexadecimalDigits: UInt8(unit >> 8))
      append(hexadecimalDigits: UInt8(unit & 0xFF))
    }
    append(UInt8(ascii: ">"))
  }

  /// Bytes between parentheses.
  mutating func append(literal bytes: [UInt8]) {
    append(UInt8(ascii: "("))
    for byte in bytes { append(escaped: byte) }
    append(UInt8(ascii: ")"))
  }

  /// A byte of a literal string.
  @inline(__always)
  mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    // Readers take a bare return for a line feed.
    case 0x0D: append(ascii: "\\r")
    default: append(byte)
    }
  }

  mutating func append(hexadecimalDigits byte: UInt8) {
    let (high, low) = (byte >> 4, byte & 15)
    append(high < 10 ? 0x30 + high : 0x37 + high)
    append(low < 10 ? 0x30 + low : 0x37 + low)
  }

  private mutating func append(magnitude number: UInt) {
    if number >= 10 { append(magnitude: number / 10) }
    append(UInt8(0x30 + number % 10))
  }
}
