import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Two members hold an office that is meant for one.
  static let duplicateRole = Rule(
    "roster/duplicate-role", .error,
    summary: Text(
      ru: "Двое занимают роль, которая рассчитана на одного",
      en: "Two members hold an office that is meant for one"),
    reason: Text(
      ru: "Непонятно, кто ведёт заседания и подписывает протокол.",
      en: "It is unclear who leads the meetings and signs the minutes."),
    norm: Text(
      ru: "Обычай: председатель и секретарь в органе одни, заместителей столько, сколько назвало "
        + "положение; сопредседателей может быть несколько.",
      en:
        "Custom: one chair, one secretary, as many deputies as the regulation says; co-chairs may "
        + "be several."),
    examples: [
      .accepts(
        bodyExample(
          regulation: "1. В состав входят председатель, его заместители и члены Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник, заместитель председателя комиссии;
            - Яшин Олег Львович – советник, заместитель председателя комиссии.
            """)),
      .rejects(
        bodyExample(
          regulation: "1. В состав входят председатель и члены Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник, ⟦председатель комиссии⟧;
            - Яшин Олег Львович – советник.
            """)),
    ],
    .body { body, report in
      let members = body.members
      check(.chair, members, level: .error, &report)
      let mentions = body.roles
      let secretaries = mentions.filter { $0.value.office == .secretary }
      if !secretaries.contains(where: { $0.value.isPlural }) {
        check(.secretary, members, level: secretaries.isEmpty ? .warning : .error, &report)
      }
      // One deputy is meant where the composition says so in the singular.
      let compositions = body.all(\.compositions)
      let deputies = mentions.filter { mention in
        mention.value.office == .deputy
          && compositions.contains { $0.path == mention.path && $0.span.contains(mention.span) }
      }
      let isAnywherePlural = mentions.contains { $0.value.office == .deputy && $0.value.isPlural }
      if let only = deputies.first, deputies.count == 1, !isAnywherePlural {
        check(
          .deputy, members, level: .warning,
          place: Place(file: only.path, at: only.span, .oneIsMeant), &report)
      }
    })

  private static func check(
    _ office: Role.Office, _ members: [ReadBody.Located<Member>], level: Level,
    place: Place? = nil, _ report: inout Report
  ) {
    let holders = members.filter { member in
      guard let role = member.value.role?.value, role.office == office else { return false }
      return !role.title.hasPrefix("со") && !role.title.hasPrefix("первый")
    }
    // «ответственный секретарь» and «технический секретарь» are two offices.
    let titles = Set(holders.compactMap { $0.value.role?.value.title })
    guard titles.count == 1, let first = holders.first, let role = first.value.role else { return }
    let further = holders.dropFirst()
    guard let second = further.first, let other = second.value.role else { return }
    // Both may have it from one heading.
    let span = other.span == role.span ? second.value.name.span : other.span
    let firstSpan = other.span == role.span ? first.value.name.span : role.span
    report(
      second.path, at: span, .heldTwice(role.value.title, further.count + 1), level: level,
      places: [Place(file: first.path, at: firstSpan, .firstHolder)]
        + further.dropFirst().map { Place(file: $0.path, at: $0.value.name.span, .furtherHolder) }
        + [place].compactMap(\.self))
  }
}

extension Text {
  fileprivate static func heldTwice(_ title: String, _ count: Int) -> Text {
    Text(
      ru: "Роль «\(title)» занимают \(count) человека; она рассчитана на одного",
      en: "«\(title)» is held by \(count) members; it is meant for one")
  }

  fileprivate static let firstHolder = Text(ru: "первый здесь", en: "the first is here")
  fileprivate static let furtherHolder = Text(ru: "и здесь", en: "and here")
  fileprivate static let oneIsMeant = Text(
    ru: "положение говорит об одном", en: "the regulation speaks of one")
}
