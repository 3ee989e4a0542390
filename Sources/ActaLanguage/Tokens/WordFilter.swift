/// Refuses most words by their first three letters; what passes may still be no match.
package struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 128)

  package init() {}

  /// Words that begin with one of the stems.
  package init(stems: [StaticString]) {
    for stem in stems { insert(Letters(stem), isWhole: false) }
  }

  @inline(__always)
  package func mayMatch(_ letters: Letters) -> Bool {
    let slot = Self.slot(letters.key >> 40)
    return bits[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }

  /// Adds a stem, or a whole word that nothing may follow.
  package mutating func insert(_ stem: Letters, isWhole: Bool) {
    let lead = stem.key >> 40
    guard stem.count < 3, !isWhole else { return set(lead) }
    // A short stem stands for every letter that may follow it.
    let (second, third) = (stem.count < 2, UInt64(33))
    for next in 0..<third {
      if second {
        for last in 0..<third { set(lead | next << 8 | last) }
      } else {
        set(lead | next)
      }
    }
  }

  package func union(_ other: WordFilter) -> WordFilter {
    var both = self
    for index in both.bits.indices { both.bits[index] |= other.bits[index] }
    return both
  }

  private mutating func set(_ lead: UInt64) {
    let slot = Self.slot(lead)
    bits[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  /// 13 bits of three letters.
  @inline(__always)
  private static func slot(_ lead: UInt64) -> Int {
    Int(truncatingIfNeeded: (lead &* 0x9E37_79B9_7F4A_7C15) >> 51)
  }
}
