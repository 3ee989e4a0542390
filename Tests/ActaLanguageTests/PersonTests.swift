import ActaDiagnostics
import ActaLanguage
import ActaModel
import Foundation
import Testing

@Suite struct PersonTests {
  @Test(arguments: PersonFixture.lines("persons"))
  func `a phrase of the battery is read right`(line: PersonFixture) { check(line) }

  @Test(arguments: PersonFixture.lines("persons-more"))
  func `a further phrase is read right`(line: PersonFixture) { check(line) }

  @Test func `the batteries are there`() {
    #expect(PersonFixture.lines("persons").count == 80)
    #expect(PersonFixture.lines("persons-more").count > 250)
  }

  private func check(_ line: PersonFixture) {
    let reading = Persons.reading(of: line.text, rosterName: line.name)
    #expect(String(decoding: reading.encoded(), as: UTF8.self) == line.expected, "\(line.text)")
  }

  @Test func `mentions in running text have the place of the name and the post beside it`() {
    mentions(
      "Контроль возложить на заместителя министра П.П.Петрова, секретарю Ким Ирине – вести протокол.",
      [
        "П.П.Петрова acc male заместитель министра",
        "Ким Ирине dat female секретарь",
      ])
    mentions(
      "Назначить Иванова И.И., начальника отдела, и Сидорову Анну Петровну ответственными.",
      ["Иванова И.И. acc male начальник отдела", "Сидорову Анну Петровну acc female"])
    mentions(
      "Поручить Мамедову Али Гасан оглы и Бей-Булатову М.С. доклад.",
      ["Мамедову Али Гасан оглы dat male", "Бей-Булатову М.С. dat male"])
    mentions("КУРДЮМОВ Дмитрий Александрович", ["КУРДЮМОВ Дмитрий Александрович nom male"])
    mentions(
      "– СУХИХ Алексей Васильевич – министр связи Кировской области;",
      ["СУХИХ Алексей Васильевич nom male министр связи Кировской области"])
  }

  @Test(arguments: [
    "Правила Публичной оферты и Основной закон утверждены.",
    "О СОСТАВЕ ОСНОВНОЙ КОМИССИИ ГОРОДСКОЙ ДУМЫ",
    "Приложение А. Формы отчетов. Раздел Б. Сроки",
    "Министерство Здравоохранения Российской Федерации",
    "до 1 марта 2024 г. Республика Дагестан, ст. 5, п. 3.1, т.е. сразу",
    "В. И. О. А.",
    "",
  ])
  func `text that names nobody has no mentions`(text: String) { mentions(text, []) }

  @Test func `a mention is held against names of a roster`() throws {
    let mention = try #require(
      Persons.mentions(in: TokenizedText("Поручить Королеву А.П. прием.")).first)
    let names = [
      ("Королев Алексей Павлович", true), ("Королева Алла Петровна", false),
      ("Королёв Андрей Петрович", true), ("Королев Павел Андреевич", false),
    ]
    for (line, isSame) in names {
      let name = try #require(PersonName(rosterLine: line))
      #expect(Persons.isSame(mention, as: name) == isSame, "\(line)")
    }
  }

  @Test(arguments: [
    ("Пакалов Мавра Исламович", true), ("Петрова Сергей Ильич", true),
    ("Иванов Ольга Ильинична", true), ("Белый Анна Ильинична", true),
    ("Щербина Олег Олегович", false), ("Мусаев Муса Исаевич", false),
    ("Ильин Илья Саввич", false), ("Гаджиева Асият Расуловна", false),
    ("Мамедов Али Гасан оглы", false), ("Рзаева Севда Гасан кызы", false),
    ("Литвин Ольга Петровна", false), ("Сова Петр Павлович", false), ("Ким Ирина", false),
    ("Гурцкая Леонид Шотаевич", false),
  ])
  func `the parts of a name are of one sex`(line: String, isMismatch: Bool) throws {
    let name = try #require(PersonName(rosterLine: line))
    #expect(Persons.hasSexMismatch(name) == isMismatch)
  }

  @Test func `bytes of every kind are read without a trap`() {
    var generator = SystemRandomNumberGenerator()
    let phrases = PersonFixture.lines("persons-more").map { Array($0.text.utf8) }
    for round in 0..<2000 {
      var bytes = phrases[round % phrases.count]
      for _ in 0..<Int.random(in: 0...6, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch round % 3 {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: phrases[place % phrases.count].prefix(place), at: place)
        }
      }
      let text = TokenizedText(bytes: bytes)
      for mention in Persons.mentions(in: text) {
        #expect(mention.span.start >= 0 && mention.span.end <= bytes.count)
      }
      _ = Persons.reading(of: text, rosterName: "Иванов Иван Иванович")
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "Иванову И.И., ", "начальника отдела – ", "Ирина Ким ", "Мамедов Али Гасан оглы ",
      "Иван Иванович ", "Кара-", "И.", "Иванов И.И. – начальник ", "а, ", "«",
    ])
  func `long runs of one thing end soon`(unit: String) {
    let text = String(repeating: unit, count: 300_000 / unit.utf8.count) + "Иванова И.И."
    _ = Persons.mentions(in: TokenizedText(text))
  }

  /// Each mention as the words of its span, case, sex and post.
  private func mentions(
    _ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = TokenizedText(text)
    let found = Persons.mentions(in: text).map { mention in
      [text.text(mention.span), mention.case.rawValue, mention.sex?.rawValue, mention.post]
        .compactMap { $0 }.joined(separator: " ")
    }
    #expect(found == expected, sourceLocation: sourceLocation)
  }
}

/// A line of a battery of persons.
struct PersonFixture: Sendable, CustomTestStringConvertible {
  let id: String
  let text: String
  let name: String
  /// The reading's JSON, its members in the order of the schema.
  let expected: String

  var testDescription: String { id }

  static func lines(_ file: String) -> [PersonFixture] {
    guard
      let url = Bundle.module.url(
        forResource: file, withExtension: "jsonl", subdirectory: "Fixtures"),
      let data = try? Data(contentsOf: url)
    else { return [] }
    return data.split(separator: 0x0A).compactMap(PersonFixture.init)
  }

  private init?(_ line: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
      let id = object["id"] as? String, let text = object["text"] as? String,
      let name = object["name"] as? String, let expect = object["expect"] as? [String: Any],
      let isSame = expect["same"] as? Bool
    else { return nil }
    (self.id, self.text, self.name) = (id, text, name)
    let members = ["case", "post", "warn"].map { key in
      JSON.Member(key, (expect[key] as? String).map { .string($0) } ?? .null)
    }
    let reading = JSON.object(
      [JSON.Member("same", .bool(isSame))] + members.filter { $0.value != .null })
    expected = String(decoding: reading.encoded(), as: UTF8.self)
  }
}
