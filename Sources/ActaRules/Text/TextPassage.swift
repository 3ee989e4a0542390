import ActaDiagnostics
import ActaLanguage
import ActaModel

/// A piece of running text as the rules on text read it: its words, its tokens and the way to the source.
struct TextPassage {
  var passage: Passage
  var text: TokenizedText
  /// Stretches marked as code, in the order of the text.
  private let codes: [Range<Int>]

  init(_ passage: Passage, _ text: TokenizedText) {
    self.passage = passage
    self.text = text
    codes = passage.prose.marks.compactMap { mark in
      if case .code = mark.kind { mark.range } else { nil }
    }
  }

  var prose: Prose { passage.prose }

  /// The provision whose own words these are.
  var provision: Provision? {
    if case .provision(let provision) = passage.place { provision } else { nil }
  }

  /// Whether the text stands in a table.
  var isCell: Bool {
    switch passage.place {
    case .milestone, .cell, .columnTitle: true
    case .provision, .member, .heading: false
    }
  }

  /// The pieces of a document's text that may offend, in its order; text kept verbatim is left alone.
  ///
  /// Most pieces have nothing for most rules: a look at the tokens spares the rest of the work.
  static func all(
    in document: ReadDocument, where isSuspect: (TokenizedText) -> Bool
  ) -> [TextPassage] {
    var found: [TextPassage] = []
    for (index, text) in document.texts.enumerated()
    where document.passages.indices.contains(index) && isSuspect(text) {
      found.append(TextPassage(document.passages[index], text))
    }
    return found
  }
}

extension TextPassage {
  /// Where a stretch of the text's bytes stands in the source.
  func span(_ start: Int, _ end: Int) -> Span? {
    guard start < end else { return nil }
    return prose.span(of: start..<end)
  }

  func span(of token: Token) -> Span? { span(token.start, token.end) }

  /// The place of a stretch, only where its source is exactly these bytes, so that it can be replaced.
  func editable(_ start: Int, _ end: Int) -> Span? {
    guard start < end, let span = prose.span(of: start..<end), span.count == end - start,
      prose.isVerbatim(start, end)
    else { return nil }
    return span
  }

  /// Where something can be put in at an offset of the text.
  func insertionPoint(_ offset: Int) -> Span? {
    if offset > 0, let span = prose.span(of: offset - 1..<offset),
      prose.isVerbatim(offset - 1, offset)
    {
      return Span(span.end, span.end)
    }
    return nil
  }

  /// The first and the last token of the run without white space that a token stands in.
  func chunk(around index: Int) -> Range<Int> {
    var (first, last) = (index, index)
    // A run longer than this is no word of any kind; the limit keeps long runs linear.
    while first > 0, text[first].isGlued, index - first < 40 { first -= 1 }
    while last + 1 < text.count, text[last + 1].isGlued, last - index < 40 { last += 1 }
    return first..<last + 1
  }

  /// Whether a token is part of an address of the net: what stands there is no language.
  func isAddress(at index: Int) -> Bool {
    let chunk = chunk(around: index)
    for position in chunk {
      let token = text[position]
      if token.mark == "@" || token.mark == "_" { return true }
      if token.kind == .slash, position > chunk.lowerBound, text[position - 1].kind == .colon {
        return true
      }
      if token.isWord, token.flags.contains(.latin), text[position + 1].kind == .period,
        text[position + 2].isWord, text[position + 2].isGlued,
        text[position + 2].flags.contains(.latin)
      {
        return true
      }
    }
    return isCode(at: index)
  }

  /// Whether a token stands in a stretch marked as code.
  func isCode(at index: Int) -> Bool {
    let offset = text[index].start
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low].contains(offset)
  }

  /// Whether the words of a list stand spaced out: «п р и к а з ы в а ю».
  func isSpacedOut(at index: Int) -> Bool {
    isLetter(index)
      && (isLetter(index - 1) && isLetter(index + 1)
        || isLetter(index - 1)
          && isLetter(index - 2)
        || isLetter(index + 1) && isLetter(index + 2))
  }

  private func isLetter(_ index: Int) -> Bool {
    let token = text[index]
    return token.isWord && token.letters.count == 1
  }
}

extension Prose {
  /// Whether the source spells a stretch byte for byte, without escapes and marks in it.
  fileprivate func isVerbatim(_ start: Int, _ end: Int) -> Bool {
    // Segments ascend; the one that holds the first byte must hold the last.
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      let segment = segments[middle]
      if segment.text + segment.count <= start { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count else { return false }
    let segment = segments[low]
    return segment.isVerbatim && segment.text <= start && end <= segment.text + segment.count
  }
}
