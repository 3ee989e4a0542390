import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// One office of a body has two titles.
  static let rosterTitleMismatch = Rule(
    "roster/title-mismatch", .error,
    summary: Text(
      ru: "Одна роль названа по-разному: руководитель и председатель",
      en: "One office has two titles: руководитель and председатель"),
    reason: Text(
      ru: "Права и обязанности положение даёт руководителю; председатель из состава по букве акта "
        + "ими не наделён.",
      en: "The regulation gives rights and duties to one title; the holder of the other, by the "
        + "letter, has none."),
    norm: Text(
      ru:
        "Единство терминов внутри акта; «председательствующий» – функция на заседании, а не роль.",
      en: "One term for one thing within an act; «председательствующий» is a function, no office."),
    examples: [
      .accepts(
        bodyExample(
          regulation: """
            1. В состав Комиссии входят председатель, секретарь и члены Комиссии.

            2. При равенстве голосов решающим является голос председательствующего на заседании.
            """,
          roster: """
            - Соколов Илья Петрович – заместитель руководителя инспекции, председатель комиссии;
            - Орлова Анна Сергеевна – начальник отдела, секретарь комиссии.
            """)),
      .rejects(
        bodyExample(
          regulation: "1. В состав Комиссии входят руководитель Комиссии и члены Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, ⟦председатель комиссии⟧;
            - Орлова Анна Сергеевна – начальник отдела.
            """)),
      .rejects(
        bodyExample(
          regulation: """
            1. В состав Комиссии входят руководитель Комиссии и члены Комиссии.

            2. Повестка представляется ⟦председателю Комиссии⟧.
            """,
          roster: """
            - Соколов Илья Петрович – министр, руководитель комиссии;
            - Орлова Анна Сергеевна – начальник отдела.
            """)),
    ],
    .body { body, report in
      checkChair(body, &report)
      checkSecretary(body, &report)
    })

  /// A title that is held against the others, and where it stands.
  private struct Title {
    var path: String
    var span: Span
    var title: String
    /// «председатель» of «заместитель председателя» too.
    var root: String
    var isOfBody: Bool
  }

  private static func checkChair(_ body: ReadBody, _ report: inout Report) {
    let roster = body.members.compactMap { member -> Title? in
      member.value.role.flatMap { role in
        root(role.value).map {
          Title(
            path: member.path, span: role.span, title: role.value.title, root: $0, isOfBody: true)
        }
      }
    }
    let documents =
      body.regulations
      + body.acts.flatMap(\.documents).filter {
        $0.document.family == .order
      }
    let mentions = documents.flatMap { body.roles(in: $0) }.compactMap { role -> Title? in
      root(Role(role.value.office, title: role.value.title)).map {
        Title(
          path: role.path, span: role.span, title: role.value.title, root: $0,
          isOfBody: role.value.noun != nil)
      }
    }
    guard let reference = reference(body, mentions, roster) else { return }
    let here = Place(file: reference.path, at: reference.span, .calledHere(reference.title))
    tell(roster.filter { $0.root != reference.root }, reference, here, .error, &report)
    let others = mentions.filter { $0.root != reference.root }
    tell(others.filter(\.isOfBody), reference, here, .error, &report)
    // A lone «руководитель» is mostly the head of something else.
    tell(
      others.filter { !$0.isOfBody && $0.root == "председатель" }, reference, here, .warning,
      &report)
  }

  private static func tell(
    _ found: [Title], _ reference: Title, _ here: Place, _ level: Level, _ report: inout Report
  ) {
    guard let first = found.first else { return }
    report(
      first.path, at: first.span, .twoTitles(first.title, reference.root), level: level,
      places: [here]
        + found.dropFirst().map { Place(file: $0.path, at: $0.span, .alsoCalled($0.title)) },
      help: .oneTitle)
  }

  /// The title that holds: that of the composition, else the most frequent in the regulation, else the roster's.
  private static func reference(_ body: ReadBody, _ mentions: [Title], _ roster: [Title]) -> Title?
  {
    for composition in body.all(\.compositions) {
      guard let role = composition.value.roles.first(where: { $0.office == .chair }) else {
        continue
      }
      guard let root = root(role) else { return nil }
      let mention = mentions.first {
        $0.path == composition.path && composition.span.meets($0.span)
      }
      return Title(
        path: composition.path, span: mention?.span ?? composition.span, title: role.title,
        root: root, isOfBody: true)
    }
    let own = mentions.filter { mention in
      mention.isOfBody && body.regulations.contains { $0.path == mention.path }
    }
    if let first = own.first {
      let same = own.count { $0.root == first.root }
      return same * 2 >= own.count ? first : own.first { $0.root != first.root }
    }
    return roster.first
  }

  /// «председатель» or «руководитель»; other titles may be offices of their own beside these.
  private static func root(_ role: Role) -> String? {
    guard role.office == .chair || role.office == .deputy else { return nil }
    if role.title.contains("председател") { return "председатель" }
    return role.title.contains("руководител") ? "руководитель" : nil
  }

  private static func checkSecretary(_ body: ReadBody, _ report: inout Report) {
    let composition = body.all(\.compositions).lazy.compactMap { composition in
      composition.value.roles.first { $0.office == .secretary }.map { (composition, $0.title) }
    }.first
    guard let (place, title) = composition else { return }
    let others = body.members.compactMap { member in
      member.value.role.flatMap { role in
        role.value.office == .secretary && role.value.title != title
          ? (path: member.path, role: role) : nil
      }
    }
    guard let first = others.first,
      !body.members.contains(where: { $0.value.role?.value.title == title })
    else { return }
    report(
      first.path, at: first.role.span, .twoTitles(first.role.value.title, title), level: .warning,
      places: [Place(file: place.path, at: place.span, .calledHere(title))], help: .oneTitle)
  }
}

extension Text {
  fileprivate static func twoTitles(_ title: String, _ other: String) -> Text {
    Text(
      ru: "Здесь роль названа «\(title)», а в положении о ней сказано «\(other)»",
      en: "The office is «\(title)» here and «\(other)» in the regulation")
  }

  fileprivate static func calledHere(_ title: String) -> Text {
    Text(ru: "здесь – «\(title)»", en: "«\(title)» here")
  }

  fileprivate static func alsoCalled(_ title: String) -> Text {
    Text(ru: "и здесь – «\(title)»", en: "«\(title)» here too")
  }

  fileprivate static let oneTitle = Text(
    ru: "Называйте роль одним словом во всём акте", en: "Use one title throughout the act")
}
