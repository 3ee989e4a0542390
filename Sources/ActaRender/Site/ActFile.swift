/// The same act in another form, in the folder of its page.
package enum ActFile: String, Sendable, CaseIterable {
  case pdf = "act.pdf"
  case text = "act.txt"
  case json = "act.json"

  /// What the link to it says.
  var name: String {
    switch self {
    case .pdf: "PDF"
    case .text: "Текст"
    case .json: "JSON"
    }
  }

  /// The media type (RFC 6838).
  var type: String {
    switch self {
    case .pdf: "application/pdf"
    case .text: "text/plain"
    case .json: "application/json"
    }
  }
}
