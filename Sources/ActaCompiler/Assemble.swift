import ActaDiagnostics
import ActaModel

/// Puts orders and their appendices together and holds the paths that documents name against what there is.
func assemble(
  _ documents: [Document], settings: Settings, world: some World
) -> Checked<Repository> {
  var assembler = Assembler(documents: documents, world: world)
  assembler.assemble()
  assembler.checkPaths()
  return Checked(
    Repository(settings: settings, acts: assembler.acts, orphans: assembler.orphans),
    assembler.findings)
}

private struct Assembler<Outside: World> {
  let documents: [Document]
  let world: Outside
  let byPath: [String: Document]
  var acts: [Act] = []
  var orphans: [Document] = []
  var findings: [Finding] = []
  /// Which order's file has an address.
  private var addresses: [String: String] = [:]

  init(documents: [Document], world: Outside) {
    self.documents = documents
    self.world = world
    byPath = Dictionary(documents.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func assemble() {
    var listed: Set<String> = []
    for document in documents where isHead(document) {
      let paths = document.requisites.appendices
      var appendices: [Appendix] = []
      for path in paths {
        guard let found = appendix(at: path, of: document) else { continue }
        listed.insert(found.path)
        appendices.append(Appendix(number: nil, document: found))
      }
      if paths.count > 1 {
        for index in appendices.indices { appendices[index].number = index + 1 }
      }
      acts.append(Act(order: document, appendices: appendices, id: address(of: document)))
    }
    for document in documents where !isHead(document) && !listed.contains(document.path) {
      orphans.append(document)
      // Where the kind is unknown the missing key has been told.
      guard document.kind != nil else { continue }
      findings.append(
        Finding("source/orphan-file", .error, file: document.path, at: nil, .orphan))
    }
  }

  private func isHead(_ document: Document) -> Bool {
    document.family == .order || document.family == .minutes
  }

  private mutating func appendix(at path: Spanned<String>, of order: Document) -> Document? {
    guard let resolved = RepositoryPath.resolve(path.value, from: order.path) else {
      report("source/path-outside", order, path.span, .outside(path.value))
      return nil
    }
    guard let found = byPath[resolved] else {
      report(
        "source/missing-file", order, path.span, .missing(path.value, near: neighbour(of: resolved))
      )
      return nil
    }
    if isHead(found) {
      report("source/wrong-value", order, path.span, .orderAsAppendix(path.value))
      return nil
    }
    return found
  }

  /// The name of a file in the same folder that a mistyped path may mean.
  private func neighbour(of path: String) -> String? {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let names = byPath.keys.filter {
      $0.split(separator: "/").dropLast().joined(separator: "/") == folder
    }.compactMap { $0.split(separator: "/").last.map(String.init) }
    return nearName(path.split(separator: "/").last.map(String.init) ?? path, among: names.sorted())
  }

  /// The folder that an act is published in; one that another act has already gets a number behind it, and is told.
  private mutating func address(of document: Document) -> String {
    let wanted = Self.id(document.path)
    guard let other = addresses[wanted] else {
      addresses[wanted] = document.path
      return wanted
    }
    findings.append(
      Finding(
        "source/wrong-value", .error, file: document.path, at: nil, .takenAddress(wanted),
        places: [Place(file: other, at: nil, .takenBy)]))
    var count = 2
    while addresses["\(wanted)-\(count)"] != nil { count += 1 }
    addresses["\(wanted)-\(count)"] = document.path
    return "\(wanted)-\(count)"
  }

  /// The order's folder where its file is `order.md`, else its path without the ending.
  private static func id(_ path: String) -> String {
    let plain = String(path.dropLast(".md".count))
    return plain.hasSuffix("/order") ? String(plain.dropLast("/order".count)) : plain
  }

  // MARK: Paths

  mutating func checkPaths() {
    for document in documents {
      if let path = document.requisites.implements { checkSuperior(path, in: document) }
      for (destination, span, isImage) in Links.all(in: document) {
        checkLink(destination, span, isImage, in: document)
      }
    }
  }

  private mutating func checkSuperior(_ path: Spanned<String>, in document: Document) {
    guard let resolved = RepositoryPath.resolve(path.value, from: document.path) else {
      report("source/path-outside", document, path.span, .outside(path.value))
      return
    }
    guard let found = byPath[resolved] else {
      report("source/missing-file", document, path.span, .missing(path.value))
      return
    }
    guard found.family != .roadmap, found.kind != nil else { return }
    report("source/wrong-value", document, path.span, .noRoadmap(path.value))
  }

  private mutating func checkLink(
    _ destination: String, _ span: Span, _ isImage: Bool, in document: Document
  ) {
    if RepositoryPath.hasScheme(destination) || destination.hasPrefix("//") {
      if isImage { report("source/path-outside", document, span, .imageOutside(destination)) }
      return
    }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty else { return }
    guard let resolved = RepositoryPath.resolve(RepositoryPath.decoded(path), from: document.path)
    else {
      report("source/path-outside", document, span, .outside(destination))
      return
    }
    if byPath[resolved] == nil, !world.isFile(resolved) {
      report("source/missing-file", document, span, .missing(destination))
    }
  }

  private mutating func report(_ rule: RuleID, _ document: Document, _ span: Span, _ message: Text)
  {
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
  fileprivate static let orphan = Text(
    ru: "Приложение не названо ни в одном акте: впишите его путь в «приложения» приказа",
    en: "No act lists this appendix: add its path to «appendices» of an order")

  fileprivate static func takenAddress(_ address: String) -> Text {
    Text(
      ru: "Адрес «\(address)» занят другим актом; переименуйте файл или папку",
      en: "Address «\(address)» is taken by another act; rename the file or the folder")
  }

  fileprivate static let takenBy = Text(ru: "этот акт", en: "this act")

  fileprivate static func outside(_ path: String) -> Text {
    Text(
      ru: "Путь «\(path)» ведёт за пределы папки актов",
      en: "Path «\(path)» leads out of the folder of acts")
  }

  fileprivate static func missing(_ path: String, near: String? = nil) -> Text {
    let (ru, en) = nearHint(near)
    return Text(ru: "Файла «\(path)» нет\(ru)", en: "There is no file «\(path)»\(en)")
  }

  fileprivate static func orderAsAppendix(_ path: String) -> Text {
    Text(
      ru: "«\(path)» – сам акт, а не приложение", en: "«\(path)» is an act itself, no appendix")
  }

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
