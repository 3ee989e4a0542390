import ActaDiagnostics
import ActaModel

/// The latest acts as an Atom feed (RFC 4287), `atom.xml`; `nil` where the site's address is not stated, since an
/// entry has no identity without it, and where no act has a date.
///
/// What is new is told by the acts' own dates, never by a clock.
func atomFeed(_ acts: [Act], on site: SiteMap) -> SiteFile? {
  guard let address = siteAddress("", on: site), let own = siteAddress("atom.xml", on: site) else {
    return nil
  }
  let dated = acts.compactMap { act in act.lastChange.map { (act: act, day: $0) } }
  // Stable: of two acts of one day the later stays the later.
  let latest = dated.enumerated().sorted {
    ($0.element.day, $0.offset) > ($1.element.day, $1.offset)
  }.prefix(entries).map(\.element)
  guard let newest = latest.first else { return nil }
  var xml = XMLText()
  xml.open("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "ru"])
  xml.element("id", address)
  xml.element("title", site.settings.site.title)
  xml.element("updated", time(newest.day))
  xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": own])
  xml.element("link", ["rel": "alternate", "type": "text/html", "href": address])
  xml.open("author")
  xml.element("name", site.settings.site.title)
  xml.close("author")
  for (act, day) in latest { entry(act, day, site, &xml) }
  xml.close("feed")
  return SiteFile(path: "atom.xml", bytes: xml.bytes)
}

private let entries = 50

private func entry(_ act: Act, _ day: CalendarDate, _ site: SiteMap, _ xml: inout XMLText) {
  let requisites = act.order.requisites
  let address = pageAddress(act, on: site)
  let title = requisites.title?.value ?? ""
  xml.open("entry")
  xml.element("id", address)
  xml.element("title", title.isEmpty ? citation(of: act) : title)
  xml.element("updated", time(day))
  if let first = act.day { xml.element("published", time(first)) }
  xml.element("link", ["rel": "alternate", "type": "text/html", "href": address])
  for issuer in requisites.issuers {
    xml.open("author")
    xml.element("name", site.settings.bodyName(issuer.value))
    xml.close("author")
  }
  xml.element("category", ["term": act.order.kind?.ru ?? "акт"])
  let status = statusText(requisites)
  xml.element("summary", citation(of: act) + (status.isEmpty ? "" : ". \(status)"))
  xml.close("entry")
}

/// Acts have days, feeds have moments (RFC 3339): the day's first.
private func time(_ day: CalendarDate) -> String { day.iso + "T00:00:00Z" }
