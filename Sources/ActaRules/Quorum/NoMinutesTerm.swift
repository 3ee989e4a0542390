import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Minutes have no term, or nobody signs them.
  static let noMinutesTerm = Rule(
    "quorum/no-minutes-term", .warning,
    summary: Text(
      ru: "Для протокола не установлен срок оформления, рассылки или тот, кто подписывает",
      en: "Minutes have no term for drawing up or sending, or no signatory"),
    reason: Text(
      ru:
        "Решение действует по протоколу; без срока его исполнение откладывается как угодно долго.",
      en: "Decisions live by the minutes; without a term they wait for as long as one likes."),
    norm: Text(
      ru: "Обычай: протокол оформляется за 3–10 рабочих дней, рассылается за 3–5 после подписания; "
        + "подписывают председательствующий и секретарь.",
      en:
        "Custom: minutes within 3 to 10 working days, sent 3 to 5 after signing, signed by whoever "
        + "presides and by the secretary."),
    examples: [
      .accepts(
        regulationExample(
          """
          1. Протокол оформляется в течение 5 рабочих дней со дня заседания и подписывается председательствующим.
          """)),
      .accepts(
        regulationExample(
          """
          1. Протокол в течение 5 рабочих дней подписывается председательствующим и направляется членам Комиссии.
          """)),
      .rejects(
        regulationExample(
          """
          1. Решения принимаются большинством голосов присутствующих.

          2. Протокол заседания ⟦подписывается председателем⟧ Комиссии.
          """)),
      .rejects(
        regulationExample(
          """
          1. Протокол оформляется в течение 5 рабочих дней со дня заседания и подписывается председательствующим.

          2. Протокол ⟦направляется⟧ членам Комиссии.
          """)),
    ],
    .body { body, report in
      let minutes = body.all(\.minutes)
      guard !minutes.isEmpty else { return }
      let drawnUp = minutes.filter { if case .drawnUp = $0.value { true } else { false } }
      let signed = minutes.filter { if case .signed = $0.value { true } else { false } }
      let sent = minutes.filter { if case .sent = $0.value { true } else { false } }
      let hasTerm = minutes.contains {
        if case .drawnUp(_, within: .some) = $0.value { true } else { false }
      }
      let hasSending = minutes.contains {
        if case .sent(within: .some) = $0.value { true } else { false }
      }
      // The word on signing says most of when the minutes are ready.
      if !hasTerm, let place = signed.first ?? drawnUp.first {
        let others = sent.filter { _ in !hasSending }
        report(
          place.path, at: place.span, .noTermToDrawUp, level: body.takesVotes ? nil : .note,
          places: others.prefix(10).map { Place(file: $0.path, at: $0.span, .sentWithoutTerm) },
          help: .stateMinutesTerm)
      } else if !hasSending, let place = sent.first {
        report(
          place.path, at: place.span, .noTermToSend,
          places: sent.dropFirst().prefix(10).map {
            Place(file: $0.path, at: $0.span, .sentWithoutTerm)
          }, help: .stateSendingTerm)
      }
      if signed.isEmpty, body.takesVotes, let place = drawnUp.first {
        report(place.path, at: place.span, .nobodySigns, level: .note)
      }
    })
}

extension Text {
  fileprivate static let noTermToDrawUp = Text(
    ru: "Не сказано, в какой срок оформляется протокол",
    en: "Within which term the minutes are drawn up is not said")
  fileprivate static let noTermToSend = Text(
    ru: "Не сказано, в какой срок рассылается протокол",
    en: "Within which term the minutes are sent is not said")
  fileprivate static let sentWithoutTerm = Text(
    ru: "рассылка тоже без срока", en: "sent without a term too")
  fileprivate static let nobodySigns = Text(
    ru: "Не сказано, кто подписывает протокол", en: "Who signs the minutes is not said")
  fileprivate static let stateMinutesTerm = Text(
    ru: "Например: «в течение 5 рабочих дней со дня заседания»",
    en: "For example: «в течение 5 рабочих дней со дня заседания»")
  fileprivate static let stateSendingTerm = Text(
    ru: "Например: «в течение 3 рабочих дней со дня подписания протокола»",
    en: "For example: «в течение 3 рабочих дней со дня подписания протокола»")
}
