import ActaDiagnostics
import ActaLanguage
import ActaModel
import CCMark

/// Walks a block's own bytes beside cmark's inline nodes, so that every character of the text keeps its exact place.
///
/// The nodes say what is text and what is mark-up; the bytes say where. Each step is checked against the bytes; where
/// the two part company the walker looks for the text further on, and at the worst gives it the rest of the block.
struct ProseWalker {
  let bytes: [UInt8]
  let region: Span
  /// Quote marks that a continuation line may carry.
  let quotes: Int
  let footnoteNumbers: [String: Int]
  private(set) var comments: [Span] = []
  private(set) var tags: [Spanned<String>] = []
  private(set) var images: [Spanned<String>] = []
  private(set) var destinations: Set<String> = []

  private var cursor: Int
  private var text: [UInt8] = []
  private var segments: [Prose.Segment] = []
  private var marks: [Prose.Mark] = []
  /// Bytes that may still be looked through for text that is not where it should be.
  private var searchBudget = 1 << 16

  init(bytes: [UInt8], region: Span, quotes: Int, footnoteNumbers: [String: Int]) {
    self.bytes = bytes
    self.region = Span(min(region.start, bytes.count), min(region.end, bytes.count))
    self.quotes = quotes
    self.footnoteNumbers = footnoteNumbers
    cursor = self.region.start
  }

  /// The text of a leaf block or a table cell.
  mutating func walk(_ node: OpaquePointer) -> Prose {
    skipBlanks()
    skipReferenceDefinitions()
    guard let iterator = cmark_iter_new(node) else { return Prose() }
    defer { cmark_iter_free(iterator) }
    var open: [(mark: Int?, isAutolink: Bool)] = []
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      if let current = cmark_iter_get_node(iterator), current != node {
        if event == CMARK_EVENT_ENTER {
          enter(current, &open)
        } else {
          exit(current, &open)
        }
      }
      event = cmark_iter_next(iterator)
    }
    return Prose(
      text: String(decoding: text, as: UTF8.self), segments: segments,
      marks: marks.filter { !$0.range.isEmpty || $0.isPoint })
  }

  // MARK: Nodes

  private mutating func enter(
    _ node: OpaquePointer, _ open: inout [(mark: Int?, isAutolink: Bool)]
  ) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: addText(literal(node))
    case CMARK_NODE_SOFTBREAK: addBreak(isHard: false)
    case CMARK_NODE_LINEBREAK: addBreak(isHard: true)
    case CMARK_NODE_CODE: addCode(literal(node))
    case CMARK_NODE_HTML_INLINE: addHTML(literal(node))
    case CMARK_NODE_FOOTNOTE_REFERENCE: addFootnote(literal(node))
    case CMARK_NODE_EMPH: begin(.emphasis, skipping: 1, &open)
    case CMARK_NODE_STRONG: begin(.strong, skipping: 2, &open)
    case CMARK_NODE_LINK:
      let destination = string(cmark_node_get_url(node))
      destinations.insert(destination)
      let isAutolink = byte(cursor) == UInt8(ascii: "<")
      begin(
        .link(destination: destination, title: string(cmark_node_get_title(node))), skipping: 1,
        &open, isAutolink: isAutolink)
    case CMARK_NODE_IMAGE:
      let destination = string(cmark_node_get_url(node))
      destinations.insert(destination)
      images.append(Spanned(destination, Span(cursor, min(cursor + 2, region.end))))
      begin(
        .image(source: destination, title: string(cmark_node_get_title(node))), skipping: 2, &open)
    default:
      if isStrikethrough(node) {
        begin(.struck, skipping: 2, &open)
      } else {
        open.append((nil, false))
      }
    }
  }

  private mutating func exit(
    _ node: OpaquePointer, _ open: inout [(mark: Int?, isAutolink: Bool)]
  ) {
    let type = cmark_node_get_type(node)
    guard let (mark, isAutolink) = open.popLast() else { return }
    switch type {
    case CMARK_NODE_EMPH: skip(1)
    case CMARK_NODE_STRONG: skip(2)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      if isAutolink { skip(1) } else { skipLinkTail() }
    default:
      if isStrikethrough(node) { skip(2) }
    }
    if let mark { marks[mark].range = marks[mark].range.lowerBound..<text.count }
  }

  private mutating func begin(
    _ kind: Prose.Mark.Kind, skipping count: Int, _ open: inout [(mark: Int?, isAutolink: Bool)],
    isAutolink: Bool = false
  ) {
    open.append((marks.count, isAutolink))
    marks.append(Prose.Mark(kind, text.count..<text.count))
    skip(count)
  }

  private mutating func addText(_ literal: [UInt8]) {
    // Behind a backslash at a line's end cmark keeps the next line's indentation; it is no text.
    let isBehindBreak = text.last == 0x0A && byte(cursor) != 0x20 && byte(cursor) != 0x09
    let literal = isBehindBreak ? Array(literal.drop { $0 == 0x20 || $0 == 0x09 }) : literal
    guard !literal.isEmpty else { return }
    if match(literal) { return }
    if let found = search(literal) {
      cursor = found
      if match(literal) { return }
    }
    // The text is right all the same; only its place is known no better than the rest of the block.
    add(literal, from: Span(min(cursor, region.end), region.end))
  }

  /// Consumes the literal's bytes at the cursor, escapes and entities included.
  private mutating func match(_ literal: [UInt8]) -> Bool {
    let start = (cursor, text.count, segments.count)
    var index = 0
    while index < literal.count {
      guard let byte = byte(cursor) else { break }
      if byte == UInt8(ascii: "\\"), let next = self.byte(cursor + 1), next == literal[index],
        Glyph.isASCIIPunctuation(next)
      {
        add([next], from: Span(cursor, cursor + 2))
        cursor += 2
        index += 1
      } else if byte == UInt8(ascii: "&"), let (entity, meant) = Entity.read(bytes, at: cursor),
        literal[index...].starts(with: meant)
      {
        add(meant, from: Span(cursor, entity.end))
        cursor = entity.end
        index += meant.count
      } else if byte == literal[index] {
        let length = commonRun(literal, index)
        add(literal[index..<index + length], from: Span(cursor, cursor + length))
        cursor += length
        index += length
      } else if byte == UInt8(ascii: "&"), let entity = Entity.extent(bytes, at: cursor) {
        // An entity whose name is not in the short list: it stands for one character.
        let length = Self.scalarLength(literal[index])
        let meant = Array(literal[index..<min(index + length, literal.count)])
        add(meant, from: Span(cursor, entity.end))
        cursor = entity.end
        index += meant.count
      } else {
        break
      }
    }
    guard index < literal.count else { return true }
    cursor = start.0
    text.removeSubrange(start.1...)
    segments.removeSubrange(start.2...)
    if let last = segments.last, last.text + last.count > start.1 {
      // The run was joined to the segment before it.
      let surplus = last.text + last.count - start.1
      segments[segments.count - 1].count -= surplus
      segments[segments.count - 1].source.end -= surplus
    }
    return false
  }

  /// How far a literal and the bytes at the cursor are alike; they may part at an escape or an entity, if it is not the
  /// first byte.
  private func commonRun(_ literal: [UInt8], _ start: Int) -> Int {
    let most = min(literal.count - start, region.end - cursor)
    return literal.withUnsafeBufferPointer { literal in
      bytes.withUnsafeBufferPointer { bytes in
        var length = 1
        while length < most {
          let same = bytes[cursor + length]
          guard same == literal[start + length], same != UInt8(ascii: "\\"),
            same != UInt8(ascii: "&")
          else { break }
          length += 1
        }
        return length
      }
    }
  }

  /// The next place where the literal's first byte stands and the whole may match.
  private mutating func search(_ literal: [UInt8]) -> Int? {
    var index = cursor
    while index < region.end, searchBudget > 0 {
      searchBudget -= 1
      let byte = bytes[index]
      if byte == literal[0], bytes[index...].prefix(literal.count).elementsEqual(literal) {
        return index
      }
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") {
        let saved = cursor
        cursor = index
        let before = (text.count, segments.count)
        if match(literal) {
          text.removeSubrange(before.0...)
          segments.removeSubrange(before.1...)
          cursor = saved
          return index
        }
        cursor = saved
      }
      index += 1
    }
    return nil
  }

  private mutating func addBreak(isHard: Bool) {
    let start = cursor
    if isHard, byte(cursor) == UInt8(ascii: "\\") { cursor += 1 }
    while let byte = byte(cursor), byte == 0x20 || byte == 0x09 { cursor += 1 }
    if byte(cursor) == 0x0D { cursor += 1 }
    if byte(cursor) == 0x0A { cursor += 1 }
    let end = cursor
    skipLinePrefix()
    if isHard { marks.append(Prose.Mark(.lineBreak, text.count..<text.count + 1)) }
    add([0x0A], from: Span(start, max(end, start)))
  }

  private mutating func addCode(_ literal: [UInt8]) {
    var fence = 0
    while byte(cursor) == UInt8(ascii: "`") {
      fence += 1
      cursor += 1
    }
    let start = text.count
    // One blank at each end is no part of the text.
    if fence > 0, let first = byte(cursor), first == 0x20 || first == 0x0A || first == 0x0D,
      literal.first != 0x20 || codeIsPadded(literal, fence)
    {
      cursor += 1
    }
    for byte in literal {
      switch self.byte(cursor) {
      case byte:
        add([byte], from: Span(cursor, cursor + 1))
        cursor += 1
      case 0x0A where byte == 0x20, 0x0D where byte == 0x20:
        let from = cursor
        if self.byte(cursor) == 0x0D { cursor += 1 }
        if self.byte(cursor) == 0x0A { cursor += 1 }
        add([byte], from: Span(from, cursor))
        skipLinePrefix()
      case UInt8(ascii: "\\") where self.byte(cursor + 1) == byte:
        add([byte], from: Span(cursor, cursor + 2))
        cursor += 2
      default: add([byte], from: Span(cursor, cursor))
      }
    }
    marks.append(Prose.Mark(.code, start..<text.count))
    var index = cursor
    while index < region.end, bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D {
      index += 1
    }
    if byte(index) == UInt8(ascii: "`") { cursor = min(index + fence, region.end) }
  }

  private func codeIsPadded(_ literal: [UInt8], _ fence: Int) -> Bool {
    // «`` ` ``» and its kin: the blank is padding when literal and bytes agree behind it.
    byte(cursor + 1) == literal.first
  }

  private mutating func addHTML(_ literal: [UInt8]) {
    let start = cursor
    let textStart = text.count
    let count = segments.count
    var isExact = true
    for byte in literal {
      if self.byte(cursor) == byte {
        add([byte], from: Span(cursor, cursor + 1))
        cursor += 1
      } else {
        isExact = false
      }
      if byte == 0x0A { skipLinePrefix() }
    }
    let span = Span(start, cursor)
    guard literal.starts(with: "<!--".utf8) else {
      if !isExact {
        text.removeSubrange(textStart...)
        segments.removeSubrange(min(count, segments.count)...)
        add(literal, from: span)
      }
      tags.append(Spanned(String(decoding: literal, as: UTF8.self), span))
      return
    }
    // A comment is no text of the act.
    text.removeSubrange(textStart...)
    trimSegments(to: textStart)
    comments.append(span)
  }

  private mutating func addFootnote(_ literal: [UInt8]) {
    var label = ""
    if byte(cursor) == UInt8(ascii: "["), byte(cursor + 1) == UInt8(ascii: "^") {
      var index = cursor + 2
      while index < region.end, bytes[index] != UInt8(ascii: "]") { index += 1 }
      label = String(decoding: bytes[(cursor + 2)..<index], as: UTF8.self)
      cursor = min(index + 1, region.end)
    }
    let number =
      footnoteNumbers[label.lowercased()] ?? Int(String(decoding: literal, as: UTF8.self)) ?? 0
    marks.append(Prose.Mark(.footnote(number: number), text.count..<text.count))
  }

  // MARK: Mark-up in the bytes

  private mutating func skip(_ count: Int) { cursor = min(cursor + count, region.end) }

  /// Behind a link's text: `](destination "title")`, `][label]`, `][]` or `]`.
  private mutating func skipLinkTail() {
    guard byte(cursor) == UInt8(ascii: "]") else { return }
    cursor += 1
    if byte(cursor) == UInt8(ascii: "("),
      let end = ReferenceDefinition.inlineEnd(bytes, at: cursor, end: region.end)
    {
      cursor = end
    } else if byte(cursor) == UInt8(ascii: "[") {
      var index = cursor + 1
      while index < region.end, bytes[index] != UInt8(ascii: "]") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      if index < region.end { cursor = index + 1 }
    }
  }

  private mutating func skipReferenceDefinitions() {
    while let (_, end) = ReferenceDefinition.read(bytes, at: cursor, end: region.end) {
      cursor = end
      skipLinePrefix()
    }
  }

  /// Indentation and quote marks in front of a continuation line's text.
  private mutating func skipLinePrefix() {
    var marks = quotes
    while let byte = byte(cursor) {
      if byte == 0x20 || byte == 0x09 {
        cursor += 1
      } else if marks > 0, byte == UInt8(ascii: ">") {
        marks -= 1
        cursor += 1
      } else {
        return
      }
    }
  }

  private mutating func skipBlanks() {
    while let byte = byte(cursor), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      cursor += 1
    }
  }

  // MARK: The text

  private mutating func add(_ meant: [UInt8], from span: Span) { add(meant[...], from: span) }

  private mutating func add(_ meant: ArraySlice<UInt8>, from span: Span) {
    if let last = segments.last, last.isVerbatim, meant.count == span.count,
      last.source.end == span.start, last.text + last.count == text.count
    {
      segments[segments.count - 1].count += meant.count
      segments[segments.count - 1].source.end = span.end
    } else {
      segments.append(Prose.Segment(text: text.count, count: meant.count, source: span))
    }
    text += meant
  }

  private mutating func trimSegments(to count: Int) {
    while let last = segments.last, last.text >= count { segments.removeLast() }
    if let last = segments.last, last.text + last.count > count {
      let surplus = last.text + last.count - count
      segments[segments.count - 1].count -= surplus
      segments[segments.count - 1].source.end -= surplus
    }
  }

  private func byte(_ index: Int) -> UInt8? {
    index >= region.start && index < region.end ? bytes[index] : nil
  }

  private func literal(_ node: OpaquePointer) -> [UInt8] {
    guard let literal = cmark_node_get_literal(node) else { return [] }
    var count = 0
    while literal[count] != 0 { count += 1 }
    return literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private func isStrikethrough(_ node: OpaquePointer) -> Bool {
    guard let name = cmark_node_get_type_string(node) else { return false }
    return String(cString: name) == "strikethrough"
  }

  private static func scalarLength(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}

extension Prose.Mark {
  /// A mark that stands between characters and covers none.
  fileprivate var isPoint: Bool {
    if case .footnote = kind { true } else { false }
  }
}

/// Character references of HTML, as CommonMark resolves them.
enum Entity {
  /// `&name;` or `&#number;` at an offset, by its form alone.
  static func extent(_ bytes: [UInt8], at start: Int) -> Span? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "&") else { return nil }
    var index = start + 1
    while index < min(bytes.count, start + 34) {
      let byte = bytes[index]
      if byte == UInt8(ascii: ";") { return index > start + 1 ? Span(start, index + 1) : nil }
      guard Glyph.isASCIILetter(byte) || Glyph.isDigit(byte) || byte == UInt8(ascii: "#") else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The reference and the UTF-8 that it stands for, where it is numeric or a name that Russian acts use.
  static func read(_ bytes: [UInt8], at start: Int) -> (Span, [UInt8])? {
    guard let span = extent(bytes, at: start) else { return nil }
    let name = String(decoding: bytes[(span.start + 1)..<(span.end - 1)], as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
        return nil
      }
      let scalar = value == 0 ? nil : Unicode.Scalar(value)
      return (span, Array(String(Character(scalar ?? "\u{FFFD}")).utf8))
    }
    return names[name].map { (span, Array($0.utf8)) }
  }

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "laquo": "«", "raquo": "»", "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsquo": "‘",
    "rsquo": "’", "ndash": "–", "mdash": "—", "shy": "\u{AD}", "hellip": "…", "sect": "§",
    "numero": "№", "deg": "°", "times": "×", "minus": "−", "copy": "©", "reg": "®",
    "middot": "·", "bull": "•", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
    "frac12": "½", "sup2": "²", "sup3": "³", "euro": "€",
  ]
}

/// Link reference definitions and link destinations, as far as their extent in the bytes is needed.
enum ReferenceDefinition {
  /// `[label]: destination "title"` at an offset: the destination and the offset behind the line's end.
  static func read(_ bytes: [UInt8], at start: Int, end: Int) -> (destination: String, end: Int)? {
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    guard index < end, bytes[index] != UInt8(ascii: "^") else { return nil }
    while index < end, bytes[index] != UInt8(ascii: "]") {
      if bytes[index] == UInt8(ascii: "[") || index - start > 1000 { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index + 1 < end, bytes[index + 1] == UInt8(ascii: ":") else { return nil }
    index += 2
    index = skipSpaces(bytes, index, end, newline: true)
    guard let (destination, afterDestination) = destination(bytes, at: index, end: end) else {
      return nil
    }
    let plainEnd = lineEnd(bytes, afterDestination, end)
    let titleStart = skipSpaces(bytes, afterDestination, end, newline: true)
    if titleStart > afterDestination, let afterTitle = title(bytes, at: titleStart, end: end),
      let titledEnd = lineEnd(bytes, afterTitle, end)
    {
      return (destination, titledEnd)
    }
    return plainEnd.map { (destination, $0) }
  }

  /// Behind `(destination "title")` at an offset; nil where the bytes are no such thing.
  static func inlineEnd(_ bytes: [UInt8], at start: Int, end: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    var index = skipSpaces(bytes, start + 1, end, newline: true)
    if index < end, bytes[index] == UInt8(ascii: ")") { return index + 1 }
    guard let (_, afterDestination) = destination(bytes, at: index, end: end) else { return nil }
    index = skipSpaces(bytes, afterDestination, end, newline: true)
    if index > afterDestination, let afterTitle = title(bytes, at: index, end: end) {
      index = skipSpaces(bytes, afterTitle, end, newline: true)
    }
    return index < end && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  private static func destination(_ bytes: [UInt8], at start: Int, end: Int) -> (String, Int)? {
    guard start < end else { return nil }
    var index = start
    var meant: [UInt8] = []
    if bytes[index] == UInt8(ascii: "<") {
      index += 1
      while index < end, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == 0x0A || bytes[index] == UInt8(ascii: "<") { return nil }
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < end,
          Glyph.isASCIIPunctuation(bytes[index + 1])
        {
          index += 1
        }
        meant.append(bytes[index])
        index += 1
      }
      return index < end ? (String(decoding: meant, as: UTF8.self), index + 1) : nil
    }
    var depth = 0
    while index < end {
      let byte = bytes[index]
      if byte <= 0x20 { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      if byte == UInt8(ascii: "\\"), index + 1 < end, Glyph.isASCIIPunctuation(bytes[index + 1]) {
        index += 1
      }
      meant.append(bytes[index])
      index += 1
    }
    return index > start && depth == 0 ? (String(decoding: meant, as: UTF8.self), index) : nil
  }

  private static func title(_ bytes: [UInt8], at start: Int, end: Int) -> Int? {
    guard start < end else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): close = UInt8(ascii: "'")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < end {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == close { return index + 1 }
      index += 1
    }
    return nil
  }

  private static func skipSpaces(_ bytes: [UInt8], _ start: Int, _ end: Int, newline: Bool) -> Int {
    var index = start
    var newlines = 0
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A where newline && newlines == 0:
        newlines += 1
        index += 1
      default: return index
      }
    }
    return index
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D {
      index += 1
    }
    if index >= end { return end }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}
