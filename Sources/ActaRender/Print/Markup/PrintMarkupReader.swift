/// Turns a filled print template into blocks.
///
/// Mistakes have been told when the template was loaded, so what is not understood is passed over; words never are.
struct PrintMarkupReader {
  private(set) var blocks: [PrintBlock] = []
  private(set) var watermark: String?
  private let emblems: [String: SVGOutline]
  /// The coat of arms of whom the template is filled in for.
  private let coat: PrintCoat?
  private var codeWidth = 200
  /// The paragraph, side of a pair or watermark that text goes to.
  private var text = PrintText()
  private var style = PrintStyle()
  private var left: PrintText?
  private var frame: (paragraphs: [PrintParagraph], style: PrintStyle)?
  private var bold: [Int] = []
  private var italic: [Int] = []

  /// The blocks of a template's nodes; paragraphs in which nothing stands are left out.
  init(_ nodes: [HTML.Node], emblems: [String: SVGOutline] = [:], coat: PrintCoat? = nil) {
    self.emblems = emblems
    self.coat = coat
    for node in nodes {
      switch node {
      case .markup(let bytes): read(bytes)
      case .text(let text): self.text.append(String(text))
      case .element: break
      }
    }
  }

  private mutating func read(_ bytes: [UInt8]) {
    var scanner = PrintMarkupScanner(bytes)
    while let (token, range) = scanner.next() {
      switch token {
      case .text: text.append(scanner.string(range))
      case .broken: break
      case .open(let name, let attributes, _):
        guard let element = PrintMarkup.Element(rawValue: scanner.string(name)) else { continue }
        var values: [PrintMarkup.Attribute: String] = [:]
        for (name, value) in attributes {
          if let name = PrintMarkup.Attribute(rawValue: scanner.string(name)) {
            values[name] = scanner.string(value)
          }
        }
        begin(element, values)
      case .close(let name):
        PrintMarkup.Element(rawValue: scanner.string(name)).map { end($0) }
      }
    }
  }

  private mutating func begin(
    _ element: PrintMarkup.Element, _ values: [PrintMarkup.Attribute: String]
  ) {
    switch element {
    case .p, .pair:
      style = Self.style(values)
      begin()
      left = nil
    case .frame: frame = ([], Self.style(values))
    case .left, .right, .watermark: begin()
    case .code:
      begin()
      codeWidth = Self.tenths(values[.width]) ?? 200
    case .b: bold.append(text.bytes.count)
    case .i: italic.append(text.bytes.count)
    case .br: text.endLine()
    case .rule:
      if case .share(let share)? = values[.width].flatMap(PrintMarkup.length) {
        blocks.append(.rule(share: share))
      } else {
        blocks.append(.rule(share: 100))
      }
    case .emblem: addEmblem(values)
    }
  }

  private mutating func begin() {
    text = PrintText()
    (bold, italic) = ([], [])
  }

  private mutating func end(_ element: PrintMarkup.Element) {
    switch element {
    case .p:
      let paragraph = PrintParagraph(taken(), style)
      guard !paragraph.text.isEmpty else { return }
      if frame == nil {
        blocks.append(.paragraph(paragraph))
      } else {
        frame?.paragraphs.append(paragraph)
      }
    case .left: left = taken()
    case .right:
      let (left, right) = (self.left ?? PrintText(), taken())
      if !left.isEmpty || !right.isEmpty {
        blocks.append(.pair(PrintPair(left: left, right: right, style: style)))
      }
    case .frame:
      if let frame, !frame.paragraphs.isEmpty {
        blocks.append(.frame(PrintFrame(frame.paragraphs, style: frame.style)))
      }
      frame = nil
    case .watermark:
      let mark = taken().string
      watermark = mark.isEmpty ? nil : mark
    case .code: addCode(taken().string)
    case .b: if let start = bold.popLast() { text.mark(.strong, from: start) }
    case .i: if let start = italic.popLast() { text.mark(.emphasis, from: start) }
    case .pair, .br, .rule, .emblem: break
    }
  }

  private mutating func taken() -> PrintText {
    defer { begin() }
    text.trimEnd()
    return text
  }

  private mutating func addEmblem(_ values: [PrintMarkup.Attribute: String]) {
    guard let outline = values[.file].map({ emblems[$0] }) ?? coat?.outline else { return }
    var (width, height) = (Self.tenths(values[.width]), Self.tenths(values[.height]))
    // One of the two gives the other.
    if width == nil, let height { width = height * 1000 / max(outline.height, 1) }
    if height == nil, let width { height = width * outline.height / 1000 }
    guard let width, let height else { return }
    let meaning = values[.alt] ?? (values[.file] == nil ? coat?.meaning : nil)
    var emblem = PrintEmblem(
      meaning: meaning ?? "", width: width, height: height, drawing: .outline(outline.steps))
    emblem.style.alignment = .center
    for attribute in [PrintMarkup.Attribute.align, .left, .right] {
      if let value = values[attribute] { _ = attribute.apply(value, to: &emblem.style) }
    }
    emblem.style.spaceAfter = 1
    emblem.style.keepsWithNext = true
    blocks.append(.emblem(emblem))
  }

  /// A code stands in the lower right corner of the first page (ГОСТ Р 7.0.97-2025, requisite 31).
  private mutating func addCode(_ text: String) {
    guard !text.isEmpty, QRCode.holds(text) else { return }
    var emblem = PrintEmblem(
      meaning: "QR-код: " + text, width: codeWidth, height: codeWidth,
      drawing: .code(text))
    emblem.style.alignment = .right
    emblem.isAtFoot = true
    blocks.append(.emblem(emblem))
  }

  private static func tenths(_ value: String?) -> Int? {
    guard case .tenths(let tenths)? = value.flatMap(PrintMarkup.length) else { return nil }
    return tenths
  }

  private static func style(_ values: [PrintMarkup.Attribute: String]) -> PrintStyle {
    var style = PrintStyle()
    style.role = .requisite
    style.partsWords = false
    for (attribute, value) in values { _ = attribute.apply(value, to: &style) }
    return style
  }
}

/// A coat of arms, and what it says to those who cannot see it.
struct PrintCoat: Sendable {
  var outline: SVGOutline
  var meaning: String
}
