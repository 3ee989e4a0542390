package import ActaDiagnostics
package import ActaModel

/// A collegial body with the documents that tell of it: its regulation, its roster and the acts that they belong to.
///
/// The regulation may stand in one act and the roster in another.
package struct ReadBody: Sendable {
  /// How the acts call it for short: «Проектный офис».
  package var name: String
  /// In the order of the acts.
  package var regulations: [ReadDocument] = []
  package var rosters: [ReadDocument] = []
  /// The acts that those documents belong to; empty for documents that no act lists.
  package var acts: [ReadAct] = []
  /// Every name by which the titles call it, with its place where it has one.
  package var names: [BodyName] = []

  /// A value and the file that it stands in.
  package struct Located<Value: Sendable>: Sendable {
    package var path: String
    package var value: Value
    package var span: Span

    package init(path: String, value: Value, span: Span) {
      self.path = path
      self.value = value
      self.span = span
    }
  }

  /// The name that says most of what the body is for; of equal ones the first.
  package var fullName: BodyName? {
    names.reduce(nil) { best, name in
      best.map { $0.purpose.count >= name.purpose.count } ?? false ? best : name
    }
  }

  /// The statements of one kind in all regulations, in their order.
  package func all<Value>(_ rules: KeyPath<CollegialBody, [Spanned<Value>]>) -> [Located<Value>] {
    regulations.flatMap { document in
      document.body[keyPath: rules].map {
        Located(path: document.path, value: $0.value, span: $0.span)
      }
    }
  }

  /// The members of all rosters, each with the path of its own.
  package var members: [Located<Member>] {
    rosters.flatMap { document in
      (document.document.roster?.members ?? []).map {
        Located(path: document.path, value: $0, span: $0.span)
      }
    }
  }

  /// Offices that the regulations name as this body's, in the order of the text.
  package var roles: [Located<RoleMention>] {
    regulations.flatMap { document in roles(in: document) }
  }

  /// Offices of this body that a document names.
  package func roles(in document: ReadDocument) -> [Located<RoleMention>] {
    let isOwn = regulations.contains { $0.path == document.path }
    return document.bodyWords.roles.compactMap { role in
      guard isOffice(role, own: isOwn) else { return nil }
      return Located(path: document.path, value: role, span: role.span)
    }
  }

  /// Whether an office is one of this body: of its noun, or in its own regulation of none.
  private func isOffice(_ role: RoleMention, own: Bool) -> Bool {
    guard let noun = role.noun else { return own }
    guard !names.isEmpty else { return own }
    return names.contains { name in
      guard name.noun.isForm(of: noun) else { return false }
      return role.adjectives.isEmpty || name.adjectives.isEmpty
        || role.adjectives.contains { word in name.adjectives.contains { word.isForm(of: $0) } }
    }
  }

  /// Whether decisions are taken by vote.
  package var takesVotes: Bool {
    regulations.contains { document in
      document.body.votes.contains {
        switch $0.value {
        case .majority, .castingVote, .ballot: true
        case .absentee(let voting): voting.isAllowed
        case .writtenOpinion, .proxy: false
        }
      }
    }
  }
}

extension ReadAct {
  /// The collegial bodies that the act's own documents tell of.
  package var bodies: [ReadBody] {
    var collector = BodyCollector()
    for document in documents { collector.add(document, of: self) }
    return collector.bodies
  }
}

extension ReadDocument {
  /// The collegial body that a document tells of which no act lists.
  package var bodies: [ReadBody] {
    var collector = BodyCollector()
    collector.add(self, of: nil)
    return collector.bodies
  }
}

extension ReadRepository {
  /// Every collegial body; a regulation and a roster in different acts of one issuer are one body's where their
  /// names leave no doubt.
  package var bodies: [ReadBody] {
    (acts.flatMap(\.bodies) + orphans.flatMap(\.bodies)).joined(settings)
  }
}

extension [ReadBody] {
  /// The bodies, two halves of one put together in the place of that which has the regulation.
  package func joined(_ settings: Settings) -> [ReadBody] {
    joinedInPlace(settings).filter { !$0.isEmpty }
  }

  /// The same, with an empty body where the other half was.
  package func joinedInPlace(_ settings: Settings) -> [ReadBody] {
    var bodies = self
    for (first, second) in halves(settings) {
      bodies[first].rosters = bodies[second].rosters
      bodies[first].acts += bodies[second].acts
      bodies[first].names += bodies[second].names
      bodies[second].regulations = []
      bodies[second].rosters = []
    }
    return bodies
  }

  /// Which are a regulation and a roster of one body.
  private func halves(_ settings: Settings) -> [(regulation: Int, roster: Int)] {
    // By the name, so that not every body is held against every other.
    var byKey: [String: [Int]] = [:]
    for index in indices where self[index].isHalf {
      for key in self[index].joinKeys(settings) { byKey[key, default: []].append(index) }
    }
    var found: [(Int, Int)] = []
    var taken: Set<Int> = []
    for key in byKey.keys.sorted() {
      guard let group = byKey[key], group.count == 2 else { continue }
      let governed = group.filter { !self[$0].regulations.isEmpty }
      let filled = group.filter { !self[$0].rosters.isEmpty }
      guard let first = governed.first, governed.count == 1, let second = filled.first,
        filled.count == 1, first != second, !taken.contains(first), !taken.contains(second)
      else { continue }
      taken.formUnion([first, second])
      found.append((first, second))
    }
    return found
  }
}

extension [ReadBody] {
  /// The bodies of which each act tells, by the act's permanent name.
  package var byAct: [String: [ReadBody]] {
    var byAct: [String: [ReadBody]] = [:]
    for body in self {
      for id in Set(body.acts.map(\.act.id)) { byAct[id, default: []].append(body) }
    }
    return byAct
  }
}

extension ReadBody {
  /// Whether it was put together with another.
  package var isEmpty: Bool { regulations.isEmpty && rosters.isEmpty }

  /// Whether it lacks its regulation or its roster, which another act may hold.
  package var isHalf: Bool { (regulations.isEmpty || rosters.isEmpty) && isInForce }

  private var isInForce: Bool {
    !acts.contains { $0.act.order.requisites.status?.value == .repealed }
  }

  /// What two halves of one body share: issuer and full name.
  fileprivate func joinKeys(_ settings: Settings) -> [String] {
    let issuers = acts.flatMap { $0.act.order.requisites.issuers }
      .map { settings.bodyName($0.value) }.sorted().joined(separator: "; ")
    guard let name = fullName, !name.purpose.isEmpty else { return [] }
    // Endings differ with the case; four letters of each word do not.
    let words = ([name.noun] + name.adjectives + name.purpose).map { word in
      (0..<min(word.count, 5)).map { String(word[$0]) }.joined(separator: ".")
    }
    return [issuers + "|" + words.joined(separator: " ")]
  }
}

/// Puts the documents of an act together by the bodies that they tell of.
private struct BodyCollector {
  var bodies: [ReadBody] = []

  mutating func add(_ document: ReadDocument, of act: ReadAct?) {
    let isRoster = document.document.family == .roster
    guard isRoster || document.isBodyRegulation else { return }
    let defined = isRoster ? nil : document.definedBody
    var names = document.titleNames
    if names.isEmpty, let defined { names = [defined.name] }
    let stated = document.document.requisites.body.map(\.value)
    let index = match(names, stated, isRoster: isRoster)
    let name = stated ?? defined?.short ?? names.first?.head ?? ""
    var body = index.map { bodies[$0] } ?? ReadBody(name: name)
    if isRoster { body.rosters.append(document) } else { body.regulations.append(document) }
    if let act, body.acts.isEmpty { body.acts = [act] }
    body.names += names
    if let stated { body.names += BodyNameReader(TokenizedText(stated)).names().prefix(1) }
    if body.name.isEmpty { body.name = name }
    if let index { bodies[index] = body } else { bodies.append(body) }
  }

  /// The body that a further document tells of.
  private func match(_ names: [BodyName], _ stated: String?, isRoster: Bool) -> Int? {
    if let stated {
      let folded = FoldedBytes(stated)
      if let same = bodies.firstIndex(where: { FoldedBytes($0.name) == folded }) { return same }
    }
    let own = names + (stated.map { BodyNameReader(TokenizedText($0)).names() } ?? [])
    let candidates = bodies.indices.filter { index in
      bodies[index].names.contains { name in own.contains { name.mayBe($0) } }
    }
    let best = candidates.max { left, right in
      (likeness(bodies[left], own), -left) < (likeness(bodies[right], own), -right)
    }
    if let best { return best }
    // A body under another noun, but for the same purpose.
    let akin = bodies.indices.filter { index in
      let isHalf = isRoster ? bodies[index].rosters.isEmpty : bodies[index].regulations.isEmpty
      return isHalf
        && bodies[index].names.contains { name in
          own.contains { $0.sharedPurpose(with: name) >= 2 && !$0.differsInPurpose(from: name) }
        }
    }
    if akin.count == 1 { return akin.first }
    // A roster without a name beside the only regulation.
    guard own.isEmpty, bodies.count == 1,
      isRoster ? bodies[0].rosters.isEmpty : bodies[0].regulations.isEmpty
    else { return nil }
    return 0
  }

  private func likeness(_ body: ReadBody, _ own: [BodyName]) -> Int {
    body.names.flatMap { name in
      own.map { $0.sharedPurpose(with: name) * 2 + ($0.hasSameHead(as: name) ? 1 : 0) }
    }.max() ?? 0
  }
}

extension ReadDocument {
  /// Whether the document governs a collegial body: it says so, its title does, or its sentences state how one meets
  /// and votes.
  fileprivate var isBodyRegulation: Bool {
    guard document.family == .regulation else { return false }
    if document.requisites.body != nil { return true }
    if !titleNames.isEmpty, !body.isEmpty { return true }
    return !body.compositions.isEmpty && !(body.quorums.isEmpty && body.votes.isEmpty)
      || !body.quorums.isEmpty && !body.votes.isEmpty
  }

  /// The body that the title names, with its place in front matter.
  package var titleNames: [BodyName] {
    guard let title = document.requisites.title,
      var name = BodyNameReader(TokenizedText(title.value)).names().first
    else { return [] }
    let isVerbatim = title.span.count == title.value.utf8.count
    let start = title.span.start + (title.span.count == title.value.utf8.count + 2 ? 1 : 0)
    name.span =
      isVerbatim || start > title.span.start
      ? Span(start + name.span.start, start + name.span.end) : title.span
    return [name]
  }

  /// The body for which the document opens an abbreviation: «конкурсная комиссия (далее – Комиссия)».
  fileprivate var definedBody: (name: BodyName, short: String)? {
    let title = titleNames.first
    for definition in document.definitions.prefix(64) where definition.form == .abbreviation {
      let names = BodyNameReader(TokenizedText(definition.meaning)).names()
      // A long name may hold others: «рабочая группа комиссии по …».
      guard var name = names.first(where: { own in title.map { $0.mayBe(own) } ?? true }) else {
        continue
      }
      name.span = definition.span
      return (name, definition.term)
    }
    return nil
  }
}
