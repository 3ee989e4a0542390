package import ActaDiagnostics
package import ActaModel

/// A piece of running text, where it stands, and what was read in it.
///
/// The spans of what was read are byte offsets in the text of `prose`; `place(of:)` carries them to the source.
/// Every rule looks at every passage: one object that is handed on, and no values copied each time.
package final class Passage: Sendable {
  /// What a piece of text is part of.
  package indirect enum Place: Sendable {
    case provision(Provision)
    /// One field of a roadmap's row.
    case milestone(Milestone, Milestone.Field)
    /// One side of a member's line.
    case member(Member, part: Int)
    /// A section row of a roadmap, or a row that says what the members below it are.
    case heading
    /// A cell of a table that is neither roadmap nor roster, or one beyond the columns of a row.
    case cell
    /// The title of a column.
    case columnTitle
  }

  package let place: Place
  package let prose: Prose
  /// The provision that the text stands in, itself included, as an index of the document's passages.
  package let provision: Int?
  /// The provision above that one.
  package let parent: Int?
  /// The nearest permanent address within the document: `p-1.3-а`, `m-2.4`; empty in front of the first.
  package let address: String
  package let isInFootnote: Bool
  /// Whether the text binds: neither an editor's note nor a stamp nor text without a place.
  package let isNorm: Bool
  /// Whether the text is a heading of a section or of a numbered unit.
  package let isHeading: Bool

  package let references: [Spanned<Reference>]
  /// What looks like a reference and could not be read.
  package let unreadReferences: [Span]
  /// In a roadmap's cell of deadlines the reading of the whole cell; elsewhere what the sentences say.
  package let deadlines: [Spanned<Deadline>]
  /// Who is named, members' own lines left out.
  package let persons: [PersonMention]

  init(
    _ place: Place, _ prose: Prose, provision: Int?, parent: Int?, address: String,
    isInFootnote: Bool, _ words: ReadWords
  ) {
    self.place = place
    self.prose = prose
    self.provision = provision
    self.parent = parent
    self.address = address
    self.isInFootnote = isInFootnote
    isNorm = place.isNorm
    isHeading = place.isHeading
    references = words.references
    unreadReferences = words.unreadReferences
    deadlines = words.deadlines
    persons = words.persons
  }

  /// The source bytes of a part of the text.
  package func place(of span: Span) -> Span? { prose.span(of: span.start..<span.end) }

  package var text: String { prose.text }
}

/// What the words of a passage say.
struct ReadWords {
  var references: [Spanned<Reference>] = []
  var unreadReferences: [Span] = []
  var deadlines: [Spanned<Deadline>] = []
  var persons: [PersonMention] = []
}

extension Passage.Place {
  fileprivate var isNorm: Bool {
    guard case .provision(let provision) = self else { return true }
    return switch provision.role {
    case .norm, .preamble, .enacting: true
    case .stamp, .editorial, .unplaced: false
    }
  }

  fileprivate var isHeading: Bool {
    switch self {
    case .provision(let provision): provision.headingLevel != nil
    case .heading, .columnTitle: true
    case .milestone, .member, .cell: false
    }
  }
}
