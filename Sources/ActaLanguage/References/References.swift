package import ActaDiagnostics
package import ActaModel

/// References of a text to units of documents and to acts.
package struct ReferenceReading: Sendable, Hashable {
  /// In the order of the text, none inside another; the numbers behind one word for a unit share its span.
  package var references: [Spanned<Reference>]
  /// Places that look like a reference and cannot be read.
  package var unread: [Span]
}

extension TokenizedText {
  /// Every reference of a running text.
  package func references() -> ReferenceReading {
    var reader = ReferenceReader(self)
    reader.run()
    return ReferenceReading(references: reader.found, unread: reader.unread)
  }
}

/// The references of a phrase.
///
/// An act that is cited without date and number, and none of its units, is left out.
package func references(in phrase: String) -> [Reference] {
  TokenizedText(phrase).references().references.map(\.value).filter { reference in
    guard reference.path.isEmpty, case .act(let act) = reference.target else { return true }
    return act.hasRequisites
  }
}

extension ReferenceReader {
  mutating func run() {
    var index = 0
    while index < text.count {
      let next = text[index].isWord ? read(at: index) : nil
      index = max(next ?? index + 1, index + 1)
    }
  }

  /// Reads what begins at the word; the index behind it, `nil` where nothing does.
  private mutating func read(at index: Int) -> Int? {
    guard let trigger = Self.triggers[text[index].letters] else { return nil }
    switch trigger {
    case .unit: return readUnits(at: index)
    case .act: return readActs(at: index)
    case .law: return readNumberedLaw(at: index)
    case .approval: return readApproved(at: index)
    case .attachment: return readAttachment(at: index)
    }
  }

  // MARK: Units

  private mutating func readUnits(at index: Int) -> Int? {
    guard let start = startOfUnits(at: index), var chain = chain(at: start) else {
      noteUnread(at: index)
      return nil
    }
    if chain.groups.count == 1, chain.groups[0].level == .appendix,
      chain.groups[0].numbers == [nil],
      !isBareAppendix(at: index, next: chain.next)
    {
      return nil
    }
    var chains: [UnitChain] = []
    while true {
      chains.append(chain)
      if chain.isClosed { return emit(chains, .target(.this, next: chain.next)) }
      if let target = target(of: chain) {
        if case .none = target { return chain.next }
        return emit(chains, target)
      }
      guard chains.count < 100, let next = another(behind: chain) else { break }
      chain = next
    }
    return emit(chains, .target(.this, next: chain.next))
  }

  /// Where the group of the unit at `index` begins: at ordinals in front of it, as a rule at the word itself.
  private func startOfUnits(at index: Int) -> Int? {
    if group(at: index) != nil, let unit = unit(at: index),
      unit.level != .appendix || numbers(at: unit.next, of: unit) != nil
    {
      return index
    }
    for start in stride(from: max(readTo, index - 8), to: index, by: 1) {
      guard
        NumberWord(text[start]) != nil || text[start].isNumber || text[start].is("с")
          || text[start].is("со"), let ordinals = ordinals(at: start), ordinals.next == index,
        let unit = unit(at: index)
      else { continue }
      // «вторая часть совещания»: only an абзац is a unit wherever it stands.
      guard
        unit.level == .paragraph
          || self.unit(at: unit.next)?.isGenitive == true
            && group(at: unit.next) != nil
          || text[unit.next].has(stem: "настоящ")
          || isDocumentAhead(unit.next)
      else { return nil }
      return start
    }
    return group(at: index) == nil ? nil : index
  }

  /// Further units behind «,» or «и», with their own preposition or without.
  private func another(behind last: UnitChain) -> UnitChain? {
    guard let separated = endOfSeparator(at: last.next) else { return nil }
    var start = separated
    if Self.prepositions[text[start]] != nil { start += 1 }
    let borrowed = last.groups.count > 1 && start == separated ? last.groups[0] : nil
    guard let next = chain(at: start, like: borrowed) else { return nil }
    let isAgreeing =
      !next.groups[0].forms.casesAlone.isDisjoint(with: last.groups[0].forms) || start > separated
    guard isAgreeing else { return nil }
    // A bare appendix of a list must be one: «пунктом 3 и приложением к …».
    if next.groups[0].numbers == [nil], !isBareAppendix(at: start, next: next.next) { return nil }
    return next
  }

  private func target(of chain: UnitChain) -> TargetPhrase? {
    let outer = chain.groups.first { $0.level == .appendix }
    if outer != nil, text[chain.next].is("к") || text[chain.next].is("ко") {
      let next = chain.next + 1
      if text[next].is("нему") || text[next].is("ней") || text[next].is("ним") {
        return .target(lastTarget(), next: next + 1)
      }
      return document(at: next, in: .dative) ?? TargetPhrase.none
    }
    // «пункта 3. Порядка» is careless; a full stop ends the sentence.
    return document(at: chain.next, in: .genitive)
  }

  /// What «к нему» stands for: the document spoken of last.
  private func lastTarget() -> Reference.Target { found.last?.value.target ?? .this }

  private mutating func emit(_ chains: [UnitChain], _ target: TargetPhrase) -> Int {
    guard let last = chains.last else { return 0 }
    var (next, others) = (last.next, [Spanned<Citation>]())
    var goal = Reference.Target.this
    var end = text[last.next - 1].end
    switch target {
    case .target(let only, let behind): (goal, next, end) = (only, behind, text[behind - 1].end)
    case .acts(let acts, let behind):
      guard let act = acts.first else { break }
      (goal, next, end) = (.act(act.value), behind, act.span.end)
      others = Array(acts.dropFirst())
    case .none: break
    }
    for (index, chain) in shared(chains).enumerated() {
      var span = text.span(chain.start..<max(chain.next, chain.start))
      if index == chains.count - 1 { span.end = max(span.end, end) }
      for path in chain.paths where !path.isEmpty {
        found.append(Spanned(Reference(path: path, target: goal), span))
      }
    }
    for other in others {
      found.append(Spanned(Reference(path: [], target: .act(other.value)), other.span))
    }
    next = max(next, last.next)
    readTo = next
    return next
  }

  /// Chains of a list with the outer units that they share: «части 3, части 5 статьи 41».
  private func shared(_ chains: [UnitChain]) -> [UnitChain] {
    var chains = chains
    for index in chains.indices.dropLast().reversed() {
      let outermost = chains[index].outermost
      let outer = chains[index + 1].groups.dropFirst().filter {
        $0.level.map { $0.depth < outermost } ?? false
      }
      chains[index].groups += outer
    }
    return chains
  }

  // MARK: Acts

  private mutating func readActs(at index: Int) -> Int? {
    guard let form = actForm(at: index) else { return nil }
    if let phrase = acts(at: index) {
      for citation in phrase.citations {
        found.append(Spanned(Reference(path: [], target: .act(citation.value)), citation.span))
      }
      readTo = phrase.next
      return phrase.next
    }
    // A law by its title alone is cited too, though nobody can look it up by that.
    if let (title, next) = title(at: form.next), form.form == .federalLaw || form.form == .law {
      let citation = Citation(form.form, title: title)
      found.append(
        Spanned(Reference(path: [], target: .act(citation)), text.span(index..<next)))
      readTo = next
      return next
    }
    if text[form.next].is("от") || text[form.next].kind == .numberSign {
      unread.append(text.span(index..<form.next + 1))
    }
    return form.next
  }

  private mutating func readNumberedLaw(at index: Int) -> Int? {
    guard index >= readTo + 2, let phrase = acts(at: index - 2), phrase.next == index + 1,
      let citation = phrase.citations.first
    else { return actForm(at: index) == nil ? nil : readActs(at: index) }
    found.append(Spanned(Reference(path: [], target: .act(citation.value)), citation.span))
    readTo = phrase.next
    return phrase.next
  }

  /// «Дорожная карта по …, утвержденная распоряжением …»: the document stands before the participle.
  private mutating func readApproved(at index: Int) -> Int? {
    guard let word = approvalWord(at: index), let act = approvingAct(behind: word.next),
      let citation = act.citations.first
    else { return nil }
    if word.forms.isEmpty, !word.isAbbreviation, text[index - 1].kind != .openingBracket {
      return nil
    }
    var (start, end, name) = (index, act.next, String?.none)
    if let (head, tail) = approvedName(before: index, word.forms) {
      (start, name) = (head.0, self.name(head.1, to: tail))
    } else if case .target(.approved(let own, _), let next) = approvedInFront(at: index, in: .any) {
      (name, end) = (own, next)
    }
    guard let name else { return nil }
    let reference = Reference(path: [], target: .approved(name: name, by: citation.value))
    found.append(Spanned(reference, text.span(start..<end)))
    for more in act.citations.dropFirst() {
      found.append(Spanned(Reference(path: [], target: .act(more.value)), more.span))
    }
    readTo = end
    return end
  }

  /// The document that agrees with the participle at `index`, its name reaching up to it.
  private func approvedName(before index: Int, _ forms: Forms) -> ((Int, HeadPhrase), Int)? {
    let isBracketed = text[index - 1].kind == .openingBracket
    let end = text[index - 1].kind == .comma || isBracketed ? index - 1 : index
    let low = startOfClause(before: end)
    let allowed = forms.isEmpty ? Forms.any : forms
    var nearest: (Int, HeadPhrase)?
    var index = low
    while index < end {
      defer { index += 1 }
      guard text[index].isWord, Documents.nouns[text[index]] != nil || isDocumentHead(index, low)
      else {
        continue
      }
      let start = startOfAdjectives(before: index, from: low, allowed)
      guard
        let head = (start == low && forms.isEmpty ? headPhrase(at: start, in: .nominative) : nil)
          ?? headPhrase(at: start, in: allowed), head.noun <= index, head.next <= end,
        Documents.nouns[text[head.noun]] == .legal || Documents.nouns[text[head.next - 1]] == .legal
          || start == low
      else { continue }
      if reaches(from: head.next, to: end) {
        let double = doubled(head, from: start, low) ?? (start, head)
        return (double, end)
      }
      nearest = (start, head)
    }
    guard let nearest else { return nil }
    // Nothing but words of one name in between, if not all of them could be told to be such.
    for position in nearest.1.next..<max(end, nearest.1.next) where isVerb(text[position].letters) {
      return nil
    }
    return (nearest, end)
  }

  /// «Порядок и условия …, утвержденные …»: the heads of two documents with one name.
  private func doubled(_ head: HeadPhrase, from start: Int, _ low: Int) -> (Int, HeadPhrase)? {
    guard start - 2 >= low, text[start - 1].is("и"), Documents.nouns[text[start - 2]] == .legal,
      let first = headPhrase(at: start - 2, in: head.forms.casesAlone), first.next == start - 1
    else { return nil }
    var both = head
    both.nominative = first.nominative + " и " + head.nominative
    return (start - 2, both)
  }

  /// The first words of a clause may be a document of a kind not known: «Тарифная сетка, утвержденная …».
  private func isDocumentHead(_ index: Int, _ low: Int) -> Bool {
    index <= low + 1 && isCapitalized(low)
      && Bodies.nouns[text[index]] == nil
  }

  private func startOfClause(before index: Int) -> Int {
    var low = index
    var depth = 0
    while low > readTo, index - low < Self.reach {
      let token = text[low - 1]
      switch token.kind {
      case .semicolon, .colon: return low
      case .period: if endsSentence(low - 1) { return low }
      case .closingBracket:
        // «1) Положение …», «а) Порядок …»: the mark of a provision.
        let mark = text[low - 2]
        if mark.isNumber || mark.letters.count == 1, mark.gap != .glued || low == 2 { return low }
        depth += 1
      case .openingBracket:
        if depth == 0 { return low }
        depth -= 1
      case .word: if isVerb(token.letters), depth == 0 { return low }
      default: break
      }
      low -= 1
    }
    return low
  }

  private func startOfAdjectives(before index: Int, from low: Int, _ forms: Forms) -> Int {
    var start = index
    while start > low {
      var previous = start - 1
      while previous > low + 1, text[previous].isGlued, text[previous - 1].isDash,
        text[previous - 1].isGlued
      {
        previous -= 2
      }
      let token = text[start - 1]
      guard token.isWord, !Declension.adjective(token.letters).isDisjoint(with: forms),
        !isPointer(token)
      else { break }
      start = previous
    }
    return start
  }

  /// Whether the words from `index` to `end` can all belong to one name.
  private func reaches(from index: Int, to end: Int) -> Bool {
    var position = index
    var isLoose = false
    while position < end {
      let token = text[position]
      switch token.kind {
      case .openingQuote, .straightQuote: position = endOfQuote(at: position) ?? position + 1
      case .openingBracket: position = endOfBracket(at: position) ?? position + 1
      case .word:
        if isVerb(token.letters) { return false }
        if token.letters.count <= 3,
          Self.prepositions[token] != nil || token.is("о") || token.is("об")
        {
          isLoose = true
        } else if !isLoose {
          let forms = Declension.nounForms(token.letters)
            .union(Declension.adjective(token.letters))
          let isVerbal = position > index && isVerbalNoun(text[position - 1].letters)
          if forms.isDisjoint(with: .genitive), !isVerbal, token.letters.count > 3,
            !isCapitalized(position)
          {
            return false
          }
        }
        position += 1
      default: position += 1
      }
    }
    return true
  }

  /// Nouns of actions, which govern other cases too: «управления имуществом», «обмена информацией».
  private func isVerbalNoun(_ letters: Letters) -> Bool {
    letters.ends(in: "ния") || letters.ends(in: "ние") || letters.ends(in: "нии")
      || letters.ends(in: "обмена") || letters.ends(in: "вия")
  }

  /// A unit and № with no number behind them.
  private mutating func noteUnread(at index: Int) {
    guard let unit = unit(at: index), unit.level != nil, text[unit.next].kind == .numberSign else {
      return
    }
    unread.append(text.span(index..<unit.next + 1))
  }

  private enum Trigger: Sendable { case unit, act, law, approval, attachment }

  private static let triggers = Lexicon<Trigger>([
    .stem("приложени", .unit), .form("раздел", .masculine, .unit),
    .form("подраздел", .masculine, .unit), .form("глав", .feminine, .unit),
    .stem("стать", .unit), .word("статей", .unit), .form("част", .softFeminine, .unit),
    .form("пункт", .masculine, .unit), .form("подпункт", .masculine, .unit),
    .stem("абзац", .unit), .form("строк", .feminine, .unit), .form("позици", .feminine, .unit),
    .stem("предложени", .unit), .form("граф", .feminine, .unit), .stem("таблиц", .unit),
    .stem("столбц", .unit), .stem("примечани", .unit), .form("параграф", .masculine, .unit),
    .form("дефис", .masculine, .unit), .word("п", .unit), .word("пп", .unit),
    .word("подп", .unit), .word("подпп", .unit), .word("абз", .unit), .word("ст", .unit),
    .word("ч", .unit), .word("чч", .unit), .word("гл", .unit), .word("разд", .unit),
    .word("прил", .unit), .word("поз", .unit), .word("табл", .unit), .word("гр", .unit),
    .word("предл", .unit), .word("прим", .unit),
    .form("федеральн", .adjective, .act), .form("закон", .masculine, .act),
    .form("указ", .masculine, .act), .form("постановлени", .neuter, .act),
    .form("распоряжени", .neuter, .act), .form("приказ", .masculine, .act),
    .form("решени", .neuter, .act), .word("фз", .law), .word("фкз", .law),
    .stem("утвержденн", .approval), .word("утв", .approval), .word("утвержден", .approval),
    .word("утверждена", .approval), .word("утверждено", .approval),
    .word("утверждены", .approval), .stem("одобренн", .approval), .stem("прилага", .attachment),
  ])

  static let prepositions = Lexicon<Bool>([
    .word("в", true), .word("во", true), .word("по", true), .word("с", true), .word("со", true),
    .word("к", true), .word("из", true), .word("на", true), .word("о", true), .word("об", true),
    .word("для", true), .word("при", true), .word("за", true), .word("до", true),
    .word("от", true), .word("под", true), .word("между", true), .word("без", true),
    .word("согласно", true),
  ])
}
