import ActaDiagnostics
import ActaModel

/// A body of Markdown as a flat list of its pieces, in the order of the source: what cmark-gfm sees, with exact places.
struct Markup {
  var pieces: [Piece] = []
  /// In the order of their numbers.
  var footnotes: [FootnoteText] = []
  var comments: [Comment] = []
  /// Tags of raw HTML.
  var tags: [Spanned<String>] = []
  /// Images, by what they point at.
  var images: [Spanned<String>] = []

  struct Piece {
    enum Content {
      case heading(level: Int, Prose)
      case paragraph(Prose)
      case table(Table)
      case verbatim(String)
      case quote([Piece])
      case line
    }

    var content: Content
    /// The list item's mark in front of the piece: `-`, `5.`, `2)`.
    var marker: Spanned<String>?
    /// How many list items hold the piece.
    var depth: Int
    /// From the marker or the first character to the last.
    var span: Span
    /// Whether no blank line parts the piece from the one above.
    var touchesAbove = false
  }

  struct FootnoteText {
    var number: Int
    var label: String
    var pieces: [Piece]
    var span: Span
  }

  struct Comment {
    /// Between `<!--` and `-->`, trimmed.
    var text: String
    var span: Span
    /// The index of the piece that the comment stands in or in front of; nil inside a quote or footnote.
    var piece: Int?
    /// The row or paragraph that holds the comment, where it stands inside one.
    var holder: Span?
  }
}
