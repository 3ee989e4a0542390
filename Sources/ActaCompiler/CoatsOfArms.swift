import ActaDiagnostics
import ActaModel
import ActaRender

/// Reads the coats of arms that acta.yml names, by the keys of their bodies; one that cannot be had is a finding at its
/// name.
func readCoats(_ settings: Settings, _ world: some World) -> Checked<[String: CoatOfArms]> {
  var coats: [String: CoatOfArms] = [:]
  var findings: [Finding] = []
  func report(_ rule: RuleID, _ level: Level, _ span: Span, _ message: Text) {
    findings.append(Finding(rule, level, file: Settings.file, at: span, message))
  }
  for body in settings.bodies {
    guard let emblem = body.emblem else { continue }
    guard let path = RepositoryPath.resolve(emblem.value, from: Settings.file) else {
      report("source/path-outside", .error, emblem.span, .outside(emblem.value))
      continue
    }
    guard path.lowercased().hasSuffix(".svg") else {
      report("source/wrong-value", .error, emblem.span, .noDrawing(emblem.value))
      continue
    }
    guard world.isFile(path), let bytes = try? world.read(path) else {
      report("source/missing-file", .error, emblem.span, .missing(emblem.value))
      continue
    }
    let coat = CoatOfArms(path: path, bytes: bytes)
    if !coat.isForPaper {
      report("template/syntax", .warning, emblem.span, .notForPaper(emblem.value))
    }
    coats[body.key] = coat
  }
  return Checked(coats, findings)
}

extension Text {
  fileprivate static func noDrawing(_ path: String) -> Text {
    Text(
      ru: "Герб – рисунок SVG, а не «\(path)»", en: "A coat of arms is an SVG, not «\(path)»")
  }

  fileprivate static func notForPaper(_ path: String) -> Text {
    Text(
      ru: "В рисунке «\(path)» не одни контуры <path>: на бумаге герба не будет",
      en: "Drawing «\(path)» holds more than outlines of <path>: paper goes without it")
  }
}
