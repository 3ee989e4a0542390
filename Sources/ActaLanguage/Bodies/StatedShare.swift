import ActaModel

/// A part of a body that a sentence names, before it is known what the part is needed for.
struct StatedShare {
  enum Amount {
    case fraction(Int, Int)
    case people(Int)
    /// «квалифицированным большинством»: a share without a figure.
    case unstated
  }

  enum Bound { case none, atLeast, moreThan, lessThan, atMost }

  var amount: Amount
  var bound: Bound
  /// From the word of comparison to the last word of the figure.
  var range: Range<Int>
  /// «большинство» in any case.
  var isMajority: Bool
  /// «большинством»: nothing but a majority is spoken of so.
  var isInstrumental: Bool
  var base: ShareBase

  /// Whether the line itself does not suffice: «более», and «не более» of what closes a meeting.
  var isBeyond: Bool { bound == .moreThan || bound == .atMost }
}

extension BodySentence {
  /// The shares and counts of people that the sentence names, in order.
  func statedShares() -> [StatedShare] {
    var shares: [StatedShare] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let share = share(at: index) {
        shares.append(share)
        index = max(share.range.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return shares
  }

  private func share(at index: Int) -> StatedShare? {
    if self[index] == .majority { return majorityWord(at: index) }
    if let figure = fraction(at: index) {
      var bound = bound(before: index, after: figure.next)
      let isInstrumental =
        token(figure.next - 1).letters.ends(in: "ями") || token(index).is("половиной")
      let base = base(from: bound.next, before: bound.start)
      // «половиной голосов членов плюс один голос», «половина членов и более»
      if isPlus(base.end) { bound.value = .moreThan }
      if bound.value == .none, self[base.end] == .and {
        if self[base.end + 1] == .more { bound.value = .atLeast }
        if self[base.end + 1] == .less { bound.value = .atMost }
      }
      return StatedShare(
        amount: .fraction(figure.value.numerator, figure.value.denominator), bound: bound.value,
        range: bound.start..<bound.next, isMajority: false, isInstrumental: isInstrumental,
        base: base)
    }
    return people(at: index)
  }

  /// «большинством», with the figure that may explain it: «большинством не менее двух третей голосов».
  private func majorityWord(at index: Int) -> StatedShare {
    let isQualified = self[index - 1] == .qualified || self[index + 1] == .qualified
    var share = StatedShare(
      amount: isQualified ? .unstated : .fraction(1, 2), bound: .moreThan,
      range: index..<index + 1, isMajority: true,
      isInstrumental: token(index).letters.ends(in: "ом"),
      base: base(from: index + 1, before: index))
    var (next, hasVotes) = (index + 1, share.base.hasVotes)
    for _ in 0..<10 {
      if let figure = fraction(at: next) {
        let bound = bound(before: next, after: figure.next)
        share.amount = .fraction(figure.value.numerator, figure.value.denominator)
        share.bound = bound.value
        share.range = index..<bound.next
        share.base = base(from: bound.next, before: index)
        if hasVotes { share.base.hasVotes = true }
        break
      }
      guard explains(next) else { break }
      if self[next] == .vote { hasVotes = true }
      next += 1
    }
    return share
  }

  /// Words that may stand between «большинством» and its figure.
  private func explains(_ index: Int) -> Bool {
    switch self[index] {
    case .more, .less, .not, .vote, .qualified: return true
    default: break
    }
    let token = token(index)
    switch token.kind {
    case .dash, .comma, .openingBracket, .colon: return true
    case .word:
      return token.is("в") || token.is("чем") || token.is("то") || token.is("есть")
        || token.is("размере") || token.is("равным") || token.has(stem: "составл")
    default: return false
    }
  }

  /// A fraction of a whole at a token, no address and no number of a document.
  private func fraction(at index: Int) -> Parsed<Fraction>? {
    let first = token(index)
    switch first.kind {
    case .number:
      let before = token(index - 1).kind
      if before == .numberSign || before == .slash { return nil }
    case .word: break
    case .other: return sign(at: index)
    default: return nil
    }
    // «50 и более процентов»: the words between don't belong to the figure.
    if let number = first.value, number > 0, number <= 100, self[index + 1] == .and,
      self[index + 2] == .more || self[index + 2] == .less,
      token(index + 3).has(stem: "процент") || token(index + 3).kind == .percent
    {
      return Parsed(Fraction(number, 100), next: index + 4)
    }
    // «50-процентной явке»
    if let number = first.value, number > 0, number <= 100, token(index + 1).isDash,
      token(index + 2).has(stem: "процентн")
    {
      return Parsed(Fraction(number, 100), next: index + 3)
    }
    guard let figure = text.fraction(at: index), figure.next <= range.upperBound,
      figure.value.numerator > 0, figure.value.numerator <= figure.value.denominator
    else { return nil }
    return figure
  }

  /// «½» and its like.
  private func sign(at index: Int) -> Parsed<Fraction>? {
    let fraction: Fraction? =
      switch token(index).mark {
      case "½": Fraction(1, 2)
      case "⅓": Fraction(1, 3)
      case "⅔": Fraction(2, 3)
      case "¼": Fraction(1, 4)
      case "¾": Fraction(3, 4)
      case "⅗": Fraction(3, 5)
      case "⅘": Fraction(4, 5)
      default: nil
      }
    return fraction.map { Parsed($0, next: index + 1) }
  }

  /// A number of people: «не менее пяти членов», «5 из 9 членов», «7 человек».
  private func people(at index: Int) -> StatedShare? {
    guard let count = text.cardinal(at: index), count.next < range.upperBound, count.value > 0
    else { return nil }
    var next = count.next
    if token(next).is("из"), let total = text.cardinal(at: next + 1) { next = total.next }
    for _ in 0..<3
    where token(next).isAdjective || self[next] == .attending || self[next] == .pronoun {
      next += 1
    }
    guard [.member, .people, .participant].contains(self[next]) else { return nil }
    let bound = bound(before: index, after: count.next)
    return StatedShare(
      amount: .people(count.value), bound: bound.value, range: bound.start..<next + 1,
      isMajority: false, isInstrumental: false, base: base(from: count.next, before: bound.start))
  }

  /// What is said of the figure between two tokens: «не менее чем …», «… и более», «… плюс один голос».
  private func bound(
    before: Int, after: Int
  ) -> (value: StatedShare.Bound, start: Int, next: Int) {
    if isPlus(after) {
      let one = text.cardinal(at: after + 1)
      return (.moreThan, boundStart(before).start, one?.next ?? after + 1)
    }
    if self[after - 3] == .and,
      token(after - 1).has(stem: "процент") || token(after - 1).kind == .percent
    {
      if self[after - 2] == .more { return (.atLeast, before, after) }
      if self[after - 2] == .less { return (.atMost, before, after) }
    }
    if self[after] == .and {
      if self[after + 1] == .more { return (.atLeast, before, after + 2) }
      if self[after + 1] == .less { return (.atMost, before, after + 2) }
    }
    let stated = boundStart(before)
    return (stated.value, stated.start, after)
  }

  private func isPlus(_ index: Int) -> Bool {
    token(index).is("плюс") || token(index).mark == "+"
  }

  private func boundStart(_ before: Int) -> (value: StatedShare.Bound, start: Int) {
    var index = before - 1
    for _ in 0..<4 {
      let word = token(index)
      guard
        word.is("чем") || word.is("в") || word.is("на") || word.kind == .comma
          || word.is("как") || word.kind == .openingBracket || word.is("бы") || word.is("мере")
          || word.is("от") || word.is("у") || word.is("за")
      else { break }
      index -= 1
    }
    let isNegated = isNegated(index)
    switch self[index] {
    case .more, .exceed: return isNegated ? (.atMost, index - 1) : (.moreThan, index)
    case .less: return isNegated ? (.atLeast, index - 1) : (.lessThan, index)
    case .atLeast: return (.atLeast, index)
    default: return token(index).is("меньшей") ? (.atLeast, index) : (.none, before)
    }
  }
}

extension Token {
  /// Whether the word has an ending of an adjective in an oblique case or the plural.
  var isAdjective: Bool {
    guard isWord, letters.count > 4 else { return false }
    return letters.ends(in: "ых") || letters.ends(in: "их") || letters.ends(in: "ого")
      || letters.ends(in: "его") || letters.ends(in: "ой") || letters.ends(in: "ым")
      || letters.ends(in: "ыми") || letters.ends(in: "ими") || letters.ends(in: "ые")
      || letters.ends(in: "ий") || letters.ends(in: "ый")
  }
}
