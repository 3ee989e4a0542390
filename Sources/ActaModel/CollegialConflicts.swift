package import ActaDiagnostics

/// Statements of one regulation that cannot all hold.
package struct CollegialConflict: Sendable, Hashable {
  package enum Subject: String, Sendable, Hashable {
    case quorum, majority, castingVote, ballot, absentee, proxy, frequency, minutes, notice
  }

  package var subject: Subject
  /// The statements, first to last; each differs from the one before it in this list.
  package var spans: [Span]

  package init(_ subject: Subject, spans: [Span]) {
    self.subject = subject
    self.spans = spans
  }
}

extension CollegialBody {
  /// The kinds of statement of which two differ. Rules for some questions only, and rules for different settings, don't
  /// contradict each other.
  package var conflicts: [CollegialConflict] {
    var found: [CollegialConflict] = []
    func compare<Value: Hashable>(
      _ subject: CollegialConflict.Subject, _ statements: [(Value, Span)]
    ) {
      var seen: [Value] = []
      var spans: [Span] = []
      for (value, span) in statements where !seen.contains(value) {
        seen.append(value)
        spans.append(span)
      }
      if spans.count > 1 { found.append(CollegialConflict(subject, spans: spans)) }
    }

    for setting in [VotingSetting.meeting, .absentee] {
      compare(
        .quorum,
        quorums.filter { $0.value.setting == setting }.map { ($0.value.size, $0.span) })
      compare(
        .majority,
        votes.compactMap { vote in
          guard case .majority(let majority) = vote.value, !majority.isSpecial,
            majority.setting == setting, let share = majority.share
          else { return nil }
          return ([share.fraction, share.relation.rawValue, majority.base.rawValue], vote.span)
        })
    }
    compare(.castingVote, votes.compactMap { vote in
      if case .castingVote(let value) = vote.value { (value, vote.span) } else { nil }
    })
    compare(.ballot, votes.compactMap { vote in
      if case .ballot(let value) = vote.value { (value, vote.span) } else { nil }
    })
    compare(.absentee, votes.compactMap { vote in
      if case .absentee(let value) = vote.value { (value.isAllowed, vote.span) } else { nil }
    })
    compare(.proxy, votes.compactMap { vote in
      if case .proxy(let value) = vote.value { (value, vote.span) } else { nil }
    })
    compare(.frequency, meetings.compactMap { $0.value == .asNeeded ? nil : ($0.value, $0.span) })
    compare(.minutes, minutes.compactMap { rule in
      if case .drawnUp(let term?) = rule.value { (term, rule.span) } else { nil }
    })
    compare(.notice, notices.compactMap { rule in rule.value.lead.map { ($0, rule.span) } })
    return found
  }
}
