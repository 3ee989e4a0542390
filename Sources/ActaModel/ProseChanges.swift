extension Document {
  /// Changes every piece of running text.
  package mutating func changeProse(_ change: (inout Prose) -> Void) {
    blocks.changeProse(change)
    for index in footnotes.indices { footnotes[index].blocks.changeProse(change) }
  }
}

extension [Block] {
  fileprivate mutating func changeProse(_ change: (inout Prose) -> Void) {
    for index in indices { self[index].changeProse(change) }
  }
}

extension Block {
  fileprivate mutating func changeProse(_ change: (inout Prose) -> Void) {
    switch self {
    case .provision(var provision):
      change(&provision.text)
      provision.children.changeProse(change)
      self = .provision(provision)
    case .table(var table):
      table.head.changeProse(change)
      for index in table.rows.indices { table.rows[index].changeProse(change) }
      self = .table(table)
    case .schedule(var schedule):
      schedule.changeProse(change)
      self = .schedule(schedule)
    case .members(var list):
      list.changeProse(change)
      self = .members(list)
    case .quote(var quote):
      quote.blocks.changeProse(change)
      self = .quote(quote)
    case .verbatim, .line: break
    }
  }
}

extension TableRow {
  fileprivate mutating func changeProse(_ change: (inout Prose) -> Void) {
    for index in cells.indices { change(&cells[index].text) }
  }
}

extension Schedule {
  fileprivate mutating func changeProse(_ change: (inout Prose) -> Void) {
    for index in columns.indices { change(&columns[index].title) }
    for index in entries.indices {
      switch entries[index] {
      case .milestone(var milestone):
        for field in milestone.fields.indices { change(&milestone.fields[field].text) }
        for cell in milestone.surplus.indices { change(&milestone.surplus[cell].text) }
        for row in milestone.continuations.indices {
          milestone.continuations[row].changeProse(change)
        }
        entries[index] = .milestone(milestone)
      case .section(var cell):
        change(&cell.text)
        entries[index] = .section(cell)
      case .columnNumbers(var row):
        row.changeProse(change)
        entries[index] = .columnNumbers(row)
      }
    }
  }
}

extension MemberList {
  fileprivate mutating func changeProse(_ change: (inout Prose) -> Void) {
    head?.changeProse(change)
    for index in entries.indices {
      switch entries[index] {
      case .member(var member):
        for part in member.parts.indices { change(&member.parts[part].text) }
        entries[index] = .member(member)
      case .heading(var cell):
        change(&cell.text)
        entries[index] = .heading(cell)
      case .row(var row):
        row.changeProse(change)
        entries[index] = .row(row)
      }
    }
  }
}
