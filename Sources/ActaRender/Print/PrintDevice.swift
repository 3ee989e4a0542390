/// What pages are made for.
///
/// A device knows how wide words are and how high a line is; where they go is decided by the layout alone, in the
/// device's units.
package protocol PrintDevice: Sendable {
  /// The area of text on a page, fields left out.
  func area(_ orientation: PrintOrientation) -> PrintArea
  /// What the running head takes from the area of text, on all pages but the first.
  var headHeight: Int { get }
  /// Where the upper edge of the running head stands, from the top of the area of text; above it where negative.
  var headOffset: Int { get }
  func lineHeight(_ size: PrintStyle.Size) -> Int
  /// The height of an empty space of so many halves of a line of running text.
  func space(_ halves: Int) -> Int
  /// Width of a piece of text in UTF-8; it begins and ends between characters.
  func width(of bytes: UnsafeBufferPointer<UInt8>, _ face: PrintFace) -> Int
  /// Length in bytes of the longest beginning of a text that is no wider than a measure, at least one character; it
  /// must not end inside a character.
  func prefix(of bytes: UnsafeBufferPointer<UInt8>, within width: Int, _ face: PrintFace) -> Int
  func spaceWidth(_ face: PrintFace) -> Int
  func hyphenWidth(_ face: PrintFace) -> Int
  /// Tenths of a millimetre in the device's units.
  func units(_ tenths: Int) -> Int
  /// What a rule takes away from the text, along and across.
  var ruleWidth: Int { get }
  var ruleHeight: Int { get }
  /// Room between a cell's text and the rules at its sides, and those above and below it.
  var cellPadding: Int { get }
  var rowPadding: Int { get }
  /// Whether spaces can be a little wider or narrower, rather than whole characters.
  var isFine: Bool { get }
  var drawsEmblems: Bool { get }
}

package struct PrintArea: Sendable, Hashable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// Which letters a piece of text is set in.
package struct PrintFace: Sendable, Hashable {
  package var size = PrintStyle.Size.body
  package var isBold = false
  package var isItalic = false
  /// All characters of one width.
  package var isFixed = false

  package init(
    size: PrintStyle.Size = .body, isBold: Bool = false, isItalic: Bool = false,
    isFixed: Bool = false
  ) {
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.isFixed = isFixed
  }
}

/// A page of placed text.
package struct PrintPage: Sendable {
  /// From 1 on, through the whole act.
  package var number: Int
  package var orientation: PrintOrientation
  /// In reading order, but for footnotes, which stand last.
  package var items: [PlacedItem]
}

package enum PlacedItem: Sendable {
  case line(PlacedLine)
  case rule(PlacedRule)
  case emblem(PlacedEmblem)

  func moved(x: Int = 0, y: Int = 0) -> PlacedItem {
    switch self {
    case .line(let line): return .line(line.moved(x: x, y: y))
    case .rule(var rule):
      rule.x += x
      rule.y += y
      return .rule(rule)
    case .emblem(var emblem):
      emblem.x += x
      emblem.y += y
      return .emblem(emblem)
    }
  }
}

/// A line of words on a page.
package struct PlacedLine: Sendable {
  package struct Word: Sendable, Hashable {
    /// Bytes of the text; between two words with a gap in their ranges stands a space.
    package var range: Range<Int>
    /// From the line's beginning.
    package var x: Int
    package var width: Int
    /// Which of the text's runs the word belongs to; -1 for none.
    package var run = -1
    /// The word goes on in the next line, and a hyphen that the text does not have stands behind it.
    package var endsWithHyphen = false
  }

  package var x: Int
  /// Of the line's upper edge, from the top of the area of text.
  package var y: Int
  package var words: [Word]
  package let source: PlacedText

  func moved(x: Int = 0, y: Int = 0) -> PlacedLine {
    var line = self
    line.x += x
    line.y += y
    return line
  }
}

/// What the lines of a paragraph have in common; shared by them, since there are many.
package final class PlacedText: Sendable {
  package let text: PrintText
  package let style: PrintStyle
  package let owner: PrintOwner
  /// Stretches of the text with letters or a meaning of their own; none in plain text.
  package let runs: [PrintText.Run]

  init(_ text: PrintText, _ style: PrintStyle, _ owner: PrintOwner) {
    self.text = text
    self.style = style
    self.owner = owner
    runs = text.runs
  }

  /// The letters of a word by its run.
  package func face(_ run: Int) -> PrintFace {
    var face = style.face
    if runs.indices.contains(run) {
      if runs[run].isStrong { face.isBold = true }
      if runs[run].isEmphasis { face.isItalic = true }
      if runs[run].isCode { face.isFixed = true }
    }
    return face
  }
}

/// Which block, and which cell of a table, a line belongs to; `PrintStructure` knows what that is to a reader.
package struct PrintOwner: Sendable, Hashable {
  /// Index of the block, or of the part that a footnote belongs to; `nil` for the running head.
  package var block: Int?
  /// Number of a footnote of the part, and which of the footnote's blocks; 0 for the text.
  package var note = 0
  package var noteBlock = 0
  /// Row of a table, heads first; paragraph of a frame.
  package var row = 0
  package var column = 0
  /// A head on a page after its first: no part of what is read.
  package var isRepeated = false
}

/// A straight line from a point on, to the right or down.
package struct PlacedRule: Sendable, Hashable {
  package var x: Int
  package var y: Int
  package var length: Int
  package var isVertical: Bool
}

/// A drawing on a page.
package struct PlacedEmblem: Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int
  package let emblem: PrintEmblem
  package let owner: PrintOwner
}
