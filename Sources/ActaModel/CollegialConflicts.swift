package import ActaDiagnostics

/// Statements of one regulation that cannot all hold.
package struct CollegialConflict: Sendable, Hashable {
  package enum Subject: String, Sendable, Hashable {
    case quorum, majority, castingVote, ballot, absentee, proxy, frequency, minutes, notice
  }

  package var subject: Subject
  /// One place for each of the values stated, in the order of the text.
  package var spans: [Span]

  package init(_ subject: Subject, spans: [Span]) {
    self.subject = subject
    self.spans = spans
  }
}

extension CollegialBody {
  /// The kinds of statement of which two differ.
  ///
  /// Rules for some questions only, and rules for different settings, don't contradict each other.
  package var conflicts: [CollegialConflict] {
    let found: [CollegialConflict?] = [
      conflict(.quorum, quorums) { $0.setting == .meeting ? $0.size : nil },
      conflict(.quorum, quorums) { $0.setting == .absentee ? $0.size : nil },
      conflict(.majority, votes) { $0.majority(in: .meeting) },
      conflict(.majority, votes) { $0.majority(in: .absentee) },
      conflict(.castingVote, votes) { if case .castingVote(let vote) = $0 { vote } else { nil } },
      conflict(.ballot, votes) { if case .ballot(let ballot) = $0 { ballot } else { nil } },
      conflict(.absentee, votes) {
        if case .absentee(let voting) = $0, !voting.isSpecial { voting.isAllowed } else { nil }
      },
      conflict(.proxy, votes) { if case .proxy(let isAllowed) = $0 { isAllowed } else { nil } },
      conflict(.frequency, meetings) { $0 == .asNeeded ? nil : $0 },
      conflict(.minutes, minutes) { $0.term(of: .composing) },
      conflict(.minutes, minutes) { $0.term(of: .signing) },
      conflict(.notice, notices) { $0.lead },
    ]
    return found.compactMap(\.self)
  }

  private func conflict<Rule, Value: Hashable>(
    _ subject: CollegialConflict.Subject, _ rules: [Spanned<Rule>], by value: (Rule) -> Value?
  ) -> CollegialConflict? {
    var seen: Set<Value> = []
    let spans = rules.compactMap { rule -> Span? in
      guard let value = value(rule.value), seen.insert(value).inserted else { return nil }
      return rule.span
    }
    return spans.count > 1 ? CollegialConflict(subject, spans: spans) : nil
  }
}

extension VotingRule {
  /// What a majority that holds in general asks for, in so far as two can differ.
  fileprivate func majority(in setting: VotingSetting) -> Majority? {
    guard case .majority(var majority) = self, !majority.isSpecial, majority.share != nil,
      majority.setting == setting
    else { return nil }
    majority.isBaseStated = true
    return majority
  }
}

extension MinutesRule {
  fileprivate func term(of step: Step) -> Term? {
    guard case .drawnUp(step, let within) = self else { return nil }
    return within
  }
}
