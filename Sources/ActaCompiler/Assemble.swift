import ActaDiagnostics
import ActaModel

/// Puts orders and their appendices together by what their front matter says.
func assemble(_ documents: [Document], settings: Settings) -> Checked<Repository> {
  var assembler = Assembler(documents: documents)
  assembler.assemble()
  return Checked(
    Repository(settings: settings, acts: assembler.acts, orphans: assembler.orphans),
    assembler.findings)
}

private struct Assembler {
  let documents: [Document]
  let byPath: [String: Document]
  var acts: [Act] = []
  var orphans: [Document] = []
  var findings: [Finding] = []
  /// Which order's file has an address.
  private var addresses: [String: String] = [:]

  init(documents: [Document]) {
    self.documents = documents
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
      let near = neighbour(of: resolved)
      report("source/missing-file", order, path.span, .missing(path.value, near: near))
      return nil
    }
    if isHead(found) {
      report("source/wrong-value", order, path.span, .orderAsAppendix(path.value))
      return nil
    }
    return found
  }

  /// The name of a file in the same folder that a mistyped path may mean.
  private mutating func neighbour(of path: String) -> String? {
    let (folder, name) = Self.parts(path)
    return nearName(name, among: names[folder] ?? [])
  }

  /// The names of files by their folders, in the order of the alphabet.
  private lazy var names: [String: [String]] = Dictionary(
    grouping: byPath.keys.map(Self.parts), by: \.folder
  ).mapValues { $0.map(\.name).sorted() }

  private static func parts(_ path: String) -> (folder: String, name: String) {
    let parts = path.split(separator: "/")
    return (
      parts.dropLast().joined(separator: "/"), parts.last.map { String($0) } ?? path
    )
  }

  /// The folder that an act is published in; one that another act has already gets a number behind it, and is told.
  private mutating func address(of document: Document) -> String {
    var wanted = Self.id(document.path)
    if Self.isOfSite(wanted) {
      findings.append(
        Finding(
          "source/wrong-value", .error, file: document.path, at: nil, .addressOfSite(wanted)))
      let first = wanted.prefix { $0 != "/" }
      wanted = first + "-2" + wanted.dropFirst(first.count)
    }
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

  /// Whether a folder would stand where the site may have a file: `index.html.md` at the root is published so.
  private static func isOfSite(_ address: String) -> Bool {
    let first = address.prefix { $0 != "/" }.lowercased()
    return ["html", "json", "js", "css", "ics", "xml"].contains { first.hasSuffix("." + $0) }
  }

  private mutating func report(_ rule: RuleID, _ document: Document, _ span: Span, _ message: Text)
  {
    findings.append(Finding(rule, .error, file: document.path, at: span, message))
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

  fileprivate static func addressOfSite(_ address: String) -> Text {
    Text(
      ru: "Адрес «\(address)» принадлежит файлам сайта; переименуйте файл или папку",
      en: "Address «\(address)» belongs to the files of the site; rename the file or the folder")
  }

  fileprivate static let takenBy = Text(ru: "этот акт", en: "this act")

  static func outside(_ path: String) -> Text {
    Text(
      ru: "Путь «\(path)» ведёт за пределы папки актов",
      en: "Path «\(path)» leads out of the folder of acts")
  }

  static func missing(_ path: String, near: String? = nil) -> Text {
    let (ru, en) = nearHint(near)
    return Text(ru: "Файла «\(path)» нет\(ru)", en: "There is no file «\(path)»\(en)")
  }

  fileprivate static func orderAsAppendix(_ path: String) -> Text {
    Text(
      ru: "«\(path)» – сам акт, а не приложение", en: "«\(path)» is an act itself, no appendix")
  }
}
