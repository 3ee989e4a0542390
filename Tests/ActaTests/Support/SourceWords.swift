/// The words of a source's body as a reader of the raw text sees them, the marks of the format left out. Independent of
/// Acta's own reader: plain scanning of lines.
enum SourceWords {
  /// Words in the order in which a page shows them: footnotes at the end.
  static func words(_ source: String) -> [String] {
    var body = ""
    var notes = ""
    for line in lines(source) {
      let plain = plain(line)
      if line.hasPrefix("[^") { notes += " " + plain } else { body += " " + plain }
    }
    return Self.split(body) + Self.split(notes)
  }

  /// Runs of letters and digits.
  static func split(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
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
  static func words(_ page: String, from start: String = "<main") -> [String] {
    var bytes = Array(page.utf8)[...]
    if let main = find(start, in: bytes) { bytes = bytes[main...] }
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "<") {
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: ">") { index += 1 }
        // Inline tags part no words; block tags stand between words anyway in what the encoder writes.
        let before = text.last
        if let before, before > 0x20, isBlockEnd(bytes[..<index]) { text.append(0x20) }
        index += 1
      } else if bytes[index] == UInt8(ascii: "&") {
        var end = index
        while end < bytes.endIndex, bytes[end] != UInt8(ascii: ";") { end += 1 }
        text.append(0x20)
        index = min(end + 1, bytes.endIndex)
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return SourceWords.split(String(decoding: text, as: UTF8.self))
  }

  private static func isBlockEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let open = bytes.lastIndex(of: UInt8(ascii: "<")) else { return false }
    let name = String(decoding: bytes[(open + 1)...], as: UTF8.self)
      .drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    return !["a", "em", "strong", "del", "code", "span", "sup", "dfn", "abbr", "i", "b"]
      .contains(name)
  }

  private static func find(_ needle: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let needle = Array(needle.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: needle) }
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
