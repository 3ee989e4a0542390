import ActaCompiler
import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaRender

@Suite struct LetterheadTests {
  private static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 100"><path d="M0 0H80V100H0Z"/></svg>
    """

  private static func act(on date: CalendarDate?, status: Status? = .inForce) -> Act {
    var act = sampleAct().act
    var requisites = act.order.requisites
    requisites.date = date.map { HTMLFixture.stated(StatedDate(text: $0.iso, value: $0)) }
    requisites.status = status.map { HTMLFixture.stated($0) }
    requisites.issuers = [HTMLFixture.stated("орган")]
    act.order.requisites = requisites
    return act
  }

  private static func settings(
    _ form: Settings.Letterhead = .full, emblem: String? = nil,
    address: String = "https://a.example/"
  ) -> Settings {
    var settings = Settings()
    settings.site.address = address
    settings.bodies = [
      Settings.Body(
        key: "орган", name: HTMLFixture.stated("Инспекция области"), letterhead: form,
        emblem: emblem.map { HTMLFixture.stated($0) })
    ]
    return settings
  }

  private static func emblems(_ blocks: [PrintBlock]) -> [PrintEmblem] {
    blocks.compactMap { if case .emblem(let emblem) = $0 { emblem } else { nil } }
  }

  @Test(arguments: [
    (2025, 8, 17, false), (2025, 8, 18, true), (2027, 1, 1, true), (2016, 12, 8, false),
  ])
  func `the bar code comes with the standard that knows of it`(
    year: Int, month: Int, day: Int, isExpected: Bool
  ) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    let act = Self.act(on: date)
    let codes = Self.emblems(printBlocks(of: act, settings: Self.settings()))
    #expect(codes.map(\.meaning) == (isExpected ? ["QR-код: https://a.example/\(act.id)/"] : []))
    let page = actPage(act, on: SiteMap([act], settings: Self.settings()), with: .builtIn).value
    #expect(String(decoding: page, as: UTF8.self).contains("class=\"code\"") == isExpected)
  }

  @Test func `neither drafts nor acts without an address have a bar code`() throws {
    let date = try #require(CalendarDate(year: 2026, month: 1, day: 12))
    #expect(codedAddress(of: Self.act(on: date, status: .draft), Self.settings()) == nil)
    #expect(codedAddress(of: Self.act(on: nil), Self.settings()) == nil)
    #expect(codedAddress(of: Self.act(on: date), Self.settings(address: "")) == nil)
    #expect(codedAddress(of: Self.act(on: date, status: nil), Self.settings()) != nil)
  }

  @Test func `the bar code stands at the foot of the first page, and no text under it`() throws {
    let date = try #require(CalendarDate(year: 2026, month: 1, day: 12))
    let filler = HTMLFixture.provision(.paragraph, String(repeating: "слово и дело ", count: 900))
    var act = Self.act(on: date)
    act.order.blocks = [filler]
    let device = try PDFDevice(PDFSupport.faces.get(), Settings().print)
    let placed = pages(of: printBlocks(of: act, settings: Self.settings()), on: device)
    var codes: [(page: Int, emblem: PlacedEmblem)] = []
    for page in placed {
      for case .emblem(let emblem) in page.items { codes.append((page.number, emblem)) }
    }
    #expect(codes.map(\.page) == [1])
    let code = try #require(codes.first?.emblem)
    let area = device.area(.upright)
    #expect(code.x + code.width == area.width && code.y + code.height == area.height)
    let first = try #require(placed.first)
    for case .line(let line) in first.items {
      #expect(line.y + device.lineHeight(line.source.style.size) <= code.y)
    }
    #expect(placed.count > 1)
  }

  @Test func `a letterhead in the corner takes the left part of the page, its title with it`()
    throws
  {
    let act = Self.act(on: CalendarDate(year: 2024, month: 1, day: 12))
    let text = printedText(of: act, settings: Self.settings(.corner))
    let lines = try #require(textPages(text).first)
    let head = try #require(lines.firstIndex { $0.contains("ИНСПЕКЦИЯ ОБЛАСТИ") })
    #expect(lines[head].count < 34)
    let kind = try #require(lines.firstIndex { $0.contains("ПРИКАЗ") })
    #expect(lines[kind].count < 34 && kind > head)
    let full = try #require(textPages(printedText(of: act, settings: Self.settings())).first)
    #expect(full.contains { $0.contains("ИНСПЕКЦИЯ ОБЛАСТИ") && $0.count > 40 })
    let page = actPage(
      act, on: SiteMap([act], settings: Self.settings(.corner)), with: .builtIn
    ).value
    #expect(String(decoding: page, as: UTF8.self).contains("class=\"letterhead corner\""))
  }

  @Test func `a coat of arms stands on paper, on the page and beside the pages`() throws {
    let act = Self.act(on: CalendarDate(year: 2024, month: 1, day: 12))
    let settings = Self.settings(emblem: "img/gerb.svg")
    var templates = Templates.builtIn
    templates.coats = ["орган": CoatOfArms(path: "img/gerb.svg", bytes: Array(Self.drawing.utf8))]
    let supplies = PrintSupplies(templates: templates)
    let emblem = try #require(
      Self.emblems(printBlocks(of: act, settings: settings, with: supplies)).first)
    #expect(emblem.width == 160 && emblem.height == 200)
    #expect(emblem.meaning == "Герб. Инспекция области")
    let page = actPage(act, on: SiteMap([act], settings: settings), with: templates).value
    #expect(String(decoding: page, as: UTF8.self).contains("img/gerb.svg\" alt=\"\""))
    #expect(templates.coatFiles.map(\.path) == ["img/gerb.svg"])
  }

  @Test(arguments: [
    ("net.svg", "source/missing-file", Level.error), ("photo.svg", "template/syntax", .warning),
    ("gerb.png", "source/wrong-value", .error), ("../gerb.svg", "source/path-outside", .error),
    ("a\\b.svg", "source/path-outside", .error),
  ])
  func `a coat of arms that cannot be had is told at its name`(
    file: String, rule: String, level: Level
  ) async throws {
    let settings =
      "органы:\n  орган: {название: Инспекция, герб: \"\(file.replacing("\\", with: "\\\\"))\"}\n"
    let photo = "<svg viewBox=\"0 0 1 1\"><image href=\"a.png\"/></svg>"
    let found = try await compile(MemoryWorld(["acta.yml": settings, "photo.svg": photo])).findings
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.rule.text == rule && finding.level == level)
    #expect(finding.file == "acta.yml")
    let span = try #require(finding.span)
    let words = Array(settings.utf8)[span.start..<span.end]
    #expect(String(decoding: words, as: UTF8.self).contains("svg") == (file != "gerb.png"))
  }

  @Test func `a letterhead is of one of two forms`() async throws {
    let settings = "органы:\n  орган: {название: Инспекция, бланк: боковой}\n"
    let found = try await compile(MemoryWorld(["acta.yml": settings])).findings
    #expect(found.map(\.rule.text) == ["source/wrong-value"])
  }
}
