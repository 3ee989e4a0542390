package import ActaModel

/// Reads what a text says its words stand for.
package enum DefinitionReader {
  /// The abbreviations that a text opens: «(далее – Рабочая группа)», «(далее соответственно – Порядок, Комиссия)».
  package static func abbreviations(in prose: Prose) -> [Definition] {
    // Few texts have a bracket at all.
    var words = prose.text
    guard words.withUTF8({ $0.contains(UInt8(ascii: "(")) }) else { return [] }
    let text = Array(prose.text.utf8)
    let folded = FoldedBytes(text)
    var found: [Definition] = []
    var from = 0
    while let opening = folded.firstRange(of: "(далее", from: from) {
      from = opening.upperBound
      guard let close = closingBracket(folded.bytes, from: opening.lowerBound),
        let dash = dash(folded.bytes, in: opening.upperBound..<close)
      else { continue }
      let meaning = String(decoding: clause(text, before: opening.lowerBound), as: UTF8.self)
      let isList =
        folded.firstRange(of: "соответственно", from: opening.upperBound, to: dash.lowerBound)
        != nil
      for range in items(text, in: dash.upperBound..<close, isList: isList) {
        guard let span = prose.span(of: range) else { continue }
        found.append(
          Definition(
            form: .abbreviation, term: String(decoding: text[range], as: UTF8.self),
            meaning: meaning, span: span))
      }
      from = close
    }
    return found
  }

  /// The term that a paragraph under a heading of terms defines: «клиент – физическое лицо …», «**Термин** – …».
  package static func term(in prose: Prose) -> Definition? {
    let text = Array(prose.text.utf8)
    guard let dash = spacedDash(text) else { return nil }
    let range = trim(text, 0..<dash.lowerBound)
    guard !range.isEmpty, range.count <= 240, let span = prose.span(of: range) else { return nil }
    return Definition(
      form: .term, term: String(decoding: text[range], as: UTF8.self),
      meaning: String(decoding: text[trim(text, dash.upperBound..<text.count)], as: UTF8.self),
      span: span)
  }

  /// Whether a heading or a chapeau announces terms and definitions.
  package static func announcesTerms(_ text: String) -> Bool {
    let folded = FoldedBytes(text)
    return folded.contains("термин") || folded.contains("основные понятия")
      || folded.contains("следующие понятия") || folded.contains("понятия и определения")
  }

  private static func closingBracket(_ bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    for index in start..<min(bytes.count, start + 600) {
      if bytes[index] == 0x28 { depth += 1 }
      if bytes[index] == 0x29 {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static func dash(_ bytes: [UInt8], in range: Range<Int>) -> Range<Int>? {
    for index in range {
      let length = Glyph.dash(bytes[index...])
      if length > 0 { return index..<min(index + length, range.upperBound) }
      if bytes[index] == 0x3A { return index..<index + 1 }
    }
    return nil
  }

  private static func spacedDash(_ bytes: [UInt8]) -> Range<Int>? {
    var index = 0
    while index < min(bytes.count, 400) {
      let length = Glyph.dash(bytes[index...])
      if length > 0, index > 0, Glyph.whitespace(bytes[(index + length)...]) > 0,
        bytes[index - 1] == 0x20 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0xA0
      {
        return index..<index + length
      }
      index += max(length, 1)
    }
    return nil
  }

  /// The items of a formula; one unless it says «соответственно».
  private static func items(_ text: [UInt8], in range: Range<Int>, isList: Bool) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isList && (text[index] == 0x2C || text[index] == 0x3B) {
      items.append(start..<index)
      start = index + 1
    }
    items.append(start..<range.upperBound)
    return items.map { trim(text, $0) }.filter { !$0.isEmpty }
  }

  /// The words in front of a formula, back to the beginning of their clause.
  private static func clause(_ text: [UInt8], before end: Int) -> ArraySlice<UInt8> {
    var start = end
    while start > 0, end - start < 400, text[start - 1] != 0x3B, text[start - 1] != 0x3A {
      start -= 1
    }
    while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
    return text[trim(text, start..<end)]
  }

  private static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    while start < end {
      let space = Glyph.whitespace(bytes[start..<end])
      guard space > 0 else { break }
      start += space
    }
    while end > start {
      if Glyph.whitespace(bytes[(end - 1)..<end]) > 0 {
        end -= 1
      } else if end - start >= 2, Glyph.whitespace(bytes[(end - 2)..<end]) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }
}
