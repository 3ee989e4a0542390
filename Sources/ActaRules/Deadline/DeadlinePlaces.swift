import ActaDiagnostics
import ActaLanguage
import ActaModel

extension ReadDocument {
  /// The deadlines that bind somebody: those of provisions, and the cells of a roadmap's deadlines.
  var boundDeadlines: [(passage: Passage, deadline: Spanned<Deadline>)] {
    var found: [(passage: Passage, deadline: Spanned<Deadline>)] = []
    for (index, passage) in passages.enumerated() where passage.isBinding {
      for deadline in passage.deadlines {
        if !passage.isDeadlineCell, index < texts.count,
          texts[index].tellsOfThePast(before: deadline.span)
        {
          continue
        }
        found.append((passage, deadline))
      }
    }
    return found
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

extension TokenizedText {
  /// «лица, замещавшие должности до 1 января 2024 года», «доверенность, действующая до 1 марта 2024 года»: a day of
  /// what was or is, not of a duty.
  fileprivate func tellsOfThePast(before span: Span) -> Bool {
    let first = index(atOrAfter: span.start)
    for index in stride(from: first - 1, through: max(0, first - 6), by: -1) {
      let token = self[index]
      guard token.isWord || token.isNumber else { return false }
      let stem = token.letters.dropLast(2)
      guard token.letters.count > 6 else { continue }
      // Endings of two letters and of three: «-вший», «-вшего».
      if stem.ends(in: "вш") || token.letters.dropLast(3).ends(in: "вш") { return true }
      if first - index <= 2,
        stem.ends(in: "ющ") || stem.ends(in: "ущ") || stem.ends(in: "ащ")
          || stem.ends(in: "ящ")
      {
        return true
      }
    }
    return false
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
