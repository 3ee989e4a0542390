import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// One short name is opened for two different full ones.
  static let duplicateDefinition = Rule(
    "definition/duplicate", .warning,
    summary: Text(
      ru: "Одно сокращение введено дважды или для разных полных имён",
      en: "One short name is introduced twice, or for different full names"),
    reason: Text(
      ru: "Неясно, о каком из двух органов или документов идёт речь дальше.",
      en: "It is not clear which of the two bodies or documents is meant further on."),
    norm: Text(
      ru: "Сокращение вводится один раз, при первом употреблении; отдельно утверждаемое приложение "
        + "вправе ввести его заново – для того же имени.",
      en: "A short name is introduced once, where it is first used; an appendix may introduce it "
        + "anew – for the same name."),
    examples: [
      .accepts(
        Sample.order(
          text: "1. Образовать комиссию по отбору (далее – Комиссия).\n\n"
            + "2. Утвердить Положение о Комиссии согласно приложению.",
          ["Положение о комиссии по отбору"],
          bodies: ["1. Комиссия по отбору (далее – Комиссия) рассматривает заявки."])),
      .rejects(
        Sample.order(
          text: "1. Образовать комиссию по отбору (далее – Комиссия).\n\n"
            + "2. Утвердить Положение о Комиссии согласно приложению.",
          ["Положение о комиссии по отбору"],
          bodies: ["1. ⟦Комиссия по отбору проектов (далее – Комиссия⟧) рассматривает заявки."])),
      .rejects(
        Sample.text(
          "1. Управление культуры (далее – Управление) ведёт реестр.\n\n"
            + "2. ⟦Управление финансов (далее – Управление⟧) проверяет его.\n")),
    ],
    .act { read, report in
      let names = NameOpener(report.settings)
      var groups: [[Letters]: [Int]] = [:]
      var order: [[Letters]] = []
      for (index, term) in read.terms.enumerated() where term.definition.form == .abbreviation {
        if groups[term.stems] == nil { order.append(term.stems) }
        groups[term.stems, default: []].append(index)
      }
      for stems in order {
        let group = (groups[stems] ?? []).prefix(64).map { read.terms[$0] }
        guard group.count > 1, let first = group.first else { continue }
        let opened = group.map { names.stems(of: $0, in: read) }
        var different: [DefinedTerm] = []
        for (index, term) in group.enumerated().dropFirst() {
          let earlier = group[..<index]
          if zip(earlier, opened).contains(where: { NameOpener.differ($0.1, opened[index]) }) {
            different.append(term)
          } else if let same = earlier.first(where: { $0.document == term.document }) {
            report(
              read.documents[term.document].path, at: term.definition.span,
              .again(term.definition.term), level: .note,
              places: [read.place(of: same, .first)])
          }
        }
        guard let second = different.first else {
          reportShortened(group, opened, in: read, &report)
          continue
        }
        let isOneDocument = different.contains { $0.document == first.document }
        report(
          read.documents[second.document].path, at: read.wholeSpan(of: second),
          .different(second.definition.term), level: isOneDocument ? .error : nil,
          places: ([first] + different.dropFirst()).map { read.place(of: $0, .otherName) })
      }
    })

  /// One full name is the beginning of the other: perhaps the same body, though not by the same name.
  private static func reportShortened(
    _ group: [DefinedTerm], _ opened: [[Letters]], in read: ReadAct, _ report: inout Report
  ) {
    guard let first = group.first, let name = opened.first, name.count > first.stems.count else {
      return
    }
    for (term, other) in zip(group, opened).dropFirst()
    where other != name && other.count > term.stems.count {
      report(
        read.documents[term.document].path, at: read.wholeSpan(of: term),
        .different(term.definition.term), level: .note,
        places: [read.place(of: first, .otherName)])
      return
    }
  }
}

/// Full names as they are compared: abbreviations of bodies opened, endings and quotes gone.
struct NameOpener {
  private var pairs: [(short: [Letters], long: [Letters])]

  init(_ settings: Settings) {
    pairs = settings.bodies.compactMap { body in
      body.short.map { (ActaLanguage.stems(of: $0), ActaLanguage.stems(of: body.name.value)) }
    }.filter { !$0.0.isEmpty && $0.0 != $0.1 }
    pairs.append((["рф"], ActaLanguage.stems(of: "Российской Федерации")))
  }

  func opened(_ stems: [Letters]) -> [Letters] {
    var out: [Letters] = []
    var index = 0
    while index < stems.count {
      if let pair = pairs.first(where: { stems[index...].starts(with: $0.short) }) {
        out += pair.long
        index += pair.short.count
      } else {
        if !stems[index].isFunctionWord { out.append(stems[index]) }
        index += 1
      }
    }
    return out
  }

  /// The stems of what a term stands for; empty where that cannot be told.
  func stems(of term: DefinedTerm, in read: ReadAct) -> [Letters] {
    guard let span = term.fullName, read.documents.indices.contains(term.document),
      read.documents[term.document].texts.indices.contains(term.passage)
    else { return [] }
    let text = read.documents[term.document].texts[term.passage]
    return opened(text.stems(text.index(atOrAfter: span.start)..<text.index(atOrAfter: span.end)))
  }

  /// Whether two names cannot be of one thing: neither is known to be a shorter form of the other.
  static func differ(_ left: [Letters], _ right: [Letters]) -> Bool {
    !left.isEmpty && !right.isEmpty && !left.starts(with: right) && !right.starts(with: left)
  }
}

extension ReadAct {
  /// Where a term is opened.
  func place(of term: DefinedTerm, _ label: Text) -> Place {
    Place(file: documents[term.document].path, at: wholeSpan(of: term), label)
  }

  /// The full name with the formula, or the term alone.
  func wholeSpan(of term: DefinedTerm) -> Span? {
    guard let name = term.fullName,
      documents[term.document].passages.indices.contains(term.passage)
    else { return term.definition.span }
    return documents[term.document].passages[term.passage].place(
      of: Span(name.start, max(name.start, term.span.end)))
  }
}

extension Text {
  fileprivate static func different(_ term: String) -> Text {
    Text(
      ru: "«\(term)» введено для разных полных имён: приведите их к одному",
      en: "«\(term)» stands for different full names: make them one")
  }

  fileprivate static func again(_ term: String) -> Text {
    Text(
      ru: "«\(term)» в этом документе уже введено", en: "«\(term)» is already introduced here")
  }

  fileprivate static let first = Text(ru: "введено здесь", en: "introduced here")
  fileprivate static let otherName = Text(ru: "другое полное имя", en: "another full name")
}
