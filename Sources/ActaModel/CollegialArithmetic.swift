import ActaDiagnostics

extension QuorumRule {
  /// How many of a body's members must be there; `nil` where the body has too few to meet at all.
  ///
  /// A list of attendants is not known in advance, so its share is taken of the members.
  package func needed(ofMembers members: Int) -> Int? {
    switch size {
    case .count(let count): members >= count ? max(count, 0) : nil
    case .share(let share, of: _): share.least(of: members)
    }
  }
}

extension Majority {
  /// How many votes a decision needs when `attending` of `members` take part; `nil` where so few cannot decide, or
  /// where no figure is stated.
  package func needed(attending: Int, ofMembers members: Int) -> Int? {
    guard let share, attending >= 0, attending <= members else { return nil }
    let needed =
      switch base {
      case .members: share.least(of: members)
      case .present, .voting: share.least(of: attending)
      }
    guard let needed, needed <= attending else { return nil }
    return needed
  }
}

extension CollegialBody {
  /// The least attendance at which a meeting may be held, by each rule that is stated.
  package func neededToMeet(ofMembers members: Int) -> [Int?] {
    quorums.map { $0.value.needed(ofMembers: members) }
  }

  /// The votes that a decision needs at the least attendance that the rules allow, by each majority that is stated.
  ///
  /// Where no quorum is stated, all are taken to be there.
  package func neededToDecide(ofMembers members: Int) -> [Int?] {
    votes.compactMap { vote in
      guard case .majority(let majority) = vote.value else { return nil }
      let attending = quorums.lazy.map(\.value).filter { $0.setting == majority.setting }
        .compactMap { $0.needed(ofMembers: members) }.min()
      return .some(majority.needed(attending: attending ?? members, ofMembers: members))
    }
  }
}
