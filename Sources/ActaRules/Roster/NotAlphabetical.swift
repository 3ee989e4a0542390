import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Members of one rank don't stand by the alphabet.
  static let notAlphabetical = Rule(
    "roster/not-alphabetical", .warning,
    summary: Text(
      ru: "Члены в составе стоят не по алфавиту", en: "The members of a roster are not in order"),
    reason: Text(
      ru: "В длинном составе человека ищут по алфавиту; место вне его читается как ранг.",
      en: "In a long roster people are looked for by the alphabet; a place out of it reads as rank."
    ),
    norm: Text(
      ru:
        "Обычай оформления составов: председатель, заместители, секретарь, далее члены по алфавиту "
        + "фамилий. Список, который и не пытается быть алфавитным, – замечание.",
      en: "Custom of rosters: chair, deputies, secretary, then the members by surname. A list that "
        + "does not try to be in order is a note."),
    examples: [
      .accepts(
        rosterExample(
          """
          - Яшин Олег Львович – министр, председатель комиссии;
          - Ёлкина Вера Олеговна – советник;
          - Енин Пётр Ильич – советник;
          - Орлова Анна Сергеевна – советник;
          - Соколов Илья Петрович – советник.
          """)),
      .rejects(
        rosterExample(
          """
          - Яшин Олег Львович – министр, председатель комиссии;
          - Белов Пётр Ильич – советник;
          - Орлова Анна Сергеевна – советник;
          - Соколов Илья Петрович – советник;
          - ⟦Быков Игорь Юрьевич⟧ – советник;
          - Уткин Денис Олегович – советник.
          """)),
    ],
    .document { document, report in
      document.document.forEachBlock { block in
        guard case .members(let list) = block else { return }
        for group in groups(list) { check(group, document, &report) }
      }
    })

  /// Ordinary members that stand one after another.
  private static func groups(_ list: MemberList) -> [[Member]] {
    var groups: [[Member]] = [[]]
    for entry in list.entries {
      if case .member(let member) = entry, member.role.map({ $0.value.office == .member }) ?? true {
        groups[groups.count - 1].append(member)
      } else if !(groups.last?.isEmpty ?? true) {
        groups.append([])
      }
    }
    return groups.filter { $0.count > 2 }
  }

  private static func check(_ group: [Member], _ document: ReadDocument, _ report: inout Report) {
    let keys = group.map { key($0.name) }
    let kept = longestOrder(keys)
    let moved = group.indices.filter { !kept.contains($0) }
    guard let first = moved.first else { return }
    // One or two out of place are a slip; more, and the list follows another order.
    let isSlip = group.count > 3 && moved.count <= max(1, group.count / 4)
    let sorted = group.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    let before = sorted.firstIndex(of: first).flatMap { $0 > 0 ? group[sorted[$0 - 1]].name : nil }
    report(
      document.path, at: group[first].name.span,
      .outOfOrder(group[first].name.surname, after: before?.surname),
      level: isSlip ? nil : .note,
      places: moved.dropFirst().map {
        Place(file: document.path, at: group[$0].name.span, .alsoOutOfOrder)
      }, fix: fix(group, sorted, document.path))
  }

  /// A surname, then the rest, as the alphabet has them: е for ё, no hyphens.
  private static func key(_ name: PersonName) -> String {
    let whole = [name.surname, name.given, name.patronymic ?? ""].joined(separator: " ")
    let bytes = FoldedBytes(whole).bytes.filter { $0 != 0x2D }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The indices of a longest run of keys that are in order, not necessarily neighbours.
  private static func longestOrder(_ keys: [String]) -> Set<Int> {
    // `tails[n]` ends the run of n + 1 keys whose last is the least.
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: keys.count)
    for index in keys.indices {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if keys[tails[middle]] <= keys[index] { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tails[low - 1] : nil
      if low < tails.count { tails[low] = index } else { tails.append(index) }
    }
    var kept: Set<Int> = []
    var index = tails.last
    while let current = index {
      kept.insert(current)
      index = previous[current]
    }
    return kept
  }

  // MARK: Fix

  /// Every member's words in the place of those that stand there; numbers, dashes and endings stay where they are.
  private static func fix(_ group: [Member], _ sorted: [Int], _ path: String) -> Fix? {
    var edits: [Fix.Edit] = []
    for (place, source) in sorted.enumerated() where place != source {
      let (from, to) = (group[source], group[place])
      guard from.parts.count == to.parts.count, from.namePart == to.namePart else { return nil }
      for (old, new) in zip(to.parts, from.parts) {
        guard let (span, _) = plain(old.text), let (_, words) = plain(new.text) else {
          if old.text.isEmpty, new.text.isEmpty { continue }
          return nil
        }
        edits.append(Fix.Edit(file: path, at: span, with: words))
      }
    }
    return edits.isEmpty ? nil : Fix(.sortMembers, .unsafe, edits)
  }

  /// The words of a cell without the mark that ends a line, and their place; `nil` where markup stands among them.
  private static func plain(_ prose: Prose) -> (Span, String)? {
    guard prose.marks.isEmpty, prose.segments.allSatisfy(\.isVerbatim), !prose.text.isEmpty else {
      return nil
    }
    let bytes = Array(prose.text.utf8)
    var end = bytes.count
    while end > 0, [0x3B, 0x2C, 0x20, 0x0A].contains(bytes[end - 1]) { end -= 1 }
    // «г.», «и т.д.» keep their full stop; the one that ends a list goes with its place.
    if end > 0, bytes[end - 1] == 0x2E { end -= 1 }
    guard end > 0, let span = prose.span(of: 0..<end) else { return nil }
    let words = String(decoding: bytes[..<end], as: UTF8.self)
    return (span, words.split(separator: "\n").joined(separator: " "))
  }
}

extension Text {
  fileprivate static func outOfOrder(_ surname: String, after: String?) -> Text {
    Text(
      ru: "«\(surname)» стоит не по алфавиту"
        + (after.map { ", место – после «\($0)»" } ?? ", место – первое среди членов"),
      en: "«\(surname)» is out of order"
        + (after.map { "; it belongs behind «\($0)»" } ?? "; it belongs first of the members"))
  }

  fileprivate static let alsoOutOfOrder = Text(ru: "тоже не на месте", en: "out of place too")
  fileprivate static let sortMembers = Text(
    ru: "Поставить членов по алфавиту", en: "Put the members in order")
}
