import ActaDiagnostics
import ActaModel

/// Telling the members of a meeting in advance.
extension BodySentence {
  private static let telling: BodyLexemes = [.notify, .circulate, .send, .receive]

  func readNotices(into body: inout CollegialBody) {
    guard present.meets(Self.telling) || has(.delegate),
      present.meets([.member, .participant, .people, .circulate, .attending])
    else { return }
    var settled: Set<Int> = []
    var behind = range.lowerBound
    for index in range {
      // «3 рабочих дня» is one term, not also «рабочих дня».
      guard index >= behind, let term = term(at: index) else { continue }
      behind = term.next
      guard let start = leadStart(index, term.next), isBeforeMeeting(index, term.next),
        let verb = teller(of: index..<term.next)
      else { continue }
      settled.insert(clause(at: verb).lowerBound)
      body.notices.append(
        Spanned(NoticeRule(lead: term.value), span(start, term.next).joined(token(verb).span)))
    }
    for verb in range where isDuty(verb) {
      guard settled.insert(clause(at: verb).lowerBound).inserted else { continue }
      body.notices.append(Spanned(NoticeRule(lead: nil), token(verb).span))
    }
  }

  /// Where «не позднее чем за 3 дня», «за 3 дня» begins; `nil` where the term does not run up to something.
  private func leadStart(_ index: Int, _ next: Int) -> Int? {
    var start = index
    var isLead = token(next).is("до") || token(next).is("перед")
    for _ in 0..<7 {
      let before = token(start - 1)
      if self[start - 1] == .by { isLead = true }
      guard
        self[start - 1] == .by || before.is("чем") || before.is("не") || before.is("позднее")
          || before.is("позже") || before.is("менее") || before.is("минимум")
          || before.is("ранее") || before.kind == .comma || before.is("как")
      else { break }
      start -= 1
    }
    if token(start).kind == .comma { start += 1 }
    return isLead && start < index || token(next).is("до") ? start : nil
  }

  /// Whether what the term runs up to is the meeting, or is not said.
  private func isBeforeMeeting(_ index: Int, _ next: Int) -> Bool {
    guard token(next).is("до") || token(next).is("перед") else {
      return has(.meeting) || has(.convene)
    }
    if contains([.meeting, .convene, .hold, .pronoun], from: next + 1, to: next + 7) {
      return true
    }
    return has(.meeting) && contains([.day, .agenda], from: next + 1, to: next + 5)
  }

  /// The verb of telling that a term belongs to, with the members as those who are told.
  private func teller(of term: Range<Int>) -> Int? {
    let clause = clause(at: term.lowerBound).clamped(
      to: tokens(term.lowerBound - 40, term.upperBound + 40))
    var best: (distance: Int, verb: Int)?
    for verb in clause where isTelling(verb) && !term.contains(verb) {
      guard isTold(verb, in: clause) else { continue }
      let distance = verb < term.lowerBound ? term.lowerBound - verb : verb - term.upperBound
      if best.map({ distance < $0.distance }) ?? true { best = (distance, verb) }
    }
    return best?.verb
  }

  /// «материалы передаются членам» tells as «направляются» does.
  private func isTelling(_ index: Int) -> Bool {
    Self.telling.contains(self[index])
      || self[index] == .delegate && token(index).has(stem: "передаю") && has(.agenda)
  }

  private func isTold(_ verb: Int, in clause: Range<Int>) -> Bool {
    if contains([.opinion], in: clause), !contains([.agenda], in: clause) { return false }
    if token(verb).isAdjective, self[verb] != .notify { return false }
    if self[verb] == .receive { return contains([.member, .participant], in: clause) }
    let low = max(clause.lowerBound, verb - 24)
    let high = min(clause.upperBound, verb + 24)
    if hasRecipients(in: tokens(low, high), of: verb) { return true }
    // «Повестка рассылается не позднее чем …»: to whom goes without saying.
    return self[verb] == .circulate
      && !contains([.secretary, .officer, .chair], from: verb, to: high)
  }

  /// Whether a verb tells the members of a meeting, whatever the term.
  private func isDuty(_ verb: Int) -> Bool {
    guard [.notify, .circulate, .send].contains(self[verb]) else { return false }
    let clause = clause(at: verb)
    return contains([.meeting, .agenda], from: verb, to: clause.upperBound)
      && !contains([.minutes, .paper, .absentee], in: clause) && isTold(verb, in: clause)
  }

  /// Whether members are those who are told or sent something by a verb.
  func hasRecipients(in part: Range<Int>, of verb: Int) -> Bool {
    for index in part.clamped(to: range)
    where self[index] == .member || self[index] == .participant || self[index] == .people {
      let word = token(index).letters
      if self[index] == .people,
        !isRecipientCase(word)
          || !contains([.attending, .belonging, .attend], from: index, to: index + 4)
      {
        continue
      }
      // «направляется членам», «каждому члену»
      if isRecipientCase(word) { return true }
      let isTelling = self[verb] == .notify
      // «уведомляет членов», but in «член уведомляет секретаря» the member tells.
      if isTelling, word.hasSuffix("ов"), index > verb || token(verb).isReflexive { return true }
      if isTelling, word.hasSuffix("ов"), !contains([.member], from: verb, to: part.upperBound) {
        return !contains([.secretary, .chair, .officer], from: verb, to: part.upperBound)
      }
      if isTelling, word.hasSuffix("ы") || word.hasSuffix("ки"),
        token(verb).isReflexive || token(verb).isShortParticiple
      {
        return true
      }
      // «доводится до (сведения) членов»
      if word.hasSuffix("ов"), self[verb] == .send,
        contains([.knowledge], from: verb, to: index) || token(index - 1).is("до")
          || token(index - 2).is("до") || token(index - 1).is("адрес")
      {
        return true
      }
    }
    for index in part.clamped(to: range) where token(index).is("всем") || token(index).is("каждому")
    {
      if self[index + 1] == .attending || self[index + 1] == .member { return true }
    }
    return false
  }

  private func isRecipientCase(_ word: Letters) -> Bool {
    word.hasSuffix("ам") || word.equals("члену") || word.equals("участнику")
  }
}

extension Token {
  /// «уведомляются», «извещается».
  var isReflexive: Bool { letters.ends(in: "ся") || letters.ends(in: "сь") }

  /// «уведомлены», «извещены».
  var isShortParticiple: Bool {
    letters.ends(in: "ены") || letters.ends(in: "ен") || letters.ends(in: "аны")
  }
}
