import ActaDiagnostics
import ActaModel

/// The only appendix of an act: «(прилагается)», «прилагаемое Положение», «согласно приложению».
extension ReferenceReader {
  mutating func readAttachment(at index: Int) -> Int? {
    let token = text[index]
    guard token.has(stem: "прилагаем") ? attachesDocument(at: index) : isAttached(at: index) else {
      return nil
    }
    let next = text[index].has(stem: "прилагаем") ? behindAttached(index) : index + 1
    found.append(
      Spanned(
        Reference(path: [PathElement(.appendix)], target: .this), text.span(index..<index + 1)))
    readTo = max(readTo, min(next, index + 1))
    return index + 1
  }

  /// Whether «приложение» without a number at `index` is an appendix, rather than what is attached or installed.
  func isBareAppendix(at index: Int, next: Int) -> Bool {
    if text[next].is("к") || text[next].is("ко") {
      let target = next + 1
      if text[target].is("нему") || text[target].is("ней") || text[target].is("ним") { return true }
      switch document(at: target, in: .dative) {
      case .target, .acts: return true
      case TargetPhrase.none?, nil: return false
      }
    }
    if text[next].has(stem: "настоящ") { return true }
    if text[next].isQuote { return false }
    let before = text[index - 1]
    guard isEndOfWords(next) else { return before.is("согласно") && !isGoverning(next) }
    if before.is("согласно") || before.kind == .openingBracket { return true }
    if before.is("с"), text[index - 2].is("соответствии") { return true }
    if before.is("см") || before.kind == .period && text[index - 2].is("см") { return true }
    if before.is("в") || before.is("во") {
      return text[index - 2].isWord && Self.places[text[index - 2]] != nil
    }
    return before.is("приведен") || before.has(stem: "установлен")
      || before.has(stem: "предусмотрен")
      || before.has(stem: "определен")
  }

  private func isEndOfWords(_ index: Int) -> Bool {
    !text[index].isWord || text[index].is("и") || text[index].is("или")
  }

  private func isGoverning(_ index: Int) -> Bool {
    !Declension.nounForms(text[index].letters).isDisjoint(with: .genitive)
  }

  /// «прилагаемое Положение», «прилагаемые:», but not «прилагаемые документы», «прилагаемых к заявлению».
  private func attachesDocument(at index: Int) -> Bool {
    let next = text[index + 1]
    if next.kind == .colon { return true }
    guard next.isWord, !next.is("к"),
      let head = headPhrase(at: index + 1, in: Declension.adjective(text[index].letters))
    else { return false }
    return Documents.nouns[text[head.noun]] == .legal
      || Documents.nouns[text[head.next - 1]] == .legal
      || isCapitalized(index + 1)
  }

  /// The index behind the document that is attached.
  private func behindAttached(_ index: Int) -> Int {
    headPhrase(at: index + 1, in: Declension.adjective(text[index].letters))?.next ?? index + 1
  }

  /// «(прилагается)», «Форма заявки прилагается», but not «к заявлению прилагается копия».
  private func isAttached(at index: Int) -> Bool {
    if text[index - 1].kind == .openingBracket { return true }
    if text[index + 1].is("к"), !text[index + 2].has(stem: "настоящ") { return false }
    var position = index - 1
    var hasDocument = false
    while position >= readTo, index - position < 40 {
      let token = text[position]
      if token.kind == .semicolon || token.kind == .colon || endsSentence(position) { break }
      if token.is("к"), !text[position + 1].has(stem: "настоящ") { return false }
      if token.isWord, Documents.nouns[token] == .legal { hasDocument = true }
      position -= 1
    }
    return hasDocument
  }

  func isPointer(_ token: Token) -> Bool {
    token.has(stem: "настоящ") || token.has(stem: "указанн") || token.has(stem: "данн")
      || token.has(stem: "действующ") || token.has(stem: "соответствующ") || token.is("этого")
      || token.is("этой") || token.has(stem: "следующ") || token.has(stem: "прилагаем")
      || token.has(stem: "нов") || token.has(stem: "прежн") || token.has(stem: "утвержд")
      || token.has(stem: "вышеуказанн") || token.has(stem: "установленн")
  }

  /// Words in front of «в приложении» that say that something is to be found there.
  private static let places = Lexicon<Bool>([
    .stem("указан", true), .stem("приведен", true), .stem("определен", true),
    .stem("предусмотрен", true), .stem("установлен", true), .stem("содерж", true),
    .stem("перечислен", true), .stem("поименован", true), .stem("отражен", true),
    .stem("представлен", true), .stem("изложен", true), .stem("дан", true), .stem("описан", true),
    .stem("закреплен", true), .stem("привод", true),
  ])
}
