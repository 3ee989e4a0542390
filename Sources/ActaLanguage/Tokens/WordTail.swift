extension Letters {
  /// The last letters, up to seven, as one integer for tables of endings; of a shorter word all its letters.
  package func tail(_ length: Int) -> UInt64 {
    let taken = min(length, count)
    guard taken > 0 else { return 0 }
    guard taken < 8, !isCut else {
      var key: UInt64 = 0
      for index in max(0, count - length)..<count { key = key << 8 | UInt64(self[index]) }
      return key
    }
    return eight(before: count) & ~(~0 << UInt64(8 * taken))
  }

  package func dropLast(_ number: Int) -> Letters { prefix(count - number) }

  /// Whether the word ends so; a word too long to be kept whole ends in nothing.
  package func ends(in ending: StaticString) -> Bool {
    guard !isCut, ending.hasPointerRepresentation else { return false }
    let bytes = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    var (index, position) = (bytes.count, count)
    while index > 0 {
      let trail = bytes[index - 1]
      index -= 1
      let code: UInt8
      if trail < 0x80 {
        code = Self.latin(trail)
      } else {
        guard index > 0 else { return false }
        code = Self.russian(bytes[index - 1], trail)
        index -= 1
      }
      guard code != 0 else { continue }
      position -= 1
      guard position >= 0, self[position] == code else { return false }
    }
    return true
  }
}

extension Letters {
  /// Whether a Russian vowel is among the letters; most abbreviations have none.
  package var hasVowel: Bool {
    for index in 0..<min(count, Self.capacity) {
      switch self[index] {
      case 1, 6, 9, 15, 20, 28, 30, 31, 32: return true
      default: continue
      }
    }
    return false
  }
}
