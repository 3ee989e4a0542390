/// A name as it stands among the tokens of a text, in whatever case.
struct FoundName: Sendable, Hashable {
  /// A given name or a patronymic.
  enum Part: Sendable, Hashable {
    /// The letters before the full stop: «И», «Дж».
    case initial(Letters)
    case word(Letters)
    /// «Гасан оглы»: a father's name in the nominative and a word for son or daughter.
    case child(of: Letters, SexSet)

    var letters: Letters {
      switch self {
      case .initial(let letters), .word(let letters), .child(of: let letters, _): letters
      }
    }

    var isWord: Bool { if case .initial = self { false } else { true } }
  }

  /// The parts of a hyphenated surname, or its one part; empty where there is no surname.
  var surname: [Letters] = []
  var surnameTokens: Range<Int> = 0..<0
  var given: Part?
  var givenTokens: Range<Int> = 0..<0
  var patronymic: Part?
  var patronymicTokens: Range<Int> = 0..<0
  /// All tokens of the name, the last full stop of initials included.
  var tokens: Range<Int> = 0..<0
}
