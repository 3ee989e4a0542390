import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// The enacting word is missing, or is that of another kind of act.
  static let enactingWord = Rule(
    "act/enacting-word", .warning,
    summary: Text(
      ru: "Нет распорядительного слова или оно от другого вида акта",
      en: "The enacting word is missing or belongs to another kind of act"),
    reason: Text(
      ru: "По слову «приказываю» видно, где кончаются мотивы и начинаются поручения и кто их дал.",
      en: "The word shows where the reasons end and the orders begin, and who gives them."),
    norm: Text(
      ru: "Приказ – «приказываю» (1-е лицо), постановление – «постановляет», решение – «решил»; "
        + "распоряжение может слова не иметь (ГОСТ Р 7.0.97-2016).",
      en: "An order says «приказываю», a resolution «постановляет», a decision «решил»; "
        + "a directive may have no such word (ГОСТ Р 7.0.97-2016)."),
    examples: [
      .accepts(Sample.order(text: "В целях отбора п р и к а з ы в а ю:\n\n1. Утвердить штат.", [])),
      .accepts(
        Sample.order(kind: "распоряжение", text: "В целях отбора:\n\n1. Утвердить штат.", [])),
      .rejects(Sample.order(text: "В целях отбора ⟦постановляю:⟧\n\n1. Утвердить штат.", [])),
      .rejects(Sample.order(text: "⟦В целях отбора:⟧\n\n1. Утвердить штат.", [])),
    ],
    .act { read, report in
      guard let order = read.order, let kind = order.document.kind,
        let expected = EnactingVerb(kind: kind)
      else { return }
      let words = order.passages.compactMap { passage -> (String, Span?)? in
        guard case .provision(let provision) = passage.place, let range = provision.enacting,
          passage.text.utf8.count >= range.upperBound
        else { return nil }
        let bytes = Array(passage.text.utf8)[range]
        return (
          String(decoding: bytes, as: UTF8.self),
          passage.place(of: Span(range.lowerBound, range.upperBound))
        )
      }
      guard let (word, span) = words.first else {
        guard kind != .directive else { return }
        let preamble = order.passages.first { passage in
          guard case .provision(let provision) = passage.place else { return false }
          return provision.role == .preamble
        }
        // An act without a preamble begins with its points; a draft may be a fragment.
        guard let preamble else { return }
        let count = preamble.text.utf8.count
        report(order.path, at: preamble.place(of: Span(0, count)), .missing(expected.example))
        return
      }
      let letters = word.lowercased().filter(\.isLetter)
      if !expected.stems.contains(where: letters.hasPrefix) {
        report(order.path, at: span, .wrong(letters, kind.ru, expected.example))
        return
      }
      let isJoint = order.document.requisites.issuers.count > 1
      if isJoint, letters.hasSuffix("ваю") || letters.hasSuffix("ляю") {
        report(order.path, at: span, .singular(letters))
      } else if !isJoint, order.document.requisites.signatories.count < 2,
        letters.hasSuffix("ваем") || letters.hasSuffix("ляем")
      {
        report(order.path, at: span, .plural(letters))
      }
    })
}

/// The enacting words that a kind of act takes.
private struct EnactingVerb {
  var stems: [String]
  var example: String

  init?(kind: DocumentKind) {
    switch kind {
    case .order: self.init(["приказыва"], "приказываю")
    case .resolution: self.init(["постановля"], "постановляет")
    case .decision: self.init(["реш"], "решил")
    case .directive: self.init(["распоряжа", "обязыва", "предлага"], "распоряжаюсь")
    default: return nil
    }
  }

  private init(_ stems: [String], _ example: String) {
    self.stems = stems
    self.example = example
  }
}

extension Text {
  fileprivate static func missing(_ word: String) -> Text {
    Text(
      ru: "Преамбула не кончается распорядительным словом: здесь нужно «\(word):»",
      en: "The preamble does not end with an enacting word: «\(word):» is expected")
  }

  fileprivate static func wrong(_ word: String, _ kind: String, _ expected: String) -> Text {
    Text(
      ru: "«\(word)» – слово другого вида акта; \(kind) – «\(expected)»",
      en: "«\(word)» belongs to another kind of act; here it is «\(expected)»")
  }

  fileprivate static func singular(_ word: String) -> Text {
    Text(
      ru: "«\(word)» в совместном акте: издателей несколько – «приказываем»",
      en: "«\(word)» in a joint act: several issuers say «приказываем»")
  }

  fileprivate static func plural(_ word: String) -> Text {
    Text(
      ru: "«\(word)» во множественном числе, а издатель и подпись – один",
      en: "«\(word)» is in the plural, issuer and signature are one")
  }
}
