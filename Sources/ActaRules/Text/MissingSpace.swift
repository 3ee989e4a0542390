import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Words that stand glued together.
  static let missingSpace = Rule(
    "text/missing-space", .note,
    summary: Text(
      ru: "Нет пробела: между словом и скобкой, после знака препинания, у «№», «г.», инициалов",
      en: "A space is missing: at a bracket, behind a mark, at «№», «г.» or initials"),
    reason: Text(
      ru: "Склеенные слова не находит поиск; часто здесь потерян и конец предложения.",
      en: "Search does not find words glued together; often the end of a sentence is lost too."),
    norm: Text(
      ru: "Слова разделяет пробел; знак «№» и сокращение «г.» отбивают от цифр "
        + "(ГОСТ Р 7.0.97-2016; ГОСТ Р 7.0.12-2011).",
      en: "A space parts words, and «№» and «г.» from figures (ГОСТ Р 7.0.97-2016, "
        + "ГОСТ Р 7.0.12-2011)."),
    examples: [
      .accepts("1. Акт(ы), лицо(а), сайт zaozerye.ru, А.В. Иванов, т.е. п.1, в т.ч. и.о. главы.\n"),
      .accepts("1. Приказ № 5 от 01.02.2023 г. и ООО «Рога», а также сайт e-dag.Ru.\n"),
      .rejects("1. Утвердить ⟦Концепцию(модель)⟧ развития.\n"),
      .rejects("1. Приказ ⟦№345⟧ от ⟦2023г⟧. принят.\n"),
      .rejects("1. Назначить ⟦М.И.Пакалова⟧ секретарём.\n"),
      .rejects("1. Решает ⟦совет,секретарь⟧ голосует.\n"),
    ],
    .document { document, report in
      var offences: [MissingKind: RepeatedOffence] = [:]
      for passage in TextPassage.all(in: document, where: hasGluedWords) {
        for (index, token) in passage.text.tokens.enumerated() where index > 0 && token.isGlued {
          guard let missing = MissingSpace(passage, at: index) else { continue }
          let point = passage.insertionPoint(missing.point)
          offences[missing.kind, default: RepeatedOffence(limit: 2)].add(
            passage.span(missing.start, missing.end), .missing(missing.kind),
            point.map { [Fix.Edit(file: document.path, at: $0, with: " ")] } ?? [])
        }
      }
      for kind in MissingKind.allCases {
        offences[kind]?.tell(in: document.path, &report, fix: .add) { .throughout(kind, $0) }
      }
    })
}

private func hasGluedWords(_ text: TokenizedText) -> Bool {
  var before = text[-1]
  for token in text.tokens {
    if token.isGlued {
      switch token.kind {
      case .openingBracket: if before.isWord { return true }
      case .number: if before.kind == .numberSign { return true }
      case .word:
        switch before.kind {
        case .number, .comma, .semicolon, .closingBracket, .period: return true
        default: break
        }
      default: break
      }
    }
    before = token
  }
  return false
}

private enum MissingKind: CaseIterable { case bracket, mark, sign, year, initials }

private struct MissingSpace {
  var kind: MissingKind
  /// The words in question, and where the space is missing.
  var start: Int
  var end: Int
  var point: Int

  init?(_ passage: TextPassage, at index: Int) {
    let text = passage.text
    let (before, token) = (text[index - 1], text[index])
    switch token.kind {
    case .openingBracket:
      guard token.mark == "(", Self.isWord(before, 3), Self.opensWords(text, index) else {
        return nil
      }
      (kind, start, point) = (.bracket, before.start, token.start)
      end = text[index + 1].end
      if text[index + 2].kind == .closingBracket { end = text[index + 2].end }
    case .number where before.kind == .numberSign:
      (kind, start, end, point) = (.sign, before.start, token.end, token.start)
    case .word where before.isNumber && before.digits == 4 && (token.is("г") || token.is("гг")):
      (kind, start, end, point) = (.year, before.start, token.end, token.start)
    case .word where before.kind == .comma || before.kind == .semicolon:
      guard Self.isWord(text[index - 2], 2), Self.isWord(token, 2), text[index - 1].isGlued else {
        return nil
      }
      (kind, start, end, point) = (.mark, text[index - 2].start, token.end, token.start)
    case .word where before.kind == .closingBracket && Self.isWord(token, 2):
      guard Self.closesWords(text, index - 1) else { return nil }
      (kind, start, end, point) = (.bracket, before.start, token.end, token.start)
    case .word where before.kind == .period && before.isGlued:
      guard token.flags.contains(.capitalized), Self.isWord(token, 2) else { return nil }
      let ahead = text[index - 2]
      if Self.isWord(ahead, 3), !ahead.flags.contains(.capitalized) || ahead.letters.count > 3 {
        (kind, start, end, point) = (.mark, ahead.start, token.end, token.start)
      } else if text.romanNumeral(at: index - 2) != nil, index == 2 {
        (kind, start, end, point) = (.mark, ahead.start, token.end, token.start)
      } else if Self.isInitial(ahead), Self.isWord(token, 3) {
        var first = index - 2
        if first >= 2, text[first].isGlued, text[first - 1].kind == .period,
          Self.isInitial(text[first - 2])
        {
          first -= 2
        }
        (kind, start, end, point) = (.initials, text[first].start, token.end, token.start)
      } else {
        return nil
      }
    default: return nil
    }
    if passage.isAddress(at: index) { return nil }
  }

  /// A Russian word of some letters.
  private static func isWord(_ token: Token, _ letters: Int) -> Bool {
    token.isWord && !token.flags.contains(.latin) && token.letters.count >= letters
  }

  private static func isInitial(_ token: Token) -> Bool {
    token.isWord && token.letters.count == 1 && token.flags.contains(.capitalized)
      && !token.flags.contains(.latin)
  }

  /// Whether the bracket holds words, not an ending: «акт(ы)», «установленный(ого)».
  private static func opensWords(_ text: TokenizedText, _ index: Int) -> Bool {
    let first = text[index + 1]
    guard isWord(first, 1) else { return false }
    if text[index + 2].kind == .closingBracket { return first.letters.count >= 5 }
    return !text[index + 2].isGlued || first.letters.count >= 5
  }

  private static func closesWords(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index].mark == ")" && index > 1 && isWord(text[index - 1], 4)
  }
}

extension Text {
  fileprivate static func missing(_ kind: MissingKind) -> Text {
    switch kind {
    case .bracket: Text(ru: "Нет пробела у скобки", en: "No space at the bracket")
    case .mark:
      Text(ru: "Нет пробела после знака препинания", en: "No space behind the punctuation mark")
    case .sign: Text(ru: "Нет пробела после «№»", en: "No space behind «№»")
    case .year: Text(ru: "Нет пробела перед «г.»", en: "No space in front of «г.»")
    case .initials: Text(ru: "Нет пробела после инициалов", en: "No space behind the initials")
    }
  }

  fileprivate static func throughout(_ kind: MissingKind, _ count: Int) -> Text {
    let one = missing(kind)
    return Text(ru: "\(one.ru) (мест: \(count))", en: "\(one.en) (places: \(count))")
  }

  fileprivate static let add = Text(ru: "поставить пробел", en: "put a space")
}
