import ActaDiagnostics

/// The bytes of a source made safe to read: valid UTF-8 without NUL, as long as the source, so that every offset holds.
struct CleanBytes {
  let bytes: [UInt8]
  let findings: [Finding]

  init(_ source: Source) {
    var findings: [Finding] = []
    var clean = source.bytes
    for span in Self.invalid(source.bytes) {
      if findings.count < Self.mostFindings {
        findings.append(
          Finding("source/invalid-utf8", .error, file: source.path, at: span, .invalidUTF8))
      }
      for index in span.start..<span.end { clean[index] = UInt8(ascii: "?") }
    }
    for index in clean.indices where clean[index] == 0 {
      clean[index] = UInt8(ascii: " ")
      if findings.count < Self.mostFindings {
        findings.append(
          Finding(
            "source/invalid-utf8", .error, file: source.path, at: Span(index, index + 1), .nul))
      }
    }
    bytes = clean
    self.findings = findings
  }

  /// A file in another encoding has thousands of wrong bytes; the first hundred stretches tell enough.
  private static let mostFindings = 100

  /// Stretches of bytes that are no UTF-8 (RFC 3629), neighbours joined.
  private static func invalid(_ bytes: [UInt8]) -> [Span] {
    var spans: [Span] = []
    var index = 0
    while index < bytes.count {
      index += plain(bytes, from: index)
      guard index < bytes.count else { break }
      let length = sequence(bytes, at: index)
      if length > 0 {
        index += length
        continue
      }
      if let last = spans.last, last.end == index {
        spans[spans.count - 1].end = index + 1
      } else {
        spans.append(Span(index, index + 1))
      }
      index += 1
    }
    return spans
  }

  /// How many bytes of ASCII and of Russian letters follow.
  private static func plain(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
        } else if bytes[index] >> 1 == 0x68, index + 1 < bytes.count,
          bytes[index + 1] & 0xC0 == 0x80
        {
          index += 2
        } else {
          break
        }
      }
      return index - start
    }
  }

  /// The length of a well-formed sequence; 0 where there is none.
  private static func sequence(_ bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    func tail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch lead {
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0...0xBF) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80...0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90...0xBF) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80...0x8F) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }
}

extension Text {
  fileprivate static let invalidUTF8 = Text(
    ru: "Байты не читаются как UTF-8; сохраните файл в UTF-8",
    en: "These bytes are no UTF-8; save the file as UTF-8")

  fileprivate static let nul = Text(
    ru: "Нулевой байт в тексте", en: "A NUL byte in the text")
}
