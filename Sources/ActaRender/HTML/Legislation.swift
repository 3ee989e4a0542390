import ActaDiagnostics
import ActaModel

/// The act as schema.org's `Legislation`, in a JSON-LD script, which no browser runs.
func legislation(_ act: Act, on site: SiteMap) -> [UInt8] {
  let requisites = act.order.requisites
  let hasAddress = !site.settings.site.address.isEmpty
  let page = pageAddress(act, on: site)
  let parts = act.appendices.map { appendix -> JSON in
    .members([
      "@type": "Legislation", "name": .string(title(of: appendix)),
      "legislationType": appendix.document.kind.map { .string(capitalized($0.ru)) },
      "url": hasAddress ? .string(page + "#" + appendix.address) : nil,
    ])
  }
  let issuers = requisites.issuers.map { issuer -> JSON in
    .members([
      "@type": "GovernmentOrganization", "name": .string(site.settings.bodyName(issuer.value)),
    ])
  }
  let data = JSON.members([
    "@context": "https://schema.org", "@type": "Legislation", "inLanguage": "ru",
    "name": .string(requisites.title?.value ?? citation(of: act)),
    "url": hasAddress ? .string(page) : nil,
    "legislationIdentifier": requisites.number.map { .string($0.value) },
    "legislationType": .string(kindName(act.order)),
    "legislationDate": requisites.date?.value.value.map { .string($0.iso) },
    "legislationPassedBy": issuers.isEmpty
      ? nil : issuers.count == 1 ? issuers[0] : .array(issuers),
    "legislationLegalForce": requisites.status?.value.legalForce.map { .string($0) },
    "hasPart": parts.isEmpty ? nil : .array(parts),
  ])
  var out = Array(#"<script type="application/ld+json">"#.utf8)
  for byte in data.encoded() {
    // Nothing in a text may end the script or begin a comment in it.
    if byte == UInt8(ascii: "<") { out += #"\u003c"#.utf8 } else { out.append(byte) }
  }
  out += "</script>".utf8
  return out
}

/// The permanent address of an act's page; relative where the site's is not stated.
func pageAddress(_ act: Act, on site: SiteMap) -> String {
  let address = site.settings.site.address
  let base = address.isEmpty || address.utf8.last == UInt8(ascii: "/") ? address : address + "/"
  return base + URLText.encoded(act.id, isPath: true) + "/"
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
