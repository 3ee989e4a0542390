import ActaModel

/// The collegial bodies (коллегиальные органы), by the alphabet: who is in them and how they work, `bodies.html`.
struct BodyPages {
  private let site: SiteMap
  private let pages: [[BodyCard]]

  init(_ bodies: [BodyCard], on site: SiteMap) {
    self.site = site
    let sorted = bodies.enumerated().sorted { left, right in
      let (first, second) = (left.element.key, right.element.key)
      return first == second
        ? left.offset < right.offset : first.utf8.lexicographicallyPrecedes(second.utf8)
    }.map(\.element)
    var pages: [[BodyCard]] = []
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
    let names = pages.map { $0.first.map { oneLine($0.name, most: 24) } ?? "" }
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

  private func fields(_ body: BodyCard, id: String, root: String) -> Fields {
    [
      "id": .text(id), "name": .text(body.name), "acts": .list(links(body.documents, root)),
      "rules": .list(
        body.rules.enumerated().map { index, rule in
          let isFirst = index == 0 || body.rules[index - 1].label != rule.label
          return [
            "label": .text(isFirst ? rule.label + ":" : ""), "value": .text(rule.value),
            "places": .list(links(rule.places, root)),
          ]
        }),
      "members": .list(
        body.members.isEmpty
          ? []
          : [
            [
              "count": .text(counted(body.members.count, "человек", "человека", "человек")),
              "many": .flag(body.members.count > Self.few),
              "members": .list(
                body.members.map {
                  ["name": .text($0.name), "role": .text($0.role), "post": .text($0.post)]
                }),
            ]
          ]),
    ]
  }

  private func links(_ links: [BodyCard.Link], _ root: String) -> [Fields] {
    links.map { ["href": .text(root + $0.path), "name": .text($0.name)] }
  }

  /// As many members as are shown at once.
  private static let few = 7
}
