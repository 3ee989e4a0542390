import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A deadline without a day that anybody could reckon.
  static let openEnded = Rule(
    "deadline/open-ended", .warning,
    summary: Text(
      ru: "Последний день срока не определить", en: "The last day of a deadline cannot be told"),
    reason: Text(
      ru: "Если день не назван и не вычисляется, исполнение не проверить: "
        + "просрочки у такого поручения не бывает.",
      en: "Where a day is neither named nor reckoned, nothing can ever be overdue."),
    norm: Text(
      ru:
        "ГК РФ, ст. 190–191: срок – дата, период или неизбежное событие; начало счёта должно быть "
        + "известно. Вступление в силу – Указ Президента РФ от 23.05.1996 № 763, п. 12, и сам акт.",
      en: "Civil Code, arts. 190–191: a date, a period or an event sure to come, its beginning "
        + "known. Entry into force: Decree of the President of 23.05.1996 No. 763 and the act."),
    examples: [
      .accepts(Self.order("не позднее 29.03.2024", "вступает в силу со дня опубликования")),
      .accepts(
        Self.order(
          "в течение 10 дней со дня вступления в силу настоящего приказа",
          "вступает в силу с 1 марта 2024 г.")),
      .accepts(Self.row("29.03.2024")),
      .rejects(
        Self.order(
          "⟦в течение 10 дней со дня вступления в силу настоящего приказа⟧",
          "вступает в силу со дня его официального опубликования")),
      .rejects(Self.row("⟦постоянно⟧")),
      .rejects(Self.row("⟦в течение 5 рабочих дней⟧")),
    ],
    .act { act, report in
      let needsEffect = act.documents.contains { $0.countsFromEffect }
      let effect = (needsEffect ? act.beginsByPublication : nil).map {
        Place(file: act.act.order.path, at: $0, .effectHere)
      }
      for document in act.documents { document.tellOpenEnded(effect, &report) }
    })

  private static func row(_ deadline: String) -> String {
    "//- order.md\n"
      + order("не позднее 29.03.2024", "вступает в силу со дня подписания")
      .replacing("дата:", with: "приложения: [plan.md]\nдата:") + "\n//- plan.md\n"
      + table("1 | Утверждение порядка | \(deadline) | Министерство")
  }

  private static func order(_ deadline: String, _ effect: String) -> String {
    """
    ---
    вид: приказ
    название: Об отчёте
    номер: 1
    дата: 01.02.2024
    орган: Министерство
    ---

    1. Отделу кадров \(deadline) представить отчёт.

    2. Настоящий приказ \(effect).
    """
  }
}

extension ReadAct {
  /// Where the act says that it takes effect by its publication, and nobody says on which day that is.
  fileprivate var beginsByPublication: Span? {
    guard let order else { return nil }
    if let effective = act.order.requisites.effective?.value {
      let text = TokenizedText(effective)
      guard text.tokens.contains(where: { $0.has(stem: "опубликован") }) else { return nil }
      return act.order.requisites.effective?.span
    }
    for passage in order.passages where passage.isNorm && !passage.isInFootnote {
      let folded = FoldedBytes(passage.text)
      guard folded.contains("вступает в силу"), folded.contains("опубликован") else { continue }
      return passage.prose.span
    }
    return nil
  }
}

extension Passage {
  /// «вступает в силу со дня …»: the beginning of other terms, none itself.
  fileprivate var setsEffect: Bool { FoldedBytes(text).contains("вступа") }
}

extension ReadDocument {
  fileprivate var countsFromEffect: Bool {
    boundDeadlines.contains { _, deadline in
      if case .relative(let term) = deadline.value { term.anchor == .entryIntoForce } else { false }
    }
  }

  /// `effect` is where the act takes effect on a day that is not stated.
  fileprivate func tellOpenEnded(_ effect: Place?, _ report: inout Report) {
    for (passage, deadline) in boundDeadlines {
      guard let place = passage.place(of: deadline.span) else { continue }
      switch deadline.value {
      case .relative(let term):
        tell(
          term, at: place, isCell: passage.isDeadlineCell, isEffect: passage.setsEffect, effect,
          &report)
      case .open, .promptly:
        guard passage.isDeadlineCell, case .milestone(let milestone, _) = passage.place else {
          continue
        }
        let row = roadmap?.rows.first { $0.span == milestone.span }
        guard row?.isDone != true else { continue }
        let isOnce = row?.action.stage.map { $0 < .realization } ?? false
        report(path, at: place, .openRow, level: isOnce ? .warning : .note, help: .nameLastDay)
      default: continue
      }
    }
  }

  private func tell(
    _ term: RelativeTerm, at place: Span, isCell: Bool, isEffect: Bool, _ effect: Place?,
    _ report: inout Report
  ) {
    guard !term.isEarliest else { return }
    switch term.anchor {
    case .entryIntoForce:
      guard let effect else { return }
      report(path, at: place, .unknownEffect, places: [effect], help: .nameDateOfEffect)
    case .publication where !isEffect:
      report(path, at: place, .unknownPublication, level: .note, help: .nameDateOfEffect)
    case .unspecified where isCell:
      report(path, at: place, .noBeginning, help: .nameBeginning)
    case .signing, .adoption, .publication, .event, .unspecified: return
    }
  }
}

extension Text {
  fileprivate static let unknownEffect = Text(
    ru: "Срок невычислим: он идёт со дня вступления акта в силу, а день опубликования неизвестен",
    en: "The deadline cannot be reckoned: it runs from the entry into force, which hangs on a day "
      + "of publication that is not stated")
  fileprivate static let effectHere = Text(
    ru: "вступление в силу – здесь", en: "the entry into force is here")
  fileprivate static let unknownPublication = Text(
    ru: "Срок идёт со дня опубликования, а он неизвестен",
    en: "The deadline runs from a day of publication that is not stated")
  fileprivate static let nameDateOfEffect = Text(
    ru: "назовите дату, или укажите «вступает-в-силу: ДД.ММ.ГГГГ», когда она станет известна",
    en: "name the date, or state «effective: DD.MM.YYYY» once it is known")
  fileprivate static let noBeginning = Text(
    ru: "Неизвестно, с какого дня идёт срок", en: "Nobody knows from which day the deadline runs")
  fileprivate static let nameBeginning = Text(
    ru: "допишите «со дня …»", en: "add «со дня …»")
  fileprivate static let openRow = Text(
    ru: "У мероприятия нет последнего дня", en: "The row has no last day")
  fileprivate static let nameLastDay = Text(
    ru: "назовите дату или период, а для повторяющегося – как часто",
    en: "name a date or a period; how often, where it comes back")
}
