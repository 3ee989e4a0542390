/// A fixed set of endings by what `Letters.tail` gives of them; a look costs a multiplication and a comparison or two.
struct TailSet: Sendable {
  /// A power of two of places, at least twice as many as there are members; 0 is an empty one.
  private var places: [UInt64]
  private let shift: UInt64

  init(_ members: [UInt64]) {
    var bits = 4
    while 1 << bits < 2 * members.count { bits += 1 }
    shift = UInt64(64 - bits)
    places = Array(repeating: 0, count: 1 << bits)
    for member in members where member != 0 {
      var place = Self.place(member, shift)
      while places[place] != 0, places[place] != member { place = (place + 1) % places.count }
      places[place] = member
    }
  }

  func contains(_ key: UInt64) -> Bool {
    guard key != 0 else { return false }
    var place = Self.place(key, shift)
    while places[place] != 0 {
      if places[place] == key { return true }
      place = (place + 1) & (places.count - 1)
    }
    return false
  }

  private static func place(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
