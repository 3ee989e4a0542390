/// The known name nearest to a mistyped one (Damerau–Levenshtein), where one is near enough to be meant.
package func nearName<Names: Sequence<String>>(_ word: String, among names: Names) -> String? {
  let word = Array(word.lowercased().unicodeScalars.prefix(64))
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(word, Array(name.lowercased().unicodeScalars.prefix(64)))
    if distance < best?.distance ?? Int.max { best = (name, distance) }
  }
  guard let best, best.distance <= max(1, word.count / 3) else { return nil }
  return best.name
}

/// The tail of a message that suggests a name: « – может быть, «название»?»; empty where there is none.
package func nearHint(_ name: String?) -> (ru: String, en: String) {
  name.map { (" – может быть, «\($0)»?", " – did you mean «\($0)»?") } ?? ("", "")
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  guard !left.isEmpty else { return right.count }
  guard !right.isEmpty else { return left.count }
  var before: [Int] = []
  var above = Array(0...right.count)
  for (row, first) in left.enumerated() {
    var current = [row + 1]
    for (column, second) in right.enumerated() {
      var cost = min(
        above[column] + (first == second ? 0 : 1), above[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first == right[column - 1], left[row - 1] == second {
        cost = min(cost, before[column - 1] + 1)
      }
      current.append(cost)
    }
    before = above
    above = current
  }
  return above[right.count]
}
