import ActaDiagnostics
import ActaLanguage
import ActaModel

/// What the points of an order tell to do.
struct OrderPoint {
  enum Kind {
    /// «Утвердить», «Создать»: done by being said.
    case performative
    /// «Внедрить стандарты …»: somebody has to do it, and nobody is named.
    case task
    /// «Отделу … разместить …»
    case assignment
    /// «Контроль за исполнением …»
    case control
    /// «Настоящий приказ вступает в силу …»
    case entry
    case other
  }

  var kind: Kind
  var passage: Passage
  var text: TokenizedText
  var provision: Provision
  /// What is to be done: the first infinitive.
  var verb: Int?

  /// The numbered points and their items, in the order of the text.
  static func all(in order: ReadDocument) -> [OrderPoint] {
    var found: [OrderPoint] = []
    var kinds: [Int: Kind] = [:]
    for (index, passage) in order.passages.enumerated() {
      guard case .provision(let provision) = passage.place, provision.role == .norm,
        provision.headingLevel == nil, order.texts.indices.contains(index),
        !passage.isInFootnote
      else { continue }
      let text = order.texts[index]
      var point = OrderPoint(
        kind: .other, passage: passage, text: text, provision: provision, verb: nil)
      point.classify(under: passage.parent.flatMap { kinds[$0] })
      kinds[index] = point.kind
      found.append(point)
    }
    return found
  }

  private mutating func classify(under outer: Kind?) {
    let folded = FoldedBytes(passage.text)
    verb = (0..<min(text.count, 80)).first { Self.isInfinitive(text[$0]) }
    if folded.hasPrefix("контрол") && folded.contains("исполнени")
      || folded.contains("контроль за исполнением") || folded.contains("контроль за выполнением")
      || folded.contains("контроль исполнения") || folded.contains("контроль за реализацией")
      || folded.contains("контроль над исполнением")
    {
      kind = .control
    } else if folded.contains("вступает в силу") || folded.contains("вступают в силу") {
      kind = .entry
    } else if let verb {
      if Self.performatives[text[verb]] != nil, verb <= 2 || outer != .assignment {
        kind = .performative
      } else if verb == 0 {
        kind = outer == .assignment ? .assignment : outer == .performative ? .performative : .task
      } else {
        kind = .assignment
      }
    } else {
      // «Отделу кадров:» gives its items to somebody.
      let isChapeau = text[text.count - 1].kind == .colon
      kind = outer == .assignment || isChapeau ? .assignment : .other
    }
  }

  /// Whether the deadline of the point, of what is above it or below it is set.
  static func isInfinitive(_ token: Token) -> Bool {
    guard token.isWord, token.letters.count > 4 else { return false }
    let letters = token.letters
    if nouns.contains(letters) { return false }
    return letters.ends(in: "ить") || letters.ends(in: "ать") || letters.ends(in: "ять")
      || letters.ends(in: "еть") || letters.ends(in: "уть") || letters.ends(in: "ести")
      || letters.ends(in: "люсти") || letters.ends(in: "йти") || letters.ends(in: "ться")
      || letters.ends(in: "оть")
      || letters.ends(in: "ечь") || letters.ends(in: "зти")
  }

  private static let nouns: Set<Letters> = [
    "печать", "память", "тетрадь", "площадь", "сеть", "нефть", "пять", "десять", "кровать",
    "двадцать", "тридцать", "девять", "опять", "треть", "четверть", "смерть", "соль",
  ]

  /// Verbs that do what they say.
  static let performatives = Lexicon<Bool>([
    .word("утвердить", true), .word("создать", true), .word("образовать", true),
    .word("признать", true), .word("внести", true), .word("установить", true),
    .word("определить", true), .word("назначить", true), .word("возложить", true),
    .word("ввести", true), .word("отменить", true), .word("считать", true),
    .word("включить", true), .word("исключить", true), .word("вывести", true),
    .word("одобрить", true), .word("принять", true), .word("рекомендовать", true),
    .word("поручить", true), .word("предложить", true), .word("наделить", true),
    .word("уполномочить", true), .word("закрепить", true), .word("переименовать", true),
    .word("ликвидировать", true), .word("учредить", true), .word("присвоить", true),
    .word("наградить", true), .word("объявить", true), .word("изложить", true),
    .word("дополнить", true), .word("продлить", true), .word("приостановить", true),
    .word("освободить", true), .word("сформировать", true), .word("оставить", true),
    .word("заменить", true), .word("упразднить", true), .word("реорганизовать", true),
    .word("распространить", true), .word("указать", true), .word("согласовать", true),
    .word("обязать", true), .word("разрешить", true), .word("запретить", true),
    .word("прекратить", true), .word("выделить", true), .word("предоставить", true),
    .word("просить", true), .word("избрать", true), .word("утверждать", true),
  ])

  /// The number, or the words where there is none.
  var span: Span? {
    provision.number?.span ?? passage.place(of: Span(0, min(passage.text.utf8.count, 40)))
  }

  /// From the point's number to the end of its first words.
  var opening: Span? {
    let words = passage.place(of: text.span(0..<min(text.count, 3)))
    guard let number = provision.number?.span else { return words }
    return words.map { number.joined($0) } ?? number
  }
}
