import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaRender

@Suite struct HTMLActPageTests {
  @Test func `the built-in templates have no mistakes`() {
    #expect(Templates.load().findings == [])
    for name in Templates.Name.allCases {
      #expect(Template.parsed(name.builtIn, as: name).findings == [])
    }
  }

  @Test func `no two elements of a page share an address`() {
    let ids = values(of: "id", in: HTMLFixture.page(HTMLFixture.act))
    #expect(ids.count > 30)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `every link within a page has its target there`() {
    let page = HTMLFixture.page(HTMLFixture.act)
    let ids = Set(values(of: "id", in: page))
    for link in values(of: "href", in: page) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test func `an order's addresses stand as they are and an appendix's behind its own`() {
    let ids = values(of: "id", in: HTMLFixture.page(HTMLFixture.act))
    for id in ["p-1", "p-3-1", "pril-1", "pril-1-p-1.1-а", "pril-2-m-1.2", "pril-3"] {
      #expect(ids.contains(id))
    }
  }

  @Test func `headings never skip a level`() {
    let page = HTMLFixture.page(HTMLFixture.act)
    var last = 0
    for piece in page.split(separator: "<h").dropFirst() {
      guard let level = piece.first?.wholeNumberValue else { continue }
      #expect(level <= last + 1, "h\(level) after h\(last)")
      last = level
    }
    #expect(page.contains("<h1>Об организации"))
    #expect(page.contains("<h4><span class=\"no\">2.1.</span> Принцип"))
  }

  @Test func `numbers stand in the text as they are written`() {
    let words = text(of: HTMLFixture.page(HTMLFixture.act))
    #expect(words.contains("3-1. Разместить приказ на сайте"))
    #expect(words.contains("а) подготовки ответов."))
    #expect(words.contains("I. Общие положения"))
  }

  @Test func `a stamp of the appendix's own is printed once and no other with it`() {
    let page = HTMLFixture.page(HTMLFixture.act)
    let roadmap = page.section("pril-2")
    #expect(roadmap.ranges(of: "УТВЕРЖД").count == 1)
    #expect(!roadmap.contains("Приложение №"))
    #expect(roadmap.contains("<div class=\"stamp\">\n<p class=\"own-stamp\""))
  }

  @Test func `an appendix without a stamp gets one in the order's words`() {
    let words = text(of: HTMLFixture.page(HTMLFixture.act).section("pril-1"))
    #expect(words.contains("Приложение № 1 УТВЕРЖДЕНО"))
    #expect(
      words.contains(
        "УТВЕРЖДЕНО приказом Государственной жилищной инспекции Республики Дагестан от 31.08.2023 № 345-ОД"
      ))
  }

  @Test func `an order that only attaches an appendix does not approve it`() {
    var act = HTMLFixture.act
    act.order.blocks = [
      HTMLFixture.provision(
        .point, "Создать группу (приложение).", number: HTMLFixture.number("1."))
    ]
    let words = text(of: HTMLFixture.page(act).section("pril-1"))
    #expect(
      words.contains(
        "Приложение № 1 к приказу Государственной жилищной инспекции Республики Дагестан от 31.08.2023 № 345-ОД"
      ))
    #expect(!words.contains("УТВЕРЖД"))
  }

  @Test func `the only appendix has no number`() {
    var act = HTMLFixture.act
    act.order.blocks = []
    act.appendices = [Appendix(number: nil, document: HTMLFixture.roster)]
    let page = HTMLFixture.page(act)
    #expect(text(of: page.section("pril")).contains("Приложение к приказу"))
  }

  @Test func `surplus cells stay visible in the last cell`() {
    let page = HTMLFixture.page(HTMLFixture.act)
    #expect(page.contains(#"Распоряжение <span class="surplus">лишняя ячейка</span></td>"#))
    #expect(page.contains(#"12 <span class="surplus">и ещё</span></td>"#))
  }

  @Test func `rows that go on stand under the row they belong to`() {
    let words = text(of: HTMLFixture.page(HTMLFixture.act).section("pril-2"))
    let order = [
      "1.2. Утверждение порядка", "лишняя ячейка", "и его размещение", "Сайт", "II. Цифровая",
    ]
    var rest = words[...]
    for piece in order {
      guard let found = rest.firstRange(of: piece) else {
        Issue.record("«\(piece)» is not behind what precedes it")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  @Test func `a roadmap of headings becomes the same table and keeps its labels`() {
    var act = HTMLFixture.act
    let fields: [(Milestone.Field.Role, String)] = [
      (.activity, "Отбор"), (.result, "приказ"), (.deadline, "29.03.2024"), (.done, "да"),
    ]
    let columns: [(Milestone.Field.Role, String)] = [
      (.number, "№"), (.activity, "Мероприятие"), (.deadline, "Срок"), (.result, "Результат"),
    ]
    let milestone = Milestone(
      number: HTMLFixture.number("1.1."),
      fields: fields.map {
        Milestone.Field(role: $0.0, text: Prose(text: $0.1), span: HTMLFixture.nowhere)
      }, address: "m-1.1", span: HTMLFixture.nowhere)
    act.appendices[1].document.blocks = [
      .schedule(
        Schedule(
          spelling: .headings,
          columns: columns.map { Schedule.Column(role: $0.0, title: Prose(text: $0.1)) },
          entries: [.milestone(milestone)], span: HTMLFixture.nowhere))
    ]
    let words = text(of: HTMLFixture.page(act).section("pril-2"))
    #expect(
      words.contains(
        "Мероприятие Срок Результат 1.1. Отбор Срок 29.03.2024 Результат приказ да"))
  }

  @Test func `what stands behind the last point is printed behind the signature`() {
    let words = text(of: HTMLFixture.page(HTMLFixture.act))
    let name = words.firstRange(of: "С.В. Касьянов")
    let office = words.firstRange(of: "УПРАВЛЕНИЕ ДЕЛОПРОИЗВОДСТВА №1")
    guard let name, let office else {
      Issue.record("the signature or the office is not printed")
      return
    }
    #expect(name.lowerBound < office.lowerBound)
  }

  @Test func `characters of HTML are escaped in text and in requisites`() {
    var act = HTMLFixture.act
    act.order.requisites.title = HTMLFixture.stated(#"О <script> & "кавычках"\#0"#)
    let page = HTMLFixture.page(act)
    #expect(page.contains("<h1>О &lt;script&gt; &amp; &quot;кавычках&quot;\u{FFFD}</h1>"))
    #expect(page.contains(#"«дорожную карту» &lt;2023&gt;."#))
    #expect(page.contains(#""name":"О \u003cscript> & \"кавычках\"\u0000""#))
  }

  @Test func `a draft is marked and its stamp has lines to write on`() {
    var act = HTMLFixture.act
    act.order.requisites.status = HTMLFixture.stated(.draft)
    act.order.requisites.number = nil
    act.order.requisites.date = nil
    let page = HTMLFixture.page(act)
    #expect(page.contains("<p class=\"draft\">Проект</p>"))
    #expect(page.contains("от ____________ № ______"))
    #expect(!page.contains("class=\"requisites\""))
  }

  @Test func `an act without a title is headed by its kind and number`() {
    var act = HTMLFixture.act
    act.order.requisites.title = nil
    let page = HTMLFixture.page(act)
    #expect(page.ranges(of: "<h1").count == 1)
    #expect(text(of: page).contains("Приказ от 31.08.2023 № 345-ОД Махачкала"))
    #expect(page.contains("<title>Приказ от 31.08.2023 № 345-ОД – Акты Инспекции</title>"))
  }

  @Test func `an empty act is a page`() {
    let act = Act(order: Document(path: "acts/0/order.md"), appendices: [], id: "0")
    #expect(HTMLFixture.page(act).hasSuffix("</html>\n"))
  }
}

/// The values of an attribute, in the order of the page.
func values(of attribute: String, in page: String) -> [String] {
  page.split(separator: " \(attribute)=\"").dropFirst().map {
    String($0.prefix { $0 != "\"" })
  }
}

/// The words of a page's body with one space between, markup left out.
func text(of page: String) -> String {
  let body = page.firstRange(of: "<body").map { page[$0.lowerBound...] } ?? page[...]
  var words = ""
  var isMarkup = false
  for character in body {
    switch character {
    case "<": isMarkup = true
    case ">": isMarkup = false
    default: if !isMarkup { words.append(character) }
    }
  }
  return words.split { $0.isWhitespace }.joined(separator: " ")
}

extension String {
  /// The part of a page from an appendix's beginning to the next appendix.
  func section(_ id: String) -> String {
    guard let start = firstRange(of: "id=\"\(id)\"") else { return "" }
    let rest = self[start.lowerBound...]
    let end = rest.firstRange(of: "<section class=\"appendix")?.lowerBound ?? rest.endIndex
    return String(rest[..<end])
  }
}
