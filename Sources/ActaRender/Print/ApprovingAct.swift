import ActaDiagnostics
import ActaLanguage
import ActaModel

/// What the stamps of an act's appendices say of the act.
struct ApprovingAct {
  let kind: DocumentKind
  /// In the genitive, behind a space; empty where it is unknown.
  let issuer: String
  /// Date and number: «от … № …».
  let requisites: String
  /// Whether the order puts documents in force («утвердить»), rather than only attaching them.
  let approves: Bool
  /// Whether the order speaks of a «приложение», rather than of a document «прилагаемый».
  let namesAppendix: Bool

  init(_ act: Act, _ settings: Settings) {
    let order = act.order.requisites
    kind = order.kind?.value ?? .order
    // A joint act's stamp would not hold all its issuers.
    issuer =
      order.issuers.count == 1
      ? order.issuers.first.flatMap { genitive(ofBody: settings.bodyName($0.value)) }
        .map { " " + $0 } ?? "" : ""
    let date = order.date.map { "от \($0.value.printed)" }
    let number = order.number.map { numbered($0.value) }
    requisites = [date, number].compactMap(\.self).joined(separator: " ")
    // «Утвердить», «УТВЕРДИТЬ», «утверждается»: what is common to them but the first letter.
    approves = Self.says(["твер", "ТВЕР"], behind: ["у", "У"], act.order)
    namesAppendix = Self.says(["риложени", "РИЛОЖЕНИ"], behind: ["п", "П"], act.order)
  }

  /// Whether a norm of the order has one of some words, their first letter in either case.
  private static func says(
    _ words: [String], behind letters: [String], _ order: Document
  ) -> Bool {
    let words = words.map { Array($0.utf8) }
    return order.provisions.contains { provision in
      guard provision.role == .norm || provision.role == .preamble else { return false }
      var text = provision.text.text
      return text.withUTF8 { text in words.contains { text.holds($0, behind: letters) } }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether some bytes stand in these one after another, behind one of a few letters of two bytes.
  fileprivate func holds(_ words: [UInt8], behind letters: [String]) -> Bool {
    guard let first = words.first, count >= words.count + 2 else { return false }
    for start in 2...count - words.count where self[start] == first {
      guard self[start..<start + words.count].elementsEqual(words) else { continue }
      if letters.contains(where: { self[start - 2..<start].elementsEqual($0.utf8) }) { return true }
    }
    return false
  }
}

/// The name of a body in the genitive, as in «приказом Министерства …»; `nil` where its endings tell too little.
///
/// Its adjectives and the noun they stand with are declined; what follows the noun is in the genitive already.
package func genitive(ofBody name: String) -> String? {
  var words = name.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
  for index in words.indices {
    if let adjective = genitive(ofAdjective: words[index]) {
      words[index] = adjective
      continue
    }
    guard let noun = genitive(ofNoun: words[index]) else { return nil }
    words[index] = noun
    return words.joined(separator: " ")
  }
  return nil
}

private func genitive(ofAdjective word: String) -> String? {
  let endings: [(nominative: String, genitive: String)] = [
    ("ая", "ой"), ("яя", "ей"), ("ое", "ого"), ("ее", "его"), ("ый", "ого"), ("ой", "ого"),
    ("ий", "его"), ("ые", "ых"), ("ие", "их"),
  ]
  let lower = word.lowercased()
  // «Минстрой» ends as «областной» does.
  guard !lower.ends(in: "строй"),
    let found = endings.first(where: { lower.ends(in: $0.nominative) })
  else { return nil }
  let stem = word.dropLast(2)
  guard let last = stem.last, stem.utf8.count >= 6 else { return nil }
  // «управление», «предприятие», «комиссия» are nouns.
  if found.nominative == "ие", !"гкхжшщч".contains(last) { return nil }
  if found.nominative == "ий", "гкх".contains(last) { return stem + "ого" }
  return stem + cased(found.genitive, like: word)
}

private func genitive(ofNoun word: String) -> String? {
  let lower = word.lowercased()
  let stem = lower.dropLast()
  guard let last = lower.last, let before = stem.last, stem.count >= 2 else { return nil }
  // So has an abbreviation: «МВД», «ФНС».
  if word.count < 5, word == word.uppercased() { return word }
  // Names put together from words in the genitive have one form: «Минобрнауки», «Минимущества».
  if ["науки", "имущества", "финансов", "развития", "бюро"].contains(where: { lower.ends(in: $0) })
  {
    return word
  }
  let ending: String? =
    switch last {
    case "а": "гкхжчшщ".contains(before) ? "и" : "ы"
    case "я": "и"
    case "о": "а"
    case "е", "й": "я"
    case "ы": "ов"
    case "ь": lower.ends(in: "ель") || lower.ends(in: "арь") ? "я" : "и"
    default: nil
    }
  if let ending { return word.dropLast() + cased(ending, like: word) }
  // The vowel of «комитет», «центр», «департамент» stays, as does that of nearly all nouns that name bodies.
  return "бвгдзклмнпрстфхцжшчщ".contains(last) ? word + cased("а", like: word) : nil
}

extension String {
  fileprivate func ends(in ending: String) -> Bool {
    utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}

/// An ending in capitals where the word is.
private func cased(_ ending: String, like word: String) -> String {
  word.count > 1 && word == word.uppercased() ? ending.uppercased() : ending
}
