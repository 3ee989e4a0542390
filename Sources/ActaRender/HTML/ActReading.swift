import ActaDiagnostics
package import ActaLanguage
package import ActaModel

/// What the words of an act say, for the page that shows it.
package struct ActReading: Sendable {
  package var act: ReadAct
  /// The acts that references may lead to.
  package var cited: CitedActs
  /// The day as of which deadlines are shown.
  package var day: CalendarDate

  package init(_ act: ReadAct, citing cited: CitedActs, asOf day: CalendarDate) {
    self.act = act
    self.cited = cited
    self.day = day
  }
}

/// The permanent addresses of an act's documents, each with the passage that it is the address of.
struct ActAddresses {
  private let act: ReadAct
  private let passages: [[String: Int]]

  init(_ act: ReadAct) {
    self.act = act
    passages = act.documents.map { document in
      var found: [String: Int] = [:]
      for (index, passage) in document.passages.enumerated() {
        switch passage.place {
        case .provision(let provision):
          if !provision.address.isEmpty, found[provision.address] == nil {
            found[provision.address] = index
          }
        case .milestone(let milestone, let field):
          guard !milestone.address.isEmpty else { continue }
          if field.role == .activity || found[milestone.address] == nil {
            found[milestone.address] = index
          }
        case .member, .heading, .cell, .columnTitle: continue
        }
      }
      return found
    }
  }

  /// Where an address of a document leads on the page; `nil` where the page has none.
  func href(_ address: String, in document: Int) -> String? {
    guard passages.at(document)?[address] != nil else { return nil }
    return "#" + act.addressPrefix(of: document) + address
  }

  /// The first words at an address, its number in front.
  func words(at address: String, in document: Int) -> String {
    guard let index = passages.at(document)?[address],
      let passage = act.documents.at(document)?.passages.at(index)
    else { return "" }
    let number: String? =
      switch passage.place {
      case .provision(let provision): provision.number?.text
      case .milestone(let milestone, _): milestone.number?.text
      case .member, .heading, .cell, .columnTitle: nil
      }
    return shortened((number.map { $0 + " " } ?? "") + passage.text, to: 140)
  }

  /// The address of the provision or row that a place of the source stands in.
  func address(of place: Int, in document: Int) -> String? {
    guard let read = act.documents.at(document) else { return nil }
    let passage = read.passages.first { passage in
      passage.prose.span.map { $0.start <= place && place < $0.end } ?? false
    }
    return passage.map(\.address)
  }
}

/// The beginning of a text, ended between words.
func shortened(_ text: String, to length: Int) -> String {
  let cut = text.head(length)
  guard cut.endIndex < text.endIndex else { return text }
  let space = cut.lastIndex(of: " ") ?? cut.endIndex
  return String(cut[..<space]) + "…"
}
