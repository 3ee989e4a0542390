/// A JSON value whose members keep their order, and the one encoder for it.
package enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Sendable, Hashable {
    package var name: String
    package var value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// An object without the members that are `nil`, in the order given.
  package static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// The value in RFC 8259's grammar: one line, or lines indented by two spaces.
  package func encoded(pretty: Bool = false) -> [UInt8] {
    var out: [UInt8] = []
    write(to: &out, indent: pretty ? 0 : nil)
    return out
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON {
  private func write(to out: inout [UInt8], indent: Int?) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .number(let value): Self.write(value, to: &out)
    case .string(let value): Self.write(value, to: &out)
    case .array(let items):
      Self.write(items, between: (0x5B, 0x5D), to: &out, indent: indent) { item, out, indent in
        item.write(to: &out, indent: indent)
      }
    case .object(let members):
      Self.write(members, between: (0x7B, 0x7D), to: &out, indent: indent) { member, out, indent in
        Self.write(member.name, to: &out)
        out.append(UInt8(ascii: ":"))
        if indent != nil { out.append(0x20) }
        member.value.write(to: &out, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between marks: (UInt8, UInt8), to out: inout [UInt8], indent: Int?,
    _ body: (Item, inout [UInt8], Int?) -> Void
  ) {
    out.append(marks.0)
    let inner = indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      breakLine(&out, inner)
      body(item, &out, inner)
    }
    if !items.isEmpty { breakLine(&out, indent) }
    out.append(marks.1)
  }

  private static func breakLine(_ out: inout [UInt8], _ indent: Int?) {
    guard let indent else { return }
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent))
  }

  private static func write(_ string: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { text in
      // Runs without anything to escape are copied whole.
      var start = 0
      for index in text.indices {
        let byte = text[index]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        escape(byte, to: &out)
        start = index + 1
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): out += #"\""#.utf8
    case UInt8(ascii: "\\"): out += #"\\"#.utf8
    case 0x0A: out += #"\n"#.utf8
    case 0x0D: out += #"\r"#.utf8
    case 0x09: out += #"\t"#.utf8
    default:
      out += #"\u00"#.utf8
      out.append(hexDigits[Int(byte >> 4)])
      out.append(hexDigits[Int(byte & 15)])
    }
  }

  private static func write(_ number: Int, to out: inout [UInt8]) {
    guard number >= 0 else {
      out += String(number).utf8
      return
    }
    let start = out.count
    var left = number
    repeat {
      out.append(0x30 + UInt8(left % 10))
      left /= 10
    } while left > 0
    out[start...].reverse()
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}
