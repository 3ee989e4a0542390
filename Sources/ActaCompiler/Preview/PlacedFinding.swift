package import ActaDiagnostics
import ActaModel
import ActaParser

/// A finding with its place on the act's page.
package struct PlacedFinding: Sendable {
  package var finding: Finding
  /// The nearest address of the page that holds it; empty for the page as a whole.
  package var anchor: String
  /// The words that it speaks of, as the source has them.
  package var words: String
  /// From 1; `nil` for the file as a whole.
  package var line: Int?
}

extension OpenedFolder {
  /// Where the findings of an act's documents belong on its page.
  package func placed(_ findings: [Finding], onPageOf id: String) -> [PlacedFinding] {
    guard let act = survey.repository.acts.first(where: { $0.id == id }) else { return [] }
    let parts =
      [(act.order, "", "act")]
      + act.appendices.map { ($0.document, $0.address + "-", $0.address) }
    return parts.flatMap { head, prefix, beginning -> [PlacedFinding] in
      let own = findings.filter { $0.file == head.path }
      guard !own.isEmpty, let source = sources[head.path] else { return [] }
      let document = parse(source).value
      return own.map { finding in
        let address = finding.span.flatMap { document.address(at: $0.start) }
        return PlacedFinding(
          finding: finding, anchor: address.map { prefix + $0 } ?? beginning,
          words: finding.span.map { source.text($0) } ?? "",
          line: finding.span.map { source.position($0.start).line })
      }
    }
  }
}

extension Document {
  /// The address of the innermost unit or row around a byte of the source, or of the last one in front of it.
  func address(at offset: Int) -> String? {
    var best: String?
    var start = -1
    forEachBlock { block in
      switch block {
      case .provision(let provision):
        let begin = provision.extent.start
        guard !provision.address.isEmpty, begin <= offset, begin >= start else { return }
        (best, start) = (provision.address, begin)
      case .schedule(let schedule):
        for milestone in schedule.milestones {
          let begin = milestone.span.start
          guard !milestone.address.isEmpty, begin <= offset, begin >= start else { continue }
          (best, start) = (milestone.address, begin)
        }
      case .table, .members, .quote, .verbatim, .line: return
      }
    }
    return best
  }
}
