import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A body decides by votes and nothing says how many must be there.
  static let quorumMissing = Rule(
    "quorum/missing", .error,
    summary: Text(
      ru: "Орган решает голосованием, а кворум не установлен",
      en: "A body decides by votes and has no quorum"),
    reason: Text(
      ru: "Без кворума решение двух присутствующих так же законно, как решение всех.",
      en: "Without a quorum a decision of the two who came is as good as one of all."),
    norm: Text(
      ru: "Содержание положения об органе: порядок созыва, кворум, голосование, протокол "
        + "(обычай юридической техники; для собраний – ГК РФ, ст. 181.2).",
      en:
        "What a regulation on a body holds: meetings, quorum, votes, minutes (custom; for meetings "
        + "in private law, Civil Code, art. 181.2)."),
    examples: [
      .accepts(
        regulationExample(
          """
          1. Заседание правомочно, если на нём присутствует более половины членов Комиссии.

          2. Решения принимаются большинством голосов присутствующих.
          """)),
      .rejects(
        regulationExample(
          "1. Решения Комиссии принимаются ⟦большинством голосов присутствующих на заседании⟧.")),
    ],
    .body { body, report in
      guard body.takesVotes, !body.all(\.quorums).contains(where: { $0.value.setting == .meeting })
      else { return }
      if let unread = body.unread(.quorum).first {
        report(unread.path, at: unread.span, .unreadRule, level: .note)
        return
      }
      guard let place = votingPlace(body) else { return }
      report(
        place.path, at: place.span, .noQuorum(body.quoted),
        level: place.isOfAll ? .warning : nil, help: .stateQuorum)
    })

  /// The sentence that says how votes decide; `isOfAll` where the majority is counted of all members, which is a
  /// quorum of a kind.
  private static func votingPlace(
    _ body: ReadBody
  ) -> (path: String, span: Span, isOfAll: Bool)? {
    let votes = body.all(\.votes)
    for vote in votes {
      if case .majority(let majority) = vote.value, majority.setting == .meeting {
        return (vote.path, vote.span, majority.base == .members && majority.share != nil)
      }
    }
    for vote in votes {
      switch vote.value {
      case .ballot, .castingVote: return (vote.path, vote.span, false)
      default: continue
      }
    }
    return nil
  }
}

extension Text {
  fileprivate static func noQuorum(_ name: (ru: String, en: String)) -> Text {
    Text(
      ru: "Решения принимаются голосованием, а кворум не установлен: \(name.ru)",
      en: "Decisions are taken by vote and there is no quorum: \(name.en)")
  }

  fileprivate static let stateQuorum = Text(
    ru: "Укажите, при скольких членах заседание правомочно: «Заседание правомочно, если на нём "
      + "присутствует более половины членов …»",
    en: "Say at how many members a meeting may decide: «Заседание правомочно, если на нём "
      + "присутствует более половины членов …»")
  /// A sentence of the kind wanted stands here and was not understood.
  static let unreadRule = Text(
    ru: "Похоже на правило о кворуме или голосовании, но прочитать его не удалось: проверьте сами",
    en: "This looks like a rule on quorum or votes that could not be read: check it yourself")
}
