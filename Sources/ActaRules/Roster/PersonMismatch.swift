import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A person is named in the text otherwise than in the roster.
  static let personMismatch = Rule(
    "roster/person-mismatch", .warning,
    summary: Text(
      ru: "Человек назван в тексте не так, как в составе: роль, должность, инициалы",
      en: "A person is named otherwise in the text than in the roster: office, post, initials"),
    reason: Text(
      ru: "Приказ и состав вместе дают полномочия; расхождение оставляет вопрос, кому.",
      en: "Order and roster together give powers; where they differ it is unclear to whom."),
    norm: Text(
      ru:
        "Обычай: человек, его должность и роль в приказе и составе одни и те же, в каком бы падеже "
        + "ни стояли.",
      en: "Custom: person, post and office are the same in order and roster, whatever the case."),
    examples: [
      .accepts(
        bodyExample(
          order: """
            2. Назначить председателем комиссии И.П. Соколова.

            3. Возложить на советника А.С.Орлову ведение архива.
            """,
          regulation: "1. Комиссия состоит из председателя и членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник.
            """)),
      .rejects(
        bodyExample(
          order: "2. Назначить председателем комиссии ⟦А.С. Орлову⟧.",
          regulation: "1. Комиссия состоит из председателя и членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник.
            """)),
      .rejects(
        bodyExample(
          order: "2. Возложить на начальника отдела ⟦А.С. Орлову⟧ ведение архива.",
          regulation: "1. Комиссия состоит из председателя и членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – заместитель начальника отдела.
            """)),
      .rejects(
        bodyExample(
          order: "2. Возложить на советника ⟦А.П. Орлову⟧ ведение архива.",
          regulation: "1. Комиссия состоит из председателя и членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник.
            """)),
    ],
    .body { body, report in
      let members = body.members
      guard !members.isEmpty else { return }
      let index = MemberIndex(members)
      var holders: [Role.Office: ReadBody.Located<Member>] = [:]
      for member in members {
        guard let office = member.value.role?.value.office, holders[office] == nil else { continue }
        holders[office] = member
      }
      let everybody = MemberIndex(
        body.acts.flatMap(\.documents).flatMap { document in
          (document.document.roster?.members ?? []).map {
            ReadBody.Located(path: document.path, value: $0, span: $0.span)
          }
        })
      var seen: Set<String> = []
      for document in body.regulations + body.acts.flatMap(\.documents)
      where seen.insert(document.path).inserted {
        // A person's mention is told once, by what weighs most.
        var told = tellRoles(document, holders, index, body, &report)
        for passage in document.passages where passage.isNorm {
          for person in passage.persons {
            guard let span = passage.place(of: person.span), told.insert(span).inserted else {
              continue
            }
            if let member = index.member(person) {
              tellPost(person, at: span, member, document, &report)
            } else if everybody.member(person) == nil {
              tellLikeness(person, at: span, index.akin(person), document, &report)
            }
          }
        }
      }
    })

  // MARK: Offices

  /// Tells who is put in an office that the roster gives to another; the places of those told.
  private static func tellRoles(
    _ document: ReadDocument, _ holders: [Role.Office: ReadBody.Located<Member>],
    _ index: MemberIndex,
    _ body: ReadBody, _ report: inout Report
  ) -> Set<Span> {
    var told: Set<Span> = []
    for role in body.roles(in: document) {
      guard let stated = role.value.person, role.value.office != .member else { continue }
      let (person, span) = (stated.value, stated.span)
      let holder = holders[role.value.office]
      let member = index.member(person)
      if let member, member.value.role?.value.office == role.value.office { continue }
      guard role.value.noun != nil else { continue }
      let heldBy = holder.map {
        ($0.value.role?.value.title ?? role.value.title, $0.value.name)
      }
      // Whom nobody in the roster replaces may be named elsewhere.
      guard let place = holder ?? member else { continue }
      told.insert(span)
      report(
        document.path, at: span,
        .otherHolder(role.value.title, document.text(person), heldBy), level: .error,
        places: [Place(file: place.path, at: place.value.name.span, .inRoster)])
    }
    return told
  }

  // MARK: Posts

  private static func tellPost(
    _ person: PersonMention, at span: Span, _ member: ReadBody.Located<Member>,
    _ document: ReadDocument, _ report: inout Report
  ) {
    guard let post = person.post, !member.value.post.isEmpty,
      let stated = PostWords(post), let listed = PostWords(member.value.post.text),
      stated.differs(from: listed)
    else { return }
    report(
      document.path, at: span, .otherPost(post, member.value.post.text),
      places: [
        Place(file: member.path, at: member.value.post.span ?? member.span, .inRoster)
      ])
  }

  // MARK: Names

  /// Tells a name that is nearly one of the roster: other initials, a letter or the sex.
  private static func tellLikeness(
    _ person: PersonMention, at span: Span, _ members: [ReadBody.Located<Member>],
    _ document: ReadDocument, _ report: inout Report
  ) {
    guard person.given != nil else { return }
    for member in members {
      let name = member.value.name
      // The surname alone is held against the roster's: the initials are lent.
      var bare = person
      (bare.given, bare.patronymic) = (initial(name.given), name.patronymic.flatMap(initial))
      guard isAkin(person.surname, name.surname) else { continue }
      let hasInitials =
        agrees(person.given, name.given)
        && agrees(person.patronymic, name.patronymic)
      let hasSurname = Persons.isSame(bare, as: name)
      let hasPost =
        person.post.flatMap { PostWords($0) }.flatMap { stated in
          PostWords(member.value.post.text).map { !stated.differs(from: $0) }
        } ?? false
      // A namesake with another post and both initials other is another person.
      let hasOneInitial =
        person.patronymic != nil && name.patronymic != nil
        && agrees(person.given, name.given) != agrees(person.patronymic, name.patronymic)
      guard hasInitials && !hasSurname || hasSurname && (hasPost || hasOneInitial) else {
        continue
      }
      report(
        document.path, at: span, .otherName(document.text(person), name),
        places: [Place(file: member.path, at: name.span, .inRoster)])
      return
    }
  }

  private static func initial(_ name: String) -> String? { name.first.map { "\($0)." } }

  /// Whether two surnames are alike up to an ending and one letter.
  private static func isAkin(_ left: String, _ right: String) -> Bool {
    let (one, other) = (FoldedBytes(left).bytes, FoldedBytes(right).bytes)
    let least = min(one.count, other.count) - 4
    guard least >= 6, abs(one.count - other.count) <= 6 else { return false }
    // Two bytes a letter: one letter may differ.
    let differences = stride(from: 0, to: least - 1, by: 2).count {
      one[$0] != other[$0] || one[$0 + 1] != other[$0 + 1]
    }
    return differences <= 1
  }

  private static func agrees(_ stated: String?, _ listed: String?) -> Bool {
    guard let stated, let listed else { return true }
    let (one, other) = (FoldedBytes(stated).bytes.prefix(2), FoldedBytes(listed).bytes.prefix(2))
    return one == other
  }
}

/// Members by how their surnames begin.
private struct MemberIndex {
  private var members: [[UInt8]: [ReadBody.Located<Member>]] = [:]

  init(_ members: [ReadBody.Located<Member>]) {
    for member in members {
      let key = Self.key(member.value.name.surname)
      // More of one beginning than any roster has would make the search slow.
      if self.members[key, default: []].count < 64 {
        self.members[key, default: []].append(member)
      }
    }
  }

  /// The member that a mention can be of.
  func member(_ person: PersonMention) -> ReadBody.Located<Member>? {
    akin(person).first { Persons.isSame(person, as: $0.value.name) }
  }

  /// Members whose surnames begin alike.
  func akin(_ person: PersonMention) -> [ReadBody.Located<Member>] {
    members[Self.key(person.surname)] ?? []
  }

  /// Two letters.
  private static func key(_ surname: String) -> [UInt8] {
    Array(FoldedBytes(surname).bytes.prefix(4))
  }
}

extension ReadDocument {
  /// A person as the text has the name.
  fileprivate func text(_ person: PersonMention) -> String {
    [person.surname, person.given ?? "", person.patronymic ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension Text {
  fileprivate static func otherHolder(
    _ title: String, _ person: String, _ holder: (title: String, name: PersonName)?
  ) -> Text {
    guard let holder else {
      return Text(
        ru: "«\(person)» здесь «\(title)», а в составе – нет",
        en: "«\(person)» is «\(title)» here and not in the roster")
    }
    return Text(
      ru: "«\(person)» здесь «\(title)», а в составе «\(holder.title)» – \(holder.name.whole)",
      en: "«\(person)» is «\(title)» here; in the roster «\(holder.title)» is "
        + holder.name.whole)
  }

  fileprivate static func otherPost(_ post: String, _ listed: String) -> Text {
    var listed = listed.singleSpaced
    if listed.hasSuffix(";") || listed.hasSuffix(".") { listed.removeLast() }
    return Text(
      ru: "Должность здесь «\(post)», а в составе «\(listed)»",
      en: "The post is «\(post)» here and «\(listed)» in the roster")
  }

  fileprivate static func otherName(_ person: String, _ name: PersonName) -> Text {
    Text(
      ru: "«\(person)» не совпадает с именем в составе: \(name.whole)",
      en: "«\(person)» is not the name in the roster: \(name.whole)")
  }

  fileprivate static let inRoster = Text(ru: "в составе", en: "in the roster")
}

extension PersonName {
  fileprivate var whole: String {
    [surname, given, patronymic ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
