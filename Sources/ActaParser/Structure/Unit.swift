import ActaDiagnostics
import ActaLanguage
import ActaModel

/// A paragraph or heading with its legal number told apart: what the outline is built from.
struct Unit {
  var number: LegalNumber?
  var headingLevel: Int?
  /// Without the number.
  var text: Prose
  /// How many list items hold it.
  var depth: Int
  var span: Span
}

extension Unit {
  /// The units of a heading or paragraph: one, or more where a wrapped line opens with a legal number.
  static func units(of piece: Markup.Piece) -> [Unit] {
    switch piece.content {
    case .heading(let level, let prose):
      return [heading(prose, level: level, piece)]
    case .paragraph(let prose):
      return paragraphs(prose, piece)
    case .table, .verbatim, .quote, .line:
      return []
    }
  }

  private static func heading(_ prose: Prose, level: Int, _ piece: Markup.Piece) -> Unit {
    let opening = openingNumber(prose.text, in: .heading)
    return Unit(
      number: opening.flatMap { LegalNumber($0, in: prose) }, headingLevel: level,
      text: opening.map { prose[$0.content..<prose.count] } ?? prose, depth: piece.depth,
      span: prose.span ?? piece.span)
  }

  private static func paragraphs(_ prose: Prose, _ piece: Markup.Piece) -> [Unit] {
    var units: [Unit] = []
    for (index, range) in lines(of: prose).enumerated() {
      let part = prose[range]
      let isFirst = index == 0
      var unit = Unit(
        number: nil, text: part, depth: piece.depth, span: part.span ?? piece.span)
      let place = isFirst ? NumberPlace.paragraph : .wrappedLine
      let marker = isFirst ? piece.marker : nil
      if let marker, let number = LegalNumber(marker: marker), number.style != .dash {
        unit.number = number
      } else if let opening = openingNumber(part.text, in: place),
        let number = LegalNumber(opening, in: part)
      {
        // A bullet in front of a number («- а) …») is typography; the number is the law's.
        unit.number = number
        unit.text = part[opening.content..<part.count]
      } else if let marker {
        unit.number = LegalNumber(marker: marker)
      }
      if let number = unit.number { unit.span = unit.span.joined(number.span) }
      units.append(unit)
    }
    return units
  }

  /// A paragraph's text parted in front of each wrapped line that begins a provision or an editorial note.
  private static func lines(of prose: Prose) -> [Range<Int>] {
    let text = Array(prose.text.utf8)
    guard text.contains(0x0A) else { return [0..<text.count] }
    var ranges: [Range<Int>] = []
    var start = 0
    for index in text.indices where text[index] == 0x0A {
      let next = index + 1
      guard next < text.count, begins(text, at: next, after: text[start..<index]) else { continue }
      ranges.append(start..<index)
      start = next
    }
    ranges.append(start..<text.count)
    return ranges
  }

  private static func begins(
    _ text: [UInt8], at start: Int, after before: ArraySlice<UInt8>
  ) -> Bool {
    let head = text[start..<min(text.count, start + 200)]
    if head.first == 0x28, Formula.opensAmendmentNote(FoldedBytes(head)) { return true }
    guard let opening = openingNumber(head, in: .wrappedLine) else { return false }
    let window = before.suffix(400)
    guard !runsOn(window) else { return false }
    let endsSentence = endsClause(before)
    let rest = head.dropFirst(opening.content)
    switch opening.style {
    case .dash: return endsSentence
    case .dotted: return endsSentence || Glyph.isCapital(rest)
    case .bracketed, .letter: return endsSentence || endsWithComma(before)
    case .roman: return endsSentence
    }
  }

  private static func endsClause(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
      return true
    }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"):
      return true
    default: return text.suffix(2).elementsEqual("»".utf8)
    }
  }

  private static func endsWithComma(_ text: ArraySlice<UInt8>) -> Bool {
    text.last(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) == UInt8(ascii: ",")
  }
}

extension LegalNumber {
  /// A number that opens a text.
  init?(_ opening: OpeningNumber, in prose: Prose) {
    guard let span = prose.span(of: 0..<opening.length) else { return nil }
    self.init(
      text: prose[0..<opening.length].text, style: opening.style, components: opening.components,
      word: opening.word, span: span)
  }

  /// A list item's mark: `5.`, `2)`, `-`.
  init?(marker: Spanned<String>) {
    guard let last = marker.value.utf8.last else { return nil }
    let digits = marker.value.dropLast()
    if digits.isEmpty {
      self.init(text: marker.value, style: .dash, components: [], span: marker.span)
      return
    }
    guard digits.utf8.count <= 9, let value = Int(digits) else { return nil }
    self.init(
      text: marker.value, style: last == UInt8(ascii: ")") ? .bracketed : .dotted,
      components: [Component(value)], span: marker.span)
  }
}
