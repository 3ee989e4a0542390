import ActaDiagnostics
package import ActaModel

/// The words of the stamp on an appendix's first page (ГОСТ Р 7.0.97, requisites 16 and 19).
package struct ApprovalStamp: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    package var text: String
    /// Stands apart from the line above it.
    package var opensParagraph = false
  }

  package var lines: [Line] = []

  package init(of appendix: Appendix, in act: Act, _ settings: Settings) {
    let order = act.order.requisites
    let kind = order.kind?.value ?? .order
    let issuers = order.issuers.compactMap { genitive(ofBody: settings.bodyName($0.value)) }
    // A joint act's stamp would not hold all its issuers.
    let issuer = issuers.count == 1 && order.issuers.count == 1 ? " \(issuers[0])" : ""
    let date = order.date.map { "от \($0.value.text)" }
    let number = order.number.map { numbered($0.value) }
    let requisites = [date, number].compactMap(\.self).joined(separator: " ")
    if act.approvesAppendices {
      if let number = appendix.number { lines.append(Line(text: "Приложение № \(number)")) }
      let participle = (appendix.document.kind ?? .regulation).approved
      lines.append(Line(text: participle, opensParagraph: true))
      lines.append(Line(text: kind.instrumental + issuer))
    } else {
      lines.append(
        Line(text: appendix.number.map { "Приложение № \($0)" } ?? "Приложение"))
      lines.append(Line(text: "к \(kind.dative)\(issuer)"))
    }
    if !requisites.isEmpty { lines.append(Line(text: requisites)) }
  }
}

extension Act {
  /// Whether the order puts documents in force («утвердить»), rather than only attaching them.
  var approvesAppendices: Bool {
    order.provisions.contains { provision in
      guard provision.role == .norm || provision.role == .preamble else { return false }
      return provision.text.text.lowercased().contains("утверд")
    }
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
  let softened: Set<Character> = ["г", "к", "х", "ж", "ш", "щ", "ч"]
  let endings: [(nominative: String, genitive: String)] = [
    ("ая", "ой"), ("яя", "ей"), ("ое", "ого"), ("ее", "его"), ("ый", "ого"), ("ой", "ого"),
    ("ий", "его"), ("ые", "ых"), ("ие", "их"),
  ]
  for (nominative, genitive) in endings where word.lowercased().hasSuffix(nominative) {
    let stem = word.dropLast(2)
    guard stem.count >= 3 else { return nil }
    // «управление», «предприятие», «комиссия» are nouns.
    if nominative == "ие" {
      guard let last = stem.last, softened.contains(last) else { return nil }
    }
    if nominative == "ий", let last = stem.last, ["г", "к", "х"].contains(last) {
      return stem + "ого"
    }
    return stem + cased(genitive, like: word)
  }
  return nil
}

private func genitive(ofNoun word: String) -> String? {
  let lower = word.lowercased()
  let stem = lower.dropLast()
  guard let last = lower.last, let before = stem.last, stem.count >= 2 else { return nil }
  let ending: String? =
    switch last {
    case "а": "гкхжчшщ".contains(before) ? "и" : "ы"
    case "я": "и"
    case "о": "а"
    case "е": "я"
    case "ы": "ов"
    case "ь": lower.hasSuffix("ель") || lower.hasSuffix("арь") ? "я" : "и"
    default: nil
    }
  if let ending { return word.dropLast() + cased(ending, like: word) }
  // The vowel of «комитет», «центр», «департамент» stays, as does that of nearly all nouns that name bodies.
  return "бвгдзклмнпрстфхцжшчщ".contains(last) ? word + cased("а", like: word) : nil
}

/// An ending in capitals where the word is.
private func cased(_ ending: String, like word: String) -> String {
  word.count > 1 && word == word.uppercased() ? ending.uppercased() : ending
}
