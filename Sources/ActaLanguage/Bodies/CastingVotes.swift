import ActaDiagnostics
import ActaModel

/// Whose vote decides when votes are equal.
extension BodySentence {
  func readCastingVote(into body: inout CollegialBody) {
    guard present.meets([.equality, .equal, .split, .casting, .weight]) else { return }
    guard let tie = tie else {
      if let vote = castingVoteAlone { body.votes.append(vote) }
      return
    }
    guard let vote = whoDecides(after: tie) else {
      body.unread.append(Spanned(.castingVote, span(tie.lowerBound, range.upperBound)))
      return
    }
    body.votes.append(
      Spanned(
        .castingVote(vote.value),
        span(min(tie.lowerBound, vote.next - 1), max(tie.upperBound, vote.next))))
  }

  /// The words for equal votes: «при равенстве голосов», «голоса разделились поровну», «равном числе голосов».
  private var tie: Range<Int>? {
    for index in range {
      switch self[index] {
      case .equality, .split:
        if contains([.vote, .voted, .voter], from: index - 4, to: index + 6)
          || token(index).has(stem: "равноголос")
        {
          return index - (self[index - 1] == .ifWord ? 1 : 0)..<index + 1
        }
      case .equal:
        if self[index + 1] == .number || self[index - 1] == .number,
          contains([.vote, .voter], from: index, to: index + 6)
        {
          return index..<index + 1
        }
      default: continue
      }
    }
    return nil
  }

  private func whoDecides(after tie: Range<Int>) -> Parsed<CastingVote>? {
    // The rule may stand before the tie («голос председателя … при равенстве голосов») as well as behind it.
    // What a semicolon parts from it is another rule.
    let part = tokens(clause(at: tie.lowerBound).lowerBound, range.upperBound)
    let person = persons(in: part)
    let refusal = refusal(in: part)
    // «решение считается непринятым, и председательствующий закрывает заседание»: he decides nothing. But at a
    // second tie, «при повторном равенстве», his vote may count.
    if let refusal, let person, refusal < person.next,
      !contains([.casting, .weight], from: refusal, to: part.upperBound)
    {
      return Parsed(.none, next: refusal + 1)
    }
    return person ?? refusal.map { Parsed(.none, next: $0 + 1) }
  }

  /// Where a rule says that the decision falls, is put off or is voted again.
  private func refusal(in part: Range<Int>) -> Int? {
    for index in part.clamped(to: range) {
      let isRefused =
        self[index] == .rejected
        || isNegated(index) && (self[index] == .adopt || token(index).has(stem: "счита"))
        || token(index).has(stem: "нов") && self[index + 1] == .voting
        || token(index).has(stem: "переголос")
      if isRefused { return index }
    }
    return nil
  }

  /// Who is named in the rule on a tie.
  private func persons(in part: Range<Int>) -> Parsed<CastingVote>? {
    var found: CastingVote?
    var end = part.lowerBound
    var index = part.lowerBound
    guard let weight = first([.casting, .weight, .vote, .adopt, .voted], in: part) else {
      return nil
    }
    while index < part.upperBound {
      defer { index += 1 }
      switch self[index] {
      case .presiding:
        if !isBehindOtherRule(index, from: weight) { (found, end) = (.presiding, index + 1) }
      case .leading:
        if contains([.meeting], from: index + 1, to: index + 4) {
          (found, end) = (.presiding, index + 1)
        }
      case .chair:
        // «заместителя председателя» is the deputy, «подписывается председателем» another matter.
        if self[index - 1] == .deputy || isBehindOtherRule(index, from: weight) { continue }
        if found == nil { (found, end) = (.chair, index + 1) }
      case .substitute:
        if found == .chair { (found, end) = (.presiding, index + 1) }
      case .deputy:
        if found == .chair, contains([.absent, .and], from: end, to: index) {
          (found, end) = (.presiding, index + 1)
        }
      default: continue
      }
    }
    return found.map { Parsed($0, next: max(end, (last([.casting, .weight], in: part) ?? 0) + 1)) }
  }

  /// Whether minutes or another rule stand between.
  private func isBehindOtherRule(_ index: Int, from start: Int) -> Bool {
    contains([.minutes, .sign, .compose, .notify, .demand], from: min(start, index), to: index)
  }

  /// «Голос председателя является решающим», without a word on when.
  ///
  /// The решающий голос that members have by right, as opposed to a совещательный one, is none.
  private var castingVoteAlone: Spanned<VotingRule>? {
    guard let casting = first([.casting], in: range), self[casting - 1] != .right else {
      return nil
    }
    let segment = segment(at: casting)
    guard let who = first([.chair, .presiding], in: segment), self[who - 1] != .deputy,
      contains([.vote], in: segment), !has(.advisory),
      !contains([.member, .right, .possessing], in: segment)
    else { return nil }
    return Spanned(
      .castingVote(self[who] == .chair ? .chair : .presiding),
      span(min(who, casting), max(who, casting) + 1))
  }
}
