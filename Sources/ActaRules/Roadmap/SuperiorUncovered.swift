import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A duty that the superior roadmap lays on every body has no row here.
  static let superiorUncovered = Rule(
    "roadmap/superior-uncovered", .warning,
    summary: Text(
      ru: "Мероприятия вышестоящего плана не отражены в этом",
      en: "Rows of the superior roadmap are not reflected in this one"),
    reason: Text(
      ru: "Что не вошло в свой план, не будет сделано, хотя вышестоящий обязал.",
      en: "What is not in the body's own roadmap will not be done, though it is bound to."),
    norm: Text(
      ru: "План органа составляется во исполнение вышестоящего и отражает всё, что тот возлагает "
        + "на каждый орган.",
      en:
        "A body's roadmap carries out the superior one and reflects all that it lays on each body."),
    examples: [
      .accepts(Self.plans("29.03.2024", "28.02.2024", "- Исполняет: 1\n")),
      .rejects(
        Self.plans("29.03.2024", "28.02.2024", "").replacing(
          "исполняет: ../a/plan.md", with: "исполняет: ⟦../a/plan.md⟧"
        ).replacing(
          "\n//- b/order.md",
          with:
            "\n### 2. Проведение во всех органах власти опроса посетителей о часах приёма\n- Срок: 29.03.2024\n- Ответственный: органы исполнительной власти\n\n//- b/order.md"
        )),
    ],
    .surroundings { _, report in
      for pair in report.subordinations {
        guard let mark = pair.document.document.requisites.implements?.span else { continue }
        let covered = Set(pair.links.flatMap { $0.filter { $0.certainty > .likely }.map(\.row) })
        let open = pair.plan.rows.indices.prefix(Subordination.most).filter {
          !covered.contains($0) && pair.binds($0)
        }
        guard let first = open.first else { continue }
        let names = open.map { pair.plan.rows[$0].name }
        report(
          pair.document.path, at: mark, .uncovered(names, of: pair.plan.rows[first]),
          places: open.map { index in
            let row = pair.plan.rows[index]
            return Place(
              file: pair.superior.path, at: row.activity?.span ?? row.mark,
              Text(ru: "не отражено: \(row.name)", en: "not reflected: \(row.name)"))
          }, help: .reflect)
      }
    })
}

extension Text {
  fileprivate static func uncovered(_ names: [String], of first: ReadMilestone) -> Text {
    let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    return Text(
      ru: "Обязательное для каждого органа в вышестоящем плане не отражено: \(list)",
      en: "What the superior roadmap lays on every body is not reflected: \(list)")
  }

  fileprivate static let reflect = Text(
    ru: "добавьте мероприятия или укажите в своих строках «Исполняет: номер»",
    en: "add rows, or state «Исполняет: number» in those that carry them out")
}
