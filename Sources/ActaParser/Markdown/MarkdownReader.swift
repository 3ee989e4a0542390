import ActaDiagnostics
import ActaLanguage
import ActaModel
import CCMark

/// Reads Markdown with cmark-gfm.
///
/// The parser and its tree live in this file alone; values leave it.
///
/// Blocks, rows and cells come from cmark. Inline places do not (its columns are wrong on continuation lines, behind
/// escapes, in links over two lines): `ProseWalker` finds them in the block's own bytes beside the text nodes.
struct MarkdownReader {
  /// Blocks nested deeper are kept verbatim.
  static let deepest = 60

  let source: Source
  /// UTF-8 without NUL, as long as the source.
  let bytes: [UInt8]
  let body: Span
  let firstLine: Int
  private(set) var markup = Markup()
  private(set) var tooDeep: Span?
  private var footnoteNumbers: [String: Int] = [:]
  /// Lines, from 0 in the source, that some piece covers.
  private var covered: [Bool]
  private var usedDestinations: Set<String> = []

  init(source: Source, bytes: [UInt8], body: Span) {
    self.source = source
    self.bytes = bytes
    self.body = body
    firstLine = source.lines.line(of: body.start)
    covered = Array(repeating: false, count: source.lines.starts.count)
  }

  mutating func read() {
    guard let tree = CMarkTree(bytes[body.start..<body.end]) else { return }
    number(footnotesIn: tree.root)
    var pieces: [Markup.Piece] = []
    readChildren(of: tree.root, into: &pieces, context: Context())
    markup.pieces = pieces
    markup.footnotes.sort { $0.number < $1.number }
    keepUncoveredLines()
  }

  // MARK: Blocks

  struct Context {
    var depth = 0
    var quotes = 0
    var nesting = 0
    var isTop = true
    var marker: Spanned<String>?
  }

  private mutating func readChildren(
    of node: OpaquePointer, into pieces: inout [Markup.Piece], context: Context
  ) {
    var context = context
    var child = cmark_node_first_child(node)
    while let block = child {
      child = cmark_node_next(block)
      let count = pieces.count
      read(block, into: &pieces, context: context)
      if pieces.count > count { context.marker = nil }
    }
  }

  private mutating func read(
    _ node: OpaquePointer, into pieces: inout [Markup.Piece], context: Context
  ) {
    var context = context
    context.nesting += 1
    let span = span(of: node)
    guard context.nesting <= Self.deepest else {
      tooDeep = tooDeep ?? span
      append(.verbatim(source.text(span)), span, to: &pieces, context)
      return
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: readHeading(node, span, into: &pieces, context)
    case CMARK_NODE_PARAGRAPH: readParagraph(node, span, into: &pieces, context)
    case CMARK_NODE_CODE_BLOCK:
      let text = String(cString: cmark_node_get_literal(node))
      append(.verbatim(text), span, to: &pieces, context)
    case CMARK_NODE_HTML_BLOCK: readHTML(extent(ofHTML: node, span), into: &pieces, context)
    case CMARK_NODE_THEMATIC_BREAK: append(.line, span, to: &pieces, context)
    case CMARK_NODE_LIST: readList(node, into: &pieces, context)
    case CMARK_NODE_BLOCK_QUOTE:
      var inner = context
      inner.quotes += 1
      inner.isTop = false
      inner.marker = nil
      var quoted: [Markup.Piece] = []
      readChildren(of: node, into: &quoted, context: inner)
      append(.quote(quoted), span, to: &pieces, context)
    case CMARK_NODE_FOOTNOTE_DEFINITION: readFootnote(node, span, context)
    default:
      if isTable(node) {
        readTable(node, span, into: &pieces, context)
      } else {
        append(.verbatim(source.text(span)), span, to: &pieces, context)
      }
    }
  }

  private mutating func readList(
    _ node: OpaquePointer, into pieces: inout [Markup.Piece], _ context: Context
  ) {
    if let outer = context.marker, outer.value.utf8.count > 1 {
      // «1. - слова»: the outer number has no words of its own, and stays.
      append(.paragraph(Prose()), outer.span, to: &pieces, context)
    }
    var child = cmark_node_first_child(node)
    while let item = child {
      child = cmark_node_next(item)
      let itemSpan = span(of: item)
      var inner = context
      inner.depth += 1
      inner.nesting += 1
      inner.marker = marker(at: itemSpan.start)
      let count = pieces.count
      guard inner.nesting <= Self.deepest else {
        tooDeep = tooDeep ?? itemSpan
        append(.verbatim(source.text(itemSpan)), itemSpan, to: &pieces, context)
        return
      }
      readChildren(of: item, into: &pieces, context: inner)
      if pieces.count == count, let marker = inner.marker {
        // An item without words keeps its mark.
        append(.paragraph(Prose()), marker.span, to: &pieces, inner)
      }
    }
  }

  private mutating func readHeading(
    _ node: OpaquePointer, _ span: Span, into pieces: inout [Markup.Piece], _ context: Context
  ) {
    let level = Int(cmark_node_get_heading_level(node))
    var start = span.start
    if byte(start) == UInt8(ascii: "#") {
      while byte(start) == UInt8(ascii: "#"), start < span.end { start += 1 }
    }
    let line = source.lineSpan(source.lines.line(of: span.start))
    // A setext heading ends with its underline, which is no text.
    let end = max(line.end, span.end)
    let prose = self.prose(
      of: node, in: Span(start, end), quotes: context.quotes, holder: span,
      piece: pieces.count, isTop: context.isTop)
    append(.heading(level: level, prose), Span(span.start, end), to: &pieces, context)
  }

  private mutating func readParagraph(
    _ node: OpaquePointer, _ span: Span, into pieces: inout [Markup.Piece], _ context: Context
  ) {
    var span = span
    if cmark_node_get_start_line(node) == 0, let next = cmark_node_next(node), isTable(next),
      let lines = tableLines(next, context)
    {
      // A table took its head from the last line of this paragraph, and cmark took the paragraph's place away.
      span = trim(
        Span(self.span(of: next).start, source.lineSpan(max(lines.delimiter - 2, 0)).end))
    }
    let prose = self.prose(
      of: node, in: span, quotes: context.quotes, holder: span, piece: pieces.count,
      isTop: context.isTop)
    append(.paragraph(prose), span, to: &pieces, context)
  }

  private mutating func readFootnote(_ node: OpaquePointer, _ span: Span, _ context: Context) {
    let label = footnoteLabel(at: span.start)
    var pieces: [Markup.Piece] = []
    var inner = Context()
    inner.isTop = false
    inner.quotes = context.quotes
    inner.nesting = context.nesting
    readChildren(of: node, into: &pieces, context: inner)
    cover(span)
    markup.footnotes.append(
      Markup.FootnoteText(
        number: footnoteNumbers[label.lowercased()] ?? markup.footnotes.count + 1, label: label,
        pieces: pieces, span: span))
  }

  /// The block's lines: cmark's own end of an HTML block is wrong, its text tells how many lines it has.
  private func extent(ofHTML node: OpaquePointer, _ span: Span) -> Span {
    let literal = String(cString: cmark_node_get_literal(node))
    let lines = max(1, literal.utf8.count { $0 == 0x0A })
    let last = source.lines.line(of: span.start) + lines - 1
    return trim(Span(span.start, min(max(source.lineSpan(last).end, span.start), body.end)))
  }

  /// Comments leave the text and are remembered; anything else of an HTML block is text that stays.
  private mutating func readHTML(
    _ span: Span, into pieces: inout [Markup.Piece], _ context: Context
  ) {
    var kept: [Span] = []
    var index = span.start
    var textStart = span.start
    while index < span.end {
      guard matches("<!--", at: index) else {
        index += 1
        continue
      }
      if index > textStart { kept.append(Span(textStart, index)) }
      let end = find("-->", from: index + 4, to: span.end).map { $0 + 3 } ?? span.end
      addComment(
        Span(index, end), piece: context.isTop ? pieces.count : nil, holder: nil)
      index = end
      textStart = end
    }
    if span.end > textStart { kept.append(Span(textStart, span.end)) }
    cover(span)
    var context = context
    for part in kept {
      let trimmed = trim(part)
      guard !trimmed.isEmpty else { continue }
      defer { context.marker = nil }
      addTags(in: trimmed)
      append(
        .paragraph(Prose(source.text(trimmed), at: trimmed.start)), trimmed, to: &pieces, context)
    }
  }

  private mutating func append(
    _ content: Markup.Piece.Content, _ span: Span, to pieces: inout [Markup.Piece],
    _ context: Context
  ) {
    let whole = context.marker.map { span.joined($0.span) } ?? span
    let line = source.lines.line(of: whole.start)
    let touchesAbove = line > 0 && covered[line - 1]
    cover(span)
    pieces.append(
      Markup.Piece(
        content: content, marker: context.marker, depth: context.depth, span: whole,
        touchesAbove: touchesAbove))
  }

  // MARK: Tables

  private mutating func readTable(
    _ node: OpaquePointer, _ span: Span, into pieces: inout [Markup.Piece], _ context: Context
  ) {
    guard let (startLine, delimiter) = tableLines(node, context) else {
      append(.verbatim(source.text(span)), span, to: &pieces, context)
      return
    }
    var line = delimiter - 1
    var rows: [TableRow] = []
    var child = cmark_node_first_child(node)
    while let row = child {
      child = cmark_node_next(row)
      var lineSpan = source.lineSpan(line)
      // In front of the head there may be a list item's mark.
      if line == startLine { lineSpan.start = max(lineSpan.start, span.start) }
      rows.append(readRow(row, lineSpan, context, piece: pieces.count))
      line = line == delimiter - 1 ? delimiter + 1 : line + 1
    }
    guard let head = rows.first else { return }
    let last = rows.last ?? head
    let whole = Span(
      head.span.start, max(last.span.end, source.lineSpan(delimiter).end))
    let table = Table(
      alignments: alignments(of: node), head: head, rows: Array(rows.dropFirst()),
      span: whole)
    append(.table(table), whole, to: &pieces, context)
  }

  /// The table's first line and its delimiter row's, from 0 in the source.
  ///
  /// The head is the line above the delimiter row; text of a paragraph right above that belongs to
  /// no cell.
  private func tableLines(
    _ node: OpaquePointer, _ context: Context
  ) -> (start: Int, delimiter: Int)? {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let start = source.lines.line(of: span(of: node).start)
    let end = firstLine + Int(cmark_node_get_end_line(node)) - 1
    for line in start...max(start, end) where line > firstLine {
      if isDelimiterRow(line, columns: columns, quotes: context.quotes) { return (start, line) }
    }
    return nil
  }

  private mutating func readRow(
    _ row: OpaquePointer, _ line: Span, _ context: Context, piece: Int
  ) -> TableRow {
    let layout = RowLayout(bytes, line: line, quotes: context.quotes)
    var cells: [Cell] = []
    var child = cmark_node_first_child(row)
    for span in layout.cells {
      let prose: Prose
      if let cell = child {
        child = cmark_node_next(cell)
        prose = self.prose(
          of: cell, in: span, quotes: 0, holder: layout.span, piece: piece, isTop: context.isTop)
      } else {
        prose = surplus(span, holder: layout.span, piece: piece, isTop: context.isTop)
      }
      cells.append(Cell(text: prose, span: span))
    }
    return TableRow(cells: cells, span: layout.span)
  }

  /// The text of a cell beyond the head, which cmark drops: read as the only cell of a table of its own.
  private mutating func surplus(_ span: Span, holder: Span, piece: Int, isTop: Bool) -> Prose {
    guard !span.isEmpty else { return Prose() }
    var text: [UInt8] = Array("| ".utf8)
    text += bytes[span.start..<span.end]
    text += " |\n|---|\n".utf8
    guard let tree = CMarkTree(text[...]), let table = cmark_node_first_child(tree.root),
      isTable(table), let row = cmark_node_first_child(table),
      let cell = cmark_node_first_child(row)
    else { return Prose(source.text(span), at: span.start) }
    return prose(of: cell, in: span, quotes: 0, holder: holder, piece: piece, isTop: isTop)
  }

  private func isDelimiterRow(_ line: Int, columns: Int, quotes: Int) -> Bool {
    let layout = RowLayout(bytes, line: source.lineSpan(line), quotes: quotes)
    guard layout.cells.count == columns else { return false }
    return layout.cells.allSatisfy { cell in
      let text = bytes[cell.start..<cell.end]
      return text.contains(0x2D) && text.allSatisfy { $0 == 0x2D || $0 == 0x3A }
    }
  }

  private func alignments(of node: OpaquePointer) -> [Table.Alignment] {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let alignments = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<columns).map { column in
      switch alignments[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private func isTable(_ node: OpaquePointer) -> Bool {
    guard let name = cmark_node_get_type_string(node) else { return false }
    return String(cString: name) == "table"
  }

  // MARK: Text

  private mutating func prose(
    of node: OpaquePointer, in region: Span, quotes: Int, holder: Span, piece: Int, isTop: Bool
  ) -> Prose {
    var walker = ProseWalker(
      bytes: bytes, region: region, quotes: quotes, footnoteNumbers: footnoteNumbers)
    let prose = walker.walk(node)
    markup.tags += walker.tags
    markup.images += walker.images
    usedDestinations.formUnion(walker.destinations)
    for comment in walker.comments {
      addComment(comment, piece: isTop ? piece : nil, holder: holder)
    }
    return prose
  }

  private mutating func addComment(_ span: Span, piece: Int?, holder: Span?) {
    var inner = Span(min(span.start + 4, span.end), span.end)
    if inner.count >= 3, matches("-->", at: inner.end - 3) { inner.end -= 3 }
    markup.comments.append(
      Markup.Comment(text: source.text(trim(inner)), span: span, piece: piece, holder: holder))
  }

  private mutating func addTags(in span: Span) {
    var index = span.start
    while index < span.end {
      guard bytes[index] == UInt8(ascii: "<"), let next = byte(index + 1),
        next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
          || Glyph.isASCIILetter(next)
      else {
        index += 1
        continue
      }
      // Where no mark closes a tag, none closes a later one.
      guard let end = find(">", from: index + 1, to: span.end) else { return }
      let tag = Span(index, end + 1)
      markup.tags.append(Spanned(source.text(tag), tag))
      index = end + 1
    }
  }

  // MARK: Footnotes

  /// Numbers the footnotes by their first mention; the labels are read from the bytes, since cmark replaces them.
  private mutating func number(footnotesIn root: OpaquePointer) {
    var child = cmark_node_first_child(root)
    while let node = child {
      child = cmark_node_next(node)
      guard cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION else { continue }
      let label = footnoteLabel(at: span(of: node).start).lowercased()
      if footnoteNumbers[label] == nil { footnoteNumbers[label] = footnoteNumbers.count + 1 }
    }
  }

  private func footnoteLabel(at start: Int) -> String {
    // cmark gives the place of the label or of the words behind it.
    var index = source.lines.starts[source.lines.line(of: start)]
    let line = source.lineSpan(source.lines.line(of: start))
    while index < line.end, !matches("[^", at: index) { index += 1 }
    guard let end = find("]", from: index + 2, to: line.end) else { return "" }
    return source.text(Span(index + 2, end))
  }

  // MARK: Nothing is lost

  /// Lines that cmark took for definitions which nothing uses, or dropped, come back as paragraphs.
  private mutating func keepUncoveredLines() {
    let lastLine = source.lines.line(of: max(body.start, body.end - 1))
    guard firstLine <= lastLine else { return }
    var stray: [Span] = []
    for line in firstLine...lastLine where !covered[line] {
      let span = trim(source.lineSpan(line))
      guard !span.isEmpty, span.start >= body.start, !isUsedDefinition(span), !isQuoteMark(span)
      else { continue }
      if let last = stray.last, source.lines.line(of: last.end) == line - 1 {
        stray[stray.count - 1] = last.joined(span)
      } else {
        stray.append(span)
      }
    }
    for span in stray {
      let piece = Markup.Piece(
        content: .paragraph(Prose(source.text(span), at: span.start)), marker: nil, depth: 0,
        span: span)
      let index = markup.pieces.firstIndex { $0.span.start > span.start } ?? markup.pieces.count
      markup.pieces.insert(piece, at: index)
      for comment in markup.comments.indices {
        if let piece = markup.comments[comment].piece, piece >= index {
          markup.comments[comment].piece = piece + 1
        }
      }
    }
  }

  private func isUsedDefinition(_ span: Span) -> Bool {
    guard let (destination, _) = ReferenceDefinition.read(bytes, at: span.start, end: span.end)
    else { return false }
    return usedDestinations.contains(destination)
  }

  private func isQuoteMark(_ span: Span) -> Bool {
    bytes[span.start..<span.end].allSatisfy {
      $0 == UInt8(ascii: ">") || $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*")
        || $0 == UInt8(ascii: "+")
    }
  }

  private mutating func cover(_ span: Span) {
    let first = source.lines.line(of: span.start)
    let last = source.lines.line(of: max(span.start, span.end - 1))
    for line in first...max(first, last) { covered[line] = true }
  }

  // MARK: Places

  /// The block's span by cmark's lines and columns, which are right for blocks.
  private func span(of node: OpaquePointer) -> Span {
    let startLine = Int(cmark_node_get_start_line(node))
    let endLine = Int(cmark_node_get_end_line(node))
    let start = offset(startLine, Int(cmark_node_get_start_column(node)))
    let endColumn = Int(cmark_node_get_end_column(node))
    let end = endColumn > 0 ? offset(endLine, endColumn) + 1 : offset(endLine, 1)
    return trim(Span(start, min(max(end, start), body.end)))
  }

  private func offset(_ line: Int, _ column: Int) -> Int {
    guard line > 0 else { return body.start }
    let index = min(firstLine + line - 1, source.lines.starts.count - 1)
    let start = line == 1 ? body.start : source.lines.starts[index]
    return min(start + max(column - 1, 0), body.end)
  }

  private func marker(at start: Int) -> Spanned<String>? {
    var end = start
    while let byte = byte(end), Glyph.isDigit(byte) { end += 1 }
    guard byte(end) != nil, end < body.end else { return nil }
    let span = Span(start, end + 1)
    return Spanned(source.text(span), span)
  }

  private func trim(_ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return Span(start, end)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func byte(_ index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[index] : nil
  }

  private func matches(_ text: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private func find(_ text: StaticString, from start: Int, to end: Int) -> Int? {
    var index = max(start, 0)
    while index + text.utf8CodeUnitCount <= end {
      if matches(text, at: index) { return index }
      index += 1
    }
    return nil
  }
}

/// Owns cmark's parser and tree, and frees them.
private struct CMarkTree: ~Copyable {
  let root: OpaquePointer

  /// cmark registers its extensions without a lock: a second thread would find half of them, so one does it for all.
  private static let hasExtensions: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  init?(_ bytes: ArraySlice<UInt8>) {
    guard Self.hasExtensions else { return nil }
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = cmark_parser_new(options) else { return nil }
    for name in ["table", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress, buffer.count)
    }
    let root = cmark_parser_finish(parser)
    cmark_parser_free(parser)
    guard let root else { return nil }
    self.root = root
  }

  deinit { cmark_node_free(root) }
}
