import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Turns Markdown's pieces into a document's body: provisions in their tree, roadmaps, rosters.
struct BodyReader {
  let file: String
  let requisites: Requisites
  private(set) var findings: [Finding] = []
  private var outline = Outline()
  private var schedules: ScheduleReader
  private var members: MemberReader
  /// Rows spelled as headings that wait for the next one, and the rank of their headings.
  private var pendingRows: (milestones: [Milestone], level: Int)?
  private var pendingMembers: [MemberList.Entry] = []

  init(file: String, requisites: Requisites) {
    self.file = file
    self.requisites = requisites
    schedules = ScheduleReader(file: file)
    members = MemberReader(
      file: file, body: requisites.body?.value, title: requisites.title?.value)
  }

  private var family: DocumentKind.Family? { requisites.kind?.value.family }

  /// The body's blocks, without roles and addresses.
  mutating func read(_ pieces: [Markup.Piece]) -> [Block] {
    var index = 0
    let pieces = Self.rejoined(pieces)
    while index < pieces.count {
      if family == .roadmap, let end = headedRow(pieces, at: index) {
        index = end
        continue
      }
      read(pieces[index])
      index += 1
    }
    flushRows()
    flushMembers()
    findings += schedules.findings + members.findings
    return outline.blocks()
  }

  private mutating func read(_ piece: Markup.Piece) {
    flushRows()
    switch piece.content {
    case .heading(_, let prose):
      flushMembers()
      if family == .roster { members.headingRole = members.roles.role(ofHeading: prose) }
      Unit.units(of: piece).forEach { outline.add($0) }
    case .paragraph:
      for unit in Unit.units(of: piece) { add(unit, piece) }
    case .table(let table):
      if piece.marker.map({ $0.value.utf8.count > 1 }) ?? false { addMarker(piece) }
      flushMembers()
      read(table, piece)
    case .quote(let quoted):
      addMarker(piece)
      flushMembers()
      var inner = BodyReader(file: file, requisites: Requisites())
      let blocks = inner.read(quoted)
      findings += inner.findings
      outline.add(.quote(Block.Quote(blocks: blocks, span: piece.span)), depth: piece.depth)
    case .verbatim(let text):
      addMarker(piece)
      flushMembers()
      outline.add(
        .verbatim(Block.Verbatim(text: text, span: piece.span)), depth: piece.depth)
    case .line:
      flushMembers()
      outline.add(.line(piece.span), depth: piece.depth)
    }
  }

  /// The number of a list item that begins with no paragraph.
  private mutating func addMarker(_ piece: Markup.Piece) {
    guard let marker = piece.marker, let number = LegalNumber(marker: marker),
      number.style != .dash
    else { return }
    outline.add(
      Unit(number: number, headingLevel: nil, text: Prose(), depth: piece.depth, span: marker.span))
  }

  private mutating func add(_ unit: Unit, _ piece: Markup.Piece) {
    if family == .roster, !Formula.isEditorial(unit.text.text),
      !Formula.isStamp(unit.text.text, following: false)
    {
      let number = unit.number.flatMap { $0.style == .dash ? nil : $0 }
      if let member = members.member(unit.text, number: number, span: unit.span) {
        pendingMembers.append(.member(member))
        return
      }
      flushMembers()
      if let role = members.roles.role(ofHeading: unit.text), unit.number == nil {
        members.headingRole = role
      } else if unit.number != nil {
        findings.append(
          Finding("source/unplaced-text", .note, file: file, at: unit.span, .noMember))
      }
    }
    outline.add(unit)
  }

  private mutating func read(_ table: Table, _ piece: Markup.Piece) {
    if family == .roadmap, let schedule = schedules.schedule(table) {
      outline.addToSection(.schedule(schedule))
      return
    }
    if family == .roster, let list = members.members(table) {
      outline.addToSection(.members(list))
      return
    }
    for row in table.rows where row.cells.count != table.head.cells.count {
      findings.append(
        Finding(
          "source/ragged-row", .error, file: file, at: row.span,
          .raggedRow(cells: row.cells.count, width: table.head.cells.count),
          help: row.cells.count < table.head.cells.count ? Text.missingCells : Text.surplusCells))
    }
    outline.add(.table(table), depth: piece.depth)
  }

  // MARK: Rows spelled as headings

  /// Reads a heading with its list of fields as a row; the index behind it, or `nil` where it is none.
  private mutating func headedRow(_ pieces: [Markup.Piece], at index: Int) -> Int? {
    guard case .heading(let level, let title) = pieces[index].content else { return nil }
    let end = endOfItems(pieces, from: index + 1)
    let items = pieces[(index + 1)..<end]
    // One known label makes the list a row's fields; a mistyped one beside it is told, not lost.
    guard items.contains(where: { Self.field(of: $0) != nil }) else { return nil }
    var fields: [Milestone.Field] = []
    for item in items {
      guard case .paragraph(let prose) = item.content else { continue }
      if let field = ScheduleReader.field(prose) {
        fields.append(field)
      } else if item.marker == nil, let last = fields.popLast() {
        // A further paragraph of the item above.
        var field = last
        field.text = field.text.appending(Prose(text: "\n")).appending(prose)
        if let span = prose.span { field.span = field.span.joined(span) }
        fields.append(field)
      } else {
        reportUnknownLabel(prose)
        fields.append(Milestone.Field(role: .other, text: prose, span: prose.span ?? item.span))
      }
    }
    let next = end
    guard !fields.isEmpty else { return nil }
    flushMembers()
    addRow(pieces[index], title, level, fields, end: pieces[next - 1].span)
    return next
  }

  /// The index behind the list items that follow a heading.
  private func endOfItems(_ pieces: [Markup.Piece], from start: Int) -> Int {
    var end = start
    while end < pieces.count, pieces[end].depth > 0, case .paragraph = pieces[end].content {
      end += 1
    }
    return end
  }

  private static func field(of piece: Markup.Piece) -> Milestone.Field? {
    guard case .paragraph(let prose) = piece.content else { return nil }
    return ScheduleReader.field(prose)
  }

  /// «Сорк: …»: a label that no field of a row has.
  private mutating func reportUnknownLabel(_ prose: Prose) {
    let text = Array(prose.text.utf8)
    guard let colon = text.prefix(60).firstIndex(of: UInt8(ascii: ":")),
      let span = prose.span(of: 0..<colon)
    else { return }
    let label = String(decoding: text[..<colon], as: UTF8.self)
    guard !FoldedBytes(label).hasPrefix("примечани") else { return }
    findings.append(
      Finding("source/unknown-key", .error, file: file, at: span, .unknownLabel(label)))
  }

  private mutating func addRow(
    _ heading: Markup.Piece, _ title: Prose, _ level: Int, _ fields: [Milestone.Field], end: Span
  ) {
    let opening = openingNumber(title.text, in: .heading)
    let number = opening.flatMap { LegalNumber($0, in: title) }
    let activity = opening.map { title[$0.content..<title.count] } ?? title
    var own = [
      Milestone.Field(role: .activity, text: activity, span: activity.span ?? heading.span)
    ]
    if let number {
      own.insert(
        Milestone.Field(
          role: .number, text: Prose(number.text, at: number.span.start), span: number.span),
        at: 0)
    }
    let milestone = Milestone(
      number: number, fields: own + fields, span: heading.span.joined(end))
    if let pending = pendingRows, pending.level == level {
      pendingRows?.milestones.append(milestone)
    } else {
      flushRows()
      pendingRows = ([milestone], level)
    }
  }

  private mutating func flushRows() {
    guard let (milestones, level) = pendingRows, let first = milestones.first else { return }
    pendingRows = nil
    let span = milestones.reduce(first.span) { $0.joined($1.span) }
    outline.addToSection(
      .schedule(
        Schedule(
          spelling: .headings, columns: ScheduleReader.columns(of: milestones),
          entries: milestones.map { .milestone($0) }, span: span)), belowHeading: level)
  }

  private mutating func flushMembers() {
    let entries = pendingMembers
    pendingMembers = []
    let spans = entries.compactMap { entry -> Span? in
      if case .member(let member) = entry { member.span } else { nil }
    }
    guard let first = spans.first else { return }
    outline.addToSection(
      .members(MemberList(entries: entries, span: spans.reduce(first) { $0.joined($1) })))
  }

  // MARK: Sentences that a list cut

  /// Puts an item back behind the words that want it.
  ///
  /// «… согласно пункту⏎1. настоящего Порядка» is one sentence for a jurist and a list for CommonMark.
  private static func rejoined(_ pieces: [Markup.Piece]) -> [Markup.Piece] {
    var result: [Markup.Piece] = []
    for piece in pieces {
      guard let marker = piece.marker, marker.value.utf8.count > 1,
        case .paragraph(let prose) = piece.content, let last = result.last,
        case .paragraph(let before) = last.content,
        runsOn(Array(before.text.utf8.suffix(400))[...]),
        piece.touchesAbove, last.depth < piece.depth, !before.isEmpty
      else {
        result.append(piece)
        continue
      }
      let mark = Prose(marker.value, at: marker.span.start)
      let whole = before.appending(Prose(text: "\n")).appending(mark)
        .appending(Prose(text: " ")).appending(prose)
      var joined = last
      joined.content = .paragraph(whole)
      joined.span = last.span.joined(piece.span)
      result[result.count - 1] = joined
    }
    return result
  }
}

extension Text {
  fileprivate static func unknownLabel(_ label: String) -> Text {
    let known = [
      "Срок", "Ответственный", "Результат", "После", "Исполняет", "Исполнено", "Примечание",
    ]
    let near = nearName(label, among: known)
    let (ru, en) = nearHint(near)
    let list = known.joined(separator: ", ")
    return Text(
      ru: "Неизвестное поле строки «\(label)»\(ru.isEmpty ? "; бывают: \(list)" : ru)",
      en: "Unknown field of a row «\(label)»\(en.isEmpty ? "; there are: \(list)" : en)")
  }
}
