import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Builds the tree of an act's units from the flat order of the source.
///
/// What stands under what follows from the kind of number and the place, as jurists read it: headings by their rank,
/// `1.1.` under `1.`, a style of number that is not open yet under the unit in front of it, a known style beside its
/// brothers, an unnumbered paragraph under the numbered unit above.
struct Outline {
  private struct Node {
    var block: Block
    var children: [Int] = []
  }

  private struct Open {
    var node: Int
    var rank: Int
    var style: Style?
    var depth: Int
  }

  /// What makes two numbers brothers below the rank of dotted ones.
  private enum Style: Hashable {
    case bracketed, letter
    case dash(depth: Int)
  }

  private static let dottedRank = 70
  private static let listRank = 90

  private var nodes: [Node] = []
  private var roots: [Int] = []
  private var open: [Open] = []

  /// The finished tree.
  func blocks() -> [Block] { roots.map { assemble($0) } }

  mutating func add(_ unit: Unit) {
    if let level = unit.headingLevel {
      addHeading(unit, level)
    } else if let number = unit.number {
      addNumbered(unit, number)
    } else {
      closeItems(deeperThan: unit.depth)
      let provision = Provision(level: .paragraph, text: unit.text, span: unit.span)
      attach(.provision(provision))
    }
  }

  /// A table, quote or line: part of the unit above it.
  mutating func add(_ block: Block, depth: Int) {
    closeItems(deeperThan: depth)
    attach(block)
  }

  /// A block of the section itself, not of a point in it: a roadmap's rows, a roster's members.
  mutating func addToSection(_ block: Block, belowHeading level: Int = 7) {
    close { $0.rank < min(level, 7) * 10 }
    attach(block)
  }

  /// A block at the top, whatever is open.
  mutating func addToTop(_ block: Block) {
    nodes.append(Node(block: block))
    roots.append(nodes.count - 1)
  }

  // MARK: Units

  private mutating func addHeading(_ unit: Unit, _ level: Int) {
    close { $0.rank < level * 10 }
    let provision = Provision(
      level: headingLevel(unit.number), number: unit.number, headingLevel: level, text: unit.text,
      span: unit.span)
    push(provision, rank: level * 10, style: nil, depth: unit.depth)
  }

  private func headingLevel(_ number: LegalNumber?) -> Provision.Level {
    guard let number else { return .section }
    switch number.word {
    case .section, .appendix: return .section
    case .chapter: return .chapter
    case .article: return .article
    case nil: break
    }
    if number.style == .dotted, number.components.count > 1 { return .point }
    let isInRoman = open.contains { entry in
      guard case .provision(let provision) = nodes[entry.node].block else { return false }
      return provision.number?.style == .roman && provision.headingLevel != nil
    }
    return number.style == .dotted && isInRoman ? .chapter : .section
  }

  private mutating func addNumbered(_ unit: Unit, _ number: LegalNumber) {
    let level: Provision.Level
    let rank: Int
    var style: Style?
    switch (number.word, number.style) {
    case (.section, _), (.appendix, _), (nil, .roman): (level, rank) = (.section, 61)
    case (.chapter, _): (level, rank) = (.chapter, 62)
    case (.article, _): (level, rank) = (.article, 63)
    case (nil, .dotted):
      rank = Self.dottedRank + min(number.components.count, 15)
      close { $0.rank < rank }
      level = dottedLevel()
    case (nil, .bracketed): (level, rank, style) = (.subpoint, Self.listRank, .bracketed)
    case (nil, .letter): (level, rank, style) = (.subpoint, Self.listRank, .letter)
    case (nil, .dash):
      (level, rank, style) = (.item, Self.listRank, .dash(depth: unit.depth))
    }
    if let style {
      closeBrothers(of: style, depth: unit.depth)
    } else {
      close { $0.rank < rank }
    }
    let provision = Provision(level: level, number: number, text: unit.text, span: unit.span)
    push(provision, rank: rank, style: style, depth: unit.depth)
  }

  /// A dotted number under a point is a sub-point; under a section or nothing it is a point.
  private func dottedLevel() -> Provision.Level {
    guard let top = open.last, case .provision(let above) = nodes[top.node].block else {
      return .point
    }
    return above.level == .point || above.level == .subpoint ? .subpoint : .point
  }

  /// Closes up to the open brother of a style; where there is none only what cannot hold the newcomer.
  private mutating func closeBrothers(of style: Style, depth: Int) {
    if case .dash = style {
      while let top = open.last, case .dash(let other)? = top.style, other >= depth {
        open.removeLast()
      }
      return
    }
    while let top = open.last, case .dash(let other)? = top.style, other >= depth {
      open.removeLast()
    }
    if let brother = open.lastIndex(where: { $0.style == style }) {
      open.removeSubrange(brother...)
    }
  }

  /// An unnumbered paragraph is no part of a dash item that ended with its list.
  private mutating func closeItems(deeperThan depth: Int) {
    while let top = open.last, case .dash(let other)? = top.style, other > depth || depth == 0 {
      open.removeLast()
    }
  }

  // MARK: The tree

  private mutating func close(keeping holds: (Open) -> Bool) {
    while let top = open.last, !holds(top) { open.removeLast() }
  }

  private mutating func push(_ provision: Provision, rank: Int, style: Style?, depth: Int) {
    attach(.provision(provision))
    open.append(Open(node: nodes.count - 1, rank: rank, style: style, depth: depth))
  }

  private mutating func attach(_ block: Block) {
    nodes.append(Node(block: block))
    if let top = open.last {
      nodes[top.node].children.append(nodes.count - 1)
    } else {
      roots.append(nodes.count - 1)
    }
  }

  /// The depth of the tree is bounded: six headings, nine ranks of numbers, three styles and the lists' depth.
  private func assemble(_ index: Int) -> Block {
    let node = nodes[index]
    guard case .provision(var provision) = node.block else { return node.block }
    provision.children = node.children.map { assemble($0) }
    return .provision(provision)
  }
}
