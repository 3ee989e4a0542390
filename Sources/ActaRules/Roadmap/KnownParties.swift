import ActaDiagnostics
import ActaLanguage
package import ActaModel

/// Whom a whole folder names well enough to be found: the same for all its acts.
package final class FolderParties: Sendable {
  /// Names of the settings' bodies, in full and short, folded.
  fileprivate let names: Set<String>
  /// The collegial bodies that documents of the folder govern or fill, by their content words, each once.
  fileprivate let collegial: [ContentWords]
  /// Names of the settings' bodies, word by word.
  fileprivate let spelled: [[Substring]]
  /// Whether the settings name the bodies that there are.
  fileprivate let listsBodies: Bool

  /// Whom the settings name, and collegial bodies as front matter calls them.
  package init(_ settings: Settings, bodyNames: [String]) {
    listsBodies = !settings.bodies.isEmpty
    let full = settings.bodies.map { KnownParties.folded($0.name.value) }
    names = Set(full + settings.bodies.compactMap { $0.short.map(KnownParties.folded) })
    spelled = full.map { name in name.utf8.split(separator: 0x20).map { Substring($0) } }
    var seen: Set<ContentWords> = []
    var collegial: [ContentWords] = []
    for name in bodyNames {
      let text = TokenizedText(name)
      for index in 0..<min(text.count, 60) where KnownParties.collegialNoun(text[index]) {
        let words = KnownParties.words(text, index)
        if seen.insert(words).inserted { collegial.append(words) }
      }
    }
    self.collegial = collegial
  }
}

/// Whom a folder, an act and a roadmap name well enough to be found.
struct KnownParties {
  private let folder: FolderParties
  /// Names in full, folded, as written in definitions and rows.
  private var names: Set<String> = []
  /// Collegial bodies that the act or the roadmap sets up or names in full, by their content words.
  private var collegial: [ContentWords] = []

  init(_ folder: FolderParties) { self.folder = folder }

  private func knows(_ name: String) -> Bool { names.contains(name) || folder.names.contains(name) }

  /// What the roadmap's own act opens and sets up.
  mutating func add(_ document: ReadDocument) {
    for definition in document.document.definitions where definition.form == .abbreviation {
      names.insert(Self.folded(definition.term))
    }
    for passage in document.passages {
      guard case .provision = passage.place, passage.isNorm else { continue }
      let text = TokenizedText(passage.text)
      addCreated(text)
      addNamed(text)
    }
  }

  /// «комиссия по предупреждению чрезвычайных ситуаций»: a body named in full is known, whoever set it up.
  private mutating func addNamed(_ text: TokenizedText) {
    for index in 0..<min(text.count, 200) where Self.collegialNoun(text[index]) {
      if text[index + 1].is("по") || text[index + 1].is("при") { add(text, index) }
    }
  }

  /// Those that the roadmap itself is to set up, and the parties that its rows name alone.
  mutating func add(_ roadmap: ReadRoadmap) {
    for row in roadmap.rows {
      if let activity = row.activity { addNamed(TokenizedText(activity.value)) }
      if row.action.isCreation, let activity = row.activity {
        addCreated(TokenizedText(activity.value))
      }
      if row.responsible.count > 1 {
        for party in row.responsible { names.insert(Self.folded(party.value)) }
      }
    }
  }

  /// «создать рабочую группу», «утвердить состав комиссии», «образование штаба».
  private mutating func addCreated(_ text: TokenizedText) {
    for verb in 0..<min(text.count, 60) where Self.founding[text[verb]] == true {
      for index in verb + 1..<verb + 8 where Self.collegialNoun(text[index]) { add(text, index) }
    }
  }

  private mutating func add(_ text: TokenizedText, _ noun: Int) {
    collegial.append(Self.words(text, noun))
  }

  /// A collegial noun with the word before it.
  fileprivate static func words(_ text: TokenizedText, _ noun: Int) -> ContentWords {
    ContentWords(text, in: max(0, noun - 1)..<noun + 1)
  }

  private static let founding = Lexicon<Bool>([
    .stem("созда", true), .stem("образова", true), .form("состав", .masculine, true),
    .stem("положени", true), .stem("учред", true), .stem("сформирова", true),
    .stem("формировани", true),
  ])

  /// «группа» in whatever case, «проектный офис», «комиссия».
  static func collegialNoun(_ token: Token) -> Bool { collegialNouns[token] == true }

  private static let collegialNouns = Lexicon<Bool>([
    .stem("комисси", true), .form("групп", .feminine, true), .form("совет", .masculine, true),
    .form("офис", .masculine, true), .form("штаб", .masculine, true), .stem("коллеги", true),
    .form("оргкомитет", .masculine, true), .stem("подкомисси", true),
  ])

  static func folded(_ name: String) -> String {
    var words: [UInt8] = []
    let text = TokenizedText(bytes: FoldedBytes(name).bytes)
    for token in text.tokens where token.isWord || token.isNumber {
      if !words.isEmpty { words.append(0x20) }
      words += text.bytes[token.start..<token.end]
    }
    return String(decoding: words, as: UTF8.self)
  }

  // MARK: Judging

  /// A document or a day in the column of the responsible: two cells were swapped.
  private static let documents = Lexicon<Bool>([
    .form("приказ", .masculine, true), .form("отчет", .masculine, true),
    .form("протокол", .masculine, true), .word("акт", true), .word("акты", true),
    .form("доклад", .masculine, true), .form("справк", .feminine, true), .word("перечень", true),
    .word("список", true), .word("реестр", true), .stem("распоряжени", true),
    .stem("постановлени", true), .word("график", true), .form("записк", .feminine, true),
    .word("проекты", true), .word("таблица", true), .word("заключение", true),
  ])

  func problem(with party: String) -> PartyProblem? {
    let name = Self.folded(party)
    let text = TokenizedText(party)
    if Self.documents[text[0]] == true { return .nobody(party) }
    if let second = runTogether(text) { return .runTogether(party, second) }
    if let typo = misspelt(name) { return .misspelt(party, typo) }
    guard let noun = PartyNoun(at: 0, in: text) else {
      return knows(name) || isEvident(text) ? nil : .unknown(party)
    }
    switch noun.kind {
    case .body, .post: return nil
    case .nobody:
      let isAlone = text.tokens.filter(\.isWord).count <= 2
      return isAlone ? .nobody(party) : nil
    case .office, .collegial:
      guard let index = (noun.index..<text.count).first(where: { Self.collegialNoun(text[$0]) })
      else { return nil }
      return isSetUp(text, index) ? nil : .nobodySetUp(party)
    }
  }

  /// Whether the collegial body at a token is set up by some act here, or named in full as one of others.
  private func isSetUp(_ text: TokenizedText, _ index: Int) -> Bool {
    let rest = text.tokens.dropFirst(index + 1).prefix { $0.kind != .openingBracket }
      .filter { $0.isWord }
    // «комиссия по делам несовершеннолетних», «Совет депутатов»: known by its full name.
    if !rest.isEmpty { return true }
    let noun = ContentWords(text, in: index..<index + 1)
    // «рабочая группа» is not «экспертная группа»; «комиссия» alone can be any.
    let isAdjective =
      index > 0 && text[index - 1].isWord && PartyNoun(at: index - 1, in: text) != nil
      && PartyNoun(at: index - 1, in: text)?.index != index - 1
    let opening = isAdjective ? ContentWords(text, in: index - 1..<index + 1) : noun
    let isOpened = { (body: ContentWords) in body.common(with: opening) == opening.count }
    return folder.collegial.contains(where: isOpened) || collegial.contains(where: isOpened)
  }

  /// Abbreviations in capitals are known to their readers; so are names, unless acta.yml lists the bodies.
  private func isEvident(_ text: TokenizedText) -> Bool {
    text.tokens.contains { token in
      token.isWord
        && (token.flags.contains(.upperCase) || token.flags.contains(.latin)
          || token.flags.contains(.capitalized) && !folder.listsBodies)
    }
  }

  /// The second of two parties that nothing parts.
  private func runTogether(_ text: TokenizedText) -> String? {
    var nesting = Nesting()
    for index in 0..<text.count {
      let token = text[index]
      nesting.pass(token)
      guard index > 0, nesting.depth == 0, token.isWord, token.flags.contains(.capitalized),
        !token.flags.contains(.upperCase) || token.letters.count > 3,
        text[index - 1].isWord || text[index - 1].isNumber
          || text[index - 1].kind == .closingQuote || text[index - 1].kind == .closingBracket
      else { continue }
      let rest = text.text(index..<text.count)
      // Both are known by themselves, or the second begins with the noun of a body in the nominative.
      let isKnown = knows(Self.folded(rest)) && knows(Self.folded(text.text(0..<index)))
      if isKnown || beginsBody(text, index) { return rest }
    }
    return nil
  }

  /// «… области Министерство …»: the noun of a body in the nominative, with a capital, behind a complete name.
  private func beginsBody(_ text: TokenizedText, _ index: Int) -> Bool {
    guard index >= 2, let noun = PartyNoun(at: index, in: text),
      noun.kind == .body || noun.kind == .collegial,
      !text[index - 1].is("и"), Self.sureNominatives[text[noun.index]] == true
    else { return false }
    return PartyNoun(at: 0, in: text).map { $0.index < index - 1 } ?? false
  }

  /// Nominatives that no other case looks like.
  private static let sureNominatives = Lexicon<Bool>([
    .word("министерство", true), .word("управление", true), .word("администрация", true),
    .word("инспекция", true), .word("служба", true), .word("комиссия", true),
    .word("агентство", true), .word("департамент", true), .word("правительство", true),
    .word("учреждение", true), .word("отделение", true), .word("палата", true),
    .word("комитет", true), .word("офис", true), .word("отдел", true),
  ])

  /// The known name from which one word differs by a slip.
  private func misspelt(_ name: String) -> String? {
    guard !knows(name) else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 1 else { return nil }
    return folder.spelled.first { others in
      guard others.count == words.count else { return false }
      let differing = zip(words, others).filter { $0 != $1 }
      guard differing.count == 1, let (word, other) = differing.first else { return false }
      return Self.isSlip(Array(word.unicodeScalars), Array(other.unicodeScalars))
    }?.joined(separator: " ")
  }

  /// Whether two long words differ by one letter, lost, added or changed, and are no forms of one word.
  private static func isSlip(_ word: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    let least = min(word.count, other.count)
    guard least >= 6, abs(word.count - other.count) <= 1 else { return false }
    let head = zip(word, other).prefix { $0 == $1 }.count
    let tail = zip(word.reversed(), other.reversed()).prefix { $0 == $1 }.count
    let isSwap =
      word.count == other.count && head + tail == least - 2 && word[head] == other[head + 1]
      && word[head + 1] == other[head]
    guard isSwap || head + tail >= least - (word.count == other.count ? 1 : 0) else { return false }
    return ContentWords(text(word)).stems != ContentWords(text(other)).stems
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// What is wrong with a responsible.
enum PartyProblem {
  case runTogether(String, String)
  case misspelt(String, String)
  case nobodySetUp(String)
  case nobody(String)
  case unknown(String)

  var level: Level? {
    if case .unknown = self { .note } else { nil }
  }

  var message: Text {
    switch self {
    case .runTogether(let party, let second):
      Text(
        ru:
          "Двое ответственных не разделены: «\(shortened(party))»; второй – «\(shortened(second))»",
        en: "Nothing parts two of the responsible: «\(shortened(party))»; the second is "
          + "«\(shortened(second))»")
    case .misspelt(let party, let known):
      Text(
        ru: "«\(shortened(party))» – такого органа нет, есть «\(known)»",
        en: "There is no «\(shortened(party))», there is «\(known)»")
    case .nobodySetUp(let party):
      Text(
        ru:
          "Ответственный – «\(shortened(party))», но такой орган ни этим актом, ни другим в этой папке "
          + "не создан и актом о создании не назван",
        en: "«\(shortened(party))» is responsible, and neither this act nor another here sets up "
          + "such a body, nor names the act that did")
    case .nobody(let party):
      Text(
        ru: "«\(shortened(party))» – не ответственный: неясно, кто именно",
        en: "«\(shortened(party))» is nobody in particular")
    case .unknown(let party):
      Text(
        ru: "«\(shortened(party))» нет ни среди органов в acta.yml, ни в акте",
        en: "«\(shortened(party))» is neither among the bodies of acta.yml nor in the act")
    }
  }

  var help: Text {
    switch self {
    case .runTogether: Text(ru: "разделите точкой с запятой", en: "part them by a semicolon")
    case .misspelt: Text(ru: "проверьте название", en: "check the name")
    case .nobodySetUp:
      Text(
        ru: "назовите орган полностью и акт, которым он создан, или другого ответственного",
        en: "name the body in full and the act that set it up, or another responsible")
    case .nobody, .unknown:
      Text(
        ru: "назовите орган, подразделение или должностное лицо",
        en: "name a body, a division or an official")
    }
  }
}
