import ActaDiagnostics
import ActaModel
import ActaParser
import ArgumentParser
import Foundation

/// `acta words FILE`: each word of a file's text with its place, for comparison with another reader of Markdown.
struct Words: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Слова текста с их местами (для сверки).", shouldDisplay: false)

  @Argument(help: "Файл акта.")
  var files: [String]

  mutating func run() throws {
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Failure(message: "\(file): не читается", status: Failure.inputOutput)
      }
      let source = Source(path: file, bytes: Array(data))
      var out = ""
      for (word, span) in Self.words(ActaParser.parse(source).value) {
        let start = source.position(span.start)
        out += "\(start.line)\t\(start.column)\t\(word)\n"
      }
      Terminal.write("# \(file)\n" + out)
    }
  }

  private static func words(_ document: Document) -> [(String, Span)] {
    var words: [(String, Span)] = []
    document.forEachBlock { block in
      switch block {
      case .provision(let provision):
        if let number = provision.number { words.append((number.text, number.span)) }
      case .members(let list):
        words += list.members.compactMap { $0.number.map { ($0.text, $0.span) } }
      case .verbatim, .schedule, .table, .quote, .line: break
      }
    }
    document.forEachProse { prose in
      var start = 0
      let text = Array(prose.text.utf8)
      for index in 0...text.count where index == text.count || text[index] <= 0x20 {
        if index > start, let span = prose.span(of: start..<index) {
          words.append((String(decoding: text[start..<index], as: UTF8.self), span))
        }
        start = index + 1
      }
    }
    return words
  }
}
