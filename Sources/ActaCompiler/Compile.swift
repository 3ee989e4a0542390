package import ActaDiagnostics
package import ActaLanguage
package import ActaModel
import ActaParser
package import ActaRender
import ActaRules

/// Everything that Acta knows of a folder of acts: the sources, the model and what is to be said of it.
package struct Compilation: Sendable {
  /// By path.
  package var sources: [String: Source]
  package var repository: Repository
  /// What the words of the acts say.
  package var reading: ReadRepository
  /// Finds the acts that citations name.
  package var cited: CitedActs
  /// In the order in which they are shown.
  package var findings: [Finding]
  /// The day as of which the acts were looked at.
  package var today: CalendarDate
}

/// Reads a folder of acts whole and checks it: the stages in order.
///
/// Without rules only what reading itself finds is told: enough for who wants the acts and not an opinion of them. Of acts
/// that nobody asked for only that is told, and what they show together with others.
package func compile(
  _ world: some World, withRules: Bool = true, where isAsked: (Act) -> Bool = { _ in true }
) async throws(WorldError) -> Compilation {
  let opened = try await open(world)
  let survey = opened.value.survey
  let checker = ActChecker(
    survey, sources: opened.value.sources, world: world, withRules: withRules)
  let asked = survey.repository.acts.map { (head: $0, isAsked: isAsked($0)) }
  let acts = await inParallel(asked) { checker.check($0.head, isAsked: $0.isAsked) }
  let orphans = await inParallel(survey.repository.orphans) { checker.check(orphan: $0) }

  var verdict = Verdict(survey, findings: opened.findings, withRules: withRules)
  for act in acts { verdict.add(act.findings, act.orders, act.bodies, act.citations) }
  for orphan in orphans {
    verdict.add(
      orphan.findings, orphan.orders.map { [$0] } ?? [], orphan.bodies, orphan.citations)
  }
  return Compilation(
    sources: opened.value.allSources,
    repository: Repository(
      settings: survey.settings, acts: acts.map(\.act), orphans: orphans.map(\.document)),
    reading: ReadRepository(
      settings: survey.settings, acts: acts.compactMap(\.reading),
      orphans: orphans.compactMap(\.reading)),
    cited: survey.cited, findings: verdict.findings(asOf: world.today), today: world.today)
}

/// Acts of a folder without an opinion of them; of the others nothing is read but their front matter.
package struct ChosenActs: Sendable {
  package var acts: [Act]
  /// All acts of the folder, without their texts.
  package var surroundings: Repository
  /// By path.
  package var sources: [String: Source]
  /// Finds the acts that citations name.
  package var cited: CitedActs
  /// The coats of arms of bodies, by the bodies' keys.
  package var coats: [String: CoatOfArms]
  /// What reading the acts finds, in the order in which it is shown.
  package var findings: [Finding]
  package var today: CalendarDate
}

/// Reads those acts of a folder that are chosen by what they are made of.
package func read(
  _ world: some World, where isChosen: (Act) -> Bool
) async throws(WorldError) -> ChosenActs {
  let opened = try await open(world)
  let survey = opened.value.survey
  let chosen = survey.repository.acts.filter(isChosen)
  let checker = ActChecker(
    survey, sources: opened.value.sources, world: world, withRules: false)
  let acts = await inParallel(chosen) { checker.check($0) }
  let paths = Set(chosen.flatMap { $0.documents.map(\.path) })
  var verdict = Verdict(
    survey, findings: opened.findings.filter { paths.contains($0.file) }, withRules: false)
  for act in acts { verdict.add(act.findings, act.orders, [], []) }
  return ChosenActs(
    acts: acts.map(\.act), surroundings: survey.repository, sources: opened.value.allSources,
    cited: survey.cited, coats: opened.value.coats,
    findings: verdict.findings(asOf: world.today), today: world.today)
}

/// What is known of a folder of acts before their texts are read.
package struct OpenedFolder: Sendable {
  let survey: Survey
  /// The acts' sources by path.
  let sources: [String: Source]
  /// Those and the settings.
  package let allSources: [String: Source]
  /// The coats of arms of bodies, by the bodies' keys.
  package let coats: [String: CoatOfArms]
  /// Whether there is a file at a path.
  let isFile: @Sendable (String) -> Bool

  package var settings: Settings { survey.settings }
  /// How many acts there are.
  package var acts: Int { survey.repository.acts.count }
}

/// Reads the sources of a folder, its settings and the acts' front matter, and puts the acts together.
///
/// Front matter that a memory has read from the same bytes is not read again.
package func open(
  _ world: some World, memory: Memory? = nil
) async throws(WorldError) -> Checked<OpenedFolder> {
  let read = try await readSources(world, memory: memory)
  let settings = read.value.settings.map { parseSettings($0) } ?? Checked(Settings())
  let heads = await inParallel(read.value.acts) { source in
    memory?.head(of: source, read: parseHead) ?? parseHead(source)
  }
  let assembled = assemble(heads, settings: settings.value)
  let coats = readCoats(settings.value, world)
  return Checked(
    OpenedFolder(
      survey: Survey(heads, assembled.value),
      sources: Dictionary(
        read.value.acts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first }),
      allSources: read.value.byPath, coats: coats.value, isFile: world.isFile),
    read.findings + settings.findings + coats.findings + assembled.findings
      + unknownLevels(settings.value, file: read.value.settings?.path))
}
