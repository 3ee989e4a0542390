import ActaModel

/// The page that the search's script works on: `search.html`.
func searchPage(on site: SiteMap, with templates: Templates) -> SiteFile {
  let title = site.settings.site.title
  let body = templates.nodes(.search, ["site": .text(title), "root": ""])
  let page = templates.nodes(
    .page,
    [
      "title": .text("Поиск – " + title), "root": "", "site": .text(title), "layout": "search",
      "canonical": siteAddress("search.html", on: site).map { .text($0) },
      "feed": .flag(!site.settings.site.address.isEmpty),
      "scripts": .list([["src": "search.js"]]), "body": .nodes(body),
    ])
  return SiteFile(path: "search.html", bytes: HTML.encoded(page))
}
