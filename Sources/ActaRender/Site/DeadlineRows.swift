import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Deadlines as a table that needs no script, a stretch of it for each section.
struct DeadlineRows {
  let agenda: Agenda
  let root: String

  struct Section {
    /// Its address on the page.
    var id: String
    var title: String
    var items: [Agenda.Item]
  }

  func table(_ sections: [Section]) -> HTML.Node {
    let heads = [("Срок", "date"), ("Что и где", "act"), ("Кто", "issuer"), ("Осталось", "state")]
    let head = heads.map { title, kind in
      HTML.Node.element(.th, [.scope("col"), .class(kind)], [.text(title)])
    }
    return .element(
      .table, [.class("register")],
      [.element(.thead, [.element(.tr, head)])]
        + sections.map { section in
          .element(.tbody, [title(of: section)] + section.items.map(row))
        })
  }

  private func title(of section: Section) -> HTML.Node {
    .element(
      .tr, [.class("section")],
      [
        .element(
          .th, [.scope("rowgroup"), HTML.Attribute("colspan", "4"), .id(section.id)],
          [.text(section.title)])
      ])
  }

  private func row(_ item: Agenda.Item) -> HTML.Node {
    let entry = item.entry
    let what = [entry.what, entry.words, entry.place].first { !$0.isEmpty } ?? entry.caption
    let address = root + placeAddress(entry.act, entry.address)
    func cell(_ label: String, _ kind: String, _ nodes: [HTML.Node]) -> HTML.Node {
      .element(.td, [.class(kind), HTML.Attribute("data-label", label)], nodes)
    }
    let who = entry.who.isEmpty ? [] : [HTML.Node.text(entry.who.joined(separator: "; "))]
    return .element(
      .tr, [HTML.Attribute("data-facets", tokens(item))],
      [
        cell("Срок", "date", date(item)),
        .element(
          .th, [.scope("row"), .class("act")],
          [
            .element(.a, [.href(address)], [.text(oneLine(what, most: 220))]), .text(" "),
            note("\(entry.caption), \(entry.place)"),
          ]),
        cell("Кто", "issuer", who),
        cell("Осталось", "state", [state(item)]),
      ])
  }

  // MARK: Cells

  private func date(_ item: Agenda.Item) -> [HTML.Node] {
    let entry = item.entry
    guard let date = item.date else {
      var nodes: [HTML.Node] = [.text("Без дня")]
      let reason = entry.reason?(.russian) ?? "рабочие дни года не известны"
      nodes += [.text(" "), note(reason)]
      if !entry.words.isEmpty {
        nodes += [.text(" "), note("«\(oneLine(entry.words, most: 100))»")]
      }
      return nodes
    }
    var nodes: [HTML.Node] = [
      .element(.time, [HTML.Attribute("datetime", date.iso)], [.text(date.dotted)])
    ]
    func add(_ text: String) { nodes += [.text(" "), note(text)] }
    switch entry.due {
    case .day(_, let from, let latest):
      if let from { add("с \(from.dotted)") }
      if let latest, latest != date { add("или \(latest.dotted)") }
    case .start: add("начало")
    case .series: add("повторяется: \(oneLine(entry.words, most: 100))")
    case .notReckoned: break
    }
    if !entry.isDone, let shift = entry.shift(of: date) {
      add("нерабочий день, рабочие рядом: \(shift.before.dotted) и \(shift.after.dotted)")
    }
    return nodes
  }

  private func state(_ item: Agenda.Item) -> HTML.Node {
    .element(
      .span, [.class("status " + item.state.rawValue)], [.text(words(of: item))])
  }

  private func words(of item: Agenda.Item) -> String {
    switch item.state {
    case .done: return "исполнен" + (item.entry.doneOn.map { " \($0.dotted)" } ?? "")
    case .undated: return "без дня"
    case .overdue, .soon, .open: break
    }
    guard let date = item.date else { return item.state.word(.russian) }
    if item.isRunning(on: agenda.day) { return "идёт" }
    let left = date.ordinal - agenda.day.ordinal
    let days = counted(abs(left), "день", "дня", "дней")
    if left < 0 { return "просрочен на \(days)" }
    return left == 0 ? "сегодня" : left == 1 ? "завтра" : "через \(days)"
  }

  private func note(_ text: String) -> HTML.Node {
    .element(.span, [.class("note")], [.text(text)])
  }

  // MARK: Filters

  /// The tokens of a row, parted by spaces.
  private func tokens(_ item: Agenda.Item) -> String {
    var tokens = item.executors.map { "e\($0)" }
    if item.state != .open { tokens.append("s-" + item.state.rawValue) }
    if let date = item.date, item.state != .done {
      let left = date.ordinal - agenda.day.ordinal
      tokens += Self.stretches.filter { (0...$0.0).contains(left) }.map { "d\($0.0)" }
    }
    return tokens.joined(separator: " ")
  }

  /// A choice of executors, where there are not too many to choose from, and one of times.
  func controls(_ items: [Agenda.Item]) -> [HTML.Node] {
    var controls: [HTML.Node] = []
    let executors = Set(items.flatMap(\.executors)).sorted()
    if (2...Self.mostExecutors).contains(executors.count) {
      controls.append(
        choice(
          "executor", "Исполнитель", "Все",
          executors.map { ("e\($0)", capitalized(agenda.executors.names[$0])) }))
    }
    var times = Self.stretches.map { ("d\($0.0)", $0.1) }
    let states = Set(items.map(\.state))
    if states.contains(.overdue) { times.insert(("s-overdue", "Просроченные"), at: 0) }
    if states.contains(.undated) { times.append(("s-undated", "Без дня")) }
    if states.contains(.done) { times.append(("s-done", "Исполненные")) }
    controls.append(choice("period", "Время", "Любое", times))
    return controls
  }

  static let mostExecutors = 300

  private static let stretches = [
    (14, "Ближайшие 2 недели"), (30, "Ближайшие 30 дней"), (91, "Ближайшие 3 месяца"),
    (365, "Ближайший год"),
  ]
}
