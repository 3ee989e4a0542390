import ActaDiagnostics
import Testing

/// Texts of plain and of other characters, mixed.
private func texts(_ count: Int) -> [String] {
  let pieces = [
    "Приказ", " ", "  ", "\n", "\t", "№ 5", "«Ё»", "–", "…", "abc", ";", "\u{A0}", "\r\n",
    "и\u{306}", "e\u{301}",
    "👩‍👧", "\u{200D}", "\u{2028}", "漢", "\u{7F}", "\u{1}", "§", "\u{AD}", "©", "Ѐ", "ѿ", "҃", "😀",
    "\u{85}",
  ]
  var generator = Seeded(11)
  return (0..<count).map { index in
    // Every other text is plain.
    let most = index % 2 == 0 ? 12 : pieces.count
    return (0..<Int.random(in: 0...9, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<most, using: &generator)]
    }.joined()
  }
}

@Test func `text is counted, cut and spaced by its bytes as by its characters`() {
  for text in texts(4000) {
    #expect(text.characterCount == text.count)
    #expect(
      text.singleSpaced == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    for length in [-1, 0, 1, 3, 7, 100] {
      #expect(text.head(length) == text.prefix(max(length, 0)))
    }
  }
}

@Test func `what may not be shown on a screen is replaced, and nothing else`() {
  for text in texts(4000) {
    let kept = text.visible.unicodeScalars.filter { $0 != "\u{FFFD}" && $0 != " " }
    #expect(kept.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(text.visible.unicodeScalars.count == text.unicodeScalars.count)
    if text.isPlain, !text.contains("\n"), !text.contains("\t") { #expect(text.visible == text) }
  }
}

@Test func `the marked words stand over the marks, whatever the line holds`() {
  let printer = PeoplePrinter(width: 50)
  for text in texts(1500) where !text.utf8.contains(0x0A) && !text.utf8.contains(0x0D) {
    let line = String(repeating: text + "а", count: 6)
    let source = Source(path: "a.md", text: line)
    let starts = source.bytes.indices.filter { source.bytes[$0] & 0xC0 != 0x80 }
    let middle = starts[starts.count / 2]
    let finding = Finding(
      "text/spelling", .note, file: "a.md", at: Span(middle, source.bytes.count),
      Text(ru: "а", en: "a"))
    let rows = printer.print([finding], sources: ["a.md": source]).split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows.last?.drop { $0 == " " || $0 == "|" }.allSatisfy { $0 == "^" } == true)
    #expect(rows[2].count <= 50)
  }
}
