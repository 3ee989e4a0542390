/// Where Russian words may be parted, by Liang's patterns.
///
/// Patterns are read once into a trie: the first two levels are tables, the nodes below them list their children one
/// after another, for they have few.
package struct Hyphenator: Sendable {
  private struct Node {
    var symbol: UInt8 = 0
    /// The next child of the same node, and the first of its own; 0 for none.
    var sibling: Int32 = 0
    var child: Int32 = 0
    /// Where the node's values begin in `values`, one more than it has letters; 0 for none.
    var place: Int32 = 0
  }

  private var nodes = [Node()]
  private var values: [UInt8] = [0]
  /// Nodes by their first letter, and by their first two; 0 for none.
  private var singles = [Int32](repeating: 0, count: Self.alphabet)
  private var pairs = [Int32](repeating: 0, count: Self.alphabet * Self.alphabet)

  /// Reads a dictionary of hyphenation as LibreOffice and TeX have it: a line that names the encoding (KOI8-R or
  /// UTF-8), then patterns, then perhaps whole words in `\hyphenation{…}`; `nil` where it has no Russian pattern.
  package init?(dictionary bytes: [UInt8]) {
    nodes.reserveCapacity(bytes.count / 2 + 1)
    values.reserveCapacity(bytes.count + 1)
    var reader = PatternReader()
    bytes.withUnsafeBufferPointer { bytes in
      reader.read(bytes) { letters, values in add(letters, values) }
    }
    if nodes.count == 1 { return nil }
  }

  /// How many letters must stay in the line, and how many must go to the next.
  static let least = 2

  /// Marks in `breaks`, for a stretch of Russian letters in UTF-8, before which of them a line may end.
  ///
  /// `breaks` gets one flag a letter.
  func mark(_ letters: UnsafeBufferPointer<UInt8>, in breaks: inout [Bool]) {
    breaks.removeAll(keepingCapacity: true)
    let count = letters.count / 2
    breaks.append(contentsOf: repeatElement(false, count: count))
    guard count >= 2 * Self.least, count <= Self.longest else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * (count + 3)) { buffer in
      let word = UnsafeMutableBufferPointer(rebasing: buffer[..<(count + 2)])
      let marks = UnsafeMutableBufferPointer(rebasing: buffer[(count + 2)...])
      marks.initialize(repeating: 0)
      word[0] = 0
      word[count + 1] = 0
      for index in 0..<count {
        word[index + 1] = Self.symbol(letters[2 * index], letters[2 * index + 1])
      }
      for start in 0..<count + 1 {
        apply(singles[Int(word[start])], at: start, to: marks)
        var node = pairs[Int(word[start]) * Self.alphabet + Int(word[start + 1])]
        var end = start + 2
        while node > 0 {
          apply(node, at: start, to: marks)
          guard end < count + 2 else { break }
          node = child(of: node, word[end])
          end += 1
        }
      }
      for index in Self.least...count - Self.least where marks[index + 1] & 1 == 1 {
        breaks[index] = true
      }
    }
  }

  /// Words with more letters are none.
  private static let longest = 100
  /// The letters from а to я, ё, and the end of a word, which is 0.
  fileprivate static let alphabet = 34

  /// The symbol of a Russian letter in UTF-8, small or capital; 0 for anything else.
  static func symbol(_ first: UInt8, _ second: UInt8) -> UInt8 {
    switch (first, second) {
    case (0xD0, 0x90...0xAF): second - 0x90 + 1
    case (0xD0, 0xB0...0xBF): second - 0xB0 + 1
    case (0xD1, 0x80...0x8F): second - 0x80 + 17
    case (0xD0, 0x81), (0xD1, 0x91): 33
    default: 0
    }
  }
}

extension Hyphenator {
  private func apply(_ node: Int32, at start: Int, to marks: UnsafeMutableBufferPointer<UInt8>) {
    guard node > 0 else { return }
    var place = Int(nodes[Int(node)].place)
    guard place > 0 else { return }
    var index = start
    while values[place] != Self.end, index < marks.count {
      if values[place] > marks[index] { marks[index] = values[place] }
      place += 1
      index += 1
    }
  }

  private func child(of node: Int32, _ symbol: UInt8) -> Int32 {
    var child = nodes[Int(node)].child
    while child > 0, nodes[Int(child)].symbol != symbol { child = nodes[Int(child)].sibling }
    return child
  }

  /// Adds a pattern; of two for the same letters the larger values count.
  private mutating func add(_ letters: [UInt8], _ values: [UInt8]) {
    var node: Int32 = 0
    for (depth, symbol) in letters.enumerated() {
      switch depth {
      case 0:
        node = singles[Int(symbol)]
        if node == 0 {
          node = append(symbol)
          singles[Int(symbol)] = node
        }
      case 1:
        let place = Int(letters[0]) * Self.alphabet + Int(symbol)
        node = pairs[place]
        if node == 0 {
          node = append(symbol)
          pairs[place] = node
        }
      default:
        let parent = node
        node = child(of: parent, symbol)
        if node == 0 {
          node = append(symbol)
          nodes[Int(node)].sibling = nodes[Int(parent)].child
          nodes[Int(parent)].child = node
        }
      }
    }
    guard node > 0 else { return }
    let place = Int(nodes[Int(node)].place)
    guard place == 0 else {
      for (index, value) in values.enumerated() {
        self.values[place + index] = max(self.values[place + index], value)
      }
      return
    }
    nodes[Int(node)].place = Int32(self.values.count)
    self.values += values
    self.values.append(Self.end)
  }

  private mutating func append(_ symbol: UInt8) -> Int32 {
    nodes.append(Node(symbol: symbol))
    return Int32(nodes.count - 1)
  }

  private static let end: UInt8 = 255
}

/// Reads patterns such as `.аб1р`, and words such as `ас-бест`.
private struct PatternReader {
  /// Of the pattern being read.
  private var letters: [UInt8] = []
  /// One more than letters: odd ones allow to part the word there, the largest counts.
  private var values: [UInt8] = []
  private var isUTF8 = false
  private var isInWords = false

  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (_ letters: [UInt8], _ values: [UInt8]) -> Void
  ) {
    var start = 0
    var isHead = true
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var line = Slice(base: bytes, bounds: start..<end)
      start = end + 1
      if line.isEmpty { continue }
      if isHead {
        isHead = false
        isUTF8 = line.starts(with: "UTF-8".utf8) || line.starts(with: "utf-8".utf8)
        continue
      }
      if line.last == 0x0D { line.removeLast() }
      if line.first == UInt8(ascii: "\\"), line.starts(with: #"\hyphenation{"#.utf8) {
        isInWords = true
      } else if line.first == UInt8(ascii: "}") {
        isInWords = false
      } else if isInWords ? readWord(line) : readPattern(line) {
        take(letters, values)
      }
    }
  }

  /// Whether the line is a pattern, which stands in `letters` and `values` then.
  private mutating func readPattern(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    begin(letters: [], values: [0])
    var rest = line
    while let byte = rest.first {
      if byte >= 0x30, byte < 0x3A {
        values[values.count - 1] = byte - 0x30
        rest.removeFirst()
      } else if byte == UInt8(ascii: ".") {
        letters.append(0)
        values.append(0)
        rest.removeFirst()
      } else if let letter = letter(&rest) {
        letters.append(letter)
        values.append(0)
      } else {
        return false
      }
    }
    return !letters.isEmpty
  }

  /// A whole word with its hyphens, which outweigh all patterns.
  private mutating func readWord(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    begin(letters: [0], values: [8, 8])
    var rest = line
    while let byte = rest.first {
      if byte == UInt8(ascii: "-") {
        values[values.count - 1] = 9
        rest.removeFirst()
      } else if let letter = letter(&rest) {
        letters.append(letter)
        values.append(8)
      } else {
        return false
      }
    }
    letters.append(0)
    values.append(8)
    return letters.count > 2
  }

  private mutating func begin(letters: [UInt8], values: [UInt8]) {
    self.letters.removeAll(keepingCapacity: true)
    self.letters += letters
    self.values.removeAll(keepingCapacity: true)
    self.values += values
  }

  private func letter(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    guard let byte = rest.popFirst() else { return nil }
    if isUTF8 {
      guard let second = rest.popFirst() else { return nil }
      let symbol = Hyphenator.symbol(byte, second)
      return symbol > 0 ? symbol : nil
    }
    let symbol = Self.symbols[Int(byte)]
    return symbol > 0 ? symbol : nil
  }

  /// Letters of KOI8-R by their bytes; 0 for anything else.
  private static let symbols: [UInt8] = {
    var symbols = [UInt8](repeating: 0, count: 256)
    for (place, byte) in koi8.enumerated() {
      symbols[Int(byte)] = UInt8(place + 1)
      symbols[Int(byte) + 0x20] = UInt8(place + 1)
    }
    (symbols[0xA3], symbols[0xB3]) = (33, 33)
    return symbols
  }()

  /// Small letters from а to я in KOI8-R; capitals stand 32 further on.
  private static let koi8: [UInt8] = [
    0xC1, 0xC2, 0xD7, 0xC7, 0xC4, 0xC5, 0xD6, 0xDA, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0,
    0xD2, 0xD3, 0xD4, 0xD5, 0xC6, 0xC8, 0xC3, 0xDE, 0xDB, 0xDD, 0xDF, 0xD9, 0xD8, 0xDC, 0xC0, 0xD1,
  ]
}
