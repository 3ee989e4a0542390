package import ActaDiagnostics
package import ActaLanguage
package import ActaModel
import ActaParser
import ActaRules

/// Everything that Acta knows of a folder of acts: the sources, the model and what is to be said of it.
package struct Compilation: Sendable {
  /// By path.
  package var sources: [String: Source]
  package var repository: Repository
  /// What the words of the acts say.
  package var reading: ReadRepository
  /// In the order in which they are shown.
  package var findings: [Finding]
  /// The day as of which the acts were looked at.
  package var today: CalendarDate
}

/// Reads, parses, assembles and checks a folder of acts: the stages in order.
///
/// Without rules only what reading itself finds is told: enough for who wants the acts and not an opinion of them.
package func compile(
  _ world: some World, withRules: Bool = true
) async throws(WorldError) -> Compilation {
  let read = try readSources(world)
  let settings = read.value.settings.map { parseSettings($0) } ?? Checked(Settings())
  let parsed = await parseAll(read.value.acts)
  let assembled = assemble(parsed.value, settings: settings.value, world: world)
  let checked =
    withRules
    ? await checkAll(assembled.value, asOf: world.today, spelling: world.spelling)
    : Checked(ReadRepository(settings: settings.value, acts: [], orphans: []))
  let raw =
    read.findings + settings.findings + parsed.findings + assembled.findings + checked.findings
    + unknownLevels(settings.value, file: read.value.settings?.path)
  // Without rules there is nothing that an order to keep silent could have silenced.
  let heard = suppressed(raw, in: parsed.value).filter {
    withRules || $0.rule != "source/suppression" || $0.level == .error
  }
  let findings = levelled(heard, by: settings.value)
  return Compilation(
    sources: read.value.byPath, repository: assembled.value, reading: checked.value,
    findings: findings.sorted(by: Finding.inOrder), today: world.today)
}

/// Parses in parallel; results stand in the order of the input.
private func parseAll(_ sources: [Source]) async -> Checked<[Document]> {
  let parsed = await inParallel(sources) { parse($0) }
  return Checked(parsed.map(\.value), parsed.flatMap(\.findings))
}

/// Reads what the words of each act say and checks it, acts in parallel; then holds the acts against each other.
private func checkAll(
  _ repository: Repository, asOf: CalendarDate, spelling: (any Spelling)?
) async -> Checked<ReadRepository> {
  let settings = repository.settings
  let acts = await inParallel(repository.acts) { act in
    let read = ReadAct(act, settings: settings)
    return Checked(
      read.withoutTexts, check(read, settings, asOf: asOf, spelling: spelling))
  }
  let calendar = settings.commonCalendar
  let orphans = await inParallel(repository.orphans) { document in
    let read = ReadDocument(document, calendar: calendar)
    return Checked(read.withoutTexts, check(read, settings, asOf: asOf))
  }
  let whole = ReadRepository(
    settings: settings, acts: acts.map(\.value), orphans: orphans.map(\.value))
  let findings = acts.flatMap(\.findings) + orphans.flatMap(\.findings)
  // A document that two acts list is checked with each of them and told once.
  var seen: Set<Finding> = []
  return Checked(
    whole, findings.filter { seen.insert($0).inserted } + check(whole, asOf: asOf))
}
