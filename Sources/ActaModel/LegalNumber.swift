package import ActaDiagnostics

/// The number of a unit of an act, as it is written and as it counts.
///
/// Legal numbers are taken from the source's bytes: CommonMark renumbers lists, the law does not.
package struct LegalNumber: Sendable, Hashable {
  /// How the number is written.
  ///
  /// The style decides what it can follow and what can follow it.
  package enum Style: String, Sendable, Hashable {
    /// `1.`, `2.1.`, `4.1.1.`, `3-1.`
    case dotted
    /// `1)`, `3.1)`
    case bracketed
    /// `а)`
    case letter
    /// `I.`, `IV.`
    case roman
    /// A dash or a bullet, which orders nothing.
    case dash
  }

  /// One figure of a number: `3-1` is value 3, inserted [1]; `2¹` likewise.
  package struct Component: Sendable, Hashable, Comparable {
    package var value: Int
    /// Figures of a unit inserted by amendment behind `value`.
    package var inserted: [Int]

    package init(_ value: Int, inserted: [Int] = []) {
      self.value = value
      self.inserted = inserted
    }

    package static func < (left: Component, right: Component) -> Bool {
      if left.value != right.value { return left.value < right.value }
      return left.inserted.lexicographicallyPrecedes(right.inserted)
    }

    package var text: String { ([value] + inserted).map(String.init).joined(separator: "-") }
  }

  /// As it is written with its mark, such as `3-1.` or `Глава 2.`, spaces in it kept.
  package var text: String
  package var style: Style
  /// From the outermost figure to the innermost; empty for a dash.
  ///
  /// A letter counts from 1 in the order of the Russian alphabet without ё, й, ъ, ы, ь.
  package var components: [Component]
  /// The word that goes before the number: раздел, глава, статья.
  package var word: Word?
  package var span: Span

  package enum Word: String, Sendable, Hashable, CaseIterable {
    case section = "раздел"
    case chapter = "глава"
    case article = "статья"
    case appendix = "приложение"
  }

  package init(
    text: String, style: Style, components: [Component], word: Word? = nil, span: Span
  ) {
    self.text = text
    self.style = style
    self.components = components
    self.word = word
    self.span = span
  }

  /// The number without its mark: `3-1`, `4.1.1`, `а`, `IV`.
  package var bare: String {
    guard word != nil else {
      let marks = text.utf8.reversed().prefix { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
      return marks.isEmpty ? text : String(Substring(text.utf8.dropLast(marks.count)))
    }
    var bare = Substring(text)
    if let space = bare.lastIndex(where: { $0 == " " || $0 == "\u{A0}" }) {
      bare = bare[bare.index(after: space)...]
    }
    while let last = bare.last, last == "." || last == ")" { bare = bare.dropLast() }
    return String(bare)
  }
}
