/// The filled shapes of an SVG file, as one outline.
///
/// Paths alone are read, without transformations and colours: what a coat of arms in one colour needs.
package struct SVGOutline: Sendable, Hashable {
  /// In thousandths of the drawing's width.
  private(set) var steps: [PrintEmblem.Step] = []
  /// In thousandths of the width.
  let height: Int

  /// The dark modules of a QR code with the quiet zone around them.
  init(_ code: QRCode) {
    let side = code.width + 2 * QRCode.quietZone
    func units(_ modules: Int) -> Int { (modules + QRCode.quietZone) * 1000 / side }
    for (row, columns) in code.bars {
      let (left, right) = (units(columns.lowerBound), units(columns.upperBound))
      let (top, bottom) = (units(row), units(row + 1))
      steps += [
        .move(x: left, y: top), .line(x: right, y: top), .line(x: right, y: bottom),
        .line(x: left, y: bottom), .close,
      ]
    }
    height = 1000
  }

  /// `nil` where the file has no path, or one that is written otherwise than SVG 1.1 has it.
  init?(_ bytes: [UInt8]) {
    var scanner = SVGScanner(bytes)
    guard let box = scanner.viewBox() else { return nil }
    height = Int(min(box.height * 1000 / box.width, 100_000).rounded())
    while let path = scanner.nextPath() {
      var reader = SVGPathReader(path, box: box)
      guard let steps = reader.steps() else { return nil }
      self.steps += steps
    }
    if steps.isEmpty { return nil }
  }
}

struct SVGBox {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
}

/// Finds the attributes of an SVG file that matter.
private struct SVGScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func viewBox() -> SVGBox? {
    guard let value = attribute("viewBox", in: 0..<bytes.count) else { return nil }
    var numbers = SVGNumbers(value)
    guard let x = numbers.next(), let y = numbers.next(), let width = numbers.next(), width > 0,
      let height = numbers.next(), height > 0
    else { return nil }
    return SVGBox(x: x, y: y, width: width, height: height)
  }

  mutating func nextPath() -> ArraySlice<UInt8>? {
    while let place = find("<path", from: index) {
      let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      index = end
      if let value = attribute("d", in: place..<end) { return value }
    }
    return nil
  }

  /// The value of an attribute that stands behind white space.
  private func attribute(_ name: String, in range: Range<Int>) -> ArraySlice<UInt8>? {
    var place = range.lowerBound
    while let found = find(name + "=\"", from: place, to: range.upperBound) {
      let value = found + name.utf8.count + 2
      if found > 0, bytes[found - 1] <= 0x20,
        let end = bytes[value..<range.upperBound].firstIndex(of: UInt8(ascii: "\""))
      {
        return bytes[value..<end]
      }
      place = found + 1
    }
    return nil
  }

  private func find(_ text: String, from start: Int, to end: Int? = nil) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    var place = start
    while place + wanted.count <= end ?? bytes.count {
      if bytes[place] == first, bytes[place..<place + wanted.count].elementsEqual(wanted) {
        return place
      }
      place += 1
    }
    return nil
  }
}

/// Numbers parted by spaces, commas or their signs.
private struct SVGNumbers {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool {
    mutating get {
      skip()
      return rest.isEmpty
    }
  }

  mutating func command() -> UInt8? {
    skip()
    guard let byte = rest.first, (0x41...0x5A).contains(byte & 0xDF), byte | 0x20 != 0x65 else {
      return nil
    }
    rest = rest.dropFirst()
    return byte
  }

  mutating func next() -> Double? {
    skip()
    var end = rest.startIndex
    var hasPoint = false
    loop: while end < rest.endIndex {
      switch rest[end] {
      case 0x30...0x39: break
      case UInt8(ascii: "+"), UInt8(ascii: "-"): if end > rest.startIndex { break loop }
      case UInt8(ascii: "."):
        if hasPoint { break loop }
        hasPoint = true
      default: break loop
      }
      end += 1
    }
    guard let number = Double(String(decoding: rest[rest.startIndex..<end], as: UTF8.self)),
      number.magnitude < 1e7
    else { return nil }
    rest = rest[end...]
    return number
  }

  private mutating func skip() {
    rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
  }
}

/// Reads the commands of a path: lines and Bézier curves.
private struct SVGPathReader {
  private var numbers: SVGNumbers
  private let box: SVGBox
  private var x = 0.0
  private var y = 0.0
  private var start = (x: 0.0, y: 0.0)
  /// The control point that a smooth curve goes on from.
  private var control: (x: Double, y: Double, isCubic: Bool)?
  private var found: [PrintEmblem.Step] = []

  init(_ path: ArraySlice<UInt8>, box: SVGBox) {
    numbers = SVGNumbers(path)
    self.box = box
  }

  mutating func steps() -> [PrintEmblem.Step]? {
    var command: UInt8?
    while !numbers.isAtEnd {
      if let next = numbers.command() {
        command = next
      } else if command.map({ $0 | 0x20 == UInt8(ascii: "z") }) ?? true {
        return nil
      }
      guard let current = command, take(current) else { return nil }
      // More numbers behind a move are lines.
      if current == UInt8(ascii: "M") { command = UInt8(ascii: "L") }
      if current == UInt8(ascii: "m") { command = UInt8(ascii: "l") }
    }
    return found
  }

  private mutating func take(_ command: UInt8) -> Bool {
    let isRelative = command & 0x20 != 0
    let before = control
    control = nil
    switch command & 0xDF {
    case UInt8(ascii: "Z"):
      found.append(.close)
      (x, y) = start
    case UInt8(ascii: "M"):
      guard let point = point(isRelative) else { return false }
      move(to: point)
      start = point
      found.append(.move(x: units(x, box.x), y: units(y, box.y)))
    case UInt8(ascii: "L"):
      guard let point = point(isRelative) else { return false }
      line(to: point)
    case UInt8(ascii: "H"):
      guard let value = numbers.next() else { return false }
      line(to: (isRelative ? x + value : value, y))
    case UInt8(ascii: "V"):
      guard let value = numbers.next() else { return false }
      line(to: (x, isRelative ? y + value : value))
    case UInt8(ascii: "C"):
      guard let first = point(isRelative), let second = point(isRelative),
        let end = point(isRelative)
      else { return false }
      curve(first, second, end)
    case UInt8(ascii: "S"):
      guard let second = point(isRelative), let end = point(isRelative) else { return false }
      let first = before.map { $0.isCubic ? (2 * x - $0.x, 2 * y - $0.y) : (x, y) } ?? (x, y)
      curve(first, second, end)
    case UInt8(ascii: "Q"):
      guard let middle = point(isRelative), let end = point(isRelative) else { return false }
      quadratic(middle, end)
    case UInt8(ascii: "T"):
      guard let end = point(isRelative) else { return false }
      quadratic(before.map { $0.isCubic ? (x, y) : (2 * x - $0.x, 2 * y - $0.y) } ?? (x, y), end)
    default: return false
    }
    return true
  }

  private mutating func point(_ isRelative: Bool) -> (x: Double, y: Double)? {
    guard let first = numbers.next(), let second = numbers.next() else { return nil }
    return isRelative ? (x + first, y + second) : (first, second)
  }

  private mutating func move(to point: (x: Double, y: Double)) { (x, y) = point }

  private mutating func line(to point: (x: Double, y: Double)) {
    move(to: point)
    found.append(.line(x: units(x, box.x), y: units(y, box.y)))
  }

  private mutating func quadratic(
    _ middle: (x: Double, y: Double), _ end: (x: Double, y: Double)
  ) {
    let first = (x + (middle.x - x) * 2 / 3, y + (middle.y - y) * 2 / 3)
    let second = (end.x + (middle.x - end.x) * 2 / 3, end.y + (middle.y - end.y) * 2 / 3)
    curve(first, second, end)
    control = (middle.x, middle.y, false)
  }

  private mutating func curve(
    _ first: (x: Double, y: Double), _ second: (x: Double, y: Double), _ end: (x: Double, y: Double)
  ) {
    found.append(
      .curve(
        x1: units(first.x, box.x), y1: units(first.y, box.y), x2: units(second.x, box.x),
        y2: units(second.y, box.y), x: units(end.x, box.x), y: units(end.y, box.y)))
    control = (second.x, second.y, true)
    move(to: end)
  }

  private func units(_ value: Double, _ origin: Double) -> Int {
    let scaled = ((value - origin) * 1000 / box.width).rounded()
    return Int(min(max(scaled, -1_000_000), 1_000_000))
  }
}
