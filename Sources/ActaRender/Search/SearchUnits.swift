import ActaDiagnostics
import ActaModel

/// What of an act is searched: its head, and its provisions, rows and members, each with the address that it is found under.
struct SearchUnits {
  struct Unit: Sendable, Hashable {
    /// Which part of the act: 0 the order, then its appendices.
    var part: Int
    /// Where the unit stands on the act's page; empty for the page's beginning.
    var anchor: String
    /// What the unit is called within its part; empty where it has no number.
    var label: String
    var text: String
  }

  private(set) var units: [Unit] = []
  private var part = 0
  private var prefix = ""

  /// The units of an act in the order of its page.
  static func units(of act: Act) -> [Unit] {
    var reader = SearchUnits()
    reader.read(act.order)
    for signatory in act.order.requisites.signatories {
      reader.add([signatory.post.value, signatory.name.value], Place(anchor: "", label: "подпись"))
    }
    for (index, appendix) in act.appendices.enumerated() {
      reader.part = index + 1
      reader.prefix = appendix.address + "-"
      reader.add([title(of: appendix)], Place(anchor: appendix.address, label: ""))
      reader.read(appendix.document, anchor: appendix.address)
    }
    return reader.units
  }

  /// What the parts of an act are called, the order first.
  static func parts(of act: Act) -> [String] {
    [""] + act.appendices.map { $0.number.map { "Приложение № \($0)" } ?? "Приложение" }
  }

  private struct Place {
    var anchor: String
    var label: String
    /// What the point around is called, for the sub-points in it.
    var point = ""
  }

  private mutating func read(_ document: Document, anchor: String = "") {
    var place = Place(anchor: anchor, label: "")
    read(document.blocks, in: &place)
    for footnote in document.footnotes {
      var place = Place(
        anchor: "\(prefix)fn-\(footnote.number)", label: "сноска \(footnote.number)")
      read(footnote.blocks, in: &place)
    }
  }

  /// Tables, quotes and the like have no address of their own: they are found under the provision above them.
  private mutating func read(_ blocks: [Block], in place: inout Place) {
    for block in blocks {
      switch block {
      case .provision(let provision):
        var own = Self.place(of: provision, in: place)
        if !provision.address.isEmpty { own.anchor = prefix + provision.address }
        add([provision.text.text], own)
        read(provision.children, in: &own)
        if provision.headingLevel != nil { place = own }
      case .table(let table):
        for row in [table.head] + table.rows { add(row.cells.map(\.text.text), place) }
      case .schedule(let schedule): read(schedule, in: place)
      case .members(let list):
        for entry in list.entries {
          switch entry {
          case .member(let member): add(member.parts.map(\.text.text), place, between: " – ")
          case .heading(let cell): add([cell.text.text], place)
          case .row(let row): add(row.cells.map(\.text.text), place)
          }
        }
      case .quote(let quote): read(quote.blocks, in: &place)
      case .verbatim(let verbatim): add([verbatim.text], place)
      case .line: break
      }
    }
  }

  private mutating func read(_ schedule: Schedule, in place: Place) {
    for entry in schedule.entries {
      switch entry {
      case .section(let cell): add([cell.text.text], place)
      case .columnNumbers: break
      case .milestone(let milestone):
        let own = Place(
          anchor: milestone.address.isEmpty ? place.anchor : prefix + milestone.address,
          label: milestone.number.map { "строка " + $0.figures } ?? place.label)
        var texts = milestone.fields.filter { $0.role != .number }.map(\.text.text)
        texts += milestone.surplus.map(\.text.text)
        texts += milestone.continuations.flatMap { $0.cells.map(\.text.text) }
        add(texts, own)
      }
    }
  }

  private mutating func add(_ texts: [String], _ place: Place, between mark: String = " · ") {
    let filled = texts.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return }
    let text = filled.count == 1 ? filled[0] : filled.joined(separator: mark)
    units.append(Unit(part: part, anchor: place.anchor, label: place.label, text: text))
  }

  /// What a provision is called; a paragraph is called as what it belongs to.
  private static func place(of provision: Provision, in place: Place) -> Place {
    var own = place
    guard let number = provision.number, number.style != .dash else {
      if provision.headingLevel != nil { own.label = "" }
      return own
    }
    let figures = number.figures
    switch provision.level {
    case .section: (own.label, own.point) = ("раздел " + figures, "")
    case .chapter: (own.label, own.point) = ("глава " + figures, "")
    case .article: (own.label, own.point) = ("статья " + figures, "статья " + figures)
    case .point: (own.label, own.point) = ("п. " + figures, "п. " + figures)
    case .subpoint: own.label = (place.point.isEmpty ? "" : place.point + ", ") + "подп. " + figures
    case .item, .paragraph: break
    }
    return own
  }
}
