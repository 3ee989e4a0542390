/// Endings of words with what each means; a look-up costs as many comparisons as there are lengths of endings.
struct SuffixTable<Value: Sendable>: Sendable {
  private var values: [Letters: Value] = [:]
  /// For each letter that an ending ends with the lengths that such endings have, a bit for each.
  private var lengths: [UInt32] = Array(repeating: 0, count: 256)

  /// Values of equal endings are joined.
  init(_ pairs: [(ending: Letters, value: Value)], joining join: (Value, Value) -> Value) {
    for (ending, value) in pairs {
      values[ending] = values[ending].map { join($0, value) } ?? value
      lengths[Int(ending.last)] |= 1 << UInt32(min(ending.count, Letters.capacity))
    }
  }

  /// Each ending that a word has, the longest first.
  @inline(__always)
  func forEach(of letters: Letters, _ body: (_ length: Int, _ value: Value) -> Void) {
    guard !letters.isCut else { return }
    // An ending without letters is one of every word.
    var left = letters.isEmpty ? lengths[0] & 1 : lengths[Int(letters.last)] | lengths[0] & 1
    while left != 0 {
      let length = 31 - left.leadingZeroBitCount
      left &= ~(1 << UInt32(length))
      guard length <= letters.count else { continue }
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
    var isFound = false
    forEach(of: letters) { _, least in
      if letters.count >= least { isFound = true }
    }
    return isFound
  }
}
