/// How much the words around a name speak for each case.
struct CaseScores: Sendable {
  private var scores = SIMD8<Double>()

  subscript(grammaticalCase: CaseSet) -> Double {
    get { scores[grammaticalCase.index] }
    set { scores[grammaticalCase.index] = newValue }
  }

  init(
    nom: Double = 0, gen: Double = 0, dat: Double = 0, acc: Double = 0, ins: Double = 0,
    prep: Double = 0
  ) {
    scores = [nom, gen, dat, acc, ins, prep, 0, 0]
  }
}

/// Reads from the words around a noun phrase in which case it stands.
struct CaseContext {
  let words: WordTable
  private var text: TokenizedText { words.text }

  init(_ words: WordTable) { self.words = words }

  /// What speaks for the cases of the words in a range.
  ///
  /// `earlier` is the name in front of it, with the case in which it was read: a list has one case.
  func scores(
    _ phrase: Range<Int>, earlier: (tokens: Range<Int>, case: CaseSet)? = nil
  ) -> CaseScores {
    var index = phrase.lowerBound - 1
    while isPassedOver(index) { index -= 1 }
    if let earlier, index >= earlier.tokens.upperBound - 1 {
      let isListed =
        text[index].kind == .comma || text[index].is("и") || text[index].is("или")
      if isListed, areMarks(from: earlier.tokens.upperBound, to: index) {
        var scores = CaseScores(nom: -1)
        scores[earlier.case] = 5
        return scores
      }
    }
    let token = text[index]
    if token.isWord, case .preposition(let cases, let usual)? = words.grammar(index) {
      return afterPreposition(cases, usual, at: index)
    }
    if token.kind == .openingBracket { return inBrackets(index) }
    if token.kind == .colon, let listed = afterColon(phrase, index) { return listed }
    let isBehindName = earlier.map { index == $0.tokens.upperBound - 1 } ?? false
    return clause(before: index, of: phrase, isBehindName: isBehindName) ?? fromTheRight(phrase)
  }

  // MARK: Prepositions and marks

  private func afterPreposition(_ cases: CaseSet, _ usual: CaseSet, at index: Int) -> CaseScores {
    var scores = CaseScores(nom: -6, gen: -5, dat: -5, acc: -5, ins: -5, prep: -5)
    for grammaticalCase in CaseSet.each where cases.contains(grammaticalCase) {
      scores[grammaticalCase] = grammaticalCase == usual ? 5 : 4.5
    }
    // «лежит на»: what rests, rests on the prepositional.
    if cases == [.acc, .prep], verbKind(before: index) == .resting { scores[.prep] = 6 }
    if text[index].is("с") || text[index].is("со") {
      scores[.gen] = verbKind(before: index) == .removing ? 6 : 1
    }
    return scores
  }

  private func verbKind(before index: Int) -> Verb.Class? {
    verb(before: index).flatMap { words.verb($0)?.kind }
  }

  /// Behind a body's name: «Отделу делопроизводства (Щербинину К.Л.)».
  private func inBrackets(_ bracket: Int) -> CaseScores {
    var scores = CaseScores(nom: 1.5, gen: -1, dat: -0.5, acc: -1, ins: -0.5, prep: -2)
    // The noun that the brackets explain stands at the head of its phrase: the case that its form shows.
    var index = bracket - 1
    var cases: CaseSet = []
    while index >= 0, bracket - index < 20, text[index].isWord || text[index].isDash {
      if words.verb(index) != nil || words.grammar(index) != nil {
        break
      }
      cases = Self.caseShown(text[index].letters)
      if cases == .dat || cases == .ins { break }
      index -= 1
    }
    if let shown = cases.single.map({ CaseSet($0) }) { scores[shown] = 3 }
    return scores
  }

  /// The case that a noun's ending shows without doubt.
  private static func caseShown(_ letters: Letters) -> CaseSet {
    if ["ому", "ему"].contains(where: { letters.hasSuffix($0) }) { return .dat }
    if letters.last == 20 || letters.last == Letter.ю, !letters.ends(in: "ую") { return .dat }
    if ["ом", "ем", "ами", "ями", "ым", "им"].contains(where: { letters.hasSuffix($0) }) {
      return .ins
    }
    return []
  }

  private func isPassedOver(_ index: Int) -> Bool {
    let token = text[index]
    if token.isQuote { return true }
    guard token.isWord else { return false }
    if case .adverb? = words.grammar(index) { return true }
    // «взамен | выбывшего», «к | вышеуказанному»
    return words.adjective(index) != nil && Epithets.lexicon[token] != nil
  }

  private func areMarks(from start: Int, to end: Int) -> Bool {
    start >= end || (start..<end).allSatisfy { !text[$0].isWord && !text[$0].isNumber }
  }

  /// Whether a noun in the instrumental at an index says what somebody is made, not beside whom he stands:
  /// «избрать секретарем …».
  func isPredicate(before index: Int) -> Bool {
    var last = index - 1
    while isPassedOver(last) { last -= 1 }
    if text[last].isWord, case .preposition? = words.grammar(last) { return false }
    guard let verbIndex = verb(before: last + 1), let verb = words.verb(verbIndex),
      verb.kind == .electing
    else { return false }
    // «План утвержден директором …»: something else is the subject.
    return verb.voice == .infinitive || verb.voice == .active || !hasSubject(verbIndex)
  }

  /// A name that a verb lists behind a colon: «Слушали: …», «Ознакомить: …».
  private func afterColon(_ phrase: Range<Int>, _ colon: Int) -> CaseScores? {
    guard verb(behind: phrase.upperBound) == nil, verb(before: colon) != nil else { return nil }
    return clause(before: colon - 1, of: phrase, isBehindName: false)
  }

  // MARK: The clause in front

  /// What a noun phrase in front of the name is to the verb.
  private enum Group {
    case none
    case object(head: Int)
    /// Brought by a preposition.
    case brought(head: Int)
    /// In the instrumental: «секретарем комиссии».
    case predicate
  }

  /// What the clause in front says; `nil` where the name opens its clause.
  private func clause(before last: Int, of phrase: Range<Int>, isBehindName: Bool)
    -> CaseScores?
  {
    guard last >= 0,
      isBehindName || text[last].isWord || text[last].isNumber || text[last].isQuote
        || text[last].kind == .closingBracket || text[last].kind == .comma
    else { return nil }
    if case .conjunction? = words.grammar(last), last == 0 { return nil }
    guard let verbIndex = verb(before: last + 1), let verb = words.verb(verbIndex)
    else {
      if text[last].kind == .comma { return nil }
      return afterNoun(last)
    }
    let group = group(verbIndex + 1..<last + 1)
    if text[last].kind == .comma {
      // A comma parts the name from the clause, unless the verb itself stands in front of it.
      guard case .none = group else { return nil }
    }
    switch verb.voice {
    case .infinitive:
      // «Поручить провести проверку X»: it is the first verb that X is given to.
      if verb.kind == .other, let first = words.verb(verbIndex - 1), first.kind.isGiving {
        return afterActive(first, verbIndex, group, phrase, isInfinitive: true)
      }
      return afterActive(verb, verbIndex, group, phrase, isInfinitive: true)
    case .active:
      return verb.kind == .obliging
        ? CaseScores(nom: -1, dat: 5)
        : afterActive(verb, verbIndex, group, phrase, isInfinitive: false)
    case .passive, .reflexive: return afterPassive(verb, verbIndex, group)
    case .participle:
      if case .none = group { return CaseScores(nom: -2, gen: -1, ins: 5) }
      return afterNoun(last)
    }
  }

  private func afterActive(
    _ verb: Verb.Form, _ index: Int, _ group: Group, _ phrase: Range<Int>, isInfinitive: Bool
  ) -> CaseScores {
    var scores = CaseScores(nom: isInfinitive ? -3 : 1, ins: -1, prep: -4)
    let isGiving = verb.kind.isGiving
    let isSent =
      verb.kind == .sending && isInfinitive && !isObject(phrase.upperBound) && !hasSubject(index)
    switch group {
    case .none:
      switch verb.kind {
      case .sending where isSent: (scores[.dat], scores[.acc]) = (3.5, 4)
      case .giving, .offering, .sending: (scores[.dat], scores[.acc]) = (4, 2.5)
      case .personal, .electing: (scores[.acc], scores[.dat]) = (5, 0)
      default:
        (scores[.acc], scores[.dat]) =
          !isInfinitive ? (1, 0) : hasSubject(index) ? (1, 4) : (4, 2)
      }
      scores[.gen] = -1
      if !isInfinitive { scores[.nom] = hasSubject(index) ? 1 : 5.5 }
    case .object(let head):
      scores[.gen] = words.noun(head) == .ofPerson ? 5 : 3
      scores[.dat] = isGiving ? 4 : 0.5
      scores[.acc] = -0.5
      if words.noun(head) == .toPerson { scores[.dat] += 3 }
    case .brought(let head):
      switch words.noun(head) {
      case .ofPerson?, .ofPersonBrought?: scores[.gen] = 5.5
      case .office?, .toPerson?: scores[.gen] = -1
      case nil: scores[.gen] = 2
      }
      switch verb.kind {
      case .sending where isSent: (scores[.dat], scores[.acc]) = (3, 4)
      case .giving, .offering, .sending: (scores[.dat], scores[.acc]) = (4, 2.5)
      case .personal, .electing: scores[.acc] = 5
      default: (scores[.acc], scores[.dat]) = (1.5, 1)
      }
    case .predicate:
      switch verb.kind {
      case .giving, .offering, .sending: (scores[.dat], scores[.acc]) = (4, 2)
      case .personal, .electing: scores[.acc] = 5
      default: (scores[.acc], scores[.gen]) = (2, 2)
      }
    }
    return scores
  }

  private func afterPassive(_ verb: Verb.Form, _ index: Int, _ group: Group) -> CaseScores {
    var scores = CaseScores(gen: -1, acc: -3, prep: -4)
    if verb.kind.isGiving, verb.isImpersonal || verb.voice == .reflexive || !hasSubject(index) {
      scores[.dat] = 4.5
      scores[.nom] = -1
    } else if verb.kind == .giving || verb.kind == .sending {
      scores[.dat] = 4.2
    }
    switch group {
    case .object(let head):
      scores[.gen] = 3.5
      if words.noun(head) == .toPerson { scores[.dat] += 4 }
    case .brought(let head):
      switch words.noun(head) {
      case .ofPerson?, .ofPersonBrought?: scores[.gen] = 5
      default: scores[.gen] = 1
      }
    default: break
    }
    if hasSubject(index) {
      scores[.ins] = 4
    } else {
      scores[.nom] += 4.5
      scores[.ins] = 2
    }
    return scores
  }

  /// Behind a noun with no verb in sight: «Отчет Долгих К.К.», «за подписью Ниеми Г.Э.».
  private func afterNoun(_ last: Int) -> CaseScores {
    var scores = CaseScores(nom: 1, gen: 4, dat: 1, acc: -1, ins: 0.5, prep: -3)
    if let noun = words.noun(last), noun == .toPerson { scores[.dat] = 4.5 }
    return scores
  }

  /// The verb that governs: the nearest in front of an index within its sentence.
  private func verb(before end: Int) -> Int? {
    var index = end - 1
    while index >= 0, end - index < 60 {
      let token = text[index]
      switch token.kind {
      case .word:
        if let form = words.verb(index), !isNoun(index) {
          // A participle inside a noun phrase governs only what stands right behind it.
          if form.voice != .participle || index == end - 1 { return index }
        }
      case .semicolon, .colon: return nil
      case .period where !(text[index - 1].isWord && text[index - 1].letters.count < 4): return nil
      default: break
      }
      index -= 1
    }
    return nil
  }

  /// Whether a word that looks like a verb is a noun: a preposition or an adjective governs it.
  private func isNoun(_ index: Int) -> Bool {
    guard let form = words.verb(index), form.voice != .infinitive else { return false }
    if case .preposition? = words.grammar(index - 1), text[index - 1].isWord {
      return form.voice != .participle
    }
    return false
  }

  /// What the words between a verb and the name are, the last group of them.
  private func group(_ range: Range<Int>) -> Group {
    var group = Group.none
    var isBrought = false
    var isOpen = true
    for index in range {
      let token = text[index]
      guard token.isWord, !text.isInitial(index) else { continue }
      let letters = token.letters
      switch words.grammar(index) {
      case .preposition?:
        (isBrought, isOpen) = (true, true)
        continue
      case .adverb?, .conjunction?: continue
      case nil: break
      }
      if isBrought {
        // «в состав | комиссии»: what follows the noun in the genitive belongs to it.
        if isOpen {
          group = .brought(head: index)
          isOpen = words.adjective(index) != nil
        } else if PostFinder.canBeGenitive(letters) {
          if case .brought(let head) = group, words.noun(head) == nil {
            group = .brought(head: index)
          }
        } else {
          isBrought = false
          group = Self.isInstrumental(letters) ? .predicate : .object(head: index)
        }
        continue
      }
      switch group {
      case .none, .predicate:
        if Self.isInstrumental(letters) {
          group = .predicate
        } else if case .predicate = group, PostFinder.canBeGenitive(letters) {
          break
        } else {
          group = .object(head: index)
        }
      case .object(let head):
        // The noun nearest to the name governs it: «копию заявления X».
        if words.adjective(head) != nil || !PostFinder.canBeGenitive(letters)
          || words.noun(index) == .ofPerson
        {
          group =
            Self.isInstrumental(letters) && words.adjective(head) == nil
            ? .predicate : .object(head: index)
        }
      case .brought: break
      }
    }
    return group
  }

  private static func isInstrumental(_ letters: Letters) -> Bool {
    letters.count > 3
      && ["ом", "ем", "ым", "им", "ами", "ями", "ью"].contains { letters.hasSuffix($0) }
  }

  /// Whether a noun that can be the subject stands in front of a passive verb: «Материалы подготовлены …».
  private func hasSubject(_ verb: Int) -> Bool {
    var index = verb - 1
    var start = verb
    while index >= 0, verb - index < 40 {
      let token = text[index]
      if token.kind == .semicolon || token.kind == .colon { break }
      if token.kind == .period, text[index - 1].letters.count > 3 { break }
      start = index
      index -= 1
    }
    var isBrought = false
    for index in start..<verb where text[index].isWord && !text.isInitial(index) {
      let letters = text[index].letters
      switch words.grammar(index) {
      case .preposition?: isBrought = true
      case .adverb?, .conjunction?: break
      case nil:
        // What a preposition brings, with its genitives, and what stands in the instrumental is no subject.
        if isBrought {
          isBrought = words.adjective(index) != nil || PostFinder.canBeGenitive(letters)
        } else if Self.isInstrumental(letters) || words.adjective(index)?.cases == .ins {
          isBrought = true
        } else {
          return true
        }
      }
    }
    return false
  }

  // MARK: The clause behind

  /// A name at the head of its clause: the verb behind tells.
  private func fromTheRight(_ phrase: Range<Int>) -> CaseScores {
    if let index = verb(behind: phrase.upperBound), let verb = words.verb(index) {
      return before(verb, at: index)
    }
    return CaseScores(nom: 5, gen: -1, dat: 1, acc: -1, ins: 0, prep: -3)
  }

  /// The first verb behind an index within its sentence.
  private func verb(behind start: Int) -> Int? {
    var index = start
    while index < text.count, index - start < 60 {
      let token = text[index]
      if token.kind == .semicolon || token.kind == .colon { return nil }
      if token.kind == .period, text[index - 1].letters.count > 3 || !text[index + 1].isWord {
        return nil
      }
      if let verb = words.verb(index), verb.voice != .participle { return index }
      index += 1
    }
    return nil
  }

  private func before(_ verb: Verb.Form, at index: Int) -> CaseScores {
    var scores = CaseScores(gen: -1, ins: -1, prep: -4)
    switch (verb.voice, verb.kind) {
    case (.infinitive, .giving), (.infinitive, .offering), (.infinitive, .sending):
      (scores[.dat], scores[.acc], scores[.nom]) = (5, 3, -2)
    case (.infinitive, .personal), (.infinitive, .electing):
      // «Юнусову Р.Р. принять меры»: the verb has another object.
      if isObject(index + 1) {
        (scores[.dat], scores[.acc], scores[.nom]) = (5, 1.5, -2)
        break
      }
      (scores[.acc], scores[.dat], scores[.nom]) = (4.5, 3, -2)
    case (.infinitive, _): (scores[.dat], scores[.acc], scores[.nom]) = (5, 2, -2)
    case (_, .obliging): (scores[.dat], scores[.nom]) = (5, 0)
    case (.passive, .giving), (.passive, .offering), (.passive, .sending), (.reflexive, .giving),
      (.reflexive, .offering), (.reflexive, .sending):
      (scores[.dat], scores[.nom], scores[.ins]) = (4.5, 1, 1)
    case (.passive, .personal), (.passive, .electing), (.reflexive, _):
      (scores[.nom], scores[.dat]) = (5, 0)
    case (.passive, .other), (.passive, .resting), (.passive, .removing):
      (scores[.ins], scores[.nom], scores[.dat]) = (3, 2.5, 0.5)
    default: (scores[.nom], scores[.acc]) = (5, 0.5)
    }
    return scores
  }
}

extension CaseContext {
  /// Whether a word behind a verb is its object: no preposition, adverb or instrumental stands there.
  private func isObject(_ index: Int) -> Bool {
    let token = text[index]
    guard token.isWord else { return token.isQuote }
    if case .adverb? = words.grammar(index) { return isObject(index + 1) }
    return words.grammar(index) == nil && !Self.isInstrumental(token.letters)
      && words.adjective(index)?.cases != .ins && !token.letters.ends(in: "ой")
  }
}
