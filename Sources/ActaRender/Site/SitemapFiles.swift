import ActaModel

/// The pages of the site for search engines (sitemaps.org, 0.9): `sitemap.xml`; none where the site's address is not
/// stated, since the protocol knows whole addresses alone.
func sitemap(_ acts: [Act], _ pages: [String], on site: SiteMap) -> [SiteFile] {
  guard let root = siteAddress("", on: site) else { return [] }
  var entries: [(address: String, day: CalendarDate?)] = pages.map {
    ($0 == "index.html" ? root : siteAddress($0, on: site) ?? root, nil)
  }
  entries += acts.map { (pageAddress($0, on: site), $0.lastChange) }
  guard entries.count > most else { return [urlSet(entries[...], "sitemap.xml")] }
  let parts = stride(from: 0, to: entries.count, by: most).enumerated().map { number, start in
    urlSet(entries[start..<min(start + most, entries.count)], "sitemap-\(number + 1).xml")
  }
  var xml = XMLText()
  xml.open("sitemapindex", ["xmlns": namespace])
  for part in parts {
    xml.open("sitemap")
    xml.element("loc", root + part.path)
    xml.close("sitemap")
  }
  xml.close("sitemapindex")
  return parts + [SiteFile(path: "sitemap.xml", bytes: xml.bytes)]
}

private let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

/// As many addresses as one file may hold.
private let most = 50_000

private func urlSet(
  _ entries: ArraySlice<(address: String, day: CalendarDate?)>, _ path: String
) -> SiteFile {
  var xml = XMLText()
  xml.open("urlset", ["xmlns": namespace])
  for entry in entries {
    xml.open("url")
    xml.element("loc", entry.address)
    if let day = entry.day { xml.element("lastmod", day.iso) }
    xml.close("url")
  }
  xml.close("urlset")
  return SiteFile(path: path, bytes: xml.bytes)
}
