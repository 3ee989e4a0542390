package import ActaDiagnostics

/// One source file, read.
package struct Document: Sendable, Hashable {
  /// The path relative to the repository's root.
  package var path: String
  package var requisites: Requisites
  /// The body, in the order of the source.
  package var blocks: [Block]
  package var definitions: [Definition]
  package var footnotes: [Footnote]
  package var suppressions: [Suppression]
  /// Front matter with its fences; the file's first byte where it has none.
  package var frontMatter: Span

  package init(
    path: String, requisites: Requisites = Requisites(), blocks: [Block] = [],
    definitions: [Definition] = [], footnotes: [Footnote] = [], suppressions: [Suppression] = [],
    frontMatter: Span = Span(0, 0)
  ) {
    self.path = path
    self.requisites = requisites
    self.blocks = blocks
    self.definitions = definitions
    self.footnotes = footnotes
    self.suppressions = suppressions
    self.frontMatter = frontMatter
  }

  package var kind: DocumentKind? { requisites.kind?.value }
  package var family: DocumentKind.Family? { kind?.family }
}

/// A footnote, in the order of its first mention.
package struct Footnote: Sendable, Hashable {
  /// From 1.
  package var number: Int
  /// The name in the source: `[^name]`.
  package var label: String
  package var blocks: [Block]
  package var span: Span

  package init(number: Int, label: String, blocks: [Block], span: Span) {
    self.number = number
    self.label = label
    self.blocks = blocks
    self.span = span
  }
}

/// What the text says a word stands for.
package struct Definition: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable {
    /// «(далее – Рабочая группа)»
    case abbreviation
    /// «**Термин** – …», «1) термин – …»
    case term
  }

  package var form: Form
  package var term: String
  /// What the term stands for, as written: the words before the formula, or behind the dash.
  package var meaning: String
  /// The term's words.
  package var span: Span

  package init(form: Form, term: String, meaning: String, span: Span) {
    self.form = form
    self.term = term
    self.meaning = meaning
    self.span = span
  }
}

/// A comment that silences a rule.
///
/// `<!-- acta: пропустить ПРАВИЛО, причина: … -->`
package struct Suppression: Sendable, Hashable {
  package var rule: RuleID
  package var reason: String?
  /// The block that it speaks for; `nil` where none follows.
  package var target: Span?
  /// The comment.
  package var span: Span

  package init(rule: RuleID, reason: String?, target: Span?, span: Span) {
    self.rule = rule
    self.reason = reason
    self.target = target
    self.span = span
  }
}

extension Document {
  /// The roadmap as it counts, from the schedules and headings of the body; `nil` without a schedule.
  package var roadmap: Roadmap? {
    var collector = RoadmapCollector()
    collector.walk(blocks)
    return collector.found ? Roadmap(sections: collector.sections) : nil
  }

  /// The roster as it counts; `nil` without members.
  package var roster: Roster? {
    var members: [Member] = []
    forEachBlock { if case .members(let list) = $0 { members += list.members } }
    return members.isEmpty ? nil : Roster(members: members)
  }

  /// Visits every block, outer ones first, in the order of the source; footnotes last.
  package func forEachBlock(_ visit: (Block) -> Void) {
    Block.walk(blocks, visit)
    for footnote in footnotes { Block.walk(footnote.blocks, visit) }
  }

  /// Every provision, in the order of the source.
  package var provisions: [Provision] {
    var found: [Provision] = []
    forEachBlock { if case .provision(let provision) = $0 { found.append(provision) } }
    return found
  }
}

extension Block {
  fileprivate static func walk(_ blocks: [Block], _ visit: (Block) -> Void) {
    for block in blocks {
      visit(block)
      switch block {
      case .provision(let provision): walk(provision.children, visit)
      case .quote(let quote): walk(quote.blocks, visit)
      case .table, .schedule, .members, .verbatim, .line: break
      }
    }
  }
}

private struct RoadmapCollector {
  var sections: [Roadmap.Section] = []
  var found = false

  mutating func walk(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .provision(let provision):
        if provision.headingLevel != nil {
          sections.append(
            Roadmap.Section(
              number: provision.number, title: provision.text, span: provision.span,
              milestones: []))
        }
        walk(provision.children)
      case .schedule(let schedule):
        found = true
        schedule.entries.forEach { add($0) }
      case .quote(let quote): walk(quote.blocks)
      case .table, .members, .verbatim, .line: break
      }
    }
  }

  private mutating func add(_ entry: Schedule.Entry) {
    switch entry {
    case .section(let cell):
      sections.append(
        Roadmap.Section(number: nil, title: cell.text, span: cell.span, milestones: []))
    case .milestone(let milestone):
      if sections.isEmpty {
        sections.append(Roadmap.Section(number: nil, title: Prose(), span: nil, milestones: []))
      }
      sections[sections.count - 1].milestones.append(milestone)
    case .columnNumbers: break
    }
  }
}

extension Document {
  /// Visits every piece of running text, in the order of the source; footnotes last.
  package func forEachProse(_ visit: (Prose) -> Void) {
    forEachBlock { block in
      switch block {
      case .provision(let provision): visit(provision.text)
      case .table(let table):
        for row in [table.head] + table.rows { row.cells.forEach { visit($0.text) } }
      case .schedule(let schedule): schedule.forEachProse(visit)
      case .members(let list):
        list.head?.cells.forEach { visit($0.text) }
        for entry in list.entries {
          switch entry {
          case .member(let member): member.parts.forEach { visit($0.text) }
          case .heading(let cell): visit(cell.text)
          case .row(let row): row.cells.forEach { visit($0.text) }
          }
        }
      case .quote, .verbatim, .line: break
      }
    }
  }
}

extension Schedule {
  fileprivate func forEachProse(_ visit: (Prose) -> Void) {
    columns.forEach { visit($0.title) }
    for entry in entries {
      switch entry {
      case .milestone(let milestone):
        milestone.fields.forEach { visit($0.text) }
        milestone.surplus.forEach { visit($0.text) }
        for row in milestone.continuations { row.cells.forEach { visit($0.text) } }
      case .section(let cell): visit(cell.text)
      case .columnNumbers(let row): row.cells.forEach { visit($0.text) }
      }
    }
  }
}
