/// Endings of words with what each means; a look-up costs as many comparisons as there are lengths of endings.
struct SuffixTable<Value: Sendable>: Sendable {
  private var values: [Letters: Value] = [:]
  /// Lengths that occur, the longest first.
  private var lengths: [Int] = []

  /// Values of equal endings are joined.
  init(_ pairs: [(ending: Letters, value: Value)], joining join: (Value, Value) -> Value) {
    for (ending, value) in pairs {
      values[ending] = values[ending].map { join($0, value) } ?? value
    }
    lengths = Set(values.keys.map(\.count)).sorted(by: >)
  }

  /// Each ending that a word has, the longest first.
  @inline(__always)
  func forEach(of letters: Letters, _ body: (_ length: Int, _ value: Value) -> Void) {
    guard !letters.isCut else { return }
    for length in lengths where length <= letters.count {
      if let value = values[letters.dropFirst(letters.count - length)] { body(length, value) }
    }
  }
}

extension SuffixTable where Value == Int {
  /// Endings, each with the fewest letters that a word with it must have.
  init(_ pairs: [(Letters, Int)]) {
    self.init(pairs.map { (ending: $0.0, value: $0.1) }, joining: min)
  }

  func contains(_ letters: Letters) -> Bool {
    guard !letters.isCut else { return false }
    for length in lengths where length <= letters.count {
      if let least = values[letters.dropFirst(letters.count - length)], letters.count >= least {
        return true
      }
    }
    return false
  }
}
