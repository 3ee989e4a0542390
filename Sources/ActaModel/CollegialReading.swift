package import ActaDiagnostics

extension CollegialBody {
  /// The statements as one object of the quorum battery: of statements of one kind the first.
  package var reading: JSON {
    .members([
      "quorum": quorums.first?.value.reading,
      "majority": majority?.reading,
      "castingVote": firstVote {
        if case .castingVote(let vote) = $0 { .string(vote.rawValue) } else { nil }
      },
      "ballot": firstVote {
        if case .ballot(let ballot) = $0 { .string(ballot.rawValue) } else { nil }
      },
      "absentee": firstVote {
        if case .absentee(let voting) = $0 { .bool(voting.isAllowed) } else { nil }
      },
      "writtenOpinion": firstVote { if case .writtenOpinion = $0 { true } else { nil } },
      "proxy": firstVote { if case .proxy(let isAllowed) = $0 { .bool(isAllowed) } else { nil } },
      "meetings": meetingsReading,
      "minutes": minutesReading,
      "notice": notices.lazy.compactMap(\.value.lead).first?.inDays.reading,
      "composition": compositions.first.map { composition in
        .array(composition.value.roles.map { .string($0.office.rawValue) })
      },
      "titles": compositions.first?.value.titlesReading,
    ])
  }

  /// The first majority with a figure, one that holds in general before one for some questions.
  private var majority: Majority? {
    let stated = votes.compactMap { vote in
      if case .majority(let majority) = vote.value, majority.share != nil { majority } else { nil }
    }
    return stated.first { !$0.isSpecial } ?? stated.first
  }

  private func firstVote(_ reading: (VotingRule) -> JSON?) -> JSON? {
    for vote in votes {
      if let reading = reading(vote.value) { return reading }
    }
    return nil
  }

  private var meetingsReading: JSON? {
    let frequency = meetings.lazy.compactMap(\.value.yearlyReading).first
    let asNeeded = meetings.contains { $0.value == .asNeeded }
    guard frequency != nil || asNeeded else { return nil }
    return .members([
      "atLeast": frequency.map { .number($0.times) },
      "per": frequency.map { .string($0.per.rawValue) },
      "asNeeded": asNeeded ? true : nil,
    ])
  }

  private var minutesReading: JSON? {
    var within: Term?
    var sentWithin: Term?
    var signatories: [MinutesRule.Signatory] = []
    for rule in minutes {
      switch rule.value {
      case .drawnUp(_, let term): within = within ?? term
      case .signed(let by): if signatories.isEmpty { signatories = by }
      case .sent(let term): sentWithin = sentWithin ?? term
      }
    }
    guard within != nil || sentWithin != nil || !signatories.isEmpty else { return nil }
    return .members([
      "within": within?.reading,
      "signedBy": signatories.isEmpty ? nil : .array(signatories.map { .string($0.rawValue) }),
      "sentWithin": sentWithin?.reading,
    ])
  }
}

extension QuorumRule {
  fileprivate var reading: JSON {
    switch size {
    case .count(let count): .members(["relation": ">=", "count": .number(count)])
    case .share(let share, let base):
      .members([
        "relation": .string(share.relation.rawValue), "fraction": .string(share.fraction),
        "of": .string(base.rawValue),
      ])
    }
  }
}

extension Majority {
  fileprivate var reading: JSON? {
    share.map { share in
      .members([
        "relation": .string(share.relation.rawValue), "fraction": .string(share.fraction),
        "of": .string(base.rawValue),
      ])
    }
  }
}

extension MeetingRule {
  /// The frequency in one of the stretches that have a name of their own; `nil` where it fits none («раз в две недели»).
  fileprivate var yearlyReading: (times: Int, per: Period)? {
    guard case .frequency(let times, let count, let period) = self else { return nil }
    switch (period, count) {
    case (_, 1): return (times, period)
    case (.month, 3): return (times, .quarter)
    case (.month, 6), (.quarter, 2): return (times, .halfYear)
    case (.month, 12), (.quarter, 4), (.halfYear, 2): return (times, .year)
    case (.month, 2), (.month, 4):
      let (product, overflow) = times.multipliedReportingOverflow(by: 12 / count)
      return overflow ? nil : (product, .year)
    default: return nil
    }
  }
}

extension Term {
  var reading: JSON {
    .members(["amount": .number(amount), "unit": .string(unit.rawValue)])
  }

  /// A notice is counted in days: seven for each week.
  fileprivate var inDays: Term {
    guard unit == .week, amount < 1000 else { return self }
    return Term(amount * 7, .calendarDay)
  }
}

extension Composition {
  fileprivate var titlesReading: JSON? {
    let usual: [Role.Office: String] = [
      .chair: "председатель", .deputy: "заместитель председателя", .secretary: "секретарь",
    ]
    let titles = roles.compactMap { role -> JSON.Member? in
      guard let title = usual[role.office], title != role.title else { return nil }
      return JSON.Member(role.office.rawValue, .string(role.title))
    }
    return titles.isEmpty ? nil : .object(titles)
  }
}
