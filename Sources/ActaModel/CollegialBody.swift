package import ActaDiagnostics

/// A collegial body (коллегиальный орган) as the sentences of its regulation state it.
///
/// Every statement stays, in the order of the text, also where two of them disagree: which one holds is not for the
/// reader to say (`conflicts`).
package struct CollegialBody: Sendable, Hashable {
  package var quorums: [Spanned<QuorumRule>] = []
  package var votes: [Spanned<VotingRule>] = []
  package var meetings: [Spanned<MeetingRule>] = []
  package var minutes: [Spanned<MinutesRule>] = []
  package var notices: [Spanned<NoticeRule>] = []
  package var compositions: [Spanned<Composition>] = []
  package var replacements: [Spanned<ReplacementRule>] = []
  /// What looks like a rule and was not read as one.
  package var unread: [Spanned<UnreadRule>] = []

  package init() {}

  package var isEmpty: Bool { count == 0 && unread.isEmpty }

  /// How many statements were read.
  package var count: Int {
    quorums.count + votes.count + meetings.count + minutes.count + notices.count
      + compositions.count + replacements.count
  }

  /// Takes in the statements of another text, behind those of this one.
  package mutating func append(_ other: CollegialBody) {
    guard !other.isEmpty else { return }
    quorums += other.quorums
    votes += other.votes
    meetings += other.meetings
    minutes += other.minutes
    notices += other.notices
    compositions += other.compositions
    replacements += other.replacements
    unread += other.unread
  }

  /// The same statements with their spans carried elsewhere.
  package func mappingSpans(_ place: (Span) -> Span) -> CollegialBody {
    var moved = self
    for index in moved.quorums.indices { moved.quorums[index].span = place(quorums[index].span) }
    for index in moved.votes.indices { moved.votes[index].span = place(votes[index].span) }
    for index in moved.meetings.indices { moved.meetings[index].span = place(meetings[index].span) }
    for index in moved.minutes.indices { moved.minutes[index].span = place(minutes[index].span) }
    for index in moved.notices.indices { moved.notices[index].span = place(notices[index].span) }
    for index in moved.compositions.indices {
      moved.compositions[index].span = place(compositions[index].span)
    }
    for index in moved.replacements.indices {
      moved.replacements[index].span = place(replacements[index].span)
    }
    for index in moved.unread.indices { moved.unread[index].span = place(unread[index].span) }
    return moved
  }
}

/// Where a rule on attendance or votes holds.
package enum VotingSetting: String, Sendable, Hashable {
  case meeting
  /// Заочное голосование, опрос.
  case absentee
}

/// A line from which a body may meet or decide (кворум).
package struct QuorumRule: Sendable, Hashable {
  package enum Base: String, Sendable, Hashable {
    /// The number that the body has on paper: членов, установленного, утвержденного, списочного состава.
    case members
    /// The list of those invited or registered for one meeting.
    case attendingList = "attending-list"
  }

  package enum Size: Sendable, Hashable {
    case share(Share, of: Base)
    /// So many people, whatever the number of members.
    case count(Int)
  }

  package var size: Size
  package var setting: VotingSetting

  package init(_ size: Size, setting: VotingSetting = .meeting) {
    self.size = size
    self.setting = setting
  }
}

/// A statement on how decisions are taken.
package enum VotingRule: Sendable, Hashable {
  case majority(Majority)
  case castingVote(CastingVote)
  case ballot(Ballot)
  case absentee(AbsenteeVoting)
  /// An absent member may hand in an opinion in writing.
  case writtenOpinion
  /// Whether a member may be replaced or hand over the vote.
  case proxy(isAllowed: Bool)
}

/// The votes that a decision needs (большинство).
package struct Majority: Sendable, Hashable {
  package enum Base: String, Sendable, Hashable { case present, members, voting }

  /// `nil` where no figure is stated: «квалифицированным большинством».
  package var share: Share?
  package var base: Base
  /// Whether the text names the base; where it does not, those present are meant.
  package var isBaseStated: Bool
  /// Holds for some questions only: «по вопросам, указанным в …», «решение об исключении …».
  package var isSpecial: Bool
  package var setting: VotingSetting

  package init(
    _ share: Share?, of base: Base, isBaseStated: Bool = true, isSpecial: Bool = false,
    setting: VotingSetting = .meeting
  ) {
    self.share = share
    self.base = base
    self.isBaseStated = isBaseStated
    self.isSpecial = isSpecial
    self.setting = setting
  }
}

/// Whose vote decides when votes are equal (решающий голос).
package enum CastingVote: String, Sendable, Hashable {
  case chair
  /// Whoever leads that meeting (председательствующий).
  case presiding
  /// Nobody's: the decision falls, is put off or is voted again.
  case none
}

package enum Ballot: String, Sendable, Hashable { case open, secret }

/// Voting without a meeting (заочное голосование) and what is said of its order.
package struct AbsenteeVoting: Sendable, Hashable {
  package var isAllowed: Bool
  /// Barred for some questions only.
  package var isSpecial: Bool
  /// Somebody's decision is named by which it is held.
  package var isOrdered: Bool
  /// Ballot papers or questionnaires are named.
  package var hasPapers: Bool
  /// Within which the papers come back.
  package var returnTerm: Term?

  package init(
    isAllowed: Bool, isSpecial: Bool = false, isOrdered: Bool = false, hasPapers: Bool = false,
    returnTerm: Term? = nil
  ) {
    self.isAllowed = isAllowed
    self.isSpecial = isSpecial
    self.isOrdered = isOrdered
    self.hasPapers = hasPapers
    self.returnTerm = returnTerm
  }
}

/// How often a body meets.
package enum MeetingRule: Sendable, Hashable {
  /// At least so many times in each stretch: twice in one quarter, once in two weeks.
  case frequency(times: Int, count: Int, Period)
  /// «по мере необходимости»
  case asNeeded

  package enum Period: String, Sendable, Hashable {
    case week, month, quarter, halfYear = "half-year", year
  }
}

/// A statement on the minutes (протокол).
package enum MinutesRule: Sendable, Hashable {
  /// Written or signed, within a term after the meeting where one is stated.
  case drawnUp(Step, within: Term?)
  /// In the order of mention; those who may sign in another's absence are listed too.
  case signed(by: [Signatory])
  /// Sent or made known to the members, within a term where one is stated.
  case sent(within: Term?)

  package enum Step: String, Sendable, Hashable { case composing, signing }

  package enum Signatory: String, Sendable, Hashable {
    case presiding, chair, deputy, secretary
    case allPresent = "all-present"
  }
}

/// Members are told of a meeting, or sent something for it, in advance (извещение).
package struct NoticeRule: Sendable, Hashable {
  /// How long before the meeting; `nil` where the duty is stated without a term.
  package var lead: Term?

  package init(lead: Term?) { self.lead = lead }
}

/// The offices that a body is said to consist of (состав).
package struct Composition: Sendable, Hashable {
  /// One for each office, in the order of `Role.Office`; the title in the nominative without the body's name.
  package var roles: [Role]

  package init(roles: [Role]) { self.roles = roles }
}

/// Who acts while the holder of an office is away (замещение).
package struct ReplacementRule: Sendable, Hashable {
  package var absent: Role.Office
  package var acting: Role.Office

  package init(absent: Role.Office, acting: Role.Office) {
    self.absent = absent
    self.acting = acting
  }
}

/// What an unread sentence seems to regulate.
package enum UnreadRule: String, Sendable, Hashable {
  case quorum, majority, castingVote, meetings
}
