import ActaDiagnostics
import ActaModel

/// Roadmaps and rosters as they count.
extension DocumentEncoder {
  func roadmap(_ roadmap: Roadmap) -> JSON {
    .members([
      "sections": .array(
        roadmap.sections.map { section in
          .members([
            "number": section.number.map { number($0) }, "title": prose(section.title),
            "milestones": .array(section.milestones.map { milestone($0) }),
            "span": section.span.map { span($0) },
          ])
        })
    ])
  }

  /// The first field of each role by its name, what is left in `other`.
  private func milestone(_ milestone: Milestone) -> JSON {
    var named: [JSON.Member] = []
    var others: [Milestone.Field] = []
    for field in milestone.fields where field.role != .number {
      if field.role == .other || named.contains(where: { $0.name == field.role.rawValue }) {
        others.append(field)
      } else {
        named.append(JSON.Member(field.role.rawValue, self.field(field)))
      }
    }
    var members: [JSON.Member] = []
    if let number = milestone.number {
      members.append(JSON.Member("number", self.number(number)))
    }
    if !milestone.address.isEmpty {
      members.append(JSON.Member("address", .string(milestone.address)))
    }
    members += named
    let rest: [(String, JSON?)] = [
      ("other", list(others) { field($0) }), ("surplus", list(milestone.surplus) { cell($0) }),
      ("continuations", list(milestone.continuations) { row($0) }),
    ]
    members += rest.compactMap { name, value in value.map { JSON.Member(name, $0) } }
    members.append(JSON.Member("span", span(milestone.span)))
    return .object(members)
  }

  private func field(_ field: Milestone.Field) -> JSON {
    .members(["text": prose(field.text), "span": span(field.span)])
  }

  func roster(_ roster: Roster) -> JSON {
    .members(["members": .array(roster.members.map { member($0) })])
  }

  private func member(_ member: Member) -> JSON {
    .members([
      "number": member.number.map { number($0) },
      "name": .members([
        "surname": .string(member.name.surname), "given": .string(member.name.given),
        "patronymic": member.name.patronymic.map { .string($0) }, "span": span(member.name.span),
      ]),
      "post": prose(member.post),
      "role": member.role.map {
        .members([
          "office": .string($0.value.office.rawValue), "title": .string($0.value.title),
          "span": span($0.span),
        ])
      },
      "isByConsent": .bool(member.isByConsent),
      "parts": .array(member.parts.map { cell($0) }), "namePart": .number(member.namePart),
      "span": span(member.span),
    ])
  }
}
