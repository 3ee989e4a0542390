import ActaDiagnostics
package import ActaModel

/// Everything that is published around the acts but the index of search: the register, deadlines, bodies, the feed, the
/// map, the page for what is not there, the style sheet and the scripts.
package struct SitePages: Sendable {
  /// What can be made by itself, beside the others.
  package enum Part: CaseIterable, Sendable {
    /// The register, the feed and the map.
    case register
    case deadlines, executors, calendars, bodies
    /// The page of search, that for what is not there, the style sheet and the scripts.
    case fixtures
  }

  private let acts: [Act]
  private let site: SiteMap
  private let calendars: DeadlineFiles
  private let deadlines: DeadlinePages
  private let executors: ExecutorPages
  private let bodies: BodyPages

  /// `acts` from the oldest on; their front matter is enough.
  package init(_ acts: [Act], _ agenda: Agenda, on site: SiteMap) {
    self.acts = acts
    self.site = site
    calendars = DeadlineFiles(agenda, on: site)
    deadlines = DeadlinePages(agenda, calendar: calendars.whole, on: site)
    executors = ExecutorPages(
      agenda, calendars: calendars.paths, isWhole: deadlines.isWhole, on: site)
    bodies = BodyPages(agenda.bodies, on: site)
  }

  package func write<Failure: Error>(
    _ part: Part, with templates: Templates, _ write: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    switch part {
    case .register:
      let register = RegisterPages(acts, on: site)
      for file in register.files(with: templates) { try write(file) }
      if let feed = atomFeed(acts, on: site) { try write(feed) }
      let lists = deadlines.paths + executors.paths + bodies.paths
      for file in sitemap(acts, register.paths + lists + ["search.html"], on: site) {
        try write(file)
      }
    case .deadlines: try deadlines.write(with: templates, write)
    case .executors: try executors.write(with: templates, write)
    case .calendars: try calendars.write(write)
    case .bodies: try bodies.write(with: templates, write)
    case .fixtures:
      try write(searchPage(on: site, with: templates))
      try write(notFoundPage(on: site, with: templates))
      for file in templates.assets + templates.coatFiles { try write(file) }
    }
  }
}

/// By date from the oldest on, those without a date last, since they are drafts; then by name.
package func isOlder(_ left: Act, than right: Act) -> Bool {
  let (first, second) = (left.day, right.day)
  if first != second {
    guard let first else { return false }
    guard let second else { return true }
    return first < second
  }
  return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
}

extension Act {
  /// The date of the act, where it has one that is a day.
  var day: CalendarDate? { order.requisites.date?.value.value }

  /// The date since which the act reads as it does: that of the latest amendment, or its own.
  var lastChange: CalendarDate? {
    ([day] + order.requisites.amendedBy.map { $0.date?.value.value }).compactMap(\.self).max()
  }
}
