import ActaDiagnostics
import ActaLanguage
import ActaModel

/// The findings on gaps and doubled numbers, each with the fix that counts the series anew.
func withRenumbering(_ findings: [Finding], in act: ReadAct) -> [Finding] {
  var findings = findings
  // Each fix walks the document's units and references: where a document is beyond repair none is offered, so that
  // the cost grows with the input and not with its square.
  var effort = 200_000
  for index in findings.indices where findings[index].fix == nil {
    let finding = findings[index]
    guard finding.rule == "numbering/gap" || finding.rule == "numbering/duplicate",
      let span = finding.span,
      let document = act.documents.firstIndex(where: { $0.path == finding.file })
    else { continue }
    effort -= act.documents[document].numbering.units.count + act.documents[document].passages.count
    guard effort > 0 else { break }
    findings[index].fix = Renumbering(of: span, document, in: act)?.fix
  }
  return findings
}

/// New numbers for the units of a series, for what is counted below them, and for whatever refers to them.
private struct Renumbering {
  /// A unit that gets another number.
  private struct Move {
    var number: LegalNumber
    var components: [LegalNumber.Component]
    var isSection: Bool
    /// Without its mark.
    var new: String
  }

  private let act: ReadAct
  private let document: ReadDocument
  private let documentIndex: Int
  private var moves: [Move] = []
  private var edits: [Fix.Edit] = []
  /// Moved items of a list stand below this number.
  private var listParent: LegalNumber?

  /// `nil` where a number or a reference to it cannot be changed with certainty.
  init?(of span: Span, _ index: Int, in act: ReadAct) {
    self.act = act
    documentIndex = index
    document = act.documents[index]
    let units = document.numbering.units
    guard let place = units.firstIndex(where: { $0.number.span == span }),
      let run = NumberStep.run(of: place, in: units), let first = run.first
    else { return nil }
    listParent =
      first.number.style == .letter || first.number.style == .bracketed ? first.listParent : nil
    guard move(run), moveBelow(units), !moves.isEmpty else { return nil }
    for move in moves {
      guard let edit = Self.edit(move, in: document.path) else { return nil }
      edits.append(edit)
    }
    guard changeReferences() else { return nil }
  }

  var fix: Fix {
    Fix(.renumber(moves.count, edits.count - moves.count), .unsafe, edits)
  }

  /// Counts a run anew; legitimate gaps stay.
  private mutating func move(_ run: [NumberedUnit]) -> Bool {
    var before: (old: LegalNumber.Component, new: LegalNumber.Component)?
    for unit in run {
      guard let old = unit.last, unit.number.spelled(old) == unit.number.bare else { return false }
      var new = old
      if let before {
        if !old.inserted.isEmpty {
          new.value = before.new.value
        } else if unit.isExcused {
          guard old.value > before.old.value else { return false }
          new.value = before.new.value + old.value - before.old.value
        } else {
          guard old >= before.old else { return false }
          new.value = before.new.value + 1
        }
      } else if !unit.isExcused, old.inserted.isEmpty {
        new.value = 1
      }
      before = (old, new)
      if new != old { add(unit, Array(unit.number.components.dropLast()) + [new]) }
    }
    return true
  }

  /// Carries a new number on to what begins with it: section III → II, point 3.1 → 2.1.
  private mutating func moveBelow(_ units: [NumberedUnit]) -> Bool {
    var moved: [Span: Move] = [:]
    for move in moves { moved[move.number.span] = move }
    for unit in units where moved[unit.number.span] == nil {
      guard let parent = unit.parent, let above = moved[parent.span] else { continue }
      let old = above.number.components
      guard unit.number.components.count > old.count,
        Array(unit.number.components.prefix(old.count)) == old
      else { continue }
      add(unit, above.components + unit.number.components.dropFirst(old.count))
      if let last = moves.last { moved[unit.number.span] = last }
    }
    return true
  }

  private mutating func add(_ unit: NumberedUnit, _ components: [LegalNumber.Component]) {
    guard let last = components.last else { return }
    var number = unit.number
    number.components = components
    moves.append(
      Move(
        number: unit.number, components: components, isSection: unit.kind == .section,
        new: number.spelled(last)))
  }

  private static func edit(_ move: Move, in file: String) -> Fix.Edit? {
    let (text, bare) = (Array(move.number.text.utf8), Array(move.number.bare.utf8))
    let span = move.number.span
    guard text.count == span.count, text.count >= bare.count else { return nil }
    var start = text.count - bare.count
    while start > 0, Array(text[start..<start + bare.count]) != bare { start -= 1 }
    guard Array(text[start..<start + bare.count]) == bare else { return nil }
    let place = Span(span.start + start, span.start + start + bare.count)
    return Fix.Edit(file: file, at: place, with: move.new)
  }

  // MARK: References

  /// Old numbers of sections or of other units, each with its new one; one given twice goes with the first unit.
  private func names(ofSections: Bool) -> [String: String] {
    let moved = Set(moves.map(\.number.span))
    var kept: Set<String> = []
    for unit in document.numbering.units
    where !moved.contains(unit.number.span) && (unit.kind == .section) == ofSections {
      kept.insert(unit.number.bare)
    }
    var names: [String: String] = [:]
    for move in moves where move.isSection == ofSections && names[move.number.bare] == nil {
      // Where another unit keeps the number, the reference may be to that one.
      if listParent != nil || !kept.contains(move.number.bare) {
        names[move.number.bare] = move.new
      }
    }
    return names
  }

  private mutating func changeReferences() -> Bool {
    let (sections, units) = (names(ofSections: true), names(ofSections: false))
    guard !sections.isEmpty || !units.isEmpty else { return true }
    for (index, document) in act.documents.enumerated() {
      for passage in document.passages {
        if index == documentIndex, case .milestone(_, let field) = passage.place,
          field.role == .after
        {
          guard
            replace(
              units, in: passage, document.path, Span(0, passage.text.utf8.count), isOnly: false)
          else { return false }
          continue
        }
        for reference in passage.references where leads(reference.value, from: index, passage) {
          let wanted = moved(reference.value, sections, units)
          guard
            wanted.isEmpty
              || replace(wanted, in: passage, document.path, reference.span, isOnly: true)
          else {
            return false
          }
        }
      }
    }
    return true
  }

  /// Whether a reference leads into the document that is counted anew.
  private func leads(_ reference: Reference, from index: Int, _ passage: Passage) -> Bool {
    let appendix = reference.path.first { $0.level == .appendix }
    switch reference.target {
    case .this where appendix == nil: return index == documentIndex
    case .this, .named, .approved:
      guard documentIndex > 0 else { return false }
      let number = act.act.appendices[documentIndex - 1].number
      if let appendix {
        return appendix.number == number.map { .single(String($0)) }
      }
      guard case .named(let name) = reference.target else { return false }
      return isName(name)
    case .act: return false
    }
  }

  /// Whether a document's name can be this document's, and no other's of the act.
  private func isName(_ name: String) -> Bool {
    let name = FoldedBytes(name)
    func fits(_ document: ReadDocument) -> Bool {
      let title = FoldedBytes(document.document.requisites.title?.value ?? "")
      return title.bytes.starts(with: name.bytes)
    }
    return fits(document) && act.documents.count(where: fits) == 1
  }

  /// The numbers of a reference that move.
  private func moved(
    _ reference: Reference, _ sections: [String: String], _ units: [String: String]
  ) -> [String: String] {
    var found: [String: String] = [:]
    for (position, element) in reference.path.enumerated() {
      let names: [String: String]
      switch element.level {
      case .section, .chapter: names = sections
      case .point, .line, .part: names = listParent == nil ? units : [:]
      case .subpoint:
        // An item is known by its point, which the reference names beside it.
        let above = position > 0 ? reference.path[position - 1].number : nil
        let isHere = listParent.map { above == .single($0.bare) } ?? true
        names = isHere ? units : [:]
      case .appendix, .article, .paragraph: names = [:]
      }
      switch element.number {
      case .single(let number): if let new = names[number] { found[number] = new }
      case .range(let first, let last):
        if let new = names[first] { found[first] = new }
        if let new = names[last] { found[last] = new }
      case nil: break
      }
    }
    return found
  }

  /// Replaces numbers in a stretch of text; `isOnly` demands that each stands there once.
  private mutating func replace(
    _ names: [String: String], in passage: Passage, _ path: String, _ span: Span, isOnly: Bool
  ) -> Bool {
    let bytes = Array(passage.text.utf8)
    for (old, new) in names.sorted(by: { $0.key < $1.key }) {
      let places = Self.places(of: Array(old.utf8), in: bytes, span)
      guard !isOnly || places.count == 1 else { return false }
      for place in places {
        guard let source = passage.place(of: place), source.count == place.count else {
          return false
        }
        // Several references of one list share their words.
        if !edits.contains(where: { $0.file == path && $0.span == source }) {
          edits.append(Fix.Edit(file: path, at: source, with: new))
        }
      }
    }
    return true
  }

  /// Where a number stands by itself: not as a part of a longer one.
  private static func places(of number: [UInt8], in bytes: [UInt8], _ span: Span) -> [Span] {
    var places: [Span] = []
    guard let first = number.first else { return [] }
    var start = max(0, span.start)
    let end = min(span.end, bytes.count)
    while start + number.count <= end {
      if bytes[start] == first, bytes[start..<start + number.count].elementsEqual(number),
        !isPart(bytes, before: start), !isPart(bytes, behind: start + number.count)
      {
        places.append(Span(start, start + number.count))
        start += number.count
      } else {
        start += 1
      }
    }
    return places
  }

  private static func isPart(_ bytes: [UInt8], before start: Int) -> Bool {
    guard start > 0 else { return false }
    var first = start - 1
    while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    let byte = bytes[first]
    if byte >= 0xD0 && byte <= 0xD3 || isLetterOrDigit(byte) { return true }
    return (byte == 0x2E || byte == 0x2D) && first > 0 && isDigit(bytes[first - 1])
  }

  private static func isPart(_ bytes: [UInt8], behind end: Int) -> Bool {
    guard end < bytes.count else { return false }
    let byte = bytes[end]
    if byte == 0xD0 || byte == 0xD1 || isLetterOrDigit(byte) { return true }
    return (byte == 0x2E || byte == 0x2D) && end + 1 < bytes.count && isDigit(bytes[end + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}

extension Text {
  fileprivate static func renumber(_ units: Int, _ references: Int) -> Text {
    Text(
      ru: "перенумеровать единиц: \(units), ссылок на них: \(references)",
      en: "renumber units: \(units), references to them: \(references)")
  }
}
