import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender

/// Renders acts in the forms that are asked for.
struct ActRenderer: Sendable {
  let site: SiteMap
  let cited: CitedActs
  let day: CalendarDate
  let settings: PublishSettings
  let sources: [String: Source]
  private let supplies: PrintSupplies

  init(
    site: SiteMap, cited: CitedActs, day: CalendarDate, settings: PublishSettings,
    sources: [String: Source]
  ) {
    self.site = site
    self.cited = cited
    self.day = day
    self.settings = settings
    self.sources = sources
    supplies = PrintSupplies(templates: settings.templates, hyphenator: settings.hyphenator)
  }

  func render(_ checked: CheckedAct, bodies: [ReadBody]) -> Checked<[SiteFile]> {
    let act = checked.act
    var rendered = Checked<[SiteFile]>([])
    func add(_ name: String, _ file: Checked<[UInt8]>) {
      rendered.value.append(SiteFile(path: act.id + "/" + name, bytes: file.value))
      rendered.findings += file.findings
    }
    let read = checked.reading.map { ActReading($0, citing: cited, asOf: day) }
    if settings.formats.contains(.html) {
      add(
        "index.html",
        actPage(act, reading: read, on: site, with: settings.templates, files: files))
    }
    for file in files {
      switch file {
      case .pdf:
        guard let faces = settings.faces else { continue }
        add(
          file.rawValue,
          printedPDF(of: act, reading: read, on: site, with: supplies, faces: faces))
      case .text:
        let text = printedText(of: act, settings: site.settings, with: supplies)
        add(file.rawValue, Checked(text))
      case .json:
        let json = json(of: act, settings: site.settings, sources: sources, bodies: bodies)
        add(file.rawValue, Checked(json.encoded()))
      }
    }
    return rendered
  }

  /// What stands beside each page.
  private var files: [ActFile] {
    ActFile.allCases.filter { file in
      switch file {
      case .pdf: settings.formats.contains(.pdf) && settings.faces != nil
      case .text: settings.formats.contains(.txt)
      case .json: settings.formats.contains(.json)
      }
    }
  }
}
