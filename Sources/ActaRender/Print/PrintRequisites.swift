import ActaDiagnostics
import ActaModel

/// What the letterhead of a printed act is given (ГОСТ Р 7.0.97, requisites 01, 05, 09, 10, 11, 13, 31).
func letterheadFields(_ act: Act, _ settings: Settings, hasCoat: Bool) -> Fields {
  let requisites = act.order.requisites
  let isDraft = requisites.status?.value == .draft
  // A draft has neither date nor number yet: lines to write on.
  let blank = isDraft ? "____________" : ""
  let date = requisites.date?.value.printed ?? blank
  let number = requisites.number.map { numbered($0.value) } ?? (isDraft ? "№ \(blank)" : "")
  let kind = requisites.kind.map { capitalized($0.value.ru) } ?? ""
  return [
    "draft": .flag(isDraft),
    "corner": .flag(hasCornerLetterhead(requisites, settings)),
    "emblem": .flag(hasCoat),
    "code": .text(codedAddress(of: act, settings) ?? ""),
    "issuers": .list(
      requisites.issuers.map {
        let name = settings.bodyName($0.value)
        return ["name": .text(name), "nameCapitals": .text(name.uppercased())]
      }),
    "kind": .text(kind),
    "kindCapitals": .text(kind.uppercased()),
    "requisites": .flag(!date.isEmpty || !number.isEmpty),
    "date": .text(date),
    "number": .text(number),
    "place": .text(requisites.place?.value ?? ""),
    "title": .text(requisites.title?.value ?? ""),
  ]
}

/// Whether the requisites stand in the corner, as the first issuer has it.
func hasCornerLetterhead(_ requisites: Requisites, _ settings: Settings) -> Bool {
  requisites.issuers.first.flatMap { settings.body($0.value) }?.letterhead == .corner
}

/// What the bar code of an act says, its permanent address; `nil` where there is none, for drafts, and for acts from
/// before the standard knew of it.
func codedAddress(of act: Act, _ settings: Settings) -> String? {
  let requisites = act.order.requisites
  guard requisites.status?.value != .draft, !settings.site.address.isEmpty,
    let date = requisites.date?.value.value, RequisitesStandard(on: date) == .of2025
  else { return nil }
  return pageAddress(act, on: SiteMap([], settings: settings))
}

/// What the block of signatures is given (requisites 22 and 23).
func signatureFields(_ requisites: Requisites) -> Fields {
  var signatories: [Fields] = []
  for signatory in requisites.signatories {
    signatories.append([
      "post": .text(signatory.post.value), "name": .text(signatory.name.value),
      "first": .flag(signatories.isEmpty),
    ])
  }
  return [
    "signatories": .list(signatories),
    "electronic": electronicSignature(requisites),
  ]
}

/// What the frame of printed pages is given.
func pageFields(_ requisites: Requisites, page: Int) -> Fields {
  [
    "page": .text(String(page)), "draft": .flag(requisites.status?.value == .draft),
    "number": .text(requisites.number.map { numbered($0.value) } ?? ""),
    "title": .text(requisites.title?.value ?? ""),
  ]
}

/// The title, in the middle or below a letterhead in the corner, unless the text itself begins with it.
func title(
  of document: Document, before body: [Block], isInCorner: Bool = false
) -> [PrintBlock] {
  guard let title = document.requisites.title?.value, !title.isEmpty else { return [] }
  if case .provision(let first)? = body.first, first.headingLevel != nil, first.number == nil,
    first.text.text.lowercased().split(whereSeparator: \.isWhitespace)
      == title.lowercased().split(whereSeparator: \.isWhitespace)
  {
    return []
  }
  return [.paragraph(PrintParagraph(PrintText(title), isInCorner ? .cornerTitle : .title))]
}

/// A stamp that the source carries itself.
func ownStamp(_ provision: Provision) -> PrintBlock {
  var text = PrintText(provision.text)
  let first = provision.text.text.prefix { $0.isLetter }
  if first.count < provision.text.text.count, first.lowercased().hasPrefix("утвержд") {
    text.breakAfterFirstWord()
  }
  text.breakBeforeDate()
  return .paragraph(PrintParagraph(text, PrintStyle.stamp.with { $0.spaceAfter = 2 }))
}

/// A registration number behind its sign, which it may bring along.
func numbered(_ number: String) -> String {
  number.hasPrefix("№") || number.hasPrefix("N ") ? number : "№ \(number)"
}
