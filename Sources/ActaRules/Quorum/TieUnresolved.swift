import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Votes may be equal and nothing says what then.
  static let tieUnresolved = Rule(
    "quorum/tie-unresolved", .warning,
    summary: Text(
      ru: "Не сказано, что бывает при равенстве голосов", en: "What follows a tie is not said"),
    reason: Text(
      ru: "При чётном числе голосов решение считают и принятым, и отклонённым.",
      en: "With an even number of votes a decision passes for taken and for refused."),
    norm: Text(
      ru: "Обычай: решающий голос – председательствующего на заседании; без такого правила решение "
        + "не принято.",
      en: "Custom: the vote of whoever presides decides; without such a rule nothing is decided."),
    examples: [
      .accepts(
        regulationExample(
          """
          1. Решения Комиссии принимаются большинством голосов присутствующих. При равенстве голосов решающим
          является голос председательствующего.
          """)),
      .accepts(regulationExample("1. Решения принимаются двумя третями голосов присутствующих.")),
      .rejects(
        regulationExample("1. Решения принимаются ⟦большинством голосов присутствующих⟧.")),
    ],
    .body { body, report in
      let votes = body.all(\.votes)
      let isResolved = votes.contains { if case .castingVote = $0.value { true } else { false } }
      guard !isResolved, !body.regulations.contains(where: \.bodyWords.isByConsent) else { return }
      let halves = votes.filter { vote in
        guard case .majority(let majority) = vote.value, let share = majority.share,
          !majority.isSpecial
        else { return false }
        return share.numerator * 2 == share.denominator
      }
      guard let vote = halves.first, case .majority(let majority) = vote.value else { return }
      if let unread = body.unread(.castingVote).first {
        report(unread.path, at: unread.span, .unreadRule, level: .note)
        return
      }
      // Of all members an even half is no majority, and that is plain.
      report(
        vote.path, at: vote.span, .noTieRule, level: majority.base == .members ? .note : nil,
        help: .stateTieRule)
    })
}

extension Text {
  fileprivate static let noTieRule = Text(
    ru: "Нет правила на случай равенства голосов", en: "There is no rule for a tie")
  fileprivate static let stateTieRule = Text(
    ru:
      "Например: «При равенстве голосов решающим является голос председательствующего на заседании»",
    en: "For example: «При равенстве голосов решающим является голос председательствующего»")
}
