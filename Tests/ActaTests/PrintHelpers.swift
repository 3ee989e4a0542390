import ActaDiagnostics
import ActaModel

@testable import ActaRender

/// The words that a document's body says, block by block: what must be found on its pages.
struct SpokenWords {
  private(set) var words: [String] = []

  init(_ document: Document) {
    add(document.blocks)
    for footnote in document.footnotes { add(footnote.blocks) }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .provision(let provision):
        if let number = provision.number, number.style != .dash { add(number.text) }
        add(provision.text.text)
        add(provision.children)
      case .table(let table): for row in [table.head] + table.rows { add(row) }
      case .schedule(let schedule):
        for entry in schedule.entries {
          switch entry {
          case .milestone(let milestone):
            for field in milestone.fields { add(field.text.text) }
            for cell in milestone.surplus { add(cell.text.text) }
            for row in milestone.continuations { add(row) }
          case .section(let cell): add(cell.text.text)
          // Numbers of columns belong to the head, which pages repeat as they need.
          case .columnNumbers: break
          }
        }
      case .members(let list):
        if let head = list.head { add(head) }
        for entry in list.entries {
          switch entry {
          case .member(let member):
            if let number = member.number, number.style != .dash, list.head == nil {
              add(number.text)
            }
            for part in member.parts { add(part.text.text) }
          case .heading(let cell): add(cell.text.text)
          case .row(let row): add(row)
          }
        }
      case .quote(let quote): add(quote.blocks)
      case .verbatim(let verbatim): add(verbatim.text)
      case .line: break
      }
    }
  }

  private mutating func add(_ row: TableRow) { for cell in row.cells { add(cell.text.text) } }

  private mutating func add(_ text: String) {
    words += text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

/// The words on pages in the order in which they are read: block after block, row after row, cell after cell, footnotes
/// last; heads that a page repeats are left out, words that were parted are put together again.
func printedWords(_ pages: [PrintPage]) -> [String] {
  var lines: [(owner: PrintOwner, order: Int, line: PlacedLine)] = []
  for page in pages {
    for case .line(let line) in page.items
    where !line.source.owner.isRepeated && line.source.owner.block != nil {
      lines.append((line.source.owner, lines.count, line))
    }
  }
  lines.sort {
    ReadingPlace($0.owner, $0.order) < ReadingPlace($1.owner, $1.order)
  }
  var words: [String] = []
  var last: (owner: PrintOwner, end: Int)?
  for (owner, _, line) in lines {
    for word in line.words {
      let text = String(decoding: line.source.text.bytes[word.range], as: UTF8.self)
      if let last, last.owner == owner, last.end == word.range.lowerBound, !words.isEmpty {
        words[words.count - 1] += text
      } else {
        words += text.split(whereSeparator: \.isWhitespace).map(String.init)
      }
      last = (owner, word.range.upperBound)
    }
  }
  // Marks of footnotes stand at words without being part of them.
  return words.map { $0.filter { !"⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) } }.filter { !$0.isEmpty }
}

private struct ReadingPlace: Comparable {
  private let steps: [Int]

  init(_ owner: PrintOwner, _ order: Int) {
    steps = [
      owner.note > 0 ? 1 : 0, owner.block ?? 0, owner.note, owner.noteBlock, owner.row,
      owner.column, order,
    ]
  }

  static func < (left: Self, right: Self) -> Bool {
    left.steps.lexicographicallyPrecedes(right.steps)
  }
}

/// Whether all of `words` stand in `printed`, in their order; the first that does not, with those before it.
func firstLost(_ words: [String], in printed: [String]) -> [String]? {
  var place = 0
  for (index, word) in words.enumerated() {
    while place < printed.count, printed[place] != word { place += 1 }
    if place == printed.count { return Array(words[max(index - 3, 0)...index]) }
    place += 1
  }
  return nil
}

/// The lines of each page of print-ready text.
func textPages(_ text: [UInt8]) -> [[String]] {
  String(decoding: text, as: UTF8.self).split(separator: "\u{0C}", omittingEmptySubsequences: false)
    .map { page in
      var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
}

func columns(_ line: String) -> Int {
  Array(line.utf8).withUnsafeBufferPointer { CharacterWidth.columns($0) }
}
