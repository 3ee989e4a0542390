import ActaDiagnostics
import ActaLanguage

/// Limits that are looked at before cmark sees a body: beyond them its time grows with the square
/// of the input, or the text is no act.
///
/// Each limit is far above what acts have.
enum Guards {
  static let mostColumns = 100
  /// Columns times rows of the tables that a file of some length may have; cmark fills short rows up.
  static func mostCells(_ count: Int) -> Int { 100_000 + count / 16 }
  static let mostPipes = 1000
  /// Opening brackets in one paragraph: unmatched ones are tried against each other.
  static let mostBrackets = 2000
  static let deepestMarks = 60
  static let longest = 64 << 20
  /// Bytes of one line, and of the lines of one paragraph.
  static let longestBlock = 256 << 10

  /// Opening marks of tags in one file: so many have pages of the web, not acts.
  static let mostTags = 10_000

  /// Blocks that a file of some length may have.
  ///
  /// Each line with words can be one, and each mark of a list or a quote in front of it another, which costs a hundred
  /// times more than a byte; lines of acts have a hundred bytes and more.
  static func mostBlocks(_ count: Int) -> Int { 6000 + count / 128 }

  /// The first place that is too complex, and what it is too complex in.
  static func check(_ bytes: [UInt8], _ body: Span) -> (span: Span, message: Text)? {
    guard bytes.count <= longest else {
      return (Span(body.start, min(body.start + 1, body.end)), .tooLong)
    }
    var state = State(mostCells: mostCells(body.count))
    var blocks = mostBlocks(body.count)
    var line = body.start
    while line < body.end {
      var end = line
      while end < body.end, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let message =
        state.look(bytes, Span(line, end)) ?? (state.blocks <= blocks ? nil : .tooManyBlocks)
      if let message {
        // Not in the midst of a character.
        var shown = min(end, line + 80)
        while shown < end, bytes[shown] & 0xC0 == 0x80 { shown += 1 }
        return (Span(line, shown), message)
      }
      blocks -= state.blocks
      line = end + 1
    }
    return nil
  }

  private struct State {
    let mostCells: Int
    var brackets = 0
    var columns = 0
    var cells = 0
    /// Bytes of the paragraph so far.
    var count = 0
    /// Blocks that the line looked at last may begin.
    var blocks = 0
    /// Marks of tags in the file so far.
    var tags = 0

    mutating func look(_ bytes: [UInt8], _ line: Span) -> Text? {
      var pipes = 0
      var dashes = 0
      var open = 0
      var isDelimiter = true
      var isBlank = true
      bytes.withUnsafeBufferPointer { bytes in
        for index in line.start..<line.end {
          let byte = bytes[index]
          switch byte {
          case 0x20, 0x09: continue
          case UInt8(ascii: "|"): pipes += 1
          case UInt8(ascii: "-"): dashes += 1
          case UInt8(ascii: ":"), UInt8(ascii: ">"): break
          case UInt8(ascii: "["):
            open += 1
            isDelimiter = false
          case UInt8(ascii: "<"):
            if index + 1 < line.end, Self.opensTag(bytes[index + 1]) { tags += 1 }
            isDelimiter = false
          default: isDelimiter = false
          }
          isBlank = false
        }
      }
      if isBlank {
        // A paragraph or a table ends; what is counted over the whole file goes on.
        (brackets, columns, count, blocks) = (0, 0, 0, 0)
        return nil
      }
      brackets += open
      if brackets > mostBrackets { return .tooManyBrackets }
      if pipes > mostPipes { return .tooManyColumns }
      // A row of pipes alone delimits nothing, and a table has one row that does.
      if isDelimiter, dashes > 0, pipes > 0, columns == 0 {
        columns = pipes + 1
        if columns > mostColumns { return .tooManyColumns }
      }
      cells += columns
      if cells > mostCells { return .tooManyCells(mostCells) }
      // Each row of a table is a paragraph by itself.
      count = columns > 0 ? line.count : count + line.count
      if count > longestBlock { return .tooLongBlock }
      if tags > mostTags { return .tooManyTags }
      let depth = depth(bytes, line)
      blocks = max(depth, 1)
      if depth > deepestMarks { return .tooDeep }
      return nil
    }

    private static func opensTag(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        || Glyph.isASCIILetter(byte)
    }

    /// Quote and list marks at the beginning of a line.
    private func depth(_ bytes: [UInt8], _ line: Span) -> Int {
      var depth = 0
      var index = line.start
      while index < line.end {
        switch bytes[index] {
        case 0x20, 0x09: index += 1
        case UInt8(ascii: ">"):
          depth += 1
          index += 1
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
          guard index + 1 < line.end, bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09 else {
            return depth
          }
          depth += 1
          index += 1
        case 0x30...0x39:
          var end = index
          while end < line.end, Glyph.isDigit(bytes[end]) { end += 1 }
          guard end < line.end, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
          else { return depth }
          depth += 1
          index = end + 1
        default: return depth
        }
      }
      return depth
    }
  }
}

extension Text {
  static let tooLong = Text(
    ru: "Файл больше 64 МиБ: текст сохранён как есть и не разобран",
    en: "The file is over 64 MiB: the text is kept as it is and not read")

  fileprivate static let tooLongBlock = Text(
    ru:
      "Слишком сложно: абзац или строка длиннее \(Guards.longestBlock >> 10) КиБ; текст сохранён как есть",
    en:
      "Too complex: a paragraph or a line of over \(Guards.longestBlock >> 10) KiB; the text is kept as it is"
  )

  fileprivate static let tooManyTags = Text(
    ru: "Слишком сложно: больше \(Guards.mostTags) тегов HTML; текст сохранён как есть",
    en: "Too complex: over \(Guards.mostTags) tags of HTML; the text is kept as it is")

  fileprivate static let tooManyBlocks = Text(
    ru:
      "Слишком сложно: строк, пунктов и вложений больше, чем бывает в акте такой длины; текст сохранён как есть",
    en:
      "Too complex: more lines, points and nesting than an act of this length has; the text is kept as it is"
  )

  fileprivate static let tooManyBrackets = Text(
    ru:
      "Слишком сложно: больше \(Guards.mostBrackets) скобок «[» в одном абзаце; текст сохранён как есть",
    en:
      "Too complex: over \(Guards.mostBrackets) brackets «[» in one paragraph; the text is kept as it is"
  )

  fileprivate static let tooManyColumns = Text(
    ru: "Слишком сложно: в таблице больше \(Guards.mostColumns) граф; текст сохранён как есть",
    en: "Too complex: a table of over \(Guards.mostColumns) columns; the text is kept as it is")

  fileprivate static func tooManyCells(_ most: Int) -> Text {
    Text(
      ru: "Слишком сложно: в таблицах больше \(most) ячеек; текст сохранён как есть",
      en: "Too complex: tables of over \(most) cells; the text is kept as it is")
  }

  static let tooDeep = Text(
    ru:
      "Слишком сложно: списки и цитаты вложены глубже \(Guards.deepestMarks); текст сохранён как есть",
    en:
      "Too complex: lists and quotes nested deeper than \(Guards.deepestMarks); the text is kept as it is"
  )
}
