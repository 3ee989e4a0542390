import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Nothing says how often a body meets.
  static let noFrequency = Rule(
    "quorum/no-frequency", .warning,
    summary: Text(
      ru: "Не сказано, как часто проводятся заседания", en: "How often a body meets is not said"),
    reason: Text(
      ru: "Орган, которому ничто не велит собираться, может не собраться ни разу.",
      en: "A body that nothing bids to meet may never meet."),
    norm: Text(
      ru: "Обычай: «не реже одного раза в квартал», «по мере необходимости, но не реже …».",
      en: "Custom: «не реже одного раза в квартал», «по мере необходимости, но не реже …»."),
    examples: [
      .accepts(
        regulationExample(
          """
          1. Заседания Комиссии проводятся по мере необходимости, но не реже одного раза в квартал.

          2. Решения принимаются большинством голосов присутствующих.
          """)),
      .rejects(
        regulationExample(
          """
          1. ⟦Заседания Комиссии проводятся⟧ по решению её председателя.

          2. Решения принимаются большинством голосов присутствующих.
          """)),
    ],
    .body { body, report in
      guard body.all(\.meetings).isEmpty, body.holdsMeetings, let place = body.meetingPlace else {
        return
      }
      if let unread = body.unread(.meetings).first {
        report(unread.path, at: unread.span, .unreadRule, level: .note)
        return
      }
      report(
        place.path, at: place.span, .noFrequency(body.quoted),
        level: body.takesVotes ? nil : .note, help: .stateFrequency)
    })
}

extension Text {
  fileprivate static func noFrequency(_ name: (ru: String, en: String)) -> Text {
    Text(
      ru: "Не сказано, как часто проводятся заседания: \(name.ru)",
      en: "How often meetings are held is not said: \(name.en)")
  }

  fileprivate static let stateFrequency = Text(
    ru: "Например: «не реже одного раза в квартал»",
    en: "For example: «не реже одного раза в квартал»")
}
