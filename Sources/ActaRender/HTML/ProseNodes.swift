import ActaModel

/// Running text as nodes: its marks become elements, and every character of the text is kept.
struct ProseNodes {
  private let text: String
  private let marks: [Mark]
  private let links: Links
  private let footnote: (Int) -> [HTML.Node]
  /// The first of the marks that are not yet written.
  private var next = 0
  /// Whether what is being written stands in a link, which can hold no other.
  private var isInLink = false

  private struct Mark {
    var kind: Kind
    var range: Range<Int>

    enum Kind {
      case prose(Prose.Mark.Kind)
      case enacting
      case word(WordLink)
    }
  }

  /// The nodes of a text; `footnote` makes the reference to a footnote, `enacting` is the range of the enacting word,
  /// `words` are those that lead somewhere by themselves.
  static func nodes(
    _ prose: Prose, links: Links, enacting: Range<Int>? = nil, words: [WordLink] = [],
    footnote: (Int) -> [HTML.Node]
  ) -> [HTML.Node] {
    if prose.marks.isEmpty, enacting == nil, words.isEmpty {
      return prose.text.isEmpty ? [] : [.text(prose.text)]
    }
    return withoutActuallyEscaping(footnote) { footnote in
      var builder = ProseNodes(prose, links, enacting, words, footnote)
      // One past the text: a footnote may stand at its very end.
      return builder.nodes(in: 0..<prose.text.utf8.count + 1, depth: 0)
    }
  }

  private init(
    _ prose: Prose, _ links: Links, _ enacting: Range<Int>?, _ words: [WordLink],
    _ footnote: @escaping (Int) -> [HTML.Node]
  ) {
    text = prose.text
    var marks = prose.marks.map { Mark(kind: .prose($0.kind), range: $0.range) }
    if let enacting { marks.append(Mark(kind: .enacting, range: enacting)) }
    if !words.isEmpty { marks += Self.fitting(words, marks) }
    // Stable: of two marks with one range the outer one stays first.
    self.marks = marks.enumerated().sorted {
      let (left, right) = ($0.element.range, $1.element.range)
      if left.lowerBound != right.lowerBound { return left.lowerBound < right.lowerBound }
      if left.upperBound != right.upperBound { return left.upperBound > right.upperBound }
      return $0.offset < $1.offset
    }.map(\.element)
    self.links = links
    self.footnote = footnote
  }

  /// The links that overlap neither each other nor what can stand in no link and hold none; references first.
  private static func fitting(_ words: [WordLink], _ marks: [Mark]) -> [Mark] {
    var closed = marks.compactMap { mark -> Range<Int>? in
      switch mark.kind {
      case .prose(.link), .prose(.image), .prose(.code): mark.range
      case .prose(.footnote):
        mark.range.lowerBound..<max(mark.range.upperBound, mark.range.lowerBound + 1)
      case .prose, .enacting, .word: nil
      }
    }
    var fitting: [Mark] = []
    for isTerm in [false, true] {
      closed.sort { $0.lowerBound < $1.lowerBound }
      var reach = 0
      var next = 0
      var added: [Range<Int>] = []
      let candidates = words.filter { $0.isTerm == isTerm && !$0.range.isEmpty }
      for word in candidates.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        // How far what begins in front of the end of these words goes.
        while next < closed.count, closed[next].lowerBound < word.range.upperBound {
          reach = max(reach, closed[next].upperBound)
          next += 1
        }
        guard reach <= word.range.lowerBound else { continue }
        reach = word.range.upperBound
        added.append(word.range)
        fitting.append(Mark(kind: .word(word), range: word.range))
      }
      closed += added
    }
    return fitting
  }

  private mutating func nodes(in range: Range<Int>, depth: Int) -> [HTML.Node] {
    var nodes: [HTML.Node] = []
    var position = range.lowerBound
    while next < marks.count {
      let mark = marks[next]
      // What stands between two marks belongs to neither, so that a footnote behind a link is not in it.
      guard mark.range.lowerBound < range.upperBound else { break }
      next += 1
      // A mark that begins in one and ends in another is cut where the outer one ends.
      let low = max(mark.range.lowerBound, position)
      let high = max(low, min(mark.range.upperBound, range.upperBound))
      append(position..<low, to: &nodes)
      append(mark.kind, low..<high, depth, to: &nodes)
      position = high
    }
    append(position..<range.upperBound, to: &nodes)
    return nodes
  }

  private mutating func append(
    _ kind: Mark.Kind, _ range: Range<Int>, _ depth: Int, to nodes: inout [HTML.Node]
  ) {
    // Marks far inside each other say nothing to a reader; their words go without them.
    guard depth < Self.deepest else {
      nodes += self.nodes(in: range, flat: true)
      return
    }
    switch kind {
    case .enacting:
      nodes.append(.element(.span, [.class("enacting")], self.nodes(in: range, depth: depth + 1)))
    case .word(let word):
      isInLink = true
      let inner = self.nodes(in: range, depth: depth + 1)
      isInLink = false
      var attributes: [HTML.Attribute] = [.class(word.isTerm ? "term" : "ref"), .href(word.href)]
      if !word.title.isEmpty { attributes.append(HTML.Attribute("title", word.title)) }
      nodes.append(.element(.a, attributes, inner))
    case .prose(.emphasis): nodes.append(.element(.em, self.nodes(in: range, depth: depth + 1)))
    case .prose(.strong): nodes.append(.element(.strong, self.nodes(in: range, depth: depth + 1)))
    case .prose(.struck): nodes.append(.element(.s, self.nodes(in: range, depth: depth + 1)))
    case .prose(.code): nodes.append(.element(.code, self.nodes(in: range, depth: depth + 1)))
    case .prose(.link(let destination, let title)):
      guard !isInLink, let address = links.address(destination) else {
        nodes += self.nodes(in: range, depth: depth + 1)
        return
      }
      isInLink = true
      let inner = self.nodes(in: range, depth: depth + 1)
      isInLink = false
      var attributes: [HTML.Attribute] = [.href(address)]
      if !title.isEmpty { attributes.append(HTML.Attribute("title", title)) }
      nodes.append(.element(.a, attributes, inner))
    case .prose(.image(let source, let title)):
      guard let address = links.picture(source) else {
        nodes += self.nodes(in: range, depth: depth + 1)
        return
      }
      skip(to: range.upperBound)
      var attributes = [
        HTML.Attribute("src", address), HTML.Attribute("alt", String(slice(range))),
      ]
      if !title.isEmpty { attributes.append(HTML.Attribute("title", title)) }
      nodes.append(.element(.img, attributes, []))
    case .prose(.lineBreak):
      nodes.append(.element(.br, []))
      append(range, to: &nodes)
    case .prose(.footnote(let number)): append(footnote: number, to: &nodes)
    }
  }

  /// The words of a range and the footnotes in it, without any other mark.
  private mutating func nodes(in range: Range<Int>, flat: Bool) -> [HTML.Node] {
    var nodes: [HTML.Node] = []
    var position = range.lowerBound
    while next < marks.count, marks[next].range.lowerBound < range.upperBound {
      if case .prose(.footnote(let number)) = marks[next].kind {
        let place = max(position, marks[next].range.lowerBound)
        append(position..<place, to: &nodes)
        append(footnote: number, to: &nodes)
        position = place
      }
      next += 1
    }
    append(position..<range.upperBound, to: &nodes)
    return nodes
  }

  private func append(footnote number: Int, to nodes: inout [HTML.Node]) {
    nodes += isInLink ? [.element(.sup, [.text("\(number)")])] : footnote(number)
  }

  private mutating func skip(to end: Int) {
    while next < marks.count, marks[next].range.lowerBound < end { next += 1 }
  }

  private func append(_ range: Range<Int>, to nodes: inout [HTML.Node]) {
    if !range.isEmpty { nodes.append(.text(slice(range))) }
  }

  private func slice(_ range: Range<Int>) -> Substring {
    let bytes = text.utf8
    let count = bytes.count
    let low = min(max(range.lowerBound, 0), count)
    let high = min(max(range.upperBound, low), count)
    return text[
      bytes.index(bytes.startIndex, offsetBy: low)..<bytes.index(bytes.startIndex, offsetBy: high)]
  }

  private static let deepest = 32
}
