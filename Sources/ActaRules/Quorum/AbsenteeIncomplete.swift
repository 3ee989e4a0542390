import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Absentee voting is allowed and its procedure is not told.
  static let absenteeIncomplete = Rule(
    "quorum/absentee-incomplete", .warning,
    summary: Text(
      ru: "Заочное голосование допущено, а порядок его не описан",
      en: "Absentee voting is allowed and its procedure is not told"),
    reason: Text(
      ru: "Без срока возврата бюллетеней и кворума неизвестно, когда голосование состоялось и чем "
        + "кончилось; большинство «присутствующих» к нему неприменимо.",
      en:
        "Without a term for the papers and a quorum nobody knows when the vote was held and how it "
        + "ended; a majority of those present does not apply."),
    norm: Text(
      ru: "Минимум для заочного голосования: кто назначает, форма бюллетеня, срок возврата, кворум "
        + "(доля вернувших), база большинства, протокол (ср. ГК РФ, ст. 181.2, п. 4).",
      en:
        "The least for absentee voting: who orders it, the papers, their term, the quorum, the base "
        + "of the majority, the minutes (cf. Civil Code, art. 181.2)."),
    examples: [
      .accepts(regulationExample("1. Заочное голосование не допускается.")),
      .accepts(
        regulationExample(
          """
          1. По решению председателя вопрос выносится на заочное голосование. Член Комиссии возвращает опросный
          лист в течение 5 рабочих дней. Заочное голосование считается состоявшимся, если опросные листы
          вернули более половины членов Комиссии. Решение принимается большинством голосов членов Комиссии,
          участвующих в заочном голосовании.
          """)),
      .rejects(
        regulationExample(
          """
          1. Решения принимаются большинством голосов присутствующих на заседании.

          2. Решения могут приниматься путём ⟦заочного голосования⟧.
          """)),
    ],
    .body { body, report in
      let stated = body.all(\.votes).compactMap {
        vote -> (ReadBody.Located<VotingRule>, AbsenteeVoting)? in
        if case .absentee(let voting) = vote.value { (vote, voting) } else { nil }
      }
      let allowed = stated.filter(\.1.isAllowed)
      guard let place = allowed.first(where: \.1.hasPapers) ?? allowed.first,
        !stated.contains(where: { !$0.1.isAllowed && !$0.1.isSpecial })
      else { return }
      var gaps: [Gap] = []
      if !stated.contains(where: { $0.1.isOrdered }) { gaps.append(.order) }
      if !stated.contains(where: { $0.1.hasPapers }) { gaps.append(.papers) }
      if !stated.contains(where: { $0.1.returnTerm != nil }) { gaps.append(.term) }
      if !body.all(\.quorums).contains(where: { $0.value.setting == .absentee }) {
        gaps.append(.quorum)
      }
      if !hasBase(body) { gaps.append(.base) }
      let weighty = gaps.filter { $0 != .order && $0 != .papers }
      guard !weighty.isEmpty else { return }
      // One thing unsaid may be said in words that are not read.
      let level: Level? = weighty.count > 1 ? nil : .note
      report(
        place.0.path, at: place.0.span, .incomplete(gaps.map(\.words)), level: level,
        places: allowed.filter { $0.0.span != place.0.span }.prefix(5).map {
          Place(file: $0.0.path, at: $0.0.span, .alsoAllowed)
        })
    })

  private enum Gap {
    case order, papers, term, quorum, base

    var words: (ru: String, en: String) {
      switch self {
      case .order: ("кто его назначает", "who orders it")
      case .papers: ("чем голосуют (бюллетень, опросный лист)", "what papers are used")
      case .term: ("срок возврата бюллетеней", "when papers are due back")
      case .quorum: ("сколько членов должно проголосовать", "how many members must vote")
      case .base: ("от чего считается большинство", "of what the majority is counted")
      }
    }
  }

  /// Whether a majority is stated whose base makes sense without a meeting.
  private static func hasBase(_ body: ReadBody) -> Bool {
    body.all(\.votes).contains {
      guard case .majority(let majority) = $0.value else { return false }
      return majority.setting == .absentee || majority.base != .present
    }
  }
}

extension Text {
  fileprivate static func incomplete(_ gaps: [(ru: String, en: String)]) -> Text {
    Text(
      ru: "Заочное голосование допущено, но не сказано: "
        + gaps.map(\.ru).joined(separator: "; "),
      en: "Absentee voting is allowed, but this is not said: "
        + gaps.map(\.en).joined(separator: "; "))
  }

  fileprivate static let alsoAllowed = Text(
    ru: "допущено и здесь", en: "allowed here too")
}
