/// A place where a line may end.
struct LineBreak: Sendable {
  enum Kind: UInt8, Sendable { case space, hyphen, mark }

  var kind = Kind.space
  /// The word that the next line begins with or in, and the byte that it begins with.
  var word: Int
  var start: Int
  /// Width of all that is before the place, and with the space that goes with the end of a line.
  var end: Int
  var next: Int
  /// Spaces that can be stretched, likewise.
  var gaps: Int
  var nextGaps: Int
  /// Width of the hyphen that is printed there.
  var hyphen = 0
  /// What ending a line here costs.
  var cost = 0
}

/// Chooses where the lines of a paragraph end, so that the spaces of all of it are as even as they can be.
///
/// The cost of a line grows with the sixth power of how much its spaces stretch, as in TeX; hyphens cost, and more so
/// one below another. Each place looks back only as far as a line is long, so the work grows with the text.
struct LineBreaker {
  /// Width of the first line, and of the others.
  var first = 1
  var width = 1
  /// Of a space; more than 0.
  var space = 1
  var alignment = PrintStyle.Alignment.justified
  /// Whether the last line ought to be as long as the others.
  var isBalanced = false
  /// How far spaces may shrink, in thousandths.
  var shrink = 0
  /// How far they stretch, in thousandths, at a cost of a hundred.
  private let stretch: Int

  /// Hyphens that may stand one below another.
  static let mostHyphens = 3

  private var costs: [Int] = []
  private var ways: [Int32] = []

  init(stretch: Int) { self.stretch = max(stretch, 1) }

  /// The places where lines end, the end of the text last, and the cost of the worst line; the first place is the
  /// beginning of the text.
  mutating func ends(of places: [LineBreak]) -> (ends: [Int], worst: Int) {
    let states = Self.mostHyphens + 1
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(Self.never, count: places.count * states))
    ways.removeAll(keepingCapacity: true)
    ways.append(contentsOf: repeatElement(-1, count: places.count * states))
    guard places.count > 1 else { return ([], 0) }
    costs[0] = 0
    places.withUnsafeBufferPointer { reach($0) }
    return path(places.count, states)
  }

  /// Finds the cheapest way to each place.
  private mutating func reach(_ places: UnsafeBufferPointer<LineBreak>) {
    var (costs, ways) = (self.costs, self.ways)
    (self.costs, self.ways) = ([], [])
    costs.withUnsafeMutableBufferPointer { costs in
      ways.withUnsafeMutableBufferPointer { ways in reach(places, costs, ways) }
    }
    (self.costs, self.ways) = (costs, ways)
  }

  private func reach(
    _ places: UnsafeBufferPointer<LineBreak>, _ costs: UnsafeMutableBufferPointer<Int>,
    _ ways: UnsafeMutableBufferPointer<Int32>
  ) {
    let states = Self.mostHyphens + 1
    var low = 0
    for index in 1..<places.count {
      let place = places[index]
      let isLast = index == places.count - 1
      while low < index - 1, isTooLong(place, from: places[low], isFirst: low == 0) { low += 1 }
      var isFound = false
      for start in low..<index {
        let from = places[start]
        let measure = start == 0 ? first : width
        let length = place.end + place.hyphen - from.next
        let gaps = place.gaps - from.nextGaps
        if isFound, length * 2 < measure, !isLast { break }
        let slack = measure - length
        guard slack >= -gaps * space * shrink / 1000 || start == index - 1 && !isFound else {
          continue
        }
        // No line costs less than nothing: from here it cannot become cheaper.
        if from.kind == .space, place.kind == .space,
          costs[start * states] >= costs[index * states]
        {
          continue
        }
        let line = cost(slack, gaps, isLast: isLast, from, place)
        take(line, from: start, from.kind, to: index, place.kind, costs, ways, &isFound)
      }
    }
  }

  private func isTooLong(_ place: LineBreak, from start: LineBreak, isFirst: Bool) -> Bool {
    let measure = isFirst ? first : width
    let gaps = place.gaps - start.nextGaps
    return place.end - start.next - gaps * space * shrink / 1000 > measure
  }

  /// Reaches a place by a line of a cost, in each state that counts hyphens one below another.
  @inline(__always)
  private func take(
    _ line: Int, from start: Int, _ startKind: LineBreak.Kind, to index: Int,
    _ kind: LineBreak.Kind, _ costs: UnsafeMutableBufferPointer<Int>,
    _ ways: UnsafeMutableBufferPointer<Int32>, _ isFound: inout Bool
  ) {
    let states = Self.mostHyphens + 1
    if kind == .space {
      for hyphens in 0..<(startKind == .space ? 1 : states) {
        let sum = costs[start * states + hyphens] + line
        if sum < costs[index * states] {
          costs[index * states] = sum
          ways[index * states] = Int32(start * states + hyphens)
          isFound = true
        }
      }
    } else {
      for hyphens in 0..<(startKind == .space ? 1 : states) {
        // One hyphen too many is better than a line that does not fit.
        let price = hyphens < states - 1 ? hyphens * hyphens * 20_000 : 1 << 40
        let sum = costs[start * states + hyphens] + line + price
        let state = index * states + min(hyphens + 1, states - 1)
        if sum < costs[state] {
          costs[state] = sum
          ways[state] = Int32(start * states + hyphens)
          isFound = true
        }
      }
    }
  }

  private func path(_ count: Int, _ states: Int) -> (ends: [Int], worst: Int) {
    var ends: [Int] = []
    var worst = 0
    var state = (count - 1) * states
    for other in state..<count * states where costs[other] < costs[state] { state = other }
    while state >= states {
      ends.append(state / states)
      let way = Int(ways[state])
      guard way >= 0, way < state else { break }
      worst = max(worst, costs[state] - costs[way])
      state = way
    }
    ends.reverse()
    return (ends, worst)
  }

  /// What a line costs that ends at a place.
  @inline(__always)
  private func cost(
    _ slack: Int, _ gaps: Int, isLast: Bool, _ start: LineBreak, _ place: LineBreak
  ) -> Int {
    if slack < 0 {
      let room = gaps * space * shrink
      guard room > 0, -slack * 1000 <= room else { return Self.overfull - slack }
      let ratio = -slack * 100_000 / room * 10
      return badness(ratio) + (isLast ? 0 : place.cost)
    }
    if isLast { return lastCost(slack, start, place) }
    if alignment == .justified {
      // Thousandths of what a space may stretch.
      let ratio = min(slack * 1_000_000 / (max(gaps, 1) * space * stretch), Self.widest)
      return badness(gaps > 0 ? ratio : max(ratio, Self.widest / 2)) + place.cost
    }
    // Nothing is stretched: few lines matter more than even ones.
    let short = slack * 1000 / max(width, 1)
    // In the middle of a page a preposition at the end of a line meets the eye.
    return 40_000 + short * short / 2 + place.cost * (alignment == .center ? 30 : 1)
  }

  /// A last line may be short, but neither a lone short word nor the rest of one.
  private func lastCost(_ slack: Int, _ start: LineBreak, _ place: LineBreak) -> Int {
    let length = place.end - start.next
    var cost = 0
    if start.kind != .space, start.word == place.word - 1 {
      // The less is carried, the worse.
      cost += 100_000 + max(width - length * 8, 0) * 6_000 / max(width, 1) * 1_000
    }
    if isBalanced || alignment == .center {
      let short = slack * 1000 / max(width, 1)
      return 40_000 + short * short / 2
    }
    if length * 12 < width, start.word > 0 { cost += 30_000 }
    return cost + (alignment == .justified ? 0 : 40_000)
  }

  /// TeX's demerits of a line by thousandths of its spaces' stretch.
  @inline(__always)
  private func badness(_ ratio: Int) -> Int {
    let bad = 10 + ratio * ratio / 1000 * ratio / 10_000
    return bad * bad
  }

  private static let never = Int.max / 4
  private static let overfull = 1 << 44
  private static let widest = 20_000
}
