import ActaDiagnostics
import ActaLanguage
import ActaModel

/// The rules of a collegial body in short, each with a link to the provision that states it; empty where the document
/// is no regulation of one.
func bodyRules(in document: Int, of page: ReadPage) -> [HTML.Node] {
  guard let path = page.reading.act.documents.at(document)?.path,
    let body = page.bodies.first(where: { $0.regulations.contains { $0.path == path } })
  else { return [] }
  let box = RulesBox(page: page, body: body, document: document)
  let rows = box.rows.filter { !$0.facts.isEmpty }
  guard !rows.isEmpty else { return [] }
  let list = rows.flatMap { row -> [HTML.Node] in
    [.element(.dt, [.text(row.name)])] + row.facts.map { .element(.dd, $0.nodes) }
  }
  let note = "Правила коротко. Обязателен только сам текст."
  return [
    .element(
      .section, [.class("rules"), .label("Правила коротко")],
      [.element(.p, [.text(note)]), .element(.dl, list)])
  ]
}

private struct RulesBox {
  let page: ReadPage
  let body: ReadBody
  let document: Int

  struct Fact {
    var text: String
    var href: String?
    var place: String

    var nodes: [HTML.Node] {
      guard let href else { return [.text(text)] }
      return [.text(text + " "), .element(.a, [.href(href)], [.text(place)])]
    }
  }

  var rows: [(name: String, facts: [Fact])] {
    [
      ("Состав", members), ("Заседания", facts(\.meetings) { $0.words }),
      ("Извещение", facts(\.notices) { $0.words }),
      ("Чтобы собраться", needs(body.neededToMeet) { counted($0, "член", "члена", "членов") }),
      ("Чтобы решить", needs(body.neededToDecide) { counted($0, "голос", "голоса", "голосов") }),
      ("Голосование", facts(\.votes) { $0.words }), ("Протокол", facts(\.minutes) { $0.words }),
    ]
  }

  private var members: [Fact] {
    guard let figures = body.figures else { return [] }
    var words = counted(figures.members, "член", "члена", "членов")
    if figures.voting < figures.members { words += ", с правом голоса \(figures.voting)" }
    if figures.byConsent > 0 { words += ", по согласованию \(figures.byConsent)" }
    let roster = page.reading.act.documents.firstIndex { read in
      body.rosters.contains { $0.path == read.path }
    }
    let appendix = roster.flatMap { page.reading.act.act.appendices.at($0 - 1) }
    return [Fact(text: words, href: appendix.map { "#" + $0.address }, place: "поимённо")]
  }

  private func needs(_ needs: [ReadBody.Need], _ people: (Int) -> String) -> [Fact] {
    let path = page.reading.act.documents.at(document)?.path
    return unique(
      needs.filter { $0.path == path }.map { need in
        var rule = need.rule
        if rule.hasPrefix(">= ") {
          rule = "не менее " + rule.dropFirst(3)
        } else if rule.hasPrefix("> ") {
          rule = "более " + rule.dropFirst(2)
        }
        return fact(need.people.map { people($0) }.map { "\($0) – \(rule)" } ?? rule, at: need.span)
      })
  }

  private func facts<Value>(
    _ rules: KeyPath<CollegialBody, [Spanned<Value>]>, _ words: (Value) -> String?
  ) -> [Fact] {
    guard let read = page.reading.act.documents.at(document) else { return [] }
    return unique(
      read.body[keyPath: rules].compactMap { rule in
        words(rule.value).map { fact($0, at: rule.span) }
      })
  }

  private func fact(_ text: String, at span: Span) -> Fact {
    guard let address = page.addresses.address(of: span.start, in: document),
      let href = page.addresses.href(address, in: document)
    else { return Fact(text: text, href: nil, place: "") }
    return Fact(text: text, href: href, place: placeName(address))
  }

  /// A statement made in two sentences of one paragraph is one; a box is no place for more than a few.
  private func unique(_ facts: [Fact]) -> [Fact] {
    var seen: Set<String> = []
    return Array(facts.filter { seen.insert($0.text).inserted }.prefix(6))
  }

  /// What the link to a provision says: of `p-4.3.a2` it names point 4.3.
  private func placeName(_ address: String) -> String {
    guard address.hasPrefix("p-") else { return "текст" }
    let parts = address.dropFirst(2).split(separator: ".").prefix { $0.first?.isNumber ?? false }
    return parts.isEmpty ? "текст" : "п. " + parts.joined(separator: ".")
  }
}

// MARK: Words

extension VotingRule {
  fileprivate var words: String? {
    switch self {
    case .majority: nil
    case .castingVote(.chair): "при равенстве голосов решает голос председателя"
    case .castingVote(.presiding): "при равенстве голосов решает голос председательствующего"
    case .castingVote(.none): "при равенстве голосов решающего голоса ни у кого нет"
    case .ballot(.open): "открытое"
    case .ballot(.secret): "тайное"
    case .absentee(let absentee):
      "заочное " + (absentee.isSpecial ? "по отдельным вопросам " : "")
        + (absentee.isAllowed ? "допускается" : "не допускается")
    case .writtenOpinion: "отсутствующий может представить письменное мнение"
    case .proxy(let isAllowed): isAllowed ? "голос можно передать" : "голос передать нельзя"
    }
  }
}

extension MeetingRule {
  /// In words that readers of the site know.
  var words: String {
    guard case .frequency(let times, let count, let period) = self else {
      return "по мере необходимости"
    }
    let (one, few, many) =
      switch period {
      case .week: ("неделю", "недели", "недель")
      case .month: ("месяц", "месяца", "месяцев")
      case .quarter: ("квартал", "квартала", "кварталов")
      case .halfYear: ("полугодие", "полугодия", "полугодий")
      case .year: ("год", "года", "лет")
      }
    let stretch = count == 1 ? one : counted(count, one, few, many)
    return "не реже \(counted(times, "раза", "раз", "раз")) в \(stretch)"
  }
}

extension NoticeRule {
  /// In words that readers of the site know.
  var words: String {
    lead.map { "не позднее чем за \($0.accusative) до заседания" } ?? "заранее, срок не назван"
  }
}

extension MinutesRule {
  /// In words that readers of the site know.
  var words: String {
    switch self {
    case .drawnUp(.composing, let term): "составляют" + Self.within(term)
    case .drawnUp(.signing, let term): "подписывают" + Self.within(term)
    case .sent(let term): "рассылают" + Self.within(term)
    case .signed(let by): "подписывают " + listed(by.map(\.words))
    }
  }

  private static func within(_ term: Term?) -> String {
    term.map { " в течение " + $0.genitive } ?? ""
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
  fileprivate var accusative: String {
    let forms = unit.forms
    return counted(amount, forms.one, forms.few, forms.many)
  }

  fileprivate var genitive: String {
    let forms = unit.forms
    return counted(amount, forms.genitive, forms.many, forms.many)
  }
}

extension Term.Unit {
  fileprivate var forms: (one: String, genitive: String, few: String, many: String) {
    switch self {
    case .hour: ("час", "часа", "часа", "часов")
    case .calendarDay: ("день", "дня", "дня", "дней")
    case .workingDay: ("рабочий день", "рабочего дня", "рабочих дня", "рабочих дней")
    case .week: ("неделю", "недели", "недели", "недель")
    case .halfMonth: ("полмесяца", "полумесяца", "полумесяца", "полумесяцев")
    case .month: ("месяц", "месяца", "месяца", "месяцев")
    case .quarter: ("квартал", "квартала", "квартала", "кварталов")
    case .halfYear: ("полгода", "полугода", "полугодия", "полугодий")
    case .year: ("год", "года", "года", "лет")
    }
  }
}
