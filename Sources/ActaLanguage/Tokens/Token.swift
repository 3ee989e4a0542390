package import ActaDiagnostics

/// A word, a number or a mark of a text, as a recogniser sees it.
package struct Token: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable {
    /// Letters of any alphabet; «социально-экономический» is two words with a dash glued between.
    case word
    /// Digits, letters О and З among them read as the digits that they stand for.
    case number
    /// Hyphen, minus and dashes of every length.
    case dash
    case openingQuote, closingQuote
    /// `"` and its like, which open and close alike.
    case straightQuote
    case openingBracket, closingBracket
    case period, comma, colon, semicolon, slash, percent
    /// `№`, `N` in front of a number, and the mojibake «в„–».
    case numberSign
    /// `§`
    case sectionSign
    case other
    /// What is read behind the last token and in front of the first.
    case end
  }

  /// What stands between the token before and this one.
  package enum Gap: UInt8, Sendable, Hashable { case glued, space, lineBreak }

  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first letter is a capital.
    package static let capitalized = Flags(rawValue: 1)
    /// Every letter is a capital.
    package static let upperCase = Flags(rawValue: 2)
    /// Latin letters in a Russian word, or letters in a number, were read as meant.
    package static let lookAlike = Flags(rawValue: 4)
    /// No letter is Cyrillic.
    package static let latin = Flags(rawValue: 8)
    /// A hyphen of the keyboard, not a dash.
    package static let hyphen = Flags(rawValue: 16)
  }

  /// A word's letters, folded; empty for other kinds.
  package internal(set) var letters = Letters()
  package internal(set) var kind: Kind
  package internal(set) var flags: Flags = []
  package internal(set) var gap: Gap = .glued
  private var low: UInt32
  private var high: UInt32
  /// A number's value, or a mark's Unicode scalar.
  private var payload: UInt64 = 0
  private var count: UInt8 = 0

  init(_ kind: Kind, start: Int, end: Int, payload: UInt64 = 0, digits: Int = 0) {
    self.kind = kind
    low = UInt32(clamping: start)
    high = UInt32(clamping: end)
    self.payload = payload
    count = UInt8(clamping: digits)
  }

  /// Byte offsets in the text.
  package var start: Int { Int(low) }
  package var end: Int { Int(high) }
  package var span: Span { Span(start, end) }

  package var isWord: Bool { kind == .word }
  package var isNumber: Bool { kind == .number }
  package var isDash: Bool { kind == .dash }
  package var isEnd: Bool { kind == .end }
  package var isQuote: Bool {
    kind == .openingQuote || kind == .closingQuote || kind == .straightQuote
  }
  package var isGlued: Bool { gap == .glued }

  /// A number's value; `nil` for other kinds and for more than 15 digits.
  package var value: Int? {
    kind == .number && payload < 1_000_000_000_000_000 ? Int(payload) : nil
  }

  /// How many digits a number has, at most 255; 0 for other kinds.
  package var digits: Int { Int(count) }

  /// The scalar of a mark.
  package var mark: Unicode.Scalar? {
    kind == .word || kind == .number ? nil : Unicode.Scalar(UInt32(truncatingIfNeeded: payload))
  }

  /// Whether the token is this word, in lower case with е for ё.
  @inline(__always)
  package func `is`(_ word: StaticString) -> Bool { kind == .word && letters.equals(word) }

  /// Whether the token is a word that begins so.
  @inline(__always)
  package func has(stem: StaticString) -> Bool { kind == .word && letters.hasPrefix(stem) }

  /// Whether the token is `stem` with one of the endings.
  @inline(__always)
  package func isForm(_ stem: StaticString, _ endings: @autoclosure () -> Endings) -> Bool {
    guard kind == .word, let length = letters.prefixLength(stem) else { return false }
    return endings().contains(letters.dropFirst(length))
  }

  /// Whether the token is an adjective, ordinal or participle with this stem, in any form.
  @inline(__always)
  package func isForm(ofAdjective stem: StaticString) -> Bool { isForm(stem, .adjective) }
}
