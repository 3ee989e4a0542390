package import ActaDiagnostics
package import ActaModel

/// A roadmap as its words say it: sections and rows in order, each cell read for what it is.
///
/// Spans are of the source. It is kept when the tokens of the document are gone.
package struct ReadRoadmap: Sendable, Hashable {
  package struct Section: Sendable, Hashable {
    /// As it is written, its number left out; empty for rows in front of the first.
    package var title: String
    package var number: String?
    /// `nil` for rows in front of the first.
    package var span: Span?
    /// A deeper section has a greater one.
    package var depth: Int
    /// Whether other text than rows stands in it.
    package var hasText = false
    /// Its rows, as indices of `rows`.
    package var rows: Range<Int>
  }

  package var sections: [Section] = []
  package var rows: [ReadMilestone] = []
  /// What the rows tell: the columns of its tables, and the fields that a row spelled as a heading has.
  package var columns: Set<Milestone.Field.Role> = []

  /// The row of a number, written with or without its closing mark.
  package func row(_ number: String) -> ReadMilestone? { rows.first { $0.number == number } }

  package func section(of row: Int) -> Section? {
    sections.last { $0.rows.contains(row) }
  }
}

/// A row of a roadmap, read.
package struct ReadMilestone: Sendable, Hashable {
  /// The number without its closing mark: `3.10`.
  package var number: String?
  package var numberSpan: Span?
  /// The permanent address within the document: `m-1.3`.
  package var address: String
  package var span: Span
  package var isShort: Bool
  package var activity: Spanned<String>?
  package var action = RoadmapAction()
  /// All content words of the activity.
  package var words = ContentWords()
  /// The cell of the deadline as it is written; `nil` where it is empty or there is none.
  package var deadlineText: Spanned<String>?
  package var deadline = Deadline.none
  /// Documents or states that are to come of it, each by itself.
  package var results: [ReadResult] = []
  package var responsible: [Spanned<String>] = []
  /// The whole cell of the responsible.
  package var responsibleText: Spanned<String>?
  package var after: [Spanned<String>] = []
  package var implements: [Spanned<String>] = []
  /// The mark of fulfilment in a field of its own.
  package var done: ReadFulfilment?
  package var doneText: String?
  /// What the act that a cell cites or links to is known by, in the whole row.
  package var citations: [Spanned<Citation>] = []
  package var hasLink = false

  /// Marked as fulfilled, in its deadline or in a field of its own.
  package var isDone: Bool { done != nil || deadline.isDone }

  /// The last day that the deadline names.
  package var lastDay: CalendarDate? { deadline.lastDay }

  /// The words that a finding on the row marks: its number, or its activity.
  package var mark: Span { numberSpan ?? activity?.span ?? span }
}

/// One document or state that a row is to end with.
package struct ReadResult: Sendable, Hashable {
  package var text: Spanned<String>
  package var words: ContentWords
  /// The act that it is, where it is one already issued.
  package var citation: Spanned<Citation>?
  /// The title in quotes behind the kind of act.
  package var title: String?
  package var form: Citation.Form?
}

/// A mark of fulfilment: «Исполнено: 15.03.2024, приказ № 12».
package struct ReadFulfilment: Sendable, Hashable {
  package var span: Span
  package var date: CalendarDate?
}

extension Deadline {
  /// The last day that it names.
  package var lastDay: CalendarDate? {
    switch self {
    case .date(let due): due.date
    case .period(let period): period.to
    case .before(let period): period.to ?? period.from
    case .all(let parts):
      parts.contains { $0.isRepeated } ? nil : parts.compactMap(\.lastDay).max()
    case .relative, .recurring, .open, .promptly, .yearless, .noSuchDate, .unreadable, .none: nil
    }
  }

  /// Marked as fulfilled in its own words.
  package var isDone: Bool {
    switch self {
    case .date(let due): due.isDone
    case .period(let period): period.isDone
    case .all(let parts): parts.contains(where: \.isDone)
    default: false
    }
  }

  private var isRepeated: Bool {
    switch self {
    case .recurring, .open: true
    default: false
    }
  }
}
