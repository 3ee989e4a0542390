import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender

/// What an earlier run leaves to the next.
protocol PastRun: Sendable {
  var site: RememberedSite { get }
  func act(_ id: String) -> RememberedAct?
  func late(_ id: String) -> RememberedLate?
  /// What is searched in an act, where the act itself does not bring it along.
  func matter(of act: Act, on site: SiteMap) -> SearchMatter?
}

/// Takes in what a run makes and keeps; functions are called from several threads at once.
protocol RunKeeper: Sendable {
  func put(_ act: PublishedAct, _ inputs: ActInputs, _ files: [Manifest.Entry], _ shown: Shown)
  /// Takes over what the run before knew of an act.
  func keep(_ id: String)
  func put(_ late: RememberedLate, of id: String)
  /// Takes in what is searched, in the order of the site.
  func put(_ matter: SearchMatter, of id: String)
  func finish(_ site: RememberedSite)
}

/// An act as an earlier run made it.
struct RememberedAct: Sendable {
  var inputs: ActInputs
  var files: [Manifest.Entry]
  var shown: Shown
  /// Whether its files are not its own, since they tell of bodies of other acts too.
  var isWaiting: Bool
  /// Yields it by its front matter and the calendar of its issuers; `nil` where it must be read anew.
  var published: @Sendable (Act, WorkCalendar) -> PublishedAct?
  /// Whether all that it was made of is as it was.
  var isCurrent = false
}

/// The files of an act that waited for bodies of other acts.
struct RememberedLate: Sendable {
  /// The documents of other acts that tell of its bodies.
  var partners: [FileInput]
  var files: [Manifest.Entry]
  var findings: [Finding]
}

/// The site as a whole.
struct RememberedSite: Sendable {
  /// The files of each part.
  var parts: [SitePart: [Manifest.Entry]] = [:]
  /// The acts in the order of the site.
  var order: [String] = []
  var orphans: [FileInput] = []
}
