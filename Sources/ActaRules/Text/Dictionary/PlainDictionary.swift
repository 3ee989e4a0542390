import Synchronization

/// A dictionary in Hunspell's format (hunspell(5)) that is plain: stems in UTF-8, suffixes of small Russian letters.
///
/// It answers what Hunspell answers, and is ready long before. A file that says more than is read here – prefixes, compounds,
/// a second suffix, aliases – is no plain one: Hunspell alone reads it.
package final class PlainDictionary: Sendable {
  private let suffixes: SuffixRules
  private let stems: Mutex<StemTable>

  /// `nil` where the files are not plain; the words must stay in memory as long as the dictionary.
  package init?(affixes: UnsafeRawBufferPointer, words: UnsafeRawBufferPointer) {
    guard let suffixes = SuffixRules(affixes), let stems = StemTable(words) else { return nil }
    self.suffixes = suffixes
    self.stems = Mutex(stems)
  }

  /// Whether a word is spelled so; `nil` for one of other letters than small Russian ones, or a very long one.
  package func knows(_ word: UnsafeRawBufferPointer) -> Bool? {
    guard word.count > 0, word.count <= AskedWord.capacity, word.count.isMultiple(of: 2) else {
      return nil
    }
    return withUnsafeTemporaryAllocation(
      byteCount: AskedWord.room, alignment: MemoryLayout<UInt64>.alignment
    ) { room in
      guard let asked = AskedWord(word, room) else { return nil }
      return stems.withLock { asked.isSpelled(&$0, suffixes) }
    }
  }
}

/// A word that a dictionary is asked for, with room to put the endings of its stems in place of its own.
private struct AskedWord {
  /// How many bytes a word has at most.
  static let capacity = 96
  static let room = 320

  private let count: Int
  /// The word, and behind what is kept of it the ending of a stem.
  private let bytes: UnsafeMutableRawBufferPointer
  private let letters: UnsafeMutableRawBufferPointer
  /// In front of each eight bytes the hash of those before.
  private let hashes: UnsafeMutableBufferPointer<UInt64>

  /// `nil` where there is another letter than a small Russian one.
  init?(_ word: UnsafeRawBufferPointer, _ room: UnsafeMutableRawBufferPointer) {
    count = word.count
    room.initializeMemory(as: UInt8.self, repeating: 0)
    bytes = UnsafeMutableRawBufferPointer(rebasing: room[..<128])
    letters = UnsafeMutableRawBufferPointer(rebasing: room[128..<192])
    hashes = UnsafeMutableRawBufferPointer(rebasing: room[192..<Self.room])
      .bindMemory(to: UInt64.self)
    for index in 0..<count / 2 {
      guard let letter = RussianLetter.code(word[2 * index], word[2 * index + 1]) else {
        return nil
      }
      letters[index] = letter
    }
    bytes.copyMemory(from: word)
    hashes[0] = PlaceTable.seed
    for chunk in 0..<count / 8 {
      hashes[chunk + 1] = PlaceTable.mix(hashes[chunk], eight(at: 8 * chunk))
    }
  }

  private func eight(at offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Whether the word is a stem, or a stem with a suffix that it takes.
  func isSpelled(_ stems: inout StemTable, _ suffixes: SuffixRules) -> Bool {
    let first = PlaceTable.head(eight(at: 0), count)
    var hasStems = stems.hasStems(first)
    if hasStems, flags(stems, count, count) != 0 { return true }
    var node = SuffixRules.root
    // The shortest suffix first: what is written behind the kept letters hides none that is still asked for.
    var kept = count
    while true {
      for index in suffixes.endings(of: node) {
        let ending = suffixes[index]
        let whole = kept + Int(ending.count)
        bytes.storeBytes(of: ending.low, toByteOffset: kept, as: UInt64.self)
        bytes.storeBytes(of: ending.high, toByteOffset: kept + 8, as: UInt64.self)
        if kept < 8 { hasStems = stems.hasStems(PlaceTable.head(eight(at: 0), whole)) }
        guard hasStems else { continue }
        let flags = ending.flags & flags(stems, kept, whole)
        if flags != 0, suffixes.take(letters, kept / 2, ending, flags) { return true }
      }
      kept -= 2
      guard kept > 0, let longer = suffixes.child(of: node, letters[kept / 2]) else { return false }
      node = longer
    }
  }

  private func flags(_ stems: StemTable, _ kept: Int, _ whole: Int) -> UInt64 {
    stems.flags(
      of: UnsafeRawBufferPointer(bytes), whole, from: hashes[kept / 8], of: kept / 8 * 8)
  }
}

/// A small Russian letter as a number below 33, by its two bytes of UTF-8.
enum RussianLetter {
  static let count = 33

  @inline(__always)
  static func code(_ first: UInt8, _ second: UInt8) -> UInt8? {
    switch (first, second) {
    case (0xD0, 0xB0...0xBF): second - 0xB0
    case (0xD1, 0x80...0x8F): second - 0x80 + 16
    case (0xD1, 0x91): 32
    default: nil
    }
  }
}
