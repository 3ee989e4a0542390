import ActaDiagnostics
import ActaModel

extension ReadRoadmap {
  /// The roadmap of a document, from its passages and their tokens; `nil` where no row was read.
  init?(_ document: Document, _ passages: [Passage], _ texts: [TokenizedText]) {
    var reader = RoadmapReader()
    for (passage, text) in zip(passages, texts) where !passage.isInFootnote {
      reader.read(passage, text)
    }
    reader.close()
    guard !reader.roadmap.rows.isEmpty || reader.hasTable else { return nil }
    self = reader.roadmap
    document.forEachBlock { block in
      guard case .schedule(let schedule) = block, schedule.spelling == .table else { return }
      columns.formUnion(schedule.columns.map(\.role))
    }
    columns.remove(.other)
  }
}

/// Walks the passages of a roadmap and puts the cells of each row together.
private struct RoadmapReader {
  var roadmap = ReadRoadmap()
  /// Whether a table's head was met, be there rows or not.
  var hasTable = false
  private var current: Milestone?
  private var cells: [RoadmapCell] = []
  /// Which column each cell beyond the row's own fields goes on with.
  private var expected: [Milestone.Field.Role] = []

  mutating func read(_ passage: Passage, _ text: TokenizedText) {
    switch passage.place {
    case .provision(let provision):
      close()
      if let depth = provision.headingLevel {
        open(passage, text, number: provision.number?.bare, depth, provision.span)
      } else if provision.role == .norm, !text.tokens.isEmpty,
        let last = roadmap.sections.indices.last
      {
        roadmap.sections[last].hasText = true
      }
    case .heading:
      close()
      open(passage, text, number: nil, 50, passage.prose.span)
    case .milestone(let milestone, let field):
      if current?.span != milestone.span { begin(milestone) }
      cells.append(RoadmapCell(field.role, field.span, passage, text))
    case .cell:
      guard let current, passage.address == current.address, !expected.isEmpty else { return }
      let role = expected.removeFirst()
      guard !text.tokens.isEmpty, let span = passage.prose.span else { return }
      cells.append(RoadmapCell(role, span, passage, text))
    case .columnTitle:
      hasTable = true
      close()
    case .member: close()
    }
  }

  mutating func close() {
    guard let milestone = current else { return }
    current = nil
    if roadmap.sections.isEmpty {
      roadmap.sections.append(
        ReadRoadmap.Section(title: "", number: nil, span: nil, depth: 0, rows: 0..<0))
    }
    roadmap.columns.formUnion(cells.filter { !$0.text.tokens.isEmpty }.map(\.role))
    let row = ReadMilestone(milestone, cells)
    if let above = roadmap.rows.last, above.isHead(of: row) { makeSection(of: above) }
    roadmap.rows.append(row)
    let last = roadmap.sections.count - 1
    roadmap.sections[last].rows = roadmap.sections[last].rows.lowerBound..<roadmap.rows.count
    cells = []
  }

  /// A row of a number and a title over the rows below it names a section: «1 | Подготовка» over 1.1.
  private mutating func makeSection(of row: ReadMilestone) {
    roadmap.rows.removeLast()
    let count = roadmap.rows.count
    if let last = roadmap.sections.indices.last {
      let begun = roadmap.sections[last].rows.lowerBound
      roadmap.sections[last].rows = min(begun, count)..<count
      // What stood in front of it and holds nothing was no section.
      if roadmap.sections[last].span == nil, begun == count {
        roadmap.sections.removeLast()
      } else {
        roadmap.sections[last].hasText = true
      }
    }
    roadmap.sections.append(
      ReadRoadmap.Section(
        title: row.activity?.value ?? "", number: row.number, span: row.span, depth: 50,
        rows: count..<count))
  }

  private mutating func open(
    _ passage: Passage, _ text: TokenizedText, number: String?, _ depth: Int, _ span: Span?
  ) {
    let count = roadmap.rows.count
    roadmap.sections.append(
      ReadRoadmap.Section(
        title: passage.text, number: number, span: span, depth: depth, rows: count..<count))
  }

  private mutating func begin(_ milestone: Milestone) {
    close()
    current = milestone
    let roles = milestone.fields.map(\.role)
    let last = roles.last ?? .other
    expected = milestone.surplus.map { _ in last }
    for row in milestone.continuations {
      expected += row.cells.indices.map { $0 < roles.count ? roles[$0] : last }
    }
  }
}

/// A cell of a row, or of a row that goes on with it.
struct RoadmapCell {
  var role: Milestone.Field.Role
  var span: Span
  var passage: Passage
  var text: TokenizedText

  init(_ role: Milestone.Field.Role, _ span: Span, _ passage: Passage, _ text: TokenizedText) {
    self.role = role
    self.span = span
    self.passage = passage
    self.text = text
  }

  /// The words of some tokens and their place in the source.
  func words(_ range: Range<Int>) -> Spanned<String> {
    let span = text.span(range)
    return Spanned(text.text(span), passage.place(of: span) ?? self.span)
  }

  var whole: Spanned<String> { words(0..<text.count) }
}

extension ReadMilestone {
  /// Whether the row has a title alone, and the next is the first below its number.
  fileprivate func isHead(of next: ReadMilestone) -> Bool {
    guard let number, let below = next.number, activity != nil, deadlineText == nil,
      responsibleText == nil, results.isEmpty
    else { return false }
    return below.hasPrefix(number + ".")
  }

  init(_ milestone: Milestone, _ cells: [RoadmapCell]) {
    number = milestone.number?.bare
    numberSpan = milestone.number?.span
    address = milestone.address
    span = milestone.span
    let widest = cells.last { $0.role == .result || $0.role == .responsible }
    isShort = widest == nil
    for cell in cells where !cell.text.tokens.isEmpty { read(cell) }
    let activities = cells.filter { $0.role == .activity }
    if activities.count == 1, let only = activities.first {
      read(activity: only.text)
    } else if !activities.isEmpty {
      read(activity: TokenizedText(activities.map(\.passage.text).joined(separator: " ")))
    }
    joinTornResults(cells.filter { $0.role == .result })
  }

  private mutating func read(activity text: TokenizedText) {
    action = RoadmapAction(text)
    words = ContentWords(text)
  }

  private mutating func read(_ cell: RoadmapCell) {
    for reference in cell.passage.references {
      guard let citation = reference.value.citation,
        let place = cell.passage.place(of: reference.span)
      else { continue }
      citations.append(Spanned(citation, place))
    }
    if cell.passage.prose.marks.contains(where: { if case .link = $0.kind { true } else { false } })
    {
      hasLink = true
    }
    switch cell.role {
    case .activity: activity = activity ?? cell.whole
    case .deadline:
      guard deadlineText == nil else { return }
      deadlineText = cell.whole
      deadline = cell.passage.deadlines.first?.value ?? .none
    case .responsible:
      responsibleText = responsibleText ?? cell.whole
      responsible += cell.parties()
    case .result: results += cell.results()
    case .after: after += cell.numbers()
    case .implements: implements += cell.numbers()
    case .done:
      doneText = cell.whole.value
      done = ReadFulfilment(
        span: cell.whole.span, date: DeadlineReader.read(cell.text).lastDay)
    case .number, .other: break
    }
  }

  /// A result that goes on in the next row is one: its first part takes the words of the last one above.
  private mutating func joinTornResults(_ cells: [RoadmapCell]) {
    guard cells.count > 1, results.count > 1,
      let first = cells.first(where: { !$0.text.tokens.isEmpty })
    else { return }
    let above = first.results().count
    guard above > 0, above < results.count, let next = results[above].text.value.first,
      next.isLowercase
    else { return }
    let joined = results[above - 1].text.value + " " + results[above].text.value
    results[above - 1].words = ContentWords(TokenizedText(joined), except: RoadmapCell.documents)
    results.remove(at: above)
  }
}
