import ActaModel

/// The numbers behind a word for a unit, or the ordinals on either side of it.
struct UnitNumbers: Sendable {
  var numbers: [PathElement.Number]
  var next: Int
}

extension ReferenceReader {
  /// «3», «№ 3», «1, 3–5 и 7», «с 14 по 16», ««а»–«в»», «III».
  func numbers(at index: Int, of unit: UnitWord) -> UnitNumbers? {
    if let range = spokenRange(at: index, of: unit) { return range }
    guard let first = item(at: signless(index), of: unit, isFirst: true) else { return nil }
    var list = UnitNumbers(numbers: [], next: index)
    var item = first
    while true {
      if let last = rangeEnd(behind: item, of: unit) {
        list.numbers.append(.range(item.text, last.text))
        list.next = last.next
      } else {
        list.numbers.append(.single(item.text))
        list.next = item.next
      }
      guard list.numbers.count < Self.longestList, let separated = endOfSeparator(at: list.next),
        let next = self.item(at: signless(separated), of: unit, isFirst: false),
        continues(next, item, from: separated, of: unit)
      else { return list }
      item = next
    }
  }

  /// «второй», «первый и третий», «второй – четвертый», «с первого по третий», «2-й».
  func ordinals(at index: Int) -> UnitNumbers? {
    if text[index].is("с") || text[index].is("со"), let first = place(at: index + 1),
      text[first.next].is("по"), let last = place(at: first.next + 1)
    {
      return UnitNumbers(numbers: [.range(first.value, last.value)], next: last.next)
    }
    guard var place = place(at: index) else { return nil }
    var list = UnitNumbers(numbers: [], next: index)
    while true {
      if text[place.next].isDash, let last = self.place(at: place.next + 1) {
        list.numbers.append(.range(place.value, last.value))
        list.next = last.next
      } else {
        list.numbers.append(.single(place.value))
        list.next = place.next
      }
      guard list.numbers.count < Self.longestList, let separated = endOfSeparator(at: list.next),
        let next = self.place(at: separated)
      else { return list }
      place = next
    }
  }

  /// Longer lists than any act has are cut, so that they cost no more than they hold.
  private static let longestList = 200

  private struct Item {
    var text: String
    /// The value of the last figure, where the item is figures alone.
    var value: Int?
    var isComposite = false
    var isLetter = false
    var isQuoted = false
    var start: Int
    var next: Int
  }

  private func place(at index: Int) -> Parsed<String>? {
    let token = text[index]
    if token.is("последний") || token.is("последнего") || token.is("последнем")
      || token.is("последним") || token.is("последнему")
    {
      return Parsed("последний", next: index + 1)
    }
    guard token.isNumber || NumberWord(token) != nil, let read = text.ordinal(at: index) else {
      return nil
    }
    return Parsed(String(read.value), next: read.next)
  }

  private func signless(_ index: Int) -> Int {
    var next = index
    while text[next].kind == .numberSign, next < index + 3 { next += 1 }
    return next
  }

  /// «с 14 по 16», «от 3 до 5».
  private func spokenRange(at index: Int, of unit: UnitWord) -> UnitNumbers? {
    let isFrom = text[index].is("от")
    guard isFrom || text[index].is("с") || text[index].is("со"),
      let first = item(at: signless(index + 1), of: unit, isFirst: true),
      text[first.next].is(isFrom ? "до" : "по"),
      let last = item(at: signless(first.next + 1), of: unit, isFirst: true)
    else { return nil }
    return UnitNumbers(numbers: [.range(first.text, last.text)], next: last.next)
  }

  private func item(at index: Int, of unit: UnitWord, isFirst: Bool) -> Item? {
    if text[index].isQuote {
      guard var inner = bareItem(at: index + 1, of: unit, isTrusted: true) else { return nil }
      while text[inner.next].kind == .closingBracket { inner.next += 1 }
      guard text[inner.next].isQuote else { return nil }
      inner.next += 1
      inner.start = index
      inner.isQuoted = true
      return inner
    }
    guard var item = bareItem(at: index, of: unit, isTrusted: false) else { return nil }
    if text[item.next].kind == .closingBracket, text[item.next].isGlued, !isInBracket(index) {
      item.next += 1
      item.isQuoted = true
    } else if isCarelessStop(behind: item) {
      item.next += 1
    } else if item.isLetter, !isPlainLetter(item, of: unit, isFirst: isFirst) {
      return nil
    }
    return item
  }

  private func bareItem(at index: Int, of unit: UnitWord, isTrusted: Bool) -> Item? {
    let token = text[index]
    if token.isNumber {
      // «2-й абзац», «части 1-й»: the ordinal's ending is no part of the number.
      if let ordinal = text.ordinal(at: index) {
        return Item(
          text: String(ordinal.value), value: ordinal.value, start: index, next: ordinal.next)
      }
      return figures(at: index, of: unit)
    }
    guard token.isWord, isSingleLetter(index) || isRoman(index) else { return nil }
    var item = figures(at: index, of: unit)
    item.isLetter = isSingleLetter(index) && !isRoman(index)
    if item.isLetter, !isTrusted, unit.level == .appendix || unit.level == .section,
      !isCapitalized(index)
    {
      return nil
    }
    return item
  }

  /// A number with its parts: «3.1», «3-1», «б.1», «12а», «5¹», «4.1.2», «IV-1».
  private func figures(at index: Int, of unit: UnitWord) -> Item {
    var end = index + 1
    var (value, isComposite) = (text[index].value, false)
    while end < index + 16, text[end].isGlued {
      let (mark, part) = (text[end], text[end + 1])
      if mark.kind == .period, part.isGlued,
        part.isNumber || isSingleLetter(end + 1) && !isName(end + 1)
      {
        (value, isComposite) = (part.value, true)
        end += 2
      } else if mark.isDash, part.isGlued, part.isNumber {
        if isRange(value, to: end + 1, isComposite: isComposite, mark: mark, unit) { break }
        (value, isComposite) = (part.value, true)
        end += 2
      } else if isSuperscript(mark)
        || mark.isWord && mark.letters.count == 1 && text[index].isNumber
        || mark.isNumber
      {
        (value, isComposite) = (nil, true)
        end += 1
      } else {
        break
      }
    }
    return Item(
      text: words(index..<end), value: value, isComposite: isComposite, start: index, next: end)
  }

  /// Whether a hyphen glued between figures spans a range: «3-5» in a plural list does, «3-1» and «5.1-2» do not.
  private func isRange(
    _ value: Int?, to index: Int, isComposite: Bool, mark: Token, _ unit: UnitWord
  ) -> Bool {
    guard mark.flags.contains(.hyphen) else { return true }
    let isDotted =
      text[index + 1].kind == .period && text[index + 1].isGlued && text[index + 2].isNumber
      && text[index + 2].isGlued
    guard unit.isPlural else { return false }
    if isDotted { return isComposite || text[index].value ?? 0 > value ?? 0 }
    guard !isComposite, let value, let last = text[index].value else { return false }
    return last > value
  }

  private func rangeEnd(behind item: Item, of unit: UnitWord) -> Item? {
    guard text[item.next].isDash,
      let last = self.item(at: signless(item.next + 1), of: unit, isFirst: true)
    else { return nil }
    let isOpen = text[item.next].gap != .glued || text[item.next + 1].gap != .glued
    guard
      isOpen || !text[item.next].flags.contains(.hyphen) || last.isQuoted || last.isLetter
        || last.value != nil && item.value != nil || isRoman(last.start)
    else { return nil }
    // «пункт 3 – 5 рабочих дней»: what is measured is no number of a unit.
    return isMeasured(last.next) ? nil : last
  }

  /// Whether a number behind a comma or «и» goes on with the list.
  private func continues(_ item: Item, _ last: Item, from index: Int, of unit: UnitWord) -> Bool {
    if text[item.start].isNumber {
      if text.writtenDate(at: item.start) != nil || isMeasured(item.next) { return false }
      if item.isQuoted { return true }
    }
    if item.isLetter != last.isLetter, item.isQuoted || item.isLetter { return false }
    guard !unit.isPlural else { return true }
    // Behind a unit in the singular a list is careless writing: believe it where nothing else can be meant.
    let token = text[item.next]
    return !token.isWord || self.unit(at: item.next) != nil || endOfSeparator(at: item.next) != nil
      || token.has(stem: "настоящ") || isCapitalized(item.next)
  }

  /// Whether a letter without quotes is a sub-point's and no preposition or conjunction.
  private func isPlainLetter(_ item: Item, of unit: UnitWord, isFirst: Bool) -> Bool {
    if unit.level == .appendix || unit.level == .section { return true }
    guard unit.level == .subpoint || unit.level == .point && item.isComposite else { return false }
    if item.isComposite { return true }
    let letters = text[item.start].letters
    guard isFirst || Self.shortWords.contains(letters) else { return true }
    guard let next = self.unit(at: item.next) else { return true }
    return next.isGenitive
  }

  private static let shortWords: [Letters] = ["в", "с", "к", "о", "у", "и", "а"]

  private func isSingleLetter(_ index: Int) -> Bool {
    text[index].isWord && text[index].letters.count == 1
  }

  private func isRoman(_ index: Int) -> Bool {
    text[index].flags.contains(.upperCase) && text.romanNumeral(at: index) != nil
      && (text[index].flags.contains(.latin) || text[index].letters.count > 1 || !isShouted(index))
  }

  /// Whether the full stop behind a number ends no sentence, as in front of «настоящего Положения».
  private func isCarelessStop(behind item: Item) -> Bool {
    let next = item.next + 1
    guard text[item.next].kind == .period, text[item.next].isGlued, text[next].isWord,
      !item.isLetter, text[next].gap == .space
    else { return false }
    if !isCapitalized(next) {
      return text[next].has(stem: "настоящ") || unit(at: next)?.isGenitive == true
    }
    return item.isComposite && isDocumentAhead(next)
  }

  /// Whether initials begin here, as in front of «Иванов».
  private func isName(_ index: Int) -> Bool {
    isCapitalized(index) && text[index + 1].kind == .period
      && isCapitalized(index + 2)
  }

  private func isSuperscript(_ token: Token) -> Bool {
    guard token.kind == .other, let mark = token.mark else { return false }
    return [0xB9, 0xB2, 0xB3].contains(mark.value) || (0x2070...0x2079).contains(mark.value)
  }
}
