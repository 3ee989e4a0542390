/// The contents that readers show beside the pages (ISO 32000-1, 12.3.3).
struct PDFOutline {
  private struct Item {
    var parent: Int?
    var previous: Int?
    var next: Int?
    var first: Int?
    var last: Int?
    var count = 0
  }

  private let entries: [PrintStructure.OutlineEntry]
  private var items: [Item] = []
  private var first: Int?
  private var last: Int?
  private var topCount = 0

  init(_ entries: [PrintStructure.OutlineEntry]) {
    self.entries = entries
    // The entries around the place that has been reached, outermost first.
    var open: [Int] = []
    for (index, entry) in entries.enumerated() {
      while let above = open.last, entries[above].level >= entry.level { open.removeLast() }
      var item = Item(parent: open.last)
      if let parent = open.last {
        item.previous = items[parent].last
        items[parent].first = items[parent].first ?? index
        items[parent].last = index
        items[parent].count += 1
      } else {
        item.previous = last
        first = first ?? index
        last = index
        topCount += 1
      }
      if let previous = item.previous { items[previous].next = index }
      items.append(item)
      open.append(index)
    }
  }

  /// Writes the outline, parts alone unfolded; `nil` where there is none.
  func write(
    to file: inout PDFFile, destination: (_ element: Int) -> PDFValue
  ) -> PDFReference? {
    guard let first, let last else { return nil }
    let root = file.reserve()
    let references = file.reserve(items.count)
    func reference(_ index: Int?) -> PDFValue? { index.map { .reference(references[$0]) } }
    for (index, item) in items.enumerated() {
      var dictionary: PDFDictionary = [
        "Title": .text(entries[index].title),
        "Parent": reference(item.parent) ?? .reference(root),
        "Dest": destination(entries[index].element),
      ]
      dictionary["Prev"] = reference(item.previous)
      dictionary["Next"] = reference(item.next)
      dictionary["First"] = reference(item.first)
      dictionary["Last"] = reference(item.last)
      if item.count > 0 { dictionary["Count"] = .integer(-item.count) }
      file.write(dictionary, as: references[index])
    }
    file.write(
      [
        "Type": .name("Outlines"), "First": .reference(references[first]),
        "Last": .reference(references[last]), "Count": .integer(topCount),
      ], as: root)
    return root
  }
}
