import ActaDiagnostics
package import ActaModel

/// What of an act goes into the index, taken out of the act so that the act itself may go.
package struct SearchMatter: Sendable, Hashable {
  let head: SearchHead
  let units: [SearchUnits.Unit]

  package init(_ act: Act, on site: SiteMap) {
    head = SearchHead(act, site)
    units = SearchUnits.units(of: act)
  }
}

/// What is shown of an act above its provisions that were found, and counts for more where a word stands in it.
struct SearchHead: Sendable, Hashable {
  let fields: [JSON.Member]
  /// Title and number: whoever asks for them means this act.
  let distinctive: [String]
  let others: [String]

  init(_ act: Act, _ site: SiteMap) {
    let requisites = act.order.requisites
    let issuers = listed(requisites.issuers.map { site.settings.bodyName($0.value) })
    let title = requisites.title?.value ?? ""
    distinctive = [title, requisites.number?.value ?? ""]
    others = [kindName(act.order), requisites.date?.value.text ?? "", issuers]
    var fields = [
      JSON.Member("i", .string(URLText.encoded(act.id, isPath: true))),
      JSON.Member("c", .string(citation(of: act))), JSON.Member("t", .string(title)),
      JSON.Member("o", .string(issuers)),
      JSON.Member("p", .array(SearchUnits.parts(of: act).map { .string($0) })),
    ]
    if let status = requisites.status?.value {
      fields.append(
        JSON.Member("s", .array([.string(status.cssClass), .string(statusText(requisites))])))
    }
    self.fields = fields
  }

  func json(units: [JSON]) -> JSON { .object(fields + [JSON.Member("u", .array(units))]) }
}
