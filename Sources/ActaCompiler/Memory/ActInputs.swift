import ActaLanguage
import ActaModel

/// A file that something was made of.
struct FileInput: Hashable, Sendable {
  var path: String
  var digest: Digest?
}

/// Everything outside the common settings that an act's findings and files are made of.
struct ActInputs: Hashable, Sendable {
  struct Superior: Hashable, Sendable {
    var file: FileInput
    /// Whose calendar holds for it.
    var issuers: [String]
  }

  /// The act that a citation names, as a link calls it.
  struct CitedName: Hashable, Sendable {
    var id: String
    var citation: String
    var title: String
  }

  var id: String
  var numbers: [Int?]
  var documents: [FileInput]
  var superiors: [Superior]
  /// Whether there is a file at each path that the text leads to.
  var links: [String: Bool]
  var citations: [Citation: CitedName?]
  /// The bodies that the folder knows, where the act has a roadmap to hold against them.
  var bodies: Digest?
}
