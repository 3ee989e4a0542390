import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaParser
import ActaRender
import ActaRules

/// A stage of the work and how long it took over a whole folder, one act after the other on one core.
package struct StageTime: Sendable {
  package var name: String
  package var duration: Duration
}

/// Takes a folder through the stages one at a time, for who measures them; nothing is kept, and nothing told.
///
/// `now` is a clock that only goes forward. What the stages share is read before they begin.
package func stageTimes<Target: OutputTarget>(
  _ world: some World, _ settings: PublishSettings, to target: Target, now: () -> Duration
) async throws -> [StageTime] {
  var times: [StageTime] = []
  func measured<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let start = now()
    defer { times.append(StageTime(name: name, duration: now() - start)) }
    return try work()
  }
  let start = now()
  let sources = try await readSources(world).value
  times.append(StageTime(name: "read", duration: now() - start))
  _ = measured("front matter") { sources.acts.map { parseHead($0) } }
  let opened = try await open(world)
  let survey = opened.value.survey
  let site = SiteMap(survey.repository)
  let heads = survey.repository.acts

  // Front matter is read again here; what Markdown and its lowering take is the rest.
  let acts = measured("front matter, Markdown, lowering") {
    heads.map { $0.withTexts(from: opened.value.sources) }
  }
  let read = measured("language") { acts.map { ReadAct($0, settings: survey.settings) } }
  measured("rules") {
    for act in read {
      _ = check(act, survey.settings, asOf: world.today)
    }
  }
  var files: [SiteFile] = []
  let supplies = PrintSupplies(templates: settings.templates, hyphenator: settings.hyphenator)
  measured("HTML") {
    for act in read {
      let page = actPage(
        act.act, reading: ActReading(act, citing: survey.cited, asOf: world.today), on: site,
        with: settings.templates, files: [.text])
      files.append(SiteFile(path: act.act.id + "/index.html", bytes: page.value))
    }
  }
  measured("text") {
    for act in acts {
      let text = printedText(of: act, settings: survey.settings, with: supplies)
      files.append(SiteFile(path: act.id + "/act.txt", bytes: text))
    }
  }
  try measured("write") { for file in files { _ = try target.put(file) } }
  return times
}
