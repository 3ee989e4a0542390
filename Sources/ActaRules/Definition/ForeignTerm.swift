import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A regulation on one body speaks of another as if it were its own.
  static let foreignTerm = Rule(
    "definition/foreign-term", .error,
    summary: Text(
      ru: "Чужой орган: «заседание рабочей группы» в положении о проектном офисе",
      en: "Another body: «заседание рабочей группы» in the regulation on a project office"),
    reason: Text(
      ru: "Слово осталось от образца: норма говорит об органе, которого нет.",
      en: "The word remained from a model: the norm speaks of a body that does not exist."),
    norm: Text(
      ru: "Орган во всём положении назван одним именем – тем, под которым он создан.",
      en: "A regulation calls its body by one name, that under which it was created."),
    examples: [
      .accepts(sample("1. Руководитель ведёт заседание проектного офиса.")),
      .accepts(
        sample("1. Офис создаёт рабочие группы.\n\n2. Решение рабочей группы передаётся офису.")),
      .accepts(
        sample("1. Офис учитывает решение рабочей группы по внедрению стандартов.")),
      .accepts(sample("1. Комиссия по делам несовершеннолетних рассматривает обращения офиса.")),
      .rejects(sample("1. Руководитель ведёт заседание ⟦рабочей группы⟧.")),
      .rejects(sample("1. ⟦Комиссия⟧ рассматривает вопросы готовности.")),
    ],
    .act { read, report in
      for document in read.documents where document.document.family == .regulation {
        guard let own = BodyNoun.governed(by: document) else { continue }
        // A body that the text creates, or that the act knows, is no stranger.
        var known: Set<BodyNoun> = [own]
        for other in read.documents {
          if let noun = BodyNoun.governed(by: other) { known.insert(noun) }
        }
        for term in read.terms {
          if let noun = BodyNoun.first(in: TokenizedText(term.definition.term)) {
            known.insert(noun)
          }
        }
        var strangers: [BodyNoun: [(passage: Passage, span: Span)]] = [:]
        for (index, text) in document.texts.enumerated() {
          let passage = document.passages[index]
          guard passage.isNorm else { continue }
          for mention in BodyNoun.mentions(in: text) {
            if mention.isIntroduced { known.insert(mention.noun) }
            guard mention.isOwn, !passage.isHeading else { continue }
            strangers[mention.noun, default: []].append((passage, mention.span))
          }
        }
        for noun in BodyNoun.allCases where !known.contains(noun) {
          for place in strangers[noun] ?? [] {
            report(
              document.path, at: place.passage.place(of: place.span), .foreign(noun, own))
          }
        }
      }
    })

  private static func sample(_ body: String) -> String {
    "//- polozhenie.md\n---\nвид: положение\nназвание: Положение о проектном офисе\n"
      + "коллегиальный-орган: проектный офис\n---\n\n\(body)\n"
      + "//- order.md\n---\nвид: приказ\nназвание: Об офисе\nномер: 1\nдата: 01.02.2024\n"
      + "орган: Министерство\nприложения: [polozhenie.md]\n---\n\n"
      + "1. Утвердить прилагаемое Положение о проектном офисе.\n"
  }
}

/// The kinds of collegial bodies that one template is made over into another for.
private enum BodyNoun: CaseIterable {
  case workingGroup, commission, council, committee, headquarters, projectOffice, collegium

  /// The first word of the name; a second one where it takes two.
  private func begins(_ text: TokenizedText, _ index: Int) -> Int? {
    let (word, next) = (text[index], text[index + 1])
    switch self {
    case .workingGroup:
      return word.has(stem: "рабоч") && next.isForm("групп", .feminine) ? 2 : nil
    case .projectOffice:
      return word.isForm(ofAdjective: "проектн") && next.isForm("офис", .masculine) ? 2 : nil
    case .commission: return word.isForm("комисси", .feminine) ? 1 : nil
    case .council: return word.isForm("совет", .masculine) ? 1 : nil
    case .committee: return word.isForm("комитет", .masculine) ? 1 : nil
    case .headquarters: return word.isForm("штаб", .masculine) ? 1 : nil
    case .collegium: return word.isForm("коллеги", .feminine) ? 1 : nil
    }
  }

  var name: String {
    switch self {
    case .workingGroup: "рабочая группа"
    case .commission: "комиссия"
    case .council: "совет"
    case .committee: "комитет"
    case .headquarters: "штаб"
    case .projectOffice: "проектный офис"
    case .collegium: "коллегия"
    }
  }

  struct Mention {
    var noun: BodyNoun
    var span: Span
    /// Spoken of as the body that the text governs: «заседание комиссии», nothing further said of it.
    var isOwn: Bool
    /// In the plural, with a name of its own, or created by the text.
    var isIntroduced: Bool
  }

  static func first(in text: TokenizedText) -> BodyNoun? {
    for index in 0..<text.count {
      if let noun = allCases.first(where: { $0.begins(text, index) != nil }) { return noun }
    }
    return nil
  }

  static func governed(by document: ReadDocument) -> BodyNoun? {
    let requisites = document.document.requisites
    if let body = requisites.body { return first(in: TokenizedText(body.value)) }
    guard document.document.kind == .regulation || document.document.kind == .serviceRegulation,
      let title = requisites.title
    else { return nil }
    return first(in: TokenizedText(title.value))
  }

  static func mentions(in text: TokenizedText) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < text.count {
      guard text[index].isWord,
        let noun = allCases.first(where: { $0.begins(text, index) != nil }),
        let length = noun.begins(text, index)
      else {
        index += 1
        continue
      }
      let last = text[index + length - 1]
      let isPlural =
        last.letters.ends(in: "ы") && noun == .workingGroup
        && text[index].letters.ends(in: "ие") || last.letters.ends(in: "ах")
        || last.letters.ends(in: "ам") || last.letters.ends(in: "ами")
        || text[index].letters.ends(in: "их") && length == 2 || last.letters.ends(in: "ов")
      let isMade = (1...4).contains { step in
        let verb = text[index - step]
        return verb.has(stem: "созда") || verb.has(stem: "образ") || verb.has(stem: "формиров")
      }
      let isNamed = !endsName(text, index + length)
      found.append(
        Mention(
          noun: noun, span: text.span(index..<index + length),
          isOwn: (serves(text[index - 1]) || noun.opens(text, index)) && !isNamed && !isPlural,
          isIntroduced: isPlural || isMade)
      )
      index += length
    }
    return found
  }

  /// Whether a provision begins with it as the one that acts: «Комиссия рассматривает …».
  ///
  /// A committee can be a body of government too.
  private func opens(_ text: TokenizedText, _ index: Int) -> Bool {
    guard index == 0, self != .committee, let length = begins(text, 0) else { return false }
    let next = text[length]
    return text[0].flags.contains(.capitalized) && next.isWord
      && (next.is("вправе") || next.is("имеет") || next.letters.ends(in: "ет")
        || next.letters.ends(in: "ит") || next.letters.ends(in: "ся"))
  }

  /// «заседание», «член», «председатель»: what a body has of its own.
  private static func serves(_ word: Token) -> Bool {
    word.isForm("член", .masculine) || word.isForm("заседани", .neuter)
      || word.isForm("председател", .softMasculine) || word.isForm("секретар", .softMasculine)
      || word.isForm("руководител", .softMasculine) || word.isForm("состав", .masculine)
      || word.isForm("решени", .neuter) || word.isForm("работ", .feminine)
  }

  /// Whether nothing behind the noun makes a name of it: an end, a mark, a function word, a verb.
  private static func endsName(_ text: TokenizedText, _ index: Int) -> Bool {
    let next = text[index]
    guard next.isWord else { return !next.isQuote && !next.isDash }
    if next.is("и") || next.is("в") || next.is("на") || next.is("с") || next.is("не")
      || next.is("или") || next.is("а") || next.is("также")
    {
      return true
    }
    return next.letters.ends(in: "ет") || next.letters.ends(in: "ют")
      || next.letters.ends(in: "ит") || next.letters.ends(in: "ат")
      || next.letters.ends(in: "ся")
  }
}

extension Text {
  fileprivate static func foreign(_ noun: BodyNoun, _ own: BodyNoun) -> Text {
    Text(
      ru: "«\(noun.name)» – чужой орган: документ о том, что называется «\(own.name)»",
      en: "«\(noun.name)» is another body: the document is about «\(own.name)»")
  }
}
