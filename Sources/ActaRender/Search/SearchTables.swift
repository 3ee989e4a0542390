import ActaDiagnostics

/// Keys and where they stand, chunk after chunk.
struct KeyTable {
  struct Shard {
    /// The first of its keys.
    var first: [UInt8]
    var text: JSON
  }

  private struct Key {
    var bytes: [UInt8]
    /// Chunks in ascending order, each as its distance from the one before and its weight.
    var list: [UInt8] = []
    /// The last chunk that is in the list; -1 at first.
    var last = -1
    var count = 0
    var isInHead = false
  }

  private var keys: [Key] = []
  /// The keys of the open chunk.
  private var open: [Int] = []

  mutating func add(_ bytes: [UInt8]) -> Int {
    keys.append(Key(bytes: bytes))
    return keys.count - 1
  }

  mutating func count(_ key: Int, isHead: Bool) {
    if keys[key].count == 0 { open.append(key) }
    keys[key].count += 1
    if isHead { keys[key].isInHead = true }
  }

  /// Closes the open chunk, which has this number.
  mutating func close(chunk: Int) {
    for key in open {
      let weight = keys[key].isInHead ? 3 : keys[key].count > 3 ? 2 : keys[key].count > 1 ? 1 : 0
      NumberText.append((chunk - keys[key].last) << 2 | weight, to: &keys[key].list)
      keys[key].last = chunk
      keys[key].count = 0
      keys[key].isInHead = false
    }
    open.removeAll(keepingCapacity: true)
  }

  /// All keys in order, in files of some kilobytes: `key list;key list`.
  func shards() -> [Shard] {
    var shards: [Shard] = []
    var first: [UInt8] = []
    var text: [UInt8] = []
    func close() {
      guard !text.isEmpty else { return }
      shards.append(Shard(first: first, text: .string(String(decoding: text, as: UTF8.self))))
      text.removeAll(keepingCapacity: true)
    }
    let order = keys.indices.filter { !keys[$0].list.isEmpty }.sorted {
      keys[$0].bytes.lexicographicallyPrecedes(keys[$1].bytes)
    }
    for index in order {
      let size = keys[index].bytes.count + keys[index].list.count + 2
      if text.count + size > Self.shardSize { close() }
      if text.isEmpty { first = keys[index].bytes } else { text.append(UInt8(ascii: ";")) }
      text += keys[index].bytes
      text.append(0x20)
      text += keys[index].list
    }
    close()
    return shards
  }

  private static let shardSize = 12_000
}

/// Every form of a word that was met, with its keys: a stem is made once, however often the word stands in the acts.
struct WordTable {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
    var isCapitalised: Bool
    var keys: [Int]
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// Numbers of entries from 1, by hash; a power of two, never more than half full.
  private var slots = [Int32](repeating: 0, count: 1 << 12)
  private var numbers: [[UInt8]: Int] = [:]
  private let idle: Set<[UInt8]>

  init() {
    idle = Set(SearchWords.idle.utf8.split(separator: 0x20).map { Array($0) })
  }

  mutating func keys(of word: SearchWords.Word, in table: inout KeyTable) -> [Int] {
    let hash = Self.hash(word)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.isCapitalised == word.isCapitalised,
        bytes[entry.start..<entry.start + entry.count].elementsEqual(word.bytes)
      {
        return entry.keys
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    var keys: [Int] = []
    if !idle.contains(word.bytes) {
      for key in SearchWords.keys(of: word) {
        let number = numbers[key] ?? table.add(key)
        numbers[key] = number
        keys.append(number)
      }
    }
    entries.append(
      Entry(
        hash: hash, start: bytes.count, count: word.bytes.count, isCapitalised: word.isCapitalised,
        keys: keys))
    bytes += word.bytes
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    if entries.count * 2 > slots.count { grow() }
    return keys
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index + 1)
    }
  }

  /// FNV-1a, its high bits mixed in: the order of the bytes decides, nothing of the process does.
  private static func hash(_ word: SearchWords.Word) -> UInt64 {
    var hash: UInt64 = word.isCapitalised ? 0x9E37_79B9_7F4A_7C15 : 0xCBF2_9CE4_8422_2325
    for byte in word.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}

/// Numbers as text that needs no escape in a script: five bits a character, the least first, the sixth for «goes on».
enum NumberText {
  static func append(_ number: Int, to text: inout [UInt8]) {
    var rest = max(number, 0)
    repeat {
      let digit = rest & 31
      rest >>= 5
      text.append(digits[digit | (rest > 0 ? 32 : 0)])
    } while rest > 0
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
