import ActaDiagnostics
import ActaModel

/// The act as schema.org's `Legislation`, in a JSON-LD script, which no browser runs.
func legislation(_ act: Act, on site: SiteMap, files: [ActFile] = []) -> [UInt8] {
  let requisites = act.order.requisites
  let page = site.settings.site.address.isEmpty ? nil : pageAddress(act, on: site)
  let issuers = requisites.issuers.map { issuer in
    JSON.members([
      "@type": "GovernmentOrganization", "name": .string(site.settings.bodyName(issuer.value)),
    ])
  }
  let amendments = requisites.amendedBy.map { amending($0, site) }
  let data = JSON.members([
    "@context": "https://schema.org", "@type": "Legislation", "@id": page.map { .string($0) },
    "url": page.map { .string($0) }, "inLanguage": "ru",
    "name": .string(requisites.title?.value ?? citation(of: act)),
    "alternateName": requisites.title == nil ? nil : .string(citation(of: act)),
    "legislationIdentifier": requisites.number.map { .string($0.value) },
    "legislationType": .string(kindName(act.order)),
    "legislationDate": act.day.map { .string($0.iso) },
    "legislationDateVersion": amendments.isEmpty ? nil : act.lastChange.map { .string($0.iso) },
    "legislationPassedBy": list(issuers),
    "legislationLegalForce": requisites.status?.value.legalForce.map { .string($0) },
    "hasPart": list(act.appendices.map { part($0, of: page) }),
    // What schema.org says of the amending act, seen from the amended one.
    "@reverse": amendments.isEmpty
      ? nil : .members(["legislationChanges": .array(amendments)]),
    "encoding": page.flatMap { page in list(files.map { encoding($0, page) }) },
  ])
  var out = Array(#"<script type="application/ld+json">"#.utf8)
  for byte in data.encoded() {
    // Nothing in a text may end the script or begin a comment in it.
    if byte == UInt8(ascii: "<") { out += #"\u003c"#.utf8 } else { out.append(byte) }
  }
  out += "</script>".utf8
  return out
}

private func part(_ appendix: Appendix, of page: String?) -> JSON {
  let address = page.map { JSON.string($0 + "#" + appendix.address) }
  return .members([
    "@type": "Legislation", "@id": address, "url": address,
    "name": .string(title(of: appendix)),
    "legislationType": appendix.document.kind.map { .string(capitalized($0.ru)) },
    "isPartOf": page.map { .members(["@id": .string($0)]) },
    "position": appendix.number.map { .number($0) },
  ])
}

private func amending(_ act: AmendingAct, _ site: SiteMap) -> JSON {
  .members([
    "@type": "Legislation", "legislationIdentifier": act.number.map { .string($0.value) },
    "legislationType": act.kind.map { .string(capitalized($0.value)) },
    "legislationDate": (act.date?.value.value).map { .string($0.iso) },
    "legislationPassedBy": act.issuer.map {
      .members([
        "@type": "GovernmentOrganization", "name": .string(site.settings.bodyName($0.value)),
      ])
    },
  ])
}

private func encoding(_ file: ActFile, _ page: String) -> JSON {
  .members([
    "@type": "LegislationObject", "contentUrl": .string(page + file.rawValue),
    "encodingFormat": .string(file.type),
  ])
}

/// One alone, or a list; `nil` for none.
private func list(_ items: [JSON]) -> JSON? {
  items.count > 1 ? .array(items) : items.first
}

extension Status {
  fileprivate var legalForce: String? {
    switch self {
    case .draft: nil
    case .inForce, .amended: "https://schema.org/InForce"
    case .repealed: "https://schema.org/NotInForce"
    }
  }
}
