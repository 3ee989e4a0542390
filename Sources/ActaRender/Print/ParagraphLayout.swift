/// Breaks paragraphs into lines and gives each word its place in them.
struct ParagraphLayout<Device: PrintDevice> {
  let device: Device
  /// The measure.
  var width: Int
  private var breaks: WordBreaks
  private var breaker: LineBreaker
  private var places: [LineBreak] = []

  init(device: Device, width: Int, hyphenator: Hyphenator? = nil) {
    self.device = device
    self.width = width
    breaks = WordBreaks(hyphenator)
    breaker = LineBreaker(stretch: device.isFine ? 500 : 1000)
  }

  /// The paragraph's lines, each at the height 0.
  mutating func lines(
    of text: PrintText, _ style: PrintStyle, _ owner: PrintOwner
  ) -> [PlacedLine] {
    let source = PlacedText(text, style, owner)
    return lines(of: source, text.isVerbatim ? [] : source.words(on: device))
  }

  /// The lines of a text whose words have been measured.
  mutating func lines(of source: PlacedText, _ measured: [Word]) -> [PlacedLine] {
    let style = source.style
    let left = units(style.left)
    // However deep the text is set in, a few words must fit.
    let measure = max(width - left - units(style.right), min(width, max(width / 5, 1)), 1)
    let origin = min(left, width - measure)
    if source.text.isVerbatim { return verbatimLines(of: source, origin, measure) }
    let indent = min(units(style.firstIndent), measure / 2)
    let narrowest = indent > 0 ? measure - indent : measure
    var words = measured
    if words.contains(where: { $0.width > narrowest }) {
      words = source.cut(words, on: device, measure: narrowest)
    }
    if let length = length(ofOneLine: words, narrowest) {
      let start = LineBreak(word: 0, start: 0, end: 0, next: 0, gaps: 0, nextGaps: 0)
      let end = LineBreak(
        word: words.count, start: 0, end: length, next: length, gaps: 0, nextGaps: 0)
      return [
        line(
          words[...], from: start, to: end, of: source, x: origin + indent, measure: narrowest,
          isLast: true, fromLeft: true)
      ]
    }
    var lines: [PlacedLine] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, !words[end].isForced { end += 1 }
      let shift = start == 0 ? indent : 0
      append(
        words[start..<end], of: source, to: &lines, x: origin, indent: shift, measure: measure)
      start = end
    }
    return lines
  }

  func units(_ length: PrintLength) -> Int {
    switch length {
    case .tenths(let tenths): device.units(tenths)
    case .share(let share): width * share / 100
    }
  }
}

extension ParagraphLayout {
  /// The length of words that one line holds, as most cells are; `nil` where it does not.
  private func length(ofOneLine words: [Word], _ measure: Int) -> Int? {
    guard !words.isEmpty else { return nil }
    var length = 0
    for (index, word) in words.enumerated() {
      length += index > 0 ? word.gap + word.width : word.width
      if length > measure || word.isForced && index > 0 { return nil }
    }
    return length
  }

  /// Breaks a stretch that no line feed parts; hyphens are tried where lines would be loose without.
  private mutating func append(
    _ words: ArraySlice<Word>, of source: PlacedText, to lines: inout [PlacedLine], x: Int,
    indent: Int, measure: Int
  ) {
    let style = source.style
    let isJustified = style.alignment == .justified
    breaker.first = measure - indent
    breaker.width = measure
    breaker.space = max(device.spaceWidth(style.face), 1)
    breaker.alignment = style.alignment
    breaker.isBalanced = style.role == .requisite && !isJustified
    breaker.shrink = isJustified && device.isFine ? 120 : 0
    placeSpaces(words)
    var found = breaker.ends(of: places)
    let tolerance = isJustified ? 12_000 : style.alignment == .center ? 1 << 30 : 90_000
    if found.worst > tolerance, style.partsWords, placeHyphens(words, of: source) {
      found = breaker.ends(of: places)
    }
    guard var start = places.first else { return }
    start.next = 0
    start.nextGaps = 0
    for (index, end) in found.ends.enumerated() {
      let shift = index == 0 ? indent : 0
      lines.append(
        line(
          words, from: start, to: places[end], of: source, x: x + shift, measure: measure - shift,
          isLast: index == found.ends.count - 1, fromLeft: lines.count % 2 == 0))
      start = places[end]
    }
  }

  /// The places between words.
  private mutating func placeSpaces(_ words: ArraySlice<Word>) {
    places.removeAll(keepingCapacity: true)
    var (width, gaps) = (0, 0)
    var behind: Int?
    for index in words.indices {
      let word = words[index]
      let gap = index == words.startIndex ? 0 : word.gap
      let stretch = gap > 0 && word.stretches ? 1 : 0
      var place = LineBreak(
        word: index, start: word.range.lowerBound, end: width, next: width + gap, gaps: gaps,
        nextGaps: gaps + stretch)
      place.cost = word.isGlued ? 1 << 40 : word.tie.cost
      if let behind {
        place.kind = behind > 0 ? .hyphen : .space
        place.hyphen = behind
      }
      places.append(place)
      width += gap + word.width
      gaps += stretch
      behind = word.hyphen
    }
    places.append(
      LineBreak(
        word: words.endIndex, start: 0, end: width, next: width, gaps: gaps, nextGaps: gaps))
  }

  /// Adds the places in words; whether there are any.
  private mutating func placeHyphens(_ words: ArraySlice<Word>, of source: PlacedText) -> Bool {
    let spaces = places
    // Where nothing is stretched, a hyphen gains less.
    let price = source.style.alignment == .justified ? 1 : 5
    places.removeAll(keepingCapacity: true)
    source.text.bytes.withUnsafeBufferPointer { bytes in
      for (offset, index) in words.indices.enumerated() {
        let word = words[index]
        places.append(spaces[offset])
        breaks.find(in: bytes, word.range)
        guard !breaks.places.isEmpty else { continue }
        let face = source.face(word.run)
        let hyphen = device.hyphenWidth(face)
        // A month behind its day ought to stay whole.
        let next = index + 1 < words.endIndex ? words[index + 1].tie : .none
        let isTied = word.tie >= .firm || next >= .firm
        // Nor is a surname parted beside its initials.
        let isName =
          (word.tie == .strict || next == .strict)
          && Typography(bytes: bytes).isCapital(word.range.lowerBound)
        var start = word.range.lowerBound
        var place = spaces[offset]
        place.end = place.next
        place.gaps = place.nextGaps
        for found in breaks.places {
          let piece = UnsafeBufferPointer(rebasing: bytes[start..<found.start])
          place.end += device.width(of: piece, face)
          place.next = place.end
          place.start = found.start
          place.kind = found.kind
          place.hyphen = found.kind == .hyphen ? hyphen : 0
          place.cost = found.cost * price + (isName ? 1_000_000 : isTied ? 60_000 : 0)
          places.append(place)
          start = found.start
        }
      }
    }
    if let last = spaces.last { places.append(last) }
    return places.count > spaces.count
  }

  /// The words between two places in a line; those that it parts are cut.
  private func line(
    _ words: ArraySlice<Word>, from start: LineBreak, to end: LineBreak, of source: PlacedText,
    x: Int, measure: Int, isLast: Bool, fromLeft: Bool
  ) -> PlacedLine {
    let style = source.style
    let slack = measure - (end.end + end.hyphen - start.next)
    let gaps = end.gaps - start.nextGaps
    // A line that would be torn apart is better left ragged.
    let stretches =
      style.alignment == .justified && gaps > 0 && (!isLast || slack < 0)
      && slack <= gaps * device.spaceWidth(style.face) * 3
    let cutsLast = end.word < words.endIndex && end.start > words[end.word].range.lowerBound
    let limit = min(max(cutsLast ? end.word + 1 : end.word, start.word + 1), words.endIndex)
    var placed: [PlacedLine.Word] = []
    placed.reserveCapacity(limit - start.word)
    var place = 0
    var gap = 0
    for index in start.word..<limit {
      let word = words[index]
      if index > start.word {
        place += word.gap
        if stretches, word.stretches {
          place += Self.share(gap, of: gaps, slack, fromLeft: fromLeft)
          gap += 1
        }
      }
      var range = word.range
      if index == start.word, start.start > range.lowerBound {
        range = start.start..<range.upperBound
      }
      if cutsLast, index == end.word { range = range.lowerBound..<end.start }
      let width =
        range == word.range
        ? word.width : source.width(of: range, on: device, source.face(word.run))
      placed.append(
        PlacedLine.Word(
          range: range, x: place, width: width, run: word.run,
          endsWithHyphen: index == limit - 1 && end.hyphen > 0))
      place += width
    }
    let shift =
      switch style.alignment {
      case .left, .justified: 0
      case .center: max(slack, 0) / 2
      case .right: max(slack, 0)
      }
    return PlacedLine(x: x + shift, y: 0, words: placed, source: source)
  }

  /// What a gap gets of what is left over: all alike, the odd units at the left of one line and at the right of the
  /// next.
  private static func share(_ gap: Int, of gaps: Int, _ slack: Int, fromLeft: Bool) -> Int {
    guard slack >= 0 else { return slack * (gap + 1) / gaps - slack * gap / gaps }
    return fromLeft
      ? (slack * (gap + 1) + gaps - 1) / gaps - (slack * gap + gaps - 1) / gaps
      : slack * (gap + 1) / gaps - slack * gap / gaps
  }

  /// Lines as they stand; one that is too long goes on in the next.
  private func verbatimLines(of source: PlacedText, _ x: Int, _ measure: Int) -> [PlacedLine] {
    let text = source.text
    let face = source.style.face
    var lines: [PlacedLine] = []
    var start = 0
    while start <= text.bytes.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.bytes.count
      repeat {
        let limit = max(
          source.end(of: start..<end, within: measure, on: device, face), min(start + 1, end))
        let width = source.width(of: start..<limit, on: device, face)
        let word = PlacedLine.Word(range: start..<limit, x: 0, width: width)
        lines.append(PlacedLine(x: x, y: 0, words: start < limit ? [word] : [], source: source))
        start = limit
      } while start < end
      start = end + 1
    }
    return lines
  }
}
