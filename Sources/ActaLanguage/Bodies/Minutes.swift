import ActaDiagnostics
import ActaModel

/// What is said of the minutes: when they are drawn up, who signs them, when the members get them.
extension BodySentence {
  /// `isContinued` when the sentence before was on the minutes and this one may go on with «Он подписывается …».
  func readMinutes(into body: inout CollegialBody, isContinued: Bool) {
    guard has(.minutes) || isContinued && isOnSameSubject else { return }
    readSteps(into: &body)
    readSignatories(into: &body)
  }

  private var isOnSameSubject: Bool {
    let opener = token(range.lowerBound)
    return opener.is("он") || self[range.lowerBound] == .sign || opener.is("указанный")
  }

  private static let steps: BodyLexemes = [
    .compose, .sign, .signature, .send, .circulate, .knowledge,
  ]

  private func readSteps(into body: inout CollegialBody) {
    var claimed: [Int: Spanned<Term>] = [:]
    var index = range.lowerBound
    while index < range.upperBound {
      guard let term = termAfterMeeting(at: index) else {
        index += 1
        continue
      }
      if let verb = governor(of: index..<term.next), claimed[verb] == nil {
        claimed[verb] = Spanned(term.value, span(term.start, term.next))
      }
      index = max(term.next, index + 1)
    }
    for verb in range where isStep(verb) {
      let term = claimed[verb]
      let place = term.map { $0.span.joined(token(verb).span) } ?? token(verb).span
      switch self[verb] {
      case .compose, .sign, .signature, .adopt:
        let step = self[verb] == .compose ? MinutesRule.Step.composing : .signing
        if term != nil || step == .composing && !isAnother(verb) {
          body.minutes.append(Spanned(.drawnUp(step, within: term?.value), place))
        }
      default:
        if isSentToMembers(verb) {
          let shared = term ?? sharedTerm(of: verb, claimed)
          body.minutes.append(Spanned(.sent(within: shared?.value), place))
        }
      }
    }
  }

  /// The term in front of the first of several verbs that «и» joins holds for each of them: «в течение 5 дней
  /// подписывается и направляется членам».
  private func sharedTerm(of verb: Int, _ claimed: [Int: Spanned<Term>]) -> Spanned<Term>? {
    guard let first = claimed.keys.filter({ $0 < verb }).max(), let term = claimed[first],
      term.span.end <= token(first).start
    else { return nil }
    let between = first + 1..<verb
    return between.contains { self[$0] == .and } && !between.contains { isBreak($0) } ? term : nil
  }

  /// A verb, or a noun that stands for one, not the event that a term runs from.
  private func isStep(_ index: Int) -> Bool {
    if self[index] == .adopt { return token(index).has(stem: "утвержда") }
    guard Self.steps.contains(self[index]) else { return false }
    if self[index] == .knowledge { return false }
    let word = token(index)
    // «подписанный протокол», «после подписания», «представленные материалы»
    if word.isAdjective { return false }
    if word.letters.ends(in: "ия") || word.letters.ends(in: "ии") || word.letters.ends(in: "ки") {
      return false
    }
    return true
  }

  /// A sentence that names the minutes beside another thing («отчет составляется …») states nothing on them.
  private func isAnother(_ verb: Int) -> Bool {
    let segment = segment(at: verb)
    return contains([.report, .agenda], in: segment) && !contains([.minutes], in: segment)
  }

  private struct BoundTerm {
    var value: Term
    var start: Int
    var next: Int
  }

  /// «в течение 3 рабочих дней», «не позднее пяти дней», «в 3-дневный срок», not «за 3 дня до».
  private func termAfterMeeting(at index: Int) -> BoundTerm? {
    guard let term = term(at: index) else { return nil }
    var start = index
    for _ in 0..<6 {
      let before = token(start - 1)
      guard
        before.is("в") || before.is("течение") || before.is("течении") || before.is("не")
          || before.is("позднее") || before.is("позже") || before.is("чем") || before.is("через")
          || before.is("более") || before.is("срок") || before.is("превышающий")
          || before.is("до") || before.is("свыше") || before.kind == .comma
          || before.is("сроки") || before.is("на") || before.is("по") || before.is("истечении")
      else { break }
      start -= 1
    }
    if token(start).kind == .comma { start += 1 }
    let isLead =
      self[start - 1] == .by || token(term.next).is("до") && !token(index - 1).is("до")
      || token(term.next).is("перед")
    guard !isLead, start < index else { return nil }
    return BoundTerm(value: term.value, start: start, next: term.next)
  }

  /// The step nearest to a term; what stands before a conjunction is farther than what follows the term at once.
  private func governor(of term: Range<Int>) -> Int? {
    let segment = segment(at: term.lowerBound)
    var best: (cost: Int, verb: Int)?
    for verb in tokens(term.lowerBound - 40, term.upperBound + 40)
    where isStep(verb) && !term.contains(verb) {
      let isBefore = verb < term.lowerBound
      let between = isBefore ? verb + 1..<term.lowerBound : term.upperBound..<verb
      var cost = between.count * 2 + (isBefore ? 0 : 1)
      for index in between {
        // Another term stands nearer to that verb.
        if !isBefore, text.cardinal(at: index) != nil { cost += 8 }
        if self[index] == .and { cost += 8 }
        if isBreak(index) { cost += 12 }
      }
      if !segment.contains(verb) { cost += 6 }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, verb) }
    }
    return best?.verb
  }

  /// Whether what is sent goes to the members: «направляется членам», «доводится до сведения членов», «рассылается».
  private func isSentToMembers(_ verb: Int) -> Bool {
    // «рассылает членам опросные листы»
    if contains([.paper, .agenda], in: segment(at: verb)),
      !contains([.minutes], in: segment(at: verb))
    {
      return false
    }
    let clause = clause(at: verb)
    var high = verb + 1
    while high < clause.upperBound, !(isStep(high) && high > verb + 1) { high += 1 }
    let part = tokens(max(clause.lowerBound, verb - 12), high)
    if hasRecipients(in: part, of: verb) { return true }
    guard self[verb] == .circulate else { return false }
    return !contains([.secretary, .officer, .chair], from: verb, to: high)
  }

  // MARK: Signatories

  private func readSignatories(into body: inout CollegialBody) {
    for index in range where self[index] == .sign || self[index] == .signature {
      // «подписанный протокол направляется», «после подписания протокола»
      let word = token(index)
      if self[index] == .sign, word.letters.ends(in: "ния") || word.letters.ends(in: "нии") {
        continue
      }
      let isAttribute = word.isAdjective && self[index] == .sign
      if isAttribute, self[index + 1] == .minutes { continue }
      var (found, end) = signatories(from: index + 1)
      var start = index
      if found.isEmpty {
        let low = subjectStart(of: index)
        (found, end) = (signatories(from: low, to: index).0, index + 1)
        start = low
      }
      guard !found.isEmpty else { continue }
      body.minutes.append(Spanned(.signed(by: found), span(start, end)))
    }
  }

  /// Where the list of those who do something begins: «Председатель, его заместитель и секретарь подписывают …».
  private func subjectStart(of verb: Int) -> Int {
    var low = segment(at: verb).lowerBound
    while token(low - 1).kind == .comma {
      let item = segment(at: low - 2)
      guard contains([.chair, .deputy, .secretary, .presiding], in: item),
        !contains([.compose, .send, .circulate, .hold, .leading, .notify, .adopt], in: item)
      else { break }
      low = item.lowerBound
    }
    return low
  }

  private func signatories(
    from start: Int, to limit: Int? = nil
  ) -> ([MinutesRule.Signatory], Int) {
    var found: [MinutesRule.Signatory] = []
    var end = start
    func add(_ signatory: MinutesRule.Signatory, _ next: Int) {
      if !found.contains(signatory) { found.append(signatory) }
      end = next
    }
    var index = start
    scan: while index < min(limit ?? range.upperBound, start + 48) {
      switch self[index] {
      case .presiding: add(.presiding, index + 1)
      case .leading:
        if contains([.meeting], from: index + 1, to: index + 3) { add(.presiding, index + 2) }
        if self[index + 1] == .minutes { add(.secretary, index + 2) }
      case .chair: add(isVice(index) ? .deputy : .chair, index + 1)
      case .deputy:
        add(.deputy, index + 1)
        // «заместителем председателя» names one person.
        index = endOfDeputy(index) - 1
      case .secretary: add(.secretary, index + 1)
      case .member, .participant:
        if !found.isEmpty, !token(index).isGroup { break }
        if token(index).isGroup { add(.allPresent, index + 1) }
      case .attending:
        if token(index - 1).is("всеми"), token(index).letters.ends(in: "ми") {
          add(.allPresent, index + 1)
        }
      case .send, .circulate, .compose, .adopt, .notify, .sign, .hold:
        if self[index] == .sign, token(index).isAdjective { break }
        if limit == nil { break scan }
      default:
        if token(index).kind == .semicolon { break scan }
      }
      index += 1
    }
    return (found, end)
  }

  /// Behind «заместителем председателя (Комиссии)».
  func endOfDeputy(_ index: Int) -> Int {
    var next = index + 1
    while token(next).isAdjective, self[next] == .other, next < index + 3 { next += 1 }
    let isChair = self[next] == .chair && token(next).isGenitive
    return isChair ? next + 1 : index + 1
  }
}

extension Token {
  /// «членами», «члены», «участниками»: several of them sign.
  fileprivate var isGroup: Bool {
    letters.ends(in: "ами") || letters.ends(in: "ы") || letters.ends(in: "и")
  }

  var isGenitive: Bool {
    letters.ends(in: "а") || letters.ends(in: "я") || letters.ends(in: "ы")
      || letters.ends(in: "и")
  }
}
