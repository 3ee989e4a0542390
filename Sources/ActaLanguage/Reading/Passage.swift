package import ActaDiagnostics
package import ActaModel

/// A piece of running text, where it stands, and what was read in it.
///
/// The spans of what was read are byte offsets in the text of `prose`; `place(of:)` carries them to the source.
package struct Passage: Sendable {
  /// What a piece of text is part of.
  package enum Place: Sendable {
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

  package var place: Place
  package var prose: Prose
  /// The provision that the text stands in, itself included, as an index of the document's passages.
  package var provision: Int?
  /// The provision above that one.
  package var parent: Int?
  /// The nearest permanent address within the document: `p-1.3-а`, `m-2.4`; empty in front of the first.
  package var address: String
  package var isInFootnote: Bool

  package var references: [Spanned<Reference>] = []
  /// What looks like a reference and could not be read.
  package var unreadReferences: [Span] = []
  /// In a roadmap's cell of deadlines the reading of the whole cell; elsewhere what the sentences say.
  package var deadlines: [Spanned<Deadline>] = []
  /// Who is named, members' own lines left out.
  package var persons: [PersonMention] = []

  /// The source bytes of a part of the text.
  package func place(of span: Span) -> Span? { prose.span(of: span.start..<span.end) }

  package var text: String { prose.text }

  /// Whether the text binds: neither an editor's note nor a stamp nor text without a place.
  package var isNorm: Bool {
    guard case .provision(let provision) = place else { return true }
    return switch provision.role {
    case .norm, .preamble, .enacting: true
    case .stamp, .editorial, .unplaced: false
    }
  }

  /// Whether the text is a heading of a section or of a numbered unit.
  package var isHeading: Bool {
    switch place {
    case .provision(let provision): provision.headingLevel != nil
    case .heading, .columnTitle: true
    case .milestone, .member, .cell: false
    }
  }
}
