/// Roman numerals as section numbers are written.
package enum RomanNumeral {
  /// The numeral of a number from 1 to 399; a larger one in figures.
  package static func text(_ value: Int) -> String {
    let steps: [(Int, String)] = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ]
    guard (1...399).contains(value) else { return String(value) }
    var rest = value
    var text = ""
    for (step, glyphs) in steps {
      while rest >= step {
        text += glyphs
        rest -= step
      }
    }
    return text
  }
}
