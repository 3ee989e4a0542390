import ActaDiagnostics

/// Where front matter and body lie in a source.
struct FrontMatterFences {
  /// The front matter with both fences.
  let whole: Span
  /// The YAML between them.
  let content: Span
  let body: Span
  /// Why there is no front matter to read.
  let problem: Finding?

  init(_ source: Source, _ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = source.lineSpan(0)
    let opening = Span(min(start, first.end), first.end)
    guard Self.isFence(bytes, opening, ends: false) else {
      let seen = opening.isEmpty ? nil : opening
      self.init(
        whole: Span(start, start), content: Span(start, start), body: Span(start, bytes.count),
        problem: Finding(
          "source/front-matter", .error, file: source.path, at: bytes.count > start ? seen : nil,
          bytes.count > start ? .noFrontMatter : .emptyFile))
      return
    }
    for line in 1..<max(1, source.lines.starts.count) {
      let span = source.lineSpan(line)
      guard Self.isFence(bytes, span, ends: true) else { continue }
      let next =
        line + 1 < source.lines.starts.count ? source.lines.starts[line + 1] : bytes.count
      self.init(
        whole: Span(start, span.end), content: Span(source.lines.starts[1], span.start),
        body: Span(next, bytes.count), problem: nil)
      return
    }
    // Without an end everything may be text: it is kept as the body.
    let next = source.lines.starts.count > 1 ? source.lines.starts[1] : bytes.count
    self.init(
      whole: opening, content: Span(next, next), body: Span(next, bytes.count),
      problem: Finding(
        "source/front-matter", .error, file: source.path, at: opening, .unclosed))
  }

  private init(whole: Span, content: Span, body: Span, problem: Finding?) {
    self.whole = whole
    self.content = content
    self.body = body
    self.problem = problem
  }

  /// `---`, and at the end `...` as well; blanks behind it do not count.
  private static func isFence(_ bytes: [UInt8], _ line: Span, ends: Bool) -> Bool {
    var end = line.end
    while end > line.start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let text = bytes[line.start..<end]
    return text.elementsEqual("---".utf8) || ends && text.elementsEqual("...".utf8)
  }
}

extension Text {
  fileprivate static let emptyFile = Text(
    ru: "Файл пуст; акт начинается с шапки между строками «---»",
    en: "The file is empty; an act begins with front matter between lines «---»")

  fileprivate static let noFrontMatter = Text(
    ru: "Нет шапки: первая строка должна быть «---», за ней «вид: …», «название: …»",
    en: "No front matter: the first line must be «---», then «kind: …», «title: …»")

  fileprivate static let unclosed = Text(
    ru: "Шапка не закрыта: нет второй строки «---»",
    en: "Front matter is not closed: there is no second line «---»")
}
