import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Reads the members of a roster from list items and tables.
struct MemberReader {
  let file: String
  let roles: RoleReader
  /// The role that the heading above gives.
  var headingRole: Spanned<Role>?
  private(set) var findings: [Finding] = []

  init(file: String, body: String?, title: String?) {
    self.file = file
    roles = RoleReader(body: body, title: title)
  }

  /// The member of a list item or paragraph; `nil` where no person is named.
  func member(_ prose: Prose, number: LegalNumber?, span: Span) -> Member? {
    guard let parts = RosterLine.parts(prose.text),
      let name = RosterLine.person(parts.words, in: prose)
    else { return nil }
    let post = prose[parts.post]
    let between =
      parts.isNameFirst
      ? prose.text.utf8.count > parts.name.upperBound
        ? parts.name.upperBound..<parts.post.lowerBound
        : parts.name.upperBound..<parts.name.upperBound
      : parts.name.upperBound..<prose.count
    let nameCell = cell(prose, nameRange(parts, between, in: prose), fallback: name.span)
    let postCell = cell(prose, parts.post, fallback: Span(name.span.end, name.span.end))
    return Member(
      number: number, name: name,
      parts: parts.isNameFirst ? [nameCell, postCell] : [postCell, nameCell],
      namePart: parts.isNameFirst ? 0 : 1, post: post,
      role: roles.role(in: prose, range: parts.post) ?? headingRole,
      isByConsent: RosterLine.isByConsent(prose.text), span: span)
  }

  /// The name with what stands in brackets behind it, so that no word falls between the two parts.
  private func nameRange(
    _ parts: RosterLine.Parts, _ between: Range<Int>, in prose: Prose
  ) -> Range<Int> {
    let bytes = Array(prose.text.utf8)
    var end = parts.name.upperBound
    for index in between where Glyph.isLetter(bytes[index...]) || bytes[index] == UInt8(ascii: ")")
    {
      end = index + (bytes[index] < 0x80 ? 1 : 2)
    }
    if !parts.isNameFirst { end = max(end, prose.count) }
    return parts.name.lowerBound..<min(max(end, parts.name.upperBound), prose.count)
  }

  private func cell(_ prose: Prose, _ range: Range<Int>, fallback: Span) -> Cell {
    Cell(text: prose[range], span: prose.span(of: range) ?? fallback)
  }

  // MARK: Tables

  /// The members of a table; `nil` where too few rows name a person.
  mutating func members(_ table: Table) -> MemberList? {
    guard let layout = Layout(table) else { return nil }
    var entries: [MemberList.Entry] = []
    var head: TableRow? = table.head
    if let first = member(table.head, layout) {
      entries.append(.member(first))
      head = nil
    }
    for row in table.rows {
      if let heading = heading(row) {
        headingRole = roles.role(ofHeading: heading.text)
        entries.append(.heading(heading))
      } else if let member = member(row, layout) {
        entries.append(.member(member))
      } else {
        if !row.cells.allSatisfy({ $0.text.text.trimmed.isEmpty }),
          !ScheduleReader.isColumnNumbers(row)
        {
          findings.append(
            Finding("source/unplaced-text", .note, file: file, at: row.span, .noMember))
        }
        entries.append(.row(row))
      }
      if row.cells.count != table.head.cells.count {
        findings.append(
          Finding(
            "source/ragged-row", .error, file: file, at: row.span,
            .raggedRow(cells: row.cells.count, width: table.head.cells.count),
            help: row.cells.count < table.head.cells.count
              ? Text.missingCells : Text.surplusCells))
      }
    }
    return MemberList(entries: entries, head: head, span: table.span)
  }

  private func heading(_ row: TableRow) -> Cell? {
    let filled = row.cells.filter { !$0.text.text.trimmed.isEmpty }
    guard let first = filled.first, row.cells.count > 1 else { return nil }
    let isAlone = filled.count == 1 || filled.allSatisfy { $0.text.text == first.text.text }
    return isAlone && RosterLine.name(first.text.text) == nil
      && openingNumber(first.text.text, in: .cell) == nil ? first : nil
  }

  private func member(_ row: TableRow, _ layout: Layout) -> Member? {
    guard layout.name < row.cells.count else { return nil }
    let nameCell = row.cells[layout.name]
    guard let words = RosterLine.name(nameCell.text.text),
      let name = RosterLine.person(words, in: nameCell.text)
    else { return nil }
    let numberCell = layout.number.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    let number = numberCell.flatMap { cell in
      openingNumber(cell.text.text, in: .cell).flatMap { LegalNumber($0, in: cell.text) }
    }
    let parts = row.cells.enumerated().filter { $0.offset != layout.number || number == nil }
    let posts = parts.filter { $0.offset != layout.name }.map(\.element)
    let post = posts.max { $0.text.count < $1.text.count }?.text ?? Prose()
    let role = posts.reversed().lazy.compactMap { cell in
      roles.role(in: cell.text, range: 0..<cell.text.count)
    }.first
    return Member(
      number: number, name: name, parts: parts.map(\.element),
      namePart: parts.firstIndex { $0.offset == layout.name } ?? 0, post: post,
      role: role ?? headingRole,
      isByConsent: row.cells.contains { RosterLine.isByConsent($0.text.text) }, span: row.span)
  }

  /// Which columns hold what, found by what they hold.
  private struct Layout {
    var name: Int
    var number: Int?

    init?(_ table: Table) {
      let rows = [table.head] + table.rows
      var names: [Int: Int] = [:]
      var numbers: [Int: Int] = [:]
      for row in rows {
        for (index, cell) in row.cells.enumerated() {
          if RosterLine.name(cell.text.text) != nil { names[index, default: 0] += 1 }
          if openingNumber(cell.text.text, in: .cell) != nil {
            numbers[index, default: 0] += 1
          }
        }
      }
      guard
        let best = names.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
        best.value * 3 >= table.rows.count
      else { return nil }
      name = best.key
      number = numbers.filter { $0.key != best.key && $0.value * 2 >= table.rows.count }.keys.min()
    }
  }
}

extension Text {
  /// A line of a roster in which no person was found.
  static let noMember = Text(
    ru: "В этой строке состава не прочитан человек: ждали «Фамилия Имя Отчество – должность»",
    en:
      "No person is read in this line of the roster; «Surname Given Patronymic – post» is expected")
}
