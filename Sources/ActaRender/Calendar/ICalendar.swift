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
  var components: [ICalendar] = []

  func encoded() -> [UInt8] {
    var out: [UInt8] = []
    write(to: &out)
    return out
  }

  private func write(to out: inout [UInt8]) {
    Self.fold("BEGIN:" + name, to: &out)
    for property in properties {
      let parameters = property.parameters.map { ";" + $0 } ?? ""
      Self.fold(property.name + parameters + ":" + Self.escaped(property.value), to: &out)
    }
    for component in components { component.write(to: &out) }
    Self.fold("END:" + name, to: &out)
  }

  private static func escaped(_ value: Value) -> String {
    var escaped = ""
    switch value {
    case .plain(let text):
      escaped.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { $0.value >= 0x20 })
    case .text(let text):
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": escaped += "\\\\"
        case ";": escaped += "\\;"
        case ",": escaped += "\\,"
        case "\n": escaped += "\\n"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }

  /// A content line of at most 75 octets a physical line, broken between characters, ended by CR LF.
  private static func fold(_ line: String, to out: inout [UInt8]) {
    var room = 75
    for scalar in line.unicodeScalars {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      if bytes.count > room {
        out += [0x0D, 0x0A, 0x20]
        room = 74
      }
      out += bytes
      room -= bytes.count
    }
    out += [0x0D, 0x0A]
  }
}
