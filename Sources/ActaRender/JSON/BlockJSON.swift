import ActaDiagnostics
import ActaModel

/// Blocks and running text.
extension DocumentEncoder {
  func block(_ block: Block) -> JSON {
    switch block {
    case .provision(let provision): self.provision(provision)
    case .table(let table):
      .members([
        "type": "table",
        "alignments": .array(table.alignments.map { .string($0.name) }),
        "head": row(table.head), "rows": .array(table.rows.map { row($0) }),
        "span": span(table.span),
      ])
    case .schedule(let schedule): self.schedule(schedule)
    case .members(let list):
      .members([
        "type": "members", "head": list.head.map { row($0) },
        "entries": .array(
          list.entries.map { entry in
            switch entry {
            case .member(let member): .members(["type": "member", "span": span(member.span)])
            case .heading(let cell):
              .members(["type": "heading", "text": prose(cell.text), "span": span(cell.span)])
            case .row(let row):
              .members([
                "type": "row", "cells": .array(row.cells.map { self.cell($0) }),
                "span": span(row.span),
              ])
            }
          }), "span": span(list.span),
      ])
    case .quote(let quote):
      .members([
        "type": "quote", "blocks": .array(quote.blocks.map { self.block($0) }),
        "span": span(quote.span),
      ])
    case .verbatim(let verbatim):
      .members([
        "type": "verbatim", "text": .string(verbatim.text), "span": span(verbatim.span),
      ])
    case .line(let line): .members(["type": "line", "span": span(line)])
    }
  }

  private func provision(_ provision: Provision) -> JSON {
    .members([
      "type": "provision", "level": .string(provision.level.rawValue),
      "role": .string(provision.role.rawValue), "number": provision.number.map { number($0) },
      "headingLevel": provision.headingLevel.map { .number($0) },
      "address": provision.address.isEmpty ? nil : .string(provision.address),
      "text": prose(provision.text), "enacting": provision.enacting.map { range($0) },
      "span": span(provision.span),
      "extent": provision.children.isEmpty ? nil : span(provision.extent),
      "children": list(provision.children) { block($0) },
    ])
  }

  /// Milestones and members stand once, in `roadmap` and `roster`; here their places alone.
  private func schedule(_ schedule: Schedule) -> JSON {
    .members([
      "type": "schedule", "spelling": .string(schedule.spelling == .table ? "table" : "headings"),
      "columns": .array(
        schedule.columns.map {
          .members(["role": .string($0.role.rawValue), "title": prose($0.title)])
        }),
      "entries": .array(
        schedule.entries.map { entry in
          switch entry {
          case .milestone(let milestone):
            .members([
              "type": "milestone",
              "address": milestone.address.isEmpty ? nil : .string(milestone.address),
              "span": span(milestone.span),
            ])
          case .section(let cell):
            .members(["type": "section", "text": prose(cell.text), "span": span(cell.span)])
          case .columnNumbers(let row):
            .members([
              "type": "columnNumbers", "cells": .array(row.cells.map { self.cell($0) }),
              "span": span(row.span),
            ])
          }
        }),
      "span": span(schedule.span),
    ])
  }

  func number(_ number: LegalNumber) -> JSON {
    .members([
      "text": .string(number.text), "bare": .string(number.bare),
      "style": .string(number.style.name), "word": number.word.map { .string($0.rawValue) },
      "components": .array(
        number.components.map {
          .members([
            "value": .number($0.value), "inserted": list($0.inserted) { .number($0) },
          ])
        }),
      "span": span(number.span),
    ])
  }

  func row(_ row: TableRow) -> JSON {
    .members(["cells": .array(row.cells.map { cell($0) }), "span": span(row.span)])
  }

  func cell(_ cell: Cell) -> JSON { .members(["text": prose(cell.text), "span": span(cell.span)]) }

  func prose(_ prose: Prose) -> JSON {
    .members([
      "text": .string(prose.text), "marks": list(prose.marks) { mark($0, in: prose) },
      "span": prose.span.map { span($0) },
    ])
  }

  private func mark(_ mark: Prose.Mark, in prose: Prose) -> JSON {
    var kind: String
    var destination: String?
    var title: String?
    var number: Int?
    switch mark.kind {
    case .emphasis: kind = "emphasis"
    case .strong: kind = "strong"
    case .struck: kind = "struck"
    case .code: kind = "code"
    case .link(let address, let words): (kind, destination, title) = ("link", address, words)
    case .image(let address, let words): (kind, destination, title) = ("image", address, words)
    case .lineBreak: kind = "lineBreak"
    case .footnote(let footnote): (kind, number) = ("footnote", footnote)
    }
    return .members([
      "kind": .string(kind), "start": .number(mark.range.lowerBound),
      "end": .number(mark.range.upperBound), "destination": destination.map { .string($0) },
      "title": title.flatMap { $0.isEmpty ? nil : .string($0) },
      "number": number.map { .number($0) }, "span": prose.span(of: mark.range).map { span($0) },
    ])
  }

  private func range(_ range: Range<Int>) -> JSON {
    .members(["start": .number(range.lowerBound), "end": .number(range.upperBound)])
  }
}

extension Table.Alignment {
  fileprivate var name: String {
    switch self {
    case .none: "none"
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}

extension LegalNumber.Style {
  fileprivate var name: String {
    switch self {
    case .dotted: "dotted"
    case .bracketed: "bracketed"
    case .letter: "letter"
    case .roman: "roman"
    case .dash: "dash"
    }
  }
}
