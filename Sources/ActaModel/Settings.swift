package import ActaDiagnostics

/// What acta.yml says.
package struct Settings: Sendable, Hashable {
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

  package init() {}

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

    package init(
      key: String, name: Spanned<String>, short: String? = nil, site: String? = nil,
      calendar: String? = nil
    ) {
      self.key = key
      self.name = name
      self.short = short
      self.site = site
      self.calendar = calendar
    }
  }

  /// The name behind a key, or the name itself where there is no such key.
  package func bodyName(_ nameOrKey: String) -> String {
    bodies.first { $0.key == nameOrKey }?.name.value ?? nameOrKey
  }
}

/// Days that a repository adds to Russia's calendar or corrects in it.
package struct CalendarCorrections: Sendable, Hashable {
  package var daysOff: Set<CalendarDate> = []
  package var workingDays: Set<CalendarDate> = []

  package init() {}
}
