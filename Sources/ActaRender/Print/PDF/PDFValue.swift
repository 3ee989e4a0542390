/// A value as PDF writes it (ISO 32000-1, 7.3).
enum PDFValue: Sendable {
  case bool(Bool)
  case integer(Int)
  /// A number in thousandths.
  case thousandths(Int)
  case name(String)
  /// A string of bytes.
  case bytes([UInt8])
  /// A string for people.
  case text(String)
  case array([PDFValue])
  case dictionary(PDFDictionary)
  case reference(PDFReference)
  case null
}

/// The number of an object in a file.
struct PDFReference: Sendable, Hashable {
  let number: Int
}

/// Names and values, written in the order given.
struct PDFDictionary: Sendable, ExpressibleByDictionaryLiteral {
  private(set) var entries: [(name: String, value: PDFValue)]

  init(dictionaryLiteral elements: (String, PDFValue)...) {
    entries = elements.map { (name: $0.0, value: $0.1) }
  }

  /// Adds an entry; none for `nil`.
  subscript(_ name: String) -> PDFValue? {
    get { entries.first { $0.name == name }?.value }
    set {
      entries.removeAll { $0.name == name }
      if let newValue { entries.append((name: name, value: newValue)) }
    }
  }
}

extension PDFValue: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: PDFValue...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, PDFValue)...) {
    self = .dictionary(PDFDictionary(elements))
  }
}

extension PDFDictionary {
  init(_ elements: [(String, PDFValue)]) { entries = elements.map { (name: $0.0, value: $0.1) } }
}
