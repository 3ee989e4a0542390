import ActaDiagnostics
import ActaLanguage
import Yams

/// A YAML value with its place in the source.
///
/// Scalars stay text: Acta gives values their types, not YAML 1.1.
indirect enum YAML: Sendable, Equatable {
  case scalar(Spanned<String>)
  case sequence([YAML], Span)
  case mapping([Entry], Span)

  struct Entry: Sendable, Equatable {
    var key: Spanned<String>
    var value: YAML
  }

  var span: Span {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(_, let span), .mapping(_, let span): span
    }
  }
}

/// Why a stretch of YAML cannot be read, and where.
struct YAMLProblem: Error {
  enum Kind {
    case syntax(String)
    case tab
    case duplicateKey(String, first: Span?)
    case anchor
    case tooComplex
  }

  var kind: Kind
  var span: Span
}

/// Reads YAML with Yams, the only file that knows it.
struct YAMLReader {
  /// More values than this in one stretch are no front matter.
  static let mostNodes = 20_000
  static let longest = 1 << 19

  let source: Source
  let bytes: [UInt8]
  let region: Span
  private(set) var problems: [YAMLProblem] = []
  /// Beginnings of lines as libyaml counts them, U+0085 and U+2028 among their ends.
  private var lineStarts: [Int] = []
  private var nodes = 0

  init(source: Source, bytes: [UInt8], region: Span) {
    self.source = source
    self.bytes = bytes
    self.region = region
  }

  /// The top value; `nil` when there is none or it cannot be read (`problems` says why).
  mutating func read() -> YAML? {
    guard region.count <= Self.longest else {
      problems.append(YAMLProblem(kind: .tooComplex, span: Span(region.start, region.start + 1)))
      return nil
    }
    if let plain = PlainYAML.read(bytes, in: region) { return plain }
    return readWhole()
  }

  /// The top value as libyaml reads it.
  mutating func readWhole() -> YAML? {
    var text = Array(bytes[region.start..<region.end])
    if let anchor = anchor(in: text) {
      problems.append(
        YAMLProblem(
          kind: .anchor, span: Span(region.start + anchor, region.start + anchor + 1)))
      return nil
    }
    blankDuplicates(&text)
    findLines(text)
    do {
      // The encoding is named, since finding the default one asks the environment each time.
      let parser = try Parser(yaml: String(decoding: text, as: UTF8.self), encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        return nil
      }
      return convert(node, depth: 0)
    } catch let error as YamlError {
      problems.append(problem(error))
    } catch {
      problems.append(
        YAMLProblem(kind: .syntax("\(error)"), span: Span(region.start, region.start)))
    }
    return nil
  }

  // MARK: Values

  private mutating func convert(_ node: Node, depth: Int) -> YAML? {
    nodes += 1
    let start = offset(node.mark)
    guard nodes <= Self.mostNodes, depth < 20 else {
      if nodes <= Self.mostNodes + 1 || depth >= 20 {
        nodes = Self.mostNodes + 2
        problems.append(YAMLProblem(kind: .tooComplex, span: Span(start, start + 1)))
      }
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return .scalar(Spanned(scalar.string, extent(of: scalar, at: start)))
    case .sequence(let sequence):
      let items = sequence.compactMap { convert($0, depth: depth + 1) }
      return .sequence(items, Span(start, items.last?.span.end ?? start))
    case .mapping(let mapping):
      var entries: [YAML.Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let name)? = convert(key, depth: depth + 1),
          let value = convert(value, depth: depth + 1)
        else { continue }
        entries.append(YAML.Entry(key: name, value: value))
      }
      return .mapping(entries, Span(start, entries.last?.value.span.end ?? start))
    case .alias:
      return nil
    }
  }

  /// The words of a scalar, quotes left out: each of its characters is looked up in the bytes, since Yams tells where a
  /// value begins and not where it ends.
  private func extent(of scalar: Node.Scalar, at start: Int) -> Span {
    var index = start
    switch scalar.style {
    case .doubleQuoted, .singleQuoted: index += 1
    case .literal, .folded:
      while index < region.end, bytes[index] != 0x0A { index += 1 }
    default: break
    }
    var first: Int?
    var end = index
    for byte in scalar.string.utf8 where byte > 0x20 {
      var probe = index
      while probe < region.end, bytes[probe] != byte, isSkippable(bytes[probe], scalar.style) {
        probe += 1
      }
      guard probe < region.end, bytes[probe] == byte else { break }
      first = first ?? probe
      index = probe + 1
      end = index
    }
    return Span(first ?? index, max(end, first ?? index))
  }

  private func isSkippable(_ byte: UInt8, _ style: Node.Scalar.Style) -> Bool {
    if byte <= 0x20 { return true }
    return style == .doubleQuoted && byte == UInt8(ascii: "\\")
      || style == .singleQuoted && byte == UInt8(ascii: "'")
  }

  // MARK: Places

  private mutating func findLines(_ text: [UInt8]) {
    lineStarts = [0]
    var index = 0
    while index < text.count {
      let rest = text[index...]
      if rest.starts(with: [0x0D, 0x0A]) || rest.starts(with: [0xC2, 0x85]) {
        index += 2
      } else if rest.first == 0x0A || rest.first == 0x0D {
        index += 1
      } else if rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) {
        index += 3
      } else {
        index += 1
        continue
      }
      lineStarts.append(index)
    }
  }

  private func offset(_ mark: Mark?) -> Int {
    guard let mark, mark.line >= 1, mark.line <= lineStarts.count else { return region.start }
    var index = region.start + lineStarts[mark.line - 1]
    var column = 1
    while column < mark.column, index < region.end {
      index += 1
      while index < region.end, bytes[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return index
  }

  // MARK: Problems

  private func problem(_ error: YamlError) -> YAMLProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let start = min(offset(mark), max(region.start, region.end - 1))
      let line = source.lineSpan(source.lines.line(of: start))
      if let tab = bytes[line.start..<max(line.start, line.end)].firstIndex(of: 0x09) {
        return YAMLProblem(kind: .tab, span: Span(tab, tab + 1))
      }
      let span = start < line.end ? Span(start, line.end) : line
      return YAMLProblem(kind: .syntax(problem), span: span)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let start = offset(context.mark)
      let line = source.lineSpan(source.lines.line(of: start))
      return YAMLProblem(kind: .duplicateKey(duplicates.first ?? "", first: nil), span: line)
    case .reader(let problem, _, _, _):
      let control = bytes[region.start..<region.end].firstIndex {
        $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F
      }
      let start = control ?? region.start
      return YAMLProblem(kind: .syntax(problem), span: Span(start, start + 1))
    default:
      return YAMLProblem(kind: .syntax("\(error)"), span: Span(region.start, region.start))
    }
  }

  /// The first anchor or alias where a value begins: harmless ones have no use here, the others are bombs.
  private func anchor(in text: [UInt8]) -> Int? {
    var index = 0
    var isValueStart = true
    var quote: UInt8?
    while index < text.count {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
        if byte == 0x0A, open == UInt8(ascii: "'") || open == UInt8(ascii: "\"") {
          isValueStart = false
        }
      } else if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), isValueStart,
        index + 1 < text.count, text[index + 1] > 0x20
      {
        return index
      } else if isValueStart, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        isValueStart = false
      } else if byte == 0x0A || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
        || byte == UInt8(ascii: ",")
      {
        isValueStart = byte == 0x0A || isFlow(text, index)
      } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") {
        isValueStart = index + 1 < text.count && text[index + 1] == 0x20
      } else if byte != 0x20 && byte != 0x09 {
        isValueStart = false
      }
      index += 1
    }
    return nil
  }

  private func isFlow(_ text: [UInt8], _ index: Int) -> Bool {
    let lineStart = text[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return text[lineStart..<index].contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
      || text[index] != UInt8(ascii: ",")
  }

  /// A key given twice at the top is told, and its later value blanked out so that the rest can be read.
  private mutating func blankDuplicates(_ text: inout [UInt8]) {
    var seen: [String: Span] = [:]
    var blanking = false
    var lineStart = 0
    while lineStart < text.count {
      var lineEnd = lineStart
      while lineEnd < text.count, text[lineEnd] != 0x0A { lineEnd += 1 }
      if let key = topKey(text, lineStart, lineEnd) {
        let name = String(decoding: text[key], as: UTF8.self)
        let span = Span(region.start + key.lowerBound, region.start + key.upperBound)
        if let first = seen[name] {
          problems.append(YAMLProblem(kind: .duplicateKey(name, first: first), span: span))
          blanking = true
        } else {
          seen[name] = span
          blanking = false
        }
      } else if lineStart < lineEnd, text[lineStart] > 0x20, text[lineStart] != UInt8(ascii: "-") {
        blanking = false
      }
      if blanking {
        for index in lineStart..<lineEnd where text[index] != 0x0D { text[index] = 0x20 }
      }
      lineStart = lineEnd + 1
    }
  }

  private func topKey(_ text: [UInt8], _ start: Int, _ end: Int) -> Range<Int>? {
    guard start < end, text[start] > 0x20, text[start] != UInt8(ascii: "#"),
      text[start] != UInt8(ascii: "-"), text[start] != UInt8(ascii: "\""),
      text[start] != UInt8(ascii: "{"), text[start] != UInt8(ascii: "[")
    else { return nil }
    guard let colon = text[start..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    guard colon + 1 >= end || text[colon + 1] == 0x20 || text[colon + 1] == 0x0D else { return nil }
    var stop = colon
    while stop > start, text[stop - 1] == 0x20 { stop -= 1 }
    return start..<stop
  }
}
