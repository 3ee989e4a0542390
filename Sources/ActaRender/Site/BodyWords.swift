import ActaModel

/// How the rules of a body are told to people.
extension Share {
  /// «не менее половины», «более 2/3».
  var words: String {
    let fraction = numerator == 1 && denominator == 2 ? "половины" : self.fraction
    return (relation == .atLeast ? "не менее " : "более ") + (denominator == 1 ? "всех" : fraction)
  }
}

extension CastingVote {
  var words: String {
    switch self {
    case .chair: "решает голос председателя"
    case .presiding: "решает голос председательствующего"
    case .none: "ничей голос не решает"
    }
  }
}

extension MeetingRule {
  var words: String {
    switch self {
    case .asNeeded: "по мере необходимости"
    case .frequency(let times, let count, let period):
      "не реже " + counted(times, "раза", "раз", "раз") + " в " + period.words(count)
    }
  }
}

extension MeetingRule.Period {
  /// The accusative: «квартал», «2 недели».
  fileprivate func words(_ count: Int) -> String {
    let forms =
      switch self {
      case .week: ("неделю", "недели", "недель")
      case .month: ("месяц", "месяца", "месяцев")
      case .quarter: ("квартал", "квартала", "кварталов")
      case .halfYear: ("полугодие", "полугодия", "полугодий")
      case .year: ("год", "года", "лет")
      }
    return count == 1 ? forms.0 : counted(count, forms.0, forms.1, forms.2)
  }
}

extension NoticeRule {
  var words: String { lead.map { "за \($0.words)" } ?? "срок не назван" }
}

extension MinutesRule {
  var words: String {
    switch self {
    case .drawnUp(let step, let term):
      (step == .composing ? "оформляется" : "подписывается")
        + (term.map { ", срок – \($0.words)" } ?? "")
    case .signed(let signatories):
      "подписывают " + listed(signatories.map(\.words))
    case .sent(let term): "рассылается членам" + (term.map { ", срок – \($0.words)" } ?? "")
    }
  }
}

extension MinutesRule.Signatory {
  fileprivate var words: String {
    switch self {
    case .presiding: "председательствующий"
    case .chair: "председатель"
    case .deputy: "заместитель председателя"
    case .secretary: "секретарь"
    case .allPresent: "все присутствующие"
    }
  }
}

extension Term {
  /// «5 рабочих дней».
  fileprivate var words: String {
    let forms =
      switch unit {
      case .hour: ("час", "часа", "часов")
      case .calendarDay: ("календарный день", "календарных дня", "календарных дней")
      case .workingDay: ("рабочий день", "рабочих дня", "рабочих дней")
      case .week: ("неделя", "недели", "недель")
      case .halfMonth: ("полмесяца", "полумесяца", "полумесяцев")
      case .month: ("месяц", "месяца", "месяцев")
      case .quarter: ("квартал", "квартала", "кварталов")
      case .halfYear: ("полугодие", "полугодия", "полугодий")
      case .year: ("год", "года", "лет")
      }
    return counted(amount, forms.0, forms.1, forms.2)
  }
}
