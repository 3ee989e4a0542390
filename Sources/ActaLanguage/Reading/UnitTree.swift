import ActaDiagnostics
import ActaModel

/// The numbered units of a document as references look for them.
struct UnitTree {
  struct Node {
    enum Kind { case section, article, unit, milestone, appendix, paragraph }

    var kind: Kind
    /// `nil` for a paragraph without a number.
    var number: UnitKey?
    var address: String
    var parent: Int?
    /// How many units stand directly below it, and which of them have no number.
    var children = 0
    var paragraphs: [Int] = []
    /// The index behind the last unit below it: units stand in the order of the text.
    var end = 0
    /// Whether it has words of its own, which are its first абзац.
    var hasText = true
  }

  private(set) var nodes: [Node] = []
  private var roots = 0
  private var rootParagraphs: [Int] = []
  private(set) var hasArticles = false
  private var byAddress: [String: Int] = [:]
  /// Nodes that bear a number, in the order of the text.
  private var byNumber: [UnitKey: [Int]] = [:]

  init(_ document: Document) { walk(document.blocks, under: nil) }

  func node(at address: String) -> Int? { byAddress[address] }

  /// Whether some unit of the document has a number.
  var hasNumbers: Bool { !byNumber.isEmpty }

  /// The node that a path leads to from a node or from the document; the first element that leads nowhere otherwise.
  func find(_ path: ArraySlice<PathElement>, from start: Int?, last: Bool = false) -> Found {
    var place = start
    for element in path {
      guard let next = step(element, from: place, last: last) else { return .missing(element) }
      switch next {
      case .inside: return .node(place)
      case .node(let node): place = node
      }
    }
    return .node(place)
  }

  enum Found {
    /// `nil` is the document as a whole.
    case node(Int?)
    case missing(PathElement)
  }

  private enum Step {
    case node(Int)
    /// Somewhere in the node, where no address leads: a line of a table.
    case inside
  }

  private func step(_ element: PathElement, from place: Int?, last: Bool) -> Step? {
    let number: String
    switch element.number {
    case nil: return .inside
    case .single(let only): number = only
    case .range(let first, let end): number = last ? end : first
    }
    if element.level == .paragraph { return paragraph(number, of: place) }
    guard let key = UnitKey(number) else { return .inside }
    if let found = numbered(key, element.level, in: place) { return .node(found) }
    return element.level == .line ? .inside : nil
  }

  private func numbered(_ key: UnitKey, _ level: PathElement.Level, in place: Int?) -> Int? {
    let wanted = candidates(key, in: place)
    if let found = wanted.first(where: { fits(nodes[$0].kind, level) }) { return found }
    guard level != .article, level != .appendix else { return nil }
    // «подпункт 3 пункта 2» is numbered 2.3, «подпункт 2.3» stands as 3) below 2.
    if let outer = place.flatMap({ nodes[$0].number }), !outer.isLetter, !key.isLetter {
      let whole = UnitKey(isLetter: false, components: outer.components + key.components)
      if let found = candidates(whole, in: place).first { return found }
    }
    if key.components.count > 1, !key.isLetter {
      let head = UnitKey(isLetter: false, components: Array(key.components.dropLast()))
      let tail = UnitKey(isLetter: false, components: Array(key.components.suffix(1)))
      for outer in candidates(head, in: place) {
        if let found = candidates(tail, in: outer).first { return found }
      }
    }
    // What one calls a point is a section to another.
    return level == .line ? nil : wanted.first { nodes[$0].kind != .appendix }
  }

  private func fits(_ kind: Node.Kind, _ level: PathElement.Level) -> Bool {
    switch level {
    case .section, .chapter: kind == .section
    case .article: kind == .article
    case .part: kind == .unit || kind == .article
    case .point, .subpoint: kind == .unit || kind == .milestone
    case .line: kind == .milestone
    case .appendix: kind == .appendix
    case .paragraph: kind == .paragraph
    }
  }

  /// The units of a number, of those below a place alone.
  private func candidates(_ key: UnitKey, in place: Int?) -> ArraySlice<Int> {
    let all = byNumber[key] ?? []
    guard let place else { return all.prefix(Self.reach) }
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix(Self.reach).prefix { $0 < nodes[place].end }
  }

  /// How many units of one number are looked at: more are no document that anyone reads.
  private static let reach = 64

  /// The абзац of a unit, counted from its own words; numbered sub-points may be counted too.
  private func paragraph(_ number: String, of place: Int?) -> Step? {
    guard let count = Int(number), count > 0, count < 10_000 else { return .inside }
    let hasText = place.map { nodes[$0].hasText } ?? false
    if count == 1, hasText, let place { return .node(place) }
    let plain = place.map { nodes[$0].paragraphs } ?? rootParagraphs
    let index = count - (hasText ? 2 : 1)
    if plain.indices.contains(index), plain.count == place.map({ nodes[$0].children }) ?? roots {
      return .node(plain[index])
    }
    let below = place.map { nodes[$0].end - $0 - 1 } ?? nodes.count
    return index < below ? .inside : nil
  }

  private mutating func walk(_ blocks: [Block], under parent: Int?) {
    for block in blocks {
      switch block {
      case .provision(let provision):
        let node = add(provision, under: parent)
        walk(provision.children, under: node ?? parent)
        if let node { nodes[node].end = nodes.count }
      case .schedule(let schedule):
        for milestone in schedule.milestones {
          _ = add(
            Node(
              kind: .milestone, number: milestone.number.flatMap { UnitKey($0) },
              address: milestone.address, parent: parent))
        }
      case .quote(let quote): walk(quote.blocks, under: parent)
      case .table, .members, .verbatim, .line: break
      }
    }
  }

  private mutating func add(_ provision: Provision, under parent: Int?) -> Int? {
    let key = provision.number.flatMap { UnitKey($0) }
    let kind: Node.Kind
    if provision.number?.word == .appendix {
      kind = .appendix
    } else {
      switch provision.level {
      case .section, .chapter: kind = .section
      case .article: kind = .article
      case .point, .subpoint: kind = key == nil ? .paragraph : .unit
      case .item, .paragraph: kind = key == nil ? .paragraph : .unit
      }
    }
    guard key != nil || provision.headingLevel != nil || provision.role == .norm else { return nil }
    let hasText = provision.headingLevel == nil && !provision.text.isEmpty
    return add(
      Node(
        kind: provision.headingLevel != nil && key == nil ? .section : kind, number: key,
        address: provision.address, parent: parent, hasText: hasText))
  }

  private mutating func add(_ node: Node) -> Int {
    let index = nodes.count
    nodes.append(node)
    nodes[index].end = index + 1
    if node.kind == .article { hasArticles = true }
    if let parent = node.parent {
      nodes[parent].children += 1
      if node.kind == .paragraph { nodes[parent].paragraphs.append(index) }
    } else {
      roots += 1
      if node.kind == .paragraph { rootParagraphs.append(index) }
    }
    if let number = node.number { byNumber[number, default: []].append(index) }
    if !node.address.isEmpty { byAddress[node.address] = byAddress[node.address] ?? index }
    return index
  }
}

/// The number of a unit as it counts, however a text or a reference spells it.
struct UnitKey: Sendable, Hashable {
  var isLetter: Bool
  var components: [LegalNumber.Component]

  init(isLetter: Bool, components: [LegalNumber.Component]) {
    self.isLetter = isLetter
    self.components = components
  }

  init?(_ number: LegalNumber) {
    guard number.style != .dash, !number.components.isEmpty else { return nil }
    self.init(isLetter: number.style == .letter, components: number.components)
  }

  /// The number as a reference writes it: «3-1», «4.2», «б», «IV», «3¹».
  init?(_ text: String) {
    let text = text.lowercased()
    if let letter = text.unicodeScalars.first,
      let place = Self.alphabet.firstIndex(of: letter == "ё" ? "е" : letter)
    {
      let rest = text.unicodeScalars.dropFirst()
      let digits = rest.drop { $0 == "." || $0 == "-" }
      let inserted = Int(String(String.UnicodeScalarView(digits))).map { [$0] } ?? []
      guard rest.isEmpty || !inserted.isEmpty else {
        guard let value = Self.roman(text) else { return nil }
        self.init(isLetter: false, components: [LegalNumber.Component(value)])
        return
      }
      self.init(
        isLetter: true, components: [LegalNumber.Component(place + 1, inserted: inserted)])
      return
    }
    if let value = Self.roman(text) {
      self.init(isLetter: false, components: [LegalNumber.Component(value)])
      return
    }
    let parts = Self.plain(text).split(separator: ".")
    var components: [LegalNumber.Component] = []
    for part in parts {
      let figures = part.split(separator: "-").map { Int($0) }
      guard let first = figures.first, let value = first, !figures.contains(nil) else {
        return nil
      }
      components.append(
        LegalNumber.Component(value, inserted: figures.dropFirst().compactMap { $0 }))
    }
    guard !components.isEmpty else { return nil }
    self.init(isLetter: false, components: components)
  }

  /// Superscript figures as those of an inserted number: 3¹ is 3-1.
  private static func plain(_ text: String) -> String {
    var out = ""
    var isRaised = false
    for scalar in text.unicodeScalars {
      if let figure = superscripts.firstIndex(of: scalar) {
        if !isRaised { out += "-" }
        out += String(figure)
        isRaised = true
      } else {
        out.unicodeScalars.append(scalar)
        isRaised = false
      }
    }
    return out
  }

  private static func roman(_ text: String) -> Int? {
    let tokens = TokenizedText(text.uppercased())
    return tokens.count == 1 ? tokens.romanNumeral(at: 0) : nil
  }

  private static let alphabet = Array("абвгдежзиклмнопрстуфхцчшщэюя".unicodeScalars)
  private static let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
}
