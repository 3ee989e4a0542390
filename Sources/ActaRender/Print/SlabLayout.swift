/// Turns blocks into slabs.
struct SlabLayout<Device: PrintDevice> {
  private let device: Device
  private let hyphenator: Hyphenator?
  private var width: Int
  /// Of the shortest page.
  private var height: Int
  private var paragraphs: ParagraphLayout<Device>
  private var slabs: [Slab] = []
  private var spaceAfter = 0
  private var keepsWithNext = false
  private var foot: [Slab] = []
  private var part: (index: Int, notes: [PrintNote]) = (0, [])

  init(device: Device, hyphenator: Hyphenator?) {
    self.device = device
    self.hyphenator = hyphenator
    let area = device.area(.upright)
    width = area.width
    height = area.height - device.headHeight
    paragraphs = ParagraphLayout(device: device, width: width, hyphenator: hyphenator)
  }

  mutating func begin(_ part: PrintPart, _ index: Int) {
    let area = device.area(part.orientation)
    width = area.width
    height = area.height - device.headHeight
    paragraphs.width = width
    self.part = (index, part.notes)
  }

  mutating func takeSlabs() -> [Slab] {
    (spaceAfter, keepsWithNext) = (0, false)
    defer { slabs = [] }
    return slabs
  }

  /// What stands at the foot of the part's first page.
  mutating func takeFoot() -> [Slab] {
    defer { foot = [] }
    return foot
  }

  /// The footnotes of the part by their numbers; called when its own slabs are taken.
  mutating func takeNotes() -> [(number: Int, slabs: [Slab])] {
    let (index, notes) = part
    part.notes = []
    return notes.map { note in
      for (place, block) in note.blocks.enumerated() {
        add(block, PrintOwner(block: index, note: note.number, noteBlock: place))
      }
      return (note.number, takeSlabs())
    }
  }

  mutating func add(_ block: PrintBlock, _ owner: PrintOwner) {
    switch block {
    case .paragraph(let paragraph):
      add(self.slabs(of: paragraph, owner), paragraph.style)
    case .pair(let pair): add(self.slabs(of: pair, owner), pair.style)
    case .frame(let frame): add([slab(of: frame, owner)], frame.style)
    case .table(let table):
      var layout = TableLayout(
        table, device: device, hyphenator: hyphenator, width: width, pageHeight: height, owner)
      add(layout.slabs(), table.style)
    case .rule(let share):
      let rule = PlacedRule(
        x: 0, y: 0, length: max(width * share / 100 - 1, 1), isVertical: false)
      add(
        [Slab(height: device.lineHeight(.small), items: [.rule(rule)])],
        PrintStyle().with {
          $0.spaceBefore = 2
          $0.keepsWithNext = true
        })
    case .emblem where !device.drawsEmblems: break
    case .emblem(let emblem) where emblem.isAtFoot: foot.append(slab(of: emblem, owner))
    case .emblem(let emblem): add([slab(of: emblem, owner)], emblem.style)
    case .part: break
    }
  }

  /// Adds a block's slabs with the space before them and the ties to those before them.
  private mutating func add(_ block: [Slab], _ style: PrintStyle) {
    guard var first = block.first else { return }
    first.space = device.space(max(spaceAfter, style.spaceBefore))
    if keepsWithNext || style.keepsWithPrevious { first.mayBreakBefore = false }
    slabs.append(first)
    slabs += block.dropFirst()
    spaceAfter = style.spaceAfter
    keepsWithNext = style.keepsWithNext
  }
}

extension SlabLayout {
  private mutating func slabs(of paragraph: PrintParagraph, _ owner: PrintOwner) -> [Slab] {
    let style = paragraph.style
    let lines = paragraphs.lines(of: paragraph.text, style, owner)
    let height = device.lineHeight(style.size)
    var slabs: [Slab] = []
    slabs.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      // Neither the first line alone at the foot of a page nor the last alone on top of one.
      let isLone = index == 1 || index == lines.count - 1
      var slab = Slab(height: height, line: line)
      // Nor half a word.
      let isParted = index > 0 && lines[index - 1].words.last?.endsWithHyphen == true
      slab.mayBreakBefore = index == 0 || !style.isKeptWhole && !isLone && !isParted
      slab.notes = line.notes
      slabs.append(slab)
    }
    return slabs
  }

  private mutating func slabs(of pair: PrintPair, _ owner: PrintOwner) -> [Slab] {
    let height = device.lineHeight(pair.style.size)
    let plain = pair.style
    var left = paragraphs.lines(
      of: pair.left, plain.with { $0.right = pair.right.isEmpty ? .zero : .share(42) }, owner)
    var rightOwner = owner
    rightOwner.column = 1
    let right = paragraphs.lines(
      of: pair.right,
      plain.with {
        $0.alignment = .right
        $0.left = pair.left.isEmpty ? .zero : .share(60)
      }, rightOwner)
    // The name stands at the last line of the post.
    let rows = max(left.count, right.count, 1)
    for index in left.indices { left[index].y = (rows - left.count + index) * height }
    var items = left.map { PlacedItem.line($0) }
    for (index, var line) in right.enumerated() {
      line.y = (rows - right.count + index) * height
      items.append(.line(line))
    }
    guard rows * height > self.height else { return [Slab(height: rows * height, items: items)] }
    return (left + right).map { Slab(height: height, items: [.line($0.moved(y: -$0.y))]) }
  }

  private func slab(of emblem: PrintEmblem, _ owner: PrintOwner) -> Slab {
    let (width, height) = (device.units(emblem.width), device.units(emblem.height))
    let left = paragraphs.units(emblem.style.left)
    let room = max(self.width - left - paragraphs.units(emblem.style.right) - width, 0)
    let x =
      switch emblem.style.alignment {
      case .left, .justified: left
      case .center: left + room / 2
      case .right: left + room
      }
    let placed = PlacedEmblem(
      x: x, y: 0, width: width, height: height, emblem: emblem, owner: owner)
    return Slab(height: height, items: [.emblem(placed)])
  }

  private func slab(of frame: PrintFrame, _ owner: PrintOwner) -> Slab {
    let margin = device.ruleWidth + device.cellPadding * 2
    var paragraphs = ParagraphLayout(
      device: device, width: max(width * 6 / 10 - 2 * margin, 1), hyphenator: hyphenator)
    var lines: [PlacedLine] = []
    var y = device.ruleHeight + device.rowPadding
    var inner = 0
    for (index, paragraph) in frame.paragraphs.enumerated() {
      var owner = owner
      owner.row = index
      for var line in paragraphs.lines(of: paragraph.text, paragraph.style, owner) {
        line.y = y
        y += device.lineHeight(paragraph.style.size)
        inner = max(inner, line.words.last.map { line.x + $0.x + $0.width } ?? 0)
        lines.append(line)
      }
    }
    y += device.rowPadding
    let box = PrintArea(width: inner + 2 * margin, height: y + device.ruleHeight)
    let x =
      switch frame.style.alignment {
      case .left, .justified: 0
      case .center: max((width - box.width) / 2, 0)
      case .right: max(width - box.width, 0)
      }
    let edges = [
      PlacedRule(x: x, y: 0, length: box.width - device.ruleWidth, isVertical: false),
      PlacedRule(x: x, y: y, length: box.width - device.ruleWidth, isVertical: false),
      PlacedRule(x: x, y: 0, length: y, isVertical: true),
      PlacedRule(x: x + box.width - device.ruleWidth, y: 0, length: y, isVertical: true),
    ]
    return Slab(
      height: box.height,
      items: edges.map { .rule($0) }
        + lines.map { .line($0.moved(x: x + margin)) })
  }
}
