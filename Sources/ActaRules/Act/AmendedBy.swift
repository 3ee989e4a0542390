import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Editorial notes and the list of amending acts do not agree.
  static let amendedBy = Rule(
    "act/amended-by", .error,
    summary: Text(
      ru: "Отметки редакции расходятся со списком изменивших актов",
      en: "Editorial notes differ from the list of amending acts"),
    reason: Text(
      ru: "По списку узнают, какая редакция перед читателем; пропуск выдаёт старую за новую.",
      en: "The list tells which edition one reads; a gap passes off an old one as new."),
    norm: Text(
      ru: "Каждая отметка «(в ред. …)» – из списка изменяющих документов; изменяющий акт не может "
        + "быть старше изменённого.",
      en: "Every note «(в ред. …)» is in the list of amending acts; none is older than the act."),
    examples: [
      .accepts(
        sample("от 10.03.2024 № 7", "(п. 1 в ред. приказа Министерства от 10.03.2024 № 7)")),
      .rejects(
        sample("от 10.03.2024 № 7", "(п. 1 в ред. ⟦приказа Министерства от 12.03.2024 № 8⟧)")),
      .rejects(
        sample("от 10.03.2024 № 7", "(п. 1 в ред. приказа Министерства от 10.03.2024 № 7)")
          .replacing("дата: 10.03.2024", with: "дата: ⟦10.01.2024⟧")
          .replacing("10.03.2024 № 7", with: "10.01.2024 № 7")),
    ],
    .act { read, report in
      let requisites = read.act.order.requisites
      let listed = requisites.amendedBy
      let order = read.act.order.path
      let date = requisites.date?.value.value
      for act in listed {
        guard let date, let own = act.date?.value.value, own < date else { continue }
        report(
          order, at: act.date?.span, .older(own.dotted, date.dotted),
          places: [Place(file: order, at: requisites.date?.span, .actDate)])
      }
      if requisites.status?.value == .inForce, let first = listed.first {
        report(
          order, at: requisites.status?.span, .status, level: .warning,
          places: [Place(file: order, at: first.span, .listed)])
      }
      var told: Set<String> = []
      var unlisted: [(file: String, span: Span?, name: String)] = []
      for document in read.documents {
        for passage in document.passages {
          guard case .provision(let provision) = passage.place, provision.role == .editorial else {
            continue
          }
          for reference in passage.references {
            guard let citation = reference.value.citation, let number = citation.number,
              let cited = citation.date, !isOwn(number, cited, requisites)
            else { continue }
            let isListed = listed.contains { act in
              act.number.map { plainNumber($0.value) } == plainNumber(number)
                && (act.date?.value.value).map { $0 == cited } ?? true
            }
            guard !isListed, told.insert("\(plainNumber(number)) \(cited.iso)").inserted else {
              continue
            }
            unlisted.append(
              (
                document.path, passage.place(of: reference.span),
                "\(citation.form.rawValue) от \(cited.dotted) № \(number)"
              ))
          }
        }
      }
      // Where front matter has no list at all, one word on it is enough.
      if listed.isEmpty, let first = unlisted.first {
        report(
          first.file, at: first.span, .noList, level: .note,
          places: unlisted.dropFirst().map { Place(file: $0.file, at: $0.span, .another) })
        return
      }
      for note in unlisted { report(note.file, at: note.span, .unlisted(note.name)) }
    })

  private static func isOwn(
    _ number: String, _ date: CalendarDate, _ requisites: Requisites
  ) -> Bool {
    requisites.number.map { plainNumber($0.value) } == plainNumber(number)
      && requisites.date?.value.value == date
  }

  private static func sample(_ listed: String, _ note: String) -> String {
    Sample.order(
      head: "статус: изменён\nизменён-актами:\n"
        + "  - {вид: приказ, орган: Министерство, дата: 10.03.2024, номер: 7}\n",
      text: "Список изменяющих документов\n\n(в ред. приказа Министерства \(listed))\n\n"
        + "В целях отбора приказываю:\n\n1. Утвердить штат.\n\n\(note)\n", [])
  }
}

extension Text {
  fileprivate static func older(_ seen: String, _ date: String) -> Text {
    Text(
      ru: "Изменяющий акт от \(seen) старше изменённого (\(date))",
      en: "The amending act of \(seen) is older than the act (\(date))")
  }

  fileprivate static func unlisted(_ name: String) -> Text {
    Text(
      ru: "Отметка называет акт, которого нет в «изменён-актами»: \(name)",
      en: "The note names an act that «изменён-актами» does not list: \(name)")
  }

  fileprivate static let status = Text(
    ru: "Статус «действует», а акт изменён: здесь «изменён»",
    en: "The status is «действует», but the act was amended: «изменён»")

  fileprivate static let noList = Text(
    ru: "Текст – в изменённой редакции, а «изменён-актами» не указано",
    en: "The text is an amended edition, and «изменён-актами» is not given")

  fileprivate static let actDate = Text(ru: "дата акта", en: "the act's date")
  fileprivate static let listed = Text(ru: "изменяющий акт", en: "the amending act")
  fileprivate static let another = Text(ru: "и этот акт", en: "this act too")
}
