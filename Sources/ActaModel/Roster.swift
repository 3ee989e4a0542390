package import ActaDiagnostics

/// A stretch of a roster: a list or a table, one member each.
package struct MemberList: Sendable, Hashable {
  package enum Entry: Sendable, Hashable {
    case member(Member)
    /// A row of a table that says what those below it are: «Члены рабочей группы:».
    case heading(Cell)
    /// A row in which no person is read: kept, printed, told.
    case row(TableRow)
  }

  package var entries: [Entry]
  /// The head of a table, as written.
  package var head: TableRow?
  package var span: Span

  package init(entries: [Entry], head: TableRow? = nil, span: Span) {
    self.entries = entries
    self.head = head
    self.span = span
  }

  package var members: [Member] {
    entries.compactMap { if case .member(let member) = $0 { member } else { nil } }
  }
}

/// One member of a body.
package struct Member: Sendable, Hashable {
  package var number: LegalNumber?
  package var name: PersonName
  /// The cells of a row, or the two sides of a list item's dash, in the order of the source.
  package var parts: [Cell]
  /// Which of `parts` holds the name.
  package var namePart: Int
  /// The post as it is written, role included.
  package var post: Prose
  /// Read from the words or from the heading above; a member without one is an ordinary member.
  package var role: Spanned<Role>?
  /// «(по согласованию)»: comes from outside the issuer's subordination.
  package var isByConsent: Bool
  package var span: Span

  package init(
    number: LegalNumber?, name: PersonName, parts: [Cell], namePart: Int, post: Prose,
    role: Spanned<Role>?, isByConsent: Bool, span: Span
  ) {
    self.number = number
    self.name = name
    self.parts = parts
    self.namePart = namePart
    self.post = post
    self.role = role
    self.isByConsent = isByConsent
    self.span = span
  }
}

/// What a member does in a body.
package struct Role: Sendable, Hashable {
  package enum Office: String, Sendable, Hashable, CaseIterable {
    case chair, deputy, secretary, member
  }

  package var office: Office
  /// The title as written, in the nominative: «руководитель», «ответственный секретарь».
  package var title: String

  package init(_ office: Office, title: String) {
    self.office = office
    self.title = title
  }
}

/// A person's name as it stands in a roster.
package struct PersonName: Sendable, Hashable {
  package var surname: String
  package var given: String
  package var patronymic: String?
  package var span: Span

  package init(surname: String, given: String, patronymic: String?, span: Span) {
    self.surname = surname
    self.given = given
    self.patronymic = patronymic
    self.span = span
  }
}

package struct Roster: Sendable, Hashable {
  package var members: [Member]

  package init(members: [Member]) { self.members = members }
}
