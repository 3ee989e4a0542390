import ActaDiagnostics
import ActaModel

/// Acts as a table that needs no script, in the order given.
func registerTable(
  _ acts: [Act], _ facets: RegisterFacets, _ site: SiteMap, root: String
) -> HTML.Node {
  let heads: [(String, String)] = [
    ("Дата", "date"), ("Номер", "number"), ("Акт", "act"), ("Орган", "issuer"), ("Статус", "state"),
  ]
  let head = heads.map { title, kind in
    HTML.Node.element(.th, [.scope("col"), .class(kind)], [.text(title)])
  }
  return .element(
    .table, [.class("register")],
    [
      .element(.thead, [.element(.tr, head)]),
      .element(.tbody, acts.map { row($0, facets, site, root) }),
    ])
}

private func row(
  _ act: Act, _ facets: RegisterFacets, _ site: SiteMap, _ root: String
) -> HTML.Node {
  let requisites = act.order.requisites
  let issuers = listed(requisites.issuers.map { site.settings.bodyName($0.value) })
  let title = requisites.title?.value ?? ""
  var date: [HTML.Node] = []
  if let stated = requisites.date?.value {
    date = [.text(stated.printed)]
    if let day = stated.value {
      date = [.element(.time, [HTML.Attribute("datetime", day.iso)], date)]
    }
  }
  let name: [HTML.Node] =
    title.isEmpty
    ? [.text(citation(of: act))]
    : [
      .element(.span, [.class("kind")], [.text(kindName(act.order))]), .text(" "), .text(title),
    ]
  let page = root + URLText.encoded(act.id, isPath: true) + "/index.html"
  var state: [HTML.Node] = []
  if let status = requisites.status?.value {
    state = [
      .element(.span, [.class("status " + status.cssClass)], [.text(statusText(requisites))])
    ]
  }
  func cell(_ label: String, _ kind: String, _ nodes: [HTML.Node]) -> HTML.Node {
    .element(.td, [.class(kind), HTML.Attribute("data-label", label)], nodes)
  }
  return .element(
    .tr, [HTML.Attribute("data-facets", facets.tokens(act))],
    [
      cell("Дата", "date", date),
      cell("Номер", "number", requisites.number.map { [.text($0.value)] } ?? []),
      .element(.th, [.scope("row"), .class("act")], [.element(.a, [.href(page)], name)]),
      cell("Орган", "issuer", issuers.isEmpty ? [] : [.text(issuers)]),
      cell("Статус", "state", state),
    ])
}
