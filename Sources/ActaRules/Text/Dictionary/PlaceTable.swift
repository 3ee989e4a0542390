/// Places in a file by hashes of what stands there: open addressing, probed one by one.
struct PlaceTable: Sendable {
  /// A place, above it 31 bits of its hash, above them whether it was used; 0 where there is none.
  private var slots: [UInt64]
  private var count = 0

  /// - Parameter capacity: A power of two.
  init(capacity: Int) { slots = [UInt64](repeating: 0, count: capacity) }

  /// Adds a place, which is not the beginning of the file.
  mutating func add(_ place: Int, _ hash: UInt64) {
    if 2 * count >= slots.count {
      let old = slots
      slots = [UInt64](repeating: 0, count: 2 * old.count)
      for entry in old where entry != 0 { insert(entry) }
    }
    count += 1
    insert(Self.tag(hash) << 32 | UInt64(UInt32(truncatingIfNeeded: place)))
  }

  private mutating func insert(_ entry: UInt64) {
    var slot = start(entry >> 32)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt64 { hash >> 33 }

  @inline(__always)
  private func start(_ tag: UInt64) -> Int {
    Int(truncatingIfNeeded: tag & 0x7FFF_FFFF) & (slots.count - 1)
  }

  /// Where places of a hash are looked for first.
  @inline(__always)
  func slot(_ hash: UInt64) -> Int { start(Self.tag(hash)) }

  /// The next place of a hash, or of one that is like it in the table; moves the slot behind it.
  @inline(__always)
  func next(_ slot: inout Int, _ hash: UInt64) -> Int? {
    while true {
      let entry = slots[slot]
      guard entry != 0 else { return nil }
      slot = (slot + 1) & (slots.count - 1)
      if entry >> 32 & 0x7FFF_FFFF == Self.tag(hash) {
        return Int(UInt32(truncatingIfNeeded: entry))
      }
    }
  }

  /// Whether the place in front of a slot is used for the first time.
  mutating func useOnce(before slot: Int) -> Bool {
    let last = (slot - 1) & (slots.count - 1)
    guard slots[last] >> 63 == 0 else { return false }
    slots[last] |= 1 << 63
    return true
  }
}

// MARK: Hashing

extension PlaceTable {
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  static func mix(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (hash ^ chunk).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// The first bytes of eight, the others 0.
  @inline(__always)
  static func head(_ chunk: UInt64, _ width: Int) -> UInt64 {
    width >= 8 ? chunk : chunk & (1 << UInt64(8 * width) &- 1)
  }
}
