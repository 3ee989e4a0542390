import ActaModel
import Testing

@testable import ActaRender

/// Properties of pages that hold whatever is printed.
@Suite struct PrintPagesTests {
  @Test(arguments: 1...12)
  func `made acts keep together what belongs together`(seed: Int) throws {
    let hyphenator = try HyphenatorTests.installed()
    let blocks = MadeBlocks(seed).blocks
    try expectGoodPages(blocks, TextDevice(), hyphenator)
    try expectGoodPages(blocks, FineDevice(), hyphenator)
  }

  @Test func `a footnote stands at the foot of the page where it is first referred to`() throws {
    for filler in stride(from: 30, to: 70, by: 3) {
      var part = PrintPart(.upright)
      part.notes = [1, 2].map { PrintNote($0, [note($0)]) }
      var blocks: [PrintBlock] = [.part(part)]
      for _ in 0..<filler { blocks.append(line("строка")) }
      blocks.append(.paragraph(PrintParagraph(reference(1), .body)))
      blocks.append(
        .table(
          PrintTable(
            columns: [PrintTable.Column()],
            rows: [PrintTable.Row(cells: [reference(2)])], style: .table)))
      for _ in 0..<20 { blocks.append(line("строка")) }
      let text = textPages(printedText(of: pages(of: blocks, on: TextDevice())))
      for number in ["¹", "²"] {
        let page = text.first { $0.contains { $0.contains("слово" + number) } }
        #expect(page?.contains { $0.hasPrefix(number + " сноска") } == true)
      }
      let first = text.first { $0.contains { $0.hasPrefix("¹") } } ?? []
      #expect(first.last.map { $0.hasPrefix("¹") || $0.hasPrefix("²") } == true)
      #expect(first.contains { !$0.isEmpty && $0.allSatisfy { $0 == "─" } })
    }
  }

  @Test func `a footnote higher than a page goes on on the next ones`() throws {
    var part = PrintPart(.upright)
    let long = (1...2000).map { "прим\($0)" }.joined(separator: " ")
    part.notes = [
      PrintNote(1, [.paragraph(PrintParagraph(PrintText(long), .footnote))]),
      PrintNote(2, [note(2)]),
    ]
    let blocks: [PrintBlock] = [
      .part(part), .paragraph(PrintParagraph(reference(1), .body)),
      .paragraph(PrintParagraph(reference(2), .body)), line("строка"),
    ]
    let placed = pages(of: blocks, on: TextDevice())
    #expect(placed.count > 2)
    #expect(printedWords(placed).count == 2007)
    for lines in textPages(printedText(of: placed)) { #expect(lines.count <= 60) }
  }

  @Test func `a line ends neither behind a preposition of one letter nor before a dash`() throws {
    let hyphenator = try HyphenatorTests.installed()
    let text = PrintText(
      """
      В соответствии с пунктом 5 статьи 12 Закона г. Верхнеозёрска от 29 марта 2024 г. № 15-ОЗ – \
      основным актом, принятым в апреле и мае по представлению С.В. Касьяновой и т. д., а также о \
      порядке, установленном п. 3 и ст. 8, на срок не более 30 рабочих дней и с суммой 10 000 руб.
      """)
    for width in 45...90 {
      var layout = ParagraphLayout(device: TextDevice(), width: width, hyphenator: hyphenator)
      for line in layout.lines(of: text, .body, PrintOwner(block: 0)).dropLast() {
        let last = try #require(line.words.last)
        let end = String(decoding: text.bytes[last.range], as: UTF8.self)
        #expect(
          !["№", "п.", "ст.", "С.В.", "т.", "10", "29", "30"].contains(end), "\(width)")
        if width > 60 { #expect(!["В", "с", "в", "и", "а", "о"].contains(end), "\(width)") }
        let rest = text.bytes[last.range.upperBound...].drop { $0 == 0x20 }
        #expect(!rest.starts(with: "–".utf8), "\(width)")
        #expect(end != "г." || !rest.starts(with: "Верх".utf8), "\(width)")
      }
    }
  }

  @Test func `a date is not parted in a table`() throws {
    let cells = [
      PrintText("Утверждение методических рекомендаций по составлению понятного документа"),
      PrintText("29 сентября 2026 г."),
      PrintText("министерство цифрового развития, информационных технологий и связи области"),
      PrintText("распоряжение Правительства области об утверждении рекомендаций"),
    ]
    let table = PrintTable(
      columns: cells.map { _ in PrintTable.Column() },
      rows: Array(repeating: PrintTable.Row(cells: cells), count: 3), style: .table)
    let text = printedText(of: pages(of: [.page(.upright), .table(table)], on: TextDevice()))
    #expect(textPages(text)[0].filter { $0.contains("29 сентября 2026 г.") }.count == 3)
  }

  private func note(_ number: Int) -> PrintBlock {
    var text = PrintText(PrintText.raised(number) + "\u{A0}сноска")
    text.append(" и её слова")
    return .paragraph(PrintParagraph(text, .footnote))
  }

  private func reference(_ number: Int) -> PrintText { MadeBlocks.text("слово", note: number) }

  private func line(_ text: String) -> PrintBlock {
    .paragraph(PrintParagraph(PrintText(text), .body))
  }
}

/// Holds pages against what a typographer looks for.
private func expectGoodPages(
  _ blocks: [PrintBlock], _ device: some PrintDevice, _ hyphenator: Hyphenator
) throws {
  let placed = pages(of: blocks, on: device, hyphenator: hyphenator)
  var seen: Set<Int> = []
  var last: [PrintOwner: Int] = [:]
  for (index, page) in placed.enumerated() {
    let area = device.area(page.orientation)
    var lines: [PlacedLine] = []
    for case .line(let line) in page.items where line.source.owner.block != nil {
      lines.append(line)
    }
    for line in lines {
      #expect(line.y + device.lineHeight(line.source.style.size) <= area.height)
      let end = line.words.last.map { $0.x + $0.width } ?? 0
      #expect(
        line.x >= 0 && line.x + end <= area.width,
        "\(line.source.style.role) \(line.words.count) \(line.x + end): \(line.source.text.string)")
    }
    let text = lines.filter { $0.source.owner.note == 0 }
    let isEnd = index == placed.count - 1 || placed[index + 1].orientation != page.orientation
    if !isEnd, let bottom = text.max(by: { $0.y < $1.y }) {
      if case .heading = bottom.source.style.role { Issue.record("heading at the foot") }
      if isParagraph(bottom, of: blocks) { #expect(bottom.words.last?.endsWithHyphen != true) }
    }
    // Lines of a paragraph on this page, of those that it has.
    for (owner, own) in Dictionary(grouping: text, by: \.source.owner) where own.count == 1 {
      guard case .paragraph? = owner.block.map({ blocks[$0] }) else { continue }
      let all = placed.reduce(0) { $0 + $1.lines(of: owner) }
      #expect(all == 1, "a lone line of \(all)")
    }
    for line in lines where line.source.owner.note == 0 {
      for number in line.notes where seen.insert(number).inserted {
        #expect(lines.contains { $0.source.owner.note == number }, "note \(number)")
      }
    }
    // A narrow column may need more of them.
    for line in lines where isParagraph(line, of: blocks) {
      let row = line.words.last?.endsWithHyphen == true ? (last[line.source.owner] ?? 0) + 1 : 0
      last[line.source.owner] = row
      #expect(row <= LineBreaker.mostHyphens)
    }
  }
  #expect(printedWords(placed) == MadeBlocks.words(blocks))
}

private func isParagraph(_ line: PlacedLine, of blocks: [PrintBlock]) -> Bool {
  guard let block = line.source.owner.block, line.source.owner.note == 0 else { return false }
  if case .paragraph = blocks[block] { return true }
  return false
}

extension PrintPage {
  fileprivate func lines(of owner: PrintOwner) -> Int {
    items.count { if case .line(let line) = $0 { line.source.owner == owner } else { false } }
  }
}

/// Blocks of many kinds in an order that a seed decides.
private struct MadeBlocks {
  private(set) var blocks: [PrintBlock] = []
  private var state: UInt64
  private var notes = 0

  private static let syllables = [
    "ко", "ор", "ди", "на", "ци", "он", "ный", "со", "вет", "по", "до", "ступ", "но", "сти", "об",
    "ласть", "пра", "ви", "тель", "ство", "мо", "ни", "то", "ринг",
  ]

  init(_ seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    for orientation in [PrintOrientation.upright, .across] { addPart(orientation) }
  }

  private mutating func addPart(_ orientation: PrintOrientation) {
    let first = notes + 1
    var body: [PrintBlock] = []
    for _ in 0..<next(60) + 5 { body.append(block()) }
    var part = PrintPart(orientation)
    if notes >= first {
      part.notes = (first...notes).map {
        PrintNote(
          $0,
          [
            .paragraph(
              PrintParagraph(
                PrintText(PrintText.raised($0) + "\u{A0}" + words(next(30) + 1)), .footnote))
          ])
      }
    }
    blocks.append(.part(part))
    blocks += body
  }

  private mutating func block() -> PrintBlock {
    switch next(12) {
    case 0: .paragraph(PrintParagraph(PrintText(words(next(9) + 1)), .heading(1)))
    case 1: .paragraph(PrintParagraph(PrintText(words(next(40) + 1)), .note))
    case 2: .table(table())
    case 3:
      .pair(PrintPair(left: PrintText(words(3)), right: PrintText(words(1)), style: .signature))
    default: .paragraph(PrintParagraph(text(), .body))
    }
  }

  private mutating func table() -> PrintTable {
    let count = next(6) + 1
    let rows = (0..<next(9) + 1).map { _ in
      next(5) == 0
        ? PrintTable.Row(.section, [PrintText(words(next(6) + 1))])
        : PrintTable.Row(cells: (0..<count).map { _ in PrintText(words(next(14) + 1)) })
    }
    return PrintTable(
      columns: Array(repeating: PrintTable.Column(), count: count),
      head: next(3) == 0
        ? [] : [PrintTable.Row(cells: (0..<count).map { _ in PrintText(words(1)) })], rows: rows,
      style: .table)
  }

  private mutating func text() -> PrintText {
    guard next(6) == 0 else { return PrintText(words(next(90) + 1)) }
    notes += 1
    return Self.text(words(next(20) + 1), note: notes).followed(by: PrintText(" " + words(20)))
  }

  /// A text with a reference to a footnote behind it.
  static func text(_ words: String, note: Int) -> PrintText {
    PrintText(
      Prose(
        text: words,
        marks: [Prose.Mark(.footnote(number: note), words.utf8.count..<words.utf8.count)]
      ))
  }

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in
      (0..<next(6) + 1).map { _ in Self.syllables[next(Self.syllables.count)] }.joined()
    }.joined(separator: " ")
  }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// The words of blocks in reading order, without the marks of footnotes.
  static func words(_ blocks: [PrintBlock]) -> [String] {
    var words: [String] = []
    for block in blocks { words += self.words(block) }
    for case .part(let part) in blocks {
      for note in part.notes { for block in note.blocks { words += self.words(block) } }
    }
    return words
  }

  private static func words(_ block: PrintBlock) -> [String] {
    let texts: [PrintText] =
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .pair(let pair): [pair.left, pair.right]
      case .table(let table): (table.head + table.rows).flatMap(\.cells)
      case .frame, .rule, .emblem, .part: []
      }
    return texts.flatMap { text in
      text.string.split(whereSeparator: \.isWhitespace).map {
        $0.filter { !"⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) }
      }.filter { !$0.isEmpty }
    }
  }
}

/// A device whose letters are of many widths, as those of print are.
private struct FineDevice: PrintDevice {
  func area(_ orientation: PrintOrientation) -> PrintArea {
    orientation == .upright
      ? PrintArea(width: 50_000, height: 70_000) : PrintArea(width: 75_000, height: 48_000)
  }
  var headHeight: Int { 0 }
  var headOffset: Int { -1_000 }
  var ruleWidth: Int { 50 }
  var ruleHeight: Int { 50 }
  var cellPadding: Int { 400 }
  var rowPadding: Int { 200 }
  var isFine: Bool { true }
  var drawsEmblems: Bool { true }

  func lineHeight(_ size: PrintStyle.Size) -> Int { self.size(size) * 12 / 10 }
  func space(_ halves: Int) -> Int { halves * 840 }
  func width(of bytes: UnsafeBufferPointer<UInt8>, _ face: PrintFace) -> Int {
    var width = 0
    for byte in bytes where byte & 0xC0 != 0x80 || byte & 0x3F > 0x2F {
      width += size(face.size) * (40 + Int(byte % 25)) / (face.isBold ? 90 : 100)
    }
    return width
  }
  func prefix(of bytes: UnsafeBufferPointer<UInt8>, within width: Int, _ face: PrintFace) -> Int {
    var end = 0
    while end < bytes.count {
      var next = end + 1
      while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
      if self.width(of: UnsafeBufferPointer(rebasing: bytes[..<next]), face) > width { break }
      end = next
    }
    return max(end, 1)
  }
  func spaceWidth(_ face: PrintFace) -> Int { size(face.size) / 4 }
  func hyphenWidth(_ face: PrintFace) -> Int { size(face.size) / 3 }
  func units(_ tenths: Int) -> Int { tenths * 283 / 10 }

  private func size(_ size: PrintStyle.Size) -> Int {
    switch size {
    case .note: 1_000
    case .small: 1_200
    case .body: 1_400
    case .large: 1_600
    }
  }
}
