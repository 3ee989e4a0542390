import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Front matter states another quorum or majority than the text.
  static let assertionFailed = Rule(
    "quorum/assertion-failed", .error,
    summary: Text(
      ru: "Кворум или большинство во вступлении файла не те, что в тексте",
      en: "Front matter states another quorum or majority than the text"),
    reason: Text(
      ru:
        "Текст – это право; утверждение во вступлении только проверяет его, и проверка не сошлась.",
      en: "The text is the law; front matter only asserts, and the assertion does not hold."),
    norm: Text(
      ru: "Ключи «кворум» и «большинство» сверяются с предложениями положения.",
      en: "The keys «кворум» and «большинство» are held against the regulation's sentences."),
    examples: [
      .accepts(
        regulationExample(
          "1. Заседание правомочно, если на нём присутствует более половины членов Комиссии.",
          front: "кворум: \"> 1/2\"")),
      .rejects(
        regulationExample(
          "1. Заседание правомочно, если на нём присутствует более половины членов Комиссии.",
          front: "кворум: \"⟦>= 2/3⟧\"")),
      .rejects(
        regulationExample(
          "1. Комиссия рассматривает проекты.",
          front: "кворум: \"⟦>= 2/3⟧\"")),
    ],
    .body { body, report in
      for document in body.regulations {
        let requisites = document.document.requisites
        if let stated = requisites.quorum, let asserted = AssertedShare(stated.value) {
          let rules = document.body.quorums.filter { $0.value.setting == .meeting }
          let holds = rules.contains { asserted.is($0.value.size) }
          let isUnread = rules.isEmpty && document.body.unread.contains { $0.value == .quorum }
          // That a body which votes has no quorum is told where it votes.
          if !holds, !rules.isEmpty || !body.takesVotes {
            tell(
              stated, rules.first?.span, .quorumDiffers(stated.value), .textHasNoQuorum,
              isUnread: isUnread, document, &report)
          }
        }
        if let stated = requisites.majority, let asserted = AssertedShare(stated.value) {
          let rules = document.body.votes.filter {
            if case .majority(let majority) = $0.value {
              majority.share != nil && majority.setting == .meeting
            } else {
              false
            }
          }
          let holds = rules.contains {
            if case .majority(let majority) = $0.value {
              asserted.is(majority.share)
            } else {
              false
            }
          }
          let isUnread = rules.isEmpty && document.body.unread.contains { $0.value == .majority }
          if !holds, !rules.isEmpty || !body.takesVotes {
            tell(
              stated, rules.first?.span, .majorityDiffers(stated.value), .textHasNoMajority,
              isUnread: isUnread, document, &report)
          }
        }
      }
    })

  private static func tell(
    _ stated: Spanned<String>, _ text: Span?, _ differs: Text, _ missing: Text, isUnread: Bool,
    _ document: ReadDocument, _ report: inout Report
  ) {
    report(
      document.path, at: stated.span, text == nil ? missing : differs,
      level: isUnread ? .note : nil,
      places: [text.map { Place(file: document.path, at: $0, .textSays) }].compactMap(\.self))
  }
}

/// A value of «кворум» or «большинство»: `> 1/2`, `>= 2/3`, `>= 5`.
private struct AssertedShare {
  private var share: Share?
  private var count: Int?

  init?(_ text: String) {
    let bare = text.utf8.filter { $0 > 0x20 }
    let isAtLeast = bare.starts(with: ">=".utf8)
    let isMore = !isAtLeast && bare.first == 0x3E
    guard isAtLeast || isMore else { return nil }
    let parts = bare.dropFirst(isAtLeast ? 2 : 1).split(separator: 0x2F)
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == parts.count, let first = numbers.first else { return nil }
    if numbers.count == 2 {
      share = Share(isAtLeast ? .atLeast : .moreThan, first, numbers[1])
    } else if numbers.count == 1 {
      count = isAtLeast ? first : first < Int.max ? first + 1 : first
    }
    guard share != nil || count != nil else { return nil }
  }

  func `is`(_ size: QuorumRule.Size) -> Bool {
    switch size {
    case .count(let number): number == count
    case .share(let stated, of: _): stated == share
    }
  }

  func `is`(_ stated: Share?) -> Bool { stated != nil && stated == share }
}

extension Text {
  fileprivate static func quorumDiffers(_ stated: String) -> Text {
    Text(
      ru: "Во вступлении кворум «\(stated)», а текст говорит другое",
      en: "Front matter has the quorum «\(stated)», the text says otherwise")
  }

  fileprivate static func majorityDiffers(_ stated: String) -> Text {
    Text(
      ru: "Во вступлении большинство «\(stated)», а текст говорит другое",
      en: "Front matter has the majority «\(stated)», the text says otherwise")
  }

  fileprivate static let textHasNoQuorum = Text(
    ru: "Во вступлении назван кворум, а в тексте правила о нём нет",
    en: "Front matter states a quorum and the text has no rule on it")
  fileprivate static let textHasNoMajority = Text(
    ru: "Во вступлении названо большинство, а в тексте правила о нём нет",
    en: "Front matter states a majority and the text has no rule on it")
  fileprivate static let textSays = Text(ru: "в тексте сказано здесь", en: "the text says it here")
}
