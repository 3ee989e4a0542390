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
      var text = text
      text.withUTF8 { bytes in
        // What needs no escape goes over in runs.
        var start = 0
        for index in bytes.indices {
          let byte = bytes[index]
          guard needsEscape(byte) else { continue }
          line += bytes[start..<index]
          start = index + 1
          switch byte {
          case 0x0A:
            line.append(UInt8(ascii: "\\"))
            line.append(UInt8(ascii: "n"))
          case 0..<0x20, 0x7F: line.append(0x20)
          default:
            line.append(UInt8(ascii: "\\"))
            line.append(byte)
          }
        }
        line += bytes[start...]
      }
    }
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: ",")
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
      out.append(0x0D)
      out.append(0x0A)
      out.append(0x20)
      (start, room) = (end, 74)
    }
    out += line[start...]
    out.append(0x0D)
    out.append(0x0A)
  }
}
