import ActaDiagnostics
import ActaLanguage
import ActaModel

/// What may stand in an act though no dictionary has it: names, terms, the repository's own words.
struct KnownWords {
  private var words: Set<Letters> = []
  /// Words of acta.yml and of definitions without their endings: their other forms are right too.
  private var stems: Set<Letters> = []
  init(_ act: ReadAct, _ settings: Settings) {
    for word in settings.words { add(word, withForms: true) }
    for body in settings.bodies {
      add(body.key, withForms: true)
      add(body.name.value, withForms: true)
      add(body.short ?? "", withForms: true)
    }
    for document in act.documents.map(\.document) {
      for definition in document.definitions { add(definition.term, withForms: true) }
      for signatory in document.requisites.signatories {
        add(signatory.name.value, withForms: true)
      }
      add(document.requisites.place?.value ?? "", withForms: true)
      for member in document.roster?.members ?? [] {
        add(member.name.surname, withForms: true)
        add(member.name.given, withForms: true)
        add(member.name.patronymic ?? "", withForms: true)
      }
    }
  }

  private mutating func add(_ text: String, withForms: Bool) {
    guard !text.isEmpty else { return }
    for token in TokenizedText(text).tokens where token.isWord && token.letters.count > 2 {
      words.insert(token.letters)
      if withForms, !token.letters.isCut, let stem = Self.stem(token.letters) {
        stems.insert(stem)
      }
    }
  }

  /// The word without what its endings change; `nil` for a short word.
  private static func stem(_ word: Letters) -> Letters? {
    word.count > 4 ? word.prefix(word.count - 2) : nil
  }

  private func has(_ word: Letters) -> Bool {
    if words.contains(word) { return true }
    // The stem of a listed word, with an ending of up to four letters.
    for length in max(3, word.count - 4)...max(3, word.count) where length <= word.count {
      if stems.contains(word.prefix(length)) { return true }
    }
    return false
  }
}

/// A form of a word that no dictionary has, in one document.
struct Mistake {
  var file: String
  var word: String
  var span: Span?
  var others: [Span] = []
  /// Where all of them can be replaced; `nil` where one cannot.
  var editable: [Span]?
  var suggestions: [String] = []
}

extension KnownWords {
  private struct Occurrence {
    var document: Int
    var passage: Int
    var token: Int
  }

  /// Every unknown form of a word, once a document, in the order of the act.
  func mistakes(in act: ReadAct, _ spelling: RememberedSpelling) -> [Mistake] {
    let unknown = unknownForms(in: act, spelling)
    guard !unknown.isEmpty else { return [] }
    var places: [Letters: [Occurrence]] = [:]
    Self.forEachCandidate(in: act) { letters, place in
      if unknown.contains(where: { $0.letters == letters }) {
        places[letters, default: []].append(place)
      }
    }
    var counts: [Letters: Int] = [:]
    for (_, letters) in unknown {
      counts[letters.prefix(6), default: 0] += places[letters]?.count ?? 0
    }
    var mistakes: [Mistake] = []
    for (word, letters) in unknown {
      // What is written again and again in several forms is a term, and no slip of the pen.
      guard counts[letters.prefix(6), default: 0] < 3 else { continue }
      let suggestions = spelling.suggestions(for: word, Self.suggestions)
      var byDocument: [Int: Mistake] = [:]
      for place in places[letters] ?? [] {
        let document = act.documents[place.document]
        let token = document.texts[place.passage].tokens[place.token]
        let prose = TextPassage(document.passages[place.passage], document.texts[place.passage])
        let span = prose.span(of: token)
        let edit = prose.editable(token.start, token.end)
        if byDocument[place.document] == nil {
          byDocument[place.document] = Mistake(
            file: document.path, word: word, span: span, editable: edit.map { [$0] },
            suggestions: suggestions)
        } else {
          if let span { byDocument[place.document]?.others.append(span) }
          if let edit {
            byDocument[place.document]?.editable?.append(edit)
          } else {
            byDocument[place.document]?.editable = nil
          }
        }
      }
      mistakes += byDocument.sorted { $0.key < $1.key }.map(\.value)
    }
    return mistakes
  }

  /// The forms of words that neither a dictionary nor the act knows, in the order of the act.
  private func unknownForms(
    in act: ReadAct, _ spelling: RememberedSpelling
  ) -> [(word: String, letters: Letters)] {
    var seen: Set<Letters> = []
    var firsts: [(form: WordForm, place: Occurrence)] = []
    Self.forEachCandidate(in: act) { letters, place in
      guard seen.insert(letters).inserted else { return }
      let text = act.documents[place.document].texts[place.passage]
      firsts.append((WordForm(text.tokens[place.token], in: text), place))
    }
    let isKnown = spelling.areKnown(firsts.map(\.form)) { index in
      guard !has(firsts[index].form.letters) else { return nil }
      let word = Self.word(firsts[index].place, act)
      return Self.isSpelled(word, spelling) || Self.isMade(word, spelling)
    }
    return zip(firsts, isKnown).compactMap { first, isKnown in
      isKnown || has(first.form.letters)
        ? nil : (Self.word(first.place, act), first.form.letters)
    }
  }

  /// The words of an act that a dictionary can be asked for.
  private static func forEachCandidate(in act: ReadAct, _ body: (Letters, Occurrence) -> Void) {
    for (number, document) in act.documents.enumerated() {
      for (index, passage) in document.passages.enumerated() {
        if case .member(let member, let part) = passage.place, part == member.namePart { continue }
        guard passage.isNorm, document.texts.indices.contains(index) else { continue }
        let text = document.texts[index]
        var names = passage.persons.map(\.span)[...]
        for (position, token) in text.tokens.enumerated()
        where token.isWord && token.letters.count > 3 {
          while let name = names.first, name.end <= token.start { names.removeFirst() }
          guard isCandidate(text, position), names.first?.meets(token.span) != true else {
            continue
          }
          body(token.letters, Occurrence(document: number, passage: index, token: position))
        }
      }
    }
  }

  private static func word(_ place: Occurrence, _ act: ReadAct) -> String {
    let text = act.documents[place.document].texts[place.passage]
    let span = text[place.token].span
    return Self.lowercased(text.bytes[span.start..<span.end]) ?? text.text(span).lowercased()
  }

  /// The word in small letters; `nil` where not all are Russian.
  private static func lowercased(_ word: ArraySlice<UInt8>) -> String? {
    var isRussian = word.count.isMultiple(of: 2)
    let small = String(unsafeUninitializedCapacity: word.count) { small in
      var count = 0
      for index in stride(from: word.startIndex, to: word.endIndex - 1, by: 2) {
        let pair: (UInt8, UInt8) =
          switch (word[index], word[index + 1]) {
          case (0xD0, 0x90...0x9F): (0xD0, word[index + 1] + 0x20)
          case (0xD0, 0xA0...0xAF): (0xD1, word[index + 1] - 0x20)
          case (0xD0, 0x81): (0xD1, 0x91)
          case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F), (0xD1, 0x91):
            (word[index], word[index + 1])
          default: (0, 0)
          }
        guard pair.0 != 0 else {
          isRussian = false
          break
        }
        (small[count], small[count + 1]) = pair
        count += 2
      }
      return count
    }
    return isRussian ? small : nil
  }

  /// Whether a token is a word of Russian that is no name and no abbreviation.
  private static func isCandidate(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    guard !token.flags.contains(.latin), !token.flags.contains(.lookAlike), !token.letters.isCut,
      token.end - token.start == 2 * token.letters.count
    else { return false }
    let (before, next) = (text[index - 1], text[index + 1])
    // What is glued to figures, to a slash or to an address is no word; of a compound only the last part is one.
    if token.isGlued, index > 0, before.isNumber || before.kind == .slash || before.mark == "@" {
      return false
    }
    if next.isGlued, next.isNumber || next.kind == .slash || next.mark == "@" || next.isDash {
      return false
    }
    if token.isGlued, before.kind == .period { return false }
    if token.isGlued, before.isDash, text[index - 2].flags.contains(.capitalized) { return false }
    if next.kind == .period, next.isGlued {
      // A full stop in the middle of a sentence makes an abbreviation.
      let after = text[index + 2]
      if token.letters.count <= 5 || after.isNumber { return false }
      if after.isWord, !after.flags.contains(.capitalized) { return false }
    }
    guard token.flags.contains(.capitalized) else { return true }
    // A capital in the middle of a sentence makes a name; a word in capitals is one, or a heading.
    guard !token.flags.contains(.upperCase) else { return false }
    return index == 0 || before.kind == .period && !token.isGlued && !isInitial(text, index - 2)
  }

  private static func isInitial(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index].isWord && text[index].letters.count < 3
  }
}

// MARK: What a dictionary knows

extension KnownWords {
  /// With ё or е, as a common noun or as a name.
  private static func isSpelled(_ word: String, _ spelling: any Spelling) -> Bool {
    if spelling.knows(word) { return true }
    if word.contains("ё") {
      return isSpelled(word.map { $0 == "ё" ? "е" : String($0) }.joined(), spelling)
    }
    let letters = Array(word)
    for index in letters.indices where letters[index] == "е" {
      var other = letters
      other[index] = "ё"
      if spelling.knows(String(other)) { return true }
    }
    return false
  }

  /// Made of a known word by a prefix, an ending or a suffix that every word can take.
  private static func isMade(_ word: String, _ spelling: any Spelling, depth: Int = 0) -> Bool {
    // Bytes are compared first: a look at each character takes far longer.
    for prefix in prefixes
    where word.utf8.starts(with: prefix.utf8) && word.hasPrefix(prefix)
      && word.count - prefix.count > 3
    {
      let rest = String(word.dropFirst(prefix.count))
      if isSpelled(rest, spelling) || depth < 2 && isMade(rest, spelling, depth: depth + 1) {
        return true
      }
    }
    for stem in modern
    where word.utf8.starts(with: stem.utf8) && word.hasPrefix(stem) && word.count - stem.count <= 6
    { return true }
    for ending in endings where word.utf8.ends(with: ending) && word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      guard stem.count > 3 else { continue }
      if ["", "а", "я", "о", "е", "ь", "й"].contains(where: { isSpelled(stem + $0, spelling) }) {
        return true
      }
    }
    // «процессный» of «процесс».
    for ending in ["ый", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ой", "ую", "ых", "ыми"] {
      let adjective = "н" + ending
      guard word.utf8.ends(with: adjective), word.hasSuffix(adjective),
        word.count - adjective.count > 3
      else { continue }
      if isSpelled(String(word.dropLast(adjective.count)), spelling) { return true }
    }
    // «символьно» of «символьный».
    if word.hasSuffix("о"), word.count > 4, isSpelled(String(word.dropLast()) + "ый", spelling) {
      return true
    }
    // «проверяемость» of «проверяемый».
    for ending in ["ость", "ости", "остью", "остей"]
    where word.utf8.ends(with: ending) && word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      guard stem.count > 3 else { continue }
      if ["ый", "ий", "ая"].contains(where: { isSpelled(stem + $0, spelling) }) { return true }
    }
    return false
  }

  /// Spellings one slip away that a dictionary has: a letter too many, too few, another, or two exchanged.
  private static func suggestions(for word: String, _ spelling: any Spelling) -> [String] {
    let letters = Array(word)
    guard letters.count < 40 else { return [] }
    var found: [String] = []
    func offer(_ candidate: [Character]) {
      let text = String(candidate)
      if found.count < 3, !found.contains(text), text != word, spelling.knows(text) {
        found.append(text)
      }
    }
    for index in letters.indices.dropLast() where letters[index] != letters[index + 1] {
      var other = letters
      other.swapAt(index, index + 1)
      offer(other)
    }
    for index in letters.indices {
      var other = letters
      other.remove(at: index)
      offer(other)
    }
    for index in 0...letters.count {
      for letter in alphabet {
        var other = letters
        other.insert(letter, at: index)
        offer(other)
      }
    }
    for index in letters.indices {
      for letter in alphabet {
        var other = letters
        other[index] = letter
        offer(other)
      }
    }
    return found
  }

  private static let alphabet = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")

  /// First parts that join words freely.
  private static let prefixes = [
    "не", "меж", "между", "внутри", "вне", "само", "авто", "авиа", "агро", "анти", "аудио", "без",
    "бес", "био", "веб", "вело", "видео", "водо", "высоко", "газо", "гео", "гидро", "гос", "дву",
    "двух", "едино",
    "до", "евро", "еже", "жил", "интер", "интернет", "кино", "кибер", "контр", "крупно", "макро",
    "мало", "медиа", "микро", "мини", "много", "мульти", "нано", "нео", "низко", "обще", "одно",
    "онлайн", "пере", "по", "под", "полу", "пост", "пре", "пред", "про", "противо", "псевдо",
    "радио",
    "разно", "ре", "рос", "сверх", "со", "соц", "спец", "средне", "супер", "тепло", "теле", "тех",
    "техно", "транс", "трех", "трёх", "ультра", "физкульт", "фото", "четырех", "экспресс", "экс",
    "эко", "электро", "энерго", "этно", "пяти", "шести", "гипер", "ино", "ново",
  ]

  /// Endings of nouns.
  private static let endings = [
    "ами", "ями", "ов", "ев", "ам", "ям", "ах", "ях", "ом", "ем", "ы", "и", "а", "я", "у", "ю", "е",
    "й", "ей", "ью",
  ]

  /// Words of today's office language, younger than the dictionaries, without their endings.
  private static let modern = [
    "цифровизаци", "клиентоцентричн", "человекоцентричн", "геймификаци", "дашборд", "краудсорсинг",
    "краудфандинг", "аутсорсинг", "бенчмаркинг", "хакатон", "акселератор", "акселерац", "стартап",
    "стейкхолдер", "мессенджер", "аккаунт", "контент", "лендинг", "вебинар", "вебинаров", "скоринг",
    "чекап", "скрининг", "антикоррупционн", "импортозамещ", "бюджетир", "волонтер", "волонтёр",
    "врио", "репозитори", "коворкинг", "нацпроект", "госуслуг", "госпрограмм", "мониторинг",
    "самозанят", "таргет",
    "фандрайзинг", "форсайт", "шеринг", "каршеринг", "экосистем", "диджитал", "блокчейн",
    "криптовалют", "биометри", "верификаци", "валидаци", "авторизаци", "аутентификаци",
    "деперсонализ", "обезличив", "омниканальн", "проактивн", "суперсервис", "кейс", "трек",
    "спикер",
    "модератор", "фасилитатор", "тьютор", "ментор", "коуч", "рейтингов", "бизнес", "роуминг",
    "хостинг", "логин", "токен", "плагин", "интерфейс", "фреймворк", "датасет", "нейросет",
    "чатбот",
    "сертифицир", "лицензиат", "концедент", "концессионер", "бенефициар", "комплаенс", "прескрипт",
  ]
}

extension String.UTF8View {
  fileprivate func ends(with ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
