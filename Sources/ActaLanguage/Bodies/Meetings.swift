import ActaDiagnostics
import ActaModel

/// How often a body meets.
extension BodySentence {
  private static let subjects: BodyLexemes = [.meeting, .convene]

  func readMeetings(into body: inout CollegialBody) {
    guard present.meets(Self.subjects) else { return }
    var index = range.lowerBound
    while index < range.upperBound {
      if let stated = frequency(at: index) {
        if let rule = stated.value, isOnMeetings(index, stated.next) {
          body.meetings.append(Spanned(rule, span(frequencyStart(index), stated.next)))
        }
        index = max(stated.next, index + 1)
        continue
      }
      if self[index] == .need, isOnDemand(index), isOnMeetings(index, index + 1), isGoverned(index)
      {
        let start = token(index - 1).is("при") ? index - 1 : index - 2
        body.meetings.append(Spanned(.asNeeded, span(max(start, range.lowerBound), index + 1)))
      }
      index += 1
    }
  }

  /// Where «не реже чем …» before a frequency begins.
  private func frequencyStart(_ index: Int) -> Int {
    var start = index
    for _ in 0..<4 {
      let isBound =
        self[start - 1] == .rarer || self[start - 1] == .less || self[start - 1] == .not
        || self[start - 1] == .atLeast || token(start - 1).is("чем")
        || token(start - 1).kind == .comma && token(start).is("чем")
      guard isBound else { break }
      start -= 1
    }
    return start
  }

  /// «по мере необходимости», «при необходимости», «в случае необходимости».
  private func isOnDemand(_ index: Int) -> Bool {
    let before = token(index - 1)
    return before.is("мере") || before.is("при") || before.is("случае") || before.is("по")
      || before.is("случаях") || before.is("возникновении") || before.is("производственной")
  }

  /// A statement of frequency at a token, and `nil` for one that binds nobody («не чаще»).
  private func frequency(at index: Int) -> Parsed<MeetingRule?>? {
    if let (period, count) = adverb(at: index) {
      // «ежегодно не менее двух раз»
      var next = index + 1
      while next < index + 4, [.not, .less, .rarer, .and].contains(self[next]) { next += 1 }
      if let times = times(at: next), every(at: times.next) == nil {
        return Parsed(.frequency(times: times.value, count: count, period), next: times.next)
      }
      return Parsed(.frequency(times: 1, count: count, period), next: index + 1)
    }
    guard let times = times(at: index) else { return nil }
    let isUpperBound =
      contains([.oftener], from: index - 3, to: index)
      || contains([.more], from: index - 2, to: index)
    var next = times.next
    // «четырех заседаний в год», «одного раза в течение квартала»
    if self[next] == .meeting { next += 1 }
    guard let period = every(at: next) else { return nil }
    let rule = MeetingRule.frequency(times: times.value, count: period.value.0, period.value.1)
    return Parsed(isUpperBound ? nil : rule, next: period.next)
  }

  private func adverb(at index: Int) -> (MeetingRule.Period, Int)? {
    switch self[index] {
    case .weekly: (.week, 1)
    case .monthly: (.month, 1)
    case .quarterly: (.quarter, 1)
    case .yearly: (.year, 1)
    case .each: every(at: index).map { ($0.value.1, $0.value.0) }
    default: nil
    }
  }

  /// «одного раза», «двух раз», «раза», «дважды», «4 заседаний».
  private func times(at index: Int) -> Parsed<Int>? {
    switch self[index] {
    case .twice: return Parsed(2, next: index + 1)
    case .thrice: return Parsed(3, next: index + 1)
    case .times: return Parsed(1, next: index + 1)
    default: break
    }
    guard let count = text.cardinal(at: index), count.value > 0 else { return nil }
    if self[count.next] == .times { return Parsed(count.value, next: count.next + 1) }
    return self[count.next] == .meeting ? count : nil
  }

  /// «в квартал», «в три месяца», «каждые 6 месяцев», «за полугодие», «в течение года».
  private func every(at index: Int) -> Parsed<(Int, MeetingRule.Period)>? {
    let opener = token(index)
    guard
      opener.is("в") || opener.is("во") || opener.is("за") || opener.is("на")
        || self[index] == .each
    else { return nil }
    var next = index + 1
    if token(next).is("течение") || token(next).is("течении") { next += 1 }
    if self[next] == .each { next += 1 }
    var count = 1
    if let number = text.cardinal(at: next) { (count, next) = (number.value, number.next) }
    if self[next] == .calendar { next += 1 }
    let period: MeetingRule.Period? =
      switch self[next] {
      case .week: .week
      case .month: .month
      case .quarter: .quarter
      case .halfYear: .halfYear
      case .year: .year
      default: token(next).is("полгода") ? .halfYear : nil
      }
    guard let period, count > 0 else { return nil }
    return Parsed((count, period), next: next + 1)
  }

  /// Whether the body's meetings are what happens so often, not what happens at them.
  private func isOnMeetings(_ start: Int, _ end: Int) -> Bool {
    let segment = segment(at: start)
    if contains([.extraordinary], in: segment) { return false }
    // «проводит не менее четырех заседаний в год»
    if contains([.meeting], from: start, to: end) { return true }
    let subjects: BodyLexemes = [
      .meeting, .convene, .report, .minutes, .notify, .roster, .send, .agenda,
    ]
    var index = start
    while let subject = last(subjects, from: range.lowerBound, to: index) {
      index = subject
      switch self[subject] {
      // «на заседании» is where something else happens.
      case .meeting:
        let before = token(subject - 1)
        let isPlace =
          (before.is("на") || token(subject - 2).is("на") || before.is("в") || before.is("к")
            || before.is("о"))
          && (token(subject).letters.ends(in: "ии") || token(subject).letters.ends(in: "иях"))
        if isPlace { return contains([.convene], in: segment) }
        return !contains([.extraordinary], from: subject - 2, to: subject)
      case .convene: return !contains([.extraordinary], from: subject - 3, to: subject + 3)
      case .agenda, .roster, .send: continue
      case .report where isAdjunct(subject): continue
      default: return false
      }
    }
    // «Не реже одного раза в квартал проводятся заседания …»
    return first(Self.subjects, from: end, to: end + 8) != nil
      && !contains([.report], from: end, to: end + 8)
  }

  /// «согласно плану», «в соответствии с планом»: what a meeting follows, not what happens so often.
  private func isAdjunct(_ index: Int) -> Bool {
    let before = token(index - 1)
    return before.is("согласно") || before.is("по") || before.is("с") || before.is("со")
      || token(index).letters.ends(in: "ом") || token(index).letters.ends(in: "ами")
  }

  /// Whether a verb says that meetings are held so: in «назначает день (при необходимости) заседания» none does.
  private func isGoverned(_ index: Int) -> Bool {
    let part = segment(at: index)
    // «при необходимости заседания могут проводиться дистанционно» says how, not when.
    if token(index - 1).is("при"), contains([.allow], in: part) { return false }
    let low = max(range.lowerBound, part.lowerBound - 14)
    for position in tokens(low, part.upperBound + 8) {
      switch self[position] {
      case .convene:
        // «созыв» the noun holds nothing by itself, but «по мере необходимости созываются» does.
        return !token(position).letters.equals("созыва")
      case .hold where !token(position).has(stem: "проведени"): return true
      case .leading where token(position).has(stem: "провод"): return true
      default: continue
      }
    }
    return false
  }
}
