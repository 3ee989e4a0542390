package import ActaDiagnostics
package import ActaModel

/// A reference and what it leads to.
package struct ResolvedReference: Sendable, Hashable {
  package enum Goal: Sendable, Hashable {
    /// A document of this act, as a whole (0 is the order, 1 its first appendix).
    case document(Int)
    /// A unit of a document of this act by its permanent address within the document; of a range, its ends.
    case unit(document: Int, address: String, last: String?)
    /// A unit that the document does not have.
    case missing(document: Int, PathElement)
    /// An appendix that the act does not have.
    case missingAppendix(String?)
    /// Another act, which the repository may hold.
    case act(Citation)
    /// A document that is not known, or a place that has no address.
    case outside
  }

  /// The index of the passage among the document's.
  package var passage: Int
  /// The words in the text of the passage.
  package var span: Span
  package var reference: Reference
  package var goal: Goal
  /// Whether the words name the document: «настоящего Положения», «Положения»; a bare «пункт 3» does not.
  package var isExplicit: Bool
}

extension ReadAct {
  /// What goes in front of the addresses of a document's units on the act's page: nothing for the order, `pril-2-`.
  package func addressPrefix(of document: Int) -> String {
    act.appendices.indices.contains(document - 1)
      ? act.appendices[document - 1].address + "-" : ""
  }
}

/// Resolves the references of an act.
struct ReferenceResolver {
  private let act: Act
  private let documents: [ReadDocument]
  private let trees: [UnitTree]
  private let titles: [[Letters]]
  /// Terms by their stems.
  private let termsByStems: [[Letters]: [DefinedTerm]]
  /// Whether some appendix says that it belongs to another appendix.
  private let hasStampsOfOthers: Bool

  init(_ act: Act, _ documents: [ReadDocument], terms: [DefinedTerm]) {
    self.act = act
    self.documents = documents
    trees = documents.map { UnitTree($0.document) }
    termsByStems = Dictionary(grouping: terms) { $0.stems }
    hasStampsOfOthers = documents.dropFirst().contains { $0.belongsToAppendix }
    titles = documents.map { read in
      read.document.requisites.title.map { stems(of: $0.value) } ?? []
    }
  }

  func resolved(in document: Int) -> [ResolvedReference] {
    let read = documents[document]
    let isAmending = document == 0 && read.isAmending
    var found: [ResolvedReference] = []
    for (index, passage) in read.passages.enumerated() where !passage.references.isEmpty {
      guard read.texts.indices.contains(index) else { continue }
      let text = read.texts[index]
      var quotes = QuoteDepth()
      for reference in passage.references {
        let start = text.index(atOrAfter: reference.span.start)
        let isQuoted = quotes.isOpen(in: text, at: start)
        let words = WordsOfReference(text, reference.span)
        var goal = ResolvedReference.Goal.outside
        if !passage.isNorm || isQuoted {
          // A quote is the text of another document, a note speaks of other editions.
          if let citation = reference.value.citation { goal = .act(citation) }
        } else {
          goal = resolve(
            reference.value, words, in: document, passage, isAmending: isAmending,
            index == 0 ? 0 : index)
        }
        found.append(
          ResolvedReference(
            passage: index, span: reference.span, reference: reference.value, goal: goal,
            isExplicit: words.isExplicit || reference.value.target != .this))
      }
    }
    return found
  }

  private func resolve(
    _ reference: Reference, _ words: WordsOfReference, in document: Int, _ passage: Passage,
    isAmending: Bool, _ index: Int
  ) -> ResolvedReference.Goal {
    switch reference.target {
    case .act(let citation):
      return isOwn(citation) ? inside(reference.path, of: 0) : .act(citation)
    case .approved(let name, let citation):
      guard isOwn(citation) else { return .act(citation) }
      guard let target = named(name, from: document) else { return .document(0) }
      return inside(reference.path, of: target)
    case .named(let name):
      if isAmending { return .outside }
      let nameStems = stems(of: name)
      let known = (termsByStems[nameStems] ?? []).suffix(16)
      if let term = known.last(where: { holds($0, in: document) }),
        let citation = term.citation
      {
        return isOwn(citation) ? inside(reference.path, of: 0) : .act(citation)
      }
      guard let target = named(name, from: document) else { return .outside }
      return inside(reference.path, of: target)
    case .this:
      if words.isOrder { return appendixOrUnit(reference.path, of: 0) }
      if isAmending, !words.isExplicit { return .outside }
      if reference.path.first?.level == .appendix {
        return appendix(reference.path, from: document, words)
      }
      return here(reference.path, words, in: document, passage)
    }
  }

  private func holds(_ term: DefinedTerm, in document: Int) -> Bool {
    term.document == document || term.document == 0
  }

  // MARK: Appendices

  private func appendixOrUnit(_ path: [PathElement], of document: Int) -> ResolvedReference.Goal {
    path.first?.level == .appendix ? appendix(path[...]) : inside(path, of: document)
  }

  private func appendix(
    _ path: [PathElement], from document: Int, _ words: WordsOfReference
  ) -> ResolvedReference.Goal {
    guard document != 0 else { return appendix(path[...]) }
    // An appendix may have appendices of its own, below a heading or as files beside it.
    if case .node(let node?) = trees[document].find(path[...], from: nil),
      trees[document].nodes[node].kind == .appendix || path.count > 1
    {
      return unit(node, nil, of: document)
    }
    if words.isExplicit {
      return hasStampsOfOthers ? .outside : .missingAppendix(path.first?.text)
    }
    let goal = appendix(path[...])
    if case .missingAppendix = goal { return .outside }
    return goal
  }

  private func appendix(_ path: ArraySlice<PathElement>) -> ResolvedReference.Goal {
    // A file that is not there has been told, and shifts the numbers.
    guard act.order.requisites.appendices.count == act.appendices.count else { return .outside }
    guard let first = path.first else { return .outside }
    let count = act.appendices.count
    let target: Int
    switch first.number {
    case nil:
      guard count > 0 else { return .missingAppendix(nil) }
      // «прилагаемые Положение и состав»: which of several is for the words around to say.
      guard count == 1 else { return .outside }
      target = 1
    case .single(let text), .range(_, let text):
      guard let value = UnitKey(text)?.components.first?.value else { return .outside }
      guard value >= 1, value <= max(count, 0) else { return .missingAppendix(text) }
      target = value
    }
    return inside(Array(path.dropFirst()), of: target)
  }

  // MARK: Units

  private func here(
    _ path: [PathElement], _ words: WordsOfReference, in document: Int, _ passage: Passage
  ) -> ResolvedReference.Goal {
    let tree = trees[document]
    guard let first = path.first else { return .document(document) }
    if first.level == .article, !tree.hasArticles, !words.isExplicit { return .outside }
    if first.level == .subpoint || first.level == .paragraph || words.isDeictic {
      var place = tree.node(at: passage.address)
      while let current = place {
        if case .node(let node?) = tree.find(path[...], from: current) {
          return unit(node, path, of: document, from: current)
        }
        place = tree.nodes[current].parent
      }
      if first.level == .paragraph { return .outside }
    }
    return inside(path, of: document)
  }

  private func inside(_ path: [PathElement], of document: Int) -> ResolvedReference.Goal {
    guard !path.isEmpty, trees.indices.contains(document) else { return .document(document) }
    switch trees[document].find(path[...], from: nil) {
    case .node(nil): return .document(document)
    case .node(let node?): return unit(node, path, of: document, from: nil)
    case .missing(let element): return .missing(document: document, element)
    }
  }

  private func unit(
    _ node: Int, _ path: [PathElement]?, of document: Int, from start: Int? = nil
  ) -> ResolvedReference.Goal {
    let tree = trees[document]
    let address = tree.nodes[node].address
    guard let path, path.contains(where: \.isRange) else {
      return .unit(document: document, address: address, last: nil)
    }
    switch tree.find(path[...], from: start, last: true) {
    case .node(let end):
      return .unit(document: document, address: address, last: end.map { tree.nodes[$0].address })
    case .missing(let element):
      guard case .range(_, let last) = element.number else {
        return .missing(document: document, element)
      }
      return .missing(document: document, PathElement(element.level, .single(last)))
    }
  }

  // MARK: Documents

  private func isOwn(_ citation: Citation) -> Bool {
    let requisites = act.order.requisites
    guard let number = citation.number, let own = requisites.number?.value else { return false }
    return plainNumber(number) == plainNumber(own)
      && (citation.date == nil || citation.date == requisites.date?.value.value)
  }

  /// The document of the act whose title begins so, the one that speaks first.
  private func named(_ name: String, from document: Int) -> Int? {
    let name = stems(of: name)
    guard !name.isEmpty else { return nil }
    func answers(_ index: Int) -> Bool {
      index > 0 && titles[index].starts(with: name)
        || index > 0 && name.count == 1
          && documents[index].document.requisites.short.map {
            stems(of: $0.value) == name
          } ?? false
    }
    if answers(document) { return document }
    let found = titles.indices.filter(answers)
    return found.count == 1 ? found.first : nil
  }
}

extension ReadDocument {
  /// Whether its stamp says «Приложение к Порядку …».
  fileprivate var belongsToAppendix: Bool {
    passages.contains { passage in
      guard case .provision(let provision) = passage.place, provision.role == .stamp,
        passage.text.utf8.count < 1200
      else { return false }
      let folded = FoldedBytes(passage.text)
      return folded.hasPrefix("приложение")
        && [
          "к положению", "к порядку", "к правилам", "к регламенту", "к концепции", "к плану",
        ].contains { folded.contains($0) }
    }
  }

  /// Whether it changes other acts, so that «пункт 3» is theirs: «Внести в … следующие изменения».
  package var isAmending: Bool {
    if let title = document.requisites.title, title.value.utf8.count < 2000 {
      let folded = FoldedBytes(title.value)
      if folded.contains("о внесении изменени") || folded.contains("об изменении") { return true }
    }
    return texts.contains { text in
      for index in 0..<min(text.count, 12) where text[index].is("внести") {
        for next in index + 1..<min(text.count, index + 60)
        where text[next].has(stem: "изменени") || text[next].has(stem: "дополнени") { return true }
      }
      return false
    }
  }
}

/// A number of an act as it is compared: small letters, one kind of hyphen, no spaces.
package func plainNumber(_ number: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in number.lowercased().unicodeScalars {
    switch scalar {
    case " ", "\u{A0}", "\u{202F}": continue
    case "–", "—", "‑", "‐", "−": out.append("-")
    default: out.append(scalar)
    }
  }
  return String(out)
}

/// What the words of a reference say besides its units.
private struct WordsOfReference {
  /// «настоящего …».
  var isExplicit = false
  /// «настоящего приказа».
  var isOrder = false
  /// «настоящего пункта».
  var isDeictic = false

  init(_ text: TokenizedText, _ span: Span) {
    let start = text.index(atOrAfter: span.start)
    let end = text.index(atOrAfter: span.end)
    var index = start
    // «подпункт 3 настоящего пункта»: the words may stand right behind the units.
    while index < min(end + 2, start + 120) {
      if text[index].has(stem: "настоящ") {
        let noun = text[index + 1]
        if Self.units[noun] != nil {
          isDeictic = true
        } else if index < end || index == end {
          isExplicit = true
          isOrder = Self.orders[noun] != nil
        }
        return
      }
      index += 1
    }
  }

  private static let units = Lexicon<Bool>([
    .form("пункт", .masculine, true), .form("подпункт", .masculine, true),
    .form("раздел", .masculine, true), .form("подраздел", .masculine, true),
    .form("стать", .feminine, true), .form("глав", .feminine, true),
    .form("част", .softFeminine, true), .form("абзац", .masculine, true),
  ])

  private static let orders = Lexicon<Bool>([
    .form("приказ", .masculine, true), .form("распоряжени", .neuter, true),
    .form("постановлени", .neuter, true), .form("решени", .neuter, true),
    .form("акт", .masculine, true), .form("указ", .masculine, true),
  ])
}

/// Whether a place stands in a quote that gives another text; asked for places in ascending order.
private struct QuoteDepth {
  private var next = 0
  private var depth = 0
  private var isStraight = false

  mutating func isOpen(in text: TokenizedText, at index: Int) -> Bool {
    while next < index {
      switch text[next].kind {
      case .openingQuote: depth += 1
      case .closingQuote: depth = max(0, depth - 1)
      case .straightQuote: isStraight.toggle()
      default: break
      }
      next += 1
    }
    return depth > 0 || isStraight
  }
}

extension PathElement {
  var isRange: Bool { if case .range = number { true } else { false } }

  /// The number as it is written; `nil` for the only appendix.
  package var text: String? {
    switch number {
    case nil: nil
    case .single(let number): number
    case .range(let first, let last): "\(first)–\(last)"
    }
  }
}
