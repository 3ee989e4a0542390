import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// The roster has too few members for the quorum or the majority.
  static let unattainable = Rule(
    "quorum/unattainable", .error,
    summary: Text(
      ru: "С этим составом кворум или большинство недостижимы",
      en: "With this roster quorum or majority cannot be reached"),
    reason: Text(
      ru: "Орган не сможет принять ни одного правомерного решения.",
      en: "The body cannot take a single lawful decision."),
    norm: Text(
      ru:
        "«Не менее половины» – ⌈n/2⌉, «более половины» – ⌊n/2⌋+1, «не менее двух третей» – ⌈2n/3⌉ "
        + "от числа членов с правом голоса.",
      en:
        "«Не менее половины» is ⌈n/2⌉, «более половины» ⌊n/2⌋+1, «не менее двух третей» ⌈2n/3⌉ of "
        + "the members with a vote."),
    examples: [
      .accepts(
        bodyExample(
          regulation:
            "1. Заседание правомочно, если на нём присутствует более половины членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник.
            """)),
      .rejects(
        bodyExample(
          regulation:
            "1. Заседание правомочно, если на нём присутствует ⟦не менее 5 членов Комиссии⟧.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник.
            """)),
      // A note: members from outside may stay away.
      .rejects(
        bodyExample(
          regulation:
            "1. Заседание правомочно, если на нём присутствует ⟦более половины членов Комиссии⟧.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник (по согласованию);
            - Яшин Олег Львович – советник (по согласованию).
            """)),
    ],
    .body { body, report in
      guard let figures = body.figures, let roster = body.rosters.first else { return }
      let place = Place(file: roster.path, at: roster.titleSpan, .votingHere(figures.voting))
      let own = body.members.count { body.hasVote($0.value) && !$0.value.isByConsent }
      for quorum in body.all(\.quorums) where quorum.value.setting == .meeting {
        guard let needed = quorum.value.needed(ofMembers: figures.voting) else {
          report(quorum.path, at: quorum.span, .tooFew(figures.voting), places: [place])
          continue
        }
        if own < needed, own < figures.voting {
          report(
            quorum.path, at: quorum.span, .tooFewOwn(needed: needed, own: own), level: .note,
            places: [place])
        }
      }
      for vote in body.all(\.votes) {
        guard case .majority(let majority) = vote.value, majority.share != nil,
          majority.setting == .meeting, figures.voting > 0,
          majority.needed(attending: figures.voting, ofMembers: figures.voting) == nil
        else { continue }
        report(vote.path, at: vote.span, .noMajorityPossible(figures.voting), places: [place])
      }
    })
}

extension Text {
  fileprivate static func tooFew(_ voting: Int) -> Text {
    Text(
      ru: "Кворум недостижим: членов с правом голоса в составе \(voting)",
      en: "The quorum cannot be reached: the roster has \(voting) members with a vote")
  }

  fileprivate static func tooFewOwn(needed: Int, own: Int) -> Text {
    Text(
      ru: "Без членов «по согласованию» кворума нет: нужно \(needed), остаётся \(own)",
      en: "Without those «по согласованию» there is no quorum: \(needed) needed, \(own) remain")
  }

  fileprivate static func noMajorityPossible(_ voting: Int) -> Text {
    Text(
      ru: "Большинство недостижимо: членов с правом голоса в составе \(voting)",
      en: "The majority cannot be reached: the roster has \(voting) members with a vote")
  }

  fileprivate static func votingHere(_ voting: Int) -> Text {
    Text(ru: "с правом голоса здесь \(voting)", en: "\(voting) with a vote here")
  }
}
