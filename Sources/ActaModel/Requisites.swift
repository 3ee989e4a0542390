package import ActaDiagnostics

/// What front matter says of a document, each value with its place.
package struct Requisites: Sendable, Hashable {
  package var kind: Spanned<DocumentKind>?
  package var title: Spanned<String>?
  package var number: Spanned<String>?
  package var date: Spanned<StatedDate>?
  package var place: Spanned<String>?
  /// Names, or keys of `органы` in acta.yml; more than one for a joint act.
  package var issuers: [Spanned<String>] = []
  package var signatories: [Signatory] = []
  package var appendices: [Spanned<String>] = []
  package var effective: Spanned<String>?
  package var status: Spanned<Status>?
  package var amendedBy: [AmendingAct] = []
  package var electronicSignature: ElectronicSignature?
  package var body: Spanned<String>?
  package var short: Spanned<String>?
  package var quorum: Spanned<String>?
  package var majority: Spanned<String>?
  package var implements: Spanned<String>?
  package var id: Spanned<String>?

  package init() {}
}

/// A date that keeps its spelling for print and its value for checks.
package struct StatedDate: Sendable, Hashable {
  package var text: String
  package var value: CalendarDate?

  package init(text: String, value: CalendarDate?) {
    self.text = text
    self.value = value
  }
}

/// Who signed: a post and a name.
package struct Signatory: Sendable, Hashable {
  package var post: Spanned<String>
  package var name: Spanned<String>

  package init(post: Spanned<String>, name: Spanned<String>) {
    self.post = post
    self.name = name
  }
}

package enum Status: String, Sendable, Hashable, CaseIterable {
  case draft, inForce, amended, repealed

  package var ru: String {
    switch self {
    case .draft: "проект"
    case .inForce: "действует"
    case .amended: "изменён"
    case .repealed: "утратил силу"
    }
  }

  package var en: String {
    switch self {
    case .draft: "draft"
    case .inForce: "in force"
    case .amended: "amended"
    case .repealed: "repealed"
    }
  }
}

/// An act that amended this one.
package struct AmendingAct: Sendable, Hashable {
  package var kind: Spanned<String>?
  package var issuer: Spanned<String>?
  package var date: Spanned<StatedDate>?
  package var number: Spanned<String>?
  package var span: Span

  package init(
    kind: Spanned<String>?, issuer: Spanned<String>?, date: Spanned<StatedDate>?,
    number: Spanned<String>?, span: Span
  ) {
    self.kind = kind
    self.issuer = issuer
    self.date = date
    self.number = number
    self.span = span
  }
}

/// The mark of an electronic signature (ГОСТ Р 7.0.97, requisite 23).
package struct ElectronicSignature: Sendable, Hashable {
  package var certificate: Spanned<String>?
  package var owner: Spanned<String>?
  package var from: Spanned<StatedDate>?
  package var until: Spanned<StatedDate>?
  package var span: Span

  package init(
    certificate: Spanned<String>?, owner: Spanned<String>?, from: Spanned<StatedDate>?,
    until: Spanned<StatedDate>?, span: Span
  ) {
    self.certificate = certificate
    self.owner = owner
    self.from = from
    self.until = until
    self.span = span
  }
}
