import ActaRender

/// A part of the site around the acts that is made, or kept, as a whole.
enum SitePart: Hashable, Sendable {
  case pages(SitePages.Part)
  case search

  /// What it shows of the acts.
  fileprivate var shows: PublishedAct.Changes {
    switch self {
    case .pages(.register): [.head, .deadlines, .bodies]
    case .pages(.deadlines), .pages(.executors), .pages(.calendars): .deadlines
    case .pages(.bodies): .bodies
    case .pages(.fixtures): []
    case .search: [.head, .search]
    }
  }
}

/// Which parts of the site have to be made again.
struct SitePlan: Sendable {
  let changes: PublishedAct.Changes
  /// The files of the parts as an earlier run made them.
  let parts: [SitePart: [Manifest.Entry]]

  /// Whether every page around the acts stays as it is, or nobody wants it any more.
  func isKept<Target: OutputTarget>(_ sink: Sink<Target>) -> Bool {
    Task.isCancelled
      || SitePages.Part.allCases.allSatisfy { part in
        guard let known = parts[.pages(part)] else { return false }
        return changes.isDisjoint(with: SitePart.pages(part).shows) && sink.keep(known)
      }
  }

  /// The files of a part, made only where something that it shows has changed.
  func files<Target: OutputTarget>(
    of part: SitePart, _ sink: Sink<Target>, make: () -> [Manifest.Entry]
  ) -> [Manifest.Entry] {
    if let known = parts[part], changes.isDisjoint(with: part.shows), sink.keep(known) {
      return known
    }
    return Task.isCancelled ? [] : make()
  }
}
