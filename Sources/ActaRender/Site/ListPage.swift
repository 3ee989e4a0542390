import ActaDiagnostics
import ActaModel

/// A page of the site around what a template yielded.
func listPage(
  _ path: String, title: String, layout: String, scripts: [String] = [], body: [HTML.Node],
  on site: SiteMap, with templates: Templates
) -> SiteFile {
  let settings = site.settings.site
  let page = templates.nodes(
    .page,
    [
      "title": .text("\(title) – \(settings.title)"), "root": .text(Path.root(of: path)),
      "site": .text(settings.title), "layout": .text(layout),
      "feed": .flag(!settings.address.isEmpty),
      "canonical": siteAddress(path, on: site).map { .text($0) },
      "scripts": .list(scripts.map { ["src": .text($0)] }), "body": .nodes(body),
    ])
  return SiteFile(path: path, bytes: HTML.encoded(page))
}

/// The ways between the pages of a list that one page does not hold; none where it does.
func pageLinks(_ paths: [String], _ names: [String], current: String) -> Fields.Content {
  guard paths.count > 1 else { return .list([]) }
  let root = Path.root(of: current)
  return .list([
    [
      "periods": .list(
        zip(paths, names).map { path, name in
          [
            "href": .text(root + path), "name": .text(name), "current": .flag(path == current),
          ]
        })
    ]
  ])
}

/// The name of a list's page by its number from nought: `bodies.html`, `bodies/2.html`.
func numberedPath(_ name: String, _ index: Int) -> String {
  index == 0 ? name + ".html" : "\(name)/\(index + 1).html"
}

/// The address of a place on an act's page, seen from the site's root.
func placeAddress(_ act: String, _ anchor: String) -> String {
  URLText.encoded(act, isPath: true) + "/index.html"
    + (anchor.isEmpty ? "#act" : "#" + URLText.encoded(anchor))
}

/// «1 день», «2 дня», «5 дней».
func counted(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
  let last = count % 10
  let isTeen = (11...14).contains(count % 100)
  return "\(count) " + (isTeen ? many : last == 1 ? one : (2...4).contains(last) ? few : many)
}

/// The text on one line, cut at a word where it is longer than so many characters.
func oneLine(_ text: String, most: Int) -> String {
  let line: String
  if text.isPlain {
    line = (text.utf8.count <= most * 4 ? text : String(text.head(most * 4))).singleSpaced
  } else {
    let words = text.unicodeScalars.prefix(most * 4).split { $0.properties.isWhitespace }
    line = words.map { String($0) }.joined(separator: " ")
  }
  guard line.utf8.count > most, line.unicodeScalars.count > most else { return line }
  let cut = String(String.UnicodeScalarView(line.unicodeScalars.prefix(most - 1)))
  return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? cut) + "…"
}

extension Path {
  /// The way from a page up to the site's root.
  static func root(of page: String) -> String {
    root(from: String(page[..<(page.lastIndex(of: "/") ?? page.startIndex)]))
  }
}
