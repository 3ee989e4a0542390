/// A PDF 1.7 file under construction: objects by number, streams as they are, all other objects packed into streams
/// of their own.
struct PDFFile: ~Copyable {
  /// Where an object is found.
  private enum Place {
    case nowhere
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  private var bytes: [UInt8] = []
  /// By number; 0 is never used.
  private var places: [Place] = [.nowhere]
  /// Objects that are no streams, encoded one behind another.
  private var packed: [UInt8] = []
  private var packedRanges: [(number: Int, range: Range<Int>)] = []
  /// A level more makes files smaller by a hundredth and takes a tenth longer.
  private let deflate = Deflate(level: 4)

  init() {
    bytes.reserveCapacity(100_000)
    packed.reserveCapacity(50_000)
    bytes.append(ascii: "%PDF-1.7\n%")
    // Tells programs that carry files about that this one is no text.
    bytes += [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
  }

  /// A number for an object that others can name before it is written.
  mutating func reserve() -> PDFReference {
    places.append(.nowhere)
    return PDFReference(number: places.count - 1)
  }

  mutating func reserve(_ count: Int) -> [PDFReference] { (0..<count).map { _ in reserve() } }

  mutating func write(_ dictionary: PDFDictionary, as reference: PDFReference) {
    let start = packed.count
    packed.append(pdf: dictionary)
    packed.append(0x0A)
    packedRanges.append((reference.number, start..<packed.count))
  }

  /// Writes a stream; metadata must stay readable without unpacking.
  mutating func write(
    stream data: [UInt8], _ dictionary: PDFDictionary = [:], as reference: PDFReference,
    isPlain: Bool = false
  ) {
    var dictionary = dictionary
    var data = data
    if !isPlain, let compressed = deflate.compressed(data) {
      data = compressed
      dictionary["Filter"] = .name("FlateDecode")
    }
    dictionary["Length"] = .integer(data.count)
    places[reference.number] = .offset(bytes.count)
    bytes.append(integer: reference.number)
    bytes.append(ascii: " 0 obj\n")
    bytes.append(pdf: dictionary)
    bytes.append(ascii: "\nstream\n")
    bytes += data
    bytes.append(ascii: "\nendstream\nendobj\n")
  }

  /// The whole file; its identifier follows from what it holds.
  consuming func finished(root: PDFReference, info: PDFReference) -> [UInt8] {
    let most = 250
    for start in stride(from: 0, to: packedRanges.count, by: most) {
      pack(start..<min(start + most, packedRanges.count))
    }
    let identifier = PDFValue.bytes(Fingerprint.of(bytes))
    let table = reserve()
    let offset = bytes.count
    places[table.number] = .offset(offset)
    var entries: [UInt8] = []
    for (number, place) in places.enumerated() {
      switch place {
      case .nowhere:
        entries.append(0)
        entries.append(u32: 0)
        entries.append(u16: number == 0 ? 0xFFFF : 0)
      case .offset(let offset):
        entries.append(1)
        entries.append(u32: offset)
        entries.append(u16: 0)
      case .packed(let stream, let index):
        entries.append(2)
        entries.append(u32: stream)
        entries.append(u16: index)
      }
    }
    write(
      stream: entries,
      [
        "Type": .name("XRef"), "Size": .integer(places.count), "W": [1, 4, 2],
        "Root": .reference(root), "Info": .reference(info), "ID": [identifier, identifier],
      ], as: table)
    bytes.append(ascii: "startxref\n")
    bytes.append(integer: offset)
    bytes.append(ascii: "\n%%EOF\n")
    return bytes
  }

  /// Moves objects into a stream (ISO 32000-1, 7.5.7).
  private mutating func pack(_ objects: Range<Int>) {
    let stream = reserve()
    var index: [UInt8] = []
    var body: [UInt8] = []
    for (place, object) in packedRanges[objects].enumerated() {
      places[object.number] = .packed(stream: stream.number, index: place)
      index.append(integer: object.number)
      index.append(0x20)
      index.append(integer: body.count)
      index.append(0x20)
      body += packed[object.range]
    }
    write(
      stream: index + body,
      [
        "Type": .name("ObjStm"), "N": .integer(objects.count), "First": .integer(index.count),
      ], as: stream)
  }
}

/// Sixteen bytes that tell files apart: two 64-bit hashes (FNV-1a, and one that is multiplied before it is added to).
enum Fingerprint {
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second = second &* 0xD134_2543_DE82_EF95 &+ UInt64(byte)
    }
    return [first, second].flatMap { hash in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0)) }
    }
  }
}
