import ActaDiagnostics
import ActaLanguage
import ActaModel

/// A roadmap beside the superior one that it carries out.
struct Subordination {
  var document: ReadDocument
  var roadmap: ReadRoadmap
  var superior: ReadDocument
  var plan: ReadRoadmap
  /// Who issued the act of the roadmap.
  var issuers: [String]
  /// For each row those of the superior roadmap that it carries out, and how sure that is.
  var links: [[Link]] = []
  /// For each of the first rows of the superior roadmap whether it binds the body.
  private var bindings: [Bool] = []

  struct Link {
    /// As an index of the superior roadmap's rows.
    var row: Int
    var certainty: Certainty
    /// Where the row declares it.
    var span: Span?
  }

  enum Certainty: Int, Comparable {
    case likely, alike, declared

    static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
  }

  /// Every roadmap of a repository that names a superior one.
  static func all(in repository: ReadRepository) -> [Subordination] {
    let byPath = Dictionary(
      (repository.documents + repository.superiors).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    var found: [Subordination] = []
    for act in repository.acts {
      for document in act.documents {
        guard let path = document.document.requisites.implements?.value,
          let roadmap = document.roadmap,
          let resolved = RepositoryPath.resolve(path, from: document.path),
          resolved != document.path, let superior = byPath[resolved], let plan = superior.roadmap
        else { continue }
        let issuers = act.act.order.requisites.issuers.map {
          repository.settings.bodyName($0.value)
        }
        var pair = Subordination(
          document: document, roadmap: roadmap, superior: superior, plan: plan, issuers: issuers)
        pair.link()
        pair.bindings = pair.plan.rows.indices.prefix(Self.most).map(pair.isBinding)
        found.append(pair)
      }
    }
    return found
  }

  private mutating func link() {
    let rows = roadmap.rows.prefix(Self.most)
    let above = plan.rows.prefix(Self.most)
    let byNumber = Dictionary(
      above.enumerated().compactMap { index, row in row.number.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    // Rare words among both tell: what both plans are about stands in every row.
    let weights = StemWeights(rows.map(\.words) + above.map(\.words))
    let isDeclaring = roadmap.rows.contains { !$0.implements.isEmpty }
    links = roadmap.rows.enumerated().map { index, row in
      if !row.implements.isEmpty {
        return row.implements.compactMap { number in
          byNumber[number.value].map { Link(row: $0, certainty: .declared, span: number.span) }
        }
      }
      // Where rows declare what they carry out, one that does not is the body's own.
      guard !isDeclaring, index < Self.most else { return [] }
      return alike(row, above, weights)
    }
  }

  /// More rows than this are no plan; the bound keeps the work linear.
  static let most = 600

  private func alike(
    _ row: ReadMilestone, _ above: ArraySlice<ReadMilestone>, _ weights: StemWeights
  ) -> [Link] {
    guard row.words.count >= 3 else { return [] }
    var found: [(row: Int, own: Int, mutual: Int)] = []
    for (index, other) in above.enumerated() {
      guard row.words.common(with: other.words) >= 2, row.action.agrees(with: other.action) else {
        continue
      }
      let own = row.words.share(in: other.words, by: weights)
      let share = other.words.share(in: row.words, by: weights)
      if own >= 45, share >= 30 { found.append((index, own, (own + share) / 2)) }
    }
    // A superior row says the same and more: for whom, of which kind. Several may say it, each for others.
    guard let best = found.map(\.own).max() else { return [] }
    return found.filter { $0.own >= best - 8 }.map { link in
      let isAlike = link.own >= 60 && link.mutual >= 50
      return Link(row: link.row, certainty: isAlike ? .alike : .likely, span: nil)
    }
  }

  /// Whether a row of the superior roadmap is a duty of every body, or of the one that issued this act.
  func binds(_ index: Int) -> Bool {
    bindings.indices.contains(index)
      ? bindings[index] : plan.rows.indices.contains(index) && isBinding(index)
  }

  private func isBinding(_ index: Int) -> Bool {
    let row = plan.rows[index]
    let section = plan.section(of: index)?.title ?? ""
    if isForAll(TokenizedText(row.activity?.value ?? "")) || isForAll(TokenizedText(section)) {
      return true
    }
    return row.responsible.contains { party in
      let text = TokenizedText(party.value)
      if text[0].is("органы") { return isMunicipal(text) == issuers.contains(where: isMunicipal) }
      return issuers.contains { KnownParties.folded($0) == KnownParties.folded(party.value) }
    }
  }

  private func isMunicipal(_ issuer: String) -> Bool { isMunicipal(TokenizedText(issuer)) }

  /// Bodies of self-government answer to other plans than those of the state.
  private func isMunicipal(_ text: TokenizedText) -> Bool {
    let isLocal = text.tokens.contains {
      $0.is("местного") || $0.has(stem: "муниципальн") || $0.has(stem: "администраци")
        || $0.has(stem: "городск") || $0.has(stem: "сельск")
    }
    return isLocal && !text.tokens.contains { $0.is("губернатора") || $0.is("правительства") }
  }

  /// «во всех органах», «у каждого органа», «каждым органом».
  private func isForAll(_ text: TokenizedText) -> Bool {
    text.tokens.indices.contains { index in
      let token = text[index]
      let isAll =
        token.is("всех") || token.is("всеми") || token.is("всем") || token.is("все")
        || token.isForm("кажд", .adjective)
      return isAll && text[index + 1].has(stem: "орган")
    }
  }
}

extension RoadmapAction {
  /// Whether two rows can be one and the same step.
  fileprivate func agrees(with other: RoadmapAction) -> Bool {
    guard let stage, let second = other.stage else { return true }
    return stage == second || Set([stage, second]) == [.drafting, .approval]
      || Set([stage, second]) == [.realization, .evaluation]
  }
}
