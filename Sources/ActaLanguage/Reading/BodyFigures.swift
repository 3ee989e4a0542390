package import ActaDiagnostics
package import ActaModel

/// How many a body has, and how many it needs.
package struct BodyFigures: Sendable, Hashable {
  package var members: Int
  /// Members who come from outside the issuer's subordination, «(по согласованию)».
  package var byConsent: Int
  /// Members with a vote.
  package var voting: Int
}

extension ReadBody {
  /// `nil` without a roster.
  package var figures: BodyFigures? {
    var figures = BodyFigures(members: 0, byConsent: 0, voting: 0)
    for document in rosters {
      for member in document.document.roster?.members ?? [] {
        figures.members += 1
        if member.isByConsent { figures.byConsent += 1 }
        if hasVote(member) { figures.voting += 1 }
      }
    }
    return figures.members == 0 ? nil : figures
  }

  /// How many people a rule asks for, and where it is stated.
  package struct Need: Sendable, Hashable {
    /// `nil` where there are too few of them, and where no roster tells how many there are.
    package var people: Int?
    /// `> 1/2 от числа членов`.
    package var rule: String
    package var path: String
    package var span: Span
  }

  /// For each rule on attendance at meetings, in the order of the text.
  package var neededToMeet: [Need] {
    let voting = figures?.voting
    return all(\.quorums).filter { $0.value.setting == .meeting }.map { quorum in
      Need(
        people: voting.flatMap { quorum.value.needed(ofMembers: $0) },
        rule: quorum.value.figures, path: quorum.path, span: quorum.span)
    }
  }

  /// For each majority at meetings, when no more are there than a meeting needs.
  package var neededToDecide: [Need] {
    let voting = figures?.voting
    let attending = neededToMeet.compactMap(\.people).min() ?? voting
    return all(\.votes).compactMap { vote in
      guard case .majority(let majority) = vote.value, majority.setting == .meeting,
        let figures = majority.figures
      else { return nil }
      let people = voting.flatMap { voting in
        majority.needed(attending: attending ?? voting, ofMembers: voting)
          ?? majority.needed(attending: voting, ofMembers: voting)
      }
      return Need(people: people, rule: figures, path: vote.path, span: vote.span)
    }
  }

  /// Whether a member votes: a secretary may be said not to, a line may say «без права голоса».
  package func hasVote(_ member: Member) -> Bool {
    if member.role?.value.office == .secretary, voicelessSecretary != nil { return false }
    return !member.parts.contains { part in
      let text = FoldedBytes(part.text.text)
      return text.contains("без права голоса")
        || text.contains("совещательн")
          && text.contains("голос")
    }
  }

  /// Where a regulation says that the secretary has no vote.
  package var voicelessSecretary: Located<Void>? {
    for document in regulations {
      if let span = document.bodyWords.voicelessSecretary {
        return Located(path: document.path, value: (), span: span)
      }
    }
    return nil
  }
}

extension QuorumRule {
  fileprivate var figures: String {
    switch size {
    case .count(let count): ">= \(count)"
    case .share(let share, of: .members):
      "\(share.relation.rawValue) \(share.fraction) от числа членов"
    case .share(let share, of: .attendingList):
      "\(share.relation.rawValue) \(share.fraction) от списка участников"
    }
  }
}

extension Majority.Base {
  fileprivate var ru: String {
    switch self {
    case .present: "от присутствующих"
    case .members: "от числа членов"
    case .voting: "от голосующих"
    }
  }
}

extension Majority {
  fileprivate var figures: String? {
    share.map { "\($0.relation.rawValue) \($0.fraction) \(base.ru)" }
  }
}

extension ReadBody {
  /// The name in the nominative: titles have it in other cases, «Положение о комиссии».
  package var nominative: String {
    let text = TokenizedText(name)
    let reader = ReferenceReader(text)
    guard reader.headPhrase(at: 0, in: .nominative.intersection(.singular)) == nil,
      let head = reader.headPhrase(at: 0, in: .singular), head.next == text.count
    else { return name }
    return head.nominative
  }
}
