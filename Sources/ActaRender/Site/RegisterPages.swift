import ActaDiagnostics
import ActaModel

/// The register of acts, the latest first: one page while it is short, else a page a year, a month or a part of one.
struct RegisterPages {
  private let site: SiteMap
  private let periods: [Period]
  private let facets: RegisterFacets
  /// All acts, the latest first.
  private let acts: [Act]

  private struct Period {
    /// `2024`, `2024-03`, `2024-03-2`; the name of the page's file.
    var name: String
    /// What the way to it is called: «2024», «март», «март, 2».
    var title: String
    /// What it is called beside others: the year, where it is a part of one.
    var year: String
    var acts: [Act]
  }

  /// `acts` from the oldest on.
  init(_ acts: [Act], on site: SiteMap) {
    self.site = site
    self.acts = acts.reversed()
    facets = RegisterFacets(acts, settings: site.settings)
    periods = acts.count > Self.longest ? Self.periods(self.acts) : []
  }

  /// The paths of its pages.
  var paths: [String] { ["index.html"] + periods.map { path(of: $0) } }

  func files(with templates: Templates) -> [SiteFile] {
    guard let first = periods.first else { return [page(acts, nil, "index.html", templates)] }
    var files = [page(first.acts, first, "index.html", templates)]
    for period in periods { files.append(page(period.acts, period, path(of: period), templates)) }
    let counts = periods.map { period in
      JSON.array([
        .string(period.name),
        .array(facets.counts(period.acts).map { .array([.string($0.tokens), .number($0.count)]) }),
      ])
    }
    files.append(SiteFile(path: "register/counts.js", call: "counts", .array(counts)))
    return files
  }

  // MARK: A page

  private func page(
    _ acts: [Act], _ period: Period?, _ path: String, _ templates: Templates
  ) -> SiteFile {
    let settings = site.settings.site
    let root = Path.root(from: path == "index.html" ? "" : "register")
    let isFirst = path == "index.html"
    let body = templates.nodes(
      .register,
      [
        "acts": .flag(!acts.isEmpty),
        "period": .text(isFirst ? "" : period.map(Self.heading) ?? ""),
        "count": .text(String(acts.count)), "all": .text(String(self.acts.count)),
        "years": .list(years(current: period, root: root)),
        "filters": .nodes(acts.isEmpty ? [] : facets.controls(isWhole: period == nil)),
        "search": .text(root + "search.html"),
        "body": .nodes(acts.isEmpty ? [] : [registerTable(acts, facets, site, root: root)]),
      ])
    let title = isFirst ? settings.title : "\(period.map(Self.heading) ?? "") – \(settings.title)"
    let page = templates.nodes(
      .page,
      [
        "title": .text(title), "root": .text(root), "site": .text(settings.title),
        "layout": "register", "feed": .flag(!settings.address.isEmpty),
        "canonical": siteAddress(isFirst ? "" : path, on: site).map { .text($0) },
        "scripts": .list(
          (periods.isEmpty ? [] : [["src": "register/counts.js"]]) + [["src": "register.js"]]),
        "body": .nodes(body),
      ])
    return SiteFile(path: path, bytes: HTML.encoded(page))
  }

  /// The ways to the other periods, a year a line.
  private func years(current: Period?, root: String) -> [Fields] {
    var years: [(String, [Fields])] = []
    for period in periods {
      let fields: Fields = [
        "href": .text(root + path(of: period)), "name": .text(period.title),
        "key": .text(period.name), "current": .flag(period.name == current?.name),
        "count": .text(String(period.acts.count)),
      ]
      if years.last?.0 == period.year {
        years[years.count - 1].1.append(fields)
      } else {
        years.append((period.year, [fields]))
      }
    }
    return years.map { year, periods in
      ["year": .text(periods.count > 1 ? year : ""), "periods": .list(periods)]
    }
  }

  private func path(of period: Period) -> String { "register/\(period.name).html" }

  private static func heading(_ period: Period) -> String {
    period.title == period.year ? period.title : "\(period.year), \(period.title)"
  }

  // MARK: Periods

  /// As many rows as a page takes before it is parted.
  private static let longest = 500

  private static func periods(_ acts: [Act]) -> [Period] {
    grouped(acts) { $0.day?.year ?? 0 }.flatMap { year, acts -> [Period] in
      let name = year == 0 ? "bez-daty" : String(year)
      let title = year == 0 ? "Без даты" : String(year)
      guard acts.count > longest else {
        return [Period(name: name, title: title, year: title, acts: acts)]
      }
      return grouped(acts) { $0.day?.month ?? 0 }.flatMap { month, acts -> [Period] in
        let number = month < 10 ? "0\(month)" : String(month)
        let monthName = months.at(month - 1) ?? "все"
        return parts(acts).map { part, acts in
          Period(
            name: "\(name)-\(number)" + (part > 1 ? "-\(part)" : ""),
            title: monthName + (part > 1 ? ", \(part)" : ""), year: title, acts: acts)
        }
      }
    }
  }

  private static func grouped(_ acts: [Act], by key: (Act) -> Int) -> [(Int, [Act])] {
    var groups: [(Int, [Act])] = []
    for act in acts {
      let key = key(act)
      if groups.last?.0 == key {
        groups[groups.count - 1].1.append(act)
      } else {
        groups.append((key, [act]))
      }
    }
    return groups
  }

  private static func parts(_ acts: [Act]) -> [(Int, [Act])] {
    stride(from: 0, to: acts.count, by: longest).enumerated().map { part, start in
      (part + 1, Array(acts[start..<min(start + longest, acts.count)]))
    }
  }

  private static let months = [
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
    "ноябрь", "декабрь",
  ]
}
