package import ActaDiagnostics

/// What acta.yml says.
package struct Settings: Sendable, Hashable {
  /// Where it stands, seen from the root of a repository.
  package static let file = "acta.yml"

  package var site = Site()
  /// By key, in the order of the file.
  package var bodies: [Body] = []
  /// Levels that the repository gives to rules; `nil` turns a rule off.
  package var levels: [RuleID: Level?] = [:]
  /// Where acta.yml names those rules.
  package var levelSpans: [RuleID: Span] = [:]
  /// Words that are no mistakes of spelling.
  package var words: [String] = []
  /// Days off and working days that hold for every body.
  package var calendar = CalendarCorrections()
  /// Named calendars, which a body takes by `календарь`.
  package var calendars: [String: CalendarCorrections] = [:]
  package var print = Print()

  package init() {}

  /// What the PDF looks like.
  package struct Print: Sendable, Hashable {
    /// A family of fonts that is installed, or the beginning of its files' paths seen from acta.yml; `nil` for the
    /// usual one.
    package var font: Spanned<String>?
    /// Tenths of a point: running text, tables, footnotes.
    package var size = 140
    package var smallSize = 120
    package var noteSize: Int { max(smallSize - 20, 60) }
    /// From line to line, in percent of the size.
    package var spacing = 120
    /// Millimetres; 30 for what is kept over ten years (ГОСТ Р 7.0.97, 3.3).
    package var leftField = 20

    package init() {}
  }

  package struct Site: Sendable, Hashable {
    package var title = "Акты"
    /// `https://acts.example/`, with its closing slash; empty where not stated.
    package var address = ""

    package init() {}
  }

  /// A body of government (орган).
  package struct Body: Sendable, Hashable {
    package var key: String
    package var name: Spanned<String>
    package var short: String?
    package var site: String?
    /// The name of a calendar among `календари`.
    package var calendar: String?
    package var letterhead: Letterhead
    /// The coat of arms: the path of an SVG, seen from acta.yml.
    package var emblem: Spanned<String>?

    package init(
      key: String, name: Spanned<String>, short: String? = nil, site: String? = nil,
      calendar: String? = nil, letterhead: Letterhead = .full, emblem: Spanned<String>? = nil
    ) {
      self.key = key
      self.name = name
      self.short = short
      self.site = site
      self.calendar = calendar
      self.letterhead = letterhead
      self.emblem = emblem
    }
  }

  /// Where the requisites of a letterhead stand (ГОСТ Р 7.0.97, 4.2).
  package enum Letterhead: String, Sendable, Hashable, CaseIterable {
    /// Across the page (продольный).
    case full
    /// In its upper left corner (угловой).
    case corner

    package var ru: String {
      switch self {
      case .full: "продольный"
      case .corner: "угловой"
      }
    }
  }

  /// The name behind a key, or the name itself where there is no such key.
  package func bodyName(_ nameOrKey: String) -> String {
    bodies.first { $0.key == nameOrKey }?.name.value ?? nameOrKey
  }

  /// The body that a key or a name stands for.
  package func body(_ nameOrKey: String) -> Body? {
    bodies.first { $0.key == nameOrKey } ?? bodies.first { $0.name.value == nameOrKey }
  }
}

/// Days that a repository adds to Russia's calendar or corrects in it.
package struct CalendarCorrections: Sendable, Hashable {
  package var daysOff: Set<CalendarDate> = []
  package var workingDays: Set<CalendarDate> = []

  package init() {}
}
