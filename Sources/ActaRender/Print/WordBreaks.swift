/// Where a word may be parted at the end of a line.
struct WordBreaks {
  struct Place {
    /// The byte that the next line begins with.
    var start: Int
    var kind: LineBreak.Kind
    var cost: Int
  }

  private(set) var places: [Place] = []
  private var marks: [Bool] = []
  private let hyphenator: Hyphenator?

  init(_ hyphenator: Hyphenator?) { self.hyphenator = hyphenator }

  /// Finds the places in a word, in ascending order.
  ///
  /// Words with figures, addresses and abbreviations in capitals are left whole; a compound is rather parted at its own
  /// hyphen.
  mutating func find(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    places.removeAll(keepingCapacity: true)
    guard range.count >= 10 else { return }
    switch Self.shape(bytes, range) {
    case .address: findSlashes(in: bytes, range)
    case .whole: return
    case .word(let isCompound): findSyllables(in: bytes, range, isCompound: isCompound)
    }
  }

  private enum Shape {
    case word(isCompound: Bool)
    case address, whole
  }

  private static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Shape {
    var isCompound = false
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case 0x30...0x39, UInt8(ascii: "@"), UInt8(ascii: "_"):
        return hasSlashes(bytes, index..<range.upperBound) ? .address : .whole
      case UInt8(ascii: "/"):
        if index + 1 < range.upperBound, bytes[index + 1] == UInt8(ascii: "/") { return .address }
      case UInt8(ascii: "."):
        if index + 1 < range.upperBound, bytes[index + 1] >= 0x41, bytes[index + 1] != 0xC2,
          bytes[index + 1] != 0xE2
        {
          return hasSlashes(bytes, index..<range.upperBound) ? .address : .whole
        }
      case UInt8(ascii: "-"): isCompound = true
      default: break
      }
      index += 1
    }
    return .word(isCompound: isCompound)
  }

  private static func hasSlashes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    bytes[range].contains(UInt8(ascii: "/"))
  }

  /// An address may be parted behind its slashes, without a hyphen.
  private mutating func findSlashes(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard range.count > 20 else { return }
    var index = range.lowerBound + 3
    while index + 3 < range.upperBound {
      let slash = UInt8(ascii: "/")
      if bytes[index - 1] == slash, bytes[index] != slash, bytes[index - 2] != slash {
        places.append(Place(start: index, kind: .space, cost: 40_000))
      }
      index += 1
    }
  }

  private mutating func findSyllables(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isCompound: Bool
  ) {
    let typography = Typography(bytes: bytes)
    var index = range.lowerBound
    while index < range.upperBound {
      guard typography.letter(index) != nil, index + 1 < range.upperBound else {
        index += 1
        continue
      }
      var end = index
      var small = 0
      while end + 1 < range.upperBound, typography.letter(end) != nil {
        if !typography.isCapital(end) { small += 1 }
        end += 2
      }
      let isLatin =
        index > range.lowerBound && Self.isLatin(bytes[index - 1])
        || end < range.upperBound && Self.isLatin(bytes[end])
      if small > 1, end - index >= 8, !isLatin {
        addSyllables(bytes, index..<end, isCompound: isCompound)
      }
      // The hyphen of a compound, between letters of both parts.
      if isCompound, end - index >= 4, end + 5 < range.upperBound, bytes[end] == UInt8(ascii: "-"),
        typography.letter(end + 1) != nil, typography.letter(end + 3) != nil
      {
        places.append(Place(start: end + 1, kind: .mark, cost: 1_500))
      }
      index = end
    }
  }

  private mutating func addSyllables(
    _ bytes: UnsafeBufferPointer<UInt8>, _ letters: Range<Int>, isCompound: Bool
  ) {
    guard let hyphenator else { return }
    hyphenator.mark(UnsafeBufferPointer(rebasing: bytes[letters]), in: &marks)
    let count = marks.count
    for (index, isBreak) in marks.enumerated() where isBreak {
      // Two letters are little to leave behind or to carry.
      let isShort = index == 2 || count - index == 2
      places.append(
        Place(
          start: letters.lowerBound + 2 * index, kind: .hyphen,
          cost: 9_000 + (isShort ? 5_000 : 0) + (isCompound ? 8_000 : 0)))
    }
  }

  private static func isLatin(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
