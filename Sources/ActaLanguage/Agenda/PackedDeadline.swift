package import ActaDiagnostics
package import ActaModel

/// A deadline without its calendar, which is that of the act's issuers.
extension DeadlineEntry {
  package func pack(into out: inout Packer) {
    out.put(act, caption, file, span, address, place, words, what, who, aliases)
    due.pack(into: &out)
    out.put(isDone, doneOn, id, actDate)
  }

  package init(unpacking bytes: inout Unpacker, calendar: WorkCalendar) throws(Damage) {
    self.init(
      act: try bytes.text(), caption: try bytes.text(), file: try bytes.text(),
      span: try bytes.value(), address: try bytes.text(), place: try bytes.text(),
      words: try bytes.text(), what: try bytes.text(), who: try bytes.value(),
      aliases: try bytes.value(), due: try Due(unpacking: &bytes, calendar: calendar),
      isDone: try bytes.flag(), doneOn: try bytes.value(), id: try bytes.text(),
      actDate: try bytes.value(), calendar: calendar)
  }
}

extension DeadlineEntry.Due {
  fileprivate func pack(into out: inout Packer) {
    switch self {
    case .day(let date, let from, let latest):
      out.put(0, date, from, latest)
    case .start(let date):
      out.put(1, date)
    case .series(let series):
      out.put(2, series.periodicity, series.start)
    case .notReckoned(let why):
      out.put(3, why)
    }
  }

  fileprivate init(unpacking bytes: inout Unpacker, calendar: WorkCalendar) throws(Damage) {
    switch try bytes.number() {
    case 0: self = .day(try bytes.value(), from: try bytes.value(), latest: try bytes.value())
    case 1: self = .start(try bytes.value())
    case 2:
      self = .series(
        DeadlineSeries(try bytes.value(), start: try bytes.value(), calendar: calendar))
    case 3: self = .notReckoned(try bytes.value())
    default: throw Damage()
    }
  }
}

extension Letters: Packed {
  package func pack(into out: inout Packer) {
    out.put(count)
    for index in 0..<min(count, Self.capacity) { out.put(Int(self[index])) }
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init()
    let count = try bytes.number()
    guard (0...Self.capacity + 1).contains(count) else { throw Damage() }
    for _ in 0..<min(count, Self.capacity) {
      append(UInt8(truncatingIfNeeded: try bytes.number()))
    }
    if count > Self.capacity { append(0) }
  }
}
