/// Stretches of a text with letters or a meaning of their own.
extension PrintText {
  /// A stretch in which nothing changes; runs ascend and do not overlap, what lies between them is plain.
  package struct Run: Sendable, Hashable {
    /// Bytes.
    package var range: Range<Int>
    package var isStrong = false
    package var isEmphasis = false
    package var isStruck = false
    package var isCode = false
    /// The footnote that the stretch refers to.
    package var footnote: Int?
    /// The destination as the source has it; `PrintStructure` knows where it leads.
    package var link: String?
    /// Tells links apart that stand side by side.
    package var linkIndex = -1
  }

  /// The marks as runs: where marks overlap, a run has all of them.
  package var runs: [Run] {
    guard !marks.isEmpty else { return [] }
    var events: [(place: Int, isStart: Bool, mark: Int)] = []
    events.reserveCapacity(marks.count * 2)
    for (index, mark) in marks.enumerated() where !mark.range.isEmpty {
      events.append((mark.range.lowerBound, true, index))
      events.append((mark.range.upperBound, false, index))
    }
    events.sort {
      ($0.place, $0.isStart ? 1 : 0, $0.mark) < ($1.place, $1.isStart ? 1 : 0, $1.mark)
    }
    var open = OpenMarks()
    var runs: [Run] = []
    var start = 0
    for event in events {
      if event.place > start, let run = open.run(start..<event.place, marks) { runs.append(run) }
      start = max(start, event.place)
      open.count(marks[event.mark].kind, event.mark, event.isStart ? 1 : -1)
    }
    return runs
  }
}

/// How many marks of each kind are open.
private struct OpenMarks {
  private var strong = 0
  private var emphasis = 0
  private var struck = 0
  private var code = 0
  private var links: [Int] = []
  private var footnotes: [Int] = []

  mutating func count(_ kind: PrintText.Mark.Kind, _ index: Int, _ step: Int) {
    switch kind {
    case .strong: strong += step
    case .emphasis: emphasis += step
    case .struck: struck += step
    case .code: code += step
    case .footnote: Self.count(index, step, in: &footnotes)
    case .link: Self.count(index, step, in: &links)
    }
  }

  func run(_ range: Range<Int>, _ marks: [PrintText.Mark]) -> PrintText.Run? {
    var run = PrintText.Run(
      range: range, isStrong: strong > 0, isEmphasis: emphasis > 0, isStruck: struck > 0,
      isCode: code > 0)
    if let index = links.first, case .link(let destination) = marks[index].kind {
      run.link = destination
      run.linkIndex = index
    }
    if let index = footnotes.last, case .footnote(let number) = marks[index].kind {
      run.footnote = number
    }
    let isPlain =
      strong + emphasis + struck + code == 0 && run.link == nil && run.footnote == nil
    return isPlain ? nil : run
  }

  /// Links do not nest, so there are few to look through.
  private static func count(_ index: Int, _ step: Int, in open: inout [Int]) {
    if step > 0 {
      if open.count < 16 { open.append(index) }
    } else if let place = open.lastIndex(of: index) {
      open.remove(at: place)
    }
  }
}
