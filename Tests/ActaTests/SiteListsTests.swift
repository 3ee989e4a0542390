import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import Testing

@testable import ActaRender

private func world(_ extra: [String: String] = [:]) -> MemoryWorld {
  MemoryWorld(
    [
      "acta.yml": """
      сайт:
        название: Акты
        адрес: https://akty.example
      органы:
        минсвязи: {название: Министерство связи, сокращение: Минсвязи}
      """,
      "a/order.md": """
      ---
      вид: приказ
      название: О комиссии
      номер: 7
      дата: 15.12.2023
      орган: минсвязи
      подписал: {должность: Министр, имя: И.И. Иванов}
      вступает-в-силу: со дня его подписания
      приложения: [p.md, s.md, plan.md]
      ---

      ПРИКАЗЫВАЮ:

      1. Утвердить прилагаемые положение, состав и план.

      2. Отделу кадров не позднее 20 января 2024 г. ознакомить всех с <приказом> & планом.
      """,
      "a/p.md": """
      ---
      вид: положение
      название: Положение о комиссии по отбору проектов
      ---

      1. Заседание правомочно, если на нём присутствует не менее двух третей членов комиссии.

      2. Решения принимаются большинством голосов присутствующих. Секретарь комиссии не имеет права голоса.

      3. Заседания проводятся не реже одного раза в квартал.
      """,
      "a/s.md": """
      ---
      вид: состав
      название: Состав комиссии по отбору проектов
      ---

      - Соколов Илья Петрович – министр, председатель комиссии;
      - Орлова Анна Сергеевна – советник, секретарь комиссии;
      - Белов Пётр Ильич – советник;
      - Ким Олег Львович – советник (по согласованию);
      - Яшин Олег Львович – советник.
      """,
      "a/plan.md": """
      ---
      вид: план мероприятий
      название: План
      ---

      | № | Мероприятие | Срок | Ответственный | Результат |
      |---|---|---|---|---|
      | 1. | Собрание | не позднее 11 февраля 2024 г. | Отдел кадров; Минсвязи | протокол |
      | 2. | Обзор | ежегодно, до 1 марта | Отдел кадров | обзор |
      | 3. | Сверка | по мере необходимости | Министерство связи | акт |
      | 4. | Отчёт | до конца 2025 года | Проектный офис | отчёт |
      """,
    ].merging(extra) { $1 })
}

private func site(_ world: MemoryWorld) async throws -> [String: String] {
  var files: [String: String] = [:]
  for file in try await published(world, formats: [.html]).files {
    #expect(files[file.path] == nil, "\(file.path) is written twice")
    files[file.path] = String(decoding: file.bytes, as: UTF8.self)
  }
  return files
}

/// The lines of a calendar that tell events apart, in the order of the alphabet.
private func events(_ calendar: String?) -> [String] {
  (calendar ?? "").replacing("\r\n ", with: "").split(separator: "\r\n")
    .filter { $0.hasPrefix("UID:") }.map(String.init).sorted()
}

@Suite struct SiteListsTests {
  @Test func `the page of deadlines is as it was read`() async throws {
    let files = try await site(world())
    try expectGolden(files["deadlines.html"] ?? "", "deadlines.html")
    #expect(files["deadlines.html"]?.ranges(of: "<tr data-facets").count == 6)
  }

  @Test func `the page of bodies is as it was read, each rule with a way to its sentence`()
    async throws
  {
    let files = try await site(world())
    let page = try #require(files["bodies.html"])
    try expectGolden(page, "bodies.html")
    #expect(page.contains("не менее 2/3 членов, то есть 3"))
    for anchor in ["pril-1-p-1", "pril-1-p-2", "pril-1-p-3"] {
      #expect(page.contains(##"href="a/index.html#\##(anchor)""##))
      #expect(files["a/index.html"]?.contains(#"id="\#(anchor)""#) == true)
    }
  }

  @Test func `each executor has a calendar, and all of them make up the whole`() async throws {
    let files = try await site(world())
    let calendars = files.filter { $0.key.hasPrefix("deadlines/") }
    #expect(
      calendars.keys.sorted() == [
        "deadlines/ministerstvo-svyazi.ics", "deadlines/otdel-kadrov.ics",
        "deadlines/proektnyy-ofis.ics",
      ])
    let whole = events(files["deadlines.ics"])
    #expect(whole.count == 5)
    // How often a body meets is nobody's task.
    let given = whole.filter { !$0.contains("pril-1-p-3") }
    #expect(Set(calendars.values.flatMap(events)).sorted() == given)
    #expect(events(calendars["deadlines/otdel-kadrov.ics"]).count == 3)
    let page = try #require(files["executors.html"])
    for path in calendars.keys { #expect(page.contains(#"href="\#(path)""#)) }
    #expect(files["deadlines.html"]?.contains(#"href="executors.html""#) == true)
  }

  @Test func `another act changes neither the names of calendars nor the events in them`()
    async throws
  {
    let more = [
      "b/order.md": """
      ---
      вид: приказ
      название: О деле
      номер: 9
      дата: 20.12.2023
      орган: минсвязи
      ---

      ПРИКАЗЫВАЮ:

      1. Архиву не позднее 3 марта 2024 г. принять дела.
      """
    ]
    let (before, after) = (try await site(world()), try await site(world(more)))
    for (path, text) in before where path.hasPrefix("deadlines/") {
      #expect(after[path] == text, "\(path)")
    }
    #expect(Set(events(before["deadlines.ics"])).isSubset(of: events(after["deadlines.ics"])))
    #expect(after["deadlines/arkhiv.ics"] != nil)
  }

  @Test func `the same acts on the same day make the same bytes`() async throws {
    let (first, second) = (try await site(world()), try await site(world()))
    #expect(first == second)
    var later = world()
    later.today = try #require(CalendarDate(year: 2024, month: 2, day: 12))
    let page = try await site(later)["deadlines.html"]
    #expect(page != first["deadlines.html"])
    #expect(page?.contains("просрочен на 1 день") == true)
  }

  @Test func `a great many deadlines are parted, none is lost and no page is heavy`() throws {
    let entry = try #require(deadline("x", .notReckoned(Text(ru: "нет", en: "no"))))
    var entries = (0..<4000).map { index -> DeadlineEntry in
      var entry = entry
      entry.id = "\(index)"
      entry.what = String(repeating: "подготовить отчёт ", count: 40)
      entry.who = ["Отдел № \(index % 700)"]
      if let date = CalendarDate(ordinal: 739_215 - 600 + index / 3) { entry.due = .day(date) }
      return entry
    }
    entries += (0..<1300).map { _ in entry }
    var settings = Settings()
    settings.site.address = "https://akty.example"
    let day = try #require(CalendarDate(ordinal: 739_215))
    let agenda = Agenda(deadlines: entries, bodies: [], settings: settings, asOf: day)
    var files: [String: [UInt8]] = [:]
    for file in siteFiles([], agenda, settings) { files[file.path] = file.bytes }
    var rows = 0
    for (path, bytes) in files where path.hasSuffix(".html") {
      #expect(bytes.count < 1_000_000, "\(path): \(bytes.count)")
      let isPart = path.hasPrefix("deadlines/")
      if isPart {
        rows += String(decoding: bytes, as: UTF8.self).ranges(of: "<tr data-facets").count
      }
    }
    #expect(rows == entries.count)
    let front = String(decoding: files["deadlines.html"] ?? [], as: UTF8.self)
    #expect(front.ranges(of: "<tr data-facets").count == 600)
    #expect(front.contains("Ещё сроков: 2298"))
    #expect(front.contains(#"href="deadlines/bez-dnya-3.html""#))
  }

  @Test func `executors are one whatever the endings, and a short name that two have is nobody's`()
    throws
  {
    var settings = Settings()
    settings.bodies = [("а", "Первое министерство"), ("б", "Второе министерство")].map {
      Settings.Body(key: $0, name: Spanned($1, Span(0, 0)), short: "Министерство")
    }
    let names = [
      "Отделу кадров", "Отдел кадров", "отдел кадров", "Министерство", "Первое министерство",
    ]
    let entries = try names.map { name in
      var entry = try #require(deadline(name, .notReckoned(Text(ru: "нет", en: "no"))))
      entry.who = [name, name]
      return entry
    }
    let list = ExecutorList(entries, settings: settings)
    #expect(list.names.count == 3 && list.names.contains("Министерство"))
    #expect(list.names.contains("Первое министерство"))
    #expect(list.executors(of: entries[0]) == list.executors(of: entries[2]))
    #expect(entries.allSatisfy { list.executors(of: $0).count == 1 })
  }
}

private func deadline(_ id: String, _ due: DeadlineEntry.Due) -> DeadlineEntry? {
  DeadlineEntry(
    act: "a", caption: "приказ № 1", file: "a/order.md", span: nil, address: "p-1", place: "п. 1",
    words: "", what: "сделать", who: [], due: due, id: id, actDate: nil,
    calendar: WorkCalendar.russia)
}
