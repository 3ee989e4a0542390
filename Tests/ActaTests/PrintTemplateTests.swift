import ActaDiagnostics
import Testing

@testable import ActaRender

@Suite struct PrintTemplateTests {
  @Test func `a department's print template takes the place of Acta's own`() {
    let templates = Templates.load(overrides: [
      "print/letterhead.mustache": """
      <p align="right" weight="bold" size="large" after="1.5">{{kind}} <i>{{number}}</i></p>
      <p>{{place}}</p>
      """,
      "print/page.mustache": "<p>{{number}}, лист {{page}}</p>",
    ])
    #expect(templates.findings.isEmpty)
    let sample = sampleAct()
    let supplies = PrintSupplies(templates: templates.value)
    let blocks = printBlocks(of: sample.act, settings: sample.settings, with: supplies)
    guard case .paragraph(let first)? = blocks.dropFirst().first else {
      Issue.record("no paragraph")
      return
    }
    #expect(first.text.string == "Приказ № 007-ОД")
    #expect(first.text.runs.map(\.isEmphasis) == [true])
    #expect(first.style.alignment == .right && first.style.isBold && first.style.size == .large)
    let text = printedText(of: sample.act, settings: sample.settings, with: supplies)
    for (index, lines) in textPages(text).enumerated() where index > 0 {
      #expect(lines.first == "№ 007-ОД, лист \(index + 1)")
    }
  }

  @Test(arguments: [
    ("<p>{{nmae}}</p>", "template/unknown-name", "{{nmae}}"),
    ("<para>а</para>", "template/unknown-name", "para"),
    ("<p algin=\"left\">а</p>", "template/unknown-name", "algin"),
    ("<p align=\"up\">а</p>", "template/syntax", "up"),
    ("<p left=\"5\">а</p>", "template/syntax", "5"),
    ("<p>а", "template/syntax", "<p>"),
    ("<p>а</b></p>", "template/syntax", "</b>"),
    ("<p a=b>а</p>", "template/syntax", "<p a=b>"),
    ("слова", "template/syntax", "слова"),
    ("<pair><p>а</p></pair>", "template/syntax", "<p>"),
    ("<p left=\"{{number}}\">а</p>", "template/syntax", "<p left=\"{{number}}\">"),
    ("<emblem file=\"gerb.svg\"/>", "template/syntax", "gerb.svg"),
    ("<p>{{#draft}}а</p>", "template/syntax", "{{#draft}}"),
  ])
  func `a mistake is told with its place, and Acta's own template is used`(
    template: String, rule: String, words: String
  ) throws {
    let text = "<p>№ {{number}}</p>\n" + template
    let loaded = Templates.load(overrides: ["print/letterhead.mustache": text])
    let finding = try #require(loaded.findings.first)
    #expect(finding.rule.text == rule)
    #expect(finding.file == "templates/print/letterhead.mustache")
    let span = try #require(finding.span)
    #expect(
      String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self).hasPrefix(words))
    let sample = sampleAct()
    let blocks = printBlocks(
      of: sample.act, settings: sample.settings, with: PrintSupplies(templates: loaded.value))
    #expect(blocks == printBlocks(of: sample.act, settings: sample.settings))
  }

  @Test func `a value is never markup`() {
    let fields: Fields = ["number": "<p>1</p> & <b>2"]
    let templates = Templates.load(overrides: ["print/letterhead.mustache": "<p>{{number}}</p>"])
    let read = PrintSupplies(templates: templates.value).markup(.printLetterhead, fields)
    guard case .paragraph(let paragraph)? = read.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(read.blocks.count == 1)
    #expect(paragraph.text.string == "<p>1</p> & <b>2")
  }

  @Test func `an emblem is drawn from the outlines of an SVG`() throws {
    let svg = """
      <svg viewBox="0 0 100 120"><path id="x" d="M10,10 h80 v100 H10z m5-2.5.5.5"/>
      <path d="M0 0C1 2 3 4 50 60s10 10 20 20q1 1 2 2t4 4"/></svg>
      """
    let templates = Templates.load(overrides: [
      "print/gerb.svg": svg,
      "print/letterhead.mustache":
        "<emblem file=\"gerb.svg\" width=\"17mm\" height=\"20.5mm\" alt=\"Герб\"/>",
    ])
    #expect(templates.findings.isEmpty)
    let read = PrintSupplies(templates: templates.value).markup(.printLetterhead, [:])
    guard case .emblem(let emblem)? = read.blocks.first else {
      Issue.record("no emblem")
      return
    }
    #expect(emblem.width == 170 && emblem.height == 205 && emblem.meaning == "Герб")
    #expect(
      emblem.outline.prefix(3) == [
        .move(x: 100, y: 100), .line(x: 900, y: 100), .line(x: 900, y: 1100),
      ])
    #expect(emblem.outline.count == 12)
  }

  @Test(arguments: [
    "", "<svg viewBox=\"0 0 1 1\"/>", "<path d=\"M0 0\"/>",
    "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0A1 1 0 0 0 2 2\"/></svg>",
    "<svg viewBox=\"0 0 0 9\"><path d=\"M0 0\"/></svg>",
    "<svg viewBox=\"0 0 9 9\"><path d=\"M0 1e999\"/></svg>", "<path d=\"", "viewBox=\"1 1 1",
  ])
  func `what holds no outlines is no drawing`(svg: String) {
    #expect(SVGOutline(Array(svg.utf8)) == nil)
  }
}
