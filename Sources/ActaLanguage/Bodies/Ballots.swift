import ActaDiagnostics
import ActaModel

/// How votes are given: openly or in secret, without a meeting, in writing, by another.
extension BodySentence {
  func readBallot(into body: inout CollegialBody) {
    guard has(.open) || has(.secret) || has(.hands) else { return }
    var stated: [(Ballot, Int)] = []
    for index in range {
      let ballot: Ballot
      switch self[index] {
      case .open: ballot = .open
      case .secret: ballot = .secret
      case .hands where token(index + 1).has(stem: "рук"): ballot = .open
      default: continue
      }
      guard self[index] == .hands || isOnVoting(index) else { continue }
      stated.append((ballot, index))
    }
    // «открытым или тайным»: nothing is fixed.
    let isChoice = zip(stated, stated.dropFirst()).contains { first, second in
      first.0 != second.0 && second.1 - first.1 <= 4
        && contains([.and], from: first.1, to: second.1)
    }
    if isChoice { return }
    for (ballot, index) in stated where !isOptional(index) {
      let next = self[index] == .hands || self[index + 1] == .voting ? index + 2 : index + 1
      body.votes.append(Spanned(.ballot(ballot), span(index, next)))
    }
  }

  private func isOnVoting(_ index: Int) -> Bool {
    if token(index).letters.equals("открыто") || token(index).letters.equals("тайно") {
      return contains([.adopt, .decision, .voting, .voted], from: index - 8, to: index + 8)
    }
    if contains([.voting, .paper], from: index + 1, to: index + 4) { return true }
    // «Голосование на заседаниях комиссии тайное»
    return contains([.voting], from: segment(at: index).lowerBound, to: index)
  }

  /// «может проводиться тайное», «по решению комиссии – тайное», «тайное голосование не допускается».
  private func isOptional(_ index: Int) -> Bool {
    let segment = segment(at: index)
    if contains([.allow, .demand, .forbid], in: segment) { return true }
    for position in segment where self[position] == .decision {
      if token(position - 1).is("по"), self[index] == .secret { return true }
      if token(position + 1).is("о"), position < index { return true }
    }
    return false
  }

  // MARK: Absentee voting

  /// Whether the sentence speaks of voting without a meeting, as something that may be.
  var isAbsentee: Bool { absentee?.isAllowed ?? false }

  func readAbsentee(into body: inout CollegialBody) {
    guard let absentee else { return }
    let isOrdered =
      contains([.decision], in: range)
      && range.contains {
        self[$0] == .decision && (token($0 - 1).is("по") || token($0 + 1).is("о"))
      } || range.contains { token($0).has(stem: "назнач") || token($0).has(stem: "инициир") }
    let isSpecial =
      !absentee.isAllowed
      && range.contains { self[$0] == .question && token($0 - 1).is("по") }
    body.votes.append(
      Spanned(
        .absentee(
          AbsenteeVoting(
            isAllowed: absentee.isAllowed, isSpecial: isSpecial, isOrdered: isOrdered,
            hasPapers: has(.paper), returnTerm: returnTerm)), joinedWithPapers(absentee.span)))
  }

  /// The words on absentee voting together with those on its papers, where they stand near.
  private func joinedWithPapers(_ span: Span) -> Span {
    guard let paper = first([.paper], in: range), abs(token(paper).start - span.end) < 300 else {
      return span
    }
    return span.joined(token(paper).span)
  }

  /// Within which the papers come back, not that in which they are sent out.
  private var returnTerm: Term? {
    guard has(.paper), range.contains(where: { Self.returns[token($0)] ?? false }) else {
      return nil
    }
    for index in range {
      if let term = term(at: index) { return term.value }
    }
    return nil
  }

  private static let returns = Lexicon<Bool>([
    .stem("возвра", true), .stem("поступ", true), .stem("представ", true), .stem("предостав", true),
    .stem("сдаю", true), .stem("прием", true),
  ])

  private var absentee: (isAllowed: Bool, span: Span)? {
    guard has(.absentee) || has(.poll) || has(.without) || has(.paper) else { return nil }
    for index in range {
      guard let end = absenteeWords(at: index) else { continue }
      return (!isExcluded(index), span(index, end))
    }
    return nil
  }

  private func absenteeWords(at index: Int) -> Int? {
    let end = [.voting, .meeting, .paper].contains(self[index + 1]) ? index + 2 : index + 1
    switch self[index] {
    case .absentee:
      if token(index).has(stem: "заочн") {
        let isOnVotes =
          contains([.voting, .meeting, .attend, .poll], from: index + 1, to: index + 4)
          || contains(
            [.voting, .decision, .adopt, .voted, .meeting, .question], from: index - 8,
            to: index + 8)
        return isOnVotes ? end : nil
      }
      return end
    case .poll:
      // «опрос населения» is no vote.
      let isOfMembers =
        contains([.member, .participant], from: index + 1, to: index + 4)
        || has(.member) && contains([.attend], in: clause(at: index))
        || contains([.adopt, .decision, .question, .voting], from: index - 8, to: index + 5)
      return isOfMembers ? index + 1 : nil
    case .without:
      guard contains([.meeting, .convene, .hold, .attending], from: index + 1, to: index + 5) else {
        return nil
      }
      let meeting = first([.meeting], from: index + 1, to: index + 7)
      let gathering =
        range.contains(index + 1) && (self[index + 1] == .hold || self[index + 1] == .convene)
      return meeting != nil && gathering ? (meeting ?? index) + 1 : nil
    default: return nil
    }
  }

  private func isExcluded(_ index: Int) -> Bool {
    // «заочное голосование, а также передача голоса не допускаются»; but «доклад на заочное голосование не
    // выносится» bars the report alone.
    !token(index - 1).is("на") && isForbidden(in: strungSegments(at: index))
  }

  // MARK: Opinions and substitutes

  func readOpinion(into body: inout CollegialBody) {
    guard has(.opinion), has(.writing), present.meets([.absent, .attend, .forbid, .not]) else {
      return
    }
    for index in range where self[index] == .opinion {
      let clause = clause(at: index)
      guard !contains([.special], from: index - 2, to: index),
        contains([.writing], in: clause), isOfAbsent(clause)
      else { continue }
      // «мнение отсутствующего не учитывается»
      let tail = tokens(index, clause.upperBound)
      if tail.contains(where: { isNegated($0) && token($0).has(stem: "учит") }) { continue }
      body.votes.append(Spanned(.writtenOpinion, span(index, index + 1)))
      return
    }
  }

  /// «отсутствующий», «не может присутствовать», «при невозможности участия».
  private func isOfAbsent(_ part: Range<Int>) -> Bool {
    for index in part.clamped(to: range) {
      switch self[index] {
      case .absent: return true
      case .attend, .attending:
        if contains([.not, .forbid], from: index - 4, to: index) { return true }
      default: continue
      }
    }
    return false
  }

  func readProxy(into body: inout CollegialBody) {
    guard has(.delegate) || has(.substitute) || has(.people) else { return }
    for index in range
    where self[index] == .delegate || self[index] == .substitute || isOwnRepresentative(index) {
      guard let isAllowed = proxy(at: index) else { continue }
      body.votes.append(Spanned(.proxy(isAllowed: isAllowed), span(index, index + 1)))
      return
    }
  }

  /// Whether a member sends «своего представителя с правом голоса».
  private func isOwnRepresentative(_ index: Int) -> Bool {
    self[index] == .people && token(index).has(stem: "представител")
      && token(index - 1).has(stem: "сво")
      && contains([.vote, .voting], from: index, to: index + 6)
  }

  /// «замена», «передача», «делегирование», not «заменяет».
  private func isNoun(_ index: Int) -> Bool {
    let word = token(index).letters
    return word.ends(in: "а") || word.ends(in: "ие") || word.ends(in: "ия")
      || word.ends(in: "у") || word.ends(in: "ы")
  }

  private func proxy(at index: Int) -> Bool? {
    let clause = clause(at: index)
    let segment = strungSegments(at: index)
    let near = tokens(index - 8, index + 10)
    let isOfMember =
      contains([.member, .vote, .participant, .people], in: near)
      || token(index).has(stem: "доверен")
    // «передать письменное мнение», «передаются материалы»
    if contains([.opinion, .agenda, .minutes], from: index - 6, to: index + 6) { return nil }
    // «руководитель или лицо, его замещающее»
    if token(index).has(stem: "замещающ"), !contains([.allow, .forbid], in: segment) { return nil }
    if self[index - 1] == .right, self[index - 2] == .without { return false }
    if self[index - 1] == .without { return false }
    guard isOfMember || contains([.right], in: near) || isNoun(index) && isForbidden(in: segment)
    else { return nil }
    // The chair hands over to the deputy: that is a matter of replacement.
    if contains([.chair], from: clause.lowerBound, to: index),
      contains([.deputy], from: index, to: clause.upperBound),
      !contains([.vote, .member], in: segment)
    {
      return nil
    }
    if isForbidden(in: segment) { return false }
    if contains([.allow, .right], in: clause) || token(index).has(stem: "доверен") {
      // A substitute without a vote is no proxy.
      if contains([.advisory], in: clause) { return nil }
      return true
    }
    return nil
  }
}
