import ActaDiagnostics
import ActaModel

/// Acts made by hand.
///
/// Spans count on through the made text, so that each node has one of its own.
struct ActMaker {
  private(set) var source = ""

  mutating func prose(_ text: String) -> Prose {
    let start = source.utf8.count
    source += text + "\n"
    return Prose(text, at: start)
  }

  mutating func spanned<Value>(_ value: Value, _ text: String) -> Spanned<Value> {
    Spanned(value, prose(text).span ?? Span(0, 0))
  }

  mutating func cell(_ text: String) -> Cell {
    let prose = prose(text)
    return Cell(text: prose, span: prose.span ?? Span(source.utf8.count, source.utf8.count))
  }

  mutating func row(_ cells: [String]) -> TableRow {
    let start = source.utf8.count
    let cells = cells.map { cell($0) }
    return TableRow(cells: cells, span: Span(start, source.utf8.count))
  }

  mutating func number(_ text: String, _ style: LegalNumber.Style) -> LegalNumber {
    let start = source.utf8.count
    source += text + " "
    let figures = text.split { !$0.isNumber }.compactMap { Int($0) }
    return LegalNumber(
      text: text, style: style, components: figures.map { LegalNumber.Component($0) },
      span: Span(start, start + text.utf8.count))
  }

  mutating func provision(
    _ level: Provision.Level = .paragraph, _ number: String? = nil, _ text: String,
    role: Provision.Role = .norm, heading: Int? = nil, _ children: [Block] = []
  ) -> Block {
    let start = source.utf8.count
    let number = number.map { self.number($0, $0 == "-" ? .dash : .dotted) }
    let text = prose(text)
    return .provision(
      Provision(
        level: level, role: role, number: number, headingLevel: heading, text: text,
        children: children, address: number.map { "p-\($0.bare)" } ?? "",
        span: Span(start, source.utf8.count - 1)))
  }

  mutating func milestone(
    _ fields: [String], surplus: [String] = [], continuations: [[String]] = []
  ) -> Milestone {
    let roles: [Milestone.Field.Role] = [.number, .activity, .deadline, .responsible, .result]
    let start = source.utf8.count
    let number = fields.first.map { self.number($0, .dotted) }
    let fields = zip(roles, fields).map { role, text in
      let cell = cell(text)
      return Milestone.Field(role: role, text: cell.text, span: cell.span)
    }
    return Milestone(
      number: number, fields: fields, surplus: surplus.map { cell($0) },
      continuations: continuations.map { row($0) }, address: number.map { "m-\($0.bare)" } ?? "",
      span: Span(start, source.utf8.count))
  }

  mutating func schedule(
    _ entries: [Schedule.Entry],
    titles: [String] = ["№ п/п", "Мероприятие", "Срок", "Ответственный", "Результат"]
  ) -> Schedule {
    let roles: [Milestone.Field.Role] = [.number, .activity, .deadline, .responsible, .result]
    let start = source.utf8.count
    return Schedule(
      spelling: .table,
      columns: zip(roles, titles).map { Schedule.Column(role: $0, title: prose($1)) },
      entries: entries, span: Span(start, source.utf8.count))
  }

  mutating func member(_ name: String, _ post: String, office: Role.Office = .member) -> Member {
    let start = source.utf8.count
    let parts = [cell(name), cell(post)]
    let words = name.split(separator: " ").map(String.init)
    return Member(
      number: nil,
      name: PersonName(
        surname: words.first ?? "", given: words.dropFirst().first ?? "",
        patronymic: words.dropFirst(2).first, span: parts[0].span),
      parts: parts, namePart: 0, post: parts[1].text,
      role: Spanned(Role(office, title: post), parts[1].span), isByConsent: false,
      span: Span(start, source.utf8.count))
  }

  mutating func document(
    _ path: String, _ kind: DocumentKind, title: String?, _ blocks: [Block]
  ) -> Document {
    var requisites = Requisites()
    requisites.kind = spanned(kind, kind.ru)
    requisites.title = title.map { spanned($0, $0) }
    return Document(path: path, requisites: requisites, blocks: blocks)
  }

  mutating func order(_ blocks: [Block]) -> Document {
    var document = document(
      "order.md", .order, title: "Об образцах и о порядке их составления", blocks)
    document.requisites.number = spanned("007-ОД", "007-ОД")
    document.requisites.date = spanned(
      StatedDate(text: "31 августа 2023 г.", value: CalendarDate(year: 2023, month: 8, day: 31)),
      "31 августа 2023 г.")
    document.requisites.place = spanned("г. Образцов", "г. Образцов")
    document.requisites.issuers = [spanned("минобр", "минобр")]
    document.requisites.signatories = [
      Signatory(
        post: spanned(
          "Временно исполняющий обязанности министра образцов и примеров области", "пост"),
        name: spanned("С.В. Касьянова", "имя"))
    ]
    return document
  }

  mutating func settings() -> Settings {
    var settings = Settings()
    settings.bodies = [
      Settings.Body(
        key: "минобр",
        name: spanned("Министерство образцов и примеров Образцовой области", "имя"))
    ]
    return settings
  }
}

/// An act with one of everything.
func sampleAct() -> (act: Act, settings: Settings, source: String) {
  var maker = ActMaker()
  let norms = [
    maker.provision(
      .paragraph, nil,
      "В целях совершенствования деятельности министерства при взаимодействии с гражданами, а также в рамках инициативы «Государство для людей», реализуемой в соответствии с распоряжением Правительства Российской Федерации от 6 октября 2021 года № 2816-р,",
      role: .preamble),
    maker.provision(.paragraph, nil, "ПРИКАЗЫВАЮ:", role: .enacting),
    maker.provision(
      .point, "1.",
      "Утвердить прилагаемые образцы документов, которые составляются в министерстве и подведомственных ему организациях:",
      [
        maker.provision(.item, "-", "Положение о рабочей группе согласно приложению № 1;"),
        maker.provision(.item, "-", "Состав рабочей группы согласно приложению № 2."),
      ]),
    maker.provision(.paragraph, nil, "(п. 1 в ред. приказа от 08.11.2023 № 351)", role: .editorial),
    maker.provision(.point, "2.", "Контроль за исполнением настоящего приказа оставляю за собой."),
    maker.provision(.paragraph, nil, "Исп. Иванов И.И., тел. 12-34", role: .unplaced),
  ]
  var points: [Block] = []
  for section in 1...4 {
    var children: [Block] = []
    for point in 1...9 {
      children.append(
        maker.provision(
          .point, "\(section).\(point).",
          "Рабочая группа рассматривает предложения по содержанию, приоритетным направлениям и тематикам программ обучения в рамках внедрения принципов клиентоцентричности в деятельность министерства, а также готовит заключения по ним в срок не позднее десяти рабочих дней."
        ))
    }
    points.append(
      maker.provision(
        .section, ["I.", "II.", "III.", "IV."][section - 1], "Общие положения раздела",
        heading: 2, children))
  }
  let regulation = maker.document(
    "polozhenie.md", .regulation, title: "Положение о рабочей группе по образцам", points)
  let roster = maker.document(
    "sostav.md", .roster, title: "Состав рабочей группы по образцам",
    [
      .members(
        MemberList(
          entries: [
            .member(
              maker.member(
                "Соколов Илья Петрович",
                "министр образцов и примеров, руководитель рабочей группы;",
                office: .chair)),
            .member(
              maker.member(
                "Орлова Анна Сергеевна",
                "начальник отдела, секретарь рабочей группы (по согласованию).", office: .secretary)
            ),
          ], span: Span(0, 0)))
    ])
  var blocks: [Block] = []
  for section in 1...3 {
    var entries: [Schedule.Entry] = [.columnNumbers(maker.row(["1", "2", "3", "4", "5"]))]
    for row in 1...9 {
      entries.append(
        .milestone(
          maker.milestone(
            [
              "\(section).\(row).",
              "Утверждение порядка сбора обратной связи от внешних и внутренних клиентов министерства",
              "29 марта 2024 г.", "Министерство; проектный офис",
              "приказ министерства об утверждении порядка сбора и анализа обратной связи, в том числе клиентоцентричности",
            ], surplus: row == 3 ? ["сверх граф"] : [],
            continuations: row == 4 ? [["", "и организаций", "", "", "и протокол"]] : [])))
    }
    let schedule = maker.schedule(entries)
    blocks.append(
      maker.provision(
        .section, "\(section).", "Организационные мероприятия", heading: 2, [.schedule(schedule)]))
  }
  let roadmap = maker.document(
    "dorozhnaya-karta.md", .roadmap, title: "План мероприятий («дорожная карта») по образцам",
    blocks)
  let order = maker.order(norms)
  let act = Act(
    order: order,
    appendices: [
      Appendix(number: 1, document: regulation), Appendix(number: 2, document: roster),
      Appendix(number: 3, document: roadmap),
    ], id: "sample")
  return (act, maker.settings(), maker.source)
}
