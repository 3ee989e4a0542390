import ActaDiagnostics

/// Mistakes in the markup of a print template, with their places in the file.
struct PrintMarkupCheck {
  enum Offence {
    case broken, valueInTag
    case unknownElement(String)
    case misplaced(String)
    case unknownAttribute(String, element: String)
    case wrongValue(String, attribute: String)
    case noDrawing(String)
    case unclosed(String)
    case closesNothing(String)
    case textOutside
  }

  private(set) var offences: [(offence: Offence, span: Span)] = []
  private var scanner: PrintMarkupScanner
  private let template: [UInt8]
  /// Files that an emblem may name.
  private let drawings: Set<String>
  private var open: [(element: PrintMarkup.Element, span: Span)] = []

  /// Looks through a template as it stands, tags of Mustache left out.
  init(_ template: [UInt8], drawings: Set<String>) {
    self.template = template
    self.drawings = drawings
    scanner = PrintMarkupScanner(Self.blanked(template))
    while let (token, range) = scanner.next() {
      check(token, Span(range.lowerBound, range.upperBound))
    }
    for (element, span) in open { offences.append((.unclosed(element.rawValue), span)) }
    offences.sort { $0.span.start < $1.span.start }
  }

  /// The template with spaces for what stands in `{{…}}`, so that all else keeps its place.
  private static func blanked(_ template: [UInt8]) -> [UInt8] {
    var bytes = template
    var index = 0
    let (brace, end) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    while index + 1 < bytes.count {
      guard bytes[index] == brace, bytes[index + 1] == brace else {
        index += 1
        continue
      }
      var close = index + 2
      while close + 1 < bytes.count, template[close] != end || template[close + 1] != end {
        close += 1
      }
      while close + 2 < bytes.count, template[close + 2] == end { close += 1 }
      let limit = min(close + 2, bytes.count)
      for place in index..<limit { bytes[place] = 0x20 }
      index = limit
    }
    return bytes
  }

  private mutating func check(_ token: PrintMarkupScanner.Token, _ span: Span) {
    switch token {
    case .text(let range):
      guard open.last?.element.holdsText != true,
        let first = range.first(where: { !Self.isSpace(scanner.bytes[$0]) })
      else { return }
      offences.append((.textOutside, Span(first, range.upperBound)))
    case .broken: offences.append((.broken, span))
    case .close(let name):
      let name = scanner.string(name)
      guard let last = open.last, last.element.rawValue == name else {
        offences.append((.closesNothing(name), span))
        return
      }
      open.removeLast()
    case .open(let range, let attributes, let isEmpty):
      if template[span.start..<span.end].contains(UInt8(ascii: "{")) {
        offences.append((.valueInTag, span))
      }
      let name = scanner.string(range)
      guard let element = PrintMarkup.Element(rawValue: name) else {
        offences.append((.unknownElement(name), Span(range.lowerBound, range.upperBound)))
        return
      }
      let allowed = open.last?.element.children ?? PrintMarkup.Element.outermost
      if !allowed.contains(element) { offences.append((.misplaced(name), span)) }
      for attribute in attributes { check(attribute, of: element) }
      if !isEmpty, !element.isEmpty { open.append((element, span)) }
    }
  }

  private mutating func check(
    _ attribute: (name: Range<Int>, value: Range<Int>), of element: PrintMarkup.Element
  ) {
    let name = scanner.string(attribute.name)
    guard let known = PrintMarkup.Attribute(rawValue: name), element.attributes.contains(known)
    else {
      offences.append(
        (
          .unknownAttribute(name, element: element.rawValue),
          Span(attribute.name.lowerBound, attribute.name.upperBound)
        ))
      return
    }
    let value = scanner.string(attribute.value)
    var style = PrintStyle()
    let span = Span(attribute.value.lowerBound, attribute.value.upperBound)
    if !known.apply(value, to: &style) {
      offences.append((.wrongValue(value, attribute: name), span))
    } else if known == .file, !drawings.contains(value) {
      offences.append((.noDrawing(value), span))
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

extension PrintMarkupCheck.Offence {
  var rule: RuleID {
    switch self {
    case .unknownElement, .unknownAttribute: "template/unknown-name"
    default: "template/syntax"
    }
  }

  var message: Text {
    switch self {
    case .broken:
      Text(ru: "Тег записан неверно", en: "The tag is not written as one")
    case .valueInTag:
      Text(
        ru: "Метка Mustache не может стоять внутри тега",
        en: "A tag of Mustache cannot stand inside a tag of the markup")
    case .unknownElement(let name):
      Text(
        ru: "Элемента «\(name)» нет\(hint(name).ru)",
        en: "There is no element “\(name)”\(hint(name).en)")
    case .misplaced(let name):
      Text(ru: "Элемент «\(name)» здесь стоять не может", en: "Element “\(name)” cannot stand here")
    case .unknownAttribute(let name, let element):
      Text(
        ru: "У элемента «\(element)» нет свойства «\(name)»\(hint(name, of: element).ru)",
        en: "Element “\(element)” has no attribute “\(name)”\(hint(name, of: element).en)")
    case .wrongValue(let value, let attribute):
      Text(
        ru: "Свойство «\(attribute)» не может быть «\(value)»",
        en: "Attribute “\(attribute)” cannot be “\(value)”")
    case .noDrawing(let file):
      Text(
        ru: "В папке templates/print нет рисунка «\(file)», или в нём не одни контуры SVG",
        en: "Folder templates/print has no drawing “\(file)”, or it holds more than outlines of SVG"
      )
    case .unclosed(let name):
      Text(ru: "Элемент «\(name)» не закрыт", en: "Element “\(name)” is not closed")
    case .closesNothing(let name):
      Text(ru: "Элемент «\(name)» здесь не открыт", en: "Element “\(name)” is not open here")
    case .textOutside:
      Text(ru: "Текст стоит вне абзаца", en: "The text stands outside of a paragraph")
    }
  }

  private func hint(_ name: String) -> (ru: String, en: String) {
    nearHint(nearName(name, among: PrintMarkup.Element.allCases.map(\.rawValue)))
  }

  private func hint(_ name: String, of element: String) -> (ru: String, en: String) {
    let known = PrintMarkup.Element(rawValue: element)?.attributes.map(\.rawValue).sorted() ?? []
    return nearHint(nearName(name, among: known))
  }
}
