import ActaDiagnostics
import ActaLanguage
package import ActaModel

/// What the frame of an act's page is given.
func pageFields(
  _ act: Act, on site: SiteMap, files: [ActFile], hasContents: Bool, body: [HTML.Node]
) -> Fields {
  let requisites = act.order.requisites
  let address = site.settings.site.address
  return [
    "title": .text(pageTitle(act, on: site)),
    "description": .text(requisites.title == nil ? "" : citation(of: act)),
    "root": .text(URLText.encoded(Path.root(from: act.id))),
    "site": .text(site.settings.site.title),
    "canonical": address.isEmpty ? nil : .text(pageAddress(act, on: site)),
    "feed": .flag(!address.isEmpty),
    "alternates": .list(files.map { ["href": .text($0.rawValue), "type": .text($0.type)] }),
    "layout": hasContents ? "act-page with-contents" : "act-page",
    "scripts": .list([["src": .text("act.js")]]),
    "data": .nodes([.markup(legislation(act, on: site, files: files))]),
    "body": .nodes(body),
  ]
}

/// What an act's letterhead and signature are given.
func actFields(_ act: Act, on site: SiteMap, files: [ActFile]) -> Fields {
  let requisites = act.order.requisites
  let settings = site.settings
  let hasRequisites = requisites.number != nil || requisites.date != nil
  let amendments = requisites.amendedBy.map { amendment -> Fields in
    ["text": .text(text(of: amendment, in: settings))]
  }
  return [
    "draft": .flag(requisites.status?.value == .draft),
    "corner": .flag(hasCornerLetterhead(requisites, settings)),
    "code": codedAddress(of: act, settings).flatMap(code).map { .nodes([$0]) },
    "issuers": .list(
      requisites.issuers.map { issuer in
        let body = settings.body(issuer.value)
        return [
          "name": .text(settings.bodyName(issuer.value)),
          "address": .text(body?.site.flatMap(webAddress) ?? ""),
        ]
      }),
    "kind": .text(kindName(act.order)),
    "requisites": .flag(hasRequisites),
    "number": .text(requisites.number?.value ?? ""),
    "date": .text(requisites.date?.value.printed ?? ""),
    "place": .text(requisites.place?.value ?? ""),
    "title": .text(requisites.title?.value ?? ""),
    "status": .text(statusText(requisites)),
    "statusClass": .text(requisites.status?.value.cssClass ?? ""),
    "amended": .flag(!amendments.isEmpty),
    "amendments": .list(amendments),
    "documents": .list(files.map { ["href": .text($0.rawValue), "name": .text($0.name)] }),
    "signed": .flag(!requisites.signatories.isEmpty || requisites.electronicSignature != nil),
    "signatories": .list(
      requisites.signatories.map {
        ["post": .text($0.post.value), "name": .text($0.name.value)]
      }),
    "electronic": electronicSignature(requisites),
  ]
}

/// The bar code of an act (ГОСТ Р 7.0.97-2025, requisite 31), for the page on paper.
private func code(of address: String) -> HTML.Node? {
  guard let code = QRCode(address) else { return nil }
  let (side, edge) = (code.width + 2 * QRCode.quietZone, QRCode.quietZone)
  let path = code.bars.map { row, columns in
    "M\(columns.lowerBound + edge) \(row + edge)h\(columns.count)v1h-\(columns.count)z"
  }.joined()
  return .element(
    .svg,
    [
      .class("code"), HTML.Attribute("viewBox", "0 0 \(side) \(side)"),
      HTML.Attribute("role", "img"), .label("QR-код: " + address),
    ],
    [.element(.path, [HTML.Attribute("d", path)], [])])
}

/// What the mark of the electronic signature is given, on the page and on paper; `nil` where there is none.
func electronicSignature(_ requisites: Requisites) -> Fields.Content? {
  requisites.electronicSignature.map { signature in
    .list([
      [
        "certificate": .text(signature.certificate?.value ?? ""),
        "owner": .text(signature.owner?.value ?? ""),
        "valid": .flag(signature.from != nil || signature.until != nil),
        "from": .text(signature.from?.value.printed ?? ""),
        "until": .text(signature.until?.value.printed ?? ""),
      ]
    ])
  }
}

/// What an appendix's title and stamp are given.
func stampFields(_ appendix: Appendix, approvedBy act: ApprovingAct) -> Fields {
  [
    "family": .text(appendix.document.family?.cssClass ?? "regulation"),
    "appendixNumber": .text(appendix.number.map(String.init) ?? ""),
    "appendixAlone": .flag(appendix.number == nil && act.namesAppendix),
    "approves": .flag(act.approves),
    "approved": .text(
      approvalParticiple(
        title: appendix.document.requisites.title?.value, kind: appendix.document.kind)),
    "kindInstrumental": .text(act.kind.instrumental),
    "kindDative": .text(act.kind.dative),
    "issuer": .text(act.issuer.utf8.first == 0x20 ? String(act.issuer.dropFirst()) : act.issuer),
    // A draft has neither date nor number yet: lines to write on.
    "requisites": .text(act.requisites.isEmpty ? "от ____________ № ______" : act.requisites),
    "title": .text(title(of: appendix)),
  ]
}

/// An appendix's title as it is printed.
func title(of appendix: Appendix) -> String {
  let requisites = appendix.document.requisites
  if let title = requisites.title?.value, !title.isEmpty { return title }
  return capitalized(requisites.kind?.value.ru ?? "Приложение")
}

/// What an act is called where its title is not wanted: «Приказ от 29.09.2023 № 490-р».
package func citation(of act: Act) -> String {
  let requisites = act.order.requisites
  var words = [kindName(act.order)]
  if let date = requisites.date { words.append("от " + date.value.printed) }
  if let number = requisites.number { words.append("№ " + number.value) }
  return words.joined(separator: " ")
}

/// «Приказ».
func kindName(_ document: Document) -> String { capitalized(document.kind?.ru ?? "Акт") }

/// The status as readers are told it; empty where none is stated.
func statusText(_ requisites: Requisites) -> String {
  guard let status = requisites.status?.value else { return "" }
  let word = capitalized(status.ru)
  guard status == .amended, let date = lastAmendment(requisites) else { return word }
  return word + " " + date
}

extension Status {
  var cssClass: String {
    switch self {
    case .draft: "draft"
    case .inForce: "in-force"
    case .amended: "amended"
    case .repealed: "repealed"
    }
  }
}

/// The text with its first letter large.
func capitalized(_ text: String) -> String {
  guard let first = text.first else { return text }
  return first.uppercased() + text.dropFirst()
}

/// «А», «А и Б», «А, Б и В».
func listed(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " и " + last
}

private func pageTitle(_ act: Act, on site: SiteMap) -> String {
  let title = act.order.requisites.title?.value ?? ""
  let name = title.isEmpty ? citation(of: act) : title
  return name + " – " + site.settings.site.title
}

/// The latest date among the amending acts, as it is written.
private func lastAmendment(_ requisites: Requisites) -> String? {
  let dates = requisites.amendedBy.compactMap { $0.date?.value }
  let last = dates.max { left, right in
    guard let left = left.value else { return true }
    guard let right = right.value else { return false }
    return left < right
  }
  return last?.printed
}

private func text(of amendment: AmendingAct, in settings: Settings) -> String {
  var words: [String] = []
  if let kind = amendment.kind { words.append(capitalized(kind.value)) }
  if let issuer = amendment.issuer {
    let name = settings.bodyName(issuer.value)
    words.append(genitive(ofBody: name) ?? name)
  }
  if let date = amendment.date { words.append("от " + date.value.printed) }
  if let number = amendment.number { words.append("№ " + number.value) }
  return words.joined(separator: " ")
}

private func webAddress(_ site: String) -> String? {
  guard let scheme = URLText.scheme(site) else { return nil }
  return scheme == "https" || scheme == "http" ? URLText.encoded(site) : nil
}

extension DocumentKind.Family {
  fileprivate var cssClass: String {
    switch self {
    case .order: "order"
    case .regulation: "regulation"
    case .roadmap: "roadmap"
    case .roster: "roster"
    case .minutes: "minutes"
    }
  }
}
