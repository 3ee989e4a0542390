package import ActaDiagnostics

/// A stretch of a roadmap under one head: a pipe table, or rows spelled as headings.
package struct Schedule: Sendable, Hashable {
  package enum Spelling: Sendable, Hashable { case table, headings }

  package enum Entry: Sendable, Hashable {
    case milestone(Milestone)
    /// A row that names a section.
    case section(Cell)
    /// «1 | 2 | 3 | 4 | 5»: numbers of the columns, no data.
    case columnNumbers(TableRow)
  }

  package var spelling: Spelling
  package var columns: [Column]
  package var entries: [Entry]
  package var span: Span

  package init(spelling: Spelling, columns: [Column], entries: [Entry], span: Span) {
    self.spelling = spelling
    self.columns = columns
    self.entries = entries
    self.span = span
  }

  package struct Column: Sendable, Hashable {
    package var role: Milestone.Field.Role
    /// The head as it is written; a default one where rows are headings.
    package var title: Prose

    package init(role: Milestone.Field.Role, title: Prose) {
      self.role = role
      self.title = title
    }
  }

  package var milestones: [Milestone] {
    entries.compactMap { if case .milestone(let milestone) = $0 { milestone } else { nil } }
  }
}

/// One row of a roadmap: what is to be done, by when, by whom, with what result.
package struct Milestone: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package enum Role: String, Sendable, Hashable, CaseIterable {
      case number, activity, deadline, responsible, result
      /// Rows of this roadmap that come before (После).
      case after
      /// Rows of the superior roadmap (Исполняет).
      case implements
      /// A mark of fulfilment (Исполнено).
      case done
      case other
    }

    package var role: Role
    package var text: Prose
    /// The cell, or the words behind the label.
    package var span: Span

    package init(role: Role, text: Prose, span: Span) {
      self.role = role
      self.text = text
      self.span = span
    }
  }

  package var number: LegalNumber?
  /// In the order of the columns; a short row has fewer.
  package var fields: [Field]
  /// Cells beyond the head: kept, printed, told.
  package var surplus: [Cell]
  /// Rows without a number that go on with this one, as many cells as they have.
  package var continuations: [TableRow]
  /// The permanent address within the document: `m-1.3`.
  package var address: String
  /// The row's line, or the heading with its fields.
  package var span: Span

  package init(
    number: LegalNumber?, fields: [Field], surplus: [Cell] = [], continuations: [TableRow] = [],
    address: String = "", span: Span
  ) {
    self.number = number
    self.fields = fields
    self.surplus = surplus
    self.continuations = continuations
    self.address = address
    self.span = span
  }

  /// The first field of a role.
  package func field(_ role: Field.Role) -> Field? { fields.first { $0.role == role } }
}

/// A roadmap as it counts: sections in order, each with its milestones.
package struct Roadmap: Sendable, Hashable {
  package struct Section: Sendable, Hashable {
    package var number: LegalNumber?
    /// Empty for rows in front of the first section.
    package var title: Prose
    package var span: Span?
    package var milestones: [Milestone]

    package init(number: LegalNumber?, title: Prose, span: Span?, milestones: [Milestone]) {
      self.number = number
      self.title = title
      self.span = span
      self.milestones = milestones
    }
  }

  package var sections: [Section]

  package init(sections: [Section]) { self.sections = sections }

  package var milestones: [Milestone] { sections.flatMap(\.milestones) }
}
