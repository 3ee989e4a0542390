package import ActaDiagnostics

extension CollegialBody {
  /// Every statement by itself with its place, in the order of the text.
  package var statements: [Spanned<JSON>] {
    var all: [Spanned<JSON>] = []
    func add<Rule>(_ rules: [Spanned<Rule>], _ json: (Rule) -> JSON?) {
      all += rules.compactMap { rule in json(rule.value).map { Spanned($0, rule.span) } }
    }
    add(quorums) { alone(\.quorums, $0) }
    add(votes) { vote in
      // What the battery leaves out is stated all the same.
      if case .majority(let majority) = vote, majority.share == nil {
        return .members(["majority": .members(["of": .string(majority.base.rawValue)])])
      }
      return alone(\.votes, vote)
    }
    add(meetings) { $0.statement }
    add(minutes) { $0.statement }
    add(notices) { .members(["notice": $0.lead?.reading ?? .object([])]) }
    add(compositions) { alone(\.compositions, $0) }
    add(replacements) {
      .members([
        "replacement": .members([
          "absent": .string($0.absent.rawValue), "acting": .string($0.acting.rawValue),
        ])
      ])
    }
    add(unread) { .members(["unread": .string($0.rawValue)]) }
    return all.sorted { $0.span < $1.span }
  }

  /// The reading of a body that states one thing only.
  private func alone<Rule>(
    _ list: WritableKeyPath<CollegialBody, [Spanned<Rule>]>, _ rule: Rule
  ) -> JSON {
    var body = CollegialBody()
    body[keyPath: list] = [Spanned(rule, Span(0, 0))]
    return body.reading
  }
}

extension MeetingRule {
  fileprivate var statement: JSON {
    switch self {
    case .asNeeded: .members(["meetings": .members(["asNeeded": true])])
    case .frequency(let times, let count, let period):
      .members([
        "meetings": .members([
          "atLeast": .number(times), "per": .string(period.rawValue),
          "count": count == 1 ? nil : .number(count),
        ])
      ])
    }
  }
}

extension MinutesRule {
  fileprivate var statement: JSON {
    let part: JSON =
      switch self {
      case .drawnUp(let step, let within):
        .members(["step": .string(step.rawValue), "within": within?.reading])
      case .signed(let by): .members(["signedBy": .array(by.map { .string($0.rawValue) })])
      case .sent(let within): .members(["sent": true, "within": within?.reading])
      }
    return .members(["minutes": part])
  }
}
