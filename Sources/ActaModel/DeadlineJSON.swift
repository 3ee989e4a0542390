package import ActaDiagnostics

extension Deadline {
  /// The reading as `acta read deadline` prints it.
  package var json: JSON {
    switch self {
    case .date(let due):
      .members([
        "type": "date", "date": .string(due.date.iso), "bound": .string(due.bound.rawValue),
        "done": due.isDone ? true : nil,
      ])
    case .period(let period): period.json(type: "period")
    case .before(let period): period.json(type: "before")
    case .relative(let term): term.json
    case .recurring(let periodicity): periodicity.json
    case .yearless(let term): term.json
    case .all(let items): .members(["type": "all", "of": .array(items.map(\.json))])
    case .noSuchDate: .members(["type": "invalid", "reason": "no-such-date"])
    case .open: .members(["type": "open"])
    case .promptly: .members(["type": "promptly"])
    case .unreadable: .members(["type": "unreadable"])
    case .none: .members(["type": "none"])
    }
  }
}

extension DuePeriod {
  fileprivate func json(type: String) -> JSON {
    .members([
      "type": .string(type), "from": from.map { .string($0.iso) }, "to": to.map { .string($0.iso) },
      "done": isDone ? true : nil,
    ])
  }
}

extension RelativeTerm {
  package var json: JSON {
    var event: String?
    let name: String
    switch anchor {
    case .entryIntoForce: name = "entry-into-force"
    case .signing: name = "signing"
    case .publication: name = "publication"
    case .adoption: name = "adoption"
    case .unspecified: name = "unspecified"
    case .event(let words):
      name = "event"
      event = words
    }
    return .members([
      "type": "relative", "amount": .number(amount), "unit": .string(unit.rawValue),
      "direction": .string(direction.rawValue), "anchor": .string(name),
      "event": event.map { .string($0) }, "earliest": isEarliest ? true : nil,
    ])
  }
}

extension Periodicity {
  package var json: JSON {
    .members([
      "type": "recurring", "every": .string(every.rawValue),
      "interval": interval == 1 ? nil : .number(interval), "times": .number(times),
      "by": by?.json,
    ])
  }
}

extension Periodicity.Point {
  package var json: JSON {
    switch self {
    case .date(let month, let day, let isFollowing):
      .members([
        "month": .number(month), "day": .number(day), "followingYear": isFollowing ? true : nil,
      ])
    case .day(let day): .members(["day": .number(day)])
    case .workingDay(let day): .members(["working-day": .number(day)])
    case .lastDay: .members(["lastDay": true])
    case .lastWorkingDay: .members(["lastWorkingDay": true])
    case .weekday(let day): .members(["weekday": .number(day)])
    case .month(let month): .members(["month": .number(month)])
    case .quarter(let quarter): .members(["quarter": .number(quarter)])
    }
  }
}

extension YearlessTerm {
  package var json: JSON {
    let bound: JSON = .string(self.bound.rawValue)
    return switch part {
    case .day(let day, let month):
      .members([
        "type": "yearless", "month": .number(month), "day": .number(day), "bound": bound,
      ])
    case .tenDays(let third, let month):
      .members([
        "type": "yearless", "month": .number(month), "tenDays": .number(third), "bound": bound,
      ])
    case .month(let month):
      .members(["type": "yearless", "month": .number(month), "bound": bound])
    case .quarter(let quarter):
      .members(["type": "yearless", "quarter": .number(quarter), "bound": bound])
    case .halfYear(let half):
      .members(["type": "yearless", "halfYear": .number(half), "bound": bound])
    }
  }
}
