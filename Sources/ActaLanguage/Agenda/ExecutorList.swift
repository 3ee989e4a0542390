import ActaDiagnostics
package import ActaModel

/// Those who are to do what is due (исполнители), each once whatever the endings of the name.
package struct ExecutorList: Sendable {
  /// In the order of the alphabet.
  package private(set) var names: [String] = []
  /// The place in `names` by the words of an entry.
  private var numbers: [String: Int] = [:]

  /// A body of the settings goes by its full name, whichever of its names an act uses.
  package init(_ entries: [DeadlineEntry], settings: Settings) {
    var counts: [String: Int] = [:]
    for entry in entries { for name in entry.who { counts[name, default: 0] += 1 } }
    var groups = ExecutorGroups(settings)
    let found = Self.sorted(counts.keys) { $0 }.map { ($0, groups.add($0)) }
    // Of the forms of one name the one that acts use most.
    var best: [Int: String] = [:]
    for (name, group) in found {
      let isMore = best[group].map { counts[$0] ?? 0 < counts[name] ?? 0 } ?? true
      if isMore { best[group] = name }
    }
    let titles = Self.sorted(
      best.map { (name: groups.titles[$0.key] ?? $0.value, group: $0.key) }.sorted {
        $0.group < $1.group
      }
    ) { $0.name }
    names = titles.map(\.name)
    let order = Dictionary(
      uniqueKeysWithValues: titles.enumerated().map { ($0.element.group, $0.offset) })
    for (name, group) in found { numbers[name] = order[group] }
  }

  /// The places in `names` of those who are to do what is due, each once.
  package func executors(of entry: DeadlineEntry) -> [Int] {
    var seen: [Int] = []
    for name in entry.who {
      if let number = numbers[name], !seen.contains(number) { seen.append(number) }
    }
    return seen
  }

  /// Values by their names, small letters and great ones alike; those of one name stay in their order.
  private static func sorted<Value>(
    _ values: some Sequence<Value>, by name: (Value) -> String
  ) -> [Value] {
    values.map { value in (value, name(value), name(value).lowercased()) }.sorted { left, right in
      left.2 == right.2
        ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8)
        : left.2.utf8.lexicographicallyPrecedes(right.2.utf8)
    }.map(\.0)
  }
}

/// Names put together that are forms of one.
private struct ExecutorGroups {
  /// The names of groups that have one of their own.
  var titles: [Int: String] = [:]
  private var count = 0
  private var byKey: [Letters: [(words: NameWords, group: Int)]] = [:]
  /// Of so many names that begin alike at most are looked at.
  private static let limit = 400

  init(_ settings: Settings) {
    let shorts = Dictionary(grouping: settings.bodies.compactMap(\.short)) { $0 }
    for body in settings.bodies {
      titles[count] = body.name.value
      var names = [body.name.value, body.key]
      // A short name that several bodies have names none of them.
      if let short = body.short, shorts[short]?.count == 1 { names.append(short) }
      for name in names { insert(NameWords(name), count) }
      count += 1
    }
  }

  /// The group of a name.
  mutating func add(_ name: String) -> Int {
    let words = NameWords(name)
    if let known = byKey[words.key]?.first(where: { $0.words.isSame(as: words) }) {
      return known.group
    }
    insert(words, count)
    count += 1
    return count - 1
  }

  private mutating func insert(_ words: NameWords, _ group: Int) {
    if byKey[words.key]?.count ?? 0 < Self.limit {
      byKey[words.key, default: []].append((words, group))
    }
  }
}
