import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaLanguage

/// Deadlines in running text: ⟦ ⟧ marks what is to be found, and nothing else may be.
struct DeadlineMentionTests {
  private func check(_ marked: String, _ expected: [Deadline]? = nil) {
    var (plain, spans, open) = ([UInt8](), [Span](), 0)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open = plain.count
      case "⟧": spans.append(Span(open, plain.count))
      default: plain += Array(String(scalar).utf8)
      }
    }
    let text = TokenizedText(bytes: plain)
    let found = DeadlineReader.mentions(in: text)
    #expect(found.map { text.text($0.span) } == spans.map { text.text($0) }, "\(marked)")
    #expect(found.map(\.span) == spans, "\(marked)")
    if let expected { #expect(found.map(\.value) == expected, "\(marked)") }
  }

  @Test(
    arguments: [
      "3. Управлению (Иванов И.И.) ⟦в срок до 1 июня 2025 г.⟧ разработать план мероприятий.",
      "4. Представлять отчет ⟦ежеквартально, не позднее 5 числа месяца, следующего за отчетным кварталом⟧, в Министерство.",
      "Секретарь ⟦не позднее чем за 3 рабочих дня до дня заседания⟧ уведомляет членов.",
      "Протокол оформляется ⟦в течение 5 рабочих дней со дня проведения заседания⟧ и подписывается.",
      "Реализация Стратегии развития до 2036 года идёт в два этапа: ⟦с 2024 по 2026 год⟧; ⟦с 2027 по 2030 год⟧.",
      "Жалоба рассматривается ⟦в срок, не превышающий 30 дней со дня её подачи⟧.",
      "Отчет размещается ⟦ежегодно до 1 февраля года, следующего за отчетным⟧.",
      "Заседания проводятся ⟦по мере необходимости (но не реже 1 раза в квартал)⟧ и открыты.",
      "Срок рассмотрения ⟦не должен превышать 10 рабочих дней⟧.",
      "Сведения представляются ⟦до 15 января, 15 апреля и 15 июля ежегодно⟧.",
      "Замечания представляются ⟦в двухдневный срок⟧ и ⟦через 5 дней⟧ направляются председателю.",
      "Обеспечить исполнение ⟦в сроки, установленные дорожной картой⟧.",
      "Завершить работы ⟦до 1 марта и до 1 июня 2025 года⟧.",
    ])
  func `a deadline is found with its whole span`(_ marked: String) { check(marked) }

  @Test(
    arguments: [
      "В соответствии с распоряжением от 06.10.2021 № 2816-р и законом от 27 июля 2010 г. № 210-ФЗ приказываю:",
      "Граждане 1978 года рождения и старше, ул. 8 Марта, д. 5.",
      "Прием ведётся с 9.00 до 18.00, перерыв с 13.00 до 14.00.",
      "По состоянию на 1 января 2025 г. численность составила 120 человек.",
      "Программа «Развитие до 2030 года», план на 2025 год, отчет за 2024 год.",
      "Председатель назначается на срок 5 лет.", "Приложение № 2 к приказу от 15.04.2025 № 12.",
      "Постоянно действующая комиссия при необходимости привлекает экспертов.",
      "Более половины членов, не менее двух третей голосов, пункты 1, 2 и 3, статья 5.",
    ])
  func `what is no deadline is not found`(_ text: String) { check(text) }

  @Test func `a deadline that cannot be read is found as such`() {
    for marked in [
      "Контроль осуществляется ⟦не позднее наступления обстоятельств⟧.",
      "Заявка подается ⟦в полуторамесячный срок⟧.", "План утверждается ⟦до начала отчётного года⟧.",
      "Доклад представить ⟦к 15 числу⟧.", "Ответ даётся ⟦в течение 15 минут⟧.",
      "Сдать ⟦к концу месяца⟧.", "Сделать ⟦в конце декабря 2024 года⟧.",
    ] {
      check(marked, [.unreadable])
    }
  }

  @Test func `forms without a day have readings of their own`() throws {
    let may = try #require(CalendarDate(year: 2024, month: 5, day: 1))
    let end = try #require(CalendarDate(year: 2024, month: 5, day: 31))
    check("Уведомить ⟦незамедлительно⟧.", [.promptly])
    check("Применяется ⟦с 1 мая 2024 г.⟧", [.period(DuePeriod(from: may))])
    check("Завершить ⟦до мая 2024 года⟧.", [.before(DuePeriod(from: may, to: end))])
    check("Сдать ⟦до начала мая 2024 года⟧.", [.date(DueDate(may, .until))])
    check(
      "Сдать ⟦до 1 марта⟧.", [.yearless(YearlessTerm(.day(1, month: 3), .until))])
    check("Провести ⟦в IV квартале⟧.", [.yearless(YearlessTerm(.quarter(4), .on))])
    check(
      "Докладывать ⟦еженедельно по пятницам⟧.", [.recurring(Periodicity(.week, by: .weekday(5)))])
    check("Менять ⟦раз в два года⟧.", [.recurring(Periodicity(.year, interval: 2))])
    check(
      "Хранить ⟦не менее 5 лет со дня подписания протокола⟧.",
      [.relative(RelativeTerm(5, .year, .after, .event("подписания протокола"), isEarliest: true))])
    check(
      "Приказ вступает в силу ⟦со дня его официального опубликования⟧.",
      [.relative(RelativeTerm(0, .calendarDay, .after, .publication))])
    check("Сдать ⟦до 31 сентября 2025 г.⟧", [.noSuchDate])
  }

  @Test func `«его» is the act only where the act is spoken of`() {
    check(
      "Решение направляется ⟦в течение 3 дней после его принятия⟧.",
      [.relative(RelativeTerm(3, .calendarDay, .after, .event("его принятия")))])
    check(
      "Настоящий приказ вступает в силу ⟦через 3 дня после его подписания⟧.",
      [.relative(RelativeTerm(3, .calendarDay, .after, .signing))])
  }
}
