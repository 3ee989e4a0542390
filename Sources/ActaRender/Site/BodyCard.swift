import ActaDiagnostics
package import ActaLanguage
import ActaModel

/// What the site tells of a collegial body: its documents, its rules, its members.
package struct BodyCard: Sendable, Hashable {
  let name: String
  /// The acts, then the regulations and rosters.
  let documents: [Link]
  let rules: [Rule]
  let members: [Person]

  /// A way to a place of the site, seen from its root.
  struct Link: Sendable, Hashable {
    var path: String
    var name: String
  }

  struct Rule: Sendable, Hashable {
    var label: String
    var value: String
    var places: [Link]
  }

  struct Person: Sendable, Hashable {
    var name: String
    var role: String
    var post: String
  }

  /// By what the cards are sorted.
  var key: String { name.lowercased() }

  /// `nil` for a body without an act in force.
  package init?(_ body: ReadBody, on site: SiteMap) {
    guard !body.acts.isEmpty,
      !body.acts.contains(where: { $0.act.order.requisites.status?.value == .repealed })
    else { return nil }
    name = capitalized(
      oneLine(body.name.isEmpty ? "Коллегиальный орган" : body.nominative, most: 200))
    documents = Self.documents(of: body, site)
    rules = BodyCardRules(body, on: site).rules
    members = body.members.map { Self.person($0.value) }
  }

  private static func documents(of body: ReadBody, _ site: SiteMap) -> [Link] {
    var seen: Set<String> = []
    let acts = body.acts.map { act in
      Link(path: placeAddress(act.act.id, ""), name: citation(of: act.act))
    }
    let documents = (body.regulations + body.rosters).compactMap { document in
      site.place(of: document.path).map { place in
        Link(
          path: placeAddress(place.act, place.anchor ?? ""),
          name: document.document.requisites.title?.value
            ?? capitalized(document.document.kind?.ru ?? ""))
      }
    }
    return (acts + documents).filter { !$0.name.isEmpty && seen.insert($0.path).inserted }.map {
      Link(path: $0.path, name: oneLine($0.name, most: 160))
    }
  }

  private static func person(_ member: Member) -> Person {
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
    return Person(name: name, role: isSaid ? "" : role, post: post)
  }
}

/// The rules of a body in words, each with its sentences.
private struct BodyCardRules {
  private(set) var rules: [BodyCard.Rule] = []

  init(_ body: ReadBody, on site: SiteMap) {
    var reader = BodyPlaces(site: site)
    for document in body.regulations { reader.add(document) }
    var rules: [BodyCard.Rule] = []
    func add(_ label: String, _ value: String, _ path: String, _ span: Span) {
      let place = reader.place(of: span, in: path)
      if let index = rules.firstIndex(where: { $0.label == label && $0.value == value }) {
        rules[index].places += place.map { [$0] } ?? []
      } else {
        rules.append(
          BodyCard.Rule(label: label, value: value, places: place.map { [$0] } ?? []))
      }
    }
    if let figures = body.figures {
      var parts = [String(figures.members)]
      if figures.voting != figures.members { parts.append("с правом голоса \(figures.voting)") }
      if figures.byConsent > 0 { parts.append("по согласованию \(figures.byConsent)") }
      rules.append(
        BodyCard.Rule(label: "Членов", value: parts.joined(separator: ", "), places: []))
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
    self.rules = rules
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
  private var documents: [String: ReadDocument] = [:]

  init(site: SiteMap) { self.site = site }

  mutating func add(_ document: ReadDocument) { documents[document.path] = document }

  /// The way to the provision that holds a span, called by its number; `nil` where no act lists the document.
  func place(of span: Span, in path: String) -> BodyCard.Link? {
    guard let document = documents[path], let place = site.place(of: path) else { return nil }
    let passage = document.passages.first { passage in
      guard passage.isNorm, case .provision = passage.place,
        let own = passage.place(of: Span(0, passage.text.utf8.count))
      else { return false }
      return own.start <= span.start && span.start < own.end
    }
    guard let passage, !passage.address.isEmpty else {
      return BodyCard.Link(path: placeAddress(place.act, place.anchor ?? ""), name: "положение")
    }
    return BodyCard.Link(
      path: placeAddress(place.act, place.prefix + passage.address),
      name: Self.name(of: passage, in: document))
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
