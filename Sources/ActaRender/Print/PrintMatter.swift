import ActaDiagnostics
package import ActaModel

/// What is printed of an act, with what is said of it as a whole.
package struct PrintMatter: Sendable {
  package var title: String
  /// Who issued the act.
  package var author: String
  package var blocks: [PrintBlock]
  /// Stands across each page of a draft.
  package var watermark: String?
  package var head: RunningHead
  private var links: [String: Links]
  private var site: SiteMap

  /// The act as blocks, its links with what they need to lead on from paper; with a reading its references are links too.
  package init(
    of act: Act, reading: ActReading? = nil, on site: SiteMap,
    with supplies: PrintSupplies = PrintSupplies()
  ) {
    let act = reading?.linkedAct ?? act
    let requisites = act.order.requisites
    title = requisites.title?.value ?? ""
    if title.isEmpty { title = citation(of: act) }
    author = requisites.issuers.map { site.settings.bodyName($0.value) }.joined(separator: ", ")
    blocks = printBlocks(of: act, settings: site.settings, with: supplies)
    head = RunningHead(requisites, supplies)
    watermark = supplies.markup(.printPage, pageFields(requisites, page: 1)).watermark
    links = [:]
    for document in act.documents { links[document.path] = Links(document, of: act, on: site) }
    self.site = site
  }

  /// Where a link of a part leads: to an address of the act or to a page elsewhere; `nil` where its words stand
  /// without a link.
  package func target(of destination: String, from part: PrintPart) -> PrintTarget? {
    guard let address = links[part.path]?.address(destination) else { return nil }
    if let place = address.dropPrefix("#") {
      return .inner(place == "act" ? "" : URLText.decoded(place))
    }
    if URLText.scheme(address) != nil { return .address(address) }
    let root = site.settings.site.address
    // Without the site's own address, the act's folder on it is where addresses are seen from.
    guard !root.isEmpty else { return .address(address) }
    let (path, query, fragment) = URLText.parts(address)
    let place = links[part.path].map { Path.normal($0.folder + "/" + path) } ?? path
    return .address(
      root + place + query + (fragment.map { "#" + URLText.encoded($0) } ?? ""))
  }
}

/// Where a link of a printed act leads.
package enum PrintTarget: Sendable, Hashable {
  /// An address within the act, as `PrintStructure.element(at:)` knows it; empty for its beginning.
  case inner(String)
  case address(String)
}

extension String {
  fileprivate func dropPrefix(_ prefix: String) -> String? {
    utf8.starts(with: prefix.utf8) ? String(dropFirst(prefix.count)) : nil
  }
}

/// The whole act as blocks: the order, then each appendix on pages of its own.
package func printBlocks(
  of act: Act, settings: Settings, with supplies: PrintSupplies = PrintSupplies()
) -> [PrintBlock] {
  var blocks = orderBlocks(act, settings, supplies)
  lazy var approving = ApprovingAct(act, settings)
  for appendix in act.appendices {
    let (stamps, body) = partedFromStamps(appendix.document.blocks)
    blocks.append(.part(part(of: appendix)))
    if stamps.isEmpty {
      let stamp = supplies.markup(.printStamp, stampFields(appendix, approvedBy: approving)).blocks
      blocks += stamp.followed(bySpace: 2)
    } else {
      blocks += stamps.map { ownStamp($0) }
    }
    blocks += appendixBlocks(appendix.document, body, supplies)
  }
  return blocks
}

/// Roadmaps stand on pages across.
private func orientation(of document: Document) -> PrintOrientation {
  document.family == .roadmap ? .across : .upright
}

private func orderBlocks(
  _ act: Act, _ settings: Settings, _ supplies: PrintSupplies
) -> [PrintBlock] {
  let document = act.order
  var (stamps, body) = partedFromStamps(document.blocks)
  let (norms, trailer) = partedFromTrailer(body)
  body = norms
  var part = PrintPart(orientation(of: document))
  part.title = citation(of: act)
  part.path = document.path
  part.notes = notes(of: document)
  var blocks: [PrintBlock] = [.part(part)]
  blocks += stamps.map { ownStamp($0) }
  let coat = supplies.coat(of: document.requisites, settings)
  let fields = letterheadFields(act, settings, hasCoat: coat != nil)
  blocks += supplies.markup(.printLetterhead, fields, coat: coat).blocks.followed(bySpace: 4)
  blocks += title(
    of: document, before: body,
    isInCorner: hasCornerLetterhead(document.requisites, settings))
  var printer = BodyPrinter(document)
  printer.add(body)
  printer.finish()
  blocks += printer.blocks
  blocks += signature(document.requisites, supplies)
  printer = BodyPrinter(document)
  printer.add(trailer)
  printer.finish()
  if let first = printer.blocks.first { blocks += [first.spaced(4)] + printer.blocks.dropFirst() }
  return blocks
}

private func signature(_ requisites: Requisites, _ supplies: PrintSupplies) -> [PrintBlock] {
  guard !requisites.signatories.isEmpty || requisites.electronicSignature != nil else { return [] }
  return supplies.markup(.printSignature, signatureFields(requisites)).blocks
}

private func appendixBlocks(
  _ document: Document, _ body: [Block], _ supplies: PrintSupplies
) -> [PrintBlock] {
  var blocks = title(of: document, before: body)
  var printer = BodyPrinter(document)
  printer.add(body)
  printer.finish()
  blocks += printer.blocks
  blocks += signature(document.requisites, supplies)
  return blocks
}

/// The stamps that a document opens with, with or without editorial notes between them, and the rest of it.
private func partedFromStamps(_ blocks: [Block]) -> (stamps: [Provision], body: [Block]) {
  var stamps: [Provision] = []
  var body: [Block] = []
  for (index, block) in blocks.enumerated() {
    guard case .provision(let provision) = block,
      provision.role == .stamp || provision.role == .editorial
    else { return (stamps, body + blocks[index...]) }
    if provision.role == .stamp { stamps.append(provision) } else { body.append(block) }
  }
  return (stamps, body)
}

/// Text behind an order's last point that belongs to none goes below the signature, as executors' marks do.
private func partedFromTrailer(_ blocks: [Block]) -> (norms: [Block], trailer: [Block]) {
  var count = blocks.count
  while count > 0, case .provision(let provision) = blocks[count - 1], provision.role == .unplaced {
    count -= 1
  }
  // A document of nothing else is no order with a trailer.
  return count == 0
    ? (blocks, []) : (Array(blocks.prefix(count)), Array(blocks.dropFirst(count)))
}

private func part(of appendix: Appendix) -> PrintPart {
  let document = appendix.document
  var part = PrintPart(orientation(of: document))
  let name = appendix.number.map { "Приложение № \($0)" } ?? "Приложение"
  part.title = name + ". " + title(of: appendix).split { $0.isWhitespace }.joined(separator: " ")
  part.anchor = appendix.address
  part.prefix = appendix.address + "-"
  part.path = document.path
  part.notes = notes(of: document)
  return part
}

private func notes(of document: Document) -> [PrintNote] {
  document.footnotes.map { footnote in
    var printer = BodyPrinter(document)
    printer.style = .footnote
    var lead = PrintText(label: PrintText.raised(footnote.number), Prose())
    lead.append("\u{A0}")
    printer.lead = lead
    printer.add(footnote.blocks)
    printer.finish()
    return PrintNote(footnote.number, printer.blocks)
  }
}

extension [PrintBlock] {
  /// The blocks with more space behind the last that stands where it is written, in halves of a line.
  fileprivate func followed(bySpace halves: Int) -> [PrintBlock] {
    guard let last = lastIndex(where: { !$0.isAtFoot }) else { return self }
    var blocks = self
    blocks[last] = blocks[last].followed(bySpace: halves)
    return blocks
  }
}

extension PrintBlock {
  fileprivate var isAtFoot: Bool {
    guard case .emblem(let emblem) = self else { return false }
    return emblem.isAtFoot
  }

  /// The block with more space behind, in halves of a line.
  func followed(bySpace halves: Int) -> PrintBlock {
    switch self {
    case .paragraph(var paragraph):
      paragraph.style.spaceAfter = max(paragraph.style.spaceAfter, halves)
      return .paragraph(paragraph)
    case .pair(var pair):
      pair.style.spaceAfter = max(pair.style.spaceAfter, halves)
      return .pair(pair)
    case .table, .frame, .rule, .emblem, .part: return self
    }
  }

  /// The block with more space in front, in halves of a line.
  func spaced(_ halves: Int) -> PrintBlock {
    guard case .paragraph(var paragraph) = self else { return self }
    paragraph.style.spaceBefore = max(paragraph.style.spaceBefore, halves)
    return .paragraph(paragraph)
  }
}
