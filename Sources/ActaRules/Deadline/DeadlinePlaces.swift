import ActaDiagnostics
import ActaLanguage
import ActaModel

/// A deadline of a document, where it is written.
struct DeadlinePlace {
  var deadline: Deadline
  var span: Span
}

extension DeadlinePlace {
  /// The deadlines of a document: the cells of its roadmap, and what its provisions say in running text.
  static func all(in document: Document) -> [DeadlinePlace] {
    var found: [DeadlinePlace] = []
    document.forEachBlock { block in
      switch block {
      case .provision(let provision) where provision.role == .norm || provision.role == .preamble:
        found += mentions(in: provision.text)
      case .schedule(let schedule):
        for milestone in schedule.milestones {
          guard let field = milestone.field(.deadline) else { continue }
          found.append(
            DeadlinePlace(deadline: DeadlineReader.read(field.text.text), span: field.span))
        }
      case .provision, .table, .members, .quote, .verbatim, .line: break
      }
    }
    return found
  }

  private static func mentions(in prose: Prose) -> [DeadlinePlace] {
    DeadlineReader.mentions(in: TokenizedText(prose.text)).compactMap { mention in
      prose.span(of: mention.span.start..<mention.span.end).map {
        DeadlinePlace(deadline: mention.value, span: $0)
      }
    }
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
