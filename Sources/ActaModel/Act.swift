/// An act: one order-like document and the appendices that it lists, in that order.
package struct Act: Sendable, Hashable {
  package var order: Document
  package var appendices: [Appendix]
  /// The permanent name, which is also the folder it is published in: `000-gji`.
  package var id: String

  package init(order: Document, appendices: [Appendix], id: String) {
    self.order = order
    self.appendices = appendices
    self.id = id
  }

  /// The order and its appendices, in the order of the act.
  package var documents: [Document] { [order] + appendices.map(\.document) }
}

/// A document that an order puts in force with itself.
package struct Appendix: Sendable, Hashable {
  /// From 1; the only appendix of an act has none.
  package var number: Int?
  package var document: Document

  package init(number: Int?, document: Document) {
    self.number = number
    self.document = document
  }

  /// What goes before the addresses of its provisions on the act's page: `pril-2`, `pril`.
  package var address: String { number.map { "pril-\($0)" } ?? "pril" }
}

/// A folder of acts, read.
package struct Repository: Sendable {
  package var settings: Settings
  /// In the order of their orders' paths.
  package var acts: [Act]
  /// Documents that no act lists.
  package var orphans: [Document]

  package init(settings: Settings, acts: [Act], orphans: [Document]) {
    self.settings = settings
    self.acts = acts
    self.orphans = orphans
  }
}
