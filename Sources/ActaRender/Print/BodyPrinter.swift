import ActaModel

/// Turns a document's body into blocks.
struct BodyPrinter {
  private(set) var blocks: [PrintBlock] = []
  /// How running text is set.
  var style = PrintStyle.body
  /// Goes in front of the next paragraph.
  var lead: PrintText?
  private let document: Document
  /// A roadmap's table under construction: stretches under one head make one table.
  private var schedule: ScheduleTable?
  private var isBelowNorm = false
  /// How many items of lists the place lies in.
  private var depth = 0

  init(_ document: Document) { self.document = document }

  mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  /// Closes what is still open.
  mutating func finish() {
    closeSchedule()
    if let lead {
      self.blocks.append(.paragraph(PrintParagraph(lead, style)))
      self.lead = nil
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .provision(let provision): add(provision)
    case .schedule(let stretch): add(stretch)
    case .table(let table):
      closeSchedule()
      if let table = PrintTable(table) { append(.table(table)) }
    case .members(let list):
      closeSchedule()
      append(.table(PrintTable(list)))
    case .quote(let quote):
      closeSchedule()
      let outer = style
      style = PrintStyle.quote.with {
        $0.left = Self.sum(outer.left, $0.left)
        $0.right = Self.sum(outer.right, $0.right)
        $0.size = outer.size
        $0.role = outer.role
      }
      add(quote.blocks)
      closeSchedule()
      style = outer
    case .verbatim(let verbatim):
      closeSchedule()
      append(.paragraph(PrintParagraph(PrintText(verbatim: verbatim.text), .verbatim)))
    case .line:
      closeSchedule()
      append(.rule(share: 100))
    }
  }

  private mutating func add(_ provision: Provision) {
    if let section = ScheduleTable.Section(provision), document.family == .roadmap,
      add(section, below: provision)
    {
      return
    }
    closeSchedule()
    let isBullet = provision.number?.style == .dash
    // A bullet of Markdown is a dash in print.
    let text =
      provision.number.map { PrintText(label: isBullet ? "–" : $0.text, provision.text) }
      ?? PrintText(provision.text)
    let outer = depth
    if isBullet { depth += 1 }
    if !text.isEmpty {
      var paragraph = PrintParagraph(text, style(of: provision), anchor: provision.address)
      if depth > 0 {
        paragraph.list = PrintParagraph.ListPlace(depth: depth, opensItem: isBullet)
      }
      // What introduces a list does not end a page.
      if text.bytes.last == UInt8(ascii: ":") { paragraph.style.keepsWithNext = true }
      append(.paragraph(paragraph))
    }
    if provision.role == .norm || provision.role == .preamble { isBelowNorm = true }
    add(provision.children)
    depth = outer
  }

  private func style(of provision: Provision) -> PrintStyle {
    switch provision.role {
    case .stamp: return .stamp
    case .editorial: return isBelowNorm ? .note : .openingNote
    case .enacting: return .enacting
    case .unplaced: return provision.headingLevel == nil ? .unplaced : .heading(1)
    case .preamble, .norm: break
    }
    if let level = provision.headingLevel {
      return provision.level == .section || provision.level == .chapter || provision.number == nil
        ? .heading(level) : .runningHeading(level)
    }
    return provision.level == .section || provision.level == .chapter ? .heading(1) : style
  }

  private mutating func append(_ block: PrintBlock) {
    // Notes under a title stand together.
    if case .paragraph(let paragraph) = block, paragraph.style == .openingNote,
      case .paragraph(var last)? = blocks.last, last.style == .openingNote
    {
      last.style.spaceAfter = 0
      blocks[blocks.count - 1] = .paragraph(last)
    }
    guard let lead else { return blocks.append(block) }
    self.lead = nil
    if case .paragraph(var paragraph) = block, !paragraph.text.isVerbatim {
      paragraph.text = lead.followed(by: paragraph.text)
      blocks.append(.paragraph(paragraph))
    } else {
      blocks.append(.paragraph(PrintParagraph(lead, style)))
      blocks.append(block)
    }
  }

  /// A section of a roadmap whose rows go on in one table; whether it could be taken in.
  private mutating func add(_ section: ScheduleTable.Section, below provision: Provision) -> Bool {
    if var open = schedule {
      schedule = nil
      if open.takes(section.schedule) {
        open.add(section: section.title)
        open.add(section.schedule)
        schedule = open
        add(Array(provision.children.dropFirst()))
        return true
      }
      append(.table(open.table))
    }
    var table = ScheduleTable(section.schedule)
    table.add(section: section.title)
    table.add(section.schedule)
    schedule = table
    add(Array(provision.children.dropFirst()))
    return true
  }

  private mutating func add(_ stretch: Schedule) {
    if var open = schedule, open.takes(stretch) {
      schedule = nil
      open.add(stretch)
      schedule = open
      return
    }
    closeSchedule()
    var table = ScheduleTable(stretch)
    table.add(stretch)
    schedule = table
  }

  private mutating func closeSchedule() {
    guard let open = schedule else { return }
    schedule = nil
    append(.table(open.table))
  }

  private static func sum(_ left: PrintLength, _ right: PrintLength) -> PrintLength {
    if case (.tenths(let first), .tenths(let second)) = (left, right) {
      return .tenths(min(first + second, 10_000))
    }
    return left == .zero ? right : left
  }
}
