package import ActaModel

/// The words of a paragraph or a cell as they are printed.
///
/// White space is one space, except that a line feed ends a line; characters that would move a printer's head or
/// forge a page are gone.
package struct PrintText: Sendable, Hashable {
  /// UTF-8.
  package private(set) var bytes: [UInt8]
  /// By their beginnings, outer ones first.
  package private(set) var marks: [Mark]
  /// Whether spaces and ends of line are kept as they stand.
  package private(set) var isVerbatim = false
  /// Where the number or the dash that leads the text ends, a bare mark to those who hear it; 0 without one.
  package private(set) var labelEnd = 0
  private(set) var holdsNoBreakSpace = false
  private(set) var holdsNotes = false

  package struct Mark: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case strong, emphasis, struck, code
      /// A footnote's number, raised.
      case footnote(Int)
      case link(String)
    }

    package var kind: Kind
    /// Bytes.
    package var range: Range<Int>
  }

  package init() {
    bytes = []
    marks = []
  }

  package init(_ text: String) {
    self.init()
    append(text)
  }

  package init(_ prose: Prose) {
    self.init()
    append(prose)
  }

  /// Text whose spaces and lines stay as they are.
  package init(verbatim text: String) {
    self.init()
    isVerbatim = true
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: bytes.append(0x0A)
      case 0x09: bytes.append(contentsOf: [0x20, 0x20])
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: break
      case 0xA0:
        bytes.append(contentsOf: [0xC2, 0xA0])
        holdsNoBreakSpace = true
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    if bytes.last == 0x0A { bytes.removeLast() }
  }

  /// A text behind its number or its dash.
  package init(label: String, _ prose: Prose) {
    self.init(label)
    labelEnd = bytes.count
    // The space behind a number is not stretched with the others.
    if !prose.isEmpty { append("\u{A0}") }
    append(prose)
  }

  package var isEmpty: Bool { bytes.isEmpty }
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  package mutating func append(_ prose: Prose) {
    var text = prose.text
    text.withUTF8 { append($0, prose.marks) }
  }

  /// Goes on behind a space where there is something to go on with.
  package mutating func append(word prose: Prose) {
    guard !prose.isEmpty else { return }
    if !bytes.isEmpty { append(" ") }
    append(prose)
  }

  /// Goes on with a line of its own.
  package mutating func append(line prose: Prose) {
    guard !prose.isEmpty else { return }
    endLine()
    append(prose)
  }

  /// The text with another right behind it.
  func followed(by other: PrintText) -> PrintText {
    if isEmpty { return other }
    var whole = self
    let shift = bytes.count
    whole.bytes += other.bytes
    whole.holdsNoBreakSpace = holdsNoBreakSpace || other.holdsNoBreakSpace
    whole.holdsNotes = holdsNotes || other.holdsNotes
    whole.marks += other.marks.map {
      Mark(kind: $0.kind, range: $0.range.lowerBound + shift..<$0.range.upperBound + shift)
    }
    return whole
  }

  /// Marks the text from a byte on.
  mutating func mark(_ kind: Mark.Kind, from start: Int) {
    let end = bytes.last == 0x20 ? bytes.count - 1 : bytes.count
    if start < end { marks.append(Mark(kind: kind, range: start..<end)) }
  }

  /// Takes away white space that nothing follows.
  mutating func trimEnd() {
    while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
  }

  package mutating func endLine() {
    if bytes.last == 0x20 { bytes.removeLast() }
    if !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x0A) }
  }

  /// Ends the line behind the first word.
  package mutating func breakAfterFirstWord() {
    if let space = bytes.firstIndex(of: 0x20) { bytes[space] = 0x0A }
  }

  /// Ends a line before the last «от» that a date follows.
  package mutating func breakBeforeDate() {
    let word = Array(" от ".utf8)
    var place = bytes.count - word.count - 1
    while place > 0 {
      let end = place + word.count
      if bytes[place] == 0x20, bytes[end] >= 0x30, bytes[end] < 0x3A,
        bytes[place..<end].elementsEqual(word)
      {
        bytes[place] = 0x0A
        return
      }
      place -= 1
    }
  }

}

extension PrintText {
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ marks: [Prose.Mark]) {
    guard !marks.isEmpty else { return append(text) }
    let limit = text.count
    // Offsets at which something begins or ends; text between two of them is copied at once.
    var stops: [Int] = []
    stops.reserveCapacity(marks.count * 2)
    for mark in marks {
      stops.append(min(max(mark.range.lowerBound, 0), limit))
      stops.append(min(max(mark.range.upperBound, 0), limit))
    }
    stops.sort()
    let points = marks.filter { $0.kind.isPoint }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    var nextPoint = 0
    // Where each stop comes to stand.
    var places: [Int] = []
    places.reserveCapacity(stops.count)
    var done = 0
    for stop in stops {
      if stop > done { append(UnsafeBufferPointer(rebasing: text[done..<stop])) }
      done = stop
      var ends = false
      while nextPoint < points.count, points[nextPoint].range.lowerBound <= stop {
        if case .footnote(let number) = points[nextPoint].kind {
          appendNote(number)
        } else {
          ends = true
        }
        nextPoint += 1
      }
      places.append(bytes.count)
      if ends { endLine() }
    }
    append(UnsafeBufferPointer(rebasing: text[done..<limit]))
    for mark in marks {
      guard let kind = Mark.Kind(mark.kind) else { continue }
      let start = places[Self.index(of: mark.range.lowerBound, in: stops)]
      let end = min(places[Self.index(of: mark.range.upperBound, in: stops)], bytes.count)
      if start < end { self.marks.append(Mark(kind: kind, range: start..<end)) }
    }
  }

  /// The index of the last stop that is not behind an offset, or of the first.
  private static func index(of offset: Int, in stops: [Int]) -> Int {
    var low = 0
    var high = stops.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stops[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private mutating func appendNote(_ number: Int) {
    let start = bytes.count
    bytes += Self.raised(number).utf8
    marks.append(Mark(kind: .footnote(number), range: start..<bytes.count))
    holdsNotes = true
  }

  /// `12` as `¹²`.
  package static func raised(_ number: Int) -> String {
    let figures: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(
      String(number).utf8.compactMap { $0 >= 0x30 && $0 < 0x3A ? figures[Int($0) - 0x30] : nil })
  }

  /// Copies text, folding white space and leaving out controls.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let next = Self.endOfPlain(text, from: index)
      if next > index {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<next]))
        index = next
        continue
      }
      switch text[index] {
      case 0x09...0x0D, 0x20:
        appendSpace()
        index += 1
      case 0..<0x20, 0x7F: index += 1
      default: index += appendSpecial(text, at: index)
      }
    }
  }

  /// The end of what can be copied as it stands: words with one space between them, without the characters that may be
  /// white space or controls.
  private static func endOfPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let end = text.count
    while index < end {
      switch text[index] {
      case 0x21...0x7E, 0x80...0xC1, 0xC3...0xE0, 0xE4...0xFF: index += 1
      case 0x20:
        // A space at the beginning may follow another.
        guard index > start, text[index - 1] != 0x20 else { return index }
        index += 1
      case 0xC2:
        guard index + 1 < end, text[index + 1] > 0xA0, text[index + 1] != 0xAD else { return index }
        index += 2
      case 0xE2:
        guard index + 2 < end else { return index }
        switch (text[index + 1], text[index + 2]) {
        case (0x80, 0x90...0xA7), (0x84, _): index += 3
        default: return index
        }
      default: return index
      }
    }
    return end
  }

  private mutating func appendSpace() {
    if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
  }

  /// A character that may be white space or a control; yields the number of bytes read.
  private mutating func appendSpecial(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = text[index]
    let second = index + 1 < text.count ? text[index + 1] : 0
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (first, second, third) {
    case (0xC2, 0x85, _):
      appendSpace()
      return 2
    case (0xC2, 0x80...0x9F, _), (0xC2, 0xAD, _): return 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x81, 0x9F),
      (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80):
      appendSpace()
      return 3
    default:
      if first == 0xC2, second == 0xA0 { holdsNoBreakSpace = true }
      bytes.append(first)
      return 1
    }
  }
}

extension PrintText.Mark.Kind {
  fileprivate init?(_ kind: Prose.Mark.Kind) {
    switch kind {
    case .strong: self = .strong
    case .emphasis: self = .emphasis
    case .struck: self = .struck
    case .code: self = .code
    case .link(let destination, _): self = .link(destination)
    case .image, .lineBreak, .footnote: return nil
    }
  }
}

extension Prose.Mark.Kind {
  /// Whether the mark is a place rather than a stretch of text.
  fileprivate var isPoint: Bool {
    switch self {
    case .lineBreak, .footnote: true
    case .emphasis, .strong, .struck, .code, .link, .image: false
    }
  }
}
