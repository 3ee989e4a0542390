import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Letters of two alphabets in one word.
  static let mixedScript = Rule(
    "text/mixed-script", .error,
    summary: Text(
      ru: "Латинская буква в русском слове или русская в латинском",
      en: "A Latin letter in a Russian word, or a Russian one in a Latin word"),
    reason: Text(
      ru: "Глазу подмена не видна, но такое слово не найти поиском и не сверить с другим актом.",
      en: "The eye does not see it, but such a word can be neither found nor compared."),
    norm: Text(
      ru: "Акт излагается на государственном языке (53-ФЗ от 01.06.2005, ст. 1); реквизиты "
        + "совпадают посимвольно (ГОСТ Р 7.0.97-2016).",
      en: "Acts are written in the state language (53-ФЗ of 01.06.2005, art. 1); requisites agree "
        + "character by character (ГОСТ Р 7.0.97-2016)."),
    examples: [
      .accepts("## I. Общие положения\n\n1. Система «Дело-WEB», раздел XVI, COVID-19, IT-отдел.\n"),
      .accepts("1. Сайт daggji.e-dag.ru, почта ivanov_ii@mail.ru, сертификат 00B5A3F4D2E1.\n"),
      .accepts("1. Мощность 5 кВт, витамин C и ГОСТ ISO 9001, система «МойID».\n"),
      .rejects("1. Внедрение ⟦кlientоцентричности⟧ в работу.\n"),
      .rejects("1. Утвердить ⟦Пoложение⟧ о совете.\n"),
      .rejects("1. Настоящий приказ действует ⟦c⟧ 1 марта 2024 г.\n"),
      .rejects("1. Меры против ⟦СOVID⟧-19 и ⟦кадровoгo⟧ дефицита.\n"),
    ],
    .document { document, report in
      for passage in TextPassage.all(in: document, where: hasMixture) {
        let hasForeign = passage.text.bytes.contains { $0 >= 0xC3 && $0 <= 0xCA }
        for (index, token) in passage.text.tokens.enumerated() where token.isWord {
          if token.flags.contains(.lookAlike) || hasForeign {
            guard let word = MixedWord(passage, at: index) else { continue }
            let span = passage.span(of: token)
            var fix: Fix?
            if let meant = word.meant, let place = passage.editable(token.start, token.end) {
              fix = Fix(
                .rewrite(meant), word.isSure ? .safe : .unsafe,
                [Fix.Edit(file: document.path, at: place, with: meant)])
            }
            report(
              document.path, at: span, .mixed(word), level: word.isCertain ? nil : .warning,
              fix: fix)
          }
        }
      }
    })
}

private func hasMixture(_ text: TokenizedText) -> Bool {
  text.tokens.contains { $0.flags.contains(.lookAlike) }
    || text.bytes.contains { $0 >= 0xC3 && $0 <= 0xCA }
}

/// A word in letters of two alphabets, and what it was meant to be.
private struct MixedWord {
  var written: String
  /// The letters that do not belong, each once.
  var strangers: String
  var isLatinMeant = false
  var meant: String?
  /// Whether every stranger is the twin of the letter meant.
  var isSure = true
  /// Whether there is no honest reading of the word.
  var isCertain = true

  init?(_ passage: TextPassage, at index: Int) {
    let token = passage.text[index]
    written = passage.text.text(token.span)
    var runs: [(isLatin: Bool, text: [Unicode.Scalar])] = []
    for scalar in written.unicodeScalars {
      guard let isLatin = Script.isLatin(scalar) else { continue }
      if runs.last?.isLatin == isLatin {
        runs[runs.count - 1].text.append(scalar)
      } else {
        runs.append((isLatin, [scalar]))
      }
    }
    guard runs.count > 1 else {
      strangers = written
      guard runs.first?.isLatin == true, Self.isPreposition(passage, at: index),
        let scalar = written.unicodeScalars.first, let twin = Script.russianTwin(of: scalar)
      else { return nil }
      meant = String(twin)
      isCertain = false
      return
    }
    strangers = ""
    let latin = runs.filter(\.isLatin).flatMap(\.text)
    let russian = runs.filter { !$0.isLatin }.flatMap(\.text)
    if passage.text.romanNumeral(at: index) != nil || Self.isRomanWithEnding(runs) { return nil }
    if Self.isName(runs, latin) || Self.isCode(passage, at: index) { return nil }
    if passage.isAddress(at: index) { return nil }

    let twins = written.unicodeScalars.map {
      Script.isLatin($0) == true ? Script.russianTwin(of: $0) : $0
    }
    let latinTwins = written.unicodeScalars.map {
      Script.isLatin($0) == false ? Script.latinTwin(of: $0) : $0
    }
    let asLatin = latinTwins.compactMap { $0 }
    let asRussian = twins.compactMap { $0 }
    isLatinMeant = latin.count > russian.count && asLatin.count == latinTwins.count
    if isLatinMeant {
      meant = String(String.UnicodeScalarView(asLatin))
    } else if asRussian.count == twins.count {
      meant = String(String.UnicodeScalarView(asRussian))
    } else {
      isSure = false
      let guessed = written.unicodeScalars.map {
        Script.isLatin($0) == true ? Script.russianGuess(for: $0) : $0
      }
      let text = guessed.compactMap { $0 }
      if text.count == guessed.count { meant = String(String.UnicodeScalarView(text)) }
    }
    var seen: Set<Unicode.Scalar> = []
    for scalar in isLatinMeant ? russian : latin where seen.insert(scalar).inserted {
      strangers.unicodeScalars.append(scalar)
    }
  }

  /// «c 1 марта», «B соответствии»: a letter that stands for a Russian preposition or conjunction.
  private static func isPreposition(_ passage: TextPassage, at index: Int) -> Bool {
    let text = passage.text
    let token = text[index]
    guard token.end - token.start == 1 else { return false }
    let (before, next) = (text[index - 1], text[index + 1])
    let isFirst = index == 0 || before.kind == .period
    guard index == 0 || !token.isGlued, !next.isGlued else { return false }
    let isWordNext = next.isWord && !next.flags.contains(.latin)
    switch text.bytes[token.start] {
    case 0x61, 0x63, 0x6F, 0x79:  // a c o y
      guard before.kind != .numberSign, !before.flags.contains(.latin) || !before.isWord else {
        return false
      }
      return isWordNext || next.isNumber
    case 0x41, 0x42, 0x43, 0x4B, 0x4F:  // A B C K O
      return isFirst && isWordNext && !next.flags.contains(.capitalized) && !next.is("и")
    default: return false
    }
  }

  /// «XIXв»: a numeral with a word glued on.
  private static func isRomanWithEnding(_ runs: [(isLatin: Bool, text: [Unicode.Scalar])]) -> Bool {
    guard runs.count == 2, let numeral = runs.first, let ending = runs.last, numeral.isLatin,
      ending.text.count <= 3
    else { return false }
    return numeral.text.allSatisfy { "IVXLCDM".unicodeScalars.contains($0) }
  }

  /// «СберID», «ГосTech»: a name put together of two alphabets on purpose.
  private static func isName(
    _ runs: [(isLatin: Bool, text: [Unicode.Scalar])], _ latin: [Unicode.Scalar]
  ) -> Bool {
    guard runs.count == 2, let first = runs.first, let second = runs.last, first.text.count > 1,
      second.text.count > 1, latin.contains(where: { Script.russianTwin(of: $0) == nil })
    else { return false }
    let isUpper = latin.allSatisfy { $0.value >= 0x41 && $0.value <= 0x5A }
    return isUpper || second.text.first?.properties.isUppercase == true
      || first.isLatin && latin.count > 3
  }

  /// «А4B7»: letters among the digits of a code.
  private static func isCode(_ passage: TextPassage, at index: Int) -> Bool {
    let token = passage.text[index]
    guard token.flags.contains(.upperCase) else { return false }
    let next = passage.text[index + 1]
    return token.isGlued && passage.text[index - 1].isNumber || next.isGlued && next.isNumber
  }
}

/// Which alphabet a letter is of, and what it looks like in the other.
private enum Script {
  /// `nil` for what is a letter of neither.
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    case 0x400...0x481, 0x48A...0x4FF: false
    default: nil
    }
  }

  static func russianTwin(of latin: Unicode.Scalar) -> Unicode.Scalar? { twins[latin] }
  static func latinTwin(of russian: Unicode.Scalar) -> Unicode.Scalar? { latinTwins[russian] }

  /// The letter that a Latin one sounds like: «кlientо…» was typed for «клиенто…».
  static func russianGuess(for latin: Unicode.Scalar) -> Unicode.Scalar? {
    twins[latin] ?? sounds[latin]
  }

  private static let twins = pairs("AАBВCСEЕHНKКMМOОPРTТXХYУaаcсeеoоpрxхyу")
  private static let sounds = pairs(
    "bбdдfфgгhгiиjйkкlлmмnнrрsсtтuуvвzзDДFФGГIИLЛNНRРSСUУVВZЗéеèеëё")
  private static let latinTwins = Dictionary(
    twins.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

  private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    var pairs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      pairs[scalars[index]] = scalars[index + 1]
    }
    return pairs
  }
}

extension Text {
  fileprivate static func mixed(_ word: MixedWord) -> Text {
    let letters = word.strangers.map { "«\($0)»" }.joined(separator: ", ")
    let isOne = word.strangers.unicodeScalars.count == 1
    if word.isLatinMeant {
      return Text(
        ru:
          "В латинском слове «\(word.written)» \(isOne ? "русская буква" : "русские буквы") \(letters)",
        en: "Latin word «\(word.written)» has Russian \(isOne ? "letter" : "letters") \(letters)")
    }
    if word.written == word.strangers {
      return Text(
        ru: "Латинская буква \(letters) на месте русской",
        en: "Latin letter \(letters) stands for a Russian one")
    }
    return Text(
      ru: "В слове «\(word.written)» \(isOne ? "латинская буква" : "латинские буквы") \(letters)",
      en: "Word «\(word.written)» has Latin \(isOne ? "letter" : "letters") \(letters)")
  }

  fileprivate static func rewrite(_ meant: String) -> Text {
    Text(ru: "написать «\(meant)» одним алфавитом", en: "write «\(meant)» in one alphabet")
  }
}
