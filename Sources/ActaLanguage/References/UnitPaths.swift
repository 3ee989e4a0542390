import ActaDiagnostics
import ActaModel

/// One unit, or several of one level, on the way into a document.
struct UnitGroup: Sendable {
  /// `nil` for a unit that a path leaves out.
  var level: PathElement.Level?
  /// `[nil]` for an appendix without a number.
  var numbers: [PathElement.Number?]
  var forms: Forms
  var isAbbreviation = false
}

/// Units one inside the other: «подпункта «а» пункта 3 раздела II».
struct UnitChain: Sendable {
  /// From the innermost to the outermost, as they are read as a rule.
  var groups: [UnitGroup]
  var start: Int
  var next: Int
  /// «настоящего пункта» closed it: the document is this one.
  var isClosed = false

  /// Where the whole chain lies: the depth of its outermost unit.
  var outermost: Int { groups.compactMap { $0.level?.depth }.min() ?? Int.max }

  /// The paths that the chain spells, each from the outermost unit.
  var paths: [[PathElement]] {
    var paths: [[PathElement]] = [[]]
    for group in groups.reversed() {
      guard let level = group.level else { continue }
      guard paths.count * group.numbers.count <= 400 else { return paths }
      paths = paths.flatMap { path in group.numbers.map { path + [PathElement(level, $0)] } }
    }
    return paths
  }
}

extension ReferenceReader {
  /// Units from the word at `index` on; `like` lends its word to a number that stands without one.
  func chain(at index: Int, like borrowed: UnitGroup? = nil) -> UnitChain? {
    guard let first = group(at: index) ?? borrowed.flatMap({ self.group(at: index, like: $0) })
    else {
      return nil
    }
    var chain = UnitChain(groups: [first.value], start: index, next: first.next)
    var isDownward = false
    while chain.groups.count < 12 {
      let next = behindTitle(chain.next, of: chain)
      if let end = deicticUnit(at: next) {
        chain.next = end
        chain.isClosed = true
        break
      }
      guard let group = group(at: next), var last = chain.groups.last else {
        if next > chain.next { chain.next = next }
        break
      }
      // «пп. 3, 4 п. 2»: points lie in no point, so they are sub-points.
      if last.isAbbreviation, last.level == .point, group.value.level == .point {
        last.level = .subpoint
        chain.groups[chain.groups.count - 1] = last
      }
      let (inner, outer) = (last.level?.depth ?? -1, group.value.level?.depth ?? -1)
      if outer <= inner || group.value.level == nil || last.level == nil {
        guard !isDownward, !group.value.forms.isDisjoint(with: .genitive),
          outer < inner || group.value.level == nil || last.level == nil
            || group.value.level == .subpoint || group.value.level == .section
        else { break }
        chain.groups.append(group.value)
      } else {
        // «статьи 7 части 4»: from the outermost inward, all in one case.
        // «части 2 пункта 5»: some acts have parts inside points.
        if last.level == .part, group.value.level == .point, !isDownward {
          chain.groups.append(group.value)
          chain.next = group.next
          continue
        }
        guard isDownward || chain.groups.count == 1,
          !group.value.forms.casesAlone.isDisjoint(with: chain.groups[0].forms)
        else { break }
        isDownward = true
        chain.groups.insert(group.value, at: 0)
      }
      chain.next = group.next
    }
    return chain
  }

  /// A unit with its numbers: «пунктам 1, 3–5 и 7», «абзаце втором», «приложения», «второго абзаца».
  func group(at index: Int) -> Parsed<UnitGroup>? {
    if let unit = unit(at: index) {
      if let group = group(unit, at: index) { return group }
      guard unit.level == .appendix, !unit.isAbbreviation, text[unit.next].kind != .numberSign,
        unit.forms.isDisjoint(with: .plural) || !unit.forms.isDisjoint(with: .singular)
      else { return nil }
      return Parsed(UnitGroup(level: .appendix, numbers: [nil], forms: unit.forms), next: unit.next)
    }
    guard
      NumberWord(text[index]) != nil || text[index].isNumber || text[index].is("с")
        || text[index].is("со"), let ordinals = ordinals(at: index),
      let unit = unit(at: ordinals.next), !unit.isAbbreviation
    else { return nil }
    return Parsed(
      UnitGroup(level: unit.level, numbers: ordinals.numbers, forms: unit.forms), next: unit.next)
  }

  private func group(_ unit: UnitWord, at index: Int) -> Parsed<UnitGroup>? {
    guard let numbers = numbers(at: unit.next, of: unit) ?? ordinals(at: unit.next),
      !isOtherSense(unit, at: index, next: numbers.next)
    else { return nil }
    return Parsed(
      UnitGroup(
        level: unit.level, numbers: numbers.numbers, forms: unit.forms,
        isAbbreviation: unit.isAbbreviation), next: numbers.next)
  }

  /// A number that a list of units goes on with: «подпунктами «а» пункта 3, «в» пункта 4».
  private func group(at index: Int, like borrowed: UnitGroup) -> Parsed<UnitGroup>? {
    let unit = UnitWord(
      level: borrowed.level, forms: borrowed.forms, isAbbreviation: borrowed.isAbbreviation,
      isPlural: true, next: index)
    guard let numbers = numbers(at: index, of: unit) ?? ordinals(at: index),
      let outer = self.unit(at: numbers.next), outer.isGenitive,
      group(outer, at: numbers.next) != nil
    else { return nil }
    return Parsed(
      UnitGroup(level: borrowed.level, numbers: numbers.numbers, forms: borrowed.forms),
      next: numbers.next)
  }

  /// The index behind a title in quotes that a section or an appendix carries between its number and what it is of.
  private func behindTitle(_ index: Int, of chain: UnitChain) -> Int {
    guard let last = chain.groups.last,
      last.level == .section || last.level == .chapter
        || last.level == .appendix || last.level == .article, let end = endOfQuote(at: index),
      unit(at: end) != nil || text[end].has(stem: "настоящ") || isDocumentAhead(end)
        || text[end].is("к")
    else {
      // «пункта 3 раздела «Общие положения» Порядка»: a section by its title alone.
      guard let unit = unit(at: index), unit.level != nil, unit.isGenitive, !unit.isAbbreviation,
        let end = endOfQuote(at: unit.next),
        end > unit.next + 3 || text[unit.next + 1].letters.count > 1
      else { return index }
      return end
    }
    return end
  }

  /// The index behind a unit without a number: «настоящего пункта», «указанной статьи».
  private func deicticUnit(at index: Int) -> Int? {
    guard
      text[index].has(stem: "настоящ") || text[index].has(stem: "указанн")
        || text[index].has(stem: "данн") || text[index].is("этого") || text[index].is("этой")
        || text[index].is("того") || text[index].is("той")
    else { return nil }
    let next = text[index + 1].is("же") ? index + 2 : index + 1
    guard let unit = unit(at: next), !unit.isAbbreviation, group(unit, at: next) == nil else {
      return nil
    }
    return unit.next
  }

  /// Whether a document's name begins at `index`.
  func isDocumentAhead(_ index: Int) -> Bool {
    guard text[index].isWord else { return false }
    switch document(at: index, in: .genitive) {
    case .target, .acts: return true
    case TargetPhrase.none?, nil: return false
    }
  }
}
