import ActaDiagnostics

/// Looks a department's template over before Mustache is given it, so that a mistake is shown where it stands and
/// nothing that could hang or end the program gets through.
///
/// Allowed are variables, sections, inverted sections, partials and comments, each with the names that the head
/// of Acta's own template documents.
enum TemplateCheck {
  static func findings(_ text: String, _ template: Templates.Name) -> [Finding] {
    let bytes = Array(text.utf8)
    guard bytes.count <= longest else { return [finding(template, nil, .tooLong)] }
    var found: [Finding] = []
    var open: [(name: String, span: Span)] = []
    var tags = 0
    var index = 0
    if let place = bytes.firstIndex(of: 0) {
      found.append(finding(template, Span(place, place + 1), .control))
    }
    while let start = bytes.firstRange(of: opening, from: index) {
      let isTriple = bytes.at(start + 2) == UInt8(ascii: "{")
      let isComment = bytes.at(start + 2) == UInt8(ascii: "!")
      let ending = isTriple ? tripleClosing : closing
      guard let end = bytes.firstRange(of: ending, from: start + 2) else {
        found.append(finding(template, Span(start, bytes.count), .unclosedTag))
        break
      }
      let span = Span(start, end + ending.count)
      index = span.end
      if isComment { continue }
      tags += 1
      guard tags <= most else {
        found.append(finding(template, nil, .tooLong))
        break
      }
      let tag = Tag(bytes[(start + (isTriple ? 3 : 2))..<end])
      if let offence = offence(of: tag, in: template, &open, span) {
        found.append(finding(template, span, offence))
      }
    }
    for section in open { found.append(finding(template, section.span, .unclosed(section.name))) }
    return found
  }

  /// For a template that Mustache itself will not read.
  static func unreadable(_ template: Templates.Name) -> Finding {
    finding(template, nil, .unreadable)
  }

  // Mustache counts what is left for every tag that it reads; these bounds keep that within milliseconds.
  private static let longest = 32_768
  private static let most = 400
  private static let deepest = 16

  private static let opening = Array("{{".utf8)
  private static let closing = Array("}}".utf8)
  private static let tripleClosing = Array("}}}".utf8)

  private struct Tag {
    var mark: UInt8?
    var name: String

    init(_ content: ArraySlice<UInt8>) {
      var content = content
      func trim() {
        content = content.drop { isSpace($0) }
        while let last = content.last, isSpace(last) { content = content.dropLast() }
      }
      func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
      trim()
      if let first = content.first, "#^/>&=<$%*!".utf8.contains(first) {
        mark = first
        content = content.dropFirst()
        trim()
      }
      name = String(decoding: content, as: UTF8.self)
    }
  }

  private static func offence(
    of tag: Tag, in template: Templates.Name, _ open: inout [(name: String, span: Span)],
    _ span: Span
  ) -> Offence? {
    switch tag.mark {
    case UInt8(ascii: "/"):
      guard let section = open.popLast() else { return .closesNothing(tag.name) }
      return section.name == tag.name ? nil : .closesOther(tag.name, expected: section.name)
    case UInt8(ascii: ">"):
      return template.partials.contains(tag.name)
        ? nil : .unknownPartial(tag.name, template.partials)
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      open.append((tag.name, span))
      if open.count > deepest { return .tooDeep }
    case nil, UInt8(ascii: "&"): break
    default: return .unknownTag
    }
    if tag.name == "." || template.vocabulary.contains(tag.name) { return nil }
    return .unknownName(tag.name, near: nearest(to: tag.name, in: template.vocabulary))
  }

  /// The known name that differs least from an unknown one, within a third of its letters.
  private static func nearest(to name: String, in names: Set<String>) -> String? {
    let letters = Array(name.utf8.prefix(64))
    let near = names.sorted().map { ($0, distance(letters, Array($0.utf8))) }
      .min { $0.1 < $1.1 }
    guard let near, near.1 <= max(1, (letters.count + 1) / 3) else { return nil }
    return near.0
  }

  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (line, letter) in first.enumerated() {
      var corner = line
      row[0] = line + 1
      for (column, other) in second.enumerated() {
        let above = row[column + 1]
        row[column + 1] = min(
          above + 1, row[column] + 1, corner + (letter == other ? 0 : 1))
        corner = above
      }
    }
    return row[second.count]
  }
}

extension Templates.Name {
  /// The names that a template may use.
  var vocabulary: Set<String> {
    switch self {
    case .page:
      [
        "title", "description", "root", "site", "canonical", "alternates", "href", "type", "layout",
        "data", "body",
      ]
    case .act, .letterhead, .signature:
      [
        "draft", "issuers", "name", "address", "kind", "requisites", "number", "date", "place",
        "title", "status", "statusClass", "amended", "amendments", "text", "href", "documents",
        "contents", "body", "tail", "appendices", "signed", "signatories", "post", "electronic",
        "certificate", "owner", "valid", "from", "until",
      ]
    case .appendix, .stamp:
      [
        "id", "family", "own", "appendixNumber", "approved", "kindInstrumental", "kindDative",
        "issuer", "date", "number", "title", "body",
      ]
    case .register: ["site", "body"]
    }
  }

  /// The templates that a template may take in; none can take in itself, by whatever way round.
  var partials: [String] {
    switch self {
    case .act: ["letterhead", "signature"]
    case .appendix: ["stamp"]
    case .page, .letterhead, .signature, .stamp, .register: []
    }
  }
}

extension [UInt8] {
  fileprivate func at(_ index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }

  /// Where two or three given bytes stand next, from an index on.
  fileprivate func firstRange(of pattern: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + pattern.count <= count {
      if self[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }
}

private enum Offence {
  case tooLong, tooDeep, control, unclosedTag, unknownTag, unreadable
  case unclosed(String)
  case closesNothing(String)
  case closesOther(String, expected: String)
  case unknownName(String, near: String?)
  case unknownPartial(String, [String])
}

private func finding(_ template: Templates.Name, _ span: Span?, _ offence: Offence) -> Finding {
  let path = "templates/" + template.file
  switch offence {
  case .unknownName(let name, let near):
    return Finding(
      "template/unknown-name", .error, file: path, at: span,
      Text(
        ru: "имени «\(name)» у шаблона «\(template.file)» нет",
        en: "template “\(template.file)” has no name “\(name)”"),
      help: near.map {
        Text(ru: "возможно, имелось в виду «\($0)»", en: "perhaps “\($0)” was meant")
      } ?? documented)
  case .unknownPartial(let name, let known):
    return Finding(
      "template/unknown-name", .error, file: path, at: span,
      Text(
        ru: "шаблон «\(name)» не может быть частью шаблона «\(template.file)»",
        en: "template “\(name)” cannot be a part of “\(template.file)”"),
      help: known.isEmpty
        ? documented
        : Text(
          ru: "его частями могут быть: " + known.joined(separator: ", "),
          en: "its parts can be: " + known.joined(separator: ", ")))
  default:
    return Finding(
      "template/syntax", .error, file: path, at: span, message(offence), help: ownInstead)
  }
}

private func message(_ offence: Offence) -> Text {
  switch offence {
  case .tooLong:
    Text(
      ru: "шаблон длиннее 32 КиБ или 400 меток", en: "the template exceeds 32 KiB or 400 tags")
  case .tooDeep:
    Text(ru: "разделы вложены глубже 16 уровней", en: "sections are nested deeper than 16 levels")
  case .control: Text(ru: "в шаблоне есть символ NUL", en: "the template holds a NUL character")
  case .unclosedTag: Text(ru: "метка не закрыта: нет «}}»", en: "the tag is not closed by “}}”")
  case .unknownTag:
    Text(
      ru:
        "такой метки в шаблонах Acta нет: ожидается имя, #раздел, ^раздел, /раздел, >часть или !примечание",
      en:
        "no such tag in Acta's templates: expected is a name, #section, ^section, /section, >part or !comment"
    )
  case .unclosed(let name):
    Text(ru: "раздел «\(name)» не закрыт", en: "section “\(name)” is not closed")
  case .closesNothing(let name):
    Text(ru: "раздел «\(name)» здесь не открыт", en: "section “\(name)” is not open here")
  case .closesOther(let name, let expected):
    Text(
      ru: "закрыт раздел «\(name)», ожидается «\(expected)»",
      en: "section “\(name)” is closed, expected is “\(expected)”")
  case .unreadable, .unknownName, .unknownPartial:
    Text(ru: "шаблон не разобран", en: "the template cannot be read")
  }
}

private let ownInstead = Text(
  ru: "до исправления вместо него берётся шаблон Acta",
  en: "until it is mended Acta's own template is used")
private let documented = Text(
  ru: "имена перечислены в начале шаблона Acta",
  en: "the names are listed at the head of Acta's own template")
