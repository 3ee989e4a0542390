import ActaDiagnostics

/// Files of an example, with the places marked by ⟦ and ⟧ taken out of their texts.
struct MarkedFiles {
  var files: [String: String] = [:]
  /// In the order of the text.
  var marks: [(file: String, span: Span)] = []

  /// `//- path` parts files; text without front matter becomes the body of a порядок.
  init(_ example: String) {
    var path = "act.md"
    var lines: [Substring] = []
    var parts: [(String, String)] = []
    var isNamed = false
    for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("//- ") {
        if isNamed { parts.append((path, lines.joined(separator: "\n"))) }
        path = String(line.dropFirst(4))
        lines = []
        isNamed = true
      } else {
        lines.append(line)
      }
    }
    parts.append((path, lines.joined(separator: "\n")))
    for (path, text) in parts {
      let hasHead = isNamed || text.hasPrefix("---") || text.hasPrefix("⟦---")
      add(path, hasHead ? text : "---\nвид: порядок\nназвание: Порядок\n---\n\n" + text)
    }
  }

  private mutating func add(_ path: String, _ text: String) {
    var plain: [UInt8] = []
    var open: Int?
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: "⟦".utf8) {
        open = plain.count
        index += 3
      } else if bytes[index...].starts(with: "⟧".utf8) {
        if let start = open { marks.append((path, Span(start, plain.count))) }
        open = nil
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    files[path] = String(decoding: plain, as: UTF8.self)
  }
}
