package import ActaDiagnostics
package import ActaModel

/// What an act defines, and where it is used.
package struct DefinedTerm: Sendable {
  package var definition: Definition
  /// The document of the act that defines it; the order's own terms hold in its appendices too.
  package var document: Int
  /// The passage of that document in which the term is opened.
  package var passage: Int
  /// The term's words in the text of the passage.
  package var span: Span
  /// The words that it stands for, as far as they can be told: from the term's own first word to the formula.
  package var fullName: Span?
  /// The act that is cited right in front of the formula: the term is then another act's document.
  package var citation: Citation?
  package var stems: [Letters]
  /// Whether it is written in capitals: «МФЦ».
  package var isAcronym: Bool
  /// Whether it begins with a capital: «Рабочая группа».
  package var isCapitalized: Bool
  /// Where it is used, in the order of the act; its own opening and full names left out.
  package var uses: [TermUse] = []
}

/// A place where a term is used, in whatever case.
package struct TermUse: Sendable, Hashable {
  /// The document of the act.
  package var document: Int
  package var passage: Int
  /// The words in the text of the passage.
  package var span: Span
  /// Whether the words stand in front of the definition, in its own document.
  package var isEarly: Bool
  /// Whether the first letter is a capital within a sentence.
  package var isCapitalized: Bool
}

/// Finds the terms of an act and their uses.
struct TermReader {
  private let documents: [ReadDocument]
  private(set) var terms: [DefinedTerm] = []
  /// Terms that begin with a stem, by the stem.
  private var byStem: [Letters: [Int]] = [:]
  private var filter = WordFilter()

  init(_ documents: [ReadDocument]) {
    self.documents = documents
    for index in documents.indices { define(in: index) }
    guard !terms.isEmpty else { return }
    for (index, term) in terms.enumerated() {
      guard let first = term.stems.first else { continue }
      byStem[first, default: []].append(index)
      filter.insert(first.prefix(3), isWhole: false)
    }
    for index in documents.indices { findUses(in: index) }
  }

  // MARK: Definitions

  private mutating func define(in index: Int) {
    let read = documents[index]
    var passage = 0
    for definition in read.document.definitions {
      var at = passage
      while at < read.passages.count,
        !(read.passages[at].prose.span?.contains(definition.span) ?? false)
      { at += 1 }
      // Definitions of rows and their continuations may stand out of order.
      if at == read.passages.count {
        at = read.passages.firstIndex { $0.prose.span?.contains(definition.span) ?? false } ?? at
      } else {
        passage = at
      }
      guard at < read.passages.count,
        let span = read.passages[at].prose.textSpan(of: definition.span)
      else { continue }
      add(definition, in: index, passage: at, span)
    }
  }

  private mutating func add(
    _ definition: Definition, in document: Int, passage: Int, _ span: Span
  ) {
    let read = documents[document]
    guard read.texts.indices.contains(passage) else { return }
    let text = read.texts[passage]
    let range = text.index(atOrAfter: span.start)..<text.index(atOrAfter: span.end)
    let words = range.filter { text[$0].isWord }
    guard let first = words.first, words.count <= 12 else { return }
    let isAcronym =
      words.allSatisfy { text[$0].flags.contains(.upperCase) }
      && text[first].letters.count > 1
    let stems = words.map { isAcronym ? text[$0].letters : text[$0].letters.stem }
    var term = DefinedTerm(
      definition: definition, document: document, passage: passage, span: span, stems: stems,
      isAcronym: isAcronym, isCapitalized: text[first].flags.contains(.capitalized))
    if definition.form == .abbreviation {
      let formula = formula(text, before: first)
      term.fullName = fullName(of: term, text, before: formula)
      let reach = text[formula].start
      term.citation =
        read.passages[passage].references.last {
          $0.span.end <= reach && reach - $0.span.end < 80 && $0.value.citation != nil
            && $0.span.start >= term.fullName?.start ?? 0
        }?.value.citation
    }
    terms.append(term)
  }

  /// The bracket that opens the formula in front of a term.
  private func formula(_ text: TokenizedText, before index: Int) -> Int {
    var position = index
    while position > 0, index - position < 60 {
      position -= 1
      if text[position].kind == .openingBracket, text[position + 1].is("далее") { return position }
    }
    return index
  }

  /// From the nearest word in front of the formula that the term begins with, or whose initials it is.
  private func fullName(of term: DefinedTerm, _ text: TokenizedText, before end: Int) -> Span? {
    guard let first = term.stems.first, end > 0 else { return nil }
    var position = end
    while position > 0, end - position < 90 {
      position -= 1
      let token = text[position]
      if token.kind == .semicolon || token.kind == .colon { return nil }
      guard token.isWord else { continue }
      let isHead =
        term.isAcronym
        ? term.stems.count == 1 && text.initials(from: position, to: end, are: first)
        : token.letters.stem == first && contains(term.stems.dropFirst(), text, position + 1..<end)
      if isHead { return text.span(adjectives(text, before: position)..<end) }
    }
    return nil
  }

  /// Where the adjectives in front of a name begin: «оперативный штаб (далее – Штаб)».
  private func adjectives(_ text: TokenizedText, before index: Int) -> Int {
    var start = index
    while start > 0, index - start < 4, text[start - 1].isWord, text[start].gap != .lineBreak,
      !text[start - 1].has(stem: "настоящ"), !text[start - 1].has(stem: "указанн"),
      !Declension.adjective(text[start - 1].letters).isEmpty
    {
      start -= 1
    }
    return start
  }

  private func contains(
    _ stems: ArraySlice<Letters>, _ text: TokenizedText, _ range: Range<Int>
  ) -> Bool {
    var rest = stems
    for index in range {
      guard let next = rest.first else { return true }
      if text[index].isWord, text[index].letters.stem == next { rest = rest.dropFirst() }
    }
    return rest.isEmpty
  }

  // MARK: Uses

  private mutating func findUses(in document: Int) {
    let read = documents[document]
    for (passage, text) in read.texts.enumerated() where read.passages.indices.contains(passage) {
      var index = 0
      while index < text.count {
        let token = text[index]
        guard token.isWord, filter.mayMatch(token.letters),
          let next = use(at: index, text, passage, document)
        else {
          index += 1
          continue
        }
        index = max(next, index + 1)
      }
    }
  }

  private mutating func use(
    at index: Int, _ text: TokenizedText, _ passage: Int, _ document: Int
  ) -> Int? {
    let token = text[index]
    var groups = byStem[token.letters.stem] ?? []
    if token.flags.contains(.upperCase), let more = byStem[token.letters] {
      groups += more.filter { !groups.contains($0) }
    }
    var best: (term: Int, end: Int, rank: Int)?
    for candidate in groups.prefix(Self.rivals) {
      let term = terms[candidate]
      guard term.document == document || term.document == 0,
        let end = match(term, text, from: index)
      else { continue }
      let rank = rank(term, document, passage, text[index].start) + 4 * term.stems.count
      if rank > best?.rank ?? 0 { best = (candidate, end, rank) }
    }
    guard let best else { return nil }
    let term = terms[best.term]
    let span = text.span(index..<best.end)
    let isOwn = term.document == document && term.passage == passage
    if isOwn, span.meets(term.span) || term.fullName.map({ $0.contains(span) }) ?? false {
      return best.end
    }
    let isEarly =
      term.document == document && (passage, span.start) < (term.passage, term.span.start)
    terms[best.term].uses.append(
      TermUse(
        document: document, passage: passage, span: span, isEarly: isEarly,
        isCapitalized: text.isCapitalizedInside(index)))
    return best.end
  }

  /// Which of several definitions holds at a place: the document's own from its opening on, then the order's, then the
  /// document's own that is yet to come.
  private func rank(_ term: DefinedTerm, _ document: Int, _ passage: Int, _ start: Int) -> Int {
    let isBehind = (term.passage, term.span.start) <= (passage, start)
    if term.document == document { return isBehind ? 3 : 1 }
    return 2
  }

  private func match(_ term: DefinedTerm, _ text: TokenizedText, from index: Int) -> Int? {
    var position = index
    for (place, stem) in term.stems.enumerated() {
      if place > 0 {
        while text[position].isDash || text[position].isQuote, position - index < 24 {
          position += 1
        }
      }
      let token = text[position]
      guard token.isWord else { return nil }
      if term.isAcronym {
        guard token.flags.contains(.upperCase), token.letters == stem else { return nil }
      } else if token.letters.stem != stem {
        return nil
      }
      position += 1
    }
    return position
  }

  /// How many definitions of one word are held against each other.
  private static let rivals = 16
}

extension TokenizedText {
  /// Whether the words from an index on, function words and marks left out, begin with these letters one by one.
  func initials(from index: Int, to end: Int, are letters: Letters) -> Bool {
    var position = index
    var count = 0
    while position < end, count < letters.count {
      let token = self[position]
      position += 1
      guard token.isWord else { continue }
      if token.letters[0] == letters[count] {
        count += 1
      } else if !token.letters.isFunctionWord {
        return false
      }
    }
    return count == letters.count && count > 1
  }

  /// Whether a word has its capital by itself, not as the first of a sentence, of a cell or of a quote.
  package func isCapitalizedInside(_ index: Int) -> Bool {
    guard self[index].flags.contains(.capitalized), index > 0 else { return false }
    let before = self[index - 1]
    return before.isWord || before.kind == .comma || before.kind == .closingQuote
      || before.kind == .closingBracket && !self[index - 2].isNumber
      || before.isNumber && self[index].gap != .lineBreak
  }
}

extension Prose {
  /// The range of the text that was read from source bytes; `nil` where none was.
  package func textSpan(of source: Span) -> Span? {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].source.end <= source.start { low = middle + 1 } else { high = middle }
    }
    var start: Int?
    var end: Int?
    for segment in segments[low...] {
      guard segment.source.start < source.end else { break }
      if start == nil, segment.source.start <= source.start {
        start = segment.text + (segment.isVerbatim ? source.start - segment.source.start : 0)
      }
      if source.end <= segment.source.end {
        end =
          segment.text
          + (segment.isVerbatim ? source.end - segment.source.start : segment.count)
      }
    }
    guard let start, let end, start <= end else { return nil }
    return Span(start, end)
  }
}
