import ActaDiagnostics

/// Reads the YAML that nearly all front matter is written in: mappings and lists by indentation, values of one line,
/// bare or in double quotes.
///
/// Whatever else there may be – comments behind a value, flow, values of several lines, mistakes – is left to libyaml: the
/// answer is `nil`, and never another one than libyaml's.
struct PlainYAML {
  private let bytes: [UInt8]
  private var lines: [Line]
  private var index = 0
  private var nodes = 0

  private struct Line {
    /// Where the first character stands, and where the last one ends.
    var start: Int
    var end: Int
    var indent: Int
  }

  /// The top value of a stretch; `nil` where it is not plain.
  static func read(_ bytes: [UInt8], in region: Span) -> YAML? {
    guard let lines = lines(bytes, region) else { return nil }
    var reader = PlainYAML(bytes: bytes, lines: lines)
    guard lines.first?.indent == 0, case .mapping(let entries, let span)? = reader.mapping(0, 0),
      reader.index == lines.count
    else { return nil }
    return .mapping(entries, span)
  }

  private init(bytes: [UInt8], lines: [Line]) {
    self.bytes = bytes
    self.lines = lines
  }

  /// The lines that hold something; `nil` where a character is none of everyday text.
  private static func lines(_ bytes: [UInt8], _ region: Span) -> [Line]? {
    var lines: [Line] = []
    var index = region.start
    while index < region.end {
      let begin = index
      var (start, end): (Int?, Int) = (nil, index)
      var isComment = false
      while index < region.end, bytes[index] != 0x0A {
        let (byte, next) = (bytes[index], index + 1 < region.end ? bytes[index + 1] : 0)
        let width: Int
        if start == nil, byte == UInt8(ascii: "#") { isComment = true }
        switch byte {
        // What begins a comment behind a value, an alias or a flow is looked at no further.
        case UInt8(ascii: "#") where !isComment, UInt8(ascii: "&") where !isComment,
          UInt8(ascii: "*") where !isComment:
          return nil
        case 0x20...0x7E: width = 1
        case 0xD0, 0xD1: width = 2
        case 0xC2 where next >= 0xA0: width = 2
        case 0xE2 where next == 0x80:
          guard index + 2 < region.end, (0x90...0xA6).contains(bytes[index + 2]) else { return nil }
          width = 3
        case 0xE2 where next == 0x84: width = 3
        default: return nil
        }
        if byte != 0x20 {
          start = start ?? index
          end = index + width
        }
        index += width
      }
      index += 1
      guard let start, !isComment else { continue }
      guard end <= region.end else { return nil }
      lines.append(Line(start: start, end: end, indent: start - begin))
    }
    return lines
  }

  // MARK: Values

  /// The mapping whose keys stand at an indentation, from the current line on.
  private mutating func mapping(_ indent: Int, _ depth: Int) -> YAML? {
    guard depth < 12 else { return nil }
    var entries: [YAML.Entry] = []
    while index < lines.count, lines[index].indent == indent {
      let line = lines[index]
      guard let key = key(line) else { return nil }
      guard entries.count < 64, !entries.contains(where: { $0.key.value == key.value }), count()
      else { return nil }
      var start = key.span.end + 1
      while start < line.end, bytes[start] == 0x20 { start += 1 }
      index += 1
      let value: YAML?
      if start < line.end {
        value = scalar(start, line.end)
      } else if index < lines.count, isItem(lines[index]), lines[index].indent >= indent {
        value = sequence(lines[index].indent, depth + 1)
      } else if index < lines.count, lines[index].indent > indent {
        value = mapping(lines[index].indent, depth + 1)
      } else {
        return nil
      }
      guard let value else { return nil }
      entries.append(YAML.Entry(key: key, value: value))
    }
    // A line that stands deeper goes on with a value.
    guard let first = entries.first, let last = entries.last,
      index >= lines.count || lines[index].indent < indent
    else { return nil }
    return .mapping(entries, Span(first.key.span.start, last.value.span.end))
  }

  /// The list whose dashes stand at an indentation.
  private mutating func sequence(_ indent: Int, _ depth: Int) -> YAML? {
    guard depth < 12, index < lines.count else { return nil }
    let start = lines[index].start
    var items: [YAML] = []
    while index < lines.count, lines[index].indent == indent, isItem(lines[index]) {
      let line = lines[index]
      var first = line.start + 1
      while first < line.end, bytes[first] == 0x20 { first += 1 }
      guard first < line.end else { return nil }
      let inner = Line(start: first, end: line.end, indent: indent + first - line.start)
      let item: YAML?
      if key(inner) != nil {
        lines[index] = inner
        item = mapping(inner.indent, depth + 1)
      } else {
        index += 1
        item = scalar(first, line.end)
      }
      guard let item, count() else { return nil }
      items.append(item)
    }
    // A line as deep as the dashes that has none can only be the next key beside the list's own.
    guard let last = items.last, index >= lines.count || lines[index].indent <= indent else {
      return nil
    }
    return .sequence(items, Span(start, last.span.end))
  }

  private func isItem(_ line: Line) -> Bool {
    bytes[line.start] == UInt8(ascii: "-") && line.start + 1 < line.end
      && bytes[line.start + 1] == 0x20
  }

  /// A key of letters, figures and hyphens, and a colon behind it.
  private func key(_ line: Line) -> Spanned<String>? {
    var end = line.start
    while end < line.end, Self.isKey(bytes[end]) { end += 1 }
    guard end > line.start, end - line.start < 256, end < line.end,
      bytes[end] == UInt8(ascii: ":"), bytes[line.start] != UInt8(ascii: "-"),
      end + 1 == line.end || bytes[end + 1] == 0x20
    else { return nil }
    return Spanned(text(line.start, end), Span(line.start, end))
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
      0x80...0xBF, 0xD0, 0xD1:
      true
    default: false
    }
  }

  private mutating func scalar(_ start: Int, _ end: Int) -> YAML? {
    guard count() else { return nil }
    if bytes[start] == UInt8(ascii: "\"") {
      var (first, last) = (start + 1, end - 1)
      guard first < last, bytes[last] == UInt8(ascii: "\"") else { return nil }
      let value = text(first, last)
      for byte in bytes[first..<last]
      where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return nil }
      while first < last, bytes[first] == 0x20 { first += 1 }
      while last > first, bytes[last - 1] == 0x20 { last -= 1 }
      return first < last ? .scalar(Spanned(value, Span(first, last))) : nil
    }
    guard !Self.indicators.contains(bytes[start]) else { return nil }
    for index in start..<end where bytes[index] == UInt8(ascii: ":") {
      // A key within a value, or one without a value.
      guard index + 1 < end, bytes[index + 1] != 0x20 else { return nil }
    }
    return .scalar(Spanned(text(start, end), Span(start, end)))
  }

  /// What a bare value cannot begin with, or only under conditions.
  private static let indicators = Set("-?:,[]{}!|>'\"%@`".utf8)

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Counts a value; whether there are no more than front matter may have.
  private mutating func count() -> Bool {
    nodes += 1
    return nodes < YAMLReader.mostNodes / 4
  }
}
