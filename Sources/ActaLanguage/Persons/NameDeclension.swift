/// Cases that a form may stand in.
struct CaseSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let nom = CaseSet(rawValue: 1)
  static let gen = CaseSet(rawValue: 2)
  static let dat = CaseSet(rawValue: 4)
  static let acc = CaseSet(rawValue: 8)
  static let ins = CaseSet(rawValue: 16)
  static let prep = CaseSet(rawValue: 32)
  static let all = CaseSet(rawValue: 63)
}

/// Sexes that a form may be of.
struct SexSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let male = SexSet(rawValue: 1)
  static let female = SexSet(rawValue: 2)
  static let any = SexSet(rawValue: 3)
}

/// One way in which names decline: the nominative's ending and what takes its place.
struct Paradigm: Sendable {
  /// Ending of the nominative, behind the stem.
  let nominative: Letters
  let sexes: SexSet
  let forms: [(ending: Letters, cases: CaseSet)]
  /// What a stem must be like.
  let admits: @Sendable (Letters) -> Bool
  /// Whether all forms are alike, so that a form of this paradigm proves no case.
  let isIndeclinable: Bool

  init(
    _ nominative: Letters, _ sexes: SexSet, _ forms: [(Letters, CaseSet)],
    where admits: @escaping @Sendable (Letters) -> Bool = { _ in true }
  ) {
    self.nominative = nominative
    self.sexes = sexes
    self.forms = forms.map { (ending: $0.0, cases: $0.1) }
    self.admits = admits
    isIndeclinable = forms.count == 1
  }

  /// The stem of a nominative of this paradigm.
  func stem(of nominative: Letters) -> Letters? {
    guard nominative.hasSuffix(self.nominative) else { return nil }
    let stem = nominative.dropLast(self.nominative.count)
    return stem.count > 0 && admits(stem) ? stem : nil
  }
}

/// A set of paradigms, found by their endings.
struct NameDeclension: Sendable {
  let paradigms: [Paradigm]
  private let byEnding: SuffixTable<[(paradigm: Int, cases: CaseSet)]>

  init(_ paradigms: [Paradigm]) {
    self.paradigms = paradigms
    byEnding = SuffixTable(
      paradigms.enumerated().flatMap { index, paradigm in
        paradigm.forms.map { (ending: $0.ending, value: [(paradigm: index, cases: $0.cases)]) }
      }, joining: +)
  }

  /// The cases in which `form` is a form of `nominative`, for a bearer of one of the sexes.
  func cases(of form: Letters, as nominative: Letters, _ sexes: SexSet) -> CaseSet {
    if form.isCut || nominative.isCut {
      // Of a name this long the endings are not kept.
      return form.prefix(20) == nominative.prefix(20) ? .all : []
    }
    var cases: CaseSet = []
    for paradigm in paradigms where !paradigm.sexes.isDisjoint(with: sexes) {
      guard let stem = paradigm.stem(of: nominative), form.hasPrefix(stem) else { continue }
      let rest = form.dropFirst(stem.count)
      for (ending, endingCases) in paradigm.forms where rest == ending {
        cases.formUnion(endingCases)
      }
    }
    return cases
  }

  /// What a form can be, its nominative unknown.
  func readings(of form: Letters) -> [FormReading] {
    guard !form.isCut else {
      return [FormReading(cases: .all, sexes: .any, isIndeclinable: true)]
    }
    var readings: [FormReading] = []
    byEnding.forEach(of: form) { length, candidates in
      let stem = form.dropLast(length)
      guard stem.count > 1 else { return }
      for (index, cases) in candidates where paradigms[index].admits(stem) {
        readings.append(
          FormReading(
            cases: cases, sexes: paradigms[index].sexes,
            isIndeclinable: paradigms[index].isIndeclinable))
      }
    }
    return readings
  }
}

/// One reading of a form.
struct FormReading: Sendable, Hashable {
  let cases: CaseSet
  let sexes: SexSet
  let isIndeclinable: Bool
}
