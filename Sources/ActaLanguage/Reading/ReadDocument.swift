import ActaDiagnostics
package import ActaModel

/// A document together with what its words say, read once for every rule and every page.
package final class ReadDocument: Sendable {
  package let document: Document
  /// Every piece of running text, in the order of the source; footnotes last.
  package let passages: [Passage]
  /// The tokens of each passage.
  ///
  /// Empty once the rules of the document and of its act have run: they are many times the size of the text.
  package let texts: [TokenizedText]
  /// What the sentences of a regulation say of its body, with spans in the source; empty in other documents.
  package let body: CollegialBody
  /// What the words say of bodies beside that: names, offices.
  package let bodyWords: BodyWords
  /// The references of the passages, in their order, each with what it leads to; empty where no act lists the document.
  package let resolved: [ResolvedReference]
  /// The numbers of the units and of the rows.
  package let numbering: Numbering
  /// The rows of a roadmap, read; `nil` in other documents.
  package let roadmap: ReadRoadmap?

  /// The working days that hold for the document.
  package let calendar: WorkCalendar

  /// With `references` alone nothing is asked of deadlines, persons, bodies and rows.
  package init(_ document: Document, calendar: WorkCalendar, references isAlone: Bool = false) {
    self.calendar = calendar
    var reader = PassageReader()
    reader.readsReferencesAlone = isAlone
    reader.read(document.blocks)
    reader.isInFootnote = true
    for footnote in document.footnotes { reader.read(footnote.blocks) }
    self.document = document
    numbering = Numbering(document)
    passages = reader.passages
    texts = reader.texts
    resolved = []
    guard !isAlone else {
      (roadmap, body, bodyWords) = (nil, CollegialBody(), BodyWords())
      return
    }
    roadmap = ReadRoadmap(document, passages, texts)
    body = CollegialBody(of: document, passages, texts)
    bodyWords = BodyWords(of: document, passages, texts)
  }

  private init(
    _ other: ReadDocument, document: Document, passages: [Passage], texts: [TokenizedText],
    numbering: Numbering,
    resolved: [ResolvedReference]
  ) {
    self.document = document
    self.passages = passages
    self.texts = texts
    body = other.body
    bodyWords = other.bodyWords
    self.resolved = resolved
    self.numbering = numbering
    roadmap = other.roadmap
    calendar = other.calendar
  }

  package var path: String { document.path }

  /// The document without its tokens.
  package var withoutTexts: ReadDocument {
    ReadDocument(
      self, document: document, passages: passages, texts: [], numbering: numbering.withoutTexts,
      resolved: resolved)
  }

  /// The document with what its references lead to.
  func with(_ resolved: [ResolvedReference]) -> ReadDocument {
    ReadDocument(
      self, document: document, passages: passages, texts: texts, numbering: numbering,
      resolved: resolved)
  }

  /// The document with nothing but its front matter and its roadmap: what those need that carry the roadmap out.
  package var roadmapAlone: ReadDocument {
    var bare = document
    bare.blocks = []
    bare.footnotes = []
    bare.definitions = []
    return ReadDocument(
      self, document: bare, passages: [], texts: [], numbering: numbering.withoutTexts,
      resolved: resolved)
  }
}

extension CollegialBody {
  /// What a regulation says of its body; its words that are no norms say nothing.
  fileprivate init(of document: Document, _ passages: [Passage], _ texts: [TokenizedText]) {
    self.init()
    guard document.family == .regulation || document.requisites.body != nil else { return }
    for (passage, text) in zip(passages, texts) where passage.isNorm {
      let read = collegialBody(in: text)
      guard !read.isEmpty else { continue }
      append(read.mappingSpans { passage.place(of: $0) ?? $0 })
    }
  }
}

extension BodyWords {
  fileprivate init(of document: Document, _ passages: [Passage], _ texts: [TokenizedText]) {
    self.init()
    let hasRoles = document.family == .regulation || document.family == .order
    guard document.family != .roster else { return }
    for (passage, text) in zip(passages, texts) where passage.isNorm {
      read(passage, text, hasRoles: hasRoles)
    }
  }
}

/// Walks a document's blocks and reads each piece of text.
private struct PassageReader {
  var passages: [Passage] = []
  var texts: [TokenizedText] = []
  var isInFootnote = false
  var readsReferencesAlone = false
  private var provision: Int?
  private var parent: Int?
  private var address = ""

  mutating func read(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .provision(let provision): read(provision)
      case .table(let table): for row in [table.head] + table.rows { read(row) }
      case .schedule(let schedule): read(schedule)
      case .members(let list): read(list)
      case .quote(let quote): read(quote.blocks)
      case .verbatim, .line: break
      }
    }
  }

  private mutating func read(_ provision: Provision) {
    let outer = (self.provision, parent, address)
    parent = self.provision
    self.provision = passages.count
    if !provision.address.isEmpty { address = provision.address }
    add(.provision(provision), provision.text)
    read(provision.children)
    (self.provision, parent, address) = outer
  }

  private mutating func read(_ schedule: Schedule) {
    for column in schedule.columns { add(.columnTitle, column.title) }
    let outer = address
    for entry in schedule.entries {
      switch entry {
      case .milestone(let milestone):
        address = milestone.address
        for field in milestone.fields { add(.milestone(milestone, field), field.text) }
        for cell in milestone.surplus { add(.cell, cell.text) }
        for row in milestone.continuations { read(row) }
        address = outer
      case .section(let cell): add(.heading, cell.text)
      case .columnNumbers(let row): for cell in row.cells { add(.columnTitle, cell.text) }
      }
    }
  }

  private mutating func read(_ list: MemberList) {
    for cell in list.head?.cells ?? [] { add(.columnTitle, cell.text) }
    for entry in list.entries {
      switch entry {
      case .member(let member):
        for (index, part) in member.parts.enumerated() {
          add(.member(member, part: index), part.text)
        }
      case .heading(let cell): add(.heading, cell.text)
      case .row(let row): read(row)
      }
    }
  }

  private mutating func read(_ row: TableRow) { for cell in row.cells { add(.cell, cell.text) } }

  private mutating func add(_ place: Passage.Place, _ prose: Prose) {
    let text = TokenizedText(prose.text)
    passages.append(
      Passage(
        place, prose, provision: provision, parent: parent, address: address,
        isInFootnote: isInFootnote, words(text, place)))
    texts.append(text)
  }

  private func words(_ text: TokenizedText, _ place: Passage.Place) -> ReadWords {
    var words = ReadWords()
    guard !text.tokens.isEmpty else { return words }
    let references = text.references()
    words.references = references.references
    words.unreadReferences = references.unread
    guard !readsReferencesAlone else { return words }
    switch place {
    case .milestone(_, let field) where field.role == .deadline:
      words.deadlines = [Spanned(DeadlineReader.read(text), Span(0, text.bytes.count))]
    case .milestone(_, let field) where field.role == .number || field.role == .after: break
    case .member(let member, let part) where part == member.namePart: break
    default:
      words.deadlines = DeadlineReader.mentions(in: text)
      words.persons = Persons.mentions(in: text)
    }
    return words
  }
}
