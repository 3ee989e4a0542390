/// What print takes besides the acts.
package struct PrintSupplies: Sendable {
  /// The letterhead, stamps, signatures and the frame of pages are templates.
  package var templates: Templates
  /// Parts words at ends of lines; without one they stay whole.
  package var hyphenator: Hyphenator?

  package init(templates: Templates = .builtIn, hyphenator: Hyphenator? = nil) {
    self.templates = templates
    self.hyphenator = hyphenator
  }

  /// A print template filled in.
  func markup(_ name: Templates.Name, _ fields: Fields) -> PrintMarkupReader {
    PrintMarkupReader(templates.nodes(name, fields), emblems: templates.emblems)
  }
}
