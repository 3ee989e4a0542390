import ActaCompiler
import ActaDiagnostics
import ActaModel
import ActaParser
import Foundation
import Testing

/// Made documents of everything that Markdown and Unicode can do to a place: each word is its own, so that a lost or
/// displaced one is seen.
private struct DocumentMaker {
  private var random: Seeded
  private var count = 0
  private var footnotes = 0
  private(set) var words: [String] = []
  private let newline: String

  init(_ seed: UInt64) {
    random = Seeded(seed)
    newline = seed % 3 == 0 ? "\r\n" : "\n"
  }

  mutating func document() -> String {
    var text = random.next() % 4 == 0 ? "\u{FEFF}" : ""
    let fence = "---\nвид: \(kind())\nназвание: Порядок\n---\n\n"
    var blocks: [String] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) { blocks.append(block(0)) }
    text += fence + blocks.joined(separator: "\n\n")
    if random.next() % 3 > 0 { text += "\n" }
    return newline == "\n" ? text : text.replacing("\n", with: newline)
  }

  private mutating func kind() -> String {
    ["порядок", "план мероприятий", "состав", "приказ"].randomElement(using: &random) ?? "порядок"
  }

  private mutating func word() -> String {
    count += 1
    let stem =
      ["слово", "Ёлка", "о́рган", "👍знак", "пункт", "été", "Срок", "漢字"].randomElement(
        using: &random)
      ?? "слово"
    let word = "\(stem)q\(count)z"
    words.append(word)
    return word
  }

  private mutating func inline() -> String {
    switch random.next() % 14 {
    case 0: return "*\(word())*"
    case 1: return "**\(word()) \(word())**"
    case 2: return "[\(word())](a.md \"т\")"
    case 3: return "`\(word())`"
    case 4: return "~~\(word())~~"
    case 5: return "\\*\(word())\\*"
    case 6: return "&laquo;\(word())&raquo;"
    case 7: return "***\(word())***"
    case 8: return "<\(word())"
    case 9: return "\t\(word())"
    case 10: return "&copy; \(word()) &#8470;"
    case 11: return "№\u{A0}\(word())"
    default: return word()
    }
  }

  private mutating func line() -> String {
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) { parts.append(inline()) }
    return parts.joined(separator: " ")
  }

  private mutating func paragraph() -> String {
    var lines: [String] = []
    for index in 0..<Int.random(in: 1...3, using: &random) {
      let head = index == 0 ? "" : ["", "  ", " "].randomElement(using: &random) ?? ""
      let tail = index == 0 ? ["", "  ", "\\"].randomElement(using: &random) ?? "" : ""
      lines.append(head + word() + " " + line() + tail)
    }
    var text = lines.joined(separator: "\n")
    while text.hasSuffix("\\") || text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private mutating func block(_ depth: Int) -> String {
    switch random.next() % 10 {
    case 0, 1: return paragraph()
    case 2:
      return "## \(["I. ", "3. ", "", "Глава 2. "].randomElement(using: &random) ?? "")\(line())"
    case 3, 4: return list(depth)
    case 5:
      let inner = paragraph().split(separator: "\n")
      let marks = ["> ", ">", "", ">  "]
      return inner.enumerated().map { index, line in
        (index == 0 ? "> " : marks.randomElement(using: &random) ?? "> ") + line
      }.joined(separator: "\n")
    case 6, 7: return table()
    case 8:
      footnotes += 1
      let note = "[^n\(footnotes)]"
      return "\(word())\(note)\n\n\(note): \(word()) \(line())"
    default:
      return
        "### \(Int.random(in: 1...9, using: &random)).1. \(word())\n\n- Срок: \(line())\n- Результат: \(word())"
    }
  }

  private mutating func list(_ depth: Int) -> String {
    let marker =
      ["- ", "1. ", "7) ", "- а) ", "* "].randomElement(using: &random) ?? "- "
    let pad = String(repeating: " ", count: marker.hasPrefix("- а") ? 2 : marker.count)
    var items: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let inner = depth < 2 && random.next() % 4 == 0 ? block(depth + 1) : paragraph()
      let isLazy = random.next() % 3 == 0
      let lines = inner.split(separator: "\n", omittingEmptySubsequences: false)
      items.append(
        lines.enumerated().map { index, line in
          index == 0 ? marker + line : (isLazy && depth == 0 ? "" : pad) + line
        }.joined(separator: "\n"))
    }
    return items.joined(separator: "\n")
  }

  private mutating func table() -> String {
    let width = Int.random(in: 1...5, using: &random)
    let heads = ["№ п/п", "Мероприятие", "Срок", "Ответственный", "Результат"]
    var rows = ["| " + heads.prefix(width).joined(separator: " | ") + " |"]
    rows.append("|" + String(repeating: "---|", count: width))
    for row in 0..<Int.random(in: 1...4, using: &random) {
      let cells = width + Int(random.next() % 3) - 1
      var parts: [String] = []
      for index in 0..<max(cells, 1) {
        switch random.next() % 5 {
        case 0: parts.append("")
        case 1: parts.append("\(word()) \\| \(word())")
        default: parts.append(index == 0 ? "\(row).1. \(word())" : line().replacing("|", with: ""))
        }
      }
      rows.append(
        (random.next() % 4 == 0 ? "" : "| ") + parts.joined(separator: " | ")
          + (random.next() % 4 == 0 ? "" : " |"))
    }
    return rows.joined(separator: "\n")
  }
}

/// What is wrong with a document as it was read; empty when nothing is.
private func problems(_ seed: UInt64) -> [String] {
  var maker = DocumentMaker(seed)
  let text = maker.document()
  let source = Source(path: "a.md", text: text)
  let parsed = parse(source)
  var problems: [String] = []
  var shown = ""
  parsed.value.forEachBlock { block in
    if case .verbatim(let verbatim) = block { shown += " " + verbatim.text }
  }
  parsed.value.forEachProse { prose in
    shown += " " + prose.text
    problems += misplaced(prose, in: source)
  }
  for word in maker.words where !shown.contains(word) {
    problems.append("\(seed): «\(word)» is lost")
  }
  for finding in parsed.findings {
    problems += misplaced(finding, in: source).map { "\(seed): \($0)" }
  }
  return problems
}

/// Segments that say that they are verbatim and are not.
private func misplaced(_ prose: Prose, in source: Source) -> [String] {
  let bytes = Array(prose.text.utf8)
  return prose.segments.compactMap { segment in
    guard segment.source.end <= source.bytes.count, segment.text + segment.count <= bytes.count
    else {
      return "segment out of bounds in «\(prose.text)»"
    }
    guard segment.isVerbatim else { return nil }
    let here = bytes[segment.text..<segment.text + segment.count]
    let there = source.bytes[segment.source.start..<segment.source.end]
    if here.elementsEqual(there) || here.elementsEqual([0x0A]) { return nil }
    return
      "«\(String(decoding: here, as: UTF8.self))» is placed at «\(source.text(segment.source))»"
  }
}

/// Findings whose span is not the very text that the message speaks of.
private func misplaced(_ finding: Finding, in source: Source) -> [String] {
  guard let span = finding.span else { return [] }
  guard span.start >= 0, span.end <= source.bytes.count else {
    return ["\(finding.rule.text): out of bounds"]
  }
  for offset in [span.start, span.end] where offset < source.bytes.count {
    if source.bytes[offset] & 0xC0 == 0x80 { return ["\(finding.rule.text): inside a character"] }
  }
  let text = source.text(span)
  switch finding.rule {
  case "source/raw-html", "source/mojibake", "source/unknown-key", "source/wrong-value",
    "source/duplicate-key":
    return finding.message.ru.contains(text)
      ? [] : ["\(finding.rule.text): «\(text)» \(finding.message.ru)"]
  case "source/ragged-row":
    let line = source.text(source.lineSpan(source.position(span.start).line - 1))
    let isWholeLine =
      line.hasSuffix(text) || line.contains(text + " ") || line.contains(text + "\t")
    return isWholeLine ? [] : ["\(finding.rule.text): «\(text)»"]
  default: return text.isEmpty ? ["\(finding.rule.text): an empty span"] : []
  }
}

@Test(arguments: 0..<40)
func `in 10,000 made documents every word is kept and every place is the right one`(_ part: Int) {
  var found: [String] = []
  for seed in part * 250..<(part + 1) * 250 where found.count < 5 {
    found += problems(UInt64(seed)).prefix(2)
  }
  #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
}
