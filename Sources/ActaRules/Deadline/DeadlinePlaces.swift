import ActaDiagnostics
import ActaLanguage
import ActaModel

extension ReadDocument {
  /// The deadlines that bind somebody: those of provisions, and the cells of a roadmap's deadlines.
  var boundDeadlines: [(passage: Passage, deadline: Spanned<Deadline>)] {
    passages.flatMap { passage in
      passage.isBinding ? passage.deadlines.map { (passage, $0) } : []
    }
  }

  /// The bound deadlines with those inside «all» one by one.
  func forEachTerm(_ body: (_ passage: Passage, _ term: Deadline, _ span: Span?) -> Void) {
    for (passage, deadline) in boundDeadlines {
      let span = passage.place(of: deadline.span)
      if case .all(let parts) = deadline.value {
        for part in parts { body(passage, part, span) }
      } else {
        body(passage, deadline.value, span)
      }
    }
  }
}

extension Passage {
  fileprivate var isBinding: Bool {
    switch place {
    case .provision: isNorm
    case .milestone(_, let field): field.role == .deadline
    case .member, .heading, .cell, .columnTitle: false
    }
  }

  /// Whether the passage is a cell of a roadmap's deadlines.
  var isDeadlineCell: Bool {
    if case .milestone(_, let field) = place { field.role == .deadline } else { false }
  }
}

extension Deadline {
  /// The days that it names and that are still open.
  var openDates: [CalendarDate] {
    switch self {
    case .date(let due): due.isDone ? [] : [due.date]
    case .all(let parts): parts.flatMap(\.openDates)
    case .period, .relative, .recurring, .open, .promptly, .before, .yearless, .noSuchDate,
      .unreadable, .none:
      []
    }
  }
}
