import ActaModel

/// What the form of a name tells: for each case, how surely it can stand in it, and of which sex it then is.
struct NameForm: Sendable {
  /// Cases that a declined reading of the name allows.
  private(set) var plain: CaseSet = .all
  /// Cases that a reading of the name as undeclined allows.
  private(set) var undeclined: CaseSet = []
  private var sexes = SIMD8<UInt8>(repeating: SexSet.any.rawValue)
  /// The same with the less likely readings.
  private var possibleSexes = SIMD8<UInt8>(repeating: SexSet.any.rawValue)
  /// Whether the surname is of a type that nobody declines: Живаго, Черных.
  private(set) var neverDeclines = false

  /// How much likelier the name declines than not: Карху can be a form of Карх, and Ковальчук is a man's nominative
  /// or any case of a woman's.
  private(set) var doubtOfUndeclined = 1.0

  init(_ name: FoundName) {
    var sexesOfParts = SexSet.any
    if let last = name.surname.last {
      read(last)
      // In «Гусевым-Марченко» the first part tells the case, in «Бей-Булатову» the last.
      for part in name.surname.dropLast() where Self.declinesSurely(part) {
        restrict(to: NameDeclension.surnames.readings(of: part))
      }
    }
    if case .word(let letters)? = name.given {
      restrict(to: NameDeclension.givenNames.readings(of: letters), bySex: false)
      if name.patronymic == nil { sexesOfParts = GivenNames.sexOfForm(letters) ?? .any }
    }
    switch name.patronymic {
    case .word(let letters)?:
      let readings = NameDeclension.patronymics.readings(of: letters)
      if readings.isEmpty { break }
      restrict(to: readings)
      sexesOfParts = readings.reduce([]) { $0.union($1.sexes) }
    case .child(of: _, let sex)?: sexesOfParts = sex
    default: break
    }
    for grammaticalCase in CaseSet.each {
      let index = grammaticalCase.index
      let likely = sexes[index] & sexesOfParts.rawValue
      sexes[index] = likely == 0 ? possibleSexes[index] & sexesOfParts.rawValue : likely
    }
  }

  /// The sexes that the name can be of in a case.
  func sexes(in grammaticalCase: CaseSet) -> SexSet {
    SexSet(rawValue: sexes[grammaticalCase.index])
  }

  private mutating func read(_ surname: Letters) {
    let readings = NameDeclension.surnames.readings(of: surname)
    guard !readings.isEmpty else { return }
    plain = []
    for reading in readings {
      if reading.isIndeclinable {
        undeclined.formUnion(reading.cases)
      } else {
        plain.formUnion(reading.cases)
      }
    }
    neverDeclines =
      readings.contains { $0.isIndeclinable && $0.sexes == .any }
      && (plain.isEmpty || surname.hasSuffix("ых") || surname.hasSuffix("их"))
    if neverDeclines { plain = .all }
    doubtOfUndeclined =
      switch surname.last {
      case 20, Letter.ю: 2.5
      case Letter.е, Letter.ы: 1.5
      default: 0.9
      }
    for grammaticalCase in CaseSet.each {
      let possible = readings.filter { $0.cases.contains(grammaticalCase) }
      let declined = possible.filter { !$0.isIndeclinable }
      let likely = declined.isEmpty || neverDeclines ? possible : declined
      sexes[grammaticalCase.index] = likely.reduce(0) { $0 | $1.sexes.rawValue }
      possibleSexes[grammaticalCase.index] = possible.reduce(0) { $0 | $1.sexes.rawValue }
    }
  }

  /// Leaves the cases that another part of the name allows as well.
  private mutating func restrict(to readings: [FormReading], bySex: Bool = true) {
    let cases = readings.reduce(CaseSet()) { $0.union($1.cases) }
    guard !cases.isEmpty else { return }
    let declined = readings.filter { !$0.isIndeclinable }
    let surely = declined.reduce(CaseSet()) { $0.union($1.cases) }
    // Where one part declines, the case that it shows is plain, whatever the undeclined part allows.
    let both = plain.union(undeclined).intersection(surely)
    if surely != cases {
      plain.formIntersection(cases)
      undeclined.formIntersection(cases)
    } else if !both.isEmpty {
      plain = plain.intersection(surely).isEmpty ? both : plain.intersection(surely)
      undeclined.formIntersection(surely)
    }
    guard bySex else { return }
    for grammaticalCase in CaseSet.each where cases.contains(grammaticalCase) {
      let fitting = readings.filter { $0.cases.contains(grammaticalCase) }
      let sex = fitting.reduce(SexSet()) { $0.union($1.sexes) }
      let meet = sexes(in: grammaticalCase).intersection(sex)
      if !meet.isEmpty { sexes[grammaticalCase.index] = meet.rawValue }
    }
  }

  /// Whether a first part of a double surname is of a kind that always declines.
  static func declinesSurely(_ part: Letters) -> Bool {
    SurnameShape.isLikely(part)
      && NameDeclension.surnames.readings(of: part).contains { !$0.isIndeclinable }
      && !(NameDeclension.surnames.readings(of: part).contains {
        $0.isIndeclinable && $0.sexes == .any
      })
  }
}

extension CaseSet {
  static let each: [CaseSet] = [.nom, .gen, .dat, .acc, .ins, .prep]

  /// Where a table keeps what is known of the only case in the set.
  var index: Int { min(rawValue.trailingZeroBitCount, 7) }

  /// The case of a set of one.
  var single: GrammaticalCase? {
    switch self {
    case .nom: .nominative
    case .gen: .genitive
    case .dat: .dative
    case .acc: .accusative
    case .ins: .instrumental
    case .prep: .prepositional
    default: nil
    }
  }

  init(_ grammaticalCase: GrammaticalCase) {
    self =
      switch grammaticalCase {
      case .nominative: .nom
      case .genitive: .gen
      case .dative: .dat
      case .accusative: .acc
      case .instrumental: .ins
      case .prepositional: .prep
      }
  }
}
