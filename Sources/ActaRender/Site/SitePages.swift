import ActaDiagnostics
package import ActaModel

/// Everything that is published around the acts, a file at a time: the register, deadlines, bodies, search, the feed,
/// the map, the page for what is not there, the style sheet and the scripts.
package func publishSite<Failure: Error>(
  _ acts: [Act], _ agenda: Agenda, on site: SiteMap, with templates: Templates,
  write: (SiteFile) throws(Failure) -> Void
) throws(Failure) {
  let ordered = acts.sorted { isOlder($0, than: $1) }
  let register = RegisterPages(ordered, on: site)
  for file in register.files(with: templates) { try write(file) }
  let listPaths = try publishLists(agenda, on: site, with: templates, write: write)
  try write(searchPage(on: site, with: templates))
  try write(notFoundPage(on: site, with: templates))
  for file in templates.assets { try write(file) }
  if let feed = atomFeed(ordered, on: site) { try write(feed) }
  let pages = register.paths + listPaths + ["search.html"]
  for file in sitemap(ordered, pages, on: site) { try write(file) }

  // An estimate will do: where a document's last block ends in its source.
  let bytes = acts.reduce(0) { sum, act in
    sum + act.documents.reduce(0) { $0 + ($1.blocks.last?.span.end ?? 0) }
  }
  var index = SearchIndex(bytes: bytes, on: site)
  for act in ordered { for file in index.add(act) { try write(file) } }
  for file in index.finish() { try write(file) }
}

/// The pages of deadlines, executors and bodies, and the calendars; the paths of the pages.
private func publishLists<Failure: Error>(
  _ agenda: Agenda, on site: SiteMap, with templates: Templates,
  write: (SiteFile) throws(Failure) -> Void
) throws(Failure) -> [String] {
  let calendars = DeadlineFiles(agenda, on: site)
  let deadlines = DeadlinePages(agenda, calendar: calendars.whole, on: site)
  let executors = ExecutorPages(
    agenda, calendars: calendars.paths, isWhole: deadlines.isWhole, on: site)
  let bodies = BodyPages(agenda.bodies, on: site)
  try deadlines.write(with: templates, write)
  try executors.write(with: templates, write)
  try calendars.write(write)
  try bodies.write(with: templates, write)
  return deadlines.paths + executors.paths + bodies.paths
}

/// By date from the oldest on, those without a date last, since they are drafts; then by name.
private func isOlder(_ left: Act, than right: Act) -> Bool {
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
