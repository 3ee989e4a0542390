import ActaDiagnostics
import ActaModel

/// Quorums and majorities: what the shares that a sentence names are needed for.
extension BodySentence {
  func readShares(into body: inout CollegialBody) {
    guard
      has(.majority) || has(.unanimous)
        || present.meets(Self.shareCues) && present.meets(Self.shareholders)
    else { return }
    let setting: VotingSetting = isAbsentee ? .absentee : .meeting
    var previous = range.lowerBound
    for share in statedShares() {
      let isSpecial = isSpecial(tokens(previous, share.range.lowerBound))
      let place = text.span(share.range.lowerBound..<max(share.base.end, share.range.upperBound))
      switch purpose(of: share) {
      case .quorum:
        if let size = quorumSize(share) {
          body.quorums.append(Spanned(QuorumRule(size, setting: setting), place))
        }
      case .majority:
        if let majority = majority(share, isSpecial, setting) {
          body.votes.append(Spanned(.majority(majority), place))
        }
      case nil: break
      }
      previous = share.range.upperBound
    }
    readWhole(into: &body, setting)
  }

  private enum Purpose { case quorum, majority }

  private static let attendance: BodyLexemes = [.attend, .attending, .presence, .absent, .paper]
  private static let standing: BodyLexemes = [.quorum, .competent, .incompetent]
  private static let deciding: BodyLexemes = [.adopt, .voted, .cast, .decision]
  private static let neither: BodyLexemes = [
    .demand, .proportion, .consists, .enter, .form, .appoint, .report,
  ]
  /// Of whom a share can be, or what makes it one without their being named.
  private static let shareholders: BodyLexemes = [
    .member, .people, .participant, .vote, .roster, .number, .attending, .invited, .voter,
    .quorum, .competent, .incompetent, .meeting,
  ]
  private static let shareCues = attendance.union(standing).union(deciding)
  private static let allCues = shareCues.union(neither)

  private func purpose(of share: StatedShare) -> Purpose? {
    let clause = clause(at: share.range.lowerBound)
    let isPeople = if case .people = share.amount { true } else { false }
    if !isPeople, share.isInstrumental || share.base.hasVotes {
      // «особое мнение по принятому большинством решению»
      if contains([.special], in: clause), contains([.opinion], in: clause) { return nil }
      // «лица, обладающие более чем половиной голосов»
      let low = share.range.lowerBound
      if !contains([.possessing], from: low - 4, to: low),
        share.isMajority || isOnVotes(clause)
      {
        return .majority
      }
    }
    guard
      share.base.hasPeople
        || !isPeople && contains(Self.standing, in: clause) && !contains([.report], in: clause)
    else { return nil }
    let segment = segment(at: share.range.lowerBound)
    let back = tokens(segment.lowerBound, share.range.lowerBound)
    let ahead = tokens(share.range.upperBound, segment.upperBound)
    let before = tokens(clause.lowerBound, segment.lowerBound)
    let rest = tokens(ahead.upperBound, clause.upperBound)
    for (part, isBack) in [(back, true), (ahead, false), (before, true), (rest, false)] {
      guard let cue = nearestCue(in: part, isBack, isPeople) else { continue }
      guard let purpose = purpose(of: share, cue, clause) else { return nil }
      return isPeople && !isQuorumOfPeople(share, purpose, clause) ? nil : purpose
    }
    return nil
  }

  /// Whether an instrumental or a share of votes decides something here.
  private func isOnVotes(_ clause: Range<Int>) -> Bool {
    contains([.adopt, .decision, .voted, .cast, .vote, .voting, .rejected], in: clause)
  }

  private func nearestCue(in part: Range<Int>, _ isBack: Bool, _ isPeople: Bool) -> Int? {
    // So many people decide nothing by themselves: what they do at the meeting counts.
    let cues = isPeople ? Self.attendance.union(Self.standing).union(Self.neither) : Self.allCues
    guard isBack else { return first(cues, in: part) }
    guard let cue = last(cues, in: part) else { return nil }
    // «решения принимаются» is one cue, and the decision alone is weaker than what is said of it.
    if self[cue] == .decision, let verb = last(Self.allCues, from: part.lowerBound, to: cue) {
      return verb
    }
    return cue
  }

  private func purpose(of share: StatedShare, _ cue: Int, _ clause: Range<Int>) -> Purpose? {
    switch self[cue] {
    case .attend, .attending, .presence, .absent, .paper, .quorum, .competent, .incompetent:
      return .quorum
    case .decision where token(cue - 1).is("по"): return nil
    case .adopt, .cast, .decision:
      return share.base.hasVotes || share.base.hasPeople ? .majority : nil
    case .voted:
      // «если в голосовании проголосовало более половины, оно состоялось»: nobody voted *for* anything.
      let votedFor = contains(
        [.by], from: max(cue - 8, clause.lowerBound), to: share.range.upperBound)
      return !votedFor && contains(Self.standing, in: clause) ? .quorum : .majority
    default: return nil
    }
  }

  /// A count of people is met in many sentences; it is a quorum only where meeting or deciding hangs on it.
  private func isQuorumOfPeople(
    _ share: StatedShare, _ purpose: Purpose, _ clause: Range<Int>
  ) -> Bool {
    guard purpose == .quorum else { return false }
    if contains(Self.standing, in: clause) { return true }
    return share.bound != .none && share.bound != .atMost
      && contains([.ifWord, .hold, .adopt, .allow], in: clause)
  }

  /// Whether the majority holds for some questions or decisions only.
  private func isSpecial(_ part: Range<Int>) -> Bool {
    for index in part.clamped(to: range) {
      if self[index] == .question, token(index - 1).is("по") || token(index - 2).is("по") {
        return true
      }
      if self[index] == .decision, token(index + 1).is("о") || token(index + 1).is("об") {
        return true
      }
    }
    return false
  }

  private func quorumSize(_ share: StatedShare) -> QuorumRule.Size? {
    switch share.amount {
    case .unstated: return nil
    case .people(let count):
      let (next, overflow) = count.addingReportingOverflow(1)
      return overflow ? nil : .count(share.isBeyond ? next : count)
    case .fraction(let numerator, let denominator):
      var (numerator, relation) = (numerator, Share.Relation.atLeast)
      if isShareOfAbsent(share) {
        // So many away close the meeting: the others are what it needs. More than f away leave less than 1 − f.
        relation = share.isBeyond ? .atLeast : .moreThan
        numerator = denominator - numerator
      } else if share.isBeyond || share.isMajority && share.bound == .none {
        relation = .moreThan
      }
      return Share(relation, numerator, denominator).map { .share($0, of: share.base.quorum) }
    }
  }

  private func isShareOfAbsent(_ share: StatedShare) -> Bool {
    let segment = segment(at: share.range.lowerBound)
    if let cue = last(
      Self.attendance.union([.quorum]), from: segment.lowerBound, to: share.range.lowerBound)
    {
      return self[cue] == .absent
    }
    guard let cue = first(Self.attendance, from: share.range.upperBound, to: segment.upperBound)
    else { return false }
    return self[cue] == .absent
  }

  private func majority(
    _ share: StatedShare, _ isSpecial: Bool, _ setting: VotingSetting
  ) -> Majority? {
    var stated: Share?
    if case .fraction(let numerator, let denominator) = share.amount {
      stated = Share(share.isBeyond ? .moreThan : .atLeast, numerator, denominator)
      guard stated != nil else { return nil }
    } else if case .people = share.amount {
      return nil
    }
    return Majority(
      stated, of: share.base.majority, isBaseStated: share.base.isStated, isSpecial: isSpecial,
      setting: setting)
  }

  // MARK: All of them

  /// «единогласно», «за него высказались все члены», «присутствуют все члены».
  private func readWhole(into body: inout CollegialBody, _ setting: VotingSetting) {
    for index in range {
      if self[index] == .unanimous, isHeld(index) {
        let all = all(in: tokens(index - 8, index + 10))
        add(
          all.map { $0.base } ?? wholeBase(near: index), at: index..<index + 1, to: &body, setting)
        continue
      }
      guard isAll(index), let base = allBase(at: index), !has(.unanimous) else { continue }
      let segment = segment(at: index)
      let verb =
        last([.voted, .cast], from: segment.lowerBound, to: index)
        ?? first([.voted, .cast], from: index, to: segment.upperBound)
      let clause = clause(at: index)
      if let verb {
        let isFor =
          contains([.by], from: max(segment.lowerBound, verb - 8), to: verb + 3)
          || token(verb).has(stem: "поддерж")
        if isFor { add(base.base, at: index..<base.next, to: &body, setting) }
      } else if contains(Self.standing, in: clause), contains([.attend, .presence], in: segment),
        let share = Share(.atLeast, 1, 1)
      {
        body.quorums.append(
          Spanned(
            QuorumRule(.share(share, of: .members), setting: setting), span(index, base.next)))
      }
    }
  }

  private func add(
    _ base: Majority.Base, at part: Range<Int>, to body: inout CollegialBody,
    _ setting: VotingSetting
  ) {
    guard let share = Share(.atLeast, 1, 1) else { return }
    let isSpecial = isSpecial(tokens(range.lowerBound, part.lowerBound))
    body.votes.append(
      Spanned(
        .majority(Majority(share, of: base, isSpecial: isSpecial, setting: setting)),
        text.span(part)))
  }

  /// Whether unanimity is asked for, not found missing.
  private func isHeld(_ index: Int) -> Bool {
    !contains([.not, .absent, .without], from: index - 2, to: index)
      && !contains([.not], from: index + 1, to: index + 3)
  }

  private func isAll(_ index: Int) -> Bool {
    let word = token(index)
    return word.is("все") || word.is("всеми") || word.is("всех")
  }

  private func all(in part: Range<Int>) -> (base: Majority.Base, next: Int)? {
    for index in part.clamped(to: range) where isAll(index) {
      if let base = allBase(at: index) { return base }
    }
    return nil
  }

  /// «все члены Комиссии, участвующие в голосовании».
  private func allBase(at index: Int) -> (base: Majority.Base, next: Int)? {
    var (next, base) = (index + 1, Majority.Base.members)
    var hasPeople = false
    while next < index + 12 {
      switch self[next] {
      case .member, .people, .participant: hasPeople = true
      case .attending:
        base = takesPartInVoting(next) ? .voting : .present
        hasPeople = true
      case .voter: (base, hasPeople) = (.voting, true)
      case .voted, .cast, .attend, .adopt: return hasPeople ? (base, next) : nil
      default:
        guard isBreak(next) else { break }
        guard [.attending, .voter].contains(self[next + 1]) else {
          return hasPeople ? (base, next) : nil
        }
      }
      next += 1
    }
    return hasPeople ? (base, next) : nil
  }

  /// Whose unanimity is meant where «все» does not say it.
  private func wholeBase(near index: Int) -> Majority.Base {
    let part = tokens(index - 6, index + 8)
    if let cue = first([.attending, .voter], in: part) {
      return self[cue] == .voter || takesPartInVoting(cue) ? .voting : .present
    }
    return contains([.number, .onPaper], from: index + 1, to: index + 8) ? .members : .present
  }
}
