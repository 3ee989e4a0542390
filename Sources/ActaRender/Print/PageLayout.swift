/// Lays blocks out on a device's pages.
package func pages(of blocks: [PrintBlock], on device: some PrintDevice) -> [PrintPage] {
  var paginator = Paginator(device: device)
  var layout = SlabLayout(device: device, width: device.area(.upright).width)
  for (index, block) in blocks.enumerated() {
    if case .part(let part) = block {
      paginator.add(layout.takeSlabs())
      paginator.begin(part.orientation)
      layout.begin(part, index)
    } else {
      layout.add(block, PrintOwner(block: index))
    }
  }
  paginator.add(layout.takeSlabs())
  return paginator.pages
}

/// What a page cannot part: a line, a row of a table, a box.
struct Slab {
  var height: Int
  /// Empty space in front, left out at the top of a page.
  var space = 0
  /// Relative to the slab's top.
  var items: [PlacedItem] = []
  /// Instead of items, for the most common slab of all.
  var line: PlacedLine?
  /// Whether a page may end in front of the slab.
  var mayBreakBefore = true
  /// Which of the layout's heads stands on top of a page that begins with the slab.
  var head: TableHead?
  /// Drawn below where a page ends behind the slab.
  var closing: [PlacedItem] = []
  var closingHeight = 0
}

/// The head of a table, repeated where the table goes on on another page.
struct TableHead {
  var items: [PlacedItem]
  var height: Int
}

/// Turns blocks into slabs.
struct SlabLayout<Device: PrintDevice> {
  let device: Device
  var width: Int
  /// Of the shortest page.
  var height = 0
  private var slabs: [Slab] = []
  private var spaceAfter = 0
  private var keepsWithNext = false
  private var notes: (part: Int, notes: [PrintNote]) = (0, [])

  init(device: Device, width: Int) {
    self.device = device
    self.width = width
    self.height = device.area(.upright).height - device.headHeight
  }

  mutating func begin(_ part: PrintPart, _ index: Int) {
    width = device.area(part.orientation).width
    height = device.area(part.orientation).height - device.headHeight
    notes = (index, part.notes)
  }

  mutating func takeSlabs() -> [Slab] {
    let (part, notes) = self.notes
    if !notes.isEmpty { add(.rule(share: 25), PrintOwner()) }
    for note in notes {
      for (place, block) in note.blocks.enumerated() {
        add(block, PrintOwner(block: part, note: note.number, noteBlock: place))
      }
    }
    self.notes = (0, [])
    defer {
      slabs = []
      spaceAfter = 0
      keepsWithNext = false
    }
    return slabs
  }

  mutating func add(_ block: PrintBlock, _ owner: PrintOwner) {
    switch block {
    case .paragraph(let paragraph):
      add(self.slabs(of: paragraph, owner), paragraph.style)
    case .pair(let pair): add(self.slabs(of: pair, owner), pair.style)
    case .frame(let frame): add([slab(of: frame, owner)], frame.style)
    case .table(let table):
      add(
        TableLayout(table, device: device, width: width, pageHeight: height, owner).slabs(),
        table.style)
    case .rule(let share):
      let rule = PlacedRule(
        x: 0, y: 0, length: max(width * share / 100 - 1, 1), isVertical: false)
      add(
        [Slab(height: device.lineHeight(.small), items: [.rule(rule)])],
        PrintStyle().with {
          $0.spaceBefore = 2
          $0.keepsWithNext = true
        })
    case .emblem(let emblem): add([slab(of: emblem, owner)], emblem.style)
    case .part: break
    }
  }

  /// Joins a block's slabs to those before them.
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
  private func slabs(of paragraph: PrintParagraph, _ owner: PrintOwner) -> [Slab] {
    let lines = ParagraphLayout(device: device, width: width)
      .lines(of: paragraph.text, paragraph.style, owner)
    let height = device.lineHeight(paragraph.style.size)
    let style = paragraph.style
    return lines.enumerated().map { index, line in
      // Neither the first line alone at the foot of a page nor the last alone on top of one.
      let isLone = index == 1 || index == lines.count - 1
      return Slab(
        height: height, line: line,
        mayBreakBefore: index == 0 || !style.isKeptWhole && !isLone)
    }
  }

  private func slabs(of pair: PrintPair, _ owner: PrintOwner) -> [Slab] {
    let height = device.lineHeight(pair.style.size)
    let paragraphs = ParagraphLayout(device: device, width: width)
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
    let room = max(self.width - width, 0)
    let x =
      switch emblem.style.alignment {
      case .left, .justified: 0
      case .center: room / 2
      case .right: room
      }
    let placed = PlacedEmblem(
      x: x, y: 0, width: width, height: height, emblem: emblem, owner: owner)
    return Slab(
      height: device.isFine ? height : 0, items: device.isFine ? [.emblem(placed)] : [])
  }

  private func slab(of frame: PrintFrame, _ owner: PrintOwner) -> Slab {
    let margin = device.ruleWidth + device.cellPadding * 2
    let paragraphs = ParagraphLayout(
      device: device, width: max(width * 6 / 10 - 2 * margin, 1))
    var lines: [PlacedLine] = []
    var y = device.ruleHeight
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

/// Fills pages with slabs.
private struct Paginator<Device: PrintDevice> {
  let device: Device
  var pages: [PrintPage] = []
  private var orientation = PrintOrientation.upright

  init(device: Device) { self.device = device }

  mutating func begin(_ orientation: PrintOrientation) { self.orientation = orientation }

  mutating func add(_ slabs: [Slab]) {
    var start = 0
    while start < slabs.count { start = fillPage(slabs, from: start) }
  }

  /// Places as many slabs as a page holds and yields the first that goes on the next.
  private mutating func fillPage(_ slabs: [Slab], from start: Int) -> Int {
    let number = pages.count + 1
    let top = number == 1 ? 0 : device.headHeight
    let limit = device.area(orientation).height
    var y = top
    var items: [PlacedItem] = []
    if let head = slabs[start].head {
      for item in head.items { items.append(item.moved(y: y)) }
      y += head.height
    }
    var index = start
    /// The last place where the page may end: the slab that follows, and how many items stand before it.
    var end: (next: Int, items: Int, y: Int)?
    while index < slabs.count {
      let slab = slabs[index]
      let space = index == start ? 0 : slab.space
      guard index == start || y + space + slab.height <= limit else { break }
      y += space
      if let line = slab.line { items.append(.line(line.moved(y: y))) }
      for item in slab.items { items.append(item.moved(y: y)) }
      y += slab.height
      index += 1
      guard index < slabs.count else { break }
      if slabs[index].mayBreakBefore, y + slab.closingHeight <= limit || end == nil {
        end = (index, items.count, y)
      }
    }
    if index < slabs.count, let end {
      items.removeSubrange(min(end.items, items.count)...)
      index = end.next
      y = end.y
    }
    if index < slabs.count, index > start {
      for item in slabs[index - 1].closing { items.append(item.moved(y: y)) }
    }
    pages.append(
      PrintPage(number: number, orientation: orientation, items: runningHead(number) + items))
    return index
  }

  /// The page's number (ГОСТ Р 7.0.97: from the second page on, in the middle of the upper field).
  private func runningHead(_ number: Int) -> [PlacedItem] {
    guard number > 1 else { return [] }
    let style = PrintStyle().with {
      $0.alignment = .center
      $0.role = .requisite
    }
    return ParagraphLayout(device: device, width: device.area(orientation).width)
      .lines(of: PrintText(String(number)), style, PrintOwner(block: nil))
      .map { .line($0.moved(y: device.headOffset)) }
  }
}
