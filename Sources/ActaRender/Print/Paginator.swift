/// Fills pages with slabs, footnotes at the foot of the page where they are first referred to.
struct Paginator<Device: PrintDevice> {
  private let device: Device
  private let head: RunningHead
  private(set) var pages: [PrintPage] = []
  var orientation = PrintOrientation.upright
  /// Footnotes that no page holds yet, by number.
  private var notes: [Int: [Slab]] = [:]
  /// What is left of footnotes that the page before had no room for.
  private var carried: ArraySlice<Slab> = []
  /// What the next page has at its very foot, below footnotes.
  private var foot: [Slab] = []

  init(device: Device, head: RunningHead) {
    self.device = device
    self.head = head
  }

  /// Adds the slabs of a part, what stands at the foot of its first page, and its footnotes.
  mutating func add(_ slabs: [Slab], foot: [Slab], _ notes: [(number: Int, slabs: [Slab])]) {
    var slabs = slabs
    // Without text there is no page to stand on.
    if !slabs.isEmpty { self.foot = foot }
    if !notes.isEmpty {
      self.notes = Dictionary(notes, uniquingKeysWith: { first, _ in first })
      let mentioned = mentions(slabs)
      // A footnote that nothing refers to is kept all the same.
      if let last = slabs.indices.last {
        slabs[last].notes += notes.map(\.number).filter { !mentioned.contains($0) }
      }
    }
    var start = 0
    while start < slabs.count || !carried.isEmpty { start = fillPage(slabs, from: start) }
    self.notes = [:]
  }

  private func mentions(_ slabs: [Slab]) -> Set<Int> {
    var found: Set<Int> = []
    for slab in slabs { found.formUnion(slab.notes) }
    // Footnotes may refer to others.
    var open = Array(found)
    while let number = open.popLast() {
      for slab in notes[number] ?? [] {
        for inner in slab.notes where found.insert(inner).inserted { open.append(inner) }
      }
    }
    return found
  }
}

extension Paginator {
  /// What stands at the foot of a page.
  private struct Foot {
    var slabs: [Slab] = []
    var height = 0
    /// Numbers of the footnotes that begin on the page.
    var taken: Set<Int> = []
    /// What goes on on the next page.
    var rest: ArraySlice<Slab> = []
  }

  /// Where a page may end: the slab that follows, and what stands before it.
  private struct End {
    var next: Int
    var items: Int
    var y: Int
    var foot: Foot
  }

  /// Places as many slabs as a page holds and yields the first that goes on the next.
  private mutating func fillPage(_ slabs: [Slab], from start: Int) -> Int {
    let number = pages.count + 1
    let limit = device.area(orientation).height - footHeight
    var y = number == 1 ? 0 : device.headHeight
    var items: [PlacedItem] = []
    var foot = Foot()
    carry(to: &foot, room: limit - y)
    if start < slabs.count, !foot.slabs.isEmpty,
      !foot.rest.isEmpty
        || y + (slabs[start].head?.height ?? 0) + slabs[start].height + foot.height > limit
    {
      // Footnotes fill the page.
      close(foot, items: [], limit: limit)
      return start
    }
    if start < slabs.count, let head = slabs[start].head {
      for item in head.items { items.append(item.moved(y: y)) }
      y += head.height
    }
    var index = start
    var end: End?
    while index < slabs.count {
      let slab = slabs[index]
      let space = index == start ? 0 : slab.space
      let room = limit - y - space - slab.height - foot.height
      guard index == start || room >= 0 else { break }
      if !slab.notes.isEmpty || !foot.rest.isEmpty {
        var fuller = foot
        guard take(slab.notes, to: &fuller, room: room, isForced: index == start) else { break }
        foot = fuller
      }
      y += space
      if let line = slab.line { items.append(.line(line.moved(y: y))) }
      for item in slab.items { items.append(item.moved(y: y)) }
      y += slab.height
      index += 1
      guard index < slabs.count else { break }
      if slabs[index].mayBreakBefore, y + slab.closingHeight + foot.height <= limit || end == nil {
        end = End(next: index, items: items.count, y: y, foot: foot)
      }
    }
    if index < slabs.count, let end {
      items.removeSubrange(min(end.items, items.count)...)
      (index, y, foot) = (end.next, end.y, end.foot)
    }
    if index < slabs.count, index > start {
      for item in slabs[index - 1].closing { items.append(item.moved(y: y)) }
    }
    close(foot, items: items, limit: limit)
    return index
  }

  private mutating func close(_ foot: Foot, items: [PlacedItem], limit: Int) {
    let number = pages.count + 1
    for number in foot.taken { notes[number] = nil }
    carried = foot.rest
    pages.append(
      PrintPage(
        number: number, orientation: orientation,
        items: runningHead(number) + items + placed(foot, limit: limit) + takeFoot()))
  }

  /// With the space above; a foot that would leave no room for text stands over it.
  private var footHeight: Int {
    let height = foot.reduce(0) { $0 + $1.height }
    guard height > 0, height * 3 < device.area(orientation).height else { return 0 }
    return height + device.space(1)
  }

  private mutating func takeFoot() -> [PlacedItem] {
    var y = device.area(orientation).height - foot.reduce(0) { $0 + $1.height }
    var items: [PlacedItem] = []
    for slab in foot {
      for item in slab.items { items.append(item.moved(y: y)) }
      y += slab.height
    }
    foot = []
    return items
  }

  /// What the page before could not hold comes first.
  private func carry(to foot: inout Foot, room: Int) {
    guard !carried.isEmpty else { return }
    add(carried, to: &foot, room: room - foot.height, isForced: true)
  }

  /// Takes footnotes that are referred to; whether the page has room for them.
  private func take(_ numbers: [Int], to foot: inout Foot, room: Int, isForced: Bool) -> Bool {
    var open = numbers.reversed().map { $0 }
    var room = room
    while let number = open.popLast() {
      guard let slabs = notes[number], !foot.taken.contains(number) else { continue }
      let height = slabs.reduce(ruleHeight(foot)) { $0 + $1.space + $1.height }
      // A footnote that is high goes on on the next page rather than leave half of this one empty.
      let isHigh = height * 3 > device.area(orientation).height
      guard isForced || foot.rest.isEmpty && (height <= room || isHigh && room * 6 > height) else {
        return false
      }
      let before = foot.height
      foot.taken.insert(number)
      if foot.rest.isEmpty {
        add(slabs[...], to: &foot, room: room, isForced: isForced && foot.slabs.isEmpty)
      } else {
        foot.rest += slabs
      }
      room -= foot.height - before
      for slab in slabs { open += slab.notes.reversed() }
    }
    return true
  }

  private func add(_ slabs: ArraySlice<Slab>, to foot: inout Foot, room: Int, isForced: Bool) {
    var room = room - ruleHeight(foot)
    let rule = ruleHeight(foot)
    for (offset, slab) in slabs.enumerated() {
      let height = slab.height + (offset > 0 ? slab.space : 0)
      guard height <= room || isForced && foot.slabs.isEmpty else {
        foot.rest = slabs.dropFirst(offset)
        return
      }
      if foot.slabs.isEmpty { foot.height += rule }
      var slab = slab
      if offset == 0 { slab.space = 0 }
      foot.slabs.append(slab)
      foot.height += height
      room -= height
    }
  }

  /// What parts the footnotes from the text takes room where there are none yet.
  private func ruleHeight(_ foot: Foot) -> Int {
    foot.slabs.isEmpty ? device.space(1) + device.ruleHeight : 0
  }

  /// Footnotes below a short rule, at the foot of the page.
  private func placed(_ foot: Foot, limit: Int) -> [PlacedItem] {
    guard !foot.slabs.isEmpty else { return [] }
    let width = device.area(orientation).width
    var y = limit - foot.height + device.space(1)
    var items: [PlacedItem] = [
      .rule(PlacedRule(x: 0, y: y, length: max(width / 4 - 1, 1), isVertical: false))
    ]
    y += device.ruleHeight
    for slab in foot.slabs {
      y += slab.space
      if let line = slab.line { items.append(.line(line.moved(y: y))) }
      for item in slab.items { items.append(item.moved(y: y)) }
      y += slab.height
    }
    return items
  }

  /// The first page has none (ГОСТ Р 7.0.97).
  private func runningHead(_ number: Int) -> [PlacedItem] {
    guard number > 1, let paragraph = head.paragraph(page: number) else { return [] }
    var paragraphs = ParagraphLayout(device: device, width: device.area(orientation).width)
    return paragraphs.lines(of: paragraph.text, paragraph.style, PrintOwner(block: nil))
      .prefix(1).map { .line($0.moved(y: device.headOffset)) }
  }
}
