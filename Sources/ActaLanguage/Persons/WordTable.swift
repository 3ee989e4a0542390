/// What the words of a text are, each found out once and only when it is asked for.
final class WordTable {
  let text: TokenizedText
  private var verbs: [Verb.Form??]
  private var posts: [PostHead??]
  private var adjectives: [Adjective??]

  init(_ text: TokenizedText) {
    self.text = text
    verbs = Array(repeating: nil, count: text.count)
    posts = Array(repeating: nil, count: text.count)
    adjectives = Array(repeating: nil, count: text.count)
  }

  func verb(_ index: Int) -> Verb.Form? {
    guard verbs.indices.contains(index), text[index].isWord else { return nil }
    if let known = verbs[index] { return known }
    let form = text.isInitial(index) ? nil : Verb.form(text[index].letters)
    verbs[index] = .some(form)
    return form
  }

  func post(_ index: Int) -> PostHead? {
    guard posts.indices.contains(index), text[index].isWord else { return nil }
    if let known = posts[index] { return known }
    let post = PostHead(text[index].letters)
    posts[index] = .some(post)
    return post
  }

  func adjective(_ index: Int) -> Adjective? {
    guard adjectives.indices.contains(index), text[index].isWord else { return nil }
    if let known = adjectives[index] { return known }
    let adjective = Adjective(text[index].letters)
    adjectives[index] = .some(adjective)
    return adjective
  }

  func grammar(_ index: Int) -> GrammarWord? {
    let token = text[index]
    return token.isWord && !text.isInitial(index) ? GrammarWord.of(token.letters) : nil
  }

  func noun(_ index: Int) -> GoverningNoun? { GoverningNoun.lexicon[text[index]] }
}
