/// What printed blocks are to a reader who cannot see the page: a tree in reading order, with an outline.
///
/// Links, references to footnotes and changes of letters are not in it: they are runs of a text.
package struct PrintStructure: Sendable {
  package enum Kind: Sendable, Hashable {
    case document
    /// The order, or one of its appendices.
    case part
    /// From 1 to 6, never deeper by more than one than the heading before.
    case heading(Int)
    case paragraph, quote, verbatim
    case list, item
    /// The dash of an item, the number of a footnote.
    case label
    case itemBody
    case table, tableHead, tableBody, row
    case headCell(columns: Int)
    case cell(columns: Int)
    case note(number: Int)
    /// What stands in a box.
    case division
    case figure(meaning: String)
  }

  package struct Element: Sendable, Hashable {
    package var kind: Kind
    /// Index of the element that holds this one; that of the document is its own.
    package var parent: Int
    /// The address within the act: `pril-2-p-4`; empty for none.
    package var anchor = ""
  }

  package struct OutlineEntry: Sendable, Hashable {
    package var title: String
    /// From 1 on, never deeper by more than one than the entry before.
    package var level: Int
    /// The element that the entry leads to.
    package var element: Int
  }

  /// Each in front of those that it holds, and in the order in which they are read.
  package private(set) var elements: [Element] = []
  package private(set) var outline: [OutlineEntry] = []
  private var places: [Place] = []
  private var notes: [NoteKey: [Place]] = [:]
  /// Elements by their addresses within the act.
  package private(set) var anchors: [String: Int] = [:]
  /// Source levels of the headings around the place that has been reached.
  private var headings: [Int] = []
  /// Open items of lists, outermost first: the list, and the body of its last item.
  private var lists: [(list: Int, body: Int)] = []
  private var part = 0

  /// Where the text of a block belongs.
  private struct Place: Sendable {
    var element = 0
    var label: Int?
    /// For each row the element of its first cell, and whether all cells share it.
    var rows: [(first: Int, count: Int)] = []
    var part = 0
  }

  private struct NoteKey: Hashable {
    var block: Int
    var number: Int
  }

  package init(_ blocks: [PrintBlock]) {
    elements.append(Element(kind: .document, parent: 0))
    places.reserveCapacity(blocks.count)
    var open: (block: Int, part: PrintPart)?
    for (index, block) in blocks.enumerated() {
      if case .part(let next) = block {
        close(open)
        open = (index, next)
        begin(next)
        places.append(Place(element: part, part: part))
      } else {
        places.append(add(block, in: part, prefix: open?.part.prefix ?? ""))
      }
    }
    close(open)
  }

  /// The element that a piece of text belongs to, its label apart from the rest; `nil` for what is no part of what is
  /// read: running heads and repeated heads of tables.
  package func element(of owner: PrintOwner, isLabel: Bool = false) -> Int? {
    guard let block = owner.block, !owner.isRepeated else { return nil }
    var place: Place?
    if owner.note > 0 {
      let blocks = notes[NoteKey(block: block, number: owner.note)] ?? []
      place = blocks.indices.contains(owner.noteBlock) ? blocks[owner.noteBlock] : nil
    } else {
      place = places.indices.contains(block) ? places[block] : nil
    }
    guard let place else { return nil }
    if isLabel, let label = place.label { return label }
    guard place.rows.indices.contains(owner.row) else { return place.element }
    let row = place.rows[owner.row]
    return row.first + min(max(owner.column, 0), max(row.count - 1, 0))
  }

  /// The element of a footnote, for a reference to it from a block.
  package func note(_ number: Int, from owner: PrintOwner) -> Int? {
    guard let block = owner.block, places.indices.contains(block) else { return nil }
    return noteElements[NoteKey(block: places[block].part, number: number)]
  }

  /// The element at an address of the act.
  package func element(at anchor: String) -> Int? { anchors[anchor] }

  /// Elements of footnotes by their parts' elements.
  private var noteElements: [NoteKey: Int] = [:]
}

extension PrintStructure {
  private mutating func begin(_ next: PrintPart) {
    part = append(.part, in: 0, anchor: next.anchor)
    headings = []
    lists = []
    if !next.title.isEmpty {
      outline.append(OutlineEntry(title: next.title, level: 1, element: part))
    }
  }

  /// Footnotes are read behind the part that refers to them.
  private mutating func close(_ open: (block: Int, part: PrintPart)?) {
    guard let open else { return }
    lists = []
    for note in open.part.notes {
      let element = append(
        .note(number: note.number), in: part, anchor: open.part.prefix + "fn-\(note.number)")
      noteElements[NoteKey(block: part, number: note.number)] = element
      var label: Int?
      var inner: [Place] = []
      for block in note.blocks {
        if label == nil, case .paragraph(let paragraph) = block, paragraph.text.labelEnd > 0 {
          label = append(.label, in: element)
        }
        var place = add(block, in: element, prefix: open.part.prefix)
        place.label = place.label ?? label
        inner.append(place)
      }
      lists = []
      notes[NoteKey(block: open.block, number: note.number)] = inner
    }
  }

  private mutating func append(_ kind: Kind, in parent: Int, anchor: String = "") -> Int {
    let index = elements.count
    elements.append(Element(kind: kind, parent: parent, anchor: anchor))
    if !anchor.isEmpty, anchors[anchor] == nil { anchors[anchor] = index }
    return index
  }

  private mutating func add(_ block: PrintBlock, in parent: Int, prefix: String) -> Place {
    switch block {
    case .paragraph(let paragraph): return add(paragraph, in: parent, prefix)
    case .pair:
      lists = []
      return Place(element: append(.paragraph, in: parent), part: part)
    case .frame(let frame):
      lists = []
      let division = append(.division, in: parent)
      let rows = frame.paragraphs.map { _ in (append(.paragraph, in: division), 1) }
      return Place(element: division, rows: rows, part: part)
    case .table(let table):
      lists = []
      return add(table, in: parent, prefix)
    case .emblem(let emblem):
      lists = []
      return Place(element: append(.figure(meaning: emblem.meaning), in: parent), part: part)
    case .rule, .part: return Place(element: parent, part: part)
    }
  }

  private mutating func add(
    _ paragraph: PrintParagraph, in parent: Int, _ prefix: String
  ) -> Place {
    let anchor = paragraph.anchor.isEmpty ? "" : prefix + paragraph.anchor
    if let place = paragraph.list { return add(paragraph, place, in: parent, anchor) }
    lists = []
    switch paragraph.style.role {
    case .title: return heading(paragraph, 0, in: parent, anchor)
    case .heading(let level): return heading(paragraph, max(level, 1), in: parent, anchor)
    case .quote:
      let quote = append(.quote, in: parent, anchor: anchor)
      return Place(element: append(.paragraph, in: quote), part: part)
    case .verbatim:
      return Place(element: append(.verbatim, in: parent, anchor: anchor), part: part)
    case .paragraph, .requisite, .note, .footnote:
      return Place(element: append(.paragraph, in: parent, anchor: anchor), part: part)
    }
  }

  private mutating func heading(
    _ paragraph: PrintParagraph, _ level: Int, in parent: Int, _ anchor: String
  ) -> Place {
    while let last = headings.last, last >= level { headings.removeLast() }
    headings.append(level)
    let depth = min(headings.count, 6)
    let element = append(.heading(depth), in: parent, anchor: anchor)
    // The title of a part is what the outline calls it by already.
    if level > 0 {
      let title = paragraph.text.string
        .split { $0.isWhitespace }.joined(separator: " ")
      let level = min(depth + (headings.first == 0 ? 0 : 1), (outline.last?.level ?? 0) + 1)
      outline.append(OutlineEntry(title: title, level: max(level, 1), element: element))
    }
    return Place(element: element, part: part)
  }

  private mutating func add(
    _ paragraph: PrintParagraph, _ place: PrintParagraph.ListPlace, in parent: Int,
    _ anchor: String
  ) -> Place {
    let depth = min(max(place.depth, 1), lists.count + 1)
    while lists.count > depth { lists.removeLast() }
    if lists.count < depth || place.opensItem {
      let holder = depth > 1 ? lists[depth - 2].body : parent
      let list = lists.count == depth ? lists[depth - 1].list : append(.list, in: holder)
      let item = append(.item, in: list, anchor: anchor)
      let label = paragraph.text.labelEnd > 0 ? append(.label, in: item) : nil
      let body = append(.itemBody, in: item)
      lists = lists.prefix(depth - 1) + [(list, body)]
      return Place(element: append(.paragraph, in: body), label: label, part: part)
    }
    let body = lists.last?.body ?? parent
    return Place(element: append(.paragraph, in: body, anchor: anchor), part: part)
  }

  private mutating func add(_ table: PrintTable, in parent: Int, _ prefix: String) -> Place {
    if table.meaning == .list { return addList(table, in: parent, prefix) }
    let element = append(.table, in: parent)
    var rows: [(first: Int, count: Int)] = []
    for (group, kind) in [(table.head, Kind.tableHead), (table.rows, .tableBody)]
    where !group.isEmpty {
      let holder = append(kind, in: element)
      for row in group {
        let line = append(
          .row, in: holder, anchor: row.anchor.isEmpty ? "" : prefix + row.anchor)
        let columns = row.kind == .section ? table.columns.count : 1
        rows.append((elements.count, row.cells.count))
        for _ in row.cells {
          _ = append(
            kind == .tableHead ? .headCell(columns: columns) : .cell(columns: columns), in: line)
        }
      }
    }
    return Place(element: element, rows: rows, part: part)
  }

  /// Rows that are items of a list; a section row parts one list from the next.
  private mutating func addList(_ table: PrintTable, in parent: Int, _ prefix: String) -> Place {
    var rows: [(first: Int, count: Int)] = []
    var list: Int?
    for row in table.head + table.rows {
      guard row.kind == .body else {
        list = nil
        rows.append((append(.paragraph, in: parent), 1))
        continue
      }
      let holder = list ?? append(.list, in: parent)
      list = holder
      let item = append(
        .item, in: holder, anchor: row.anchor.isEmpty ? "" : prefix + row.anchor)
      let body = append(.itemBody, in: item)
      rows.append((append(.paragraph, in: body), 1))
    }
    return Place(element: parent, rows: rows, part: part)
  }
}
