package import ActaDiagnostics
package import ActaModel

/// Puts the ordinary members of a roster in the order of the alphabet; chairs, deputies and secretaries stay where they
/// are, numbers and closing marks too.
///
/// `nil` where they stand so already, or where two of them are not written alike.
package func alphabeticalFix(of document: Document, in source: Source) -> Fix? {
  var edits: [Fix.Edit] = []
  document.forEachBlock { block in
    guard case .members(let list) = block else { return }
    var stretch: [Member] = []
    for entry in list.entries {
      if case .member(let member) = entry, member.isOrdinary {
        stretch.append(member)
      } else {
        edits += exchange(stretch, source)
        stretch = []
      }
    }
    edits += exchange(stretch, source)
  }
  return edits.isEmpty ? nil : Fix(.sort, .unsafe, edits)
}

/// The findings on the order of rosters with the fix that each can have.
func withOrder(
  _ findings: [Finding], _ repository: Repository, _ sources: [String: Source]
) -> [Finding] {
  guard findings.contains(where: { $0.rule == "roster/not-alphabetical" && $0.fix == nil }) else {
    return findings
  }
  let documents = repository.acts.flatMap(\.documents) + repository.orphans
  return findings.map { finding in
    guard finding.rule == "roster/not-alphabetical", finding.fix == nil,
      let source = sources[finding.file],
      let document = documents.first(where: { $0.path == finding.file })
    else { return finding }
    var finding = finding
    finding.fix = alphabeticalFix(of: document, in: source)
    return finding
  }
}

/// Writes each member of the sorted stretch into the place of the one that stands there.
private func exchange(_ members: [Member], _ source: Source) -> [Fix.Edit] {
  let sorted = members.enumerated().sorted { left, right in
    let (first, second) = (left.element.sortKey, right.element.sortKey)
    return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
  }.map(\.element)
  guard sorted != members, Set(members.map(\.parts.count)).count == 1 else { return [] }
  var edits: [Fix.Edit] = []
  for (place, member) in zip(members, sorted) where place != member {
    for (old, new) in zip(place.parts, member.parts) {
      let (to, from) = (words(of: old, source), words(of: new, source))
      edits.append(Fix.Edit(file: source.path, at: to, with: source.text(from)))
    }
  }
  return edits
}

/// A part of a member's line without the mark that parts it from the next.
private func words(of part: Cell, _ source: Source) -> Span {
  var span = part.text.span ?? part.span
  while span.count > 0, span.end <= source.bytes.count,
    [0x3B, 0x2E, 0x2C, 0x20].contains(source.bytes[span.end - 1])
  { span.end -= 1 }
  return span
}

extension Member {
  fileprivate var isOrdinary: Bool { role.map { $0.value.office == .member } ?? true }

  /// Letters in the order of the Russian alphabet, ё beside е.
  fileprivate var sortKey: [UInt32] {
    "\(name.surname) \(name.given) \(name.patronymic ?? "")".lowercased().unicodeScalars.map {
      $0 == "ё" ? 0x435 : $0.value
    }
  }
}

extension Text {
  fileprivate static let sort = Text(
    ru: "расставить членов по алфавиту фамилий",
    en: "put the members in the order of their surnames")
}
