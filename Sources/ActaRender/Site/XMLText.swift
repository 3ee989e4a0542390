/// XML 1.0, written element by element, a line each.
struct XMLText {
  private(set) var bytes = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8) + [0x0A]

  mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:])
  {
    tag(name, attributes)
    write(">\n")
  }

  mutating func close(_ name: StaticString) {
    write("</")
    write(name)
    write(">\n")
  }

  mutating func element(_ name: StaticString, _ text: String) {
    tag(name, [:])
    write(">")
    escape(text)
    close(name)
  }

  /// An element without content.
  mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    tag(name, attributes)
    write("/>\n")
  }

  private mutating func tag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    write("<")
    write(name)
    for (name, value) in attributes {
      write(" ")
      write(name)
      write("=\"")
      escape(value)
      write("\"")
    }
  }

  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Characters that XML does not allow at all become U+FFFD.
  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": write("&amp;")
      case "<": write("&lt;")
      case ">": write("&gt;")
      case "\"": write("&quot;")
      case "\t", "\n", "\r": write(" ")
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": write("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
