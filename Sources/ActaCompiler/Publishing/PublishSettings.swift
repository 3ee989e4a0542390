package import ActaRender

/// A form in which acts are published.
package enum PublishedFormat: String, Sendable, CaseIterable {
  /// Pages, and the register that leads to them.
  case html
  case txt, pdf, json
}

/// What a folder of acts is published with.
package struct PublishSettings: Sendable {
  package var formats: Set<PublishedFormat>
  package var templates: Templates
  package var hyphenator: Hyphenator?
  /// Without faces no PDF is made.
  package var faces: PrintFaces?
  package var withRules: Bool
  /// Tells templates, faces and patterns from others, for who remembers what was made with them.
  package var fingerprint: String

  package init(
    formats: Set<PublishedFormat> = Set(PublishedFormat.allCases), templates: Templates,
    hyphenator: Hyphenator? = nil, faces: PrintFaces? = nil, withRules: Bool = true,
    fingerprint: String = ""
  ) {
    self.formats = formats
    self.templates = templates
    self.hyphenator = hyphenator
    self.faces = faces
    self.withRules = withRules
    self.fingerprint = fingerprint
  }

  /// The settings for a folder whose bodies have coats of arms.
  func with(_ coats: [String: CoatOfArms]) -> PublishSettings {
    var settings = self
    settings.templates.coats = coats
    return settings
  }
}
