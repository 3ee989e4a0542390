package import ActaDiagnostics

extension CalendarDate: Packed {
  package func pack(into out: inout Packer) { out.put(ordinal) }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    guard let date = CalendarDate(ordinal: try bytes.number()) else { throw Damage() }
    self = date
  }
}

extension Citation.Form: Packed {}

extension Citation: Packed {
  package func pack(into out: inout Packer) {
    out.put(form, issuer, date, number, title)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(
      try bytes.value(), issuer: try bytes.value(), date: try bytes.value(),
      number: try bytes.value(), title: try bytes.value())
  }
}

extension Suppression: Packed {
  package func pack(into out: inout Packer) {
    out.put(rule, reason, target, span)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(
      rule: try bytes.value(), reason: try bytes.value(), target: try bytes.value(),
      span: try bytes.value())
  }
}

extension Periodicity.Period: Packed {}

extension Periodicity.Point: Packed {
  package func pack(into out: inout Packer) {
    let (kind, number): (Int, Int) =
      switch self {
      case .date(let month, let day, let isNext): (isNext ? 1 : 0, month * 32 + day)
      case .day(let day): (2, day)
      case .workingDay(let day): (3, day)
      case .lastDay: (4, 0)
      case .lastWorkingDay: (5, 0)
      case .weekday(let day): (6, day)
      case .month(let month): (7, month)
      case .quarter(let quarter): (8, quarter)
      }
    out.put(kind, number)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    let (kind, number) = (try bytes.number(), try bytes.number())
    switch kind {
    case 0, 1: self = .date(month: number / 32, day: number % 32, inFollowingYear: kind == 1)
    case 2: self = .day(number)
    case 3: self = .workingDay(number)
    case 4: self = .lastDay
    case 5: self = .lastWorkingDay
    case 6: self = .weekday(number)
    case 7: self = .month(number)
    case 8: self = .quarter(number)
    default: throw Damage()
    }
  }
}

extension Periodicity: Packed {
  package func pack(into out: inout Packer) {
    out.put(every, interval, times, by)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(
      try bytes.value(), interval: try bytes.number(), times: try bytes.number(),
      by: try bytes.value())
  }
}
