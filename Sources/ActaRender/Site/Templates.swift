package import ActaDiagnostics
import Mustache

/// What the pages look like: the templates of the department where it has them, Acta's own otherwise.
package struct Templates: Sendable {
  /// The style sheet of the site, `style.css`.
  package let style: [UInt8]
  private let library: MustacheLibrary

  /// Takes over the templates of a department, by file name.
  ///
  /// One with a mistake is told, and Acta's own is used in its place. Names that no page uses are left alone, since
  /// print has templates of its own.
  package static func load(overrides: [String: String] = [:]) -> Checked<Templates> {
    var findings: [Finding] = []
    var library = MustacheLibrary()
    for name in Name.allCases {
      library.register(parsed(name, overrides[name.file], &findings), named: name.rawValue)
    }
    let style = overrides["style.css"].map { Array($0.utf8) } ?? PackageResources.style_css
    return Checked(Templates(style: style, library: library), findings)
  }

  /// A template's markup as a part of a tree, with the nodes that it is to hold in their places.
  func nodes(_ name: Name, _ fields: Fields) -> [HTML.Node] {
    var slots: [[HTML.Node]] = []
    let text = library.render(fields.prepared(&slots), withTemplate: name.rawValue) ?? ""
    return Self.fill(Array(text.utf8), with: slots)
  }

  /// A template of a page or of one of its blocks; what each may use is said at its head and in `vocabulary`.
  enum Name: String, CaseIterable {
    case page, act, letterhead, signature, appendix, stamp, register

    var file: String { rawValue + ".html" }

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
      }
    }
  }

  private static func parsed(
    _ name: Name, _ override: String?, _ findings: inout [Finding]
  ) -> MustacheTemplate {
    if let override {
      let offences = TemplateCheck.findings(override, name)
      findings += offences
      if offences.isEmpty {
        do { return try compiled(override) } catch {
          findings.append(TemplateCheck.unreadable(name))
        }
      }
    }
    do { return try compiled(String(decoding: name.builtIn, as: UTF8.self)) } catch {
      preconditionFailure("\(name.file) in the binary is no template")
    }
  }

  private static func compiled(_ text: String) throws -> MustacheTemplate {
    Escaping.register
    return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(Escaping.name)}}\n" + text)
  }

  /// Puts nodes where `Fields.prepared` has left the marks for them.
  private static func fill(_ bytes: [UInt8], with slots: [[HTML.Node]]) -> [HTML.Node] {
    var nodes: [HTML.Node] = []
    for (index, piece) in bytes.split(separator: 0, omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 0 {
        nodes.append(.markup(Array(piece)))
      } else if let slot = Int(String(decoding: piece, as: UTF8.self)), slots.indices.contains(slot)
      {
        nodes += slots[slot]
      }
    }
    return nodes
  }
}

/// What a template is given: names and what stands for them; an empty text counts as absent.
struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  enum Content: Sendable {
    case text(String)
    case flag(Bool)
    case list([Fields])
    /// For `{{{name}}}` alone.
    case nodes([HTML.Node])
    /// The place of nodes, once they are set aside.
    case slot(Int)
  }

  fileprivate var values: [String: Content]

  init(dictionaryLiteral elements: (String, Content?)...) {
    values = [:]
    for (name, value) in elements { values[name] = value }
  }

  subscript(name: String) -> Content? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// The names, those of the lists' items with them.
  var names: Set<String> {
    values.reduce(into: []) { names, entry in
      names.insert(entry.key)
      if case .list(let items) = entry.value { for item in items { names.formUnion(item.names) } }
    }
  }

  /// The fields with nodes set aside in `slots`.
  fileprivate func prepared(_ slots: inout [[HTML.Node]]) -> Fields {
    var prepared = self
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .nodes(let nodes):
        prepared.values[name] = nodes.isEmpty ? nil : .slot(slots.count)
        slots.append(nodes)
      case .list(let items):
        var done: [Fields] = []
        for item in items { done.append(item.prepared(&slots)) }
        prepared.values[name] = .list(done)
      case .text, .flag, .slot: break
      }
    }
    return prepared
  }
}

extension Fields: MustacheParent {
  func child(named name: String) -> Any? {
    switch values[name] {
    case .text(let text): text.isEmpty ? nil : text
    case .flag(let flag): flag
    case .list(let items): items
    // No text of an act can hold this: escaping has no NUL pass.
    case .slot(let index): "\0\(index)\0"
    case .nodes, nil: nil
    }
  }
}

extension Fields.Content: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
}

/// The encoder's escaping for what Mustache writes: it knows more than Mustache's own and scans bytes.
private struct Escaping: MustacheContentType {
  static let name = "ACTA"
  static let register: Void = MustacheContentTypes.register(Escaping(), named: name)

  func escapeText(_ text: String) -> String { HTML.escaped(text) }
}
