/// An iCalendar component (RFC 5545) whose properties keep their order, and the one encoder for it.
struct ICalendar {
  struct Property {
    var name: String
    /// Parameters as they are written: `VALUE=DATE`.
    var parameters: String?
    var value: Value

    init(_ name: String, _ value: Value, parameters: String? = nil) {
      self.name = name
      self.parameters = parameters
      self.value = value
    }
  }

  enum Value {
    /// Text, which the encoder escapes.
    case text(String)
    /// A date, a rule, an address: written as it stands, but for characters that would end the line.
    case plain(String)
  }

  var name: String
  var properties: [Property]

  /// The component as it is written, with other components inside, which the function writes.
  func write(to out: inout [UInt8], components: (inout [UInt8]) -> Void = { _ in }) {
    Self.fold(Array("BEGIN:\(name)".utf8), to: &out)
    var line: [UInt8] = []
    for property in properties {
      line.removeAll(keepingCapacity: true)
      line += property.name.utf8
      if let parameters = property.parameters {
        line.append(UInt8(ascii: ";"))
        line += parameters.utf8
      }
      line.append(UInt8(ascii: ":"))
      Self.escape(property.value, to: &line)
      Self.fold(line, to: &out)
    }
    components(&out)
    Self.fold(Array("END:\(name)".utf8), to: &out)
  }

  private static func escape(_ value: Value, to line: inout [UInt8]) {
    switch value {
    case .plain(let text): line += text.utf8.lazy.filter { $0 >= 0x20 }
    case .text(let text):
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
          line += [UInt8(ascii: "\\"), byte]
        case 0x0A: line += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case 0..<0x20, 0x7F: line.append(0x20)
        default: line.append(byte)
        }
      }
    }
  }

  /// A content line of at most 75 octets a physical line, broken between characters, ended by CR LF.
  private static func fold(_ line: [UInt8], to out: inout [UInt8]) {
    var start = 0
    var room = 75
    while line.count - start > room {
      var end = start + room
      // The bytes of a character that follow its first.
      while end > start + 1, line[end] & 0xC0 == 0x80 { end -= 1 }
      out += line[start..<end]
      out += [0x0D, 0x0A, 0x20]
      (start, room) = (end, 74)
    }
    out += line[start...]
    out += [0x0D, 0x0A]
  }
}
