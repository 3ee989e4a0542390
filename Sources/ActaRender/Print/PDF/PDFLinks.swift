/// What words of a text lead to.
struct PDFLinks {
  /// Which link of which text.
  struct Key: Hashable {
    var owner: PrintOwner
    /// The link among the text's own, or the run of a footnote's number.
    var index: Int
    var isNote: Bool
  }

  struct Link {
    var key: Key
    var target: Target
    /// What the link is called by programs that read pages aloud.
    var contents: String
  }

  enum Target {
    /// An address within the act, and what stands there.
    case named(String, Int)
    case element(Int)
    case beginning
    case address(String)
  }

  private let matter: PrintMatter
  /// By block, the part that it belongs to.
  private var parts: [PrintPart] = []
  private var partOfBlock: [Int] = []

  init(_ matter: PrintMatter) {
    self.matter = matter
    for block in matter.blocks {
      if case .part(let part) = block { parts.append(part) }
      partOfBlock.append(parts.count - 1)
    }
  }

  /// The link of a run; `nil` where it has none, or leads nowhere.
  func link(of source: PlacedText, _ run: Int, _ structure: PrintStructure) -> Link? {
    let run = (index: run, source.runs[run])
    let owner = source.owner
    if let number = run.1.footnote {
      guard owner.note == 0, let note = structure.note(number, from: owner) else { return nil }
      return Link(
        key: Key(owner: owner, index: run.index, isNote: true), target: .element(note),
        contents: "Сноска \(number)")
    }
    guard let destination = run.1.link, let block = owner.block,
      partOfBlock.indices.contains(block), parts.indices.contains(partOfBlock[block]),
      let target = matter.target(of: destination, from: parts[partOfBlock[block]])
    else { return nil }
    let key = Key(owner: owner, index: run.1.linkIndex, isNote: false)
    let bytes = source.text.bytes[run.1.range.clamped(to: 0..<source.text.bytes.count)]
    let words = String(decoding: bytes, as: UTF8.self)
    switch target {
    case .inner(let anchor):
      if anchor.isEmpty { return Link(key: key, target: .beginning, contents: words) }
      return structure.element(at: anchor).map {
        Link(key: key, target: .named(anchor, $0), contents: words)
      }
    case .address(let address):
      return Link(key: key, target: .address(address), contents: words)
    }
  }
}

/// A place on a page to click on.
struct PDFAnnotation {
  var tag: Int
  var target: PDFLinks.Target
  var contents: String
  var left = 0
  var right = 0
  var top = 0
  var bottom = 0

  init(tag: Int, target: PDFLinks.Target, contents: String) {
    self.tag = tag
    self.target = target
    self.contents = contents
  }

  func dictionary(parent: Int, destination: (PDFLinks.Target) -> PDFValue?) -> PDFDictionary {
    var dictionary: PDFDictionary = [
      "Type": .name("Annot"), "Subtype": .name("Link"),
      // To be printed, as PDF/A wants of all that is seen.
      "F": 4, "Border": [0, 0, 0],
      "Rect": .array([left, bottom, right, top].map { .thousandths($0) }),
      "Contents": .text(contents), "StructParent": .integer(parent),
    ]
    if case .address(let address) = target {
      dictionary["A"] = ["S": .name("URI"), "URI": .text(Self.plain(address))]
    } else {
      dictionary["Dest"] = destination(target)
    }
    return dictionary
  }

  /// An address in ASCII (RFC 3986, 2.1).
  private static func plain(_ address: String) -> String {
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      if (0x21..<0x7F).contains(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexadecimalDigits: byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
