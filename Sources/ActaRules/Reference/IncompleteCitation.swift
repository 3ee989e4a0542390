import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A document is cited so that nobody can find it.
  static let incompleteCitation = Rule(
    "reference/incomplete-citation", .warning,
    summary: Text(
      ru: "Документ назван без реквизитов: «по Методике …» – кем и когда утверждена, не сказано",
      en: "A document is cited without requisites: who approved the «Методика», and when"),
    reason: Text(
      ru: "Без вида, даты и номера утвердившего акта документ нельзя найти и нельзя применить.",
      en: "Without the approving act's date and number the document cannot be found or applied."),
    norm: Text(
      ru: "При первой ссылке называют вид акта, орган, дату, номер и наименование "
        + "(постановление Правительства РФ 13.08.1997 № 1009).",
      en: "The first reference names the act's kind, issuer, date, number and title "
        + "(Government's resolution of 13.08.1997 No. 1009)."),
    examples: [
      .accepts(
        Sample.text(
          "1. Оценка – по Методике оценки зрелости, утверждённой приказом Минцифры от 1 марта 2023 г. № 45.\n\n"
            + "2. Итог – по Методике оценки зрелости.\n")),
      .accepts(Sample.text("1. Утвердить Методику оценки зрелости.\n")),
      .rejects(Sample.text("1. Оценка проводится по ⟦Методике оценки зрелости⟧.\n")),
      .rejects(
        Sample.text("1. В соответствии с ⟦приказом Министерства финансов № 45⟧ вести учёт.\n")),
    ],
    .act { read, report in
      let known = KnownDocuments(read)
      var told: Set<[Letters]> = []
      for document in read.documents {
        for (index, passage) in document.passages.enumerated() {
          guard passage.isNorm, document.texts.indices.contains(index) else { continue }
          let text = document.texts[index]
          for reference in passage.references {
            checkAct(reference, in: passage, document, known, &report)
          }
          for mention in NamedMention.all(in: text) where !known.contains(mention.stems) {
            let isCited = passage.references.contains {
              $0.value.citation != nil && $0.span.end > mention.span.start
                && $0.span.start < mention.span.end + 4
            }
            guard !isCited, let place = passage.place(of: mention.span),
              told.insert(mention.stems).inserted
            else { continue }
            report(document.path, at: place, .noRequisites(text.text(mention.span)))
          }
        }
      }
    })

  /// An act with a date and no number, or the reverse, that is nowhere cited in full.
  private static func checkAct(
    _ reference: Spanned<Reference>, in passage: Passage, _ document: ReadDocument,
    _ known: KnownDocuments, _ report: inout Report
  ) {
    guard let citation = reference.value.citation, citation.hasRequisites,
      (citation.date == nil) != (citation.number == nil)
    else { return }
    // A result to come has neither; what is cited in full elsewhere may be called shortly.
    guard case .provision = passage.place, !known.isCitedInFull(citation) else { return }
    report(
      document.path, at: passage.place(of: reference.span),
      citation.date == nil ? .noDate : .noNumber,
      level: citation.form == .federalLaw ? .note : nil)
  }
}

/// What an act itself says of the documents that it speaks of.
private struct KnownDocuments {
  private var names: [[Letters]] = []
  private var numbers: Set<String> = []
  private var dates: Set<String> = []

  init(_ read: ReadAct) {
    for document in read.documents {
      let requisites = document.document.requisites
      for name in [requisites.title?.value, requisites.short?.value].compactMap({ $0 }) {
        names.append(stems(of: name))
      }
      for passage in document.passages {
        for reference in passage.references {
          if case .approved(let name, _) = reference.value.target { names.append(stems(of: name)) }
          guard let citation = reference.value.citation, let number = citation.number,
            let date = citation.date
          else { continue }
          numbers.insert(plainNumber(number))
          dates.insert("\(citation.form.rawValue) \(date.iso)")
        }
      }
    }
    if let number = read.act.order.requisites.number?.value { numbers.insert(plainNumber(number)) }
    names += read.terms.map { $0.isAcronym ? [] : $0.stems }.filter { !$0.isEmpty }
    // More names are no act that anyone reads; the limit keeps the check linear.
    names = Array(names.prefix(500))
  }

  /// Whether a document of this name is the act's own, defined, or cited in full elsewhere.
  func contains(_ stems: [Letters]) -> Bool {
    names.contains { $0.starts(with: stems) || stems.starts(with: $0) && !$0.isEmpty }
  }

  func isCitedInFull(_ citation: Citation) -> Bool {
    if let number = citation.number { return numbers.contains(plainNumber(number)) }
    if let date = citation.date { return dates.contains("\(citation.form.rawValue) \(date.iso)") }
    return false
  }
}

/// A document named with a capital behind words that apply it: «по Методике …», «в соответствии с Порядком …».
private struct NamedMention {
  var span: Span
  var stems: [Letters]

  static func all(in text: TokenizedText) -> [NamedMention] {
    var found: [NamedMention] = []
    var index = 1
    while index < text.count {
      defer { index += 1 }
      let token = text[index]
      guard token.flags.contains(.capitalized), !token.flags.contains(.upperCase) else { continue }
      // «Методическими рекомендациями»: the capital is the adjective's.
      let isPair =
        nouns[token] == nil && nouns[text[index + 1]] != nil
        && (token.letters.ends(in: "ми") || token.letters.ends(in: "им")
          || token.letters.ends(in: "ым") || token.letters.ends(in: "ой"))
      guard nouns[token] != nil || isPair, applies(text, before: index)
      else { continue }
      var end = index + (isPair ? 2 : 1)
      var isOpen = false
      while end < min(text.count, index + 24) {
        let next = text[end]
        if let close = endOfQuote(text, end) {
          end = close
          continue
        }
        if next.kind == .openingBracket { isOpen = true }
        if next.kind == .closingBracket {
          guard isOpen else { break }
          isOpen = false
        }
        let isWord = next.isWord || next.isDash && next.isGlued
        guard isWord || next.kind == .openingBracket || next.kind == .closingBracket else { break }
        if next.has(stem: "утвержд") || next.has(stem: "принят") || verbs[next] != nil { break }
        end += 1
      }
      // A noun alone is the short name of something that was named before.
      guard end > index + (isPair ? 2 : 1), !isApproved(text, index, behind: end) else { continue }
      found.append(
        NamedMention(span: text.span(index..<end), stems: text.stems(index..<end)))
    }
    return found
  }

  /// The index behind a quote that opens here.
  private static func endOfQuote(_ text: TokenizedText, _ index: Int) -> Int? {
    let kind = text[index].kind
    guard kind == .openingQuote || kind == .straightQuote else { return nil }
    return (index + 1..<index + 40).first {
      text[$0].kind == .closingQuote || kind == .straightQuote && text[$0].kind == .straightQuote
    }.map { $0 + 1 }
  }

  /// Whether the words behind the name tell who approved it: «…, утверждённой протоколом …».
  private static func isApproved(_ text: TokenizedText, _ start: Int, behind end: Int) -> Bool {
    for position in end..<end + 16 {
      let token = text[position]
      if token.isEnd || token.kind == .semicolon || token.kind == .period { return false }
      guard token.has(stem: "утвержд") || token.has(stem: "принят") || token.has(stem: "одобрен")
      else { continue }
      // «отчёт по Методике, утверждённый протоколом»: it is the report that was approved.
      let isOther =
        token.letters.ends(in: "ый") || token.letters.ends(in: "ого")
        || token.letters.ends(in: "ые") || token.letters.ends(in: "ое")
      return !isOther
    }
    return false
  }

  /// Whether the words in front say that the document is applied, not made.
  private static func applies(_ text: TokenizedText, before index: Int) -> Bool {
    let before = text[index - 1]
    if before.is("по") {
      // «отчёт по Программе», «предложения по Методике»: about it, not by it.
      return !about.contains(text[index - 2].letters.stem)
    }
    if before.is("согласно") || before.has(stem: "руководству") { return true }
    return before.is("с") && text[index - 2].is("соответствии")
  }

  private static let about: Set<Letters> = Set(
    ["предложения", "замечания", "отчет", "доклад", "информация", "обучение", "работа"].map {
      TokenizedText($0)[0].letters.stem
    })

  private static let nouns = Lexicon<Bool>([
    .form("методик", .feminine, true), .form("порядк", .masculine, true),
    .form("правил", .neuter, true), .form("инструкци", .feminine, true),
    .form("регламент", .masculine, true), .form("требовани", .neuter, true),
    .form("рекомендаци", .feminine, true), .form("положени", .neuter, true),
    .form("концепци", .feminine, true), .form("стратеги", .feminine, true),
    .form("стандарт", .masculine, true),
  ])

  /// Words that end a name: it is not for the name to say what is done.
  private static let verbs = Lexicon<Bool>([
    .word("и", true), .word("или", true), .word("в", true), .word("не", true), .word("с", true),
    .word("осуществляется", true), .word("проводится", true), .word("определяется", true),
  ])
}

extension Text {
  fileprivate static func noRequisites(_ name: String) -> Text {
    Text(
      ru: "«\(name)»: не сказано, каким актом утверждено – орган, дата, номер",
      en: "«\(name)»: it is not said which act approved it: issuer, date, number")
  }

  fileprivate static let noDate = Text(
    ru: "У акта назван номер, но не дата", en: "The act is cited by its number without a date")
  fileprivate static let noNumber = Text(
    ru: "У акта названа дата, но не номер", en: "The act is cited by its date without a number")
}
