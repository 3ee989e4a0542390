/// The bar code of a document (ГОСТ Р 7.0.97-2025, requisite 31): a QR code by ISO/IEC 18004 in byte mode with
/// correction level M, which survives the loss of 15 % of its area.
struct QRCode: Hashable {
  /// Modules along a side, without the quiet zone.
  private(set) var width: Int
  /// Rows from the top, `true` for dark.
  private var dark: [Bool]
  /// Modules whose colour the standard gives, whatever is coded.
  private var isFixed: [Bool]

  /// Light modules that the standard wants around the code.
  static let quietZone = 4

  /// `nil` where the text is longer than a code of 20 mm can show to a telephone, 412 bytes.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let version = QRVersion.smallest(holding: bytes.count) else { return nil }
    width = version.width
    dark = Array(repeating: false, count: width * width)
    isFixed = dark
    drawPatterns(version)
    draw(version.codewords(of: bytes))
    let candidates = (0..<8).map { mask in masked(mask) }
    guard let best = candidates.min(by: { $0.penalty < $1.penalty }) else { return nil }
    self = best
  }

  /// Whether there is a code of the text.
  static func holds(_ text: String) -> Bool {
    QRVersion.smallest(holding: text.utf8.count) != nil
  }

  func isDark(row: Int, column: Int) -> Bool {
    guard (0..<width).contains(row), (0..<width).contains(column) else { return false }
    return dark[row * width + column]
  }

  /// Dark modules of each row that stand side by side, as rows and ranges of columns.
  var bars: [(row: Int, columns: Range<Int>)] {
    var bars: [(row: Int, columns: Range<Int>)] = []
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        while isDark(row: row, column: column) { column += 1 }
        if column > start { bars.append((row, start..<column)) } else { column += 1 }
      }
    }
    return bars
  }
}

// MARK: What every code has

extension QRCode {
  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard (0..<width).contains(row), (0..<width).contains(column) else { return }
    dark[row * width + column] = isDark
    isFixed[row * width + column] = true
  }

  private mutating func drawPatterns(_ version: QRVersion) {
    for place in 0..<width {
      fix(6, place, place % 2 == 0)
      fix(place, 6, place % 2 == 0)
    }
    let places = version.alignmentPlaces
    for row in places {
      for column in places where !isFinder(row, column) {
        for (down, right) in Self.square(2) {
          fix(row + down, column + right, max(abs(down), abs(right)) != 1)
        }
      }
    }
    for (row, column) in [(3, 3), (3, width - 4), (width - 4, 3)] {
      for (down, right) in Self.square(4) {
        let ring = max(abs(down), abs(right))
        fix(row + down, column + right, ring != 2 && ring != 4)
      }
    }
    drawFormat(mask: 0)
    drawVersion(version)
  }

  private func isFinder(_ row: Int, _ column: Int) -> Bool {
    row == 6 && column == 6 || row == 6 && column == width - 7 || row == width - 7 && column == 6
  }

  private static func square(_ reach: Int) -> [(Int, Int)] {
    (-reach...reach).flatMap { down in (-reach...reach).map { (down, $0) } }
  }

  /// The level of correction and the mask, twice.
  private mutating func drawFormat(mask: Int) {
    // Level M is 00.
    let bits = (mask << 10 | Self.remainder(mask, degree: 10, by: 0x537)) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 != 0 }
    for index in 0..<15 {
      let along = index < 6 ? index : index < 8 ? index + 1 : width - 15 + index
      fix(along, 8, bit(index))
      let across = index < 8 ? width - 1 - index : index == 8 ? 7 : 14 - index
      fix(8, across, bit(index))
    }
    fix(width - 8, 8, true)
  }

  private mutating func drawVersion(_ version: QRVersion) {
    guard version.number >= 7 else { return }
    let bits =
      version.number << 12 | Self.remainder(version.number, degree: 12, by: 0x1F25)
    for index in 0..<18 {
      let isDark = bits >> index & 1 != 0
      let (near, far) = (index / 3, width - 11 + index % 3)
      fix(near, far, isDark)
      fix(far, near, isDark)
    }
  }

  /// What is left of a polynomial over GF(2), shifted by the divisor's degree and divided by it.
  private static func remainder(_ value: Int, degree: Int, by divisor: Int) -> Int {
    var rest = value
    for _ in 0..<degree { rest = rest << 1 ^ (rest >> (degree - 1) & 1) * divisor }
    return rest
  }
}

// MARK: What is coded

extension QRCode {
  /// Fills the free modules in pairs of columns, from the lower right corner up and down in turn.
  private mutating func draw(_ codewords: [UInt8]) {
    var index = 0
    var isUpward = true
    var right = width - 1
    while right > 0 {
      if right == 6 { right = 5 }
      for step in 0..<width {
        let row = isUpward ? width - 1 - step : step
        for column in [right, right - 1] where !isFixed[row * width + column] {
          if index < codewords.count * 8 {
            dark[row * width + column] = codewords[index / 8] >> (7 - index % 8) & 1 != 0
          }
          index += 1
        }
      }
      isUpward.toggle()
      right -= 2
    }
  }

  private func masked(_ mask: Int) -> QRCode {
    var code = self
    for row in 0..<width {
      for column in 0..<width where !isFixed[row * width + column] {
        let turns =
          switch mask {
          case 0: (row + column) % 2 == 0
          case 1: row % 2 == 0
          case 2: column % 3 == 0
          case 3: (row + column) % 3 == 0
          case 4: (row / 2 + column / 3) % 2 == 0
          case 5: row * column % 2 + row * column % 3 == 0
          case 6: (row * column % 2 + row * column % 3) % 2 == 0
          default: ((row + column) % 2 + row * column % 3) % 2 == 0
          }
        if turns { code.dark[row * width + column].toggle() }
      }
    }
    code.drawFormat(mask: mask)
    return code
  }

  /// How hard the code is to find and to read, by the standard's four measures.
  private var penalty: Int {
    var penalty = 0
    for line in 0..<width {
      penalty += Self.penalty((0..<width).map { dark[line * width + $0] })
      penalty += Self.penalty((0..<width).map { dark[$0 * width + line] })
    }
    for row in 0..<width - 1 {
      for column in 0..<width - 1 {
        let place = row * width + column
        let colour = dark[place]
        if dark[place + 1] == colour, dark[place + width] == colour,
          dark[place + width + 1] == colour
        {
          penalty += 3
        }
      }
    }
    let share = dark.count { $0 } * 100 / dark.count
    return penalty + abs(share - 50) / 5 * 10
  }

  /// Long runs of one colour, and what looks like a finder pattern.
  private static func penalty(_ line: [Bool]) -> Int {
    var penalty = 0
    var run = 0
    for (index, colour) in line.enumerated() {
      run = index > 0 && line[index - 1] == colour ? run + 1 : 1
      if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
    }
    let core = [true, false, true, true, true, false, true]
    let light = [false, false, false, false]
    for pattern in [core + light, light + core] where line.count >= pattern.count {
      for start in 0...line.count - pattern.count
      where line[start..<start + pattern.count].elementsEqual(pattern) { penalty += 40 }
    }
    return penalty
  }
}

/// A size of QR codes, with what the standard says of it for correction level M.
private struct QRVersion {
  let number: Int
  /// Bytes of correction in each block, and how many blocks there are.
  private let correction: Int
  private let blocks: Int

  private static let all = [
    (10, 1), (16, 1), (26, 1), (18, 2), (24, 2), (16, 4), (18, 4), (22, 4), (22, 5), (26, 5),
    (30, 5), (22, 8), (22, 9), (24, 9), (24, 10),
  ].enumerated().map { QRVersion(number: $0 + 1, correction: $1.0, blocks: $1.1) }

  static func smallest(holding count: Int) -> QRVersion? { all.first { count <= $0.capacity } }

  var width: Int { number * 4 + 17 }

  /// Bytes of text.
  private var capacity: Int { dataCount - (number < 10 ? 2 : 3) }
  private var dataCount: Int { codewordCount - correction * blocks }

  /// Bytes in all: the modules that no pattern takes.
  private var codewordCount: Int {
    var modules = (16 * number + 128) * number + 64
    if number >= 2 {
      let alignments = number / 7 + 2
      modules -= (25 * alignments - 10) * alignments - 55
      if number >= 7 { modules -= 36 }
    }
    return modules / 8
  }

  /// The centres of the alignment patterns, down and across.
  var alignmentPlaces: [Int] {
    guard number >= 2 else { return [] }
    let count = number / 7 + 2
    let step = (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<count - 1).reversed().map { width - 7 - $0 * step }
  }

  /// The text with its head, filled up, and what corrects it, block by block and then in turn.
  func codewords(of text: [UInt8]) -> [UInt8] {
    var bits = QRBits()
    // Byte mode.
    bits.append(0b0100, count: 4)
    bits.append(text.count, count: number < 10 ? 8 : 16)
    for byte in text { bits.append(Int(byte), count: 8) }
    bits.append(0, count: min(4, dataCount * 8 - bits.count))
    var data = bits.bytes
    var filler: UInt8 = 0xEC
    while data.count < dataCount {
      data.append(filler)
      filler ^= 0xEC ^ 0x11
    }
    let short = dataCount / blocks
    let longBlocks = dataCount % blocks
    var parts: [[UInt8]] = []
    var start = 0
    for block in 0..<blocks {
      let end = start + short + (block >= blocks - longBlocks ? 1 : 0)
      parts.append(Array(data[start..<min(end, data.count)]))
      start = min(end, data.count)
    }
    let divisor = ReedSolomon.divisor(degree: correction)
    let corrections = parts.map { ReedSolomon.remainder($0, by: divisor) }
    return Self.inTurn(parts) + Self.inTurn(corrections)
  }

  private static func inTurn(_ parts: [[UInt8]]) -> [UInt8] {
    (0..<(parts.map(\.count).max() ?? 0)).flatMap { index in
      parts.compactMap { index < $0.count ? $0[index] : nil }
    }
  }
}

private struct QRBits {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ value: Int, count length: Int) {
    for index in (0..<length).reversed() {
      if count % 8 == 0 { bytes.append(0) }
      bytes[bytes.count - 1] |= UInt8(value >> index & 1) << UInt8(7 - count % 8)
      count += 1
    }
  }
}

/// Codes that correct errors, over GF(2⁸) with the polynomial 0x11D.
private enum ReedSolomon {
  static func divisor(degree: Int) -> [UInt8] {
    var divisor = Array(repeating: UInt8(0), count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in divisor.indices {
        divisor[index] = product(divisor[index], root)
        if index + 1 < divisor.count { divisor[index] ^= divisor[index + 1] }
      }
      root = product(root, 2)
    }
    return divisor
  }

  static func remainder(_ data: [UInt8], by divisor: [UInt8]) -> [UInt8] {
    var rest = Array(repeating: UInt8(0), count: divisor.count)
    for byte in data {
      let factor = byte ^ rest.removeFirst()
      rest.append(0)
      for index in rest.indices { rest[index] ^= product(divisor[index], factor) }
    }
    return rest
  }

  private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var product: UInt8 = 0
    for index in (0..<8).reversed() {
      product = product << 1 ^ (product >> 7) &* 0x1D
      if right >> UInt8(index) & 1 != 0 { product ^= left }
    }
    return product
  }
}
