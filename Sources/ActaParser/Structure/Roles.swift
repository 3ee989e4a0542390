import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Says what the paragraphs of a body are for: preamble, enacting word, stamp, editorial note, text that has no place.
struct RoleAssigner {
  let file: String
  let family: DocumentKind.Family?
  private(set) var findings: [Finding] = []

  init(file: String, family: DocumentKind.Family?) {
    self.file = file
    self.family = family
  }

  mutating func assign(_ blocks: [Block]) -> [Block] {
    var blocks = blocks.map { Self.markEditorial($0) }
    if family == .order {
      assignOrder(&blocks)
    } else {
      assignStamp(&blocks)
    }
    return blocks
  }

  private static func markEditorial(_ block: Block) -> Block {
    guard case .provision(var provision) = block else { return block }
    provision.children = provision.children.map { markEditorial($0) }
    if provision.headingLevel == nil {
      let isNote =
        provision.number == nil
        ? Formula.isEditorial(provision.text.text) : Formula.isRepealed(provision.text.text)
      if isNote { provision.role = .editorial }
    }
    return .provision(provision)
  }

  // MARK: Appendices

  /// The stamp with which an imported appendix opens.
  private func assignStamp(_ blocks: inout [Block]) {
    var isFollowing = false
    for index in blocks.indices {
      guard case .provision(var provision) = blocks[index], provision.number == nil,
        provision.headingLevel == nil
      else { return }
      if provision.role == .editorial { continue }
      guard Formula.isStamp(provision.text.text, following: isFollowing) else { return }
      provision.role = .stamp
      blocks[index] = .provision(provision)
      isFollowing = true
    }
  }

  // MARK: Orders

  private mutating func assignOrder(_ blocks: inout [Block]) {
    let points = blocks.firstIndex { block in
      guard case .provision(let provision) = block else { return false }
      return provision.number.map { $0.style != .dash } ?? (provision.headingLevel != nil)
    }
    assignPreamble(&blocks, upTo: points ?? blocks.count, hasPoints: points != nil)
    guard points != nil else { return }
    takeOutTail(&blocks)
  }

  private mutating func assignPreamble(_ blocks: inout [Block], upTo end: Int, hasPoints: Bool) {
    let paragraphs = blocks[..<end].indices.filter { index in
      guard case .provision(let provision) = blocks[index] else { return false }
      return provision.role == .norm
    }
    // Without points the preamble ends with the enacting word or a colon, and the rest is norm.
    var stop = end
    if !hasPoints {
      stop =
        paragraphs.last { index in
          guard case .provision(let provision) = blocks[index] else { return false }
          return provision.text.text.trimmed.hasSuffix(":")
        }.map { $0 + 1 } ?? 0
    }
    for (order, index) in paragraphs.enumerated() where index < stop {
      guard case .provision(var provision) = blocks[index] else { continue }
      let text = provision.text.text
      if let word = Formula.enactingWord(in: text) {
        provision.enacting = word
        let before = String(decoding: Array(text.utf8)[..<word.lowerBound], as: UTF8.self)
        provision.role = before.trimmed.isEmpty ? .enacting : .preamble
      } else {
        let isLast = order == paragraphs.count - 1
        let isBeforeEnacting = !isLast && isEnacting(blocks[paragraphs[order + 1]])
        provision.role = isLast || isBeforeEnacting || endsSentence(text) ? .preamble : .unplaced
      }
      if provision.role == .unplaced { reportUnplaced(provision, .beforePreamble) }
      blocks[index] = .provision(provision)
    }
  }

  private func isEnacting(_ block: Block) -> Bool {
    guard case .provision(let provision) = block,
      let word = Formula.enactingWord(in: provision.text.text)
    else { return false }
    return word.lowerBound <= 4
  }

  /// Paragraphs behind the last point that are no sentences are no part of it.
  private mutating func takeOutTail(_ blocks: inout [Block]) {
    guard case .provision(var last)? = blocks.last else { return }
    var tail: [Block] = []
    while let child = last.children.last {
      if case .line = child {
        tail.insert(child, at: 0)
      } else if case .provision(var paragraph) = child, paragraph.number == nil,
        paragraph.headingLevel == nil, paragraph.role == .norm, !endsSentence(paragraph.text.text)
      {
        paragraph.role = .unplaced
        tail.insert(.provision(paragraph), at: 0)
      } else {
        break
      }
      last.children.removeLast()
    }
    guard !tail.isEmpty else { return }
    for case .provision(let provision) in tail { reportUnplaced(provision, .behindPoints) }
    blocks[blocks.count - 1] = .provision(last)
    blocks += tail
  }

  private func endsSentence(_ text: String) -> Bool {
    let trimmed = text.trimmed
    guard let last = trimmed.last else { return true }
    return [".", ";", ":", ",", "!", "?", "–", "—", "…"].contains(last)
  }

  private mutating func reportUnplaced(_ provision: Provision, _ message: Text) {
    findings.append(
      Finding("source/unplaced-text", .note, file: file, at: provision.span, message))
  }
}

/// Gives every provision and milestone of a document its permanent address, each its own.
struct AddressAssigner {
  private var taken: Set<String> = []
  private var counters: [String: Int] = [:]

  mutating func assign(_ blocks: [Block]) -> [Block] { assign(blocks, under: Parent()) }

  private struct Parent {
    var address = ""
    /// The nearest section's address.
    var section = ""
    /// Whether the provision has words of its own, which are its first абзац.
    var hasText = false
  }

  private mutating func assign(_ blocks: [Block], under parent: Parent) -> [Block] {
    var paragraph = parent.hasText ? 1 : 0
    return blocks.map { block in
      switch block {
      case .provision(var provision):
        if provision.level == .paragraph || provision.level == .item,
          provision.role == .norm
        {
          paragraph += 1
        }
        provision.address = address(of: provision, under: parent, paragraph: paragraph)
        var inner = parent
        inner.address = provision.address
        inner.hasText = provision.headingLevel == nil && !provision.text.isEmpty
        if provision.level == .section || provision.level == .chapter {
          inner.section = provision.address
        }
        provision.children = assign(provision.children, under: inner)
        return .provision(provision)
      case .schedule(var schedule):
        schedule.entries = schedule.entries.map { entry in
          guard case .milestone(var milestone) = entry else { return entry }
          milestone.address = unique("m-" + (milestone.number.map { slug($0) } ?? "n"), in: parent)
          return .milestone(milestone)
        }
        return .schedule(schedule)
      case .quote(var quote):
        quote.blocks = assign(quote.blocks, under: parent)
        return .quote(quote)
      case .table, .members, .verbatim, .line: return block
      }
    }
  }

  private mutating func address(
    of provision: Provision, under parent: Parent, paragraph: Int
  ) -> String {
    let number = provision.number.flatMap { $0.style == .dash ? nil : $0 }
    guard let number else {
      let base = parent.address.isEmpty ? "" : parent.address + "-"
      switch provision.role {
      case .preamble: return unique("preambula", in: parent)
      case .enacting: return unique("prikaz", in: parent)
      case .stamp: return unique("grif", in: parent)
      case .editorial: return unique(base + "red", in: parent)
      case .unplaced: return unique(base + "tekst", in: parent)
      case .norm: break
      }
      return provision.headingLevel != nil
        ? unique("r", in: parent, counting: true) : unique(base + "abz-\(paragraph)", in: parent)
    }
    switch provision.level {
    case .section: return unique("r-" + slug(number), in: parent)
    case .chapter: return unique("gl-" + slug(number), in: parent)
    case .article: return unique("st-" + slug(number), in: parent)
    case .point: return unique("p-" + slug(number), in: parent)
    case .subpoint, .item, .paragraph:
      let isWhole = number.style == .dotted && number.components.count > 1
      if isWhole || parent.address.isEmpty { return unique("p-" + slug(number), in: parent) }
      return unique(parent.address + "-" + slug(number), in: parent)
    }
  }

  /// The number as it can stand in an address: letters and digits as written, parted by dots and hyphens.
  private func slug(_ number: LegalNumber) -> String {
    let bare = number.bare.unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "."
        || scalar == "-" ? Character(scalar) : "-"
    }
    return bare.isEmpty ? "n" : String(bare)
  }

  /// The address itself; with its section in front where another unit has it; with a count where that is taken too.
  private mutating func unique(_ wanted: String, in parent: Parent, counting: Bool = false)
    -> String
  {
    if !counting, taken.insert(wanted).inserted { return wanted }
    if !counting, !parent.section.isEmpty, !wanted.hasPrefix(parent.section) {
      let qualified = parent.section + "-" + wanted
      if taken.insert(qualified).inserted { return qualified }
    }
    var count = counters[wanted, default: counting ? 0 : 1]
    while true {
      count += 1
      let numbered = "\(wanted)-n\(count)"
      if taken.insert(numbered).inserted {
        counters[wanted] = count
        return numbered
      }
    }
  }
}

extension Text {
  fileprivate static let beforePreamble = Text(
    ru: "Текст перед преамбулой: это не преамбула и не отметка; он сохранён и напечатан",
    en: "Text in front of the preamble is neither preamble nor note; it is kept and printed")

  fileprivate static let behindPoints = Text(
    ru: "Текст после последнего пункта: это не абзац пункта и не отметка; он сохранён и напечатан",
    en: "Text behind the last point is no paragraph of it and no note; it is kept and printed")
}
