import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// An item of a list, or a point, ends with a wrong mark.
  static let listPunctuation = Rule(
    "text/list-punctuation", .warning,
    summary: Text(
      ru:
        "Знак в конце пункта или подпункта: в перечне «;», у последнего «.», у пункта-предложения «.»",
      en: "The mark at the end of an item: «;» in a list, «.» at its last and at a point that is a "
        + "sentence"),
    reason: Text(
      ru:
        "По знаку видно, кончился ли перечень: точка посередине значит, что подпункт вставлен или "
        + "потерян.",
      en:
        "The mark shows whether the list is over: a full stop in the middle means that an item was "
        + "put in or lost."),
    norm: Text(
      ru:
        "После «:» подпункты начинают со строчной буквы и разделяют «;», последний кончается «.»; "
        + "пункт-предложение кончается точкой (Методические рекомендации ГД 18.11.2003 № вн2-18/490).",
      en:
        "Behind «:» items begin with a small letter and are parted by «;», the last ends with «.»; "
        + "a point that is a sentence ends with a full stop (State Duma's recommendations of "
        + "18.11.2003 No. вн2-18/490)."),
    examples: [
      .accepts(
        "1. Совет:\n\nа) решает;\n\nб) рассматривает:\n\n- одно;\n- другое;\n\nв) голосует.\n"),
      .accepts("1. Органам:\n\nутвердить планы;\n\nпровести проверку.\n\n2. Совету решать.\n"),
      .accepts("1. Виды:\n\n1) Первый. Он главный.\n\n2) Второй. Он нет.\n\n2. Другое.\n"),
      .accepts("1. Совет:\n\nа) решает;\n\nб) голосует;\n\nа в прочих случаях собирается.\n"),
      .rejects("1. Совет:\n\nа) решает;\n\nб) голосует⟦.⟧\n\nв) собирается.\n"),
      .rejects("1. Совет:\n\nа) решает;\n\nб) ⟦голосует⟧\n\nв) собирается⟦;⟧\n"),
      .rejects("1. Внедрить стандарты⟦;⟧\n\n2. Создать совет.\n\n3. Утвердить состав.\n"),
    ],
    .document { read, report in
      let document = read.document
      var reader = ListReader(file: document.path)
      reader.walk(document.blocks, isInList: false, isLast: true, isAnnounced: false)
      reader.readPoints(document)
      for ending in reader.found {
        report(
          document.path, at: ending.span, .ending(ending), level: ending.isDoubtful ? .note : nil,
          fix: ending.edit.map { Fix(.put(ending.wanted), .safe, [$0]) })
      }
    })
}

/// An item that ends otherwise than it should.
private struct Ending {
  enum Wanted: Character { case semicolon = ";", period = "." }

  var seen: Character?
  var wanted: Wanted
  var isPoint = false
  var span: Span?
  var edit: Fix.Edit?
  var isDoubtful = false
}

private struct ListReader {
  let file: String
  var found: [Ending] = []

  /// Reads the lists among some blocks; `isLast` tells whether the enclosing item is the last of its list.
  mutating func walk(_ blocks: [Block], isInList: Bool, isLast: Bool, isAnnounced: Bool) {
    var items: [Provision] = []
    for (index, block) in blocks.enumerated() {
      guard case .provision(let provision) = block else {
        items = []
        continue
      }
      if provision.role == .editorial {
        // A note of the editor shows that the list was amended: its marks are of several days.
        if !items.isEmpty { items = [] }
        continue
      }
      let isItem = provision.headingLevel == nil && Self.isItem(provision)
      if isItem, items.isEmpty || items.last.map({ Self.isSameList($0, provision) }) == true {
        items.append(provision)
      } else {
        items = isItem ? [provision] : []
      }
      let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : nil
      let goesOn = isItem && next.map { Self.goesOn(provision, $0) } == true
      walk(
        provision.children, isInList: isItem, isLast: isItem ? !goesOn && isLast : true,
        isAnnounced: Self.announces(provision))
      if isItem, !goesOn {
        check(
          items, isNestedInside: isInList && !isLast, isAnnounced: isAnnounced,
          followed: next != nil)
        items = []
      }
    }
  }

  private static func isItem(_ provision: Provision) -> Bool {
    switch provision.number?.style {
    case .bracketed, .letter, .dash: true
    case .dotted, .roman, nil: false
    }
  }

  private static func isSameList(_ first: Provision, _ second: Provision) -> Bool {
    first.number?.style == second.number?.style
  }

  private static func goesOn(_ item: Provision, _ next: Block) -> Bool {
    guard case .provision(let provision) = next else { return false }
    return provision.headingLevel == nil && isItem(provision) && isSameList(item, provision)
  }

  private static func announces(_ provision: Provision) -> Bool {
    Self.lastCharacter(provision.text)?.character == ":"
  }

  /// Holds the items of one list against each other.
  private mutating func check(
    _ items: [Provision], isNestedInside: Bool, isAnnounced: Bool, followed: Bool
  ) {
    guard items.count > 1, isAnnounced else { return }
    let endings = items.map { Self.ending($0) }
    let semicolons = endings.dropLast().count { $0 == ";" }
    // Items that are sentences end with a full stop each; those of one word may part by commas.
    guard semicolons * 2 >= items.count - 1, semicolons > 0 else { return }
    for (index, item) in items.enumerated() {
      guard item.children.isEmpty, Self.isPlain(item.text) else { continue }
      let isLast = index == items.count - 1
      let seen = endings[index]
      if !isLast, seen != ";", seen != ":", seen != ",", seen != "?", seen != "!" {
        guard !Self.isSentence(item.text) else { continue }
        add(item, seen, .semicolon, isDoubtful: false)
      } else if isLast, seen != ".", seen != "!", seen != "?", seen != ":" {
        // What follows may finish the sentence, and the last item of an inner list ends as an outer one does.
        guard !followed, !(isNestedInside && seen == ";") else { continue }
        add(item, seen, isNestedInside ? .semicolon : .period, isDoubtful: isNestedInside)
      }
    }
  }

  /// Points that are sentences of their own.
  mutating func readPoints(_ document: Document) {
    var points: [(provision: Provision, ending: Character?)] = []
    var announced: Set<Span> = []
    document.forEachBlock { block in
      guard case .provision(let provision) = block, provision.headingLevel == nil else { return }
      if Self.announces(provision) {
        for case .provision(let child) in provision.children { announced.insert(child.span) }
      }
      guard provision.number?.style == .dotted, provision.role == .norm,
        provision.children.isEmpty, !announced.contains(provision.span),
        provision.text.text.first?.isUppercase == true
      else { return }
      points.append((provision, Self.lastCharacter(provision.text)?.character))
    }
    let sentences = points.count { $0.ending == "." }
    guard sentences > 1, sentences * 2 >= points.count else { return }
    for (point, ending) in points where Self.isPlain(point.text) {
      if ending == ";" || ending == "," {
        add(point, ending, .period, isDoubtful: false, isPoint: true)
      }
    }
  }

  private mutating func add(
    _ item: Provision, _ seen: Character?, _ wanted: Ending.Wanted, isDoubtful: Bool,
    isPoint: Bool = false
  ) {
    guard let last = Self.lastCharacter(item.text) else { return }
    var ending = Ending(wanted: wanted)
    ending.isPoint = isPoint
    ending.isDoubtful = isDoubtful
    let isMark = last.character == "." || last.character == ";" || last.character == ","
    if isMark {
      ending.seen = seen
      ending.span = item.text.span(of: last.range)
      if let span = ending.span, span.count == 1 {
        ending.edit = Fix.Edit(file: file, at: span, with: String(wanted.rawValue))
      }
    } else {
      let bytes = Array(item.text.text.utf8)
      var start = last.range.lowerBound
      while start > 0, bytes[start - 1] > 0x20, last.range.upperBound - start < 60 { start -= 1 }
      ending.span = item.text.span(of: start..<last.range.upperBound)
      if let end = item.text.span(of: last.range)?.end, item.text.marks.isEmpty {
        ending.edit = Fix.Edit(file: file, at: Span(end, end), with: String(wanted.rawValue))
      }
    }
    found.append(ending)
  }

  /// The mark at the very end of an item, that of its last inner item where it has some.
  private static func ending(_ item: Provision) -> Character? {
    var last = item
    for _ in 0..<64 {
      guard case .provision(let inner)? = last.children.last else { break }
      last = inner
    }
    return lastCharacter(last.text)?.character
  }

  /// Whether the text is no quotation: the marks of a new wording belong to what is quoted.
  private static func isPlain(_ text: Prose) -> Bool {
    !text.text.utf8.suffix(3).contains(0xBB) && !text.text.hasPrefix("«")
  }

  /// Whether an item is made of sentences: it begins with a capital, or has a full stop inside.
  private static func isSentence(_ text: Prose) -> Bool {
    if text.text.first?.isUppercase == true { return true }
    return text.text.contains(". ")
  }

  private static func lastCharacter(_ text: Prose) -> (character: Character, range: Range<Int>)? {
    let bytes = Array(text.text.utf8)
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > 0 else { return nil }
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let character = String(decoding: bytes[start..<end], as: UTF8.self).first
    return character.map { ($0, start..<end) }
  }
}

extension Text {
  fileprivate static func ending(_ ending: Ending) -> Text {
    let wanted = ending.wanted.rawValue
    let seen = ending.seen.map { ("«\($0)»", "«\($0)»") } ?? ("без знака", "without a mark")
    if ending.isPoint {
      return Text(
        ru: "Пункт – самостоятельное предложение, а кончается на \(seen.0): нужна «\(wanted)»",
        en: "The point is a sentence of its own and ends with \(seen.1): «\(wanted)» is expected")
    }
    return ending.wanted == .semicolon
      ? Text(
        ru: "Подпункт перечня кончается \(ending.seen == nil ? "" : "на ")\(seen.0), а за ним есть "
          + "следующий: нужна «;»",
        en: "The item ends \(ending.seen == nil ? "" : "with ")\(seen.1), and another follows: «;» "
          + "is expected")
      : Text(
        ru: "Последний подпункт перечня кончается \(ending.seen == nil ? "" : "на ")\(seen.0): "
          + "нужна «.»",
        en: "The last item of the list ends \(ending.seen == nil ? "" : "with ")\(seen.1): «.» is "
          + "expected")
  }

  fileprivate static func put(_ wanted: Ending.Wanted) -> Text {
    Text(ru: "поставить «\(wanted.rawValue)»", en: "put «\(wanted.rawValue)»")
  }
}
