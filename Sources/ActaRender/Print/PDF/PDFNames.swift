/// The addresses of an act as names that links and other programs can lead to: `act.pdf#p-1.3` (ISO 32000-1, 12.3.2.3).
struct PDFNames {
  /// Names ascend by the bytes of their keys (7.9.6); all stand in the root of their tree.
  private var names: [(key: [UInt8], anchor: String, destination: PDFValue)] = []

  /// `destination` is `nil` for an element that is on no page.
  init(_ anchors: [String: Int], destination: (_ element: Int) -> PDFValue?) {
    names.reserveCapacity(anchors.count)
    for (anchor, element) in anchors {
      guard let destination = destination(element) else { continue }
      names.append((Self.key(anchor), anchor, destination))
    }
    names.sort { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// `nil` where there are none.
  var dictionary: PDFDictionary? {
    guard !names.isEmpty else { return nil }
    var entries: [PDFValue] = []
    entries.reserveCapacity(names.count * 2)
    for name in names {
      entries.append(.text(name.anchor))
      entries.append(name.destination)
    }
    return ["Names": .array(entries)]
  }

  /// The bytes of a name as it is written: ASCII, or UTF-16 with its mark.
  private static func key(_ anchor: String) -> [UInt8] {
    if anchor.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return Array(anchor.utf8) }
    return [0xFE, 0xFF] + anchor.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }
}
