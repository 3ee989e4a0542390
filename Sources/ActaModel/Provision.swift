package import ActaDiagnostics

/// One piece of a document's body, in the order of the source.
package enum Block: Sendable, Hashable {
  case provision(Provision)
  case table(Table)
  /// A stretch of a roadmap: rows under one head.
  case schedule(Schedule)
  /// A stretch of a roster: members one after another.
  case members(MemberList)
  case quote(Quote)
  /// Text kept as it stands, its lines and spaces with it.
  case verbatim(Verbatim)
  /// A thematic break: a line drawn across.
  case line(Span)

  package struct Quote: Sendable, Hashable {
    package var blocks: [Block]
    package var span: Span

    package init(blocks: [Block], span: Span) {
      self.blocks = blocks
      self.span = span
    }
  }

  package struct Verbatim: Sendable, Hashable {
    package var text: String
    package var span: Span

    package init(text: String, span: Span) {
      self.text = text
      self.span = span
    }
  }

  /// Where the block stands, what it holds included.
  package var span: Span {
    switch self {
    case .provision(let provision): provision.extent
    case .table(let table): table.span
    case .schedule(let schedule): schedule.span
    case .members(let list): list.span
    case .quote(let quote): quote.span
    case .verbatim(let verbatim): verbatim.span
    case .line(let span): span
    }
  }
}

/// A unit of an act: a section, chapter, article, point, sub-point or paragraph (Akoma Ntoso's
/// hierarchical containers).
///
/// An unnumbered paragraph is a provision too: the абзац of the one above it.
package struct Provision: Sendable, Hashable {
  package enum Level: String, Sendable, Hashable, CaseIterable {
    /// раздел
    case section
    /// глава
    case chapter
    /// статья
    case article
    /// пункт
    case point
    /// подпункт
    case subpoint
    /// дефис, тире: an unnumbered item of a list
    case item
    /// абзац
    case paragraph
  }

  /// What a paragraph is for.
  package enum Role: String, Sendable, Hashable {
    /// A norm: everything that is none of the others.
    case norm
    /// преамбула
    case preamble
    /// The enacting word on a line of its own.
    case enacting
    /// Approval stamp or «Приложение № …» that the source carries itself.
    case stamp
    /// «(в ред. …)», «Список изменяющих документов» and their kin: no norm.
    case editorial
    /// Text in front of the preamble or behind the last point that is none of these.
    case unplaced
  }

  package var level: Level
  package var role: Role
  package var number: LegalNumber?
  /// 1 to 6 where the source spells the unit as a heading.
  package var headingLevel: Int?
  /// The heading or the first paragraph, without the number.
  package var text: Prose
  package var children: [Block]
  /// The permanent address within the document: `p-1.3-а`; no two provisions of a document share one.
  package var address: String
  /// The unit's own words, number included, without what is below it.
  package var span: Span
  /// The enacting word in the text: «приказываю:».
  package var enacting: Range<Int>?

  package init(
    level: Level, role: Role = .norm, number: LegalNumber? = nil, headingLevel: Int? = nil,
    text: Prose, children: [Block] = [], address: String = "", span: Span,
    enacting: Range<Int>? = nil
  ) {
    self.level = level
    self.role = role
    self.number = number
    self.headingLevel = headingLevel
    self.text = text
    self.children = children
    self.address = address
    self.span = span
    self.enacting = enacting
  }

  /// From the unit's first character to the last of what is below it.
  package var extent: Span { children.last.map { span.joined($0.span) } ?? span }
}

/// A table that is neither a roadmap nor a roster.
package struct Table: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case none, left, center, right }

  package var alignments: [Alignment]
  package var head: TableRow
  package var rows: [TableRow]
  package var span: Span

  package init(alignments: [Alignment], head: TableRow, rows: [TableRow], span: Span) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
    self.span = span
  }
}

package struct TableRow: Sendable, Hashable {
  /// As many as the source has, be they more or fewer than the head.
  package var cells: [Cell]
  /// The line of the row, without indentation and end of line.
  package var span: Span

  package init(cells: [Cell], span: Span) {
    self.cells = cells
    self.span = span
  }
}

package struct Cell: Sendable, Hashable {
  package var text: Prose
  /// Between the pipes, padding left out; an empty cell has the span of its padding.
  package var span: Span

  package init(text: Prose, span: Span) {
    self.text = text
    self.span = span
  }
}
