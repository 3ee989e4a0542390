import ActaModel

/// What a row of a roadmap does, and with what.
package struct RoadmapAction: Sendable, Hashable {
  /// How far the object of the row has come when it is done, in the order in which one object goes on.
  package enum Stage: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// определение, выявление, отбор
    case definition
    /// формирование, разработка, подготовка
    case drafting
    /// утверждение, принятие
    case approval
    /// реализация, внедрение, проведение
    case realization
    /// оценка
    case evaluation
    /// отчёт, доклад
    case report

    package static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  package var stage: Stage?
  /// What it is done with: the words besides those that tell the stage.
  package var object = ContentWords()
  /// Sets up, forms or founds something.
  package var isCreation = false
  /// Sums up all that was done before it: the mark reached, the plan's results.
  package var isFinal = false

  package init() {}

  package init(_ text: TokenizedText) {
    object = ContentWords(text, except: Self.excluded)
    for index in 0..<min(text.count, Self.reach) {
      guard let word = Self.words[text[index]], Self.opens(text, index, word.isNoun) else {
        continue
      }
      isCreation = word.meaning == .creation
      stage = Self.stage(word.meaning, followedBy: text[index + 1])
      isFinal = Self.sumsUp(text, from: index, word.meaning)
      break
    }
  }

  private static let reach = 40

  private enum Meaning: Sendable, Hashable {
    case stage(Stage)
    /// Says only that something goes on or is at its end: the next word tells what.
    case carrying
    case preparing
    case creation
    case reaching
    case summing
  }

  private struct Word: Sendable {
    var meaning: Meaning
    var isNoun: Bool
  }

  /// A noun says what the row does only as its first word: «Перевод писем на утверждение» approves nothing.
  private static func opens(_ text: TokenizedText, _ index: Int, _ isNoun: Bool) -> Bool {
    !isNoun || index == 0 || index == 1 && !text[0].isWord
  }

  private static func stage(_ meaning: Meaning, followedBy next: Token) -> Stage? {
    switch meaning {
    case .stage(let stage): stage
    case .carrying: next.has(stem: "оценк") || next.has(stem: "оцен") ? .evaluation : .realization
    case .preparing: isReport(next) ? .report : .drafting
    case .creation: nil
    case .reaching: .evaluation
    case .summing: .report
    }
  }

  private static func isReport(_ token: Token) -> Bool {
    token.has(stem: "отчет") || token.has(stem: "доклад") || token.has(stem: "итогов")
      || token.has(stem: "сводн")
  }

  private static func sumsUp(_ text: TokenizedText, from index: Int, _ meaning: Meaning) -> Bool {
    let near = index + 1..<index + 7
    switch meaning {
    case .reaching:
      return near.contains { measures[text[$0]] == true }
    case .summing, .preparing, .stage(.report), .stage(.evaluation):
      let isLast = near.contains { text[$0].has(stem: "итог") }
      return isLast && near.contains { wholes[text[$0]] == true }
    case .stage, .carrying, .creation: return false
    }
  }

  private static let measures = Lexicon<Bool>([
    .stem("оценк", true), .stem("уровн", true), .stem("показател", true), .stem("значени", true),
  ])

  private static let wholes = Lexicon<Bool>([
    .stem("план", true), .stem("дорожн", true), .stem("мероприят", true), .stem("программ", true),
    .stem("проект", true),
  ])

  private static func noun(_ word: StaticString, _ meaning: Meaning) -> Lexicon<Word>.Entry {
    .word(word, Word(meaning: meaning, isNoun: true))
  }

  /// Short participles of a stem, in every gender.
  private static func done(_ stem: StaticString, _ meaning: Meaning) -> Lexicon<Word>.Entry {
    .form(stem, Endings(["", "а", "о", "ы"]), Word(meaning: meaning, isNoun: false))
  }

  private static let words = Lexicon<Word>([
    noun("определение", .stage(.definition)), noun("определить", .stage(.definition)),
    done("определен", .stage(.definition)), noun("выявление", .stage(.definition)),
    noun("выявить", .stage(.definition)), done("выявлен", .stage(.definition)),
    noun("отбор", .stage(.definition)), noun("отобрать", .stage(.definition)),
    done("отобран", .stage(.definition)),
    noun("формирование", .stage(.drafting)), noun("сформировать", .stage(.drafting)),
    done("сформирован", .stage(.drafting)), noun("разработка", .stage(.drafting)),
    noun("разработать", .stage(.drafting)), done("разработан", .stage(.drafting)),
    noun("составление", .stage(.drafting)), noun("составить", .stage(.drafting)),
    done("составлен", .stage(.drafting)),
    noun("подготовка", .preparing), noun("подготовить", .preparing),
    done("подготовлен", .preparing),
    noun("представление", .preparing), done("представлен", .preparing),
    noun("утверждение", .stage(.approval)), noun("утвердить", .stage(.approval)),
    done("утвержден", .stage(.approval)), noun("принятие", .stage(.approval)),
    noun("принять", .stage(.approval)), done("принят", .stage(.approval)),
    noun("реализация", .stage(.realization)), noun("реализовать", .stage(.realization)),
    done("реализован", .stage(.realization)), noun("внедрение", .stage(.realization)),
    noun("внедрить", .stage(.realization)), done("внедрен", .stage(.realization)),
    noun("проведение", .carrying), noun("провести", .carrying), done("проведен", .carrying),
    noun("осуществление", .carrying), done("осуществлен", .carrying),
    noun("выполнение", .carrying), done("выполнен", .carrying),
    noun("завершение", .carrying), noun("завершить", .carrying), done("завершен", .carrying),
    noun("оценка", .stage(.evaluation)), noun("оценить", .stage(.evaluation)),
    done("оценен", .stage(.evaluation)),
    noun("отчет", .stage(.report)), noun("доклад", .stage(.report)),
    noun("подведение", .summing), noun("подвести", .summing),
    .stem("достижени", Word(meaning: .reaching, isNoun: false)), done("достигнут", .reaching),
    noun("получение", .reaching),
    noun("создание", .creation), noun("создать", .creation), done("создан", .creation),
    noun("образование", .creation), noun("образовать", .creation), done("образован", .creation),
  ])

  /// Words of action, which say nothing of the object.
  private static let excluded = Lexicon<Bool>([
    .stem("определен", true), .stem("выявлен", true), .stem("отобран", true),
    .stem("формирован", true), .stem("сформирован", true), .stem("разработ", true),
    .stem("составлен", true), .stem("подготов", true), .stem("утвержд", true),
    .stem("утверд", true), .stem("проведен", true), .stem("провести", true),
    .stem("осуществлен", true), .stem("выполнен", true), .stem("завершен", true),
    .stem("реализ", true), .stem("достижен", true), .stem("достигнут", true),
    .stem("обеспечен", true), .stem("создан", true), .stem("образован", true),
    .stem("получен", true), .form("оценк", .feminine, true),
  ])
}
