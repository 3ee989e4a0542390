import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import Foundation
import Testing

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
  try #require(CalendarDate(year: year, month: month, day: day))
}

private let head = """
  //- order.md
  ---
  вид: приказ
  название: О деле
  номер: 5
  дата: 01.02.2024
  орган: Министерство
  вступает-в-силу: со дня его подписания
  приложения: [plan.md]
  ---

  ПРИКАЗЫВАЮ:

  """

private let plan = """

  //- plan.md
  ---
  вид: план мероприятий
  название: План
  ---

  | № | Мероприятие | Срок | Ответственный | Результат |
  |---|---|---|---|---|
  | 1. | Собрание | не позднее 30 марта 2024 г. | Отдел кадров; Министерство | протокол |
  | 2. | Обзор | ежегодно, до 1 февраля | Отдел кадров | обзор |

  """

private func entries(_ points: String, head: String = head) async throws -> [DeadlineEntry] {
  let compilation = try await compile(MemoryWorld(MarkedFiles(head + points + plan).files))
  return deadlines(of: compilation.reading)
}

@Suite struct DeadlinesTests {
  @Test func `rows and provisions stand in one list with their day, place, duty and executor`()
    async throws
  {
    let found = try await entries(
      """
      1. Отделу кадров (Лаптевой Н.С.):

      1) в течение 3 рабочих дней со дня подписания настоящего приказа ознакомить с ним всех;

      2) не позднее 9 марта 2024 г. доложить.

      2. Начальнику отдела Петрову И.С. не позднее 29 марта 2024 г. представить отчёт.
      """)
    let today = try day(2024, 2, 1)
    let rows = found.ordered(asOf: today).map { entry in
      [
        entry.date(asOf: today)?.iso ?? "", entry.state(asOf: today).rawValue, entry.place,
        entry.what, entry.who.joined(separator: "+"), entry.address,
      ].joined(separator: " | ")
    }
    #expect(
      rows == [
        "2024-02-01 | soon | прил., строка 2 | Обзор | Отдел кадров | pril-m-2",
        "2024-02-06 | soon | подп. 1 п. 1 | ознакомить с ним всех | Отделу кадров (Лаптевой Н.С.) | p-1-1",
        "2024-03-09 | open | подп. 2 п. 1 | доложить | Отделу кадров (Лаптевой Н.С.) | p-1-2",
        "2024-03-29 | open | п. 2 | представить отчёт | Начальнику отдела Петрову И.С. | p-2",
        "2024-03-30 | open | прил., строка 1 | Собрание | Отдел кадров+Министерство | pril-m-1",
      ])
    let saturday = try #require(found.first { $0.address == "pril-m-1" })
    let shift = try saturday.shift(of: day(2024, 3, 30))
    #expect(shift?.before.iso == "2024-03-29" && shift?.after.iso == "2024-04-01")
    #expect(saturday.state(asOf: try day(2024, 4, 2)) == .overdue)
  }

  @Test(arguments: [
    ("в течение 10 дней со дня опубликования", "день опубликования не известен"),
    ("в течение 5 дней со дня получения запроса", "считается от события: получения запроса"),
    ("в 10-дневный срок", "не сказано, с какого дня"),
    ("не позднее 1 марта", "не сказано, какого года"),
    ("в течение 5 рабочих дней со дня вступления в силу настоящего приказа", ""),
  ])
  func `a term without a known beginning says why it has no day`(_ words: String, _ why: String)
    async throws
  {
    let found = try await entries("1. Отделу кадров \(words) представить отчёт.\n")
    let entry = try #require(found.first)
    #expect(entry.reason?.ru ?? "" == why)
    #expect(entry.words == words)
  }

  @Test func `no entry into force that is not known is guessed`() async throws {
    let words =
      "1. Отделу кадров в течение 5 дней со дня вступления в силу настоящего приказа доложить.\n"
    let later = try await entries(
      words,
      head: head.replacing(
        "со дня его подписания", with: "по истечении 10 дней со дня опубликования"))
    #expect(later.first?.reason?.ru == "день вступления акта в силу не известен")
    let dated = try await entries(
      words, head: head.replacing("со дня его подписания", with: "01.03.2024"))
    #expect(dated.first?.date(asOf: try day(2024, 2, 1))?.iso == "2024-03-06")
    let said = try await entries(
      words + "\n2. Настоящий приказ вступает в силу с 15 марта 2024 г.\n",
      head: head.replacing("вступает-в-силу: со дня его подписания\n", with: ""))
    #expect(said.first?.date(asOf: try day(2024, 2, 1))?.iso == "2024-03-20")
    #expect(said.count == 3)
  }

  @Test func `repealed acts have no deadlines, and done ones are not overdue`() async throws {
    let repealed = try await entries(
      "1. Отделу кадров не позднее 9 марта 2024 г. доложить.\n",
      head: head.replacing("орган:", with: "статус: утратил силу\nорган:"))
    #expect(repealed.isEmpty)
    let done =
      head + "1. Утвердить план.\n" + plan.replacing("2024 г. |", with: "2024 г. (исполнено) |")
    let compilation = try await compile(MemoryWorld(MarkedFiles(done).files))
    let entry = try #require(deadlines(of: compilation.reading).first)
    #expect(entry.state(asOf: try day(2026, 1, 1)) == .done)
  }

  @Test(arguments: [
    ("отдел кадров", 2), ("Отделом кадров", 2), ("отдел", 2), ("министерства", 1),
    ("Министерство связи", 1), ("отделение кадров", 0), ("кадровый отдел", 0), ("", 0),
    ("минсвязь", 1), ("Н.С. Отделов", 0),
  ])
  func `an executor is found by any form of the name and by every name of a body`(
    _ name: String, _ count: Int
  ) async throws {
    let settings =
      "//- acta.yml\nорганы:\n  минсвязь: {название: Министерство связи, сокращение: Министерство}\n"
    let files = MarkedFiles(settings + head + "1. Утвердить план.\n" + plan).files
    let compilation = try await compile(MemoryWorld(files))
    let query = ExecutorQuery(name, settings: compilation.repository.settings)
    let found = deadlines(of: compilation.reading).filter { query.matches($0) }
    #expect(found.count == count)
  }

  @Test(arguments: [
    ("ежегодно, до 1 февраля", "2024-02-01 2025-02-01 2026-02-01"),
    ("не реже одного раза в квартал", "2024-03-31 2024-06-30 2024-09-30"),
    ("ежемесячно до 31 числа", "2024-02-29 2024-03-31 2024-04-30"),
    (
      "ежеквартально до 10-го числа месяца, следующего за отчётным",
      "2024-04-10 2024-07-10 2024-10-10"
    ),
    ("раз в два года", "2025-12-31 2027-12-31 2029-12-31"),
    ("еженедельно по пятницам", "2024-02-02 2024-02-09 2024-02-16"),
    ("ежегодно в IV квартале", "2024-12-31 2025-12-31 2026-12-31"),
    ("ежегодно до 1 марта года, следующего за отчётным", "2025-03-01 2026-03-01 2027-03-01"),
    ("ежемесячно, не позднее 5-го рабочего дня", "2024-02-07 2024-03-07 2024-04-05"),
    ("ежемесячно в последний рабочий день месяца", "2024-02-29 2024-03-29 2024-04-27"),
  ])
  func `a series comes on its days`(_ words: String, _ days: String) throws {
    guard case .recurring(let periodicity) = DeadlineReader.read(words) else {
      Issue.record("\(words) – не повторяется")
      return
    }
    let start = try day(2024, 2, 1)
    let series = DeadlineSeries(periodicity, start: start, calendar: .russia)
    let seen = series.occurrences(onOrAfter: start, limit: 3).map(\.iso).joined(separator: " ")
    #expect(seen == days)
  }

  @Test func `a hostile period ends and never traps`() {
    for interval in [Int.min, -1, 0, 3, Int.max] {
      for point in [
        Periodicity.Point?.none, .day(.max), .date(month: 13, day: 0, inFollowingYear: true),
        .workingDay(-4), .weekday(99), .quarter(.min),
      ] {
        for every in Periodicity.Period.allCases {
          let series = DeadlineSeries(
            Periodicity(every, interval: interval, by: point),
            start: CalendarDate(year: 9999, month: 12, day: 31), calendar: .russia)
          #expect(series.occurrences(onOrAfter: .epoch, limit: 5).count <= 5)
        }
      }
    }
  }

  @Test func `an event keeps its name when the row's words change, and moves with no clock`()
    async throws
  {
    let text = head + "1. Утвердить план.\n" + plan
    func names(_ text: String, today: CalendarDate) async throws -> [String] {
      var world = MemoryWorld(MarkedFiles(text).files)
      world.today = today
      let compilation = try await compile(world)
      let calendar = calendar(
        of: deadlines(of: compilation.reading), title: "Сроки",
        settings: compilation.repository.settings)
      return String(decoding: calendar, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }
    let before = try await names(text, today: day(2024, 2, 1))
    #expect(try await names(text, today: day(2029, 2, 1)) == before)
    let after = try await names(
      text.replacing("Собрание", with: "Общее собрание").replacing("30 марта", with: "1 апреля"),
      today: day(2024, 2, 1))
    #expect(after != before)
    let uids = before.filter { $0.hasPrefix("UID:") }
    #expect(uids == ["UID:order#pril-m-1/1@acta.invalid", "UID:order#pril-m-2/1@acta.invalid"])
    #expect(after.filter { $0.hasPrefix("UID:") } == uids)
    #expect(before.contains("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1"))
    #expect(before.contains("DTSTAMP:20240201T000000Z"))
  }

  @Test func `lines of a calendar are short, end well and break no character`() async throws {
    let long = String(repeating: "Очень длинное, «сложное»; дело\\ 😀 ", count: 20)
    let text = head + "1. Утвердить план.\n" + plan.replacing("Собрание", with: long)
    let compilation = try await compile(MemoryWorld(MarkedFiles(text).files))
    let bytes = calendar(
      of: deadlines(of: compilation.reading), title: "Сроки\r\nBEGIN:VALARM",
      settings: compilation.repository.settings)
    let lines = Array(bytes).split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    #expect(lines.allSatisfy { $0.last == 0x0D && $0.count <= 76 })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(!lines.contains { String(decoding: $0, as: UTF8.self).hasPrefix("BEGIN:VALARM") })
    let unfolded = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    #expect(unfolded.contains("Очень длинное\\, «сложное»\\; дело\\\\ 😀 Очень"))
  }

  @Test func `no cell of the comma-separated table is a formula`() async throws {
    let text =
      head + "1. Утвердить план.\n"
      + plan.replacing("Собрание", with: "=HYPERLINK(\"x\"), да").replacing("Обзор", with: "@ы")
    let compilation = try await compile(MemoryWorld(MarkedFiles(text).files))
    let table = String(
      decoding: csv(of: deadlines(of: compilation.reading), asOf: try day(2024, 2, 1)),
      as: UTF8.self)
    #expect(table.contains(",\"'=HYPERLINK(\"\"x\"\"), да\","))
    #expect(table.contains(",'@ы,"))
    #expect(table.split(separator: "\r\n").count == 3)
  }

  @Test func `the tables of the project's own acts are as they were read`() async throws {
    var world = try Repositories.world(Repositories.own)
    world.today = try day(2026, 11, 24)
    let compilation = try await compile(world)
    let found = deadlines(of: compilation.reading)
    let ordered = found.ordered(asOf: world.today)
    let own = ordered.filter { $0.act == "2026-58-od-ofis" }
    try expectGolden(
      String(decoding: csv(of: own, asOf: world.today), as: UTF8.self).replacing(
        "\r\n", with: "\n"),
      "deadlines.csv")
    try expectGolden(
      String(
        decoding: json(of: Array(own.prefix(6)), asOf: world.today).encoded(pretty: true),
        as: UTF8.self) + "\n", "deadlines.json")
    let calendar = calendar(
      of: own, title: "Сроки", settings: compilation.repository.settings)
    try expectGolden(
      String(decoding: calendar, as: UTF8.self).replacing("\r\n", with: "\n"), "deadlines.ics")
  }
}

@Suite(.serialized) struct DeadlinesCommandTests {
  @Test func `the screen of deadlines is as it was read`() throws {
    let run = try acta(
      "deadlines", "acts/2026-96-pr-otbor", "acts/2025-61-r-sovet", "--as-of", "2026-11-24")
    #expect(run.status == 0)
    try expectGolden(run.out + run.err, "deadlines.txt")
  }

  @Test func `deadlines are chosen by time and executor`() throws {
    func dates(_ arguments: [String]) throws -> [String] {
      let run = try acta(
        ["deadlines", "acts", "--as-of", "2026-11-24", "--format", "csv"] + arguments)
      return run.out.split(separator: "\r\n").dropFirst().map { String($0.prefix(10)) }
    }
    let all = try dates([])
    let near = try dates(["--within", "30d"])
    #expect(!near.isEmpty && near.count < all.count)
    #expect(near.allSatisfy { $0 >= "2026-11-24" && $0 <= "2026-12-24" })
    #expect(try dates(["--within", "1m"]).last ?? "" <= "2026-12-24")
    let laptevas = try dates(["--responsible", "лаптева"])
    #expect(laptevas == ["2026-11-13", "2026-11-17"])
    #expect(try acta(["deadlines", "acts", "--within", "скоро"]).status == 2)
    #expect(try acta(["deadlines", "нет"]).status == 74)
  }
}
