import ActaDiagnostics
import ActaModel

/// The places of one small offence in a document: told one by one while they are few, and in one
/// finding where the document does it throughout.
struct RepeatedOffence {
  struct Hit {
    var span: Span
    var message: Text
    var edits: [Fix.Edit]
    var safety: Fix.Safety = .safe
  }

  var hits: [Hit] = []
  /// What is beyond these waits until they are mended.
  private static let most = 10_000
  /// More than these are told together.
  var limit = 3

  mutating func add(
    _ span: Span?, _ message: Text, _ edits: [Fix.Edit] = [], _ safety: Fix.Safety = .safe
  ) {
    guard let span, hits.count < Self.most else { return }
    hits.append(Hit(span: span, message: message, edits: edits, safety: safety))
  }

  /// Tells what was gathered: `together` says it of the whole document, which is told so in any case where it
  /// `isConsistent`.
  func tell(
    in file: String, _ report: inout Report, fix title: Text, isConsistent: Bool = false,
    together: (Int) -> Text
  ) {
    guard hits.count > limit || isConsistent && hits.count > 1, let first = hits.first else {
      for hit in hits {
        report(
          file, at: hit.span, hit.message,
          fix: hit.edits.isEmpty ? nil : Fix(title, hit.safety, hit.edits))
      }
      return
    }
    let edits = hits.filter { $0.safety == .safe }.flatMap(\.edits)
    report(
      file, at: first.span, together(hits.count), level: .note,
      places: hits.dropFirst().map { Place(file: file, at: $0.span, .another) },
      fix: edits.isEmpty ? nil : Fix(title, .safe, edits))
  }
}

extension Text {
  fileprivate static let another = Text(ru: "и здесь", en: "and here")
}
