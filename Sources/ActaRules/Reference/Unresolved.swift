import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A reference leads to a unit that is not there.
  static let unresolved = Rule(
    "reference/unresolved", .error,
    summary: Text(
      ru: "Ссылка на пункт, подпункт, раздел или абзац, которого нет",
      en: "A reference to a point, section or paragraph that does not exist"),
    reason: Text(
      ru: "Норма отсылает в пустоту: пункт удалён, перенумерован или номер написан с ошибкой.",
      en: "The norm leads nowhere: the point was deleted, renumbered or is misspelt."),
    norm: Text(
      ru: "Ссылка строится от меньшего к большему и ведёт к существующей единице акта "
        + "(Методические рекомендации ГД 18.11.2003 № вн2-18/490).",
      en: "A reference goes from the smaller unit to the larger and leads to one that exists "
        + "(State Duma's recommendations of 18.11.2003 No. вн2-18/490)."),
    examples: [
      .accepts(
        Sample.text("1. Первый.\n\n2. Заявка по пункту 1 настоящего Порядка рассматривается.\n")),
      .accepts(
        Sample.text(
          "1. Виды:\n\nа) одно;\n\nб) другое.\n\n2. Указанное в подпункте «б» пункта 1 хранится.\n")
      ),
      .rejects(
        Sample.text("1. Первый.\n\n2. Заявка по ⟦пункту 7 настоящего Порядка⟧ рассматривается.\n")),
      .rejects(
        Sample.text(
          "1. Виды:\n\nа) одно;\n\nб) другое.\n\n2. Указанное в ⟦подпункте «д» пункта 1⟧ хранится.\n"
        )),
    ],
    .act { read, report in
      for (index, document) in read.documents.enumerated() {
        var told: Set<Span> = []
        for reference in document.resolved {
          guard case .missing(let target, let element) = reference.goal,
            document.passages.indices.contains(reference.passage),
            read.documents.indices.contains(target)
          else { continue }
          let passage = document.passages[reference.passage]
          guard let place = passage.place(of: reference.span), told.insert(place).inserted else {
            continue
          }
          // A bare «пункт 3» behind the name of another document may be that document's.
          let isBare = !reference.isExplicit && target == index
          if isBare, passage.namesDocument(before: reference.span.start) { continue }
          report(
            document.path, at: place,
            .unresolved(element, in: read.documents[target].shortTitle),
            level: isBare ? .warning : nil)
        }
      }
    })
}

extension Passage {
  /// Whether the text names an act or a document in front of an offset: what follows may speak of it.
  fileprivate func namesDocument(before offset: Int) -> Bool {
    references.prefix(200).contains { reference in
      guard reference.span.end <= offset else { return false }
      return switch reference.value.target {
      case .this: false
      case .named, .act, .approved: true
      }
    }
  }
}

extension ReadDocument {
  /// What messages call the document.
  var shortTitle: String {
    guard let title = document.requisites.title?.value else { return path }
    let words = title.split(separator: " ")
    return words.count > 6 ? words.prefix(6).joined(separator: " ") + " …" : title
  }
}

extension PathElement.Level {
  /// The unit's name, and its genitive.
  var ru: (name: String, genitive: String) {
    switch self {
    case .appendix: ("приложение", "приложения")
    case .section: ("раздел", "раздела")
    case .chapter: ("глава", "главы")
    case .article: ("статья", "статьи")
    case .part: ("часть", "части")
    case .point: ("пункт", "пункта")
    case .subpoint: ("подпункт", "подпункта")
    case .paragraph: ("абзац", "абзаца")
    case .line: ("строка", "строки")
    }
  }
}

extension Text {
  fileprivate static func unresolved(_ element: PathElement, in title: String) -> Text {
    let number = element.text ?? ""
    return Text(
      ru: "Нет такой единицы: \(element.level.ru.name) \(number) – «\(title)»",
      en: "No such unit: \(element.level.rawValue) \(number) of «\(title)»")
  }
}
