import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// The order approves a document by another name than the document's own.
  static let titleMismatch = Rule(
    "act/title-mismatch", .warning,
    summary: Text(
      ru: "Название приложения в пункте приказа не то, что на самом приложении",
      en: "The order's point calls an appendix otherwise than the appendix itself"),
    reason: Text(
      ru: "Утверждён документ с одним именем, приложен – с другим: это повод спорить, тот ли он.",
      en: "A document of one name is approved and one of another is attached."),
    norm: Text(
      ru: "Наименование утверждаемого документа в тексте акта и на документе совпадает дословно "
        + "(Правила делопроизводства, приказ Росархива 22.05.2019 № 71).",
      en: "A document's title is word for word the same in the act's text and on the document "
        + "(Rosarkhiv's order of 22.05.2019 No. 71)."),
    examples: [
      .accepts(
        Sample.order(
          text: "1. Утвердить Концепцию внедрения стандартов согласно приложению.",
          ["Концепция внедрения стандартов"])),
      .accepts(
        Sample.order(
          text: "1. Создать рабочую группу по отбору (далее – Рабочая группа).\n\n"
            + "2. Утвердить состав Рабочей группы согласно приложению.",
          ["Состав рабочей группы по отбору"])),
      .rejects(
        Sample.order(
          text: "1. Утвердить ⟦Концепцию внедрения принципов⟧ согласно приложению.",
          ["Концепция внедрения стандартов"])),
      .rejects(
        Sample.order(
          text: "1. Утвердить ⟦Порядок отбора⟧ согласно приложению.",
          ["Концепция внедрения стандартов"])),
    ],
    .act { read, report in
      guard let order = read.order, order.document.family == .order else { return }
      let names = NameOpener(report.settings)
      var told: Set<Int> = []
      for reference in order.resolved {
        guard case .document(let index) = reference.goal, index > 0,
          reference.reference.path.first?.level == .appendix,
          order.texts.indices.contains(reference.passage),
          read.documents.indices.contains(index),
          let title = read.documents[index].document.requisites.title,
          !told.contains(index)
        else { continue }
        let text = order.texts[reference.passage]
        let passage = order.passages[reference.passage]
        let mention = ApprovedName(
          text, appendix: reference.span, title: TokenizedText(title.value),
          others: read.documents.compactMap { $0.document.requisites.title?.value })
        guard let mention, let place = passage.place(of: text.span(mention.range)) else { continue }
        told.insert(index)
        let seen = names.expanded(text, mention.range, read)
        let own = TokenizedText(title.value)
        let expected = names.expanded(own, 0..<own.count, read)
        let spelling = text.stems(mention.range).filter { !$0.isFunctionWord }
        let ownSpelling = own.stems.filter { !$0.isFunctionWord }
        if spelling == ownSpelling || seen.isEmpty { continue }
        let places = [
          Place(file: read.documents[index].path, at: title.span, .ownTitle)
        ]
        let written = text.text(mention.range)
        if seen == expected {
          // Nothing but an abbreviation: the short name that the order itself opened is no offence.
          if mention.usesTerm(read) { continue }
          report(order.path, at: place, .abbreviated(written, title.value), places: places)
        } else if seen.first != expected.first, !mention.isKindless {
          report(
            order.path, at: place, .otherKind(written, title.value), level: .error, places: places)
        } else if !expected.starts(with: seen) && !seen.starts(with: expected)
          || seen.count < 2
        {
          report(order.path, at: place, .different(written, title.value), places: places)
        }
      }
    })
}

/// The name by which a point approves the document in an appendix.
private struct ApprovedName {
  var range: Range<Int>
  let stems: [Letters]
  /// «его состав»: the name is not told in full.
  var isKindless = false

  /// `nil` where no name stands: «согласно приложению», «утвердить его».
  init?(_ text: TokenizedText, appendix: Span, title: TokenizedText, others: [String]) {
    let reference = text.index(atOrAfter: appendix.start)
    if text[reference].has(stem: "прилагаем") {
      // «прилагаемый Порядок …»: the name stands behind.
      var end = reference + 1
      while end < min(text.count, reference + 120), !Self.ends(text, end) { end += 1 }
      guard end > reference + 1 else { return nil }
      self.init(text, reference + 1..<end)
      return
    }
    var end = reference
    // «… согласно приложению № 1», «… (приложение № 1)», «… (прилагается)».
    while end > 0,
      text[end - 1].is("согласно") || text[end - 1].kind == .openingBracket
        || text[end - 1].is("в") || text[end - 1].is("соответствии") || text[end - 1].is("с")
        || text[end - 1].kind == .comma
    {
      end -= 1
    }
    // «(далее – план мероприятий) согласно …»
    if text[end - 1].kind == .closingBracket {
      var open = end - 1
      while open > 0, end - open < 40, text[open].kind != .openingBracket { open -= 1 }
      if text[open + 1].is("далее") { end = open }
    }
    var start = end
    while start > 0, end - start < 120 {
      let token = text[start - 1]
      if token.kind == .semicolon || token.kind == .colon || OrderPoint.isInfinitive(token) {
        break
      }
      if token.isDash, start == 1 || !token.isGlued && start <= 2 { break }
      start -= 1
    }
    // «1) Положение …», «и утвердить его состав»
    guard start < end, let first = (start..<end).first(where: { text[$0].isWord }) else {
      return nil
    }
    if text[first].is("его") || text[first].is("ее") || text[first].is("их") { return nil }
    // The name begins where the title does: «с 1 марта Порядок …».
    let head = title.tokens.first { $0.isWord }?.letters.stem
    let own = (first..<end).first { text[$0].isWord && text[$0].letters.stem == head }
    // «положение о Штабе и состав Штаба (приложения № 1 и № 2)»: the name ends where another begins.
    let heads = Set(
      others.compactMap { TokenizedText($0).tokens.first { $0.isWord }?.letters.stem })
    let opening = own ?? first
    let next = (opening + 1..<max(end, opening + 1)).first { index in
      guard text[index].isWord, text[index - 1].is("и") || text[index - 1].kind == .comma else {
        return false
      }
      let stem = text[index].letters.stem
      return stem != head && heads.contains(stem)
    }
    self.init(text, opening..<max(opening + 1, next.map { $0 - 1 } ?? end))
  }

  private init(_ text: TokenizedText, _ range: Range<Int>) {
    self.range = range
    stems = text.stems(range)
    isKindless = range.count < 2
  }

  /// Whether the name uses what the order opened: «состав Рабочей группы».
  func usesTerm(_ read: ReadAct) -> Bool {
    read.terms.contains { term in
      term.document == 0
        && stems.indices.contains { stems[$0...].starts(with: term.stems) }
    }
  }

  private static func ends(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    if token.kind == .openingBracket { return text[index + 1].is("далее") }
    return token.kind == .semicolon || token.kind == .colon
      || token.kind == .period && (text[index + 1].isEnd || text[index + 1].gap != .glued)
  }
}

extension NameOpener {
  /// The stems of a name, abbreviations of bodies and the order's own terms put in full.
  fileprivate func expanded(
    _ text: TokenizedText, _ range: Range<Int>, _ read: ReadAct
  ) -> [Letters] {
    var stems = opened(text.stems(range))
    for term in read.terms
    where term.document == 0 && !term.isAcronym && term.definition.form == .abbreviation {
      let full = self.stems(of: term, in: read)
      guard full.count > term.stems.count,
        let at = stems.indices.first(where: { stems[$0...].starts(with: term.stems) }),
        !stems[at...].starts(with: full)
      else { continue }
      // «Положение о Рабочей группе»: the rest of the name is behind the short one already, or it is not.
      let rest = stems[(at + term.stems.count)...]
      if full.dropFirst(term.stems.count).starts(with: rest) || rest.isEmpty {
        stems = Array(stems[..<at]) + full
      }
    }
    return stems
  }
}

extension Text {
  fileprivate static func different(_ seen: String, _ title: String) -> Text {
    Text(
      ru: "Пункт утверждает «\(seen)», а приложение называется «\(title)»",
      en: "The point approves «\(seen)», the appendix is entitled «\(title)»")
  }

  fileprivate static func abbreviated(_ seen: String, _ title: String) -> Text {
    Text(
      ru: "Название написано двумя способами: «\(seen)» и «\(title)»",
      en: "The title is written in two ways: «\(seen)» and «\(title)»")
  }

  fileprivate static func otherKind(_ seen: String, _ title: String) -> Text {
    Text(
      ru: "Под этим номером приложен другой документ: в пункте «\(seen)», в приложении «\(title)»",
      en: "Another document has this number: «\(seen)» in the point, «\(title)» in the appendix")
  }

  fileprivate static let ownTitle = Text(ru: "название приложения", en: "the appendix's own title")
}
