import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Words of a text that lead somewhere although the source has no link there.
struct WordLink: Sendable {
  var range: Range<Int>
  var href: String
  var title: String
  /// A use of a defined term; a reference otherwise.
  var isTerm: Bool
}

/// The references of an act and the uses of its terms as links of its page.
struct WordLinks {
  private let reading: ActReading
  private let addresses: ActAddresses
  /// For each document the links of its texts, by where a text begins in the source.
  private var links: [[Int: [WordLink]]]

  init(_ reading: ActReading, _ addresses: ActAddresses) {
    self.reading = reading
    self.addresses = addresses
    links = reading.act.documents.map { _ in [:] }
    for index in reading.act.documents.indices { addReferences(of: index) }
    for term in reading.act.terms where !term.uses.isEmpty { addUses(of: term) }
  }

  subscript(document: Int) -> [Int: [WordLink]] { links.at(document) ?? [:] }

  // MARK: References

  private mutating func addReferences(of document: Int) {
    for reference in reading.act.documents[document].resolved {
      guard let passage = reading.act.documents[document].passages.at(reference.passage),
        let link = link(reference, from: passage, in: document)
      else { continue }
      add(link.href, link.title, reference.span, passage, document, isTerm: false)
    }
  }

  private func link(
    _ reference: ResolvedReference, from passage: Passage, in document: Int
  ) -> (href: String, title: String)? {
    let act = reading.act.act
    switch reference.goal {
    case .document(let target):
      // A document that speaks of itself leads nowhere else.
      guard target != document else { return nil }
      if target == 0 { return ("#act", pageName(of: act)) }
      return act.appendices.at(target - 1).map { ("#" + $0.address, title(of: $0)) }
    case .unit(let target, let address, _):
      guard target != document || address != passage.address,
        let href = addresses.href(address, in: target)
      else { return nil }
      return (href, addresses.words(at: address, in: target))
    case .act(let citation):
      guard let index = reading.cited.index(of: citation),
        let other = reading.cited.acts.at(index), other.id != act.id
      else { return nil }
      let page = Path.relative(from: act.id, to: other.id + "/index.html")
      return (URLText.encoded(page, isPath: true), pageName(of: other))
    case .missing, .missingAppendix, .outside: return nil
    }
  }

  private func pageName(of act: Act) -> String {
    let title = act.order.requisites.title?.value ?? ""
    return shortened(citation(of: act) + (title.isEmpty ? "" : " «\(title)»"), to: 180)
  }

  // MARK: Terms

  /// The first use in each paragraph: more would be dots without end.
  ///
  /// «инспекция» in the body's own full name is no «Инспекция».
  private mutating func addUses(of term: DefinedTerm) {
    guard let definition = reading.act.documents.at(term.document)?.passages.at(term.passage),
      let href = addresses.href(definition.address, in: term.document)
    else { return }
    let title = shortened(fullName(of: term, in: definition), to: 180)
    guard !title.isEmpty else { return }
    var last: (document: Int, passage: Int)?
    for use in term.uses {
      if let last, last == (use.document, use.passage) { continue }
      guard let passage = reading.act.documents.at(use.document)?.passages.at(use.passage),
        use.document != term.document || passage.address != definition.address,
        !term.isCapitalized
          || Glyph.isCapital(Array(passage.text.utf8.dropFirst(use.span.start).prefix(2))[...])
      else { continue }
      last = (use.document, use.passage)
      add(href, title, use.span, passage, use.document, isTerm: true)
    }
  }

  private func fullName(of term: DefinedTerm, in definition: Passage) -> String {
    guard let span = term.fullName else { return term.definition.meaning }
    let bytes = definition.text.utf8
    guard span.start >= 0, span.start <= span.end, span.end <= bytes.count else {
      return term.definition.meaning
    }
    let start = bytes.index(bytes.startIndex, offsetBy: span.start)
    return String(definition.text[start..<bytes.index(start, offsetBy: span.count)])
  }

  private mutating func add(
    _ href: String, _ title: String, _ span: Span, _ passage: Passage, _ document: Int,
    isTerm: Bool
  ) {
    guard !passage.isHeading, span.start < span.end,
      let start = passage.prose.segments.first?.source.start
    else { return }
    links[document][start, default: []].append(
      WordLink(range: span.start..<span.end, href: href, title: title, isTerm: isTerm))
  }
}
