/// A half-open range of UTF-8 byte offsets, `start..<end`, in one source.
package struct Span: Sendable, Hashable, Comparable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Length in bytes.
  package var count: Int { end - start }
  package var isEmpty: Bool { end == start }

  package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share a byte, or an empty span stands inside the other.
  package func meets(_ other: Span) -> Bool {
    start < other.end && other.start < end
      || isEmpty && other.start <= start && start <= other.end
  }

  package func joined(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }

  package static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A value and where it is written.
package struct Spanned<Value: Sendable & Hashable>: Sendable, Hashable {
  package var value: Value
  package var span: Span

  package init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }
}
