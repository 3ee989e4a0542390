package import ActaDiagnostics

/// What the pages look like: the templates of the department where it has them, Acta's own otherwise.
package struct Templates: Sendable {
  /// The style sheet of the site, `style.css`.
  package let style: [UInt8]
  /// Drawings for print, by their file names in the folder `print`.
  let emblems: [String: SVGOutline]
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
    let style = overrides["style.css"].map { Array($0.utf8) } ?? PackageResources.style_css
    return Checked(
      Templates(style: style, emblems: drawings, templates: templates), findings)
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
    case page, act, letterhead, signature, appendix, stamp, register
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
