import ActaDiagnostics
import ActaModel

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

  /// The coat of arms that stands on the letterhead of an act.
  func coat(of requisites: Requisites, _ settings: Settings) -> PrintCoat? {
    guard let outline = templates.coat(of: requisites, settings)?.outline else { return nil }
    let names = requisites.issuers.map { settings.bodyName($0.value) }
    return PrintCoat(outline: outline, meaning: "Герб. " + names.joined(separator: ", "))
  }

  /// A print template filled in.
  func markup(
    _ name: Templates.Name, _ fields: Fields, coat: PrintCoat? = nil
  ) -> PrintMarkupReader {
    PrintMarkupReader(templates.nodes(name, fields), emblems: templates.emblems, coat: coat)
  }
}
