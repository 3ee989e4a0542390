import ActaDiagnostics
import ActaModel

/// Tells each character that no face has where it first stands in each document of an act.
func missingCharacters(_ missing: Set<UInt32>, in act: Act) -> [Finding] {
  var findings: [Finding] = []
  for document in act.documents {
    var search = CharacterSearch(missing: missing)
    search.look(at: document.requisites)
    document.forEachProse { search.look(at: $0) }
    document.forEachBlock {
      if case .verbatim(let verbatim) = $0 { search.look(at: verbatim.text, verbatim.span) }
    }
    for (scalar, place) in search.found.sorted(by: { $0.key < $1.key }) {
      findings.append(finding(scalar, in: document.path, place))
    }
  }
  return findings
}

/// Where characters stand in the source of one document.
private struct CharacterSearch {
  struct Place {
    var span: Span?
    var count: Int
  }

  let missing: Set<UInt32>
  private(set) var found: [UInt32: Place] = [:]

  mutating func look(at prose: Prose) {
    var offset = 0
    for scalar in prose.text.unicodeScalars {
      let count = UTF8.width(scalar)
      if missing.contains(scalar.value) {
        add(scalar.value, prose.span(of: offset..<offset + count) ?? prose.span)
      }
      offset += count
    }
  }

  /// Text of front matter, whose characters have no places of their own.
  mutating func look(at text: String, _ span: Span?) {
    for scalar in text.unicodeScalars where missing.contains(scalar.value) {
      add(scalar.value, span)
    }
  }

  mutating func look(at requisites: Requisites) {
    let texts =
      [requisites.title, requisites.number, requisites.place].compactMap(\.self)
      + requisites.issuers + requisites.signatories.flatMap { [$0.post, $0.name] }
      + [requisites.electronicSignature?.certificate, requisites.electronicSignature?.owner]
      .compactMap(\.self)
    for text in texts { look(at: text.value, text.span) }
  }

  private mutating func add(_ scalar: UInt32, _ span: Span?) {
    found[scalar, default: Place(span: span, count: 0)].count += 1
  }
}

private func finding(_ scalar: UInt32, in file: String, _ place: CharacterSearch.Place) -> Finding {
  let code = "U+" + padded(String(scalar, radix: 16, uppercase: true))
  let more =
    place.count > 1
    ? Text(ru: "; в файле их \(place.count)", en: "; there are \(place.count) in the file")
    : Text(ru: "", en: "")
  return Finding(
    "print/missing-character", .warning, file: file, at: place.span,
    Text(
      ru:
        "Знака \(code) нет ни в одном начертании шрифта или его контур испорчен: в PDF вместо него стоит «◊»"
        + more.ru,
      en:
        "No face of the font has the character \(code), or its outline is damaged: the PDF shows «◊» instead"
        + more.en))
}

private func padded(_ digits: String) -> String {
  String(repeating: "0", count: max(4 - digits.count, 0)) + digits
}
