import ActaLanguage
import ActaModel
import ActaRender
import Synchronization

/// A run whose acts are held in memory.
struct HeldRun: PastRun {
  var acts: [String: RememberedAct] = [:]
  var lates: [String: RememberedLate] = [:]
  var site = RememberedSite()

  func act(_ id: String) -> RememberedAct? { acts[id] }
  func late(_ id: String) -> RememberedLate? { lates[id] }
  func matter(of act: Act, on site: SiteMap) -> SearchMatter? { nil }
}

/// Holds what a run makes, and hands it over at its end.
final class HeldKeeper: RunKeeper {
  private let before: HeldRun?
  private let next = Mutex(HeldRun())
  private let whenFinished: @Sendable (HeldRun) -> Void

  init(_ before: HeldRun?, whenFinished: @escaping @Sendable (HeldRun) -> Void) {
    self.before = before
    self.whenFinished = whenFinished
  }

  func put(_ act: PublishedAct, _ inputs: ActInputs, _ files: [Manifest.Entry], _ shown: Shown) {
    let remembered = RememberedAct(
      inputs: inputs, files: files, shown: shown, isWaiting: act.waiting != nil,
      published: { _, _ in act })
    next.withLock { $0.acts[inputs.id] = remembered }
  }

  func keep(_ id: String) {
    guard let act = before?.acts[id] else { return }
    next.withLock { $0.acts[id] = act }
  }

  func put(_ late: RememberedLate, of id: String) { next.withLock { $0.lates[id] = late } }

  /// Acts that are held bring along what is searched.
  func put(_ matter: SearchMatter, of id: String) {}

  func finish(_ site: RememberedSite) {
    let run = next.withLock { run in
      run.site = site
      return run
    }
    whenFinished(run)
  }
}
