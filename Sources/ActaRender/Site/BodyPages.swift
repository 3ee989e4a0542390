import ActaDiagnostics
import ActaLanguage
import ActaModel

/// The collegial bodies (коллегиальные органы), by the alphabet: who is in them and how they work, `bodies.html`.
struct BodyPages {
  private let site: SiteMap
  private let pages: [[ReadBody]]

  /// Bodies of acts that are repealed are no more.
  init(_ bodies: [ReadBody], on site: SiteMap) {
    self.site = site
    let existing = bodies.filter { body in
      !body.acts.isEmpty
        && !body.acts.contains { $0.act.order.requisites.status?.value == .repealed }
    }
    let sorted = existing.enumerated().sorted { left, right in
      let (first, second) = (Self.key(left.element), Self.key(right.element))
      return first == second
        ? left.offset < right.offset : first.utf8.lexicographicallyPrecedes(second.utf8)
    }.map(\.element)
    var pages: [[ReadBody]] = []
    var weight = Self.heaviest
    for body in sorted {
      let own = 10 + body.members.count
      if weight + own > Self.heaviest {
        pages.append([])
        weight = 0
      }
      pages[pages.count - 1].append(body)
      weight += own
    }
    self.pages = pages.isEmpty ? [[]] : pages
  }

  var paths: [String] { pages.indices.map { numberedPath("bodies", $0) } }

  func write<Failure: Error>(
    with templates: Templates, _ write: (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    let paths = self.paths
    let names = pages.map { $0.first.map { oneLine(Self.name($0), most: 24) } ?? "" }
    var number = 0
    for (bodies, path) in zip(pages, paths) {
      let root = Path.root(of: path)
      let items = bodies.map { body -> Fields in
        number += 1
        return fields(body, id: "organ-\(number)", root: root)
      }
      let nodes = templates.nodes(
        .bodies, ["bodies": .list(items), "pages": pageLinks(paths, names, current: path)])
      try write(
        listPage(
          path, title: "Коллегиальные органы", layout: "register bodies", body: nodes, on: site,
          with: templates))
    }
  }

  /// Members and ten more for each body, of which a page takes so many: a line is about half a kilobyte.
  private static let heaviest = 1500

  private static func name(_ body: ReadBody) -> String {
    capitalized(oneLine(body.name.isEmpty ? "Коллегиальный орган" : body.nominative, most: 200))
  }

  private static func key(_ body: ReadBody) -> String { name(body).lowercased() }

  // MARK: A body

  private func fields(_ body: ReadBody, id: String, root: String) -> Fields {
    let members = body.members.map(\.value)
    return [
      "id": .text(id), "name": .text(Self.name(body)),
      "acts": .list(links(body, root)), "rules": .list(rules(body, root)),
      "members": .list(
        members.isEmpty
          ? []
          : [
            [
              "count": .text(counted(members.count, "человек", "человека", "человек")),
              "many": .flag(members.count > Self.few), "members": .list(members.map(person)),
            ]
          ]),
    ]
  }

  /// As many members as are shown at once.
  private static let few = 7

  /// Its acts, then its regulations and rosters.
  private func links(_ body: ReadBody, _ root: String) -> [Fields] {
    var seen: Set<String> = []
    let acts: [(String, String)] = body.acts.map { act in
      (root + placeAddress(act.act.id, ""), citation(of: act.act))
    }
    let documents = (body.regulations + body.rosters).compactMap { document in
      site.place(of: document.path).map { place in
        (
          root + placeAddress(place.act, place.anchor ?? ""),
          document.document.requisites.title?.value ?? capitalized(document.document.kind?.ru ?? "")
        )
      }
    }
    return (acts + documents).filter { !$0.1.isEmpty && seen.insert($0.0).inserted }.map {
      ["href": .text($0.0), "name": .text(oneLine($0.1, most: 160))]
    }
  }

  private func person(_ member: Member) -> Fields {
    let name = [member.name.surname, member.name.given, member.name.patronymic ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    var post = oneLine(member.post.text, most: 300)
    // What parts the items of a list is no part of a post.
    if let last = post.utf8.last, last == UInt8(ascii: ";") || last == UInt8(ascii: ".") {
      post.removeLast()
    }
    let role = member.role?.value.title ?? ""
    // The words of a post mostly name the office themselves.
    let isSaid = post.lowercased().contains(role.lowercased())
    return [
      "name": .text(name), "role": .text(isSaid ? "" : role),
      "post": .text(post),
    ]
  }

  // MARK: Rules

  private func rules(_ body: ReadBody, _ root: String) -> [Fields] {
    var reader = BodyPlaces(site: site, root: root)
    for document in body.regulations { reader.add(document) }
    var rules: [(label: String, value: String, places: [Fields])] = []
    func add(_ label: String, _ value: String, _ path: String, _ span: Span) {
      let place = reader.place(of: span, in: path)
      if let index = rules.firstIndex(where: { $0.label == label && $0.value == value }) {
        rules[index].places += place.map { [$0] } ?? []
      } else {
        rules.append((label, value, place.map { [$0] } ?? []))
      }
    }
    if let figures = body.figures {
      var parts = [String(figures.members)]
      if figures.voting != figures.members { parts.append("с правом голоса \(figures.voting)") }
      if figures.byConsent > 0 { parts.append("по согласованию \(figures.byConsent)") }
      rules.append(("Членов", parts.joined(separator: ", "), []))
    }
    let quorums = body.all(\.quorums).filter { $0.value.setting == .meeting }
    for (quorum, need) in zip(quorums, body.neededToMeet) {
      add("Для заседания нужно", Self.words(quorum.value, need, body), need.path, need.span)
    }
    let majorities = body.all(\.votes).compactMap { vote -> Majority? in
      guard case .majority(let majority) = vote.value, majority.setting == .meeting,
        majority.share != nil
      else { return nil }
      return majority
    }
    for (majority, need) in zip(majorities, body.neededToDecide) {
      add("Для решения нужно", Self.words(majority, need, body), need.path, need.span)
    }
    for vote in body.all(\.votes) {
      guard case .castingVote(let casting) = vote.value else { continue }
      add("При равенстве голосов", casting.words, vote.path, vote.span)
    }
    for rule in body.all(\.meetings) { add("Заседания", rule.value.words, rule.path, rule.span) }
    for rule in body.all(\.notices) { add("Извещение", rule.value.words, rule.path, rule.span) }
    for rule in body.all(\.minutes) { add("Протокол", rule.value.words, rule.path, rule.span) }
    return rules.map {
      ["label": .text($0.label + ":"), "value": .text($0.value), "places": .list($0.places)]
    }
  }

  private static func words(_ rule: QuorumRule, _ need: ReadBody.Need, _ body: ReadBody) -> String {
    switch rule.size {
    case .count(let count): "не менее " + counted(count, "человека", "человек", "человек")
    case .share(let share, of: .members): share.words + " членов" + people(need, body)
    case .share(let share, of: .attendingList): share.words + " приглашённых"
    }
  }

  private static func words(_ rule: Majority, _ need: ReadBody.Need, _ body: ReadBody) -> String {
    let base =
      switch rule.base {
      case .present: " голосов присутствующих"
      case .members: " голосов всех членов"
      case .voting: " голосов участвующих в голосовании"
      }
    return (rule.isSpecial ? "по отдельным вопросам " : "") + (rule.share?.words ?? "") + base
      + people(need, body)
  }

  private static func people(_ need: ReadBody.Need, _ body: ReadBody) -> String {
    guard body.figures != nil else { return "" }
    return need.people.map { ", то есть \($0)" } ?? " – больше, чем есть"
  }
}

/// Where the sentences of regulations stand on the acts' pages.
private struct BodyPlaces {
  let site: SiteMap
  let root: String
  private var documents: [String: ReadDocument] = [:]

  init(site: SiteMap, root: String) {
    self.site = site
    self.root = root
  }

  mutating func add(_ document: ReadDocument) { documents[document.path] = document }

  /// The way to the provision that holds a span, called by its number; `nil` where no act lists the document.
  func place(of span: Span, in path: String) -> Fields? {
    guard let document = documents[path], let place = site.place(of: path) else { return nil }
    let passage = document.passages.first { passage in
      guard passage.isNorm, case .provision = passage.place,
        let own = passage.place(of: Span(0, passage.text.utf8.count))
      else { return false }
      return own.start <= span.start && span.start < own.end
    }
    guard let passage, !passage.address.isEmpty else {
      return [
        "href": .text(root + placeAddress(place.act, place.anchor ?? "")), "name": "положение",
      ]
    }
    return [
      "href": .text(root + placeAddress(place.act, place.prefix + passage.address)),
      "name": .text(Self.name(of: passage, in: document)),
    ]
  }

  /// What the provision is called, by the nearest number.
  private static func name(of passage: Passage, in document: ReadDocument) -> String {
    var next: Passage? = passage
    var inner = ""
    for _ in 0..<8 {
      guard let current = next, case .provision(let provision) = current.place else { break }
      if let number = provision.number, number.style != .dash {
        let isInner = number.style == .letter || number.style == .bracketed
        if !isInner { return inner + (provision.level == .article ? "ст. " : "п. ") + number.bare }
        inner += "подп. \(number.bare) "
      }
      next = current.parent.flatMap { document.passages.at($0) }
    }
    return inner.isEmpty ? "положение" : String(inner.dropLast())
  }
}
