package import ActaDiagnostics
package import ActaLanguage
package import ActaModel

/// One citation of an act, as it is held against others.
package struct CitedPlace: Sendable {
  package var citation: Citation
  /// As numbers are compared.
  var number: String
  var issuer: [Letters]
  var title: [Letters]
  package var file: String
  package var span: Span?
  /// The act's own requisites, which no citation outvotes.
  var isOwn = false
}

extension ReadAct {
  /// What the act is, and whatever its documents cite.
  package func citations(_ settings: Settings) -> [CitedPlace] {
    (ownPlace(settings).map { [$0] } ?? []) + documents.flatMap { $0.citations(settings) }
  }

  private func ownPlace(_ settings: Settings) -> CitedPlace? {
    let requisites = act.order.requisites
    guard let form = act.order.kind?.citationForm, let number = requisites.number,
      let date = requisites.date?.value.value, requisites.issuers.count == 1,
      let issuer = requisites.issuers.first
    else { return nil }
    let name = settings.bodyName(issuer.value)
    let citation = Citation(
      form, issuer: name, date: date, number: number.value, title: requisites.title?.value)
    return CitedPlace(
      citation: citation, number: plainNumber(number.value), issuer: stems(of: name),
      title: titleStems(citation.title), file: act.order.path, span: number.span, isOwn: true)
  }
}

extension ReadDocument {
  /// Whatever the document cites by date and number.
  package func citations(_ settings: Settings) -> [CitedPlace] {
    var places: [CitedPlace] = []
    for passage in passages where passage.isCiting {
      for reference in passage.references {
        guard let citation = reference.value.citation, let number = citation.number,
          citation.date != nil
        else { continue }
        places.append(
          CitedPlace(
            citation: citation, number: plainNumber(number),
            issuer: citation.issuer.map { stems(of: settings.bodyName($0)) } ?? [],
            title: titleStems(citation.title), file: path,
            span: passage.place(of: reference.span)))
      }
    }
    return places
  }
}

private func titleStems(_ title: String?) -> [Letters] {
  guard let title, title.utf8.count < 1000 else { return [] }
  return stems(of: title).filter { !$0.isFunctionWord }
}

extension Passage {
  /// Whether citations of the text are held against each other: editorial notes are an editor's words.
  fileprivate var isCiting: Bool { isNorm && !references.isEmpty }
}
