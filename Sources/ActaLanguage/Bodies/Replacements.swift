import ActaDiagnostics
import ActaModel

/// Who acts while the holder of an office is away.
extension BodySentence {
  func readReplacements(into body: inout CollegialBody) {
    guard present.meets([.absent, .substitute]), present.meets([.chair, .deputy, .secretary])
    else { return }
    for index in range {
      guard let absence = absence(at: index), let acting = acting(for: absence, at: index) else {
        continue
      }
      body.replacements.append(
        Spanned(
          ReplacementRule(absent: absence.office, acting: acting.office),
          span(min(index, acting.index), max(absence.end, acting.index) + 1)))
    }
  }

  private struct Absence {
    var office: Role.Office
    /// The token that names the absent one, or the last word on the absence.
    var end: Int
  }

  /// «в отсутствие председателя», «в его отсутствие», «временно отсутствующего секретаря», «замещает председателя».
  private func absence(at index: Int) -> Absence? {
    switch self[index] {
    case .absent where token(index).has(stem: "отсутств"):
      for position in tokens(index + 1, index + 4) {
        // «в отсутствие председателя», but in «в его отсутствие заместителем» the next one acts.
        if let office = office(at: position), self[index - 1] != .pronoun,
          token(position).isGenitive
        {
          return Absence(office: office, end: position)
        }
        if isBreak(position) || self[position] == .member { break }
      }
      guard self[index - 1] == .pronoun || self[index + 1] == .pronoun else { return nil }
      for position in tokens(index - 30, index).reversed() {
        if let office = office(at: position), self[position - 1] != .deputy || office == .deputy {
          // «Заместитель председателя исполняет обязанности председателя в его отсутствие»
          return Absence(office: office, end: index)
        }
      }
      return nil
    case .substitute where token(index).has(stem: "замеща"):
      guard !has(.absent), let office = office(at: index + 1) else { return nil }
      return Absence(office: office, end: index + 1)
    default: return nil
    }
  }

  private func acting(for absence: Absence, at index: Int) -> (office: Role.Office, index: Int)? {
    let behind = max(index, absence.end) + 1
    // «(Комиссии) его обязанности исполняет заместитель председателя»
    for position in tokens(behind, behind + 20) {
      if token(position).kind == .semicolon { break }
      // «председателя и его заместителя»: both are away.
      if self[position] == .deputy,
        !contains([.hold, .leading, .presiding, .replace], from: behind, to: position),
        contains([.and], from: absence.end + 1, to: position)
      {
        continue
      }
      if self[position] == .member, isOneOf(position) {
        return (.member, position)
      }
      if let office = office(at: position), office != absence.office { return (office, position) }
    }
    // «Заместитель председателя … в отсутствие председателя исполняет его обязанности»
    for position in tokens(index - 30, index).reversed() {
      if let office = office(at: position), office != absence.office { return (office, position) }
    }
    return nil
  }

  /// «один из членов», «член, избранный для этого».
  private func isOneOf(_ index: Int) -> Bool {
    token(index - 1).is("из") || token(index).is("член") || token(index).is("членом")
  }

  /// The office at a token; the chair of «заместитель председателя» is none of his own.
  private func office(at index: Int) -> Role.Office? {
    switch self[index] {
    case .chair: self[index - 1] == .deputy ? nil : .chair
    case .deputy: .deputy
    case .secretary: .secretary
    default: nil
    }
  }
}
