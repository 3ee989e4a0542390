import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Nothing says how long before a meeting the members are told.
  static let noNoticeTerm = Rule(
    "quorum/no-notice-term", .warning,
    summary: Text(
      ru: "Не сказано, за сколько дней членов извещают о заседании",
      en: "How long before a meeting members are told is not said"),
    reason: Text(
      ru: "О заседании можно известить за час, и отсутствующие не смогут возразить.",
      en: "Members may be told an hour before, and those away cannot object."),
    norm: Text(
      ru: "Обычай: извещение за 3–5 рабочих дней, материалы за 2–5; срок мнения отсутствующего не "
        + "раньше срока извещения.",
      en: "Custom: notice 3 to 5 working days before, papers 2 to 5."),
    examples: [
      .accepts(
        regulationExample(
          """
          1. Заседания Комиссии проводятся ежемесячно. Секретарь извещает членов Комиссии не позднее чем за
          3 рабочих дня до дня заседания.

          2. Решения принимаются большинством голосов присутствующих.
          """)),
      .rejects(
        regulationExample(
          """
          1. Заседания Комиссии проводятся ежемесячно. Секретарь ⟦извещает⟧ членов Комиссии о дне заседания.

          2. Решения принимаются большинством голосов присутствующих.
          """)),
    ],
    .body { body, report in
      let notices = body.all(\.notices)
      guard !notices.contains(where: { $0.value.lead != nil }) else { return }
      if let first = notices.first {
        report(
          first.path, at: first.span, .noTerm,
          places: notices.dropFirst().prefix(10).map {
            Place(file: $0.path, at: $0.span, .noTermEither)
          }, help: .stateTerm)
        return
      }
      guard body.holdsMeetings, let place = body.meetingPlace else { return }
      report(
        place.path, at: place.span, .noNotice, level: body.takesVotes ? nil : .note,
        help: .stateTerm)
    })
}

extension Text {
  fileprivate static let noTerm = Text(
    ru: "Не сказано, за какой срок до заседания", en: "How long before the meeting is not said")
  fileprivate static let noTermEither = Text(
    ru: "и здесь без срока", en: "no term here either")
  fileprivate static let noNotice = Text(
    ru: "Заседания проводятся, а когда о них извещают членов, не сказано",
    en: "Meetings are held, and when members are told of them is not said")
  fileprivate static let stateTerm = Text(
    ru: "Например: «не позднее чем за 3 рабочих дня до дня заседания»",
    en: "For example: «не позднее чем за 3 рабочих дня до дня заседания»")
}
