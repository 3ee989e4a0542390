import ActaDiagnostics
import ActaLanguage

/// Limits that are looked at before cmark sees a body: beyond them its time grows with the square
/// of the input, or the text is no act.
///
/// Each limit is far above what acts have.
enum Guards {
  static let mostColumns = 100
  /// Columns times rows of one table; cmark fills short rows up.
  static let mostCells = 150_000
  static let mostPipes = 1000
  /// Opening brackets in one paragraph: unmatched ones are tried against each other.
  static let mostBrackets = 2000
  static let deepestMarks = 60
  static let longest = 64 << 20

  /// The first place that is too complex, and what it is too complex in.
  static func check(_ bytes: [UInt8], _ body: Span) -> (span: Span, message: Text)? {
    guard bytes.count <= longest else {
      return (Span(body.start, min(body.start + 1, body.end)), .tooLong)
    }
    var state = State()
    var line = body.start
    while line < body.end {
      var end = line
      while end < body.end, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      if let message = state.look(bytes, Span(line, end)) {
        return (Span(line, min(end, line + 80)), message)
      }
      line = end + 1
    }
    return nil
  }

  private struct State {
    var brackets = 0
    var columns = 0
    var cells = 0
    /// Cells of the line before, where it could be a table's head.
    var pipesBefore = 0

    mutating func look(_ bytes: [UInt8], _ line: Span) -> Text? {
      var pipes = 0
      var open = 0
      var isDelimiter = true
      var isBlank = true
      bytes.withUnsafeBufferPointer { bytes in
        for byte in bytes[line.start..<line.end] {
          switch byte {
          case 0x20, 0x09: continue
          case UInt8(ascii: "|"): pipes += 1
          case UInt8(ascii: "["):
            open += 1
            isDelimiter = false
          case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"): break
          default: isDelimiter = false
          }
          isBlank = false
        }
      }
      if isBlank {
        self = State()
        return nil
      }
      brackets += open
      if brackets > mostBrackets { return .tooManyBrackets }
      if pipes > mostPipes { return .tooManyColumns }
      if isDelimiter, pipes > 0 {
        columns = pipes + 1
        if columns > mostColumns { return .tooManyColumns }
      }
      cells += columns
      if cells > mostCells { return .tooManyCells }
      if depth(bytes, line) > deepestMarks { return .tooDeep }
      return nil
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

  fileprivate static let tooManyBrackets = Text(
    ru:
      "Слишком сложно: больше \(Guards.mostBrackets) скобок «[» в одном абзаце; текст сохранён как есть",
    en:
      "Too complex: over \(Guards.mostBrackets) brackets «[» in one paragraph; the text is kept as it is"
  )

  fileprivate static let tooManyColumns = Text(
    ru: "Слишком сложно: в таблице больше \(Guards.mostColumns) граф; текст сохранён как есть",
    en: "Too complex: a table of over \(Guards.mostColumns) columns; the text is kept as it is")

  fileprivate static let tooManyCells = Text(
    ru: "Слишком сложно: в таблице больше \(Guards.mostCells) ячеек; текст сохранён как есть",
    en: "Too complex: a table of over \(Guards.mostCells) cells; the text is kept as it is")

  static let tooDeep = Text(
    ru:
      "Слишком сложно: списки и цитаты вложены глубже \(Guards.deepestMarks); текст сохранён как есть",
    en:
      "Too complex: lists and quotes nested deeper than \(Guards.deepestMarks); the text is kept as it is"
  )
}
