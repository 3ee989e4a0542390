/// What a word can be by its ending: a set of pairs of case and gender, plural forms counting as a gender.
///
/// Words agree where their sets meet.
struct Forms: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  enum Gender: Int, Sendable, CaseIterable { case masculine, feminine, neuter, plural }

  enum Case: Int, Sendable, CaseIterable {
    case nominative, genitive, dative, accusative, instrumental, prepositional
  }

  init(_ gender: Gender, _ form: Case) {
    rawValue = 1 << UInt32(gender.rawValue * 6 + form.rawValue)
  }

  static func all(_ form: Case) -> Forms {
    Gender.allCases.reduce(into: []) { $0.formUnion(Forms($1, form)) }
  }

  static func all(_ gender: Gender) -> Forms {
    Case.allCases.reduce(into: []) { $0.formUnion(Forms(gender, $1)) }
  }

  static let genitive = all(.genitive)
  static let dative = all(.dative)
  static let nominative = all(.nominative)
  static let plural = all(.plural)
  static let singular = all(.masculine).union(all(.feminine)).union(all(.neuter))
  static let any = Forms(rawValue: 0xFF_FFFF)

  /// The gender, where all forms of the set have one.
  var gender: Gender? {
    let genders = Gender.allCases.filter { !isDisjoint(with: .all($0)) }
    return genders.count == 1 ? genders.first : nil
  }

  /// The same cases in every gender and number.
  var casesAlone: Forms {
    Case.allCases.reduce(into: []) {
      if !isDisjoint(with: .all($1)) { $0.formUnion(.all($1)) }
    }
  }
}

extension Forms: ExpressibleByStringLiteral {
  /// Pairs of a gender (m, f, n, p) and a case (n, g, d, a, i, and l for the prepositional): `"mg ng"`.
  init(stringLiteral value: StaticString) {
    var (bits, gender) = (Forms(), Gender?.none)
    value.withUTF8Buffer { bytes in
      for byte in bytes {
        guard byte != UInt8(ascii: " ") else {
          gender = nil
          continue
        }
        if let known = gender {
          if let form = Self.cases.firstIndex(of: byte).flatMap(Case.init) {
            bits.formUnion(Forms(known, form))
          }
        } else {
          gender = Self.genders.firstIndex(of: byte).flatMap(Gender.init)
        }
      }
    }
    self = bits
  }

  private static let genders = Array("mfnp".utf8)
  private static let cases = Array("ngdail".utf8)
}
