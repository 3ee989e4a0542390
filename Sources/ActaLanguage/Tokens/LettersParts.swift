extension Letters {
  /// The last letter's code, 0 for an empty or cut word.
  package var last: UInt8 { isCut ? 0 : self[count - 1] }

  package func appending(_ other: Letters) -> Letters {
    var whole = self
    for index in 0..<min(other.count, Self.capacity) { whole.append(other[index]) }
    return whole
  }

  /// How many letters two words have in common at their beginning.
  package func commonPrefix(_ other: Letters) -> Int {
    var length = 0
    while length < min(count, other.count, Self.capacity), self[length] == other[length] {
      length += 1
    }
    return length
  }
}
