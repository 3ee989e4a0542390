import ActaModel
import Testing

@testable import ActaRender

@Suite struct PrintLayoutTests {
  @Test(arguments: [
    ("приказ № 1", 10), ("й", 1), ("и\u{306}", 1), ("", 0), ("\u{7}", 0), ("漢字", 4), ("🙂", 2),
    ("👨‍👩‍👧", 2), ("☎\u{FE0F}", 2), ("«а» – б…", 8), ("a\u{200B}b", 2), ("\u{AD}", 0),
  ])
  func `text takes as many columns as a terminal gives it`(text: String, width: Int) {
    #expect(columns(text) == width)
  }

  @Test func `lines are even, not filled one after another`() {
    // Greedy lines would be 10, 8 and 2 wide.
    let lines = self.lines("aaaa bb cc ddddd", width: 8)
    #expect(lines == ["aaaa bb", "cc ddddd"])
  }

  @Test func `a dash, a number and a name stay with what is before them`() {
    #expect(lines("aaaa bbbb – cc", width: 9) == ["aaaa", "bbbb – cc"])
    #expect(lines("приказ от 1 мая № 15", width: 17) == ["приказ от 1 мая", "№ 15"])
    #expect(lines("министр области С.В. Петров", width: 21).last == "С.В. Петров")
    #expect(
      lines("не позднее чем до 29 марта 2024 г. включительно", width: 22).first
        == "не позднее чем")
    #expect(lines("согласно всему тому, что в п. 3 сказано", width: 27).last == "в п. 3 сказано")
  }

  @Test func `a word wider than the line is cut between syllables`() {
    let lines = self.lines("клиентоцентричность", width: 10)
    #expect(lines.allSatisfy { columns($0) <= 10 })
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("-") })
    #expect(
      lines.map { $0.hasSuffix("-") ? String($0.dropLast()) : $0 }.joined()
        == "клиентоцентричность")
  }

  @Test func `a justified line reaches both edges, the last does not`() {
    let text = PrintText("один два три четыре пять шесть семь восемь девять десять")
    var layout = ParagraphLayout(device: TextDevice(), width: 24)
    let lines =
      layout
      .lines(of: text, PrintStyle.body.with { $0.firstIndent = .zero }, PrintOwner(block: 0))
    #expect(lines.count == 3)
    for line in lines.dropLast() {
      #expect(line.words.first?.x == 0)
      #expect(line.words.last.map { $0.x + $0.width } == 24)
    }
    #expect((lines.last?.words.last.map { $0.x + $0.width } ?? 24) < 24)
  }

  @Test func `a heading does not end a page`() {
    for filler in 40...64 {
      var blocks: [PrintBlock] = [.page(.upright)]
      for _ in 0..<filler { blocks.append(.paragraph(PrintParagraph(PrintText("строка"), .body))) }
      blocks.append(.paragraph(PrintParagraph(PrintText("Глава"), .heading(1))))
      blocks.append(.paragraph(PrintParagraph(PrintText(words(60)), .body)))
      let pages = pages(of: blocks, on: TextDevice())
      for page in pages {
        let roles = page.items.compactMap { item -> PrintStyle.Role? in
          if case .line(let line) = item { line.source.style.role } else { nil }
        }
        #expect(roles.last != .heading(level: 1))
      }
    }
  }

  @Test func `no page begins or ends with a line torn from its paragraph`() {
    for filler in 40...64 {
      var blocks: [PrintBlock] = [.page(.upright)]
      for _ in 0..<filler { blocks.append(.paragraph(PrintParagraph(PrintText("строка"), .body))) }
      blocks.append(.paragraph(PrintParagraph(PrintText(words(60)), .body)))
      let pages = pages(of: blocks, on: TextDevice())
      let counts = pages.map { page in
        page.items.count { item in
          if case .line(let line) = item { line.source.owner.block == filler + 1 } else { false }
        }
      }
      #expect(!counts.contains(1))
    }
  }

  @Test func `a signature takes the end of the text along`() {
    for filler in 40...64 {
      var blocks: [PrintBlock] = [.page(.upright)]
      for _ in 0..<filler { blocks.append(.paragraph(PrintParagraph(PrintText("строка"), .body))) }
      blocks.append(
        .pair(
          PrintPair(left: PrintText("Министр"), right: PrintText("И.И. Иванов"), style: .signature))
      )
      let last = pages(of: blocks, on: TextDevice()).last
      #expect((last?.items.count ?? 0) > 2 + (filler > 58 ? 1 : 0))
    }
  }

  @Test func `a table says its head on each page and keeps its rows whole`() {
    let table = PrintTable(
      columns: [PrintTable.Column(), PrintTable.Column()],
      head: [PrintTable.Row(cells: [PrintText("№"), PrintText("Слова")])],
      rows: (1...40).map {
        PrintTable.Row(cells: [PrintText("\($0)."), PrintText(words(25))])
      }, style: .table)
    let text = textPages(self.text([.page(.upright), .table(table)]))
    #expect(text.count > 2)
    for (index, lines) in text.enumerated() {
      let top = index == 0 ? 0 : 2
      #expect(lines[top].hasPrefix("┌"))
      #expect(lines[top + 1].contains("Слова"))
      #expect(lines[top + 3].contains("."))
      #expect(lines.last?.hasPrefix("└") == true)
      #expect(lines.count <= 60)
    }
  }

  @Test func `a section row stays with its first row`() {
    for filler in 0...20 {
      var rows = (0...filler).map { PrintTable.Row(cells: [PrintText("\($0)"), PrintText("а")]) }
      rows.append(PrintTable.Row(.section, [PrintText("Раздел")]))
      rows.append(PrintTable.Row(cells: [PrintText("последняя"), PrintText(words(100))]))
      let table = PrintTable(
        columns: [PrintTable.Column(), PrintTable.Column()], rows: rows, style: .table)
      for lines in textPages(text([.page(.upright), .table(table)])) {
        let place = lines.firstIndex { $0.contains("Раздел") }
        if let place { #expect(lines.dropFirst(place).contains { $0.contains("последняя") }) }
      }
    }
  }

  @Test func `a row higher than a page goes on on the next between rules`() {
    let table = PrintTable(
      columns: [PrintTable.Column(), PrintTable.Column()],
      head: [PrintTable.Row(cells: [PrintText("№"), PrintText("Слова")])],
      rows: [PrintTable.Row(cells: [PrintText("1."), PrintText(words(1500))])], style: .table)
    let blocks: [PrintBlock] = [.page(.upright), .table(table)]
    let text = textPages(self.text(blocks))
    #expect(text.count > 2)
    for lines in text {
      #expect(lines.count <= 60)
      #expect(lines.last?.hasPrefix("└") == true)
      #expect(lines.contains { $0.contains("Слова") })
    }
    #expect(printedWords(pages(of: blocks, on: TextDevice())).count == 1503)
  }

  @Test func `more columns than a page holds stand one under another`() {
    let cells = (1...90).map { PrintText("графа\($0)") }
    let table = PrintTable(
      columns: cells.map { _ in PrintTable.Column() }, head: [PrintTable.Row(cells: cells)],
      rows: [PrintTable.Row(cells: cells)], style: .table)
    let blocks: [PrintBlock] = [.page(.upright), .table(table)]
    #expect(printedWords(pages(of: blocks, on: TextDevice())).count == 180)
  }

  @Test func `a forced end of line stays, a soft one is a space, a footnote is raised at its word`()
  {
    let prose = Prose(
      text: "один\nдва\nтри",
      marks: [
        Prose.Mark(.strong, 0..<8), Prose.Mark(.footnote(number: 12), 15..<15),
        Prose.Mark(.lineBreak, 15..<16), Prose.Mark(.footnote(number: 3), 22..<22),
      ])
    let text = PrintText(prose)
    #expect(text.string == "один два¹²\nтри³")
    #expect(text.marks.contains(PrintText.Mark(kind: .strong, range: 0..<8)))
    #expect(
      text.marks.contains {
        $0.kind == .footnote(12) && String(decoding: text.bytes[$0.range], as: UTF8.self) == "¹²"
      })
  }

  @Test func `controls of the source do not move the printer's head`() {
    let text = PrintText("один\u{0C}два\u{1B}[2Jтри\u{85}четыре\u{2028}пять\u{0}")
    #expect(text.string == "один два[2Jтри четыре пять")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "а", "а ", "ааааааааа-", "а\u{301}", "漢", "🙂", "№ ", "\u{301}", "а\n", "http://a/",
    ])
  func `a mebibyte of anything is printed in linear time`(unit: String) {
    let text = String(repeating: unit, count: 1 << 18 / unit.utf8.count)
    let narrow = PrintTable(
      columns: [PrintTable.Column(width: .share(5)), PrintTable.Column()],
      rows: [PrintTable.Row(cells: [PrintText(text), PrintText("б")])], style: .table)
    let blocks: [PrintBlock] = [
      .page(.upright), .paragraph(PrintParagraph(PrintText(text), .body)), .table(narrow),
      .paragraph(PrintParagraph(PrintText(verbatim: text), .verbatim)),
    ]
    for page in pages(of: blocks, on: TextDevice()) {
      for case .line(let line) in page.items { #expect(line.y < 60) }
    }
  }

  private func words(_ count: Int) -> String {
    (0..<count).map { "слово\($0)" }.joined(separator: " ")
  }

  private func lines(_ text: String, width: Int) -> [String] {
    let style = PrintStyle()
    var layout = ParagraphLayout(device: TextDevice(), width: width)
    return
      layout
      .lines(of: PrintText(text), style, PrintOwner(block: 0))
      .map { line in
        line.words.map {
          String(decoding: line.source.text.bytes[$0.range], as: UTF8.self)
            + ($0.endsWithHyphen ? "-" : "")
        }.joined(separator: " ")
      }
  }

  private func text(_ blocks: [PrintBlock]) -> [UInt8] {
    printedText(of: pages(of: blocks, on: TextDevice()))
  }
}
