import ActaModel

/// The page that a server shows where there is none: `404.html`.
///
/// It is shown under the address that was asked for, however deep, so its links begin at the site's root.
func notFoundPage(on site: SiteMap, with templates: Templates) -> SiteFile {
  let settings = site.settings.site
  let root = URLText.root(of: settings.address)
  let body = templates.nodes(.notFound, ["site": .text(settings.title), "root": .text(root)])
  let page = templates.nodes(
    .page,
    [
      "title": .text("Страница не найдена – " + settings.title), "root": .text(root),
      "site": .text(settings.title), "layout": "not-found", "body": .nodes(body),
    ])
  return SiteFile(path: "404.html", bytes: HTML.encoded(page))
}
