import ActaLanguage
import Testing

@Suite struct RoadmapActionTests {
  @Test(arguments: [
    ("Определение одной жизненной ситуации", RoadmapAction.Stage.definition),
    ("Формирование плана", .drafting), ("Разработано описание модели", .drafting),
    ("В органах власти утверждены планы оптимизации", .approval),
    ("Утверждение порядка", .approval), ("Реализация целевого состояния", .realization),
    ("Проведен реинжиниринг процессов", .realization),
    ("Проведение оценки удовлетворённости", .evaluation),
    ("Достижение оценки не ниже 40%", .evaluation), ("Подготовка сводного отчёта", .report),
  ])
  func `a row tells how far its object has come`(activity: String, stage: RoadmapAction.Stage) {
    #expect(RoadmapAction(TokenizedText(activity)).stage == stage)
  }

  @Test(arguments: [
    "Ремонт кровли", "Перевод переписки на утверждённые образцы", "Опрос жителей", "",
    "Внесение на утверждение проекта порядка",
  ])
  func `a row that is no step of a chain tells none`(activity: String) {
    #expect(RoadmapAction(TokenizedText(activity)).stage == nil)
  }

  @Test func `a row that sums up is told from one that ends a work of its own`() {
    #expect(RoadmapAction(TokenizedText("Достижение значений показателей")).isFinal)
    #expect(RoadmapAction(TokenizedText("Подведение итогов реализации плана")).isFinal)
    #expect(!RoadmapAction(TokenizedText("Подведение итогов конкурса")).isFinal)
  }
}
