/// How a paragraph is set.
package struct PrintStyle: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case left, center, right, justified }

  package enum Size: Sendable, Hashable, CaseIterable {
    /// Footnotes.
    case note
    /// Tables.
    case small
    case body
    /// The name of the body that issues.
    case large
  }

  /// What the paragraph is to a reader who cannot see it: the structure of a tagged PDF.
  package enum Role: Sendable, Hashable {
    case paragraph, requisite, title, note, footnote, verbatim, quote
    case heading(level: Int)
  }

  package var role = Role.paragraph
  package var alignment = Alignment.left
  package var size = Size.body
  /// Whether words may be parted at ends of lines.
  package var partsWords = true
  package var isBold = false
  package var isItalic = false
  package var firstIndent = PrintLength.zero
  package var left = PrintLength.zero
  package var right = PrintLength.zero
  /// Empty space before and behind in halves of a line; the larger of two that meet counts, and none at the ends of
  /// a page.
  package var spaceBefore = 0
  package var spaceAfter = 0
  /// No page ends between this block and the next.
  package var keepsWithNext = false
  /// No page ends between this block and the one before.
  package var keepsWithPrevious = false
  /// No page ends inside.
  package var isKeptWhole = false

  package init() {}

  package var face: PrintFace {
    PrintFace(size: size, isBold: isBold, isItalic: isItalic, isFixed: role == .verbatim)
  }

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
