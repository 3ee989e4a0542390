package import ActaDiagnostics
import ActaLanguage
package import ActaModel

/// The page of an act with all its appendices, in UTF-8: `output/<act.id>/index.html`.
///
/// `reading` makes links of references and terms; `files` are the act's other forms that are published beside it and
/// linked from it.
package func actPage(
  _ act: Act, reading: ActReading? = nil, on site: SiteMap, with templates: Templates,
  files: [ActFile] = ActFile.allCases
) -> Checked<[UInt8]> {
  let read = reading.map { ReadPage($0) }
  let contents = contents(of: act)
  let links = Links(act.order, of: act, on: site)
  var body = DocumentBody(
    act.order, links: links, prefix: "", headingLevel: 2,
    taken: Set(act.appendices.map(\.address) + ["act", "main"]), words: read?.links[0] ?? [:])
  let (norms, tail) = parted(act.order.blocks)
  var fields = actFields(act, on: site, files: files)
  if let coat = templates.coat(of: act.order.requisites, site.settings) {
    fields["emblem"] = .text(URLText.encoded(Path.root(from: act.id) + coat.file.path))
  }
  fields["contents"] = .nodes(contents)
  fields["body"] = .nodes(body.nodes(norms))
  fields["tail"] = .nodes(body.nodes(tail) + body.footnotes())
  var taken = body.taken
  let approving = ApprovingAct(act, site.settings)
  fields["appendices"] = .nodes(
    act.appendices.enumerated().flatMap { index, appendix in
      nodes(of: appendix, index + 1, act, read, approving, site, templates, &taken)
    })
  let frame = pageFields(
    act, on: site, files: files, hasContents: !contents.isEmpty, body: templates.nodes(.act, fields)
  )
  return Checked(HTML.encoded(templates.nodes(.page, frame)))
}

/// An act's reading and what the parts of its page take from it.
struct ReadPage {
  let reading: ActReading
  let addresses: ActAddresses
  let links: WordLinks
  /// The collegial bodies that the act's documents tell of.
  let bodies: [ReadBody]

  init(_ reading: ActReading) {
    self.reading = reading
    addresses = ActAddresses(reading.act)
    links = WordLinks(reading, addresses)
    bodies = reading.act.bodies
  }

  /// The last day of each row of a document's roadmap, by the row's address.
  func days(in document: Int) -> [String: CalendarDate] {
    let rows = reading.act.documents.at(document)?.roadmap?.rows ?? []
    return Dictionary(
      rows.compactMap { row in row.lastDay.map { (row.address, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The blocks of an order in front of its signature, and those that stand behind the last point without being one.
private func parted(_ blocks: [Block]) -> (norms: ArraySlice<Block>, tail: ArraySlice<Block>) {
  let end = blocks.lastIndex { block in
    guard case .provision(let provision) = block else { return true }
    return provision.role != .unplaced
  }
  // An act of nothing but such text has its text in front of the signature.
  guard let end else { return (blocks[...], []) }
  return (blocks[...end], blocks[(end + 1)...])
}

private func nodes(
  of appendix: Appendix, _ index: Int, _ act: Act, _ read: ReadPage?, _ approving: ApprovingAct,
  _ site: SiteMap,
  _ templates: Templates, _ taken: inout Set<String>
) -> [HTML.Node] {
  let document = appendix.document
  var body = DocumentBody(
    document, links: Links(document, of: act, on: site), prefix: appendix.address + "-",
    headingLevel: 3, taken: taken, words: read?.links[index] ?? [:],
    days: read?.days(in: index) ?? [:])
  let stamps = document.blocks.prefix { $0.isStamp }
  var fields = stampFields(appendix, approvedBy: approving)
  fields["id"] = .text(appendix.address)
  fields["own"] = .nodes(body.nodes(stamps))
  fields["rules"] = .nodes(read.map { bodyRules(in: index, of: $0) } ?? [])
  fields["timeline"] = .nodes(read.map { timeline(of: index, on: $0) } ?? [])
  fields["body"] = .nodes(body.nodes(document.blocks[stamps.endIndex...]) + body.footnotes())
  taken = body.taken
  return templates.nodes(.appendix, fields)
}

extension Block {
  /// Whether the block is an approval stamp or an appendix's heading that the source carries itself.
  fileprivate var isStamp: Bool {
    if case .provision(let provision) = self { provision.role == .stamp } else { false }
  }
}
