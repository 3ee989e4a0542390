import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaLanguage

struct ReferenceScan {
  @Test func `each reference of a running text has its own words`() {
    check(
      "Решение принимается по пункту 3 Порядка, утвержденного приказом Комитета от 1 марта 2020 г. № 5 "
        + "«О порядке», в срок, указанный в части 2 статьи 7 настоящего Закона. Приложения 1 и 2 прилагаются.",
      [
        "пункту 3 Порядка, утвержденного приказом Комитета от 1 марта 2020 г. № 5 «О порядке»",
        "части 2 статьи 7 настоящего Закона", "Приложения 1 и 2", "Приложения 1 и 2",
      ])
  }

  @Test func `units behind words of their own have spans of their own`() {
    check(
      "Пункт 3, абзац второй пункта 4 и подпункты «а» и «б» пункта 5 настоящего Порядка",
      [
        "Пункт 3", "абзац второй пункта 4", "подпункты «а» и «б» пункта 5 настоящего Порядка",
        "подпункты «а» и «б» пункта 5 настоящего Порядка",
      ])
  }

  @Test func `ordinals before their unit belong to the reference`() {
    check(
      "Исключить второй и третий абзацы пункта 5.",
      [
        "второй и третий абзацы пункта 5", "второй и третий абзацы пункта 5",
      ])
  }

  @Test func `a document stands before the participle that names its act`() {
    check(
      "1. Выполнить План работы, утвержденный приказом от 5 мая 2020 г. № 7.",
      ["План работы, утвержденный приказом от 5 мая 2020 г. № 7"])
  }

  @Test func `acts that share a form have spans of their own`() {
    check(
      "указов Губернатора области от 5 мая 2020 г. № 7 и от 6 мая 2020 г. № 8",
      ["указов Губернатора области от 5 мая 2020 г. № 7", "от 6 мая 2020 г. № 8"])
  }

  @Test func `references are in the order of the text and none lies inside another`() throws {
    for phrase in try ReferencePhrase.all("references-more") {
      var last = Span(0, 0)
      for found in TokenizedText(phrase.text).references().references {
        #expect(found.span == last || found.span.start >= last.end, "\(phrase.text)")
        last = found.span
      }
    }
  }

  @Test func `an act's title is kept beside its requisites`() {
    let found = references(
      in: "Федеральным законом от 27 июля 2010 г. № 210-ФЗ «Об организации предоставления услуг»")
    #expect(found.first?.citation?.title == "Об организации предоставления услуг")
  }

  @Test func `a law by its title alone is found in running text and is no reading of a phrase`() {
    let text = "Соблюдать Федеральный закон «О персональных данных»."
    let found = TokenizedText(text).references().references
    #expect(found.first?.value.citation?.title == "О персональных данных")
    #expect(references(in: text).isEmpty)
  }

  @Test(
    arguments: [
      ("Согласно приложению № к приказу.", ["приложению №"]),
      ("Приказ от «__» ______ 2024 г. № ___", ["Приказ от"]),
      ("Приказом № ____ утверждено.", ["Приказом №"]),
      ("Постановлением от 31 февраля 2024 г. утверждено.", ["Постановлением от"]),
      ("Пункт 5 настоящего приказа исполнен.", []), ("Приказ подписан.", []),
    ] as [(String, [String])])
  func `what looks like a reference and cannot be read is told`(
    _ text: String, _ expected: [String]
  ) {
    let text = TokenizedText(text)
    #expect(text.references().unread.map { text.text($0) } == expected)
  }

  @Test func `no bytes trap and all spans lie in the text`() throws {
    var random = SplitMix(state: 7)
    let seeds = try ReferencePhrase.all("references-more").map { Array($0.text.utf8) }
    for _ in 0..<4000 {
      var bytes = seeds[Int(random.next() % UInt64(seeds.count))]
      for _ in 0..<(random.next() % 12) {
        let place = Int(random.next() % UInt64(max(bytes.count, 1)))
        switch random.next() % 4 {
        case 0: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: min(place, bytes.count))
        case 1: if place < bytes.count { bytes.remove(at: place) }
        case 2: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
        default:
          let other = seeds[Int(random.next() % UInt64(seeds.count))]
          bytes = Array(bytes.prefix(place)) + other.suffix(Int(random.next() % 80))
        }
      }
      let reading = TokenizedText(bytes: bytes).references()
      for span in reading.references.map(\.span) + reading.unread {
        #expect(span.start >= 0 && span.start < span.end && span.end <= bytes.count)
      }
    }
  }

  /// Words of the grammar in any order: where one rule calls another, none may look at the whole text again.
  @Test func `cost grows with the length of hostile text`() {
    for piece in [
      "пункт ", "п. 1 ", "пункт 1, ", "пункты 1, ", "указов от 1 мая 2020 г. № 5 и ", "(", "«",
      "приложение к ",
      "утвержденного приказом ", "Положение, утвержденное ", "абзац второй и ", "пункт 1 пункта ",
      "постановления Правительства области, ",
    ] {
      let short = seconds { String(repeating: piece, count: 400) }
      let long = seconds { String(repeating: piece, count: 3200) }
      #expect(long < max(short * 24, 0.5), "\(piece)")
    }
  }

  private func seconds(_ text: () -> String) -> Double {
    let tokens = TokenizedText(text())
    let spent = ContinuousClock().measure { _ = tokens.references() }
    return Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
  }

  private func check(_ text: String, _ expected: [String]) {
    let text = TokenizedText(text)
    #expect(text.references().references.map { text.text($0.span) } == expected)
  }
}

struct DeclensionTests {
  @Test(
    arguments: [
      ("Правительства Залесской области", "Правительство Залесской области"),
      ("министерства финансов", "министерство финансов"),
      ("Комитета по архивам", "Комитет по архивам"),
      ("Главы Республики Залесье", "Глава Республики Залесье"),
      ("Государственной инспекции труда", "Государственная инспекция труда"),
      ("Главного управления МЧС России", "Главное управление МЧС России"),
      ("городской Думы", "городская Дума"), ("Казначейства России", "Казначейство России"),
      ("Минприроды области", "Минприроды области"), ("Минфина России", "Минфин России"),
      ("Росстата", "Росстат"), ("ФНС России", "ФНС России"),
      ("Центрального банка Российской Федерации", "Центральный банк Российской Федерации"),
      ("Контрольно-счетной палаты", "Контрольно-счетная палата"),
      ("Приозерского края", "Приозерский край"), ("города Москвы", "город Москва"),
      ("Законодательного Собрания области", "Законодательное Собрание области"),
      ("Председателя Правительства", "Председатель Правительства"),
      ("первого заместителя Губернатора", "первый заместитель Губернатора"),
      (
        "управления имущественных и земельных отношений",
        "управление имущественных и земельных отношений"
      ),
      (
        "Межрегионального территориального управления", "Межрегиональное территориальное управление"
      ),
      ("Региональной службы по тарифам", "Региональная служба по тарифам"),
      ("начальника отдела", "начальник отдела"), ("Областной думы", "Областная дума"),
      ("Избирательной комиссии края", "Избирательная комиссия края"),
      ("руководителя Агентства", "руководитель Агентства"),
    ] as [(String, String)])
  func `an issuer is named in the nominative`(_ genitive: String, _ nominative: String) {
    let text = TokenizedText(genitive)
    #expect(ReferenceReader(text).issuer(0..<text.count) == nominative)
  }

  @Test(
    arguments: [
      ("пункта 1 Положения", "Положение"), ("пункта 1 Порядка", "Порядок"),
      ("пункта 1 Правил", "Правила"), ("пункта 1 Перечня", "Перечень"),
      ("пункта 1 Стратегии", "Стратегия"), ("пункта 1 Плана-графика", "План-график"),
      ("пункта 1 Методических рекомендаций", "Методические рекомендации"),
      ("пункта 1 Технических условий", "Технические условия"),
      ("пункта 1 Дорожной карты", "Дорожная карта"), ("пункта 1 Модели", "Модель"),
      ("пункта 1 Типового положения", "Типовое положение"), ("пункта 1 Основ", "Основы"),
      ("приложения 1 к Положению", "Положение"), ("приложения 1 к Правилам", "Правила"),
      ("приложения 1 к Инструкции", "Инструкция"), ("приложения 1 к Порядку", "Порядок"),
      ("приложения 1 к Типовому регламенту", "Типовой регламент"),
      ("приложения 1 к Единым стандартам", "Единые стандарты"),
    ] as [(String, String)])
  func `a document is named in the nominative`(_ phrase: String, _ name: String) {
    #expect(references(in: phrase).map(\.target) == [.named(name)])
  }
}

/// A generator that gives every run the same numbers.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
