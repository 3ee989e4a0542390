import ActaDiagnostics
import ActaModel

@testable import ActaRender

/// Acts made by hand, so that what is tested is the page and not the reading of sources.
enum HTMLFixture {
  static let nowhere = Span(0, 0)

  static func stated<Value>(_ value: Value) -> Spanned<Value> { Spanned(value, nowhere) }

  static func number(_ text: String, _ style: LegalNumber.Style = .dotted) -> LegalNumber {
    LegalNumber(text: text, style: style, components: [], span: nowhere)
  }

  static func provision(
    _ level: Provision.Level, _ text: String, number: LegalNumber? = nil, address: String = "",
    role: Provision.Role = .norm, heading: Int? = nil, marks: [Prose.Mark] = [],
    enacting: Range<Int>? = nil, _ children: [Block] = []
  ) -> Block {
    .provision(
      Provision(
        level: level, role: role, number: number, headingLevel: heading,
        text: Prose(text: text, marks: marks), children: children, address: address, span: nowhere,
        enacting: enacting))
  }

  /// The mark on the first occurrence of some words.
  static func mark(_ kind: Prose.Mark.Kind, _ words: String, in text: String) -> Prose.Mark {
    Prose.Mark(kind, range(of: words, in: text))
  }

  static func range(of words: String, in text: String) -> Range<Int> {
    let (all, part) = (Array(text.utf8), Array(words.utf8))
    for start in 0...max(0, all.count - part.count)
    where all[start...].starts(with: part) {
      return start..<(start + part.count)
    }
    return 0..<0
  }

  static func cell(_ text: String) -> Cell { Cell(text: Prose(text: text), span: nowhere) }

  static func row(_ cells: String...) -> TableRow {
    TableRow(cells: cells.map { cell($0) }, span: nowhere)
  }

  static func milestone(
    _ cells: [String], surplus: [String] = [], continuations: [TableRow] = []
  ) -> Schedule.Entry {
    let roles: [Milestone.Field.Role] = [.number, .activity, .deadline, .responsible, .result]
    let fields = zip(roles, cells).map {
      Milestone.Field(role: $0, text: Prose(text: $1), span: nowhere)
    }
    let bare = cells[0].hasSuffix(".") ? String(cells[0].dropLast()) : cells[0]
    return .milestone(
      Milestone(
        number: number(cells[0]), fields: fields, surplus: surplus.map { cell($0) },
        continuations: continuations, address: "m-" + bare, span: nowhere))
  }

  static func member(_ name: String, _ post: String) -> MemberList.Entry {
    let words = name.split(separator: " ").map(String.init)
    let member = Member(
      number: nil,
      name: PersonName(
        surname: words.at(0) ?? "", given: words.at(1) ?? "", patronymic: words.at(2), span: nowhere
      ),
      parts: [cell(name), cell(post)], namePart: 0, post: Prose(text: post), role: nil,
      isByConsent: false, span: nowhere)
    return .member(member)
  }

  static var order: Document {
    var requisites = Requisites()
    requisites.kind = stated(.order)
    requisites.title = stated("Об организации работы с обращениями граждан")
    requisites.number = stated("345-ОД")
    requisites.date = stated(
      StatedDate(text: "31.08.2023", value: CalendarDate(year: 2023, month: 8, day: 31)))
    requisites.place = stated("Махачкала")
    requisites.issuers = [stated("инспекция")]
    requisites.signatories = [
      Signatory(post: stated("Руководитель"), name: stated("С.В. Касьянов")),
      Signatory(
        post: stated(
          "Временно исполняющий обязанности заместителя руководителя – начальник отдела правового обеспечения"
        ),
        name: stated("А.А. Алиева")),
    ]
    requisites.status = stated(.amended)
    requisites.amendedBy = [
      AmendingAct(
        kind: stated("приказ"), issuer: stated("инспекция"),
        date: stated(
          StatedDate(text: "08.11.2023", value: CalendarDate(year: 2023, month: 11, day: 8))),
        number: stated("351"), span: nowhere)
    ]
    requisites.electronicSignature = ElectronicSignature(
      certificate: stated("4B6F9C1D2E3A4F5061728394A5B6C7D8"),
      owner: stated("Касьянов Сергей Викторович"),
      from: stated(StatedDate(text: "12.01.2023", value: nil)),
      until: stated(StatedDate(text: "06.04.2024", value: nil)), span: nowhere)
    return Document(
      path: "acts/12/order.md", requisites: requisites,
      blocks: [
        provision(
          .paragraph,
          "В целях совершенствования работы с обращениями граждан и на основании положения приказываю:",
          address: "preamble", role: .preamble,
          enacting: range(
            of: "приказываю:",
            in:
              "В целях совершенствования работы с обращениями граждан и на основании положения приказываю:"
          )),
        provision(
          .point, "Утвердить прилагаемые:", number: number("1."), address: "p-1",
          [
            provision(
              .subpoint, "Положение о рабочей группе;", number: number("1)", .bracketed),
              address: "p-1-1"),
            provision(
              .subpoint, "план мероприятий & «дорожную карту» <2023>.",
              number: number("2)", .bracketed), address: "p-1-2"),
          ]),
        provision(
          .point, "Разместить приказ на сайте.", number: number("3-1."), address: "p-3-1",
          marks: [
            mark(
              .link(destination: "https://example.ru/a b", title: ""), "на сайте",
              in: "Разместить приказ на сайте."),
            Prose.Mark(.footnote(number: 1), 49..<49),
          ]),
        provision(
          .paragraph, "(п. 3-1 введен приказом от 08.11.2023 № 351)", address: "p-3-1.a2",
          role: .editorial),
        provision(
          .point, "Контроль за исполнением настоящего приказа оставляю за собой.",
          number: number("4."),
          address: "p-4"),
        provision(.paragraph, "УПРАВЛЕНИЕ ДЕЛОПРОИЗВОДСТВА №1", address: "p-x", role: .unplaced),
      ],
      footnotes: [
        Footnote(
          number: 1, label: "a", blocks: [provision(.paragraph, "Раздел «Документы».")],
          span: nowhere)
      ])
  }

  static var regulation: Document {
    var requisites = Requisites()
    requisites.kind = stated(.regulation)
    requisites.title = stated("Положение о рабочей группе по работе с обращениями граждан")
    return Document(
      path: "acts/12/polozhenie.md", requisites: requisites,
      blocks: [
        provision(
          .section, "Общие положения", number: number("I.", .roman), address: "r-I", heading: 2,
          [
            provision(
              .point, "Рабочая группа образована в целях:", number: number("1.1."),
              address: "p-1.1",
              [
                provision(
                  .item, "рассмотрения обращений;", number: number("–", .dash), address: "p-1.1-d1"),
                provision(
                  .subpoint, "подготовки ответов.", number: number("а)", .letter),
                  address: "p-1.1-а",
                  [
                    provision(
                      .paragraph, "Ответ готовится в установленный срок.", address: "p-1.1-а.a2")
                  ]),
              ]),
            provision(
              .point, "Состав рабочей группы утверждается приказом; см. пункт 1.1 и приказ.",
              number: number("1.2."), address: "p-1.2",
              marks: [
                mark(
                  .link(destination: "#p-1.1", title: ""), "пункт 1.1",
                  in: "Состав рабочей группы утверждается приказом; см. пункт 1.1 и приказ."),
                mark(
                  .link(destination: "order.md#p-4", title: ""), "и приказ",
                  in: "Состав рабочей группы утверждается приказом; см. пункт 1.1 и приказ."),
              ]),
          ]),
        provision(
          .section, "Порядок работы", number: number("II.", .roman), address: "r-II", heading: 4,
          [
            provision(
              .point, "Принцип равного доступа", number: number("2.1."), address: "p-2.1",
              heading: 6,
              [provision(.paragraph, "Заседания открыты.", address: "p-2.1.a1")]),
            .quote(
              Block.Quote(
                blocks: [provision(.paragraph, "Цитата из закона.", address: "q-1")], span: nowhere)
            ),
            .verbatim(Block.Verbatim(text: "  форма\n    строка", span: nowhere)),
            .table(
              Table(
                alignments: [.none, .right], head: row("Показатель", "Значение"),
                rows: [
                  row("Обращения, единиц", "1 204"), row("Ответы"), row("Отказы", "12", "и ещё"),
                ], span: nowhere)),
            .line(nowhere),
          ]),
      ])
  }

  static var roadmap: Document {
    var requisites = Requisites()
    requisites.kind = stated(.actionPlan)
    requisites.title = stated("План мероприятий («дорожная карта») по работе с обращениями")
    let titles: [(Milestone.Field.Role, String)] = [
      (.number, "№ п/п"), (.activity, "Мероприятие"), (.deadline, "Срок реализации"),
      (.responsible, "Ответственный"), (.result, "Вид документа (результат)"),
    ]
    return Document(
      path: "acts/12/karta.md", requisites: requisites,
      blocks: [
        provision(
          .paragraph, "УТВЕРЖДЁН приказом Инспекции от 31 августа 2023 г. № 345-ОД", address: "s-1",
          role: .stamp),
        .schedule(
          Schedule(
            spelling: .table,
            columns: titles.map { Schedule.Column(role: $0.0, title: Prose(text: $0.1)) },
            entries: [
              .columnNumbers(row("1", "2", "3", "4", "5")),
              .section(cell("I. Организационные мероприятия")),
              milestone([
                "1.1.", "Назначение ответственного", "29.03.2024", "Руководитель Инспекции",
                "Приказ",
              ]),
              milestone(
                [
                  "1.2.", "Утверждение порядка", "до 29 марта 2024 г.",
                  "Министерство цифрового развития; проектный офис", "Распоряжение",
                ],
                surplus: ["лишняя ячейка"],
                continuations: [row("", "и его размещение", "", "", "Сайт")]),
              .section(cell("II. Цифровая трансформация")),
              milestone(["2.1.", "Внедрение", "ежеквартально"]),
            ], span: nowhere)),
      ])
  }

  static var roster: Document {
    var requisites = Requisites()
    requisites.kind = stated(.roster)
    requisites.title = stated("Состав рабочей группы")
    return Document(
      path: "acts/12/sostav.md", requisites: requisites,
      blocks: [
        .members(
          MemberList(
            entries: [
              member(
                "Соколов Илья Петрович",
                "министр экономического развития, руководитель рабочей группы;"),
              member(
                "Орлова Анна Сергеевна",
                "начальник отдела, секретарь рабочей группы (по согласованию)."),
            ], span: nowhere))
      ])
  }

  static var act: Act {
    Act(
      order: order,
      appendices: [regulation, roadmap, roster].enumerated().map {
        Appendix(number: $0.offset + 1, document: $0.element)
      }, id: "12")
  }

  static var settings: Settings {
    var settings = Settings()
    settings.site.title = "Акты Инспекции"
    settings.bodies = [
      Settings.Body(
        key: "инспекция", name: stated("Государственная жилищная инспекция Республики Дагестан"),
        site: "https://gji.example/")
    ]
    return settings
  }

  static func page(_ act: Act, beside others: [Act] = [], templates: [String: String] = [:])
    -> String
  {
    let site = SiteMap([act] + others, settings: settings)
    let page = actPage(act, on: site, with: Templates.load(overrides: templates).value).value
    return String(decoding: page, as: UTF8.self)
  }
}
