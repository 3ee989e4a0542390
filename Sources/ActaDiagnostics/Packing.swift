/// Values as bytes, for what one run of Acta leaves to the next; nothing but Acta reads them.
///
/// A format has no versions: what another Acta wrote is not read.
package protocol Packed {
  func pack(into out: inout Packer)
  init(unpacking bytes: inout Unpacker) throws(Damage)
}

/// Bytes that no value of the wanted kind was packed into.
package struct Damage: Error {
  package init() {}
}

/// Writes values one after the other.
package struct Packer {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Small numbers of either sign take little room.
  package mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func put(_ text: String) {
    let utf8 = text.utf8
    put(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  package mutating func put(_ data: [UInt8]) {
    put(data.count)
    bytes += data
  }

  package mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func put<each Value: Packed>(_ values: repeat each Value) {
    repeat (each values).pack(into: &self)
  }
}

/// Reads what a ``Packer`` wrote, and nothing beyond its end.
package struct Unpacker {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  package init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    let range = range.clamped(to: 0..<bytes.count)
    (index, end) = (range.lowerBound, range.upperBound)
  }

  package var isAtEnd: Bool { index >= end }

  package mutating func number() throws(Damage) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < end, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      guard byte >= 0x80 else {
        let number = Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
        return Int(number)
      }
      shift += 7
    }
    throw Damage()
  }

  /// Where so many bytes stand.
  package mutating func range() throws(Damage) -> Range<Int> {
    let count = try number()
    guard count >= 0, count <= end - index else { throw Damage() }
    defer { index += count }
    return index..<index + count
  }

  package mutating func text() throws(Damage) -> String {
    String(decoding: bytes[try range()], as: UTF8.self)
  }

  package mutating func data() throws(Damage) -> [UInt8] { Array(bytes[try range()]) }

  package mutating func flag() throws(Damage) -> Bool {
    guard index < end, bytes[index] < 2 else { throw Damage() }
    defer { index += 1 }
    return bytes[index] == 1
  }

  package mutating func value<Value: Packed>(
    _ type: Value.Type = Value.self
  ) throws(Damage) -> Value {
    try Value(unpacking: &self)
  }

  /// How many values follow; never more than there are bytes.
  package mutating func count() throws(Damage) -> Int {
    let count = try number()
    guard count >= 0, count <= end - index else { throw Damage() }
    return count
  }
}

extension Int: Packed {
  package func pack(into out: inout Packer) { out.put(self) }
  package init(unpacking bytes: inout Unpacker) throws(Damage) { self = try bytes.number() }
}

extension String: Packed {
  package func pack(into out: inout Packer) { out.put(self) }
  package init(unpacking bytes: inout Unpacker) throws(Damage) { self = try bytes.text() }
}

extension Bool: Packed {
  package func pack(into out: inout Packer) { out.put(self) }
  package init(unpacking bytes: inout Unpacker) throws(Damage) { self = try bytes.flag() }
}

extension Array: Packed where Element: Packed {
  package func pack(into out: inout Packer) {
    out.put(count)
    for value in self { value.pack(into: &out) }
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    let count = try bytes.count()
    self = []
    reserveCapacity(Swift.min(count, 4096))
    for _ in 0..<count { append(try bytes.value()) }
  }
}

extension Optional: Packed where Wrapped: Packed {
  package func pack(into out: inout Packer) {
    out.put(self != nil)
    self?.pack(into: &out)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    self = try bytes.flag() ? try bytes.value(Wrapped.self) : nil
  }
}

/// What has few values is packed as one of them.
extension Packed where Self: CaseIterable & Equatable {
  package func pack(into out: inout Packer) {
    out.put(Self.allCases.enumerated().first { $1 == self }?.offset ?? -1)
  }

  package init(unpacking bytes: inout Unpacker) throws(Damage) {
    let number = try bytes.number()
    guard let value = Self.allCases.enumerated().first(where: { $0.offset == number })?.element
    else { throw Damage() }
    self = value
  }
}
