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
  case emblem(PrintEmblem)
  /// What follows is a part of its own, on new pages of an orientation.
  case part(PrintPart)

  /// New pages of an orientation, without anything else to be said of them.
  package static func page(_ orientation: PrintOrientation) -> PrintBlock {
    .part(PrintPart(orientation))
  }
}

package enum PrintOrientation: Sendable, Hashable { case upright, across }

/// The order, or one of its appendices.
package struct PrintPart: Sendable, Hashable {
  package var orientation: PrintOrientation
  /// What an outline calls the part.
  package var title = ""
  /// The part's address, empty for the order, and what goes before the addresses of its blocks: `pril-2`, `pril-2-`.
  package var anchor = ""
  package var prefix = ""
  /// Footnotes, printed at the foot of the page where each is first referred to.
  package var notes: [PrintNote] = []
  /// The file that the part was read from, from which its links lead.
  package var path = ""

  package init(_ orientation: PrintOrientation) { self.orientation = orientation }
}

/// A footnote: its number stands at its words in the text and leads the first of its blocks.
package struct PrintNote: Sendable, Hashable {
  package var number: Int
  package var blocks: [PrintBlock]

  package init(_ number: Int, _ blocks: [PrintBlock]) {
    self.number = number
    self.blocks = blocks
  }
}

package struct PrintParagraph: Sendable, Hashable {
  /// A place in a list whose items have no numbers of their own: the number of a provision is part of its text, a
  /// dash is only a mark.
  package struct ListPlace: Sendable, Hashable {
    /// From 1 on, for lists in items of others.
    package var depth: Int
    /// Whether the paragraph begins an item, rather than going on with one.
    package var opensItem: Bool

    package init(depth: Int, opensItem: Bool) {
      self.depth = depth
      self.opensItem = opensItem
    }
  }

  package var text: PrintText
  package var style: PrintStyle
  /// The paragraph's address within its part: `p-1.3`; empty for none.
  package var anchor = ""
  package var list: ListPlace?

  package init(_ text: PrintText, _ style: PrintStyle, anchor: String = "") {
    self.text = text
    self.style = style
    self.anchor = anchor
  }
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

/// A drawing of filled shapes, such as a coat of arms; devices without drawings leave it out.
package struct PrintEmblem: Sendable, Hashable {
  package enum Drawing: Sendable, Hashable {
    case outline([Step])
    /// The bar code of a text, drawn by the device that can.
    case code(String)
  }

  package enum Step: Sendable, Hashable {
    case move(x: Int, y: Int)
    case line(x: Int, y: Int)
    case curve(x1: Int, y1: Int, x2: Int, y2: Int, x: Int, y: Int)
    case close
  }

  /// What it shows, for those who cannot see it.
  package var meaning: String
  /// Tenths of a millimetre.
  package var width: Int
  package var height: Int
  package var drawing: Drawing
  package var style: PrintStyle
  /// Whether it stands at the foot of its part's first page, whatever stands around it.
  package var isAtFoot = false

  package init(
    meaning: String, width: Int, height: Int, drawing: Drawing, style: PrintStyle = PrintStyle()
  ) {
    self.meaning = meaning
    self.width = width
    self.height = height
    self.drawing = drawing
    self.style = style
  }

  /// In thousandths of `width` from the upper left corner, y downwards.
  package var outline: [Step] {
    switch drawing {
    case .outline(let steps): steps
    case .code(let text): QRCode(text).map { SVGOutline($0).steps } ?? []
    }
  }
}

package struct PrintTable: Sendable, Hashable {
  package enum Ruling: Sendable, Hashable { case full, none }

  /// Whether the rows are a table to a reader, or items of a list set side by side.
  package enum Meaning: Sendable, Hashable { case table, list }

  package struct Column: Sendable, Hashable {
    package enum Width: Sendable, Hashable {
      /// By what the column holds.
      case content
      /// Percent of the table.
      case share(Int)
    }

    package var alignment: PrintStyle.Alignment
    package var width: Width
    /// Whether words may be parted at ends of lines.
    package var partsWords: Bool

    package init(
      _ alignment: PrintStyle.Alignment = .left, width: Width = .content, partsWords: Bool = true
    ) {
      self.alignment = alignment
      self.width = width
      self.partsWords = partsWords
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
    /// The row's address within its part: `m-1.3`; empty for none.
    package var anchor = ""

    package init(_ kind: Kind = .body, _ cells: [PrintText], anchor: String = "") {
      self.kind = kind
      self.cells = cells
      self.anchor = anchor
    }
  }

  package var columns: [Column]
  /// Repeated on each page.
  package var head: [Row]
  package var rows: [Row]
  package var ruling: Ruling
  package var meaning = Meaning.table
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
