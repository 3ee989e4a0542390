import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// An office of a body that the regulation names and nobody in the roster holds, or the reverse.
  static let missingRole = Rule(
    "roster/missing-role", .error,
    summary: Text(
      ru: "Роль названа в положении, а в составе её никто не занимает, или наоборот",
      en: "The regulation names an office that nobody in the roster holds, or the reverse"),
    reason: Text(
      ru: "Функции роли, которой нет в составе, исполнять некому; у роли, которой нет в положении, "
        + "нет ни прав, ни обязанностей.",
      en:
        "Functions of an office that nobody holds stay undone; an office that the regulation does "
        + "not know has neither rights nor duties."),
    norm: Text(
      ru:
        "Обычай составления положений об органах: все роли положения названы в составе и наоборот; "
        + "в составе есть председатель (руководитель).",
      en:
        "Custom of regulations on bodies: every office of the regulation is in the roster and the "
        + "reverse; a roster has a chair."),
    examples: [
      .accepts(
        bodyExample(
          regulation: "1. Комиссия состоит из председателя, секретаря и членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – начальник отдела, секретарь комиссии;
            - Яшин Олег Львович – советник.
            """)),
      .accepts(
        bodyExample(
          regulation: """
            1. В состав Комиссии входят председатель и члены Комиссии.

            2. Секретарь Комиссии избирается из числа её членов на первом заседании.
            """,
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – начальник отдела, секретарь комиссии.
            """)),
      .rejects(
        bodyExample(
          regulation: "1. Комиссия состоит из председателя, ⟦секретаря⟧ и членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Яшин Олег Львович – советник.
            """)),
      .rejects(
        bodyExample(
          regulation: "1. Комиссия состоит из председателя и иных членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – начальник отдела, ⟦секретарь комиссии⟧;
            - Яшин Олег Львович – советник.
            """)),
    ],
    .body { body, report in
      let members = body.members
      guard let roster = body.rosters.first, !members.isEmpty else { return }
      let held = Set(members.compactMap { $0.value.role?.value.office })
      for office in [Role.Office.chair, .deputy, .secretary] {
        if held.contains(office) {
          checkKnown(office, members, body, &report)
        } else if let need = need(of: office, body) {
          report(
            need.path, at: need.span, .nobodyHolds(need.title),
            level: need.level,
            places: [Place(file: roster.path, at: roster.titleSpan, .rosterIsHere)],
            help: .fillOrDrop)
        } else if office == .chair, members.count > 1 {
          let isRead = held.contains(.deputy) || held.contains(.secretary)
          report(
            roster.path, at: roster.titleSpan, .noChair, level: isRead ? .error : .warning,
            help: .nameChair)
        }
      }
    })

  private struct Need {
    var path: String
    var span: Span
    var title: String
    var level: Level
  }

  /// Where the regulations ask for an office.
  private static func need(of office: Role.Office, _ body: ReadBody) -> Need? {
    let mentions = body.roles.filter { $0.value.office == office }
    for composition in body.all(\.compositions) {
      guard let role = composition.value.roles.first(where: { $0.office == office }) else {
        continue
      }
      let mention = mentions.first {
        $0.path == composition.path && composition.span.meets($0.span)
      }
      return Need(
        path: composition.path, span: mention?.span ?? composition.span, title: role.title,
        level: .error)
    }
    let isOther = mentions.contains { $0.value.isFilledOtherwise }
    let best = mentions.first { $0.value.isSubject } ?? mentions.first
    guard let best else { return nil }
    let level: Level = isOther ? .note : best.value.isSubject ? .error : .warning
    return Need(
      path: best.path, span: best.span, title: best.value.title,
      level: level)
  }

  /// Tells an office in the roster of which the regulations, which do name offices, know nothing.
  private static func checkKnown(
    _ office: Role.Office, _ members: [ReadBody.Located<Member>], _ body: ReadBody,
    _ report: inout Report
  ) {
    guard !body.regulations.isEmpty,
      !body.regulations.contains(where: { $0.bodyWords.looseOffices.contains(office) }),
      let holder = members.first(where: { $0.value.role?.value.office == office }),
      let role = holder.value.role
    else { return }
    let compositions = body.all(\.compositions)
    guard
      !compositions.contains(where: { $0.value.roles.contains { $0.office == office } }),
      body.roles.contains(where: { $0.value.office != .member }) || !compositions.isEmpty
    else { return }
    let place = compositions.first.map {
      Place(file: $0.path, at: $0.span, .compositionIsHere)
    }
    report(
      holder.path, at: role.span, .regulationDoesNotKnow(role.value.title),
      level: office == .chair ? .warning : .error,
      places: [
        place
          ?? Place(
            file: body.regulations[0].path, at: body.regulations[0].titleSpan, .regulationIsHere)
      ], help: .describeOrDrop)
  }
}

extension Text {
  fileprivate static func nobodyHolds(_ title: String) -> Text {
    Text(
      ru: "В составе никто не назван этой ролью: «\(title)»",
      en: "Nobody in the roster is named «\(title)»")
  }

  fileprivate static func regulationDoesNotKnow(_ title: String) -> Text {
    Text(
      ru: "Роль «\(title)» есть в составе, но положение о ней не говорит",
      en: "The roster has «\(title)», of which the regulation says nothing")
  }

  fileprivate static let noChair = Text(
    ru: "В составе не назван председатель (руководитель)", en: "The roster names no chair")
  fileprivate static let nameChair = Text(
    ru: "Укажите роль после должности: «…, председатель комиссии»",
    en: "Put the office behind the post: «…, председатель комиссии»")
  fileprivate static let fillOrDrop = Text(
    ru: "Назовите в составе, кто это, или уберите роль из положения",
    en: "Say in the roster who it is, or drop the office from the regulation")
  fileprivate static let describeOrDrop = Text(
    ru: "Назовите роль и её функции в положении или уберите её из состава",
    en: "Name the office and its functions in the regulation, or drop it from the roster")
  static let rosterIsHere = Text(ru: "состав здесь", en: "the roster is here")
  static let regulationIsHere = Text(ru: "положение здесь", en: "the regulation is here")
  static let compositionIsHere = Text(
    ru: "из кого состоит орган, сказано здесь", en: "who the body consists of is said here")
}
