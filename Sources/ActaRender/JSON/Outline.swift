package import ActaModel
import ActaDiagnostics

/// The act as a tree for people: levels, numbers, first words and counts.
package func outline(of act: Act) -> String {
  var writer = OutlineWriter()
  writer.add(act.order, title: act.order.requisites.outlineTitle(fallback: act.id))
  for appendix in act.appendices {
    let name = appendix.number.map { "Приложение № \($0)" } ?? "Приложение"
    writer.add(
      appendix.document,
      title: name + ". "
        + appendix.document.requisites.outlineTitle(fallback: appendix.document.path))
  }
  return writer.text
}

private struct OutlineWriter {
  private(set) var text = ""

  mutating func add(_ document: Document, title: String) {
    if !text.isEmpty { text += "\n" }
    text += title + "\n"
    text += document.path
    let counts = document.counts
    text += counts.isEmpty ? "\n" : ": " + counts.joined(separator: ", ") + "\n"
    for block in document.blocks { add(block, 1) }
    for footnote in document.footnotes {
      line(1, "сноска \(footnote.number)", "")
      for block in footnote.blocks { add(block, 2) }
    }
  }

  private mutating func add(_ block: Block, _ depth: Int) {
    switch block {
    case .provision(let provision): add(provision, depth)
    case .table(let table):
      line(depth, "таблица", "граф \(table.head.cells.count), строк \(table.rows.count)")
    case .schedule(let schedule):
      for entry in schedule.entries {
        switch entry {
        case .section(let cell): line(depth, "раздел", cell.text.text)
        case .milestone(let milestone):
          let deadline = milestone.field(.deadline).map { " – " + folded($0.text.text) } ?? ""
          line(
            depth, milestone.number?.text ?? "строка", milestone.field(.activity)?.text.text ?? "",
            after: deadline)
        case .columnNumbers: break
        }
      }
    case .members(let list):
      for entry in list.entries {
        switch entry {
        case .member(let member): add(member, depth)
        case .heading(let cell): line(depth, "группа", cell.text.text)
        case .row(let row):
          line(depth, "строка", row.cells.map(\.text.text).joined(separator: " "))
        }
      }
    case .quote(let quote):
      line(depth, "цитата", "")
      for block in quote.blocks { add(block, depth + 1) }
    case .verbatim(let verbatim): line(depth, "текст как есть", verbatim.text)
    case .line: line(depth, "черта", "")
    }
  }

  private mutating func add(_ member: Member, _ depth: Int) {
    let name = [member.name.surname, member.name.given, member.name.patronymic ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let role = member.role.flatMap { $0.value.office == .member ? nil : $0.value.title }
    line(
      depth, member.number?.text ?? "член", name,
      after: (role.map { " – " + $0 } ?? "") + (member.isByConsent ? " (по согласованию)" : ""))
  }

  private mutating func add(_ provision: Provision, _ depth: Int) {
    line(depth, provision.label, provision.text.text)
    for child in provision.children { add(child, depth + 1) }
  }

  /// A line of the tree: what it is and its first words.
  private mutating func line(_ depth: Int, _ label: String, _ words: String, after: String = "") {
    text += String(repeating: "  ", count: min(depth, 20)) + label
    let words = firstWords(of: words)
    if !words.isEmpty { text += " " + words }
    text += after + "\n"
  }
}

/// As many words as a line holds; what is behind them is not looked at.
private func firstWords(of text: String) -> String {
  let limit = 64
  var words: [Substring] = []
  var count = 0
  var rest = Substring(text)
  while true {
    rest = rest.drop { $0.isWhitespace }
    guard !rest.isEmpty else { return words.joined(separator: " ") }
    let word = rest.prefix { !$0.isWhitespace }
    let width = word.count
    if count + width > limit {
      if words.isEmpty { return word.prefix(limit) + "…" }
      return words.joined(separator: " ") + " …"
    }
    words.append(word)
    count += width + 1
    rest = rest[word.endIndex...]
  }
}

private func folded(_ text: String) -> String {
  text.singleSpaced
}

extension Provision {
  /// The number, or the name of what has none.
  fileprivate var label: String {
    switch role {
    case .preamble: "преамбула"
    case .enacting: "распорядительное слово"
    case .stamp: "гриф"
    case .editorial: number.map { "\($0.text) [утратил силу]" } ?? "примечание редакции"
    case .unplaced: "вне пунктов"
    case .norm:
      if let number {
        number.style == .dash ? "–" : number.text
      } else {
        level.ru
      }
    }
  }
}

extension Provision.Level {
  fileprivate var ru: String {
    switch self {
    case .section: "раздел"
    case .chapter: "глава"
    case .article: "статья"
    case .point: "пункт"
    case .subpoint: "подпункт"
    case .item: "–"
    case .paragraph: "абзац"
    }
  }
}

extension Requisites {
  fileprivate func outlineTitle(fallback: String) -> String {
    var words = kind.map { [$0.value.ru.prefix(1).uppercased() + $0.value.ru.dropFirst()] } ?? []
    if let number = number?.value { words.append(numbered(number)) }
    if let date = date?.value.printed { words.append("от \(date)") }
    let head = words.joined(separator: " ")
    guard let title = title.map({ folded($0.value) }) else { return head.isEmpty ? fallback : head }
    return head.isEmpty ? title : "\(head) «\(title)»"
  }
}

extension Document {
  /// What the document holds: «пунктов 7», «членов 23», «строк 40 в 6 разделах».
  fileprivate var counts: [String] {
    var counts: [String] = []
    let provisions = provisions.filter { $0.role == .norm || $0.number != nil }
    let isRoadmap = roadmap != nil
    let names: [(Provision.Level, String)] = [
      (.section, "разделов"), (.chapter, "глав"), (.article, "статей"), (.point, "пунктов"),
      (.subpoint, "подпунктов"),
    ]
    for (level, name) in names where !(isRoadmap && level == .section) {
      let count = provisions.count { $0.level == level }
      if count > 0 { counts.append("\(name) \(count)") }
    }
    if let roster { counts.append("членов \(roster.members.count)") }
    if let roadmap {
      let sections = roadmap.sections.count { !$0.milestones.isEmpty }
      let word = sections % 10 == 1 && sections % 100 != 11 ? "разделе" : "разделах"
      counts.append("строк \(roadmap.milestones.count) в \(sections) \(word)")
    }
    if !definitions.isEmpty { counts.append("определений \(definitions.count)") }
    if !footnotes.isEmpty { counts.append("сносок \(footnotes.count)") }
    return counts
  }
}
