import ActaDiagnostics
import ActaLanguage
import ActaModel

/// A roadmap as a picture: a row a milestone, months along the top, deadlines as diamonds, stretches as bars.
///
/// Empty where too little of it has a date; every fact of it stands in the table that its rows lead to.
func timeline(of document: Int, on page: ReadPage) -> [HTML.Node] {
  guard let roadmap = page.reading.act.documents.at(document)?.roadmap,
    let axis = TimelineAxis(roadmap, day: page.reading.day)
  else { return [] }
  var drawing = TimelineDrawing(roadmap: roadmap, axis: axis, day: page.reading.day) {
    $0.isEmpty ? nil : page.addresses.href($0, in: document)
  }
  return drawing.nodes()
}

private struct TimelineDrawing {
  let roadmap: ReadRoadmap
  let axis: TimelineAxis
  let day: CalendarDate
  let href: (String) -> String?

  private var shapes: [HTML.Node] = []
  private var y = TimelineAxis.top
  /// Where the marks of numbered rows stand that have been drawn.
  private var ends: [String: (x: Int, y: Int)] = [:]
  private var counts: [RowState: Int] = [:]

  init(
    roadmap: ReadRoadmap, axis: TimelineAxis, day: CalendarDate,
    href: @escaping (String) -> String?
  ) {
    self.roadmap = roadmap
    self.axis = axis
    self.day = day
    self.href = href
  }

  mutating func nodes() -> [HTML.Node] {
    for (index, section) in roadmap.sections.enumerated() {
      let isOuter = (roadmap.sections.at(index + 1)?.depth ?? 0) > section.depth
      if section.rows.isEmpty, !isOuter { continue }
      if section.span != nil { addBand(section) }
      for row in section.rows { if let row = roadmap.rows.at(row) { add(row) } }
    }
    let width = TimelineAxis.width
    let height = y + TimelineAxis.bottom
    let name = "График мероприятий на \(day.dotted)"
    var content: [HTML.Node] = [
      .element(.svgTitle, [.text(name)]), .element(.desc, [.text(summary)]),
    ]
    content += axis.nodes(day: day, height: y)
    content += shapes
    let svg = HTML.Node.element(
      .svg,
      [
        HTML.Attribute("viewBox", "0 0 \(width) \(height)"),
        HTML.Attribute("fill", "currentColor"),
      ], content)
    let legend = "\(name). ◇ – срок, полоса – период, ✓ – исполнено. Строка ведёт в таблицу."
    return [.element(.figure, [.class("timeline")], [svg, .element(.figcaption, [.text(legend)])])]
  }

  private var summary: String {
    var words = ["строк: \(roadmap.rows.count)"]
    for state in [RowState.done, .late, .soon] {
      if let count = counts[state], let word = state.word { words.append("\(word): \(count)") }
    }
    return words.joined(separator: ", ") + ". Все сроки стоят и в таблице ниже."
  }

  // MARK: Rows

  private mutating func addBand(_ section: ReadRoadmap.Section) {
    let title = (section.number.map { $0 + ". " } ?? "") + section.title
    shapes.append(
      .element(
        .rect,
        [
          .class("band"), .number("y", y), .number("width", TimelineAxis.width),
          .number("height", TimelineAxis.row),
        ], []))
    shapes.append(
      text(shortened(title, to: 120), x: 8, y: y + 16, HTML.Attribute.class("name section")))
    y += TimelineAxis.row
  }

  private mutating func add(_ row: ReadMilestone) {
    let state = RowState(row, day: day)
    counts[state, default: 0] += 1
    let middle = y + TimelineAxis.row / 2
    let name = [row.number, row.activity?.value].compactMap { $0 }.joined(separator: " ")
    var whole = [name, row.deadlineText?.value].compactMap { $0 }
    if let word = state.word { whole.append(word) }
    var inner: [HTML.Node] = [
      .element(.svgTitle, [.text(whole.joined(separator: " – "))]),
      .element(
        .rect,
        [
          .class("hit"), .number("y", y), .number("width", TimelineAxis.width),
          .number("height", TimelineAxis.row),
        ], []),
      text(shortened(name, to: 52), x: 8, y: y + 16, HTML.Attribute.class("name")),
    ]
    inner += marks(of: row, state, middle)
    let kind = HTML.Attribute.class(state.rawValue)
    shapes.append(
      href(row.address).map { .element(.svgLink, [kind, .href($0)], inner) }
        ?? .element(.g, [kind], inner))
    y += TimelineAxis.row
  }

  private mutating func marks(
    of row: ReadMilestone, _ state: RowState, _ middle: Int
  ) -> [HTML.Node] {
    var nodes: [HTML.Node] = []
    var left: Int?
    var right: Int?
    var last: CalendarDate?
    for stretch in row.deadline.stretches.prefix(8) {
      let end = stretch.to.map { axis.x($0) }
      if let from = stretch.from {
        let start = axis.x(from)
        let width = max((end ?? TimelineAxis.right) - start, 2)
        nodes.append(
          .element(
            .rect,
            [
              .number("x", start), .number("y", middle - 3), .number("width", width),
              .number("height", 6), HTML.Attribute("opacity", ".4"),
            ], []))
        left = min(left ?? start, start)
        right = max(right ?? start, start + width)
      }
      guard let to = stretch.to, let end else { continue }
      nodes.append(mark(state, end, middle))
      left = min(left ?? end, end)
      right = max(right ?? end, end)
      last = max(last ?? to, to)
    }
    guard let left, let right else {
      let words = row.deadlineText.map { shortened($0.value, to: 60) } ?? ""
      return words.isEmpty ? [] : [text(words, x: TimelineAxis.left + 6, y: middle + 4)]
    }
    for number in row.after.prefix(8) {
      guard let start = ends[number.value] else { continue }
      nodes.append(
        .element(
          .path,
          [
            .class("dep"), HTML.Attribute("d", "M\(start.x) \(start.y)V\(middle)H\(right)"),
            HTML.Attribute("fill", "none"), HTML.Attribute("stroke", "currentColor"),
          ], []))
    }
    if let number = row.number { ends[number] = (right, middle) }
    let words = [last?.dotted, state.word].compactMap { $0 }.joined(separator: ", ")
    let isFarRight = right > TimelineAxis.right - 150
    nodes.append(
      isFarRight
        ? text(words, x: left - 10, y: middle + 4, HTML.Attribute("text-anchor", "end"))
        : text(words, x: right + 10, y: middle + 4))
    return nodes
  }

  /// A diamond, filled where it is overdue or near; a tick where it is done.
  private func mark(_ state: RowState, _ x: Int, _ y: Int) -> HTML.Node {
    let isDone = state == .done
    let shape = isDone ? "M\(x - 5) \(y)l4 4 7-9" : "M\(x) \(y - 6)l6 6-6 6-6-6z"
    let isHollow = isDone || state == .open
    return .element(
      .path,
      [
        HTML.Attribute("d", shape), HTML.Attribute("fill", isHollow ? "none" : "currentColor"),
        HTML.Attribute("stroke", "currentColor"), HTML.Attribute("stroke-width", "2"),
      ], [])
  }
}

/// How a row stands on a day.
private enum RowState: String {
  case done, late, soon, open

  init(_ row: ReadMilestone, day: CalendarDate) {
    if row.isDone {
      self = .done
    } else if let last = row.lastDay {
      let days = last.ordinal - day.ordinal
      self = days < 0 ? .late : days <= DeadlineState.soonDays ? .soon : .open
    } else {
      self = .open
    }
  }

  var word: String? {
    switch self {
    case .done: "исполнено"
    case .late: "просрочено"
    case .soon: "скоро"
    case .open: nil
    }
  }
}

extension Deadline {
  /// The days that can be drawn: a day alone, or a stretch of which one end may be open.
  fileprivate var stretches: [(from: CalendarDate?, to: CalendarDate?)] {
    switch self {
    case .date(let due): [(nil, due.date)]
    case .period(let period): [(period.from, period.to)]
    case .before(let period): [(nil, period.to ?? period.from)]
    case .all(let parts): parts.prefix(8).flatMap(\.stretches)
    case .relative, .recurring, .open, .promptly, .yearless, .noSuchDate, .unreadable, .none: []
    }
  }
}

/// The months along the top of a timeline.
private struct TimelineAxis {
  static let width = 960
  static let left = 370
  static let right = 950
  static let row = 24
  static let top = 36
  static let bottom = 22

  private let first: CalendarDate
  /// How many months there are.
  private let months: Int
  private let start: Int
  private let days: Int

  /// `nil` where fewer than two rows have a date, or they are decades apart.
  init?(_ roadmap: ReadRoadmap, day: CalendarDate) {
    guard roadmap.rows.count <= 400 else { return nil }
    let dates = roadmap.rows.flatMap { $0.deadline.stretches }
      .flatMap { [$0.from, $0.to].compactMap { $0 } }
    let dated = roadmap.rows.count { !$0.deadline.stretches.isEmpty }
    guard dated > 1, var low = dates.min(), var high = dates.max() else { return nil }
    // The day stands in the picture where it is near.
    if day < low, low.ordinal - day.ordinal < 100 { low = day }
    if day > high, day.ordinal - high.ordinal < 100 { high = day }
    let months = (high.year - low.year) * 12 + high.month - low.month + 1
    guard months <= 240, let first = CalendarDate(year: low.year, month: low.month, day: 1)
    else { return nil }
    self.first = first
    self.months = months
    start = first.ordinal
    let inLast = CalendarDate.days(inMonth: high.month, of: high.year)
    days = max(high.ordinal - high.day + inLast - start + 1, 1)
  }

  func x(_ date: CalendarDate) -> Int {
    let day = min(max(date.ordinal - start, 0), days)
    return Self.left + (Self.right - Self.left) * day / days
  }

  /// Lines and names of months, of quarters where there are many, else of years; the day of the picture.
  func nodes(day: CalendarDate, height: Int) -> [HTML.Node] {
    let step = months <= 15 ? 1 : months <= 45 ? 3 : 12
    var nodes: [HTML.Node] = []
    var year = 0
    for index in 0..<months {
      let month = first.month - 1 + index
      let isTick = month % step == 0
      guard let date = CalendarDate(year: first.year + month / 12, month: month % 12 + 1, day: 1),
        isTick || index == 0
      else { continue }
      let x = x(date)
      nodes.append(line(x, from: isTick ? 20 : 4, to: height, .class("grid")))
      if date.year != year {
        year = date.year
        nodes.append(text("\(year)", x: x + 3, y: 13))
      }
      if step == 1, let name = Self.names.at(date.month - 1) {
        nodes.append(text(name, x: x + 3, y: 30))
      } else if step == 3, isTick, let name = Self.quarters.at(date.month / 3) {
        nodes.append(text(name, x: x + 3, y: 30))
      }
    }
    if day.ordinal >= start, day.ordinal - start < days {
      let x = x(day)
      nodes.append(line(x, from: Self.top, to: height + 4, .class("today")))
      let anchor = HTML.Attribute("text-anchor", "middle")
      nodes.append(
        text("сегодня", x: min(max(x, Self.left), Self.right - 24), y: height + 17, anchor))
    }
    return nodes
  }

  private func line(_ x: Int, from top: Int, to end: Int, _ kind: HTML.Attribute) -> HTML.Node {
    .element(.path, [kind, HTML.Attribute("d", "M\(x) \(top)V\(end)")], [])
  }

  private static let names = [
    "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
  ]
  private static let quarters = ["I кв.", "II кв.", "III кв.", "IV кв."]
}

extension HTML.Attribute {
  fileprivate static func number(_ name: StaticString, _ value: Int) -> Self {
    Self(name, String(value))
  }
}

extension HTML.Tag {
  fileprivate static let desc = Self("desc", .block)
  fileprivate static let figcaption = Self("figcaption", .block)
  fileprivate static let figure = Self("figure", .container)
  fileprivate static let g = Self("g", .container)
  static let path = Self("path", .block)
  fileprivate static let rect = Self("rect", .block)
  static let svg = Self("svg", .container)
  fileprivate static let svgLink = Self("a", .container)
  fileprivate static let svgText = Self("text", .block)
  fileprivate static let svgTitle = Self("title", .block)
}

/// Words at a point of the drawing.
private func text(
  _ words: String, x: Int, y: Int, _ attribute: HTML.Attribute? = nil
) -> HTML.Node {
  .element(
    .svgText, [.number("x", x), .number("y", y)] + (attribute.map { [$0] } ?? []),
    [.text(words)])
}
