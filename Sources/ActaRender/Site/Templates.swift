package import ActaDiagnostics

/// What the pages look like: the templates of the department where it has them, Acta's own otherwise.
package struct Templates: Sendable {
  /// The style sheet of the site and its scripts, a department's own in the place of Acta's.
  package let assets: [SiteFile]
  /// Drawings for print, by their file names in the folder `print`.
  let emblems: [String: SVGOutline]
  /// The coats of arms of bodies, by the bodies' keys.
  package var coats: [String: CoatOfArms] = [:]
  private let templates: [Name: Template]

  /// Takes over the templates of a department, by file name.
  ///
  /// One with a mistake is told, and Acta's own is used in its place. Names that nothing uses are left alone.
  package static func load(overrides: [String: String] = [:]) -> Checked<Templates> {
    var findings: [Finding] = []
    var templates: [Name: Template] = [:]
    let drawings = drawings(overrides)
    for name in Name.allCases {
      templates[name] = Template.parsed(name.builtIn, as: name).value
      guard let override = overrides[name.file] else { continue }
      let bytes = Array(override.utf8)
      var own = Template.parsed(bytes, as: name)
      if name.isForPrint { own.findings += markupFindings(bytes, as: name, drawings) }
      findings += own.findings
      if own.findings.isEmpty { templates[name] = own.value }
    }
    let assets = builtInAssets.map { file in
      // A copy that nobody changed is Acta's own.
      let own = overrides[file.path].map { Array($0.utf8) }.flatMap { $0 == file.bytes ? nil : $0 }
      return SiteFile(path: file.path, bytes: own ?? withoutComments(file))
    }
    return Checked(
      Templates(assets: assets, emblems: drawings, templates: templates), findings)
  }

  static let builtInAssets = [
    SiteFile(path: "style.css", bytes: PackageResources.style_css),
    SiteFile(path: "site.js", bytes: PackageResources.site_js),
    SiteFile(path: "act.js", bytes: PackageResources.act_js),
    SiteFile(path: "register.js", bytes: PackageResources.register_js),
    SiteFile(path: "search.js", bytes: PackageResources.search_js),
  ]

  /// A script or style sheet of Acta's own without the lines that are comments and without indents: those who own
  /// templates read them in `templates/`, readers of the site would only load them.
  private static func withoutComments(_ file: SiteFile) -> [UInt8] {
    let isScript = file.path.hasSuffix(".js")
    var out: [UInt8] = []
    for line in file.bytes.split(separator: 0x0A) {
      let words = line.drop { $0 == 0x20 }
      let line = isScript ? line : words
      // A line of a style sheet may begin with the selector of everything.
      let isComment =
        isScript
        ? words.starts(with: "//".utf8) || words.starts(with: "/*".utf8)
          || words.first == UInt8(ascii: "*")
        : words.starts(with: "/*".utf8) && words.suffix(2).elementsEqual("*/".utf8)
      if !isComment {
        out += line
        out.append(0x0A)
      }
    }
    return out
  }

  /// Acta's own.
  package static let builtIn = Templates.load().value

  /// A template filled in, as a part of a tree.
  func nodes(_ name: Name, _ fields: Fields) -> [HTML.Node] {
    var nodes: [HTML.Node] = []
    fill(name, [fields], &nodes)
    return nodes
  }

  /// A template of a page or of one of its blocks; what each may use is said at its head and in `vocabulary`.
  enum Name: String, CaseIterable {
    case page, act, letterhead, signature, appendix, stamp, register, search, deadlines, executors
    case bodies
    case notFound = "not-found"
    case printLetterhead = "print/letterhead"
    case printStamp = "print/stamp"
    case printSignature = "print/signature"
    case printPage = "print/page"

    var isForPrint: Bool { rawValue.utf8.contains(UInt8(ascii: "/")) }
    var file: String { rawValue + (isForPrint ? ".mustache" : ".html") }

    /// Acta's own template.
    var builtIn: [UInt8] {
      switch self {
      case .page: PackageResources.page_html
      case .act: PackageResources.act_html
      case .letterhead: PackageResources.letterhead_html
      case .signature: PackageResources.signature_html
      case .appendix: PackageResources.appendix_html
      case .stamp: PackageResources.stamp_html
      case .register: PackageResources.register_html
      case .search: PackageResources.search_html
      case .deadlines: PackageResources.deadlines_html
      case .executors: PackageResources.executors_html
      case .bodies: PackageResources.bodies_html
      case .notFound: PackageResources.not_found_html
      case .printLetterhead: PackageResources.letterhead_mustache
      case .printStamp: PackageResources.stamp_mustache
      case .printSignature: PackageResources.signature_mustache
      case .printPage: PackageResources.page_mustache
      }
    }
  }

  private func fill(_ name: Name, _ stack: [Fields], _ nodes: inout [HTML.Node]) {
    guard let template = templates[name] else { return }
    fill(template.parts, stack, &nodes)
  }

  private func fill(_ parts: [Template.Part], _ stack: [Fields], _ nodes: inout [HTML.Node]) {
    for part in parts {
      switch part {
      case .markup(let bytes): nodes.append(.markup(bytes))
      case .partial(let name): fill(name, stack, &nodes)
      case .value(let name):
        switch stack.content(name) {
        case .text(let text): nodes.append(.text(text))
        case .nodes(let inner): nodes += inner
        case .flag, .list, nil: break
        }
      case .section(let name, let isInverted, let inner):
        let content = stack.content(name)
        if isInverted {
          if content?.isPresent != true { fill(inner, stack, &nodes) }
        } else if case .list(let items) = content {
          for item in items { fill(inner, stack + [item], &nodes) }
        } else if content?.isPresent == true {
          fill(inner, stack, &nodes)
        }
      }
    }
  }
}

/// What a template is given: names and what stands for them; an empty text counts as absent.
struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  enum Content: Sendable {
    case text(String)
    case flag(Bool)
    case list([Fields])
    case nodes([HTML.Node])

    /// Whether a section with the name is shown.
    var isPresent: Bool {
      switch self {
      case .text(let text): !text.isEmpty
      case .flag(let flag): flag
      case .list(let items): !items.isEmpty
      case .nodes(let nodes): !nodes.isEmpty
      }
    }
  }

  private var contents: [String: Content]

  init(dictionaryLiteral elements: (String, Content?)...) {
    contents = Dictionary(minimumCapacity: elements.count)
    for (name, content) in elements { contents[name] = content }
  }

  subscript(name: String) -> Content? {
    get { contents[name] }
    set { contents[name] = newValue }
  }

  /// The names, those of the lists' items with them.
  var names: Set<String> {
    contents.reduce(into: []) { names, entry in
      names.insert(entry.key)
      if case .list(let items) = entry.value { for item in items { names.formUnion(item.names) } }
    }
  }
}

extension Fields.Content: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension [Fields] {
  /// What a name stands for in the innermost fields that have it.
  fileprivate func content(_ name: String) -> Fields.Content? {
    for fields in reversed() { if let content = fields[name] { return content } }
    return nil
  }
}
