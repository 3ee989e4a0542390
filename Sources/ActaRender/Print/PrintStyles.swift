/// The styles of the department's paper (ГОСТ Р 7.0.97): first line in 1.25 cm, text justified, requisites where
/// they belong.
extension PrintStyle {
  static let body = PrintStyle().with {
    $0.alignment = .justified
    $0.firstIndent = .tenths(125)
  }
  /// The word that enacts, on a line of its own from the left field.
  static let enacting = PrintStyle().with {
    $0.spaceBefore = 2
    $0.spaceAfter = 2
    $0.keepsWithNext = true
  }
  /// A heading in the middle.
  static func heading(_ level: Int) -> PrintStyle {
    PrintStyle().with {
      $0.partsWords = false
      $0.role = .heading(level: level)
      $0.alignment = .center
      $0.isBold = true
      $0.left = .share(5)
      $0.right = .share(5)
      $0.spaceBefore = 2
      $0.spaceAfter = 2
      $0.keepsWithNext = true
      $0.isKeptWhole = true
    }
  }
  /// The heading of a point, in line with the text.
  static func runningHeading(_ level: Int) -> PrintStyle {
    body.with {
      $0.partsWords = false
      $0.role = .heading(level: level)
      $0.alignment = .left
      $0.isBold = true
      $0.spaceBefore = 2
      $0.keepsWithNext = true
      $0.isKeptWhole = true
    }
  }
  /// Notes of editors, apart from the law's own words.
  static let note = PrintStyle().with {
    $0.role = .note
    $0.size = .small
    $0.left = .tenths(250)
    $0.right = .tenths(125)
    $0.spaceBefore = 1
    $0.spaceAfter = 1
    $0.keepsWithPrevious = true
  }
  /// Notes above the text, below the title.
  static let openingNote = note.with {
    $0.partsWords = false
    $0.alignment = .center
    $0.right = .tenths(250)
    $0.spaceBefore = 0
    $0.keepsWithPrevious = false
  }
  static let unplaced = PrintStyle().with { $0.spaceAfter = 2 }
  static let quote = PrintStyle().with {
    $0.role = .quote
    $0.alignment = .justified
    $0.left = .tenths(125)
    $0.right = .tenths(125)
  }
  static let verbatim = PrintStyle().with {
    $0.role = .verbatim
    $0.spaceBefore = 2
    $0.spaceAfter = 2
  }
  static let footnote = PrintStyle().with {
    $0.role = .footnote
    $0.alignment = .justified
    $0.size = .note
  }
  /// A requisite in the middle.
  static let requisite = PrintStyle().with {
    $0.partsWords = false
    $0.role = .requisite
    $0.alignment = .center
    $0.keepsWithNext = true
  }
  static let title = PrintStyle().with {
    $0.partsWords = false
    $0.role = .title
    $0.alignment = .center
    $0.isBold = true
    $0.left = .share(10)
    $0.right = .share(10)
    $0.spaceBefore = 4
    $0.spaceAfter = 4
    $0.keepsWithNext = true
    $0.isKeptWhole = true
  }
  /// As wide as the letterhead in the corner, from the left field.
  static let cornerTitle = title.with {
    $0.alignment = .left
    $0.isBold = false
    $0.left = .zero
    $0.right = .share(50)
  }
  /// In the right third, left-aligned there.
  static let stamp = PrintStyle().with {
    $0.partsWords = false
    $0.role = .requisite
    $0.left = .share(60)
    $0.keepsWithNext = true
  }
  static let signature = PrintStyle().with {
    $0.partsWords = false
    $0.role = .requisite
    $0.spaceBefore = 4
    $0.keepsWithPrevious = true
  }
  static let table = PrintStyle().with {
    $0.size = .small
    $0.spaceBefore = 2
    $0.spaceAfter = 2
  }
}
