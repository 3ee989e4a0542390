import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// An appendix says of its act what the act does not say.
  static let stampMismatch = Rule(
    "reference/stamp-mismatch", .error,
    summary: Text(
      ru: "Гриф или заголовок приложения расходится с приказом: дата, номер, вид, род",
      en: "An appendix's stamp or head differs from the order: date, number, kind, gender"),
    reason: Text(
      ru: "По грифу приложение находят и доказывают, что оно утверждено: ошибка делает его чужим.",
      en: "By its stamp an appendix is found and proved to be approved."),
    norm: Text(
      ru: "ГОСТ Р 7.0.97-2016, реквизиты 16 и 19: номер и дата совпадают с актом посимвольно, "
        + "УТВЕРЖДЕН(А, О, Ы) согласуется с видом документа.",
      en: "ГОСТ Р 7.0.97-2016, requisites 16 and 19: number and date are the act's to the letter, "
        + "the participle agrees with the document's kind."),
    examples: [
      .accepts(
        sample("УТВЕРЖДЕН приказом Министерства от 1 февраля 2024 г. № 5")),
      .accepts(sample("Приложение к приказу Министерства от 01.02.2024 № 5")),
      .rejects(sample("УТВЕРЖДЕН приказом Министерства от ⟦2 февраля 2024 г.⟧ № 5")),
      .rejects(sample("УТВЕРЖДЕН приказом Министерства от 01.02.2024 № ⟦5-п⟧")),
      .rejects(sample("⟦УТВЕРЖДЕНО⟧ приказом Министерства от 01.02.2024 № 5")),
    ],
    .act { read, report in
      let complete = read.act.order.requisites.appendices.count == read.act.appendices.count
      for (index, document) in read.documents.enumerated() where index > 0 {
        let appendix = read.act.appendices[index - 1]
        for (place, passage) in document.passages.enumerated() {
          guard case .provision(let provision) = passage.place, provision.role == .stamp,
            document.texts.indices.contains(place)
          else { continue }
          var stamp = Stamp(
            document: document, passage: passage, text: document.texts[place], order: read.act.order
          )
          stamp.checkParticiple(&report)
          if complete { stamp.checkAppendixNumber(appendix.number, &report) }
          stamp.checkCitations(&report)
        }
      }
    })

  private static func sample(_ stamp: String) -> String {
    Sample.order(
      text: "1. Утвердить Порядок отбора согласно приложению.", ["Порядок отбора"],
      bodies: ["\(stamp)\n\n1. Первый."])
  }
}

/// One stamp of an appendix beside the order.
private struct Stamp {
  let document: ReadDocument
  let passage: Passage
  let text: TokenizedText
  let order: Document

  mutating func checkParticiple(_ report: inout Report) {
    guard let index = (0..<min(text.count, 40)).first(where: { text[$0].has(stem: "утвержд") })
    else { return }
    let word = text[index]
    let forms: [(StaticString, String)] = [
      ("утвержден", "УТВЕРЖДЕН"), ("утверждена", "УТВЕРЖДЕНА"), ("утверждено", "УТВЕРЖДЕНО"),
      ("утверждены", "УТВЕРЖДЕНЫ"),
    ]
    guard let seen = forms.first(where: { word.is($0.0) })?.1 else { return }
    let title = document.document.requisites.title?.value
    let expected = approvalParticiple(title: title, kind: document.document.kind)
    guard seen != expected else { return }
    let written = text.text(word.span)
    let wanted = written.uppercased() == written ? expected : expected.capitalizedRussian
    let span = passage.place(of: word.span)
    report(
      document.path, at: span, .participle(written, wanted),
      fix: span.map {
        Fix(
          .agree, .unsafe, [Fix.Edit(file: document.path, at: $0, with: wanted)])
      })
  }

  /// «Приложение № 2» beside the appendix's place in the order.
  mutating func checkAppendixNumber(_ number: Int?, _ report: inout Report) {
    guard text[0].is("приложение") else { return }
    let sign = text[1].kind == .numberSign ? 2 : 1
    guard text[sign].isNumber, let value = text[sign].value, belongsToOrder else { return }
    guard let number else {
      guard value != 1 else { return }
      report(
        document.path, at: passage.place(of: text[sign].span), .onlyAppendix(value),
        places: orderPlaces)
      return
    }
    guard value != number else { return }
    report(
      document.path, at: passage.place(of: text[sign].span), .appendixNumber(value, number),
      places: orderPlaces)
  }

  mutating func checkCitations(_ report: inout Report) {
    guard belongsToOrder else { return }
    let requisites = order.requisites
    for reference in passage.references {
      guard let citation = reference.value.citation else { continue }
      if let form = order.kind?.citationForm, citation.form != form {
        report(
          document.path, at: passage.place(of: reference.span),
          .kind(citation.form.rawValue, order.kind?.ru ?? ""), places: orderPlaces)
        continue
      }
      if let date = citation.date, let own = requisites.date?.value.value, date != own {
        report(
          document.path, at: passage.place(of: dateSpan(reference.span) ?? reference.span),
          .date(date.dotted, own.dotted),
          places: [Place(file: order.path, at: requisites.date?.span, .inOrder)])
      }
      if let number = citation.number, let own = requisites.number?.value, number != own {
        report(
          document.path, at: passage.place(of: numberSpan(number, reference.span)),
          .number(number, own),
          places: [Place(file: order.path, at: requisites.number?.span, .inOrder)])
      }
    }
  }

  private var orderPlaces: [Place] {
    [
      Place(
        file: order.path, at: order.requisites.number?.span ?? order.requisites.kind?.span, .inOrder
      )
    ]
  }

  /// «Приложение № 1 к Порядку …» belongs to another appendix.
  private var belongsToOrder: Bool {
    for index in 0..<min(text.count, 12) where text[index].is("к") {
      let noun = text[index + 1].has(stem: "настоящ") ? text[index + 2] : text[index + 1]
      return noun.has(stem: "приказ") || noun.has(stem: "распоряжени")
        || noun.has(stem: "постановлени") || noun.has(stem: "решени") || noun.has(stem: "указ")
        || noun.has(stem: "совместн")
    }
    return true
  }

  /// The words between «от» and the number sign.
  private func dateSpan(_ span: Span) -> Span? {
    let range = text.index(atOrAfter: span.start)..<text.index(atOrAfter: span.end)
    for index in range.reversed() where text[index].is("от") {
      let end = range.first { $0 > index && text[$0].kind == .numberSign } ?? range.upperBound
      return end > index + 1 ? text.span(index + 1..<end) : nil
    }
    return nil
  }

  private func numberSpan(_ number: String, _ span: Span) -> Span {
    let bytes = Array(number.utf8)
    let low = max(0, span.start)
    let high = min(span.end, text.bytes.count)
    guard !bytes.isEmpty, low < high else { return span }
    let part = text.bytes[low..<high]
    var start = part.endIndex - bytes.count
    while start >= part.startIndex {
      if part[start..<start + bytes.count].elementsEqual(bytes) {
        return Span(start, start + bytes.count)
      }
      start -= 1
    }
    return span
  }
}

extension String {
  /// The first letter as it is, the others small.
  fileprivate var capitalizedRussian: String {
    prefix(1) + dropFirst().lowercased()
  }
}

extension Text {
  fileprivate static func participle(_ seen: String, _ expected: String) -> Text {
    Text(
      ru: "«\(seen)» не согласуется с видом документа: здесь «\(expected)»",
      en: "«\(seen)» does not agree with the kind of document: it takes «\(expected)»")
  }

  fileprivate static func appendixNumber(_ seen: Int, _ expected: Int) -> Text {
    Text(
      ru: "Приложение названо № \(seen), а в приказе оно стоит под № \(expected)",
      en: "The appendix calls itself No. \(seen); in the order it is No. \(expected)")
  }

  fileprivate static func onlyAppendix(_ seen: Int) -> Text {
    Text(
      ru: "Приложение названо № \(seen), а у акта оно одно",
      en: "The appendix calls itself No. \(seen); the act has only one")
  }

  fileprivate static func kind(_ seen: String, _ expected: String) -> Text {
    Text(
      ru: "В грифе – \(seen), а утверждающий акт – \(expected)",
      en: "The stamp says «\(seen)», the approving act is «\(expected)»")
  }

  fileprivate static func date(_ seen: String, _ expected: String) -> Text {
    Text(
      ru: "В грифе дата \(seen), а у акта – \(expected)",
      en: "The stamp's date is \(seen), the act's is \(expected)")
  }

  fileprivate static func number(_ seen: String, _ expected: String) -> Text {
    Text(
      ru: "В грифе номер «\(seen)», а у акта – «\(expected)»",
      en: "The stamp's number is «\(seen)», the act's is «\(expected)»")
  }

  fileprivate static let inOrder = Text(ru: "реквизит акта", en: "the act's own")
  fileprivate static let agree = Text(
    ru: "Согласовать с видом документа", en: "Make it agree with the kind of document")
}
