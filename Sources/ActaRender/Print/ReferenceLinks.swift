import ActaDiagnostics
import ActaLanguage
import ActaModel

extension ActReading {
  /// The act with its references as links, as if the author had written them: «пункт 3» leads to point 3.
  var linkedAct: Act {
    var linked = act.act
    linked.order = self.linked(linked.order, 0)
    for index in linked.appendices.indices {
      linked.appendices[index].document = self.linked(
        linked.appendices[index].document, index + 1)
    }
    return linked
  }

  private func linked(_ document: Document, _ index: Int) -> Document {
    guard let read = act.documents.at(index) else { return document }
    // By where a text begins in the source.
    var links: [Int: [Prose.Mark]] = [:]
    for reference in read.resolved {
      guard let passage = read.passages.at(reference.passage), !passage.isHeading,
        let start = passage.prose.segments.first?.source.start,
        reference.span.start < reference.span.end,
        let destination = destination(of: reference.goal, from: passage, in: index)
      else { continue }
      let range = reference.span.start..<reference.span.end
      links[start, default: []].append(
        Prose.Mark(.link(destination: destination, title: ""), range))
    }
    guard !links.isEmpty else { return document }
    var linked = document
    linked.changeProse { prose in
      guard let start = prose.segments.first?.source.start, let added = links[start] else { return }
      prose.add(links: added)
    }
    return linked
  }

  /// What an author would write to lead to the goal; `nil` for what leads nowhere, or to where one is.
  private func destination(
    of goal: ResolvedReference.Goal, from passage: Passage, in document: Int
  ) -> String? {
    guard let path = act.documents.at(document)?.path else { return nil }
    switch goal {
    case .document(let target):
      guard target != document, let other = act.documents.at(target) else { return nil }
      return Self.way(from: path, to: other.path)
    case .unit(let target, let address, _):
      guard target != document || address != passage.address,
        let other = act.documents.at(target)
      else { return nil }
      let way = target == document ? "" : Self.way(from: path, to: other.path)
      return way + "#" + URLText.encoded(address)
    case .act(let citation):
      guard let other = cited.index(of: citation).flatMap({ cited.acts.at($0) }),
        other.id != act.act.id
      else { return nil }
      return Self.way(from: path, to: other.order.path)
    case .missing, .missingAppendix, .outside: return nil
    }
  }

  private static func way(from document: String, to target: String) -> String {
    let folder = Path.resolved(".", from: document)
    return URLText.encoded(Path.relative(from: folder, to: target), isPath: true)
  }
}

extension Prose {
  /// Adds links where none of the author's own marks would be cut by them.
  fileprivate mutating func add(links: [Mark]) {
    let own = marks
    for link in links where link.range.upperBound <= count {
      let isFree = own.allSatisfy { mark in
        switch mark.kind {
        case .link, .image, .code, .footnote:
          !mark.range.overlaps(link.range) && !link.range.contains(mark.range.lowerBound)
        case .emphasis, .strong, .struck, .lineBreak: true
        }
      }
      if isFree { marks.append(link) }
    }
  }
}
