/// Lays blocks out on a device's pages; words are parted at ends of lines where there is a hyphenator.
package func pages(
  of blocks: [PrintBlock], on device: some PrintDevice, hyphenator: Hyphenator? = nil,
  head: RunningHead = RunningHead()
) -> [PrintPage] {
  var paginator = Paginator(device: device, head: head)
  var layout = SlabLayout(device: device, hyphenator: hyphenator)
  for (index, block) in blocks.enumerated() {
    if case .part(let part) = block {
      paginator.add(layout.takeSlabs(), foot: layout.takeFoot(), layout.takeNotes())
      paginator.orientation = part.orientation
      layout.begin(part, index)
    } else {
      layout.add(block, PrintOwner(block: index))
    }
  }
  paginator.add(layout.takeSlabs(), foot: layout.takeFoot(), layout.takeNotes())
  return paginator.pages
}

/// What a page cannot part: a line, a row of a table, a box.
struct Slab {
  var height: Int
  /// Empty space in front, left out at the top of a page.
  var space = 0
  /// Relative to the slab's top.
  var items: [PlacedItem] = []
  /// Instead of items, for the most common slab of all.
  var line: PlacedLine?
  /// Whether a page may end in front of the slab.
  var mayBreakBefore = true
  /// What stands on top of a page that begins with the slab.
  var head: TableHead?
  /// Drawn below where a page ends behind the slab.
  var closing: [PlacedItem] = []
  var closingHeight = 0
  /// Numbers of the footnotes that the slab refers to.
  var notes: [Int] = []
}

/// The head of a table, repeated where the table goes on on another page.
struct TableHead {
  var items: [PlacedItem]
  var height: Int
}

extension PlacedLine {
  /// Numbers of the footnotes that the line refers to.
  var notes: [Int] {
    guard source.text.holdsNotes else { return [] }
    return words.compactMap {
      source.runs.indices.contains($0.run) ? source.runs[$0.run].footnote : nil
    }
  }
}
