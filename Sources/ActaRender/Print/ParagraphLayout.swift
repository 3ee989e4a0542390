/// Breaks paragraphs into lines and gives each word its place in them.
struct ParagraphLayout<Device: PrintDevice> {
  let device: Device
  /// The measure.
  let width: Int

  /// The paragraph's lines, each at the height 0; `words` where they have been measured before.
  func lines(
    of text: PrintText, _ style: PrintStyle, _ owner: PrintOwner, words measured: [Word]? = nil
  ) -> [PlacedLine] {
    let left = units(style.left)
    // However deep the text is set in, a few words must fit.
    let measure = max(width - left - units(style.right), min(width, max(width / 5, 1)), 1)
    let origin = min(left, width - measure)
    let source = PlacedText(text, style, owner)
    if text.isVerbatim { return verbatimLines(of: source, origin, measure) }
    let indent = min(units(style.firstIndent), measure / 2)
    var words = measured ?? source.words(on: device)
    let narrowest = indent > 0 ? measure - indent : measure
    if words.contains(where: { $0.width > narrowest }) {
      words = source.cut(words, on: device, measure: narrowest)
    }
    let breaker = LineBreaker(
      words: words, first: measure - indent, width: measure,
      space: max(device.spaceWidth(style.face), 1), alignment: style.alignment)
    var lines: [PlacedLine] = []
    for range in breaker.lines() {
      let isLast = range.upperBound == words.count || words[range.upperBound].isForced
      let shift = lines.isEmpty ? indent : 0
      lines.append(
        line(
          words[range], of: source, x: origin + shift, measure: measure - shift, isLast,
          fromLeft: lines.count % 2 == 0))
    }
    return lines
  }

  func units(_ length: PrintLength) -> Int {
    switch length {
    case .tenths(let tenths): device.units(tenths)
    case .share(let share): width * share / 100
    }
  }

  private func line(
    _ words: ArraySlice<Word>, of source: PlacedText, x: Int, measure: Int, _ isLast: Bool,
    fromLeft: Bool
  ) -> PlacedLine {
    let style = source.style
    var natural = 0
    var gaps = 0
    for (index, word) in words.enumerated() {
      natural += word.width + (index > 0 ? word.gap : 0)
      if index > 0, word.gap > 0, !word.hasFixedGap { gaps += 1 }
    }
    let slack = max(measure - natural, 0)
    // A line that would be torn apart is better left ragged.
    let stretches =
      style.alignment == .justified && !isLast && gaps > 0
      && slack <= gaps * device.spaceWidth(style.face) * 3
    var placed: [PlacedLine.Word] = []
    placed.reserveCapacity(words.count)
    var place = 0
    var gap = 0
    for (index, word) in words.enumerated() {
      if index > 0 {
        place += word.gap
        if stretches, word.gap > 0, !word.hasFixedGap {
          // Spread what is left over evenly; the odd spaces at the left of one line and at the right of the next.
          place +=
            fromLeft
            ? (slack * (gap + 1) + gaps - 1) / gaps - (slack * gap + gaps - 1) / gaps
            : slack * (gap + 1) / gaps - slack * gap / gaps
          gap += 1
        }
      }
      placed.append(
        PlacedLine.Word(
          range: word.range, x: place, width: word.width, run: word.run,
          endsWithHyphen: word.hyphen > 0 && index == words.count - 1))
      place += word.width
    }
    let shift =
      switch style.alignment {
      case .left, .justified: 0
      case .center: slack / 2
      case .right: slack
      }
    return PlacedLine(x: x + shift, y: 0, words: placed, source: source)
  }

  /// Lines as they stand; one that is too long goes on in the next.
  private func verbatimLines(of source: PlacedText, _ x: Int, _ measure: Int) -> [PlacedLine] {
    let text = source.text
    var lines: [PlacedLine] = []
    var start = 0
    while start <= text.bytes.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.bytes.count
      repeat {
        let limit = max(
          source.end(of: start..<end, within: measure, on: device, source.style.face),
          min(start + 1, end))
        let width = source.width(of: start..<limit, on: device, source.style.face)
        let word = PlacedLine.Word(range: start..<limit, x: 0, width: width)
        lines.append(PlacedLine(x: x, y: 0, words: start < limit ? [word] : [], source: source))
        start = limit
      } while start < end
      start = end + 1
    }
    return lines
  }
}
