import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A body votes and nothing says how many votes decide.
  static let majorityMissing = Rule(
    "quorum/majority-missing", .warning,
    summary: Text(
      ru: "Есть кворум или голосование, а какое большинство решает, не сказано",
      en: "There is a quorum or a vote, and no majority is stated"),
    reason: Text(
      ru: "Без большинства и его базы подсчёт голосов можно оспорить.",
      en: "Without a majority and its base every count of votes can be contested."),
    norm: Text(
      ru: "Обычай: простое большинство – более половины от названной базы; квалифицированное "
        + "называется числом (две трети, три четверти).",
      en:
        "Custom: a simple majority is more than half of the base that is named; a qualified one is "
        + "named as a figure."),
    examples: [
      .accepts(
        regulationExample(
          """
          1. Заседание правомочно, если на нём присутствует более половины членов Комиссии.

          2. Решения принимаются большинством голосов присутствующих.
          """)),
      .rejects(
        regulationExample(
          """
          1. Заседание правомочно, если на нём присутствует более половины членов Комиссии.

          2. ⟦Решения Комиссии принимаются⟧ открытым голосованием.
          """)),
    ],
    .body { body, report in
      let votes = body.all(\.votes)
      var unmeasured: ReadBody.Located<VotingRule>?
      for vote in votes {
        guard case .majority(let majority) = vote.value else { continue }
        if majority.share != nil { return }
        unmeasured = unmeasured ?? vote
      }
      guard body.takesVotes || !body.all(\.quorums).isEmpty else { return }
      if let unread = body.unread(.majority).first {
        report(unread.path, at: unread.span, .unreadRule, level: .note)
        return
      }
      if let unmeasured {
        report(unmeasured.path, at: unmeasured.span, .noFigure, help: .stateFigure)
        return
      }
      guard !body.regulations.contains(where: \.bodyWords.isByConsent) else { return }
      let decision = body.regulations.lazy.compactMap { document in
        document.bodyWords.decision.map { (document.path, $0) }
      }.first
      let place =
        decision ?? votes.first.map { ($0.path, $0.span) }
        ?? body.all(\.quorums).first.map { ($0.path, $0.span) }
      guard let place else { return }
      report(
        place.0, at: place.1, .noMajority, level: body.takesVotes ? nil : .note,
        help: .stateMajority)
    })
}

extension Text {
  fileprivate static let noMajority = Text(
    ru: "Не сказано, каким большинством принимаются решения",
    en: "By which majority decisions are taken is not said")
  fileprivate static let stateMajority = Text(
    ru: "Например: «большинством голосов присутствующих на заседании членов»",
    en: "For example: «большинством голосов присутствующих на заседании членов»")
  fileprivate static let noFigure = Text(
    ru: "Квалифицированное большинство названо без числа",
    en: "The qualified majority has no figure")
  fileprivate static let stateFigure = Text(
    ru: "Назовите долю: «двумя третями голосов»", en: "Name the share: «двумя третями голосов»")
}
