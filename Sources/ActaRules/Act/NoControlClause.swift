import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Nobody is to see that the order is carried out.
  static let noControlClause = Rule(
    "act/no-control-clause", .warning,
    summary: Text(
      ru: "Нет пункта о контроле за исполнением", en: "No point says who controls the execution"),
    reason: Text(
      ru: "Без него неясно, кто спросит за исполнение и кто снимет акт с контроля.",
      en: "Without it nobody is to ask whether the act was carried out."),
    norm: Text(
      ru: "Распорядительный документ называет того, кто контролирует исполнение "
        + "(Правила делопроизводства, приказ Росархива 22.05.2019 № 71).",
      en: "An order names who controls its execution (Rosarkhiv's order of 22.05.2019 No. 71)."),
    examples: [
      .accepts(
        Sample.order(
          text:
            "1. Отделу кадров разместить приказ.\n\n2. Контроль за исполнением оставляю за собой.",
          [])),
      .accepts(Sample.order(text: "1. Признать утратившим силу приказ от 01.02.2023 № 4.", [])),
      .rejects(
        Sample.order(text: "1. Утвердить штат.\n\n⟦2.⟧ Отделу кадров разместить приказ.", [])),
    ],
    .act { read, report in
      guard let order = read.order, order.document.family == .order, !order.isAmending,
        order.document.kind != .decision
      else { return }
      let points = report.points
      guard !points.contains(where: { $0.kind == .control || $0.speaksOfControl }),
        points.contains(where: { $0.kind == .assignment || $0.kind == .task })
          || !read.act.appendices.isEmpty
      else { return }
      let numbered = points.filter { $0.provision.number?.style == .dotted }
      let coordination = points.first {
        $0.passage.text.utf8.count < 2000 && FoldedBytes($0.passage.text).hasPrefix("координаци")
      }
      report(
        order.path, at: (coordination ?? numbered.last)?.span,
        coordination == nil ? .noControl : .coordinationAlone,
        level: coordination == nil && order.document.kind == .order ? nil : .note)
    })
}

extension OrderPoint {
  fileprivate var speaksOfControl: Bool {
    for index in 0..<text.count where text[index].has(stem: "контрол") {
      for next in index + 1..<index + 8
      where text[next].has(stem: "исполнени") || text[next].has(stem: "выполнени")
        || text[next].has(stem: "реализаци") || text[next].has(stem: "настоящ")
      {
        return true
      }
    }
    return false
  }
}

extension Text {
  fileprivate static let noControl = Text(
    ru: "Нет пункта о контроле: «Контроль за исполнением … возложить на …»",
    en: "No point says who controls the execution")

  fileprivate static let coordinationAlone = Text(
    ru: "Координация возложена, а контроль за исполнением – нет",
    en: "Coordination is given to somebody, control of the execution to nobody")
}
