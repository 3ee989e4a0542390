import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaRender

/// Acts of many years, made by hand.
private func acts(_ days: [String?]) -> [Act] {
  days.enumerated().map { index, day in
    var act = HTMLFixture.act
    act.id = "akt-\(index)"
    act.order.requisites.amendedBy = []
    act.order.requisites.number = HTMLFixture.stated("\(index)-р")
    act.order.requisites.date = day.map { day in
      let parts = day.split(separator: "-").compactMap { Int($0) }
      return HTMLFixture.stated(
        StatedDate(
          text: day, value: CalendarDate(year: parts[0], month: parts[1], day: parts[2])))
    }
    return act
  }
}

private func site(_ acts: [Act], address: String = "https://akty.example") -> [String: String] {
  var settings = HTMLFixture.settings
  settings.site.address = address
  var files: [String: String] = [:]
  let agenda = Agenda(
    deadlines: [], bodies: [], settings: settings, asOf: CalendarDate.epoch)
  for file in siteFiles(acts, agenda, settings) {
    #expect(files[file.path] == nil, "\(file.path) is written twice")
    files[file.path] = String(decoding: file.bytes, as: UTF8.self)
  }
  return files
}

@Suite struct SiteTests {
  @Test func `a short register is one page, a long one a page a year or a month`() {
    let short = site(acts(["2023-05-01", nil, "2024-01-15"]))
    #expect(short.keys.filter { $0.hasPrefix("register/") }.isEmpty)
    let order = ["akt-1/", "akt-2/", "akt-0/"].map {
      short["index.html"]?.firstRange(of: $0)?.lowerBound
    }
    #expect(order.compactMap(\.self).count == 3)
    #expect(zip(order, order.dropFirst()).allSatisfy { ($0 ?? "".endIndex) < ($1 ?? "".endIndex) })

    let years = (0..<450).map { _ in "2022-03-0\(1)" } + (0..<700).map { "2024-\($0 % 2 + 1)-11" }
    let long = site(acts(years.map { $0 }))
    let pages = long.keys.filter { $0.hasPrefix("register/") }.sorted()
    #expect(
      pages == [
        "register/2022.html", "register/2024-01.html", "register/2024-02.html",
        "register/counts.js",
      ])
    let rows = pages.map { (long[$0] ?? "").ranges(of: "<tr data-facets").count }
    #expect(rows == [450, 350, 350, 0])
    #expect(long["index.html"]?.ranges(of: "<tr data-facets").count == 350)
    #expect(long["register/2022.html"]?.contains(#"href="../akt-0/index.html""#) == true)
  }

  @Test func `acts of one day in thousands are parted, and acts without a date have a page`() {
    let many = site(acts((0..<1100).map { _ in "2024-02-01" } + [nil]))
    let pages = many.keys.filter { $0.hasPrefix("register/") }.sorted()
    #expect(
      pages == [
        "register/2024-02-2.html", "register/2024-02-3.html", "register/2024-02.html",
        "register/bez-daty.html", "register/counts.js",
      ])
  }

  @Test func `a feed and a map need the site's address, and no clock`() {
    let with = site(acts(["2023-05-01", nil, "2024-01-15"]))
    #expect(with["atom.xml"]?.contains("<updated>2024-01-15T00:00:00Z</updated>") == true)
    #expect(with["atom.xml"]?.ranges(of: "<entry>").count == 2)
    #expect(with["sitemap.xml"]?.ranges(of: "<url>").count == 7)
    let without = site(acts(["2023-05-01"]), address: "")
    #expect(without["atom.xml"] == nil && without["sitemap.xml"] == nil)
    #expect(without["index.html"]?.contains("atom.xml") == false)
  }

  @Test func `an amended act is as new as its last amendment`() {
    var act = acts(["2023-05-01"])[0]
    let date = StatedDate(text: "02.03.2024", value: CalendarDate(year: 2024, month: 3, day: 2))
    act.order.requisites.amendedBy = [
      AmendingAct(
        kind: nil, issuer: nil, date: HTMLFixture.stated(date), number: nil,
        span: HTMLFixture.nowhere)
    ]
    let files = site([act])
    #expect(files["atom.xml"]?.contains("<updated>2024-03-02T00:00:00Z</updated>") == true)
    #expect(files["sitemap.xml"]?.contains("<lastmod>2024-03-02</lastmod>") == true)
  }

  @Test(arguments: [
    ("https://akty.example", "/"), ("https://akty.example/", "/"),
    ("https://example.ru/akty", "/akty/"), ("https://example.ru/a/b/", "/a/b/"), ("", "/"),
    ("//", "/"), ("x", "/"),
  ])
  func `the page for what is not there leads to the site's root`(_ address: String, _ root: String)
  {
    #expect(
      site(acts(["2023-05-01"]), address: address)["404.html"]?
        .contains(#"href="\#(root)index.html""#) == true)
  }

  @Test func `what XML does not allow never reaches a feed`() {
    var act = acts(["2023-05-01"])[0]
    act.order.requisites.title = HTMLFixture.stated("О «<&\u{1}\u{FFFE}\"»\nделе")
    act.id = "папка/акт & <co>"
    let files = site([act])
    #expect(files["atom.xml"]?.contains("О «&lt;&amp;\u{FFFD}\u{FFFD}&quot;» деле") == true)
    #expect(files["sitemap.xml"]?.contains("/%D0%BF%D0%B0%D0%BF%D0%BA%D0%B0/") == true)
  }

  @Test func `the same acts in another order make the same bytes`() {
    let some = acts(["2023-05-01", nil, "2024-01-15", "2023-05-01"])
    #expect(site(some) == site(some.reversed()))
  }
}
