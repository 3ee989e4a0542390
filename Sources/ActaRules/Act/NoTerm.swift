import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A task without a deadline.
  static let noTerm = Rule(
    "act/no-term", .note,
    summary: Text(ru: "Поручение без срока", en: "A task without a deadline"),
    reason: Text(
      ru: "Поручение без срока нельзя поставить на контроль и нельзя просрочить.",
      en: "A task without a deadline can be neither controlled nor overdue."),
    norm: Text(
      ru: "Пункт приказа называет исполнителя, действие и срок "
        + "(Правила делопроизводства, приказ Росархива 22.05.2019 № 71).",
      en: "A point of an order names who is to do what, and by when "
        + "(Rosarkhiv's order of 22.05.2019 No. 71)."),
    examples: [
      .accepts(
        Sample.order(text: "1. Отделу кадров не позднее 1 марта 2024 г. разместить приказ.", [])),
      .accepts(
        Sample.order(
          text:
            "1. Отделу кадров в течение 3 рабочих дней:\n\n1) разместить приказ;\n\n2) довести его.",
          [])),
      .rejects(Sample.order(text: "⟦1. Отделу кадров разместить⟧ приказ.", [])),
    ],
    .act { read, report in
      guard let order = read.order, order.document.family == .order, !order.isAmending else {
        return
      }
      let points = report.points
      let dated = Set(order.passages.indices.filter { !order.passages[$0].deadlines.isEmpty })
      let parents = Set(points.compactMap(\.passage.parent))
      let bare = points.filter { point in
        guard point.kind == .assignment || point.kind == .task, let own = point.passage.provision,
          !dated.contains(own), !parents.contains(own), let verb = point.verb ?? point.inherited
        else { return false }
        // What is to be done always has no deadline: «обеспечивать», «руководствоваться».
        guard !point.isLasting(verb) else { return false }
        var above = point.passage.parent
        var steps = 0
        while let outer = above, steps < 16 {
          if dated.contains(outer) { return false }
          above = order.passages.indices.contains(outer) ? order.passages[outer].parent : nil
          steps += 1
        }
        return true
      }
      guard let first = bare.first else { return }
      report(
        order.path, at: first.opening, .noTerm(bare.count),
        places: bare.dropFirst().map { Place(file: order.path, at: $0.opening, .alsoHere) })
    })
}

extension OrderPoint {
  /// An item below «Отделу:» may have no verb of its own form; then there is nothing to ask of it.
  fileprivate var inherited: Int? { nil }

  /// Whether the verb is imperfective: what lasts.
  fileprivate func isLasting(_ verb: Int) -> Bool {
    let letters = text[verb].letters
    return letters.ends(in: "ивать") || letters.ends(in: "ывать") || letters.ends(in: "авать")
      || letters.ends(in: "ться") || letters.ends(in: "лять") || letters.ends(in: "ять")
      || text[verb].is("вести") || text[verb].is("осуществлять") || text[verb].is("считать")
  }
}

extension Text {
  fileprivate static func noTerm(_ count: Int) -> Text {
    Text(
      ru: count == 1 ? "У поручения нет срока" : "У поручений нет срока: таких \(count)",
      en: count == 1 ? "The task has no deadline" : "\(count) tasks have no deadline")
  }

  fileprivate static let alsoHere = Text(ru: "и здесь срока нет", en: "none here either")
}
