/// The words of a name, comparable whatever their case: «Лаптева» and «Лаптевой Н.С.», «отдел кадров» and «Отделу
/// кадров».
struct NameWords: Sendable, Hashable {
  private let words: [Word]

  init(_ name: String) { words = Self.words(name) }

  /// Whether all words of the name stand, in their order, in another.
  func isPart(of other: NameWords) -> Bool {
    guard !words.isEmpty else { return false }
    var next = words.startIndex
    for word in other.words where next < words.endIndex && Self.isForm(words[next], word) {
      // An initial stands for a given name only behind its surname.
      if word.isInitial, !words[next].isInitial, next == words.startIndex { continue }
      next += 1
    }
    return next == words.endIndex
  }

  /// Whether two names have the same words.
  func isSame(as other: NameWords) -> Bool {
    !words.isEmpty && words.count == other.words.count
      && zip(words, other.words).allSatisfy(Self.isForm)
  }

  /// Equal for names that are the same: where to look for a name among many.
  var key: Letters { words.first?.letters.prefix(2) ?? Letters() }

  private struct Word: Sendable, Hashable {
    var letters: Letters
    var isInitial: Bool
    /// Figures and marks, verbatim.
    var other: String?
  }

  private static func words(_ name: String) -> [Word] {
    let text = TokenizedText(name)
    return (0..<text.count).compactMap { index in
      let token = text[index]
      if token.isWord {
        let isInitial =
          token.letters.count == 1 && token.flags.contains(.capitalized)
          && text[index + 1].kind == .period
        return Word(letters: token.letters, isInitial: isInitial)
      }
      return token.isNumber
        ? Word(letters: Letters(), isInitial: false, other: text.text(token.span)) : nil
    }
  }

  /// Whether two words can be forms of one: a common beginning, and endings that nouns and adjectives have.
  private static func isForm(_ left: Word, _ right: Word) -> Bool {
    if left.other != nil || right.other != nil { return left.other == right.other }
    let (first, second) = (left.letters, right.letters)
    if first == second { return true }
    if left.isInitial || right.isInitial {
      return first.prefix(1) == second.prefix(1)
    }
    guard !first.isCut, !second.isCut else { return first.prefix(20) == second.prefix(20) }
    let shortest = min(first.count, second.count)
    for stem in stride(from: shortest, through: max(2, shortest - 3), by: -1)
    where first.prefix(stem) == second.prefix(stem) {
      return endings.contains(first.dropFirst(stem)) && endings.contains(second.dropFirst(stem))
    }
    return false
  }

  private static let endings: Set<Letters> = [
    "", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й", "ом", "ем", "ой", "ей", "ою", "ею", "ов",
    "ев", "ам", "ям", "ах", "ях", "ами", "ями", "ью", "ый", "ий", "ая", "яя", "ое", "ее", "ые",
    "ие", "ого", "его", "ому", "ему", "ым", "им", "ых", "их", "ыми", "ими", "ую", "юю", "ья", "ьи",
    "ье", "ьем", "го", "му", "м", "х", "ми",
  ]
}
