import ActaDiagnostics
import ActaModel

/// Sentences that look like rules on a body's procedure and were read as none.
extension BodySentence {
  /// `read` is what the sentence was read as.
  func readUnread(into body: inout CollegialBody, _ read: CollegialBody) {
    // «Заседание правомочно, если:» goes on in the next paragraph.
    if token(range.upperBound - 1).kind == .colon { return }
    if read.quorums.isEmpty, let index = unreadQuorum {
      body.unread.append(Spanned(.quorum, extent(index)))
    }
    if read.quorums.isEmpty, !read.votes.contains(where: { $0.value.isMajority }),
      let index = unreadMajority
    {
      body.unread.append(Spanned(.majority, extent(index)))
    }
    if read.meetings.isEmpty, let index = unreadFrequency {
      body.unread.append(Spanned(.meetings, extent(index)))
    }
  }

  private func extent(_ index: Int) -> Span { text.span(clause(at: index)) }

  /// «Кворум составляет …», «заседание правомочно, если …» without a figure that was understood.
  private var unreadQuorum: Int? {
    for index in range {
      switch self[index] {
      case .quorum:
        // «при наличии кворума», «об отсутствии кворума» refer to a rule.
        if contains([.presence, .absent, .not, .without], from: index - 3, to: index + 3) {
          continue
        }
        let part = index..<clause(at: index).upperBound
        if token(index).is("кворум"), part.count > 2 { return index }
      case .competent, .incompetent:
        guard token(index).has(stem: "правомоч") || token(index).has(stem: "неправомоч") else {
          continue
        }
        let clause = clause(at: index)
        if contains([.quorum], in: clause) { continue }
        if contains([.ifWord], from: index, to: clause.upperBound),
          contains(Self.bodies, in: clause)
        {
          return index
        }
      default: continue
      }
    }
    return nil
  }

  private static let bodies: BodyLexemes = [
    .meeting, .attend, .attending, .member, .decision, .adopt, .roster, .presence,
  ]

  private var unreadMajority: Int? {
    first([.majority], in: range).flatMap { index in
      let clause = clause(at: index)
      let isRule = contains([.adopt, .decision, .voted, .vote], in: clause)
      return isRule && !contains([.opinion], in: clause) ? index : nil
    }
  }

  private var unreadFrequency: Int? {
    guard let index = first([.rarer], in: range), isNegated(index),
      contains([.meeting, .convene], from: range.lowerBound, to: index),
      !contains([.report, .minutes, .extraordinary], from: range.lowerBound, to: index)
    else { return nil }
    return index
  }
}

extension VotingRule {
  fileprivate var isMajority: Bool { if case .majority = self { true } else { false } }
}
