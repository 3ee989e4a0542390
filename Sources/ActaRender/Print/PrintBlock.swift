/// One piece of what is printed, before it has a place on a page.
///
/// Blocks know nothing of columns or points: the same ones are laid out for print-ready text and for PDF.
package enum PrintBlock: Sendable, Hashable {
  case paragraph(PrintParagraph)
  /// Two texts on one line, such as a post and a name.
  case pair(PrintPair)
  case table(PrintTable)
  /// Paragraphs in a box, kept whole.
  case frame(PrintFrame)
  /// A line drawn across, as wide as a share of the measure, in percent.
  case rule(share: Int)
  /// What follows begins a new page of an orientation.
  case page(PrintOrientation)
}

package enum PrintOrientation: Sendable, Hashable { case upright, across }

package struct PrintParagraph: Sendable, Hashable {
  package var text: PrintText
  package var style: PrintStyle

  package init(_ text: PrintText, _ style: PrintStyle) {
    self.text = text
    self.style = style
  }
}

/// How a paragraph is set.
package struct PrintStyle: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case left, center, right, justified }
  package enum Size: Sendable, Hashable { case body, small }

  /// What the paragraph is to a reader who cannot see it: the structure of a tagged PDF.
  package enum Role: Sendable, Hashable {
    case paragraph, requisite, title, note, footnote, verbatim
    case heading(level: Int)
  }

  package var role = Role.paragraph
  package var alignment = Alignment.left
  package var size = Size.body
  package var isBold = false
  package var firstIndent = PrintLength.zero
  package var left = PrintLength.zero
  package var right = PrintLength.zero
  /// Empty lines before and behind; the larger of two that meet counts, and none at the ends of a page.
  package var spaceBefore = 0
  package var spaceAfter = 0
  /// No page ends between this block and the next.
  package var keepsWithNext = false
  /// No page ends between this block and the one before.
  package var keepsWithPrevious = false
  /// No page ends inside.
  package var isKeptWhole = false

  package init() {}

  /// The style with a few changes.
  package func with(_ change: (inout PrintStyle) -> Void) -> PrintStyle {
    var style = self
    change(&style)
    return style
  }
}

/// A length that each device turns into its own units.
package enum PrintLength: Sendable, Hashable {
  /// Tenths of a millimetre.
  case tenths(Int)
  /// Percent of the measure.
  case share(Int)

  package static let zero = PrintLength.tenths(0)
}

/// What stands at the left and, on the same line as its end, at the right edge.
package struct PrintPair: Sendable, Hashable {
  package var left: PrintText
  package var right: PrintText
  package var style: PrintStyle

  package init(left: PrintText, right: PrintText, style: PrintStyle) {
    self.left = left
    self.right = right
    self.style = style
  }
}

package struct PrintFrame: Sendable, Hashable {
  package var paragraphs: [PrintParagraph]
  /// Where the frame stands; its alignment is that of the box.
  package var style: PrintStyle

  package init(_ paragraphs: [PrintParagraph], style: PrintStyle) {
    self.paragraphs = paragraphs
    self.style = style
  }
}

package struct PrintTable: Sendable, Hashable {
  package enum Ruling: Sendable, Hashable { case full, none }

  package struct Column: Sendable, Hashable {
    package enum Width: Sendable, Hashable {
      /// By what the column holds.
      case content
      /// Percent of the table.
      case share(Int)
    }

    package var alignment: PrintStyle.Alignment
    package var width: Width

    package init(_ alignment: PrintStyle.Alignment = .left, width: Width = .content) {
      self.alignment = alignment
      self.width = width
    }
  }

  package struct Row: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case body
      /// Its only cell runs across all columns and stays with the row that follows.
      case section
    }

    package var kind: Kind
    /// As many as there are columns, or one in a section row; a line feed in a cell ends a line.
    package var cells: [PrintText]

    package init(_ kind: Kind = .body, _ cells: [PrintText]) {
      self.kind = kind
      self.cells = cells
    }
  }

  package var columns: [Column]
  /// Repeated on each page.
  package var head: [Row]
  package var rows: [Row]
  package var ruling: Ruling
  package var style: PrintStyle

  package init(
    columns: [Column], head: [Row] = [], rows: [Row] = [], ruling: Ruling = .full,
    style: PrintStyle = PrintStyle()
  ) {
    self.columns = columns
    self.head = head
    self.rows = rows
    self.ruling = ruling
    self.style = style
  }
}
