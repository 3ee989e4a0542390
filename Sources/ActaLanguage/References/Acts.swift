import ActaDiagnostics
import ActaModel

/// The word for an act: «Федерального закона», «указов», «ФЗ».
struct ActForm: Sendable {
  var form: Citation.Form
  var forms: Forms
  var next: Int
}

/// One act or several that share a form: «указов Президента … от … № 1 и от … № 2».
struct ActPhrase: Sendable {
  var citations: [Spanned<Citation>]
  var next: Int
}

extension ReferenceReader {
  func actForm(at index: Int) -> ActForm? {
    let token = text[index]
    guard token.isWord, let word = Self.acts[token.letters] else { return nil }
    switch word {
    case .adjective:
      var next = index + 1
      let isConstitutional = text[next].has(stem: "конституционн")
      if isConstitutional { next += 1 }
      guard text[next].isForm("закон", .masculine) else { return nil }
      return ActForm(
        form: isConstitutional ? .federalConstitutionalLaw : .federalLaw,
        forms: Declension.nounForms(text[next].letters), next: next + 1)
    case .abbreviation(let form):
      guard token.flags.contains(.upperCase) else { return nil }
      return ActForm(form: form, forms: .any, next: index + 1)
    case .noun(let form):
      return ActForm(
        form: form, forms: Declension.nounForms(token.letters), next: index + 1)
    }
  }

  /// The acts that a phrase cites; several where one form or one issuer is shared.
  ///
  /// `nil` where neither date nor number is stated.
  func acts(at index: Int) -> ActPhrase? {
    if let bare = numberedLaw(at: index) { return bare }
    guard let form = actForm(at: index), let opening = opening(at: form.next),
      let first = requisites(at: opening.requisites)
    else { return nil }
    var citation = Citation(form.form, issuer: opening.issuer, title: opening.title)
    citation.date = first.date
    citation.number = first.number
    var next = first.next
    if citation.issuer == nil, let (issuer, end) = lateIssuer(at: next, of: form) {
      citation.issuer = issuer
      next = end
    }
    if form.form == .federalLaw || form.form == .federalConstitutionalLaw { citation.issuer = nil }
    if let (title, end) = title(at: next) {
      citation.title = title
      next = end
    }
    var phrase = ActPhrase(
      citations: [Spanned(citation, text.span(index..<next))], next: next)
    while phrase.citations.count < 100, let more = another(like: citation, form, from: phrase.next)
    {
      phrase.citations.append(more.value)
      phrase.next = more.next
      citation = more.value.value
    }
    return phrase
  }

  /// Date and number, in either order.
  func requisites(at index: Int) -> (date: CalendarDate?, number: String?, next: Int)? {
    var (date, number, next) = (CalendarDate?.none, String?.none, index)
    for _ in 0..<2 {
      var start = next
      if text[start].kind == .comma, next > index { start += 1 }
      if text[start].is("за"), text[start + 1].kind == .numberSign { start += 1 }
      if date == nil, let read = actDate(at: start) {
        (date, next) = (read.value, read.next)
      } else if number == nil, isNumberSign(start), let read = actNumber(at: start + 1) {
        (number, next) = (read.value, read.next)
      } else if number == nil, next > index, text[start].isNumber, isSuffixedNumber(start),
        let read = actNumber(at: start)
      {
        (number, next) = (read.value, read.next)
      }
    }
    return next > index ? (date, number, next) : nil
  }

  /// №, or an N that no digit follows at once: «N ПР-15».
  private func isNumberSign(_ index: Int) -> Bool {
    let token = text[index]
    return token.kind == .numberSign
      || token.flags.contains([.latin, .upperCase]) && token.letters.equals("n")
  }

  /// «от 11 марта 2019 г.»; the year must be stated.
  private func actDate(at index: Int) -> Parsed<CalendarDate>? {
    guard text[index].is("от"), let read = text.writtenDate(at: index + 1),
      let date = read.value.date
    else { return nil }
    return Parsed(date, next: read.next)
  }

  /// The number of an act: everything up to the next space, and «- ФЗ» behind it.
  func actNumber(at index: Int) -> Parsed<String>? {
    let first = text[index]
    guard first.isNumber || first.isWord else { return nil }
    var (number, end) = (words(index..<index + 1), index + 1)
    while end < index + 20 {
      let token = text[end]
      let isGlued = token.isGlued
      switch token.kind {
      case .word, .number:
        guard isGlued else { return Parsed(number, next: end) }
      case .slash:
        guard isGlued, text[end + 1].isGlued, text[end + 1].isWord || text[end + 1].isNumber else {
          return Parsed(number, next: end)
        }
      case .period:
        guard isGlued, text[end + 1].isGlued, text[end + 1].isNumber else {
          return Parsed(number, next: end)
        }
      case .dash:
        let after = text[end + 1]
        let isLaw = after.is("фз") || after.is("фкз")
        let isSuffix =
          after.isWord && after.letters.count <= 4 && (isGlued || after.isGlued)
          || after.isNumber && isGlued && after.isGlued
        guard isGlued && after.isGlued && (after.isWord || after.isNumber) || isLaw || isSuffix,
          number.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) || isGlued && after.isGlued
        else { return Parsed(number, next: end) }
        number += words(end..<end + 1) + words(end + 1..<end + 2)
        end += 2
        continue
      case .other:
        // «№ ЕД-7-14/755@»
        guard isGlued, token.mark == "@" else { return Parsed(number, next: end) }
      default: return Parsed(number, next: end)
      }
      number += words(end..<end + 1)
      end += 1
    }
    return Parsed(number, next: end)
  }

  /// The title that stands in quotes at `index`.
  func title(at index: Int) -> (String, next: Int)? {
    guard let end = endOfQuote(at: index) else { return nil }
    return (words(index + 1..<end - 1), end)
  }

  // MARK: Parts

  /// «44-ФЗ», without the word for a law.
  private func numberedLaw(at index: Int) -> ActPhrase? {
    guard text[index].isNumber, text[index + 1].isDash, text[index + 1].isGlued else { return nil }
    let law = text[index + 2]
    guard law.isGlued, law.is("фз") || law.is("фкз") else { return nil }
    let form: Citation.Form = law.is("фз") ? .federalLaw : .federalConstitutionalLaw
    let citation = Citation(form, number: words(index..<index + 3))
    return ActPhrase(
      citations: [Spanned(citation, text.span(index..<index + 3))], next: index + 3)
  }

  /// «102-п», «210-ФЗ» behind a date, though no № is written.
  private func isSuffixedNumber(_ index: Int) -> Bool {
    text[index + 1].isDash && text[index + 1].isGlued && text[index + 2].isWord
      && text[index + 2].isGlued && text[index + 2].letters.count <= 4
  }

  private struct Opening {
    var issuer: String?
    var title: String?
    /// The token that the date or the number begins at.
    var requisites: Int
  }

  /// What stands between the word for an act and its date or number: the issuer, at times the title.
  private func opening(at index: Int) -> Opening? {
    var opening = Opening(requisites: index)
    var (end, issuerEnd) = (index, Int?.none)
    while end < index + Self.reach {
      let token = text[end]
      if requisites(at: end) != nil { break }
      switch token.kind {
      case .end, .semicolon, .colon, .closingBracket, .closingQuote: return nil
      case .period: if endsSentence(end) { return nil } else { end += 1 }
      case .openingBracket:
        guard let close = endOfBracket(at: end), close - end < 30 else { return nil }
        if text[end + 1].is("далее") || text[end + 1].is("с") || text[end + 1].is("в") {
          issuerEnd = issuerEnd ?? end
        }
        end = close
      case .openingQuote, .straightQuote:
        guard let (title, close) = title(at: end) else { return nil }
        if isTitle(end + 1) {
          issuerEnd = issuerEnd ?? end
          opening.title = title
        }
        end = close
      case .comma:
        guard text[end + 1].isWord, !isCapitalized(end + 1),
          !stopsIssuer(end + 1),
          !Declension.nounForms(text[end + 1].letters)
            .union(Declension.adjective(text[end + 1].letters)).isDisjoint(with: .genitive)
        else { return nil }
        end += 1
      case .word:
        if stopsIssuer(end) { return nil }
        if token.is("о") || token.is("об") || token.is("обо") { issuerEnd = issuerEnd ?? end }
        if token.is("от"), issuerEnd == nil { return nil }
        end += 1
      default:
        guard token.isDash || token.isNumber && issuerEnd != nil || token.kind == .slash else {
          // «Указа Президента … 2012 года № 601»
          guard let year = text.year(at: end), text[year.next].kind == .numberSign else {
            return nil
          }
          issuerEnd = issuerEnd ?? end
          end = year.next
          continue
        }
        end += 1
      }
    }
    guard requisites(at: end) != nil else { return nil }
    opening.requisites = end
    if issuerEnd ?? end > index { opening.issuer = issuer(index..<(issuerEnd ?? end)) }
    return opening
  }

  private func isTitle(_ index: Int) -> Bool {
    text[index].is("о") || text[index].is("об") || text[index].is("обо")
      || text[index].is("вопросы")
  }

  private func stopsIssuer(_ index: Int) -> Bool {
    let token = text[index]
    if isVerb(token.letters) || actForm(at: index) != nil || token.has(stem: "утвержд")
      || token.has(stem: "настоящ") || token.has(stem: "котор") || token.is("которы")
      || Documents.nouns[token] == .other
    {
      return true
    }
    guard let unit = unit(at: index) else { return false }
    return unit.isAbbreviation || text[unit.next].isNumber || text[unit.next].isQuote
  }

  /// An issuer in the nominative: «Правительства Залесской области» is «Правительство Залесской области».
  ///
  /// Of two bodies both heads change.
  func issuer(_ range: Range<Int>) -> String? {
    guard !range.isEmpty else { return nil }
    var lead = range.lowerBound
    // «временно исполняющего обязанности»: an adverb stays as it is.
    while lead + 1 < range.upperBound, Declension.adjective(text[lead].letters).isEmpty,
      endOfCompound(at: lead) == lead + 1,
      text[lead].letters.ends(in: "о"), !isUpperCase(lead)
    {
      lead += 1
    }
    guard let head = headPhrase(at: lead, in: .genitive), head.next <= range.upperBound else {
      return words(range)
    }
    let before = lead > range.lowerBound ? words(range.lowerBound..<lead) + " " : ""
    var name = before + head.nominative
    var index = head.next
    while index < range.upperBound {
      let separated = endOfSeparator(at: index)
      if let separated, text[index].is("и") || text[index].kind == .comma,
        let noun = issuerHead(at: separated, isCapital: isCapitalized(head.noun)),
        noun.next <= range.upperBound
      {
        name += (text[index].kind == .comma ? "" : " ") + words(index..<separated) + " "
        name += noun.nominative
        index = noun.next
      } else if let proper = apposition(at: index, behind: head) {
        name += " " + (text[index].isDash ? words(index..<index + 1) + " " : "") + proper.nominative
        index = proper.next
      } else {
        name += (text[index].gap == .glued ? "" : " ") + words(index..<index + 1)
        index += 1
      }
    }
    return name
  }

  /// A name in the case of the noun that it belongs to: «города Москвы», «автономного округа – Югры».
  private func apposition(at index: Int, behind head: HeadPhrase) -> HeadPhrase? {
    let isDashed =
      text[index].isDash && text[index].gap != .glued && text[index + 1].gap != .glued
      && text[head.noun].has(stem: "округ")
    guard isDashed || index == head.next && text[head.noun].has(stem: "город") else { return nil }
    let at = isDashed ? index + 1 : index
    guard isCapitalized(at) else { return nil }
    return headPhrase(at: at, in: .genitive)
  }

  private func issuerHead(at index: Int, isCapital: Bool) -> HeadPhrase? {
    guard isCapitalized(index), isCapital,
      let phrase = headPhrase(at: index, in: .genitive), Bodies.nouns[text[phrase.noun]] != nil
    else { return nil }
    return phrase
  }

  /// «… от 5 мая 2020 г. № 15 Министерства финансов …»
  private func lateIssuer(at index: Int, of form: ActForm) -> (String, next: Int)? {
    guard isCapitalized(index),
      let head = headPhrase(at: index, in: .genitive), Bodies.nouns[text[head.noun]] != nil
    else { return nil }
    let end = endOfTail(from: head.next, of: head)
    return issuer(index..<end).map { ($0, end) }
  }

  /// A further act behind «,» or «и», by its date or number alone or with an issuer of its own.
  private func another(like last: Citation, _ form: ActForm, from index: Int) -> Parsed<
    Spanned<Citation>
  >? {
    guard let start = endOfSeparator(at: index) else { return nil }
    var citation = Citation(form.form, issuer: last.issuer)
    var at = start
    if !text[start].is("от"), text[start].kind != .numberSign {
      guard !form.forms.isDisjoint(with: .plural), text[start].isWord,
        let head = headPhrase(at: start, in: .genitive), Bodies.nouns[text[head.noun]] != nil,
        let opening = opening(at: start)
      else { return nil }
      citation.issuer = opening.issuer
      at = opening.requisites
    }
    guard let read = requisites(at: at) else { return nil }
    citation.date = read.date
    citation.number = read.number
    var next = read.next
    if let (title, end) = title(at: next) {
      citation.title = title
      next = end
    }
    return Parsed(Spanned(citation, text.span(start..<next)), next: next)
  }

  private enum ActWord: Sendable {
    case adjective
    case abbreviation(Citation.Form)
    case noun(Citation.Form)
  }

  private static let acts = Lexicon<ActWord>([
    .form("федеральн", .adjective, .adjective), .form("закон", .masculine, .noun(.law)),
    .form("указ", .masculine, .noun(.decree)),
    .form("постановлени", .neuter, .noun(.resolution)),
    .form("распоряжени", .neuter, .noun(.directive)), .form("приказ", .masculine, .noun(.order)),
    .form("решени", .neuter, .noun(.decision)), .word("фз", .abbreviation(.federalLaw)),
    .word("фкз", .abbreviation(.federalConstitutionalLaw)),
  ])
}
