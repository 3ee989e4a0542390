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

  private var entries: [Entry] = []
  /// Where the entries of a pair of first letters begin in `entries`, by a hash of the pair; one more at the end.
  private var buckets: [UInt16] = []

  /// The longest stem that fits decides, and among equals the one given first.
  package init(_ given: [Entry]) {
    let sorted = given.enumerated().sorted { left, right in
      let (first, second) = (Self.bucket(left.element.stem), Self.bucket(right.element.stem))
      if first != second { return first < second }
      let (long, short) = (left.element.stem.count, right.element.stem.count)
      return long == short ? left.offset < right.offset : long > short
    }
    entries = sorted.map(\.element)
    buckets = Array(repeating: 0, count: Self.size + 1)
    for entry in entries { buckets[Self.bucket(entry.stem) + 1] += 1 }
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
    let bucket = Self.bucket(letters)
    let (low, high) = (Int(buckets[bucket]), Int(buckets[bucket + 1]))
    guard low < high else { return nil }
    for index in low..<high where letters.hasPrefix(entries[index].stem) {
      let entry = entries[index]
      guard let endings = entry.endings else { return (entry.value, entry.stem.count) }
      if endings.contains(letters.dropFirst(entry.stem.count)) {
        return (entry.value, entry.stem.count)
      }
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
