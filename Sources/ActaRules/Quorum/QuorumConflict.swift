import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Two statements on one thing in a regulation cannot both hold.
  static let quorumConflict = Rule(
    "quorum/conflict", .error,
    summary: Text(
      ru: "Два правила положения об одном и том же противоречат друг другу",
      en: "Two statements of a regulation on one thing contradict each other"),
    reason: Text(
      ru: "Какое из двух правил действует, решит тот, кому это выгодно.",
      en: "Which of the two holds is decided by whom it suits."),
    norm: Text(
      ru: "Внутренняя согласованность акта; особые правила для отдельных вопросов и для заочного "
        + "голосования противоречием не считаются.",
      en: "Consistency within an act; rules for some questions only and for absentee voting are no "
        + "contradiction."),
    examples: [
      .accepts(
        regulationExample(
          """
          1. Заседание правомочно, если на нём присутствует более половины членов Комиссии.

          2. Заседание считается правомочным при участии более половины её членов.
          """)),
      .rejects(
        regulationExample(
          """
          1. Заседание правомочно, если на нём присутствует более половины членов Комиссии.

          2. Заседание считается правомочным, если на нём присутствует ⟦не менее двух третей членов Комиссии⟧.
          """)),
    ],
    .body { body, report in
      for document in body.regulations {
        for conflict in document.body.conflicts {
          guard let first = conflict.spans.first, let second = conflict.spans.dropFirst().first
          else { continue }
          // Casting votes and minutes are worded freely; who reads them wrongly should not cry wolf.
          let level: Level? =
            switch conflict.subject {
            case .quorum, .majority, .absentee, .frequency, .notice, .proxy: nil
            case .castingVote, .ballot, .minutes: .warning
            }
          report(
            document.path, at: second, .contradicts(conflict.subject.words), level: level,
            places: [Place(file: document.path, at: first, .saidOtherwise)]
              + conflict.spans.dropFirst(2).map {
                Place(file: document.path, at: $0, .saidOtherwise)
              })
        }
      }
    })
}

extension CollegialConflict.Subject {
  fileprivate var words: (ru: String, en: String) {
    switch self {
    case .quorum: ("о кворуме", "the quorum")
    case .majority: ("о большинстве", "the majority")
    case .castingVote: ("о решающем голосе", "the casting vote")
    case .ballot: ("о том, открыто или тайно голосуют", "open or secret ballot")
    case .absentee: ("о заочном голосовании", "absentee voting")
    case .proxy: ("о передаче голоса", "handing over a vote")
    case .frequency: ("о том, как часто проводятся заседания", "how often meetings are held")
    case .minutes: ("о сроке протокола", "the term of the minutes")
    case .notice: ("о сроке извещения", "the term of notice")
    }
  }
}

extension Text {
  fileprivate static func contradicts(_ subject: (ru: String, en: String)) -> Text {
    Text(
      ru: "Правила \(subject.ru) расходятся", en: "The rules on \(subject.en) disagree")
  }

  fileprivate static let saidOtherwise = Text(ru: "здесь иначе", en: "otherwise here")
}
