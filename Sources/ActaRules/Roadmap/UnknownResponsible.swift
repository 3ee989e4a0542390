import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A responsible whom nobody can find: of a body that nobody set up, run together with another, or none in particular.
  static let unknownResponsible = Rule(
    "roadmap/unknown-responsible", .warning,
    summary: Text(
      ru: "Неясно, кто отвечает за мероприятие", en: "It is not clear who is responsible for a row"),
    reason: Text(
      ru: "Отвечать может тот, кого можно найти: орган, должностное лицо или тот, кого создал акт.",
      en: "Only who can be found can answer: a body, an official, or whom an act set up."),
    norm: Text(
      ru:
        "Исполнитель называется так, чтобы его нельзя было спутать; роль коллегиального органа есть "
        + "там, где есть сам орган.",
      en: "Who carries out is named so that he cannot be mistaken; an office of a collegial body "
        + "exists where the body does."),
    examples: [
      .accepts(Self.table("1 | Составление отчёта | 29.03.2024 | Министерство, отдел кадров")),
      .accepts(
        Self.table(
          "1 | Создание рабочей группы | 01.03.2024 | Министерство",
          "2 | Составление отчёта | 29.03.2024 | руководитель рабочей группы")),
      .rejects(Self.table("1 | Составление отчёта | 29.03.2024 | ⟦председатель рабочей группы⟧")),
      .rejects(
        Self.table(
          "1 | Составление отчёта | 29.03.2024 | ⟦Министерство финансов Департамент кадров⟧")),
      .rejects(Self.table("1 | Составление отчёта | 29.03.2024 | ⟦исполнители⟧")),
    ],
    .surroundings { repository, report in
      guard repository.documents.contains(where: { $0.roadmap != nil }) else { return }
      let bodies = KnownParties(report.parties)
      for act in repository.acts where act.documents.contains(where: { $0.roadmap != nil }) {
        var known = bodies
        for document in act.documents { known.add(document) }
        for document in act.documents { tell(document, known, &report) }
      }
      for document in repository.orphans where document.roadmap != nil {
        var known = bodies
        known.add(document)
        tell(document, known, &report)
      }
    })

  private static func tell(
    _ document: ReadDocument, _ known: KnownParties, _ report: inout Report
  ) {
    guard let roadmap = document.roadmap else { return }
    var known = known
    known.add(roadmap)
    var order: [String] = []
    var found: [String: (problem: PartyProblem, spans: [Span])] = [:]
    var judged: Set<String> = []
    for row in roadmap.rows {
      for party in row.responsible {
        let name = KnownParties.folded(party.value)
        if judged.insert(name).inserted, let problem = known.problem(with: party.value) {
          found[name] = (problem, [])
          order.append(name)
        }
        found[name]?.spans.append(party.span)
      }
    }
    for name in order {
      guard let (problem, spans) = found[name], let first = spans.first else { continue }
      report(
        document.path, at: first, problem.message, level: problem.level,
        places: spans.dropFirst().map { Place(file: document.path, at: $0, .again) },
        help: problem.help)
    }
  }
}

extension Text {
  fileprivate static let again = Text(ru: "и здесь", en: "here too")
}
