import ActaLanguage
import ActaModel

/// Who has how many deadlines, when the next one is, and the calendar of each: `executors.html`.
struct ExecutorPages {
  private let agenda: Agenda
  private let calendars: [String?]
  private let isWhole: Bool
  private let site: SiteMap
  /// Those who have a deadline on a day, as places in the list of executors.
  private let shown: [Int]

  /// `isWhole` says that the deadlines stand on one page.
  init(_ agenda: Agenda, calendars: [String?], isWhole: Bool, on site: SiteMap) {
    self.agenda = agenda
    self.calendars = calendars
    self.isWhole = isWhole
    self.site = site
    shown = calendars.indices.filter { calendars[$0] != nil }
  }

  var paths: [String] {
    stride(from: 0, to: shown.count, by: Self.longest).enumerated().map {
      numberedPath("executors", $0.offset)
    }
  }

  func write<Failure: Error>(
    with templates: Templates, _ write: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    let tallies = self.tallies
    let names = agenda.executors.names
    let paths = self.paths
    let letters = paths.indices.map { index in
      String((shown.at(index * Self.longest).flatMap { names.at($0) } ?? "").prefix(12)) + "…"
    }
    for (index, path) in paths.enumerated() {
      let root = Path.root(of: path)
      let range = shown.dropFirst(index * Self.longest).prefix(Self.longest)
      let body = templates.nodes(
        .executors,
        [
          "executors": true, "day": .text(agenda.day.dotted),
          "deadlines": .text(root + "deadlines.html"),
          "pages": pageLinks(paths, letters, current: path),
          "body": .nodes([table(range, tallies, root)]),
        ])
      try write(
        listPage(
          path, title: "Сроки по исполнителям", layout: "register executors", body: body, on: site,
          with: templates))
    }
  }

  private static let longest = 1000

  private struct Tally {
    var all = 0
    var overdue = 0
    var next: CalendarDate?
  }

  private var tallies: [Tally] {
    var tallies = Array(repeating: Tally(), count: agenda.executors.names.count)
    for item in agenda.items {
      for executor in item.executors where tallies.indices.contains(executor) {
        tallies[executor].all += 1
        if item.state == .overdue { tallies[executor].overdue += 1 }
        let isAhead = item.state == .soon || item.state == .open
        if isAhead, tallies[executor].next == nil, let date = item.date, date >= agenda.day {
          tallies[executor].next = date
        }
      }
    }
    return tallies
  }

  private func table(_ range: ArraySlice<Int>, _ tallies: [Tally], _ root: String) -> HTML.Node {
    let heads = [
      ("Исполнитель", "act"), ("Сроков", "count"), ("Ближайший", "date"), ("Просрочено", "count"),
      ("Календарь", "state"),
    ]
    let head = heads.map { title, kind in
      HTML.Node.element(.th, [.scope("col"), .class(kind)], [.text(title)])
    }
    return .element(
      .table, [.class("register")],
      [
        .element(.thead, [.element(.tr, head)]),
        .element(.tbody, range.map { row($0, tallies[$0], root) }),
      ])
  }

  private func row(_ index: Int, _ tally: Tally, _ root: String) -> HTML.Node {
    let name = capitalized(agenda.executors.names[index])
    // Where the choice of executors is on the page of deadlines it is taken, else its words are looked for.
    let field =
      isWhole && agenda.executors.names.count <= DeadlineRows.mostExecutors ? "executor" : "q"
    let address = root + "deadlines.html?\(field)=" + URLText.component(name)
    func cell(_ label: String, _ kind: String, _ nodes: [HTML.Node]) -> HTML.Node {
      .element(.td, [.class(kind), HTML.Attribute("data-label", label)], nodes)
    }
    var overdue: [HTML.Node] = []
    if tally.overdue > 0 {
      overdue = [.element(.span, [.class("status overdue")], [.text(String(tally.overdue))])]
    }
    var next: [HTML.Node] = []
    if let date = tally.next {
      next = [.element(.time, [HTML.Attribute("datetime", date.iso)], [.text(date.dotted)])]
    }
    var calendar: [HTML.Node] = []
    if let path = calendars.at(index) ?? nil {
      calendar = [
        .element(
          .a,
          [
            .href(root + path), HTML.Attribute("type", "text/calendar"),
            .label("Календарь: \(name)"),
          ], [.text("Календарь")])
      ]
    }
    return .element(
      .tr,
      [
        .element(
          .th, [.scope("row"), .class("act")], [.element(.a, [.href(address)], [.text(name)])]),
        cell("Сроков", "count", [.text(String(tally.all))]), cell("Ближайший", "date", next),
        cell("Просрочено", "count", overdue), cell("Календарь", "state", calendar),
      ])
  }
}

extension URLText {
  /// A value in a query: everything but letters of ASCII, figures and `-._~` as `%XX`.
  static func component(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-._~".utf8.contains(byte)
      out += isPlain ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: out, as: UTF8.self)
  }
}
