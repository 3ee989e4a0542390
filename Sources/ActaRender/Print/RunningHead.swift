package import ActaModel

/// What stands in the upper field of every page but the first, by the template of pages: the page's number
/// (ГОСТ Р 7.0.97), unless a department wants more.
package struct RunningHead: Sendable {
  private let supplies: PrintSupplies
  private let requisites: Requisites
  /// The head of no page, which shows how all of them are set.
  private let model: PrintParagraph?
  private let isNumberAlone: Bool

  package init(_ requisites: Requisites = Requisites(), _ supplies: PrintSupplies = PrintSupplies())
  {
    self.supplies = supplies
    self.requisites = requisites
    model = Self.paragraph(requisites, supplies, page: 0)
    isNumberAlone = model?.text.string == "0"
  }

  /// `nil` where the template has no paragraph.
  func paragraph(page: Int) -> PrintParagraph? {
    guard isNumberAlone, var paragraph = model else {
      return Self.paragraph(requisites, supplies, page: page)
    }
    paragraph.text = PrintText(String(page))
    return paragraph
  }

  private static func paragraph(
    _ requisites: Requisites, _ supplies: PrintSupplies, page: Int
  ) -> PrintParagraph? {
    for block in supplies.markup(.printPage, pageFields(requisites, page: page)).blocks {
      if case .paragraph(let paragraph) = block { return paragraph }
    }
    return nil
  }
}
