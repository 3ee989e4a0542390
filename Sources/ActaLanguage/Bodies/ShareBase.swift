import ActaModel

/// What a share is taken of.
struct ShareBase {
  var quorum: QuorumRule.Base = .members
  var majority: Majority.Base = .present
  var isStated = false
  var hasVotes = false
  /// Members, people or their number are named; or nothing at all is.
  var hasPeople = false
  /// Behind the last word that was read.
  var end: Int
}

extension BodySentence {
  /// What follows the figure: «(голосов) от общего числа членов, присутствующих на заседании».
  func base(from start: Int, before: Int) -> ShareBase {
    var base = baseForward(from: start)
    guard !base.isStated else { return base }
    // «от общего числа членов – более половины», in the same stretch of words.
    var index = before
    while index > before - 10, index > range.lowerBound, !isBreak(index - 1) {
      index -= 1
      guard token(index).is("от") else { continue }
      let earlier = baseForward(from: index)
      if earlier.isStated, earlier.end <= before {
        base.quorum = earlier.quorum
        base.majority = earlier.majority
        base.isStated = true
        base.hasPeople = true
      }
      break
    }
    return base
  }

  private func baseForward(from start: Int) -> ShareBase {
    var base = ShareBase(end: start)
    var (isAll, hasMembers, hasNumber) = (false, false, false)
    var (isVoting, isPresent, isList) = (false, false, false)
    var index = start
    scan: while index < min(start + 28, range.upperBound) {
      let word = token(index)
      switch word.kind {
      case .comma, .openingBracket:
        // «членов, присутствующих …», «членов, направивших опросные листы»
        guard
          [.attending, .voter, .invited, .belonging, .possessing].contains(self[index + 1])
            || token(index + 1).isGenitiveParticiple
        else { break scan }
      case .closingBracket, .openingQuote, .closingQuote, .straightQuote, .number, .percent: break
      case .dash where word.isGlued: break
      case .word:
        switch self[index] {
        case .vote: if !hasNumber && !hasMembers { base.hasVotes = true }
        case .member, .people, .belonging: hasMembers = true
        case .roster, .number, .onPaper: hasNumber = true
        case .attending:
          if takesPartInVoting(index) { isVoting = true } else { isPresent = true }
        case .attend where self[index - 1] == .attending: break  // «принявших участие»
        case .voter: isVoting = true
        case .participant:
          hasMembers = true
          if contains([.voting, .poll], from: index + 1, to: index + 3) { isVoting = true }
          if contains([.meeting], from: index + 1, to: index + 3) {
            (isPresent, isList) = (true, true)
          }
        case .invited: (isPresent, isList) = (true, true)
        case .paper: isVoting = true
        case .adopt, .decision, .hold, .ifWord, .by, .allow, .not, .attend, .presence, .absent,
          .quorum, .competent, .incompetent, .voted, .and, .without, .minutes, .compose:
          break scan
        case .other where word.is("плюс"): break scan
        case .other where word.has(stem: "спис"):
          if contains([.invited, .participant, .attending], from: index + 1, to: index + 4) {
            isList = true
          }
        case .other, .pronoun, .question, .possessing:
          if index == start || token(index - 1).kind == .word && self[index - 1] == .onPaper {
            if word.is("всех") || word.is("всего") || word.is("всей") { isAll = true }
            guard word.isAdjective || word.isBaseOpener || self[index] != .other else {
              base.end = index
              return base
            }
          } else if word.is("всех") || word.is("всего") || word.is("всей") {
            isAll = true
          }
        default: break
        }
      default: break scan
      }
      index += 1
    }
    base.end = index
    base.hasPeople =
      hasMembers || hasNumber || isVoting || isPresent || base.hasVotes || index == start
    base.isStated = isVoting || isPresent || hasNumber || hasMembers && (isAll || !base.hasVotes)
    base.majority =
      isVoting ? .voting : isPresent ? .present : base.isStated ? .members : .present
    base.quorum = isList ? .attendingList : .members
    return base
  }

  /// «участвующих в голосовании», not «присутствующих» and not «участвующих в заседании».
  func takesPartInVoting(_ index: Int) -> Bool {
    guard !token(index).has(stem: "присутств"),
      let voting = first([.voting, .poll], from: index + 1, to: index + 5)
    else { return false }
    return token(voting - 1).is("в") || token(voting - 2).is("в")
  }
}

extension Token {
  /// «внесенных», «направивших», «числящихся».
  fileprivate var isGenitiveParticiple: Bool {
    letters.ends(in: "нных") || letters.ends(in: "вших") || letters.ends(in: "щих")
      || letters.ends(in: "щихся") || letters.ends(in: "вшихся") || letters.ends(in: "мых")
  }

  /// «от», «из», «всех»: what a share is taken of begins here.
  fileprivate var isBaseOpener: Bool {
    self.is("от") || self.is("из") || self.is("всех") || self.is("всего") || self.is("всей")
      || self.is("со") || self.is("среди") || self.is("тех")
  }
}
