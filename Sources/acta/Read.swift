import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ArgumentParser
import Foundation

/// `acta read KIND`: how phrases on standard input are read, one JSON object a line.
struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Показать, как читаются фразы: строка на входе – объект JSON на выходе.")

  @Argument(help: "Что читать: \(Reader.kinds.joined(separator: ", ")).")
  var kind: String?

  @Option(help: "Папка актов, которую прочитать целиком (с --summary).")
  var acts: String?

  @Flag(help: "Отчёт по папке: сколько чего прочитано в каждом акте и что не прочитано.")
  var summary = false

  @Flag(help: "Строки на входе – объекты JSON с ключами id, text (и name).")
  var jsonl = false

  @Flag(help: "Весь вход – сплошной текст: показать каждое найденное в нём место.")
  var running = false

  func run() async throws {
    if acts != nil || summary { return try await summarise() }
    guard let kind else {
      let known = Reader.kinds.joined(separator: ", ")
      throw Failure(message: "что читать: \(known)", status: Failure.usage)
    }
    if kind == "calendar" { return answerFromCalendar() }
    guard let reader = Reader.named(kind) else {
      let known = Reader.kinds.joined(separator: ", ")
      throw Failure(message: "неизвестный вид «\(kind)»; известны: \(known)", status: Failure.usage)
    }
    var out = LineWriter()
    if running {
      guard let scan = reader.scan else {
        throw Failure(message: "«\(kind)» в сплошном тексте не ищется", status: Failure.usage)
      }
      let text = TokenizedText(bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile()))
      for found in scan(text) {
        out.write(
          .members([
            "start": .number(found.span.start), "end": .number(found.span.end),
            "text": .string(text.text(found.span)), "reading": found.value,
          ]))
      }
      out.flush()
      return
    }
    var number = 0
    while let line = readRawLine() {
      number += 1
      if jsonl {
        guard let request = Request(line) else {
          if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
          out.flush()
          throw Failure(
            message: "строка \(number): ожидается объект JSON с ключом text", status: Failure.usage)
        }
        out.write(
          .members([
            "id": request.id, "reading": reader.read(request.text, request.name),
          ]))
      } else {
        // Bytes that are no UTF-8 become U+FFFD: such a line reads as nothing, and the next ones are still read.
        let text = String(decoding: line, as: UTF8.self)
        out.write(.members(["text": .string(text), "reading": reader.read(text, nil)]))
      }
    }
    out.flush()
  }
}

extension Read {
  private func summarise() async throws {
    guard let acts else {
      throw Failure(message: "--summary читает папку: --acts ПАПКА", status: Failure.usage)
    }
    let folder = try Folder(path: acts, asOf: nil)
    let compilation = try await folder.compiled()
    let report = ReadSummary(compilation.repository)
    Terminal.write(report.text(compilation.sources, name: folder.name))
  }

  private func answerFromCalendar() {
    var out = LineWriter()
    while let line = readRawLine() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      let question = CalendarQuestion(line)
      out.write(
        jsonl ? .members(["id": question.id, "reading": question.answer]) : question.answer)
    }
    out.flush()
  }
}

/// One kind of reading; a new kind is a line in `all`.
struct Reader: Sendable {
  var kind: String
  /// The reading of a phrase; the second argument is the name to compare with, for kinds that want one.
  var read: @Sendable (String, String?) -> JSON
  /// The readings in running text with their spans, for kinds that can be looked for.
  var scan: (@Sendable (TokenizedText) -> [Spanned<JSON>])?

  static let all: [Reader] = [
    Reader(
      kind: "deadline", read: { text, _ in DeadlineReader.read(text).json },
      scan: { text in
        DeadlineReader.mentions(in: text).map { Spanned($0.value.json, $0.span) }
      }),
    Reader(
      kind: "reference", read: { text, _ in Reference.json(references(in: text)) },
      scan: { text in text.references().references.map { Spanned($0.value.json, $0.span) } }),
    Reader(
      kind: "quorum", read: { text, _ in collegialBody(in: TokenizedText(text)).reading },
      scan: { text in collegialBody(in: text).statements }),
    Reader(
      kind: "person", read: { text, name in Persons.reading(of: text, rosterName: name) },
      scan: { text in Persons.mentions(in: text).map { Spanned($0.json, $0.span) } }),
    Reader(
      kind: "stem",
      read: { word, _ in
        .string(String(decoding: RussianStemmer.stem(Array(word.lowercased().utf8)), as: UTF8.self))
      }),
  ]

  /// The kinds that can be asked for, the calendar's among them, whose questions are no phrases.
  static let kinds = all.map(\.kind) + ["calendar"]

  static func named(_ kind: String) -> Reader? { all.first { $0.kind == kind } }
}

/// One line of `--jsonl`.
private struct Request {
  var id: JSON?
  var text: String
  var name: String?

  init?(_ line: [UInt8]) {
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
      let text = object["text"] as? String
    else { return nil }
    self.text = text
    name = object["name"] as? String
    if let string = object["id"] as? String {
      id = .string(string)
    } else if let number = object["id"] as? Int {
      id = .number(number)
    }
  }
}

/// Writes lines of JSON to standard output in large pieces.
private struct LineWriter {
  private var buffer: [UInt8] = []

  mutating func write(_ value: JSON) {
    buffer += value.encoded()
    buffer.append(0x0A)
    if buffer.count > 1 << 16 { flush() }
  }

  mutating func flush() {
    Terminal.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The next line's bytes without its end; `nil` at the end of input.
///
/// `readLine` would repair what is no UTF-8 and could not tell us.
private func readRawLine() -> [UInt8]? {
  var line: [UInt8] = []
  while true {
    let byte = getchar()
    if byte == EOF { return line.isEmpty ? nil : line }
    if byte == 0x0A {
      if line.last == 0x0D { line.removeLast() }
      return line
    }
    line.append(UInt8(truncatingIfNeeded: byte))
  }
}
