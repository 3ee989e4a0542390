package import ActaDiagnostics
package import ActaModel

/// Reads what a roster says a member does in the body.
package struct RoleReader: Sendable {
  /// Stems of the body's own noun («групп», «совет»), by which a role is told from a post elsewhere.
  private let bodyStems: [String]

  /// What front matter says of the body and its roster's title.
  private let named: FoldedBytes

  /// For a body of a name, where the document tells it; the title tells it too.
  package init(body: String?, title: String? = nil) {
    func nouns(_ text: String?) -> [String] {
      let folded = text.map { FoldedBytes($0) }
      return Self.bodyNouns.filter { stem in folded?.contains(stem) ?? false }
    }
    let own = nouns(body) + nouns(title)
    bodyStems = own.isEmpty ? Self.bodyNouns : own
    named = FoldedBytes([body ?? "", title ?? ""].joined(separator: " "))
  }

  /// The role in a member's words: the last phrase that names an office of the body.
  package func role(in prose: Prose, range: Range<Int>) -> Spanned<Role>? {
    let bytes = Array(prose.text.utf8)
    let folded = FoldedBytes(bytes)
    for phrase in phrases(bytes, in: range).reversed() {
      guard let office = Self.office(folded.bytes[phrase]) else { continue }
      let rest = FoldedBytes(bytes[(phrase.lowerBound + office.length)..<phrase.upperBound])
      let isBare =
        rest.bytes.allSatisfy {
          $0 <= 0x40 && !(0x30...0x39).contains($0)
        } || rest.contains("по согласованию") && !rest.contains("области")
      guard isBare || namesBody(rest) else { continue }
      let title = Array(prose.text.utf8)[
        phrase.lowerBound..<phrase.lowerBound + office.length]
      guard let span = prose.span(of: phrase) else { continue }
      let text = String(decoding: FoldedBytes(title).bytes, as: UTF8.self)
      return Spanned(Role(office.office, title: text), span)
    }
    return nil
  }

  /// Whether the words behind a title name this body: «комиссии» does, «Комитета по спорту» is another's where
  /// the roster's title says nothing of sport.
  private func namesBody(_ rest: FoldedBytes) -> Bool {
    for stem in bodyStems {
      guard let range = rest.firstRange(of: stem, from: 0) else { continue }
      guard named.bytes.count > 1 else { return true }
      // The first word of some length behind the noun, up to a bracket.
      var index = end(ofWord: range.upperBound, in: rest.bytes)
      while index < rest.bytes.count, rest.bytes[index] != UInt8(ascii: "(") {
        let end = end(ofWord: index, in: rest.bytes)
        if end - index >= 8 {
          let word = String(decoding: rest.bytes[index..<index + 8], as: UTF8.self)
          return word == "вопр" || named.contains(word)
        }
        index = max(end, index + 1)
      }
      return true
    }
    return false
  }

  private func end(ofWord start: Int, in bytes: [UInt8]) -> Int {
    var end = start
    while end < bytes.count, Glyph.isLetter(bytes[end...]) { end += bytes[end] < 0x80 ? 1 : 2 }
    return min(end, bytes.count)
  }

  /// The role that a heading or chapeau gives to those below it: «Члены рабочей группы:», «Секретарь:».
  package func role(ofHeading prose: Prose) -> Spanned<Role>? {
    let folded = FoldedBytes(prose.text.trimmed)
    guard folded.bytes.count < 200, let office = Self.office(folded.bytes[...]),
      let span = prose.span
    else { return nil }
    return Spanned(Role(office.office, title: office.title), span)
  }

  /// The office that a folded text opens with, the bytes of its title, and the title in the singular.
  private static func office(
    _ text: ArraySlice<UInt8>
  ) -> (office: Role.Office, length: Int, title: String)? {
    let folded = FoldedBytes(text)
    for (stem, office, title) in titles where folded.hasPrefix(stem) {
      let next = folded.bytes.dropFirst(stem.utf8.count)
      guard next.isEmpty || !Glyph.isLetter(next) else { continue }
      return (office, stem.utf8.count, title)
    }
    return nil
  }

  private func phrases(_ bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    var phrases: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let dash = Glyph.dash(bytes[index...])
      let isDash =
        dash > 0 && (index == start || bytes[index - 1] <= 0x20 || bytes[index - 1] == 0xA0)
      if isDash || bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ";") {
        phrases.append(start..<index)
        index += max(dash, 1)
        start = index
      } else {
        index += 1
      }
    }
    phrases.append(start..<range.upperBound)
    return phrases.compactMap { phrase in
      var low = phrase.lowerBound
      while low < phrase.upperBound {
        let space = Glyph.whitespace(bytes[low..<phrase.upperBound])
        guard space > 0 else { break }
        low += space
      }
      return low < phrase.upperBound ? low..<phrase.upperBound : nil
    }
  }

  private static let bodyNouns = [
    "комисси", "совет", "групп", "офис", "комитет", "штаб", "коллеги", "президиум", "команд",
    "оргкомитет", "подкомисси", "бюро", "палат", "орган",
  ]

  /// Longer titles first: the first that fits is taken.
  private static let titles: [(stem: String, office: Role.Office, title: String)] = {
    let heads: [(String, String)] = [
      ("председатель", "председателя"), ("руководитель", "руководителя"),
      ("начальник", "начальника"), ("координатор", "координатора"),
    ]
    var titles: [(String, Role.Office, String)] = []
    for (nominative, genitive) in heads {
      titles.append(("первый заместитель \(genitive)", .deputy, "первый заместитель \(genitive)"))
      titles.append(("заместитель \(genitive)", .deputy, "заместитель \(genitive)"))
      titles.append(("заместители \(genitive)", .deputy, "заместитель \(genitive)"))
      titles.append(("со\(nominative)", .chair, "со\(nominative)"))
      titles.append((nominative, .chair, nominative))
    }
    titles += [
      ("ответственный секретарь", .secretary, "ответственный секретарь"),
      ("ответственные секретари", .secretary, "ответственный секретарь"),
      ("секретарь", .secretary, "секретарь"), ("секретари", .secretary, "секретарь"),
      ("члены", .member, "член"), ("член", .member, "член"),
    ]
    return titles
  }()
}
