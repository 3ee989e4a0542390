import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// One person is listed twice in a roster.
  static let duplicateMember = Rule(
    "roster/duplicate-member", .error,
    summary: Text(
      ru: "Один человек записан в составе дважды", en: "One person is listed twice in a roster"),
    reason: Text(
      ru: "Число членов, а с ним кворум и большинство, считается неверно.",
      en: "The number of members, and with it quorum and majority, comes out wrong."),
    norm: Text(
      ru: "Обычай: один человек – одна строка состава.", en: "Custom: one person, one line."),
    examples: [
      .accepts(
        bodyExample(
          regulation: "1. Комиссия состоит из председателя и членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Соколов Игорь Павлович – советник.
            """)),
      .rejects(
        bodyExample(
          regulation: "1. Комиссия состоит из председателя и членов Комиссии.",
          roster: """
            - Соколов Илья Петрович – министр, председатель комиссии;
            - Орлова Анна Сергеевна – советник;
            - ⟦СОКОЛОВ Илья Петрович⟧ – депутат.
            """)),
    ],
    .body { body, report in
      var first: [String: [ReadBody.Located<Member>]] = [:]
      for member in body.members {
        let key = folded(member.value.name.surname)
        let earlier = first[key, default: []].first { isSame($0.value.name, member.value.name) }
        if let earlier {
          let isFull = ![member, earlier].contains { $0.value.name.given.contains(".") }
          report(
            member.path, at: member.value.name.span, .listedTwice(member.value.name),
            level: isFull ? .error : .warning,
            places: [Place(file: earlier.path, at: earlier.value.name.span, .listedHere)])
        } else if first[key, default: []].count < 64 {
          first[key, default: []].append(member)
        }
      }
    })

  private static func folded(_ text: String) -> String {
    String(decoding: FoldedBytes(text).bytes, as: UTF8.self)
  }

  /// Names of one surname whose other parts agree, an initial with whatever begins so.
  private static func isSame(_ left: PersonName, _ right: PersonName) -> Bool {
    func agree(_ left: String, _ right: String) -> Bool {
      if left == right { return true }
      let (one, other) = (left.prefix { $0 != "." }, right.prefix { $0 != "." })
      guard left.contains(".") || right.contains("."), !one.isEmpty, !other.isEmpty else {
        return false
      }
      return one.hasPrefix(other) || other.hasPrefix(one)
    }
    let leftParts = [left.given, left.patronymic ?? ""].map(folded)
    let rightParts = [right.given, right.patronymic ?? ""].map(folded)
    return zip(leftParts, rightParts).allSatisfy { agree($0, $1) }
  }
}

extension Text {
  fileprivate static func listedTwice(_ name: PersonName) -> Text {
    let whole = [name.surname, name.given, name.patronymic ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
    return Text(ru: "\(whole) уже есть в составе", en: "\(whole) is in the roster already")
  }

  fileprivate static let listedHere = Text(ru: "первая запись здесь", en: "listed first here")
}
