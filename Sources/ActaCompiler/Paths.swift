import ActaDiagnostics
import ActaModel

/// Holds the paths that a document names in its text, and the superior roadmap, against what there is; the paths that
/// the text leads to.
func checkPaths(
  _ document: Document, in survey: Survey, isFile: @escaping (String) -> Bool
) -> Checked<[String]> {
  var checker = PathChecker(document: document, survey: survey, isFile: isFile)
  if let path = document.requisites.implements { checker.checkSuperior(path) }
  for (destination, span, isImage) in Links.all(in: document) {
    checker.checkLink(destination, span, isImage)
  }
  return Checked(checker.links, checker.findings)
}

private struct PathChecker {
  let document: Document
  let survey: Survey
  let isFile: (String) -> Bool
  var findings: [Finding] = []
  var links: [String] = []

  mutating func checkSuperior(_ path: Spanned<String>) {
    guard let resolved = RepositoryPath.resolve(path.value, from: document.path) else {
      report("source/path-outside", path.span, .outside(path.value))
      return
    }
    guard let found = survey.heads[resolved] else {
      report("source/missing-file", path.span, .missing(path.value))
      return
    }
    guard found.family != .roadmap, found.kind != nil else { return }
    report("source/wrong-value", path.span, .noRoadmap(path.value))
  }

  mutating func checkLink(_ destination: String, _ span: Span, _ isImage: Bool) {
    if RepositoryPath.hasScheme(destination) || destination.hasPrefix("//") {
      if isImage { report("source/path-outside", span, .imageOutside(destination)) }
      return
    }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty else { return }
    guard let resolved = RepositoryPath.resolve(RepositoryPath.decoded(path), from: document.path)
    else {
      report("source/path-outside", span, .outside(destination))
      return
    }
    links.append(resolved)
    if survey.heads[resolved] == nil, !isFile(resolved) {
      report("source/missing-file", span, .missing(destination))
    }
  }

  private mutating func report(_ rule: RuleID, _ span: Span, _ message: Text) {
    findings.append(Finding(rule, .error, file: document.path, at: span, message))
  }
}

/// The links and images of a document's text.
private enum Links {
  static func all(in document: Document) -> [(destination: String, span: Span, isImage: Bool)] {
    var found: [(String, Span, Bool)] = []
    document.forEachProse { prose in
      for mark in prose.marks {
        let span = prose.span(of: mark.range) ?? prose.span ?? Span(0, 0)
        switch mark.kind {
        case .link(let destination, _): found.append((destination, span, false))
        case .image(let source, _): found.append((source, span, true))
        case .emphasis, .strong, .struck, .code, .lineBreak, .footnote: break
        }
      }
    }
    return found
  }
}

extension Text {
  fileprivate static func noRoadmap(_ path: String) -> Text {
    Text(
      ru: "«\(path)» – не дорожная карта и не план мероприятий",
      en: "«\(path)» is neither a roadmap nor an action plan")
  }

  fileprivate static func imageOutside(_ address: String) -> Text {
    Text(
      ru: "Картинка «\(address)» не из папки актов; страница не должна ничего загружать со стороны",
      en:
        "Picture «\(address)» is not from the folder of acts; a page must load nothing from elsewhere"
    )
  }
}
