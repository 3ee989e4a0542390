/// A class of endings: what may follow a stem in the forms of a word.
package struct Endings: Sendable, Hashable {
  private let members: [UInt64]
  /// A bit for each member by a hash: most words are refused by one look.
  private let filter: UInt64

  /// Endings of up to eight letters; `""` is the bare stem.
  package init(_ endings: [StaticString]) { self.init(endings.map { Letters($0).key }) }

  package func contains(_ rest: Letters) -> Bool {
    rest.count <= 8 && filter & Self.bit(rest.key) != 0 && members.contains(rest.key)
  }

  package func union(_ other: Endings) -> Endings { Endings(members + other.members) }

  private init(_ members: [UInt64]) {
    self.members = members
    filter = members.reduce(0) { $0 | Self.bit($1) }
  }

  @inline(__always)
  private static func bit(_ key: UInt64) -> UInt64 {
    1 << ((key &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }
}

extension Endings {
  /// Full forms of adjectives, hard and soft: «рабоч-ий», «календарн-ых».
  package static let adjective = Endings([
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им",
    "ую", "юю", "ых", "их", "ыми", "ими", "ом", "ем", "ою", "ею",
  ])

  /// Masculine nouns with a hard stem: «квартал», «приказ», «член».
  package static let masculine = Endings([
    "", "а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах",
  ])

  /// Masculine nouns with a soft stem: «секретар-ь», «месяц-ев», «д-ень» by its own stem «дн».
  package static let softMasculine = Endings([
    "ь", "й", "я", "ю", "ем", "ём", "е", "и", "ей", "ев", "ям", "ями", "ях",
  ])

  /// Feminine nouns in -а, -я: «комисси-я», «недел-я», «половин-а».
  package static let feminine = Endings([
    "а", "я", "ы", "и", "е", "у", "ю", "ой", "ей", "ою", "ею", "", "ь", "й", "ам", "ям", "ами",
    "ями", "ах", "ях",
  ])

  /// Feminine nouns in -ь: «част-ь», «област-ью».
  package static let softFeminine = Endings([
    "ь", "и", "ью", "ей", "ям", "ями", "ях",
  ])

  /// Neuter nouns: «заседани-е», «числ-о», «лиц-о».
  package static let neuter = Endings([
    "о", "е", "а", "я", "у", "ю", "ом", "ем", "и", "", "й", "ам", "ям", "ами", "ями", "ах", "ях",
  ])

  /// Nothing behind the stem.
  package static let bare = Endings([""])
}
