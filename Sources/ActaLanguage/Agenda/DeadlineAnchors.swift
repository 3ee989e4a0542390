import ActaDiagnostics
import ActaModel

/// The days of an act that its terms count from.
struct DeadlineAnchors {
  /// The day of signing.
  let signed: CalendarDate?
  /// The day from which the act is in force, where its words tell it.
  let effective: CalendarDate?
  let calendar: WorkCalendar

  init(_ act: ReadAct) {
    signed = act.act.order.requisites.date?.value.value
    calendar = act.calendar
    effective = Self.effective(act, signed: signed)
  }

  init(calendar: WorkCalendar) {
    (signed, effective) = (nil, nil)
    self.calendar = calendar
  }

  /// The day from which the act binds, for series.
  var start: CalendarDate? { effective ?? signed }

  /// The day on which a term ends, or why none can be told.
  func day(of term: RelativeTerm) -> DeadlineEntry.Due {
    let anchor: CalendarDate?
    switch term.anchor {
    case .signing, .adoption: anchor = signed
    case .entryIntoForce: anchor = effective
    case .publication, .event, .unspecified: anchor = nil
    }
    guard let anchor else { return .notReckoned(.unknownAnchor(term.anchor)) }
    let length = Term(term.amount, term.unit.ofTerm)
    let answer =
      term.direction == .after
      ? calendar.end(of: length, from: anchor) : calendar.start(of: length, before: anchor)
    switch answer {
    case .known(let day): return term.isEarliest ? .start(day) : .day(day)
    case .unknownYear(let year): return .notReckoned(.unknownYear(year))
    }
  }

  /// The date that front matter or the act's last points state; the day of signing where they name that.
  private static func effective(_ act: ReadAct, signed: CalendarDate?) -> CalendarDate? {
    if let stated = act.act.order.requisites.effective {
      return day(in: TokenizedText(stated.value), from: 0, signed: signed)
    }
    for passage in act.order?.passages ?? [] where passage.isNorm {
      let text = TokenizedText(passage.text)
      guard let index = text.entryIntoForce else { continue }
      return day(in: text, from: index, signed: signed)
    }
    return nil
  }

  private static func day(
    in text: TokenizedText, from start: Int, signed: CalendarDate?
  ) -> CalendarDate? {
    for index in start..<max(start, min(text.count, start + 30)) {
      let token = text[index]
      // «по истечении 10 дней после дня официального опубликования»: nobody knows that day here.
      if token.has(stem: "опубликован") || token.has(stem: "истечен")
        || token.has(stem: "регистрац")
      {
        return nil
      }
      if token.has(stem: "подписан") || token.has(stem: "принят") || token.has(stem: "издан") {
        return signed
      }
      if let date = text.writtenDate(at: index)?.value.date { return date }
    }
    return nil
  }
}

extension TokenizedText {
  /// The index behind «вступает в силу».
  var entryIntoForce: Int? {
    (0..<count).first { index in
      let verb = self[index]
      return verb.has(stem: "вступ") && (verb.is("вступает") || verb.is("вступают"))
        && self[index + 1].is("в") && self[index + 2].is("силу")
    }.map { $0 + 3 }
  }
}

extension RelativeTerm.Unit {
  fileprivate var ofTerm: Term.Unit {
    switch self {
    case .hour: .hour
    case .calendarDay: .calendarDay
    case .workingDay: .workingDay
    case .week: .week
    case .month: .month
    case .year: .year
    }
  }
}

extension Text {
  fileprivate static func unknownAnchor(_ anchor: RelativeTerm.Anchor) -> Text {
    switch anchor {
    case .entryIntoForce:
      Text(
        ru: "день вступления акта в силу не известен",
        en: "the day on which the act comes into force is not known")
    case .signing, .adoption:
      Text(ru: "у акта нет даты", en: "the act has no date")
    case .publication:
      Text(ru: "день опубликования не известен", en: "the day of publication is not known")
    case .event(let words):
      Text(ru: "считается от события: \(words)", en: "counts from an event: \(words)")
    case .unspecified:
      Text(ru: "не сказано, с какого дня", en: "it is not said from which day")
    }
  }

  static func unknownYear(_ year: Int) -> Text {
    Text(
      ru: "рабочие дни \(year) года не известны", en: "the working days of \(year) are not known")
  }
}
