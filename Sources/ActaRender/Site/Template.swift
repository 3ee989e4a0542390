import ActaDiagnostics

/// A template, read: Mustache's variables, sections, inverted sections, partials and comments.
///
/// What a variable stands for becomes a node of the page and is escaped with all the rest; there is no way to put
/// unescaped text into a page. Lines that hold nothing but a section's tag, a partial or a comment leave no line behind,
/// as Mustache has it. Lambdas, delimiters and inheritance are left out: a block of an act needs none.
struct Template: Sendable {
  indirect enum Part: Sendable {
    case markup([UInt8])
    case value(String)
    case section(String, isInverted: Bool, [Part])
    case partial(Templates.Name)
  }

  var parts: [Part]

  /// Reads a template; every mistake is told where it stands.
  static func parsed(_ bytes: [UInt8], as name: Templates.Name) -> Checked<Template> {
    var reader = TemplateReader(bytes: bytes, name: name)
    reader.read()
    return Checked(Template(parts: reader.parts), reader.findings)
  }
}

private struct TemplateReader {
  let bytes: [UInt8]
  let name: Templates.Name
  /// The parts of the innermost open section, or of the template.
  var parts: [Template.Part] = []
  var findings: [Finding] = []
  /// By unknown name, the known one that was meant perhaps.
  private var nearNames: [String: String?] = [:]
  private var open: [Section] = []
  private var index = 0
  /// Where the markup begins that is not yet a part.
  private var start = 0

  private struct Section {
    var name: String
    var isInverted: Bool
    var span: Span
    /// What stands in front of the section, to be gone on with.
    var before: [Template.Part]
  }

  private struct Tag {
    var mark: UInt8?
    var name: String
    var span: Span
  }

  init(bytes: [UInt8], name: Templates.Name) {
    self.bytes = bytes
    self.name = name
  }

  mutating func read() {
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      guard let tag = nextTag() else {
        report(.unclosedTag, Span(index, bytes.count))
        break
      }
      take(tag)
    }
    closeMarkup(at: bytes.count)
    while let section = open.popLast() {
      report(.unclosed(section.name), section.span)
      parts = section.before
    }
  }

  private mutating func take(_ tag: Tag) {
    var (end, next) = (tag.span.start, tag.span.end)
    if tag.mark != nil, tag.mark != UInt8(ascii: "&"), let line = lineOnItsOwn(tag.span) {
      (end, next) = (line.start, line.end)
    }
    closeMarkup(at: end)
    (index, start) = (next, next)
    switch tag.mark {
    case UInt8(ascii: "!"): break
    case nil, UInt8(ascii: "&"): if isKnown(tag) { parts.append(.value(tag.name)) }
    case UInt8(ascii: "#"), UInt8(ascii: "^"): openSection(tag)
    case UInt8(ascii: "/"): closeSection(tag)
    case UInt8(ascii: ">"):
      if let partial = Templates.Name(rawValue: tag.name), name.partials.contains(partial) {
        parts.append(.partial(partial))
      } else {
        report(.unknownPartial(tag.name), tag.span)
      }
    default: report(.unknownTag, tag.span)
    }
  }

  private mutating func openSection(_ tag: Tag) {
    _ = isKnown(tag)
    guard open.count < Self.deepest else {
      // What is behind it can only be misread.
      report(.tooDeep, tag.span)
      open = []
      (index, start) = (bytes.count, bytes.count)
      return
    }
    open.append(
      Section(
        name: tag.name, isInverted: tag.mark == UInt8(ascii: "^"), span: tag.span, before: parts))
    parts = []
  }

  private mutating func closeSection(_ tag: Tag) {
    guard var section = open.popLast() else {
      report(.closesNothing(tag.name), tag.span)
      return
    }
    if section.name != tag.name {
      report(.closesOther(tag.name, expected: section.name), tag.span)
    }
    swap(&parts, &section.before)
    parts.append(.section(section.name, isInverted: section.isInverted, section.before))
  }

  private mutating func isKnown(_ tag: Tag) -> Bool {
    if name.vocabulary.contains(tag.name) { return true }
    if nearNames[tag.name] == nil {
      nearNames[tag.name] = .some(nearName(tag.name, among: name.vocabulary.sorted()))
    }
    report(.unknownName(tag.name, near: nearNames[tag.name] ?? nil), tag.span)
    return false
  }

  /// The tag at `index`; `nil` where its end is missing.
  private func nextTag() -> Tag? {
    let isTriple = index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "{")
    let braces = isTriple ? 3 : 2
    var low = index + braces
    guard var high = closing(braces, from: low) else { return nil }
    let span = Span(index, high + braces)
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while low < high, isSpace(bytes[low]) { low += 1 }
    var mark: UInt8?
    if isTriple {
      mark = UInt8(ascii: "&")
    } else if low < high, "#^/>&!=<$%*".utf8.contains(bytes[low]) {
      mark = bytes[low]
      low += 1
      while low < high, isSpace(bytes[low]) { low += 1 }
    }
    while low < high, isSpace(bytes[high - 1]) { high -= 1 }
    return Tag(mark: mark, name: String(decoding: bytes[low..<high], as: UTF8.self), span: span)
  }

  private func closing(_ braces: Int, from start: Int) -> Int? {
    var found = 0
    var place = start
    while place < bytes.count {
      found = bytes[place] == UInt8(ascii: "}") ? found + 1 : 0
      place += 1
      if found == braces { return place - braces }
    }
    return nil
  }

  /// The whole line of a tag, its end included, where nothing else stands on it.
  private func lineOnItsOwn(_ span: Span) -> Span? {
    var low = span.start
    while low > start, bytes[low - 1] == 0x20 || bytes[low - 1] == 0x09 { low -= 1 }
    guard low == 0 || bytes[low - 1] == 0x0A else { return nil }
    var high = span.end
    while high < bytes.count, bytes[high] == 0x20 || bytes[high] == 0x09 || bytes[high] == 0x0D {
      high += 1
    }
    guard high == bytes.count || bytes[high] == 0x0A else { return nil }
    return Span(low, min(high + 1, bytes.count))
  }

  private mutating func closeMarkup(at end: Int) {
    if start < end { parts.append(.markup(Array(bytes[start..<end]))) }
  }

  private mutating func report(_ offence: Offence, _ span: Span) {
    findings.append(finding(offence, in: name, span))
  }

  // Filling in recurs for every level.
  private static let deepest = 16
}

extension Templates.Name {
  /// The names that a template may use.
  var vocabulary: Set<String> {
    switch self {
    case .page: Self.pageNames
    case .act, .letterhead, .signature: Self.actNames
    case .appendix, .stamp: Self.appendixNames
    case .register: Self.registerNames
    case .search, .notFound: ["site", "root"]
    case .deadlines: Self.deadlineNames
    case .executors: Self.executorNames
    case .bodies: Self.bodyNames
    case .printLetterhead: Self.printLetterheadNames
    case .printStamp: Self.printStampNames
    case .printSignature: Self.printSignatureNames
    case .printPage: Self.printPageNames
    }
  }

  /// The templates that a template may take in; none can take in itself, by whatever way round.
  var partials: [Self] {
    switch self {
    case .act: [.letterhead, .signature]
    case .appendix: [.stamp]
    case .page, .letterhead, .signature, .stamp, .register, .search, .notFound, .deadlines,
      .executors, .bodies:
      []
    case .printLetterhead, .printStamp, .printSignature, .printPage: []
    }
  }

  private static let pageNames: Set = [
    "title", "description", "root", "site", "canonical", "alternates", "href", "type", "layout",
    "data", "body", "feed", "scripts", "src",
  ]
  private static let actNames: Set = [
    "draft", "issuers", "name", "address", "kind", "requisites", "number", "date", "place", "title",
    "status", "statusClass", "amended", "amendments", "text", "href", "documents", "contents",
    "body", "tail", "appendices", "signed", "signatories", "post", "electronic", "certificate",
    "owner", "valid", "from", "until", "corner", "emblem", "code",
  ]
  private static let appendixNames: Set = [
    "id", "family", "own", "approves", "appendixNumber", "appendixAlone", "approved",
    "kindInstrumental",
    "kindDative", "issuer", "requisites", "title", "body", "rules", "timeline",
  ]
  private static let registerNames: Set = [
    "acts", "period", "count", "all", "years", "year", "periods", "href", "name", "key",
    "current", "filters", "search", "body",
  ]
  private static let deadlineNames: Set = [
    "deadlines", "period", "day", "counts", "filters", "calendar", "executors", "cut", "years",
    "year", "periods", "href", "name", "current", "count", "all", "search", "body",
  ]
  private static let executorNames: Set = [
    "executors", "day", "deadlines", "pages", "periods", "href", "name", "current", "body",
  ]
  private static let bodyNames: Set = [
    "bodies", "pages", "periods", "href", "current", "id", "name", "acts", "rules", "label",
    "value",
    "places", "members", "count", "many", "role", "post",
  ]
  private static let printLetterheadNames: Set = [
    "draft", "corner", "emblem", "code", "issuers", "name", "nameCapitals", "kind", "kindCapitals",
    "requisites", "date",
    "number", "place", "title",
  ]
  private static let printStampNames: Set = [
    "approves", "appendixNumber", "appendixAlone", "approved", "kindInstrumental", "kindDative",
    "issuer", "requisites",
  ]
  private static let printSignatureNames: Set = [
    "signatories", "post", "name", "first", "electronic", "certificate", "owner", "valid", "from",
    "until",
  ]
  private static let printPageNames: Set = ["page", "draft", "number", "title"]
}

private enum Offence {
  case unclosedTag, unknownTag, tooDeep
  case unclosed(String)
  case closesNothing(String)
  case closesOther(String, expected: String)
  case unknownName(String, near: String?)
  case unknownPartial(String)
}

private func finding(_ offence: Offence, in template: Templates.Name, _ span: Span) -> Finding {
  let rule: RuleID
  var help = Text(
    ru: "до исправления вместо него берётся шаблон Acta",
    en: "until it is mended Acta's own template is used")
  switch offence {
  case .unknownName(_, let near):
    rule = "template/unknown-name"
    if let near {
      help = Text(ru: "возможно, имелось в виду «\(near)»", en: "perhaps “\(near)” was meant")
    }
  case .unknownPartial: rule = "template/unknown-name"
  default: rule = "template/syntax"
  }
  return Finding(
    rule, .error, file: "templates/" + template.file, at: span, message(offence, template),
    help: help)
}

private func message(_ offence: Offence, _ template: Templates.Name) -> Text {
  switch offence {
  case .unclosedTag: Text(ru: "Метка не закрыта: нет «}}»", en: "The tag is not closed by “}}”")
  case .unknownTag:
    Text(
      ru: "Такой метки нет; ожидается имя, #раздел, ^раздел, /раздел, >часть или !примечание",
      en: "No such tag; expected is a name, #section, ^section, /section, >part or !comment")
  case .tooDeep:
    Text(ru: "Разделы вложены глубже 16 уровней", en: "Sections are nested deeper than 16 levels")
  case .unclosed(let name):
    Text(ru: "Раздел «\(name)» не закрыт", en: "Section “\(name)” is not closed")
  case .closesNothing(let name):
    Text(ru: "Раздел «\(name)» здесь не открыт", en: "Section “\(name)” is not open here")
  case .closesOther(let name, let expected):
    Text(
      ru: "Закрыт раздел «\(name)», ожидается «\(expected)»",
      en: "Section “\(name)” is closed, expected is “\(expected)”")
  case .unknownName(let name, _):
    Text(
      ru: "Имени «\(name)» у шаблона «\(template.file)» нет",
      en: "Template “\(template.file)” has no name “\(name)”")
  case .unknownPartial(let name):
    Text(
      ru: "Шаблон «\(name)» не может быть частью шаблона «\(template.file)»",
      en: "Template “\(name)” cannot be a part of “\(template.file)”")
  }
}
