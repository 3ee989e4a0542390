package import ActaModel

/// The participle that an approval stamp takes: «УТВЕРЖДЕНО», in the gender and number of the title's own first word
/// and, where that word is unknown, of the kind (ГОСТ Р 7.0.97, requisite 16).
package func approvalParticiple(title: String?, kind: DocumentKind?) -> String {
  func parts(_ mark: Character) -> Bool {
    mark == " " || mark == "\u{A0}" || mark == "\n" || mark == "("
  }
  let first = (title ?? "").drop(while: parts).prefix { !parts($0) }
  if !first.isEmpty, let known = gender(of: FoldedBytes(first)) { return known }
  return kind?.approved ?? "УТВЕРЖДЕН"
}

private func gender(of word: FoldedBytes) -> String? {
  let text = String(decoding: word.bytes, as: UTF8.self)
  return nouns[text]
}

/// Nouns that name documents, in the nominative; «план мероприятий» agrees with «план».
private let nouns: [String: String] = {
  var nouns: [String: String] = [:]
  for noun in [
    "порядок", "регламент", "перечень", "план", "состав", "устав", "список", "график", "реестр",
    "стандарт", "кодекс", "протокол", "проект", "паспорт", "бланк", "классификатор", "макет",
    "отчет",
    "лист", "журнал", "механизм", "комплекс",
  ] { nouns[noun] = "УТВЕРЖДЕН" }
  for noun in [
    "концепция", "модель", "карта", "дорожная", "форма", "инструкция", "методика", "программа",
    "стратегия", "структура", "схема", "смета", "декларация", "организационная", "типовая",
    "примерная", "таблица", "заявка", "анкета", "политика", "ведомость",
  ] { nouns[noun] = "УТВЕРЖДЕНА" }
  for noun in ["положение", "распределение", "расписание", "задание", "соглашение", "описание"] {
    nouns[noun] = "УТВЕРЖДЕНО"
  }
  for noun in [
    "правила", "требования", "рекомендации", "методические", "критерии", "нормативы", "показатели",
    "изменения", "формы", "условия", "принципы", "основы", "мероприятия",
  ] { nouns[noun] = "УТВЕРЖДЕНЫ" }
  return nouns
}()
