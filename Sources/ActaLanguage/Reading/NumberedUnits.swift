import ActaDiagnostics
package import ActaModel

/// A document's numbers: the units that bear them, and where a series goes wrong.
package struct Numbering: Sendable {
  package var units: [NumberedUnit]
  /// Each step of a series that is no plain one, told once.
  package var offences: [NumberStep]

  init(_ document: Document) {
    units = NumberedUnit.all(in: document)
    offences = NumberStep.offences(in: units)
  }

  /// Without the running text between the units.
  var withoutTexts: Numbering {
    var numbering = self
    for index in numbering.units.indices { numbering.units[index].before = [] }
    numbering.offences = []
    return numbering
  }
}

/// A unit with a number, as the rules on numbering see it: where it belongs and what it follows.
package struct NumberedUnit: Sendable {
  package enum Kind: Sendable, Hashable {
    case section, provision, milestone, member
  }

  package var kind: Kind
  package var number: LegalNumber
  /// Units of one series count on from each other.
  package var series: String
  /// What encloses it; a series may begin anew where this changes.
  package var scope: Int
  /// The nearest enclosing number that should be the beginning of this one.
  package var parent: LegalNumber?
  /// The enclosing unit of a list.
  package var listParent: LegalNumber?
  /// Whether the words in front announce a new list.
  package var startsList: Bool
  /// Whether a note between this unit and the one before says that units are gone.
  package var isExcused: Bool
  /// The running text between the unit before and this one: where a lost unit may be glued on.
  package var before: [Prose]

  package var last: LegalNumber.Component? { number.components.last }
}

extension NumberedUnit {
  /// The numbered units of a document, in its order.
  fileprivate static func all(in document: Document) -> [NumberedUnit] {
    var collector = Collector(hasSectionRows: hasSectionRows(document))
    collector.walk(document.blocks, Context())
    return collector.units
  }

  private static func hasSectionRows(_ document: Document) -> Bool {
    var found = false
    document.forEachBlock { block in
      guard case .schedule(let schedule) = block else { return }
      for case .section in schedule.entries { found = true }
    }
    return found
  }

  private struct Context {
    var scope = 0
    /// Numbers of the enclosing units, outermost first.
    var numbers: [LegalNumber] = []
    var headings: [LegalNumber] = []
    var parentID = 0
  }

  private struct Collector {
    /// Sections of one roadmap may be headings here and rows of a table there.
    let hasSectionRows: Bool
    var units: [NumberedUnit] = []
    private var nextID = 1
    private var isExcused = false
    private var before: [Prose] = []
    private var lastText = ""

    init(hasSectionRows: Bool) { self.hasSectionRows = hasSectionRows }

    mutating func walk(_ blocks: [Block], _ context: Context) {
      var context = context
      for block in blocks {
        switch block {
        case .provision(let provision): visit(provision, context)
        case .schedule(let schedule): visit(schedule, &context)
        case .members(let list): visit(list, context)
        case .quote, .table, .verbatim, .line: break
        }
      }
    }

    private mutating func visit(_ provision: Provision, _ context: Context) {
      nextID += 1
      var inner = context
      inner.parentID = nextID
      if let number = provision.number, number.style != .dash {
        add(
          number, kind: provision.headingLevel != nil ? .section : .provision,
          level: provision.headingLevel, context)
        inner.numbers.append(number)
        if provision.headingLevel != nil { inner.headings.append(number) }
        if isRepeal(provision) { excuseRange(provision) }
      } else if isRepeal(provision) {
        isExcused = true
      }
      if provision.headingLevel != nil { inner.scope = nextID }
      before.append(provision.text)
      lastText = provision.text.text
      walk(provision.children, inner)
    }

    private mutating func visit(_ schedule: Schedule, _ context: inout Context) {
      for entry in schedule.entries {
        switch entry {
        case .section(let cell):
          nextID += 1
          context.scope = nextID
          guard let opening = openingNumber(cell.text.text, in: .heading),
            let span = cell.text.span(of: 0..<opening.length)
          else {
            context.headings = []
            continue
          }
          let number = LegalNumber(
            text: cell.text[0..<opening.length].text, style: opening.style,
            components: opening.components, word: opening.word, span: span)
          add(number, kind: .section, level: 9, context)
          context.headings = [number]
        case .milestone(let milestone):
          if let number = milestone.number {
            var context = context
            context.numbers = context.headings
            add(number, kind: .milestone, level: nil, context)
          }
          before += milestone.fields.map(\.text)
        case .columnNumbers: break
        }
      }
    }

    private mutating func visit(_ list: MemberList, _ context: Context) {
      for entry in list.entries {
        guard case .member(let member) = entry, let number = member.number else { continue }
        add(number, kind: .member, level: nil, context)
      }
    }

    private mutating func add(
      _ number: LegalNumber, kind: Kind, level: Int?, _ context: Context
    ) {
      let count = number.components.count
      let prefix = number.components.dropLast().map(\.text).joined(separator: ".")
      let heading = context.headings.last.map { $0.bare } ?? ""
      let style = number.style.rawValue
      let series: String
      switch (kind, number.style) {
      case (.section, _) where count == 1:
        series =
          "section \(number.word?.rawValue ?? "") \(style) \(hasSectionRows ? 0 : level ?? 0)"
      case (_, .bracketed), (_, .letter): series = "list \(style) \(context.parentID)"
      case (.member, _): series = "member"
      case (.milestone, _): series = "row \(count > 1 ? heading + ":" + prefix : "")"
      default:
        series = "point \(number.word?.rawValue ?? "") \(count > 1 ? heading + ":" + prefix : "")"
      }
      units.append(
        NumberedUnit(
          kind: kind, number: number, series: series, scope: context.scope,
          parent: parent(of: number, context), listParent: context.numbers.last,
          startsList: lastText.trimmed.hasSuffix(":"), isExcused: isExcused, before: before))
      isExcused = false
      before = []
    }

    /// The number with which this one should begin: that of the nearest enclosing unit numbered in figures.
    private func parent(of number: LegalNumber, _ context: Context) -> LegalNumber? {
      guard number.style == .dotted, number.components.count > 1 else { return nil }
      return context.numbers.last {
        $0.style == .dotted && $0.components.count < number.components.count
          || $0.style == .roman
      }
    }

    private func isRepeal(_ provision: Provision) -> Bool {
      provision.role == .editorial
        && (Formula.isRepealed(provision.text.text)
          || FoldedBytes(provision.text.text).contains("утратил")
          || FoldedBytes(provision.text.text).contains("исключен"))
    }

    /// Excuses what one line repeals together, told by the verb in the plural.
    private mutating func excuseRange(_ provision: Provision) {
      if FoldedBytes(provision.text.text).hasPrefix("утратили")
        || FoldedBytes(provision.text.text).hasPrefix("исключены")
      {
        isExcused = true
      }
    }
  }
}

/// A number of a series beside the one in front of it.
package struct NumberStep: Sendable {
  package enum Offence: Sendable {
    case gap(missing: [LegalNumber.Component])
    case duplicate(first: NumberedUnit)
    case outOfOrder
    /// The series of a list goes on in another style: «а) … 2) … в)».
    case otherStyle
  }

  package var unit: NumberedUnit
  package var previous: NumberedUnit?
  package var offence: Offence
}

extension NumberStep {
  /// Each step of the series that is no plain one.
  fileprivate static func offences(in units: [NumberedUnit]) -> [NumberStep] {
    var order: [String] = []
    var bySeries: [String: [NumberedUnit]] = [:]
    for unit in units {
      if bySeries[unit.series] == nil { order.append(unit.series) }
      bySeries[unit.series, default: []].append(unit)
    }
    return withoutIntruders(order.flatMap { offences(inSeries: bySeries[$0] ?? []) })
  }

  /// «а) … 2) … в)»: the item in another style fills the gap that it leaves, and is told alone.
  private static func withoutIntruders(_ steps: [NumberStep]) -> [NumberStep] {
    let intruders = steps.compactMap { step -> (parent: Span, value: Int)? in
      guard case .otherStyle = step.offence, let parent = step.unit.listParent,
        let value = step.unit.last?.value
      else { return nil }
      return (parent.span, value)
    }
    guard !intruders.isEmpty else { return steps }
    return steps.compactMap { step in
      guard case .gap(let missing) = step.offence, let previous = step.previous else { return step }
      let left = missing.filter { component in
        !intruders.contains { $0.parent == previous.number.span && $0.value == component.value }
      }
      guard !left.isEmpty else { return nil }
      return NumberStep(unit: step.unit, previous: previous, offence: .gap(missing: left))
    }
  }

  private static func offences(inSeries units: [NumberedUnit]) -> [NumberStep] {
    runs(of: units).flatMap { offences(inRun: $0) }
  }

  /// A series may begin anew in the next section: each run counts by itself.
  private static func runs(of units: [NumberedUnit]) -> [[NumberedUnit]] {
    var runs: [[NumberedUnit]] = []
    var run: [NumberedUnit] = []
    for unit in units {
      if let last = run.last, let component = unit.last, component == LegalNumber.Component(1),
        unit.scope != last.scope || unit.startsList
      {
        runs.append(run)
        run = []
      }
      run.append(unit)
    }
    return runs + [run]
  }

  /// The units that count on with the one at an index.
  package static func run(of index: Int, in units: [NumberedUnit]) -> [NumberedUnit]? {
    guard units.indices.contains(index) else { return nil }
    let unit = units[index]
    return runs(of: units.filter { $0.series == unit.series }).first { run in
      run.contains { $0.number.span == unit.number.span }
    }
  }

  private static func offences(inRun run: [NumberedUnit]) -> [NumberStep] {
    var found: [NumberStep] = []
    var seen: [LegalNumber.Component: NumberedUnit] = [:]
    let present = Set(run.compactMap(\.last))
    var previous: NumberedUnit?
    for unit in run {
      guard let current = unit.last else { continue }
      if let first = seen[current] {
        found.append(NumberStep(unit: unit, previous: previous, offence: .duplicate(first: first)))
        continue
      }
      seen[current] = unit
      if let before = previous?.last {
        if current < before {
          found.append(NumberStep(unit: unit, previous: previous, offence: .outOfOrder))
        } else if !unit.isExcused {
          let missing = missing(between: before, and: current).filter { !present.contains($0) }
          if !missing.isEmpty {
            found.append(
              NumberStep(unit: unit, previous: previous, offence: .gap(missing: missing)))
          }
        }
      } else if !unit.isExcused, current.value > 1 {
        let isOtherStyle =
          unit.number.style == .bracketed || unit.number.style == .letter
          ? unit.listParent.map {
            $0.style != unit.number.style && $0.components.last?.value == current.value - 1
          }
            ?? false : false
        let missing = Self.missing(between: LegalNumber.Component(0), and: current)
          .filter { !present.contains($0) }
        found.append(
          NumberStep(
            unit: unit, previous: nil,
            offence: isOtherStyle ? .otherStyle : .gap(missing: missing)))
      }
      previous = unit
    }
    return found
  }

  /// The plain numbers that should stand between two; a number inserted by amendment stands behind its own.
  private static func missing(
    between before: LegalNumber.Component, and current: LegalNumber.Component
  ) -> [LegalNumber.Component] {
    let step = current.value - before.value
    guard step > 0 || !current.inserted.isEmpty else { return [] }
    var missing: [LegalNumber.Component] = []
    if step > 1 {
      // The first and the last few are enough to name; nobody reads a list of thousands.
      let last = min(current.value - 1, before.value + 50)
      missing += ((before.value + 1)...last).map { LegalNumber.Component($0) }
    }
    if let tail = current.inserted.last,
      step > 0 || before.inserted.count < current.inserted.count
        || before.inserted.dropLast() == current.inserted.dropLast()
    {
      let from =
        step == 0 && before.inserted.count == current.inserted.count ? before.inserted.last ?? 0 : 0
      if step > 0, current.inserted.count == 1 {
        missing.append(LegalNumber.Component(current.value))
      }
      if tail - from > 1, tail - from < 50, step == 0 {
        let stem = Array(current.inserted.dropLast())
        missing += ((from + 1)..<tail).map {
          LegalNumber.Component(current.value, inserted: stem + [$0])
        }
      }
    }
    return missing
  }
}

extension LegalNumber {
  /// A number of this series with another last figure, as it would be written here.
  package func spelled(_ last: Component) -> String {
    switch style {
    case .letter:
      let alphabet = Array("абвгдежзиклмнопрстуфхцчшщэюя")
      return alphabet.indices.contains(last.value - 1)
        ? String(alphabet[last.value - 1]) : last.text
    case .roman: return RomanNumeral.text(last.value)
    case .dotted, .bracketed:
      return (components.dropLast().map(\.text) + [last.text]).joined(separator: ".")
    case .dash: return last.text
    }
  }
}
