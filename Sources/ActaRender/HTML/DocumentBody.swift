import ActaDiagnostics
import ActaModel

/// The body of one document as nodes, under the addresses that its page gives it.
struct DocumentBody {
  let document: Document
  let links: Links
  /// What goes before the document's own addresses: empty for an order, `pril-2-` for an appendix.
  let prefix: String
  /// The level of the outermost headings.
  let headingLevel: Int
  /// Addresses that are given away already; no two elements of a page share one.
  var taken: Set<String>
  /// The words that lead somewhere by themselves, by where their text begins in the source.
  private let words: [Int: [WordLink]]
  /// The last day of each row of a roadmap, by the row's address.
  let days: [String: CalendarDate]
  private let footnoteNumbers: Set<Int>
  /// How often each footnote has been referred to.
  private var mentions: [Int: Int] = [:]

  init(
    _ document: Document, links: Links, prefix: String, headingLevel: Int, taken: Set<String>,
    words: [Int: [WordLink]] = [:], days: [String: CalendarDate] = [:]
  ) {
    self.document = document
    self.links = links
    self.prefix = prefix
    self.headingLevel = headingLevel
    self.taken = taken
    self.words = words
    self.days = days
    footnoteNumbers = Set(document.footnotes.map(\.number))
  }

  mutating func nodes(_ blocks: some Sequence<Block>) -> [HTML.Node] {
    nodes(blocks, headingLevel: headingLevel)
  }

  /// The document's footnotes; empty where it has none.
  mutating func footnotes() -> [HTML.Node] {
    guard !document.footnotes.isEmpty else { return [] }
    var notes: [HTML.Node] = []
    for note in document.footnotes { notes.append(footnote(note)) }
    return [
      .element(.section, [.class("footnotes"), .label("Сноски")], notes)
    ]
  }

  /// An attribute with a permanent address, unless the page has it already.
  mutating func address(_ own: String) -> String? {
    guard !own.isEmpty else { return nil }
    let full = prefix + own
    return taken.insert(full).inserted ? full : nil
  }

  mutating func prose(_ prose: Prose, enacting: Range<Int>? = nil) -> [HTML.Node] {
    // A footnote's reference counts its mentions, so marks are made one after another.
    var mentions = self.mentions
    let words =
      self.words.isEmpty ? [] : prose.segments.first.flatMap { self.words[$0.source.start] } ?? []
    let nodes = ProseNodes.nodes(prose, links: links, enacting: enacting, words: words) { number in
      mentions[number, default: 0] += 1
      return reference(to: number, mention: mentions[number, default: 1])
    }
    self.mentions = mentions
    return nodes
  }

  mutating func nodes(_ blocks: some Sequence<Block>, headingLevel: Int) -> [HTML.Node] {
    var nodes: [HTML.Node] = []
    for block in blocks {
      switch block {
      case .provision(let provision): nodes.append(self.provision(provision, headingLevel))
      case .table(let table): nodes.append(self.table(table))
      case .schedule(let schedule): nodes.append(self.schedule(schedule))
      case .members(let list): nodes.append(self.roster(list))
      case .quote(let quote):
        let inner = self.nodes(quote.blocks, headingLevel: headingLevel)
        nodes.append(.element(.blockquote, inner))
      case .verbatim(let verbatim): nodes.append(.element(.pre, [.text("\n" + verbatim.text)]))
      case .line: nodes.append(.element(.hr, []))
      }
    }
    return nodes
  }

  // MARK: Provisions

  private mutating func provision(_ provision: Provision, _ level: Int) -> HTML.Node {
    let id = address(provision.address)
    var words = number(of: provision)
    words += prose(provision.text, enacting: provision.enacting)
    if let id { words.append(selfLink(to: id, Self.label(of: provision))) }
    if provision.headingLevel != nil {
      let heading = HTML.Node.element(.heading(level), words)
      let inner = nodes(provision.children, headingLevel: level + 1)
      return .element(
        .section, attributes(id, "unit " + provision.level.rawValue), [heading] + inner)
    }
    let kind = Self.class(of: provision)
    guard !provision.children.isEmpty else { return .element(.p, attributes(id, kind), words) }
    let inner = nodes(provision.children, headingLevel: level)
    return .element(.div, attributes(id, kind), [.element(.p, words)] + inner)
  }

  private func attributes(_ id: String?, _ kind: String) -> [HTML.Attribute] {
    guard let id else { return [.class(kind)] }
    return [.class(kind), .id(id)]
  }

  private func number(of provision: Provision) -> [HTML.Node] {
    guard let number = provision.number else { return [] }
    let attributes = number.word == nil ? Self.numberAttributes : Self.wordAttributes
    return [.element(.span, attributes, [.text(number.text)]), .text(" ")]
  }

  private static let numberAttributes = [HTML.Attribute.class("no")]
  private static let wordAttributes = [HTML.Attribute.class("no word")]

  private static func `class`(of provision: Provision) -> String {
    switch provision.role {
    case .norm: provision.level.rawValue
    case .preamble: "preamble"
    case .enacting: "enacting"
    case .stamp: "own-stamp"
    case .editorial: "editorial"
    case .unplaced: "unplaced"
    }
  }

  /// What a provision is called to those who hear the page: «пункт 1.1».
  private static func label(of provision: Provision) -> HTML.Attribute {
    guard let number = provision.number, number.style != .dash else {
      let isHeading = provision.headingLevel != nil
      return .label(isHeading ? "Ссылка на заголовок" : "Ссылка на абзац")
    }
    let words: StaticString
    switch provision.level {
    case .section: words = "Ссылка на раздел "
    case .chapter: words = "Ссылка на главу "
    case .article: words = "Ссылка на статью "
    case .point: words = "Ссылка на пункт "
    case .subpoint: words = "Ссылка на подпункт "
    case .item, .paragraph: words = "Ссылка на абзац "
    }
    return HTML.Attribute("aria-label", words, number.figures)
  }

  func selfLink(to id: String, _ label: HTML.Attribute) -> HTML.Node {
    .element(.a, [.class("self"), .href(toID: id), label], [])
  }

  // MARK: Footnotes

  private mutating func footnote(_ note: Footnote) -> HTML.Node {
    let id = "\(prefix)fn-\(note.number)"
    taken.insert(id)
    let words = nodes(note.blocks, headingLevel: headingLevel)
    // Each mention is a way back, which a reader who followed it needs.
    let backs = (1...max(1, mentions[note.number, default: 0])).map { mention in
      HTML.Node.element(
        .a,
        [
          .class("back"), .href("#" + mentionAddress(note.number, mention)),
          .label("Вернуться к тексту"),
        ], [])
    }
    var parts: [HTML.Node] = [
      .element(.span, [.class("mark")], [.text("\(note.number)")]), .element(.div, words),
    ]
    if mentions[note.number] != nil {
      parts.append(.element(.span, [.class("backs")], backs))
    }
    return .element(.div, [.class("footnote"), .id(id)], parts)
  }

  private func reference(to number: Int, mention: Int) -> [HTML.Node] {
    let text = HTML.Node.text("\(number)")
    guard footnoteNumbers.contains(number) else {
      return [.element(.sup, [text])]
    }
    let link = HTML.Node.element(
      .a,
      [
        .id(mentionAddress(number, mention)), .href("#\(prefix)fn-\(number)"),
        .label("Сноска \(number)"),
      ], [text])
    return [.element(.sup, [link])]
  }

  private func mentionAddress(_ number: Int, _ mention: Int) -> String {
    "\(prefix)fnref-\(number)" + (mention > 1 ? "-\(mention)" : "")
  }
}

extension LegalNumber {
  /// The number without its mark and the word in front of it, as `bare` has it; made for every provision of a page.
  var figures: Substring {
    var bytes = text.utf8[...]
    if word != nil, let space = bytes.lastIndex(of: 0x20) {
      bytes = bytes[bytes.index(after: space)...]
    }
    while let last = bytes.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ")") {
      bytes = bytes.dropLast()
    }
    return Substring(bytes)
  }
}
