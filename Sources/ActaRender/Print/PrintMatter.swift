package import ActaModel

/// The whole act as blocks: the order, then each appendix on pages of its own.
package func printBlocks(of act: Act, settings: Settings) -> [PrintBlock] {
  var blocks = orderBlocks(act, settings)
  lazy var approving = ApprovingAct(act, settings)
  for appendix in act.appendices {
    let (stamps, body) = partedFromStamps(appendix.document.blocks)
    blocks += [.page(orientation(of: appendix.document))]
    blocks +=
      stamps.isEmpty ? approvalStamp(of: appendix, approving) : stamps.flatMap { ownStamp($0) }
    blocks += appendixBlocks(appendix.document, body)
  }
  return blocks
}

/// Roadmaps stand on pages across.
private func orientation(of document: Document) -> PrintOrientation {
  document.family == .roadmap ? .across : .upright
}

private func orderBlocks(_ act: Act, _ settings: Settings) -> [PrintBlock] {
  let document = act.order
  var (stamps, body) = partedFromStamps(document.blocks)
  let (norms, trailer) = partedFromTrailer(body)
  body = norms
  var blocks: [PrintBlock] = [.page(orientation(of: document))]
  blocks += stamps.flatMap { ownStamp($0) }
  blocks += letterhead(of: document.requisites, settings)
  blocks += title(of: document, before: body)
  var printer = BodyPrinter(document)
  printer.add(body)
  printer.finish()
  blocks += printer.blocks
  blocks += signature(of: document.requisites)
  printer = BodyPrinter(document)
  printer.add(trailer)
  printer.finish()
  if let first = printer.blocks.first { blocks += [first.spaced(2)] + printer.blocks.dropFirst() }
  return blocks + footnotes(of: document)
}

private func appendixBlocks(_ document: Document, _ body: [Block]) -> [PrintBlock] {
  var blocks = title(of: document, before: body)
  var printer = BodyPrinter(document)
  printer.add(body)
  printer.finish()
  blocks += printer.blocks
  blocks += signature(of: document.requisites)
  return blocks + footnotes(of: document)
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

private func footnotes(of document: Document) -> [PrintBlock] {
  guard !document.footnotes.isEmpty else { return [] }
  var blocks: [PrintBlock] = [.rule(share: 25)]
  for footnote in document.footnotes {
    var printer = BodyPrinter(document)
    printer.style = .footnote
    printer.lead = PrintText(PrintText.raised(footnote.number) + " ")
    printer.add(footnote.blocks)
    printer.finish()
    blocks += printer.blocks
  }
  return blocks
}

extension PrintBlock {
  /// The block with more empty lines behind.
  func followed(bySpace lines: Int) -> PrintBlock {
    switch self {
    case .paragraph(var paragraph):
      paragraph.style.spaceAfter = max(paragraph.style.spaceAfter, lines)
      return .paragraph(paragraph)
    case .pair(var pair):
      pair.style.spaceAfter = max(pair.style.spaceAfter, lines)
      return .pair(pair)
    case .table, .frame, .rule, .page: return self
    }
  }

  /// The block with more empty lines in front.
  func spaced(_ lines: Int) -> PrintBlock {
    guard case .paragraph(var paragraph) = self else { return self }
    paragraph.style.spaceBefore = max(paragraph.style.spaceBefore, lines)
    return .paragraph(paragraph)
  }
}
