/// The markup that print templates yield: what `templates/print/letterhead.mustache` describes.
enum PrintMarkup {
  enum Element: String, CaseIterable {
    case p, b, i, br, pair, left, right, frame, rule, emblem, code, watermark

    /// What may stand in it, besides text where it holds any.
    var children: Set<Element> {
      switch self {
      case .p, .left, .right: [.b, .i, .br]
      case .b: [.i, .br]
      case .i: [.b, .br]
      case .pair: [.left, .right]
      case .frame: [.p]
      case .br, .rule, .emblem, .code, .watermark: []
      }
    }

    static let outermost: Set<Element> = [.p, .pair, .frame, .rule, .emblem, .code, .watermark]

    var isEmpty: Bool { self == .br || self == .rule || self == .emblem }
    var holdsText: Bool {
      switch self {
      case .p, .b, .i, .left, .right, .code, .watermark: true
      case .br, .pair, .frame, .rule, .emblem: false
      }
    }

    var attributes: Set<Attribute> {
      switch self {
      case .p, .pair, .frame:
        [.align, .weight, .style, .size, .before, .after, .left, .right, .indent, .keep]
      case .rule, .code: [.width]
      case .emblem: [.file, .width, .height, .alt, .align, .left, .right]
      case .b, .i, .br, .left, .right, .watermark: []
      }
    }
  }

  enum Attribute: String, CaseIterable {
    case align, weight, style, size, before, after, left, right, indent, keep, width, height, file
    case alt

    /// Sets it in a style; `false` where the value is none that it takes.
    func apply(_ value: String, to style: inout PrintStyle) -> Bool {
      switch self {
      case .align:
        guard let alignment = Self.alignments[value] else { return false }
        style.alignment = alignment
      case .weight:
        guard value == "bold" || value == "normal" else { return false }
        style.isBold = value == "bold"
      case .style:
        guard value == "italic" || value == "normal" else { return false }
        style.isItalic = value == "italic"
      case .size:
        guard let size = Self.sizes[value] else { return false }
        style.size = size
      case .before, .after:
        guard let halves = PrintMarkup.halves(value) else { return false }
        if self == .before { style.spaceBefore = halves } else { style.spaceAfter = halves }
      case .left, .right, .indent:
        guard let length = PrintMarkup.length(value) else { return false }
        switch self {
        case .left: style.left = length
        case .right: style.right = length
        default: style.firstIndent = length
        }
      case .keep:
        for word in value.split(separator: " ") {
          switch word {
          case "next": style.keepsWithNext = true
          case "previous": style.keepsWithPrevious = true
          case "whole": style.isKeptWhole = true
          default: return false
          }
        }
      case .width, .height: return PrintMarkup.length(value) != nil
      case .file, .alt: return !value.isEmpty
      }
      return true
    }

    private static let alignments: [String: PrintStyle.Alignment] = [
      "left": .left, "center": .center, "right": .right, "justify": .justified,
    ]
    private static let sizes: [String: PrintStyle.Size] = [
      "note": .note, "small": .small, "body": .body, "large": .large,
    ]
  }

  /// «60%», «12.5mm».
  static func length(_ value: String) -> PrintLength? {
    if value.hasSuffix("%") { return Int(value.dropLast()).flatMap { share($0) } }
    guard value.hasSuffix("mm"), let tenths = tenths(value.dropLast(2)), tenths <= 3_000 else {
      return nil
    }
    return .tenths(tenths)
  }

  private static func share(_ percent: Int) -> PrintLength? {
    (0...100).contains(percent) ? .share(percent) : nil
  }

  /// «1.5» lines as halves of a line.
  private static func halves(_ value: String) -> Int? {
    guard let tenths = tenths(value[...]), tenths <= 200 else { return nil }
    return (tenths + 4) / 5
  }

  private static func tenths(_ value: Substring) -> Int? {
    let parts = value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Int(first), (0...10_000).contains(whole) else {
      return nil
    }
    guard parts.count == 2 else { return whole * 10 }
    guard let part = parts[1].first?.wholeNumberValue, parts[1].allSatisfy(\.isNumber) else {
      return nil
    }
    return whole * 10 + part
  }
}

/// Parts markup into text and tags.
struct PrintMarkupScanner {
  enum Token {
    case text(Range<Int>)
    case open(name: Range<Int>, attributes: [(name: Range<Int>, value: Range<Int>)], isEmpty: Bool)
    case close(name: Range<Int>)
    /// A tag that has no end, or is not written as one.
    case broken(Range<Int>)
  }

  let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (token: Token, range: Range<Int>)? {
    guard index < bytes.count else { return nil }
    let start = index
    if bytes[index] != UInt8(ascii: "<") {
      index = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return (.text(start..<index), start..<index)
    }
    index += 1
    let isClosing = take(UInt8(ascii: "/"))
    let name = takeName()
    var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    skipSpace()
    while !name.isEmpty, index < bytes.count, Self.isLetter(bytes[index]) {
      let key = takeName()
      skipSpace()
      guard take(UInt8(ascii: "=")) else { break }
      skipSpace()
      guard let value = takeValue() else { break }
      attributes.append((key, value))
      skipSpace()
    }
    let isEmpty = take(UInt8(ascii: "/"))
    guard !name.isEmpty, take(UInt8(ascii: ">")), !isClosing || attributes.isEmpty && !isEmpty
    else {
      // Whatever is wrong, go on behind the tag.
      index = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      return (.broken(start..<index), start..<index)
    }
    let token: Token =
      isClosing
      ? .close(name: name) : .open(name: name, attributes: attributes, isEmpty: isEmpty)
    return (token, start..<index)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func takeName() -> Range<Int> {
    let start = index
    while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
    return start..<index
  }

  private mutating func takeValue() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    index = end + 1
    return start..<end
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) {
      index += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte >= 0x80
  }
}
