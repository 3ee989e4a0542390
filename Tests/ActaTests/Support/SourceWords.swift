/// The words of a source's body as a reader of the raw text sees them, the marks of the format left out.
///
/// Independent of Acta's own reader: plain scanning of lines.
enum SourceWords {
  /// Words in the order in which a page shows them: footnotes at the end.
  ///
  /// Print makes one table of a roadmap: its head, numbers of columns included, stands above the first section and is
  /// not said again for each, so that `heads` can be left out.
  static func words(_ source: String, heads: Bool = true) -> [String] {
    var body = ""
    var notes = ""
    let lines = lines(source)
    for (index, line) in lines.enumerated() {
      let isHead = index + 1 < lines.count && lines[index + 1].hasPrefix("|--")
      let isNumbers = line.hasPrefix("| 1 | 2 |")
      if isHead || isNumbers, !heads { continue }
      let plain = plain(line)
      if line.hasPrefix("[^") { notes += " " + plain } else { body += " " + plain }
    }
    return Self.split(body) + Self.split(notes)
  }

  /// Runs of letters and digits; a footnote's raised figure is none.
  static func split(_ text: String) -> [String] {
    text.split { !$0.isLetter && !("0"..."9").contains($0) }.map(String.init)
  }

  private static func lines(_ source: String) -> [String] {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
      lines.removeFirst(end + 1)
    }
    // A footnote's definition may go on over wrapped lines.
    var joined: [String] = []
    for line in lines {
      if let last = joined.last, last.hasPrefix("[^"), !line.isEmpty, !line.hasPrefix("[^") {
        joined[joined.count - 1] += " " + line
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private static func plain(_ line: String) -> String {
    var line = removing(line, from: "<!--", to: "-->")
    if line.hasPrefix("[^"), let close = line.range(of: "]:") {
      line = String(line[close.upperBound...])
    }
    line = removing(line, from: "[^", to: "]")
    line = removing(line, from: "](", to: ")")
    if line.hasPrefix("|") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingPrefix { $0 == " " }
      }
      // A section's row may spell its title twice, which makes one cell of two.
      if cells.count > 3, cells[1] == cells[2], cells[3...].allSatisfy({ $0.isEmpty }) {
        return String(cells[1])
      }
    }
    return withoutLabel(line)
  }

  /// The label of a field of a row spelled as a heading: the table's head says it.
  private static func withoutLabel(_ line: String) -> String {
    let labels = ["Срок", "Ответственный", "Результат", "После", "Исполняет", "Исполнено"]
    for label in labels where line.hasPrefix("- \(label):") {
      return String(line.dropFirst(label.count + 3))
    }
    return line
  }

  private static func removing(_ text: String, from open: String, to close: String) -> String {
    var text = text
    while let start = text.range(of: open), let end = text[start.upperBound...].range(of: close) {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    return text
  }
}

extension String {
  fileprivate func range(of needle: String) -> Range<String.Index>? { self[...].range(of: needle) }
}

extension Substring {
  fileprivate func range(of needle: String) -> Range<String.Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(needle) {
        return index..<(self.index(index, offsetBy: needle.count))
      }
      index = self.index(after: index)
    }
    return nil
  }
}

/// The words that a browser would show of a page.
enum PageWords {
  /// Tags that part no words.
  private static let inline: Set<String> = [
    "a", "em", "strong", "del", "code", "span", "dfn", "abbr", "i", "b",
  ]

  static func words(_ page: String) -> [String] {
    let bytes = Array(page.utf8)
    var text: [UInt8] = []
    var index = bytes.indices.first { bytes[$0...].starts(with: "<main".utf8) } ?? 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        let name = String(
          decoding: bytes[(index + 1)...end].drop { $0 == UInt8(ascii: "/") }
            .prefix { $0 >= 0x30 && $0 != UInt8(ascii: ">") }, as: UTF8.self)
        let isOpening = bytes[index + 1] != UInt8(ascii: "/")
        index = end + 1
        if name == "sup", isOpening {
          // A footnote's figure is no word of the text.
          while index < bytes.count, !bytes[index...].starts(with: "</sup>".utf8) { index += 1 }
        }
        if !inline.contains(name), name != "sup" { text.append(0x20) }
      case UInt8(ascii: "&"):
        text.append(0x20)
        index = (bytes[index...].firstIndex(of: UInt8(ascii: ";")) ?? index) + 1
      default:
        text.append(bytes[index])
        index += 1
      }
    }
    return SourceWords.split(String(decoding: text, as: UTF8.self))
  }
}

/// The words of print-ready text: page numbers left out, the columns of a table's rows read one after another, words that
/// a line ends in put together again, footnotes last.
enum PrintWords {
  static func words(_ print: String) -> [String] {
    var text = ""
    var notes = ""
    for (index, page) in print.split(separator: "\u{0C}", omittingEmptySubsequences: false)
      .enumerated()
    {
      var lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      // From the second page on the first line holds the number alone.
      if index > 0, !lines.isEmpty { lines.removeFirst() }
      var row: [[Substring]] = []
      var isBelowText = false
      for line in lines {
        if line.contains("│") {
          row.append(line.split(separator: "│", omittingEmptySubsequences: false))
          continue
        }
        text += read(row)
        row = []
        if isShortRule(line) {
          isBelowText = true
        } else if !line.contains("─") {
          if isBelowText { append(line, to: &notes) } else { append(line, to: &text) }
        }
      }
      text += read(row)
    }
    return SourceWords.split(text + "\n" + notes)
  }

  /// What parts the footnotes of a page from its text.
  private static func isShortRule(_ line: Substring) -> Bool {
    !line.isEmpty && line.count <= 30 && line.allSatisfy { $0 == "─" }
  }

  private static func read(_ row: [[Substring]]) -> String {
    let width = row.map(\.count).max() ?? 0
    return (0..<width).map { column in
      var text = "\n"
      for line in row where column < line.count { append(line[column], to: &text) }
      return text
    }.joined() + "\n"
  }

  /// A hyphen that Acta has set at the end of a line is U+2010.
  private static func append(_ line: Substring, to text: inout String) {
    let line = line.drop { $0 == " " }
    text += line
    while text.last == " " { text.removeLast() }
    if text.last == "\u{2010}" { text.removeLast() } else if text.last != "-" { text += "\n" }
  }
}

/// The first word of `words` that is not found in `page` behind those before it; `nil` when all are there in order.
func firstMissing(_ words: [String], in page: [String]) -> (index: Int, word: String)? {
  var position = 0
  for (index, word) in words.enumerated() {
    while position < page.count, page[position] != word { position += 1 }
    guard position < page.count else { return (index, word) }
    position += 1
  }
  return nil
}
