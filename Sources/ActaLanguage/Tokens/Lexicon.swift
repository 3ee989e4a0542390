/// Words and stems with what each means; a look-up costs a few comparisons, and most words need none.
package struct Lexicon<Value: Sendable>: Sendable {
  package struct Entry: Sendable {
    var stem: Letters
    /// `nil` allows anything behind the stem.
    var endings: Endings?
    var value: Value

    /// A word in this form alone.
    package static func word(_ word: StaticString, _ value: Value) -> Entry {
      Entry(stem: Letters(word), endings: .bare, value: value)
    }

    /// Every word that begins so.
    package static func stem(_ stem: StaticString, _ value: Value) -> Entry {
      Entry(stem: Letters(stem), endings: nil, value: value)
    }

    /// The forms of a word: its stem with one of the endings.
    package static func form(_ stem: StaticString, _ endings: Endings, _ value: Value) -> Entry {
      Entry(stem: Letters(stem), endings: endings, value: value)
    }
  }

  /// Which words may be in it, for a look before the look-up.
  package private(set) var filter = WordFilter()
  private var stems: [Letters] = []
  private var endings: [Endings?] = []
  private var values: [Value] = []
  /// Where the entries of a pair of first letters begin in `stems`, by a hash of the pair; one more at the end.
  private var buckets: [UInt16] = []

  /// The longest stem that fits decides, and among equals the one given first.
  package init(_ given: [Entry]) {
    let sorted = given.enumerated().sorted { left, right in
      let (first, second) = (Self.bucket(left.element.stem), Self.bucket(right.element.stem))
      if first != second { return first < second }
      let (long, short) = (left.element.stem.count, right.element.stem.count)
      return long == short ? left.offset < right.offset : long > short
    }
    stems = sorted.map(\.element.stem)
    endings = sorted.map(\.element.endings)
    values = sorted.map(\.element.value)
    buckets = Array(repeating: 0, count: Self.size + 1)
    for entry in sorted.map(\.element) {
      filter.insert(entry.stem, isWhole: entry.endings == .bare)
    }
    for stem in stems { buckets[Self.bucket(stem) + 1] += 1 }
    for index in 1...Self.size { buckets[index] += buckets[index - 1] }
  }

  package subscript(token: Token) -> Value? {
    token.kind == .word ? self[token.letters] : nil
  }

  package subscript(letters: Letters) -> Value? {
    match(letters)?.value
  }

  /// What the word means and how many letters its stem has.
  package func match(_ letters: Letters) -> (value: Value, stem: Int)? {
    guard filter.mayMatch(letters) else { return nil }
    let bucket = Self.bucket(letters)
    let (low, high) = (Int(buckets[bucket]), Int(buckets[bucket + 1]))
    guard low < high else { return nil }
    for index in low..<high where letters.hasPrefix(stems[index]) {
      let length = stems[index].count
      if let endings = endings[index], !endings.contains(letters.dropFirst(length)) { continue }
      return (values[index], length)
    }
    return nil
  }

  private static var size: Int { 4096 }

  /// One-letter words have a bucket of their own, so no stem may be shorter than two letters unless it is a whole
  /// word.
  private static func bucket(_ letters: Letters) -> Int {
    let lead = letters.lead
    return (lead >> 8 & 63) << 6 | lead & 63
  }
}

/// Rules elsewhere ask lists of words: what is made here for truth values is not made anew for each question there.
extension Lexicon where Value == Bool {
  package subscript(token: Token) -> Bool? { token.kind == .word ? answer(token.letters) : nil }

  package subscript(letters: Letters) -> Bool? { answer(letters) }

  private func answer(_ letters: Letters) -> Bool? { match(letters)?.value }
}
