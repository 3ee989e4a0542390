package import ActaDiagnostics
import ActaLanguage
package import ActaModel

/// Reads one source file into a document.
///
/// Bad input of every kind is a finding, and the text stays.
package func parse(_ source: Source) -> Checked<Document> {
  let clean = CleanBytes(source)
  var findings = clean.findings
  findings += Mojibake.find(clean.bytes).map { $0.finding(in: source.path, source) }
  let fences = FrontMatterFences(source, clean.bytes)
  let head = readHead(source, clean.bytes, fences)
  findings += head.findings
  var document = head.value
  if let (span, message) = Guards.check(clean.bytes, fences.body) {
    findings.append(Finding("source/too-complex", .error, file: source.path, at: span, message))
    document.blocks = [
      .verbatim(Block.Verbatim(text: source.text(fences.body), span: fences.body))
    ]
    return Checked(document, findings)
  }

  var markdown = MarkdownReader(source: source, bytes: clean.bytes, body: fences.body)
  markdown.read()
  if let span = markdown.tooDeep {
    findings.append(Finding("source/too-complex", .error, file: source.path, at: span, .tooDeep))
  }
  findings += rawHTML(markdown.markup, in: source.path)

  var body = BodyReader(file: source.path, requisites: document.requisites)
  let blocks = body.read(markdown.markup.pieces)
  findings += body.findings
  var roles = RoleAssigner(file: source.path, family: document.family)
  var addresses = AddressAssigner()
  document.blocks = addresses.assign(roles.assign(blocks))
  findings += roles.findings
  document.footnotes = footnotes(markdown.markup.footnotes, file: source.path, &findings)
  document.definitions = definitions(in: document)
  document.suppressions = suppressions(markdown.markup, in: document, &findings)
  return Checked(document, findings)
}

/// Reads the front matter of a source and leaves its text alone.
///
/// What is wrong with it is told where the whole is read.
package func parseHead(_ source: Source) -> Document {
  let clean = CleanBytes(source)
  return readHead(source, clean.bytes, FrontMatterFences(source, clean.bytes)).value
}

private func readHead(
  _ source: Source, _ bytes: [UInt8], _ fences: FrontMatterFences
) -> Checked<Document> {
  var findings: [Finding] = []
  var frontMatter = FrontMatterReader(source: source)
  if let problem = fences.problem {
    findings.append(problem)
  } else {
    var yaml = YAMLReader(source: source, bytes: bytes, region: fences.content)
    let value = yaml.read()
    findings += yaml.problems.map { $0.finding(in: source.path) }
    if let value {
      frontMatter.read(value, fences: fences.whole)
    } else if yaml.problems.isEmpty {
      frontMatter.read(.mapping([], fences.content), fences: fences.whole)
    }
  }
  return Checked(
    Document(path: source.path, requisites: frontMatter.requisites, frontMatter: fences.whole),
    findings + frontMatter.findings)
}

private func footnotes(
  _ texts: [Markup.FootnoteText], file: String, _ findings: inout [Finding]
) -> [Footnote] {
  texts.map { text in
    var reader = BodyReader(file: file, requisites: Requisites())
    let blocks = reader.read(text.pieces)
    findings += reader.findings
    return Footnote(number: text.number, label: text.label, blocks: blocks, span: text.span)
  }
}

/// Tags are no part of the format; an opening one is told, a closing one only where nothing was opened.
private func rawHTML(_ markup: Markup, in file: String) -> [Finding] {
  let openings = markup.tags.contains { !$0.value.hasPrefix("</") }
  return markup.tags.filter { !$0.value.hasPrefix("</") || !openings }.map { tag in
    Finding(
      "source/raw-html", .error, file: file, at: tag.span,
      Text(
        ru: "HTML «\(tag.value)» в тексте акта; пишут только Markdown, тег напечатан как текст",
        en: "HTML «\(tag.value)» in an act; only Markdown is read, the tag is printed as text"))
  }
}

// MARK: - Definitions

/// What the text defines, in its order.
private func definitions(in document: Document) -> [Definition] {
  var found: [Definition] = []
  collectDefinitions(document.blocks, underTerms: false, &found)
  return found
}

private func collectDefinitions(
  _ blocks: [Block], underTerms: Bool, _ found: inout [Definition]
) {
  var announced = underTerms
  for block in blocks {
    switch block {
    case .provision(let provision):
      found += DefinitionReader.abbreviations(in: provision.text)
      if provision.headingLevel != nil {
        let announces = DefinitionReader.announcesTerms(provision.text.text)
        collectDefinitions(provision.children, underTerms: announces, &found)
        continue
      }
      if announced || opensBold(provision.text),
        let term = DefinitionReader.term(in: provision.text),
        announced || term.span == boldOpening(provision.text)
      {
        found.append(term)
      }
      let isChapeau =
        provision.text.text.utf8.last(where: { $0 > 0x20 }) == UInt8(ascii: ":")
        && DefinitionReader.announcesTerms(provision.text.text)
      if isChapeau { announced = true }
      collectDefinitions(provision.children, underTerms: announced || isChapeau, &found)
    case .table(let table):
      for row in [table.head] + table.rows {
        for cell in row.cells { found += DefinitionReader.abbreviations(in: cell.text) }
      }
    case .schedule(let schedule):
      for milestone in schedule.milestones {
        for field in milestone.fields { found += DefinitionReader.abbreviations(in: field.text) }
      }
    case .members(let list):
      for member in list.members {
        for part in member.parts { found += DefinitionReader.abbreviations(in: part.text) }
      }
    case .quote(let quote): collectDefinitions(quote.blocks, underTerms: false, &found)
    case .verbatim, .line: break
    }
  }
}

private func opensBold(_ prose: Prose) -> Bool { boldOpening(prose) != nil }

private func boldOpening(_ prose: Prose) -> Span? {
  guard let mark = prose.marks.first(where: { $0.kind == .strong && $0.range.lowerBound == 0 })
  else {
    return nil
  }
  return prose.span(of: mark.range)
}

// MARK: - Suppressions

/// The comments that silence a rule, each with the block it speaks for.
private func suppressions(
  _ markup: Markup, in document: Document, _ findings: inout [Finding]
) -> [Suppression] {
  guard !markup.comments.isEmpty else { return [] }
  let rows = rowsOfHeadings(document)
  return markup.comments.compactMap { comment in
    guard let order = SuppressionOrder(comment.text) else { return nil }
    let target =
      comment.holder
      ?? comment.piece.flatMap { index in
        index < markup.pieces.count ? extent(of: markup.pieces[index], rows) : nil
      }
    if order.rule == nil || order.reason == nil {
      findings.append(
        Finding(
          "source/suppression", .error, file: document.path, at: comment.span,
          order.rule == nil ? .noRule : .noReason))
    } else if target == nil {
      findings.append(
        Finding("source/suppression", .warning, file: document.path, at: comment.span, .noBlock))
    }
    guard let rule = order.rule else { return nil }
    return Suppression(
      rule: RuleID(rule), reason: order.reason, target: target, span: comment.span)
  }
}

/// The rows of roadmaps that are written as headings, in the order of the text.
private func rowsOfHeadings(_ document: Document) -> [Span] {
  var rows: [Span] = []
  document.forEachBlock { block in
    guard case .schedule(let schedule) = block, schedule.spelling == .headings else { return }
    rows += schedule.milestones.map(\.span)
  }
  return rows.sorted()
}

/// A piece with all that belongs to it: a heading that is a row of a roadmap takes in the row's fields.
private func extent(of piece: Markup.Piece, _ rows: [Span]) -> Span {
  var extent = piece.span
  var (low, high) = (0, rows.count)
  while low < high {
    let middle = (low + high) / 2
    if rows[middle].end < piece.span.start { low = middle + 1 } else { high = middle }
  }
  for row in rows[low...] {
    guard row.start <= piece.span.end else { break }
    if row.meets(piece.span) { extent = extent.joined(row) }
  }
  return extent
}

/// What a comment orders.
///
/// `acta: пропустить ПРАВИЛО, причина: …` or `acta: allow RULE, reason: …`
private struct SuppressionOrder {
  var rule: String?
  var reason: String?

  init?(_ comment: String) {
    guard comment.hasPrefix("acta:") || comment.hasPrefix("Acta:") else { return nil }
    let text = comment.dropFirst("acta:".count).drop { $0 == " " || $0.isNewline }
    guard let verb = ["пропустить", "allow"].first(where: { text.hasPrefix($0) }) else { return }
    let rest = text.dropFirst(verb.count)
    let parts = rest.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map { String($0).trimmed } ?? ""
    if name.contains("/"), !name.contains(" ") { rule = String(name) }
    guard parts.count == 2 else { return }
    let tail = String(parts[1]).trimmed
    guard let label = ["причина:", "reason:"].first(where: { tail.hasPrefix($0) }) else { return }
    let words = String(tail.dropFirst(label.count)).trimmed
    if !words.isEmpty { reason = String(words) }
  }
}

extension Text {
  fileprivate static let noRule = Text(
    ru: "Пишут «acta: пропустить семейство/правило, причина: …»; так ничего не заглушено",
    en: "Write «acta: allow family/rule, reason: …»; nothing is silenced so")

  fileprivate static let noReason = Text(
    ru: "Нет причины: «…, причина: …»; без неё правило не заглушено",
    en: "No reason: «…, reason: …»; without it the rule is not silenced")

  fileprivate static let noBlock = Text(
    ru: "За пометкой нет блока, к которому она относится",
    en: "No block follows that the comment could speak for")
}
