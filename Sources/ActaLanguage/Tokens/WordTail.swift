extension Letters {
  /// The last letters, up to seven, as one integer for tables of endings; of a shorter word all its letters.
  package func tail(_ length: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in max(0, count - length)..<max(count, 0) { key = key << 8 | UInt64(self[index]) }
    return key
  }

  package func dropLast(_ number: Int) -> Letters { prefix(count - number) }

  /// Whether the word ends so; a word too long to be kept whole ends in nothing.
  package func ends(in ending: StaticString) -> Bool { hasSuffix(Letters(ending)) }
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
