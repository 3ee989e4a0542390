package import ActaDiagnostics

/// Running text: the words as they read, where each stands in the source, and how it is marked up.
///
/// `text` is what a reader sees: escapes and entities resolved, marks of Markdown gone, a soft line break kept as
/// `\n`. All ranges are UTF-8 byte offsets in `text`.
package struct Prose: Sendable, Hashable {
  package var text: String
  /// How `text` maps onto the source, ascending in both, without overlap.
  package var segments: [Segment]
  /// Emphasis, links and the like; properly nested, outer ones first.
  package var marks: [Mark]

  package init(text: String = "", segments: [Segment] = [], marks: [Mark] = []) {
    self.text = text
    self.segments = segments
    self.marks = marks
  }

  /// Text that stands in the source as it is, from a byte offset on.
  package init(_ text: String, at start: Int) {
    let count = text.utf8.count
    self.init(
      text: text,
      segments: text.isEmpty
        ? [] : [Segment(text: 0, count: count, source: Span(start, start + count))])
  }

  /// A stretch of text and the source bytes that it was read from.
  ///
  /// Where both have one length they are the same bytes; where not (an entity, an escape) the
  /// stretch stands for the whole span.
  package struct Segment: Sendable, Hashable {
    package var text: Int
    package var count: Int
    package var source: Span

    package init(text: Int, count: Int, source: Span) {
      self.text = text
      self.count = count
      self.source = source
    }

    package var isVerbatim: Bool { count == source.count }
  }

  package struct Mark: Sendable, Hashable {
    package var kind: Kind
    package var range: Range<Int>

    package init(_ kind: Kind, _ range: Range<Int>) {
      self.kind = kind
      self.range = range
    }

    package enum Kind: Sendable, Hashable {
      case emphasis, strong, struck, code
      /// The destination as CommonMark resolves it.
      case link(destination: String, title: String)
      case image(source: String, title: String)
      /// A forced end of line; covers the `\n` in the text.
      case lineBreak
      /// A footnote's number in the document, from 1; covers no text.
      case footnote(number: Int)
    }
  }
}

extension Prose {
  package var isEmpty: Bool { text.isEmpty && marks.isEmpty }
  package var count: Int { text.utf8.count }

  /// Where the whole text stands, from its first to its last character.
  package var span: Span? {
    guard let first = segments.first, let last = segments.last else { return nil }
    return Span(first.source.start, last.source.end)
  }

  /// The source bytes that a range of the text was read from; `nil` where the text has none.
  package func span(of range: Range<Int>) -> Span? {
    guard let start = sourceOffset(range.lowerBound, isEnd: false),
      let end = range.isEmpty ? start : sourceOffset(range.upperBound, isEnd: true)
    else { return nil }
    return Span(start, end)
  }

  /// A part of the text with the segments and marks that lie in it.
  package subscript(range: Range<Int>) -> Prose {
    let count = count
    let low = min(max(range.lowerBound, 0), count)
    let high = min(max(range.upperBound, low), count)
    if low == 0, high == count, isWhole(upTo: count) { return self }
    var text = text
    var part = Prose(
      text: text.withUTF8 {
        String(decoding: UnsafeBufferPointer(rebasing: $0[low..<high]), as: UTF8.self)
      })
    for segment in segments {
      let (start, end) = (max(segment.text, low), min(segment.text + segment.count, high))
      guard start < end else { continue }
      let source =
        segment.isVerbatim
        ? Span(
          segment.source.start + start - segment.text, segment.source.start + end - segment.text)
        : segment.source
      part.segments.append(Segment(text: start - low, count: end - start, source: source))
    }
    for mark in marks {
      let (start, end) = (max(mark.range.lowerBound, low), min(mark.range.upperBound, high))
      let isPoint = mark.range.isEmpty && start == end
      guard start < end || isPoint && mark.range.lowerBound >= low else { continue }
      part.marks.append(Mark(mark.kind, start - low..<end - low))
    }
    return part
  }

  /// Whether every segment holds something and nothing goes beyond the text.
  private func isWhole(upTo count: Int) -> Bool {
    segments.allSatisfy { $0.text >= 0 && $0.count > 0 && $0.text + $0.count <= count }
      && marks.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count }
  }

  /// The text with `other` behind it.
  package func appending(_ other: Prose) -> Prose {
    let shift = count
    var whole = self
    whole.text += other.text
    whole.segments += other.segments.map {
      Segment(text: $0.text + shift, count: $0.count, source: $0.source)
    }
    whole.marks += other.marks.map {
      Mark($0.kind, $0.range.lowerBound + shift..<$0.range.upperBound + shift)
    }
    return whole
  }

  private func sourceOffset(_ offset: Int, isEnd: Bool) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      let segment = segments[middle]
      let end = segment.text + segment.count
      if isEnd ? end < offset : end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count else { return segments.last?.source.end }
    let segment = segments[low]
    let inside = offset - segment.text
    guard inside > 0 else {
      return isEnd && low > 0 ? segments[low - 1].source.end : segment.source.start
    }
    if segment.isVerbatim { return segment.source.start + min(inside, segment.count) }
    return isEnd ? segment.source.end : segment.source.start
  }
}
