import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaParser

/// What a folder's front matter tells before any text is read: which documents make which act, and what one act has to
/// know of the others.
struct Survey: Sendable {
  let settings: Settings
  /// Acts and orphans whose documents have front matter and no text.
  let repository: Repository
  /// Every document by its path, without its text.
  let heads: [String: Document]
  /// Finds the acts that citations name.
  let cited: CitedActs
  /// The collegial bodies that documents govern or fill, in the order of the paths.
  let bodyNames: [String]
  /// Documents that more than one act lists.
  let shared: Set<String>
  /// What each document is an appendix of, the first that lists it.
  private let owners: [String: Int]

  init(_ documents: [Document], _ repository: Repository) {
    settings = repository.settings
    self.repository = repository
    heads = Dictionary(documents.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    cited = CitedActs(repository.acts, settings: repository.settings)
    bodyNames = documents.compactMap { $0.requisites.body?.value }
    var owners: [String: Int] = [:]
    var shared: Set<String> = []
    for (index, act) in repository.acts.enumerated() {
      for document in act.documents {
        if owners[document.path] == nil {
          owners[document.path] = index
        } else {
          shared.insert(document.path)
        }
      }
    }
    self.owners = owners
    self.shared = shared
  }

  /// The act that lists a document, the first of them.
  func owner(of path: String) -> Act? { owners[path].map { repository.acts[$0] } }

  /// The roadmaps outside an act that its own carry out, by their paths, each once.
  func superiors(of act: Act) -> [String] {
    let own = Set(act.documents.map(\.path))
    var seen: Set<String> = []
    return act.documents.compactMap { document in
      guard let path = document.requisites.implements?.value,
        let resolved = RepositoryPath.resolve(path, from: document.path), heads[resolved] != nil,
        !own.contains(resolved), seen.insert(resolved).inserted
      else { return nil }
      return resolved
    }
  }
}
