/// What a finding is recognised by after lines have moved: the rule, the file, the marked words, the words around them
/// on their line, and, where two are alike in all that, which of them it is.
package struct Fingerprint: Sendable, Hashable {
  package var rule: RuleID
  package var file: String
  /// The marked words, white space made single; of long ones the beginning.
  package var words: String
  /// The words in front of the marked ones and behind them on the same line.
  package var around: String
  /// The message in Russian: it tells findings about a whole file apart.
  package var message: String
  /// From 0 in the order of the findings.
  package var occurrence: Int

  /// 128 bits in lower-case hexadecimal.
  ///
  /// The message counts only where the words do not speak for themselves, so that it may be worded better later.
  package var digest: String {
    var hash = DoubleHash()
    for part in [rule.text, file, words, around, isMute ? message : ""] { hash.add(part) }
    hash.add(String(occurrence))
    return hash.hexadecimal
  }

  /// Whether the marked words hold neither letter nor digit: of such, say the fences of front matter, several things can
  /// be said.
  package var isMute: Bool {
    words.unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
  }

  /// The fingerprints of findings, one each, in their order.
  package static func all(
    of findings: [Finding], sources: [String: Source], name: (String) -> String = { $0 }
  ) -> [Fingerprint] {
    var counts: [Fingerprint: Int] = [:]
    return findings.map { finding in
      var fingerprint = Fingerprint(finding, sources[finding.file], file: name(finding.file))
      var key = fingerprint
      if !key.isMute { key.message = "" }
      fingerprint.occurrence = counts[key, default: 0]
      counts[key, default: 0] += 1
      return fingerprint
    }
  }

  package init(
    rule: RuleID, file: String, words: String, around: String, message: String, occurrence: Int = 0
  ) {
    self.rule = rule
    self.file = file
    self.words = words
    self.around = around
    self.message = message
    self.occurrence = occurrence
  }

  private init(_ finding: Finding, _ source: Source?, file: String) {
    self.init(
      rule: finding.rule, file: file, words: "", around: "", message: finding.message.ru)
    guard let span = finding.span, let source else { return }
    let bytes = source.bytes
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    words = Self.plain(bytes[start..<min(end, start + Self.reach)])
    around =
      Self.plain(bytes[Self.lineStart(bytes, start)..<start]) + "|"
      + Self.plain(bytes[end..<Self.lineEnd(bytes, end)])
  }

  /// Bytes that are looked at: of the words themselves, and to each side.
  private static let reach = 240
  private static let margin = 80

  private static func lineStart(_ bytes: [UInt8], _ offset: Int) -> Int {
    var start = offset
    while start > 0, offset - start < margin, !isBreak(bytes[start - 1]) { start -= 1 }
    // No half character, and no half word where the line goes on.
    while start < offset, start > 0, bytes[start - 1] != 0x20, !isBreak(bytes[start - 1]) {
      start += 1
    }
    return start
  }

  private static func lineEnd(_ bytes: [UInt8], _ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, end - offset < margin, !isBreak(bytes[end]) { end += 1 }
    while end > offset, end < bytes.count, bytes[end] != 0x20, !isBreak(bytes[end]) { end -= 1 }
    return end
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Text with every run of white space and control characters made one blank, none at the ends.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    for byte in bytes {
      if byte > 0x20, byte != 0x7F {
        plain.append(byte)
      } else if let last = plain.last, last != 0x20 {
        plain.append(0x20)
      }
    }
    if plain.last == 0x20 { plain.removeLast() }
    return String(decoding: plain, as: UTF8.self)
  }
}

/// Two 64-bit FNV-1a hashes side by side: no secret is kept, only accidents are kept apart.
private struct DoubleHash {
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x9AE1_6A3B_2F90_404F

  /// Adds a text and an end mark.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
    second = (second ^ UInt64(byte)) &* 0x100_0000_01B3
    second ^= second >> 29
  }

  var hexadecimal: String { Self.padded(first) + Self.padded(second) }

  private static func padded(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Fingerprint {
  /// Eight hexadecimal digits of a text, for a file that people read.
  package static func short(_ text: String) -> String {
    var hash = DoubleHash()
    hash.add(text)
    return String(hash.hexadecimal.prefix(8))
  }
}
