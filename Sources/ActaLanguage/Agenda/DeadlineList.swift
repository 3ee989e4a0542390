import ActaDiagnostics
import ActaModel

/// Every deadline of a repository, act by act in the order of the text.
///
/// Acts that are repealed bind nobody and are left out; so are orphans, which nobody has approved.
package func deadlines(of repository: ReadRepository) -> [DeadlineEntry] {
  repository.acts.flatMap { deadlines(of: $0) }
}

/// Every deadline of an act, in the order of the text.
package func deadlines(of act: ReadAct) -> [DeadlineEntry] {
  guard act.act.order.requisites.status?.value != .repealed else { return [] }
  let anchors = DeadlineAnchors(act)
  let aliases = Aliases(act)
  return zip(act.documents, [nil] + act.act.appendices.map { Optional($0) }).flatMap {
    document, appendix in
    var collector = DeadlineCollector(
      act: act.act, document: document, appendix: appendix, anchors: anchors, aliases: aliases)
    return collector.entries()
  }
}

/// Finds the deadlines of one document.
private struct DeadlineCollector {
  let act: Act
  let document: ReadDocument
  /// What the document is an appendix as; `nil` for the order itself.
  let appendix: Appendix?
  let anchors: DeadlineAnchors
  let aliases: Aliases
  /// Who the points below a passage are for, where that has been asked.
  private var addressees: [Int: String?] = [:]

  init(
    act: Act, document: ReadDocument, appendix: Appendix?, anchors: DeadlineAnchors,
    aliases: Aliases
  ) {
    self.act = act
    self.document = document
    self.appendix = appendix
    self.anchors = anchors
    self.aliases = aliases
  }

  mutating func entries() -> [DeadlineEntry] {
    var entries: [DeadlineEntry] = []
    var counts: [String: Int] = [:]
    for (index, passage) in document.passages.enumerated() where !passage.isInFootnote {
      let found: [DeadlineEntry]
      switch passage.place {
      case .provision where passage.isNorm && !passage.isHeading: found = provision(index, passage)
      case .milestone(let milestone, let field) where field.role == .deadline:
        found = row(milestone, passage)
      default: continue
      }
      for var entry in found {
        // The address and the count of the deadline within it: neither changes with the words.
        counts[entry.id, default: 0] += 1
        entry.id += "/\(counts[entry.id] ?? 1)"
        entries.append(entry)
      }
    }
    return entries
  }

  // MARK: Rows of a roadmap

  private func row(_ milestone: Milestone, _ passage: Passage) -> [DeadlineEntry] {
    let done = milestone.field(.done).flatMap { DoneMark($0.text.text) }
    let who = milestone.field(.responsible).map { Self.executors($0.text.text) } ?? []
    let number = milestone.number?.bare
    let place = number.map { "строка \($0)" } ?? "строка без номера"
    // In the cell of deadlines there is nothing else.
    let words = oneLine(passage.text)
    let what = oneLine(milestone.field(.activity)?.text.text ?? "")
    let longer = who.flatMap { aliases.meanings(of: $0) }
    return passage.deadlines.flatMap { deadline in
      parts(deadline.value, isRow: true).map { due, isDone in
        var entry = entry(passage, deadline.span, due, place: place)
        entry.words = words
        entry.what = what
        entry.who = who
        entry.aliases = longer
        if case .series = due {
          // What comes again is not done for good.
        } else {
          entry.isDone = isDone || done?.isDone == true
          entry.doneOn = done?.date
        }
        return entry
      }
    }
  }

  /// «Министерство; проектный офис» are two.
  private static func executors(_ text: String) -> [String] {
    let parts =
      text.isPlain
      ? text.utf8.split { $0 == UInt8(ascii: ";") || $0 == 0x0A }.map { Substring($0) }
      : text.split { $0 == ";" || $0 == "\n" }
    return parts.prefix(60).map { oneLine(String($0)) }.filter { !$0.isEmpty }
  }

  // MARK: Provisions

  private mutating func provision(_ index: Int, _ passage: Passage) -> [DeadlineEntry] {
    guard !passage.deadlines.isEmpty else { return [] }
    let executors = Executors(passage.text)
    // When the act itself comes into force is no duty of anybody.
    if executors.text.entryIntoForce != nil { return [] }
    let place = place(of: index)
    let inherited = inheritedExecutor(passage)
    var entries: [DeadlineEntry] = []
    for deadline in passage.deadlines {
      let range = deadline.span.start..<deadline.span.end
      let who = (executors.named(before: range.lowerBound) ?? inherited).map { [$0] } ?? []
      let words = oneLine(executors.text.text(deadline.span))
      let what = executors.duty(deadline: range)
      let longer = who.flatMap { aliases.meanings(of: $0) }
      for (due, isDone) in parts(deadline.value, isRow: false) {
        var entry = entry(passage, deadline.span, due, place: place)
        entry.words = words
        entry.what = what
        entry.who = who
        entry.aliases = longer
        entry.isDone = isDone
        entries.append(entry)
      }
    }
    return entries
  }

  /// Who the points above a provision are for.
  private mutating func inheritedExecutor(_ passage: Passage) -> String? {
    var above = passage.parent
    var depth = 0
    while let index = above, document.passages.indices.contains(index), depth < 8 {
      let passage = document.passages[index]
      let known = addressees[index] ?? Executors(passage.text).addressee()
      addressees[index] = .some(known)
      if let known { return known }
      above = passage.parent
      depth += 1
    }
    return nil
  }

  /// The provision in words that people read; a paragraph is named by what it stands under.
  private func place(of index: Int) -> String {
    var words: [String] = []
    var next: Int? = index
    while let current = next, document.passages.indices.contains(current), words.count < 6 {
      let passage = document.passages[current]
      guard case .provision(let provision) = passage.place else { break }
      next = passage.parent
      guard let number = provision.number, number.style != .dash else {
        if words.isEmpty, provision.headingLevel == nil { words.append("абзац") }
        continue
      }
      switch provision.level {
      case .subpoint where number.components.count < 2 || number.style != .dotted:
        words.append("подп. \(number.bare)")
        continue
      case .section: words.append(words.contains { $0 != "абзац" } ? "" : "раздел \(number.bare)")
      case .chapter: words.append(words.contains { $0 != "абзац" } ? "" : "глава \(number.bare)")
      case .article: words.append("ст. \(number.bare)")
      case .point, .subpoint, .item, .paragraph: words.append("п. \(number.bare)")
      }
      break
    }
    words.removeAll { $0.isEmpty }
    return words == ["абзац"] ? "текст" : words.joined(separator: " ")
  }

  // MARK: Both

  private func entry(
    _ passage: Passage, _ span: Span, _ due: DeadlineEntry.Due, place: String
  ) -> DeadlineEntry {
    let prefix = appendix.map { $0.address + "-" } ?? ""
    let address = passage.address.isEmpty ? "" : prefix + passage.address
    let inAppendix = appendix.map { $0.number.map { "прил. № \($0), " } ?? "прил., " } ?? ""
    let requisites = act.order.requisites
    return DeadlineEntry(
      act: act.id, caption: act.caption, file: document.path, span: passage.place(of: span),
      address: address, place: inAppendix + place, words: "", what: "", who: [],
      due: due, id: (requisites.id?.value ?? act.id) + "#" + address,
      actDate: requisites.date?.value.value, calendar: anchors.calendar)
  }

  /// The days of a deadline, one entry each, and whether it is marked as fulfilled.
  private func parts(_ deadline: Deadline, isRow: Bool) -> [(DeadlineEntry.Due, isDone: Bool)] {
    switch deadline {
    case .date(let due): return [(.day(due.date), due.isDone)]
    case .period(let period):
      if let last = period.to { return [(.day(last, from: period.from), period.isDone)] }
      return period.from.map { [(.start($0), period.isDone)] } ?? []
    case .before(let period):
      guard let first = period.from ?? period.to else { return [] }
      return [(.day(first, latest: period.to), period.isDone)]
    case .relative(let term): return [(anchors.day(of: term), false)]
    case .recurring(let periodicity):
      let series = DeadlineSeries(periodicity, start: anchors.start, calendar: anchors.calendar)
      return [(.series(series), false)]
    case .all(let parts): return parts.flatMap { self.parts($0, isRow: isRow) }
    case .yearless: return [(.notReckoned(.noYear), false)]
    case .promptly: return [(.notReckoned(.promptly), false)]
    case .noSuchDate: return [(.notReckoned(.noSuchDate), false)]
    case .unreadable: return [(.notReckoned(.unreadable), false)]
    // In running text «по мере необходимости» sets no deadline; in a roadmap it fills the column of deadlines.
    case .open: return isRow ? [(.notReckoned(.noDay), false)] : []
    case .none: return []
    }
  }
}

/// A mark of fulfilment: «15.03.2024, приказ № 12».
private struct DoneMark {
  var isDone: Bool
  var date: CalendarDate?

  /// `nil` where nothing is said.
  init?(_ words: String) {
    let text = TokenizedText(words)
    guard (0..<text.count).contains(where: { text[$0].isWord || text[$0].isNumber }) else {
      return nil
    }
    let first = text[0]
    isDone =
      !(first.is("не") || first.is("нет") || first.has(stem: "частично")
      || first.has(stem: "неисполн")
      || first.is("в") && text[1].is("работе") || first.is("исполняется"))
    date = (0..<min(text.count, 60)).lazy.compactMap { text.writtenDate(at: $0)?.value.date }.first
  }
}

/// What the act's abbreviations stand for.
private struct Aliases {
  private var byKey: [Letters: [(term: NameWords, meaning: String)]] = [:]
  /// Of so many terms that begin alike at most are looked at.
  private static let limit = 100

  init(_ act: ReadAct) {
    for document in act.act.documents {
      for definition in document.definitions where definition.form == .abbreviation {
        let term = NameWords(definition.term)
        if byKey[term.key]?.count ?? 0 < Self.limit {
          byKey[term.key, default: []].append((term, definition.meaning))
        }
      }
    }
  }

  func meanings(of name: String) -> [String] {
    guard !byKey.isEmpty else { return [] }
    let words = NameWords(name)
    return (byKey[words.key] ?? []).filter { $0.term.isSame(as: words) }.map(\.meaning)
  }
}

extension Act {
  /// What the act is called in a list: «приказ от 10.11.2026 № 58-од».
  fileprivate var caption: String {
    let requisites = order.requisites
    var caption = order.kind?.ru ?? "акт"
    if let date = requisites.date?.value { caption += " от \(date.value?.dotted ?? date.text)" }
    if let number = requisites.number?.value { caption += " № \(number)" }
    return caption
  }
}

/// Text with single spaces, none at the ends; no more of it than a list can show.
private func oneLine(_ text: String) -> String {
  let limit = 1200
  return (text.utf8.count > limit * 2 ? String(text.head(limit)) + " …" : text).singleSpaced
}

extension Text {
  fileprivate static let noYear = Text(ru: "не сказано, какого года", en: "the year is not said")
  fileprivate static let promptly = Text(ru: "незамедлительно", en: "at once")
  fileprivate static let noSuchDate = Text(
    ru: "такой даты нет в календаре", en: "the calendar has no such day")
  fileprivate static let unreadable = Text(ru: "срок не прочитан", en: "the words are not read")
  fileprivate static let noDay = Text(ru: "день не назначен", en: "no day is set")
}
