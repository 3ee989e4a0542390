import ActaDiagnostics
package import ActaModel

/// The acts of a repository by what they are cited by.
package struct CitedActs: Sendable {
  /// As they were given; their requisites are what counts.
  package let acts: [Act]
  private var byNumber: [String: [Int]] = [:]
  private var keys: [Key] = []

  private struct Key: Sendable {
    var id: String
    var form: Citation.Form?
    var date: CalendarDate?
    var issuers: [[Letters]]
  }

  package init(_ acts: [Act], settings: Settings) {
    self.acts = acts
    for (index, act) in acts.enumerated() {
      let requisites = act.order.requisites
      keys.append(
        Key(
          id: act.id, form: act.order.kind?.citationForm,
          date: requisites.date?.value.value,
          issuers: requisites.issuers.map { stems(of: settings.bodyName($0.value)) }))
      guard let number = requisites.number?.value else { continue }
      byNumber[plainNumber(number), default: []].append(index)
    }
  }

  /// The index of the act among the repository's; `nil` where none fits, or more than one.
  package func index(of citation: Citation) -> Int? {
    guard let number = citation.number else { return nil }
    let issuer = citation.issuer.map { stems(of: $0) }
    let found = (byNumber[plainNumber(number)] ?? []).prefix(100).filter { index in
      let key = keys[index]
      guard citation.date == nil || key.date == citation.date else { return false }
      guard key.form == nil || key.form == citation.form else { return false }
      guard let issuer, citation.date == nil else { return true }
      return key.issuers.contains { $0.starts(with: issuer) || issuer.starts(with: $0) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// The permanent name of the act that is cited.
  package func id(of citation: Citation) -> String? { index(of: citation).map { keys[$0].id } }
}

extension DocumentKind {
  /// How an act of the kind is cited; `nil` for what is no act.
  package var citationForm: Citation.Form? {
    switch self {
    case .order: .order
    case .directive: .directive
    case .resolution: .resolution
    case .decision: .decision
    default: nil
    }
  }
}
