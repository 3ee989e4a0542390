import ActaLanguage
import ActaModel

/// The deadlines by month: one page while there are few, else what is overdue and the next year in front, and a page
/// a year, a month or a part of one.
struct DeadlinePages {
  private let agenda: Agenda
  private let site: SiteMap
  private let calendar: String?
  private let periods: [Period]
  private let hasExecutors: Bool

  private struct Period {
    /// `2024`, `2024-03`, `2024-03-2`; the name of the page's file.
    var name: String
    var title: String
    /// The year that it is a part of, as it is called.
    var year: String
    var items: [Agenda.Item]
  }

  private typealias Section = DeadlineRows.Section

  init(_ agenda: Agenda, calendar: String?, on site: SiteMap) {
    self.agenda = agenda
    self.site = site
    self.calendar = calendar
    hasExecutors = agenda.items.contains { $0.hasDay && !$0.executors.isEmpty }
    periods = agenda.items.count > Self.longest ? Self.periods(agenda.items) : []
  }

  /// The paths of its pages.
  var paths: [String] { ["deadlines.html"] + periods.map { path(of: $0) } }

  /// Whether the front page holds every deadline.
  var isWhole: Bool { periods.isEmpty }

  func write<Failure: Error>(
    with templates: Templates, _ write: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    try write(front(templates))
    for period in periods {
      let months = Self.months(period.items)
      try write(page(path(of: period), period, months, cut: 0, templates))
    }
  }

  private func path(of period: Period) -> String { "deadlines/\(period.name).html" }

  // MARK: Pages

  private func front(_ templates: Templates) -> SiteFile {
    let (items, day) = (agenda.items, agenda.day)
    var overdue = items.filter { $0.state == .overdue }
    var coming = items.filter { item in
      guard item.state == .soon || item.state == .open, let date = item.date else { return false }
      return date >= day
    }
    var cut = 0
    if !isWhole {
      coming = coming.filter { ($0.date?.ordinal ?? 0) <= day.ordinal + 365 }
      cut = max(0, overdue.count - Self.mostOverdue) + max(0, coming.count - Self.mostComing)
      overdue = Array(overdue.prefix(Self.mostOverdue))
      coming = Array(coming.prefix(Self.mostComing))
    }
    var sections = [Section(id: "overdue", title: "Просрочены", items: overdue)]
    sections += Self.months(coming)
    if isWhole {
      sections += [
        Section(
          id: "running", title: "Начались, последний день не назван",
          items: items.filter { $0.isRunning(on: day) }),
        Section(id: "no-day", title: "Без дня", items: items.filter { $0.state == .undated }),
        Section(
          id: "done", title: "Исполнены", items: items.filter { $0.state == .done }.reversed()),
      ]
    }
    return page("deadlines.html", nil, sections.filter { !$0.items.isEmpty }, cut: cut, templates)
  }

  private func page(
    _ path: String, _ period: Period?, _ sections: [Section], cut: Int, _ templates: Templates
  ) -> SiteFile {
    let root = Path.root(of: path)
    let rows = DeadlineRows(agenda: agenda, root: root)
    let shown = sections.flatMap(\.items)
    let ways =
      isWhole
      ? Self.ways(sections.map { ($0.year, $0.month, "#" + $0.id, $0.items.count, false) })
      : Self.ways(
        periods.map {
          ($0.year, $0.title, root + self.path(of: $0), $0.items.count, $0.name == period?.name)
        })
    let heading = period.map { $0.title == $0.year ? $0.title : "\($0.year), \($0.title)" } ?? ""
    let body = templates.nodes(
      .deadlines,
      [
        "deadlines": .flag(!shown.isEmpty || !isWhole), "period": .text(heading),
        "day": .text(agenda.day.dotted), "counts": .list(period == nil ? counts : []),
        "filters": .nodes(rows.controls(shown)), "calendar": calendar.map { .text(root + $0) },
        "executors": hasExecutors ? .text(root + "executors.html") : nil,
        "cut": .text(cut > 0 ? String(cut) : ""),
        "years": .list(sections.count > 2 || !isWhole ? ways : []),
        "count": .text(String(shown.count)), "all": .text(String(agenda.items.count)),
        "search": .text(root + "search.html"),
        "body": .nodes(shown.isEmpty ? [] : [rows.table(sections)]),
      ])
    let title = heading.isEmpty ? "Сроки" : "Сроки: \(heading)"
    return listPage(
      path, title: title, layout: "register deadlines", scripts: ["register.js"], body: body,
      on: site, with: templates)
  }

  private var counts: [Fields] {
    let names: [(DeadlineState, String)] = [
      (.overdue, "просрочено"), (.soon, "в ближайшие \(DeadlineState.soonDays) дней"),
      (.open, "впереди"), (.undated, "без дня"), (.done, "исполнено"),
    ]
    return names.compactMap { state, name in
      let count = agenda.items.count { $0.state == state }
      return count == 0 ? nil : ["name": .text(name), "count": .text(String(count))]
    }
  }

  /// Ways to periods or sections, a year a line.
  private static func ways(_ ways: [(String, String, String, Int, Bool)]) -> [Fields] {
    var years: [(String, [Fields])] = []
    for (year, name, href, count, isCurrent) in ways {
      let fields: Fields = [
        "href": .text(href), "name": .text(name), "count": .text(String(count)),
        "current": .flag(isCurrent),
      ]
      if years.last?.0 == year, !year.isEmpty || years.count == 1 {
        years[years.count - 1].1.append(fields)
      } else {
        years.append((year, [fields]))
      }
    }
    return years.map { year, periods in ["year": .text(year), "periods": .list(periods)] }
  }

  // MARK: Periods

  /// As many rows as a page takes before it is parted; a row is about a kilobyte.
  private static let longest = 600
  private static let mostOverdue = 200
  private static let mostComing = 400

  private static func months(_ items: [Agenda.Item]) -> [Section] {
    grouped(items) { item in item.date.map { $0.year * 12 + $0.month - 1 } ?? -1 }.map {
      month, items in
      guard month >= 0 else { return Section(id: "no-day", title: "Без дня", items: items) }
      let (year, number) = (month / 12, month % 12)
      return Section(
        id: "\(year)-\(number < 9 ? "0" : "")\(number + 1)",
        title: capitalized(monthNames.at(number) ?? "") + " \(year)", items: items)
    }
  }

  private static func periods(_ items: [Agenda.Item]) -> [Period] {
    grouped(items) { $0.date?.year ?? 0 }.flatMap { year, items -> [Period] in
      let (name, title) = year == 0 ? ("bez-dnya", "Без дня") : (String(year), String(year))
      if items.count <= longest {
        return [Period(name: name, title: title, year: title, items: items)]
      }
      return grouped(items) { $0.date?.month ?? 0 }.flatMap { month, items -> [Period] in
        let own = month == 0 ? name : "\(name)-\(month < 10 ? "0" : "")\(month)"
        let called = monthNames.at(month - 1) ?? "все"
        return stride(from: 0, to: items.count, by: longest).enumerated().map { part, start in
          Period(
            name: own + (part > 0 ? "-\(part + 1)" : ""),
            title: called + (part > 0 ? ", \(part + 1)" : ""), year: title,
            items: Array(items[start..<min(start + longest, items.count)]))
        }
      }
    }
  }

  private static func grouped(
    _ items: [Agenda.Item], by key: (Agenda.Item) -> Int
  ) -> [(Int, [Agenda.Item])] {
    var groups: [(Int, [Agenda.Item])] = []
    for item in items {
      let key = key(item)
      if groups.last?.0 == key {
        groups[groups.count - 1].1.append(item)
      } else {
        groups.append((key, [item]))
      }
    }
    return groups
  }
}

extension DeadlineRows.Section {
  /// The year of a month's section; empty for others.
  fileprivate var year: String {
    id.utf8.first.map { $0 <= 0x39 } == true ? String(id.prefix(4)) : ""
  }

  /// The section's name beside others of its year.
  fileprivate var month: String {
    year.isEmpty ? title : String(title.prefix { $0 != " " }).lowercased()
  }
}

private let monthNames = [
  "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
  "ноябрь", "декабрь",
]
