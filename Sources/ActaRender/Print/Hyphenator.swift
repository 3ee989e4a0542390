/// Where Russian words may be parted, by Liang's patterns.
///
/// Patterns are read once into a trie whose nodes stand level by level, so that the children of a node are neighbours;
/// the first two levels are tables.
package struct Hyphenator: Sendable {
  /// The children of node `n` are the nodes from `first[n]` up to `first[n + 1]`.
  private var first: [Int32] = []
  private var symbols: [UInt8] = []
  /// Where a node's values begin in `values`, one more than it has letters; 0 for none.
  private var places: [Int32] = []
  private var values: [UInt8] = [0]
  /// Nodes by their first letter, and by their first two; 0 for none.
  private var singles = [Int32](repeating: 0, count: Self.alphabet)
  private var pairs = [Int32](repeating: 0, count: Self.alphabet * Self.alphabet)

  /// Reads a dictionary of hyphenation as LibreOffice and TeX have it: a line that names the encoding (KOI8-R or
  /// UTF-8), then patterns, then perhaps whole words in `\hyphenation{…}`; `nil` where it has no Russian pattern.
  package init?(dictionary bytes: [UInt8]) {
    var reader = PatternReader()
    reader.read(bytes)
    let patterns = reader.patterns.sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    guard !patterns.isEmpty else { return nil }
    build(patterns)
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
    var place = Int(places[Int(node)])
    guard place > 0 else { return }
    var index = start
    while values[place] != Self.end, index < marks.count {
      if values[place] > marks[index] { marks[index] = values[place] }
      place += 1
      index += 1
    }
  }

  private func child(of node: Int32, _ symbol: UInt8) -> Int32 {
    var child = first[Int(node)]
    let end = first[Int(node) + 1]
    while child < end {
      if symbols[Int(child)] == symbol { return child }
      child += 1
    }
    return 0
  }

  /// Builds the trie level by level from sorted patterns.
  private mutating func build(_ patterns: [PatternReader.Pattern]) {
    var level = [(node: 0, patterns: patterns.indices, letters: [UInt8]())]
    symbols = [0]
    places = [0]
    var depth = 0
    while !level.isEmpty {
      var next: [(node: Int, patterns: Range<Int>, letters: [UInt8])] = []
      for entry in level {
        first.append(Int32(symbols.count))
        var start = entry.patterns.lowerBound
        while start < entry.patterns.upperBound, patterns[start].letters.count == depth {
          start += 1
        }
        while start < entry.patterns.upperBound {
          let symbol = patterns[start].letters[depth]
          var end = start
          while end < entry.patterns.upperBound, patterns[end].letters[depth] == symbol { end += 1 }
          let node = symbols.count
          symbols.append(symbol)
          let letters = entry.letters + [symbol]
          places.append(place(of: patterns[start..<end], depth + 1))
          if depth == 0 { singles[Int(symbol)] = Int32(node) }
          if depth == 1 {
            pairs[Int(letters[0]) * Self.alphabet + Int(symbol)] = Int32(node)
          }
          next.append((node, start..<end, depth < 2 ? letters : []))
          start = end
        }
      }
      level = next
      depth += 1
    }
    first.append(Int32(symbols.count))
  }

  /// Stores the values of the patterns that end at a node.
  private mutating func place(of patterns: ArraySlice<PatternReader.Pattern>, _ depth: Int) -> Int32
  {
    let own = patterns.prefix { $0.letters.count == depth }
    guard !own.isEmpty else { return 0 }
    let place = Int32(values.count)
    for index in 0...depth { values.append(own.map { $0.values[index] }.max() ?? 0) }
    values.append(Self.end)
    return place
  }

  private static let end: UInt8 = 255
}

/// Reads patterns such as `.аб1р`, and words such as `ас-бест`.
private struct PatternReader {
  struct Pattern {
    var letters: [UInt8]
    /// One more than letters: odd ones allow to part the word there, the largest counts.
    var values: [UInt8]
  }

  private(set) var patterns: [Pattern] = []
  private var isUTF8 = false
  private var isInWords = false

  mutating func read(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A)
    if let head = lines.first {
      isUTF8 = head.starts(with: "UTF-8".utf8) || head.starts(with: "utf-8".utf8)
    }
    for line in lines.dropFirst() {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.starts(with: #"\hyphenation{"#.utf8) {
        isInWords = true
      } else if line.first == UInt8(ascii: "}") {
        isInWords = false
      } else if let pattern = isInWords ? word(line) : pattern(line) {
        patterns.append(pattern)
      }
    }
  }

  private func pattern(_ line: ArraySlice<UInt8>) -> Pattern? {
    var pattern = Pattern(letters: [], values: [0])
    var rest = line
    while let byte = rest.first {
      if byte >= 0x30, byte < 0x3A {
        pattern.values[pattern.values.count - 1] = byte - 0x30
        rest = rest.dropFirst()
      } else if byte == UInt8(ascii: ".") {
        pattern.letters.append(0)
        pattern.values.append(0)
        rest = rest.dropFirst()
      } else if let letter = letter(&rest) {
        pattern.letters.append(letter)
        pattern.values.append(0)
      } else {
        return nil
      }
    }
    return pattern.letters.isEmpty ? nil : pattern
  }

  /// A whole word with its hyphens, which outweigh all patterns.
  private func word(_ line: ArraySlice<UInt8>) -> Pattern? {
    var pattern = Pattern(letters: [0], values: [8, 8])
    var rest = line
    while let byte = rest.first {
      if byte == UInt8(ascii: "-") {
        pattern.values[pattern.values.count - 1] = 9
        rest = rest.dropFirst()
      } else if let letter = letter(&rest) {
        pattern.letters.append(letter)
        pattern.values.append(8)
      } else {
        return nil
      }
    }
    pattern.letters.append(0)
    pattern.values.append(8)
    return pattern.letters.count > 2 ? pattern : nil
  }

  private func letter(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    guard let byte = rest.popFirst() else { return nil }
    if isUTF8 {
      guard let second = rest.popFirst() else { return nil }
      let symbol = Hyphenator.symbol(byte, second)
      return symbol > 0 ? symbol : nil
    }
    if byte == 0xA3 || byte == 0xB3 { return 33 }
    guard let place = Self.koi8.firstIndex(of: byte >= 0xE0 ? byte - 0x20 : byte) else {
      return nil
    }
    return UInt8(place + 1)
  }

  /// Small letters from а to я in KOI8-R; capitals stand 32 further on.
  private static let koi8: [UInt8] = [
    0xC1, 0xC2, 0xD7, 0xC7, 0xC4, 0xC5, 0xD6, 0xDA, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0,
    0xD2, 0xD3, 0xD4, 0xD5, 0xC6, 0xC8, 0xC3, 0xDE, 0xDB, 0xDD, 0xDF, 0xD9, 0xD8, 0xDC, 0xC0, 0xD1,
  ]
}
