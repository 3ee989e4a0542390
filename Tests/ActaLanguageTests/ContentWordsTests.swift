import ActaLanguage
import Testing

@Suite struct ContentWordsTests {
  @Test(arguments: [
    ("утверждение порядка сбора обратной связи", "утверждён порядок сбора обратной связи"),
    ("перечень точек взаимодействия", "перечня точки взаимодействие"),
    ("оценки удовлетворённости заявителей", "оценка удовлетворенность заявителям"),
    ("реализация организационных мероприятий", "реализовано организационное мероприятие"),
    ("В СОВЕТЕ ПО КАЧЕСТВУ УСЛУГ", "совета по качеству услуги"),
  ])
  func `forms of one phrase have the same stems`(first: String, second: String) {
    #expect(ContentWords(first).stems == ContentWords(second).stems)
  }

  @Test(arguments: [
    ("ремонт кровли школы", "закупка автобусов"), ("план", "плата"), ("отчёт", "отдел"),
    ("орган", "организация"),
  ])
  func `phrases about different things share no stem`(first: String, second: String) {
    #expect(ContentWords(first).common(with: ContentWords(second)) == 0)
  }

  @Test func `words that stand in every phrase weigh least`() {
    let rows = ["сбор жалоб школы", "ремонт кровли школы", "закупка мебели школы"].map {
      ContentWords($0)
    }
    let weights = StemWeights(rows)
    let common = weights.weight(of: ContentWords("школа"))
    let rare = weights.weight(of: ContentWords("кровля"))
    #expect(common < rare)
    #expect(ContentWords("ремонт кровли").share(in: rows[1], by: weights) == 100)
    #expect(ContentWords("ремонт кровли").share(in: rows[0], by: weights) == 0)
    #expect(rows[0].likeness(to: rows[0], by: weights) == 100)
    #expect(rows[0].likeness(to: rows[1], by: weights) < 30)
  }

  @Test func `nothing is like nothing`() {
    let weights = StemWeights([])
    #expect(ContentWords("").isEmpty)
    #expect(ContentWords("и в на").share(in: ContentWords("план"), by: weights) == 0)
    #expect(ContentWords("").likeness(to: ContentWords(""), by: weights) == 0)
  }

  @Test func `a flood of words costs no more than a glance`() {
    let flood = String(repeating: "порядок ведения реестра точек ", count: 40_000)
    #expect(ContentWords(flood).count <= 64)
  }
}
