/// The marks of one page (ISO 32000-1, 7.8): what stands where, from the lower left corner of the sheet in thousandths
/// of a point, written to a hundredth.
struct PDFContent {
  /// What stands on a page without being part of the text.
  enum Artifact {
    case layout, runningHead, repetition, watermark
  }

  private enum Nesting: Int {
    case page, text, array, string
  }

  private(set) var bytes: [UInt8] = []
  private var nesting = Nesting.page
  private var font: (kind: PrintFaces.Kind, size: Int)?
  /// Where the last line of the open text began.
  private var origin = (x: 0, y: 0)

  /// The size of letters where a text is open.
  var openSize: Int? { nesting == .page ? nil : font?.size }

  init() {
    bytes.reserveCapacity(12_000)
    // All marks are black, in a grey that does not depend on a device (PDF/A-2, 6.2.4).
    bytes.append(ascii: "/Grey cs 0 sc /Grey CS 0 SC 0.5 w 2 J\n")
  }

  /// Begins a stretch that belongs to an element.
  mutating func begin(_ tag: StaticString, _ number: Int) {
    enter(.page)
    bytes.append(UInt8(ascii: "/"))
    bytes.append(ascii: tag)
    bytes.append(ascii: " <</MCID ")
    bytes.append(integer: number)
    bytes.append(ascii: ">> BDC\n")
  }

  mutating func begin(_ artifact: Artifact) {
    enter(.page)
    switch artifact {
    case .layout: bytes.append(ascii: "/Artifact <</Type/Layout>> BDC\n")
    case .runningHead: bytes.append(ascii: "/Artifact <</Type/Pagination/Subtype/Header>> BDC\n")
    case .repetition: bytes.append(ascii: "/Artifact <</Type/Pagination>> BDC\n")
    case .watermark: bytes.append(ascii: "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC\n")
    }
  }

  mutating func end() {
    enter(.page)
    bytes.append(ascii: "EMC\n")
  }
}

extension PDFContent {
  /// Begins a line of text.
  mutating func move(x: Int, y: Int) {
    if nesting == .page { origin = (0, 0) }
    enter(.text)
    let place = (x: Self.rounded(x), y: Self.rounded(y))
    append(place.x - origin.x)
    append(place.y - origin.y)
    bytes.append(ascii: "Td ")
    origin = place
  }

  /// Begins a line of text that is turned about its beginning, by the sine and cosine of the angle in thousandths.
  mutating func move(x: Int, y: Int, sine: Int, cosine: Int) {
    enter(.text)
    for factor in [cosine, sine, -sine, cosine] {
      bytes.append(thousandths: factor)
      bytes.append(0x20)
    }
    append(x)
    append(y)
    bytes.append(ascii: "Tm ")
  }

  mutating func set(_ kind: PrintFaces.Kind, _ size: Int) {
    if let font, font.kind == kind, font.size == size { return }
    enter(.text)
    font = (kind, size)
    bytes.append(name: PDFFonts.resource(kind))
    bytes.append(0x20)
    append(size)
    bytes.append(ascii: "Tf ")
  }

  /// Moves what follows to the right, by thousandths of the size.
  mutating func skip(_ thousandths: Int) {
    guard thousandths != 0 else { return }
    enter(.array)
    bytes.append(integer: -thousandths)
  }

  @inline(__always)
  mutating func show(_ code: UInt16) {
    if nesting != .string { enter(.string) }
    bytes.append(escaped: UInt8(code >> 8))
    bytes.append(escaped: UInt8(code & 0xFF))
  }
}

extension PDFContent {
  mutating func stroke(from: (x: Int, y: Int), to: (x: Int, y: Int)) {
    enter(.page)
    step(from.x, from.y, "m ")
    step(to.x, to.y, "l S\n")
  }

  /// One step of a path; `mark` says which.
  mutating func step(_ x: Int, _ y: Int, _ mark: StaticString) {
    enter(.page)
    append(x)
    append(y)
    bytes.append(ascii: mark)
  }

  /// The two points that pull a curve, in front of its end.
  mutating func curve(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
    for place in [x1, y1, x2, y2] { append(place) }
  }

  /// An operator by itself.
  mutating func mark(_ mark: StaticString) {
    enter(.page)
    bytes.append(ascii: mark)
  }

  private mutating func append(_ number: Int) {
    bytes.append(thousandths: Self.rounded(number))
    bytes.append(0x20)
  }

  private static func rounded(_ number: Int) -> Int {
    (number + (number < 0 ? -5 : 5)) / 10 * 10
  }

  /// Opens and closes what must be around a mark.
  private mutating func enter(_ target: Nesting) {
    while nesting.rawValue > target.rawValue {
      switch nesting {
      case .string:
        bytes.append(UInt8(ascii: ")"))
        nesting = .array
      case .array:
        bytes.append(ascii: "] TJ\n")
        nesting = .text
      case .text:
        bytes.append(ascii: "ET\n")
        nesting = .page
      case .page: return
      }
    }
    while nesting.rawValue < target.rawValue {
      switch nesting {
      case .page:
        bytes.append(ascii: "BT ")
        origin = (0, 0)
        nesting = .text
      case .text:
        bytes.append(UInt8(ascii: "["))
        nesting = .array
      case .array:
        bytes.append(UInt8(ascii: "("))
        nesting = .string
      case .string: return
      }
    }
  }
}
