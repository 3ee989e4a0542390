import ActaDiagnostics
import ActaModel

/// What the register can be filtered by: year, issuer, kind and status, each value a short token on its rows.
struct RegisterFacets {
  private let settings: Settings
  /// By name, in the order of the alphabet.
  private let issuers: [String]
  private let issuerTokens: [String: String]
  private let kinds: [DocumentKind]
  private let statuses: [Status]
  private let years: [Int]

  init(_ acts: [Act], settings: Settings) {
    self.settings = settings
    let requisites = acts.map(\.order.requisites)
    let names = Set(requisites.flatMap { $0.issuers.map { settings.bodyName($0.value) } })
    issuers = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    issuerTokens = Dictionary(
      uniqueKeysWithValues: issuers.enumerated().map { ($0.element, "i\($0.offset)") })
    let kinds = Set(acts.compactMap(\.order.kind))
    self.kinds = DocumentKind.allCases.filter(kinds.contains)
    let statuses = Set(requisites.compactMap { $0.status?.value })
    self.statuses = Status.allCases.filter(statuses.contains)
    years = Set(acts.compactMap { $0.day?.year }).sorted(by: >)
  }

  /// The tokens of an act, parted by spaces.
  func tokens(_ act: Act) -> String {
    let requisites = act.order.requisites
    var tokens: [String] = []
    if let day = act.day { tokens.append("y\(day.year)") }
    for issuer in requisites.issuers {
      if let token = issuerTokens[settings.bodyName(issuer.value)] { tokens.append(token) }
    }
    if let kind = act.order.kind { tokens.append("k-" + kind.rawValue) }
    if let status = requisites.status?.value { tokens.append("s-" + status.rawValue) }
    return tokens.joined(separator: " ")
  }

  /// How many acts have the same tokens.
  func counts(_ acts: [Act]) -> [(tokens: String, count: Int)] {
    var counts: [String: Int] = [:]
    for act in acts { counts[tokens(act), default: 0] += 1 }
    return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      ($0.key, $0.value)
    }
  }

  /// A choice for each facet that has more than one value; years only where they stand on one page.
  func controls(isWhole: Bool) -> [HTML.Node] {
    var controls: [HTML.Node] = []
    func add(_ name: String, _ label: String, _ all: String, _ values: [(String, String)]) {
      guard values.count > 1 else { return }
      controls.append(choice(name, label, all, values))
    }
    if isWhole { add("year", "Год", "Все", years.map { ("y\($0)", String($0)) }) }
    add("issuer", "Орган", "Все", issuers.map { (issuerTokens[$0] ?? "", $0) })
    add("kind", "Вид", "Все", kinds.map { ("k-" + $0.rawValue, capitalized($0.ru)) })
    add("status", "Статус", "Любой", statuses.map { ("s-" + $0.rawValue, capitalized($0.ru)) })
    return controls
  }
}
