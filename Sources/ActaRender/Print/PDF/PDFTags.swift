/// The structure tree under construction: what each element holds, of the pages and of other elements.
struct PDFTags {
  private enum Kid {
    case element(Int)
    case content(page: Int, number: Int)
    case annotation(Int)
  }

  private struct Tag {
    var parent: Int
    var kids: [Kid] = []
    /// Where the element is first seen: the page, and the height above its lower edge.
    var place: (page: Int, y: Int)?
  }

  private let structure: PrintStructure
  /// The structure's elements, and links behind them.
  private var tags: [Tag]
  /// For each page the elements of its stretches.
  private var stretches: [[Int]] = []
  /// For each annotation its element.
  private var annotations: [(tag: Int, page: Int)] = []
  private var boxes: [Int: [Int]] = [:]

  init(_ structure: PrintStructure) {
    self.structure = structure
    tags = structure.elements.map { Tag(parent: $0.parent) }
    for (index, element) in structure.elements.enumerated().dropFirst() {
      tags[element.parent].kids.append(.element(index))
    }
  }

  mutating func beginPage() { stretches.append([]) }

  /// An element for a link within another.
  mutating func addLink(in parent: Int) -> Int {
    tags.append(Tag(parent: parent))
    tags[parent].kids.append(.element(tags.count - 1))
    return tags.count - 1
  }

  /// The number of a new stretch of the last page that belongs to an element.
  mutating func addStretch(of tag: Int, y: Int) -> Int {
    let page = stretches.count - 1
    let number = stretches[page].count
    stretches[page].append(tag)
    tags[tag].kids.append(.content(page: page, number: number))
    if tags[tag].place == nil { tags[tag].place = (page, y) }
    return number
  }

  /// Adds an annotation on the last page; they are numbered as they come.
  mutating func addAnnotation(of tag: Int) {
    tags[tag].kids.append(.annotation(annotations.count))
    annotations.append((tag, stretches.count - 1))
  }

  /// The page of each annotation.
  var annotationPages: [Int] { annotations.map(\.page) }

  mutating func setBox(_ box: [Int], of tag: Int) { boxes[tag] = box }

  /// The name that a stretch of an element has in the content of a page.
  func name(of tag: Int) -> StaticString {
    guard tag < structure.elements.count else { return "Link" }
    switch structure.elements[tag].kind {
    case .document: return "Document"
    case .part: return "Part"
    case .heading(let level):
      switch level {
      case 1: return "H1"
      case 2: return "H2"
      case 3: return "H3"
      case 4: return "H4"
      case 5: return "H5"
      default: return "H6"
      }
    case .paragraph, .verbatim: return "P"
    case .quote: return "BlockQuote"
    case .list: return "L"
    case .item: return "LI"
    case .label: return "Lbl"
    case .itemBody: return "LBody"
    case .table: return "Table"
    // A head needs a body (PDF/UA-1, 7.2): alone it is one itself.
    case .tableHead:
      return tags[structure.elements[tag].parent].kids.count > 1 ? "THead" : "TBody"
    case .tableBody: return "TBody"
    case .row: return "TR"
    case .headCell: return "TH"
    case .cell: return "TD"
    case .note: return "Note"
    case .division: return "Div"
    case .figure: return "Figure"
    }
  }

  /// Where each element of the structure is first seen; that of one that holds others is the first of theirs.
  func places() -> [(page: Int, y: Int)?] {
    var places = structure.elements.indices.map { tags[$0].place }
    for index in structure.elements.indices.reversed() {
      let parent = structure.elements[index].parent
      if let place = places[index], parent != index { places[parent] = place }
    }
    return places
  }
}

extension PDFTags {
  /// Writes the tree and what leads from pages into it: from stretches by page, then from annotations.
  func write(
    to file: inout PDFFile, pages: [PDFReference], annotations objects: [PDFReference]
  ) -> PDFReference {
    let root = file.reserve()
    let references = file.reserve(tags.count)
    for index in tags.indices {
      file.write(dictionary(index, references, root, pages, objects), as: references[index])
    }
    var numbers: [PDFValue] = []
    for (page, stretches) in stretches.enumerated() {
      numbers.append(.integer(page))
      numbers.append(.array(stretches.map { .reference(references[$0]) }))
    }
    for (index, annotation) in annotations.enumerated() {
      numbers.append(.integer(pages.count + index))
      numbers.append(.reference(references[annotation.tag]))
    }
    let parents = file.reserve()
    file.write(["Nums": .array(numbers)], as: parents)
    file.write(
      [
        "Type": .name("StructTreeRoot"), "K": .reference(references[0]),
        "ParentTree": .reference(parents),
        "ParentTreeNextKey": .integer(pages.count + annotations.count),
      ], as: root)
    return root
  }

  private func dictionary(
    _ index: Int, _ references: [PDFReference], _ root: PDFReference, _ pages: [PDFReference],
    _ objects: [PDFReference]
  ) -> PDFDictionary {
    let tag = tags[index]
    var dictionary: PDFDictionary = [
      "S": .name(name(of: index).description),
      "P": .reference(index == 0 ? root : references[tag.parent]),
    ]
    add(attributesOf: index, to: &dictionary)
    // The page of those stretches that do not name their own.
    var page: Int?
    for case .content(let first, _) in tag.kids {
      page = first
      break
    }
    if let page { dictionary["Pg"] = .reference(pages[page]) }
    let kids = tag.kids.map { kid -> PDFValue in
      switch kid {
      case .element(let element): return .reference(references[element])
      case .content(let other, let number) where other == page: return .integer(number)
      case .content(let other, let number):
        return ["Type": .name("MCR"), "Pg": .reference(pages[other]), "MCID": .integer(number)]
      case .annotation(let annotation):
        return [
          "Type": .name("OBJR"), "Obj": .reference(objects[annotation]),
          "Pg": .reference(pages[annotations[annotation].page]),
        ]
      }
    }
    if kids.count == 1 {
      dictionary["K"] = kids[0]
    } else if !kids.isEmpty {
      dictionary["K"] = .array(kids)
    }
    return dictionary
  }

  private func add(attributesOf index: Int, to dictionary: inout PDFDictionary) {
    guard index < structure.elements.count else { return }
    switch structure.elements[index].kind {
    case .headCell(let columns):
      var attributes: PDFDictionary = ["O": .name("Table"), "Scope": .name("Column")]
      if columns > 1 { attributes["ColSpan"] = .integer(columns) }
      dictionary["A"] = .dictionary(attributes)
    case .cell(let columns) where columns > 1:
      dictionary["A"] = ["O": .name("Table"), "ColSpan": .integer(columns)]
    case .list where isLabelled(index):
      dictionary["A"] = ["O": .name("List"), "ListNumbering": .name("Disc")]
    case .note:
      // PDF/UA-1, 7.9: each note has a name of its own.
      dictionary["ID"] = .text("note-\(index)")
    case .figure(let meaning):
      dictionary["Alt"] = .text(meaning)
      if let box = boxes[index] {
        dictionary["A"] = [
          "O": .name("Layout"), "Placement": .name("Block"),
          "BBox": .array(box.map { .thousandths($0) }),
        ]
      }
    default: break
    }
  }

  /// Whether the items of a list have labels.
  private func isLabelled(_ list: Int) -> Bool {
    tags[list].kids.contains { kid in
      guard case .element(let item) = kid else { return false }
      return tags[item].kids.contains { inner in
        guard case .element(let element) = inner, element < structure.elements.count else {
          return false
        }
        return structure.elements[element].kind == .label
      }
    }
  }
}
