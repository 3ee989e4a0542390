import ActaCompiler
import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaRender

@Suite struct PrintTests {
  @Test func `the same act prints to the same bytes`() {
    let sample = sampleAct()
    let text = printedText(of: sample.act, settings: sample.settings)
    #expect(text == printedText(of: sample.act, settings: sample.settings))
  }

  @Test func `pages keep to their lines and columns`() {
    let sample = sampleAct()
    let blocks = printBlocks(of: sample.act, settings: sample.settings)
    let placed = pages(of: blocks, on: TextDevice())
    let text = textPages(printedText(of: sample.act, settings: sample.settings))
    #expect(placed.count == text.count)
    for (page, lines) in zip(placed, text) {
      let area = TextDevice().area(page.orientation)
      #expect(lines.count <= area.height)
      for line in lines {
        #expect(columns(line) <= area.width)
        #expect(line.last != " ")
      }
    }
    #expect(Set(placed.map(\.orientation)) == [.upright, .across])
  }

  @Test func `every page but the first is numbered in the middle of its first line`() {
    let sample = sampleAct()
    let text = textPages(printedText(of: sample.act, settings: sample.settings))
    #expect(text.count > 4)
    for (index, lines) in text.enumerated() where index > 0 {
      #expect(lines.first?.drop { $0 == " " } == "\(index + 1)")
      #expect(lines.count > 1 && lines[1].isEmpty)
    }
    #expect(text.first?.first?.contains("МИНИСТЕРСТВО ОБРАЗЦОВ") == true)
  }

  @Test func `no word of the body is lost and none changes its place`() {
    let sample = sampleAct()
    let printed = printedWords(
      pages(of: printBlocks(of: sample.act, settings: sample.settings), on: TextDevice()))
    var spoken: [String] = []
    for document in sample.act.documents where document.roadmap == nil {
      spoken += SpokenWords(document).words.filter { $0 != "Исп." }
    }
    // The executor's mark goes below the signature, which the text does not hold.
    #expect(firstLost(spoken, in: printed) == nil)
    for document in sample.act.documents {
      var rest: [String: Int] = [:]
      for word in printed { rest[word, default: 0] += 1 }
      for word in SpokenWords(document).words { rest[word, default: 0] -= 1 }
      #expect(rest.filter { $0.value < 0 }.keys.sorted() == [])
    }
  }

  @Test func `requisites stand where the standard puts them`() {
    let sample = sampleAct()
    let page = textPages(printedText(of: sample.act, settings: sample.settings))[0]
    let date = page.first { $0.hasPrefix("31 августа 2023 г.") }
    #expect(date?.hasSuffix("№ 007-ОД") == true)
    #expect(date.map { columns($0) } == 80)
    let signature = page.first { $0.hasSuffix("С.В. Касьянова") }
    #expect(signature?.hasPrefix("министра образцов и примеров области") == true)
    #expect(signature.map { columns($0) } == 80)
    #expect(page.contains { $0.drop { $0 == " " } == "ПРИКАЗ" })
    #expect(page.contains("ПРИКАЗЫВАЮ:"))
    #expect(page.contains { $0.hasPrefix("     1. Утвердить") })
    #expect(page.last?.hasPrefix("Исп. Иванов И.И.") == true)
  }

  @Test func `an appendix is stamped in the right third by its kind`() {
    let sample = sampleAct()
    let pages = textPages(printedText(of: sample.act, settings: sample.settings))
    let stamp: [String] = Array(pages[1][2..<8])
    let edge = String(repeating: " ", count: 48)
    #expect(
      stamp == [
        edge + "Приложение № 1", "", edge + "УТВЕРЖДЕНО", edge + "приказом Министерства образцов",
        edge + "и примеров Образцовой области", edge + "от 31 августа 2023 г. № 007-ОД",
      ])
  }

  @Test func `a stamp of the document's own is printed once in place of ours`() {
    var maker = ActMaker()
    let stamp = maker.provision(
      .paragraph, nil, "УТВЕРЖДЕН распоряжением Правительства от 29 сентября 2023 г. № 490-р",
      role: .stamp)
    let appendix = maker.document(
      "perechen.md", .list, title: "Перечень", [stamp, maker.provision(.point, "1.", "Слово.")])
    let act = Act(
      order: maker.order([maker.provision(.point, "1.", "Утвердить перечень.")]),
      appendices: [Appendix(number: nil, document: appendix)], id: "stamp")
    let page = textPages(printedText(of: act, settings: maker.settings()))[1]
    let edge = String(repeating: " ", count: 48)
    #expect(page.filter { $0.contains("УТВЕРЖД") } == [edge + "УТВЕРЖДЕН"])
    #expect(page.contains(edge + "от 29 сентября 2023 г. № 490-р"))
  }

  @Test(arguments: [
    ("Министерство цифрового развития", "Министерства цифрового развития"),
    ("Государственная жилищная инспекция РД", "Государственной жилищной инспекции РД"),
    ("министерство культуры области", "министерства культуры области"),
    ("Правительство Кировской области", "Правительства Кировской области"),
    ("администрация Губернатора", "администрации Губернатора"),
    ("Управление Главы Республики", "Управления Главы Республики"),
    ("Областное автономное учреждение \"Центр\"", "Областного автономного учреждения \"Центр\""),
    ("Городской комитет по делам молодёжи", "Городского комитета по делам молодёжи"),
    ("органы исполнительной власти", "органов исполнительной власти"),
    ("Федеральная служба", "Федеральной службы"), ("Дума города", "Думы города"),
    ("МИНИСТЕРСТВО СПОРТА", "МИНИСТЕРСТВА СПОРТА"),
  ])
  func `a body is named in the genitive`(name: String, genitive: String) {
    #expect(ActaRender.genitive(ofBody: name) == genitive)
  }

  @Test(arguments: [
    ("2026-11-10", "10 ноября 2026 г."), ("31.08.2023", "31.08.2023"),
    ("5 мая 2024 года", "5 мая 2024 года"),
  ])
  func `a date is printed as it is spelled, but in words where machines spelled it`(
    spelled: String, printed: String
  ) {
    let figures = spelled.split(separator: "-").compactMap { Int($0) }
    let value =
      figures.count == 3
      ? CalendarDate(year: figures[0], month: figures[1], day: figures[2]) : nil
    #expect(StatedDate(text: spelled, value: value).printed == printed)
  }

  @Test func `a roster's table keeps its numbers, its headings and the rows without a person`()
    async throws
  {
    let compilation = try await compile(
      MemoryWorld([
        "order.md": """
        ---
        вид: приказ
        название: О составе
        номер: 1
        дата: 01.02.2024
        приложения: [sostav.md]
        ---
        1. Утвердить состав рабочей группы.
        """,
        "sostav.md": """
        ---
        вид: состав
        название: Состав рабочей группы
        ---
        | № | Имя | Должность |
        |---|---|---|
        | 1 | 2 | 3 |
        | 7. | Орлова Анна Сергеевна | начальник отдела |
        | Члены рабочей группы: | | |
        | 8. | Соколов Илья Петрович | консультант |
        | 9. | вакансия | |
        """,
      ]))
    let act = try #require(compilation.repository.acts.first)
    let page = textPages(printedText(of: act, settings: compilation.repository.settings))[1]
    let rows = page.filter { $0.hasPrefix("│") }.map {
      $0.split(separator: "│").map { $0.drop { $0 == " " }.split(separator: "  ").first ?? "" }
    }
    #expect(
      rows == [
        ["№", "Имя", "Должность"], ["1", "2", "3"],
        ["7.", "Орлова Анна Сергеевна", "начальник отдела"], ["Члены рабочей группы:"],
        ["8.", "Соколов Илья Петрович", "консультант"], ["9.", "вакансия", ""],
      ])
  }
}
