/// An XML element whose attributes and children keep their order, and the one encoder for it.
package struct XML: Sendable, Hashable {
  package enum Node: Sendable, Hashable {
    case element(XML)
    case text(String)
  }

  package struct Attribute: Sendable, Hashable {
    package var name: String
    package var value: String
  }

  package var name: String
  package var attributes: [Attribute]
  package var children: [Node]

  /// An element without the attributes that are `nil`.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Node] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
    self.children = children
  }

  /// The element as a document of its own (XML 1.0, UTF-8): elements on lines of their own, indented by two spaces.
  package func document() -> [UInt8] {
    var out = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout [UInt8], indent: Int) {
    let margin = repeatElement(UInt8(ascii: " "), count: indent)
    out += margin
    out += "<\(name)".utf8
    for attribute in attributes {
      out += " \(attribute.name)=\"".utf8
      Self.escape(attribute.value, inAttribute: true, to: &out)
      out.append(UInt8(ascii: "\""))
    }
    guard !children.isEmpty else {
      out += "/>\n".utf8
      return
    }
    out.append(UInt8(ascii: ">"))
    let hasElements = children.contains { if case .element = $0 { true } else { false } }
    if hasElements { out.append(0x0A) }
    for child in children {
      switch child {
      case .element(let element): element.write(to: &out, indent: indent + 2)
      case .text(let text): Self.escape(text, inAttribute: false, to: &out)
      }
    }
    if hasElements { out += margin }
    out += "</\(name)>\n".utf8
  }

  /// Characters that XML 1.0 cannot hold become U+FFFD.
  private static func escape(_ text: String, inAttribute: Bool, to out: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out += "&amp;".utf8
      case 0x3C: out += "&lt;".utf8
      case 0x3E: out += "&gt;".utf8
      case 0x22 where inAttribute: out += "&quot;".utf8
      case 0x09, 0x0A: out += inAttribute ? Array("&#\(scalar.value);".utf8) : [UInt8(scalar.value)]
      case 0x0D: out += "&#13;".utf8
      case 0..<0x20, 0xFFFE, 0xFFFF: out += "\u{FFFD}".utf8
      default: out += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
  }
}
