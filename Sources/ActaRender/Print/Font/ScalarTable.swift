/// A number for each character of the basic plane: those in use lie in few blocks of 256, so only these are kept.
struct ScalarTable: Sendable {
  /// By a scalar's upper byte where its block begins in `values`; at 0 lies the block of those without a number.
  private var blocks = [Int32](repeating: 0, count: 256)
  private var values: [UInt16]
  /// What stands for no number.
  private let none: UInt16

  init(none: UInt16) {
    self.none = none
    values = [UInt16](repeating: none, count: 256)
  }

  /// The number of a scalar, which must be of the basic plane.
  @inline(__always)
  subscript(_ scalar: UInt32) -> UInt16 {
    get { values[Int(blocks[Int(scalar >> 8)]) | Int(scalar & 0xFF)] }
    set {
      let upper = Int(scalar >> 8)
      if blocks[upper] == 0 {
        if newValue == none { return }
        blocks[upper] = Int32(values.count)
        values.append(contentsOf: repeatElement(none, count: 256))
      }
      values[Int(blocks[upper]) | Int(scalar & 0xFF)] = newValue
    }
  }

  /// Gives every number there is its scalar.
  func forEach(_ visit: (_ scalar: UInt32, _ number: UInt16) -> Void) {
    for (upper, start) in blocks.enumerated() where start > 0 {
      for lower in 0..<256 where values[Int(start) | lower] != none {
        visit(UInt32(upper << 8 | lower), values[Int(start) | lower])
      }
    }
  }
}
