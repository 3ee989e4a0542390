import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// One act is cited with two dates, two numbers or two titles.
  static let citationConflict = Rule(
    "reference/citation-conflict", .error,
    summary: Text(
      ru: "Один акт назван с двумя датами, номерами или названиями",
      en: "One act is cited with two dates, numbers or titles"),
    reason: Text(
      ru: "Одна из ссылок ведёт к другому акту или ни к какому.",
      en: "One of the references leads to another act or to none."),
    norm: Text(
      ru: "Реквизиты акта – вид, орган, дата, номер, наименование – одинаковы во всех местах "
        + "(постановление Правительства РФ 13.08.1997 № 1009).",
      en: "An act's kind, issuer, date, number and title are the same wherever it is cited "
        + "(Government's resolution of 13.08.1997 No. 1009)."),
    examples: [
      .accepts(
        "1. По Федеральному закону от 27 июля 2010 г. № 210-ФЗ.\n\n"
          + "2. По Федеральному закону от 27.07.2010 № 210-ФЗ.\n"),
      .accepts(
        "1. По приказам Министерства от 1 марта 2023 г. № 5 и от 1 марта 2024 г. № 5.\n"),
      .rejects(
        "1. По Федеральному закону от 27 июля 2010 г. № 210-ФЗ.\n\n"
          + "2. По ⟦Федеральному закону от 27 июля 2011 г. № 210-ФЗ⟧.\n"),
      .rejects(
        "1. По распоряжению Правительства области от 6 октября 2021 г. № 2816-р.\n\n"
          + "2. По ⟦распоряжению Правительства области от 6 октября 2021 г. № 2861-р⟧.\n"),
    ],
    .citations { citations, report in
      for conflict in CitationGroups(citations).conflicts() {
        report(
          conflict.seen.file, at: conflict.seen.span, conflict.message, level: conflict.level,
          places: [Place(file: conflict.other.file, at: conflict.other.span, conflict.label)])
      }
    })
}

private struct CitationConflictFound {
  var seen: CitedPlace
  var other: CitedPlace
  var message: Text
  var level: Level?
  var label: Text
}

private struct CitationGroups {
  private let places: [CitedPlace]

  init(_ places: [CitedPlace]) { self.places = places }

  func conflicts() -> [CitationConflictFound] {
    var found: [CitationConflictFound] = []
    for group in grouped({ "\($0.citation.form.rawValue) \($0.number)" }) {
      found += dates(group)
    }
    for group in grouped({ "\($0.citation.form.rawValue) \($0.citation.date?.iso ?? "")" }) {
      found += numbers(group)
    }
    for group in grouped({ "\($0.number) \($0.citation.date?.iso ?? "")" }) {
      found += titles(group)
    }
    return found
  }

  /// Groups of at least two, in the order of their first members.
  private func grouped(_ key: (CitedPlace) -> String) -> [[CitedPlace]] {
    var order: [String] = []
    var groups: [String: [CitedPlace]] = [:]
    for place in places {
      let key = key(place)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(place)
    }
    return order.compactMap { key in
      let group = groups[key] ?? []
      return group.count > 1 ? group : nil
    }
  }

  /// One form and number: the dates must be one, unless the number simply came again in another year.
  private func dates(_ group: [CitedPlace]) -> [CitationConflictFound] {
    conflicts(in: group, value: { $0.citation.date?.iso ?? "" }) { seen, other in
      guard let date = seen.citation.date, let right = other.citation.date, date != right,
        isSameIssuer(seen, other)
      else { return nil }
      let isOneTitle = !seen.title.isEmpty && seen.title == other.title
      if !seen.title.isEmpty, !other.title.isEmpty, !isOneTitle { return nil }
      let isSlip =
        date.day == right.day && date.month == right.month
        || date.year == right.year && date.month == right.month
        || date.year == right.year && date.day == right.day
      let isLaw =
        seen.citation.form == .federalLaw || seen.citation.form == .federalConstitutionalLaw
      // «№ 5» of every year is another act; a long number of one day and month is not.
      let isDistinct = seen.number.utf8.count >= 4 || isLaw
      guard
        isOneTitle || isSlip && (isDistinct || date.year == right.year)
          || date.year == right.year && isDistinct
      else { return nil }
      return (.date(name(seen), date.dotted, right.dotted), nil)
    }
  }

  /// One form and date: the numbers must not differ in a slip alone.
  private func numbers(_ group: [CitedPlace]) -> [CitationConflictFound] {
    conflicts(in: group, value: { $0.number }) { seen, other in
      guard seen.number != other.number, isSameIssuer(seen, other) else { return nil }
      let isOneTitle = !seen.title.isEmpty && seen.title == other.title
      if !seen.title.isEmpty, !other.title.isEmpty, !isOneTitle { return nil }
      guard isOneTitle || isSlip(seen.number, other.number) else { return nil }
      return (
        .number(name(seen), seen.citation.number ?? "", other.citation.number ?? ""),
        isOneTitle ? nil : .warning
      )
    }
  }

  private func titles(_ group: [CitedPlace]) -> [CitationConflictFound] {
    let titled = group.filter { !$0.title.isEmpty }
    return conflicts(
      in: titled, value: { $0.title.map { "\($0.hashValue)" }.joined(separator: " ") }
    ) { seen, other in
      guard seen.citation.form == other.citation.form, isSameIssuer(seen, other),
        seen.title != other.title
      else { return nil }
      // A title cut short is no other title.
      let (short, long) =
        seen.title.count < other.title.count ? (seen.title, other.title) : (other.title, seen.title)
      if long.starts(with: short) { return nil }
      return (.title(name(seen), seen.citation.title ?? "", other.citation.title ?? ""), .warning)
    }
  }

  /// Tells each value that most others contradict once; the act's own requisites, then the more frequent, then the
  /// first count as right.
  private func conflicts(
    in group: [CitedPlace], value: (CitedPlace) -> String,
    _ judge: (CitedPlace, CitedPlace) -> (Text, Level?)?
  ) -> [CitationConflictFound] {
    var order: [String] = []
    var byValue: [String: [CitedPlace]] = [:]
    for place in group {
      let value = value(place)
      if byValue[value] == nil { order.append(value) }
      byValue[value, default: []].append(place)
    }
    guard order.count > 1, order.count <= 64 else { return [] }
    let ranked = order.enumerated().sorted { left, right in
      let (first, second) = (byValue[left.element] ?? [], byValue[right.element] ?? [])
      let (own, otherOwn) = (first.contains(where: \.isOwn), second.contains(where: \.isOwn))
      if own != otherOwn { return own }
      return first.count == second.count
        ? left.offset < right.offset : first.count > second.count
    }.map(\.element)
    var found: [CitationConflictFound] = []
    for (index, value) in ranked.enumerated().dropFirst() {
      for better in ranked[..<index] {
        guard let seen = byValue[value]?.first(where: { !$0.isOwn }),
          let other = byValue[better]?.first, let verdict = judge(seen, other)
        else { continue }
        found.append(
          CitationConflictFound(
            seen: seen, other: other, message: verdict.0, level: verdict.1, label: .elsewhere))
        break
      }
    }
    return found
  }

  private func isSameIssuer(_ left: CitedPlace, _ right: CitedPlace) -> Bool {
    left.issuer.isEmpty || right.issuer.isEmpty || left.issuer.starts(with: right.issuer)
      || right.issuer.starts(with: left.issuer)
  }

  /// Two long numbers that differ by one figure, or by two that changed places.
  private func isSlip(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    guard left.count == right.count, left.count >= 4 else { return false }
    let different = left.indices.filter { left[$0] != right[$0] }
    if different.count == 1 {
      // 118-п and 119-п may be neighbours of one day; 2816 and 2876 hardly.
      return left.count >= 6 || !(left[different[0]].isFigure && right[different[0]].isFigure)
    }
    return different.count == 2 && different[1] == different[0] + 1
      && left[different[0]] == right[different[1]] && left[different[1]] == right[different[0]]
  }

  private func name(_ place: CitedPlace) -> String {
    place.citation.form.rawValue
      + (place.citation.issuer.map { " (\($0))" } ?? "") + " № \(place.citation.number ?? "")"
  }
}

extension Unicode.Scalar {
  fileprivate var isFigure: Bool { value >= 0x30 && value <= 0x39 }
}

extension Text {
  fileprivate static func date(_ name: String, _ seen: String, _ other: String) -> Text {
    Text(
      ru: "\(name) назван здесь от \(seen), а в другом месте – от \(other)",
      en: "\(name) is dated \(seen) here and \(other) elsewhere")
  }

  fileprivate static func number(_ name: String, _ seen: String, _ other: String) -> Text {
    Text(
      ru: "Номер акта той же даты здесь «\(seen)», а в другом месте – «\(other)»",
      en: "The act of that date is No. «\(seen)» here and «\(other)» elsewhere")
  }

  fileprivate static func title(_ name: String, _ seen: String, _ other: String) -> Text {
    Text(
      ru: "\(name) назван здесь «\(seen)», а в другом месте – «\(other)»",
      en: "\(name) is entitled «\(seen)» here and «\(other)» elsewhere")
  }

  fileprivate static let elsewhere = Text(ru: "названо иначе здесь", en: "cited otherwise here")
}
