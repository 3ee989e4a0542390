import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// One body is called by names that differ in words.
  static let bodyMismatch = Rule(
    "roster/body-mismatch", .warning,
    summary: Text(
      ru: "Один орган назван по-разному в приказе, положении, составе или плане",
      en: "One body is called differently in order, regulation, roster or roadmap"),
    reason: Text(
      ru:
        "Два полных имени читаются как два органа: положение может оказаться не о том, что создал "
        + "приказ.",
      en: "Two full names read as two bodies: the regulation may be about another than the order "
        + "makes."),
    norm: Text(
      ru: "Единство терминов внутри акта; сокращённое имя расхождением не считается.",
      en: "One term for one thing within an act; a shorter form of the name is no difference."),
    examples: [
      .accepts(
        bodyExample(
          order: "2. Утвердить Положение о комиссии по отбору проектов и состав комиссии.",
          regulation: "1. Комиссия по отбору проектов (далее – Комиссия) отбирает проекты.",
          roster: "- Соколов Илья Петрович – министр, председатель комиссии.")),
      .rejects(
        bodyExample(
          order: "2. Министерству помогать комиссии.",
          regulation:
            "1. Положение устанавливает порядок работы ⟦комиссии по отбору инициатив⟧ (далее – Комиссия).",
          roster: "- Соколов Илья Петрович – министр, председатель комиссии.")),
    ],
    .body { body, report in
      guard let reference = reference(body) else { return }
      var seen: [BodyName] = []
      let candidates = candidates(body)
      for (document, name, isSurely) in candidates where seen.count < 8 {
        if document.path == reference.document.path, name.span == reference.name.span { continue }
        guard isOther(name, reference.name, isSurely: isSurely) else { continue }
        // One form is told once, with its other places.
        let isKnown = seen.contains {
          $0.hasSameNoun(as: name) && !$0.differsInPurpose(from: name)
        }
        if isKnown { continue }
        seen.append(name)
        let alike = candidates.filter { other in
          other.name.hasSameNoun(as: name) && !other.name.differsInPurpose(from: name)
            && isOther(other.name, reference.name, isSurely: other.isSurely)
            && !(other.document.path == document.path && other.name.span == name.span)
        }
        report(
          document.path, at: name.span, .calledOtherwise(name, reference.name),
          places: [
            Place(file: reference.document.path, at: reference.name.span, .calledSoHere)
          ]
            + alike.prefix(20).map {
              Place(file: $0.document.path, at: $0.name.span, .calledLikeThat)
            }, help: .oneName)
      }
    })

  private typealias Candidate = (document: ReadDocument, name: BodyName, isSurely: Bool)

  /// The name by which the order makes the body, else that of the regulation's title, else of the roster's.
  private static func reference(_ body: ReadBody) -> (document: ReadDocument, name: BodyName)? {
    for act in body.acts {
      guard let order = act.order else { continue }
      let own = order.bodyWords.names.first { name in
        name.isFounding && !name.purpose.isEmpty && body.names.contains { $0.mayBe(name) }
      }
      if let own { return (order, own) }
    }
    for document in body.regulations + body.rosters {
      if let name = document.titleNames.first, !name.purpose.isEmpty { return (document, name) }
    }
    return nil
  }

  /// Names that are, or may be, of this body; surely so in a title and where the abbreviation is opened.
  private static func candidates(_ body: ReadBody) -> [Candidate] {
    var found: [Candidate] = []
    for document in body.regulations + body.rosters {
      found += document.titleNames.filter { !$0.purpose.isEmpty }.map { (document, $0, true) }
    }
    var seen: Set<String> = []
    for document in body.regulations + body.acts.flatMap(\.documents)
    where seen.insert(document.path).inserted {
      let isOwn = body.regulations.contains { $0.path == document.path }
      let short = FoldedBytes(body.name)
      let openings = document.document.definitions.filter {
        $0.form == .abbreviation && FoldedBytes($0.term) == short
      }.prefix(16)
      for name in document.bodyWords.names where !name.purpose.isEmpty {
        let opens = openings.contains {
          $0.span.start >= name.span.end && $0.span.start - name.span.end < 260
        }
        found.append((document, name, opens && (isOwn || name.isFounding)))
      }
    }
    return found
  }

  private static func isOther(_ name: BodyName, _ reference: BodyName, isSurely: Bool) -> Bool {
    if name.hasSameHead(as: reference) {
      guard name.differsInPurpose(from: reference) else { return false }
      let shared = name.sharedPurpose(with: reference)
      let least = min(name.purpose.count, reference.purpose.count)
      // A bare noun («комиссия по …») names many bodies.
      let isGeneral = name.adjectives.isEmpty
      return isSurely && shared > 0 || shared * 2 >= least && shared >= (isGeneral ? 2 : 1)
    }
    // Another noun, but made or titled for the same purpose.
    guard isSurely, !name.hasSameNoun(as: reference) else { return false }
    return name.sharedPurpose(with: reference) >= 2 && !name.differsInPurpose(from: reference)
  }
}

extension Text {
  fileprivate static func calledOtherwise(_ name: BodyName, _ reference: BodyName) -> Text {
    let (here, there) = (shortened(name.text), shortened(reference.text))
    return Text(
      ru: "Орган назван «\(here)», а в другом месте «\(there)»",
      en: "The body is «\(here)» here and «\(there)» elsewhere")
  }

  private static func shortened(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count > 24
      ? words.prefix(24).joined(separator: " ") + " …" : words.joined(separator: " ")
  }

  fileprivate static let calledSoHere = Text(ru: "назван здесь", en: "named here")
  fileprivate static let calledLikeThat = Text(
    ru: "и здесь другими словами", en: "here in other words too")
  fileprivate static let oneName = Text(
    ru: "Называйте орган одними словами, как его назвал приказ",
    en: "Use one name throughout, as in the order that makes the body")
}
