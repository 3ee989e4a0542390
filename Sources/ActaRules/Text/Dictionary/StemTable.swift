import Glibc

/// The stems of a dictionary and the flags of their suffixes: the bytes of the file, and where in it stems stand.
///
/// Stems that begin with the same eight bytes stand together in a file that is sorted in whatever way: such runs are found
/// at once, and a run's stems get their places when the first of them is asked for. So most of a dictionary is never read.
struct StemTable: Sendable {
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  /// Where runs begin, by the first eight bytes of their stems.
  private var runs: PlaceTable
  /// Where the stems stand of those runs that were asked for.
  private var stems: PlaceTable

  /// What says that there is a stem, beside the flags of its suffixes.
  static let isStem: UInt64 = 1 << 63

  /// `nil` where a line is more than a word and, behind a slash, flags.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count < Int32.max, let start = Self.behindNumber(bytes), Self.isPlain(bytes) else {
      return nil
    }
    self.bytes = bytes
    runs = PlaceTable(capacity: 1 << 16)
    stems = PlaceTable(capacity: 1 << 14)
    var at = start
    var last: UInt64?
    while at < bytes.count {
      let first = Self.first(bytes, at)
      if first != last {
        // A line without a word, which its format leaves open.
        guard first != 0 else { return nil }
        runs.add(at, PlaceTable.mix(PlaceTable.seed, first))
        last = first
      }
      at = Self.next(bytes, at)
    }
  }

  /// Behind the first line, which tells how many words there are.
  private static func behindNumber(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index < bytes.count, case 0x30...0x39 = bytes[index] { index += 1 }
    return index > 0 && index < bytes.count && bytes[index] == 0x0A && bytes[0] != 0x30
      ? index + 1 : nil
  }

  /// Whether nothing in the file means more than itself: no blanks, no control characters, no escapes.
  private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var found: UInt8 = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      found |= (byte < 0x21 ? 1 : 0) & (byte != 0x0A ? 1 : 0) | (byte == 0x5C ? 1 : 0)
    }
    return found == 0
  }

  /// The beginning of the next line.
  @inline(__always)
  private static func next(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    guard let start = bytes.baseAddress, let end = memchr(start + at, 0x0A, bytes.count - at) else {
      return bytes.count
    }
    return UnsafeRawPointer(end) - start + 1
  }

  @inline(__always)
  private static func first(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    part(bytes, at).bytes
  }

  /// The next eight bytes of a stem, or as many as there are and zeros behind them.
  @inline(__always)
  private static func part(
    _ bytes: UnsafeRawBufferPointer, _ at: Int
  ) -> (bytes: UInt64, width: Int) {
    var chunk: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    if at + 8 <= bytes.count {
      chunk = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    } else {
      for index in min(at, bytes.count)..<bytes.count {
        let shift = UInt64(8 * (index - at))
        chunk = chunk & ~(0xFF << shift) | UInt64(bytes[index]) << shift
      }
    }
    let ends = zeros(chunk ^ 0x2F2F_2F2F_2F2F_2F2F) | zeros(chunk ^ 0x0A0A_0A0A_0A0A_0A0A)
    let width = ends.trailingZeroBitCount / 8
    return (PlaceTable.head(chunk, width), width)
  }

  /// The highest bit of each byte that is 0, and perhaps of bytes behind it.
  @inline(__always)
  private static func zeros(_ chunk: UInt64) -> UInt64 {
    (chunk &- 0x0101_0101_0101_0101) & ~chunk & 0x8080_8080_8080_8080
  }
}

// MARK: Asking

extension StemTable {
  /// Makes ready what begins with the first eight bytes of a stem; whether there is such a stem at all.
  @inline(__always)
  mutating func hasStems(_ first: UInt64) -> Bool {
    let hash = PlaceTable.mix(PlaceTable.seed, first)
    var found = false
    var slot = runs.slot(hash)
    while let start = runs.next(&slot, hash) {
      found = true
      if runs.useOnce(before: slot) { read(start) }
    }
    return found
  }

  /// Gives the stems of a run their places.
  private mutating func read(_ start: Int) {
    let first = Self.first(bytes, start)
    var at = start
    while at < bytes.count {
      var (part, width) = Self.part(bytes, at)
      guard part == first else { return }
      var hash = PlaceTable.mix(PlaceTable.seed, part)
      var end = at + width
      while width == 8 {
        (part, width) = Self.part(bytes, end)
        if width > 0 { hash = PlaceTable.mix(hash, part) }
        end += width
      }
      stems.add(at, hash)
      at = Self.next(bytes, end)
    }
  }

  /// The flags of all stems that are spelled so, 0 where there is none; only of those made ready.
  ///
  /// The hash is that of so many bytes in front, a multiple of eight; the bytes may be read beyond the stem's end.
  @inline(__always)
  func flags(
    of stem: UnsafeRawBufferPointer, _ count: Int, from hash: UInt64, of known: Int
  ) -> UInt64 {
    var hash = hash
    var at = known
    while at < count {
      let part = stem.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      hash = PlaceTable.mix(hash, PlaceTable.head(part, count - at))
      at += 8
    }
    var flags: UInt64 = 0
    var slot = stems.slot(hash)
    while let place = stems.next(&slot, hash) { flags |= self.flags(of: stem, count, at: place) }
    return flags
  }

  private func flags(of stem: UnsafeRawBufferPointer, _ count: Int, at start: Int) -> UInt64 {
    guard start + count <= bytes.count else { return 0 }
    for index in 0..<count where bytes[start + index] != stem[index] { return 0 }
    var flags = Self.isStem
    var at = start + count
    guard at < bytes.count, bytes[at] != 0x0A else { return flags }
    guard bytes[at] == 0x2F else { return 0 }
    at += 1
    while at < bytes.count, bytes[at] != 0x0A {
      flags |= Self.flag(bytes[at])
      at += 1
    }
    return flags
  }

  /// A bit for a flag, 0 for one that is no Latin letter: no suffix has it.
  static func flag(_ byte: UInt8) -> UInt64 {
    switch byte {
    case 0x41...0x5A: 1 << UInt64(byte - 0x41)
    case 0x61...0x7A: 1 << UInt64(byte - 0x61 + 26)
    default: 0
    }
  }
}
