import ActaModel

/// What a phrase is about: its words without endings, those that any phrase has left out.
///
/// Two phrases about one thing share most of them, in whatever case and number they stand.
package struct ContentWords: Sendable, Hashable {
  /// A number for each stem, ascending, each once.
  package private(set) var stems: [UInt64] = []
  /// The first of the words, in the order of the text.
  package private(set) var opening: [UInt64] = []

  package init() {}

  /// The words of some tokens; `except` leaves more of them out.
  ///
  /// Only so many words are taken that likeness costs no more than a glance.
  package init(_ text: TokenizedText, in range: Range<Int>? = nil, except: Lexicon<Bool>? = nil) {
    let range = range ?? 0..<text.count
    var found: [UInt64] = []
    for index in range.clamped(to: 0..<text.count) {
      let token = text[index]
      guard token.isWord, !Self.isEmpty(token), except?[token] != true else { continue }
      let stem = WordStem.number(of: token.letters)
      if opening.count < 3, !opening.contains(stem) { opening.append(stem) }
      found.append(stem)
      if found.count == Self.capacity { break }
    }
    found.sort()
    for stem in found where stems.last != stem { stems.append(stem) }
  }

  package init(_ phrase: String) { self.init(TokenizedText(phrase)) }

  package var isEmpty: Bool { stems.isEmpty }
  package var count: Int { stems.count }

  private static let capacity = 64

  /// Words that tell nothing of a subject.
  private static func isEmpty(_ token: Token) -> Bool {
    token.letters.count < 3 || common[token] == true
  }

  private static let common = Lexicon<Bool>([
    .word("для", true), .word("или", true), .word("при", true), .word("над", true),
    .word("под", true), .word("про", true), .word("без", true), .word("все", true),
    .word("всех", true), .word("всем", true), .word("всеми", true), .word("как", true),
    .word("что", true), .word("это", true), .word("этот", true), .word("том", true),
    .word("так", true), .word("также", true), .word("если", true), .word("его", true),
    .word("ему", true), .word("ним", true), .word("них", true), .word("ними", true),
    .word("она", true), .word("они", true), .word("чем", true), .word("уже", true),
    .word("еще", true), .word("через", true), .word("после", true), .word("перед", true),
    .word("между", true), .word("либо", true), .word("путем", true), .word("менее", true),
    .word("более", true), .word("ниже", true), .word("выше", true), .word("числе", true),
    .word("далее", true), .word("рамках", true), .word("рамки", true), .word("целях", true),
    .word("согласно", true), .word("отношении", true), .word("том", true),
    .word("соответствии", true), .word("итогам", true), .word("вопросам", true),
    .word("вопросы", true), .word("вопросах", true), .word("вопросов", true),
    .form("котор", .adjective, true), .form("так", .adjective, true),
    .form("настоящ", .adjective, true), .form("ин", .adjective, true),
    .form("указанн", .adjective, true), .form("соответствующ", .adjective, true),
    .form("данн", .adjective, true), .form("кажд", .adjective, true),
    .form("вс", .adjective, true), .form("сво", .adjective, true),
  ])
}

/// How rare each stem is among phrases: a word that stands in every row of a table tells no row from another.
package struct StemWeights: Sendable, Hashable {
  private var uses: [UInt64: Int] = [:]
  private var phrases = 0

  package init(_ all: some Sequence<ContentWords>) {
    for words in all {
      phrases += 1
      for stem in words.stems { uses[stem, default: 0] += 1 }
    }
  }

  /// From 2 for a word of every phrase, two more with each halving of the number of phrases that have it.
  package func weight(of stem: UInt64) -> Int {
    let rarity = (phrases + 1) / max(1, uses[stem] ?? 1)
    return 2 * (Int.bitWidth - max(1, rarity).leadingZeroBitCount)
  }

  package func knows(_ stem: UInt64) -> Bool { uses[stem] != nil }

  package func weight(of words: ContentWords) -> Int {
    words.stems.reduce(0) { $0 + weight(of: $1) }
  }
}

extension ContentWords {
  /// The words that some of the weighed phrases have.
  package func known(to weights: StemWeights) -> ContentWords {
    var words = self
    words.stems.removeAll { !weights.knows($0) }
    return words
  }

  /// How much of these words others have too, by weight, in per cent; 0 without words.
  package func share(in other: ContentWords, by weights: StemWeights) -> Int {
    let whole = weights.weight(of: self)
    return whole == 0 ? 0 : 100 * common(with: other, by: weights) / whole
  }

  /// How much the two have in common of all that they have (Jaccard), by weight, in per cent.
  package func likeness(to other: ContentWords, by weights: StemWeights) -> Int {
    let shared = common(with: other, by: weights)
    let whole = weights.weight(of: self) + weights.weight(of: other) - shared
    return whole == 0 ? 0 : 100 * shared / whole
  }

  /// How many stems the two share.
  package func common(with other: ContentWords) -> Int {
    var count = 0
    forEachCommon(with: other) { _ in count += 1 }
    return count
  }

  private func common(with other: ContentWords, by weights: StemWeights) -> Int {
    var weight = 0
    forEachCommon(with: other) { weight += weights.weight(of: $0) }
    return weight
  }

  private func forEachCommon(with other: ContentWords, _ body: (UInt64) -> Void) {
    var (left, right) = (stems[...], other.stems[...])
    while let first = left.first, let second = right.first {
      if first == second { body(first) }
      if first <= second { left.removeFirst() }
      if second <= first { right.removeFirst() }
    }
  }
}
