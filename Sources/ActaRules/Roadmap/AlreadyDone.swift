import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A row prescribes what the act itself, or an older one, has done; or is marked done after the act.
  static let alreadyDone = Rule(
    "roadmap/already-done", .warning,
    summary: Text(
      ru: "Мероприятие уже исполнено этим или более ранним актом",
      en: "A row is done already, by the act itself or by an older one"),
    reason: Text(
      ru:
        "Срок у того, что уже сделано, бессмыслен; отметки о ходе исполнения не место в тексте акта, "
        + "который их не мог знать.",
      en: "What is done needs no deadline; an act cannot tell what came after it."),
    norm: Text(
      ru: "Дата документа-результата не позже срока и не раньше акта, который его требует; "
        + "отметка «исполнено» в тексте акта – не позже даты акта.",
      en: "The document that is the result is dated no later than the deadline and no earlier than "
        + "the act that asks for it; a mark «done» in its text is no later than the act."),
    examples: [
      .accepts(Self.plan("01.03.2024", "29.03.2024", "приказ Министерства об утверждении порядка")),
      // Another act of the same day.
      .accepts(
        Self.plan("01.03.2024", "01.03.2024 (исполнено)", "приказ Министерства от 01.03.2024 № 7")),
      .rejects(Self.plan("01.03.2024", "29.03.2024", "⟦приказ Министерства от 15.02.2024 № 7⟧")),
      .rejects(Self.plan("01.03.2024", "⟦29.03.2024 (исполнено)⟧", "отчёт")),
      .rejects(
        Self.plan("01.03.2024", "⟦29.03.2024⟧", "приказ Министерства «Об отчёте»")),
      .rejects(
        """
        //- order.md
        ---
        вид: приказ
        название: О приёме жалоб
        номер: 1
        дата: 01.03.2024
        орган: Министерство
        приложения: [plan.md]
        ---

        1. Утвердить порядок приёма жалоб на работу школ.
        //- plan.md
        ---
        вид: план мероприятий
        название: План мероприятий
        ---

        | № | Мероприятие | Срок | Ответственный | Результат |
        |---|---|---|---|---|
        | 1 | Утверждён порядок приёма жалоб на работу школ | ⟦29.03.2024⟧ | Министерство | приказ Министерства об утверждении порядка |
        """),
    ],
    .act { act, report in
      guard let issued = act.act.order.requisites.date?.value.value,
        act.documents.contains(where: { $0.roadmap != nil })
      else { return }
      let enacted = act.enactments
      for document in act.documents {
        let rows = document.roadmap?.rows ?? []
        act.tellMarks(rows, in: document.path, issued: issued, &report)
        for row in rows where !row.isDone {
          act.tell(row, in: document.path, issued: issued, enacted, &report)
        }
      }
    })

  private static func plan(_ date: String, _ deadline: String, _ result: String) -> String {
    """
    //- order.md
    ---
    вид: приказ
    название: Об отчёте
    номер: 1
    дата: \(date)
    орган: Министерство
    приложения: [plan.md]
    ---

    1. Утвердить план.
    //- plan.md
    ---
    вид: план мероприятий
    название: План мероприятий
    ---

    | № | Мероприятие | Срок | Ответственный | Результат |
    |---|---|---|---|---|
    | 1 | Составление отчёта | \(deadline) | Министерство | \(result) |
    """
  }
}

/// What a point of an order puts in force or creates by itself.
struct Enactment {
  var action: RoadmapAction
  var span: Span
}

extension ReadAct {
  /// «Утвердить организационную модель …», «Создать рабочую группу …»; points that an amendment inserted are of another
  /// day and left out.
  fileprivate var enactments: [Enactment] {
    guard let order else { return [] }
    var found: [Enactment] = []
    var approves: Int?
    for (index, passage) in order.passages.enumerated() where !passage.isInFootnote {
      guard case .provision(let provision) = passage.place, provision.role == .norm else {
        continue
      }
      if provision.number?.components.contains(where: { !$0.inserted.isEmpty }) == true {
        approves = nil
        continue
      }
      guard index < order.texts.count else { break }
      let text = order.texts[index]
      let verb = text[0]
      let isEnacting =
        verb.is("утвердить") || verb.is("создать") || verb.is("образовать") || verb.is("назначить")
      if isEnacting, text.tokens.last?.kind == .colon {
        approves = index
        continue
      }
      let isItem = approves != nil && passage.parent == approves
      guard isEnacting || isItem, let span = passage.prose.span else { continue }
      let sentence = text.tokens.firstIndex { $0.is("согласно") || $0.is("прилагаемый") }
      let words =
        isItem
        ? "утвердить " + text.text(0..<(sentence ?? text.count))
        : text.text(0..<(sentence ?? text.count))
      found.append(Enactment(action: RoadmapAction(TokenizedText(words)), span: span))
    }
    return found
  }

  fileprivate func tell(
    _ row: ReadMilestone, in file: String, issued: CalendarDate, _ enacted: [Enactment],
    _ report: inout Report
  ) {
    let issue = Place(file: act.order.path, at: act.order.requisites.date?.span, .actDate)
    for result in row.results {
      if let citation = result.citation, let date = citation.value.date, date <= issued {
        let isThis = date == issued && isThis(citation.value)
        guard date < issued || isThis, !row.changesWhatIs else { continue }
        report(
          file, at: citation.span, isThis ? .doneByThis(row) : .doneBefore(row, date, issued),
          places: [Place(file: file, at: row.deadlineMark, .deadlineHere), issue], help: .markDone)
        return
      }
      if let title = result.title, isOwn(title), row.lastDay.map({ $0 > issued }) ?? true {
        report(
          file, at: row.deadlineMark, .doneByThis(row),
          places: [Place(file: file, at: result.text.span, .resultHere), issue], help: .markDone)
        return
      }
    }
    guard row.lastDay.map({ $0 > issued }) ?? false, row.isActOfIssuer(act.order.kind),
      let point = enacted.first(where: { row.isEnacted(by: $0) })
    else { return }
    report(
      file, at: row.deadlineMark, .doneByThis(row),
      places: [Place(file: act.order.path, at: point.span, .enactedHere)], help: .markDone)
  }

  /// Marks of fulfilment in the words of the act that are later than the act.
  fileprivate func tellMarks(
    _ rows: [ReadMilestone], in file: String, issued: CalendarDate, _ report: inout Report
  ) {
    let later = rows.filter { row in
      guard row.deadline.isDone, let day = row.lastDay else { return false }
      return day > issued && !isAmended(by: day)
    }
    guard let first = later.first, let day = first.lastDay else { return }
    report(
      file, at: first.deadlineMark, .markLater(first, day, issued: issued), level: .error,
      places: [Place(file: act.order.path, at: act.order.requisites.date?.span, .actDate)]
        + later.dropFirst().map { row in
          Place(
            file: file, at: row.deadlineMark,
            Text(ru: "и строка \(row.name)", en: "row \(row.name)"))
        }, help: .moveMark)
  }

  private func isThis(_ citation: Citation) -> Bool {
    guard let number = act.order.requisites.number?.value else { return false }
    return citation.number.map { FoldedBytes($0) == FoldedBytes(number) } ?? true
  }

  private func isOwn(_ title: String) -> Bool {
    guard let own = act.order.requisites.title?.value else { return false }
    func words(_ text: String) -> [Letters] {
      TokenizedText(text).tokens.filter(\.isWord).map(\.letters)
    }
    return words(own) == words(title)
  }

  /// Whether an amending act can have known the day.
  private func isAmended(by day: CalendarDate) -> Bool {
    act.order.requisites.amendedBy.contains { ($0.date?.value.value).map { $0 >= day } ?? false }
  }
}

extension ReadMilestone {
  /// «Внесение изменений в …», «Актуализация …»: the older act is what it begins with.
  fileprivate var changesWhatIs: Bool {
    TokenizedText(activity?.value ?? "").tokens.contains {
      $0.has(stem: "изменени") || $0.has(stem: "актуализ") || $0.has(stem: "отмен")
        || $0.has(stem: "переработк") || $0.has(stem: "исполнени")
    }
  }

  /// Whether the result is an act of the kind that the roadmap belongs to.
  fileprivate func isActOfIssuer(_ kind: DocumentKind?) -> Bool {
    results.contains { result in
      switch (result.form, kind) {
      case (.order?, .order?), (.directive?, .directive?), (.resolution?, .resolution?),
        (.decision?, .decision?):
        true
      default: false
      }
    }
  }

  /// Whether a point of the order does what the row is to do.
  fileprivate func isEnacted(by point: Enactment) -> Bool {
    guard
      action.stage == .approval && point.action.stage == .approval
        || action.isCreation && point.action.isCreation
    else { return false }
    let plain = StemWeights([])
    guard action.object.count >= 2, let thing = action.object.opening.first,
      point.action.object.opening.contains(thing)
    else { return false }
    return action.object.likeness(to: point.action.object, by: plain) >= 75
  }
}

extension Text {
  fileprivate static func markLater(
    _ row: ReadMilestone, _ day: CalendarDate, issued: CalendarDate
  ) -> Text {
    Text(
      ru:
        "Мероприятие \(row.name) отмечено исполненным \(day.dotted), а акт издан \(issued.dotted): "
        + "знать этого он не мог",
      en: "Row \(row.name) is marked done on \(day.dotted) in an act of \(issued.dotted), which "
        + "could not know it")
  }

  fileprivate static func doneBefore(
    _ row: ReadMilestone, _ date: CalendarDate, _ issued: CalendarDate
  ) -> Text {
    Text(
      ru: "Мероприятие \(row.name) уже исполнено: его результат издан \(date.dotted), "
        + "до этого акта (\(issued.dotted))",
      en: "Row \(row.name) is done already: its result is of \(date.dotted), before this act "
        + "(\(issued.dotted))")
  }

  fileprivate static func doneByThis(_ row: ReadMilestone) -> Text {
    Text(
      ru: "Мероприятие \(row.name) исполнено самим этим актом, а срок назначен на будущее",
      en: "Row \(row.name) is done by this act itself, and still has a deadline to come")
  }

  fileprivate static let actDate = Text(ru: "дата акта", en: "the act's date")
  fileprivate static let deadlineHere = Text(ru: "срок", en: "the deadline")
  fileprivate static let resultHere = Text(
    ru: "результат – сам этот акт", en: "the result is this act")
  fileprivate static let enactedHere = Text(ru: "исполнено здесь", en: "done here")
  fileprivate static let markDone = Text(
    ru: "уберите мероприятие из плана или отметьте исполненным днём этого документа",
    en: "take the row out, or mark it done on that document's day")
  fileprivate static let moveMark = Text(
    ru: "ход исполнения ведут в поле «Исполнено» или изменяющим актом",
    en: "fulfilment is noted in the field «Исполнено» or by an amending act")
}
