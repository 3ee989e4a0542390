import ActaDiagnostics
import ActaModel

/// What a path leads into, and the index behind it.
enum TargetPhrase: Sendable {
  case target(Reference.Target, next: Int)
  /// Several acts that share a form.
  case acts([Spanned<Citation>], next: Int)
  /// Minutes, a contract, a letter: the path is no reference.
  case none
}

extension ReferenceReader {
  /// The document at `index`, in the cases allowed; `nil` where none stands there.
  func document(at index: Int, in allowed: Forms) -> TargetPhrase? {
    let token = text[index]
    if token.has(stem: "настоящ"), let phrase = headPhrase(at: index, in: allowed) {
      return .target(.this, next: phrase.next)
    }
    if let acts = acts(at: index),
      actForm(at: index).map({ !$0.forms.isDisjoint(with: allowed) }) ?? true
    {
      return .acts(acts.citations, next: acts.next)
    }
    if let approved = approvedInFront(at: index, in: allowed) { return approved }
    if let code = code(at: index) { return code }
    var start = index
    while Self.demonstratives[text[start]] != nil, start < index + 2 { start += 1 }
    guard let head = headPhrase(at: start, in: allowed) else { return nil }
    let noun = text[head.next - 1]
    switch Documents.nouns[text[head.noun]] ?? Documents.nouns[noun] {
    case .other:
      // «Соглашения о сотрудничестве»: a capital makes a contract a document that the act speaks of by name.
      guard isCapitalized(head.noun), !isUpperCase(head.noun) else { return TargetPhrase.none }
    case .legal: break
    case nil:
      guard isCapitalized(start), !isVerb(noun.letters), Bodies.nouns[text[head.noun]] == nil,
        self.unit(at: head.noun) == nil, NumberWord(text[start]) == nil
      else { return nil }
    }
    return named(head, from: start)
  }

  private func named(_ head: HeadPhrase, from start: Int) -> TargetPhrase {
    // «Порядка и условий, утвержденных …»: two heads make a plural.
    let isDouble = text[head.next].is("и") && Documents.nouns[text[head.next + 1]] == .legal
    let forms = isDouble ? head.forms.casesAlone : head.forms
    if let (end, act) = approval(behind: head.next, of: forms) {
      return .target(
        .approved(name: name(head, to: end), by: act.citations[0].value), next: act.next)
    }
    let end = endOfTail(from: head.next, of: head)
    // «статьи 5 Закона Залесской области», «Федерального закона «О …»»: an act without its requisites.
    if let form = actForm(at: start), form.next <= max(end, head.next) {
      let isInformal = text[form.next].is("о") || text[form.next].is("об")
      var stop = form.next
      while stop < end, !text[stop].isQuote { stop += 1 }
      let title = stop < end ? self.title(at: stop)?.0 : nil
      let issuer = self.issuer(form.next..<stop)
      if !isInformal, title != nil || issuer != nil {
        let isFederal = form.form == .federalLaw || form.form == .federalConstitutionalLaw
        return .target(
          .act(Citation(form.form, issuer: isFederal ? nil : issuer, title: title)),
          next: max(end, form.next))
      }
    }
    return .target(.named(name(head, to: end)), next: end)
  }

  /// The name in the nominative: the head as it was declined, the rest as it stands, without «(далее – …)».
  func name(_ head: HeadPhrase, to end: Int) -> String {
    var name = head.nominative
    var index = head.next
    // «Порядка и условий предоставления …»: a second head is in the same case.
    if text[index].is("и"), !isCapitalized(index + 1),
      Documents.nouns[text[index + 1]] == .legal, index + 1 < end,
      let second = headPhrase(at: index + 1, in: head.forms.casesAlone)
    {
      name += " и " + second.nominative
      index = second.next
    }
    while index < end {
      if text[index].kind == .openingBracket, text[index + 1].is("далее"),
        let close = endOfBracket(at: index)
      {
        index = close
        continue
      }
      if let (other, next) = otherName(at: index, of: head), next <= end {
        name += " " + other
        index = next
        continue
      }
      name += (text[index].gap == .glued ? "" : " ") + words(index..<index + 1)
      index += 1
    }
    return name
  }

  /// «(«дорожной карты»)» behind «плана мероприятий»: the same document by another name, in the same case.
  func otherName(at index: Int, of head: HeadPhrase) -> (String, next: Int)? {
    guard text[index].kind == .openingBracket, let close = endOfBracket(at: index),
      let other = headPhrase(
        at: text[index + 1].isQuote ? index + 2 : index + 1, in: head.forms.casesAlone),
      Documents.nouns[text[other.next - 1]] == .legal, other.next < close
    else { return nil }
    let first = text[index + 1].isQuote ? index + 2 : index + 1
    var name = words(index..<first) + other.nominative
    for position in other.next..<close {
      name += (text[position].gap == .glued ? "" : " ") + words(position..<position + 1)
    }
    return (name, close)
  }

  /// «…, утвержденного постановлением …» behind a document: where its name ends, and the act.
  func approval(behind index: Int, of forms: Forms) -> (nameEnd: Int, ActPhrase)? {
    var end = index
    while end < index + Self.reach {
      let token = text[end]
      switch token.kind {
      case .end, .semicolon, .colon, .closingBracket: return nil
      case .period: if endsSentence(end) { return nil } else { end += 1 }
      case .openingQuote, .straightQuote:
        guard let close = endOfQuote(at: end) else { return nil }
        end = close
      case .openingBracket:
        if let act = approvingAct(at: end + 1, of: nil) { return (end, act) }
        guard let close = endOfBracket(at: end) else { return nil }
        end = close
      case .comma:
        if let act = approvingAct(at: end + 1, of: forms) { return (end, act) }
        end += 1
      case .word:
        if let act = approvingAct(at: end, of: forms) { return (end, act) }
        if endsName(end) { return nil }
        end += 1
      default: end += 1
      }
    }
    return nil
  }

  private func endsName(_ index: Int) -> Bool {
    let token = text[index]
    if isVerb(token.letters) || token.has(stem: "настоящ") || token.has(stem: "котор")
      || approvalWord(at: index) != nil
    {
      return true
    }
    guard let unit = unit(at: index) else { return false }
    return text[unit.next].isNumber || text[unit.next].kind == .numberSign
  }

  /// The act behind a participle: «утвержденного (совместным) приказом …».
  ///
  /// `forms` is what the participle must agree with, `nil` where it may be a short one: «(утверждены приказом …)».
  func approvingAct(at index: Int, of forms: Forms?) -> ActPhrase? {
    guard let participle = approvalWord(at: index) else { return nil }
    if let forms, !participle.forms.isEmpty, participle.forms.isDisjoint(with: forms) { return nil }
    if forms != nil, participle.forms.isEmpty, !participle.isAbbreviation { return nil }
    return approvingAct(behind: participle.next)
  }

  func approvingAct(behind index: Int) -> ActPhrase? {
    var start = index
    // «утвержденного в установленном порядке приказом», «утвержденного совместным приказом»
    while start < index + 4, actForm(at: start) == nil, text[start].isWord,
      !isVerb(text[start].letters)
    {
      start += 1
    }
    guard let form = actForm(at: start), !form.forms.isDisjoint(with: .all(.instrumental)) else {
      return nil
    }
    return acts(at: start)
  }

  struct ApprovalWord {
    /// Empty for a short participle and an abbreviation.
    var forms: Forms
    var isAbbreviation: Bool
    var next: Int
  }

  /// «утвержденного», «одобренной», «утв.», «утверждены».
  func approvalWord(at index: Int) -> ApprovalWord? {
    let token = text[index]
    if token.is("утв") {
      let next = text[index + 1].kind == .period ? index + 2 : index + 1
      return ApprovalWord(forms: [], isAbbreviation: true, next: next)
    }
    guard token.has(stem: "утвержден") || token.has(stem: "одобрен") else { return nil }
    guard token.has(stem: "утвержденн") || token.has(stem: "одобренн") else {
      guard token.letters.count <= 10 else { return nil }
      return ApprovalWord(forms: [], isAbbreviation: false, next: index + 1)
    }
    let forms = Declension.adjective(token.letters)
    return forms.isEmpty ? nil : ApprovalWord(forms: forms, isAbbreviation: false, next: index + 1)
  }

  /// «утвержденного приказом … № 5 Положения о …»: the participle in front of the document.
  func approvedInFront(at index: Int, in allowed: Forms) -> TargetPhrase? {
    guard let word = approvalWord(at: index), !word.forms.isDisjoint(with: allowed),
      let act = approvingAct(behind: word.next),
      let head = headPhrase(at: act.next, in: word.forms.intersection(allowed)),
      Documents.nouns[text[head.noun]] == .legal || Documents.nouns[text[head.next - 1]] == .legal
    else { return nil }
    let end = endOfTail(from: head.next, of: head)
    return .target(.approved(name: name(head, to: end), by: act.citations[0].value), next: end)
  }

  /// A code or a standard by its letters: «ГК РФ», «КоАП РФ», «ГОСТ Р 7.0.97-2016».
  private func code(at index: Int) -> TargetPhrase? {
    let token = text[index]
    guard token.isWord, token.flags.contains(.capitalized) else { return nil }
    if Self.codes[token.letters] != nil {
      var end = index + 1
      if text[end].is("рф") || text[end].is("россии") {
        end += 1
      } else if text[end].has(stem: "российск"), text[end + 1].has(stem: "федераци") {
        end += 2
      }
      guard token.flags.contains(.upperCase) || token.is("коап") || token.is("грк") else {
        return nil
      }
      return .target(.named(words(index..<end)), next: end)
    }
    guard Self.standards[token.letters] != nil else { return nil }
    var end = index + 1
    while end < index + 4, text[end].isWord, isUpperCase(end) { end += 1 }
    guard text[end].isNumber else { return nil }
    end += 1
    while text[end].isGlued,
      text[end].isDash || text[end].kind == .period || text[end].kind == .slash,
      text[end + 1].isNumber, text[end + 1].isGlued
    {
      end += 2
    }
    return .target(.named(words(index..<end)), next: end)
  }

  private static let demonstratives = Lexicon<Bool>([
    .form("указанн", .adjective, true), .form("данн", .adjective, true),
    .form("названн", .adjective, true), .form("вышеуказанн", .adjective, true),
    .form("упомянут", .adjective, true), .word("этого", true), .word("этой", true),
    .word("этих", true), .word("того", true), .word("той", true), .word("тех", true),
    .word("же", true), .form("действующ", .adjective, true),
    .form("вышеназванн", .adjective, true), .word("этому", true), .word("этим", true),
  ])

  private static let codes = Lexicon<Bool>([
    .word("гк", true), .word("нк", true), .word("тк", true), .word("жк", true), .word("бк", true),
    .word("ск", true), .word("зк", true), .word("вк", true), .word("лк", true), .word("ук", true),
    .word("апк", true), .word("гпк", true), .word("упк", true), .word("уик", true),
    .word("кас", true), .word("коап", true), .word("грк", true), .word("втк", true),
  ])

  private static let standards = Lexicon<Bool>([
    .word("гост", true), .word("сп", true), .word("санпин", true), .word("снип", true),
    .word("ост", true), .word("ту", true),
  ])
}
