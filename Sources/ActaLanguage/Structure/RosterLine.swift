package import ActaModel

/// Reads a line of a roster: whose name, which post, what role in the body.
package enum RosterLine {
  /// Where the name and the post stand in a text; UTF-8 offsets.
  package struct Parts: Sendable, Hashable {
    package var name: Range<Int>
    package var words: [Range<Int>]
    package var post: Range<Int>
    package var isNameFirst: Bool
  }

  /// Name and post, in either order, parted by a dash of any kind or a comma; `nil` where no person is named.
  package static func parts(_ text: String) -> Parts? {
    let bytes = Array(text.utf8)
    if let (words, end) = name(bytes, from: skip(bytes, 0)), words.count >= 2 {
      let separator = separator(bytes, from: end)
      guard let separator else {
        guard end == trimEnd(bytes, bytes.count) else { return nil }
        return Parts(
          name: words[0].lowerBound..<end, words: words, post: end..<end, isNameFirst: true)
      }
      return Parts(
        name: words[0].lowerBound..<end, words: words,
        post: separator..<trimEnd(bytes, bytes.count), isNameFirst: true)
    }
    // «министр экономики – Иванов Иван Иванович»
    for dash in spacedDashes(bytes).reversed() {
      let start = skip(bytes, dash.upperBound)
      guard let (words, end) = name(bytes, from: start), words.count >= 2,
        endsLine(bytes, from: end)
      else { continue }
      return Parts(
        name: words[0].lowerBound..<end, words: words,
        post: skip(bytes, 0)..<trimEnd(bytes, dash.lowerBound), isNameFirst: false)
    }
    return nil
  }

  /// The name in a text that holds a name alone, as a cell of a table does.
  package static func name(_ text: String) -> [Range<Int>]? {
    let bytes = Array(text.utf8)
    guard let (words, end) = name(bytes, from: skip(bytes, 0)), words.count >= 2,
      endsLine(bytes, from: end)
    else { return nil }
    return words
  }

  /// The person's name in words of a text.
  package static func person(_ words: [Range<Int>], in prose: Prose) -> PersonName? {
    guard let first = words.first, let last = words.last,
      let span = prose.span(of: first.lowerBound..<last.upperBound)
    else { return nil }
    let bytes = Array(prose.text.utf8)
    let text = words.map { String(decoding: bytes[$0], as: UTF8.self) }
    let patronymic = text.dropFirst(2).joined(separator: " ")
    return PersonName(
      surname: text[0], given: text.count > 1 ? text[1] : "",
      patronymic: patronymic.isEmpty ? nil : patronymic, span: span)
  }

  /// Whether a text says that the member takes part by consent.
  package static func isByConsent(_ text: String) -> Bool {
    FoldedBytes(text).contains("по согласованию")
  }

  // MARK: Names

  /// Two to four words that make a name: capitalised or all capitals, or initials; «оглы», «кызы» and their kin belong
  /// to the patronymic.
  private static func name(_ bytes: [UInt8], from start: Int) -> (words: [Range<Int>], end: Int)? {
    var words: [Range<Int>] = []
    var index = start
    while words.count < 4 {
      guard let word = word(bytes, from: index, position: words.count) else { break }
      words.append(word)
      index = skip(bytes, word.upperBound)
      if bytes[word].contains(UInt8(ascii: ".")) && words.count > 1 { break }
    }
    guard let first = words.first, let last = words.last else { return nil }
    // «Руководитель Штаба:» heads those below it.
    let opening = String(decoding: FoldedBytes(bytes[first]).bytes, as: UTF8.self)
    if offices.contains(opening) { return nil }
    return (words, last.upperBound)
  }

  /// Words of office that open a heading, as no surname does.
  private static let offices: Set<String> = [
    "председатель", "председатели", "сопредседатель", "сопредседатели", "руководитель",
    "руководители", "заместитель", "заместители", "секретарь", "секретари", "ответственный",
    "член", "члены", "начальник", "координатор", "координаторы", "состав", "приглашенные",
  ]

  private static func word(_ bytes: [UInt8], from start: Int, position: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    if position >= 2, let particle = particle(bytes, from: start) { return particle }
    guard Glyph.isCapital(bytes[start...]) else { return nil }
    var index = start
    while index < bytes.count {
      let rest = bytes[index...]
      if Glyph.isLetter(rest) {
        index += bytes[index] < 0x80 ? 1 : 2
      } else if bytes[index] == UInt8(ascii: "-"), index > start,
        joins(bytes, at: index, position: position)
      {
        index += 1
      } else if rest.starts(with: "’".utf8) || bytes[index] == UInt8(ascii: "'") {
        index += bytes[index] == UInt8(ascii: "'") ? 1 : 3
      } else if bytes[index] == UInt8(ascii: "."), position > 0, isInitial(bytes[start..<index]) {
        index += 1
        if !Glyph.isCapital(bytes[index...]) { break }
      } else {
        break
      }
    }
    let length = index - start
    // A lone capital is an initial only with its full stop.
    guard length > 2 || position > 0 && bytes[start..<index].contains(UInt8(ascii: ".")) else {
      return nil
    }
    return start..<min(index, bytes.count)
  }

  /// Whether a hyphen joins a double name; behind a given name and before a small letter it parts name and post.
  private static func joins(_ bytes: [UInt8], at index: Int, position: Int) -> Bool {
    let next = bytes[(index + 1)...]
    guard Glyph.isLetter(next) else { return false }
    if Glyph.isCapital(next) { return true }
    if position == 0 { return true }
    let folded = FoldedBytes(next.prefix(12))
    return ["оглы", "кызы", "оол", "угли", "гызы", "улы"].contains { folded.hasPrefix($0) }
  }

  private static func isInitial(_ word: ArraySlice<UInt8>) -> Bool {
    guard let segment = word.split(separator: UInt8(ascii: ".")).last else { return false }
    return segment.count <= 4
  }

  private static func particle(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    let folded = FoldedBytes(bytes[start...].prefix(16))
    for particle in ["оглы", "кызы", "гызы", "угли", "улы", "уулу", "оол"]
    where folded.hasPrefix(particle) {
      let end = start + particle.utf8.count
      guard end >= bytes.count || !Glyph.isLetter(bytes[end...]) else { continue }
      return start..<end
    }
    return nil
  }

  // MARK: Separators

  /// The offset of the post behind a dash or a comma.
  private static func separator(_ bytes: [UInt8], from end: Int) -> Int? {
    var index = skip(bytes, end)
    if index < bytes.count, bytes[index] == UInt8(ascii: "(") {
      // «Иванов Иван Иванович (по согласованию) – министр»
      guard let close = bytes[index...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
      index = skip(bytes, close + 1)
      if index >= bytes.count || bytes[index] == UInt8(ascii: ";") { return end }
    }
    guard index < bytes.count else { return nil }
    let dash = Glyph.dash(bytes[index...])
    if dash > 0 { return skip(bytes, index + dash) }
    if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ":") {
      return skip(bytes, index + 1)
    }
    if bytes[index] == UInt8(ascii: ";") || bytes[index] == UInt8(ascii: ".") { return index }
    return nil
  }

  private static func spacedDashes(_ bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count, found.count < 64 {
      let length = Glyph.dash(bytes[index...])
      if length > 0 {
        if index > 0,
          bytes[index - 1] == 0x20 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0xA0
        {
          found.append(index..<index + length)
        }
        index += length
      } else {
        index += 1
      }
    }
    return found
  }

  private static func endsLine(_ bytes: [UInt8], from start: Int) -> Bool {
    let rest = bytes[skip(bytes, start)...]
    guard let first = rest.first else { return true }
    return first == UInt8(ascii: ";") || first == UInt8(ascii: ".") || first == UInt8(ascii: ",")
      || first == UInt8(ascii: "(")
  }

  private static func skip(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let space = Glyph.whitespace(bytes[index...])
      guard space > 0 else { break }
      index += space
    }
    return index
  }

  private static func trimEnd(_ bytes: [UInt8], _ end: Int) -> Int {
    var end = min(end, bytes.count)
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }
}
