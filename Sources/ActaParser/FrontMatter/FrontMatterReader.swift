import ActaDiagnostics
import ActaModel

/// Reads front matter into requisites: each value typed, each with its place, each mistake told.
struct FrontMatterReader {
  let source: Source
  private(set) var requisites = Requisites()
  private(set) var findings: [Finding] = []
  /// The keys that are there, by what they mean.
  private var present: [FrontMatterKey: Span] = [:]

  init(source: Source) { self.source = source }

  mutating func read(_ yaml: YAML, fences: Span) {
    guard case .mapping(let entries, _) = yaml else {
      report("source/front-matter", yaml.span, .notAMapping)
      return
    }
    for entry in entries { read(entry) }
    checkPlaces()
    checkMissing(fences)
  }

  // MARK: Keys

  private mutating func read(_ entry: YAML.Entry) {
    guard let key = FrontMatterKey(spelled: entry.key.value) else {
      let near = nearName(
        entry.key.value, among: FrontMatterKey.allCases.flatMap { [$0.ru, $0.en] })
      report("source/unknown-key", entry.key.span, .unknownKey(entry.key.value, near: near))
      return
    }
    if let first = present[key] {
      findings.append(
        Finding(
          "source/duplicate-key", .error, file: source.path, at: entry.key.span,
          .duplicateKey(entry.key.value),
          places: [Place(file: source.path, at: first, .firstKey)]))
      return
    }
    present[key] = entry.key.span
    if isEmpty(entry.value) { return }
    assign(key, entry.value)
  }

  private mutating func assign(_ key: FrontMatterKey, _ value: YAML) {
    switch key {
    case .kind: requisites.kind = kind(value)
    case .title: requisites.title = text(key, value)
    case .number: requisites.number = text(key, value)
    case .date: requisites.date = date(key, value)
    case .place: requisites.place = text(key, value)
    case .issuer: requisites.issuers = texts(key, value)
    case .signatory: requisites.signatories = signatories(value)
    case .appendices: requisites.appendices = texts(key, value)
    case .effective: requisites.effective = text(key, value)
    case .status: requisites.status = status(value)
    case .amendedBy: requisites.amendedBy = amendments(value)
    case .electronicSignature: requisites.electronicSignature = electronicSignature(value)
    case .body: requisites.body = text(key, value)
    case .short: requisites.short = text(key, value)
    case .quorum: requisites.quorum = share(key, value)
    case .majority: requisites.majority = share(key, value)
    case .implements: requisites.implements = text(key, value)
    case .id: requisites.id = identifier(key, value)
    }
  }

  private mutating func checkPlaces() {
    guard let kind = requisites.kind else { return }
    for (key, span) in present.sorted(by: { $0.value < $1.value }) {
      guard let families = key.families, !families.contains(kind.value.family) else { continue }
      report("source/unknown-key", span, .keyOutOfPlace(key, kind.value))
    }
  }

  private mutating func checkMissing(_ fences: Span) {
    let first = Span(fences.start, min(fences.start + 3, fences.end))
    if present[.kind] == nil { report("source/missing-key", first, .missingKey(.kind)) }
    guard let kind = requisites.kind?.value else { return }
    if requisites.title == nil, kind != .directive {
      report("source/missing-key", present[.title] ?? first, .missingKey(.title))
    }
    guard kind.family == .order, requisites.status?.value != .draft else { return }
    for key in [FrontMatterKey.number, .date, .issuer] where isMissing(key) {
      report("source/missing-key", present[key] ?? first, .missingKey(key))
    }
  }

  private func isMissing(_ key: FrontMatterKey) -> Bool {
    switch key {
    case .number: requisites.number == nil
    case .date: requisites.date == nil
    case .issuer: requisites.issuers.isEmpty
    default: false
    }
  }

  // MARK: Values

  private mutating func text(_ key: FrontMatterKey, _ value: YAML) -> Spanned<String>? {
    guard case .scalar(let scalar) = value else {
      report("source/wrong-value", value.span, .wantsText(key))
      return nil
    }
    return scalar
  }

  private mutating func texts(_ key: FrontMatterKey, _ value: YAML) -> [Spanned<String>] {
    switch value {
    case .scalar(let scalar): return [scalar]
    case .sequence(let items, _):
      return items.filter { !isEmpty($0) }.compactMap { text(key, $0) }
    case .mapping:
      report("source/wrong-value", value.span, .wantsList(key))
      return []
    }
  }

  private mutating func kind(_ value: YAML) -> Spanned<DocumentKind>? {
    guard let word = text(.kind, value) else { return nil }
    let plain = plain(word.value)
    if let kind = DocumentKind.allCases.first(where: { plain == $0.ru || plain == $0.en }) {
      return Spanned(kind, word.span)
    }
    let near = nearName(word.value, among: DocumentKind.allCases.flatMap { [$0.ru, $0.en] })
    report("source/wrong-value", word.span, .unknownKind(word.value, near: near))
    return nil
  }

  private mutating func status(_ value: YAML) -> Spanned<Status>? {
    guard let word = text(.status, value) else { return nil }
    let plain = plain(word.value)
    if let status = Status.allCases.first(where: {
      plain == self.plain($0.ru) || plain == $0.en
    }) {
      return Spanned(status, word.span)
    }
    let near = nearName(word.value, among: Status.allCases.flatMap { [$0.ru, $0.en] })
    report("source/wrong-value", word.span, .unknownStatus(word.value, near: near))
    return nil
  }

  private mutating func date(_ key: FrontMatterKey, _ value: YAML) -> Spanned<StatedDate>? {
    guard let word = text(key, value) else { return nil }
    let stated = StatedDate(reading: word.value)
    if stated.value == nil { report("source/wrong-value", word.span, .noDate(word.value)) }
    return Spanned(stated, word.span)
  }

  /// A share or a number of members: `> 1/2` or `>= 5`.
  private mutating func share(_ key: FrontMatterKey, _ value: YAML) -> Spanned<String>? {
    guard let word = text(key, value) else { return nil }
    if !isShare(word.value) { report("source/wrong-value", word.span, .noShare(key, word.value)) }
    return word
  }

  private mutating func identifier(_ key: FrontMatterKey, _ value: YAML) -> Spanned<String>? {
    guard let word = text(key, value) else { return nil }
    let isSafe = word.value.utf8.allSatisfy { byte in
      byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39
        || byte == 0x2D || byte == 0x5F
    }
    guard isSafe, !word.value.isEmpty else {
      report("source/wrong-value", word.span, .badIdentifier(word.value))
      return nil
    }
    return word
  }

  private mutating func signatories(_ value: YAML) -> [Signatory] {
    switch value {
    case .sequence(let items, _): return items.flatMap { signatories($0) }
    case .scalar:
      report("source/wrong-value", value.span, .wantsSignatory)
      return []
    case .mapping(let entries, let span):
      let fields = fields(entries, known: [["должность", "post"], ["имя", "name"]])
      guard let post = fields[0] ?? nil, let name = fields[1] ?? nil else {
        report("source/wrong-value", span, .wantsSignatory)
        return []
      }
      return [Signatory(post: post, name: name)]
    }
  }

  private mutating func amendments(_ value: YAML) -> [AmendingAct] {
    switch value {
    case .sequence(let items, _): return items.flatMap { amendments($0) }
    case .scalar:
      report("source/wrong-value", value.span, .wantsAmendments)
      return []
    case .mapping(let entries, let span):
      let fields = fields(
        entries,
        known: [["вид", "kind"], ["орган", "issuer"], ["дата", "date"], ["номер", "number"]])
      return [
        AmendingAct(
          kind: fields[0], issuer: fields[1], date: statedDate(fields[2]), number: fields[3],
          span: span)
      ]
    }
  }

  private mutating func electronicSignature(_ value: YAML) -> ElectronicSignature? {
    guard case .mapping(let entries, let span) = value else {
      report("source/wrong-value", value.span, .wantsSignature)
      return nil
    }
    let fields = fields(
      entries,
      known: [
        ["сертификат", "certificate"], ["владелец", "owner"], ["с", "from"], ["по", "until"],
      ])
    return ElectronicSignature(
      certificate: fields[0], owner: fields[1], from: statedDate(fields[2]),
      until: statedDate(fields[3]), span: span)
  }

  private mutating func statedDate(_ word: Spanned<String>?) -> Spanned<StatedDate>? {
    guard let word else { return nil }
    let stated = StatedDate(reading: word.value)
    if stated.value == nil { report("source/wrong-value", word.span, .noDate(word.value)) }
    return Spanned(stated, word.span)
  }

  /// The text fields of a nested mapping, in the order of `known`; each key in either spelling.
  private mutating func fields(
    _ entries: [YAML.Entry], known: [[String]]
  ) -> [Spanned<String>?] {
    var fields: [Spanned<String>?] = Array(repeating: nil, count: known.count)
    for entry in entries {
      guard let index = known.firstIndex(where: { $0.contains(plain(entry.key.value)) }) else {
        let near = nearName(entry.key.value, among: known.joined())
        report("source/unknown-key", entry.key.span, .unknownKey(entry.key.value, near: near))
        continue
      }
      guard case .scalar(let scalar) = entry.value, !scalar.value.isEmpty else {
        if !isEmpty(entry.value) {
          report("source/wrong-value", entry.value.span, .wantsPlainText(entry.key.value))
        }
        continue
      }
      fields[index] = scalar
    }
    return fields
  }

  private func isEmpty(_ value: YAML) -> Bool {
    switch value {
    case .scalar(let scalar): scalar.value.isEmpty || scalar.value == "~"
    case .sequence(let items, _): items.isEmpty
    case .mapping(let entries, _): entries.isEmpty
    }
  }

  private func isShare(_ text: String) -> Bool {
    var rest = text.filter { $0 != " " && $0 != "\u{A0}" }[...]
    guard rest.first == ">" else { return false }
    rest = rest.dropFirst()
    if rest.first == "=" { rest = rest.dropFirst() }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 > 0 }) else { return false }
    return numbers.count == 1 || numbers.count == 2 && numbers[0] <= numbers[1]
  }

  private func plain(_ word: String) -> String {
    let words = word.lowercased().split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
    return String(words.map { $0 == "ё" ? "е" : $0 })
  }

  private mutating func report(_ rule: RuleID, _ span: Span, _ message: Text) {
    findings.append(Finding(rule, .error, file: source.path, at: span, message))
  }
}

extension StatedDate {
  /// `2023-09-18` or `18.09.2023`; the spelling stays whatever it is.
  init(reading text: String) {
    let dotted = text.split(separator: ".", omittingEmptySubsequences: false)
    let dashed = text.split(separator: "-", omittingEmptySubsequences: false)
    var value: CalendarDate?
    if dotted.count == 3, let day = Self.number(dotted[0], 1...2),
      let month = Self.number(dotted[1], 1...2), let year = Self.number(dotted[2], 4...4)
    {
      value = CalendarDate(year: year, month: month, day: day)
    } else if dashed.count == 3, let year = Self.number(dashed[0], 4...4),
      let month = Self.number(dashed[1], 1...2), let day = Self.number(dashed[2], 1...2)
    {
      value = CalendarDate(year: year, month: month, day: day)
    }
    self.init(text: text, value: value)
  }

  private static func number(_ digits: Substring, _ width: ClosedRange<Int>) -> Int? {
    width.contains(digits.utf8.count) && digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      ? Int(digits) : nil
  }
}

// MARK: - Wording

extension Text {
  fileprivate static let notAMapping = Text(
    ru: "Шапка – не список «ключ: значение»; ждали строки вида «вид: приказ»",
    en: "Front matter is no list of «key: value»; lines like «kind: order» are expected")

  fileprivate static func unknownKey(_ key: String, near: String?) -> Text {
    let (ru, en) = nearHint(near)
    return Text(ru: "Неизвестный ключ «\(key)»\(ru)", en: "Unknown key «\(key)»\(en)")
  }

  fileprivate static func keyOutOfPlace(_ key: FrontMatterKey, _ kind: DocumentKind) -> Text {
    Text(
      ru: "Ключ «\(key.ru)» не для такого документа: вид – «\(kind.ru)»",
      en: "Key «\(key.en)» has no place in a document of kind «\(kind.en)»")
  }

  static func duplicateKey(_ key: String) -> Text {
    Text(
      ru: "Ключ «\(key)» дан дважды; остаётся первое значение",
      en: "Key «\(key)» is given twice; the first value stands")
  }

  static let firstKey = Text(ru: "впервые здесь", en: "first given here")

  fileprivate static func missingKey(_ key: FrontMatterKey) -> Text {
    Text(
      ru: "В шапке нет ключа «\(key.ru)» (\(key.meaning.ru))",
      en: "Front matter has no key «\(key.en)» (\(key.meaning.en))")
  }

  fileprivate static func wantsText(_ key: FrontMatterKey) -> Text {
    Text(
      ru: "У ключа «\(key.ru)» должен быть простой текст (\(key.meaning.ru))",
      en: "Key «\(key.en)» wants plain text (\(key.meaning.en))")
  }

  fileprivate static func wantsPlainText(_ key: String) -> Text {
    Text(
      ru: "У ключа «\(key)» должен быть простой текст", en: "Key «\(key)» wants plain text")
  }

  fileprivate static func wantsList(_ key: FrontMatterKey) -> Text {
    Text(
      ru: "У ключа «\(key.ru)» должен быть текст или список (\(key.meaning.ru))",
      en: "Key «\(key.en)» wants text or a list (\(key.meaning.en))")
  }

  fileprivate static func unknownKind(_ word: String, near: String?) -> Text {
    let kinds = DocumentKind.allCases
    let (ru, en) =
      near.map { (" – может быть, «\($0)»?", " – did you mean «\($0)»?") }
      ?? (
        "; бывают: " + kinds.map(\.ru).joined(separator: ", "),
        "; there are: " + kinds.map(\.en).joined(separator: ", ")
      )
    return Text(
      ru: "Неизвестный вид документа «\(word)»\(ru)", en: "Unknown kind of document «\(word)»\(en)")
  }

  fileprivate static func unknownStatus(_ word: String, near: String?) -> Text {
    let (ru, en) = nearHint(near)
    return Text(
      ru: "Неизвестный статус «\(word)»; бывают: проект, действует, изменён, утратил силу\(ru)",
      en: "Unknown status «\(word)»; there are: draft, in force, amended, repealed\(en)")
  }

  fileprivate static func noDate(_ word: String) -> Text {
    Text(
      ru: "«\(word)» – не дата; пишут 2023-09-18 или 18.09.2023",
      en: "«\(word)» is no date; write 2023-09-18 or 18.09.2023")
  }

  fileprivate static func noShare(_ key: FrontMatterKey, _ word: String) -> Text {
    Text(
      ru: "«\(word)» – не доля и не число; пишут «> 1/2», «>= 2/3», «>= 5»",
      en: "«\(word)» is neither a share nor a number; write «> 1/2», «>= 2/3», «>= 5»")
  }

  fileprivate static func badIdentifier(_ word: String) -> Text {
    Text(
      ru: "«\(word)» не годится в адрес страницы: латинские буквы, цифры, «-» и «_»",
      en: "«\(word)» cannot stand in an address: Latin letters, digits, «-» and «_» only")
  }

  fileprivate static let wantsSignatory = Text(
    ru: "Подписавшего пишут так: {должность: …, имя: …} или списком таких",
    en: "A signatory is written {post: …, name: …}, or a list of those")

  fileprivate static let wantsAmendments = Text(
    ru: "Изменяющий акт пишут так: {вид: …, орган: …, дата: …, номер: …}",
    en: "An amending act is written {kind: …, issuer: …, date: …, number: …}")

  fileprivate static let wantsSignature = Text(
    ru: "Электронную подпись пишут так: {сертификат: …, владелец: …, с: …, по: …}",
    en: "An electronic signature is written {certificate: …, owner: …, from: …, until: …}")
}
