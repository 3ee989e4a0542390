package import ActaDiagnostics
package import ActaModel

/// A deadline without its calendar, which is that of the act's issuers.
extension DeadlineEntry {
  package func pack(into out: inout Packer) {
    out.put(act)
    out.put(caption)
    out.put(file)
    out.put(span)
    out.put(address)
    out.put(place)
    out.put(words)
    out.put(what)
    out.put(who)
    out.put(aliases)
    due.pack(into: &out)
    out.put(isDone)
    out.put(doneOn)
    out.put(id)
    out.put(actDate)
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
      out.put(0)
      out.put(date)
      out.put(from)
      out.put(latest)
    case .start(let date):
      out.put(1)
      out.put(date)
    case .series(let series):
      out.put(2)
      out.put(series.periodicity)
      out.put(series.start)
    case .notReckoned(let why):
      out.put(3)
      out.put(why)
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
