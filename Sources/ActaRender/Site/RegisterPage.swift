package import ActaDiagnostics
package import ActaModel

/// The register of acts, the latest first, in UTF-8: `output/index.html`.
package func registerPage(
  _ acts: [Act], on site: SiteMap, with templates: Templates
) -> Checked<[UInt8]> {
  let title = site.settings.site.title
  let address = site.settings.site.address
  let body = templates.nodes(
    .register, ["site": .text(title), "body": .nodes(acts.isEmpty ? [] : [table(acts, site)])])
  let page = templates.nodes(
    .page,
    [
      "title": .text(title), "root": "", "site": .text(title), "layout": "register",
      "canonical": address.isEmpty ? nil : .text(address), "body": .nodes(body),
    ])
  return Checked(HTML.encoded(page))
}

private func table(_ acts: [Act], _ site: SiteMap) -> HTML.Node {
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
      .element(.tbody, sorted(acts).map { row($0, site) }),
    ])
}

private func row(_ act: Act, _ site: SiteMap) -> HTML.Node {
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
  let page = URLText.encoded(act.id, isPath: true) + "/index.html"
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
    .tr,
    [
      cell("Дата", "date", date),
      cell("Номер", "number", requisites.number.map { [.text($0.value)] } ?? []),
      .element(.th, [.scope("row"), .class("act")], [.element(.a, [.href(page)], name)]),
      cell("Орган", "issuer", issuers.isEmpty ? [] : [.text(issuers)]),
      cell("Статус", "state", state),
    ])
}

/// By date from the latest on, those without a date first, since they are drafts; then by name.
private func sorted(_ acts: [Act]) -> [Act] {
  acts.sorted { left, right in
    let (first, second) = (
      left.order.requisites.date?.value.value, right.order.requisites.date?.value.value
    )
    if first != second {
      guard let first else { return true }
      guard let second else { return false }
      return first > second
    }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}
