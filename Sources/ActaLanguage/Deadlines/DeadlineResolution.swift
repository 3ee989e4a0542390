import ActaModel

extension DeadlineGrammar {
  /// One deadline of all drafts, each having lent and borrowed years and periods.
  func deadline(of drafts: [DeadlineDraft]) -> Deadline {
    var drafts = drafts
    attachPoints(&drafts)
    lendYears(&drafts)
    attachBehind(&drafts)
    var readings: [Deadline] = []
    for draft in drafts {
      let reading = reading(of: draft)
      if case .noSuchDate = reading { return .noSuchDate }
      if reading == .none || readings.last == reading { continue }
      readings.append(reading)
    }
    if readings.count > 1 { readings.removeAll { $0 == .unreadable } }
    guard let first = readings.first else { return .none }
    return readings.count == 1 ? first : .all(readings)
  }

  /// Days that stand behind a frequency: «ежегодно, до 1 февраля и 1 июля».
  private func attachPoints(_ drafts: inout [DeadlineDraft]) {
    var frequency: Periodicity?
    var kept: [DeadlineDraft] = []
    for draft in drafts {
      var draft = draft
      if case .recurring(let periodicity) = draft.value {
        frequency = periodicity
      } else if let known = frequency, let point = yearlyPoint(draft) ?? monthlyPoint(draft),
        isNear(kept.last, draft), fits(point, known)
      {
        var periodicity = known
        periodicity.by = point
        draft.value = .recurring(periodicity)
        // «ежегодно» without a day of its own has found it.
        if case .recurring(let last)? = kept.last?.value, last.by == nil { kept.removeLast() }
      } else {
        frequency = nil
      }
      kept.append(draft)
    }
    drafts = kept
  }

  /// Days that stand before their frequency: «до 1 февраля ежегодно», «20 января и 20 июля ежегодно».
  private func attachBehind(_ drafts: inout [DeadlineDraft]) {
    var frequency: Periodicity?
    var kept: [DeadlineDraft] = []
    for draft in drafts.reversed() {
      var draft = draft
      if case .recurring(let periodicity) = draft.value {
        frequency = periodicity
      } else if let known = frequency, let point = yearlyPoint(draft) ?? monthlyPoint(draft),
        fits(point, known), isNear(draft, kept.last)
      {
        var periodicity = known
        periodicity.by = point
        draft.value = .recurring(periodicity)
        if case .recurring(let last)? = kept.last?.value, last.by == nil { kept.removeLast() }
      } else {
        frequency = nil
      }
      kept.append(draft)
    }
    drafts = kept.reversed()
  }

  private func isNear(_ left: DeadlineDraft?, _ right: DeadlineDraft?) -> Bool {
    guard let left, let right else { return false }
    return right.range.lowerBound - left.range.upperBound <= 3
  }

  private func fits(_ point: Periodicity.Point, _ periodicity: Periodicity) -> Bool {
    switch point {
    case .date, .month, .quarter:
      periodicity.every == .year || periodicity.every == .halfYear || periodicity.every == .quarter
    case .day, .workingDay, .lastDay, .lastWorkingDay:
      periodicity.every != .day && periodicity.every != .week
    case .weekday: periodicity.every == .week
    }
  }

  private func yearlyPoint(_ draft: DeadlineDraft) -> Periodicity.Point? {
    guard case .calendar(let period, _) = draft.value, period.year == nil else { return nil }
    switch period.unit {
    case .day(let day, let month):
      guard let month, !period.isImpossible else { return nil }
      return .date(month: month, day: day, inFollowingYear: false)
    case .month(let month): return .month(month)
    case .quarter(let quarter): return (1...4).contains(quarter) ? .quarter(quarter) : nil
    case .tenDays, .halfYear, .year: return nil
    }
  }

  private func monthlyPoint(_ draft: DeadlineDraft) -> Periodicity.Point? {
    guard case .point(let point, _) = draft.value else { return nil }
    return point
  }

  /// A year written once, at the end or at the head of a list, is everyone's.
  private func lendYears(_ drafts: inout [DeadlineDraft]) {
    var year: Int?
    for index in drafts.indices.reversed() {
      switch drafts[index].value {
      case .calendar(var period, let mode):
        if let own = period.year {
          year = own
        } else if let lent = year {
          period.year = lent
          drafts[index].value = .calendar(period, mode)
        }
      case .interval(var from, var to):
        if let own = from.year ?? to.year {
          year = own
        } else if let lent = year {
          from.year = lent
          to.year = lent
          drafts[index].value = .interval(from, to)
        }
      case .recurring, .relative, .open, .promptly, .point, .unreadable, .nothing: break
      }
    }
    guard let first = drafts.first, drafts.count > 1,
      case .calendar(let head, .within) = first.value,
      case .year = head.unit, let lent = head.year
    else { return }
    // «2024 год: I квартал, III квартал»
    var hasLent = false
    for index in drafts.indices.dropFirst() {
      if case .calendar(var period, let mode) = drafts[index].value, period.year == nil {
        period.year = lent
        drafts[index].value = .calendar(period, mode)
        hasLent = true
      }
    }
    if hasLent { drafts.removeFirst() }
  }

  private func reading(of draft: DeadlineDraft) -> Deadline {
    switch draft.value {
    case .calendar(let period, let mode): reading(of: period, mode, draft)
    case .interval(let from, let to):
      if from.isImpossible || to.isImpossible {
        .noSuchDate
      } else if let first = from.first, let last = to.last {
        .period(DuePeriod(from: first, to: last, isDone: draft.isDone))
      } else if let part = to.part {
        .yearless(YearlessTerm(part, .until))
      } else {
        .none
      }
    case .relative(let term): .relative(term)
    case .recurring(let periodicity): .recurring(periodicity)
    case .point(let point, let every):
      every.map { .recurring(Periodicity($0, by: point)) } ?? (draft.isStated ? .unreadable : .none)
    case .open(let term): .open(term)
    case .promptly: .promptly
    case .unreadable: .unreadable
    case .nothing: .none
    }
  }

  private func reading(
    of period: CalendarPeriod, _ mode: DeadlineDraft.Mode, _ draft: DeadlineDraft
  ) -> Deadline {
    if period.isImpossible { return .noSuchDate }
    guard let first = period.first, let last = period.last else {
      guard let part = period.part else { return .none }
      return .yearless(YearlessTerm(part, mode == .within ? .on : .until))
    }
    let isDone = draft.isDone
    if period.isDay {
      switch mode {
      case .within: return .date(DueDate(first, .on, isDone: isDone))
      case .through, .before, .start: return .date(DueDate(first, .until, isDone: isDone))
      case .from: return .period(DuePeriod(from: first, isDone: isDone))
      }
    }
    switch mode {
    case .within: return .period(DuePeriod(from: first, to: last, isDone: isDone))
    case .through: return .period(DuePeriod(to: last, isDone: isDone))
    case .before:
      if isAssigned(draft.range.lowerBound) {
        return .period(DuePeriod(from: first, to: last, isDone: isDone))
      }
      return .before(DuePeriod(from: first, to: last, isDone: isDone))
    case .start: return .date(DueDate(first, .until, isDone: isDone))
    case .from: return .period(DuePeriod(from: first, isDone: isDone))
    }
  }

  /// «отнести к III кварталу» names the quarter itself.
  private func isAssigned(_ start: Int) -> Bool {
    text[start].is("к")
      && (text[start - 1].has(stem: "отн") || text[start - 1].has(stem: "приуроч")
        || text[start - 2].has(stem: "отн"))
  }
}
