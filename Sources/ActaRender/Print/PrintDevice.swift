/// What pages are made for.
///
/// A device knows how wide words are and how high a line is; where they go is decided by the layout alone, in the
/// device's units.
package protocol PrintDevice: Sendable {
  /// The area of text on a page, fields left out.
  func area(_ orientation: PrintOrientation) -> PrintArea
  /// Height of the running head, on all pages but the first.
  var headHeight: Int { get }
  func lineHeight(_ size: PrintStyle.Size) -> Int
  func width(of text: PrintText, _ range: Range<Int>, _ style: PrintStyle) -> Int
  /// The end of the longest piece of a word that is no wider than a measure, at least one character; the piece must
  /// not end inside a character.
  func end(of text: PrintText, _ range: Range<Int>, within width: Int, _ style: PrintStyle) -> Int
  func spaceWidth(_ style: PrintStyle) -> Int
  func hyphenWidth(_ style: PrintStyle) -> Int
  /// Tenths of a millimetre in the device's units.
  func units(_ tenths: Int) -> Int
  /// What a rule takes away from the text, along and across.
  var ruleWidth: Int { get }
  var ruleHeight: Int { get }
  /// Room between a cell's text and the rules at its sides.
  var cellPadding: Int { get }
}

package struct PrintArea: Sendable, Hashable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A page of placed text.
package struct PrintPage: Sendable {
  /// From 1 on, through the whole act.
  package var number: Int
  package var orientation: PrintOrientation
  package var items: [PlacedItem]
}

package enum PlacedItem: Sendable {
  case line(PlacedLine)
  case rule(PlacedRule)

  func moved(y: Int) -> PlacedItem {
    switch self {
    case .line(let line): return .line(line.moved(y: y))
    case .rule(var rule):
      rule.y += y
      return .rule(rule)
    }
  }
}

/// A line of words on a page.
package struct PlacedLine: Sendable {
  package struct Word: Sendable, Hashable {
    /// Bytes of the text.
    package var range: Range<Int>
    /// From the line's beginning.
    package var x: Int
    package var width: Int
    /// The word goes on in the next line.
    package var endsWithHyphen: Bool
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

  init(_ text: PrintText, _ style: PrintStyle, _ owner: PrintOwner) {
    self.text = text
    self.style = style
    self.owner = owner
  }
}

/// Which block, and which cell of a table, a line belongs to.
package struct PrintOwner: Sendable, Hashable {
  /// Index of the block; `nil` for the running head.
  package var block: Int?
  /// Row of a table, heads first.
  package var row = 0
  package var column = 0
  /// A head on a page after its first.
  package var isRepeated = false
}

/// A straight line from a point on, to the right or down.
package struct PlacedRule: Sendable, Hashable {
  package var x: Int
  package var y: Int
  package var length: Int
  package var isVertical: Bool
}
